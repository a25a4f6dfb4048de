"""Bare numbers: what they count, or whose kind and unit they share, is told by their neighbours."""

from __future__ import annotations

from dataclasses import replace

from svodka.core.values import Change
from svodka.rules.figures.amounts import AMOUNT, NUMBER, OPENING, B, figure
from svodka.rules.figures.quantity import Need, Quantity
from svodka.rules.rule import Groups, Rule

_COMMON = (
    "человек|семей|домов|машин|гостей|участников|предприятий|специалистов|единиц|штук|голов|мест|жителей"
    "|работников|зрителей"
)


def _bare(groups: Groups, need: Need) -> Quantity | None:
    found = figure("count", groups, None)
    return Quantity(found[0], needs=need, scale=found[1]) if found else None


def count(groups: Groups) -> Quantity | None:
    """Read a bare number; it is a figure only when a counted noun follows."""
    return _bare(groups, "noun")


def leading(groups: Groups) -> Quantity | None:
    """Read a number of a list or pair whose last member has the unit."""
    return _bare(groups, "next")


def elliptic(groups: Groups) -> Quantity | None:
    """Read a number whose unit was said before: «экспорт – 12 млн долларов, импорт – 9,8 млн»."""
    return _bare(groups, "previous")


def elliptic_sum(groups: Groups) -> Quantity | None:
    """Read a bare number that ends in a scale word; one without is another row's."""
    found = elliptic(groups)
    return found if found and found.scale > 1 else None


def elliptic_count(groups: Groups) -> Quantity | None:
    """Read a bare number after a dash or «до»; a sum with a scale word is another row's."""
    found = elliptic(groups)
    return found if found and found.scale == 1 else None


def difference(groups: Groups) -> Quantity | None:
    """Read «на 213 меньше»: the counted noun was said before."""
    found = elliptic(groups)
    if found is None:
        return None
    change = Change(form="delta_abs", direction="up" if groups["way"] == "больше" else "down")
    return replace(found, value=found.value.model_copy(update={"kind": "change", "change": change}))


def inverted(groups: Groups) -> Quantity | None:
    """Read «человек тридцать»."""
    found = figure("count", groups, _LEMMAS.get(groups["noun"]))
    return Quantity(found[0].model_copy(update={"comparator": "approx"})) if found else None


_LEMMAS = {
    "человек": "человек", "семей": "семья", "домов": "дом", "машин": "машина", "гостей": "гость",
    "участников": "участник",
    "предприятий": "предприятие", "специалистов": "специалист", "единиц": "единица", "штук": "штука", "голов": "голова",
    "мест": "место", "жителей": "житель", "работников": "работник", "зрителей": "зритель",
}  # fmt: skip
_FUNCTION = (
    r"(?:и|или|либо|а|но|до|на|в|во|с|со|по|к|за|от|из|у|о|об|для|при|под|над|что|как|чем|это|если|то|не|же|лишь|уже|тогда|"
    r"году|года|год|лет|раза?|процент[а-я]*|час(?:а|ов)?|минут[аы]?|мая|марта|января|февраля|апреля|июня|июля|августа|сентября|октября|ноября|декабря)(?![а-я])"
)
_END = r"(?=\s*(?:[.,;)»]|$|\n))"
_OPEN = rf"(?=\s*(?:[.,;)»–]|$|\n|\s{_FUNCTION}))"
_NEXT = rf"\s*(?:,|,?\s+и|,?\s+или|,?\s+либо)\s+(?:(?:еще|по|свыше|более|около|до|почти)\s+)?{NUMBER}"

