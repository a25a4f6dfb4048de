"""The steps that tell whose a figure is, in their order."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from types import MappingProxyType

from svodka.components.slots import anaphors, owners
from svodka.components.slots.owned import Asked
from svodka.components.slots.step import Step

OWNERS: tuple[Step[Callable[[Asked], Sequence[int]]], ...] = (
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
