"""Frames of accords: contracts, agreements, decisions, cooperation."""

from __future__ import annotations

from svodka.rules.events.frame import Frame, Slot
from svodka.rules.events.lexicon import CONCLUDED, CONTRACTS, DOCUMENTS, OCCASIONS, SIDES
from svodka.rules.rule import words

_ACTORS = ("LOC", "ORG", "PER")
_BODIES = ("LOC", "ORG")
_SIDES = (
    Slot("parties", "subject agent", _BODIES),
    Slot("parties", "между+Ins с+Ins", _BODIES),
    Slot("parties", "in:document", _BODIES),
    Slot("parties", "subject agent", people=True),
    Slot("parties", "между+Ins с+Ins с:document между:document", people=True),
)

CONTRACT_FRAMES: tuple[Frame, ...] = (
    Frame(
        id="contract.noun",
        type="CONTRACT",
        lemmas=CONTRACTS,
        pos="NOUN",
        slots=(
            Slot("document", "counted"),
            Slot("parties", "subject agent", people=True),
            Slot("parties", "с+Ins между+Ins", people=True),
            Slot("goods", "на_поставку+Gen на_закупку+Gen"),
            Slot("destination", "destination", ("LOC",)),
        ),
        standing=("predicated", "framed", "verbless", "named"),
        finds=(
            "Белорусский завод подписал два крупных [контракта|occurred] с российскими партнёрами.",
            "Завод планирует заключить [контракт|planned] с холдингом «Нива».",
        ),
        skips=("Контракт был долгим.",),
    ),
    Frame(
        id="contract.sum",
        type="CONTRACT",
        lemmas=CONTRACTS,
        pos="NOUN",
        figured=("money",),
        slots=(
            Slot("parties", "с+Ins между+Ins", people=True),
            Slot("goods", "на_поставку+Gen на_закупку+Gen"),
        ),
        finds=("Завод «Нива» подписал контракт. Цена [контракта|occurred] – 486,5 млн рублей.",),
        skips=("Цена контракта не раскрывается.",),
    ),
    Frame(
        id="contract.agreement",
        type="CONTRACT",
        lemmas=words("договор соглашение"),
        pos="NOUN",
        companions=words("поставка закупка купля продажа сумма"),
        slots=(
            Slot("document", "self", ("DOC",)),
            Slot("document", "counted"),
            Slot("seller", "subject agent", _BODIES),
            Slot("parties", "subject agent с+Ins между+Ins", people=True),
            Slot("goods", "на_поставку+Gen на_закупку+Gen"),
            Slot("destination", "destination", ("LOC",)),
        ),
        requires=("seller", "parties"),
        finds=("Комбинат «Каштан» подписал [договор|occurred] на поставку картона в Псков.",),
        skips=("Стороны подписали договор о дружбе.",),
    ),
)

AGREEMENT_FRAMES: tuple[Frame, ...] = (
    Frame(
        id="agreement.sign",
        type="AGREEMENT",
        lemmas=words(
            "подписать подписывать заключить заключать парафировать ратифицировать завизировать скрепить пролонгировать"
            " продлить расторгнуть денонсировать"
        ),
        pos="VERB",
        slots=(
            Slot("document", "object", lemmas=DOCUMENTS),
            Slot("document", "object", ("DOC",)),
            Slot("signatories", "subject agent", ("PER",)),
            *_SIDES,
            Slot("subject", "о:document"),
            Slot("validity", "dated:document"),
            Slot("base_document", "к:document к+Dat", ("DOC",)),
        ),
        requires=("document",),
        finds=(
            "Иван Крупко и Александр Соколов [подписали|occurred] протокол мероприятий.",
            "Вчера [подписано|occurred] соглашение между Правительством Беларуси и Администрацией Курской области.",
            "Области планируют [подписать|planned] соглашение о сотрудничестве.",
            "Стороны не [подписали|negated] договор.",
            "Районы могли бы [заключить|proposed] договор о дружбе.",
        ),
        skips=("Министр подписал приказ об отпуске.", "Писатель подписал книгу читателю."),
    ),
    Frame(
        id="agreement.adopt",
        type="AGREEMENT",
        lemmas=words("утвердить утверждать одобрить принять согласовать"),
        pos="VERB",
        slots=(
            Slot("document", "object", lemmas=DOCUMENTS - frozenset(("акт",))),
            Slot("document", "object", ("DOC",)),
            Slot("parties", "subject agent", _BODIES),
            Slot("subject", "о:document"),
            Slot("validity", "dated:document"),
        ),
        requires=("document",),
        finds=("Комиссия [утвердила|occurred] план мероприятий на 2024 год.",),
        skips=("Комиссия приняла решение.", "Делегация приняла участие в форуме."),
    ),
    Frame(
        id="agreement.signing",
        type="AGREEMENT",
        lemmas=words("подписание заключение парафирование ратификация"),
        pos="NOUN",
        slots=(
            Slot("document", "gen", lemmas=DOCUMENTS),
            Slot("parties", "между+Ins с+Ins", people=True),
            Slot("parties", "in:document", _BODIES),
            Slot("subject", "о:document"),
        ),
        requires=("document",),
        finds=(
            "По итогам форума состоялось [подписание|occurred] соглашения о сотрудничестве.",
            "Планируется [подписание|planned] меморандума.",
        ),
        skips=("Заключение врача получено.",),
    ),
    Frame(
        id="agreement.in_force",
        type="AGREEMENT",
        lemmas=CONCLUDED,
        pos="NOUN",
        default="occurred",
        slots=(
            Slot("document", "self"),
            Slot("parties", "owner", people=True),
            Slot("parties", "между+Ins", people=True),
            Slot("parties", "с+Ins", _BODIES),
            Slot("subject", "о:document"),
        ),
        requires=("parties",),
        finds=("Между Беларусью и Курской областью действует [соглашение|ongoing] о сотрудничестве.",),
        skips=("Соглашение принесло пользу.", "Проект договора готовят юристы."),
    ),
)

