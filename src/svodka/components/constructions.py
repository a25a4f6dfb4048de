"""Places that single constructions need: who leads, what follows a colon, whose capital it is, what is measured."""

from __future__ import annotations

from svodka.components import clauses
from svodka.components.arguments import agent, bare, direct_object, subject
from svodka.components.scene import Scene
from svodka.components.triggers import Site
from svodka.language.words import Word
from svodka.rules.events.lexicon import CAPITAL, DOMAINS, INDICATORS
from svodka.rules.rule import words

_COMPLETING = frozenset(("xcomp", "ccomp", "csubj", "acl", "nmod", "advcl"))
_MARK_WITHIN = 3
_LEADS = frozenset((("во", "главе"), ("под", "руководством")))
_LEADING = words("возглавлять возглавить")
_HAVING = words("иметь")
_GATHERING = words("собрать собирать объединить объединять привлечь привлекать")
_PRONOUNS = words("он она оно они")
_NEED = words("потребность спрос")
_MEASURES = words(
    "тонна т млн тыс миллион тысяча миллиард млрд гектар га центнер литр метр км голова процент % единица штука кг"
)


def led(site: Site, scene: Scene) -> list[Word]:
    """Return the person after «во главе с», «под руководством», or who leads in a relative clause."""
    sentence = site.trigger.sent
    leads = [token for token in sentence[1:] if (token.nbor(-1).lower_, token.lower_) in _LEADS]
    found = [person for lead in leads if (person := _next_person(lead, scene)) is not None]
    verbs = [token for token in sentence if token.lemma in _LEADING and token.dep_.startswith("acl")]
    return found + [head for verb in verbs for head in clauses.subjects(verb)]


def _next_person(token: Word, scene: Scene) -> Word | None:
    """Return the nearest person named after a word."""
    after = token.doc[token.i + 1 : min(token.i + 12, token.sent.end)]
    people = (t for t in after if (entity := scene.named(t)) is not None and scene.label(entity) == "PER")
    return next(people, None)


def completing(site: Site, scene: Scene) -> list[Word]:
    """Return the verbs of the infinitives or clauses that complete a trigger."""
    anchors = dict.fromkeys((site.trigger, site.carrier))
    found = [
        child
        for anchor in anchors
        for child in anchor.children
        if child.dep_ in _COMPLETING and child.pos_ == "VERB" and child.i > anchor.i and child.form in ("Inf", "Fin")
    ]
    return [verb for first in found[:1] for verb in (first, *_coordinated(first))]


def aim(site: Site, scene: Scene) -> list[Word]:
    """Return the infinitive before a verb of motion («Изучить опыт соседей приехала делегация»)."""
    before = (child for child in site.trigger.children if child.i < site.trigger.i and child.pos_ == "VERB")
    return [child for child in before if child.form == "Inf"][:1]


def _coordinated(verb: Word) -> list[Word]:
    return [child for child in verb.children if child.dep_ == "conj" and child.pos_ == "VERB"]


def after(site: Site, scene: Scene) -> list[Word]:
    """Return what follows a colon or dash after the trigger, in its sentence, item by item."""
    sentence = site.trigger.sent
    mark = next((t for t in sentence if t.i > site.trigger.i and t.text in (":", "–", "—")), None)
    if mark is None or mark.i > site.trigger.i + _MARK_WITHIN:
        return []
    found: list[Word] = []
    last = -1
    for token in scene.doc[mark.i + 1 : sentence.end]:
        entity = scene.mention(token)
        if token.i <= last or token.pos_ not in ("NOUN", "PROPN", "X") or clauses.preposition(token):
            continue
        if token.case not in ("Nom", "") and entity is None:
            continue
        found.append(token)
        phrase = {t.i for t in clauses.phrase(token)}
        last = max(t.i for t in sentence if t.i in phrase or (entity is not None and scene.mention(t) == entity))
    return found


def attendant(site: Site, scene: Scene) -> list[Word]:
    """Return who takes part: the subject of the verb by which one attends, or of a relative clause about it."""
    if site.standing == "attended":
        return subject(Site(site.trigger, site.carrier, False, site.tokens), scene)
    verbs = [child for child in site.trigger.subtree if child.dep_.startswith("acl") and child.lemma == "участвовать"]
    return [head for verb in verbs for head in clauses.subjects(verb) if head.lemma != "который"]


