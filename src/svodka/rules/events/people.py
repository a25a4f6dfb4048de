"""Frames of people: contests and exchange, appointments, celebrations, and what was said."""

from __future__ import annotations

from svodka.rules.events.cues import HOLDING, SAYING
from svodka.rules.events.frame import Frame, Slot
from svodka.rules.events.lexicon import CONTESTS, LEARNING, OCCASIONS, OCCASIONS_TO_MARK, OFFICES
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
        finds=(
            "В школе проводят [конкурс|ongoing] юных пианистов.",
            "В прошлом году [турнир|negated] не состоялся.",
            "Области готовы провести [фестиваль|proposed].",
        ),
        skips=("Выставка открылась.", "По итогам конкурса подписан договор."),
    ),
    Frame(
        id="humanitarian.sport",
        type="HUMANITARIAN",
        lemmas=words(
            "соревноваться состязаться обыграть обыгрывать разгромить победить гастролировать стажироваться оздоровить"
            " оздоровиться сразиться"
        ),
        pos="VERB",
        slots=(
            Slot("participants", "subject agent", people=True),
            Slot("participants", "object с+Ins", people=True),
            Slot("object", "в+Loc"),
        ),
        requires=("participants",),
        finds=("Команды [соревновались|occurred] в беге.", "«Нива» [обыграла|occurred] команду Бреста."),
        skips=("Победа была трудной.",),
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
        id="humanitarian.learning",
        type="HUMANITARIAN",
        lemmas=LEARNING,
        pos="NOUN",
        standing=("predicated", "attended", "verbless"),
        slots=(Slot("object", "gen"), Slot("participants", "attendant subject", people=True)),
        finds=("Учителя пройдут [стажировку|planned] в Минске.",),
        skips=("Обучение важно.",),
        requires=("object", "participants"),
    ),
    Frame(
        id="humanitarian.qualification",
        type="HUMANITARIAN",
        lemmas=words("повышение"),
        pos="NOUN",
        companions=words("квалификация"),
        joined=True,
        slots=(Slot("participants", "attendant subject", people=True),),
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

APPOINTMENTS: tuple[Frame, ...] = (
    Frame(
        id="appointment.verb",
        type="APPOINTMENT",
        lemmas=words(
            "назначить назначать избрать избирать переизбрать закрепить уволить освободить возглавить сменить"
            " утвердить выбрать"
        ),
        pos="VERB",
        reflexive=False,
        slots=(
            Slot("person", "object за+Ins", ("PER",)),
            Slot("assigned", "object", ("LOC",)),
            Slot("position", "за+Ins на_должность+Gen на_пост+Gen с_должности+Gen с_поста+Gen ins"),
            Slot("organization", "object", ("ORG",)),
            Slot("organization", "in:position", ("ORG",)),
            Slot("person", "subject", ("PER",)),
        ),
        requires=("person", "assigned"),
        finds=(
            "За министром связи [закреплена|occurred] Курская область.",
            "Ивана Петрова [назначили|occurred] директором завода.",
        ),
        skips=("Дату встречи назначили.", "Город освободили в 1944 году."),
    ),
    Frame(
        id="appointment.left",
        type="APPOINTMENT",
        lemmas=words("уйти выйти"),
        pos="VERB",
        companions=words("пенсия отставка"),
        joined=True,
        slots=(Slot("person", "subject", people=True),),
        requires=("person",),
        finds=("Прежний директор [ушёл на пенсию|occurred].",),
        skips=("Поезд ушёл.",),
    ),
)

CELEBRATIONS: tuple[Frame, ...] = (
    Frame(
        id="celebration.jubilee_verb",
        type="CELEBRATION",
        lemmas=words("отметить отмечать отпраздновать праздновать"),
        pos="VERB",
        slots=(
            Slot("occasion", "object", lemmas=words("юбилей день праздник годовщина летие рождение новоселье победа")),
            Slot("occasion", "object", ("EVT",)),
            Slot("honoree", "subject", people=True),
            Slot("honoree", "in:occasion", _ACTORS),
        ),
        requires=("occasion",),
        finds=("В июне Гюмри [отметит|planned] юбилей.",),
        skips=("Министр отметил рост экспорта.",),
    ),
    Frame(
        id="celebration.verb",
        type="CELEBRATION",
        lemmas=words("поздравить поздравлять наградить награждать чествовать удостоить премировать почтить"),
        pos="VERB",
        slots=(
            Slot("honoree", "object", people=True),
            Slot("sender", "subject", people=True),
            Slot("occasion", "с+Ins"),
        ),
        requires=("honoree",),
        finds=(
            "Губернатор [поздравил|occurred] горожан с праздником.",
            "Завтра ветеранов [наградят|planned].",
        ),
        skips=("Губернатор выступил.",),
    ),
    Frame(
        id="celebration.handed",
        type="CELEBRATION",
        lemmas=words("вручить вручать присвоить направить признать получить"),
        pos="VERB",
        slots=(
            Slot(
                "occasion",
                "object",
                lemmas=words("награда медаль орден грамота благодарность премия диплом звание адрес поздравление"),
            ),
            Slot("honoree", "dat", people=True),
            Slot("sender", "subject", people=True),
        ),
        requires=("occasion",),
        finds=("Ивану Петрову [вручили|occurred] медаль.",),
        skips=("Курьер вручил письмо.",),
    ),
    Frame(
        id="celebration.best",
        type="CELEBRATION",
        lemmas=words("признать"),
        reflexive=False,
        pos="VERB",
        companions=words("хороший победитель чемпион"),
        slots=(Slot("honoree", "object", people=True), Slot("occasion", "ins")),
        requires=("honoree",),
        finds=("Лучшим вратарём [признан|occurred] Иван Петров.",),
        skips=("Суд признал договор действительным.",),
    ),
    Frame(
        id="celebration.feast",
        type="CELEBRATION",
        lemmas=words("празднование чествование награждение торжество церемония"),
        pos="NOUN",
        slots=(
            Slot("honoree", "gen", _ACTORS),
            Slot("occasion", "gen", lemmas=OCCASIONS_TO_MARK),
            Slot("honoree", "in:occasion", _ACTORS),
            Slot("participants", "attendant", people=True),
        ),
        requires=("occasion", "honoree"),
        finds=("Концерт связан с [празднованием|occurred] 85-летия Гомельской области.",),
        skips=("Праздник удался.", "Церемония прошла."),
    ),
    Frame(
        id="celebration.jubilee",
        type="CELEBRATION",
        lemmas=words("юбилей"),
        pos="NOUN",
        standing=("predicated",),
        slots=(Slot("occasion", "self"), Slot("honoree", "gen", _ACTORS)),
        requires=("honoree",),
        finds=("Концерт приурочили к [юбилею|occurred] Минска.",),
        skips=("Юбилей удался.",),
    ),
    Frame(
        id="celebration.greeting",
        type="CELEBRATION",
        lemmas=words("поздравление"),
        pos="NOUN",
        slots=(
            Slot("sender", "gen от+Gen", people=True),
            Slot("honoree", "dat", people=True),
            Slot("occasion", "с+Ins"),
        ),
        requires=("sender", "occasion"),
        finds=("В [поздравлении|occurred] министра с юбилеем отмечен вклад области.",),
        skips=("Поздравление получено.",),
    ),
    Frame(
        id="celebration.anniversary",
        type="CELEBRATION",
        lemmas=words("летие годовщина"),
        pos="NOUN",
        slots=(
            Slot("occasion", "anniversary self"),
            Slot("honoree", "gen founded", _ACTORS),
        ),
        requires=("honoree",),
        finds=("Турнир приурочен к [65-летию|occurred] Новополоцка.",),
        skips=("В столетие войн люди мечтали о мире.",),
    ),
)

STATEMENTS: tuple[Frame, ...] = (
    Frame(
        id="statement.verb",
        type="STATEMENT",
        forms=("Fin", "Part"),
        reflexive=False,
        lemmas=SAYING,
        pos="VERB",
        slots=(
            Slot("speaker", "subject agent", ("PER",)),
            Slot("speaker", "subject agent", people=True),
            Slot("speaker", "в+Loc", ("ORG",)),
            Slot("speaker", "в+Loc", lemmas=OFFICES),
            Slot("topic", "quote"),
            Slot("topic", "object о+Loc", barred=frozenset(("это", "то"))),
            Slot("occasion", "на+Loc в_ходе+Gen по_итогам+Gen", lemmas=OCCASIONS),
            Slot("occasion", "на+Loc", ("EVT",)),
            Slot("audience", "dat", ("ORG", "PER")),
        ),
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
        ),
        requires=("topic",),
        finds=("Гомельчане [презентовали|occurred] потенциал области.",),
        skips=("Заводы представили свою продукцию.",),
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
