"""Places by name: countries, regions, their centres and unions, with every inflected form that a text may use.

The tables are the TSV files of the model's ``lexicon`` folder; the forms are made by pymorphy3 when the gazetteer is
built, once per process.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from itertools import product
from pathlib import Path
from typing import get_args

from svodka.core.errors import ModelError
from svodka.core.records import EntityKind
from svodka.language.morphology import Morphology
from svodka.language.segmentation import segment
from svodka.rules.rule import fold

COLUMNS = ["iso", "kind", "name", "aliases", "adjectives", "inhabitants"]
FILES = ("unions.tsv", "countries.tsv", "regions.tsv", "cities.tsv")
_CASES = ("Nom", "Gen", "Dat", "Acc", "Ins", "Loc")
_MOST_DECLINED = 4


@dataclass(frozen=True, slots=True)
class Place:
    """One row of a table: the ISO code of the country or region, the kind, and the names."""

    iso: str | None
    kind: EntityKind
    name: str
    aliases: tuple[str, ...] = ()
    adjectives: tuple[str, ...] = ()
    inhabitants: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Gazetteer:
    """Look-up of places by the folded tokens of a name, by an adjective's lemma, or by a word for inhabitants."""

    names: dict[tuple[str, ...], Place] = field(default_factory=dict)
    adjectives: dict[str, tuple[Place, ...]] = field(default_factory=dict)
    inhabitants: dict[str, Place] = field(default_factory=dict)

    @property
    def longest(self) -> int:
        """The number of tokens of the longest name."""
        return max(map(len, self.names), default=0)

    def place(self, name: str) -> Place | None:
        """Return the place that bears exactly this name in the nominative.

        Examples:
            >>> from svodka.language.models import model_folder
            >>> load_gazetteer(model_folder()).place("Гомельская область").iso
            'BY-HO'
        """
        return self.names.get(tokens(name))


def tokens(text: str) -> tuple[str, ...]:
    """Return the folded tokens of a name."""
    return tuple(fold(text[token.start : token.end]) for sentence in segment(text) for token in sentence.tokens)


@lru_cache(maxsize=4)
def load_gazetteer(folder: Path) -> Gazetteer:
    """Read the tables of a model folder and make all forms.

    Raises:
        ModelError: If a table is missing or departs from the schema; the message names file and line.
    """
    gazetteer = Gazetteer()
    morphology = Morphology()
    for file in FILES:
        for place in _rows(folder / "lexicon" / file):
            _add(gazetteer, place, morphology)
    return gazetteer


def _rows(file: Path) -> Iterator[Place]:
    try:
        lines = file.read_text("utf-8").splitlines()
    except OSError as error:
        raise ModelError(f"the lexicon table {file.name} cannot be read: reinstall svodka") from error
    numbered = [(number, line) for number, line in enumerate(lines, 1) if line and not line.startswith("#")]
    rows = csv.reader(io.StringIO("\n".join(line for _, line in numbered)), delimiter="\t", quoting=csv.QUOTE_NONE)
    for index, row in enumerate(rows):
        where = f"{file.name}, line {numbered[index][0]}"
        if index == 0:
            if row != COLUMNS:
                raise ModelError(f"{where}: the columns must be {', '.join(COLUMNS)}")
        elif len(row) != len(COLUMNS) or not row[2] or row[1] not in get_args(EntityKind):
            raise ModelError(f"{where}: a row needs {len(COLUMNS)} tab-separated cells, a name, and a known kind")
        else:
            iso, kind, name, *lists = row
            yield Place(iso or None, kind, name, *(tuple(filter(None, cell.split(";"))) for cell in lists))  # type: ignore[arg-type]


def _add(gazetteer: Gazetteer, place: Place, morphology: Morphology) -> None:
    """Enter one place; an earlier row keeps a form that both could have."""
    for name in (place.name, *place.aliases):
        for form in _name_forms(tokens(name), morphology):
            gazetteer.names.setdefault(form, place)
    for adjective in place.adjectives:
        known = gazetteer.adjectives.get(fold(adjective), ())
        gazetteer.adjectives[fold(adjective)] = (*known, place)
    for inhabitants in place.inhabitants:
        for plural in _plural_forms(fold(inhabitants)):
            gazetteer.inhabitants.setdefault(plural, place)


def _plural_forms(word: str) -> tuple[str, ...]:
    """Decline a plural name of inhabitants by its ending; the dictionary lacks most of them.

    Examples:
        >>> _plural_forms("куряне")
        ('куряне', 'курян', 'курянам', 'курянами', 'курянах')
        >>> _plural_forms("псковичи")[1], _plural_forms("липчане")[1], _plural_forms("брянцы")[1]
        ('псковичей', 'липчан', 'брянцев')
    """
    stem, ending = word[:-1], word[-1]
    plural = "" if ending == "е" else "ев" if stem.endswith("ц") else "ей" if stem.endswith("ч") else "ов"
    return (word, stem + plural, *(stem + case for case in ("ам", "ами", "ах")))


def _name_forms(words: Sequence[str], morphology: Morphology) -> Iterator[tuple[str, ...]]:
    """Yield the name in every case; any word may also stay as it is («в Республике Беларусь»)."""
    yield tuple(words)
    if sum(map(str.isalpha, words)) > _MOST_DECLINED:
        return
    for case in _CASES:
        variants = [dict.fromkeys((_inflected(word, case, morphology), word)) for word in words]
        yield from product(*variants)


def _inflected(word: str, case: str, morphology: Morphology) -> str:
    if not word.replace("-", "").isalpha() or len(word) < 3:
        return word
    return fold(morphology.inflect(word, case=case) or word)
