"""The places of the frame language, found in the tree; where the tree has nothing, by case and order in the clause."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from spacy.tokens import Token

from svodka.components import clauses
from svodka.components.scene import Scene
from svodka.components.segments import is_predicate
from svodka.components.triggers import Site
from svodka.rules.rule import words

_COMPLETING = frozenset(("xcomp", "ccomp", "csubj", "acl", "nmod", "advcl"))
_NOMINAL = frozenset(("NOUN", "PROPN", "X", "PRON", "NUM", "SYM"))
_MARK_WITHIN = 3
_LEADERS = frozenset(("глава", "руководство"))
_LEADING = words("возглавлять возглавить")
_ORGANIZED = words("организовать проводить провести инициатива")
_HAVING = words("иметь")
_CAPITAL = words("капитал участие инвестиция")
_NEED = words("потребность спрос")
_MEASURES = words(
    "тонна т млн тыс миллион тысяча миллиард млрд гектар га центнер литр метр км голова процент % единица штука кг"
)


def at(place: str, site: Site, scene: Scene) -> list[Token]:
    """Return the heads of the phrases that stand at a place."""
    if "+" in place:
        return _prepositional(place, site, scene)
    return PLACES_IN_TREE[place](site, scene)


def _prepositional(place: str, site: Site, scene: Scene) -> list[Token]:
    """Return the nouns in a case after a preposition; «в_сфере» stands for a preposition of two words."""
    given, wanted = place.split("+")
    preposition, _, noun = given.partition("_")
    below = _subtrees(site) if noun else _below(site)
    found = [token for token in below if _introduced(token, preposition, noun) and _in_case(token, wanted)]
    if found or noun:
        return found
    segment = scene.segments.of(site.trigger)
    near = [t for t in segment if _introduced(t, preposition, "") and _in_case(t, wanted) and t.pos_ in _NOMINAL]
    if site.trigger.pos_ != "VERB":
        following = (t for t in near if t.i > site.trigger.i)
        return [t for t in following if not any(is_predicate(o) for o in scene.doc[site.trigger.i : t.i])][:1]
    free = [token for token in near if _is_free(token, site, scene)]
    directed = [t for t in near if wanted == "Acc" and t.i > site.trigger.i and scene.named(t) is not None]
    return (free or directed)[:1]


def _subtrees(site: Site) -> Iterator[Token]:
    """Yield the words under a trigger or its verb."""
    anchors = dict.fromkeys((site.trigger, site.carrier))
    yield from {token.i: token for anchor in anchors for token in anchor.subtree}.values()


def _below(site: Site) -> Iterator[Token]:
    """Yield what hangs on a trigger or its verb, in text order, and on a genitive right below the trigger."""
    anchors = dict.fromkeys((site.trigger, site.carrier, clauses.finite(site.carrier)))
    below = {child.i: child for anchor in anchors for child in anchor.children}
    for child in site.trigger.children:
        if child.dep_ == "nmod" and clauses.case(child) == "Gen" and not clauses.preposition(child):
            below.update((grandchild.i, grandchild) for grandchild in child.children if grandchild.dep_ == "nmod")
            for name in child.children:
                if name.dep_ in ("appos", "flat:name"):
                    below.update((other.i, other) for other in name.children if other.dep_ == "nmod")
    yield from (below[index] for index in sorted(below) if below[index] not in anchors)


def _introduced(token: Token, preposition: str, noun: str) -> bool:
    if not noun:
        return clauses.preposition(token) in (preposition, preposition + "о", preposition + "б")
    head = token.head
    if noun in (head.lower_, clauses.lemma(head)) and clauses.preposition(head) in (preposition, preposition + "о"):
        return True
    marks = [child for child in token.children if child.dep_ == "case" and child.lower_ == preposition]
    return any(other.lower_ == noun for mark in marks for other in mark.children if other.dep_ == "fixed")


def _in_case(token: Token, wanted: str) -> bool:
    """Tell whether a noun stands in a case; a counted one stands in the genitive («в 14 стран»)."""
    counted = wanted == "Acc" and any(child.dep_.startswith("nummod") for child in token.children)
    return clauses.case(token) in (wanted, "") or (counted and clauses.case(token) == "Gen")


def _is_free(token: Token, site: Site, scene: Scene) -> bool:
    """Tell whether the verb of the clause governs a phrase, not a noun of another phrase."""
    if token.i in scene.dated or token == site.trigger:
        return False
    head = token.head
    return head.pos_ in ("VERB", "AUX", "ADV", "ADJ") or head == site.trigger or head.dep_ == "ROOT"


def _subject(site: Site, scene: Scene) -> list[Token]:
    if site.trigger.pos_ == "VERB" and clauses.feature(site.trigger, "VerbForm") == "Part" and not site.passive:
        return [site.trigger.head] if site.trigger.dep_ in ("amod", "acl") else []
    if site.passive:
        return []
    verb = clauses.finite(site.carrier)
    found = [head for head in _subjects(verb) if head not in (site.trigger, site.carrier)]
    relative = [_antecedent(head) for head in found if clauses.lemma(head) == "который"]
    return relative or found or _nominatives(site, scene)


def _subjects(verb: Token) -> list[Token]:
    """Return the head of a verb's subject: the nominative where the tree gives several."""
    found = clauses.subjects(verb)
    plain = [head for head in found if clauses.case(head) in ("Nom", "")]
    nouns = [head for head in plain if head.pos_ != "ADJ"]
    return (nouns or plain or found)[:1]