def gathered(site: Site, scene: Scene) -> list[Word]:
    """Return whom a gathering brought together, also by a second verb («прошёл … и собрал 100 участников»)."""
    verbs = [site.carrier, *(child for child in site.carrier.children if child.dep_ == "conj")]
    heads = [child for verb in verbs if verb.lemma in _GATHERING for child in verb.children]
    return [head for head in heads if head.dep_ in ("obj", "nsubj", "nmod", "obl") and head.i > site.trigger.i][:1]


def shown(site: Site, scene: Scene) -> list[Word]:
    """Return what is shown at an exhibition."""
    if site.standing != "attended" or not site.carrier.lemma.startswith(
        ("предст", "презент", "демонстр", "продемонстр")
    ):
        return []
    shown = [child for child in site.carrier.children if child.dep_ == "obj"][:1]
    listed = [child for head in shown for child in head.children if child.dep_ == "parataxis" and child.pos_ == "NOUN"]
    return listed or shown


def discussed(site: Site, scene: Scene) -> list[Word]:
    """Return what a forum is about: what is discussed there, or the phrase after «посвящённый»."""
    if site.standing == "framed":
        return direct_object(site, scene)
    devoted = [child for child in site.trigger.children if child.lemma == "посвятить"]
    return [child for word in devoted for child in word.children if child.case == "Dat"][:1]


def organizer(site: Site, scene: Scene) -> list[Word]:
    """Return who holds it: the subject of the verb that carries it, the agent of its participle."""
    if site.standing == "predicated" and not site.passive:
        return subject(site, scene) if site.trigger.dep_ not in clauses.SUBJECTS else []
    return agent(site, scene)


def destination(site: Site, scene: Scene) -> list[Word]:
    """Return the nouns under a trigger that say where to."""
    return [t for t in site.trigger.subtree if clauses.preposition(t) in ("в", "во", "на") and t.case in ("Acc", "")]


def owner(site: Site, scene: Scene) -> list[Word]:
    """Return who has a document."""
    verb = site.trigger.head
    return clauses.subjects(verb) if verb.lemma in _HAVING else []


def capital(site: Site, scene: Scene) -> list[Word]:
    """Return whose capital it is («с российским капиталом»)."""
    heads = [t for t in scene.segments.of(site.trigger) if t.lemma in CAPITAL and clauses.preposition(t) == "с"]
    return [child for head in heads for child in head.children if scene.place_of(child) is not None]


def needs(site: Site, scene: Scene) -> list[Word]:
    """Return what is needed («закрывают потребности в насосах»)."""
    heads = [child for child in site.carrier.children if child.lemma in _NEED]
    return [child for head in heads for child in head.children if clauses.preposition(child) == "в"]


def predicate(site: Site, scene: Scene) -> list[Word]:
    """Return the subject of the copula whose predicate the trigger is."""
    return [head for head in clauses.subjects(site.trigger.head) if head != site.trigger]


def measured(site: Site, scene: Scene) -> list[Word]:
    """Return what is counted or weighed: the noun below the measure, else the object."""
    found = direct_object(site, scene)
    segment = scene.segments.of(site.trigger)
    heads = [t for t in segment if t.i in scene.counted and t.lemma in _MEASURES]
    below = [
        child
        for head in heads
        for child in head.children
        if child.pos_ in ("NOUN", "PROPN", "ADJ")
        and child.i > head.i
        and child.case == "Gen"
        and child.lemma not in _MEASURES
    ]
    plain = [head for head in found if head.lemma not in _MEASURES]
    nouns = [t for t in segment if t.i in scene.counted and t.pos_ in ("NOUN", "PROPN") and not clauses.preposition(t)]
    counted = [token for token in nouns if token.lemma not in _MEASURES]
    below.sort(key=lambda token: (token.i < site.trigger.i, abs(token.i - site.trigger.i)))
    return (below or plain or counted)[:1]


def where(site: Site, scene: Scene) -> list[Word]:
    """Return the place or body in which something is counted («в Краснодарском крае – 1,6 млн га»)."""
    return [
        token
        for token in scene.segments.of(site.trigger)
        if clauses.preposition(token) in ("в", "во", "на", "по")
        and token.case in ("Loc", "Dat")
        and scene.named(token) is not None
    ][:1]


