"""The schema of the tables of places: what a user's table may hold, and what is said of one that departs from it."""

from __future__ import annotations

from pathlib import Path

import pytest

from svodka.core.errors import ModelError
from svodka.language.gazetteer import load_gazetteer
from svodka.language.lexicon import COLUMNS, read_table
from svodka.language.models import model_folder

HEAD = "\t".join(COLUMNS)


def table(folder: Path, *lines: str) -> Path:
    file = folder / "own.tsv"
    file.write_text("\n".join(lines) + "\n", "utf-8")
    return file


def test_a_users_names_win(tmp_path: Path) -> None:
    file = table(tmp_path, HEAD, "RU-TVE\tcity\tЗареченск\tЗареч-город\tзареченский\tзареченцы")
    gazetteer = load_gazetteer(model_folder(), file)
    assert gazetteer.names["зареченске",][0].iso == "RU-TVE"
    assert gazetteer.by_adjective("зареченская")[0].name == "Зареченск"
    assert gazetteer.inhabitants["зареченца"][0].iso == "RU-TVE"


@pytest.mark.parametrize(
    ("lines", "message"),
    [
        (("",), "own.tsv: the table is empty"),
        (("name\tiso",), "own.tsv, line 1: the columns must be iso, kind"),
        ((HEAD, "RU-TVE\tcity\tЗареченск"), "own.tsv, line 2: a row needs 6 tab-separated cells, this one has 3"),
        ((HEAD, "# note", "RU-TVE\tcity\t\t\t\t"), "own.tsv, line 3: the name is empty"),
        ((HEAD, "RU-TVE\ttown\tЗареченск\t\t\t"), "own.tsv, line 2: 'town' is no kind of place"),
        ((HEAD, "RUS\tcity\tЗареченск\t\t\t"), "own.tsv, line 2: 'RUS' is no ISO 3166 code"),
    ],
)
def test_a_wrong_table_is_named_with_its_line(tmp_path: Path, lines: tuple[str, ...], message: str) -> None:
    with pytest.raises(ModelError) as caught:
        list(read_table(table(tmp_path, *lines)))
    assert message in str(caught.value)


def test_a_missing_table_is_named(tmp_path: Path) -> None:
    with pytest.raises(ModelError, match=r"absent\.tsv cannot be read"):
        list(read_table(tmp_path / "absent.tsv"))
