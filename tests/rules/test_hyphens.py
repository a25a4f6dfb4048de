"""The hyphen table: every row proves itself, and every broken word of the large seed comes out whole."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from svodka.rules.hyphens import HYPHENS, Break, HyphenRule, decide, decide_inline
from tests.dictionary import is_adjective, is_known
from tests.texts import LARGE_SEED

ROWS = [pytest.param(rule, id=rule.id) for rule in HYPHENS]
_BROKEN = re.compile(r"\w+(?:-\w+)*-(?:[ \t]*\n\s*|[ ])\w+(?:-\w+)*")
_WORD = re.compile(r"(?<![\w-])\w+(?:-\w+)*(?![\w-])")


def read_table() -> list[tuple[str, str]]:
    lines = Path(__file__).with_name("hyphen_breaks.tsv").read_text("utf-8").splitlines()
    return [tuple(line.split("\t")) for line in lines if line and line[0] != "#"]  # type: ignore[misc]


def broken(form: str, context: str = "", hidden: str | None = None) -> Break:
    left, right = form.split("|")
    seen = frozenset(word.lower() for word in _WORD.findall(context))
    return Break(left, right, seen, lambda word: word != hidden and is_known(word), is_adjective)


def decided(example: str) -> str:
    form, _, context = example.partition(" … ")
    return decide(broken(form, context)).rule


@pytest.mark.parametrize("rule", ROWS)
def test_row_finds_its_own_examples(rule: HyphenRule) -> None:
    assert rule.finds
    assert {example: decided(example) for example in rule.finds} == dict.fromkeys(rule.finds, rule.id)


@pytest.mark.parametrize("rule", ROWS)
def test_row_skips_its_counter_examples(rule: HyphenRule) -> None:
    assert rule.id not in {decided(example) for example in rule.skips}


def test_ids_are_unique() -> None:
    assert len({rule.id for rule in HYPHENS}) == len(HYPHENS)


@pytest.mark.parametrize(("form", "expected"), read_table())
def test_broken_word_is_read_as_a_person_reads_it(form: str, expected: str) -> None:
    assert decide(broken(form)).text == expected


def test_table_lists_every_break_of_the_large_seed() -> None:
    found = _BROKEN.findall(LARGE_SEED.read_text("utf-8"))
    listed = [form.replace("|", "-") for form, _ in read_table()][: len(found)]
    assert [re.sub(r"-\s+", "-", word) for word in found] == listed
    assert len(found) == 91


def test_a_join_keeps_the_other_reading() -> None:
    for form, expected in read_table():
        decision = decide(broken(form))
        assert {decision.text, decision.alternative} == {form.replace("|", ""), form.replace("|", "-")}, expected


def test_most_words_are_joined_even_if_the_dictionary_lacks_them() -> None:
    context = LARGE_SEED.read_text("utf-8")
    joined = [form for form, expected in read_table()[:91] if expected == form.replace("|", "")]
    wrong = [
        form for form in joined if decide(broken(form, context, hidden=form.replace("|", "").lower())).verdict != "join"
    ]
    assert wrong == []


@pytest.mark.parametrize("form", ["зрителям|яркие", "Домовичок|он", "нефте|или", "двух|трёх"])
def test_a_hyphen_before_a_blank_may_be_a_dash(form: str) -> None:
    assert decide_inline(broken(form)) is None


@pytest.mark.parametrize(
    ("form", "expected"),
    [
        ("торгово|промышленных", "торгово-промышленных"),
        ("коммунально|бытовых", "коммунально-бытовых"),
        ("сотруд|ничество", "сотрудничество"),
    ],
)
def test_a_vouched_form_is_written_over_a_blank(form: str, expected: str) -> None:
    decision = decide_inline(broken(form))
    assert decision
    assert decision.text == expected
