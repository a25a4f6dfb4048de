from __future__ import annotations

import pytest

from svodka.evaluation.locate import locate, reads_as


def test_sentences_are_found_over_line_breaks_and_soft_hyphens():
    source = (
        "## Итоги\n\n Подпи-\n\nсано двух-\n сто\u00adроннее согла- шение.\n\n"
        "Согласие торгово- промышленной палаты [1]."
    )
    texts = ["## Итоги", "Подписано двухстороннее соглашение.", "Согласие торгово-промышленной палаты [1]."]
    places = locate(source, texts)
    assert [source[place.span.start] for place in places] == ["#", "П", "С"]
    spans, text = places[1].quote("двухстороннее соглашение")
    assert text == "двухстороннее соглашение"
    assert [source[start:end] for start, end in spans] == ["двух-\n сто\u00adроннее согла- шение"]


def test_a_repeated_sentence_is_found_where_it_stands():
    assert [place.span.start for place in locate("Да. Нет. Да.", ["Да.", "Нет.", "Да."])] == [0, 4, 9]


def test_a_sentence_that_is_not_there_is_refused():
    with pytest.raises(ValueError, match="sentence not found"):
        locate("Минск и Брест", ["Минск", "Минск"])


def test_occurrences_and_pieces():
    [place] = locate("от области к области и краю", ["от области к области и краю"])
    assert place.quote("области~2")[0] == ((13, 20),)
    assert place.quote("от … области … краю") == (((0, 2), (3, 10), (23, 27)), "от области краю")
    with pytest.raises(ValueError, match="not found"):
        place.quote("области~3")
    with pytest.raises(ValueError, match="not found"):
        place.quote("краю … области")


@pytest.mark.parametrize(
    ("source", "text", "expected"),
    [
        ("сот-\n\nрудничество", "сотрудничество", True),
        ("инженерно-\nтехнический", "инженерно-технический", True),
        ("Гомельская\n\n область", "Гомельская область", True),
        ("Гомельская область", "Гомельской области", False),
        ("Гомель", "Гомель ", False),
        ("января – мая", "января – мая", True),
    ],
)
def test_readings(source, text, expected):
    assert reads_as(source, ((0, len(source)),), text) is expected
