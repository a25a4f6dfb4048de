"""Units of measure: how Russian prose writes them, their UCUM-style symbol, and what they are in base units.

A table and not a library of units: factors are exact decimals, and the Russian forms (declined, abbreviated, with and
without points) are the larger part anyway.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache


@dataclass(frozen=True, slots=True)
class Unit:
    """A unit of measure.

    Attributes:
        symbol: UCUM-style symbol, written into records.
        dimension: What it measures; only units of one dimension convert into one another.
        factor: How many base units of the dimension it is.
        forms: Verbose pattern of its Russian forms, folded.
    """

    symbol: str
    dimension: str
    factor: Decimal
    forms: str


_M = "(?:|а|у|ом|е|ы|ов|ам|ами|ах)"  # метр, гектар …
_F = "(?:|а|ы|у|е|ой|ам|ами|ах)"  # тонна, унция без и …
_STOP = r"(?![\w.-])"
_SQUARE = r"(?:квадратн[а-я]+|кв\.?)"
_CUBIC = r"(?:кубическ[а-я]+|куб\.?)"
_DOT = r"\s*[·*×.-]?\s*"
_HOUR = r"(?:час(?:|а|ов)|ч)"


def _unit(symbol: str, dimension: str, factor: str, forms: str) -> Unit:
    return Unit(symbol, dimension, Decimal(factor), forms)


UNITS: tuple[Unit, ...] = (
    _unit("t.km", "transport", "1", rf"тонно-?километр{_M}|т{_DOT}км|ткм"),
    _unit("passenger.km", "passengers", "1", rf"пассажиро-?километр{_M}|пасс?\.?{_DOT}км"),
    _unit("TEU", "containers", "1", rf"teu|дфэ|тэу|двадцатифутов[а-я]+\s+эквивалент{_M}"),
    _unit("dt/ha", "yield", "0.1", rf"(?:центнер{_M}|ц\.?)\s*(?:/|с|на)\s*(?:1\s+)?(?:гектара?|га)"),
    _unit("t/ha", "yield", "1", rf"(?:тонн{_F}|т)\s*(?:/|с|на)\s*(?:1\s+)?(?:гектара?|га)"),
    _unit("tce", "fuel", "1", rf"(?:тонн{_F}|т)\s+(?:условного\s+топлива|у\.?\s?т\.)|т\.?\s?у\.\s?т\."),
    _unit("усл. банка", "cans", "1", r"(?:условн[а-я]+|усл\.)\s+бан(?:ка|ки|ку|ок)|туб"),
    _unit("kt", "mass", "1000000", rf"килотонн{_F}"),
    _unit("t", "mass", "1000", rf"тонн{_F}|т(?:(?![\w.])|\.(?!\s*[а-я]))"),
    _unit("dt", "mass", "100", rf"центнер{_M}|ц{_STOP}"),
    _unit("kg", "mass", "1", rf"килограмм{_M}|кило(?![а-я])|кг"),
    _unit("mg", "mass", "0.000001", rf"миллиграмм{_M}|мг"),
    _unit("g", "mass", "0.001", rf"грамм{_M}|гр(?![а-я])|г{_STOP}"),
    _unit("pood", "mass", "16.3804964", rf"пуд{_M}"),
    _unit("[oz_tr]", "mass", "0.0311034768", r"(?:тройск[а-я]+\s+)?унци(?:я|и|ю|й|ями|ям|ях)"),
    _unit("[car_m]", "mass", "0.0002", rf"карат{_M}"),
    _unit("ha", "area", "10000", rf"гектар{_M}|га(?![а-я])"),
    _unit("ar", "area", "100", r"сот(?:ка|ки|ок|ку|ками|ках)"),
    _unit("km2", "area", "1000000", rf"{_SQUARE}\s*(?:километр{_M}|км)|км\s?[2²]"),
    _unit("m2", "area", "1", rf"{_SQUARE}\s*(?:метр{_M}|м{_STOP}|м(?=\.\s*(?:$|\n))|м\.)|м\s?[2²]|квадратов"),
    _unit("cm2", "area", "0.0001", rf"{_SQUARE}\s*(?:сантиметр{_M}|см)|см\s?[2²]"),
    _unit("m3/s", "flow", "1", rf"(?:{_CUBIC}\s*(?:метр{_M}|м)|кубометр{_M}|м\s?[3³])\s*(?:в\s+секунду|/\s?с(?:ек)?)"),
    _unit("km3", "volume", "1000000000000", rf"{_CUBIC}\s*(?:километр{_M}|км)|км\s?[3³]"),
    _unit("m3", "volume", "1000", rf"{_CUBIC}\s*(?:метр{_M}|м{_STOP}|м\.)|кубометр{_M}|м\s?[3³]|кубов(?![а-я])"),
    _unit("cm3", "volume", "0.001", rf"{_CUBIC}\s*(?:сантиметр{_M}|см)|см\s?[3³]"),
    _unit("[bbl]", "volume", "158.987294928", r"баррел(?:ь|я|ей|ю|ем|и|ями|ях)"),
    _unit("hl", "volume", "100", rf"гектолитр{_M}|гл{_STOP}"),
    _unit("dal", "volume", "10", rf"декалитр{_M}|дал{_STOP}"),
    _unit("l", "volume", "1", rf"литр{_M}|л(?:{_STOP}|\.(?!\s?с\.))"),
    _unit("ml", "volume", "0.001", rf"миллилитр{_M}|мл"),
    _unit("gallon", "volume", "3.785411784", rf"галлон{_M}"),
    _unit("km/h", "speed", "1", rf"(?:километр{_M}|км)\s*(?:в\s+час|/\s?{_HOUR})"),
    _unit("m/s", "speed", "3.6", rf"(?:метр{_M}|м)\s*(?:в\s+секунду|/\s?с(?:ек)?)"),
    _unit("km", "length", "1000", rf"километр{_M}|км"),
    _unit("m", "length", "1", rf"метр{_M}|м{_STOP}"),
    _unit("dm", "length", "0.1", rf"дециметр{_M}|дм{_STOP}"),
    _unit("cm", "length", "0.01", rf"сантиметр{_M}|см"),
    _unit("mm", "length", "0.001", rf"миллиметр{_M}|мм"),
    _unit("um", "length", "0.000001", rf"микрометр{_M}|микрон(?:|а|ов)|мкм"),
    _unit("nm", "length", "0.000000001", rf"нанометр{_M}|нм(?![а-я])"),
    _unit("[nmi_i]", "length", "1852", r"морск[а-я]+\s+мил(?:я|и|ю|ь|ями|ях)"),
    _unit("[mi_i]", "length", "1609.344", r"мил(?:я|и|ю|ь|ями|ях)"),
    _unit("[ft_i]", "length", "0.3048", rf"фут{_M}"),
    _unit("[yd_i]", "length", "0.9144", rf"ярд{_M}"),
    _unit("[in_i]", "length", "0.0254", rf"дюйм{_M}"),
    _unit("TW.h", "energy", "1000000000", rf"тераватт-?час{_M}|твт{_DOT}{_HOUR}"),
    _unit("GW.h", "energy", "1000000", rf"гигаватт-?час{_M}|гвт{_DOT}{_HOUR}"),
    _unit("MW.h", "energy", "1000", rf"мегаватт-?час{_M}|мвт{_DOT}{_HOUR}"),
    _unit("kW.h", "energy", "1", rf"киловатт-?час{_M}|квт{_DOT}{_HOUR}"),
    _unit("Gcal", "energy", "1163", r"гигакалори(?:я|и|ю|й|ями|ях)|гкал"),
    _unit("kcal", "energy", "0.001163", r"килокалори(?:я|и|ю|й|ями|ях)|ккал"),
    _unit("GW", "power", "1000000", rf"гигаватт{_M}|гвт"),
    _unit("MW", "power", "1000", rf"мегаватт{_M}|мвт"),
    _unit("kW", "power", "1", rf"киловатт{_M}|квт"),
    _unit("W", "power", "0.001", rf"ватт{_M}|вт(?![а-я])"),
    _unit("[HP]", "power", "0.73549875", r"лошадин[а-я]+\s+сил(?:а|ы|у|)|л\.\s?с\."),
    _unit("MV.A", "apparent power", "1", r"мва(?![а-я])"),
    _unit("kV", "voltage", "1", rf"киловольт{_M}|кв(?:(?![\w.])|(?=\.\s*$))"),
    _unit("V", "voltage", "0.001", rf"вольт{_M}"),
    _unit("MHz", "frequency", "1", rf"мегагерц{_M}|мгц"),
    _unit("GHz", "frequency", "1000", rf"гигагерц{_M}|ггц"),
    _unit("Gbit/s", "rate", "1000", rf"гигабит{_M}\s+в\s+секунду|гбит/с(?:ек)?"),
    _unit("Mbit/s", "rate", "1", rf"мегабит{_M}\s+в\s+секунду|мбит/с(?:ек)?"),
    _unit("Tbyte", "data", "1000", rf"терабайт{_M}|тб(?![а-я])"),
    _unit("Gbyte", "data", "1", rf"гигабайт{_M}|гб(?![а-я])"),
    _unit("Mbyte", "data", "0.001", rf"мегабайт{_M}|мб(?![а-я])"),
    _unit("kbyte", "data", "0.000001", rf"килобайт{_M}|кб(?![а-я])"),
    _unit("MPa", "pressure", "1", r"мегапаскал(?:ь|я|ей)|мпа(?![а-я])"),
    _unit("atm", "pressure", "0.101325", rf"атмосфер{_F}"),
    _unit("dB", "sound", "1", rf"децибел{_M}|дб(?![а-я])"),
    _unit("[pH]", "acidity", "1", r"ph(?![a-z])"),
    _unit("[Richter]", "magnitude", "1", rf"балл{_M}\s+по\s+шкале\s+рихтера"),
    _unit("Cel", "temperature", "1", r"градус(?:|а|ов|ах|ами)(?:\s+(?:по\s+)?цельси(?:я|ю)|\s+(?:тепла|мороза))?"
          r"|°\s*[cс]?|℃"),
    _unit("моточас", "work", "1", rf"мото-?час{_M}"),
    _unit("человеко-час", "work", "1", rf"(?:человеко|чел\.)-?\s?час{_M}"),
    _unit("койко-день", "stay", "1", r"койко-?(?:день|дня|дней)"),
)  # fmt: skip
FORMS = "|".join(f"(?:{unit.forms})" for unit in UNITS)


@lru_cache(1024)
def unit_of(text: str) -> Unit | None:
    """Return the unit that a text writes, folded.

    Examples:
        >>> unit_of("центнеров с гектара").symbol, unit_of("кв. м").symbol, unit_of("квт·ч").symbol
        ('dt/ha', 'm2', 'kW.h')
    """
    return next((unit for unit in UNITS if re.fullmatch(unit.forms, text, re.VERBOSE)), None)


_BY_SYMBOL = {unit.symbol: unit for unit in UNITS}


def convert(value: Decimal, unit: str, to: str) -> Decimal:
    """Return an amount in another unit of the same dimension.

    Raises:
        ValueError: If the units measure different things.

    Examples:
        >>> convert(Decimal("2.5"), "t", "kg"), convert(Decimal(350), "dt/ha", "t/ha")
        (Decimal('2500.0'), Decimal('35.0'))
    """
    source, target = _BY_SYMBOL[unit], _BY_SYMBOL[to]
    if source.dimension != target.dimension:
        raise ValueError(f"{unit} measures {source.dimension}, {to} measures {target.dimension}")
    return value * source.factor / target.factor
