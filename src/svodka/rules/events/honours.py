"""Frames of posts and honours: appointments and celebrations."""

from __future__ import annotations

from svodka.rules.events.frame import Frame, Slot
from svodka.rules.events.lexicon import OCCASIONS_TO_MARK
from svodka.rules.rule import words

_ACTORS = ("PER", "ORG", "LOC")

APPOINTMENTS: tuple[Frame, ...] = (
    Frame(
        id="appointment.assigned",
        type="APPOINTMENT",
        lemmas=words("закрепить закреплять"),
        pos="VERB",
        reflexive=False,
        slots=(
            Slot("assigned", "object", ("LOC", "ORG"), needed=True),
            Slot("position", "за+Ins"),
            Slot("appointer", "agent", ("PER", "ORG")),
        ),
        finds=("За министром связи [закреплена|occurred] Курская область.",),
        skips=("Рабочий закрепил болт.",),
    ),
    Frame(
        id="appointment.verb",
        type="APPOINTMENT",
        lemmas=words(
            "назначить назначать избрать избирать переизбрать уволить освободить возглавить сменить утвердить выбрать"
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
        finds=("Ивана Петрова [назначили|occurred] директором завода.",),
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
        id="celebration.attended",
        type="CELEBRATION",
        lemmas=words("празднование торжество"),
        pos="NOUN",
        standing=("attended",),
        slots=(Slot("participants", "attendant", people=True, needed=True),),
        finds=("Область отметила юбилей Гомеля. На [празднование|occurred] прибыли представители России.",),
        skips=("На празднование прибыли представители России.", "Торжество удалось."),
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
