"""Frames of statistics: what figures tell of an indicator."""

from __future__ import annotations

from svodka.rules.events.frame import Frame, Slot
from svodka.rules.events.lexicon import AMOUNTS, GROWTH, INDICATORS, MEASURING
from svodka.rules.rule import words

_BODIES = ("LOC", "ORG")
_REPORTERS = (
    Slot("reporter", "in:indicator", _BODIES),
    Slot("reporter", "для+Gen у+Gen", _BODIES),
    Slot("reporter", "agent", _BODIES),
    Slot("reporter", "where", _BODIES),
)
_STATED = (
    Slot("indicator", "theme", lemmas=INDICATORS),
    *_REPORTERS,
    Slot("partner", "с:indicator в:indicator", ("LOC",)),
    Slot("partner", "с+Ins в+Acc", ("LOC",)),
    Slot("partner", "с+Ins", people=True),
    Slot("base_period", "base"),
)
# What is said of a thing once and for all, which no series of figures tells.
_BUILT = words(
    "длина ширина высота глубина протяженность толщина диаметр возраст вес масса расстояние он она оно они"
    " рубль доллар евро тонна процент миллиард миллион тысяча гектар млрд млн"
)
_TELLING = words(
    "составить составлять достичь достигнуть достигать вырасти расти возрасти возрастать увеличиться увеличиваться"
    " увеличить снизиться снижаться снизить сократиться сокращаться сократить уменьшиться уменьшить"
    " уменьшаться превысить"
    " превышать упасть падать подняться повыситься повышаться повысить насчитывать занимать сложиться обеспечить"
    " оцениваться оценивать подорожать дорожать подешеветь дешеветь прибавить прибавлять находиться исчисляться"
    " зафиксировать равняться колебаться удвоиться утроиться выйти опуститься получить приблизиться поступить"
    " приходиться прийтись опередить выполнить перевалить замедлиться ускориться стабилизироваться нарастить наращивать"
    " расшириться понизиться понижаться понизить просесть обвалиться рухнуть подскочить взлететь остаться сохраниться"
    " превзойти перевыполнить недовыполнить потерять укрепиться ослабеть ослабнуть приумножить умножить утроить удвоить"
    " учетвериться варьироваться доходить дойти измеряться прирасти прирастать пополниться наблюдаться"
)

