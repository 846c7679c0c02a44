"""Web addresses, e-mail addresses and phone numbers, checked for their shape only."""

import re

from sponsor_app.exchange.tabular.cells import is_nothing, shown
from sponsor_app.exchange.tabular.refusals import Refused

_LABEL = r"[^\W_](?:[\w-]{0,61}[^\W_])?"
_HOST = rf"(?:{_LABEL}\.)+(?:[^\W\d_]{{2,63}}|xn--[a-z0-9-]{{2,59}})"
_WEB = re.compile(
    rf"(?:https?:/{{1,3}}|//)?(?:[^/@\s]{{1,100}}@)?(?:www\d?\.)?({_HOST})\.?(?::\d{{1,5}})?(?:[/?#].*)?",
    re.IGNORECASE,
)
_EMAIL = re.compile(rf"[^\s@\"<>()\[\],;:\\]{{1,64}}@{_HOST}", re.IGNORECASE)
_IN_ANGLES = re.compile(r".*<([^<>]*)>")
_BETWEEN = re.compile(r"\s*(?:[;,|\n]|\s:::\s)\s*")
_BETWEEN_PHONES = re.compile(r"\s*(?:[;|\n]|\s:::\s|,(?=\s*\+))\s*")
_LONGEST_WEB, _LONGEST_EMAIL, _LONGEST_PHONE = 2_000, 254, 60
_FEWEST_DIGITS = 3


def web_domain(text: str) -> str | Refused | None:
    """`acme.example` of `https://www.acme.example/de/`; None when empty."""
    if not text or is_nothing(text):
        return None
    match = _WEB.fullmatch(text) if len(text) <= _LONGEST_WEB else None
    if match is None:
        return Refused(f"“{shown(text)}” is not a web address")
    return match[1].lower()


def emails(text: str) -> tuple[list[str], list[Refused]]:
    """The addresses in a cell, in small letters, and what there is no address."""
    if len(text) > _LONGEST_WEB:
        return [], [Refused(f"“{shown(text)}” is too long for e-mail addresses")]
    good: list[str] = []
    bad: list[Refused] = []
    inside = _IN_ANGLES.fullmatch(text)
    for part in _BETWEEN.split(inside[1] if inside else text):
        several = [word.strip("<>").removeprefix("mailto:").lower() for word in part.split()]
        addresses = [word for word in several if not is_nothing(word)]
        if all(len(one) <= _LONGEST_EMAIL and _EMAIL.fullmatch(one) for one in addresses):
            good += addresses
        else:
            bad.append(Refused(f"“{shown(part)}” is not an e-mail address"))
    return list(dict.fromkeys(good)), bad


def phones(text: str) -> tuple[list[str], list[Refused]]:
    """The numbers in a cell as they are written, and what there is no number."""
    if len(text) > _LONGEST_WEB:
        return [], [Refused(f"“{shown(text)}” is too long for phone numbers")]
    good: list[str] = []
    bad: list[Refused] = []
    for part in _BETWEEN_PHONES.split(text):
        number = part.removeprefix("tel:")
        if not number or is_nothing(number):
            continue
        if len(number) <= _LONGEST_PHONE and sum(c.isdigit() for c in number) >= _FEWEST_DIGITS:
            good.append(number)
        else:
            bad.append(Refused(f"“{shown(part)}” is not a phone number"))
    return list(dict.fromkeys(good)), bad
