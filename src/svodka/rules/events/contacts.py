"""Frames of contacts: visits, meetings, forums."""

from __future__ import annotations

from svodka.rules.events.frame import Frame, Slot
from svodka.rules.events.lexicon import DELEGATIONS, FORUMS
from svodka.rules.rule import words

_ACTORS = ("PER", "ORG", "LOC")
_PLACES = "в+Acc в+Loc на+Acc на+Loc"
_GOING = (
    Slot("visitor", "subject agent", people=True),
    Slot("visitor", "вместе_с+Ins", ("PER",)),
    Slot("destination", f"object {_PLACES} bare_place", ("LOC",)),
    Slot("destination", "in:site", ("LOC",)),
    Slot("origin", "in:visitor", ("LOC",)),
    Slot("head", "led", ("PER",)),
)
_MET = (
    Slot("participants", "gen", _ACTORS),
    Slot("participants", "subject между+Ins", _ACTORS),
    Slot("participants", "с+Ins", _ACTORS),
    Slot("participants", "subject gen между+Ins", people=True),
    Slot("participants", "с+Ins", people=True),
)

VISITS: tuple[Frame, ...] = (
    Frame(
        id="visit.see",
        type="VISIT",
        lemmas=words(
            "посетить посещать навестить навещать осмотреть осматривать объехать объезжать облететь проинспектировать"
            " инспектировать обойти"
        ),
        pos="VERB",
        slots=(
            *_GOING,
            Slot("site", "object", ("ORG", "EVT")),
            Slot("site", "object"),
            Slot("site", "в+Loc на+Loc", ("ORG",)),
            Slot("visitor", "after", people=True),
            Slot("purpose", "для+Gen с_целью+Gen"),
        ),
        requires=("visitor",),
        finds=(
            "Республику Беларусь [посетили|occurred] 23 делегации регионов России.",
            "Делегация планирует [посетить|planned] Минск.",
            "Делегация не [посетила|negated] Гомель.",
            "Комиссия [осмотрела|occurred] строящийся мост.",
            "Музей [посетила|occurred] группа школьников.",
        ),
        skips=("Посещаемость выставки выросла.", "Врач осмотрел горло.", "Выставку посетили 3 тысячи человек."),
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
            Slot("purpose", "для+Gen с_целью+Gen на+Acc", ("EVT",)),
            Slot("visitor", "after", people=True),
            Slot("purpose", "для+Gen с_целью+Gen"),
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

MEETINGS: tuple[Frame, ...] = (
    Frame(
        id="meeting.verb",
        type="MEETING",
        lemmas=words("встретиться встречаться совещаться заседать побеседовать беседовать переговорить увидеться"),
        pos="VERB",
        slots=(
            Slot("participants", "subject", people=True),
            Slot("participants", "с+Ins", people=True),
            Slot("topic", "о+Loc"),
        ),
        requires=("participants",),
        finds=(
            "Председатель посетил Брянск и [встретился|occurred] с Евгением Кучуком.",
            "Министр не [встретился|negated] с послом.",
            "Завтра губернатор [встретится|planned] с послом Армении.",
        ),
        skips=("Такие растения редко встречаются в лесу.",),
    ),
    Frame(
        id="meeting.received",
        type="MEETING",
        lemmas=words("принять принимать"),
        reflexive=False,
        pos="VERB",
        slots=(Slot("participants", "object", people=True, needed=True), Slot("participants", "subject", people=True)),
        requires=("participants",),
        finds=("Президент [принял|occurred] Ивана Петрова.",),
        skips=("Парламент принял закон.", "Делегация примет участие в форуме.", "Комиссия приняла решение."),
    ),
    Frame(
        id="meeting.discuss",
        type="MEETING",
        lemmas=words(
            "обсудить обсуждать рассмотреть рассматривать проговорить обговорить дискутировать заслушать затронуть"
        ),
        pos="VERB",
        forms=("Fin", "Part", "Inf"),
        slots=(
            Slot("participants", "subject agent", people=True),
            Slot("participants", "с+Ins", people=True),
            Slot("topic", "object clause о+Loc"),
        ),
        requires=("topic",),
        finds=(
            "Делегации [обсудили|occurred] вопросы кооперации.",
            "Стороны [обсуждают|ongoing] создание центра.",
            "Иван Петров встретился с Олегом Ильиным. На встрече [обсуждались|occurred] вопросы торговли.",
            "Иван Петров встретился с Олегом Ильиным. Вопрос о рейсах не [обсуждался|negated].",
        ),
        skips=("Обсуждаемый вопрос важен.",),
    ),
    Frame(
        id="meeting.exchange",
        type="MEETING",
        lemmas=words("обменяться обмениваться"),
        pos="VERB",
        companions=words("мнение"),
        slots=(
            Slot("participants", "subject", people=True),
            Slot("topic", "по+Dat о+Loc"),
        ),
        finds=("Министры [обменялись|occurred] мнениями о торговле.",),
        skips=("Школы обменялись группами.",),
    ),
    Frame(
        id="meeting.noun",
        type="MEETING",
        lemmas=words(
            "встреча переговоры заседание совещание консультация беседа видеоконференция приём прием телеконференция"
            " коллегия переговорный"
        ),
        pos="NOUN",
        standing=("predicated", "attended", "verbless"),
        slots=(*_MET, Slot("topic", "о+Loc по+Dat по_вопросам+Gen"), Slot("chair", "led", ("PER",))),
        finds=(
            "Состоялась [встреча|occurred] губернатора Кировской области Александра Соколова с Иваном Крупко.",
            "Ведутся [переговоры|ongoing] с Оренбургским институтом о поставках.",
            "О [встрече|occurred] Кирилла Одинцова с Давидом Саакяном",
            "Президент проведёт [переговоры|planned] с премьер-министром Вьетнама.",
            "[Встреча|negated] министра Ивана Петрова с послом Китая отложена.",
        ),
        skips=("В ходе переговоров достигнута договорённость.", "На совещании отметили рост."),
    ),
    Frame(
        id="meeting.of_whom",
        type="MEETING",
        lemmas=words("встреча переговоры заседание совещание беседа"),
        pos="NOUN",
        slots=(
            *_MET,
            Slot("participants", "speaker", ("PER",)),
            Slot("occasion", "по_случаю+Gen"),
            Slot("topic", "по_вопросам+Gen о+Loc"),
        ),
        requires=("participants",),
        finds=("На [встрече|occurred] с Иваном Крупко посол подчеркнул важность торговли.",),
        skips=("На встрече было отмечено, что экспорт растёт.", "В ходе встречи подписан план."),
    ),
)

FORUM_FRAMES: tuple[Frame, ...] = (
    Frame(
        id="forum.opening",
        type="FORUM",
        lemmas=words("открытие закрытие"),
        pos="NOUN",
        standing=("verbless",),
        default="planned",
        slots=(Slot("title", "gen", lemmas=FORUMS), Slot("title", "gen", ("EVT",))),
        requires=("title",),
        finds=("10.30 – [открытие|planned] выставки «Сделано в приграничье»",),
        skips=("Открытие памятника состоялось в мае.",),
    ),
    Frame(
        id="forum.noun",
        type="FORUM",
        lemmas=FORUMS,
        pos="NOUN",
        standing=("predicated", "attended", "verbless", "named", "framed"),
        slots=(
            Slot("title", "self"),
            Slot("edition", "ordinal"),
            Slot("participants", "object", people=True),
            Slot("participants", "attendant", people=True),
            Slot("goods", "shown"),
            Slot("topic", "topic"),
            Slot("organizer", "organizer", ("ORG", "LOC", "PER")),
        ),
        finds=(
            "Международный [форум|occurred] прошёл в Гомеле.",
            "В мае состоится [выставка|planned] «Металл-Экспо».",
            "На [выставке|occurred] свою продукцию представили заводы области.",
            "[Форум|negated] не состоялся.",
            "Области могли бы провести [ярмарку|proposed].",
        ),
        skips=("На рынке было людно.", "По итогам форума подписан план.", "Тема выставки важна."),
    ),
    Frame(
        id="forum.organizers",
        type="FORUM",
        lemmas=words("организатор"),
        pos="NOUN",
        standing=("verbless",),
        default="planned",
        slots=(Slot("organizer", "after", ("ORG", "LOC", "PER")),),
        requires=("organizer",),
        finds=("В Орше пройдёт ярмарка «Лён». [Организаторы|planned]: Брянская область и Гомельская область.",),
        skips=("Организаторы довольны.",),
    ),
)
