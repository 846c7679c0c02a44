"""The words of an HTML message or note and nothing else: nothing is loaded, run or shown as it was meant to look."""

import html

from sponsor_app.exchange.tabular.cells import clean_notes

_LONGEST = 2_000_000
_SILENT = frozenset({"script", "style", "head", "title", "noscript", "template", "svg"})
_LINES = frozenset(
    {
        *("br", "p", "div", "tr", "li", "ul", "ol", "table", "blockquote", "hr", "pre"),
        *("h1", "h2", "h3", "h4", "h5", "h6", "section", "article", "header", "footer"),
    }
)
_CELLS = frozenset({"td", "th"})
_LONGEST_NAME = 30


def text_of_html(markup: str) -> str:
    """Plain text with the line ends that the markup means; reads at most two million characters, once."""
    found = _Reader(markup[:_LONGEST]).pieces()
    lines = "".join(found).split("\n")
    joined = "\n".join(" ".join(line.split()) for line in lines)
    while "\n\n\n" in joined:
        joined = joined.replace("\n\n\n", "\n\n")
    return clean_notes(joined)


class _Reader:
    """Goes through markup from left to right, never back."""

    def __init__(self, markup: str) -> None:
        self._markup = markup
        self._small = markup.lower() if len(markup.lower()) == len(markup) else markup
        self._at = 0

    def pieces(self) -> list[str]:
        """Text and line ends."""
        found: list[str] = []
        while self._at < len(self._markup):
            begin = self._markup.find("<", self._at)
            if begin < 0:
                begin = len(self._markup)
            words = html.unescape(self._markup[self._at : begin])
            found.append(words.replace("\n", " ").replace("\r", " "))
            self._at = begin
            if begin < len(self._markup):
                found.append(self._tag())
        return found

    def _tag(self) -> str:
        start = self._at
        following = self._markup[start + 1 : start + 2]
        if self._markup.startswith("<!--", start):
            self._after("-->", start + 4)
            return ""
        if not (following.isalpha() or following in ("/", "!", "?")) or not following:
            self._at = start + 1
            return "<"
        self._after(">", start)
        name = self._markup[start + 1 : min(self._at, start + _LONGEST_NAME)].lower()
        word = name.lstrip("/").split(">", 1)[0].split("/", 1)[0].split(None, 1)
        plain = word[0] if word else ""
        if plain in _SILENT and not name.startswith("/"):
            self._after(f"</{plain}", self._at)
            self._after(">", self._at)
        return "\n" if plain in _LINES else "\t" if plain in _CELLS else ""

    def _after(self, sign: str, start: int) -> None:
        """Go behind the next `sign`, or to the end when there is none."""
        found = self._small.find(sign, start)
        self._at = len(self._markup) if found < 0 else found + len(sign)