def _antecedent(pronoun: Token) -> Token:
    """Return the noun that a relative pronoun stands for: what its clause hangs on."""
    verb = pronoun.head
    return verb.head if verb.dep_ in ("acl", "acl:relcl") else pronoun


def _nominatives(site: Site, scene: Scene) -> list[Token]:
    """Return the nominative of the clause that agrees with the verb in number, the nearest one."""
    if site.carrier.pos_ not in ("VERB", "AUX"):
        return []
    number = clauses.feature(site.carrier, "Number")
    found = [
        token
        for token in scene.segments.of(site.carrier)
        if token.pos_ in ("NOUN", "PROPN")
        and (clauses.case(token) == "Nom" or (_is_counted(token) and token.dep_ != "obl"))
        and not clauses.preposition(token)
        and token not in site.tokens
        and token.dep_ not in ("appos", "flat", "flat:name", "conj", "nmod")
        and (not number or _is_counted(token) or clauses.feature(token, "Number") in (number, ""))
    ]
    return sorted(found, key=lambda token: abs(token.i - site.carrier.i))[:1]


def _is_counted(token: Token) -> bool:
    """Tell whether a noun is the genitive of a number («15 предприятий»), which may be the subject."""
    return clauses.case(token) == "Gen" and any(child.dep_.startswith("nummod") for child in token.children)


def _object(site: Site, scene: Scene) -> list[Token]:
    verb = site.carrier
    if site.passive and site.trigger.dep_ in ("amod", "acl") and site.trigger.pos_ == "VERB":
        return [site.trigger.head]
    if site.trigger.pos_ != "VERB" and site.trigger.dep_ not in clauses.SUBJECTS and site.standing != "framed":
        return []
    if site.passive:
        near = _subjects(verb) or _nominatives(site, scene) or _subjects(clauses.finite(verb))
        return [token for token in near if token != site.trigger]
    wanted = ("Acc", "Gen", "Nom", "")
    found = [
        child
        for child in verb.children
        if child.dep_ in ("obj", "nsubj:pass") and clauses.case(child) in wanted and not _prefixed(child)
    ]
    if not found and verb.dep_ == "conj" and verb.head.pos_ == "VERB":
        return []
    return [child for child in found if child not in site.tokens] or _accusatives(site, scene)


def _prefixed(token: Token) -> bool:
    return clauses.preposition(token) not in ("", "около", "до", "свыше", "от")


def _accusatives(site: Site, scene: Scene) -> list[Token]:
    """Return the first accusative of the clause that hangs on no preposition and no other noun."""
    return [
        token
        for token in scene.segments.of(site.carrier)
        if token.pos_ in ("NOUN", "PROPN")
        and clauses.case(token) == "Acc"
        and not clauses.preposition(token)
        and token not in site.tokens
        and token.i not in scene.dated
        and (token.head.pos_ not in ("NOUN", "PROPN") or token.dep_ in ("appos", "parataxis"))
    ][:1]


