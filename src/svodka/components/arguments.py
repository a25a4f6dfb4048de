"""Subject, object and bare cases of a trigger: in the tree, else by case and agreement in the clause."""

from __future__ import annotations

from svodka.components import clauses
from svodka.components.scene import Scene
from svodka.components.triggers import Site
from svodka.language.words import Word


def subject(site: Site, scene: Scene) -> list[Word]:
    """Return the subject of the active verb, or what an active participle is an attribute of; of a passive nothing."""
    if site.trigger.pos_ == "VERB" and site.trigger.form == "Part" and not site.passive:
        return [site.trigger.head] if site.trigger.dep_ in ("amod", "acl") else []
    if site.passive:
        return []
    verb = clauses.finite(site.carrier)
    found = [head for head in heads_of_subject(verb) if head not in (site.trigger, site.carrier)]
    relative = [antecedent(head) for head in found if head.lemma == "который"]
    return relative or found or _nominatives(site, scene) or _names_before(verb, scene) or _shared(verb)


def _shared(verb: Word) -> list[Word]:
    """Return the subject of the verb before it in a chain («делегация осмотрела цех, посетила музей»)."""
    before = [child for child in verb.children if child.dep_ in ("conj", "parataxis") and child.i < verb.i]
    numbers = verb.feature("Number"), verb.feature("Tense")
    alike = [v for v in before if (v.feature("Number"), v.feature("Tense")) == numbers]
    return [head for other in alike for head in heads_of_subject(other)][:1]


def _names_before(verb: Word, scene: Scene) -> list[Word]:
    """Return the body named right under a verb, before it, in a case that the tagger can only guess («ООО»)."""
    return [
        child
        for child in verb.children
        if child.i < verb.i
        and child.dep_ in ("appos", "flat", "nmod", "parataxis")
        and not clauses.preposition(child)
        and (entity := scene.named(child)) is not None
        and scene.label(entity) == "ORG"
    ][:1]


def heads_of_subject(verb: Word) -> list[Word]:
    """Return the head of a verb's subject: the nominative where the tree gives several."""
    found = clauses.subjects(verb)
    plain = [head for head in found if head.case in ("Nom", "")]
    nouns = [head for head in plain if head.pos_ != "ADJ"]
    return (nouns or [noun_of(head) for head in plain or found])[:1]


def noun_of(head: Word) -> Word:
    """Return the noun that an adjective stands before, where the tree takes the adjective for the head."""
    if head.pos_ != "ADJ":
        return head
    for token in head.doc[head.i + 1 : min(head.i + 5, head.sent.end)]:
        if token.pos_ in ("NOUN", "PROPN") and token.case in (head.case, ""):
            return token
        if not clauses.is_adjectival(token) and token.lower_ not in ("и", ","):
            break
    return head


def antecedent(pronoun: Word) -> Word:
    """Return the noun that a relative pronoun stands for: what its clause hangs on, or a noun above that agrees."""
    verb = pronoun.head
    if verb.dep_ not in ("acl", "acl:relcl"):
        return pronoun
    noun = verb.head
    while noun.dep_ == "nmod" and noun.head.pos_ == "NOUN" and not _agrees(pronoun, noun):
        noun = noun.head
    return noun if _agrees(pronoun, noun) else verb.head


def _agrees(pronoun: Word, noun: Word) -> bool:
    """Tell whether a relative pronoun may stand for a noun; its masculine and neuter look alike («на котором»)."""
    number = pronoun.feature("Number")
    if number != noun.feature("Number"):
        return False
    return number == "Plur" or (pronoun.feature("Gender") == "Fem") == (noun.feature("Gender") == "Fem")


def _nominatives(site: Site, scene: Scene) -> list[Word]:
    """Return the nominative of the clause that agrees with the verb in number, the nearest one."""
    if site.carrier.pos_ not in ("VERB", "AUX"):
        return []
    number = site.carrier.feature("Number")
    found = [
        token
        for token in scene.segments.of(site.carrier)
        if token.pos_ in ("NOUN", "PROPN")
        and (token.case == "Nom" or (_is_counted(token) and token.dep_ != "obl"))
        and not clauses.preposition(token)
        and token not in site.tokens
        and token.dep_ not in ("flat", "flat:name", "conj")
        and (token.dep_ not in ("appos", "nmod") or _stands_free(token))
        and _agrees_in_gender(token, site.carrier)
        and (not number or _is_counted(token) or token.feature("Number") in (number, ""))
    ]
    return sorted(found, key=lambda token: abs(token.i - site.carrier.i))[:1]


def _stands_free(token: Word) -> bool:
    """Tell whether a nominative that the tree hangs on a noun is none of its names: that noun's case differs."""
    above = token.head
    if above.pos_ in ("VERB", "AUX"):
        return True
    quoted = token.i > token.sent.start and token.nbor(-1).text in '«„“"('
    return not quoted and token.case == "Nom" and above.case not in ("Nom", "")


