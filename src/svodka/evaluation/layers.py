"""Scores of mentions and values: entities, titles, linking, dates, figures and their slots."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal, InvalidOperation

from svodka.core.records import Date, Entity, Figure, Mention, Record, Title
from svodka.evaluation.align import align, always, assign
from svodka.evaluation.matching import ENOUGH, Matching, first, shown
from svodka.evaluation.outcomes import Item, Outcome, folded, judge, token_overlap

DERIVED = (".inhabitant", ".adjective")  # ends of rules whose mentions count in linking alone
SLOTS = ("metric", "of", "period", "base_period")


def score_entities(both: Matching) -> list[Outcome]:
    """Score proper mentions by label: ``strict`` wants label and exact spans, ``overlap`` label and a letter.

    For ``strict`` mentions are aligned across labels, so that a wrong label is one wrong pair; for
    ``overlap`` within a label.
    """
    mine, theirs = _proper(both.gold), _proper(both.predicted)
    gold, predicted = _mention_items(mine), _mention_items(theirs)
    lists = [m.spans for _, m in mine], [m.spans for _, m in theirs]

    def same_label(i: int, j: int) -> bool:
        return mine[i][0].label == theirs[j][0].label

    def same_spans(i: int, j: int) -> bool:
        return mine[i][1].spans == theirs[j][1].spans

    pairs = align(*lists, preferred=same_label)
    strict = judge("entities.strict", gold, predicted, pairs, lambda i, j: same_label(i, j) and same_spans(i, j))
    return strict + judge("entities.overlap", gold, predicted, align(*lists, allowed=same_label), always)


def score_linking(both: Matching) -> list[Outcome]:
    """Score the pairs (mention spans, ISO code), adjectives and inhabitants included, by kind of place."""
    mine, theirs = _linked(both.gold), _linked(both.predicted)

    def right(i: int, j: int) -> bool:
        return mine[i][0].iso == theirs[j][0].iso and mine[i][1].spans == theirs[j][1].spans

    pairs = align([m.spans for _, m in mine], [m.spans for _, m in theirs], preferred=right)
    return judge("entities.linking", _linked_items(mine), _linked_items(theirs), pairs, right)


def score_titles(both: Matching) -> list[Outcome]:
    """Score the posts of persons: the title's text and its holder must be the same."""
    mine, theirs = _titles(both.gold), _titles(both.predicted)

    def right(i: int, j: int) -> bool:
        same_text = folded(mine[i][1].title) == folded(theirs[j][1].title)
        return same_text and both.same(mine[i][0].id, theirs[j][0].id)

    pairs = align([t.spans for _, t in mine], [t.spans for _, t in theirs], preferred=right)
    return judge("entities.titles", _title_items(mine), _title_items(theirs), pairs, right)


def score_dates(both: Matching) -> list[Outcome]:
    """Score dates by grain (durations and sets as such).

    ``strict`` wants exact spans and the same EDTF, ``value`` overlap and the same EDTF or the same two
    bounds.
    """
    mine = [date for date in both.gold.dates if not is_vague(date)]
    theirs = [date for date in both.predicted.dates if not is_vague(date)]

    def same_edtf(i: int, j: int) -> bool:
        return _edtf(mine[i]) == _edtf(theirs[j])

    def exact(i: int, j: int) -> bool:
        return mine[i].spans == theirs[j].spans and same_edtf(i, j)

    def same_value(i: int, j: int) -> bool:
        bounds = (mine[i].start, mine[i].end)
        return same_edtf(i, j) or (None not in bounds and bounds == (theirs[j].start, theirs[j].end))

    pairs = align([d.spans for d in mine], [d.spans for d in theirs], preferred=same_value)
    gold, predicted = [_date_item(d) for d in mine], [_date_item(d) for d in theirs]
    strict = judge("dates.strict", gold, predicted, pairs, exact)
    return strict + judge("dates.value", gold, predicted, pairs, same_value)


def score_figures(both: Matching) -> list[Outcome]:
    """Score figures by kind, the comparator of aligned ones, and the slots that tie a figure to the text."""
    mine, theirs = both.gold.figures, both.predicted.figures

    def same_value(i: int, j: int) -> bool:
        return _quantity(mine[i]) == _quantity(theirs[j])

    pairs = align([f.spans for f in mine], [f.spans for f in theirs], preferred=same_value)
    value = judge("figures.value", _figure_items(mine), _figure_items(theirs), pairs, same_value)
    comparator = [
        _compare("figures.comparator", mine[i].comparator, theirs[j].comparator, mine[i], theirs[j]) for i, j in pairs
    ]
    return value + comparator + [o for slot in SLOTS for o in _score_slot(both, pairs, slot)]


