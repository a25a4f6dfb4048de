"""Sums of money: currencies of the CIS and the world, in words, signs and codes, with their hundredths."""

from __future__ import annotations

import re
from decimal import Decimal
from functools import lru_cache

from svodka.core.values import FigureValue, plain
from svodka.rules.figures.amounts import AMOUNT, NUMBER, OPENING, B, amount, figure, ranged
from svodka.rules.figures.quantity import Quantity
from svodka.rules.forms import alternation, first_words
from svodka.rules.rule import Groups, Rule, words

_M = "(?:|а|у|ом|е|ы|ов|ам|ами|ах)"
_F = "(?:|а|ы|у|е|ой|ам|ами|ах)"
_SOFT = "(?:ь|я|ю|ем|е|и|ей|ям|ями|ях)"
_ROUBLE = rf"(?:рубл{_SOFT}|руб(?![а-я])\.?|р\.(?!\s?п\.))"

# Which country a bare name means: the first row that fits; ``None`` where the document must say.
CODES = words(
    "rub byn uah kzt uzs kgs tjs tmt azn amd gel mdl usd eur gbp cny jpy chf sek nok dkk czk pln huf ron bgn rsd try "
    "inr krw aed sar qar "
    "kwd egp ils irr pkr vnd thb myr idr sgd hkd twd mnt cad aud nzd brl mxn ars zar lbp"
)
CURRENCIES: dict[str, str | None] = {
    rf"(?:российск[а-я]+|рос\.|росс\.)\s*{_ROUBLE}|₽|{_ROUBLE}\s+(?:рф|россии)": "RUB",
    rf"(?:белорусск[а-я]+|бел\.|белор\.)\s*{_ROUBLE}|{_ROUBLE}\s+(?:рб|беларуси)": "BYN",
    rf"приднестровск[а-я]+\s*{_ROUBLE}": "PRB",
    _ROUBLE: None,
    rf"австралийск[а-я]+\s+доллар{_M}": "AUD",
    rf"канадск[а-я]+\s+доллар{_M}": "CAD",
    rf"гонконгск[а-я]+\s+доллар{_M}|доллар{_M}\s+гонконга": "HKD",
    rf"сингапурск[а-я]+\s+доллар{_M}": "SGD",
    rf"(?:американск[а-я]+\s+)?доллар{_M}(?:\s+(?:сша|us))?|долл\.?(?:\s*сша)?|us\$|\$(?:\s*сша)?": "USD",
    r"евро(?![а-я])|€|euros?(?![a-z])": "EUR",
    rf"(?:китайск[а-я]+\s+)?юан{_SOFT}|юаней\s+кнр": "CNY",
    r"(?:казахстанск[а-я]+\s+)?тенге|₸": "KZT",
    rf"(?:армянск[а-я]+\s+)?драм{_M}": "AMD",
    rf"(?:украинск[а-я]+\s+)?(?:гриве?н{_F}|грн\.?)|₴": "UAH",
    r"(?:грузинск[а-я]+\s+)?лари(?![а-я])": "GEL",
    rf"туркменск[а-я]+\s+манат{_M}": "TMT",
    rf"(?:азербайджанск[а-я]+\s+)?манат{_M}|₼": "AZN",
    r"(?:таджикск[а-я]+\s+)?сомони": "TJS",
    r"(?:узбекск[а-я]+\s+)?сум(?:|ов|ам|ами|ах)(?![а-я])": "UZS",
    r"(?:киргизск|кыргызск)[а-я]+\s+сом(?:|а|у|ов|ам|ами|ах)|сом(?:|ов)(?![а-я])": "KGS",
    r"(?:молдавск[а-я]+\s+)ле(?:й|я|ев|ям|ями|ях)": "MDL",
    r"(?:румынск[а-я]+\s+)ле(?:й|я|ев|ям|ями|ях)": "RON",
    rf"(?:британск[а-я]+\s+)?фунт{_M}(?:\s+стерлингов)?|£": "GBP",
    rf"(?:японск[а-я]+\s+)?иен{_F}": "JPY",
    rf"швейцарск[а-я]+\s+франк{_M}": "CHF",
    rf"шведск[а-я]+\s+крон{_F}": "SEK",
    rf"норвежск[а-я]+\s+крон{_F}": "NOK",
    rf"датск[а-я]+\s+крон{_F}": "DKK",
    rf"чешск[а-я]+\s+крон{_F}": "CZK",
    rf"(?:турецк[а-я]+\s+)?лир{_F}|₺": "TRY",
    r"(?:индийск[а-я]+\s+)?рупи(?:й|я|и|ю|ям|ями|ях)|₹|rs\.?(?![a-z])": "INR",
    r"(?:польск[а-я]+\s+)?злот(?:ый|ого|ых|ые|ым|ыми|ому)": "PLN",
    rf"(?:корейск|южнокорейск)[а-я]+\s+вон{_F}": "KRW",
    rf"дирхам{_M}(?:\s+оаэ)?": "AED",
    rf"бразильск[а-я]+\s+реал{_M}": "BRL",
    rf"вьетнамск[а-я]+\s+донг{_M}": "VND",
    rf"тугрик{_M}": "MNT",
    rf"форинт{_M}": "HUF",
    rf"(?:сербск[а-я]+\s+)динар{_M}": "RSD",
    rf"египетск[а-я]+\s+фунт{_M}": "EGP",
    rf"шекел{_SOFT}": "ILS",
    r"rm(?![a-z])": "MYR",
    rf"у\.\s?е\.|условн[а-я]+\s+единиц{_F}(?=\s*[.,;)]|$)": "XXX",
}  # fmt: skip
_ALL = "|".join(f"(?:{pattern})" for pattern in CURRENCIES) + rf"|(?:{alternation(CODES)})(?![a-z])"
_NAMED = re.compile(
    r"российск|росс?\.|бел|белорусск|приднестр|сша|us\b|рф|рб|россии|казахстан|узбек|киргиз|кыргыз|[а-я]+ск[а-я]+\s|₽"
)
_SHORT_THOUSAND = r"(?P<thousand>\s*т\.\s?(?=р\.|руб|долл|евро))"
_PAREN = r"(?:\s*\([а-я\s-]{3,160}\))"
_MINOR = (
    rf"(?:(?:\s*,|\s+и)?\s+(?P<minor>{NUMBER})\s*(?:коп(?![а-я])\.?|копе(?:йка|йки|ек|йку|йками)|цент{_M}|тийин{_M}|тиын{_M}|тетри"
    rf"|гяпик{_M}|лум[а]?|пенс(?:|ов|а)))"
)
CURRENCY = rf"(?P<currency>{_ALL})(?![а-яa-z])"
_SIGN_OPENING = r"us\$|[$€£₽₴]|\bгрн\b|\brs\b|\brm\b|" + first_words(sorted(CODES))


