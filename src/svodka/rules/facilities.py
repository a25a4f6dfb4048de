"""Roads, stations and other works that bear a name, and things whose names are none of a body.

``components.facilities`` reads these tables over tagged words, surface rows find the numbers of roads.
"""

from __future__ import annotations

from svodka.rules.names import Name
from svodka.rules.rule import Groups, Rule, words
from svodka.rules.table import Table

# The head declines with the adjectives before it and belongs to the name: «Ленинградское шоссе».
ROADS = words(
    "шоссе проспект бульвар тракт автодорога автомагистраль автотрасса магистраль путепровод мост аэропорт вокзал "
    "космодром канал водохранилище кольцо месторождение"
)
# In capitals these are named by what they serve: «Дом правительства», «Дворец спорта».
HOUSES = words("дом дворец")
# «Дом культуры» and «Дворец творчества» are bodies.
SERVED = words("правительство совет союз спорт дружба республика независимость торжество бракосочетание съезд конгресс")
# A quoted name after one of these is a place: «станция „Луговая“».
FACILITIES = words(
    "станция аэропорт аэродром вокзал стадион комплекс мемориал гостиница отель парк технопарк бизнес-центр "
    "месторождение порт космодром полигон микрорайон терминал арена манеж бассейн усадьба агроусадьба рынок набережная "
    "кинотеатр автовокзал пристань причал шахта карьер рудник разрез заповедник заказник"
)
# What these call by a quoted name is no body and no place, whatever a network says.
THINGS = words(
    "шаттл ракета ракета-носитель спутник корабль судно ледокол теплоход паром катер танкер самолет вертолет телескоп "
    "автомобиль модель трактор комбайн автобус электробус троллейбус трамвай поезд электропоезд препарат вакцина фильм "
    "спектакль книга роман песня альбом статья сериал картина опера балет повесть поэма премия орден медаль номинация "
    "рубрика лозунг девиз тема бренд марка сорт операция система приложение знак звание кроссовер внедорожник "
    "беспилотник дрон смартфон"
)


def road(groups: Groups) -> Name | None:
    """Read a road by its number or initials; a machine before the number says that it is a model."""
    return None if "thing" in groups else Name("LOC", "facility")


_QUOTE = r"(?:\s(?:«[^«»\n]{2,60}»|\"[^\"\n]{2,60}\"))?"

_ROWS: tuple[Rule[Name], ...] = (
    Rule(
        id="loc.road_number",
        cue=r"[амре]-\d",
        pattern=r"(?<![\w-])(?:(?P<thing>самолет|лайнер|аэробус|вертолет|трактор|двигател|формат|ракет|автомобил|класс)"
        rf"[а-я]*\s+)?(?P<span>[амре]-\d{{1,3}}{_QUOTE})(?![\w-])",
        value=road,
        finds=(
            "на трассе [М-10|LOC facility] ограничено движение",
            "движение по [А-181 «Скандинавия»|LOC facility] открыто",
            'от [М-4 "Дон"|LOC facility] до Тулы',
        ),
        skips=("самолёт А-320 приземлился", "трактор К-700", "двигатель М-8", "в 2022 году"),
    ),
    Rule(
        id="loc.initials",
        cue=r"\bмкад\b|\bцкад\b|\bкад\b|\bттк\b|\bскад\b|\bмкс\b",
        pattern=r"(?<![\w-])(?P<span>(?:мкад|цкад|кад|ттк|скад|мкс)(?:-\d)?)(?![\w-])",
        value=road,
        finds=("затор на [МКАД|LOC facility]", "участок [ЦКАД-3|LOC facility] сдан", "экипаж [МКС|LOC facility]"),
        skips=("кадастр участка", "каскад ГЭС"),
    ),
)
FACILITY_NAMES = Table(_ROWS)
