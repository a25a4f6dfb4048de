"""Named documents and events: «соглашение о сотрудничестве», «Курская Коренская ярмарка», «День города»."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from spacy.tokens import Doc, Token

from svodka.components import clauses
from svodka.core.findings import MentionFinding
from svodka.core.records import EntityKind, Spans
from svodka.core.spans import Span
from svodka.language.declension import adjective_stem
from svodka.language.morphology import Morphology
from svodka.rules import names, titled
from svodka.rules.rule import fold

_REACH = 30
_BETWEEN = 6
_ENDINGS = (
    "ий",
    "ый",
    "ой",
    "ая",
    "яя",
    "ую",
    "юю",
    "ое",
    "ее",
    "ого",
    "его",
    "ому",
    "ему",
    "им",
    "ым",
    "ом",
    "ем",
    "ей",
)


def documents(doc: Doc, morphology: Morphology) -> Iterator[MentionFinding]:
    """Yield the documents that a head and its subject name: in the singular, and signed."""
    for head in doc:
        kind = titled.DOC_HEADS.get(clauses.lemma(head))
        if kind is None or head.pos_ not in ("NOUN", "PROPN") or _are_several(head):
            continue
        spans = _document(head)
        if spans and not _unsigned(head):
            first = doc.char_span(*spans[0])
            name = clauses.nominative(list(first), morphology) if first is not None else ""
            pieces = [name, *(clauses.quote(doc, Span(*span)) for span in spans[1:])]
            yield MentionFinding(spans=spans, rule="doc.subject", label="DOC", name=" ".join(pieces), kind=kind)


def _are_several(head: Token) -> bool:
    """Tell whether a head stands in the plural or after a numeral: «два договора о поставках»."""
    index = head.i - 1
    while index > head.sent.start and head.doc[index].pos_ == "ADJ" and not head.doc[index].text.isdigit():
        index -= 1
    before = head.doc[max(index, head.sent.start)]
    numbered = before.i < head.i and (before.pos_ == "NUM" or before.text.isdigit())
    return clauses.feature(head, "Number") == "Plur" or numbered


def _document(head: Token) -> Spans | None:
    """Return the pieces of a document's name: head and subject, parted where the parties stand between them."""
    start = head.i
    while start > head.sent.start and _describes(head.doc[start - 1]):
        start -= 1
    stop = _subject(head.doc, head.i + 1, head)
    if stop is not None:
        return (clauses.extent([head.doc[start], head.doc[stop - 1]]),)
    if clauses.lemma(head) not in titled.ABOUT_HEADS or not _parted(head):
        return None
    for index in range(head.i + 2, min(head.i + _REACH, head.sent.end - 1)):
        if head.doc[index].lower_ in ("о", "об") and head.doc[index - 1].lower_ != "и":
            after = _subject(head.doc, index, head)
            if after is not None:
                return clauses.extent([head.doc[start], head]), clauses.extent([head.doc[index], head.doc[after - 1]])
    return None


def _parted(head: Token) -> bool:
    """Tell whether the parties or the date of signing follow the head."""
    following = head.doc[head.i + 1 : head.i + 8]
    return any(token.lower_ == "между" for token in following) and following[0].lower_ in ("между", "от")


def _describes(token: Token) -> bool:
    if token.pos_ != "ADJ" or token.text[:1].isupper() or adjective_stem(fold(token.text)) is None:
        return False
    return clauses.lemma(token) not in titled.POINTING


def _subject(doc: Doc, index: int, head: Token) -> int | None:
    """Return where the subject that begins at ``index`` ends, ``None`` where none begins there."""
    lemma = clauses.lemma(head)
    word = doc[index].lower_ if index < head.sent.end else ""
    if lemma in titled.ABOUT_HEADS and word in ("о", "об"):
        return _phrase(doc, index + 1, ("Loc",), head.sent.end)
    if lemma == "договор" and word == "на" and not any("сумм" in token.lower_ for token in doc[index : index + 4]):
        return _phrase(doc, index + 1, ("Acc",), head.sent.end)
    if lemma in titled.PLAN_HEADS and index < len(doc) and clauses.lemma(doc[index]) in titled.PLANNED:
        stop = index + 1
        while stop < head.sent.end and doc[stop].lower_ not in ("на", ".", ",") and stop < index + 6:
            stop += 1
        return _term(doc, stop, head.sent.end) or (index + 1 if head.text[:1].isupper() else None)
    return None


def _term(doc: Doc, index: int, end: int) -> int | None:
    """Return where a term «на 2023–2026 годы» ends."""
    if index >= end or doc[index].lower_ != "на":
        return None
    for stop in range(index + 1, min(index + 7, end)):
        if doc[stop].lower_.startswith(("год", "гг")):
            return stop + 1
    return None


