"""Sentences and tokens: razdel's, with a few sentence rules added on top.

razdel never ends a sentence at «г.», because a town may follow, and always ends one at «долл. США». Each
row of ``SENTENCE_RULES`` sets or removes a boundary by what stands to its left and right, and proves itself
by its examples.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import accumulate, pairwise
from typing import Literal

from razdel import sentenize

from svodka.core.spans import Span
from svodka.language.tokens import Chunk, chunks

BLANK_LINE_RULE = "sentence.blank_line"

_WINDOW = 240
_LONGEST_BULLET = 20
_BLANK_LINE = re.compile(r"\n[^\S\n]*\n")
_STOP = re.compile(r"\.(?=\s+[А-ЯЁ])")

_YEAR = r"(?: \b\d{4} | \b[тс]\. ) \s* г\."
_MONTH = r"""(?:
    (?: январ | феврал | март | апрел | июн | июл | август | сентябр | октябр | ноябр | декабр ) [а-яё]*
    | ма[йяе]
)"""
_DATE = rf"""(?:
    (?: \b (?: в | во | с | к | до | за | на ) \s+ )? (?: \d{{1,2}} \s+ )? (?: {_MONTH} \s+ )? {_YEAR}
)"""
_OPENER = r"\b (?: что | как | где | когда | если | чтобы | но | а | и | или | котор[а-яё]+ ) \b"
_PASSIVE = r"\b[а-яё]{2,} (?: (?: ан | ен | ят | ит | ыт )[аоы] | ан | ен | ён ) \b"
_PAST = r"\b[а-яё]+ [аеиоуыяё] (?: л | ла | ло | ли | лся | лась | лось | лись ) \b"
_PRESENT = r"\b[а-яё]+ (?: [аяуе]ет | [аяу]ют | ется | ится | ются | утся | ятся ) \b"
_WORD = r"(?: [^\s,;:!?] | ,(?=\d) )+"
_PREDICATE = rf"(?: {_PASSIVE} | {_PAST} | {_PRESENT} )"
_FUNCTION_WORD = r"""(?:
    В | Во | На | По | С | Со | К | Ко | О | Об | От | До | За | Из | У | При | Для | Под | Над
    | Между | После | Перед | Через | Среди | Кроме | Помимо | Благодаря | Согласно | Вместе | Наряду
    | Около | Более | Свыше | Всего | Вслед | И | А | Но | Однако | Если | Когда | Как | Что | Чтобы
    | Хотя | Также | Так | Таким | Тем | То | Я | Он | Она | Оно | Они | Мы | Вы | Его | Е[её] | Их
    | Эт[аиоу] | Этот | Эт(?:им|ой|ого|их|ому) | Вс[еёя] | Кто | Где | Там | Здесь | Тогда | Затем
    | Потом | Теперь | Сегодня | Сейчас | Ранее | Позже | Накануне | Впервые | Ежегодно | Традиционно
    | Особенно | Уже | Ещ[её] | Не | Ни | Напомним | Отметим | Следует | Важно | Необходимо
    | Планируется | Ожидается | Предполагается | Товарооборот | Экспорт | Импорт | Объ[её]м | Доля
    | Стороны | Участники
)"""


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence and its tokens.

    Attributes:
        span: From the first token to the last.
        chunks: What stands between white spaces, cut into tokens.
        opened_by: Id of the added rule that starts the sentence here; ``None`` where razdel starts it too.
        joined_by: Ids of the added rules that removed a boundary of razdel inside the sentence.
    """

    span: Span
    chunks: Sequence[Chunk]
    opened_by: str | None = None
    joined_by: tuple[str, ...] = ()

    @property
    def tokens(self) -> tuple[Span, ...]:
        """Spans of the tokens; white space belongs to none."""
        edges = (accumulate(map(len, pieces), initial=start) for start, _, pieces in self.chunks)
        return tuple(Span(start, end) for chunk in edges for start, end in pairwise(chunk))


@dataclass(frozen=True)
class SentenceRule:
    """Set (``split``) or remove (``join``) a boundary between two patterns.

    Attributes:
        id: Stable name of the rule.
        effect: What happens to the boundary.
        left: Verbose pattern that ends where the text before the boundary ends.
        right: Verbose pattern that begins where the text after the boundary begins.
        examples: Texts with «|» at every sentence boundary, where the rule acts.
        counter_examples: The same, where the rule must not act.
    """

    id: str
    effect: Literal["split", "join"]
    left: str
    right: str
    examples: tuple[str, ...]
    counter_examples: tuple[str, ...] = ()
    _left: re.Pattern[str] = field(init=False, repr=False, compare=False)
    _right: re.Pattern[str] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "_left", re.compile(rf"(?:{self.left})\Z", re.VERBOSE))
        object.__setattr__(self, "_right", re.compile(self.right, re.VERBOSE))

    def applies(self, left: str, right: str) -> bool:
        """Tell whether the rule acts between the two texts."""
        return bool(self._right.match(right) and self._left.search(left))


