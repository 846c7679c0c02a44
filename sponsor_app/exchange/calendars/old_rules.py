"""Rules of vCalendar 1.0 as old organisers and telephones write them, in today's words."""

import re

_BEGINS = re.compile(r"(D|W|MP|MD|YM|YD)(\d{1,4})(?=\s|$)")
_NTH = re.compile(r"(\d)([+-])")
_DAY = re.compile(r"(\d{1,3})([+-]?)")
_WEEKDAYS = frozenset({"MO", "TU", "WE", "TH", "FR", "SA", "SU"})
_FREQUENCIES = {"D": "DAILY", "W": "WEEKLY", "M": "MONTHLY", "Y": "YEARLY"}
_LISTS = {"W": "BYDAY", "MP": "BYDAY", "MD": "BYMONTHDAY", "YM": "BYMONTH", "YD": "BYYEARDAY"}
_UNSAID = "2"
"""How often something happens that does not say how often (vCalendar 1.0, 2.3)."""


def modern(text: str) -> str:
    """`MP1 1+ MO #5` as `FREQ=MONTHLY;INTERVAL=1;BYDAY=1MO;COUNT=5`; any other text as it is."""
    begins = _BEGINS.match(text.strip().upper())
    if begins is None:
        return text
    kind, interval = begins.groups()
    parts = [f"FREQ={_FREQUENCIES[kind[0]]}", f"INTERVAL={interval}"]
    values: list[str] = []
    nths: list[str] = []
    fresh, end = True, f"COUNT={_UNSAID}"
    for word in text.strip().upper()[begins.end() :].split():
        if word.startswith("#"):
            end = f"COUNT={word[1:]}" if word.strip("#0") else ""
        elif "T" in word and word[:8].isdigit():
            end = f"UNTIL={word}"
        elif word in _WEEKDAYS:
            values += [f"{nth}{word}" for nth in nths] or [word]
            fresh = True
        elif kind == "MP" and (match := _NTH.fullmatch(word)):
            nths = ([] if fresh else nths) + [_signed(*match.groups())]
            fresh = False
        else:
            values += _day(kind, word)
    named = [f"{_LISTS[kind]}={','.join(values)}"] if values and kind in _LISTS else []
    return ";".join([*parts, *named, *filter(None, [end])])


def _day(kind: str, word: str) -> list[str]:
    """A day of the month or year, a month; a time of day is left to the event."""
    if kind == "MD" and word == "LD":
        return ["-1"]
    match = _DAY.fullmatch(word)
    return [_signed(match[1], match[2])] if match and kind in ("MD", "YM", "YD") else []


def _signed(number: str, sign: str) -> str:
    return f"-{number}" if sign == "-" else number
