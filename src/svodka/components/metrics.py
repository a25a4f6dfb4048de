"""What a figure measures: named steps, tried in order; the first that finds something tells.

In the clause: the noun on which the figure hangs («на площади 5 га»), the words before a dash, the subject or object
of the verb, what is weighed («5 т зерна»). Then what an earlier figure measured, where the clause leaves it out.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from spacy.tokens import Token

from svodka.components import clauses, segments
from svodka.components.scene import Scene
from svodka.components.spots import Spot, is_dash
from svodka.language.morphology import Morphology
from svodka.rules.measures import (
    CHANGES,
    CHANGING,
    COMPARING,
    DEVERBAL,
    DIMENSIONS,
    MEASURED,
    PRONOUNS,
    QUANTITIES,
    SHARES,
)

_NOUNS = frozenset(("NOUN", "PROPN", "X"))
_BEFORE_NOUN = frozenset(("ADJ", "DET"))
_UP = frozenset(("nmod", "conj", "appos", "amod"))
_OBLIQUE = frozenset(("Ins", "Dat", "Loc", "Acc", "Nom"))
_POSSESSIVE = frozenset(("его", "ее", "их", "свой", "этот", "весь", "наш", "такой"))
_PIECES = frozenset(("единица", "ед", "штука", "шт", "экземпляр"))
_NO_METRIC = frozenset(("ordinal", "attribute", "anniversary", "score"))
_LOOK_BACK = 80  # tokens in which a pronoun looks for its noun
_REACH = 12  # figures back that may still lend their metric


@dataclass(frozen=True, slots=True)
class Measured:
    """What a figure measures.

    Attributes:
        text: In the nominative; empty where the counted noun says it all.
        step: The step that found it.
        head: Its head, where it stands in the figure's own sentence.
        bare: The head with its adjectives alone, to which an ellipsis adds its own complement.
        lender: The earlier figure that lent it.
    """

    text: str = ""
    step: str = ""
    head: Token | None = None
    bare: str = ""
    lender: int | None = None


class Metrics:
    """Find the metrics of the figures of one document, in text order."""

    def __init__(self, scene: Scene, morphology: Morphology) -> None:
        self._scene = scene
        self._morphology = morphology
        self._told: list[tuple[Spot, Measured]] = []

    def of(self, spot: Spot) -> Measured:
        """Return what a figure measures, and keep it in mind for the next ones."""
        found = self._find(spot)
        self._told.append((spot, found))
        return found

    def _find(self, spot: Spot) -> Measured:
        if spot.value.kind in _NO_METRIC:
            return Measured()
        for name in _ORDER_OF.get(spot.value.kind, _ORDER):
            found = STEPS[name](self, spot)
            if found is not None:
                return found
        return Measured()

    # ---- the steps

    def bracketed(self, spot: Spot) -> Measured | None:
        """«12 млн долларов (+5 %)», «5 т, или 80 % плана»: another word for the figure before."""
        before = self._earlier(spot)
        if before is None or before[0].sentence != spot.sentence:
            return None
        between = spot.doc[before[0].last.i + 1 : spot.first.i]
        opened = spot.bracket is not None and spot.bracket > before[0].last.i
        renamed = any(clauses.lemma(token) in ("или", "что", "это") for token in between)
        own = [t for t in spot.before() if t.pos_ in _NOUNS and clauses.case(t) == "Nom" and not self._is_date(t)]
        if any(clauses.lemma(token) not in CHANGES for token in own) or not (opened or renamed):
            return None
        if spot.bracket is None and opened:
            return None
        return self._lend(before, "bracketed")

    def governed(self, spot: Spot) -> Measured | None:
        """«на площади 5 га», «рост на 5 % объёмов экспорта», «скидка 15 %»: the noun on which the figure hangs."""
        noun = self._noun_before(spot)
        if noun is None:
            return None
        top = self._topmost(noun, spot)
        if top is None:
            return None
        if clauses.lemma(top) in CHANGES:
            return self._changed(top, spot, noun)
        done = DEVERBAL.get(clauses.lemma(top.head)) if top.dep_ == "obj" and clauses.case(top) == "Gen" else None
        named = self._named(top, "governed")
        return named if done is None else Measured(f"{done} {_text(self._phrase(top))}", "governed", top, done)

    def dashed(self, spot: Spot) -> Measured | None:
        """«протяжённость маршрута – 1 254 км», «а импорт – на 7 %»: the nominative before a dash."""
        dash = spot.dash()
        if dash is None:
            return None
        if spot.value.kind == "count" and spot.last.pos_ == "NOUN" and clauses.lemma(spot.last) not in _PIECES:
            return None
        before = [token for token in spot.doc[spot.left : dash.i] if not self._is_date(token)]
        if any(token.pos_ == "VERB" and segments.is_predicate(token) for token in before):
            return None
        head = next((token for token in before if self._is_subject(token)), None)
        if head is not None and clauses.lemma(head) in CHANGES:
            return self._changed(head, spot, head)
        if head is not None and not self._is_owner(head):
            return self._named(head, "dashed")
        return self._ellipsis(before, spot)

    def subject(self, spot: Spot) -> Measured | None:
        """«экспорт составил 12 млн», «объём вырос на 5 %»: the subject of the figure's verb."""
        verb = self._verb(spot)
        if verb is None:
            return None
        head = self._subject_of(verb, spot)
        if head is None:
            return None
        if clauses.lemma(head) in PRONOUNS:
            return self._antecedent(head, spot)
        if clauses.lemma(head) in CHANGES and clauses.lemma(verb) not in CHANGING:
            return self._changed(head, spot, head)
        if self._is_owner(head) or self._scene.acts(head):
            return None
        return self._named(head, "subject")

    def quantified(self, spot: Spot) -> Measured | None:
        """«их число возрастёт до 400»: a count whose verb has a quantity for its subject."""
        verb = self._verb(spot)
        head = self._subject_of(verb, spot) if verb is not None else None
        return self._named(head, "quantified") if head is not None and clauses.lemma(head) in QUANTITIES else None

    def object(self, spot: Spot) -> Measured | None:
        """«увеличили производство на 5 %»: the object of a verb of change, or of any verb if it can be measured."""
        verb = self._verb(spot)
        if verb is None:
            return None
        for child in verb.children:
            if child.dep_ in ("obj", "nsubj:pass") and not spot.holds(child) and not self._counted(child):
                lemma = clauses.lemma(child)
                if lemma in CHANGES:
                    return self._changed(child, spot, child)
                if lemma in MEASURED or clauses.lemma(verb) in CHANGING:
                    return None if self._is_owner(child) else self._named(child, "object")
        return None

    def compared(self, spot: Spot) -> Measured | None:
        """«212 человек, что в 1,5 раза больше»: a change of the count before it."""
        near = [*spot.before()[-2:], *spot.after()[:2]]
        if spot.value.kind != "change" or not any(clauses.lemma(token) in COMPARING for token in near):
            return None
        after = spot.after()
        if len(after) > 1 and after[1].pos_ == "NOUN" and clauses.case(after[1]) == "Gen":
            return self._named(after[1], "compared")
        before = self._earlier(spot)
        if before is None or before[0].sentence[1] < spot.sentence[0] - 1:
            return None
        if before[1].text:
            return self._lend(before, "compared")
        tokens = [token for token in spot.doc[before[0].first.i : before[0].last.i + 1] if token.pos_ in ("ADJ", "NOUN")]
        if before[0].value.kind != "count" or not tokens or tokens[-1].i - tokens[0].i >= len(tokens):
            return None
        text = clauses.nominative(tokens, self._morphology, number="Plur")
        return Measured(_small(text), "compared", None, _small(text), before[0].number)

    def priced(self, spot: Spot) -> Measured | None:
        """«по 3,9 млн рублей за штуку»: the price of each."""
        near = [*spot.before()[-2:], *spot.after()[:2]]
        if spot.value.kind != "money" or not {"по", "за"} <= {token.lower_ for token in near}:
            return None
        after = [token for token in spot.after()[:3] if token.lower_ == "за" or token.pos_ in _NOUNS]
        return Measured(f"цена {_text(after)}", "priced", None, "цена")

    def weighed(self, spot: Spot) -> Measured | None:
        """«83,9 млн тонн зерна», «68 % зарубежных продаж»: the genitive after the unit."""
        for token in spot.doc[spot.last.i + 1 : min(spot.last.i + 4, spot.right)]:
            noun = token.pos_ in _NOUNS or (token.pos_ == "ADJ" and _stands_alone(token))
            if noun and clauses.case(token) == "Gen" and not self._is_owner(token):
                return None if self._is_date(token) else self._named(token, "weighed")
            if token.pos_ not in _BEFORE_NOUN:
                return None
        return None

    def allotted(self, spot: Spot) -> Measured | None:
        """«на долю республики приходится 9 % торговли»: the share, with its name."""
        for token in spot.before():
            if clauses.lemma(token) in SHARES and clauses.case(token) == "Acc":
                return self._named(token, "allotted")
        return None

    def ranked(self, spot: Spot) -> Measured | None:
        """«занимает 3-е место по объёму товарооборота»: by what it is ranked."""
        after = spot.doc[spot.last.i + 1 : min(spot.last.i + 5, spot.sentence[1])]
        if not len(after) or after[0].lower_ != "по":
            return None
        head = next((token for token in after if token.pos_ in _NOUNS), None)
        return None if head is None or self._is_owner(head) else self._named(head, "ranked")

    def given(self, spot: Spot) -> Measured | None:
        """«из них на сезонные работы – две трети»: what a part goes to."""
        dash = spot.dash()
        if spot.value.kind != "share" or dash is None:
            return None
        for token in spot.doc[spot.left : dash.i]:
            if token.pos_ in _NOUNS and clauses.case(token) == "Acc" and not self._is_owner(token):
                return self._named(token, "given")
        return None

    def explained(self, spot: Spot) -> Measured | None:
        """«полтора миллиарда рублей – экспорт области»: the nominative after a dash."""
        after = spot.after()
        dash = next((position for position, token in enumerate(after[:3]) if is_dash(token)), None)
        if dash is None:
            return None
        head = next((token for token in after[dash + 1 : dash + 6] if self._is_subject(token)), None)
        return None if head is None or self._is_owner(head) else self._named(head, "explained")

    def deverbal(self, spot: Spot) -> Measured | None:
        """«завод вложил 5 млн рублей»: the noun of the verb."""
        verb = self._verb(spot)
        text = DEVERBAL.get(clauses.lemma(verb)) if verb is not None else None
        return None if text is None else Measured(text, "deverbal", None, text)

    def postposed(self, spot: Spot) -> Measured | None:
        """«на 16 % объём продукции»: the nominative after the figure, the verb left out or before it."""
        for token in spot.after():
            if token.pos_ in ("VERB", "PUNCT", "ADP", "SCONJ"):
                return None
            if self._is_subject(token):
                return None if self._is_owner(token) else self._named(token, "postposed")
        return None

    def like(self, spot: Spot) -> Measured | None:
        """«в Ростовской области – 5,2 млн га»: what the last figure of this unit in the text measured."""
        verb = self._verb(spot)
        if verb is not None and not _is_impersonal(verb) and not spot.holds(verb):
            return None
        for before in reversed(self._told[-_REACH:]):
            same = before[0].value.unit == spot.value.unit and before[0].value.kind == spot.value.kind
            if same and before[1].text and before[0].paragraph >= spot.paragraph - 1:
                return self._lend(before, "like")
        return None

    def dimension(self, spot: Spot) -> Measured | None:
        """«5 га»: what the unit measures."""
        text = DIMENSIONS.get(spot.value.unit or "")
        return None if text is None else Measured(text, "dimension", None, text)

    def previous(self, spot: Spot) -> Measured | None:
        """«вырос на 5 %, что выше плана»: the figure before it in the sentence, or the one that ends the last."""
        before = self._earlier(spot)
        near = before is not None and before[0].sentence == spot.sentence
        return self._lend(before, "previous") if before is not None and near else None

    # ---- reading the clause

    def _earlier(self, spot: Spot) -> tuple[Spot, Measured] | None:
        """Return the figure told last in the paragraph that measures something."""
        if not self._told:
            return None
        for before in reversed(self._told[-_REACH:]):
            if before[0].paragraph < spot.paragraph - 1:
                return None
            if before[1].text or before[0].value.kind == "count":
                return before
        return None

    def _lend(self, before: tuple[Spot, Measured], step: str) -> Measured | None:
        if not before[1].text:
            return None
        return Measured(before[1].text, step, None, before[1].bare, before[0].number)

    def _noun_before(self, spot: Spot) -> Token | None:
        """Return the noun right before the figure, but for hedges and prepositions."""
        for token in reversed(spot.before()):
            if token.pos_ in _NOUNS:
                return None if self._is_date(token) else token
            if token.pos_ in ("VERB", "AUX", "PUNCT", "PRON", "SPACE") or is_dash(token):
                return None
        return None

    def _topmost(self, noun: Token, spot: Spot) -> Token | None:
        """Return the noun of measure or change on whose phrase the figure hangs, the noun itself or one above it."""
        token, found = noun, None
        while True:
            lemma = clauses.lemma(token)
            if lemma in CHANGES:
                return token
            if lemma in self._measures(spot):
                found = token
            above = token.head
            complement = clauses.case(token) == "Gen" and not clauses.preposition(token)
            if above == token or not complement or token.dep_ not in _UP or above.pos_ not in _NOUNS:
                return found
            if above.i > token.i or above.i < spot.sentence[0]:
                return found
            token = above

    def _measures(self, spot: Spot) -> frozenset[str]:
        if spot.value.kind == "count":
            return QUANTITIES.lemmas
        return MEASURED.lemmas | SHARES.lemmas

    def _changed(self, change: Token, spot: Spot, near: Token) -> Measured | None:
        """Return what a noun of change is about: its genitive, the nearest to the figure, else what was told before."""
        if near != change and clauses.lemma(near) not in CHANGES:
            while near.head != change and near.head != near and near.dep_ == "nmod":
                near = near.head
            return self._named(near, "changed")
        for child in [*change.children, *self._right_after(spot, change)]:
            if child.dep_ in ("nmod", "obj") and clauses.case(child) == "Gen" and not spot.holds(child):
                if clauses.lemma(child) in CHANGES:
                    return self._changed(child, spot, child)
                if not self._is_owner(child) and not self._is_date(child):
                    return self._named(child, "changed")
        before = self._earlier(spot)
        return None if before is None else self._lend(before, "changed")

    def _right_after(self, spot: Spot, change: Token) -> list[Token]:
        """Return the noun right after a figure that stands between a noun of change and its genitive."""
        after = spot.doc[spot.last.i + 1 : min(spot.last.i + 4, spot.right)] if change.i < spot.first.i else []
        return [token for token in after if token.pos_ in _NOUNS][:1]

    def _verb(self, spot: Spot) -> Token | None:
        """Return the verb that says the figure: above it in the tree within its stretch, else the nearest there."""
        if spot.dash() is not None:
            return None
        verb = clauses.governor(spot.head)
        inside = verb.pos_ in ("VERB", "AUX") and spot.left <= verb.i < spot.right and not spot.holds(verb)
        since = verb.i if inside else spot.left
        found = [token for token in spot.doc[since : spot.first.i] if _tells(token)]
        if inside and not (found and verb.i < spot.first.i):
            return verb
        if found:
            return found[-1]
        if spot.holds(verb):
            return verb
        return verb if verb.pos_ == "VERB" and spot.left <= spot.first.i - 3 and verb.i >= spot.right else None

    def _subject_of(self, verb: Token, spot: Spot) -> Token | None:
        if _is_impersonal(verb):
            return None
        told = clauses.finite(verb)
        heads = [head for head in clauses.subjects(told) if not spot.holds(head) and not self._counted(head)]
        plain = [head for head in heads if clauses.case(head) in ("Nom", "") and head.pos_ != "ADJ"]
        if plain or heads:
            return self._nearest_of(plain or heads, spot)
        clause = self._scene.segments.of(verb)
        inside = range(max(clause.start, spot.left), min(clause.end, spot.right))
        free = [token for token in clause if token.i in inside and self._is_subject(token) and not spot.holds(token)]
        return min(free, key=lambda token: abs(token.i - verb.i), default=None)

    def _antecedent(self, pronoun: Token, spot: Spot) -> Measured | None:
        """Return what a pronoun stands for: the noun of measure before it that agrees, else what was told before."""
        before = self._earlier(spot)
        since = before[0].last.i if before is not None else -1
        for token in reversed(pronoun.doc[max(since + 1, pronoun.i - _LOOK_BACK) : pronoun.i]):
            agrees = clauses.feature(token, "Gender") == clauses.feature(pronoun, "Gender")
            if clauses.lemma(token) in MEASURED and clauses.case(token) in ("Nom", "Acc") and agrees:
                return self._named(token, "antecedent")
        return None if before is None else self._lend(before, "antecedent")

    def _nearest_of(self, heads: Sequence[Token], spot: Spot) -> Token:
        """Return the subject in the figure's stretch, else the first."""
        return next((head for head in heads if spot.left <= head.i < spot.right), heads[0])

    def _is_subject(self, token: Token) -> bool:
        """Tell whether a noun can be a subject: in the nominative, under no preposition, counted by nothing."""
        return (
            token.pos_ in _NOUNS
            and clauses.case(token) in ("Nom", "Acc", "")
            and token.text[:1].isalpha()
            and not clauses.preposition(token)
            and token.dep_ not in ("nmod", "flat", "flat:name", "fixed")
            and not self._is_date(token)
            and not self._counted(token)
        )

    def _counted(self, token: Token) -> bool:
        return any(child.dep_.startswith("nummod") for child in token.children)

    def _is_date(self, token: Token) -> bool:
        return token.i in self._scene.dated

    def _is_owner(self, token: Token) -> bool:
        """Tell whether a noun names something that has figures, not what is measured."""
        return self._scene.named(token) is not None and clauses.lemma(token) not in MEASURED

    def _ellipsis(self, before: Sequence[Token], spot: Spot) -> Measured | None:
        """«урожай ячменя – 105 т, бобовых – 26 т»: a genitive alone takes the head that was told before."""
        told = self._earlier(spot)
        bare = [t for t in before if t.pos_ in (*_NOUNS, "ADJ") and clauses.case(t) == "Gen"]
        free = [t for t in bare if not clauses.preposition(t) and not self._is_owner(t) and not self._is_date(t)]
        if told is None or not told[1].bare or not free:
            return None
        tokens = spot.doc[free[0].i : free[-1].i + 1]
        text = f"{told[1].bare} {tokens.text}"
        return Measured(text, "ellipsis", None, told[1].bare, told[0].number)

    # ---- naming

    def _named(self, head: Token, step: str) -> Measured | None:
        """Return the phrase of a head in the nominative, without the names that ``of`` holds."""
        tokens = self._phrase(head)
        if not tokens:
            return None
        bare = _small(clauses.nominative([token for token in tokens if token.i <= head.i], self._morphology))
        rest = self._over_participle(tokens[-1])
        complement = [token for token in tokens if token.i > head.i] + ([] if rest is None else [rest])
        return Measured(f"{bare} {_text(complement)}".rstrip(), step, head, bare)

    def _phrase(self, head: Token) -> list[Token]:
        """Return a head with its adjectives and complements, up to a name, a date, a figure or the end of the phrase."""
        doc, first, last = head.doc, head.i, head.i
        keep = clauses.lemma(head) in SHARES
        while first - 1 >= 0 and self._agrees(doc[first - 1], head):
            first -= 1
        below = {token.i for token in head.subtree}
        under = False  # a preposition
        for token in doc[head.i + 1 : head.i + 12]:
            genitive = clauses.case(token) == "Gen"
            under = under or token.pos_ == "ADP"
            if token.pos_ in ("VERB", "AUX", "NUM", "SYM", "SPACE") or self._is_date(token):
                break
            if token.i not in below and not (genitive and not under) and token.pos_ != "CCONJ":
                break
            if clauses.case(token) in _OBLIQUE and not under and not self._agree(token, head):
                break
            if token.pos_ in ("PUNCT", "SCONJ") or token.dep_ in clauses.CLAUSAL or token.i in self._scene.counted:
                break
            if self._scene.place_of(token) is not None and not keep:
                break
            last = token.i
        while last > head.i and doc[last].pos_ in ("ADP", "CCONJ", "ADJ", "DET", "PART", "ADV"):
            if doc[last].pos_ == "ADJ" and _stands_alone(doc[last]):
                break
            last -= 1
        return list(doc[first : last + 1])

    def _over_participle(self, last: Token) -> Token | None:
        """Return the genitive behind a participle: «общая сумма [подписанных в Уфе] контрактов»."""
        after = last.nbor(1) if last.i + 1 < len(last.doc) else last
        if clauses.feature(after, "VerbForm") != "Part" or clauses.case(after) != "Gen":
            return None
        noun = after.head
        near = after.i < noun.i <= after.i + 6 and noun.pos_ in _NOUNS and clauses.case(noun) == "Gen"
        return noun if near and not self._is_owner(noun) else None

    def _agree(self, token: Token, head: Token) -> bool:
        """Tell whether a word after a head agrees with it or is joined to it («товарооборот взаимный»)."""
        return clauses.case(token) == clauses.case(head) and token.pos_ in _NOUNS | _BEFORE_NOUN

    def _agrees(self, token: Token, head: Token) -> bool:
        if clauses.lemma(token) in _POSSESSIVE or token.pos_ not in _BEFORE_NOUN or self._scene.place_of(token) is not None or self._is_date(token):
            return False
        return token.head.i >= token.i and token.head.i <= head.i and token.i not in self._scene.counted