SENTENCE_RULES: tuple[SentenceRule, ...] = (
    SentenceRule(
        id="sentence.year_then_function_word",
        effect="split",
        left=r"(?: \d \s* (?: г | ч | т ) | \b[тс]\.\s*г ) \.",
        right=rf"{_FUNCTION_WORD} \b (?![.-])",
        examples=(
            "Договор подписан в 1995 г. | В частности, в нём речь идёт о торговле.",
            "Собрано 15 т. | Это рекорд.",
            "Визит состоялся 18 мая т. г. | По итогам подписан протокол.",
        ),
        counter_examples=(
            "Он живёт в г. Минск.",
            "В 2022 г. В. В. Иванов посетил Гомель.",
            "В 2022 г. И.А. Савчиц посетил Гомель.",
            "В 2023 г. ООО «Торговый дом» подписало договор.",
            "Встреча прошла в г. По во Франции.",
        ),
    ),
    SentenceRule(
        id="sentence.year_ends_clause",
        effect="split",
        left=rf"(?: {_PREDICATE} (?: \s+ (?! {_OPENER} | {_DATE} ) {_WORD} )+? | {_PASSIVE} ) \s+ {_DATE}",
        right=rf"""(?! [А-ЯЁ][а-яё]* (?: [оеё]м | [ыи]м | [оеё]й | [аяы]ми | ими ) \b )
            [А-ЯЁ][а-яё]{{2,}} \b [^.!?;,]*? {_PREDICATE}""",
        examples=(
            "Особенно активно развивалось межрегиональное сотрудничество в 2022 г. | "
            "Республику Беларусь посетили 23 делегации.",
            "Соглашение подписано 15 марта 2022 г. | Иванов отметил важность встречи.",
            "Завод «Спартак» основан в 1924 г. | Предприятие выпускает шоколад.",
            "Экспорт составил 1,5 млн долл. США в 2022 г. | Гомельская область поставляет технику.",
        ),
        counter_examples=(
            "В октябре 2022 г. Республику Башкортостан посетила делегация.",
            "В январе 2023 г. Гомель посетила делегация Башкирии.",
            "Так, в 2022 г. Белорусский металлургический завод подписал контракт.",
            "Экспорт вырос, а в 2023 г. Россия заняла первое место.",
            "Завод построен в 1957 г. Белорусской железной дорогой и работает.",
            "Он сообщил, что в 2022 г. Гомель посетила делегация.",
            "Было принято решение провести в 2023 г. II региональный форум, где обсуждались планы.",
            "Протокол подписан 15 марта 2022 г. Иваном Крупко и определил планы.",
            "Он посетил в 2022 г. Минск и отметил успехи.",
            "Совещание прошло в г. Минск и завершилось вечером.",
            "Гости посетили ряд предприятий г. Гомеля и ознакомились с ними.",
        ),
    ),
    SentenceRule(
        id="sentence.and_so_on",
        effect="split",
        left=r"\b и \s+ пр \.",
        right=rf"{_FUNCTION_WORD} \b (?![.-])",
        examples=("Поставляются техника, картон и пр. | В этом году экспорт вырос.",),
        counter_examples=("Дом стоит на углу ул. Ленина и пр. Победы.",),
    ),
    SentenceRule(
        id="sentence.currency_of_country",
        effect="join",
        left=r"\b (?: руб | долл | дол | р ) \.",
        right=r"(?: США | РФ | РБ | СССР | Росси[ия] | Беларуси | Банка ) \b",
        examples=("Экспорт составил 326 млн долл. США за год.", "Выделено 2 млрд руб. РФ на дороги."),
        counter_examples=("Товар стоит 5 долл. | Сша́ть его нельзя.", "Цена 100 руб. | Россияне довольны."),
    ),
    SentenceRule(
        id="sentence.thousands_of_unit",
        effect="join",
        left=r"\b (?: тыс | млн | млрд | трлн ) \.",
        right=r"(?: Гкал | [кМГТ]Вт | [кМГТ]?Гц | [МГТ]бит | Евро | EUR | USD | BYN | RUB | CNY ) \b",
        examples=("Выработано 12 млн. кВт·ч энергии.", "Сделка на 5 млн. EUR закрыта."),
        counter_examples=("План — 40 млн. | Отдел продаж доволен.",),
    ),
)


