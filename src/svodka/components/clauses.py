"""Reading the repaired tree: predicates, subjects, noun phrases. Shared by figures and events.

Trees are read alike from spaCy's tokens and from ``Word``s, which have the tags at hand.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from spacy.tokens import Doc, Token

from svodka.core.spans import Span
from svodka.language.grammemes import parse_features
from svodka.language.words import Node, Word
from svodka.rules.rule import fold_word, words

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


def governor(token: Node) -> Node:
    """Return the predicate of the token's clause: the nearest ancestor that is a verb, else the sentence's root."""
    while token.dep_ != "ROOT" and token.pos_ not in ("VERB", "AUX"):
        token = token.head
    return token


def subjects(predicate: Node) -> list[Node]:
    """Return the heads of a predicate's subjects, coordinated ones included."""
    found = [child for child in predicate.children if child.dep_ in SUBJECTS]
    return [member for head in found for member in conjuncts(head)]


def finite(verb: Node) -> Node:
    """Return the verb that has the subject of an infinitive, adverbial participle or coordinated verb."""
    while verb.dep_ in ("xcomp", "conj", "advcl") and not subjects(verb) and verb.head.pos_ in ("VERB", "ADJ"):
        if verb.dep_ == "xcomp" and lemma(verb.head) in _ANOTHER_ACTS:
            break
        verb = verb.head
    return verb


def conjuncts(head: Node) -> list[Node]:
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


def extent(tokens: Sequence[Node]) -> Span:
    """Return the characters from the first token to the last."""
    return Span(tokens[0].idx, tokens[-1].idx + len(tokens[-1]))


def preposition(token: Token | Word) -> str:
    """Return the preposition that introduces a noun, lower-case; empty where there is none.

    Where the tree hangs the preposition elsewhere, the one that stands before the noun and its adjectives counts.
    A ``Word`` keeps it, since most rules ask for it.
    """
    if isinstance(token, Token):
        return _preposition(token)
    if token.preposition is None:
        token.preposition = _preposition(token)
    return token.preposition


def _preposition(token: Node) -> str:
    for child in token.children:
        if child.dep_ == "case" and child.i < token.i and not _parted(child, token):
            return child.lower_
    if token.pos_ not in ("NOUN", "PROPN"):
        return ""
    before = token
    while not opens_sentence(before) and _stands_before(before.nbor(-1), token):
        before = before.nbor(-1)
    edge = token.left_edge  # «с 37 образовательными и научными организациями»: the first adjective has it
    if edge.pos_ == "ADP" and edge.head.dep_ in ("amod", "nummod"):
        return edge.lower_
    mark = before if opens_sentence(before) else before.nbor(-1)
    return mark.lower_ if mark.pos_ == "ADP" and mark.head.i > mark.i else ""


def opens_sentence(token: Token | Word) -> bool:
    """Tell whether a token is the first of its sentence; ``token.sent`` would make a span for it."""
    return token.i == 0 or bool(token.is_sent_start)


def following(token: Node) -> Node:
    """Return the token after another, or the last token itself."""
    return token.nbor(1) if token.i + 1 < len(token.doc) else token


def preceding(token: Node) -> Node:
    """Return the token before another, or the first token itself."""
    return token.nbor(-1) if token.i else token


def _parted(mark: Node, noun: Node) -> bool:
    """Tell whether a finite verb stands between a preposition and the noun that the tree hangs it on."""
    return any(feature(token, "VerbForm") == "Fin" for token in noun.doc[mark.i + 1 : noun.i])


def _stands_before(token: Node, noun: Node) -> bool:
    """Tell whether a word may stand between a preposition and its noun: an adjective in the noun's case, or a joint."""
    if is_adjectival(token):
        return token.head == noun or case(token) in (case(noun), "")
    return token.lower_ in ("и", ",") and is_adjectival(following(token)) and is_adjectival(preceding(token))


def is_adjectival(token: Token | Word) -> bool:
    """Tell whether a word describes a noun: an adjective, a participle, an adjective of a place taken for a name."""
    if token.pos_ in ("ADJ", "DET"):
        return feature(token, "Variant") != "Short"
    if token.pos_ == "VERB":
        return feature(token, "VerbForm") == "Part" and bool(case(token)) and token.dep_ == "amod"
    return token.pos_ == "PROPN" and lemma(token).endswith(("ский", "цкий"))


def lemma(token: Token | Word) -> str:
    """Return the lemma as the tables write it, with е for ё."""
    return token.lemma if isinstance(token, Word) else fold_word(token.lemma_)


def feature(token: Token | Word, name: str) -> str:
    """Return a UD feature of a token (``Case``, ``Tense``, ``VerbForm`` …); empty where it has none."""
    features = token.features if isinstance(token, Word) else parse_features(str(token.morph))
    return features.get(name, "")


def case(token: Token | Word) -> str:
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
