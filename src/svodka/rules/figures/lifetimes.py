"""How old and how long: ages, anniversaries, and durations by which something is measured."""

from __future__ import annotations

from svodka.core.values import FigureValue, plain
from svodka.rules.compounds import COMPOUND, compound
from svodka.rules.figures.amounts import AMOUNT, NUMBER, OPENING, figure
from svodka.rules.figures.quantity import Quantity
from svodka.rules.numbers import ORDINAL_DIGITS, ORDINAL_WORD, ordinal
from svodka.rules.rule import Groups, Rule, spaced

_STEMS = {"секунд": "секунда", "минут": "минута", "мин": "минута", "час": "час", "ч": "час", "сут": "сутки",
          "дн": "день", "ден": "день",
          "недел": "неделя", "месяц": "месяц", "мес": "месяц", "квартал": "квартал", "год": "год", "лет": "год",
          "г": "год",
          "десятилет": "десятилетие", "столет": "столетие"}  # fmt: skip


def _count(groups: Groups) -> str | None:
    number = groups.get("num")
    value = compound(groups["word"]) if number is None else None
    return number or (None if value is None else plain(value))


def anniversary(groups: Groups) -> Quantity | None:
    """Read «85-летие», «восьмидесятилетие», «80-я годовщина», «50-летний юбилей»."""
    count = str(ordinal(spaced(groups["ordinal"])) or "") if "ordinal" in groups else _count(groups)
    return Quantity(FigureValue(kind="anniversary", value=count, unit="год")) if count else None


def since(groups: Groups) -> Quantity | None:
    """Read «77 лет со дня установления отношений»."""
    found = figure("anniversary", groups, "год")
    return Quantity(found[0]) if found else None


def age(groups: Groups) -> Quantity | None:
    """Read «41-летний», «семилетняя»."""
    count = _count(groups)
    return Quantity(FigureValue(kind="age", value=count, unit="год")) if count else None


def years_old(groups: Groups) -> Quantity | None:
    """Read «в возрасте от 19 до 54 лет», «моложе 35 лет», «18 лет и старше»."""
    found = figure("age", groups, "год")
    if found is None:
        return None
    before, after = groups.get("before", "").split(), groups.get("after", "").split()
    comparator = found[0].comparator
    if comparator == "eq" and (words := (*before, *after)):
        older = "старше" in words
        comparator = ("le" if older else "ge") if "не" in words else ("gt" if older else "lt")
        comparator = ("ge" if older else "le") if after else comparator
    return Quantity(found[0].model_copy(update={"comparator": comparator}))


def duration(groups: Groups) -> Quantity | None:
    """Read how long something lasts, takes or is valid."""
    stem = next(stem for stem in sorted(_STEMS, key=len, reverse=True) if groups["unit"].startswith(stem))
    found = figure("duration", groups, _STEMS[stem])
    return Quantity(found[0], needs="") if found else None