STATISTICS: tuple[Frame, ...] = (
    Frame(
        id="statistic.growth",
        type="STATISTIC",
        lemmas=GROWTH,
        pos="NOUN",
        slots=(
            Slot("indicator", "gen", lemmas=INDICATORS),
            Slot("reporter", "in:indicator", _BODIES),
            Slot("partner", "с+Ins", ("LOC",)),
            Slot("base_period", "base"),
        ),
        requires=("indicator",),
        finds=("[Рост|occurred] товарооборота составил 12 процентов.", "Отмечено [снижение|occurred] экспорта на 5 %."),
        skips=("Рост цен тревожит жителей.", "Рост спортсмена – 190 см."),
        figured=AMOUNTS,
    ),
    Frame(
        id="statistic.share",
        type="STATISTIC",
        lemmas=words("приходиться прийтись"),
        pos="VERB",
        slots=(
            Slot("indicator", "portion"),
            Slot("partner", "in:indicator", ("LOC",)),
            Slot("partner", "на+Acc", ("LOC",)),
            Slot("reporter", "elsewhere", _BODIES),
        ),
        figured=MEASURING,
        requires=("indicator", "partner"),
        finds=("На долю Азербайджана [приходится|ongoing] 9 % экспорта области.",),
        skips=("Ему приходится много ездить.",),
    ),
    Frame(
        id="statistic.portion",
        type="STATISTIC",
        lemmas=_TELLING,
        pos="VERB",
        figured=("share", "percent", "change"),
        slots=(
            Slot("indicator", "subject", lemmas=words("доля вес"), needed=True),
            Slot("partner", "in:indicator", ("LOC", "ORG")),
            Slot("reporter", "elsewhere", _BODIES),
            Slot("reporter", "whole", lemmas=words("регион область республика край страна государство")),
        ),
        requires=("partner",),
        finds=("Во внешней торговле области доля Китая [занимает|ongoing] почти 75 %.",),
        skips=("Экспорт вырос на 5 %.",),
    ),
    Frame(
        id="statistic.verb",
        type="STATISTIC",
        lemmas=_TELLING,
        pos="VERB",
        forms=("Fin", "Inf", "Short", "Conv"),
        slots=_STATED,
        requires=("indicator",),
        finds=(
            "Взаимный товарооборот [вырос|occurred] на 5 %.",
            "Экспорт области [составил|occurred] 12 млн долларов.",
            "Налоговые поступления [превысят|planned] 350 млн рублей.",
        ),
        skips=("Дети выросли.", "Комиссия составила акт."),
    ),
    Frame(
        id="statistic.figured",
        type="STATISTIC",
        lemmas=_TELLING - words("получить выйти занимать выполнить поступить находиться опередить"),
        pos="VERB",
        slots=(Slot("indicator", "theme", barred=_BUILT), *_REPORTERS, Slot("base_period", "base")),
        figured=MEASURING,
        requires=("indicator",),
        finds=("Билеты [подешевели|occurred] на 20 %.", "Влажность зерна не [превышала|occurred] 14 %."),
        skips=("Билеты подешевели.", "Длина дороги составит 121,6 км."),
    ),
    Frame(
        id="statistic.produced",
        type="STATISTIC",
        lemmas=words(
            "намолотить обмолотить собрать убрать засеять посеять произвести производить выпустить выпускать добыть"
            " погрузить выработать надоить заготовить выкопать скосить обработать отгрузить добывать вырастить"
            " переработать перевезти перевозить ввести экспортировать импортировать реализовать продать"
        ),
        pos="VERB",
        reflexive=False,
        figured=("measure", "percent", "share"),
        slots=(
            Slot("indicator", "measured"),
            Slot("reporter", "where subject agent", _BODIES),
            Slot("partner", "в+Acc", ("LOC",)),
            Slot("base_period", "base"),
        ),
        finds=(
            "В области [намолочено|occurred] 83,9 млн тонн зерна.",
            "Планируется [засеять|planned] 20 млн га пашни.",
        ),
        skips=("Зерно намолочено.", "Делегация собрала чемоданы.", "Форум собрал 100 участников."),
    ),
    Frame(
        id="statistic.served",
        type="STATISTIC",
        lemmas=words(
            "перевезти перевозить трудоустроить создать обслужить принять оздоровить поправить посетить родиться"
            " открыть зарегистрировать"
        ),
        pos="VERB",
        reflexive=False,
        figured=("count",),
        slots=(
            Slot(
                "indicator",
                "measured",
                needed=True,
                lemmas=words(
                    "пассажир место человек турист ребенок житель пациент клиент безработный работник посетитель рейс"
                ),
            ),
            Slot("reporter", "where subject agent", _BODIES),
            Slot("base_period", "base"),
        ),
        finds=("За год по дороге [перевезено|occurred] 1,94 млн пассажиров.",),
        skips=("Поезд перевёз пассажиров.",),
    ),
    Frame(
        id="statistic.rank",
        type="STATISTIC",
        lemmas=words("занимать занять находиться выйти выходить войти входить подняться опуститься удерживать делить"),
        pos="VERB",
        figured=("rank",),
        slots=(
            Slot("indicator", "ranked", lemmas=INDICATORS, needed=True),
            Slot("reporter", "in:indicator subject", _BODIES),
            Slot("partner", "subject", ("LOC",)),
        ),
        finds=(
            "Область [занимает|ongoing] 3-е место по объёму экспорта.",
            "Республика [вышла|occurred] на второе место в стране по производству молока.",
        ),
        skips=("Команда занимает 3-е место.", "Область занимает север страны."),
    ),
    Frame(
        id="statistic.pronoun",
        type="STATISTIC",
        lemmas=_TELLING - words("получить занимать находиться выполнить опередить"),
        pos="VERB",
        forms=("Fin", "Short"),
        figured=MEASURING,
        slots=(
            Slot("indicator", "antecedent", lemmas=INDICATORS, needed=True),
            *_REPORTERS,
            Slot("base_period", "base"),
        ),
        finds=("Взаимный товарооборот растёт. В 2022 году он [достиг|occurred] 40 млн долларов.",),
        skips=("Министр приехал. Он достиг 40 процентов.", "Товарооборот растёт. Он важен."),
    ),
    Frame(
        id="statistic.noun",
        type="STATISTIC",
        lemmas=INDICATORS
        - words("строительство товар план средний запас размер количество число площадь мощность кредит"),
        pos="NOUN",
        standing=("measured",),
        figured=MEASURING,
        slots=(
            Slot("indicator", "self"),
            *_REPORTERS,
            Slot("partner", "с+Ins в+Acc", ("LOC",)),
            Slot("base_period", "base"),
        ),
        requires=("indicator",),
        finds=("Экспорт увеличился на 38 %, [импорт|occurred] – втрое.",),
        skips=("Импорт важен.", "Экспорт вырос на 5 %."),
    ),
)
