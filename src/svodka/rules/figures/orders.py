"""Places in an order and ordinals: «1-е место», «в восьмой раз», «II форум», «в тройке лидеров», «номер два»."""

from __future__ import annotations

from svodka.core.values import FigureValue
from svodka.rules.compounds import any_ordinal
from svodka.rules.figures.quantity import Quantity
from svodka.rules.forms import alternation
from svodka.rules.numbers import CARDINALS, ORDINAL_DIGITS, ORDINAL_OPENING, ORDINAL_WORD, ROMAN
from svodka.rules.rule import Groups, Rule

_TOPS = {
    "тройк": 3,
    "четверк": 4,
    "пятерк": 5,
    "шестерк": 6,
    "семерк": 7,
    "восьмерк": 8,
    "десятк": 10,
    "двадцатк": 20,
    "сотн": 100,
}
_ANY = rf"(?:{ORDINAL_DIGITS}|{ORDINAL_WORD}|{ROMAN})"
_OPENING = rf"(?<!\w)(?=\d)|[ivxlc](?<![a-zа-я].)|{ORDINAL_OPENING}"


def rank(groups: Groups) -> Quantity | None:
    """Read a place in an order."""
    place = any_ordinal(groups["ordinal"]) if "ordinal" in groups else int(groups["digits"])
    return Quantity(FigureValue(kind="rank", value=str(place), unit="место")) if place and place < 1000 else None


def top(groups: Groups) -> Quantity:
    """Read «топ-10», «в тройке лидеров»: no lower than this place."""
    place = groups.get("digits") or str(_TOPS[groups["stem"]])
    return Quantity(FigureValue(kind="rank", value=place, unit="место", comparator="le"))


def number_of(groups: Groups) -> Quantity | None:
    """Read «рынок номер два»."""
    place = CARDINALS.get(groups["word"]) if "word" in groups else int(groups["digits"])
    return Quantity(FigureValue(kind="rank", value=str(place), unit=None), needs="named") if place else None


def times(groups: Groups) -> Quantity | None:
    """Read «в восьмой раз»."""
    count = any_ordinal(groups["ordinal"])
    return Quantity(FigureValue(kind="ordinal", value=str(count), unit="раз")) if count else None


def numbered(groups: Groups) -> Quantity | None:
    """Read an ordinal that numbers what follows: an edition, a stage, a batch."""
    count = any_ordinal(groups["ordinal"])
    return Quantity(FigureValue(kind="ordinal", value=str(count)), needs="ordered") if count else None


def listed(groups: Groups) -> Quantity | None:
    """Read an ordinal whose noun follows the last one of a list: «первый, третий и пятый участки»."""
    count = any_ordinal(groups["ordinal"])
    return Quantity(FigureValue(kind="ordinal", value=str(count)), needs="next") if count else None


_STOP = r"(?![а-я])"
_PLACES = r"(?:мест(?:о|а|е|у|ом|ах|ам)|позици(?:я|и|ю|ей|ях)|строчк(?:а|и|е|у|ой)|строк(?:а|и|е|у|ой)(?=\s+рейтинг))"
# Posts, turns of speech, stretches of time and space: an ordinal that numbers nothing.
_NO_NUMBER = (
    r"(?:заместител|вице|зам|замминистр|секретар|лиц[оау]|очередь?ю?(?=\s*[,–]|\s+[а-я]+(?:ся|т|л|м)\s)|полов|квартал|полугоди|декад|числ|"
    r"час|минут|секунд|дн[яюеи]|день|дней|недел|месяц|год|лет|столети|десятилети|век[аеу]?(?![а-я])|пол(?:а|ом|у)(?![а-я])|помощ|необходимост|"
    r"рук(?:и|у|ах|)(?![а-я])|миров[а-я]{2}\s+войн|леди|взгляд|дел[оауем]+(?![а-я])|сторон|стран|план(?:а|е|у|)(?![а-я])|шаг[аи]?(?![а-я])|раз(?:а|у|ом|)(?![а-я])|"
    r"мест|позици|трет|четверт|част|дол[яюие](?![а-я])|снег|урок|звон|лед[иь]|зам\.|скрипк|хлеб|блюд|дыхани|встречн|дворян|класс[а-я]*\s+вод|руководител"
    r"|смен[аыеу](?![а-я]))"
)
_NOUN_AHEAD = rf"(?=\s+(?!{_NO_NUMBER})(?:[«\"„]?[а-я]{{3}}))"
_LISTED_AHEAD = (
    rf"(?=\s*(?:,|и|,\s*а\s+также)\s*(?:(?:{_ANY})\s*(?:,|и)\s*){{0,4}}(?:{_ANY})\s+(?!{_NO_NUMBER})[а-я]{{3}})"
)

