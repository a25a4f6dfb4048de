"""Frames of the economy: what is founded, built, delivered, financed, and what figures tell."""

from __future__ import annotations

from svodka.rules.events.frame import Frame, Slot
from svodka.rules.events.lexicon import AMOUNTS, BUILDINGS, ENTERPRISES, GROWTH, INDICATORS, MEASURING
from svodka.rules.rule import words

_BODIES = ("LOC", "ORG")
_FOUNDING = "создать создавать открыть открывать учредить учреждать запустить запускать организовать основать"
_ABSTRACT = words(
    "задача вопрос цель точка диагноз оценка рекорд подпись опыт условие спектакль пьеса ставка ряд акция доля"
)
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
_TELLING = words(
    "составить составлять достичь достигнуть достигать вырасти расти возрасти возрастать увеличиться увеличиваться"
    " увеличить снизиться снижаться снизить сократиться сокращаться сократить уменьшиться уменьшить"
    " уменьшаться превысить"
    " превышать упасть падать подняться повыситься повышаться повысить насчитывать занимать сложиться обеспечить"
    " оцениваться оценивать подорожать дорожать подешеветь дешеветь прибавить прибавлять находиться исчисляться"
    " зафиксировать равняться колебаться удвоиться утроиться выйти опуститься получить приблизиться поступить"
    " приходиться прийтись опередить выполнить перевалить замедлиться ускориться стабилизироваться"
)

VENTURES: tuple[Frame, ...] = (
    Frame(
        id="joint_venture.create",
        type="JOINT_VENTURE",
        lemmas=words(f"{_FOUNDING} зарегистрировать регистрировать"),
        pos="VERB",
        slots=(
            Slot("enterprise", "object", ("ORG",)),
            Slot("enterprise", "object", lemmas=ENTERPRISES),
            Slot("partners", "subject agent", _BODIES),
            Slot("partners", "с+Ins совместно_с+Ins", _BODIES),
            Slot("partners", "capital", ("LOC",)),
            Slot("goods", "made"),
        ),
        requires=("enterprise",),
        finds=(
            "На территории России [создано|occurred] 9 совместных предприятий.",
            "Стороны договорились [создать|planned] совместное предприятие.",
            "Холдинг не [открыл|negated] завод.",
            "Мы могли бы [открыть|proposed] сборку дизелей.",
        ),
        skips=("Создана рабочая группа.", "Открыта новая выставка.", "Открыт памятник воинам."),
    ),
    Frame(
        id="joint_venture.exists",
        type="JOINT_VENTURE",
        lemmas=words("действовать работать функционировать"),
        pos="VERB",
        slots=(
            Slot("enterprise", "subject", lemmas=ENTERPRISES),
            Slot("partners", "capital", ("LOC", "ORG")),
        ),
        requires=("partners",),
        finds=("В области [действуют|ongoing] 37 предприятий с калужским капиталом.",),
        skips=("В области действуют 37 предприятий.",),
    ),
    Frame(
        id="joint_venture.noun",
        type="JOINT_VENTURE",
        lemmas=words("создание открытие запуск учреждение"),
        pos="NOUN",
        standing=("predicated", "verbless"),
        slots=(
            Slot("enterprise", "gen", lemmas=ENTERPRISES - frozenset(("дом", "площадка", "организация"))),
            Slot("partners", "с+Ins", _BODIES),
        ),
        requires=("enterprise",),
        finds=("Планируется [создание|planned] совместного производства.",),
        skips=("Планируется создание рабочей группы.",),
    ),
    Frame(
        id="joint_venture.assembly",
        type="JOINT_VENTURE",
        lemmas=words("сборка"),
        pos="NOUN",
        slots=(Slot("goods", "gen"), Slot("enterprise", "на_базе+Gen", ("ORG",)), Slot("partners", "с+Ins", _BODIES)),
        requires=("enterprise",),
        finds=("Начата [сборка|occurred] тракторов на базе ООО «Каштан».",),
        skips=("Сборка мебели дорога.",),
    ),
)