def _agent(site: Site, scene: Scene) -> list[Token]:
    return _bare(site.carrier, "Ins") if site.passive else []


def _bare(anchor: Token, wanted: str) -> list[Token]:
    """Return the dependants of an anchor in a case, without preposition."""
    return [
        child
        for child in anchor.children
        if child.pos_ in ("NOUN", "PROPN", "X", "ADJ")
        and (clauses.case(child) == wanted or (child.pos_ == "X" and wanted == "Gen"))
        and not clauses.preposition(child)
        and child.dep_ not in ("conj", "amod", *clauses.SUBJECTS)
    ]


def _genitive(site: Site, scene: Scene) -> list[Token]:
    """Return the genitive on a noun; a name that the tagger gives no case counts right after it."""
    found = _bare(site.trigger, "Gen")
    if not found:  # «создание и развитие производств»: the genitive hangs on the last of them
        found = [noun for child in site.trigger.children if child.dep_ == "conj" for noun in _bare(child, "Gen")]
    after = site.trigger.i + 1
    if not found and after < len(scene.doc) and scene.entity(scene.doc[after]) is not None:
        following = scene.doc[after]
        found = [following] if following.sent == site.trigger.sent and following.pos_ in ("PROPN", "X", "NOUN") else []
    return found


def _led(site: Site, scene: Scene) -> list[Token]:
    """Return the person after «во главе с», «под руководством», or who leads in a relative clause."""
    sentence = site.trigger.sent
    leads = [
        token for token in sentence if clauses.lemma(token) in _LEADERS and clauses.preposition(token) in ("во", "под")
    ]
    found = [person for lead in leads if (person := _next_person(lead, scene)) is not None]
    verbs = [token for token in sentence if clauses.lemma(token) in _LEADING and token.dep_.startswith("acl")]
    return found + [head for verb in verbs for head in clauses.subjects(verb)]


def _next_person(token: Token, scene: Scene) -> Token | None:
    """Return the nearest person named after a word."""
    after = token.doc[token.i + 1 : min(token.i + 12, token.sent.end)]
    people = (t for t in after if (entity := scene.named(t)) is not None and scene.label(entity) == "PER")
    return next(people, None)


def _completing(site: Site, scene: Scene) -> list[Token]:
    anchors = dict.fromkeys((site.trigger, site.carrier))
    found = [
        child
        for anchor in anchors
        for child in anchor.children
        if child.dep_ in _COMPLETING
        and child.pos_ == "VERB"
        and child.i > anchor.i
        and clauses.feature(child, "VerbForm") in ("Inf", "Fin")
    ]
    return [verb for first in found[:1] for verb in (first, *_coordinated(first))]


def _coordinated(verb: Token) -> list[Token]:
    return [child for child in verb.children if child.dep_ == "conj" and child.pos_ == "VERB"]


def _after(site: Site, scene: Scene) -> list[Token]:
    """Return what follows a colon or dash after the trigger, in its sentence, item by item."""
    sentence = site.trigger.sent
    mark = next((t for t in sentence if t.i > site.trigger.i and t.text in (":", "–", "—")), None)
    if mark is None or mark.i > site.trigger.i + _MARK_WITHIN:
        return []
    found: list[Token] = []
    last = -1
    for token in scene.doc[mark.i + 1 : sentence.end]:
        entity = scene.mention(token)
        if token.i <= last or token.pos_ not in ("NOUN", "PROPN", "X") or clauses.preposition(token):
            continue
        if clauses.case(token) not in ("Nom", "") and entity is None:
            continue
        found.append(token)
        phrase = {t.i for t in clauses.phrase(token)}
        last = max(t.i for t in sentence if t.i in phrase or (entity is not None and scene.mention(t) == entity))
    return found


