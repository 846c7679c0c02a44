"""Whether the zip archive of a workbook may be unpacked: by what it says of itself, then by what comes out of it.

Sizes in an archive can lie, and parts can be made to grow a thousandfold. `glance` needs a few milliseconds and
is asked before a child is started; `check` unpacks everything that will be read, within the sizes announced.
"""

import struct
import zipfile
import zlib
from collections.abc import Iterator, Sequence
from io import BytesIO
from itertools import pairwise

from sponsor_app.exchange.limits import MEBIBYTE
from sponsor_app.exchange.tabular.problems import UnreadableError
from sponsor_app.exchange.workbooks.limits import (
    GLANCE,
    HARMLESS,
    MAX_DIRECTORY,
    MAX_MEMBERS,
    MAX_SHARE,
    MAX_UNPACKED,
)

_END = b"PK\x05\x06"
_END_SIZE = 22
_LONGEST_COMMENT = 0xFFFF
_LOCAL_SIZE = 30
_LOCAL_NAMES = struct.Struct("<HH")
_END_FIELDS = struct.Struct("<HII")  # parts, bytes of the directory, where it begins
_ENCRYPTED = 0x1
_CHUNK = 1 << 20
_OVERLAP = 16
_SAME_AGAIN = "Export it again from the program it came from, or save it as CSV."
_READ = (".xml", ".rels", ".bin")
_DECLARATIONS = tuple(
    word.encode(codec)
    for word in ("<!DOCTYPE", "<!ENTITY")
    for codec in ("ascii", "utf-16-le", "utf-16-be")
)
_MACRO_FOLDERS = ("xl/macrosheets/", "basic/", "scripts/")


def glance(content: bytes) -> None:
    """Refuse what announces itself as harmful, or is at its very beginning. Raises `UnreadableError`."""
    parts = _parts(content)
    _refuse_sizes(parts)
    _refuse_locked(content, parts)
    for part in parts:
        if _is_read(part):
            _measured(part, _packed(content, part)[:GLANCE], whole=False)


def check(content: bytes) -> list[str]:
    """The names of the parts, once all that will be read was unpacked safely. Raises `UnreadableError`."""
    parts = _parts(content)
    _refuse_sizes(parts)
    _refuse_locked(content, parts)
    for part in parts:
        if _is_read(part):
            _measured(part, _packed(content, part), whole=True)
    return [part.filename for part in parts]


def _parts(content: bytes) -> list[zipfile.ZipInfo]:
    """The directory of the archive, if it is of a size that any workbook has."""
    at = content.rfind(_END, max(0, len(content) - _LONGEST_COMMENT - _END_SIZE))
    if at < 0 or len(content) - at < _END_SIZE:
        raise _damaged()
    count, length, _ = _END_FIELDS.unpack_from(content, at + 10)
    if count > MAX_MEMBERS or length > MAX_DIRECTORY:
        raise _crowded(count)
    try:
        with zipfile.ZipFile(BytesIO(content)) as archive:
            parts = archive.infolist()
    except (zipfile.BadZipFile, ValueError, OSError, EOFError, NotImplementedError) as error:
        raise _damaged() from error
    except (struct.error, UnicodeDecodeError, OverflowError) as error:
        raise _damaged() from error
    if len(parts) > MAX_MEMBERS:
        raise _crowded(len(parts))
    return parts


def _refuse_sizes(parts: Sequence[zipfile.ZipInfo]) -> None:
    """What the archive says of itself: how large it becomes, and whether parts lie over each other."""
    whole = sum(part.file_size for part in parts)
    if whole > MAX_UNPACKED:
        large = f"unpacked it would take {whole // MEBIBYTE:,} MiB"
        raise _harmful(large)
    for part in parts:
        if part.file_size > HARMLESS and part.file_size > MAX_SHARE * part.compress_size:
            raise _grows(part)
    places = sorted((part.header_offset, part.header_offset + part.compress_size) for part in parts)
    if any(one[1] > other[0] for one, other in pairwise(places)):
        overlapping = "its parts lie over each other"
        raise _harmful(overlapping)


