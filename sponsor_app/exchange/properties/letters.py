"""Which letters the bytes of one property stand for: programs mix encodings in a file, and name wrong ones."""

import codecs
from dataclasses import dataclass
from functools import cache

from sponsor_app.exchange.tabular.encodings import settle_encoding
from sponsor_app.exchange.wide import UNITS

_SHIFTING = ("iso2022", "iso-2022", "hz", "utf-7")


@dataclass(frozen=True, slots=True)
class Letters:
    """How to decode a file: `name` for what names no encoding and is no UTF-8; `forced` when a person said so."""

    name: str
    forced: bool = False

    def text(self, raw: bytes, charset: str = "") -> str:
        """The text of some bytes, in the `charset` that the property names if it can be believed."""
        named = _codec(charset) if charset else ""
        if raw.isascii() and not named.startswith(_SHIFTING):
            return raw.decode("ascii")
        for name in (self.name if self.forced else "", _shifting(named), "utf-8", named, self.name):
            found = _strictly(raw, name)
            if found is not None:
                return found
        return raw.decode(named or self.name, "replace")


def letters_of(content: bytes, wanted: str | None) -> tuple[bytes, Letters, str, tuple[str, ...]]:
    """The file in bytes that lines can be found in, how to decode them, what to call that, and what was noticed.

    Raises `UnreadableError` when `wanted` is no encoding, or not that of the file.
    """
    encoding = settle_encoding(content, wanted)
    body = content[encoding.skip :]
    if encoding.name in UNITS:
        return (
            body.decode(encoding.name, "replace").encode("utf-8", "replace"),
            Letters("utf-8"),
            encoding.name,
            encoding.notes,
        )
    plain = "cp1252" if encoding.name in ("utf-8", "iso2022_jp") else encoding.name
    return body, Letters(wanted or plain, wanted is not None), encoding.name, ()


def _shifting(name: str) -> str:
    return name if name.startswith(_SHIFTING) else ""


def _strictly(raw: bytes, name: str) -> str | None:
    if not name:
        return None
    try:
        return raw.decode(name)
    except (UnicodeError, LookupError):
        return None


@cache
def _codec(charset: str) -> str:
    """The name of a codec for text, or nothing for a charset nobody knows."""
    try:
        name = codecs.lookup(charset.strip().strip('"')).name
        "a".encode(name)
    except (LookupError, ValueError, UnicodeError):
        return ""
    return name
