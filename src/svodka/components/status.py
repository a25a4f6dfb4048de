"""The status of an event: tense and aspect of its verb, and the cues that govern it."""

from __future__ import annotations

from spacy.tokens import Token

from svodka.components import clauses
from svodka.core.records import Status
from svodka.rules.events import NEGATING, PLANNED, PROPOSED, SAYING


def status(trigger: Token, carrier: Token, default: Status) -> Status:
    """Return the status of an event.

    Args:
        trigger: The trigger word.
        carrier: The verb that carries tense and mood for it: the trigger itself, or the verb that supports a noun.
        default: The status of a noun that no verb governs.
    """
    if (
        carrier is trigger
        and trigger.pos_ != "VERB"
        and trigger.dep_ in (*clauses.SUBJECTS, "obj")
        and trigger.head.pos_ == "VERB"
    ):
        carrier = trigger.head
    if clauses.lemma(carrier) in NEGATING or _is_negated(carrier) or _is_negated(trigger):
        return "negated"
    cue = _governing_cue(trigger, carrier)
    if cue is not None:
        return cue
    if carrier.pos_ not in ("VERB", "AUX"):
        return default
    return _by_tense(carrier)


def _is_negated(token: Token) -> bool:
    return any(child.lower_ == "не" and child.i < token.i for child in token.children)


def _governing_cue(trigger: Token, carrier: Token) -> Status | None:
    """Return the status that a word above the trigger gives: planned, proposed."""
    if carrier is not trigger and clauses.lemma(carrier) in PLANNED:
        return "planned"
    if any(
        child.dep_.startswith("aux") and clauses.lemma(child) == "быть" and clauses.feature(child, "Tense") == "Fut"
        for child in carrier.children
    ):
        return "planned"
    above = carrier
    while above.dep_ in (
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
    ):
        dependent, above = above, above.head
        if dependent.dep_ in ("conj", "ccomp") and clauses.feature(dependent, "VerbForm") == "Fin":
            return None
        if clauses.lemma(above) in PROPOSED and _is_open(dependent):
            return "proposed"
        if clauses.lemma(above) in PLANNED and _is_open(dependent):
            return "planned"
    return None


def _is_open(token: Token) -> bool:
    """Tell whether a word may stand under a plan: an infinitive or a noun, not a finite verb or a past participle."""
    return clauses.feature(token, "VerbForm") != "Fin" and clauses.feature(token, "Tense") != "Past"


def _by_tense(verb: Token) -> Status:
    tense, aspect, form = (clauses.feature(verb, name) for name in ("Tense", "Aspect", "VerbForm"))
    if form == "Inf":
        return "planned"
    if tense == "Fut" or (tense in ("Pres", "") and aspect == "Perf" and form == "Fin"):
        return "planned"
    if tense == "Pres" and clauses.lemma(verb) not in SAYING:
        return "ongoing"
    return "occurred"