def is_vague(date: Date) -> bool:
    """Tell whether a date names no time («сейчас», «XXXX»): such dates are left out on both sides."""
    if date.edtf is not None:
        return not any(character.isdigit() for character in date.edtf)
    return date.timex3.type in ("DATE", "TIME") or date.timex3.value.endswith("_REF")


def _proper(record: Record) -> list[tuple[Entity, Mention]]:
    found = [(e, m) for e in record.entities for m in e.mentions if not m.rule.endswith(DERIVED)]
    return sorted(found, key=lambda item: (item[1].spans, item[0].label))


def _linked(record: Record) -> list[tuple[Entity, Mention]]:
    found = [(e, m) for e in record.entities for m in e.mentions if e.iso]
    return sorted(found, key=lambda item: (item[1].spans, item[0].iso or ""))


def _titles(record: Record) -> list[tuple[Entity, Title]]:
    found = [(e, t) for e in record.entities for t in e.titles if t.spans]
    return sorted(found, key=lambda item: (item[1].spans, item[0].name))


def _mention_items(mentions: Sequence[tuple[Entity, Mention]]) -> list[Item]:
    return [Item(entity.label, mention.text, first(mention.spans), mention.id) for entity, mention in mentions]


def _title_items(titles: Sequence[tuple[Entity, Title]]) -> list[Item]:
    return [Item(entity.label, f"{title.title}: {entity.name}", first(title.spans)) for entity, title in titles]


def _linked_items(mentions: Sequence[tuple[Entity, Mention]]) -> list[Item]:
    return [Item(e.kind or e.label, f"{m.text} [{e.iso}]", first(m.spans)) for e, m in mentions]


def _edtf(date: Date) -> tuple[str | None, ...]:
    """Return what a date says; of a duration or set, which have no EDTF, the TIMEX3 value."""
    return (date.edtf,) if date.edtf else (None, date.timex3.type, date.timex3.value)


def _date_item(date: Date) -> Item:
    key = date.timex3.type.lower() if date.edtf is None else date.grain or "other"
    return Item(key, f"{date.text} [{date.edtf or date.timex3.value}]", first(date.spans), date.id)


def _number(text: str | None) -> Decimal | str | None:
    try:
        return None if text is None else Decimal(text)
    except InvalidOperation:
        return text


def _quantity(figure: Figure) -> tuple[object, ...]:
    numbers = (_number(figure.value), _number(figure.low), _number(figure.high))
    return (figure.kind, *numbers, None if figure.unit is None else folded(figure.unit))


def _figure_items(figures: Sequence[Figure]) -> list[Item]:
    return [Item(f.kind, f"{f.text} [{_amount(f)}]", first(f.spans), f.id) for f in figures]


def _amount(figure: Figure) -> str:
    number = figure.value if figure.value is not None else f"{figure.low}..{figure.high}"
    return f"{figure.kind} {number} {figure.unit or '-'}"


def _compare(measure: str, value: str, other: str, gold: Figure, predicted: Figure) -> Outcome:
    """Compare one attribute of two aligned figures."""
    mine = Item(value, f"{gold.text} [{value}]", first(gold.spans))
    theirs = Item(other, f"{predicted.text} [{other}]", first(predicted.spans))
    return Outcome(measure, mine, theirs, value == other)


def _fillers(figure: Figure, slot: str) -> tuple[str, ...]:
    if slot == "of":
        return figure.of
    value = {"metric": figure.metric, "period": figure.period, "base_period": figure.base_period}[slot]
    return (value,) if value else ()


def _score_slot(both: Matching, pairs: tuple[tuple[int, int], ...], slot: str) -> list[Outcome]:
    """Score one slot: fillers of figures that were not aligned are missed or spurious."""
    partner = dict(pairs)
    mine = [(i, f, v) for i, f in enumerate(both.gold.figures) for v in _fillers(f, slot)]
    theirs = [(j, f, v) for j, f in enumerate(both.predicted.figures) for v in _fillers(f, slot)]

    def likeness(gold: str, predicted: str) -> float:
        return token_overlap(gold, predicted) if slot == "metric" else float(both.same(gold, predicted))

    weights = [
        ((-likeness(mine[a][2], theirs[b][2]),), a, b)
        for a in range(len(mine))
        for b in range(len(theirs))
        if partner.get(mine[a][0]) == theirs[b][0] and likeness(mine[a][2], theirs[b][2]) >= ENOUGH
    ]
    gold = [Item(f.kind, f"{f.text}: {shown(both.gold, v)}", first(f.spans)) for _, f, v in mine]
    predicted = [Item(f.kind, f"{f.text}: {shown(both.predicted, v)}", first(f.spans)) for _, f, v in theirs]
    return judge(f"figures.{slot}", gold, predicted, assign(weights), always)
