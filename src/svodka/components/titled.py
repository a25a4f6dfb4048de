"""Named documents and events: «соглашение о сотрудничестве», «Курская Коренская ярмарка», «День города»."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from svodka.components.normal_forms import NormalForms
from svodka.core.findings import MentionFinding
from svodka.core.records import EntityKind
from svodka.core.spans import Span
from svodka.language.columns import Columns
from svodka.language.declension import adjective_stem
from svodka.rules import titled

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


def documents(columns: Columns, forms: NormalForms) -> Iterator[MentionFinding]:
    """Yield the documents that a head and its subject name: in the singular, and signed."""
    for head in columns.with_lemma(titled.DOC_HEADS):
        if columns.pos[head] not in ("NOUN", "PROPN") or _are_several(columns, head):
            continue
        pieces = _document(columns, head)
        if pieces and not _unsigned(columns, head):
            (start, stop), *parted = pieces
            about = (columns.text[slice(*columns.span(*piece))] for piece in parted)
            yield MentionFinding(
                spans=tuple(columns.span(*piece) for piece in pieces),
                rule="doc.subject",
                label="DOC",
                name=" ".join([forms.of_words(start, stop), *about]),
                kind=titled.DOC_HEADS[columns.lemmas[head]],
            )


def _are_several(columns: Columns, head: int) -> bool:
    """Tell whether a head stands in the plural or after a numeral: «два договора о поставках»."""
    index, first = head - 1, columns.sentences[head].start
    while index > first and columns.pos[index] == "ADJ" and not columns.texts[index].isdigit():
        index -= 1
    before = max(index, first)
    numbered = before < head and (columns.pos[before] == "NUM" or columns.texts[before].isdigit())
    return columns.number(head) == "Plur" or numbered


def _document(columns: Columns, head: int) -> list[tuple[int, int]]:
    """Return the pieces of a document's name: head and subject, parted where the parties stand between them."""
    start, sentence = head, columns.sentences[head]
    while start > sentence.start and _describes(columns, start - 1):
        start -= 1
    stop = _subject(columns, head + 1, head)
    if stop is not None:
        return [(start, stop)]
    if columns.lemmas[head] not in titled.ABOUT_HEADS or not _parted(columns, head):
        return []
    for index in range(head + 2, min(head + _REACH, sentence.stop - 1)):
        if columns.lowers[index] in ("о", "об") and columns.lowers[index - 1] != "и":
            after = _subject(columns, index, head)
            if after is not None:
                return [(start, head + 1), (index, after)]
    return []


def _parted(columns: Columns, head: int) -> bool:
    """Tell whether the parties or the date of signing follow the head."""
    following = columns.lowers[head + 1 : head + 8]
    return "между" in following and following[0] in ("между", "от")


def _describes(columns: Columns, index: int) -> bool:
    if columns.pos[index] != "ADJ" or columns.capitals[index] or adjective_stem(columns.folded[index]) is None:
        return False
    return columns.lemmas[index] not in titled.POINTING


def _subject(columns: Columns, index: int, head: int) -> int | None:
    """Return where the subject that begins at ``index`` ends, ``None`` where none begins there."""
    lemma, end = columns.lemmas[head], columns.sentences[head].stop
    word = columns.lowers[index] if index < end else ""
    if lemma in titled.ABOUT_HEADS and word in ("о", "об"):
        return _phrase(columns, index + 1, ("Loc",), end)
    if lemma == "договор" and word == "на" and not any("сумм" in near for near in columns.lowers[index : index + 4]):
        return _phrase(columns, index + 1, ("Acc",), end)
    if lemma in titled.PLAN_HEADS and index < columns.length and columns.lemmas[index] in titled.PLANNED:
        stop = index + 1
        while stop < end and columns.lowers[stop] not in ("на", ".", ",") and stop < index + 6:
            stop += 1
        return _term(columns, stop, end) or (index + 1 if columns.capitals[head] else None)
    return None


def _term(columns: Columns, index: int, end: int) -> int | None:
    """Return where a term «на 2023–2026 годы» ends."""
    if index >= end or columns.lowers[index] != "на":
        return None
    for stop in range(index + 1, min(index + 7, end)):
        if columns.lowers[stop].startswith(("год", "гг")):
            return stop + 1
    return None


