"""Text in units of two or four bytes, told by its mark or by where its zero bytes stand."""

import codecs

MARKS = (
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
UNITS = {"utf-32-le": 4, "utf-32-be": 4, "utf-16-le": 2, "utf-16-be": 2}
_NEARLY_ALL, _MANY, _HARDLY_ANY, _NONE = 0.95, 0.4, 0.02, 0.002  # shares of zero bytes


def unmarked_wide(sample: bytes) -> tuple[str, bool] | None:
    """The codec that the zero bytes of `sample` fit, and whether that is certain; None when they fit none.

    Certain for Latin letters. Other scripts have zeros only in delimiters, digits and line ends, as a damaged
    file may.
    """
    if b"\0" not in sample:
        return None
    for name, unit in UNITS.items():
        body = sample[: len(sample) // unit * unit]
        certain = _zeros_fit(body, name, unit) if len(body) >= 2 * unit else None
        if certain is not None:
            return name, certain
    return None


def is_wide(sample: bytes) -> bool:
    """Whether the beginning of a file is UTF-16 or UTF-32."""
    marked = any(sample.startswith(mark) for mark, name in MARKS if name in UNITS)
    return marked or unmarked_wide(sample) is not None


def _zeros_fit(body: bytes, name: str, unit: int) -> bool | None:
    """Whether zeros fill the high bytes: nearly all of UTF-32, those of Latin letters in UTF-16."""
    count = len(body) // unit
    zeros = [body[place::unit].count(0) / count for place in range(unit)]
    high, second, *_, low = [*zeros, zeros[-1]] if name.endswith("be") else [*zeros[::-1], zeros[0]]
    if unit == UNITS["utf-32-be"]:
        return True if min(high, second) > _NEARLY_ALL and low < _MANY else None
    if high > _MANY and low < _HARDLY_ANY:
        return True
    return False if high > _HARDLY_ANY and low < _NONE else None
