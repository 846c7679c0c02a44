"""The fields of an account that a person may fill in, and what each accepts as text."""

from collections.abc import Callable, Mapping
from datetime import date
from enum import StrEnum
from typing import TypeVar

from sponsor_app.domain.account import AccountStatus, Tier
from sponsor_app.domain.errors import InvalidError
from sponsor_app.domain.money import amount, minor_units
from sponsor_app.domain.text import clean_line, clean_note

Value = str | int | date | None
C = TypeVar("C", bound=StrEnum)


def parse_choice(kind: type[C], name: str, text: str) -> C:
    """A choice by its word, case and spaces forgiven; refuses others and lists what is allowed."""
    word = text.strip().casefold().replace(" ", "_").replace("-", "_")
    try:
        return kind(word)
    except ValueError:
        allowed = ", ".join(kind)
        msg = f"“{text}” is no {name}. Nothing was changed."
        raise InvalidError(msg, f"Choose one of: {allowed}.") from None


def parse_day(name: str, text: str) -> date:
    """A day as ISO 8601."""
    try:
        return date.fromisoformat(text.strip())
    except ValueError:
        msg = f"“{text}” is no {name}: a day is written 2026-11-18. Nothing was changed."
        raise InvalidError(msg) from None


def parse_whole(name: str, text: str, *, least: int = 0) -> int:
    """A whole number, thousands marks forgiven."""
    plain = text.strip().replace(",", "").replace("\u202f", "").replace(" ", "").replace("'", "")
    if not plain.isdecimal() or int(plain) < least or len(plain) > MOST_DIGITS:
        msg = f"“{text}” is no {name}: a whole number from {least} is needed. Nothing was changed."
        raise InvalidError(msg)
    return int(plain)


MOST_DIGITS = 15


def _status(name: str, text: str) -> AccountStatus:
    return parse_choice(AccountStatus, name, text)


def _tier(name: str, text: str) -> Tier:
    return parse_choice(Tier, name, text)


def _currency(name: str, text: str) -> str:
    code = text.strip().upper()
    if len(code) != CURRENCY_LETTERS or not code.isascii() or not code.isalpha():
        msg = f"“{text}” is no {name}: three letters are needed, as in EUR. Nothing was changed."
        raise InvalidError(msg)
    return code


CURRENCY_LETTERS = 3
DAYS_NAMES = ("ideal_days", "maximum_days")

PARSERS: Mapping[str, Callable[[str, str], Value]] = {
    "name": clean_line,
    "status": _status,
    "tier": _tier,
    "industry": clean_line,
    "region": clean_line,
    "country": clean_line,
    "city": clean_line,
    "postcode": clean_line,
    "address": clean_line,
    "website": clean_line,
    "email": clean_line,
    "employees": parse_whole,
    "currency": _currency,
    "ideal_days": lambda name, text: parse_whole(name, text, least=1),
    "maximum_days": lambda name, text: parse_whole(name, text, least=1),
    "customer_since": parse_day,
    "story": clean_note,
    "wants": clean_note,
    "issue_channel": clean_line,
    "lost_because": clean_note,
    "external_id": clean_line,
}
"""The plain fields. `annual_revenue`, `phone`, `parent`, `lead` and `alias` need more than their text."""

SPECIAL = ("annual_revenue", "phone", "parent", "lead", "alias")
REQUIRED = frozenset({"name", "status"})


def parse_fields(texts: Mapping[str, str]) -> dict[str, Value]:
    """Column values from `field -> text`; empty text clears a field. Refuses unknown fields and bad values.

    `annual_revenue` (with `currency`) becomes `revenue_minor`; other special fields are left to the caller.
    """
    values: dict[str, Value] = {}
    for name, text in texts.items():
        if name in SPECIAL:
            continue
        if name not in PARSERS:
            known = ", ".join(sorted([*PARSERS, *SPECIAL]))
            msg = f"An account has no field “{name}”. Nothing was changed."
            raise InvalidError(msg, f"The fields are: {known}.")
        empty = not text.strip()
        if empty and name in REQUIRED:
            msg = f"An account needs a {name}. Nothing was changed."
            raise InvalidError(msg)
        values[name] = None if empty else PARSERS[name](name, text)
    if "annual_revenue" in texts:
        values["revenue_minor"] = _revenue(texts["annual_revenue"], values.get("currency"))
    return values


def _revenue(text: str, currency: Value) -> int | None:
    if not text.strip():
        return None
    units = minor_units(text, currency if isinstance(currency, str) else "EUR")
    if units < 0:
        msg = f"“{text}” is no annual revenue: it is less than nothing. Nothing was changed."
        raise InvalidError(msg)
    return units


def field_texts(values: Mapping[str, object]) -> dict[str, str]:
    """The text of every plain field and of `annual_revenue` from column values: what `parse_fields` reads back."""
    texts = {name: _text(values.get(name)) for name in PARSERS}
    minor, currency = values.get("revenue_minor"), values.get("currency")
    known = isinstance(minor, int)
    texts["annual_revenue"] = (
        f"{amount(minor, currency if isinstance(currency, str) else None):f}" if known else ""
    )
    return texts


def _text(value: object) -> str:
    if value is None:
        return ""
    return value.isoformat() if isinstance(value, date) else str(value)