@lru_cache(1024)
def currency_of(text: str) -> tuple[str | None, bool]:
    """Return the ISO 4217 code of a currency's name, folded, and whether the name tells the country.

    Examples:
        >>> currency_of("российских рублей"), currency_of("руб."), currency_of("долларов")
        (('RUB', True), (None, False), ('USD', False))
    """
    if text in CODES:
        return text.upper(), False
    code = next((code for pattern, code in CURRENCIES.items() if re.fullmatch(pattern, text, re.VERBOSE)), None)
    return code, code is not None and _NAMED.search(text) is not None


def money(groups: Groups) -> Quantity | None:
    """Read a sum of money; a rouble of no named country stays without unit for the document to decide."""
    currency, named = currency_of(groups["currency"])
    found = figure("money", groups, currency)
    if found is None:
        return None
    value, scale = found
    value = _with_minor(_thousands(value, groups), groups.get("minor"))
    basis, issues = ("explicit" if named else None), (() if currency else ("ambiguous_currency",))
    return Quantity(value.model_copy(update={"currency_basis": basis, "issues": issues}), scale=scale)


def _thousands(value: FigureValue, groups: Groups) -> FigureValue:
    """Apply «т. р.», and read «20,000 руб.» as thousands: no currency has three decimals."""
    if "thousand" not in groups and not re.fullmatch(r"\d{1,3},\d{3}", groups["num"]):
        return value
    return value.model_copy(update={
        name: plain(Decimal(text) * 1000) for name in ("value", "low", "high") if (text := getattr(value, name))
    })  # fmt: skip


