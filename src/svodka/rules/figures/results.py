"""Two numbers side by side: scores of games and votes, ratios."""

from __future__ import annotations

from svodka.core.values import FigureValue, plain
from svodka.rules.figures.quantity import Quantity
from svodka.rules.numbers import SMALL, number
from svodka.rules.rule import Groups, Rule


def score(groups: Groups) -> Quantity | None:
    """Read a result of a game; what could be a clock time needs the word for it before."""
    clock = len(groups["high"]) == 2 and int(groups["high"]) < 60
    if clock and "word" not in groups:
        return None
    return Quantity(FigureValue(kind="score", low=groups["low"], high=groups["high"]))


def ratio(groups: Groups) -> Quantity | None:
    """Read «в соотношении 1:3», «один к трём»."""
    low, high = number(groups["low"]), number(groups["high"])
    if low is None or high is None:
        return None
    return Quantity(FigureValue(kind="ratio", low=plain(low), high=plain(high)))


_WORD = (
    r"(?:сч[её]т(?:ом|а|у|)|матч[а-я]*|побед[а-я]+|выигр[а-я]+|проигр[а-я]+|обыгр[а-я]+|ничь[а-я]+|вничью"
    r"|уступ[а-я]+|разгром[а-я]*|финал[а-я]*|полуфинал[а-я]*)"
)

RESULTS: tuple[Rule[Quantity], ...] = (
    Rule(
        id="figure.score",
        cue=r"\d\s?:\s?\d",
        pattern=(
            rf"(?:(?<![а-я])(?P<word>{_WORD})\s[^.!?:\d]{{0,40}}?)?(?<![\w:.,№/-])(?P<span>(?P<low>\d{{1,3}})\s?:\s?(?P<high>\d{{1,3}}))(?![\d:/]|\.\d)"
            r"(?!\s*(?:час|мин|утра|вечера|мск|по\s+москве))"
        ),
        value=score,
        finds=(
            "победил со счётом [4:2|score 4..2]",
            "матч закончился [12 : 10|score 12..10]",
            "в игре за третье место – [3:1|score 3..1]",
        ),
        skips=("в 10:30:15", "начало в 18:30", "в соотношении 1:3", "масштаб 1:50000", "ГОСТ 9001:2015"),
    ),
    Rule(
        id="figure.ratio",
        cue=r"соотношени|пропорци|масштаб",
        pattern=(
            rf"(?<![а-я])(?:соотношени[а-я]{{1,2}}|пропорци[а-я]{{1,2}}|масштаб[а-я]{{0,2}})\s+(?:[а-я]+\s+){{0,3}}?(?:–\s*)?"
            rf"(?P<span>(?P<low>{SMALL})\s*(?:\s?:\s?|\s+к\s+|\s+на\s+)(?P<high>\d{{1,6}}(?!\d)|{SMALL}))"
        ),
        value=ratio,
        finds=(
            "в соотношении [1:3|ratio 1..3]",
            "в пропорции [60 на 40|ratio 60..40]",
            "соотношение сторон – [один к двум|ratio 1..2]",
            "карта масштаба [1:50000|ratio 1..50000]",
        ),
        skips=("со счётом 3:2", "в соотношении с планом"),
    ),
)
