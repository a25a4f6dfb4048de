"""Words that place something in the present, the past or the future and name no period."""

from __future__ import annotations

import re

from svodka.rules.dates.reading import Reading, vague
from svodka.rules.forms import alternation
from svodka.rules.rule import Groups, Rule, spaced

_VAGUE = {
    "PRESENT_REF": (
        "сейчас", "теперь", "ныне", "нынче", "настоящее время", "современном этапе", "данный момент",
        "сегодняшний день",
        "настоящий момент", "данном этапе", "нынешнем этапе", "текущий момент", "сегодняшний момент",
    ),
    "PAST_REF": (
        "последние годы", "последние месяцы", "последние дни", "последние десятилетия", "последнее время",
        "последнее десятилетие", "последующие годы", "прошлые годы", "прежние годы", "недавно", "прежде", "раньше",
        "недавнем прошлом", "прошлом", "давно", "в свое время", "до последнего времени", "послевоенные годы",
        "предыдущие годы", "минувшие годы", "былые годы", "последних лет", "давние времена",
    ),
    "FUTURE_REF": (
        "ближайшее время", "ближайшем будущем", "ближайшие годы", "ближайшие месяцы", "ближайшие дни",
        "ближайшей перспективе", "скором времени", "дальнейшем", "будущем", "перспективе", "скоро", "вскоре",
        "обозримом будущем", "ближайшая перспектива", "ближайшую перспективу", "следующие годы", "предстоящие годы",
        "среднесрочной перспективе", "долгосрочной перспективе",
    ),
}  # fmt: skip
_VALUES = {phrase: value for value, phrases in _VAGUE.items() for phrase in phrases}
_ADVERBS = ("сейчас", "теперь", "ныне", "нынче", "недавно", "прежде", "раньше", "скоро", "вскоре", "в свое время",
            "до последнего времени", "последних лет")  # fmt: skip
_CUE = "|".join(sorted({re.split(r"[ь ]", phrase.removeprefix("в ").removeprefix("до "))[0] for phrase in _VALUES}))
_PHRASES = [phrase for phrase in _VALUES if phrase not in _ADVERBS and phrase != "давно"]


def read(groups: Groups) -> Reading:
    """Return the reading of a vague phrase."""
    return vague(_VALUES[spaced(groups.get("adverb") or groups["phrase"])])


VAGUE: tuple[Rule[Reading], ...] = (
    Rule(
        id="date.vague",
        cue=_CUE,
        pattern=(
            rf"(?<![\w-])(?:(?P<span>(?P<adverb>{alternation(_ADVERBS)}))|(?:в|на|за"
            rf"|и\s+в)\s+(?P<span2>(?P<phrase>{alternation(_PHRASES)})))"
            r"(?![\w-])(?!,\s+\d{4})(?!\s+(?:чем|всего|срока|обычного|времени|год[ау]|месяце|веке|квартале|сезоне|[а-я]+ем\s+году"
            r"|(?!также|более|уже|еще|менее)[а-я]{3,}(?:ии|ве|ке|ме|не|те|ре|ье|де|зе|се|ле|ке)(?![а-я])))"
        ),
        value=read,
        finds=(
            "В [последние годы|PAST_REF] связи углубились",
            "[Сейчас|PRESENT_REF] делегация находится",
            "на [современном этапе|PRESENT_REF]",
            "и в [дальнейшем|FUTURE_REF] развивать",
            "В [последующие годы|PAST_REF] сотрудничество углубилось",
            "в [ближайшее время|FUTURE_REF]",
        ),
        skips=(
            "в прошлом, 2023 году",
            "в последний год",
            "прежде всего",
            "раньше срока",
            "прежде чем",
            "в дальнейшем сближении",
        ),
    ),
)
