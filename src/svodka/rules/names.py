"""Who and where: the closed classes of words by which names are completed, told apart and given their kinds.

Surface rows find what the network's spans lack (legal form + quoted name, authorities named by descriptor + place).
Lists of lemmas say which nouns are posts, heads of bodies, heads of documents. Proper names live in
the model's lexicon.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from svodka.core.records import EntityKind, EntityLabel
from svodka.rules.forms import alternation
from svodka.rules.rule import REMEMBERED_WORDS, Groups, Rule, fold, words
from svodka.rules.table import Table


@dataclass(frozen=True, slots=True)
class Name:
    """What a surface row takes its text for."""

    label: EntityLabel
    kind: EntityKind | None = None

    def shown(self) -> str:
        """Return the short form in which examples name a reading."""
        return f"{self.label} {self.kind}" if self.kind else self.label


OPENING = '«„“"'

LEGAL_FORMS = (
    "оао", "зао", "ооо", "оо", "пао", "ао", "нао", "руп", "куп", "кжуп", "чуп", "уп", "дуп", "суп", "одо", "чтуп", "ип",
    "фгуп", "муп", "гуп", "фгбу", "фгбоу во", "фгбоу", "фгаоу во", "фгаоу", "мбоу", "моу", "гуо", "гбоу", "гау", "мау",
    "гку", "гу", "уо", "нпп ооо", "нпп", "нпо", "спк", "сзао", "иооо", "сооо", "оао укх", "ооо тд", "тд", "тоо", "ано",
    "ук", "укх", "рнпц", "нии", "кб", "акб",
)  # fmt: skip

# Beginnings of words that decide an organisation's kind; the first row that fits wins. «~» stands for a blank.
_ORG_KIND_WORDS: dict[EntityKind, str] = {
    "zone": ("сэз оэз тосэр свободная~экономическая~зона особая~экономическая~зона индустриальный~парк технопарк"),
    "international": "оон юнеско одкб шос брикс мвф всемирн межпарламентск",
    "association": (
        "торгово-промышленн тпп палата~ремесел ассоциаци профсоюз белхимпрофсоюз союз~ федераци "
        "конфедераци партия движение общество организаци обком"
    ),
    "authority": (
        "министерств правительств администраци исполнительн облисполком горисполком райисполком дума "
        "совет~ совета~ совету~ советом~ совете~ курултай посольств комитет парламент департамент управлени прокуратур "
        "мэри собрани палата агентство служба инспекци суд~ суда~ суду~ судом~ суде~ генконсульств консульств совмин "
        "мид~ мида~ сенат кабинет умвд мвд~ мчс~ уфнс фнс~ минспорт минздрав минсельхоз минэконом минпром минтранс "
        "минфин минстрой минкульт минтруд минюст минобр минэнерго минцифр минсоц росстат белстат роспотребнадзор "
        "росприроднадзор ростехнадзор россельхознадзор росавиац росгвард росреестр генпрокуратур госдум нацбанк"
    ),
    "education": (
        "университет институт академи школ лицей гимнази колледж сш училищ центр~образования мбоу гуо "
        "фгбоу вуз техникум"
    ),
    "health": "больниц поликлиник санатори госпитал клиник медицинск здравниц",
    "culture": "театр музе филармони библиотек ансамбл дворец дом~культуры оркестр галере цирк",
    "research": "научн нии рнпц лаборатори",
    "media": "газет редакци телеканал телерадио риа тасс белта радио журнал",
    "military": "отряд бригад дивизи полк армия гарнизон батальон",
    "company": (
        "оао ооо зао пао ао руп уп фабрик завод комбинат холдинг компани предприяти банк корпораци "
        "концерн трест совхоз колхоз торговый~дом магазин нпп одо куп филиал нпз тэц аэс грэс гэс гок цбк мясокомбинат "
        "птицефабрик лесхоз водоканал электростанци жкх райпо железная~дорога железной~дорог "
        "железную~дорогу верф госкорпорац"
    ),
}
ORG_KINDS = {
    kind: tuple(beginning.replace("~", " ") for beginning in beginnings.split())
    for kind, beginnings in _ORG_KIND_WORDS.items()
}


@lru_cache(REMEMBERED_WORDS)
def organisation_kind(text: str) -> EntityKind | None:
    """Return the kind that the words of an organisation's name decide, ``None`` where they decide nothing.

    Examples:
        >>> organisation_kind("Гомельский химический завод"), organisation_kind("«Спартак»")
        ('company', None)
    """
    folded = " " + fold(text).replace("«", " ").replace("»", " ").replace('"', " ").replace("(", " ") + " "
    for kind, beginnings in ORG_KINDS.items():
        if any(f" {beginning}" in folded for beginning in beginnings):
            return kind
    return None


_INITIALISM = re.compile(r"([А-ЯЁA-Z]{2,})(?:а|у|ом|е)?")


def initialism(word: str) -> str:
    """Return an abbreviation of capitals without its case ending; empty where the word is none.

    Examples:
        >>> initialism("МИДа"), initialism("ГОК"), initialism("Дума")
        ('МИД', 'ГОК', '')
    """
    match = _INITIALISM.fullmatch(word)
    return match[1] if match else ""


POSTS = words(
    "губернатор вице-губернатор министр премьер-министр вице-премьер президент председатель "
    "зампредседатель глава руководитель директор гендиректор заместитель замминистра посол консул мэр "
    "ректор проректор депутат сенатор представитель начальник секретарь управляющий комиссар помощник "
    "советник уполномоченный координатор ведущий атташе прокурор командир капитан генерал полковник майор "
    "лейтенант врио сопредседатель председательствующий спикер вице-спикер декан заведующий редактор "
    "академик профессор спасатель тренер чемпион художник писатель поэт ветеран аким марзпет "
    "замглавы замгубернатора замдиректора зампред зампредсовмина зампредправления главврач худрук вице-президент "
    "премьер госсекретарь генсек омбудсмен пресс-секретарь главком главнокомандующий комендант начштаба "
    "подполковник генерал-майор генерал-лейтенант генерал-полковник адмирал вице-адмирал контр-адмирал маршал "
    "старшина сержант прапорщик ефрейтор рядовой доцент доктор кандидат аспирант магистр хирург врач учитель "
    "режиссер дирижер артист певец певица композитор архитектор инженер агроном механизатор фермер "
    "технолог экономист бухгалтер юрист нотариус судья следователь инспектор ревизор аудитор куратор "
    "член бригадир председательница директриса тренер-преподаватель космонавт летчик рекордсмен олимпиец "
    "призер финалист лауреат "
    "хоким башкан господарь канцлер король принц папа патриарх митрополит епископ архиепископ архимандрит "
    "игумен акционер основатель учредитель предприниматель экономист эксперт аналитик политолог лидер"
)
DEPUTIES = frozenset(("заместитель", "помощник", "советник", "врио"))
# A nameless post of these can point back to its holder.
LEADING_POSTS = words(
    "губернатор глава руководитель председатель министр президент премьер-министр мэр аким марзпет ректор директор "
    "гендиректор посол начальник"
)
HEADS_OF_REGIONS = words("губернатор глава руководитель")
# Words before a nameless post that holds nobody: «должность министра», «поздравление главы».
UNHELD = words("во должность пост должности поста посту постом поздравление поздравления имени быть")
GENERIC_REGIONS = words("регион область край республика район")
POINTING_WORDS = words("этот тот данный")
GENERIC_OWNERS = GENERIC_REGIONS | words(
    "страна государство организация холдинг предприятие компания ведомство палата госкомпания корпорация госкорпорация "
    "концерн фирма завод комбинат фабрика банк агентство учреждение университет институт группа фонд клуб город"
)
POST_MODIFIERS = words(
    "первый генеральный исполнительный торговый полномочный чрезвычайный постоянный главный коммерческий "
    "технический финансовый специальный официальный почетный бывший временный государственный федеральный "
    "старший младший ведущий заслуженный заслужить народный экс действующий областной городской районный верховный"
)

CURRENCIES = words("доллар")
STREETS = words("ул пр пер просп бул пл")
# What follows the name of a school or hospital: its town.
OF_TOWN = re.compile(r"\s+(?:г\.|города)\s*[А-ЯЁ][а-яё]+(?:-[А-ЯЁ][а-яё]+)*")
LOCATIVE_PREPOSITIONS = words("в во из на под до к от с между")
NAMED_AFTER = words("имени им")
# Districts so called are found all over the former Union.
COMMON_DISTRICTS = words(
    "ленинский октябрьский кировский советский первомайский центральный железнодорожный заводской фрунзенский "
    "московский пролетарский партизанский индустриальный калининский куйбышевский свердловский красноармейский "
    "коминтерновский комсомольский красногвардейский приморский северный южный западный восточный "
    "промышленный орджоникидзевский"
)
STATE_WORDS = words("республика республики республике республику республикой")
# Heads of the full name of a country: «Королевство Бахрейн».
STATES = words("республика государство королевство султанат княжество герцогство эмират федерация")
REGION_HEADS: dict[str, EntityKind] = {
    "область": "region", "край": "region", "республика": "region", "округ": "region", "район": "district",
    "губерния": "region",
}  # fmt: skip
PLACE_PREFIXES: dict[str, EntityKind] = {
    "г": "city", "город": "city", "пос": "city", "поселок": "city", "деревня": "city", "село": "city",
    "агрогородок": "city",
    "район": "district", "область": "region", "край": "region", "республика": "region", "море": "other",
    "река": "other",
}  # fmt: skip


def legal_form(groups: Groups) -> Name:
    """Read a legal form with the quoted name that belongs to it."""
    return Name("ORG", "company")


def numbered(groups: Groups) -> Name:
    """Read a school or hospital by its number."""
    return Name("ORG", "education")


def body(groups: Groups) -> Name:
    """Read a body named by one word with its place in an adjective."""
    return Name("ORG", "authority")


def site(groups: Groups) -> Name:
    """Read a news site that is quoted as a source."""
    return Name("ORG", "media")


_FULL_FORM = (
    r"(?:(?:дочерн|унитарн|жилищн|казенн|федеральн|районн|городск|областн|сельскохозяйственн|частн|республиканск|коммунальн|государственн|муниципальн|бюджетн|автономн|закрыт|открыт|"
    r"публичн|производственн|торгов|совместн|акционерн)[а-я]+\s+)+(?:предприяти|учреждени|обществ)[а-я]+|"
    r"торгов(?:ый|ого|ому|ым|ом)\s+дом[а-я]*|обществ[а-я]+\s+с\s+ограниченной\s+ответственностью"
)


# A quoted name with at most two nested ones; one mark may close both («БМЗ – холдинг «БМК»).
_INNER = r"(?:«[^«»\n]{1,80}»|„[^“\n]{1,80}“|“[^”\n]{1,80}”)"
_QUOTED = (
    rf"(?:«[^«»\n]{{0,100}}(?:{_INNER}[^«»\n]{{0,60}}){{0,2}}»|«[^«»\n]{{1,80}}«[^«»\n]{{1,60}}»"
    r"|\"[^\"\n]{2,80}\"|“[^”\n]{2,80}”)"
)

_ROWS: tuple[Rule[Name], ...] = (
    Rule(
        id="org.legal_form",
        pattern=rf"(?<![\w])(?P<span>(?:{alternation(LEGAL_FORMS)})\s+{_QUOTED})",
        value=legal_form,
        finds=(
            "на базе [ООО «Торговый дом БМЗ»|ORG company]",
            "[АО «Агентство „Калуга-Экспорт“»|ORG company] и",
            "[МБОУ «Центр образования “Перспектива”»|ORG company] г. Брянска",
            "между [ОАО «БМЗ – Управляющая компания холдинга «БМК»|ORG company], [ООО «Торговый дом БМЗ»|ORG company]",
        ),
        skips=("акционерное общество без названия", "ООО без кавычек"),
    ),
    Rule(
        id="org.executive_committee",
        cue="исполком",
        pattern=r"(?<![\w-])(?P<span>[а-я-]+(?:ий|ого|ому|им|ом)\s+(?:обл|гор|рай)исполком(?:|а|у|ом|е))(?![а-я])",
        value=body,
        finds=(
            "между [Могилевским облисполкомом|ORG authority] и",
            "[Минский горисполком|ORG authority] решил",
        ),
        skips=("в облисполкоме обсудили",),
    ),
    Rule(
        id="org.full_legal_form",
        pattern=rf"(?<![\w])(?P<span>(?:{_FULL_FORM}|союз(?:|а|у|ом|е))\s+{_QUOTED})",
        value=legal_form,
        finds=(
            "заключён с [дочерним унитарным предприятием «Санаторий “Сосны”»|ORG company]",
            "с [Союзом «Торгово-промышленная палата Тверской области»|ORG company] и",
            "учредитель – [общество с ограниченной ответственностью «Вектор»|ORG company]",
        ),
        skips=("с государственным предприятием области", "творческий союз художников"),
    ),
    Rule(
        id="org.numbered",
        cue="№",
        pattern=rf"(?<![\w])(?P<span>(?:(?:{alternation(LEGAL_FORMS)})\s+)?(?:сш|сош|средн[а-я]+\s+школ[а-я]+|школ[а-я]+|"
        r"гимнази[а-я]+|лице(?:й|я|ю|ем|е)|детск[а-я]+\s+сад[а-я]*|больниц[а-я]+|поликлиник[а-я]+|училищ[а-я]+)\s+№\s*\d+)",
        value=numbered,
        finds=(
            "между школами и [ГУО СШ № 75|ORG education] подписано",
            "в [гимназии № 1|ORG education] прошёл",
            "[больница № 3|ORG education] получила",
        ),
        skips=("школы района", "маршрут № 3"),
    ),
    Rule(
        id="org.site",
        pattern=r"(?:переда[её]т|сообщает|пишет|портал[а-я]*|издани[а-я]+|фото:|источник:|по\s+данным)\s+"
        r"(?P<span>[a-z0-9][a-z0-9-]{1,30}\.(?:ru|by|md|kz|com|org|net|info|news|su|eu))(?![\w/.@-]*[\w/@])",
        value=site,
        finds=("сообщает [onliner.by|ORG media]", "фото: [agro24.ru|ORG media]"),
        skips=("подробнее на сайте region.ru/news", "пишите на mail@region.ru", "передаёт region.by/news/1"),
    ),
)
NAMES = Table(_ROWS)
