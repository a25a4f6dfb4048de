"""Frames of supplies: what is delivered, sold, and needed."""

from __future__ import annotations

from svodka.rules.events.frame import Frame, Slot
from svodka.rules.rule import words

_ABSTRACT = words(
    "задача вопрос цель точка диагноз оценка рекорд подпись опыт условие спектакль пьеса ставка ряд акция доля"
)
_BODIES = ("LOC", "ORG")
_CARGO = words(
    "партия груз эшелон контейнер продукция товар техника вагон судно танкер состав самолет машина трактор автобус"
    " комбайн оборудование гуманитарка конвой фура"
)

SUPPLIES: tuple[Frame, ...] = (
    Frame(
        id="supply.verb",
        type="SUPPLY",
        lemmas=words(
            "поставлять поставить отгрузить отгружать экспортировать импортировать реализовывать реэкспортировать"
            " продать продавать сбывать вывезти вывозить ввезти ввозить завезти завозить передать доставить доставлять"
            " отправить отправлять"
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
        id="supply.bought",
        type="SUPPLY",
        lemmas=words("закупить закупать купить покупать приобрести приобретать докупить заказать заказывать"),
        pos="VERB",
        slots=(
            Slot("goods", "object measured", needed=True, barred=_ABSTRACT),
            Slot("recipient", "subject agent", people=True, needed=True),
            Slot("supplier", "у+Gen в+Loc", _BODIES),
            Slot("supplier", "у+Gen", people=True),
        ),
        requires=("supplier",),
        finds=("Область [закупила|occurred] в Беларуси 40 автобусов.", "Завод [приобретает|ongoing] сталь у «Нивы»."),
        skips=("Область закупила автобусы.", "Он купил хлеб."),
    ),
    Frame(
        id="supply.arrived",
        type="SUPPLY",
        lemmas=words("уйти отправиться поступить поступать прибыть прибывать прийти"),
        pos="VERB",
        slots=(
            Slot("goods", "subject", lemmas=_CARGO, needed=True),
            Slot("recipient", "в+Acc на+Acc", ("LOC", "ORG")),
            Slot("supplier", "in:goods", ("ORG",)),
            Slot("supplier", "с+Gen из+Gen", ("ORG",)),
        ),
        requires=("recipient", "supplier"),
        finds=("Первая партия тракторов [ушла|occurred] в Казахстан.",),
        skips=("Делегация отправилась в Минск.", "Первая партия готова.", "Груз застрял."),
    ),
    Frame(
        id="supply.sold",
        type="SUPPLY",
        lemmas=words("поставлять поставить отгрузить отгружать экспортировать продать продавать"),
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
        id="supply.of_whom",
        type="SUPPLY",
        lemmas=words("поставка отгрузка экспорт"),
        pos="NOUN",
        slots=(
            Slot("goods", "gen", needed=True),
            Slot("recipient", "в+Acc на+Acc", ("LOC",), needed=True),
            Slot("supplier", "in:goods", ("ORG",), needed=True),
        ),
        finds=("Растёт спрос на [поставки|occurred] в Омск тракторов завода «Нива».",),
        skips=("Договор на поставку картона в Псков подписан.", "Поставки в Омск растут."),
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
