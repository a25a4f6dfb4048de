"""What a figure measures, by the words of its own clause, or by what an earlier figure measured.

Each function is a step: it returns what it finds, or ``None`` for the next one to try. ``table`` has their order and
their examples.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from svodka.components import clauses, segments
from svodka.components.scene import Scene
from svodka.components.slots.naming import BEFORE_NOUN, NOUNS, Naming, stands_alone, text
from svodka.components.slots.spots import Spot, is_dash
from svodka.components.slots.telling import Telling, is_impersonal
from svodka.components.slots.told import Measured, Told, lend
from svodka.language.words import Word
from svodka.rules.measures import (
    CHANGES,
    CHANGING,
    COMPARING,
    DEVERBAL,
    DIMENSIONS,
    HANDLING,
    MEASURED,
    PRONOUNS,
    QUANTITIES,
    SHARES,
)

_PIECES = frozenset(("единица", "ед", "штука", "шт", "экземпляр"))
_HEDGES = frozenset(("PUNCT", "ADP", "ADV", "PART", "SYM"))
_RENAMING = frozenset(("или", "что", "это"))
_SERIES = 6  # figures in a row: a longer row is no «соответственно»
_LOOK_BACK = 80  # tokens in which a pronoun looks for its noun


@dataclass(frozen=True, slots=True)
class Reading:
    """What the steps read: the document's layers, its noun phrases, its clauses, and what was told before."""

    scene: Scene
    naming: Naming
    telling: Telling
    told: Told

    def named(self, head: Word | None) -> Measured | None:
        """Return what a head says is measured; nothing for a name that has figures itself, or a date."""
        if head is None or self.naming.is_owner(head) or self.naming.is_date(head):
            return None
        whole, bare = self.naming.name(head)
        return Measured(whole, bare, head)


def respective(spot: Spot, read: Reading) -> Measured | None:
    """Take as many things as there are figures in a row, in turn: «выпуск молока и сыра упал на 13 % и на 7 %»."""
    position, length = spot.place
    verb = read.telling.verbs.over(spot.head)
    head = read.telling.subject(verb, spot) if 1 < length <= _SERIES and verb.pos_ == "VERB" else None
    if head is None:
        return None
    things = clauses.conjuncts(head)
    if len(things) == length:
        found = read.named(things[position])
        return found and Measured(found.bare, found.bare, found.head)
    parts = next((clauses.conjuncts(c) for c in head.children if c.dep_ == "nmod" and c.case == "Gen"), [])
    if len(parts) != length:
        return None
    part = parts[position]
    words = [child for child in part.children if child.dep_ == "amod" and child.i < part.i] + [part]
    _, bare = read.naming.name(head)
    return Measured(f"{bare} {text(words)}", bare, head)


def priced(spot: Spot, read: Reading) -> Measured | None:
    """Read the price of each: «по 3,9 млн рублей за штуку»."""
    near = [*spot.before()[-2:], *spot.after()[:2]]
    if spot.value.kind != "money" or not {"по", "за"} <= {token.lower_ for token in near}:
        return None
    each = [token for token in spot.after()[:3] if token.lower_ == "за" or token.pos_ in NOUNS]
    return Measured(f"цена {text(each)}", "цена")


def bracketed(spot: Spot, read: Reading) -> Measured | None:
    """Take a figure for another word for the one before, or for the result of it.

    «12 млн долларов (+5 %)», «5 т, или 80 % плана», «увеличила выручку в 1,5 раза – до 270 млн рублей».
    """
    before = read.told.before(spot)
    if before is None or before[0].sentence != spot.sentence:
        return None
    opened = spot.bracket is not None and spot.bracket > before[0].last.i
    between = spot.doc[before[0].last.i + 1 : spot.first.i]
    own = [t for t in spot.before() if t.pos_ in NOUNS and t.case == "Nom" and not read.naming.is_date(t)]
    if any(token.lemma not in CHANGES for token in own):
        return None
    result = any(is_dash(token) for token in between) and all(t.pos_ in _HEDGES for t in between)
    renamed = any(token.lemma in _RENAMING for token in between)
    return lend(before) if opened or renamed or result else None


def governed(spot: Spot, read: Reading) -> Measured | None:
    """Read the noun on which the figure hangs: «на площади 5 га», «рост на 5 % объёмов экспорта», «скидка 15 %»."""
    noun = read.telling.noun_before(spot)
    top = read.telling.governing(noun, spot) if noun is not None else None
    if noun is None or top is None:
        return None
    if top.lemma in CHANGES:
        return _changed(top, spot, read, near=noun)
    done = DEVERBAL.get(top.head.lemma) if top.dep_ == "obj" and top.case == "Gen" else None
    if done is not None:  # «поставило продукции на 31 млн»
        return Measured(f"{done} {read.naming.complement(top)}", done, top)
    return read.named(top)


