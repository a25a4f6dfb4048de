"""Reading the repaired tree: predicates, subjects, noun phrases. Shared by figures and events."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from spacy.tokens import Doc, Token

from svodka.core.spans import Span
from svodka.language.words import Word
from svodka.rules.rule import words

CLAUSAL = frozenset(("acl", "acl:relcl", "advcl", "parataxis", "ccomp", "csubj"))
SUBJECTS = frozenset(("nsubj", "nsubj:pass"))
# Verbs whose infinitive another than their subject does («министр поручил ускорить сев»).
_ANOTHER_ACTS = words(
    "запретить запрещать разрешить разрешать позволить позволять поручить поручать помочь помогать предложить"
    " предлагать рекомендовать порекомендовать попросить просить приказать потребовать требовать обязать обязывать"
    " мешать помешать велеть призвать призывать пригласить приглашать посоветовать советовать убедить заставить"
    " вынудить учить научить дать давать распорядиться"
)
_OUTSIDE_PHRASE = CLAUSAL | {"punct", "conj", "cc", "appos", "dep", "mark"}


def governor(token: Word) -> Word:
    """Return the predicate of the token's clause: the nearest ancestor that is a verb, else the sentence's root."""
    while token.dep_ != "ROOT" and token.pos_ not in ("VERB", "AUX"):
        token = token.head
    return token


def subjects(predicate: Word) -> list[Word]:
    """Return the heads of a predicate's subjects, coordinated ones included."""
    found = [child for child in predicate.children if child.dep_ in SUBJECTS]
    return [member for head in found for member in conjuncts(head)]


def finite(verb: Word) -> Word:
    """Return the verb that has the subject of an infinitive, adverbial participle or coordinated verb."""
    while verb.dep_ in ("xcomp", "conj", "advcl") and not subjects(verb) and verb.head.pos_ in ("VERB", "ADJ"):
        if verb.dep_ == "xcomp" and verb.head.lemma in _ANOTHER_ACTS:
            break
        verb = verb.head
    return verb


def conjuncts(head: Word) -> list[Word]:
    """Return a head and the nouns coordinated with it, in text order."""
    members = [head]
    for child in head.children:
        if child.dep_ == "conj" and child.pos_ in ("NOUN", "PROPN", "X"):
            members += conjuncts(child)
        elif (
            child.dep_ == "appos"
        ):  # «заводом „Спартак“ и ООО „Каштан“»: the second often hangs on the first one's name
            members += conjuncts(child)[1:]
    return members


def phrase(head: Word) -> list[Word]:
    """Return the noun phrase of a head without its clauses and coordinated nouns, as an unbroken run of tokens."""
    inside = {head.i, *(token.i for token in _inner(head))}
    first = last = head.i
    while first - 1 in inside:
        first -= 1
    while last + 1 in inside:
        last += 1
    return list(head.doc[first : last + 1])


def _inner(head: Word) -> Iterator[Word]:
    for child in head.children:
        if child.dep_ in CLAUSAL or (child.dep_ in _OUTSIDE_PHRASE and child.dep_ != "punct"):
            continue
        if child.dep_ == "punct" and child.text not in '«»„“”"()–-':
            continue
        yield child
        yield from _inner(child)
        if child.dep_ in ("amod", "nmod"):
            yield from _coordinated(child)


def _coordinated(token: Word) -> Iterator[Word]:
    """Yield what is coordinated with a modifier inside a phrase («торгово-экономическом и культурном»)."""
    for child in token.children:
        if child.dep_ in ("conj", "cc", "punct"):
            yield child
            yield from _inner(child)
            yield from _coordinated(child)


def extent(tokens: Sequence[Word]) -> Span:
    """Return the characters from the first token to the last."""
    return Span(tokens[0].idx, tokens[-1].end)


def preposition(word: Word) -> str:
    """Return the preposition that introduces a noun, lower-case; empty where there is none.

    Where the tree hangs the preposition elsewhere, the one that stands before the noun and its adjectives counts.
    The word keeps it, since most rules ask for it.
    """
    if word.preposition is None:
        word.preposition = _preposition(word)
    return word.preposition


def _preposition(word: Word) -> str:
    for child in word.children:
        if child.dep_ == "case" and child.i < word.i and not _parted(child, word):
            return child.lower_
    if word.pos_ not in ("NOUN", "PROPN"):
        return ""
    before = word
    while not before.is_sent_start and _stands_before(before.nbor(-1), word):
        before = before.nbor(-1)
    edge = word.left_edge  # «с 37 образовательными и научными организациями»: the first adjective has it
    if edge.pos_ == "ADP" and edge.head.dep_ in ("amod", "nummod"):
        return edge.lower_
    mark = before if before.is_sent_start else before.nbor(-1)
    return mark.lower_ if mark.pos_ == "ADP" and mark.head.i > mark.i else ""


def following(token: Word) -> Word:
    """Return the token after another, or the last token itself."""
    return token.nbor(1) if token.i + 1 < len(token.doc) else token


def preceding(token: Word) -> Word:
    """Return the token before another, or the first token itself."""
    return token.nbor(-1) if token.i else token


def _parted(mark: Word, noun: Word) -> bool:
    """Tell whether a finite verb stands between a preposition and the noun that the tree hangs it on."""
    return any(token.form == "Fin" for token in noun.doc[mark.i + 1 : noun.i])


def _stands_before(token: Word, noun: Word) -> bool:
    """Tell whether a word may stand between a preposition and its noun: an adjective in the noun's case, or a joint."""
    if is_adjectival(token):
        return token.head == noun or token.case in (noun.case, "")
    return token.lower_ in ("и", ",") and is_adjectival(following(token)) and is_adjectival(preceding(token))


def is_adjectival(token: Word) -> bool:
    """Tell whether a word describes a noun: an adjective, a participle, an adjective of a place taken for a name."""
    if token.pos_ in ("ADJ", "DET"):
        return token.feature("Variant") != "Short"
    if token.pos_ == "VERB":
        return token.form == "Part" and bool(token.case) and token.dep_ == "amod"
    return token.pos_ == "PROPN" and token.lemma.endswith(("ский", "цкий"))


def quote(doc: Doc, span: Span) -> str:
    """Return the text of a span; ``doc.text`` would spell out the whole document for it."""
    part = doc.char_span(span.start, span.end, alignment_mode="expand")
    return "" if part is None else str(part.text)[span.start - part.start_char : span.end - part.start_char]


def token_at(doc: Doc, offset: int) -> Token | None:
    """Return the token that holds a character."""
    span = doc.char_span(offset, offset + 1, alignment_mode="expand")
    return span[0] if span is not None and len(span) else None
