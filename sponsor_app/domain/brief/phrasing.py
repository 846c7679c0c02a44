"""Other people's words made into statements: one capital, one full stop, never too long to take in."""

import unicodedata

from sponsor_app.domain.language import later, number, tr, trn
from sponsor_app.domain.text import KEEP
from sponsor_app.domain.wording import MONTH_DAYS, capital, span

LONGEST = 200
QUOTED = 160
ENDS = (".", "!", "?", "…", "。", "！", "？")  # noqa: RUF001 - full width is meant
TRAILING = " ,;:–—-"
LOOSE_ENDS = tuple(f"{mark}." for mark in TRAILING)
QUOTES = "“”„‟\"'’‘«»‹›"  # noqa: RUF001 - the quotation marks are meant
NUMBERS = later((
    "no", "one", "two", "three", "four", "five", "six",
    "seven", "eight", "nine", "ten", "eleven", "twelve",
))  # fmt: skip
DAYS_IN_DAYS, DAYS_IN_WEEKS, DAYS_IN_MONTHS = 14, 70, 730
YEAR = 365.25
ROUGHLY = 10
"""From how many people on a count is said with “about”."""


def one_line(text: str) -> str:
    """`text` without line ends and control characters."""
    if text.isprintable():
        return " ".join(text.split())
    kept = (c if c in KEEP or not unicodedata.category(c).startswith("C") else " " for c in text)
    return " ".join("".join(kept).split())


def clipped(text: str, most: int = LONGEST) -> str:
    """`text` as one line, cut at a word when it is longer than `most` characters."""
    line = one_line(text)
    if len(line) <= most:
        return line
    return line[:most].rsplit(" ", 1)[0].rstrip(TRAILING) + " …"


def statement(text: str, most: int = LONGEST) -> str:
    """`text` as a sentence of its own: a capital first, exactly one end; empty when there is nothing to say."""
    return started(ended(text, most))


def ended(text: str, most: int = LONGEST) -> str:
    """`text` with exactly one end, as it begins."""
    line = clipped(text, most).rstrip(TRAILING)
    if line.endswith(LOOSE_ENDS):
        return ended(line[:-1], most) or "."
    if not line or line.rstrip(QUOTES).endswith(ENDS):
        return line
    return f"{line}."


def started(text: str) -> str:
    """`text` with a capital first letter, but `iPad` and `eBay` as they are."""
    return text if text[1:2].isupper() else capital(text)


def opening(text: str, most: int = QUOTED) -> str:
    """The first sentence of a note, as a statement."""
    line = one_line(text)
    for at, c in enumerate(line[:most]):
        ends = c in ENDS and (line[at + 1 : at + 2] in ("", " ") or c == "。")
        if ends and not _abbreviates(line[:at]):
            return started(line[: at + 1])
    return statement(line, most)


def quoted(text: str) -> str:
    """Their words in quotation marks; empty when there are none."""
    words = clipped(text.strip().strip(QUOTES), QUOTED)
    return tr("“{words}”").format(words=words) if words else ""


def lapse(days: int) -> str:
    """How long something took: `one day`, `nine days`, `five weeks`, `four months`, `two years`."""
    if days < DAYS_IN_DAYS:
        return _said(trn("{number} day", "{number} days", max(1, days)), max(1, days))
    if days < DAYS_IN_WEEKS:
        weeks = round(days / 7)
        return _said(trn("{number} week", "{number} weeks", weeks), weeks)
    if days < DAYS_IN_MONTHS:
        months = round(days / MONTH_DAYS)
        return _said(trn("{number} month", "{number} months", months), months)
    years = round(days / YEAR)
    return _said(trn("{number} year", "{number} years", years), years)


def late(days: int) -> str:
    """`5 days late`."""
    return tr("{span} late").format(span=span(days))


def people(count: int) -> str:
    """`one person`, `six people`, `about 27 people`: nobody counted them one by one."""
    if count >= ROUGHLY:
        return tr("about {count} people").format(count=number(count))
    return _said(trn("{number} person", "{number} people", count), count)


def first_name(name: str) -> str:
    """`Mia` of `Mia Andersson`."""
    return next(iter(name.split()), name)


def last_name(name: str) -> str:
    """`Andersson` of `Mia Andersson`."""
    return next(iter(reversed(name.split())), name)


def _said(words: str, count: int) -> str:
    return words.format(number=tr(NUMBERS[count]) if count < len(NUMBERS) else number(count))


def _abbreviates(head: str) -> bool:
    """Whether a full stop after `head` belongs to a title, an initial or a number, not to a sentence."""
    word = next(iter(reversed(head.split())), "").casefold().lstrip("(“\"'")
    return (
        len(word) == 1
        or word in ("dr", "mr", "mrs", "ms", "no", "nr", "st", "approx", "ca")
        or (word.isdecimal() and len(word) < len("2026"))
    )
