"""The steps by which slots are filled, in their order, each with sentences in which it tells and in which it must not.

An example marks a figure with what the step gives it: ``"Экспорт составил [12 млн долларов|экспорт]."`` Owners are
named, periods written as EDTF. A counter-example is a sentence in which the step tells nothing.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType
from typing import Generic, TypeVar

from svodka.components.slots import anaphors, dating, metrics, owners
from svodka.components.slots.dating import Asked as PeriodAsked
from svodka.components.slots.metrics import Reading
from svodka.components.slots.owned import Asked as OwnerAsked
from svodka.components.slots.spots import Spot
from svodka.components.slots.told import Measured

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

OWNERS: tuple[Step[Callable[[OwnerAsked], Sequence[int]]], ...] = (
    Step(
        "of.measured",
        owners.measured,
        finds=(
            "Экспорт Гомельской области вырос на [5 %|Гомельская область].",
            "Белорусский экспорт вырос на [5 %|Беларусь].",
            "Торговля Липецкой области с Турцией выросла на [5 %|Липецкая область, Турция].",
        ),
        skips=("Экспорт вырос на 5 %.", "Экспорт в Турцию вырос на 5 %."),
    ),
    Step(
        "of.counted",
        owners.counted,
        finds=(
            "Договоры заключены с [23 регионами|Россия] России.",
            "Поставки ведут [550 гомельских предприятий|Гомельская область].",
        ),
        skips=("Заключено 4 договора с предприятиями России.",),
    ),
    Step(
        "of.between",
        owners.between,
        finds=("Заключено [450 договоров|Беларусь, Россия] между областями Беларуси и регионами России.",),
        skips=("Заключено 450 договоров с регионами России.",),
    ),
    Step(
        "of.attributed",
        owners.attributed,
        finds=("На выставке «Белагро» площадью [5 тыс. кв. м|«Белагро»] работают 20 компаний.",),
        skips=("Завод выпускает лифты грузоподъёмностью 400 кг.",),
    ),
    Step(
        "of.subject",
        owners.subject,
        finds=("ОАО «Гомсельмаш» подписало [два контракта|ОАО «Гомсельмаш»].",),
        skips=("Подписано два контракта.", "По данным министра Ивана Петрова, экспорт вырос на 5 %."),
    ),
    Step(
        "of.holder",
        owners.holder,
        finds=("[Третье место|«Волгарь»] у команды «Волгарь».",),
        skips=("Третье место заняла команда хозяев.",),
    ),
    Step(
        "of.row",
        owners.row,
        finds=(
            "В Омской области – [5 тыс. га|Омская область].",
            "В Минской области намолочено 5 тонн зерна, в Брестской – [7 тонн|Брестская область].",
        ),
        skips=("Экспорт в Омскую область – 5 млн долларов.",),
    ),
    Step(
        "of.beside",
        owners.beside,
        finds=("В Омской области – 5 тыс. га, намолочено [10 тыс. тонн|Омская область].",),
        skips=("В Омской области – 5 тыс. га; намолочено 10 тыс. тонн.",),
    ),
    Step(
        "of.place",
        owners.place,
        finds=("Действуют [450 организаций|Гомельская область] на территории Гомельской области.",),
        skips=("Действуют 450 организаций, в том числе ОАО «Гомсельмаш».",),
    ),
    Step(
        "of.bearer",
        owners.bearer,
        finds=("Праздник приурочен к [65-летию|Новополоцк] Новополоцка.",),
        skips=("Праздник приурочен к 65-летию завода.",),
    ),
    Step(
        "of.players",
        owners.players,
        finds=("Клуб «Ржевмаш» обыграл клуб «Волгарь» [4:2|«Ржевмаш», «Волгарь»].",),
        skips=("Матч завершился со счётом 4:2.",),
    ),
    Step(
        "of.parted",
        owners.parted,
        finds=("На Россию приходится [68 %|Россия] продаж.",),
        skips=("Убраны две трети зерновых.",),
    ),
    Step(
        "of.both",
        anaphors.both,
        finds=(
            "Встретились делегации Гомельской и Брянской областей. Обсуждено сотрудничество "
            "[двух регионов|Гомельская область, Брянская область].",
        ),
        skips=("Обсуждено сотрудничество двух регионов.", "В Гомеле открыты двери двух школ."),
    ),
    Step(
        "of.pointed",
        anaphors.pointed,
        finds=("В Липецке открылось ООО «Заря». На предприятии создано [312 станков|ООО «Заря»].",),
        skips=("В Липецке открылось ООО «Заря». На предприятиях области создано 312 станков.",),
    ),
    Step(
        "of.possessed",
        anaphors.possessed,
        finds=("Открыта выставка «Белагро». Её площадь составила [5 тыс. кв. м|«Белагро»].",),
        skips=("Открыта выставка «Белагро». Площадь составила 5 тыс. кв. м.",),
    ),
    Step(
        "of.mutual",
        anaphors.mutual,
        finds=(
            "Гомельская область сотрудничает с Брянской областью. Гомельская область закупает молоко. Взаимный "
            "товарооборот составил [5 млн долларов|Гомельская область, Брянская область].",
        ),
        skips=("Гомельская область закупает молоко. Экспорт составил 5 млн долларов.",),
    ),
    Step(
        "of.traded",
        anaphors.traded,
        finds=(
            "Гомельская область сотрудничает с Брянской областью. Гомельская область закупает молоко. Общая сумма "
            "поставок составила [5 млн долларов|Гомельская область, Брянская область].",
        ),
        skips=("Гомельская область закупает молоко. Общая сумма поставок составила 5 млн долларов.",),
    ),
    Step(
        "of.occurrence",
        anaphors.occurrence,
        finds=("Форум «Весна» проводился в [восьмой раз|«Весна»].",),
        skips=("Форум «Весна» собрал гостей восьмого участка.",),
    ),
    Step(
        "of.speaker",
        anaphors.speaker,
        finds=("ОАО «Гомсельмаш» работает в России. «Мы продали [64 комбайна|ОАО «Гомсельмаш»]», – сказал директор.",),
        skips=("ОАО «Гомсельмаш» работает в России. Проданы 64 комбайна.",),
    ),
    Step(
        "of.attended",
        anaphors.attended,
        finds=("В Гомеле прошёл форум «Весна». Собрались представители из [20 стран|«Весна»].",),
        skips=("В Гомеле прошёл форум «Весна». Урожай собран в 20 странах.",),
    ),
    Step(
        "of.lent",
        anaphors.lent,
        finds=("Экспорт Гомельской области составил 12 млн долларов ([+5 %|Гомельская область]).",),
        skips=("Экспорт составил 12 млн долларов (+5 %).",),
    ),
    Step(
        "of.previous",
        anaphors.previous,
        finds=("Экспорт Гомельской области вырос на 5 %, импорт – на [7 %|Гомельская область].",),
        skips=("Экспорт вырос на 5 %, импорт – на 7 %.",),
    ),
    Step(
        "of.total",
        anaphors.total,
        finds=("В Гомельской области зарегистрировано 40 компаний, из них [8 компаний|Гомельская область] – малые.",),
        skips=("В Гомельской области работают 40 компаний. Открыто 8 компаний.",),
    ),
    Step(
        "of.destination",
        anaphors.destination,
        finds=("В Египет отгружено [7,3 млн тонн|Египет] пшеницы.",),
        skips=("Египет собрал 7,3 млн тонн пшеницы.",),
    ),
    Step(
        "of.topic",
        anaphors.topic,
        finds=(
            "Гомельская область закупает молоко. Растёт Гомельская область. "
            "Экспорт увеличился на [5 %|Гомельская область].",
        ),
        skips=("Гомельская область закупает молоко. Экспорт увеличился на 5 %.",),
    ),
    Step(
        "of.sole",
        anaphors.sole,
        finds=("Перевозчик «Волга» отменил рейсы: загрузка [не превышала 45 %|«Волга»].",),
        skips=("Рейсы отменены: загрузка не превышала 45 %.",),
    ),
)

_STATED = (
    "measured", "attributed", "possessed", "row", "beside", "mutual", "pointed", "lent", "subject", "place", "speaker",
    "previous", "topic", "sole", "total", "destination", "traded",
)  # fmt: skip
OWNERS_OF: Mapping[str, Sequence[str]] = MappingProxyType(
    {
        **dict.fromkeys(("money", "percent", "change", "measure", "ratio", "duration"), _STATED),
        "share": ("parted", "total", *_STATED),
        "count": (
            "counted", "between", "both", "attributed", "attended", "measured", "subject", "row", "total", "beside",
            "pointed", "place", "speaker",
        ),
        "rank": ("holder", "subject"),
        "ordinal": ("bearer", "counted", "occurrence"),
        "anniversary": ("bearer",),
        "age": ("bearer", "pointed"),
        "score": ("players",),
    }
)  # fmt: skip
ATTRIBUTED = ("measured", "attributed")  # the steps for what only describes a thing
LENT_OWNERS = frozenset(
    ("attended", "both", "pointed", "possessed", "mutual", "speaker", "previous", "topic", "total", "traded")
)

PERIODS: tuple[Step[Callable[[PeriodAsked], int | None]], ...] = (
    Step(
        "period.stretch",
        dating.stretch,
        finds=(
            "В 2022 году экспорт составил [5 млн долларов|2022].",
            "Урожайность составила 34 ц/га (в 2022 году – [36 ц/га|2022]).",
        ),
        skips=(
            "В мае 2022 года отмечено, что 15 предприятий поставляют молоко.",
            "Завод работает с 1958 года, экспортирует технику в 14 стран.",
            "Заключён договор от 5 мая 2022 года на 5 млн долларов.",
        ),
    ),
    Step(
        "period.lent",
        dating.lent,
        finds=("В 2022 году выручка составила 5 млн долларов, или [80 %|2022] плана.",),
        skips=("Выручка составила 5 млн долларов, или 80 % плана.",),
    ),
    Step(
        "period.clause",
        dating.clause,
        finds=("Завод, по данным за 2022 год, отгрузил 5 тонн и [7 машин|2022].",),
        skips=("Завод отгрузил 5 тонн и 7 машин.",),
    ),
    Step(
        "period.opening",
        dating.opening,
        finds=("В 2022 году экспорт вырос на 5 %, а импорт упал на [7 %|2022].",),
        skips=("Экспорт вырос на 5 %, а импорт упал на 7 %.",),
    ),
    Step(
        "period.previous",
        dating.previous,
        finds=("В 2022 году экспорт вырос на 5 %. Импорт составил [7 млн долларов|2022].",),
        skips=("Экспорт вырос на 5 %. Импорт составил 7 млн долларов.", "К 2030 году экспорт вырастет. Цена – 5 евро."),
    ),
    Step(
        "period.repeated",
        dating.repeated,
        finds=("В 2022 году отдохнули 212 туристов. Это в [1,5 раза|2022] больше.",),
        skips=("Отдохнули 212 туристов. Это в 1,5 раза больше.",),
    ),
    Step(
        "period.running",
        dating.running,
        finds=("В 2022 году развивалось сотрудничество. Республику посетили [23 делегации|2022].",),
        skips=("В 2022 году развивалось сотрудничество. Сейчас работают 23 предприятия.",),
    ),
)
BASES: tuple[Step[Callable[[PeriodAsked], int | None]], ...] = (
    Step(
        "base.beside",
        dating.base_beside,
        finds=("Экспорт вырос на [5 %|2021] по сравнению с 2021 годом.",),
        skips=("В 2021 году экспорт вырос на 5 %.",),
    ),
    Step(
        "base.previous",
        dating.base_previous,
        finds=("Экспорт вырос на 5 % по сравнению с 2021 годом, импорт – на [7 %|2021].",),
        skips=("Экспорт вырос на 5 % по сравнению с 2021 годом. В 2022 году импорт упал на 7 %.",),
    ),
)
LENT_PERIODS = frozenset(("previous", "repeated", "running"))
