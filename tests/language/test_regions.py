"""Every region of Belarus and Russia leads to its code, in every case and under every name that it bears."""

from __future__ import annotations

import pytest

from svodka.language.declension import inhabitant_forms
from svodka.language.gazetteer import Gazetteer, load_gazetteer, tokens
from svodka.language.lexicon import FILES, Place, read_table
from svodka.language.models import model_folder
from svodka.language.morphology import Morphology
from svodka.rules.rule import fold

CASES = ("Nom", "Gen", "Dat", "Acc", "Ins", "Loc")
DEMONYM_ENDINGS = {"Nom": "а", "Gen": "ы", "Dat": "е", "Acc": "у", "Ins": "ой", "Loc": "е"}
LEXICON = model_folder() / "lexicon"
REGIONS = [place for place in read_table(LEXICON / "regions.tsv") if place.iso and place.iso.startswith(("BY-", "RU-"))]
# A word for the people of a republic often names an ethnic group wherever it lives, and points to no place.
ETHNIC = ("RU-BU", "RU-CE", "RU-CU", "RU-DA", "RU-IN", "RU-KB", "RU-KC", "RU-KK", "RU-KL", "RU-KO", "RU-KR", "RU-ME",
          "RU-MO", "RU-SE", "RU-TY", "RU-UD")  # fmt: skip
# Nobody calls them by one word that would not mean the people of the city or of a neighbour.
UNCALLED = ("BY-MI", "RU-LEN", "RU-MOS", "RU-NEN", "RU-YEV")
# The adjective belongs to a people or to the neighbour that bears the same word.
WITHOUT_ADJECTIVE: tuple[str, ...] = ("RU-KO",)


@pytest.fixture(scope="module")
def gazetteer() -> Gazetteer:
    return load_gazetteer(model_folder())


def test_all_ninety_are_listed() -> None:
    assert len({place.iso for place in REGIONS}) == 90


@pytest.mark.parametrize("place", REGIONS, ids=lambda place: place.iso)
@pytest.mark.parametrize("case", CASES)
def test_names_in_every_case(gazetteer: Gazetteer, place: Place, case: str) -> None:
    morphology = Morphology()
    for name in (place.name, *place.aliases):
        words = [fold(morphology.inflect(word, case=case) or word) if word.isalpha() else word for word in tokens(name)]
        if name.endswith(("щина", "чина")):
            words = [fold(name[:-1]) + DEMONYM_ENDINGS[case]]
        assert place in gazetteer.names.get(tuple(words), ()), words


@pytest.mark.parametrize("place", REGIONS, ids=lambda place: place.iso)
def test_adjectives_and_inhabitants(gazetteer: Gazetteer, place: Place) -> None:
    assert place.adjectives or place.iso in WITHOUT_ADJECTIVE
    for adjective in map(fold, place.adjectives):
        for ending in ("ого", "ому", "ом", "ая", "ую", "ое"):
            assert place in gazetteer.by_adjective(adjective[:-2] + ending), adjective
    assert place.inhabitants or place.iso in (*ETHNIC, *UNCALLED)
    for inhabitants in map(fold, place.inhabitants):
        assert all(place in gazetteer.inhabitants[form] for form in inhabitant_forms(inhabitants))


@pytest.mark.parametrize("file", FILES)
def test_rows_are_unique_and_named_once(file: str) -> None:
    rows = list(read_table(LEXICON / file))
    assert len({(place.iso, place.name) for place in rows}) == len(rows)


def test_no_two_regions_share_a_name() -> None:
    seen: dict[tuple[str, ...], Place] = {}
    for place in REGIONS:
        for name in (place.name, *place.aliases):
            assert seen.setdefault(tokens(name), place) is place, name


def test_districts_of_belarus_are_complete() -> None:
    assert len(list(read_table(LEXICON / "districts.tsv"))) == 118
