"""Changes by a factor: «в 1,5 раза», «вдвое», «на порядок», «удвоился», «двукратный рост»."""

from __future__ import annotations

from decimal import Decimal

from svodka.core.values import Change, FigureValue, plain
from svodka.rules.compounds import COMPOUND, compound
from svodka.rules.figures.amounts import AMOUNT, figure
from svodka.rules.figures.quantity import Quantity
from svodka.rules.forms import alternation
from svodka.rules.rule import Groups, Rule

_MULTIPLES = {"вдвое": "2", "втрое": "3", "вчетверо": "4", "впятеро": "5", "вшестеро": "6", "всемеро": "7",
              "ввосьмеро": "8", "вдевятеро": "9", "вдесятеро": "10"}  # fmt: skip
_VERBS = {"удво": "2", "утро": "3", "учетвер": "4", "упятер": "5"}


def factor(groups: Groups) -> Quantity | None:
    """Read «в 1,5 раза»: new divided by old; the verb tells the direction."""
    found = figure("change", groups, "x")
    if found is None or Decimal(found[0].value or found[0].low or 0) <= 0:
        return None
    return _times(found[0])


def _times(value: FigureValue) -> Quantity:
    return Quantity(value.model_copy(update={"change": Change(form="factor", factor=value.value)}))


def multiple(groups: Groups) -> Quantity:
    """Read «вдвое», «втрое» and their kin."""
    return _times(FigureValue(kind="change", value=_MULTIPLES[groups["word"]], unit="x"))


def multiplied(groups: Groups) -> Quantity:
    """Read a verb that multiplies; it says by itself that something grew."""
    count = _VERBS[groups["stem"]]
    change = Change(form="factor", direction="up", factor=count)
    return Quantity(FigureValue(kind="change", value=count, unit="x", change=change))


def fold_of(groups: Groups) -> Quantity | None:
    """Read «двукратный рост», «трёхкратно», «3-кратное снижение»."""
    count = Decimal(groups["num"]) if "num" in groups else compound(groups["word"])
    return None if count is None else _times(FigureValue(kind="change", value=plain(count), unit="x"))


def magnitude(groups: Groups) -> Quantity:
    """Read «на порядок»: about ten times."""
    return _times(FigureValue(kind="change", value="10", unit="x", comparator="approx"))


def vague(groups: Groups) -> Quantity:
    """Read «в разы»: a factor that the text does not give."""
    value = FigureValue(kind="change", unit="x", change=Change(form="factor"), issues=("vague_amount",))
    return Quantity(value)


_STOP = r"(?![а-я])"
_OF_CHANGE = (
    r"(?=[а-я]{2,3}\s+(?:рост|увелич|прирост|повыш|снижен|сокращ|падени|уменьш|превыш|подорожан|подъем"
    r"|разниц)|о(?:\s|[.,;)]|$))"
)

CHANGES: tuple[Rule[Quantity], ...] = (
    Rule(
        id="figure.factor",
        cue=r"раз",
        pattern=rf"(?<!\w)в\s+(?:(?:более|менее|почти|примерно|около|свыше|не\s+менее|не\s+более)\s+(?:чем\s+)?)?(?P<span>{AMOUNT}\s+раза?){_STOP}",
        value=factor,
        finds=(
            "увеличился в [1,5 раза|change 1.5 x]",
            "в [полтора раза|change 1.5 x] больше",
            "вырос [более чем в 2 раза|change gt 2 x]",
            "это в [два с половиной раза|change 2.5 x] больше",
            "в [2–3 раза|change range 2..3 x] дешевле",
            "возросло [почти в десять раз|change almost 10 x]",
            "в [сто раз|change 100 x] меньше",
            "увеличен [не менее чем в 1,3 раза|change ge 1.3 x]",
        ),
        skips=(
            "в восьмой раз",
            "три раза в год",
            "в первый раз",
            "два раза побывал",
            "в 5 разах",
            "раз в 2 года",
            "около 10 раз",
        ),
    ),
    Rule(
        id="figure.multiple",
        cue=r"вдвое|втрое|еро(?![а-я])",
        pattern=rf"(?<![\w-])(?P<span>(?P<word>{alternation(_MULTIPLES)})){_STOP}",
        value=multiple,
        finds=(
            "собрал [вдвое|change 2 x] меньше гостей",
            "вырос [почти втрое|change almost 3 x]",
            "увеличено [более чем вчетверо|change gt 4 x]",
        ),
        skips=("вдвоем", "втроем с коллегами", "двое учёных"),
    ),
    Rule(
        id="figure.multiplied",
        cue=r"удво|утро|учетвер|упятер",
        pattern=rf"(?<![\w-])(?P<span>(?P<stem>{alternation(_VERBS)})(?:и(?:л|ла|ло|ли|т|ть)(?:ся|сь)?|ятся|ят)){_STOP}",
        value=multiplied,
        finds=("экспорт [удвоился|change 2 x]", "выпуск планируют [утроить|change 3 x]"),
        skips=("утром", "удвоение согласных", "усвоил"),
    ),
    Rule(
        id="figure.fold",
        cue=r"кратн",
        pattern=rf"(?<![\w-])(?P<span>(?:(?P<num>\d{{1,3}})-?|(?P<word>{COMPOUND}))кратн(?:{_OF_CHANGE})[а-я]{{1,3}}){_STOP}",
        value=fold_of,
        finds=(
            "показал [двукратный|change 2 x] рост",
            "выросла [трёхкратно|change 3 x]",
            "[3-кратное|change 3 x] увеличение",
        ),
        skips=("трёхкратный чемпион", "многократно вырос", "двукратная олимпийская чемпионка"),
    ),
    Rule(
        id="figure.magnitude",
        cue="порядок",
        pattern=rf"(?<!\w)на\s+(?P<span>порядок){_STOP}(?=\s+(?:больше|меньше|выше|ниже|дороже|дешевле|увелич|выр|возр|сниз|сократ|быстр)|\s*[.,;)])",
        value=magnitude,
        finds=("объём стал на [порядок|change approx 10 x] больше",),
        skips=("на порядок ведения реестра", "навести порядок"),
    ),
    Rule(
        id="figure.vague_factor",
        cue=r"\bразы\b",
        pattern=rf"(?<!\w)в\s+(?P<span>разы){_STOP}",
        value=vague,
        finds=("выросла в [разы|change ? x]",),
        skips=("в разных регионах",),
    ),
)
