"""Adjectives of size: «16-этажный», «двадцатитонный», «128-километровый»."""

from __future__ import annotations

from svodka.core.values import FigureValue, plain
from svodka.rules.compounds import COMPOUND, compound
from svodka.rules.figures.quantity import Quantity
from svodka.rules.forms import alternation
from svodka.rules.numbers import decimal
from svodka.rules.rule import Groups, Rule

SIZES = {
    "этажн": "этаж", "ярусн": "ярус", "уровнев": "уровень", "подъездн": "подъезд", "секционн": "секция",
    "квартирн": "квартира",
    "комнатн": "комната", "полосн": "полоса", "рядн": "ряд", "путн": "путь", "местн": "место", "коечн": "койка",
    "осн": "ось",
    "цилиндров": "цилиндр", "дверн": "дверь", "вагонн": "вагон", "балльн": "балл", "тонн": "t", "килограммов": "kg",
    "граммов": "g",
    "километров": "km", "метров": "m", "сантиметров": "cm", "миллиметров": "mm", "гектарн": "ha", "литров": "l",
    "кубов": "m3",
    "киловольтн": "kV", "киловаттн": "kW", "мегаваттн": "MW", "ваттн": "W", "сильн": "[HP]", "процентн": "%",
    "градусн": "Cel",
    "дюймов": "[in_i]", "мегапиксельн": "мегапиксель", "страничн": "страница", "томн": "том", "голосн": "голос",
    "корпусн": "корпус", "колесн": "колесо", "канальн": "канал", "ступенчат": "ступень", "палубн": "палуба",
    "створчат": "створка", "разрядн": "разряд", "серийн": "серия",
}  # fmt: skip


_SPACED = r"(?:этажн|квартирн|километров|метров|полосн|тонн(?!ы)|литров)"  # «11 километровой», a hyphen left out


def attribute(groups: Groups) -> Quantity | None:
    """Read an adjective of size."""
    value = decimal(groups["num"]) if "num" in groups else compound(groups["word"])
    return (
        None
        if value is None
        else Quantity(FigureValue(kind="attribute", value=plain(value), unit=SIZES[groups["stem"]]))
    )


ATTRIBUTES: tuple[Rule[Quantity], ...] = (
    Rule(
        id="figure.attribute",
        cue="|".join(SIZES),
        pattern=(
            rf"(?<![\w,.-])(?P<span>(?:(?P<num>\d{{1,5}}(?:,\d{{1,2}})?)(?:-?(?:ти|х|и)(?=[\s-]))?(?:\s?-\s?|\s(?={_SPACED}))|(?P<word>{COMPOUND}))(?P<stem>{alternation(SIZES)})"
            r"(?:ый|ий|ой|ого|ому|ым|ом|ая|ую|ое|ые|ых|ыми))(?![а-я])"
        ),
        value=attribute,
        finds=(
            "строят [16-этажный|attribute 16 этаж] дом",
            "[128-километровый|attribute 128 km] участок",
            "[двадцатитонный|attribute 20 t] самосвал",
            "[четырёхполосная|attribute 4 полоса] дорога",
            "[11 километровой|attribute 11 km] части",
            "[1200-местный|attribute 1200 место] зал",
            "[110-киловольтная|attribute 110 kV] подстанция",
            "[трёхкомнатная|attribute 3 комната] квартира",
            "под [5-процентный|attribute 5 %] заём",
            "[полуторатонный|attribute 1.5 t] груз",
            "[24-х квартирный|attribute 24 квартира] дом",
            "[220-тонный|attribute 220 t] карьерный самосвал",
            "с [8-корпусным|attribute 8 корпус] плугом",
        ),
        skips=(
            "16-й этаж",
            "многоэтажный дом",
            "двусторонний визит",
            "5 местных жителей",
            "трёхсторонняя встреча",
            "5 процентных пунктов",
        ),
    ),
)
