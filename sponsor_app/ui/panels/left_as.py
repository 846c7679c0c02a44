"""How somebody left a screen, on this laptop: a few words under a key, asked for once and kept when they change."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QObject

from sponsor_app.services import preferences
from sponsor_app.ui.desk import Desk


class LeftAs(QObject):
    """Hangs on a screen. `ask` comes before the screen asks for its rows, so that they come as they were left."""

    def __init__(
        self, desk: Desk, screen: QObject, key: str, take: Callable[[Sequence[str]], None]
    ) -> None:
        super().__init__(screen)
        self._desk, self._key, self._take = desk, key, take
        self._words: Sequence[str] | None = None

    def ask(self) -> None:
        """Take what was kept, the first time."""
        if self._words is None:
            self._words = ()
            self._desk.operations.query(
                self, lambda app: preferences.get(app, self._key), self._taken
            )

    def keep(self, *words: str) -> None:
        """Keep these words, none of which has a space in it; before `ask` nobody has left anything."""
        if self._words is not None and words != self._words:
            self._words, text = words, " ".join(words)
            self._desk.operations.query(
                self, lambda app: preferences.put(app, self._key, text), lambda _kept: None
            )

    def _taken(self, text: str | None) -> None:
        if text and not self._words:  # nothing was chosen meanwhile
            self._words = tuple(text.split())
            self._take(self._words)
