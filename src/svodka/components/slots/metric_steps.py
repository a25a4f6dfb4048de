"""The steps that tell what a figure measures, in their order."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from types import MappingProxyType

from svodka.components.slots import metrics
from svodka.components.slots.metrics import Reading
from svodka.components.slots.spots import Spot
from svodka.components.slots.step import Step
from svodka.components.slots.told import Measured

METRICS: tuple[Step[Callable[[Spot, Reading], Measured | None]], ...] = (
    Step(
        "metric.respective",
        metrics.respective,
        finds=(
            "Экспорт и импорт выросли на [5 %|экспорт] и на [7 %|импорт] соответственно.",
            "Производство молока и сыра снизилось на [13 %|производство молока] и на [7 %|производство сыра].",
            "Доходы и расходы составили [5 млн долларов|доходы] и [7 млн долларов|расходы] соответственно.",
        ),
        skips=("Экспорт вырос на 5 % и составил 7 млн долларов.", "Экспорт и импорт выросли на 5 %."),
    ),
    Step(
        "metric.priced",
        metrics.priced,
        finds=("Завод продаст сеялки по [3,9 млн рублей|цена за штуку] за штуку.",),
        skips=("Экспорт составил 5 млн долларов за год.",),
    ),
    Step(
        "metric.bracketed",
        metrics.bracketed,
        finds=(
            "Экспорт составил 12 млн долларов ([+5 %|экспорт]).",
            "Выручка завода составила 5 млн долларов, или [80 %|выручка завода] плана.",
            "Компания увеличила выручку в 1,5 раза – на [270 млн долларов|выручка].",
        ),
        skips=("Экспорт составил 12 млн долларов (импорт – 7 млн долларов).", "Экспорт (вырос на 5 %) известен."),
    ),
    Step(
        "metric.governed",
        metrics.governed,
        finds=(
            "Лён посеян на площади [5 тыс. га|площадь].",
            "Подписаны контракты на общую сумму [свыше 210 млн долларов|общая сумма].",
            "Построен завод мощностью [20 тыс. тонн|мощность].",
            "При оплате сразу предоставляется скидка [15 %|скидка].",
            "Отмечен рост на [53 %|объёмы экспорта] объёмов экспорта.",
        ),
        skips=("Завод отгрузил 5 тыс. тонн.", "Экспорт вырос на 5 %.", "Собрано 5 тонн, в том числе 2 тонны ржи."),
    ),
    Step(
        "metric.dashed",
        metrics.dashed,
        finds=(
            "Длина моста – [1 254 метра|длина моста].",
            "Экспорт составил 12 млн долларов, импорт – [9,8 млн долларов|импорт].",
            "Экспорт вырос на 5 %, а импорт – на [7 %|импорт].",
        ),
        skips=("В Омской области – 5 тыс. га.", "Экспорт составил 12 млн долларов.", "Обучение – 25 механизаторов."),
    ),
    Step(
        "metric.ellipsis",
        metrics.ellipsis,
        finds=("Урожай ячменя составил 105 тонн, ржи – [26 тонн|урожай ржи].",),
        skips=("Урожай ячменя составил 105 тонн, картофель – 26 тонн.",),
    ),
    Step(
        "metric.given",
        metrics.given,
        finds=(
            "По объёму инвестиций – [5 млрд рублей|объём инвестиций].",
            "Объём кредитов достиг 512 млн долларов, из них на сезонные работы – [две трети|сезонные работы].",
            "Бюджет исполнен по доходам на 98 %, по расходам – на [96 %|расходы].",
        ),
        skips=("Экспорт в Россию – 5 млн долларов.",),
    ),
    Step(
        "metric.compared",
        metrics.compared,
        finds=(
            "В санатории отдохнули 212 туристов, что в [1,5 раза|туристы] больше, чем год назад.",
            "Форум собрал [вдвое|гости] меньше гостей.",
        ),
        skips=("Экспорт вырос в 1,5 раза.",),
    ),
    Step(
        "metric.subject",
        metrics.subject,
        finds=(
            "Экспорт составил [12 млн долларов|экспорт].",
            "Объём перевозок вырос на [5 %|объём перевозок].",
            "Рост товарооборота составил [5 %|товарооборот].",
            "Экспорт вырос, импорт – снизился на [7 %|импорт].",
            "Растёт взаимный товарооборот. В 2022 году он достиг [40 млн долларов|взаимный товарооборот].",
            "Общая сумма подписанных в Уфе контрактов достигла [5 млн долларов|общая сумма контрактов].",
        ),
        skips=("Завод вложил 5 млн долларов.", "Намолочено 5 тонн зерна.", "Каждая семья получит 5 тыс. рублей."),
    ),
    Step(
        "metric.quantified",
        metrics.quantified,
        finds=(
            "Число школ составило [400 единиц|число школ].",
            "Создано 312 станков. Их число составит [400 единиц|число станков].",
        ),
        skips=("Команда забила семь мячей.",),
    ),
    Step(
        "metric.object",
        metrics.object_,
        finds=(
            "Завод увеличил парк машин на [5 %|парк машин].",
            "Завод сократил в [1,5 раза|парк машин] парк машин.",
        ),
        skips=("Завод купил трактор за 5 млн долларов.",),
    ),
    Step(
        "metric.weighed",
        metrics.weighed,
        finds=(
            "Намолочено [83,9 млн тонн|зерно] зерна.",
            "Аграрии убрали [две трети|зерновые] зерновых.",
            "Собрано 5 млн тонн зерна, в том числе [2 млн тонн|пшеница] пшеницы.",
        ),
        skips=("Намолочено 83,9 млн тонн при хорошей погоде.",),
    ),
    Step(
        "metric.explained",
        metrics.explained,
        finds=(
            "Оборот составил 3 млн долларов, [полтора миллиона долларов|экспорт области] – экспорт области.",
            "Участники приехали вчера, [треть|студенты] из них – студенты.",
        ),
        skips=("Экспорт – 5 млн долларов.",),
    ),
    Step(
        "metric.postposed",
        metrics.postposed,
        finds=("Увеличился на 1,7 % объём перевозок, на [16 %|объём погрузки] объём погрузки.",),
        skips=("Экспорт вырос на 5 %.",),
    ),
    Step(
        "metric.deverbal",
        metrics.deverbal,
        finds=("Партнёр вложил [5 млн долларов|инвестиции].",),
        skips=("Экспорт составил 5 млн долларов.",),
    ),
    Step(
        "metric.allotted",
        metrics.allotted,
        finds=("На долю Турции приходится [9 %|доля Турции] внешней торговли.",),
        skips=("Доля Турции составляет 9 %.",),
    ),
    Step(
        "metric.ranked",
        metrics.ranked,
        finds=("Область занимает [3-е место|объём товарооборота] по объёму товарооборота.",),
        skips=("Команда заняла 3-е место в турнире.",),
    ),
    Step(
        "metric.alike",
        metrics.alike,
        finds=("Посеяно 5 тыс. тонн зерна. В Омской области – [2 тыс. тонн|зерно].",),
        skips=("Собрано 5 тыс. тонн зерна, бригада намолотила 2 тыс. тонн.",),
    ),
    Step(
        "metric.dimension",
        metrics.dimension,
        finds=("В Омской области засеяли [5 тыс. га|площадь].",),
        skips=("Завод отгрузил 5 тыс. тонн.",),
    ),
)

_ALL = (
    "respective", "priced", "bracketed", "governed", "dashed", "ellipsis", "given", "compared", "subject", "object",
    "weighed",    "explained", "postposed", "deverbal", "alike", "dimension",
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
        ),
        "measure": (
            "respective", "bracketed", "governed", "dashed", "ellipsis", "weighed", "explained", "compared", "subject",
            "alike", "dimension", "deverbal",
        ),
    }
)  # fmt: skip