def segment(text: str) -> list[Sentence]:
    """Divide a text into sentences and tokens.

    Follows razdel (and so natasha's ``Segmenter``), then ``SENTENCE_RULES``; a blank line always ends a
    sentence, a single line break is white space. Every character that is not white space lies in one token.

    Examples:
        >>> text = "Это г. Минск. Подписано в 2022 г. В нём 3 п."
        >>> [text[slice(*sentence.span)] for sentence in segment(text)]
        ['Это г. Минск.', 'Подписано в 2022 г.', 'В нём 3 п.']
    """
    return [
        Sentence(cut.span, chunks(text, cut.span), cut.opened_by if index else None, cut.joined_by)
        for index, cut in enumerate(_cuts(text))
    ]


@dataclass(frozen=True, slots=True)
class _Cut:
    """A sentence without its tokens."""

    span: Span
    opened_by: str | None = None
    joined_by: tuple[str, ...] = ()


def _cuts(text: str) -> Iterator[_Cut]:
    for paragraph in _paragraphs(text):
        yield from _split(text, _join(text, _razdel(text, paragraph)))


def _paragraphs(text: str) -> Iterator[Span]:
    start = 0
    for match in _BLANK_LINE.finditer(text):
        yield Span(start, match.start())
        start = match.end()
    yield Span(start, len(text))


def _razdel(text: str, paragraph: Span) -> Iterator[_Cut]:
    """Yield razdel's sentences of one paragraph; the first is opened by the blank line before it."""
    opened_by: str | None = BLANK_LINE_RULE
    for start, end in _razdel_ranges(text[slice(*paragraph)]):
        span = _strip(text, Span(paragraph.start + start, paragraph.start + end))
        if span.start < span.end:
            yield _Cut(span, opened_by)
            opened_by = None


def _razdel_ranges(text: str) -> Iterator[Span]:
    """Ask razdel at every delimiter whether the sentence goes on, as its own loop does, but in linear time.

    razdel copies the sentence so far at each delimiter, although it only looks at one of up to 20 characters.
    """
    parts = iter(sentenize.split(text))
    start, end = 0, len(next(parts))
    for delimiter in parts:
        delimiter.buffer = text[start : min(end, start + _LONGEST_BULLET + 1)]
        end += len(delimiter.delimiter)
        if not sentenize.join(delimiter):
            yield Span(start, end)
            start = end
        end += len(next(parts))
    yield Span(start, end)


def _join(text: str, cuts: Iterator[_Cut]) -> Iterator[_Cut]:
    """Merge neighbours between which a ``join`` rule acts."""
    current = next(cuts, None)
    if current is None:
        return
    for following in cuts:
        rule = _rule_at(text, "join", current.span, following.span)
        if rule is None:
            yield current
            current = following
        else:
            span = Span(current.span.start, following.span.end)
            current = _Cut(span, current.opened_by, (*current.joined_by, rule))
    yield current


def _split(text: str, cuts: Iterator[_Cut]) -> Iterator[_Cut]:
    """Divide sentences where a ``split`` rule acts."""
    for cut in cuts:
        start, opened_by = cut.span.start, cut.opened_by
        for stop in _STOP.finditer(text, cut.span.start, cut.span.end):
            end = stop.end()
            rule = _rule_at(text, "split", Span(start, end), Span(end, cut.span.end))
            if rule is not None:
                yield _Cut(Span(start, end), opened_by, cut.joined_by)
                start, opened_by = _strip(text, Span(end, cut.span.end)).start, rule
        yield _Cut(Span(start, cut.span.end), opened_by, cut.joined_by)


def _rule_at(text: str, effect: str, left: Span, right: Span) -> str | None:
    """Return the id of the first rule of this effect that acts between two neighbouring spans."""
    before = text[max(left.start, left.end - _WINDOW) : left.end]
    after = text[right.start : min(right.end, right.start + _WINDOW)].lstrip()
    acting = (rule.id for rule in SENTENCE_RULES if rule.effect == effect and rule.applies(before, after))
    return next(acting, None)


def _strip(text: str, span: Span) -> Span:
    start, end = span
    while start < end and text[start].isspace():
        start += 1
    while start < end and text[end - 1].isspace():
        end -= 1
    return Span(start, end)