def _phrase(columns: Columns, index: int, cases: tuple[str, ...], end: int) -> int | None:
    """Return where a noun phrase ends: a head in one of the cases, what is coordinated with it, its genitives."""
    stop, noun = None, False
    while index < end and not (noun and columns.capitals[index] and cases == ("Loc",)):
        case, pos, word = columns.case(index), columns.pos[index], columns.lowers[index]
        if columns.capitals[index] and noun and case != "Gen":
            break
        if pos in ("NOUN", "PROPN") and (case in cases or (noun and case in ("Gen", ""))):
            stop, noun = index + 1, True
        elif pos == "ADJ" and case in (*cases, "Gen") and "VerbForm" not in columns.features[index]:
            pass
        elif word in ("и", ",") and index + 1 < end and columns.case(index + 1) in (*cases, "Gen"):
            if word == "," and columns.pos[index + 1] not in ("NOUN", "ADJ"):
                break
        elif word == "в" and columns.lowers[index + 1 : index + 2] in (["области"], ["сфере"]):
            cases = ("Loc",)
        else:
            break
        index += 1
    return stop


def _unsigned(columns: Columns, head: int) -> bool:
    """Tell whether the text speaks of a document that is still to come."""
    return any(
        columns.lemmas[index] in titled.UNSIGNED
        or (columns.lemmas[index] in titled.TO_SIGN and columns.features[index].get("VerbForm") == "Inf")
        for index in range(max(columns.sentences[head].start, head - 5), head)
    )


def events(columns: Columns, quotes: Sequence[Span], forms: NormalForms) -> Iterator[MentionFinding]:
    """Yield named events: a title after its head noun, quoted or Latin, or a head with capital adjectives."""
    begins = {quote.start: quote for quote in quotes}
    for head in columns.with_lemma(titled.EVT_HEADS):
        if columns.pos[head] in ("NOUN", "PROPN", "X", "ADJ") and not columns.texts[head].isupper():
            found = _event(columns, head, begins)
            if found is not None:
                yield event(*found, titled.EVT_HEADS[columns.lemmas[head]], forms)


def _event(columns: Columns, head: int, begins: dict[int, Span]) -> tuple[Span, str] | None:
    """Return the name of the event that a head tells, and the rule that found it."""
    start = _first_capital(columns, head)
    quote = _quote_after(columns, head, begins)
    if quote is not None:
        return Span(columns.starts[start], quote.end) if start is not None else quote, "evt.quoted"
    if start is not None and start < head:
        return begins.get(columns.starts[start] - 1, columns.span(start, head + 1)), "evt.capital"
    latin = _latin_after(columns, head)
    if latin > head + 1:
        return columns.span(head + 1, latin), "evt.latin"
    cup = columns.lemmas[head] == "кубок" and columns.capitals[head] and latin < columns.sentences[head].stop
    return (columns.span(head, latin + 1), "evt.cup") if cup and columns.case(latin) == "Gen" else None


def _first_capital(columns: Columns, head: int) -> int | None:
    """Return where the capitalised name of an event begins, ``None`` where a lower-case word describes it.

    A word that begins a sentence is a capital of the name only where no ordinal or lower-case adjective follows it.
    """
    index, first = head, columns.sentences[head].start
    while index > first and columns.pos[index - 1] == "ADJ" and columns.texts[index - 1].endswith(_ENDINGS):
        index -= 1
    run = [i for i in range(index, head + 1) if columns.capitals[i] and not _is_numeral(columns.texts[i])]
    if run and columns.opening[run[0]] and (columns.lemmas[run[0]] in titled.POINTING or run[0] == head):
        run = run[1:]
    while run and columns.lemmas[run[0]] in titled.COUNTING:
        run = run[1:]
    return run[0] if run else None


def _latin_after(columns: Columns, head: int) -> int:
    """Return where the capitalised words in Latin letters after a head end: «форум Smart City»."""
    index, end = head + 1, columns.sentences[head].stop
    while index < end and "A" <= columns.texts[index][0] <= "Z":
        index += 1
    return index


def _is_numeral(text: str) -> bool:
    return not text.strip("IVXLC")


def _quote_after(columns: Columns, head: int, begins: dict[int, Span]) -> Span | None:
    """Return the title after a head: at once, or after a few words in lower case that say more of it."""
    for index in range(head + 1, min(head + _BETWEEN, columns.sentences[head].stop)):
        quote = begins.get(columns.starts[index])
        if quote is not None:
            return quote
        pos, case = columns.pos[index], columns.case(index)
        if columns.capitals[index] or pos not in ("NOUN", "ADJ", "CCONJ", "ADP") or case == "Nom":
            return None
        if index > head + 1 and pos == "NOUN" and case not in ("Gen", "Dat", ""):
            return None
    return None


def event(span: Span, rule: str, kind: EntityKind, forms: NormalForms) -> MentionFinding:
    """Return the mention of a named event."""
    return MentionFinding(spans=(span,), rule=rule, label="EVT", name=forms.of_name(span), kind=kind)
