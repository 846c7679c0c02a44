"""Whether a part is hovered or focused right now, or is held so for a picture."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex
from PySide6.QtWidgets import QStyle, QStyleOptionViewItem, QWidget

HOVERED, FOCUSED = "held_hovered", "held_focused"
Index = QModelIndex | QPersistentModelIndex
Held = bool | int | tuple[int, int]


def hold(part: QWidget, *, hovered: Held | None = None, focused: Held | None = None) -> None:
    """Show `part` so until told otherwise: True for a part, a row for a list, row and column for a grid."""
    part.setProperty(HOVERED, str(hovered))
    part.setProperty(FOCUSED, str(focused))
    part.update()


def is_hovered(part: QWidget) -> bool:
    """Whether the pointer is on an enabled `part`."""
    return part.isEnabled() and (part.underMouse() or part.property(HOVERED) == str(True))


def is_focused(part: QWidget) -> bool:
    """Whether `part` has the keyboard."""
    return part.hasFocus() or part.property(FOCUSED) == str(True)


def is_item_hovered(option: QStyleOptionViewItem, index: Index) -> bool:
    """Whether the pointer is on this item of a view."""
    over = bool(option.state & QStyle.StateFlag.State_MouseOver)
    return over or is_held(option.widget, HOVERED, index)


def is_item_focused(option: QStyleOptionViewItem, index: Index) -> bool:
    """Whether this item of a view has the keyboard."""
    focused = bool(option.state & QStyle.StateFlag.State_HasFocus)
    return focused or is_held(option.widget, FOCUSED, index)


def is_held(view: QWidget, state: str, index: Index) -> bool:
    """Whether the row or the cell of `index` is held in `state`."""
    kept = view.property(state) if view else None
    if kept is None:
        return False
    return kept in (str(index.row()), str((index.row(), index.column())))
