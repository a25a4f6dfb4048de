"""Amounts in units of measure, and what is counted in pieces under an abbreviation."""

from __future__ import annotations

from svodka.rules.figures.amounts import AMOUNT, DASH_TOO, NUMBER, OPENING, figure, ranged
from svodka.rules.figures.quantity import Quantity
from svodka.rules.figures.units import FORMS, unit_of
from svodka.rules.rule import Groups, Rule

_PIECES = {"чел": "человек", "шт": "штука", "ед": "единица", "экз": "экземпляр", "гол": "голова"}


def measure(groups: Groups) -> Quantity | None:
    """Read a quantity in a physical, agricultural, energy or transport unit."""
    unit = unit_of(groups["unit"])
    found = figure("measure", groups, unit.symbol if unit else None)
    return Quantity(found[0], scale=found[1]) if found else None


def pieces(groups: Groups) -> Quantity | None:
    """Read «120 ед.», «15 чел.»."""
    found = figure("count", groups, _PIECES[groups["piece"]])
    return Quantity(found[0], scale=found[1]) if found else None


def inverted(groups: Groups) -> Quantity | None:
    """Read «тонн пять»: the noun before its number means about so many."""
    unit = unit_of(groups["unit"])
    found = figure("measure", groups, unit.symbol if unit else None)
    return Quantity(found[0].model_copy(update={"comparator": "approx"}), scale=found[1]) if found and unit else None


_GENITIVES = r"(?:тонн|километров|метров|гектаров|центнеров|литров|килограммов|кубометров|градусов)"

MEASURES: tuple[Rule[Quantity], ...] = (
    Rule(
        id="figure.temperature",
        opening=OPENING,
        cue=r"градус|°|℃",
        pattern=rf"(?P<span>{ranged(sign=DASH_TOO)}\s*(?P<unit>градус(?:|а|ов|ах|ами)(?:\s+(?:по\s+)?цельси(?:я|ю))?|°\s*[cс]?|℃))(?![а-яa-z])",
        value=measure,
        finds=(
            "температура [до 25 градусов|measure le 25 Cel]",
            "ночью [–25 °C|measure -25 Cel]",
            "похолодает [до –25 °C|measure le -25 Cel]",
            "воздух [минус 12 градусов|measure -12 Cel]",
            "[+18 °C|measure 18 Cel]",
        ),
        skips=("25 баллов", "°C"),
    ),
    Rule(
        id="figure.measure",
        opening=OPENING,
        pattern=rf"(?P<span>{ranged(FORMS)}\s*(?:-\s?)?(?P<unit>{FORMS})(?![а-яa-z²³]))",
        value=measure,
        finds=(
            "намолочено [83,9 млн тонн|measure 83900000 t]",
            "урожайность [34,1 ц/га|measure 34.1 dt/ha]",
            "урожайность [36,2 центнера с гектара|measure 36.2 dt/ha]",
            "площадью [2,4 тыс. кв. м|measure 2400 m2]",
            "[свыше 870 тыс. га|measure gt 870000 ha]",
            "введено [1,2 млн квадратных метров|measure 1200000 m2] жилья",
            "добыто [500 млрд куб. м|measure 500000000000 m3] газа",
            "мощностью [120 МВт|measure 120 MW]",
            "выработано [3,2 млрд кВт·ч|measure 3200000000 kW.h]",
            "отпущено [450 тыс. Гкал|measure 450000 Gcal] тепла",
            "трасса длиной [128 км|measure 128 km]",
            "скорость [до 160 км/ч|measure le 160 km/h]",
            "перевезено [5 тыс. TEU|measure 5000 TEU]",
            "грузооборот [12,5 млрд т·км|measure 12500000000 t.km]",
            "пассажирооборот [2,1 млрд пасс.-км|measure 2100000000 passenger.km]",
            "выпущено [30 млн усл. банок|measure 30000000 усл. банка] консервов",
            "сожжено [40 тыс. т у. т.|measure 40000 tce]",
            "собрано [от 30 т|measure ge 30 t]",
            "от [10 до 15 тонн|measure range 10..15 t]",
            "глубиной [10–12 метров|measure range 10..12 m]",
            "увеличили с [10 до 15 тыс. тонн|change 10000..15000 t]",
            "[полтора километра|measure 1.5 km] дороги",
            "[пять с половиной тонн|measure 5.5 t]",
            "надоено [более 6 000 кг|measure gt 6000 kg] молока",
            "отработано [1 500 моточасов|measure 1500 моточас]",
            "намолочено [400 тыс. т|measure 400000 t] зерна",
            "толщина [10 ± 0,5 мм|measure range 9.5..10.5 mm]",
            "[десять и более гектаров|measure ge 10 ha]",
            "канал [100 Мбит/с|measure 100 Mbit/s]",
            "[миллион тонн|measure 1000000 t] зерна",
        ),
        skips=(
            "5 метровых досок",
            "в т. ч. 9 компаний",
            "5 т. г.",
            "в 2023 г. Минск",
            "5 г. Гомель",
            "№ 5 т",
            "16 м-рн",
            "т. 5",
            "школа № 3 г. Минска",
            "5 горожан",
            "3 мастера",
            "2 литовца",
            "7 цехов",
        ),
    ),
    Rule(
        id="figure.measure_inverted",
        cue=r"тонн|метров|гектар|центнер|литр|килограмм|градус",
        pattern=rf"(?<![\w-])(?<!\d[ ])(?P<span>(?P<unit>{_GENITIVES})\s+(?P<num>{NUMBER}))(?=\s*(?:[.,;:!?)]|$|(?:и"
        rf"|в|на|от|до|за|с)\s))",
        value=inverted,
        finds=(
            "потеряли [тонн пять|measure approx 5 t].",
            "прошли [километров двадцать|measure approx 20 km] и вернулись",
        ),
        skips=("10 тонн пять дней", "метров 5 досок"),
    ),
    Rule(
        id="figure.pieces",
        opening=OPENING,
        cue=r"\bчел\b|\bшт\b|\bед\b|\bэкз\b|\bгол\b",
        pattern=rf"(?P<span>{AMOUNT}\s*(?P<piece>чел|шт|ед|экз|гол)(?:\.|(?![а-я])))",
        value=pieces,
        finds=(
            "сеялки – [120 ед.|count 120 единица]",
            "занято [1,5 тыс. чел.|count 1500 человек]",
            "тираж [500 экз.|count 500 экземпляр]",
            "[10–12 шт.|count range 10..12 штука]",
            "поголовье [30 тыс. гол.|count 30000 голова]",
        ),
        skips=("5 человек", "6 единиц", "7 штатов"),
    ),
)
