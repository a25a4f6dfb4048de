"""Frames of enterprise: what is founded, built, and financed."""

from __future__ import annotations

from svodka.rules.events.frame import Frame, Slot
from svodka.rules.events.lexicon import BUILDINGS, ENTERPRISES
from svodka.rules.rule import words

_BODIES = ("LOC", "ORG")
_FOUNDING = "создать создавать открыть открывать учредить учреждать запустить запускать организовать основать"

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
        id="construction.begun",
        type="CONSTRUCTION",
        lemmas=words("строительство возведение реконструкция ремонт"),
        pos="NOUN",
        standing=("predicated",),
        slots=(),
        finds=("В Орше построят школу. [Строительство|planned] начнётся в мае.",),
        skips=("Строительство начнётся в мае.", "В Орше построят школу. Рост строительства важен."),
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
