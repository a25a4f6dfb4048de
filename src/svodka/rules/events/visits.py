"""Frames of visits."""

from __future__ import annotations

from svodka.rules.events.frame import Frame, Slot
from svodka.rules.events.lexicon import BUILDINGS, DELEGATIONS, ENTERPRISES, OCCASIONS
from svodka.rules.rule import words

_PLACES = "в+Acc в+Loc на+Acc на+Loc"
_GOING = (
    Slot("visitor", "subject agent", people=True),
    Slot("visitor", "вместе_с+Ins", ("PER",)),
    Slot("destination", f"object {_PLACES} bare_place", ("LOC",)),
    Slot("origin", "in:visitor", ("LOC",)),
    Slot("head", "led", ("PER",)),
)

VISITS: tuple[Frame, ...] = (
    Frame(
        id="visit.see",
        type="VISIT",
        lemmas=words("посетить посещать навестить навещать"),
        pos="VERB",
        slots=(
            Slot("visitor", "subject agent", people=True, barred=words("человек посетитель турист зритель")),
            *_GOING[1:],
            Slot("site", "object", ("ORG", "EVT")),
            Slot("site", "object"),
            Slot("site", "в+Loc на+Loc", ("ORG",)),
            Slot("destination", "in:site", ("LOC",)),
            Slot("visitor", "after", people=True),
            Slot("purpose", "для+Gen с_целью+Gen"),
        ),
        requires=("visitor",),
        finds=(
            "Республику Беларусь [посетили|occurred] 23 делегации регионов России.",
            "Делегация планирует [посетить|planned] Минск.",
            "Делегация не [посетила|negated] Гомель.",
            "Музей [посетила|occurred] группа школьников.",
        ),
        skips=("Посещаемость выставки выросла.", "Выставку посетили 3 тысячи человек."),
    ),
    Frame(
        id="visit.inspect",
        type="VISIT",
        lemmas=words("осмотреть осматривать объехать объезжать облететь проинспектировать инспектировать обойти"),
        pos="VERB",
        slots=(
            Slot("site", "object", ("ORG", "LOC")),
            Slot("site", "object", lemmas=BUILDINGS | ENTERPRISES | words("экспозиция выставка поле участок объект")),
            Slot("visitor", "subject agent", people=True),
            Slot("destination", "in:site", ("LOC",)),
        ),
        requires=("site",),
        finds=("Комиссия [осмотрела|occurred] строящийся мост.", "Гости [объехали|occurred] поля хозяйства."),
        skips=("Врач осмотрел горло.", "Полиция осмотрела машину."),
    ),
    Frame(
        id="visit.go",
        type="VISIT",
        lemmas=words(
            "побывать прибыть прибывать приехать приезжать наведаться поехать выехать вылететь прилететь прилетать"
            " отправиться отправляться съездить заехать слетать гостить погостить ездить поезжать съехаться съезжаться"
        ),
        pos="VERB",
        slots=(
            *_GOING,
            Slot("site", "в+Loc на+Loc на+Acc", ("ORG",)),
            Slot("destination", "in:site", ("LOC",)),
            Slot("purpose", "для+Gen с_целью+Gen на+Acc", ("EVT",)),
            Slot("visitor", "after", people=True),
            Slot("purpose", "на+Acc", lemmas=OCCASIONS | words("празднование праздник юбилей торжество")),
            Slot("purpose", "clause aim для+Gen с_целью+Gen"),
        ),
        requires=("visitor",),
        finds=(
            "На праздник [прибыли|occurred] представители соседних областей.",
            "Послы могли бы [побывать|proposed] в Бресте.",
            "В Псков [приедет|planned] делегация Витебска.",
        ),
        skips=("Поезд прибыл на станцию с опозданием.", "Груз прибыл в Минск."),
    ),
    Frame(
        id="visit.acquaint",
        type="VISIT",
        lemmas=words("ознакомиться знакомиться познакомиться"),
        pos="VERB",
        slots=(
            Slot("visitor", "subject", people=True),
            Slot("site", "с+Ins", ("ORG", "LOC")),
            Slot(
                "site",
                "с+Ins",
                lemmas=words(
                    "достопримечательность предприятие завод музей комплекс объект экспозиция производство цех"
                ),
            ),
            Slot("destination", "in:site", ("LOC",)),
            Slot("origin", "in:visitor", ("LOC",)),
        ),
        requires=("site",),
        finds=("Гости [ознакомились|occurred] с достопримечательностями Витебска.",),
        skips=("Депутаты ознакомились с проектом закона.", "Гости ознакомились с опытом комитета."),
    ),
    Frame(
        id="visit.noun",
        type="VISIT",
        lemmas=words("визит поездка посещение командировка турне приезд прибытие пребывание"),
        pos="NOUN",
        standing=("predicated", "verbless", "named"),
        slots=(
            Slot("visitor", "gen ins subject", people=True, lemmas=frozenset()),
            Slot("destination", "в+Acc в+Loc на+Acc на+Loc", ("LOC",)),
            Slot("destination", "gen", ("LOC",)),
            Slot("site", "gen", ("ORG",)),
            Slot("origin", "in:visitor", ("LOC",)),
            Slot("head", "led", ("PER",)),
            Slot("purpose", "для+Gen"),
        ),
        finds=(
            "В прошлом году состоялся [визит|occurred] делегации Курской области в Республику Беларусь.",
            "Далее запланировано [посещение|planned] предприятий Витебской области делегацией.",
            "Ответный [визит|planned] делегации Брянска в Гомель намечен на осень.",
            "[Визит|negated] министра в Сочи отменён.",
        ),
        skips=("Визит был полезен.", "По итогам визита подписан план."),
    ),
    Frame(
        id="visit.framed",
        type="VISIT",
        lemmas=words("визит поездка командировка"),
        pos="NOUN",
        standing=("framed",),
        slots=(Slot("visitor", "gen subject", people=True, needed=True), Slot("destination", "в+Acc", ("LOC",))),
        finds=("В ходе [визита|occurred] гости ознакомились с опытом комитета.",),
        skips=("В ходе визита подписан план.",),
    ),
    Frame(
        id="visit.of_whom",
        type="VISIT",
        lemmas=words("визит поездка приезд"),
        pos="NOUN",
        slots=(
            Slot("visitor", "gen", people=True),
            Slot("destination", "в+Acc на+Acc в+Loc", ("LOC",)),
            Slot("origin", "in:visitor", ("LOC",)),
            Slot("head", "led", ("PER",)),
            Slot("purpose", "для+Gen"),
        ),
        requires=("destination",),
        finds=("Во время [визита|occurred] делегации Тульской области в Могилёв подписан план.",),
        skips=("В ходе визита стороны обсудили планы.",),
    ),
    Frame(
        id="visit.delegation",
        type="VISIT",
        lemmas=DELEGATIONS,
        pos="NOUN",
        standing=("verbless",),
        default="planned",
        slots=(
            Slot("visitor", "self"),
            Slot("destination", "в+Acc на+Acc в+Loc", ("LOC",)),
            Slot("origin", "in:visitor", ("LOC",)),
        ),
        requires=("destination",),
        finds=("– в октябре – [бизнес-миссия|planned] смолян в Минск.",),
        skips=("Делегация подписала соглашение.",),
    ),
    Frame(
        id="visit.members",
        type="VISIT",
        lemmas=frozenset(("делегация",)),
        pos="NOUN",
        default="ongoing",
        slots=(Slot("members", "after"),),
        requires=("members",),
        finds=("В Минск прибыла делегация Тулы. В составе [делегации|ongoing]: министр Иван Петров, врачи.",),
        skips=("Делегацию встретили: министр и послы.",),
    ),
)