def _attendant(site: Site, scene: Scene) -> list[Token]:
    """Return who takes part: the subject of the verb by which one attends, or of a relative clause about it."""
    if site.standing == "attended":
        return _subject(Site(site.trigger, site.carrier, False, site.tokens), scene)
    verbs = [
        child
        for child in site.trigger.subtree
        if child.dep_.startswith("acl") and clauses.lemma(child) == "участвовать"
    ]
    return [head for verb in verbs for head in clauses.subjects(verb) if clauses.lemma(head) != "который"]


def _shown(site: Site, scene: Scene) -> list[Token]:
    """Return what is shown at an exhibition."""
    if site.standing != "attended" or not clauses.lemma(site.carrier).startswith(
        ("предст", "презент", "демонстр", "продемонстр")
    ):
        return []
    shown = [child for child in site.carrier.children if child.dep_ == "obj"][:1]
    listed = [child for head in shown for child in head.children if child.dep_ == "parataxis" and child.pos_ == "NOUN"]
    return listed or shown


def _topic(site: Site, scene: Scene) -> list[Token]:
    """Return what a forum is about: what is discussed there, or the phrase after «посвящённый»."""
    if site.standing == "framed":
        return _object(site, scene)
    devoted = [child for child in site.trigger.children if clauses.lemma(child) == "посвятить"]
    return [child for word in devoted for child in word.children if clauses.case(child) == "Dat"][:1]


def _organizer(site: Site, scene: Scene) -> list[Token]:
    """Return who holds it: the subject of the verb that carries it, the agent of its participle."""
    if site.standing == "predicated" and not site.passive:
        return _subject(site, scene) if site.trigger.dep_ not in clauses.SUBJECTS else []
    return _agent(site, scene)


def _destination(site: Site, scene: Scene) -> list[Token]:
    return [
        t
        for t in site.trigger.subtree
        if clauses.preposition(t) in ("в", "во", "на") and clauses.case(t) in ("Acc", "")
    ]


def _owner(site: Site, scene: Scene) -> list[Token]:
    """Return who has a document."""
    verb = site.trigger.head
    return clauses.subjects(verb) if clauses.lemma(verb) in _HAVING else []


def _capital(site: Site, scene: Scene) -> list[Token]:
    """Return whose capital it is («с российским капиталом»)."""
    heads = [
        t for t in scene.segments.of(site.trigger) if clauses.lemma(t) in _CAPITAL and clauses.preposition(t) == "с"
    ]
    return [child for head in heads for child in head.children if scene.place_of(child) is not None]


def _needs(site: Site, scene: Scene) -> list[Token]:
    heads = [child for child in site.carrier.children if clauses.lemma(child) in _NEED]
    return [child for head in heads for child in head.children if clauses.preposition(child) == "в"]


def _predicate(site: Site, scene: Scene) -> list[Token]:
    """Return the subject of the copula whose predicate the trigger is."""
    return [head for head in clauses.subjects(site.trigger.head) if head != site.trigger]


def _measured(site: Site, scene: Scene) -> list[Token]:
    """Return what is counted or weighed: the noun below the measure, else the object."""
    found = _object(site, scene)
    segment = scene.segments.of(site.trigger)
    heads = [t for t in segment if t.i in scene.counted and clauses.lemma(t) in _MEASURES]
    below = [
        child
        for head in heads
        for child in head.children
        if child.pos_ in ("NOUN", "PROPN", "ADJ")
        and child.i > head.i
        and clauses.case(child) == "Gen"
        and clauses.lemma(child) not in _MEASURES
    ]
    plain = [head for head in found if clauses.lemma(head) not in _MEASURES]
    nouns = [t for t in segment if t.i in scene.counted and t.pos_ in ("NOUN", "PROPN") and not clauses.preposition(t)]
    counted = [token for token in nouns if clauses.lemma(token) not in _MEASURES]
    below.sort(key=lambda token: (token.i < site.trigger.i, abs(token.i - site.trigger.i)))
    return (below or plain or counted)[:1]


def _where(site: Site, scene: Scene) -> list[Token]:
    """Return the place or body in which something is counted («в Краснодарском крае – 1,6 млн га»)."""
    return [
        token
        for token in scene.segments.of(site.trigger)
        if clauses.preposition(token) in ("в", "во", "на", "по")
        and clauses.case(token) in ("Loc", "Dat")
        and scene.named(token) is not None
    ][:1]


