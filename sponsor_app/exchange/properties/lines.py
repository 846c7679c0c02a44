"""Physical lines put together to whole ones, however they end and wherever a program broke them."""

import io
from collections.abc import Iterator
from typing import NamedTuple

from sponsor_app.exchange.tabular.limits import MAX_LINES
from sponsor_app.exchange.tabular.problems import UnreadableError

_EDGES = (b"BEGIN:", b"END:")
_SPACE = b" \t"
_HEAD = 400
_BINARY = (b"BASE64", b"ENCODING=B", b";B:")


class Whole(NamedTuple):
    """A line with what was folded into it, and the number of its first physical line."""

    number: int
    content: bytes


def whole_lines(content: bytes) -> Iterator[Whole]:
    """Unfold `content`; blank lines vanish. Raises `UnreadableError` beyond the limit of lines.

    Lines may end with CR, LF, CRLF or CRCRLF. A line goes on in the next when that begins with a space, when it
    ends with the soft break of quoted-printable, or when it is binary and the next is no property.
    """
    ends = content.replace(b"\r\r\n", b"\n").replace(b"\r\n", b"\n").replace(b"\r", b"\n")
    line: _Line | None = None
    for number, physical in enumerate(io.BytesIO(ends), 1):
        if number > MAX_LINES:
            many = UnreadableError(f"it has more than {MAX_LINES:,} lines", "Split the file.")
            raise many
        part = physical.removesuffix(b"\n")
        if not part or part.isspace() or (line is not None and line.goes_on(part)):
            continue
        if line is not None:
            yield line.whole
        line = _Line(number, part)
    if line is not None:
        yield line.whole


class _Line:
    """A line that may go on."""

    def __init__(self, number: int, part: bytes) -> None:
        self._number, self._parts = number, [part]
        self._binary = self._soft = False
        head = part[:_HEAD].partition(b":")[0]
        if b";" in head:
            head = head.upper() + b":"
            self._binary = any(mark in head for mark in _BINARY)
            self._soft = b"QUOTED-PRINTABLE" in head and _is_soft(part)

    @property
    def whole(self) -> Whole:
        """The line with all that was added."""
        return Whole(self._number, b"".join(self._parts))

    def goes_on(self, part: bytes) -> bool:
        """Add `part` if it belongs to this line."""
        indented = part[:1] in _SPACE
        if not (indented or self._soft or self._binary):
            return False
        if part[:_HEAD].lstrip().upper().startswith(_EDGES):
            return False
        if self._soft:
            self._parts[-1] = self._parts[-1].rstrip()[:-1]
            self._parts.append(part)
            self._soft = _is_soft(part)
        elif indented:
            self._parts.append(part[1:])
        elif self._binary and b":" not in part:
            self._parts.append(part.strip())
        else:
            return False
        return True


def _is_soft(part: bytes) -> bool:
    return part.rstrip().endswith(b"=")