def _phrase(doc: Doc, index: int, cases: tuple[str, ...], end: int) -> int | None:
    """Return where a noun phrase ends: a head in one of the cases, what is coordinated with it, its genitives."""
    stop, noun = None, False
    while index < end and not (noun and doc[index].text[:1].isupper() and cases == ("Loc",)):
        token = doc[index]
        case = clauses.case(token)
        if token.text[:1].isupper() and noun and case != "Gen":
            break
        if token.pos_ in ("NOUN", "PROPN") and (case in cases or (noun and case in ("Gen", ""))):
            stop, noun = index + 1, True
        elif token.pos_ == "ADJ" and (case in (*cases, "Gen")) and "VerbForm" not in str(token.morph):
            pass
        elif token.lower_ in ("и", ",") and index + 1 < end and clauses.case(doc[index + 1]) in (*cases, "Gen"):
            if token.lower_ == "," and doc[index + 1].pos_ not in ("NOUN", "ADJ"):
                break
        elif token.lower_ == "в" and doc[index + 1 : index + 2].text.lower() in ("области", "сфере"):
            cases = ("Loc",)
        else:
            break
        index += 1
    return stop


def _unsigned(head: Token) -> bool:
    """Tell whether the text speaks of a document that is still to come."""
    before = head.doc[max(head.sent.start, head.i - 5) : head.i]
    return any(
        clauses.lemma(token) in titled.UNSIGNED
        or (clauses.lemma(token) in titled.TO_SIGN and clauses.feature(token, "VerbForm") == "Inf")
        for token in before
    )


def events(doc: Doc, quotes: Sequence[Span], morphology: Morphology) -> Iterator[MentionFinding]:
    """Yield named events: a title after its head noun, quoted or Latin, or a head with capital adjectives."""
    begins = {quote.start: quote for quote in quotes}
    for head in doc:
        lemma = clauses.lemma(head)
        kind = titled.EVT_HEADS.get(lemma)
        if kind is not None and head.pos_ in ("NOUN", "PROPN", "X", "ADJ") and not head.text.isupper():
            yield from _event(head, kind, begins, morphology)


def _event(head: Token, kind: EntityKind, begins: dict[int, Span], morphology: Morphology) -> Iterator[MentionFinding]:
    doc = head.doc
    start = _first_capital(head)
    quote = _quote_after(head, begins)
    if quote is not None:
        span = Span(doc[start].idx, quote.end) if start is not None else quote
        yield event(doc, span, "evt.quoted", kind, morphology)
    elif start is not None and start < head.i:
        span = begins.get(doc[start].idx - 1, clauses.extent([doc[start], head]))
        yield event(doc, span, "evt.capital", kind, morphology)
    elif _latin_after(head) > head.i + 1:
        yield event(doc, clauses.extent(list(doc[head.i + 1 : _latin_after(head)])), "evt.latin", kind, morphology)
    elif clauses.lemma(head) == "кубок" and head.text[:1].isupper() and head.i + 1 < head.sent.end:
        owner = doc[head.i + 1]
        if clauses.case(owner) == "Gen":
            yield event(doc, clauses.extent([head, owner]), "evt.cup", kind, morphology)


def _first_capital(head: Token) -> int | None:
    """Return where the capitalised name of an event begins, ``None`` where a lower-case word describes it.

    A word that begins a sentence is a capital of the name only where no ordinal or lower-case adjective follows it.
    """
    index = head.i
    while index > head.sent.start and _modifies(head.doc[index - 1]):
        index -= 1
    run = [token for token in head.doc[index : head.i + 1] if token.text[:1].isupper() and not _is_numeral(token)]
    if run and run[0].is_sent_start and (clauses.lemma(run[0]) in titled.POINTING or run[0].i == head.i):
        run = run[1:]
    while run and clauses.lemma(run[0]) in titled.COUNTING:
        run = run[1:]
    return run[0].i if run else None


def _latin_after(head: Token) -> int:
    """Return where the capitalised words in Latin letters after a head end: «форум Smart City»."""
    index = head.i + 1
    while index < head.sent.end and "A" <= head.doc[index].text[0] <= "Z":
        index += 1
    return index


def _modifies(token: Token) -> bool:
    return token.pos_ == "ADJ" and token.text.endswith(_ENDINGS)


def _is_numeral(token: Token) -> bool:
    return not token.text.strip("IVXLC")


def _quote_after(head: Token, begins: dict[int, Span]) -> Span | None:
    """Return the title after a head: at once, or after a few words in lower case that say more of it."""
    for index in range(head.i + 1, min(head.i + _BETWEEN, head.sent.end)):
        token = head.doc[index]
        if token.idx in begins:
            return begins[token.idx]
        if (
            token.text[:1].isupper()
            or token.pos_ not in ("NOUN", "ADJ", "CCONJ", "ADP")
            or clauses.case(token) == "Nom"
        ):
            return None
        if index > head.i + 1 and token.pos_ == "NOUN" and clauses.case(token) not in ("Gen", "Dat", ""):
            return None
    return None


def event(doc: Doc, span: Span, rule: str, kind: EntityKind, morphology: Morphology) -> MentionFinding:
    """Return the mention of a named event."""
    return MentionFinding(spans=(span,), rule=rule, label="EVT", name=normal_form(doc, span, morphology), kind=kind)


def normal_form(doc: Doc, span: Span, morphology: Morphology) -> str:
    """Return the nominative of a name; what stands in quotation marks keeps its form."""
    part = doc.char_span(*span, alignment_mode="expand")
    text = clauses.quote(doc, span)
    if part is None:
        return text
    quote = next((i for i, char in enumerate(text) if char in names.OPENING), len(text))
    words = [token for token in part if token.idx < span.start + quote]
    head = clauses.nominative(words, morphology) if words else ""
    return f"{head} {text[quote:]}".strip() if quote < len(text) else head