def _domains(site: Site, scene: Scene) -> list[Token]:
    """Return the fields of cooperation: two coordinated adjectives, or the subject of «направлениями являются»."""
    pairs = [c for c in site.trigger.children if c.dep_ == "amod" and any(o.dep_ == "conj" for o in c.children)]
    if pairs:
        return pairs[:1]
    above = site.trigger.head
    if clauses.lemma(above) == "направление" and above.head.pos_ == "VERB":
        return [head for head in clauses.subjects(above.head) if head != above]
    return []


def _bare_place(site: Site, scene: Scene) -> list[Token]:
    """Return a place of the clause in the nominative or accusative, where the tree makes nothing of it."""
    return [
        token
        for token in scene.segments.of(site.carrier)
        if (entity := scene.named(token)) is not None
        and scene.label(entity) == "LOC"
        and clauses.case(token) in ("Acc", "Nom", "")
        and not clauses.preposition(token)
        and token.dep_ not in ("nmod", "flat", "conj")
    ][:1]


def _founded(site: Site, scene: Scene) -> list[Token]:
    """Return what an anniversary is of, after «со дня образования»; in any case that the tagger gives a bare name."""
    after = scene.doc[site.trigger.i + 1 : min(site.trigger.i + 6, site.trigger.sent.end)]
    return [
        t for t in after if scene.named(t) is not None and (t.dep_ in ("nmod", "appos", "flat") or t.pos_ == "PROPN")
    ][:1]


def _quoted(site: Site, scene: Scene) -> list[Token]:
    """Return the first word in quotation marks right after the trigger («заседание „Кооперация регионов“»)."""
    after = scene.doc[site.trigger.i + 1 : site.trigger.i + 3]
    return [after[1]] if len(after) == 2 and after[0].text in '«„“"' and after[1].sent == site.trigger.sent else []


def _speaker(site: Site, scene: Scene) -> list[Token]:
    """Return who speaks at a meeting: the subject of the verb that «на встрече» stands by."""
    head = site.trigger.head
    return _subjects(head) if head.pos_ == "VERB" and clauses.preposition(site.trigger) in ("на", "в") else []


def _elsewhere(site: Site, scene: Scene) -> list[Token]:
    return [t for t in scene.segments.of(site.trigger) if scene.named(t) is not None]


def _theme(site: Site, scene: Scene) -> list[Token]:
    """Return what a change happens to: the subject, of a passive the object."""
    return _object(site, scene) if site.passive and site.trigger.pos_ == "VERB" else _subject(site, scene)


def _bearer(site: Site, scene: Scene) -> list[Token]:
    """Return the noun that the trigger is an attribute of («центр с инвестициями»)."""
    head = site.trigger.head
    return [head] if site.trigger.dep_ == "nmod" and clauses.preposition(site.trigger) == "с" else []


PLACES_IN_TREE: dict[str, Callable[[Site, Scene], list[Token]]] = {
    "subject": _subject,
    "object": _object,
    "agent": _agent,
    "gen": _genitive,
    "dat": lambda site, scene: _bare(site.carrier, "Dat"),
    "ins": lambda site, scene: _bare(site.trigger, "Ins") or _bare(site.carrier, "Ins"),
    "led": _led,
    "clause": _completing,
    "after": _after,
    "self": lambda site, scene: [site.trigger],
    "attendant": _attendant,
    "shown": _shown,
    "topic": _topic,
    "organizer": _organizer,
    "destination": _destination,
    "owner": _owner,
    "capital": _capital,
    "made": lambda site, scene: [c for head in _object(site, scene) for c in _bare(head, "Gen")],
    "needs": _needs,
    "predicate": _predicate,
    "measured": _measured,
    "where": _where,
    "domains": _domains,
    "elsewhere": _elsewhere,
    "theme": _theme,
    "bare_place": _bare_place,
    "speaker": _speaker,
    "quoted": _quoted,
    "founded": _founded,
    "bearer": _bearer,
}
