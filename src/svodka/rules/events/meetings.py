"""Frames of meetings and forums."""

from __future__ import annotations

from svodka.rules.events.frame import Frame, Slot
from svodka.rules.events.lexicon import FORUMS
from svodka.rules.rule import words

_ACTORS = ("PER", "ORG", "LOC")
_MET = (
    Slot("participants", "gen", _ACTORS),
    Slot("participants", "subject между+Ins", _ACTORS),
    Slot("participants", "с+Ins", _ACTORS),
    Slot("participants", "subject gen между+Ins", people=True),
    Slot("participants", "с+Ins", people=True),
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
        without=words(
            "сцена ковер лед ринг поле финал полуфинал четвертьфинал матч площадка корт трудность глаз экран тур"
        ),
        finds=(
            "Председатель посетил Брянск и [встретился|occurred] с Евгением Кучуком.",
            "Министр не [встретился|negated] с послом.",
            "Завтра губернатор [встретится|planned] с послом Армении.",
        ),
        skips=(
            "Такие растения редко встречаются в лесу.",
            "Звёзды оперы встретятся на сцене театра.",
            "Команды встретились в финале.",
        ),
    ),
    Frame(
        id="meeting.received",
        type="MEETING",
        lemmas=words("принять принимать"),
        reflexive=False,
        pos="VERB",
        slots=(
            Slot(
                "participants",
                "object",
                people=True,
                needed=True,
                barred=words("руководство команда сборная область город страна республика власть лицо дело"),
            ),
            Slot("participants", "subject", people=True),
        ),
        requires=("participants",),
        finds=("Президент [принял|occurred] Ивана Петрова.",),
        skips=(
            "Парламент принял закон.",
            "Тренер принял руководство сборной.",
            "Делегация примет участие в форуме.",
            "Комиссия приняла решение.",
        ),
    ),
    Frame(
        id="meeting.discuss",
        type="MEETING",
        lemmas=words(
            "обсудить обсуждать проговорить обговорить дискутировать заслушать заслушивать затронуть затрагивать"
        ),
        pos="VERB",
        forms=("Fin", "Short", "Inf", "Conv"),
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
        skips=("Обсуждаемый вопрос важен.", "Стороны довольны затронутыми вопросами."),
    ),
    Frame(
        id="meeting.consider",
        type="MEETING",
        lemmas=words("рассмотреть рассматривать"),
        pos="VERB",
        forms=("Fin", "Short", "Inf"),
        slots=(
            Slot("participants", "subject agent", people=True),
            Slot("participants", "с+Ins", people=True),
            Slot(
                "topic",
                "object",
                lemmas=words(
                    "вопрос тема проблема ход итог перспектива аспект направление повестка план результат пункт"
                    " проект предложение состояние программа"
                ),
            ),
        ),
        requires=("topic",),
        finds=(
            "Депутаты [рассмотрели|occurred] вопросы торговли.",
            "Иван Петров встретился с Олегом Ильиным. [Рассмотрены|occurred] итоги года.",
        ),
        skips=("Компания рассматривает возможность переезда.", "Врач рассмотрел снимок."),
    ),
    Frame(
        id="meeting.views",
        type="MEETING",
        lemmas=words("обмен"),
        pos="NOUN",
        companions=words("мнение"),
        joined=True,
        standing=("predicated", "verbless"),
        slots=(
            Slot("participants", "subject между+Ins", people=True),
            Slot("topic", "по+Dat о+Loc"),
        ),
        requires=("participants",),
        finds=("Министры провели [обмен мнениями|occurred] по торговле.",),
        skips=("Школы провели обмен группами.",),
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
            " коллегия переговорный аудиенция собеседование собрание сессия планерка пленум дискуссия телемост"
            " онлайн-встреча видеовстреча"
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
            Slot("participants", "object gathered", people=True),
            Slot("participants", "attendant", people=True),
            Slot("participants", "speaker", ("LOC", "ORG"), people=True),
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
        id="forum.round_table",
        type="FORUM",
        lemmas=words("стол"),
        pos="NOUN",
        companions=words("круглый"),
        standing=("predicated", "attended", "verbless", "framed"),
        slots=(
            Slot("title", "self"),
            Slot("participants", "attendant", people=True),
            Slot("topic", "topic"),
            Slot("organizer", "organizer", ("ORG", "LOC", "PER")),
        ),
        finds=("В Туле прошёл круглый [стол|occurred].",),
        skips=("В зале стоит круглый стол.", "Стол готов."),
    ),
    Frame(
        id="forum.gathered",
        type="FORUM",
        lemmas=words("собраться собираться съехаться съезжаться"),
        pos="VERB",
        slots=(Slot("participants", "subject", people=True, needed=True),),
        finds=("В Орше открылся форум «Лён». В зале [собрались|occurred] представители десяти стран.",),
        skips=("В зале собрались представители десяти стран.", "Форум «Лён» открылся. Он собрался домой."),
    ),
    Frame(
        id="forum.theme",
        type="FORUM",
        lemmas=words("тема"),
        pos="NOUN",
        standing=("verbless", "predicated"),
        slots=(Slot("title", "gen", lemmas=FORUMS, needed=True), Slot("topic", "titled after")),
        finds=("Главная [тема|occurred] форума – цифровые технологии.",),
        skips=("Тема урока – дроби.",),
        requires=("topic",),
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
