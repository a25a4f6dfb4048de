"""Reading the repaired tree: predicates, subjects, noun phrases. Shared by figures and events."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from spacy.tokens import Doc, Token

from svodka.core.spans import Span
from svodka.language.morphology import Morphology, PhraseWord
from svodka.rules.rule import fold

CLAUSAL = frozenset(("acl", "acl:relcl", "advcl", "parataxis", "ccomp", "csubj"))
SUBJECTS = frozenset(("nsubj", "nsubj:pass"))
_OUTSIDE_PHRASE = CLAUSAL | {"punct", "conj", "cc", "appos", "dep", "mark"}


def governor(token: Token) -> Token:
    """Return the predicate of the token's clause: the nearest ancestor that is a verb, else the sentence's root."""
    while token.dep_ != "ROOT" and token.pos_ not in ("VERB", "AUX"):
        token = token.head
    return token


def subjects(predicate: Token) -> list[Token]:
    """Return the heads of a predicate's subjects, coordinated ones included."""
    found = [child for child in predicate.children if child.dep_ in SUBJECTS]
    return [member for head in found for member in conjuncts(head)]


def finite(verb: Token) -> Token:
    """Return the verb that has the subject of an infinitive, adverbial participle or coordinated verb."""
    while verb.dep_ in ("xcomp", "conj", "advcl") and not subjects(verb) and verb.head.pos_ in ("VERB", "ADJ"):
        verb = verb.head
    return verb


def conjuncts(head: Token) -> list[Token]:
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


def phrase(head: Token) -> list[Token]:
    """Return the noun phrase of a head without its clauses and coordinated nouns, as an unbroken run of tokens."""
    inside = {head.i, *(token.i for token in _inner(head))}
    first = last = head.i
    while first - 1 in inside:
        first -= 1
    while last + 1 in inside:
        last += 1
    return list(head.doc[first : last + 1])


def _inner(head: Token) -> Iterator[Token]:
    for child in head.children:
        if child.dep_ in CLAUSAL or (child.dep_ in _OUTSIDE_PHRASE and child.dep_ != "punct"):
            continue
        if child.dep_ == "punct" and child.text not in '«»„“”"()–-':
            continue
        yield child
        yield from _inner(child)
        if child.dep_ in ("amod", "nmod"):
            yield from _coordinated(child)


def _coordinated(token: Token) -> Iterator[Token]:
    """Yield what is coordinated with a modifier inside a phrase («торгово-экономическом и культурном»)."""
    for child in token.children:
        if child.dep_ in ("conj", "cc", "punct"):
            yield child
            yield from _inner(child)
            yield from _coordinated(child)


def extent(tokens: Sequence[Token]) -> Span:
    """Return the characters from the first token to the last."""
    return Span(tokens[0].idx, tokens[-1].idx + len(tokens[-1]))


def nominative(tokens: Sequence[Token], morphology: Morphology, *, number: str | None = None) -> str:
    """Return the normal form of an unbroken run of tokens."""
    first = tokens[0].i
    inside = range(len(tokens))
    words = [
        PhraseWord(
            token.text,
            token.pos_,
            _agreeing(token),
            token.head.i - first if token.head.i - first in inside and token.head is not token else None,
            token.dep_,
            token.whitespace_,
        )
        for token in tokens
    ]
    return morphology.nominative(words, number=number)


def _agreeing(token: Token) -> str:
    """Return the features of a token; an adjective has the gender of its noun, whatever the tagger says."""
    features = token.morph.to_dict()
    if (
        token.dep_ != "amod"
        or token.head.pos_ != "NOUN"
        or "Gender" not in features
        or features.get("Number") != "Sing"
    ):
        return str(token.morph)
    gender = feature(token.head, "Gender")
    return "|".join(f"{name}={gender or value if name == 'Gender' else value}" for name, value in features.items())


def preposition(token: Token) -> str:
    """Return the preposition that introduces a noun, lower-case; empty where there is none.

    Where the tree hangs the preposition elsewhere, the one that stands before the noun and its adjectives counts.
    """
    found = next((child.lower_ for child in token.children if child.dep_ == "case" and child.i < token.i), "")
    if found or token.pos_ not in ("NOUN", "PROPN"):
        return found
    before = token
    while before.i > token.sent.start and before.nbor(-1).pos_ in ("ADJ", "DET") and before.nbor(-1).head == token:
        before = before.nbor(-1)
    edge = token.left_edge  # «с 37 образовательными и научными организациями»: the first adjective has it
    if edge.pos_ == "ADP" and edge.head.dep_ in ("amod", "nummod"):
        return edge.lower_
    mark = before.nbor(-1) if before.i > token.sent.start else before
    return mark.lower_ if mark.pos_ == "ADP" and mark.head.i > token.i else ""


def lemma(token: Token) -> str:
    """Return the lemma as the tables write it, with е for ё."""
    return fold(token.lemma_)


def feature(token: Token, name: str) -> str:
    """Return a UD feature of a token (``Case``, ``Tense``, ``VerbForm`` …); empty where it has none."""
    return next(iter(token.morph.get(name, [])), "")


def case(token: Token) -> str:
    """Return the UD case of a token; empty where it has none."""
    return feature(token, "Case")


def quote(doc: Doc, span: Span) -> str:
    """Return the text of a span; ``doc.text`` would spell out the whole document for it."""
    part = doc.char_span(span.start, span.end, alignment_mode="expand")
    return "" if part is None else str(part.text)[span.start - part.start_char : span.end - part.start_char]


def token_at(doc: Doc, offset: int) -> Token | None:
    """Return the token that holds a character."""
    span = doc.char_span(offset, offset + 1, alignment_mode="expand")
    return span[0] if span is not None and len(span) else None
