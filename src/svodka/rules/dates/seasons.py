"""Seasons: of the year, of two years («зимой 2021/2022 годов»), of schools."""

from __future__ import annotations

from svodka.rules.dates.reading import Reading, Shift
from svodka.rules.dates.words import OPENING, RELATIVE, SEASONS, TAIL, B, G, year_of
from svodka.rules.forms import alternation, first_words
from svodka.rules.rule import Groups, Rule


def season(groups: Groups) -> Reading:
    """Read a season of a year."""
    year, shift = (f"19{groups['past']}", None) if "past" in groups else year_of(groups)
    return Reading(f"{year}-{SEASONS[groups['season']]}", "season", shift=shift)


def relative_season(groups: Groups) -> Reading | None:
    """Read «прошлым летом»: the season of the year so many before."""
    if groups["season"] == "летом" and groups["ending"] not in ("ым", "им"):
        return None
    return Reading(
        f"XXXX-{SEASONS[groups['season']]}", "season", shift=Shift("year", max(RELATIVE[groups["relative"]], -2))
    )


def season_of_two_years(groups: Groups) -> Reading | None:
    """Read a winter, or a season of heating, sports or sowing, that begins in one year and ends in the next."""
    first, last = (groups.get(name) or groups[f"{name}b"] for name in ("from", "to"))
    if int(last) % 100 != (int(first) + 1) % 100:
        return None
    winter = "winter" in groups
    return Reading(f"{first}-24", "season") if winter else Reading(f"{first}/{int(first) + 1}", "year")


def school_year(groups: Groups) -> Reading | None:
    """Read a school year: September to August."""
    first, last = int(groups["year"]), int(groups["to"])
    return Reading(f"{first}-09/{first + 1}-08", "month") if last % 100 == (first + 1) % 100 else None


_TWO_YEARS = rf"(?P<from>(?:19|20)\d\d)\s?[/–-]\s?(?P<to>(?:20|19)?\d\d)(?!\d)(?:-?го)?{G}?"
_TWO_YEARS2 = _TWO_YEARS.replace("<from>", "<fromb>").replace("<to>", "<tob>")
_SEASON = rf"(?P<season>{alternation(SEASONS)})(?![а-я])"
# «летом 41-го»: the years of a life, not the number of a congress.
_SHORT_ORDINAL = r"(?P<past>[3-9]\d)-го(?![а-я])(?!\s+[а-я-]+(?:ого|его|ой|ии|ства|ата|ала)(?![а-я]))"

SEASONAL: tuple[Rule[Reading], ...] = (
    Rule(
        id="date.season",
        cue="весн|лет|осен|зим",
        opening=first_words(SEASONS),
        pattern=rf"{B}(?P<span>{_SEASON}(?:{TAIL}|\s+{_SHORT_ORDINAL}))",
        value=season,
        finds=("[весной 2023 года|2023-21]", "к [лету следующего года|XXXX-22]", "[летом 41-го|1941-22]"),
        skips=("осень жизни", "весной 12-го чемпионата", "зимой 2021/2022 годов"),
    ),
    Rule(
        id="date.season_alone",
        cue="весн|лет|осен|зим",
        pattern=(
            rf"{B}(?:(?P<span>(?P<season>весной|летом|осенью|зимой|зимою|весною))(?![а-я-])"
            rf"|(?:на|к|до|с|за|в|начал[аоеу]|середин[аыеу]|кон(?:ец|ца|це|цу))\s+(?P<span2>(?P<season2>весну|весне|весны|лето|лету|лета|лете|осень|осени|зиму|зиме|зимы))(?![а-я-]))"
        ),
        value=lambda groups: season({**groups, "season": groups.get("season") or groups["season2"]}),
        finds=("состоится [осенью|XXXX-23]", "каждый второй – к [лету|XXXX-22]"),
        skips=("весенний сев", "сто лет", "пять лет"),
    ),
    Rule(
        id="date.relative_season",
        cue="весн|лет|осен|зим",
        pattern=rf"{B}(?P<span>(?P<relative>{alternation(RELATIVE)})(?P<ending>ым|ей|ой|им|ого|его|и)\s+{_SEASON})",
        value=relative_season,
        finds=("[прошлым летом|XXXX-22]", "[этой осенью|XXXX-23]"),
        skips=("этим летним днём", "предстоящего летом чемпионата"),
    ),
    Rule(
        id="date.season_of_two_years",
        cue=r"\d{4}\s?[/–-]",
        pattern=(
            rf"{B}(?:(?P<span>(?P<winter>зим(?:а|ы|е|у|ой))\s+{_TWO_YEARS})"
            rf"|(?:сезон|период)(?:|а|у|ом|е|ы|ов|ах)\s+(?P<span2>{_TWO_YEARS2}))(?![\w-]|[./]\d)"
        ),
        value=season_of_two_years,
        finds=(
            "[зимой 2021/2022 годов|2021-24]",
            "в отопительный сезон [2023/2024|2023/2024]",
            "осенне-зимний период [2024/25 гг.|2024/2025]",
        ),
        skips=("зимой 2021/2024 годов", "сезон 2023/24-05"),
    ),
    Rule(
        id="date.school_year",
        cue="учебн",
        pattern=(
            rf"{OPENING}(?P<span>(?P<year>20\d\d|19\d\d)\s?[/–-]\s?(?P<to>(?:20)?\d\d)(?:-?м|-?й)?\s+учебн(?:ый|ого|ому|ым|ом)\s+год(?:ом|а|у|)(?![а-я]))"
        ),
        value=school_year,
        finds=(
            "в [2025/26 учебном году|2025-09/2026-08]",
            "на [2023–2024 учебный год|2023-09/2024-08]",
        ),
        skips=("2023/2025 учебный год",),
    ),
)
