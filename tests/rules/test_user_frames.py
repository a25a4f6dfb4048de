"""Frames of a user's own: read from TOML, checked row by row, used before svodka's."""

from __future__ import annotations

import sys

import pytest

from svodka.core.errors import UsageError
from svodka.core.findings import EventFinding
from svodka.language import layers
from svodka.language.frames import read_frames
from svodka.pipeline import load_own
from svodka.rules.events.user import parse_frames
from svodka.settings import Settings
from tests.texts import PROJECT

if sys.version_info >= (3, 11):
    import tomllib
else:
    import tomli as tomllib

ROW = {
    "id": "my.inspect",
    "type": "VISIT",
    "pos": "VERB",
    "lemmas": ["проинспектировать"],
    "finds": ["Министр [проинспектировал|occurred] завод."],
    "skips": ["Инспекция закрыта."],
    "slot": [{"role": "visitor", "at": "subject", "people": True}, {"role": "site", "at": "object"}],
}
TOML = """
[[frame]]
id = "my.inspect"
type = "VISIT"
pos = "VERB"
lemmas = ["проинспектировать"]
finds = ["Министр [проинспектировал|occurred] завод."]
skips = ["Инспекция закрыта."]
slot = [{role = "visitor", at = "subject", people = true}, {role = "site", at = "object в+Loc"}]
"""


@pytest.mark.parametrize(
    ("change", "message"),
    [
        ({"type": "TRIP"}, "frame my.inspect: type is 'TRIP'; write one of VISIT"),
        ({"pos": "ADV"}, "pos is 'ADV'"),
        ({"lemas": []}, "there is no field 'lemas'"),
        ({"finds": []}, "finds and skips each need at least one sentence"),
        ({"finds": ["Министр проинспектировал завод."]}, "mark the trigger in finds"),
        ({"lemmas": "проинспектировать"}, "lemmas is a list of texts"),
        ({"standing": ["sitting"]}, "standing"),
        ({"active": "yes"}, "active is true or false"),
        ({"slot": [{"role": "goods", "at": "object"}]}, "VISIT has no such role"),
        ({"slot": [{"role": "site", "at": "objekt"}]}, "'objekt' is no place"),
        ({"slot": [{"role": "site"}]}, "the field 'at' is missing"),
    ],
)
def test_a_bad_row_is_named_with_what_to_write(change, message):
    with pytest.raises(UsageError, match=message):
        parse_frames({"frame": [ROW | change]})


def test_the_example_of_the_guide_is_sound():
    guide = (PROJECT / "models" / "README.md").read_text(encoding="utf-8")
    example = guide.partition("```toml\n")[2].partition("```")[0]
    assert [frame.id for frame in parse_frames(tomllib.loads(example))] == ["my.inspect"]


def test_an_id_stands_once():
    with pytest.raises(UsageError, match="stands twice"):
        parse_frames({"frame": [ROW, ROW]})


def test_another_table_is_refused():
    with pytest.raises(UsageError, match="nothing but"):
        parse_frames({"frames": [ROW]})


def test_a_file_that_is_no_toml_is_named(tmp_path):
    (tmp_path / "my.toml").write_text("[[frame", encoding="utf-8")
    with pytest.raises(UsageError, match=r"my\.toml is no TOML"):
        read_frames(tmp_path / "my.toml")
    with pytest.raises(UsageError, match="cannot be read"):
        read_frames(tmp_path / "none.toml")


@pytest.mark.models
@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        ("[проинспектировал|occurred] завод", "[осмотрел|occurred] завод", "does not find its example"),
        ("Инспекция закрыта.", "Министр проинспектировал завод.", "fires in its counter-example"),
    ],
)
def test_a_frame_must_pass_its_own_sentences(tmp_path, old, new, message):
    (tmp_path / "my.toml").write_text(TOML.replace(old, new), encoding="utf-8")
    with pytest.raises(UsageError, match=message):
        load_own(Settings(frames=tmp_path / "my.toml"))


@pytest.mark.models
def test_a_frame_of_ones_own_fires(tmp_path):
    (tmp_path / "my.toml").write_text(TOML, encoding="utf-8")
    nlp = load_own(Settings(frames=tmp_path / "my.toml"))
    doc = nlp("Министр Иван Петров проинспектировал завод.")
    (event,) = layers.read(doc, "events", EventFinding)
    assert (event.rule, [role.role for role in event.roles]) == ("event.my.inspect", ["visitor", "site"])