def _refuse_locked(content: bytes, parts: Sequence[zipfile.ZipInfo]) -> None:
    """Workbooks with a password, and workbooks with programs in them."""
    if any(part.flag_bits & _ENCRYPTED for part in parts):
        raise encrypted()
    for part in parts:
        name = part.filename.lower()
        if name.endswith("vbaproject.bin") or (
            name.startswith(_MACRO_FOLDERS) and not name.endswith("/")
        ):
            raise with_macros()
        if name == "meta-inf/manifest.xml":
            text = b"".join(_unpacked(part, _packed(content, part)))
            if b"encryption-data" in text:
                raise encrypted()


def _measured(part: zipfile.ZipInfo, packed: bytes, *, whole: bool) -> None:
    """Unpack a part and forget it, looking for what it must not hold."""
    tail = b""
    for piece in _unpacked(part, packed, whole=whole):
        near = tail + piece
        if any(word in near for word in _DECLARATIONS):
            declares = "it declares words of its own (DOCTYPE), as no spreadsheet program does"
            raise _harmful(declares)
        tail = piece[-_OVERLAP * 2 :]


def _unpacked(part: zipfile.ZipInfo, packed: bytes, *, whole: bool = False) -> Iterator[bytes]:
    """The bytes of a part, piece by piece, never more than were announced."""
    if part.compress_type == zipfile.ZIP_STORED:
        if len(packed) > part.file_size:
            raise _lies(part)
        yield packed
        return
    if part.compress_type != zipfile.ZIP_DEFLATED:
        odd = UnreadableError("its parts are packed in a way that is not read", _SAME_AGAIN)
        raise odd
    yield from _inflated(part, packed, whole=whole)


def _inflated(part: zipfile.ZipInfo, packed: bytes, *, whole: bool) -> Iterator[bytes]:
    engine = zlib.decompressobj(-zlib.MAX_WBITS)
    come, rest = 0, packed
    while not engine.eof:
        try:
            piece = engine.decompress(rest, _CHUNK)
        except zlib.error as error:
            raise _damaged() from error
        rest = engine.unconsumed_tail
        come += len(piece)
        _refuse_growth(part, come, len(packed) - len(rest))
        yield piece
        if not piece and not rest:
            break
    if whole and not engine.eof:
        raise _damaged()


def _refuse_growth(part: zipfile.ZipInfo, come: int, out_of: int) -> None:
    if come > part.file_size:
        raise _lies(part)
    if come > HARMLESS and come > MAX_SHARE * max(1, out_of):
        raise _grows(part)


def _packed(content: bytes, part: zipfile.ZipInfo) -> bytes:
    """The packed bytes of a part, behind its own heading."""
    at = part.header_offset
    if at < 0 or at + _LOCAL_SIZE > len(content) or content[at : at + 4] != b"PK\x03\x04":
        raise _damaged()
    name, extra = _LOCAL_NAMES.unpack_from(content, at + 26)
    start = at + _LOCAL_SIZE + name + extra
    return content[start : start + part.compress_size]


def _is_read(part: zipfile.ZipInfo) -> bool:
    return part.filename.lower().endswith(_READ)


def encrypted() -> UnreadableError:
    """The refusal of a workbook with a password."""
    return UnreadableError(
        "it is protected by a password",
        "Open it in the spreadsheet, remove the password, save a copy, and import that.",
    )


def with_macros() -> UnreadableError:
    """The refusal of a workbook that holds programs."""
    return UnreadableError(
        "it contains macros, that is, programs",
        "In the spreadsheet, save it as “Excel workbook (.xlsx)” without macros, and import that.",
    )


def _crowded(parts: int) -> UnreadableError:
    return _harmful(f"it holds {parts:,} parts, which no workbook has")


def _grows(part: zipfile.ZipInfo) -> UnreadableError:
    return _harmful(f"“{_short(part)}” would grow more than {MAX_SHARE} times when unpacked")


def _lies(part: zipfile.ZipInfo) -> UnreadableError:
    return _harmful(f"“{_short(part)}” is larger than the archive says")


def _short(part: zipfile.ZipInfo) -> str:
    return part.filename[-60:].encode("utf-8", "replace").decode()


def _harmful(clause: str) -> UnreadableError:
    return UnreadableError(f"{clause}: it may be made to harm", _SAME_AGAIN)


def _damaged() -> UnreadableError:
    return UnreadableError("the workbook is damaged or incomplete", _SAME_AGAIN)