_ENDING = r"(?:ий|его|ему|им|ем|яя|я|ей|юю|ие|их|ими|ее)"
_UNIT = (
    r"(?P<unit>секунд[ауы]?|минут[ауы]?|мин\.|час(?:|а|ов)|ч\.|сут(?:ки|ок)|день|дня|дней|недел[юиья]|месяц(?:|а"
    r"|ев)|мес\.|квартал(?:|а|ов)|год(?:|а)|лет|десятилети[яей])(?![а-я])"
)
_LASTS = (
    r"(?:дл(?:ил|ит|ят)[а-я]{0,4}|прод(?:ли|олжа)л[а-я]{0,4}|продлится|продолжается|займет|занял[аои]?|занимает|занимают|прослужи[лт][а-я]{0,2}|потребует|"
    r"(?:врем(?:я|ени)\s+в\s+пути|(?:продолжительност|длительност)(?:ь|и|ью)(?:\s+[а-я]+){0,2}|срок(?:\s+[а-я]+){0,2}|гаранти(?:я|и|йный\s+срок)|стаж(?:|а|ем)(?:\s+[а-я]+){0,1}|"
    r"ресурс|срок(?:ом)?\s+службы|срок(?:ом)?\s+окупаемости|окупаемость|опыт(?:\s+работы)?))"
)
_LASTS_OPENING = (
    r"\bдл[ия]|\bпродл|\bпродолж|\bзайм|\bзан[яи]|\bпрослужи|\bпотребует|\bврем|\bсрок|\bгаранти|\bстаж|\bресурс"
    r"|\bокупаемость|\bопыт"
)
_LINK = (
    r"(?:\s+(?:составля(?:ет|ют|л|ла|ло)|составит|составил[аои]?|достига(?:ет|л)|равен|равна"
    r"|[а-я]+ил[аои]?))?(?:\s*[–:-])?"
)
_FAR = (  # «продолжительность жизни выросла и достигла 74 лет»
    r"(?:продолжительност|длительност|срок|стаж)[а-я]{0,3}\s[^.;:\n]{1,80}?(?:составля(?:ет|ют|ла)|составит|составил[аои]?|достиг(?:л[аои]|)|до|равен|равна)"
)
_HEDGE = r"(?:чуть\s+более|чуть\s+менее|более|менее|свыше|около|порядка|примерно|почти|не\s+менее|не\s+более|до|от)\s+"
_THING = (
    r"(?!\s+(?:[а-я]+(?:ый|ий|ого|ой|ая|ую|ое|ые|ых|ым|ому|ом)\s+)?(?:план|срок|период|контракт|программ|сотруднич|опыт|истори|стаж|соглаш|договор|кредит|гаранти|максимум|минимум|"
    r"перерыв|мораторий|цикл|облигаци|традици|работ|деятельн|существован|отношени|дерев|дуб|лип|сосн|саженц|рубеж|горизонт|стратеги|юбиле|путь|пути|история|служб|войн|осад|перспектив|"
    r"лаг|тренд|лицензи|бюджет|прогноз|цикл|обучени|курс|школ|поддержк))"
)

