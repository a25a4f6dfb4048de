"""The places of the frame language: a name or a preposition with a case becomes the heads that stand there."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from functools import lru_cache

from svodka.components import arguments, clauses, constructions
from svodka.components.scene import Scene
from svodka.components.segments import is_predicate
from svodka.components.triggers import Site
from svodka.language.words import Word

_NOMINAL = frozenset(("NOUN", "PROPN", "X", "PRON", "NUM", "SYM"))


def at(place: str, site: Site, scene: Scene) -> list[Word]:
    """Return the heads of the phrases that stand at a place."""
    if "+" in place:
        return _prepositional(place, site, scene)
    return PLACES_IN_TREE[place](site, scene)


def _prepositional(place: str, site: Site, scene: Scene) -> list[Word]:
    """Return the nouns in a case after a preposition; «в_сфере» stands for a preposition of two words."""
    forms, noun, wanted = _parts(place)
    said = scene.words_of(site.trigger.sent)
    if noun:
        if noun not in said:
            return []
        return [t for t in _subtrees(site) if _in_case(t, wanted) and _follows_noun(t, forms, noun)]
    forms = [form for form in forms if form in said]
    if not forms:
        return []
    near = [t for form in forms for t in scene.introduced(site.trigger, form)]
    place_of_site = site.trigger.i, site.carrier.i
    if place_of_site not in scene.below:
        scene.below[place_of_site] = [word for word in _below(site) if clauses.preposition(word)]
    found = [t for t in scene.below[place_of_site] if clauses.preposition(t) in forms and _in_case(t, wanted)]
    found = [arguments.antecedent(t) if t.lemma == "который" else t for t in found]
    return found or _loose(sorted(near, key=lambda token: token.i), wanted, site, scene)


def is_of_tree(place: str) -> bool:
    """Tell whether heads of phrases stand at a place."""
    return "+" in place or place in PLACES_IN_TREE


@lru_cache(1024)
def _parts(place: str) -> tuple[Sequence[str], str, str]:
    """Return the forms of a preposition, the noun that it stands before in one of two words, and the case."""
    given, _, wanted = place.partition("+")
    preposition, _, noun = given.partition("_")
    return (preposition, preposition + "о", preposition + "б"), noun, wanted


def _loose(near: list[Word], wanted: str, site: Site, scene: Scene) -> list[Word]:
    """Return the phrase of the clause that belongs to a trigger though the tree hangs it elsewhere."""
    near = [token for token in near if _in_case(token, wanted) and token.pos_ in _NOMINAL]
    if site.trigger.pos_ != "VERB":
        following = (t for t in near if t.i > site.trigger.i)
        return [t for t in following if not any(is_predicate(o) for o in scene.doc[site.trigger.i : t.i])][:1]
    free = [token for token in near if _is_free(token, site, scene)]
    directed = [t for t in near if wanted == "Acc" and t.i > site.trigger.i and scene.named(t) is not None]
    return (free or directed)[:1]


def _subtrees(site: Site) -> Iterator[Word]:
    """Yield the words under a trigger or its verb."""
    anchors = dict.fromkeys((site.trigger, site.carrier))
    yield from {token.i: token for anchor in anchors for token in anchor.subtree}.values()


def _below(site: Site) -> Iterator[Word]:
    """Yield what hangs on a trigger or its verb, in text order, and on a genitive right below the trigger."""
    anchors = dict.fromkeys((site.trigger, site.carrier, clauses.finite(site.carrier)))
    below = {child.i: child for anchor in anchors for child in anchor.children}
    for child in site.trigger.children:
        if child.dep_ == "nmod" and child.case == "Gen" and not clauses.preposition(child):
            below.update((grandchild.i, grandchild) for grandchild in child.children if grandchild.dep_ == "nmod")
            for name in child.children:
                if name.dep_ in ("appos", "flat:name"):
                    below.update((other.i, other) for other in name.children if other.dep_ == "nmod")
    yield from (below[index] for index in sorted(below) if below[index] not in anchors)


def _follows_noun(token: Word, prepositions: Sequence[str], noun: str) -> bool:
    """Tell whether a noun stands after a preposition of two words («в сфере», «по итогам»)."""
    head = token.head
    if noun in (head.lower_, head.lemma) and clauses.preposition(head) in prepositions:
        return True
    marks = [child for child in token.children if child.dep_ == "case" and child.lower_ in prepositions]
    return any(other.lower_ == noun for mark in marks for other in mark.children if other.dep_ == "fixed")


def _in_case(token: Word, wanted: str) -> bool:
    """Tell whether a noun stands in a case; a counted one stands in the genitive («в 14 стран»)."""
    counted = wanted == "Acc" and any(child.dep_.startswith("nummod") for child in token.children)
    return token.case in (wanted, "") or (counted and token.case == "Gen")


def _is_free(token: Word, site: Site, scene: Scene) -> bool:
    """Tell whether the verb of the clause governs a phrase, not a noun of another phrase."""
    if token.i in scene.dated or token == site.trigger:
        return False
    head = token.head
    if head.dep_ in clauses.SUBJECTS and head.i < token.i < site.carrier.i and scene.place_of(head) is not None:
        return True  # «гомельчане на форуме представили …»
    return head.pos_ in ("VERB", "AUX", "ADV", "ADJ") or head == site.trigger or head.dep_ == "ROOT"


PLACES_IN_TREE: dict[str, Callable[[Site, Scene], list[Word]]] = {
    "subject": arguments.subject,
    "object": arguments.direct_object,
    "agent": arguments.agent,
    "gen": arguments.genitive,
    "dat": lambda site, scene: arguments.bare(site.carrier, "Dat"),
    "ins": lambda site, scene: arguments.bare(site.trigger, "Ins") or arguments.bare(site.carrier, "Ins"),
    "led": constructions.led,
    "clause": constructions.completing,
    "aim": constructions.aim,
    "after": constructions.after,
    "self": lambda site, scene: [site.trigger],
    "attendant": constructions.attendant,
    "shown": constructions.shown,
    "gathered": constructions.gathered,
    "topic": constructions.discussed,
    "organizer": constructions.organizer,
    "destination": constructions.destination,
    "owner": constructions.owner,
    "capital": constructions.capital,
    "made": lambda site, scene: [
        c for head in arguments.direct_object(site, scene) for c in arguments.bare(head, "Gen")
    ],
    "needs": constructions.needs,
    "predicate": constructions.predicate,
    "measured": constructions.measured,
    "where": constructions.where,
    "whole": constructions.whole,
    "domains": constructions.domains,
    "elsewhere": constructions.elsewhere,
    "theme": arguments.theme,
    "bare_place": constructions.bare_place,
    "speaker": constructions.speaker,
    "quoted": constructions.quoted,
    "founded": constructions.founded,
    "bearer": constructions.bearer,
    "antecedent": constructions.antecedent,
    "ranked": constructions.ranked,
    "portion": constructions.portion,
}
