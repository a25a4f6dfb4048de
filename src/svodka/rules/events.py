"""What happened: frames as data. One row per construction: the trigger's lemmas and where each role stands.

A frame knows words and places in the clause, nothing of spaCy; ``components.events`` finds them in the tree. Places are
written as a small language, alternatives in order:

- ``subject`` the subject of the active verb; of a noun trigger's support verb too («стороны провели переговоры»)
- ``object`` the direct object, the subject of a passive, the noun that a passive participle modifies; of a noun trigger
  that is itself the subject, the object of its verb («форум собрал участников»)
- ``agent`` the instrumental of a passive
- ``gen dat ins`` a bare genitive, dative or instrumental on the trigger («визит делегации»)
- ``с+Ins`` a noun with this preposition and case, on the trigger or its support verb
- ``led`` the person after «во главе с» or «под руководством»
- ``clause`` the infinitive or clause that completes the verb
- ``quote`` direct speech in the trigger's sentence
- ``self`` the trigger's own noun phrase
- ``in:role`` the entities named inside the phrase that fills another role
"""

from __future__ import annotations

from dataclasses import dataclass

from svodka.core.records import EventType, Status
from svodka.rules.rule import words


@dataclass(frozen=True, slots=True)
class Slot:
    """Where a role stands.

    Attributes:
        role: Name of the role.
        at: Places, separated by blanks, the first that is filled wins.
        labels: Only entities with one of these labels count; empty where any noun phrase will do.
        lemmas: The filler's head must be one of these nouns; empty where any will do.
    """

    role: str
    at: str
    labels: tuple[str, ...] = ()
    lemmas: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Frame:
    """One construction.

    Attributes:
        id: Stable name, written into records.
        type: The event's type.
        lemmas: Trigger lemmas; a reflexive («проводиться») counts as the passive of its verb.
        pos: Part of speech of the trigger: ``VERB`` (participles too) or ``NOUN``.
        slots: The roles.
        requires: Roles of which at least one must be filled; empty: any core role will do.
        subtype: The event's subtype.
        forms: UD verb forms that a verb trigger may have; empty: all.
        predicated: A noun trigger must be the subject of a verb, or be carried by a support verb.
        default: The status of a noun trigger that no verb governs.
        finds: Examples, ``"Стороны [подписали|occurred] соглашение."``: trigger and status.
        skips: Sentences in which this frame must find nothing.
    """

    id: str
    type: EventType
    lemmas: frozenset[str]
    pos: str
    slots: tuple[Slot, ...]
    finds: tuple[str, ...]
    skips: tuple[str, ...] = ()
    requires: tuple[str, ...] = ()
    subtype: str | None = None
    forms: tuple[str, ...] = ()
    predicated: bool = False
    default: Status = "occurred"


DOCUMENTS = words(
    "соглашение договор протокол меморандум план документ декларация хартия программа дорожная карта дополнение"
    " коммюнике заявление договоренность"
)
CONTRACTS = words("контракт сделка")
FORUMS = words(
    "форум бизнес-форум выставка выставка-ярмарка ярмарка конференция саммит конгресс симпозиум съезд экспо салон"
    " бизнес-день"
)
CONTESTS = words(
    "конкурс турнир фестиваль соревнование чемпионат первенство спартакиада олимпиада концерт спектакль гастроли слет"
    " эстафета матч марафон акция экскурсия"
)
DELEGATIONS = words("делегация представитель бизнесмен гость группа бизнес-миссия миссия руководитель коллега")
INDICATORS = words(
    "товарооборот экспорт импорт оборот сальдо доля вес объем рост темп поставка производство урожай урожайность сбор"
    " перевозка грузооборот погрузка зарплата плата ставка инфляция доход расход прибыль выручка налог поступление"
    " бюджет численность население число количество сумма ввп врп продажа инвестиция прирост индекс показатель динамика"
    " цена стоимость площадь запас задолженность безработица занятость рождаемость смертность вклад кредит"
    " торговля услуга продукция валовой намолот надой добыча выпуск потребление удельный"
)
TRADE = words("товарооборот экспорт импорт оборот сальдо торговля продажа поставка")
PRODUCTION = words("производство урожай урожайность сбор намолот надой добыча выпуск продукция валовой")
TRANSPORT = words("перевозка грузооборот погрузка пассажирооборот пассажир")
FINANCE = words("ставка инфляция прибыль выручка кредит вклад инвестиция цена стоимость")
BUDGET = words("бюджет налог доход расход поступление")
LABOUR = words("зарплата плата безработица занятость")
POPULATION = words("население численность рождаемость смертность")
SUBTYPES = {
    "trade": TRADE, "production": PRODUCTION, "transport": TRANSPORT, "finance": FINANCE, "budget": BUDGET,
    "labour": LABOUR, "population": POPULATION,
}  # fmt: skip