ORDERS: tuple[Rule[Quantity], ...] = (
    Rule(
        id="figure.rank",
        cue=r"мест|позици|строчк|строк",
        pattern=(
            rf"(?<![\w№/-])(?P<span>(?:(?P<ordinal>{_ANY})|(?P<digits>\d{{1,3}}))\s+(?:(?:обще)?командн[а-я]+\s+|почетн[а-я]+\s+|призов[а-я]+\s+)?{_PLACES}){_STOP}"
        ),
        value=rank,
        finds=(
            "находится на [1-м месте|rank 1 место]",
            "занимает [3-е место|rank 3 место]",
            "[Третье место|rank 3 место] у",
            "на [II месте|rank 2 место]",
            "завоевал [1 место|rank 1 место]",
            "на [пятой строчке|rank 5 место] рейтинга",
            "поднялся на [двадцать третью позицию|rank 23 место]",
        ),
        skips=("на рабочем месте", "в первую очередь", "312 рабочих мест", "первая строка документа"),
    ),
    Rule(
        id="figure.rank_listed",
        opening=_OPENING,
        cue=r"мест",
        pattern=rf"(?<![\w-])(?P<span>(?P<ordinal>{_ANY}))(?=\s*(?:,|и)\s*(?:(?:{_ANY})\s*(?:,|и)\s*){{0,2}}(?:{_ANY})\s+мест(?:а|ах|ам)?{_STOP})",
        value=rank,
        finds=("[второе|rank 2 место] и третье места", "заняли [первое|rank 1 место], второе и третье места"),
        skips=("первое и последнее слово", "первое место"),
    ),
    Rule(
        id="figure.rank_elliptic",
        cue=r"мест",
        pattern=rf"(?<=мест)(?:о|е|а|у|ом)\s[^.!?\n]{{1,90}}?[,;]\s+(?:а\s+)?на\s+(?P<span>(?P<ordinal>{ORDINAL_WORD}))(?=\s*(?:–|,|\.|;))",
        value=rank,
        finds=("Второе место заняла команда Орла, на [третьем|rank 3 место] – команда Тулы",),
        skips=("первое место у Орла, на втором этаже",),
    ),
    Rule(
        id="figure.top",
        cue=r"топ|тройк|ерк|десятк|двадцатк|сотн",
        pattern=(
            rf"(?<![\w-])(?P<span>(?:топ-?\s?(?P<digits>\d{{1,3}})(?!\d)|(?P<stem>{alternation(_TOPS)})(?:а|у|е|ой|и|ню|не|ней)(?=\s+(?:лидер|лучш|крупнейш|сильнейш|ведущ|"
            r"призер|победител|передов))))"
        ),
        value=top,
        finds=(
            "вошёл в [топ-10|rank le 10 место]",
            "в [тройке|rank le 3 место] лидеров",
            "в [десятку|rank le 10 место] лучших",
        ),
        skips=("топ-менеджер", "судейская тройка", "десятка машин"),
    ),
    Rule(
        id="figure.number_of",
        cue=r"номер",
        pattern=rf"(?<![\w-])(?P<span>[а-я]{{3,}}\s+номер\s+(?P<word>один|два|три|четыре|пять)){_STOP}",
        value=number_of,
        finds=("для нас это [рынок номер два|rank 2]", "[поставщик номер один|rank 1] в области"),
        skips=("школа номер 5", "по номеру один", "номер два"),
    ),
    Rule(
        id="figure.times",
        cue=r"раз",
        pattern=rf"(?<![\w])в\s+(?P<span>(?P<ordinal>{_ANY})\s+раз){_STOP}",
        value=times,
        finds=("проводился в [восьмой раз|ordinal 8 раз]", "прошёл в [25-й раз|ordinal 25 раз]"),
        skips=("в три раза", "в тот раз", "в очередной раз"),
    ),
    Rule(
        id="figure.numbered",
        opening=_OPENING,
        pattern=rf"(?<![\w№.,/-])(?P<span>(?P<ordinal>{_ANY})){_NOUN_AHEAD}",
        value=numbered,
        finds=(
            "[II|ordinal 2] региональный бизнес-форум «Брянск – Гомель»",
            "[Первый|ordinal 1] региональный бизнес-форум",
            "[XXIV|ordinal 24] форум",
            "[Второе|ordinal 2] соглашение подписано",
            "сдана [первая|ordinal 1] очередь завода",
            "[5-й|ordinal 5] турнир",
            "[двадцать пятый|ordinal 25] километр",
        ),
        skips=(
            "первый вице-премьер",
            "I квартал",
            "в первую очередь, речь идёт",
            "первое полугодие",
            "первая половина",
            "первый заместитель министра",
            "первая помощь",
            "третьих стран",
            "вторая мировая война",
            "первое лицо",
            "из первых рук",
            "товары первой необходимости",
            "на втором плане",
            "первая леди",
            "в первый раз",
            "первый день",
        ),
    ),
    Rule(
        id="figure.numbered_listed",
        opening=_OPENING,
        pattern=rf"(?<![\w№.,/-])(?P<span>(?P<ordinal>{_ANY})){_LISTED_AHEAD}",
        value=listed,
        finds=("[первый|ordinal 1], [третий|ordinal 3] и пятый участки", "[I|ordinal 1] и II этапы"),
        skips=("первый и последний", "первый участок"),
    ),
)
