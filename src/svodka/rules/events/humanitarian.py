"""Frames of people meeting people: contests, exchange, learning, care."""

from __future__ import annotations

from svodka.rules.events.frame import Frame, Slot
from svodka.rules.events.lexicon import CONTESTS, LEARNING, PERFORMERS
from svodka.rules.rule import words

_ACTORS = ("PER", "ORG", "LOC")

HUMANITARIAN_FRAMES: tuple[Frame, ...] = (
    Frame(
        id="humanitarian.contest",
        type="HUMANITARIAN",
        lemmas=CONTESTS,
        pos="NOUN",
        standing=("predicated", "attended", "verbless", "named"),
        slots=(
            Slot("title", "self"),
            Slot("participants", "attendant", people=True),
            Slot("participants", "gen среди+Gen", people=True),
            Slot("organizer", "organizer", _ACTORS),
        ),
        without=words("протест гнев неповиновение митинг распродажа скидка"),
        finds=(
            "В школе проводят [конкурс|ongoing] юных пианистов.",
            "В прошлом году [турнир|negated] не состоялся.",
            "Области готовы провести [фестиваль|proposed].",
        ),
        skips=("Выставка открылась.", "У мэрии прошла акция протеста.", "По итогам конкурса подписан договор."),
    ),
    Frame(
        id="humanitarian.sport",
        type="HUMANITARIAN",
        lemmas=words(
            "соревноваться состязаться обыграть обыгрывать разгромить победить гастролировать стажироваться оздоровить"
            " оздоровиться сразиться посоревноваться переиграть"
        ),
        pos="VERB",
        slots=(
            Slot("participants", "subject agent", people=True),
            Slot("participants", "object с+Ins", people=True),
            Slot("object", "в+Loc"),
        ),
        requires=("participants",),
        without=words("выборы голосование партия война враг болезнь праймериз тендер"),
        finds=("Команды [соревновались|occurred] в беге.", "«Нива» [обыграла|occurred] команду Бреста."),
        skips=("Победа была трудной.", "На выборах победила правящая партия."),
    ),
    Frame(
        id="humanitarian.exchange",
        type="HUMANITARIAN",
        lemmas=words("обмениваться обменяться"),
        pos="VERB",
        slots=(
            Slot("participants", "subject с+Ins", people=True),
            Slot(
                "object",
                "ins",
                barred=words(
                    "сообщение письмо данные ссылка мнение информация рукопожатие взгляд подарок телеграмма"
                    " поздравление"
                ),
            ),
        ),
        finds=("Профсоюзы двух регионов [обмениваются|ongoing] группами отдыхающих.",),
        skips=("Стороны встретились.",),
        requires=("object",),
    ),
    Frame(
        id="humanitarian.place",
        type="HUMANITARIAN",
        lemmas=words("занять завоевать выиграть взять"),
        pos="VERB",
        companions=words("место медаль кубок золото серебро бронза приз"),
        figured=("rank", "count", "ordinal"),
        slots=(
            Slot(
                "participants",
                "subject",
                people=True,
                needed=True,
                lemmas=words(
                    "команда сборная спортсмен спортсменка участник экипаж ансамбль школьник студент дуэт"
                    " коллектив пара"
                ),
            ),
            Slot("title", "в+Loc на+Loc", lemmas=CONTESTS),
        ),
        finds=("Второе место [заняла|occurred] команда Рогачёва.",),
        skips=("Область занимает 3-е место по экспорту.",),
    ),
    Frame(
        id="humanitarian.winner",
        type="HUMANITARIAN",
        lemmas=words("стать становиться признать оказаться"),
        pos="VERB",
        companions=words("победитель победительница чемпион чемпионка призер лауреат обладатель дипломант финалист"),
        slots=(
            Slot("participants", "theme", people=True, needed=True, barred=words("победитель чемпион призер лауреат")),
            Slot("title", "gen", lemmas=CONTESTS),
        ),
        finds=("Победителями турнира [стали|occurred] школьники Орши.", "Команда Пскова [стала|occurred] чемпионом."),
        skips=("Завод стал банкротом.", "Победитель стал известен."),
    ),
    Frame(
        id="humanitarian.performed",
        type="HUMANITARIAN",
        lemmas=words(
            "выступить выступать исполнить исполнять спеть петь сыграть станцевать танцевать декламировать финишировать"
            " порадовать"
        ),
        pos="VERB",
        reflexive=False,
        slots=(
            Slot(
                "participants",
                "subject agent",
                lemmas=PERFORMERS - words("представитель работник ветеран участник группа клуб"),
                needed=True,
            ),
            Slot("title", "в+Loc на+Loc", lemmas=CONTESTS),
            Slot("title", "в+Loc на+Loc", ("EVT",)),
            Slot("object", "object"),
        ),
        finds=("На празднике [выступил|occurred] народный ансамбль.", "Дети [исполнили|occurred] старинные песни."),
        skips=("Министр выступил с докладом.", "Завод исполнил договор.", "Участник выступил с инициативой."),
        without=words("доклад речь заявление инициатива предложение сообщение слово презентация лекция идея против за"),
    ),
    Frame(
        id="humanitarian.project",
        type="HUMANITARIAN",
        lemmas=words("проект работа мероприятие программа акция занятие урок смена"),
        pos="NOUN",
        companions=words(
            "гуманитарный культурный образовательный молодежный спортивный просветительский профориентационный"
            " патриотический воспитательный благотворительный волонтерский культурно-массовый спортивно-массовый"
        ),
        standing=("predicated", "attended"),
        slots=(
            Slot("title", "self"),
            Slot("participants", "attendant", people=True),
            Slot("participants", "для+Gen", people=True),
            Slot("organizer", "organizer", _ACTORS),
        ),
        finds=(
            "В районе проводится спортивное [мероприятие|ongoing].",
            "Планируется осуществление профориентационной [работы|planned] для школьников.",
        ),
        skips=("Проводится ремонтная работа.", "Мероприятия прошли."),
    ),
    Frame(
        id="humanitarian.trained",
        type="HUMANITARIAN",
        lemmas=words("подготовить обучить обучать переподготовить аттестовать стажировать"),
        pos="VERB",
        reflexive=False,
        slots=(
            Slot(
                "participants",
                "object",
                lemmas=words(
                    "эксперт специалист механизатор врач учитель педагог студент кадр работник медик тренер переводчик"
                    " инженер рабочий преподаватель военнослужащий курсант школьник"
                ),
                needed=True,
            ),
            Slot("organizer", "subject agent", _ACTORS),
        ),
        finds=("В вузе [подготовлены|occurred] два эксперта.", "Центр [обучил|occurred] 25 механизаторов."),
        skips=("Завод подготовил отчёт.",),
    ),
    Frame(
        id="humanitarian.learning",
        type="HUMANITARIAN",
        lemmas=LEARNING,
        pos="NOUN",
        standing=("predicated", "attended", "verbless"),
        slots=(Slot("object", "gen"), Slot("participants", "attendant subject", people=True)),
        finds=("Учителя пройдут [стажировку|planned] в Минске.",),
        skips=("Обучение важно.", "Лидеры продолжили обмен мнениями."),
        requires=("object", "participants"),
        without=words("мнение информация данные письмо любезность удар пленный взгляд рукопожатие заключенный огонь"),
    ),
    Frame(
        id="humanitarian.qualification",
        type="HUMANITARIAN",
        lemmas=words("повышение"),
        pos="NOUN",
        companions=words("квалификация"),
        joined=True,
        slots=(Slot("participants", "attendant subject", people=True), Slot("participants", "gen", people=True)),
        requires=("participants",),
        finds=("Врачи участвуют в [повышении квалификации|ongoing].",),
        skips=("Повышение цен неизбежно.",),
    ),
    Frame(
        id="humanitarian.care",
        type="HUMANITARIAN",
        lemmas=words("ухаживать шефствовать"),
        pos="VERB",
        slots=(Slot("participants", "subject", people=True), Slot("object", "за+Ins над+Ins")),
        requires=("object",),
        finds=("Школьники [ухаживают|ongoing] за памятником.",),
        skips=("Он ухаживает.",),
    ),
)