def dashed(spot: Spot, read: Reading) -> Measured | None:
    """Read the nominative before a dash: «протяжённость маршрута – 1 254 км», «а импорт – на 7 %»."""
    before = _before_dash(spot, read)
    head = next((token for token in before if read.naming.is_subject(token)), None)
    if head is not None and head.lemma in CHANGES:
        return _changed(head, spot, read, near=head)
    return read.named(head)


def ellipsis(spot: Spot, read: Reading) -> Measured | None:
    """Add a genitive before a dash to the head that was told before: «урожай ячменя – 105 т, бобовых – 26 т»."""
    told = read.told.before(spot)
    bare = [t for t in _before_dash(spot, read) if t.pos_ in (*NOUNS, "ADJ") and t.case == "Gen"]
    free = [token for token in bare if not clauses.preposition(token) and not read.naming.is_owner(token)]
    if told is None or not told[1].bare or not free:
        return None
    words = spot.doc[free[0].i : free[-1].i + 1]
    return Measured(f"{told[1].bare} {text(list(words))}", told[1].bare, None, told[0].number)


def given(spot: Spot, read: Reading) -> Measured | None:
    """Read to what a figure is given: «из них на сезонные работы – две трети», «по расходам – на 96 %»."""
    nouns = [token for token in _before_dash(spot, read) if token.pos_ in NOUNS]
    goals = [t for t in nouns if spot.value.kind == "share" and t.case == "Acc"]
    goals += [t for t in nouns if t.case == "Dat" and clauses.preposition(t) == "по"]
    return read.named(goals[0]) if goals else None


def compared(spot: Spot, read: Reading) -> Measured | None:
    """Compare what the figure before counts: «212 человек, что в 1,5 раза больше», «вдвое меньше гостей»."""
    near = [*spot.before()[-2:], *spot.after()[:2]]
    if spot.value.kind != "change" or not any(token.lemma in COMPARING for token in near):
        return None
    after = spot.after()
    if len(after) > 1 and after[1].pos_ == "NOUN" and after[1].case == "Gen":
        return read.named(after[1])
    told = read.told.before(spot)
    if told is None or told[0].sentence[1] < spot.sentence[0] - 1:
        return None
    things = read.naming.counted(told[0].words()) if not told[1].text and told[0].value.kind == "count" else ""
    return Measured(things, things, None, told[0].number) if things else lend(told)


def subject(spot: Spot, read: Reading) -> Measured | None:
    """Read the subject of the figure's verb: «экспорт составил 12 млн», «темп роста составил 67 %», «он достиг 5 т»."""
    verb = read.telling.verb(spot)
    head = read.telling.subject(verb, spot) if verb is not None else None
    if verb is None or head is None:
        return None
    if head.lemma in PRONOUNS:
        return _antecedent(head, spot, read)
    if head.lemma in CHANGES and verb.lemma not in CHANGING:
        return _changed(head, spot, read, near=head)
    acts = read.scene.acts(head) or verb.lemma in HANDLING
    if head.pos_ == "PRON" or (head.lemma not in MEASURED and acts):
        return None
    return read.named(head)


def quantified(spot: Spot, read: Reading) -> Measured | None:
    """Read the subject of a count if it is a quantity: «их число возрастёт до 400»."""
    verb = read.telling.verb(spot)
    head = read.telling.subject(verb, spot) if verb is not None else None
    if head is None or head.lemma not in QUANTITIES:
        return None
    told = read.told.before(spot)
    theirs = any(child.lower_ == "их" for child in head.children)
    if theirs and told is not None and told[0].last.case == "Gen":
        things = text([token for token in told[0].words() if token.pos_ in ("ADJ", "NOUN")])
        whole, bare = read.naming.name(head)
        return Measured(f"{whole} {things}", bare, head)
    return read.named(head)


def object_(spot: Spot, read: Reading) -> Measured | None:
    """Read the object of a verb of change, or of any verb if it can be measured: «увеличили производство на 5 %»."""
    verb = read.telling.verb(spot)
    for child in read.telling.verbs.objects(verb) if verb is not None else ():
        if not spot.holds(child) and read.naming.is_subject(child):
            if child.lemma in CHANGES:
                return _changed(child, spot, read, near=child)
            if verb is not None and (child.lemma in MEASURED or verb.lemma in CHANGING):
                return read.named(child)
    return None


