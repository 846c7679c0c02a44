"""A find in the palette: the letters that matched are bold, why it was found stands beside, its key at the right."""

from dataclasses import dataclass
from typing import ClassVar, TypeVar

from sponsor_app.ui.widgets import typography
from sponsor_app.ui.widgets.row_canvas import RowCanvas
from sponsor_app.ui.widgets.row_delegate import RowDelegate
from sponsor_app.ui.widgets.theme import px
from sponsor_app.ui.widgets.tokens import HEIGHT, ICON, TypeRole

R = TypeVar("R")
ICON_ROOM, GAP = 28, 10
Span = tuple[int, int]


@dataclass(frozen=True, slots=True)
class PaletteRow:
    """`matches` are the spans of `title` that were found, start and end, in order."""

    symbol: str
    title: str
    why: str = ""
    shortcut: str = ""
    matches: tuple[Span, ...] = ()

    @property
    def sentence(self) -> str:
        """All of it in words."""
        return ", ".join(part for part in (self.title, self.why, self.shortcut) if part)


def match(title: str, query: str) -> tuple[Span, ...]:
    """The first place where `query` stands in `title`, whatever the case."""
    at = title.lower().find(query.lower()) if query else -1
    return () if at < 0 else ((at, at + len(query)),)


def pieces(title: str, matches: tuple[Span, ...]) -> list[tuple[str, bool]]:
    """`title` in pieces, and whether each was found."""
    cut: list[tuple[str, bool]] = []
    done = 0
    for start, end in matches:
        cut += [(title[done:start], False), (title[start:end], True)]
        done = end
    return [(words, found) for words, found in [*cut, (title[done:], False)] if words]


class PaletteRowDelegate(RowDelegate[R, PaletteRow]):
    """One line."""

    height: ClassVar[int] = HEIGHT.PALETTE_ROW
    inset: ClassVar[int] = 14
    hairline: ClassVar[bool] = False

    def draw(self, canvas: RowCanvas, face: PaletteRow) -> None:
        left, middle = canvas.rect.left(), canvas.middle
        canvas.icon(left, middle, face.symbol, "text2", ICON.ROW)
        left += px(ICON_ROOM)
        key = typography.width(face.shortcut, "key")
        end = canvas.right - (key + px(GAP) if key else 0)
        for words, found in pieces(face.title, face.matches):
            role: TypeRole = "strong" if found else "body"
            left += canvas.text(left, middle, end - left, words, role)
        left += px(GAP)
        canvas.text(left, middle, end - left, face.why, "meta", "text2", by="body")
        quiet = "text2" if canvas.selected else "text3"
        canvas.text(canvas.right - key, middle, key, face.shortcut, "key", quiet, by="body")