def _with_minor(value: FigureValue, minor: str | None) -> FigureValue:
    count = amount(minor) if minor else None
    if count is None or value.value is None:
        return value
    whole, step = Decimal(value.value), count[0] / 100
    return value.model_copy(update={"value": plain(whole - step if whole < 0 else whole + step)})


def inverted(groups: Groups) -> Quantity | None:
    """Read «рублей двести»: the name before its number means about so many."""
    found = money(groups)
    return Quantity(found.value.model_copy(update={"comparator": "approx"})) if found else None


def kopecks(groups: Groups) -> Quantity | None:
    """Read a sum in kopecks alone, in roubles."""
    found = figure("money", groups, None)
    if found is None or found[0].value is None:
        return None
    value = found[0].model_copy(
        update={"value": plain(Decimal(found[0].value) / 100), "issues": ("ambiguous_currency",)}
    )
    return Quantity(value)


MONEY: tuple[Rule[Quantity], ...] = (
    Rule(
        id="figure.money",
        opening=OPENING,
        # no cue: a sum in words may be longer than the reach of one
        pattern=rf"(?P<span>{ranged(_ALL)}{_PAREN}?{_SHORT_THOUSAND}?\s*{CURRENCY}{_MINOR}?)",
        value=money,
        finds=(
            "составил [почти 326 млн долларов|money almost 326000000 USD].",
            "достигла [1,1 млрд российских рублей|money 1100000000 RUB]",
            "взнос [3 500 рос. руб.|money 3500 RUB]",
            "взнос [120 бел. руб.|money 120 BYN] с участника",
            "сумма [1,1–1,3 млрд рублей|money range 1100000000..1300000000]",
            "инвестиции от [2 до 2,5 млн долларов|money range 2000000..2500000 USD]",
            "стоимость между [10 и 20 млн евро|money range 10000000..20000000 EUR]",
            "инвестиции от [2 млн долларов до 2,5 млн долларов|money range 2000000..2500000 USD]",
            "товарооборот [превысил 560 тыс. долларов США|money gt 560000 USD]",
            "экспортировано на [почти полтора миллиарда российских рублей|money almost 1500000000 RUB]",
            "снизилась с [2 150 до 1 987,4 рубля|change 2150..1987.4] за тонну",
            "поднялась с [10 млн евро до 15 млн евро|change 10000000..15000000 EUR]",
            "выделено [1 млн 200 тыс. рублей|money 1200000]",
            "стоит [15 рублей 50 копеек|money 15.5]",
            "уплачено [881 913 (Восемьсот восемьдесят одна тысяча девятьсот тринадцать) руб. 98 коп.|money 881913.98]",
            "премия [20 т. р.|money 20000] каждому",
            "премия [20 тыс. р.|money 20000] каждому",
            "задолженность [2,2 млн.руб.|money 2200000]",
            "сбор [20.000 руб.|money 20000]",
            "сбор [20,00 руб.|money 20]",
            "залог [500 у. е.|money 500 XXX]",
            "кредит [25 млрд тенге|money 25000000000 KZT]",
            "поставки на [3 млн юаней|money 3000000 CNY]",
            "ущерб [12 тыс. манатов|money 12000 AZN]",
            "проезд [50 сомов|money 50 KGS]",
            "контракт на [400 тыс. фунтов стерлингов|money 400000 GBP]",
            "[два миллиарда триста пятьдесят миллионов рублей|money 2350000000]",
            "[двести с лишним тысяч рублей|money gt 200000]",
            "[100 тысяч и более рублей|money ge 100000]",
            "[минус 3 млрд рублей|money -3000000000]",
            "выручка [миллиард рублей|money 1000000000]",
            "[более тысячи рублей|money gt 1000] с гектара",
        ),
        skips=(
            "рублевая зона 5",
            "5 рублевых вкладов",
            "дом 5 р. п. Линёво",
            "5 еврооблигаций",
            "5 драматургов",
            "20 сомнений",
        ),
    ),
    Rule(
        id="figure.money_sign",
        cue=r"[$€£₽₴]|[a-z]{2,3}\.?\s?\d|\bгрн\b",
        opening=_SIGN_OPENING,
        pattern=rf"(?P<span>(?<!\w)(?P<currency>us\$|[$€£₽₴]|{alternation(CODES)}|rs\.?|rm|грн\.?)\s*{AMOUNT.removeprefix(B)}){_MINOR}?(?![а-я])",
        value=money,
        finds=(
            "сделка на [$5 млн|money 5000000 USD]",
            "грант [более €1,5 млрд|money gt 1500000000 EUR]",
            "[$100–150|money range 100..150 USD] за тонну",
            "проезд [грн 8.50|money 8.5 UAH]",
            "билет [RM 42|money 42 MYR]",
        ),
        skips=("$ и евро", "usd/eur", "модель RM-42", "ARM 42"),
    ),
    Rule(
        id="figure.money_parted",
        opening=OPENING,
        cue=r"\d,\s\d\d",
        pattern=rf"(?P<span>{B}(?P<num>\d{{1,3}}(?:[ ]\d{{3}})+,[ ]\d\d)\s*{CURRENCY})",
        value=lambda groups: money({**groups, "num": groups["num"].replace(", ", ",")}),
        finds=("смета [1 240 500, 38 евро|money 1240500.38 EUR]",),
        skips=("школы № 1 240, 38 евро", "по 500, 38 евро"),
    ),
    Rule(
        id="figure.money_to",
        opening=OPENING,
        cue=r"\bдо\b",
        pattern=rf"(?P<span>{B}(?P<num>{NUMBER})\s*{CURRENCY}(?P<join>\s+до\s+)(?P<num2>{NUMBER}))(?=\s*[.,;:)]|\s*$|\s+(?:за|в|на|и|с)\s)",
        value=money,
        finds=("билеты от [10 долларов до 20|money range 10..20 USD].",),
        skips=("от 10 долларов до 20 рублей",),
    ),
    Rule(
        id="figure.money_inverted",
        cue=r"рублей|долларов",
        opening=r"\bрублей|\bдолларов",
        pattern=rf"(?<![\w-])(?<!\d[ ])(?<!тыс\.\s)(?<!тысяч\s)(?<!млн\s)(?<!млрд\s)(?P<span>(?P<currency>рублей"
        rf"|долларов)\s+(?P<num>{NUMBER}))(?=\s*(?:[.,;:!?)]|$|(?:и|в|на|от|до|за|с)\s))",
        value=inverted,
        finds=("стоит [рублей двести|money approx 200].", "отдал [долларов 30|money approx 30 USD] за билет"),
        skips=("5 млн рублей 20 предприятий", "выделено рублей больше"),
    ),
    Rule(
        id="figure.kopecks",
        opening=OPENING,
        cue=r"копе|коп\.",
        pattern=rf"(?P<span>{AMOUNT}\s*(?:коп\.|копе(?:йка|йки|ек|йку|йками|йкам)))(?![а-я])",
        value=kopecks,
        finds=("подорожал на [50 копеек|money 0.5]", "прибавил [20 коп.|money 0.2]"),
        skips=("5 копий", "копейка рубль бережёт"),
    ),
)
_ROUBLES = {"RU": "RUB", "BY": "BYN"}


def document_rouble(codes: list[str] | tuple[str, ...]) -> str | None:
    """Return the currency of a document's roubles from the ISO codes of the places that it names.

    Only one of the two countries with roubles may be named, by itself or by a region.

    Examples:
        >>> document_rouble(["RU-LIP", "TR"]), document_rouble(["BY", "RU"]), document_rouble([])
        ('RUB', None, None)
    """
    found = {_ROUBLES[code[:2]] for code in codes if code[:2] in _ROUBLES}
    return found.pop() if len(found) == 1 else None


def settle_rouble(value: FigureValue, rouble: str | None) -> FigureValue:
    """Give a sum in roubles of no named country the document's currency."""
    if rouble is None or "ambiguous_currency" not in value.issues:
        return value
    issues = tuple(issue for issue in value.issues if issue != "ambiguous_currency")
    return value.model_copy(update={"unit": rouble, "currency_basis": "document", "issues": issues})
