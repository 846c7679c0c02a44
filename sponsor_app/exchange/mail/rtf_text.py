"""The words of a formatted text (RTF) and nothing else: nothing is loaded, and no picture is unpacked."""

import re
from dataclasses import dataclass, replace

from sponsor_app.exchange.tabular.cells import clean_notes

_TOKEN = re.compile(
    rb"\\'([0-9a-fA-F]{2})|\\([a-zA-Z]{1,32})(-?\d{1,10})? ?|\\(.)|([{}])|([^\\{}]+)", re.DOTALL
)
_SILENT = frozenset(
    {
        *("colortbl", "stylesheet", "info", "pict", "object", "header", "footer", "filetbl"),
        *("listtable", "listoverridetable", "rsidtbl", "generator", "themedata", "fldinst", "xe"),
    }
)
_WORDS = {
    "par": "\n", "line": "\n", "page": "\n", "row": "\n", "sect": "\n", "cell": "\t", "tab": "\t",
    "emdash": "—", "endash": "–", "lquote": "‘", "rquote": "’", "ldblquote": "“",
    "rdblquote": "”", "bullet": "•",
}  # fmt: skip
_SIGNS = {"~": "\u00a0", "_": "-", "\\": "\\", "{": "{", "}": "}", "\n": "\n", "\r": "\n"}
_CODE_PAGES = {
    128: 932, 129: 949, 134: 936, 136: 950, 161: 1253, 162: 1254, 163: 1258, 177: 1255, 178: 1256,
    186: 1257, 204: 1251, 222: 874, 238: 1250,
}  # fmt: skip
"""By the number that RTF gives the letters of a font."""
_DEEPEST, _LONGEST = 1_000, 200_000


@dataclass(frozen=True, slots=True)
class _State:
    """What holds inside a pair of braces."""

    silent: bool = False
    fonts: bool = False
    font: int = -1
    unread: int = 1


def text_of_rtf(content: bytes) -> str:
    """Plain text with the line ends that the formatting means; reads each byte once."""
    reader = _Reader()
    for match in _TOKEN.finditer(content):
        reader.take(match)
        if reader.length > _LONGEST:
            break
    return clean_notes(reader.text)


class _Reader:
    """Goes through the tokens from left to right."""

    def __init__(self) -> None:
        self.length = 0
        self._pieces: list[str] = []
        self._raw = bytearray()
        self._state = _State()
        self._outer: list[_State] = []
        self._page = "cp1252"
        self._pages: dict[int, str] = {}
        self._skip = 0

    @property
    def text(self) -> str:
        """Everything so far."""
        self._flush()
        return "".join(self._pieces)

    def take(self, match: "re.Match[bytes]") -> None:
        """Take one token: a letter by its number, a word, a sign, a brace, or text."""
        number, word, value, sign, brace, text = match.groups()
        if number:
            self._letters(bytes([int(number, 16)]))
        elif word:
            self._word(word.decode("ascii"), int(value) if value else None)
        elif sign is not None:
            self._sign(sign.decode("latin-1"))
        elif brace:
            self._brace(brace == b"{")
        else:
            self._letters(text.replace(b"\r", b"").replace(b"\n", b""))

    def _brace(self, opens: bool) -> None:
        self._flush()
        self._skip = 0
        if opens:
            self._outer.append(self._state)
            if len(self._outer) > _DEEPEST:
                self._state = replace(self._state, silent=True)
        elif self._outer:
            self._state = self._outer.pop()

    def _sign(self, sign: str) -> None:
        if sign == "*":
            self._state = replace(self._state, silent=True)
        else:
            self._say(_SIGNS.get(sign, ""))

    def _word(self, word: str, value: int | None) -> None:
        if word in _SILENT:
            self._state = replace(self._state, silent=True)
        elif word == "fonttbl":
            self._state = replace(self._state, silent=True, fonts=True)
        elif word == "u" and value is not None:
            self._say(chr(value % 0x10000))
            self._skip = self._state.unread
        elif word in ("f", "fcharset", "uc", "ansicpg") and value is not None:
            self._set(word, value)
        else:
            self._say(_WORDS.get(word, ""))

    def _set(self, word: str, value: int) -> None:
        self._flush()
        if word == "f":
            self._state = replace(self._state, font=value)
        elif word == "uc":
            self._state = replace(self._state, unread=min(max(value, 0), 8))
        elif word == "ansicpg":
            self._page = f"cp{value}"
        elif self._state.fonts and value in _CODE_PAGES:
            self._pages[self._state.font] = f"cp{_CODE_PAGES[value]}"

    def _letters(self, raw: bytes) -> None:
        """Letters of the font's code page, but for those that only repeat one in Unicode for older programs."""
        skipped = min(self._skip, len(raw))
        self._skip -= skipped
        if not self._state.silent:
            self._raw += raw[skipped:]
            self.length += len(raw)

    def _say(self, text: str) -> None:
        if text and not self._state.silent:
            self._flush()
            self._pieces.append(text)
            self.length += len(text)

    def _flush(self) -> None:
        if self._raw:
            page = self._pages.get(self._state.font, self._page)
            try:
                self._pieces.append(self._raw.decode(page, "replace"))
            except LookupError:
                self._pieces.append(self._raw.decode("cp1252", "replace"))
            self._raw.clear()