def weighed(spot: Spot, read: Reading) -> Measured | None:
    """Read the genitive after the unit: «83,9 млн тонн зерна», «68 % зарубежных продаж», «две трети зерновых»."""
    for token in spot.doc[spot.last.i + 1 : min(spot.last.i + 4, spot.right)]:
        noun = token.pos_ in NOUNS or (token.pos_ == "ADJ" and stands_alone(token))
        if noun and token.case == "Gen":
            return read.named(token)
        if token.pos_ not in BEFORE_NOUN:
            return None
    return None


def explained(spot: Spot, read: Reading) -> Measured | None:
    """Read the nominative after a dash: «полтора миллиарда рублей – экспорт области», «треть из них – студенты»."""
    after = spot.after()
    dash = next((position for position, token in enumerate(after[:3]) if is_dash(token)), None)
    follows = after[dash + 1 : dash + 6] if dash is not None else []
    return read.named(next((token for token in follows if read.naming.is_subject(token)), None))


def postposed(spot: Spot, read: Reading) -> Measured | None:
    """Read the nominative after the figure, its verb left out: «…, на 16 % объём перевозок»."""
    for token in spot.after():
        if token.pos_ in ("VERB", "PUNCT", "ADP", "SCONJ"):
            return None
        if read.naming.is_subject(token):
            return read.named(token)
    return None


def deverbal(spot: Spot, read: Reading) -> Measured | None:
    """Name what the verb does: «завод вложил 5 млн рублей» are investments."""
    verb = read.telling.verb(spot)
    noun = DEVERBAL.get(verb.lemma) if verb is not None else None
    return None if noun is None else Measured(noun, noun)


def allotted(spot: Spot, read: Reading) -> Measured | None:
    """Read a share with its name: «на долю республики приходится 9 % торговли»."""
    shares = [t for t in spot.before() if t.lemma in SHARES and t.case == "Acc"]
    return read.named(shares[0]) if shares else None


def ranked(spot: Spot, read: Reading) -> Measured | None:
    """Read by what something is ranked: «занимает 3-е место по объёму товарооборота»."""
    after = spot.doc[spot.last.i + 1 : min(spot.last.i + 5, spot.sentence[1])]
    nouns = [token for token in after if token.pos_ in NOUNS]
    return read.named(nouns[0]) if nouns and after[0].lower_ == "по" else None


def alike(spot: Spot, read: Reading) -> Measured | None:
    """Take what the last figure of this unit measured, where nothing else is said: «в Омской области – 5,2 млн га»."""
    verb = read.telling.verb(spot)
    told = verb is None or is_impersonal(verb) or spot.holds(verb)
    return lend(read.told.alike(spot)) if told else None


def dimension(spot: Spot, read: Reading) -> Measured | None:
    """Name what the unit measures: «5 га» are an area."""
    noun = DIMENSIONS.get(spot.value.unit or "")
    return None if noun is None else Measured(noun, noun)


def _before_dash(spot: Spot, read: Reading) -> Sequence[Word]:
    """Return the words before the dash that ties a figure to them, dates apart; none where a verb tells something."""
    dash = spot.dash()
    if dash is None:
        return ()
    if spot.value.kind == "count" and spot.last.pos_ == "NOUN" and spot.last.lemma not in _PIECES:
        return ()  # «обучение – 25 механизаторов»: the counted noun says it all
    before = [token for token in spot.doc[spot.left : dash.i] if not read.naming.is_date(token)]
    return () if any(token.pos_ == "VERB" and segments.is_predicate(token) for token in before) else before


def _changed(change: Word, spot: Spot, read: Reading, *, near: Word) -> Measured | None:
    """Return what a noun of change is about: its genitive, the nearest to the figure, else what was told before."""
    if near != change and near.lemma not in CHANGES:
        while near.head not in (change, near) and near.dep_ == "nmod":
            near = near.head
        return read.named(near)
    after = spot.doc[spot.last.i + 1 : min(spot.last.i + 4, spot.right)] if change.i < spot.first.i else ()
    for noun in [*change.children, *[token for token in after if token.pos_ in NOUNS][:1]]:
        if noun.dep_ in ("nmod", "obj") and noun.case == "Gen" and not spot.holds(noun):
            if noun.lemma in CHANGES:
                return _changed(noun, spot, read, near=noun)
            found = read.named(noun)
            if found is not None:
                return found
    return lend(read.told.before(spot))


def _antecedent(pronoun: Word, spot: Spot, read: Reading) -> Measured | None:
    """Return what a pronoun stands for: the noun of measure before it that agrees, else what was told before."""
    told = read.told.before(spot)
    since = told[0].last.i + 1 if told is not None else 0
    for token in reversed(pronoun.doc[max(since, pronoun.i - _LOOK_BACK) : pronoun.i]):
        agrees = token.feature("Gender") == pronoun.feature("Gender")
        if token.lemma in MEASURED and token.case in ("Nom", "Acc") and agrees:
            return read.named(token)
    return lend(told)