BUILDING: tuple[Frame, ...] = (
    Frame(
        id="construction.build",
        type="CONSTRUCTION",
        lemmas=words(
            "строить построить возвести возводить заложить закладывать реконструировать отремонтировать ремонтировать"
            " восстановить восстанавливать соорудить достроить благоустроить модернизировать проложить прокладывать"
            " отреставрировать смонтировать заасфальтировать"
        ),
        pos="VERB",
        slots=(
            Slot("builder", "subject agent", people=True),
            Slot("object", "object", ("LOC", "ORG")),
            Slot("object", "object", lemmas=BUILDINGS),
        ),
        requires=("object",),
        finds=(
            "Гомельчане [строят|ongoing] многоквартирный дом.",
            "Школу [построили|occurred] рабочие.",
            "Мост [построят|planned] в 2027 году.",
            "Дорогу не [построили|negated].",
            "Область готова [построить|proposed] школу.",
        ),
        skips=("Работа кипит.", "Они строят планы."),
    ),
    Frame(
        id="construction.commission",
        type="CONSTRUCTION",
        lemmas=words("ввести вводить сдать открыть открывать открыться установить запустить"),
        pos="VERB",
        slots=(
            Slot("object", "object subject", lemmas=BUILDINGS),
            Slot("builder", "subject agent", people=True),
        ),
        requires=("object",),
        finds=("В Орше [открыли|occurred] новую школу.", "Памятник [установлен|occurred] в парке."),
        skips=("Министр открыл форум.", "Введены санкции."),
    ),
    Frame(
        id="construction.noun",
        type="CONSTRUCTION",
        lemmas=words("строительство возведение реконструкция ремонт сооружение благоустройство"),
        pos="NOUN",
        standing=("predicated", "verbless"),
        slots=(Slot("object", "gen"), Slot("object", "self", ("LOC",)), Slot("builder", "subject ins", _BODIES)),
        finds=("Начато [строительство|occurred] школы.", "[Строительство|planned] моста начнётся в 2026 году."),
        skips=("Министерство строительства сообщило.", "Сотрудничество в сфере строительства развивается."),
        requires=("object",),
    ),
    Frame(
        id="construction.contractor",
        type="CONSTRUCTION",
        lemmas=words("подрядчик генподрядчик застройщик"),
        pos="NOUN",
        slots=(Slot("builder", "predicate after", ("ORG",)),),
        requires=("builder",),
        finds=("Завод построили. Генеральным [подрядчиком|occurred] выступило АО «Липецкпромстрой».",),
        skips=("Подрядчик опоздал.",),
    ),
)

SUPPLIES: tuple[Frame, ...] = (
    Frame(
        id="supply.verb",
        type="SUPPLY",
        lemmas=words(
            "поставлять поставить отгрузить отгружать экспортировать импортировать закупить закупать реализовывать"
            " продать продавать сбывать вывезти ввезти завезти передать"
        ),
        pos="VERB",
        slots=(
            Slot("goods", "object measured", needed=True, barred=_ABSTRACT),
            Slot("supplier", "subject agent", people=True),
            Slot("supplier", "in:goods", ("ORG",)),
            Slot("recipient", "в+Acc на+Acc на_рынок+Gen в+Loc", ("LOC", "ORG")),
            Slot("recipient", "dat", people=True),
            Slot("recipient", "в+Acc", people=True),
        ),
        requires=("supplier",),
        finds=(
            "Гомельщина [поставляет|ongoing] брянским партнёрам технику.",
            "Завод [отгрузил|occurred] в Казахстан тракторы.",
            "Комбинат не [поставил|negated] картон в Псков.",
            "Завод может [поставлять|proposed] насосы в Баку.",
        ),
        skips=("Завод работает.", "Министр поставил задачу."),
    ),
    Frame(
        id="supply.sold",
        type="SUPPLY",
        lemmas=words("поставлять поставить отгрузить отгружать экспортировать закупить продать продавать"),
        pos="VERB",
        active=True,
        forms=("Fin",),
        figured=("count", "measure", "money"),
        slots=(
            Slot("goods", "object measured", needed=True, barred=_ABSTRACT),
            Slot("supplier", "subject", people=True),
            Slot("recipient", "в+Acc на+Acc", people=True),
        ),
        finds=("Год назад мы [продали|occurred] 64 сеялки.",),
        skips=("Министр поставил задачу на 5 лет.", "Отгружено 5 тонн зерна."),
    ),
    Frame(
        id="supply.realize",
        type="SUPPLY",
        lemmas=words("реализовать реализовывать"),
        pos="VERB",
        slots=(
            Slot("goods", "object", lemmas=words("продукция товар изделие техника")),
            Slot("supplier", "subject agent", people=True),
            Slot("recipient", "в+Loc в+Acc", people=True),
        ),
        requires=("goods",),
        finds=("Фабрики [реализуют|ongoing] в соседних районах свою продукцию.",),
        skips=("Область реализует проект.",),
    ),
    Frame(
        id="supply.needs",
        type="SUPPLY",
        lemmas=words("закрывать закрыть обеспечивать покрывать"),
        pos="VERB",
        companions=frozenset(),
        slots=(
            Slot("recipient", "subject", people=True),
            Slot("goods", "needs"),
            Slot("supplier", "за_счёт+Gen за_счет+Gen", people=True),
        ),
        requires=("goods",),
        finds=("За счёт соседей заводы области [закрывают|ongoing] потребности в насосах.",),
        skips=("Заводы закрывают на ремонт.",),
    ),
    Frame(
        id="supply.noun",
        type="SUPPLY",
        lemmas=words("поставка отгрузка"),
        pos="NOUN",
        slots=(
            Slot("goods", "gen"),
            Slot("recipient", "в+Acc на+Acc", ("LOC",)),
            Slot("recipient", "в+Acc", people=True),
            Slot("supplier", "in:goods", ("ORG",)),
            Slot("supplier", "subject", people=True),
        ),
        standing=("predicated", "verbless"),
        requires=("supplier", "recipient"),
        finds=(
            "Намечены [поставки|planned] в Башкортостан тракторов.",
            "Завод может нарастить [поставки|proposed] картона в Псков.",
        ),
        skips=("Поставки растут.", "Договор на поставку картона подписан."),
    ),
    Frame(
        id="supply.wanted",
        type="SUPPLY",
        lemmas=words("поставка"),
        pos="NOUN",
        slots=(
            Slot("goods", "gen"),
            Slot("recipient", "в+Acc на+Acc", ("LOC",)),
            Slot("supplier", "in:goods", ("ORG",)),
        ),
        standing=("wanted",),
        requires=("goods",),
        finds=("Область заинтересована в [поставках|proposed] лифтов.",),
        skips=("Область сообщила о поставках лифтов.",),
    ),
)

