"""What every screen works at: the door to the services, and the way to other places."""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QObject, Signal

from sponsor_app.ui.courier.courier import Courier
from sponsor_app.ui.operations import Operations
from sponsor_app.ui.places import Place


@dataclass(frozen=True, slots=True, eq=False)
class Told:
    """What was done on this laptop only, which is no step of the history but can be taken back and done again as well."""

    sentence: str
    take_back: Callable[[], None]
    do_again: Callable[[], None]


class Desk(QObject):
    """Screens ask here for work and for places; the shell listens."""

    asked = Signal(object)  # Place
    said = Signal(str)  # one sentence for the toast, without undo
    told = Signal(object)  # Told

    def __init__(self, operations: Operations, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.operations = operations
        self.courier = Courier(operations, self)

    def go(self, place: Place) -> None:
        """Ask the window to show a place."""
        self.asked.emit(place)

    def say(self, sentence: str) -> None:
        """Say what was done when there is nothing to take back."""
        self.said.emit(sentence)

    def tell(
        self, sentence: str, take_back: Callable[[], None], do_again: Callable[[], None]
    ) -> None:
        """Say what was done on this laptop only, and offer the way back; neither of the calls tells again."""
        self.told.emit(Told(sentence, take_back, do_again))
