"""Gold files on disk: building them from sheets, checking them."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from svodka.core.errors import UsageError
from svodka.core.records import Record
from svodka.evaluation.check import Problem, check_json
from svodka.evaluation.score import Scores, score
from svodka.evaluation.sheets import build_files
from svodka.language.morphology import Morphology
from svodka.store import write_atomically


def build_gold(sheet: Path, sources: Path, output: Path) -> Path:
    """Build the gold record of one sheet and write it as indented JSON; return the file.

    The annotated text is the file of the sheet's name, with ``.txt`` or ``.md``, in the folder ``sources``.

    Raises:
        UsageError: If there is no such sheet or text.
        SheetError: With every problem of the sheet.
    """
    if not sheet.is_file():
        raise UsageError(f"there is no sheet {sheet}")
    record = _build(sheet.stem, [sheet], sources)
    file = output / f"{sheet.stem}.json"
    write_atomically(file, record.to_json(indent=2) + "\n")
    return file


def _lemma(text: str) -> str:
    """Return the dictionary form of a trigger's last word."""
    return Morphology().likeliest_lemma(text.rsplit(maxsplit=1)[-1])


def agreement(one: Path, other: Path, sources: Path) -> Scores:
    """Return how far two readers agree: the sheets of one folder scored against those of another.

    A sheet may come in parts, ``NAME.part1.toml`` and so on. F1 is symmetric; precision and recall speak of the second.

    Raises:
        UsageError: If the folders hold no sheets, or a text is missing.
        SheetError: With every problem of a sheet.
    """
    return score(build_all(one, sources), build_all(other, sources))


def build_all(folder: Path, sources: Path) -> list[Record]:
    """Build the records of all sheets of a folder, in memory."""
    parts: dict[str, list[Path]] = {}
    for sheet in sorted(folder.glob("*.toml")):
        parts.setdefault(sheet.name.split(".")[0], []).append(sheet)
    if not parts:
        raise UsageError(f"{folder} holds no sheets (*.toml)")
    return [_build(name, sheets, sources) for name, sheets in parts.items()]


def _build(name: str, sheets: Sequence[Path], sources: Path) -> Record:
    texts = [sources / (name + suffix) for suffix in (".txt", ".md")]
    source = next((text for text in texts if text.is_file()), None)
    if source is None:
        raise UsageError(f"{sources} holds no text {name}.txt; name its folder with --sources")
    return build_files(sheets, source, source.name, _lemma)


def problems(file: Path) -> tuple[Problem, ...]:
    """Return what is wrong with a gold file.

    Raises:
        UsageError: If it cannot be read.
    """
    try:
        return check_json(file.read_text("utf-8"))
    except (OSError, UnicodeDecodeError) as error:
        raise UsageError(f"{file} cannot be read as text; check the path") from error