def whole(site: Site, scene: Scene) -> list[Word]:
    """Return the owner of that of which a share is told («в обороте области доля Китая составляет …»)."""
    wholes = (t for t in scene.introduced(site.trigger, "в") if t.case == "Loc")
    wholes = (t for t in (*wholes, *scene.introduced(site.trigger, "во")) if t.lemma in INDICATORS)
    return [owner for noun in wholes for owner in bare(noun, "Gen")]


def domains(site: Site, scene: Scene) -> list[Word]:
    """Return the fields of cooperation: two coordinated adjectives, or the subject of «направлениями являются»."""
    described = [child for child in site.trigger.children if child.dep_ == "amod" and child.lemma in DOMAINS]
    pairs = [child for child in described if any(other.dep_ == "conj" for other in child.children)]
    if pairs:
        return pairs[:1]
    above = site.trigger.head
    if above.lemma == "направление" and above.head.pos_ == "VERB":
        return [head for head in clauses.subjects(above.head) if head != above]
    return []


def bare_place(site: Site, scene: Scene) -> list[Word]:
    """Return the place nearest to the verb in the nominative or accusative, where the tree makes nothing of it."""
    found = [
        token
        for token in scene.segments.of(site.carrier)
        if (entity := scene.named(token)) is not None
        and scene.label(entity) == "LOC"
        and token.case in ("Acc", "Nom", "")
        and not clauses.preposition(token)
        and token.dep_ not in ("nmod", "flat", "conj")
    ]
    return sorted(found, key=lambda token: abs(token.i - site.carrier.i))[:1]


def founded(site: Site, scene: Scene) -> list[Word]:
    """Return what an anniversary is of, after «со дня образования»; in any case that the tagger gives a bare name."""
    after = scene.doc[site.trigger.i + 1 : min(site.trigger.i + 6, site.trigger.sent.end)]
    return [
        t for t in after if scene.named(t) is not None and (t.dep_ in ("nmod", "appos", "flat") or t.pos_ == "PROPN")
    ][:1]


def quoted(site: Site, scene: Scene) -> list[Word]:
    """Return the first word in quotation marks right after the trigger («заседание „Кооперация регионов“»)."""
    after = scene.doc[site.trigger.i + 1 : site.trigger.i + 3]
    return [after[1]] if len(after) == 2 and after[0].text in '«„“"' and after[1].sent == site.trigger.sent else []


def speaker(site: Site, scene: Scene) -> list[Word]:
    """Return who speaks at a meeting: the subject of the verb that «на встрече» stands by."""
    head = site.trigger.head
    told = head.pos_ == "VERB" and clauses.preposition(site.trigger) in ("на", "в")
    return subject(Site(head, head, False, (head,)), scene) if told else []


def elsewhere(site: Site, scene: Scene) -> list[Word]:
    """Return every name of the trigger's clause."""
    return [t for t in scene.segments.of(site.trigger) if scene.named(t) is not None]


def bearer(site: Site, scene: Scene) -> list[Word]:
    """Return the noun that the trigger is an attribute of («центр с инвестициями»)."""
    head = site.trigger.head
    return [head] if site.trigger.dep_ == "nmod" and clauses.preposition(site.trigger) == "с" else []


def antecedent(site: Site, scene: Scene) -> list[Word]:
    """Return the subject of the sentence before for which the pronoun that is the trigger's subject stands."""
    pronoun = next((head for head in clauses.subjects(site.carrier) if head.lemma in _PRONOUNS), None)
    before = site.trigger.sent.start - 1
    while before >= 0 and scene.doc[before].is_space:
        before -= 1
    if pronoun is None or before < 0:
        return []
    gender, number = pronoun.feature("Gender"), pronoun.feature("Number")
    return [
        token
        for token in scene.doc[before].sent
        if token.dep_ in clauses.SUBJECTS
        and token.pos_ == "NOUN"
        and token.feature("Number") == number
        and (number == "Plur" or token.feature("Gender") == gender)
    ][:1]


def ranked(site: Site, scene: Scene) -> list[Word]:
    """Return by what a place is taken («3-е место по объёму экспорта»)."""
    return [token for token in scene.introduced(site.trigger, "по") if token.case == "Dat"][:1]


def portion(site: Site, scene: Scene) -> list[Word]:
    """Return what a share is: «на долю X приходится», else the subject."""
    shares = [t for t in scene.introduced(site.trigger, "на") if t.lemma == "доля"]
    return shares[:1] or subject(site, scene)
