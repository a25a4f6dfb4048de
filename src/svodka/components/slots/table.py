"""The steps by which slots are filled, in their order, each with sentences in which it tells and others in which it must not.

An example marks a figure with what the step gives it: ``"Экспорт составил [12 млн долларов|экспорт]."`` Owners are named,
periods written as EDTF. A counter-example is a sentence in which the step tells nothing.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType
from typing import Generic, TypeVar

from svodka.components.slots import dating, metrics, owners

S = TypeVar("S", bound=Callable[..., object])


@dataclass(frozen=True, slots=True)
class Step(Generic[S]):
    """One step.

    Attributes:
        id: ``metric.…``, ``of.…``, ``period.…`` or ``base.…``.
        find: What it does.
        finds: Examples.
        skips: Counter-examples.
    """

    id: str
    find: S
    finds: tuple[str, ...]
    skips: tuple[str, ...] = ()

    @property
    def name(self) -> str:
        """The id without its slot."""
        return self.id.partition(".")[2]


METRICS: tuple[Step[Callable[[metrics.Spot, metrics.Reading], metrics.Measured | None]], ...] = (
    Step("metric.respective", metrics.respective, finds=(
        "Экспорт и импорт выросли на [5 %|экспорт] и на [7 %|импорт] соответственно.",
        "Производство молока и сыра снизилось на [13 %|производство молока] и на [7 %|производство сыра].",
    ), skips=("Экспорт вырос на 5 % и составил 7 млн долларов.", "Экспорт и импорт выросли на 5 %.")),
    Step("metric.priced", metrics.priced, finds=(
        "Завод продаст сеялки по [3,9 млн рублей|цена за штуку] за штуку.",
    ), skips=("Экспорт составил 5 млн долларов за год.",)),
    Step("metric.bracketed", metrics.bracketed, finds=(
        "Экспорт составил 12 млн долларов ([+5 %|экспорт]).",
        "Выручка завода составила 5 млн долларов, или [80 %|выручка] плана.",
    ), skips=("Экспорт составил 12 млн долларов (импорт – 7 млн долларов).",)),
    Step("metric.governed", metrics.governed, finds=(
        "Хлопок посеян на площади [5 тыс. га|площадь].",
        "Подписаны контракты на общую сумму [свыше 210 млн долларов|общая сумма].",
        "Построен завод мощностью [20 тыс. тонн|мощность].",
        "Предоставляется скидка [15 %|скидка].",
    ), skips=("Завод отгрузил 5 тыс. тонн.", "Экспорт вырос на 5 %.")),
    Step("metric.dashed", metrics.dashed, finds=(
        "Длина моста – [1 254 м|длина моста].",
        "Экспорт составил 12 млн долларов, импорт – [9,8 млн долларов|импорт].",
        "Экспорт вырос на 5 %, а импорт – на [7 %|импорт].",
    ), skips=("В Омской области – 5 тыс. га.", "Экспорт составил 12 млн долларов.")),
    Step("metric.ellipsis", metrics.ellipsis, finds=(
        "Урожай ячменя составил 105 тонн, ржи – [26 тонн|урожай ржи].",
    ), skips=("Урожай ячменя составил 105 тонн, картофель – 26 тонн.",)),
    Step("metric.given", metrics.given, finds=(
        "Объём кредитов достиг 512 млн долларов, из них на сезонные работы – [две трети|сезонные работы].",
    ), skips=("Экспорт в Россию – 5 млн долларов.",)),
    Step("metric.compared", metrics.compared, finds=(
        "В санатории отдохнули 212 человек, что в [1,5 раза|люди] больше, чем год назад.",
        "Форум собрал [вдвое|гости] меньше гостей.",
    ), skips=("Экспорт вырос в 1,5 раза.",)),
    Step("metric.subject", metrics.subject, finds=(
        "Экспорт составил [12 млн долларов|экспорт].",
        "Объём перевозок вырос на [5 %|объём перевозок].",
        "Рост товарооборота составил [5 %|товарооборот].",
        "Растёт взаимный товарооборот. В 2022 году он достиг [40 млн долларов|взаимный товарооборот].",
    ), skips=("Завод вложил 5 млн долларов.", "Намолочено 5 тонн зерна.")),
    Step("metric.quantified", metrics.quantified, finds=(
        "Число школ выросло до [400 школ|число школ].",
    ), skips=("Команда забила семь мячей.",)),
    Step("metric.object", metrics.object_, finds=(
        "Завод увеличил выпуск на [5 %|выпуск].",
        "Компания нарастила производство сыра в [1,5 раза|производство сыра].",
    ), skips=("Завод купил трактор за 5 млн долларов.",)),
    Step("metric.weighed", metrics.weighed, finds=(
        "Намолочено [83,9 млн тонн|зерно] зерна.",
        "Аграрии убрали [две трети|зерновые] зерновых.",
    ), skips=("Намолочено 83,9 млн тонн при хорошей погоде.",)),
    Step("metric.explained", metrics.explained, finds=(
        "Товарооборот составил 3 млн долларов, [полтора миллиона долларов|экспорт] – экспорт области.",
    ), skips=("Экспорт – 5 млн долларов.",)),
    Step("metric.postposed", metrics.postposed, finds=(
        "Увеличился на 1,7 % объём перевозок, на [16 %|объём погрузки] объём погрузки.",
    ), skips=("Экспорт вырос на 5 %.",)),
    Step("metric.deverbal", metrics.deverbal, finds=(
        "Партнёр вложил [5 млн долларов|инвестиции].",
    ), skips=("Экспорт составил 5 млн долларов.",)),
    Step("metric.allotted", metrics.allotted, finds=(
        "На долю Турции приходится [9 %|доля Турции] внешней торговли.",
    ), skips=("Доля Турции составляет 9 %.",)),
    Step("metric.ranked", metrics.ranked, finds=(
        "Область занимает [3-е место|объём товарооборота] по объёму товарооборота.",
    ), skips=("Команда заняла 3-е место в турнире.",)),
    Step("metric.alike", metrics.alike, finds=(
        "Посеяно 5 тыс. тонн зерна. В Омской области – [2 тыс. тонн|зерно].",
    ), skips=("Экспорт составил 5 тыс. тонн, бригада намолотила 2 тыс. тонн.",)),
    Step("metric.dimension", metrics.dimension, finds=(
        "В Омской области засеяли [5 тыс. га|площадь].",
    ), skips=("Завод отгрузил 5 тыс. тонн.",)),
    Step("metric.previous", metrics.previous, finds=(
        "Экспорт вырос на 5 % и достиг [12 млн долларов|экспорт].",
    )),
)  # fmt: skip

_ALL = (
    "respective", "priced", "bracketed", "governed", "dashed", "ellipsis", "compared", "subject", "object", "weighed",
    "explained", "postposed", "deverbal", "alike", "dimension", "previous",
)  # fmt: skip
# Which steps are tried for a kind, in which order; kinds that measure nothing have none.
METRICS_OF: Mapping[str, Sequence[str]] = MappingProxyType(
    {
        **dict.fromkeys(("money", "percent", "change", "ratio"), _ALL),
        "count": ("governed", "dashed", "ellipsis", "quantified"),
        "rank": ("ranked",),
        "age": ("governed",),
        "duration": ("governed", "dashed", "subject"),
        "share": (
            "allotted", "bracketed", "governed", "dashed", "ellipsis", "given", "subject", "weighed", "explained",
            "previous",
        ),
        "measure": (
            "respective", "bracketed", "governed", "dashed", "ellipsis", "weighed", "explained", "compared", "subject",
            "alike", "dimension", "deverbal", "previous",
        ),
    }
)  # fmt: skip

OWNERS: tuple[Step[Callable[[owners.Asked], Sequence[int]]], ...] = (
    Step("of.measured", owners.measured, finds=(
        "Экспорт Гомельской области вырос на [5 %|Гомельская область].",
    ), skips=("Экспорт вырос на 5 %.",)),
    Step("of.counted", owners.counted, finds=(
        "Договоры заключены с [23 регионами|Россия] России.",
        "На форум приехали [550 гомельских предприятий|Гомельская область].",
    ), skips=("Заключено 4 договора с предприятиями России.",)),
    Step("of.between", owners.between, finds=(
        "Заключено [450 договоров|Беларусь, Россия] между областями Беларуси и регионами России.",
    ), skips=("Заключено 450 договоров с регионами России.",)),
    Step("of.attributed", owners.attributed, finds=(
        "Построена Нововоронежская АЭС. Строится завод мощностью 5 МВт.",
    )),
    Step("of.subject", owners.subject, finds=(
        "ОАО «Гомсельмаш» подписало [два контракта|«Гомсельмаш»].",
    ), skips=("Подписано два контракта.",)),
    Step("of.holder", owners.holder, finds=(
        "[Третье место|«Волгарь»] у команды «Волгарь».",
    )),
    Step("of.row", owners.row, finds=(
        "В Омской области – [5 тыс. га|Омская область].",
    )),
    Step("of.beside", owners.beside, finds=(
        "В Омской области – 5 тыс. га, намолочено [10 тыс. тонн|Омская область].",
    )),
    Step("of.place", owners.place, finds=(
        "На территории Гомельской области зарегистрировано [450 организаций|Гомельская область].",
    )),
    Step("of.bearer", owners.bearer, finds=(
        "Праздник приурочен к [65-летию|Новополоцк] Новополоцка.",
    )),
    Step("of.players", owners.players, finds=()),
    Step("of.parted", owners.parted, finds=(
        "На Россию приходится [68 %|Россия] продаж.",
    )),
    Step("of.both", owners.both, finds=(
        "Встретились делегации Гомельской и Брянской областей. Обсуждено сотрудничество [двух регионов|Гомельская область, Брянская область].",
    )),
    Step("of.pointed", owners.pointed, finds=()),
    Step("of.possessed", owners.possessed, finds=()),
    Step("of.mutual", owners.mutual, finds=()),
    Step("of.speaker", owners.speaker, finds=()),
    Step("of.attended", owners.attended, finds=()),
    Step("of.lent", owners.lent, finds=()),
    Step("of.previous", owners.previous, finds=()),
    Step("of.topic", owners.topic, finds=()),
    Step("of.sole", owners.sole, finds=()),
)  # fmt: skip
_STATED = (
    "measured", "attributed", "possessed", "row", "beside", "mutual", "pointed", "lent", "subject", "place", "speaker",
    "previous", "topic", "sole",
)  # fmt: skip
OWNERS_OF: Mapping[str, Sequence[str]] = MappingProxyType(
    {
        **dict.fromkeys(("money", "percent", "change", "measure", "ratio", "duration"), _STATED),
        "share": ("parted", *_STATED),
        "count": (
            "counted", "between", "both", "attributed", "attended", "measured", "subject", "row", "pointed", "place",
            "speaker",
        ),
        "rank": ("holder", "subject"),
        "ordinal": ("bearer", "counted"),
        "anniversary": ("bearer",),
        "age": ("bearer", "pointed"),
        "score": ("players",),
    }
)  # fmt: skip
ATTRIBUTED = ("measured", "attributed")  # the steps for what only describes a thing
LENT_OWNERS = frozenset(("attended", "both", "pointed", "possessed", "mutual", "speaker", "previous", "topic"))

PERIODS: tuple[Step[Callable[[dating.Asked], int | None]], ...] = (
    Step("period.stretch", dating.stretch, finds=("В 2022 году экспорт составил [5 млн долларов|2022].",)),
    Step("period.lent", dating.lent, finds=()),
    Step("period.clause", dating.clause, finds=()),
    Step("period.opening", dating.opening, finds=()),
    Step("period.previous", dating.previous, finds=()),
    Step("period.repeated", dating.repeated, finds=()),
    Step("period.running", dating.running, finds=()),
)
BASES: tuple[Step[Callable[[dating.Asked], int | None]], ...] = (
    Step("base.beside", dating.base_beside, finds=()),
    Step("base.previous", dating.base_previous, finds=()),
)
LENT_PERIODS = frozenset(("previous", "repeated", "running"))