LIFETIMES: tuple[Rule[Quantity], ...] = (
    Rule(
        id="figure.years_since",
        cue=r"со\s+дня|с\s+момента",
        opening=rf"\bисполн|{OPENING}",
        pattern=rf"(?:(?<!\w)исполн(?:илось|яется|ится)\s+)?(?P<span>{AMOUNT}\s+(?:лет|года?))\s+(?:со\s+дня|с\s+момента|с\s+даты)",
        value=since,
        finds=("исполняется [77 лет|anniversary 77 год] со дня установления отношений",),
        skips=("77 лет назад", "через 5 лет"),
    ),
    Rule(
        id="figure.anniversary",
        cue=r"лет|годовщин",
        pattern=(
            rf"(?<![\w-])(?P<span>(?:(?P<num>\d{{1,4}})\s?-?\s?|(?!(?:десяти|сто|тысяче)лети)(?P<word>{COMPOUND}))лети(?:е|я|ю|ем|и)(?![а-я])"
            rf"|(?P<ordinal>{ORDINAL_DIGITS}|{ORDINAL_WORD})\s+годовщин(?:а|ы|е|у|ой)(?![а-я]))"
        ),
        value=anniversary,
        finds=(
            "с празднованием [85-летия|anniversary 85 год] области",
            "к [восьмидесятилетию|anniversary 80 год] завода",
            "в [80-ю годовщину|anniversary 80 год] освобождения",
            "[пятая годовщина|anniversary 5 год] создания",
        ),
        skips=("41-летний", "на протяжении десятилетия", "годовщина события"),
    ),
    Rule(
        id="figure.jubilee",
        cue=r"летн",
        pattern=rf"(?<![\w-])(?P<span>(?:(?P<num>\d{{1,4}})-|(?P<word>{COMPOUND}))летн[а-я]{{2,3}}\s+юбиле(?:й|я|ю|ем|е|и))(?![а-я])",
        value=anniversary,
        finds=("отметил [50-летний юбилей|anniversary 50 год]", "к [столетнему юбилею|anniversary 100 год]"),
        skips=("юбилейный", "50-летний тренер"),
    ),
    Rule(
        id="figure.age",
        cue=r"летн",
        pattern=rf"(?<![\w-])(?P<span>(?:(?P<num>\d{{1,3}})\s?-\s?(?:ти|и|х)?|(?P<word>{COMPOUND}))летн{_ENDING})(?![а-я]){_THING}",
        value=age,
        finds=(
            "[41-летний|age 41 год] вратарь",
            "[семилетняя|age 7 год] участница",
            "экипаж [24-летнего|age 24 год] комбайнёра",
            "[четырехлетняя|age 4 год] Ксюша",
        ),
        skips=(
            "85-летие",
            "10-летний план",
            "пятилетний контракт",
            "20-летний опыт",
            "многолетний труд",
            "летний лагерь",
            "десятилетней истории",
        ),
    ),
    Rule(
        id="figure.years_old",
        cue=r"лет|год",
        opening=r"\bвозраст|\bисполн|\bдостигши|\bдет[еия]",
        pattern=(
            rf"(?<![\w-])(?:возраст(?:е|ом|а|)(?:\s*[–:]\s*|\s+)(?:составляет\s+)?|исполнилось\s+|исполняется\s+|достигши[а-я]+\s+"
            rf"|дет(?:и|ей|ям)\s+(?:в\s+возрасте\s+)?)(?:(?:от|с|до|около|более|свыше|старше|моложе|младше|почти)\s+)?"
            rf"(?P<span>{AMOUNT}\s+(?:лет|года?))(?![а-я])"
        ),
        value=years_old,
        finds=(
            "в возрасте от [19 до 54 лет|age range 19..54 год]",
            "в возрасте [25 лет|age 25 год]",
            "ветерану исполнилось [90 лет|age 90 год]",
            "дети [6–12 лет|age range 6..12 год]",
            "дети [до 14 лет|age le 14 год]",
        ),
        skips=("через 25 лет", "в течение 5 лет", "заводу больше лет"),
    ),
    Rule(
        id="figure.older_than",
        cue=r"старше|младше|моложе",
        opening=r"\bне\b|\bстарше|\bмоложе|\bмладше",
        pattern=rf"(?<![\w-])(?P<span>(?P<before>(?:не\s+)?(?:старше|моложе|младше))\s+(?P<num>{NUMBER})\s+(?:лет|года))(?![а-я])",
        value=years_old,
        finds=(
            "граждане [моложе 35 лет|age lt 35 год]",
            "лица [старше 60 лет|age gt 60 год]",
            "участники [не моложе 18 лет|age ge 18 год]",
        ),
        skips=("старше по званию", "младше на 5 лет"),
    ),
    Rule(
        id="figure.years_and_older",
        opening=OPENING,
        cue=r"старше|младше|моложе",
        pattern=rf"(?P<span>{AMOUNT}\s+(?:лет|года?)(?P<after>\s+и\s+(?:старше|младше|моложе)))(?![а-я])",
        value=years_old,
        finds=("жители [18 лет и старше|age ge 18 год]",),
        skips=("18 лет и более", "5 и старше"),
    ),
    Rule(
        id="figure.duration",
        cue=r"сек|мин|час|ч\.|сут|д[не]|недел|мес|кварт|год|лет",
        opening=_LASTS_OPENING,
        pattern=rf"(?<![\w-])(?:{_LASTS}{_LINK}\s*|{_FAR}\s+)(?:{_HEDGE})?(?P<span>{AMOUNT}\s*{_UNIT})",
        value=duration,
        finds=(
            "Беседа длилась [полтора часа|duration 1.5 час].",
            "гарантия – [24 месяца|duration 24 месяц]",
            "время в пути – [чуть более 20 часов|duration gt 20 час]",
            "отношения длятся [более 15 лет|duration gt 15 год]",
            "срок окупаемости [7 лет|duration 7 год]",
            "стаж работы составляет [30 лет|duration 30 год]",
            "продолжительность жизни выросла и достигла [74,5 года|duration 74.5 год]",
            "продолжительность визита – [три дня|duration 3 день]",
        ),
        skips=("за 9 месяцев", "через 5 лет", "прошло 10 лет", "в течение 3 дней", "час пик"),
    ),
)
