"""Dates in documents: resolution against sentence, document and anchor; the component in a blank pipeline."""

from __future__ import annotations

import pytest
import spacy
from spacy.language import Language

from svodka.core.findings import DateFinding
from svodka.language import layers


@pytest.fixture(scope="module")
def dates() -> Language:
    nlp = spacy.blank("ru")
    nlp.add_pipe("sentencizer")
    nlp.add_pipe("svodka_dates")
    return nlp


def values(nlp: Language, text: str, anchor: str | None = None) -> list[tuple[str, str | None, str]]:
    doc = nlp.make_doc(text)
    doc._.anchor_date = anchor
    found = layers.read(nlp(doc), "dates", DateFinding)
    return [(text[date.start : date.end], date.value.edtf, date.value.resolved_by) for date in found]


@pytest.mark.parametrize(
    ("text", "anchor", "expected"),
    [
        ("Встреча прошла 21 декабря 2022 года по итогам соглашения от 24 ноября.", None, [
            ("21 декабря 2022 года", "2022-12-21", "explicit"), ("24 ноября", "2022-11-24", "antecedent")]),
        ("План подписан 9 января текущего года.", "2023", [("9 января текущего года", "2023-01-09", "anchor")]),
        ("План подписан 9 января текущего года.", None, [("9 января текущего года", "XXXX-01-09", "none")]),
        ("Вчера открылась выставка.", "2024-03-01", [("Вчера", "2024-02-29", "anchor")]),
        ("Вчера открылась выставка.", "2024-03", [("Вчера", "XXXX-XX-XX", "none")]),
        ("Форум прошёл в 2021 году. В мае того же года подписан план.", None, [
            ("2021 году", "2021", "explicit"), ("мае того же года", "2021-05", "antecedent")]),
        ("За 9 месяцев 2022 года продано больше, чем за аналогичный период прошлого года.", None, [
            ("9 месяцев 2022 года", "2022-01/2022-09", "explicit"),
            ("аналогичный период прошлого года", "2021-01/2021-09", "antecedent")]),
        ("В 1990-е годы, в мае прошлого года.", None, [
            ("1990-е годы", "199X", "explicit"), ("мае прошлого года", "XXXX-05", "none")]),
        ("МИНСК, 18 мая 2024 г. Собрано 5 тонн, годом ранее – 4 тонны.", "2024-05-18", [
            ("18 мая 2024 г.", "2024-05-18", "explicit"), ("годом ранее", "2023", "anchor")]),
        ("В 1990-е годы, 3 мая.", None, [("1990-е годы", "199X", "explicit"), ("3 мая", "XXXX-05-03", "none")]),
        ("В прошлом месяце и на следующей неделе.", "2024-01-10", [
            ("прошлом месяце", "2023-12", "anchor"), ("следующей неделе", "2024-01-15/2024-01-21", "anchor")]),
    ],
)  # fmt: skip
def test_resolution(dates: Language, text: str, anchor: str | None, expected: list[tuple[str, str, str]]) -> None:
    assert values(dates, text, anchor) == expected


def test_bounds_are_inclusive(dates: Language) -> None:
    doc = dates("До 2017 года работали с 1 марта 2015 года по сей день; к концу февраля 2024 года закончат.")
    found = [(date.value.start, date.value.end) for date in layers.read(doc, "dates", DateFinding)]
    assert found == [(None, "2017-12-31"), ("2015-03-01", None), (None, "2024-02-29")]


def test_a_deadline_before_the_anchor_is_a_bound(dates: Language) -> None:
    doc = dates.make_doc("До 2017 года завод стоял.")
    doc._.anchor_date = "2024-01-01"
    (date,) = layers.read(dates(doc), "dates", DateFinding)
    assert (date.value.role, date.value.timex3.mod, date.value.end) == ("end", "BEFORE", "2016-12-31")


def test_layer_survives_serialisation(dates: Language) -> None:
    doc = dates("Подписано 15 марта 2024 г.")
    copy = spacy.tokens.Doc(dates.vocab).from_bytes(doc.to_bytes())
    assert layers.read(copy, "dates", DateFinding) == layers.read(doc, "dates", DateFinding)
    assert [(span.text, span.kb_id_) for span in copy.spans["dates"]] == [("15 марта 2024 г.", "2024-03-15")]
