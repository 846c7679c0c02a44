"""One property: its group, name, parameters and value, as far as a line has them."""

import binascii
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache

from sponsor_app.exchange.properties.letters import Letters
from sponsor_app.exchange.properties.lines import Whole, whole_lines
from sponsor_app.exchange.tabular.cells import clean, clean_notes

_ENCODINGS = frozenset({"QUOTED-PRINTABLE", "BASE64", "B", "8BIT", "7BIT", "Q"})
_BINARY = frozenset({"BASE64", "B"})
_QUOTED = frozenset({"QUOTED-PRINTABLE", "Q"})
_ESCAPED = re.compile(r"\\(.)", re.DOTALL)
_CARET = re.compile(r"\^([n^'])")
_CARETS = {"n": "\n", "^": "^", "'": '"'}
_NAME = re.compile(r"[A-Za-z0-9_./-]{1,100}")
_COMMON = 60
_Head = tuple[str, str, Mapping[str, Sequence[str]]]
_LONGEST = 100_000  # characters of a value: what a note may hold


@dataclass(slots=True)
class Property:
    """`params` by upper-case name; bare ones of vCard 2.1 are types. `value` is as it stands in the file.

    `more` are lines without a name that follow, which some programs leave of a text with line ends.
    """

    name: str
    group: str
    params: Mapping[str, Sequence[str]]
    value: bytes
    line: int
    letters: Letters
    more: list[bytes] = field(default_factory=list[bytes])

    def param(self, name: str) -> str:
        """The first value of a parameter, or nothing."""
        found = self.params.get(name)
        return found[0] if found else ""

    def types(self) -> frozenset[str]:
        """The words that say what kind of address or number it is, in lower case."""
        named = self.params.get("TYPE", ())
        return frozenset(w.strip().lower() for one in named for w in one.split(",") if w.strip())

    @property
    def raw(self) -> str:
        """The value decoded, with its escapes; cut at what a note may hold."""
        content = b"\n".join([self.value, *self.more]) if self.more else self.value
        encoding = self.param("ENCODING").upper()
        if encoding in _QUOTED:
            content = binascii.a2b_qp(content)
        elif encoding in _BINARY:
            content = _unpacked(content)
        return self.letters.text(content, self.param("CHARSET"))[:_LONGEST]

    @property
    def text(self) -> str:
        """The value as one line of text."""
        return clean(unescaped(self.raw), wrapped=False)

    @property
    def notes(self) -> str:
        """The value as text that may have several lines."""
        return clean_notes(unescaped(self.raw), wrapped=False)

    def parts(self, sign: str = ";") -> list[str]:
        """The values between unescaped signs, each one line of text."""
        return [clean(unescaped(part), wrapped=False) for part in split_unescaped(self.raw, sign)]


def properties(content: bytes, letters: Letters) -> Iterator[Property]:
    """Every property of a file; a line that is none belongs to the one before, or is named `""`."""
    for whole in whole_lines(content):
        yield _property(whole, letters)


def unescaped(text: str) -> str:
    r"""Text without its escapes: `\n` is a line end, any other escaped sign stands for itself."""
    if "\\" not in text:
        return text
    return _ESCAPED.sub(lambda m: "\n" if m[1] in "nN" else m[1], text)


def split_unescaped(text: str, sign: str) -> list[str]:
    """`text` cut at each `sign` that no backslash stands before; escapes stay."""
    if "\\" not in text:
        return text.split(sign)
    parts: list[list[str]] = [[]]
    pieces = text.split(sign)
    for piece in pieces:
        parts[-1].append(piece)
        backslashes = len(piece) - len(piece.rstrip("\\"))
        if backslashes % 2 == 0:
            parts.append([])
    return [sign.join(part) for part in parts if part]


def _property(whole: Whole, letters: Letters) -> Property:
    head, value = _halves(whole.content)
    if head is None:
        return Property("", "", {}, whole.content, whole.number, letters)
    common = len(head) <= _COMMON and head.isascii()
    found = _known_head(head) if common else _head(letters.text(head))
    if found is None:
        return Property("", "", {}, whole.content, whole.number, letters)
    name, group, params = found
    return Property(name, group, params, value, whole.number, letters)


@lru_cache(maxsize=4096)
def _known_head(head: bytes) -> _Head | None:
    """Most lines of a file begin alike."""
    return _head(head.decode("ascii"))


def _head(text: str) -> _Head | None:
    """Name, group and parameters; None when the name is none."""
    name, *params = _split_outside_quotes(text, ";")
    group, _, plain = name.strip().rpartition(".")
    if not _NAME.fullmatch(plain.strip()):
        return None
    return plain.strip().upper(), group.lower(), _params(params)


def _halves(content: bytes) -> tuple[bytes | None, bytes]:
    """What stands before and behind the first colon outside quotes."""
    head, colon, value = content.partition(b":")
    if not colon:
        return None, content
    if b'"' not in head:
        return head, value
    at = 0
    quoted = False
    for piece in content.split(b'"'):
        cut = -1 if quoted else piece.find(b":")
        if cut >= 0:
            return content[: at + cut], content[at + cut + 1 :]
        at += len(piece) + 1
        quoted = not quoted
    return head, value


def _params(texts: Sequence[str]) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for text in texts:
        if not text.strip():
            continue
        name, equals, value = text.partition("=")
        key = name.strip().upper()
        if not equals:
            key, value = ("ENCODING" if key in _ENCODINGS else "TYPE"), name
        values = _split_outside_quotes(value, ",") if '"' in value else [value]
        found.setdefault(key, []).extend(_plain(one) for one in values)
    return found


def _plain(value: str) -> str:
    bare = value.strip().strip('"').replace('\\"', '"')
    return _CARET.sub(lambda m: _CARETS[m[1]], bare) if "^" in bare else bare


def _split_outside_quotes(text: str, sign: str) -> list[str]:
    if '"' not in text:
        return text.split(sign)
    parts: list[list[str]] = [[]]
    for number, piece in enumerate(text.split('"')):
        if number % 2:
            parts[-1].append(f'"{piece}"')
            continue
        first, *others = piece.split(sign)
        parts[-1].append(first)
        parts += [[other] for other in others]
    return ["".join(part) for part in parts]


def _unpacked(content: bytes) -> bytes:
    try:
        return binascii.a2b_base64(content)
    except binascii.Error:
        return b""