# Verbs that lend a noun trigger their subject, tense and status.
SUPPORT = words(
    "провести проводить пройти проходить состояться принять принимать вести достичь достигнуть организовать открыть"
    " открыться открываться начаться начать завершиться прибыть находиться запланировать планировать планироваться"
    " предусмотреть стать являться посвятить быть совершить осуществить осуществлять осуществляться подписать заключить"
    " действовать намечать наметить готовить подготовить обсудить обсуждать продолжить продолжиться поступить собрать"
    " оказать оказывать участвовать направить предложить отменить отложить перенести"
)
SAYING = words(
    "отметить отмечать подчеркнуть подчеркивать заявить заявлять сообщить сообщать рассказать рассказывать сказать"
    " говорить добавить напомнить пояснить уточнить констатировать указать обозначить выразить выступить"
    " прокомментировать акцентировать высказать передать передавать подтвердить"
)
PLANNED = words(
    "планировать планироваться запланировать предстоять намерен намереваться намечать намечаться наметить ожидаться"
    " предполагать предполагаться предусмотреть предусматривать готовить готовиться подготовка договориться решить"
    " решение задача поручить поручать план собираться рассчитывать обязать предусматриваться"
)
PROPOSED = words(
    "мочь готов предложить предлагать заинтересованный заинтересован возможный возможность готовность предложение"
    " стремиться желание призвать хотеть можно нужно необходимо рассматривать рассматриваться перспективный проект"
    " потенциал возможно интерес"
)
NEGATING = words("отменить отложить расторгнуть сорваться отказаться приостановить аннулировать прекратить")

_PARTIES = ("LOC", "ORG", "PER")
_PARTY_SLOTS = (Slot("parties", "между+Ins subject"), Slot("parties", "с+Ins"))

