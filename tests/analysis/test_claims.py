"""Claims: which statements are about one thing, and what they are to one another."""

from __future__ import annotations

import pytest

from svodka.analysis.claims import Claim, claims
from svodka.core.records import AnchorDate, Date, Entity, Figure, Mention, PipelineInfo, Record, SourceInfo
from svodka.core.values import Timex
from tests.texts import PROJECT

pytestmark = pytest.mark.models

MODEL = PipelineInfo(name="test", version="1", config_sha256="", model_sha256="")
REGION = Entity(
    id="e1", label="LOC", kind="region", name="Гомельская область", iso="BY-HO",
    mentions=(Mention(id="m1", spans=((0, 1),), text="x", name="x", rule="r"),),
)  # fmt: skip
YEAR = Date(
    id="d1", spans=((0, 1),), text="2022 г.", edtf="2022", timex3=Timex(type="DATE", value="2022"),
    start="2022-01-01", end="2022-12-31", grain="year", rule="r",
)  # fmt: skip


def figure(value: str, number: int = 1, **said: object) -> Figure:
    told = {
        "kind": "money",
        "unit": "USD",
        "metric": "товарооборот",
        "of": ("e1",),
        "period": "d1",
        "rule": "r",
        **said,
    }
    return Figure.model_validate({"id": f"f{number}", "spans": ((0, 1),), "text": value, "value": value, **told})


def record(*figures: Figure, doc: str = "a", told: str | None = None) -> Record:
    info = SourceInfo(path=f"{doc}.txt", media_type="text/plain", encoding=None, sha256="", size=1)
    return Record(
        doc_id=doc, source=info, text="x", anchor_date=AnchorDate(value=told, origin="option" if told else "none"),
        entities=(REGION,), dates=(YEAR,), figures=figures, pipeline=MODEL,
    )  # fmt: skip


def verdicts(*records: Record) -> list[str]:
    return [claim.verdict for claim in claims(records)]


def test_one_source_is_single() -> None:
    assert verdicts(record(figure("326"))) == ["single"]


def test_equal_numbers_corroborate() -> None:
    assert verdicts(record(figure("326")), record(figure("326"), doc="b")) == ["corroborated"]


def test_an_exact_number_within_a_hedge_corroborates() -> None:
    assert verdicts(record(figure("2000", comparator="gt")), record(figure("2100"), doc="b")) == ["corroborated"]
    assert verdicts(record(figure("2000", comparator="gt")), record(figure("1900"), doc="b")) == ["conflicting"]


def test_a_rounded_number_corroborates() -> None:
    assert verdicts(record(figure("1100000")), record(figure("1080000"), doc="b")) == ["corroborated"]
    assert verdicts(record(figure("1100000")), record(figure("1180000"), doc="b")) == ["conflicting"]


def test_two_hedged_numbers_that_differ_conflict() -> None:
    share = {"kind": "share", "unit": "%", "metric": "доля", "period": None}
    found = claims([record(figure("75", comparator="almost", **share), figure("70", 2, comparator="gt", **share))])
    assert [(claim.verdict, claim.spread) for claim in found] == [("conflicting", ("70", "75"))]


def test_a_later_document_revises() -> None:
    assert verdicts(record(figure("326"), told="2023-01-10"), record(figure("331"), doc="b", told="2023-02-10")) == [
        "revised"
    ]
    assert verdicts(record(figure("326"), told="2023-01-10"), record(figure("331"), doc="b", told="2023-01-10")) == [
        "conflicting"
    ]


@pytest.mark.parametrize(
    "other",
    [
        {"metric": "взаимный товарооборот"}, {"metric": "внешнеторговый оборот"}, {"unit": "RUB"}, {"kind": "share"},
        {"modality": "plan"}, {"change": {"form": "delta_abs", "direction": "up"}},
    ],
)  # fmt: skip
def test_other_things_stay_apart(other: dict[str, object]) -> None:
    assert verdicts(record(figure("326")), record(figure("400", **other), doc="b")) == ["single", "single"]


def test_synonyms_are_one_metric() -> None:
    assert verdicts(record(figure("326")), record(figure("326", metric="объём товарооборота"), doc="b")) == [
        "corroborated"
    ]


def test_an_open_slot_is_filled_by_agreement_only() -> None:
    assert verdicts(record(figure("326")), record(figure("326", period=None), doc="b")) == ["corroborated"]
    assert verdicts(record(figure("326")), record(figure("400", period=None), doc="b")) == ["single", "single"]
    assert verdicts(record(figure("326")), record(figure("326", of=()), doc="b")) == ["corroborated"]


def test_counts_of_things_do_not_conflict_without_subject_and_period() -> None:
    count = {"kind": "count", "unit": "договор", "metric": None, "of": (), "period": None}
    assert verdicts(record(figure("450", **count), figure("4", 2, **count))) == ["single", "single"]


def seeds() -> list[Claim]:
    gold = PROJECT / "corpus" / "gold"
    return claims([Record.from_json(file.read_text("utf-8")) for file in sorted(gold.glob("seed-*.json"))])


def quotes(claim: Claim) -> set[tuple[str, str]]:
    return {(s.record.source.path[:8], s.figure.text) for s in claim.statements}


def test_the_seeds_corroborate_one_another() -> None:
    found = [quotes(claim) for claim in seeds() if claim.verdict == "corroborated"]
    assert {("seed-000", "81 соглашение"), ("seed-003", "81 соглашение")} in found
    assert {("seed-000", "73 российскими регионами"), ("seed-003", "73 российскими регионами")} in found
    assert {("seed-000", "75 субъектами"), ("seed-003", "75 субъектами")} in found


def test_the_seeds_conflict_over_the_share_of_russia() -> None:
    found = [(quotes(claim), claim.spread) for claim in seeds() if claim.verdict == "conflicting"]
    assert found == [({("seed-000", "почти 75 %"), ("seed-000", "более 70 %")}, ("70", "75"))]