COUNTS: tuple[Rule[Quantity], ...] = (
    Rule(
        id="figure.count",
        opening=OPENING,
        pattern=rf"(?P<span>{AMOUNT})(?=\s+(?!{_FUNCTION})[«\"„]?[а-яa-z])",
        value=count,
        finds=(
            "заключено [81|count 81] соглашение",
            "[более 100|count gt 100] участников",
            "[9|count 9] компаний",
            "[двадцать пять|count 25] механизаторов",
            "[30–40|count range 30..40] школьников",
            "[12,5 тыс.|count 12500] рабочих мест",
            "обслужено [1,94 млн|count 1940000] пассажиров",
            "[порядка 130|count approx 130] спортсменов",
            "[двадцать с лишним|count gt 20] компаний",
            "[100 и более|count ge 100] человек",
            "[не менее 20 тыс.|count ge 20000] изделий",
            "[два десятка|count 20] предприятий",
            "[полсотни|count 50] школ",
            "[сотня|count 100] гостей",
            "[пятеро|count 5] ветеранов",
            "[полтора десятка|count 15] стран",
            "[пять-семь|count range 5..7] команд",
            "[около тысячи|count approx 1000] человек",
        ),
        skips=(
            "16-этажный",
            "№ 75 г. Гомеля",
            "СПУ-6 машин",
            "COVID-19 вакцина",
            "Ил-76 взлетел",
            "сотни людей",
            "миллионы тонн",
            "М-5 трасса",
            "десятки компаний",
            "5 и более",
        ),
    ),
    Rule(
        id="figure.count_inverted",
        cue=_COMMON,
        pattern=rf"(?<![\w-])(?<!\d[ ])(?P<span>(?P<noun>{_COMMON})\s+(?P<num>{NUMBER}))(?=\s*(?:[.,;:!?)]|$|(?:и|в"
        rf"|на|от|до|за|с|из)\s))",
        value=inverted,
        finds=("пришли [человек тридцать|count approx 30 человек].", "построят [домов 20|count approx 20 дом] в селе"),
        skips=("30 человек пять дней", "для предприятий 5 отраслей"),
    ),
    Rule(
        id="figure.listed",
        opening=OPENING,
        pattern=rf"(?P<span>{B}(?P<num>{NUMBER}))(?={_NEXT})",
        value=leading,
        finds=(
            "[12|count 12] и 15 ферм соответственно",
            "[5|count 5], [7|count 7] и 9 млн рублей",
            "[пять|count 5] или шесть машин",
        ),
        skips=("5 ферм и 7 школ", "№ 5 и 7"),
    ),
    Rule(
        id="figure.elliptic_sum",
        opening=OPENING,
        cue=r"тыс|милли|млн|млрд|трилли|трлн|квадри|квинти|сексти|септи",
        pattern=rf"(?P<span>{B}(?P<num>{NUMBER})(?<=[а-я.])){_OPEN}",
        value=elliptic_sum,
        finds=(
            "импорт – [9,8 млн|count 9800000]",
            "план на год – [40 млн|count 40000000].",
            "в том числе [2,1 млрд|count 2100000000] – из бюджета",
        ),
        skips=("9,8 млн рублей", "5 тыс. человек"),
    ),
    Rule(
        id="figure.elliptic_difference",
        cue=r"больше|меньше",
        pattern=rf"(?<!\w)на\s+(?P<span>(?P<num>{NUMBER}))\s+(?P<way>больше|меньше)(?![а-я])",
        value=difference,
        finds=("что на [213|change 213] меньше, чем год назад",),
        skips=("на 213 человек меньше", "на 5 % меньше"),
    ),
    Rule(
        id="figure.elliptic_count",
        cue=r"–|до\s|лишь|только|всего|уже|стало|было",
        pattern=rf"(?:–|(?<!\w)(?:до|лишь|только|всего|уже|стало|было))\s+(?:(?:около|более|свыше|почти|не\s+менее|не\s+более|примерно|порядка|менее)\s+)?(?P<span>(?P<num>{NUMBER})){_END}",
        value=elliptic_count,
        finds=(
            "на 1 января – [34|count 34])",
            "комплекты – [не менее 300|count ge 300];",
            "в Бресте – [три|count 3].",
            "число возрастёт до [четырёхсот|count 400].",
        ),
        skips=("Гомель – 2023 год", "– 5 школ"),
    ),
)
