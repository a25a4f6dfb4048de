from __future__ import annotations

import pytest

from svodka.language.morphology import Morphology, PhraseWord
from svodka.language.spelling import restore

MORPHOLOGY = Morphology()
GENITIVE = "Animacy=Anim|Case=Gen|Gender=Masc|Number=Sing"


@pytest.mark.parametrize(
    ("word", "pos", "feats", "lemma"),
    [
        ("Беларуси", "PROPN", "Animacy=Inan|Case=Gen|Gender=Fem|Number=Sing", "беларусь"),
        ("подписано", "VERB", "Gender=Neut|Number=Sing|Tense=Past|Variant=Short|VerbForm=Part", "подписать"),
        ("был", "AUX", "Gender=Masc|Number=Sing|Tense=Past|VerbForm=Fin", "быть"),
        ("объема", "NOUN", "Case=Gen|Gender=Masc|Number=Sing", "объём"),
        ("Объёма", "NOUN", "Case=Gen|Gender=Masc|Number=Sing", "объём"),
        ("стали", "NOUN", "Animacy=Inan|Case=Gen|Gender=Fem|Number=Sing", "сталь"),
        ("стали", "VERB", "Aspect=Perf|Mood=Ind|Number=Plur|Tense=Past|VerbForm=Fin", "стать"),
        ("2022", "ADJ", "", "2022"),
        ("«", "PUNCT", "", "«"),
        ("", "X", "", ""),
    ],
)
def test_lemma_follows_the_tag(word: str, pos: str, feats: str, lemma: str) -> None:
    assert MORPHOLOGY.lemma(word, pos, feats) == lemma


@pytest.mark.parametrize(("word", "known"), [("двухстороннего", True), ("объем", True), ("гомелизация", False)])
def test_known_words(word: str, known: bool) -> None:
    assert MORPHOLOGY.is_known(word) is known


@pytest.mark.parametrize(("word", "adjective"), [("Минском", True), ("торговую", True), ("визита", False)])
def test_adjectives(word: str, adjective: bool) -> None:
    assert MORPHOLOGY.is_adjective(word) is adjective


def test_forms_cover_both_numbers() -> None:
    assert {"область", "областей", "областями"} <= set(MORPHOLOGY.forms("область"))


@pytest.mark.parametrize(
    ("word", "wanted", "form"),
    [
        ("Гомель", {"case": "Loc"}, "Гомеле"),
        ("Гомельская", {"case": "Ins", "gender": "Fem", "number": "Sing"}, "Гомельской"),
        ("САМОЛЁТ", {"case": "Gen", "number": "Plur"}, "САМОЛЁТОВ"),
        ("очень", {"case": "Gen"}, None),
    ],
)
def test_inflection(word: str, wanted: dict[str, str], form: str | None) -> None:
    assert MORPHOLOGY.inflect(word, **wanted) == form


@pytest.mark.parametrize(
    ("words", "nominative"),
    [
        (
            [
                PhraseWord("Ивана", "PROPN", GENITIVE),
                PhraseWord("Аксёнова", "PROPN", GENITIVE, 0, "flat:name"),
            ],
            "Иван Аксёнов",
        ),
        (
            [
                PhraseWord("Министерством", "NOUN", "Animacy=Inan|Case=Ins|Gender=Neut|Number=Sing"),
                PhraseWord("связи", "NOUN", "Animacy=Inan|Case=Gen|Gender=Fem|Number=Sing", 0, "nmod"),
            ],
            "Министерство связи",
        ),
        (
            [
                PhraseWord("Гомельской", "ADJ", "Case=Gen|Gender=Fem|Number=Sing", 3, "amod"),
                PhraseWord("и", "CCONJ", "", 2, "cc"),
                PhraseWord("Брянской", "ADJ", "Case=Gen|Gender=Fem|Number=Sing", 0, "conj"),
                PhraseWord("областей", "NOUN", "Animacy=Inan|Case=Gen|Gender=Fem|Number=Plur"),
            ],
            "Гомельская и Брянская области",
        ),
        ([PhraseWord("ОАО", "NOUN", "Case=Nom"), PhraseWord("«", "PUNCT", "", 0, "punct", "")], "ОАО «"),
        ([], ""),
    ],
)
def test_nominative(words: list[PhraseWord], nominative: str) -> None:
    assert MORPHOLOGY.nominative(words) == nominative


def test_nominative_may_change_the_number() -> None:
    feats = "Animacy=Inan|Case=Dat|Gender=Fem|Number=Plur"
    assert MORPHOLOGY.nominative([PhraseWord("областям", "NOUN", feats)], number="Sing") == "область"


@pytest.mark.parametrize(
    ("form", "like", "written"),
    [("минск", "Минском", "Минск"), ("", "А", ""), ("юг", "А-Б", "юг"), ("идти", "Шёл", "Идти")],
)
def test_spelling_follows_the_model(form: str, like: str, written: str) -> None:
    assert restore(form, like=like) == written
