"""Names of time zones that only people understand: those that Windows shows, old ones, and abbreviations."""

import re
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from functools import cache
from zoneinfo import ZoneInfo, available_timezones

from sponsor_app.exchange.calendars.times import parse_offset

_SHOWN = re.compile(r"\((?:UTC|GMT)?\s?([+-]\d{1,2})?(?:[:.]?(\d\d))?\)\s*(.+)")
_NAMED = re.compile(r"\s+(?:standard |daylight |summer )?time\b.*", re.IGNORECASE)
_SEASONS = tuple(datetime(2026, month, 15, tzinfo=UTC) for month in (1, 7))
_AREAS = ("Etc/", "SystemV/", "US/", "posix/", "right/")
_ALIASES = {
    "cest": "Europe/Berlin", "mez": "Europe/Berlin", "mesz": "Europe/Berlin",
    "pst": "America/Los_Angeles", "pdt": "America/Los_Angeles",
    "cst": "America/Chicago", "cdt": "America/Chicago",
    "mdt": "America/Denver", "edt": "America/New_York",
    "bst": "Europe/London", "eest": "Europe/Athens", "west": "Europe/Lisbon",
    "jst": "Asia/Tokyo", "sgt": "Asia/Singapore", "hkt": "Asia/Hong_Kong", "aest": "Australia/Sydney",
    "japan": "Asia/Tokyo", "greenwich": "Europe/London", "british": "Europe/London",
    "kamchatka": "Asia/Kamchatka", "mid-atlantic": "Atlantic/South_Georgia",
    "mexico": "America/Mexico_City", "mexico 2": "America/Chihuahua",
    "microsoft/utc": "Etc/UTC", "tzone://microsoft/utc": "Etc/UTC",
    "eastern european": "Europe/Athens", "western european": "Europe/Lisbon",
}  # fmt: skip


def candidates(name: str) -> Iterator[str]:
    """Names under which a zone may be known elsewhere, the likeliest first: keys of the world's list, or of Windows.

    `(UTC+01:00) Amsterdam, Berlin` is the zone of the first of these places that is as far from Greenwich as it says;
    `Pacific Daylight Time` and `Eastern` are `Pacific Standard Time` and `Eastern Standard Time`.
    """
    shown = _SHOWN.fullmatch(name.strip()[:200])
    words = shown[3] if shown else name.strip()[:200]
    plain = _NAMED.sub("", words).strip()
    if plain.casefold() in _ALIASES:
        yield _ALIASES[plain.casefold()]
    yield f"{plain} Standard Time"
    if shown:
        yield from _places(words, parse_offset(f"{shown[1] or '+0'}:{shown[2] or '00'}"))


def _places(words: str, away: timedelta | None) -> Iterator[str]:
    for place in re.split(r"[,/;]|\band\b|&", words):
        key = _cities().get(re.sub(r"\W+", "_", place.strip()).casefold())
        if key and away in {moment.astimezone(ZoneInfo(key)).utcoffset() for moment in _SEASONS}:
            yield key


@cache
def _cities() -> dict[str, str]:
    """The zones of the world's list by the city they are named after."""
    keys = (one for one in available_timezones() if "/" in one and not one.startswith(_AREAS))
    return {key.rpartition("/")[2].casefold(): key for key in sorted(keys)}
