"""Lines that belong to the page and not to the release: sharing, menus, contacts, rights. They tell no events.

Rows match whole lines of folded text, so that a sentence that merely speaks of a subscription or a telephone is safe.
"""

from __future__ import annotations

import re
from typing import Final

from svodka.core.spans import Span
from svodka.rules.patterns import compiled
from svodka.rules.rule import Rule, fold, trap

_LONGEST = 300
_LINE = re.compile(r"[^\n]+")
_PHONE = r"(?: \+? \(? \d [\d\s()–-]{4,20} \d )"
_MAIL = r"(?: [a-z] [\w.+-]* @ [\w.-]* [a-z] )"
_CONTACT = r"""
    контакты (?: \s для \s сми )? | контакт(?:ная \s информация|ное \s лицо|ный \s телефон) | пресс [–-] служба
    | телефоны? (?: \s (?: доверия | горячей \s линии | для \s справок ) )? | тел | факс | e-?mail
    | электронная \s почта | эл\. \s почта | приемная | адрес | горячая \s линия
"""
_END = r"\s* [.:!…»]* \s*"

BOILERPLATE: Final[tuple[Rule[bool], ...]] = (
    Rule(
        id="boilerplate.share",
        pattern=rf"""
            (?: поделиться (?: \s (?: с \s друзьями | в \s .{{1,40}} | ссылкой | новостью | публикацией ) )?
              | отправить \s (?: другу | ссылку ) | (?: с)?копировать \s ссылку | рассказать \s друзьям
              | (?: (?: вконтакте | одноклассники | telegram | телеграм | facebook | twitter | whatsapp | viber
                | youtube | rutube | дзен | max | vk | ok | мой \s мир | instagram ) [\s,|/•·]* )+ ) {_END}
            """,
        value=trap,
        finds=("[Поделиться|True]", "[Поделиться в социальных сетях:|True]", "[ВКонтакте Одноклассники Telegram|True]"),
        skips=(
            "Поделиться опытом приехали главы районов.",
            "Telegram заблокирован в стране",
            "Гости готовы поделиться",
        ),
    ),
    Rule(
        id="boilerplate.service",
        pattern=rf"""
            (?: версия \s для \s (?: печати | слабовидящих ) | (?: рас)?печат(?:ать|ь) (?: \s страницу )? | наверх
              | вверх | назад | вернуться \s (?: назад | к \s списку .* ) | на \s главную | главная (?: \s страница )?
              | карта \s сайта | поиск (?: \s по \s сайту )? | войти | вход | регистрация | личный \s кабинет
              | подписаться (?: \s на \s (?: новости | рассылку | нас | канал | .{{1,30}} \s в \s telegram ) )?
              | подпис(?:ывайтесь|ка) \s на \s .{{1,60}} | читать \s (?: далее | дальше | полностью | также ) .*
              | подробнее | показать \s еще | еще \s новости | все \s новости | следующая | предыдущая
              | (?: предыдущая | следующая ) \s (?: новость | статья ) .* | комментарии (?: \s \(?\d+\)? )?
              | главная (?: \s* [/|»›>→] \s* [^/|»›>→]{{1,60}} ){{1,12}}
              | (?: ru | en | by ) (?: [\s|/] (?: ru | en | by ) )+
              | оставить \s комментарий
              | [\d.:,\s]{{0,30}} просмотров : [\d\s]{{1,12}} (?: распечатать )?
              | теги : .*
              | (?: если \s вы \s )? (?: нашли | заметили | обнаружили ) \s (?: ошибку | опечатку ) .{{0,120}}
              | мы \s используем \s (?: файлы \s )? cookie .*
              | на \s сайте \s используются \s (?: файлы \s )? cookie .* ) {_END}
            """,
        value=trap,
        finds=(
            "[Версия для печати|True]",
            "[Читать далее|True]",
            "[Подписаться на рассылку|True]",
            "[Просмотров: 152|True]",
            "[15.03.2024, 10:45   Просмотров: 1 873   Распечатать|True]",
            "[Главная / Пресс-центр / Новости|True]",
            "[RU EN|True]",
            "[Если вы заметили ошибку, выделите её и нажмите Ctrl+Enter|True]",
        ),
        skips=(
            "Вход в новую школу открыли гости.",
            "Главная задача – развитие торговли.",
            "Поиск пропавших продолжается.",
            "Подробнее о плане рассказал министр.",
            "Все новости региона обсудили на совещании",
        ),
    ),
    Rule(
        id="boilerplate.related",
        pattern=rf"""
            (?: читайте \s (?: также | еще | по \s теме ) .*
              | (?: новости | материалы | статьи ) \s по \s теме .{{0,80}}
              | похожие \s (?: новости | материалы | статьи ) | другие \s (?: новости | материалы )
              | смотрите \s также .*
              | популярн(?:ое|ые) (?: \s (?: новости | материалы ) )? | последние \s новости
              | лента \s новостей ) {_END}
            """,
        value=trap,
        finds=("[Читайте также: Урожай собран|True]", "[Последние новости|True]"),
        skips=("Другие новости обсудили вечером главы районов.",),
    ),
    Rule(
        id="boilerplate.rights",
        pattern=rf"""
            (?: (?: © | \(c\) | \(с\) | copyright ) .*
              | .{{0,120}} все \s права \s (?: защищены | сохранены ) .{{0,160}}
              | при \s (?: использовании | перепечатке | цитировании | копировании ) \s .{{0,80}}
                (?: ссылка | гиперссылка ) .{{0,120}} | .{{0,80}} политика \s конфиденциальности .{{0,40}}
              | пользовательское \s соглашение | (?: 0 | 6 | 12 | 16 | 18 ) \+ ) {_END}
            """,
        value=trap,
        finds=(
            "[© 2024 Правительство области|True]",
            "[При использовании материалов сайта ссылка обязательна|True]",
            "[16+|True]",
        ),
        skips=("Пользовательское соглашение подписали три банка.", "При использовании удобрений урожай вырос."),
    ),
    Rule(
        id="boilerplate.contact",
        pattern=rf"""
            (?: (?: \d{{6}} , [^\n]{{0,120}} )? (?: {_CONTACT} ) [^a-zа-я]*
                (?: (?: тел | факс | доб | e-?mail | {_MAIL} ) [^a-zа-я]* ){{0,4}}
              | (?: (?= [+8(] ) {_PHONE} [\s,;]* ){{1,3}} | {_MAIL} | (?: https?:// | www\. ) \S+ ) {_END}
            """,
        value=trap,
        finds=(
            "[Тел.: +7 (495) 123-45-67, факс 123-45-68|True]",
            "[+375 17 222-33-44|True]",
            "[620013, г. Омск, ул. Мира, 11. Тел./факс: +7 (343) 358-00-11. 16+|True]",
            "[press@region.by|True]",
            "[Контакты для СМИ|True]",
        ),
        skips=(
            "Адрес школы назвал губернатор.",
            "Пресс-служба сообщила о визите 12 мая.",
            "1 200 000 тонн",
            "2023",
        ),
    ),
)
"""Lines of a page, by what they are for."""


def boilerplate(text: str) -> tuple[Span, ...]:
    r"""Return the lines of ``text`` that are boilerplate, in text order.

    Examples:
        >>> boilerplate("Поделиться\n\nГлавы регионов подписали план.\n\nТел.: +7 495 123-45-67")
        (Span(start=0, end=10), Span(start=44, end=66))
    """
    folded = fold(text)
    lines = (Span(*match.span()) for match in _LINE.finditer(folded))
    return tuple(span for span in lines if rule_of(folded[slice(*span)]))


def rule_of(line: str) -> str | None:
    """Return the id of the first row that takes a folded line as a whole."""
    line = line.strip()
    if not line or len(line) > _LONGEST:
        return None
    return next((row.id for row in BOILERPLATE if compiled(row.pattern).fullmatch(line)), None)