def _agrees_in_gender(token: Word, verb: Word) -> bool:
    """Tell whether a verb of the past can have a noun as its subject; people have posts of either gender."""
    mine, theirs = token.feature("Gender"), verb.feature("Gender")
    return not mine or not theirs or mine == theirs or token.feature("Animacy") == "Anim" or token.pos_ == "PROPN"


def _is_counted(token: Word) -> bool:
    """Tell whether a noun is the genitive of a number («15 предприятий»), which may be the subject."""
    return token.case == "Gen" and any(child.dep_.startswith("nummod") for child in token.children)


def direct_object(site: Site, scene: Scene) -> list[Word]:
    """Return the direct object, the subject of a passive, or what a passive participle is an attribute of."""
    verb = site.carrier
    if site.passive and site.trigger.dep_ in ("amod", "acl") and site.trigger.pos_ == "VERB":
        return [site.trigger.head]
    if site.trigger.pos_ != "VERB" and site.trigger.dep_ not in clauses.SUBJECTS and site.standing != "framed":
        return []
    if site.passive:
        near = [antecedent(t) if t.lemma == "который" else t for t in heads_of_subject(verb)]
        near = near or _nominatives(site, scene) or heads_of_subject(clauses.finite(verb))
        return [token for token in near if token != site.trigger]
    wanted = ("Acc", "Gen", "Nom", "")
    named = any(child.dep_ == "nsubj" and child.case == "Nom" for child in verb.children)
    found = [
        child
        for child in verb.children
        if (child.dep_ in ("obj", "nsubj:pass") or (named and child.dep_ == "nsubj" and _is_counted(child)))
        and child.case in wanted
        and not _prefixed(child)
    ]
    segment = scene.segments.of(verb)
    within = [child for child in found if segment.start <= child.i < segment.end]
    found = [noun_of(child) for child in (within or _accusatives(site, scene) or found)]
    if not found and verb.dep_ == "conj" and verb.head.pos_ == "VERB":
        return []
    return [child for child in found if child not in site.tokens] or _accusatives(site, scene)


def _prefixed(token: Word) -> bool:
    return clauses.preposition(token) not in ("", "около", "до", "свыше", "от")


def _accusatives(site: Site, scene: Scene) -> list[Word]:
    """Return the first accusative of the clause that hangs on no preposition and no other noun."""
    return [
        token
        for token in scene.segments.of(site.carrier)
        if token.pos_ in ("NOUN", "PROPN")
        and token.case == "Acc"
        and not clauses.preposition(token)
        and token not in site.tokens
        and token.i not in scene.dated
        and (token.head.pos_ not in ("NOUN", "PROPN") or token.dep_ in ("appos", "parataxis"))
        and not _names_its_head(token, scene)
    ][:1]


def _names_its_head(token: Word, scene: Scene) -> bool:
    """Tell whether a word is the name of the noun above it («республики Башкортостан», «общества „Нива“»)."""
    mention, entity = scene.mention(token), scene.named(token)
    body = token.dep_ == "appos" and entity is not None and scene.label(entity) in ("ORG", "EVT")
    return body or (mention is not None and mention == scene.mention(token.head) and token.dep_ != "ROOT")


def agent(site: Site, scene: Scene) -> list[Word]:
    """Return the instrumental of a passive."""
    return bare(site.carrier, "Ins") if site.passive else []


def bare(anchor: Word, wanted: str) -> list[Word]:
    """Return the dependants of an anchor in a case, without preposition."""
    return [
        child
        for child in anchor.children
        if child.pos_ in ("NOUN", "PROPN", "X", "ADJ")
        and (child.case == wanted or (child.pos_ == "X" and wanted == "Gen"))
        and not clauses.preposition(child)
        and child.dep_ not in ("conj", "amod", *clauses.SUBJECTS)
    ]


def genitive(site: Site, scene: Scene) -> list[Word]:
    """Return the genitive on a noun; a name that the tagger gives no case counts right after it."""
    words = [word for token in site.tokens for word in bare(token, "Gen")]
    found = [word for word in words if word not in site.tokens]
    if not found:  # «создание и развитие производств»: the genitive hangs on the last of them
        found = [noun for child in site.trigger.children if child.dep_ == "conj" for noun in bare(child, "Gen")]
    after = site.trigger.i + 1
    while after < site.trigger.sent.end and (after in scene.counted or scene.doc[after].pos_ in ("ADP", "ADV")):
        after += 1
    if not found and after > site.trigger.i + 2 and after < site.trigger.sent.end:  # «рост на 5 % объёмов экспорта»
        noun = noun_of(scene.doc[after])
        found = [noun] if noun.case == "Gen" and noun.pos_ == "NOUN" else []
    after = site.trigger.i + 1
    if not found and after < len(scene.doc) and scene.entity(scene.doc[after]) is not None:
        following = scene.doc[after]
        found = [following] if following.sent == site.trigger.sent and following.pos_ in ("PROPN", "X", "NOUN") else []
    return found


def theme(site: Site, scene: Scene) -> list[Word]:
    """Return what a change happens to: the subject, of a passive the object."""
    return direct_object(site, scene) if site.passive and site.trigger.pos_ == "VERB" else subject(site, scene)