def _stands_alone(adjective: Token) -> bool:
    """Tell whether an adjective is used as a noun: «две трети зерновых»."""
    after = adjective.nbor(1) if adjective.i + 1 < len(adjective.doc) else adjective
    return after.pos_ not in ("ADJ", "NOUN", "PROPN") and adjective.head.i <= adjective.i


def _tells(token: Token) -> bool:
    """Tell whether a verb can have a figure: finite, short or an infinitive."""
    return segments.is_predicate(token) or clauses.feature(token, "VerbForm") == "Inf"


def _text(tokens: Sequence[Token]) -> str:
    """Return the words of a phrase, with single spaces."""
    return " ".join("".join(token.text_with_ws for token in tokens).split())


def _is_impersonal(verb: Token) -> bool:
    """Tell whether a verb has no subject but the figure: «намолочено», «собрано»."""
    return clauses.feature(verb, "Variant") == "Short" and clauses.feature(verb, "Gender") == "Neut"


def _small(text: str) -> str:
    return text[:1].lower() + text[1:]


STEPS: dict[str, Callable[[Metrics, Spot], Measured | None]] = {
    "bracketed": Metrics.bracketed,
    "governed": Metrics.governed,
    "dashed": Metrics.dashed,
    "given": Metrics.given,
    "compared": Metrics.compared,
    "priced": Metrics.priced,
    "subject": Metrics.subject,
    "quantified": Metrics.quantified,
    "object": Metrics.object,
    "weighed": Metrics.weighed,
    "explained": Metrics.explained,
    "postposed": Metrics.postposed,
    "deverbal": Metrics.deverbal,
    "allotted": Metrics.allotted,
    "ranked": Metrics.ranked,
    "like": Metrics.like,
    "dimension": Metrics.dimension,
    "previous": Metrics.previous,
}
_ORDER = (
    "priced", "bracketed", "governed", "dashed", "compared", "subject", "object", "weighed", "explained", "postposed", "deverbal",
    "like", "dimension", "previous",
)  # fmt: skip
_ORDER_OF: dict[str, tuple[str, ...]] = {
    "count": ("governed", "dashed", "quantified"),
    "rank": ("ranked",),
    "age": ("governed",),
    "duration": ("governed", "dashed", "subject"),
    "share": ("allotted", "bracketed", "governed", "dashed", "given", "subject", "weighed", "explained", "previous"),
    "measure": (
        "bracketed", "governed", "dashed", "weighed", "explained", "compared", "subject", "like", "dimension",
        "deverbal", "previous",
    ),
}  # fmt: skip