DECISION_FRAMES: tuple[Frame, ...] = (
    Frame(
        id="decision.noun",
        type="DECISION",
        lemmas=words("решение договоренность консенсус"),
        pos="NOUN",
        standing=("predicated", "verbless"),
        slots=(
            Slot("content", "clause о+Loc по+Dat"),
            Slot("actor", "subject между+Ins", people=True),
            Slot("occasion", "на+Loc в_ходе+Gen по_итогам+Gen", lemmas=OCCASIONS),
        ),
        requires=("content",),
        finds=(
            "На встрече принято [решение|occurred] провести форум.",
            "Достигнута [договорённость|occurred] о поставках картона.",
        ),
        skips=("Решение задачи трудно.", "Подписано соглашение о дружбе."),
    ),
    Frame(
        id="decision.pending",
        type="DECISION",
        lemmas=words("решение"),
        pos="NOUN",
        standing=("predicated",),
        slots=(),
        finds=("Стороны обсуждают создание завода. [Решение|proposed] может быть принято зимой.",),
        skips=("Решение задачи трудно.",),
    ),
    Frame(
        id="decision.verb",
        type="DECISION",
        lemmas=words(
            "решить договориться условиться постановить наметить определить поручить согласовать договариваться"
            " обязать наметиться"
        ),
        pos="VERB",
        forms=("Fin", "Short", "Inf"),
        slots=(
            Slot("content", "clause"),
            Slot("content", "object о+Loc"),
            Slot("actor", "subject agent", people=True),
            Slot("occasion", "на+Loc в_ходе+Gen", lemmas=OCCASIONS),
        ),
        requires=("content",),
        finds=(
            "Стороны [договорились|occurred] создать рабочую группу.",
            "Губернаторы [определили|occurred] направления.",
            "Министр [поручил|occurred] ускорить уборку.",
            "Стороны не [договорились|negated] о цене.",
        ),
        skips=("Врач уехал.", "Визит, намеченный на 15 сентября, отложен."),
    ),
)

COOPERATION_FRAMES: tuple[Frame, ...] = (
    Frame(
        id="cooperation.verb",
        type="COOPERATION",
        lemmas=words("сотрудничать взаимодействовать кооперироваться"),
        pos="VERB",
        slots=(
            Slot("parties", "subject", people=True),
            Slot("parties", "с+Ins", people=True),
            Slot("parties", "after", _BODIES),
            Slot("domain", "в_сфере+Gen в_области+Gen"),
        ),
        requires=("parties",),
        finds=(
            "Гомельщина успешно [сотрудничает|ongoing] с регионами России.",
            "Вузы готовы [взаимодействовать|proposed] с Минском.",
        ),
        skips=("Сотрудники университета пришли.",),
    ),
    Frame(
        id="cooperation.joined",
        type="COOPERATION",
        lemmas=words("объединить объединять"),
        pos="VERB",
        companions=words("усилие"),
        joined=True,
        slots=(Slot("parties", "subject", people=True), Slot("parties", "у+Gen", _BODIES)),
        finds=("Область и район [объединили усилия|occurred].",),
        skips=("Область объединила районы.",),
    ),
    Frame(
        id="cooperation.noun",
        type="COOPERATION",
        default="ongoing",
        lemmas=words("сотрудничество взаимодействие партнерство"),
        pos="NOUN",
        slots=(
            Slot("parties", "gen", people=True),
            Slot("parties", "между+Ins", people=True),
            Slot("parties", "с+Ins", people=True),
            Slot("parties", "subject", _BODIES),
            Slot("domain", "в_сфере+Gen в_области+Gen"),
            Slot("domain", "domains"),
            Slot("since", "duration"),
        ),
        finds=("Развивается [сотрудничество|ongoing] Гомельской области с Кировской областью.",),
        skips=(
            "Соглашение о сотрудничестве подписано.",
            "Министр обсудил с послом вопросы сотрудничества Минска и Баку.",
        ),
    ),
    Frame(
        id="cooperation.relations",
        type="COOPERATION",
        default="ongoing",
        lemmas=words("отношение связь контакт взаимоотношение взаимосвязь"),
        pos="NOUN",
        plural=True,
        slots=(
            Slot("parties", "gen между+Ins", _BODIES),
            Slot("parties", "с+Ins", _BODIES),
            Slot("parties", "gen между+Ins", lemmas=SIDES),
            Slot("parties", "с+Ins", lemmas=SIDES),
            Slot("parties", "object у+Gen", _BODIES),
            Slot("domain", "в_сфере+Gen в_области+Gen"),
            Slot("domain", "domains"),
            Slot("since", "duration"),
        ),
        finds=("[Отношения|ongoing] между Брянском и Гомелем крепнут.",),
        skips=(
            "В связи с этим дорога закрыта.",
            "Министерство связи сообщило о росте.",
            "Связь плохая.",
            "У него сложные отношения с властью.",
            "За 77 лет отношений супруги не ссорились.",
        ),
    ),
)
