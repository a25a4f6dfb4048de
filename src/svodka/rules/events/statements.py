"""Frames of what was said."""

from __future__ import annotations

from svodka.rules.events.cues import HOLDING, SAYING
from svodka.rules.events.frame import Frame, Slot
from svodka.rules.events.lexicon import OCCASIONS, OFFICES
from svodka.rules.rule import words

_SAID = (
    Slot("speaker", "subject agent", ("PER",)),
    Slot("speaker", "subject agent", people=True),
    Slot("speaker", "в+Loc", ("ORG",)),
    Slot("speaker", "в+Loc", lemmas=OFFICES),
    Slot("topic", "quote told object о+Loc", barred=frozenset(("это", "то"))),
    Slot("occasion", "на+Loc в_ходе+Gen по_итогам+Gen", lemmas=OCCASIONS),
    Slot("occasion", "на+Loc", ("EVT",)),
    Slot("audience", "dat", ("ORG", "PER")),
)

STATEMENTS: tuple[Frame, ...] = (
    Frame(
        id="statement.verb",
        type="STATEMENT",
        forms=("Fin", "Part"),
        reflexive=False,
        lemmas=SAYING - words("говорить"),
        pos="VERB",
        slots=_SAID,
        requires=("topic", "speaker"),
        finds=(
            "Губернатор Александр Богомаз [отметил|occurred], что связи крепнут.",
            "«Мы рады гостям», – [сообщила|occurred] министр.",
            "Об этом [сообщает|occurred] пресс-служба Свердловской железной дороги.",
            "Министр не [сообщил|negated], что завод закрыт.",
            "Как [сообщает|occurred] сайт посольства, в Минске открыт завод.",
            "Дорогу отремонтируют, [сообщили|occurred] в администрации.",
        ),
        skips=("Он молчал.", "Следует отметить, что экспорт вырос."),
    ),
    Frame(
        id="statement.speak",
        type="STATEMENT",
        lemmas=words("говорить"),
        pos="VERB",
        forms=("Fin",),
        reflexive=False,
        slots=_SAID,
        requires=("topic", "speaker"),
        without=words("это"),
        finds=("Министр [говорит|occurred], что экспорт растёт.",),
        skips=("Это говорит о том, что экспорт растёт.",),
    ),
    Frame(
        id="statement.held",
        type="STATEMENT",
        forms=("Fin", "Part"),
        reflexive=False,
        active=True,
        lemmas=HOLDING,
        pos="VERB",
        slots=(
            Slot("topic", "quote", needed=True),
            Slot("speaker", "subject", ("PER",)),
            Slot("speaker", "subject", people=True),
            Slot("occasion", "на+Loc в_ходе+Gen", lemmas=OCCASIONS),
        ),
        finds=("Министр [считает|occurred], что завод нужен.",),
        skips=("Суд признал договор.", "Министр подтвердил приглашение.", "Мы считаем деньги."),
    ),
    Frame(
        id="statement.presented",
        type="STATEMENT",
        lemmas=words("презентовать представить"),
        pos="VERB",
        slots=(
            Slot("speaker", "subject", people=True),
            Slot("topic", "object", lemmas=words("информация потенциал доклад проект программа отчет возможность")),
            Slot("occasion", "на+Loc в_ходе+Gen", lemmas=OCCASIONS),
        ),
        requires=("topic",),
        finds=("Гомельчане [презентовали|occurred] потенциал области.",),
        skips=("Заводы представили свою продукцию.",),
    ),
    Frame(
        id="statement.address",
        type="STATEMENT",
        lemmas=words("выступить выступать обратиться обращаться"),
        pos="VERB",
        reflexive=False,
        companions=words("доклад речь сообщение заявление слово лекция обращение презентация приветствие послание"),
        slots=(
            Slot("speaker", "subject agent", ("PER",)),
            Slot("speaker", "subject agent", people=True, needed=True),
            Slot("topic", "о+Loc по+Dat"),
            Slot("audience", "к+Dat перед+Ins", ("ORG", "PER")),
        ),
        finds=("С докладом о торговле [выступил|occurred] посол.", "Глава [обратился|occurred] с речью к народу."),
        skips=("Ансамбль выступил на сцене.", "Житель обратился в суд."),
    ),
    Frame(
        id="statement.agreed",
        type="STATEMENT",
        lemmas=words("сойтись"),
        pos="VERB",
        companions=words("мнение"),
        joined=True,
        slots=(Slot("speaker", "subject", people=True), Slot("topic", "quote clause")),
        requires=("topic",),
        finds=("Председатели [сошлись во мнении|occurred], что связи полезны.",),
        skips=("Поезда сошлись.",),
    ),
    Frame(
        id="statement.according",
        type="STATEMENT",
        lemmas=words("слово мнение данные информация оценка сообщение утверждение прогноз сведение"),
        pos="NOUN",
        preposition="по",
        slots=(Slot("speaker", "gen", people=True), Slot("topic", "beside")),
        requires=("topic",),
        finds=(
            "[По словам|occurred] Ивана Петрова, экспорт вырос.",
            "[По данным|occurred] министерства, цены снизились.",
        ),
        skips=("Он судит по словам.",),
    ),
    Frame(
        id="statement.view",
        type="STATEMENT",
        lemmas=words("взгляд"),
        pos="NOUN",
        preposition="на",
        slots=(Slot("speaker", "gen", people=True), Slot("topic", "beside")),
        requires=("speaker",),
        finds=("[На взгляд|occurred] Ивана Петрова, цены выросли.",),
        skips=("На первый взгляд, всё просто.",),
    ),
)