FRAMES: tuple[Frame, ...] = (
    # Agreements and contracts: the document decides, so contracts come first.
    Frame(
        id="contract.sign",
        type="CONTRACT",
        lemmas=words("подписать подписывать заключить заключать"),
        pos="VERB",
        slots=(
            Slot("document", "object", lemmas=CONTRACTS),
            Slot("parties", "subject agent", _PARTIES),
            Slot("parties", "с+Ins между+Ins"),
            Slot("goods", "на+Acc"),
        ),
        requires=("document",),
        finds=("Белорусский завод [подписал|occurred] два крупных контракта с российскими партнёрами.",),
        skips=("Стороны подписали соглашение о сотрудничестве.", "Директор подписал приказ."),
    ),
    Frame(
        id="agreement.sign",
        type="AGREEMENT",
        lemmas=words("подписать подписывать заключить заключать утвердить утверждать парафировать ратифицировать"),
        pos="VERB",
        slots=(
            Slot("document", "object", lemmas=DOCUMENTS),
            Slot("signatories", "subject agent", ("PER",)),
            Slot("parties", "subject agent", ("LOC", "ORG")),
            Slot("parties", "между+Ins с+Ins"),
            Slot("parties", "in:document", ("LOC", "ORG")),
        ),
        requires=("document",),
        finds=(
            "Иван Крупко и Александр Соколов [подписали|occurred] протокол мероприятий.",
            "Вчера [подписано|occurred] соглашение между Правительством Беларуси и Администрацией Курской области.",
            "Области планируют [подписать|planned] соглашение о сотрудничестве.",
        ),
        skips=("Министр подписал приказ об отпуске.", "Писатель подписал книгу читателю."),
    ),
    Frame(
        id="agreement.signing",
        type="AGREEMENT",
        lemmas=words("подписание заключение парафирование"),
        pos="NOUN",
        slots=(
            Slot("document", "gen", lemmas=DOCUMENTS),
            Slot("parties", "между+Ins с+Ins"),
            Slot("parties", "in:document", ("LOC", "ORG")),
        ),
        requires=("document",),
        finds=("По итогам форума состоялось [подписание|occurred] соглашения о сотрудничестве.",),
        skips=("Заключение врача получено.",),
    ),
    Frame(
        id="agreement.in_force",
        type="AGREEMENT",
        lemmas=words("соглашение договор"),
        pos="NOUN",
        slots=(
            Slot("document", "self"),
            Slot("parties", "между+Ins", _PARTIES),
            Slot("parties", "с+Ins", ("LOC", "ORG")),
        ),
        requires=("parties",),
        finds=("Между Беларусью и Курской областью действует [соглашение|ongoing] о сотрудничестве.",),
        skips=("Соглашение принесло пользу.",),
    ),
    Frame(
        id="contract.noun",
        type="CONTRACT",
        lemmas=CONTRACTS,
        pos="NOUN",
        slots=(Slot("parties", "между+Ins с+Ins subject", _PARTIES), Slot("goods", "на+Acc")),
        requires=("parties",),
        finds=("[Контракт|occurred] между заводом «Спартак» и ООО «Каштан» выполнен.",),
        skips=("Контракт был долгим.",),
    ),
    # Visits.
    Frame(
        id="visit.verb",
        type="VISIT",
        lemmas=words("посетить посещать побывать прибыть прибывать приехать приезжать навестить поехать выехать"),
        pos="VERB",
        slots=(
            Slot("visitor", "subject agent"),
            Slot("destination", "object в+Loc в+Acc на+Acc на+Loc", ("LOC",)),
            Slot("site", "object в+Loc на+Loc"),
            Slot("origin", "in:visitor", ("LOC",)),
            Slot("head", "led", ("PER",)),
            Slot("purpose", "для+Gen"),
        ),
        requires=("visitor", "destination"),
        finds=(
            "Республику Беларусь [посетили|occurred] 23 делегации регионов России.",
            "На празднование [прибыли|occurred] представители российских регионов.",
            "Делегация планирует [посетить|planned] Минск.",
            "Делегация не [посетила|negated] Гомель.",
        ),
        skips=("Посещаемость выставки выросла.",),
    ),
    Frame(
        id="visit.noun",
        type="VISIT",
        lemmas=words("визит поездка посещение"),
        pos="NOUN",
        slots=(
            Slot("visitor", "subject", lemmas=DELEGATIONS),
            Slot("visitor", "gen subject"),
            Slot("destination", "в+Acc в+Loc gen", ("LOC",)),
            Slot("origin", "in:visitor", ("LOC",)),
            Slot("head", "led", ("PER",)),
            Slot("purpose", "для+Gen"),
        ),
        requires=("visitor", "destination"),
        finds=(
            "В прошлом году состоялся [визит|occurred] делегации Курской области в Республику Беларусь.",
            "Далее запланировано [посещение|planned] предприятий Витебской области делегацией.",
        ),
        skips=("Визит был полезен.",),
    ),
    # Meetings.
    Frame(
        id="meeting.verb",
        type="MEETING",
        lemmas=words("встретиться встречаться обсудить обсуждать рассмотреть рассматривать совещаться заседать"),
        pos="VERB",
        slots=(
            Slot("participants", "subject agent"),
            Slot("participants", "с+Ins"),
            Slot("topic", "object о+Loc"),
        ),
        finds=(
            "Председатель посетил Брянск и [встретился|occurred] с Евгением Кучуком.",
            "Делегации [обсудили|occurred] вопросы кооперации.",
            "Стороны [обсуждают|ongoing] создание центра.",
        ),
        skips=("Такие растения редко растут в лесу.", "Были обсуждены вопросы кооперации."),
        requires=("participants",),
    ),
    Frame(
        id="meeting.noun",
        type="MEETING",
        lemmas=words("встреча переговоры заседание совещание консультация беседа"),
        pos="NOUN",
        slots=(
            Slot("participants", "gen subject между+Ins", ("PER", "ORG", "LOC")),
            Slot("participants", "с+Ins", ("PER", "ORG", "LOC")),
            Slot("participants", "gen"),
            Slot("topic", "по+Dat о+Loc"),
        ),
        requires=("participants", "topic"),
        finds=(
            "Состоялась [встреча|occurred] губернатора Кировской области Александра Соколова с Иваном Крупко.",
            "Ведутся [переговоры|ongoing] с Оренбургским институтом о поставках.",
        ),
        skips=("Встреча прошла тепло.",),
    ),
    # Forums, contests and feasts.
    Frame(
        id="forum.noun",
        type="FORUM",
        predicated=True,
        lemmas=FORUMS,
        pos="NOUN",
        slots=(
            Slot("title", "self"),
            Slot("participants", "object"),
            Slot("topic", "по+Dat"),
        ),
        finds=(
            "Международный [форум|occurred] прошёл в Гомеле.",
            "В мае состоится [выставка|planned] «Металл-Экспо».",
        ),
        skips=("На рынке было людно.",),
    ),
    Frame(
        id="humanitarian.contest",
        type="HUMANITARIAN",
        predicated=True,
        lemmas=CONTESTS,
        pos="NOUN",
        slots=(Slot("title", "self"), Slot("participants", "subject", ("PER", "ORG", "LOC"))),
        finds=("В школе проводят [конкурс|ongoing] юных пианистов.",),
        skips=("Выставка открылась.",),
    ),
    Frame(
        id="humanitarian.exchange",
        type="HUMANITARIAN",
        lemmas=words("обмениваться обменяться стажироваться гастролировать оздоровить"),
        pos="VERB",
        slots=(Slot("participants", "subject"), Slot("object", "ins")),
        finds=("Профсоюзы двух регионов [обмениваются|ongoing] группами отдыхающих.",),
        skips=("Стороны встретились.",),
        requires=("participants",),
    ),
    # Things built, founded, delivered, financed.
    Frame(
        id="joint_venture.create",
        type="JOINT_VENTURE",
        lemmas=words("создать создавать открыть открывать учредить запустить зарегистрировать организовать"),
        pos="VERB",
        slots=(
            Slot(
                "enterprise",
                "object",
                lemmas=words(
                    "предприятие производство компания завод фирма представительство филиал центр сборка фабрика"
                    " магазин площадка дом организация"
                ),
            ),
            Slot("partners", "subject agent", ("LOC", "ORG")),
            Slot("partners", "с+Ins", ("LOC", "ORG")),
        ),
        requires=("enterprise",),
        finds=("На территории России [создано|occurred] 9 совместных предприятий.",),
        skips=("Создана рабочая группа.", "Открыта новая школа."),
    ),
    Frame(
        id="construction.build",
        type="CONSTRUCTION",
        lemmas=words(
            "строить построить возвести возводить заложить закладывать реконструировать отремонтировать"
            " восстановить соорудить"
        ),
        pos="VERB",
        slots=(Slot("builder", "subject agent"), Slot("object", "object")),
        finds=("Гомельчане [строят|ongoing] многоквартирный дом.", "Школу [построили|occurred] рабочие."),
        skips=("Работа кипит.",),
        requires=("object",),
    ),
    Frame(
        id="construction.noun",
        type="CONSTRUCTION",
        lemmas=words("строительство возведение реконструкция"),
        pos="NOUN",
        slots=(Slot("object", "gen"), Slot("builder", "subject", ("ORG", "LOC"))),
        requires=("object",),
        finds=("Начато [строительство|occurred] школы.",),
        skips=("Министерство строительства сообщило.", "Сотрудничество в сфере строительства развивается."),
    ),
    Frame(
        id="supply.verb",
        type="SUPPLY",
        lemmas=words(
            "поставлять поставить отгрузить отгружать экспортировать импортировать закупить закупать реализовать"
            " реализовывать продать продавать"
        ),
        pos="VERB",
        slots=(
            Slot("supplier", "subject agent"),
            Slot("goods", "object"),
            Slot("recipient", "в+Acc на+Acc", ("LOC",)),
            Slot("recipient", "dat"),
        ),
        requires=("goods",),
        finds=(
            "Гомельщина [поставляет|ongoing] брянским партнёрам технику.",
            "Завод [отгрузил|occurred] в Казахстан тракторы.",
        ),
        skips=("Завод работает.",),
    ),
    Frame(
        id="supply.noun",
        type="SUPPLY",
        lemmas=words("поставка отгрузка"),
        pos="NOUN",
        slots=(
            Slot("goods", "gen"),
            Slot("recipient", "в+Acc на+Acc", ("LOC",)),
            Slot("supplier", "subject", ("ORG", "LOC")),
        ),
        requires=("recipient",),
        finds=("Намечены [поставки|planned] в Башкортостан тракторов.",),
        skips=("Поставки растут.",),
    ),
    Frame(
        id="investment.verb",
        type="INVESTMENT",
        lemmas=words("инвестировать вложить вкладывать профинансировать"),
        pos="VERB",
        slots=(Slot("investor", "subject agent"), Slot("target", "в+Acc"), Slot("project", "object")),
        finds=("Компания [вложила|occurred] 5 млн рублей в завод.",),
        skips=("Он вложил душу.",),
        requires=("target",),
    ),
    # Figures that tell something.
    Frame(
        id="statistic.verb",
        type="STATISTIC",
        lemmas=words(
            "составить составлять достичь достигнуть достигать вырасти расти возрасти увеличиться увеличить снизиться"
            " снизить сократиться сократить уменьшиться превысить превышать упасть подняться повыситься насчитывать"
            " приходиться занимать сложиться обеспечить оцениваться подорожать подешеветь"
        ),
        pos="VERB",
        slots=(
            Slot("indicator", "subject", lemmas=INDICATORS),
            Slot("reporter", "in:indicator", ("LOC", "ORG")),
            Slot("partner", "с+Ins в+Acc", ("LOC",)),
        ),
        requires=("indicator",),
        finds=(
            "Взаимный товарооборот [вырос|occurred] на 5 %.",
            "Экспорт области [составил|occurred] 12 млн долларов.",
            "Доля России [занимает|ongoing] почти 75 %.",
        ),
        skips=("Дети выросли.", "Комиссия составила акт."),
    ),
    # Decisions, appointments, feasts.
    Frame(
        id="decision.noun",
        type="DECISION",
        lemmas=words("решение договоренность"),
        pos="NOUN",
        slots=(Slot("content", "clause о+Loc"), Slot("actor", "subject", _PARTIES)),
        requires=("content",),
        finds=("На встрече принято [решение|occurred] провести форум.",),
        skips=("Решение задачи трудно.",),
    ),
    Frame(
        id="decision.verb",
        type="DECISION",
        lemmas=words("решить договориться условиться постановить наметить определить поручить"),
        pos="VERB",
        slots=(Slot("actor", "subject agent"), Slot("content", "clause object о+Loc")),
        requires=("content",),
        finds=(
            "Стороны [договорились|occurred] создать рабочую группу.",
            "Губернаторы [определили|occurred] направления.",
        ),
        skips=("Врач уехал.",),
    ),
    Frame(
        id="appointment.verb",
        type="APPOINTMENT",
        lemmas=words("назначить избрать переизбрать закрепить освободить уволить возглавить сменить"),
        pos="VERB",
        slots=(
            Slot("person", "object за+Ins", ("PER",)),
            Slot("assigned", "object", ("LOC", "ORG")),
            Slot("position", "за+Ins на+Acc ins"),
            Slot("organization", "object", ("ORG",)),
            Slot("person", "subject", ("PER",)),
        ),
        requires=("person", "position"),
        finds=("За министром связи [закреплена|occurred] Курская область.",),
        skips=("Дату встречи назначили.",),
    ),
    Frame(
        id="celebration.verb",
        type="CELEBRATION",
        lemmas=words("поздравить поздравлять наградить награждать чествовать"),
        pos="VERB",
        slots=(Slot("sender", "subject agent"), Slot("honoree", "object"), Slot("occasion", "с+Ins")),
        requires=("honoree",),
        finds=("Губернатор [поздравил|occurred] горожан с праздником.",),
        skips=("Губернатор выступил.",),
    ),
    Frame(
        id="celebration.noun",
        type="CELEBRATION",
        lemmas=words("празднование юбилей поздравление чествование награждение"),
        pos="NOUN",
        slots=(Slot("occasion", "gen"), Slot("honoree", "in:occasion", ("LOC", "ORG", "PER"))),
        requires=("occasion",),
        finds=("Мероприятия связаны с [празднованием|occurred] 85-летия Гомельской области.",),
        skips=("Праздник удался.",),
    ),
    # What was said, and cooperation at large: only where nothing more specific stands in the clause.
    Frame(
        id="statement.verb",
        type="STATEMENT",
        forms=("Fin", "Part"),
        lemmas=SAYING,
        pos="VERB",
        slots=(
            Slot("speaker", "subject agent"),
            Slot("topic", "quote clause object"),
            Slot("occasion", "на+Loc"),
        ),
        requires=("topic",),
        finds=(
            "Губернатор Александр Богомаз [отметил|occurred], что связи крепнут.",
            "«Мы рады гостям», – [сообщила|occurred] министр.",
        ),
        skips=("Он молчал.",),
    ),
    Frame(
        id="cooperation.verb",
        type="COOPERATION",
        lemmas=words("сотрудничать взаимодействовать"),
        pos="VERB",
        slots=(Slot("parties", "subject", _PARTIES), Slot("parties", "с+Ins"), Slot("domain", "в+Loc")),
        requires=("parties",),
        finds=("Гомельщина успешно [сотрудничает|ongoing] с регионами России.",),
        skips=("Сотрудники университета пришли.",),
    ),
    Frame(
        id="cooperation.noun",
        type="COOPERATION",
        default="ongoing",
        lemmas=words("сотрудничество взаимодействие"),
        pos="NOUN",
        slots=(
            Slot("parties", "gen между+Ins", ("LOC", "ORG")),
            Slot("parties", "с+Ins", ("LOC", "ORG")),
            Slot("domain", "в+Loc"),
        ),
        requires=("parties",),
        finds=("Развивается [сотрудничество|ongoing] Гомельской области с Кировской областью.",),
        skips=("Сотрудничество полезно.", "Соглашение о сотрудничестве подписано."),
    ),
)