INVESTMENTS: tuple[Frame, ...] = (
    Frame(
        id="investment.verb",
        type="INVESTMENT",
        lemmas=words("инвестировать вложить вкладывать профинансировать финансировать проинвестировать"),
        pos="VERB",
        slots=(
            Slot("investor", "subject agent", people=True),
            Slot("target", "в+Acc", ("ORG", "LOC")),
            Slot("target", "в+Acc"),
            Slot("project", "object"),
        ),
        requires=("target", "investor"),
        finds=("Компания [вложила|occurred] 5 млн рублей в завод.",),
        skips=("Он вложил душу.",),
    ),
    Frame(
        id="investment.granted",
        type="INVESTMENT",
        lemmas=words("выделить выделять направить получить получать предоставить предоставлять привлечь"),
        pos="VERB",
        figured=("money",),
        slots=(
            Slot("project", "object", lemmas=words("грант субсидия кредит заем средство инвестиция рубль доллар")),
            Slot("investor", "subject agent", people=True),
            Slot("target", "на+Acc в+Acc для+Gen dat"),
        ),
        requires=("target",),
        finds=("Правительство [выделило|occurred] 5 млн рублей на ремонт школы.",),
        skips=("Суд выделил дело в отдельное производство.", "Завод получил 5 наград."),
    ),
    Frame(
        id="investment.noun",
        type="INVESTMENT",
        lemmas=words("инвестиция вложение капиталовложение финансирование инвестирование"),
        pos="NOUN",
        figured=("money", "rank"),
        slots=(
            Slot("target", "в+Acc gen bearer", barred=frozenset(("рубль", "доллар", "евро"))),
            Slot("investor", "subject", _BODIES),
        ),
        finds=("Объём [инвестиций|occurred] в завод составил 2,4 млрд рублей.",),
        skips=("Инвестиции важны.",),
    ),
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
            Slot("indicator", "на+Acc", lemmas=words("доля")),
            Slot("indicator", "subject"),
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
        slots=(Slot("indicator", "theme"), *_REPORTERS, Slot("base_period", "base")),
        figured=MEASURING,
        requires=("indicator",),
        finds=("Билеты [подешевели|occurred] на 20 %.", "Влажность зерна не [превышала|occurred] 14 %."),
        skips=("Билеты подешевели.",),
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
