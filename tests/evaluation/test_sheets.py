from __future__ import annotations

import pytest

from svodka.core.records import Record
from svodka.core.source import Source
from svodka.evaluation.check import check
from svodka.evaluation.sheet_form import SheetError, parse_sheet, read_sheet
from svodka.evaluation.sheets import build, build_files
from tests.evaluation import sample


def rebuilt(old: str, new: str) -> Record:
    """Build the sample with one thing written otherwise."""
    assert old in sample.SHEET
    return build(parse_sheet(sample.SHEET.replace(old, new)), Source.from_text(sample.TEXT))


def problems(old: str, new: str) -> str:
    with pytest.raises(SheetError) as caught:
        rebuilt(old, new)
    return str(caught.value)


def test_the_built_record_is_sound(gold):
    assert check(gold) == ()
    assert Record.from_json(gold.to_json()) == gold


def test_hyphenated_and_discontinuous_quotes_become_spans(gold):
    gomel = next(e for e in gold.entities if e.name == "Гомельская область")
    assert gomel.mentions[0].text == "Гомельской областей"
    pieces = [gold.text[start:end] for start, end in gomel.mentions[0].spans]
    assert pieces == ["Гомельской", "облас-\n\nтей"]
    assert gold.text[slice(*gold.events[0].trigger.spans[0])] == "подпи-\n\nсали"
    chamber = next(r for r in gold.events[-1].roles if r.text and "палат" in r.text)
    assert chamber.text == "торгово-промышленной палатой"
    assert gold.text[slice(*chamber.spans[0])] == "торгово- промышленной палатой"


def test_ids_follow_the_text(gold):
    assert [e.name for e in gold.entities][:2] == ["Иван Крупко", "Брянская область"]
    assert [m.id for e in gold.entities for m in e.mentions] == [f"m{n}" for n in range(1, 8)]
    assert [d.id for d in gold.dates] == ["d1", "d2", "d3"]
    assert [v.id for v in gold.events] == ["v1", "v2", "v3", "v4", "v5"]


def test_a_quote_that_is_an_annotated_thing_becomes_a_reference(gold):
    agreement = gold.events[0]
    assert [(r.role, r.ref, r.text) for r in agreement.roles] == [
        ("parties", "e1", None), ("parties", "e2", None), ("document", "e3", None),
    ]  # fmt: skip
    assert [r.ref for r in gold.events[1].roles if r.role == "base_period"] == ["d2"]


def test_the_number_of_an_occurrence_may_be_left_out_in_a_filler():
    sheet = parse_sheet(
        '[[entity]]\nname = "Гомель"\nlabel = "LOC"\nkind = "city"\n'
        '[[sentence]]\nid = "s0"\ntext = "Гомельская делегация посетила Гомель."\n'
        'mentions = [{q = "Гомель~2", e = "Гомель"}]\n'
        'events = [{t = "посетила", type = "VISIT", status = "occurred", '
        'roles = {destination = ["Гомель"]}}]\n'
    )
    record = build(sheet, Source.from_text("Гомельская делегация посетила Гомель."))
    assert record.events[0].roles[0].ref == "e1"


def test_what_stands_in_another_sentence_is_inherited(gold):
    assert gold.events[2].inherited == ("time",)
    assert gold.figures[1].inherited == ("period",)
    assert gold.figures[0].inherited == ()
    assert [r.inherited for r in gold.events[-1].roles] == [False, False, True]


def test_values_are_completed(gold):
    assert (gold.dates[0].start, gold.dates[0].end, gold.dates[0].grain) == (
        "2023-02-01",
        "2023-02-28",
        "month",
    )
    assert gold.dates[0].timex3.value == "2023-02"
    assert gold.dates[2].edtf is None
    assert (gold.anchor_date.value, gold.anchor_date.origin) == ("2023", "text")
    assert (gold.events[0].plover, gold.events[0].cameo) == ("SUPPORT", "057")
    assert gold.entities[0].titles[0].of == "e4"


def test_bounds_follow_the_modifier():
    record = rebuilt('edtf = "2021", role = "base_period"', 'edtf = "../2021", role = "end", timex = {mod = "BEFORE"}')
    assert (record.dates[1].start, record.dates[1].end) == (None, "2020-12-31")
    assert record.dates[1].timex3.value == "2021"


def test_lemmas_come_from_the_caller():
    record = build(sample.sheet(), Source.from_text(sample.TEXT), lambda text: f"<{text}>")
    assert record.events[0].trigger.lemma == "<подписали>"


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        ('q = "губернатор"', 'q = "министр"', "quote not found: 'министр'"),
        ('of = "Гомельская область"', 'of = "Курская область"', "unknown or unmentioned entity"),
        ('{q = "Гомель", e = "Гомель"}', '{q = "Гомель", e = "Гомель2"}', "unknown entity 'Гомель2'"),
        ('  {q = "Гомель", e = "Гомель"},', "", "entity 'Гомель' has no mention"),
        ('edtf = "2023-02"', 'edtf = "2023-13"', "no such month"),
        (', timex = {type = "DATE", value = "PRESENT_REF"}', "", "needs a timex value"),
        ('time = ["s0:феврале 2023 г."]', 'time = ["s0:феврале 2023"]', "is not annotated as date"),
        ('figures = ["более чем на 56 %"]', 'figures = ["56 %"]', "is not annotated as figure"),
        ('place = ["@Гомель"]', 'place = ["посетить"]', "is no annotated entity"),
        ('"s0:феврале 2023 г."]', '"s9:феврале 2023 г."]', "no sentence s9"),
        ("Сейчас брянская делегация планирует", "Сейчас делегация планирует", "sentence not found"),
        ('type = "VISIT"', 'type = "TRIP"', "VISIT"),
        ('kind = "money"', 'kind = "sum"', "money"),
        ('cmp = "gt"', 'comparator = "gt"', "Extra inputs"),
    ],
)
def test_every_mistake_in_a_sheet_is_named(old, new, message):
    assert message in problems(old, new)


def test_parts_are_joined_and_their_entities_merged(tmp_path, gold):
    head, *rest = sample.SHEET.split("[[sentence]]")
    one, two, source = tmp_path / "a.toml", tmp_path / "b.toml", tmp_path / "sample.txt"
    one.write_text(head + "[[sentence]]" + rest[0] + "[[sentence]]" + rest[1], encoding="utf-8")
    bryansk = '[[entity]]\nname = "Брянская область"\nlabel = "LOC"\nwikidata = "Q2810"\n'
    two.write_text(bryansk + "[[sentence]]" + rest[2], encoding="utf-8")
    source.write_bytes(sample.TEXT.encode())
    record = build_files([one, two], source, "sample.txt")
    assert record.entities[1].wikidata == "Q2810"
    assert record.events == gold.events
    assert record.doc_id == gold.doc_id


def test_parts_that_disagree_are_refused(tmp_path):
    for name, label in (("a.toml", "LOC"), ("b.toml", "ORG")):
        text = f'[[entity]]\nname = "Минск"\nlabel = "{label}"\n[[sentence]]\nid = "s1"\ntext = "Минск."\n'
        (tmp_path / name).write_text(text, encoding="utf-8")
    with pytest.raises(SheetError, match="label is LOC and ORG") as caught:
        read_sheet([tmp_path / "a.toml", tmp_path / "b.toml"])
    assert "sentence id s1 is not unique" in str(caught.value)
