"""Which characters the bytes of a file stand for."""

import codecs
import io
from collections.abc import Iterator
from dataclasses import dataclass

from sponsor_app.exchange.tabular.alphabets import likeliest_encoding
from sponsor_app.exchange.tabular.problems import UnreadableError
from sponsor_app.exchange.wide import MARKS, unmarked_wide

SAMPLE = 1 << 16
# A valid sequence of two to four bytes must outnumber the wrong ones this many times in damaged UTF-8.
_MOSTLY = 3
_CONTROLS = bytes(code for code in range(0x20) if code not in b"\t\n\r")
_MANY_CONTROLS = 0.2
_MANY = 0.4  # the share of NUL characters that text never has
REPAIR = "sponsor-cp1252"


def _as_western(error: UnicodeError) -> tuple[str, int]:
    """Read one byte that is not UTF-8 as cp1252: files pasted together from two programs are common."""
    if not isinstance(error, UnicodeDecodeError):
        raise error
    byte = error.object[error.start : error.start + 1]
    return byte.decode("cp1252", "replace"), error.start + 1


codecs.register_error(REPAIR, _as_western)


@dataclass(frozen=True, slots=True)
class Encoding:
    """How to decode a file: codec, what to do with wrong bytes, and the bytes of the mark to skip."""

    name: str
    skip: int = 0
    errors: str = "strict"
    notes: tuple[str, ...] = ()


def settle_encoding(content: bytes, wanted: str | None = None) -> Encoding:
    """The encoding of `content`: the one `wanted`, its mark, or what its bytes show.

    Raises `UnreadableError` when `wanted` is no encoding, or not that of the file.
    """
    if wanted:
        return _wanted(content, wanted)
    marked = _by_mark(content)
    if marked is not None:
        return marked
    wide = _wide_without_mark(content)
    if wide is not None:
        return wide
    if _first_wrong(content, "utf-8") is None:
        return Encoding("iso2022_jp" if _is_iso2022(content) else "utf-8")
    return _damaged_utf8(content) or _eight_bit(content)


def decoded_lines(raw: io.BytesIO, encoding: Encoding) -> Iterator[str]:
    """The physical lines of `raw` with their ends, which may be CR, LF or CRLF."""
    raw.seek(encoding.skip)
    return io.TextIOWrapper(raw, encoding=encoding.name, errors=encoding.errors, newline="")


def _wanted(content: bytes, wanted: str) -> Encoding:
    try:
        name = codecs.lookup(wanted.strip()).name
        "a".encode(name)
    except (LookupError, ValueError) as error:
        unknown = UnreadableError(
            f"“{wanted}” is no encoding of text",
            "Name one such as utf-8, cp1252, iso8859-1, utf-16, mac-roman or shift_jis.",
        )
        raise unknown from error
    name, skip = _without_mark(content, name)
    wrong = _first_wrong(content, name, skip)
    if wrong is None:
        return Encoding(name, skip)
    line = content.count(b"\n", 0, wrong) + 1
    other = UnreadableError(
        f"it is not {name}: the bytes on line {line} mean nothing there",
        "Leave the encoding out to have it recognised, or name another one.",
    )
    raise other


def _without_mark(content: bytes, name: str) -> tuple[str, int]:
    """The codec that does not look for a mark, and the length of the mark."""
    if name in ("utf-16", "utf-32"):
        for mark, marked in MARKS:
            if marked.startswith(name) and content.startswith(mark):
                return marked, len(mark)
        return f"{name}-le", 0
    plain = "utf-8" if name == "utf-8-sig" else name
    skip = next(
        (len(mark) for mark, marked in MARKS if marked == plain and content.startswith(mark)), 0
    )
    return plain, skip


def _by_mark(content: bytes) -> Encoding | None:
    for mark, name in MARKS:
        if not content.startswith(mark):
            continue
        skip = len(mark)
        wrong = _first_wrong(content, name, skip)
        if name.startswith("utf-32") and wrong is not None:
            continue  # FF FE 00 00 may also be UTF-16 that begins with NUL
        if name.startswith("utf-16") and _nul_share(content[skip : skip + SAMPLE], name) > _MANY:
            return _mismarked(content, skip) or Encoding(name, skip, "replace")
        if wrong is None:
            return Encoding(name, skip)
        repair = REPAIR if name == "utf-8" else "replace"
        return Encoding(name, skip, repair, (_damage_note(content, name, skip),))
    return None


def _nul_share(sample: bytes, name: str) -> float:
    text = sample.decode(name, "replace")
    return text.count("\0") / max(1, len(text))


def _mismarked(content: bytes, skip: int) -> Encoding | None:
    """UTF-32 behind the mark of UTF-16, as one well-known loader writes it."""
    for name in ("utf-32-be", "utf-32-le"):
        body = content[skip : skip + SAMPLE // 4 * 4]
        if _first_wrong(body[: len(body) // 4 * 4], name) is None:
            note = f"The file is marked as UTF-16 and is {name}; it was read as {name}."
            return Encoding(name, skip, "replace", (note,))
    return None


def _wide_without_mark(content: bytes) -> Encoding | None:
    found = unmarked_wide(content[: SAMPLE // 4 * 4])
    if found is None:
        return None
    name, certain = found
    if (
        not certain
        and _first_wrong(content, "utf-8") is None
        and not _is_controls(content[:SAMPLE])
    ):
        return None
    if _first_wrong(content, name) is None:
        return Encoding(name)
    return Encoding(name, 0, "replace", (_damage_note(content, name, 0),))


def _is_controls(sample: bytes) -> bool:
    """Whether control characters are too common for eight-bit text, as Cyrillic in UTF-16 seems to have them."""
    return len(sample.translate(None, _CONTROLS)) < (1 - _MANY_CONTROLS) * len(sample)


def _first_wrong(content: bytes, name: str, skip: int = 0) -> int | None:
    """Where `content` is not `name`, as an offset; None when all of it is."""
    decode = codecs.getincrementaldecoder(name)("strict").decode
    step = 1 << 20
    for start in range(skip, max(len(content), 1), step):
        try:
            decode(content[start : start + step], start + step >= len(content))
        except UnicodeDecodeError as error:
            return min(start + error.start, len(content) - 1)
        except UnicodeError:
            return start
    return None


def _is_iso2022(content: bytes) -> bool:
    return b"\x1b$" in content[:SAMPLE] and _first_wrong(content, "iso2022_jp") is None


def _damaged_utf8(content: bytes) -> Encoding | None:
    """UTF-8 with a few wrong bytes, rather than another encoding altogether."""
    text = content.decode("utf-8", "replace")
    wrong = text.count("\ufffd")
    right = len(text) - wrong - len(text.encode("ascii", "ignore"))
    if right < _MOSTLY * wrong:
        return None
    return Encoding("utf-8", 0, REPAIR, (_damage_note(content, "utf-8", 0),))


def _damage_note(content: bytes, name: str, skip: int) -> str:
    wrong = _first_wrong(content, name, skip) or 0
    line = content.count(b"\n", 0, wrong) + 1
    return f"Some bytes are not {name}, the first on line {line}; look at those letters."


def _eight_bit(content: bytes) -> Encoding:
    name = likeliest_encoding(content)
    if _first_wrong(content, name) is None:
        return Encoding(name)
    return Encoding(name, 0, "replace", (_damage_note(content, name, 0),))
