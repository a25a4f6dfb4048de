"""The status of an event: tense and aspect of its verb, and the cues that govern it."""

from __future__ import annotations

from svodka.components import clauses
from svodka.core.records import Status
from svodka.language.words import Word
from svodka.rules.events.cues import COMPARING, HOLDING, NEGATING, OPEN, PERFORMING, PLANNED, PROPOSED, SAYING

_UPWARD = frozenset(
    (
        "xcomp",
        "csubj",
        "csubj:pass",
        "conj",
        "nmod",
        "obl",
        "obj",
        "nsubj:pass",
        "nsubj",
        "ccomp",
        "acl",
        "iobj",
        "advcl",
    )
)
_FRAMING = frozenset(("на", "при", "после", "накануне"))
_OCCASIONED = frozenset(("случаю", "поводу", "честь"))
_AUXILIARY = ("aux", "aux:pass", "cop")


def status(trigger: Word, carrier: Word, default: Status) -> Status:
    """Return the status of an event.

    Args:
        trigger: The trigger word.
        carrier: The verb that carries tense and mood for it: the trigger itself, or the verb that supports a noun.
        default: The status of a noun that no verb governs.
    """
    carrier = _verb_of(trigger, carrier)
    negated = _is_negated(carrier) or _is_negated(trigger)
    if _lemma(carrier) in NEGATING or (negated and carrier.lemma not in COMPARING):
        return "negated"
    # «на совещании поручили ускорить сев», «на встрече по случаю юбилея предложил …»
    framed = carrier is trigger and (clauses.preposition(carrier) in _FRAMING or _marks(trigger))
    cue = None if framed else _governing_cue(trigger, carrier)
    if cue is not None:
        return cue
    if carrier.pos_ not in ("VERB", "AUX"):
        return default
    return _by_tense(carrier)


def _verb_of(trigger: Word, carrier: Word) -> Word:
    """Return the verb of which a noun is subject or object, where no other carries it."""
    alone = carrier is trigger and not trigger.form
    if alone and trigger.dep_ in (*clauses.SUBJECTS, "obj") and trigger.head.pos_ == "VERB":
        return trigger.head if not _is_told_in_a_clause(trigger) else _next_verb(trigger)
    return carrier


def _is_told_in_a_clause(trigger: Word) -> bool:
    """Tell whether a «что» parts a noun from the verb on which the tree hangs it («сошлись во мнении, что связи …»)."""
    return any(token.lower_ == "что" for token in trigger.doc[trigger.head.i : trigger.i])


def _next_verb(trigger: Word) -> Word:
    after = trigger.doc[trigger.i + 1 : trigger.sent.end]
    return next((token for token in after if token.form == "Fin"), trigger.head)


def _lemma(token: Word) -> str:
    return token.lemma.removesuffix("ся")


def _is_negated(token: Word) -> bool:
    return any(child.lower_ == "не" and child.i == token.i - 1 for child in token.children) or any(
        child.dep_ in _AUXILIARY and any(other.lower_ == "не" for other in child.children) for child in token.children
    )


def _governing_cue(trigger: Word, carrier: Word) -> Status | None:
    """Return the status that a word beside or above the trigger gives: planned, proposed, negated."""
    beside = _beside(trigger, carrier)
    if beside is not None:
        return beside
    for noun in _nouns_between(trigger, carrier):
        cue = _cue(noun)
        if cue is not None:
            return cue
    above = carrier
    for _ in range(8):
        if above.dep_ not in _UPWARD:
            return None
        dependent, above = above, above.head
        if _is_told_by_itself(dependent):
            return None
        cue = _cue(above)
        if cue is not None and _is_open(dependent):
            return "negated" if _is_negated(above) and cue == "planned" else cue
    return None


def _marks(trigger: Word) -> bool:
    """Tell whether something happens on the occasion of what a trigger names («по случаю юбилея»)."""
    return trigger.i > trigger.sent.start and trigger.nbor(-1).lower_ in _OCCASIONED


def _nouns_between(trigger: Word, carrier: Word) -> list[Word]:
    """Return the nouns over a noun trigger, below the verb that carries it («подготовка к проведению форума»)."""
    found: list[Word] = []
    token = trigger
    while carrier is not trigger and token.dep_ == "nmod" and token.head not in (carrier, token):
        token = token.head
        found.append(token)
    return found


def _is_told_by_itself(dependent: Word) -> bool:
    """Tell whether a clause has a tense of its own, which nothing above it changes."""
    finite = dependent.form == "Fin" or (dependent.feature("Variant") == "Short" and not _is_infinitive(dependent))
    return finite and dependent.dep_ in ("conj", "ccomp", "acl", "advcl", "parataxis", "xcomp", "csubj")


def _beside(trigger: Word, carrier: Word) -> Status | None:
    """Return what the carrier's own lemma, its auxiliary or an adverb on it says."""
    if carrier is not trigger:
        cue = _cue(carrier)
        if cue is not None:
            return cue
    # «подчёркнуто, что стороны должны …»: what a clause of its own says is no cue
    own = (child for child in carrier.children if child.dep_ not in ("ccomp", "csubj", "conj", "parataxis"))
    for child in own:
        if child.dep_.startswith("aux") and child.feature("Tense") == "Fut":
            return "planned"
        if child.lower_ == "бы" or child.lemma in OPEN:
            return "proposed"
        if child.lemma in PROPOSED and child.pos_ in ("ADJ", "ADV") and carrier.form == "Inf":
            return "proposed"
        if child.lemma == "должный" or child.lower_ in ("должен", "должна", "должны", "должно"):
            return "planned"
    return None


def _cue(token: Word) -> Status | None:
    lemma = _lemma(token)
    if lemma in PROPOSED or token.lemma in PROPOSED:
        return "proposed"
    if lemma in PLANNED or token.lemma in PLANNED:
        return "planned"
    if lemma in NEGATING:
        return "negated"
    return None


def _is_infinitive(participle: Word) -> bool:
    """Tell whether a short participle makes an infinitive («должны быть построены»)."""
    return any(c.dep_.startswith("aux") and c.form == "Inf" for c in participle.children)


def _is_open(token: Word) -> bool:
    """Tell whether a word may stand under a plan: an infinitive or a noun, not a finite verb or a past participle."""
    if _is_infinitive(token):
        return True
    return token.form != "Fin" and token.feature("Tense") != "Past"


def _by_tense(verb: Word) -> Status:
    tense, aspect, form = (verb.feature(name) for name in ("Tense", "Aspect", "VerbForm"))
    if form == "Inf":
        return "planned"
    if tense == "Fut" or (tense in ("Pres", "") and aspect == "Perf" and form == "Fin"):
        return "planned"
    if tense == "Pres" and not {_lemma(verb), verb.lemma} & (SAYING | HOLDING | PERFORMING):
        return "ongoing"
    return "occurred"
