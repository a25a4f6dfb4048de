"""Who and where: the closed classes of words by which names are completed, told apart and given their kinds.

Surface rows find what the network's spans lack (legal form + quoted name, authorities named by descriptor + place).
Lists of lemmas say which nouns are posts, heads of bodies, heads of documents. Proper names live in
the model's lexicon.
"""

from __future__ import annotations

from dataclasses import dataclass

from svodka.core.records import EntityKind, EntityLabel
from svodka.rules.numbers import alternation
from svodka.rules.rule import Groups, Rule, words


@dataclass(frozen=True, slots=True)
class Name:
    """What a surface row takes its text for."""

    label: EntityLabel
    kind: EntityKind | None = None

    def shown(self) -> str:
        """Return the short form in which examples name a reading."""
        return f"{self.label} {self.kind}" if self.kind else self.label


OPENING, CLOSING = '«„“"', '»“”"'
QUOTE_PAIRS = {"«": "»", "„": "“", "“": "”", '"': '"'}

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
        "совет курултай посольств комитет парламент федеральн департамент управлени прокуратур мид "
        "мэри собрани палата агентство служба инспекци суд генконсульств консульств совмин сенат "
        "кабинет"
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
        "концерн трест совхоз колхоз торговый~дом магазин нпп одо куп филиал"
    ),
}
ORG_KINDS = {
    kind: tuple(beginning.replace("~", " ") for beginning in beginnings.split())
    for kind, beginnings in _ORG_KIND_WORDS.items()
}

DOC_HEADS: dict[str, EntityKind] = {
    "договор": "treaty", "соглашение": "agreement", "меморандум": "agreement", "протокол": "protocol", "план": "plan",
    "программа": "programme", "контракт": "contract", "закон": "law", "указ": "law", "постановление": "law",
    "декрет": "law", "концепция": "programme", "стратегия": "programme",
}  # fmt: skip
EVT_HEADS: dict[str, EntityKind] = {
    "форум": "forum", "бизнес-форум": "forum", "саммит": "forum", "конгресс": "forum", "конференция": "forum",
    "выставка": "exhibition", "выставка-ярмарка": "exhibition", "ярмарка": "fair", "фестиваль": "festival",
    "конкурс": "competition", "турнир": "competition", "чемпионат": "competition", "спартакиада": "competition",
}  # fmt: skip

# Heads that name an authority together with the place that follows in the genitive.
AUTHORITY_HEADS = (
    "правительство", "администрация", "министерство", "посольство", "парламент", "дума", "совет", "курултай", "мэрия",
    "комитет", "департамент", "управление", "прокуратура", "собрание", "генконсульство", "консульство", "президент",
)  # fmt: skip

POSTS = words(
    "губернатор вице-губернатор министр премьер-министр вице-премьер президент председатель "
    "зампредседатель глава руководитель директор гендиректор заместитель замминистра посол консул мэр "
    "ректор проректор депутат сенатор представитель начальник секретарь управляющий комиссар помощник "
    "советник уполномоченный координатор ведущий атташе прокурор командир капитан генерал полковник майор "
    "лейтенант врио сопредседатель председательствующий спикер вице-спикер декан заведующий редактор "
    "академик профессор коллега спасатель тренер чемпион художник писатель поэт ветеран аким марзпет "
    "хоким башкан господарь канцлер король принц папа патриарх митрополит епископ архиепископ архимандрит "
    "игумен акционер основатель учредитель предприниматель экономист эксперт аналитик политолог лидер"
)
DEPUTIES = frozenset(("заместитель", "помощник", "советник", "врио"))
POST_MODIFIERS = words(
    "первый генеральный исполнительный торговый полномочный чрезвычайный постоянный главный коммерческий "
    "технический финансовый специальный официальный почетный бывший временный государственный федеральный"
)

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


def body(groups: Groups) -> Name:
    """Read a body named by one word with its place in an adjective."""
    return Name("ORG", "authority")


def event_name(groups: Groups) -> Name:
    """Read a forum, exhibition or festival by its head noun and quoted title."""
    head = groups["head"]
    kind = next(
        (kind for stem, kind in EVT_HEADS.items() if head.startswith(stem[:-1] if len(stem) > 5 else stem)),
        None,
    )
    return Name("EVT", kind or "forum")


# A quoted name with at most two nested ones; one mark may close both («БМЗ – холдинг «БМК»).
_INNER = r"(?:«[^«»\n]{1,80}»|„[^“\n]{1,80}“|“[^”\n]{1,80}”)"
_QUOTED = (
    rf"(?:«[^«»\n]{{0,100}}(?:{_INNER}[^«»\n]{{0,60}}){{0,2}}»|«[^«»\n]{{1,80}}«[^«»\n]{{1,60}}»"
    r"|\"[^\"\n]{2,80}\"|“[^”\n]{2,80}”)"
)

NAMES: tuple[Rule[Name], ...] = (
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
        pattern=r"(?<![\w-])(?P<span>[а-я-]+(?:ий|ого|ому|им|ом)\s+(?:обл|гор|рай)исполком(?:|а|у|ом|е))(?![а-я])",
        value=body,
        finds=(
            "между [Могилевским облисполкомом|ORG authority] и",
            "[Минский горисполком|ORG authority] решил",
        ),
        skips=("в облисполкоме обсудили",),
    ),
    Rule(
        id="evt.quoted",
        pattern=(
            r"(?<![\w])(?P<span>(?:(?:международн|региональн|межрегиональн|республиканск|областн|всероссийск|специализированн|"
            r"открыт|молодежн|инвестиционн|экономическ|евразийск)[а-я]+\s+)*"
            r"(?P<head>(?:бизнес-)?форум(?:|а|у|ом|е)|выставк(?:а|и|е|у|ой)(?:-ярмарк(?:а|и|е|у|ой))?|ярмарк(?:а|и|е|у|ой)|"
            rf"фестивал(?:ь|я|ю|ем|е)|конкурс(?:|а|у|ом|е)|турнир(?:|а|у|ом|е)|саммит(?:|а|у|ом|е))\s+{_QUOTED})"
        ),
        value=event_name,
        finds=(
            "[региональный бизнес-форум «Гомель – Брянск»|EVT forum] прошёл",
            "на [выставке «Металл-Экспо – 2022»|EVT exhibition]",
        ),
        skips=("на форуме обсудили «дорожную карту»",),
    ),
)
