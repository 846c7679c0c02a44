"""Numbers as people write them: `1.234,56`, `1,234.56`, `$ 1 200`, `1'250.-`, `1.2M`, `3,5 Mrd. EUR`."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal

from sponsor_app.domain.money import decimals
from sponsor_app.exchange.tabular.cells import clean, is_nothing, shown
from sponsor_app.exchange.tabular.refusals import Refused

_LONGEST = 60
_GROUP = 3
_MOST = 2**53
_AMOUNT = re.compile(
    r"(?P<before>[^\d+\-\u2212.,]*)(?P<sign>[+\-\u2212]?)(?P<between>[^\d+\-\u2212.,]*)"
    r"(?P<digits>\d[\d.,'’\s]*|[.,]\d+)(?P<after>[^\d]*)"
)
_CURRENCIES = {
    "€": "EUR", "eur": "EUR", "euro": "EUR", "euros": "EUR", "£": "GBP", "gbp": "GBP", "us$": "USD",
    "usd": "USD", "chf": "CHF", "sfr": "CHF", "$": "", "¥": "", "kr": "", "jpy": "JPY", "cny": "CNY",
    "cad": "CAD", "aud": "AUD", "nzd": "NZD", "sek": "SEK", "nok": "NOK", "dkk": "DKK", "pln": "PLN",
    "zł": "PLN", "czk": "CZK", "huf": "HUF", "inr": "INR", "₹": "INR", "krw": "KRW", "₩": "KRW",
    "brl": "BRL", "r$": "BRL", "zar": "ZAR", "sgd": "SGD", "hkd": "HKD", "ils": "ILS", "₪": "ILS",
    "try": "TRY", "₺": "TRY", "mxn": "MXN", "rub": "RUB", "₽": "RUB", "ron": "RON",
}  # fmt: skip
_TIMES = {
    **dict.fromkeys(("k", "tsd", "thousand", "tausend"), 10**3),
    **dict.fromkeys(("m", "mm", "mn", "mio", "million", "millions", "millionen"), 10**6),
    **dict.fromkeys(("b", "bn", "mrd", "md", "mds", "billion", "billions"), 10**9),
    **dict.fromkeys(("milliarde", "milliarden", "milliard", "milliards"), 10**9),
}
_JOINED = {
    "teur": (10**3, "EUR"),
    "t€": (10**3, "EUR"),
    "keur": (10**3, "EUR"),
    "meur": (10**6, "EUR"),
}
_CODE = re.compile(r"[A-Z]{3}")
_CURRENCY_NAMES = {
    "us dollar": "USD", "u.s. dollar": "USD", "british pound": "GBP", "pound sterling": "GBP",
    "swiss franc": "CHF", "schweizer franken": "CHF", "franc suisse": "CHF",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Amount:
    """A number with the currency written beside it, if that is certain."""

    value: Decimal
    currency: str = ""


def decimal_mark(cells: Iterable[str]) -> str | None:
    """The decimal mark of a column, by the numbers whose form leaves no doubt.

    `.` or `,`; empty when nothing tells, so that `1.234` is a thousand; None when cells contradict each other.
    """
    seen: set[str] = set()
    for cell in cells:
        match = _AMOUNT.fullmatch(clean(cell)) if len(cell) <= _LONGEST else None
        if match:
            seen.add(_own_mark(match["digits"]))
            if seen >= {".", ","}:
                return None
    return next((mark for mark in ".," if mark in seen), "")


def amount(text: str, mark: str | None) -> Amount | Refused | None:
    """A number written with decimal `mark`; None for an empty cell."""
    if not text or is_nothing(text):
        return None
    body = text[1:-1] if text[0] == "(" and text[-1] == ")" else text
    match = _AMOUNT.fullmatch(body) if len(body) <= _LONGEST else None
    meaning = _meaning(f"{match['before']} {match['between']} {match['after']}") if match else None
    if match is None or meaning is None:
        return Refused(f"“{shown(text)}” is not a number")
    digits = _plain_digits(match["digits"], mark)
    if digits is None:
        return Refused(f"“{shown(text)}” could be two numbers, and the column writes both ways")
    times, currency = meaning
    value = Decimal(digits) * times
    negative = body is not text or match["sign"] in ("-", "\u2212")
    if value > _MOST:
        return Refused(f"“{shown(text)}” is too large")
    return Amount(-value if negative else value, currency)


def whole(text: str, mark: str | None) -> int | Refused | None:
    """A whole number that is not below zero."""
    found = amount(text, mark)
    if not isinstance(found, Amount):
        return found
    if found.value < 0 or found.value != int(found.value):
        return Refused(f"“{shown(text)}” is not a whole number from 0 up")
    return int(found.value)


def minor(value: Decimal, currency: str) -> int:
    """Money as the store keeps it: whole minor units, halves rounded up."""
    return int(value.scaleb(decimals(currency)).quantize(Decimal(1), ROUND_HALF_UP))


def currency_in(words: Iterable[str]) -> str:
    """The currency that the words of a heading name: `umsatz eur`; else empty."""
    return next((_CURRENCIES[word] for word in words if _CURRENCIES.get(word)), "")


def currency_code(text: str) -> str | Refused | None:
    """`EUR` of `EUR`, `eur`, `€` or `EUR - Euro`; a sign that several currencies share is refused."""
    if not text or is_nothing(text):
        return None
    first = re.split(r"[\s(-]", text, maxsplit=1)[0]
    known = _CURRENCY_NAMES.get(text.lower()) or _CURRENCIES.get(text.lower())
    if known:
        return known
    if _CODE.fullmatch(first) or _CURRENCIES.get(first.lower()):
        return _CURRENCIES.get(first.lower()) or first
    return Refused(f"“{shown(text)}” does not say which currency", unknown=True)


def _own_mark(digits: str) -> str:
    """The decimal mark that the form of one number proves; else empty."""
    dots, commas = digits.count("."), digits.count(",")
    if dots and commas:
        last = "." if digits.rfind(".") > digits.rfind(",") else ","
        return last if digits.count(last) == 1 else ""
    mark = "." if dots else ","
    if dots + commas != 1:
        return ""
    tail = digits.rpartition(mark)[2].rstrip()
    head = digits.partition(mark)[0]
    return "" if len(tail) == _GROUP and head.strip() not in ("", "0") else mark


def _plain_digits(digits: str, mark: str | None) -> str | None:
    """Digits with a point for `Decimal`; None when a lone separator before three digits stays in doubt."""
    own = _own_mark(digits)
    doubtful = not own and (digits.count(".") + digits.count(",")) == 1
    if doubtful and mark is None:
        return None
    used = own or (mark if doubtful else "")
    kept = "".join(c for c in digits if c.isdigit() or c == used)
    return kept.replace(used, ".").rstrip(".") if used else kept


def _meaning(words: str) -> tuple[int, str] | None:
    """The factor and the currency that the words beside a number name; None when one is unknown."""
    times, currency = 1, ""
    for word in re.findall(r"[^\s.,'’()\-\u2212–+]+", words.lower()):
        for part in (
            (word,)
            if word in _JOINED or word in _CURRENCIES
            else re.findall(r"[^\W\d]+|[^\w]", word)
        ):
            if part in _JOINED:
                times, currency = _JOINED[part]
            elif part in _CURRENCIES:
                currency = _CURRENCIES[part] or currency
            elif part in _TIMES:
                times *= _TIMES[part]
            else:
                return None
    return times, currency
