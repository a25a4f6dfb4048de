"""What ``explain`` says of a place, and what the frame language promises of its places."""

from __future__ import annotations

import pytest
from typer.testing import CliRunner

from svodka.cli import app
from svodka.components.positions import PLACES_IN_TREE
from svodka.core.source import Source
from svodka.pipeline import explain_at
from svodka.rules.events.frame import PLACES
from svodka.settings import Settings

TEXT = "По развитию сотрудничества с Гомельской областью губернатор Иван Петров подписал соглашение."


def test_the_language_names_every_place_that_the_tree_knows():
    assert set(PLACES_IN_TREE) <= PLACES


@pytest.mark.models
def test_words_rules_frames_and_roles_of_a_place():
    found = explain_at(Source.from_text(TEXT), Settings(), TEXT.index("сотрудничества"))
    assert found is not None
    assert ("подписал", "подписать") in {(word.text, word.lemma) for word in found.words}
    fates = {row.rule: row.fate for row in found.frames}
    assert fates["event.agreement.sign"] == "kept"
    assert fates["event.cooperation.noun"].startswith("lost")
    assert ("подписал", "signatories", "Иван Петров", "subject") in found.roles


@pytest.mark.models
def test_a_rule_that_lost_names_the_winner():
    text = "Товарооборот вырос за январь – июль 2022 года."
    found = explain_at(Source.from_text(text), Settings(), text.index("2022"))
    assert found is not None
    dates = [row for row in found.rules if row.layer == "dates"]
    assert "won" in {row.fate for row in dates}
    assert any(row.fate.startswith("lost to date.") for row in dates)


@pytest.mark.models
def test_slots_of_figures_name_the_step_that_told():
    text = "В 2022 году экспорт Гомельской области вырос на 5 %."
    found = explain_at(Source.from_text(text), Settings(), text.index("экспорт"))
    assert found is not None
    assert found.slots == (
        ("5 %", "экспорт", "metric.subject"),
        ("5 %", "Гомельская область", "of.measured"),
        ("5 %", "2022 году", "period.stretch"),
    )


@pytest.mark.models
def test_the_command_shows_a_place_and_refuses_one_without_words(tmp_path):
    file = tmp_path / "note.txt"
    file.write_text(TEXT, encoding="utf-8")
    shown = CliRunner().invoke(app, ["explain", str(file), "--at", "30"])
    assert shown.exit_code == 0
    assert "event.agreement.sign" in shown.output
    refused = CliRunner().invoke(app, ["explain", str(file), "--at", "99999"])
    assert refused.exit_code != 0
