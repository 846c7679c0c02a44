"""What a screen reader does: finds parts by role and name, presses them, writes, listens. Run by the system's own Python.

Usage: ``reader.py TITLE``. It logs a coffee and takes it back, by the accessibility bus alone; it fails when a part that it
needs is not there by name.
"""

import sys
import time
from collections.abc import Callable, Iterator
from typing import Any

import gi  # pyright: ignore[reportMissingImports]

gi.require_version("Atspi", "2.0")
from gi.repository import Atspi, GLib  # noqa: E402  # pyright: ignore[reportMissingImports]

PATIENCE = 20
RETURN = 0xFF0D
heard: list[str] = []


def parts(node: Any) -> Iterator[Any]:
    """A part and all that is shown below it."""
    yield node
    for place in range(node.get_child_count()):
        child = node.get_child_at_index(place)
        if child is not None and child.get_state_set().contains(Atspi.StateType.SHOWING):
            yield from parts(child)


def window() -> Any:
    """The window of the program."""
    desktop = Atspi.get_desktop(0)
    for place in range(desktop.get_child_count()):
        program = desktop.get_child_at_index(place)
        if program is not None and program.get_name() == "sponsor-app":
            return program.get_child_at_index(0)
    return None


def until(asked: Callable[[], Any], what: str) -> Any:
    """Wait until there is an answer; what was announced meanwhile is heard."""
    end = time.monotonic() + PATIENCE
    while time.monotonic() < end:
        GLib.MainContext.default().iteration(False)
        try:
            found = asked()
        except GLib.Error:  # a part went while it was looked at
            found = None
        if found:
            return found
    shown = [f"{one.get_role_name()} {one.get_name()!r}" for one in parts(window())]
    sys.exit(f"never there: {what}. There is:\n" + "\n".join(shown) + f"\nHeard: {heard}")


def part(role: str, name: str) -> Any:
    """The part of a role whose name begins so."""

    def find() -> Any:
        shown = window()
        found = parts(shown) if shown is not None else ()
        return next(
            (p for p in found if p.get_role_name() == role and p.get_name().startswith(name)), None
        )

    return until(find, f"{role} {name!r}")


def press(role: str, name: str) -> None:
    """Do the first thing that can be done with a part."""
    found = part(role, name)
    assert found.get_action_iface().do_action(0), name


def titled(title: str) -> None:
    """Wait for the title of the window."""
    until(lambda: window() is not None and window().get_name() == title, title)


def listen(event: Any) -> None:
    """Keep what is announced."""
    heard.append(str(event.any_data))


listener = Atspi.EventListener.new(listen)
listener.register("object:announcement")
titled(f"Today – {sys.argv[1]}")
assert window().get_role_name() == "frame"
press("radio button", "Accounts")
titled(f"Accounts – {sys.argv[1]}")
part("table cell", "Acme")
press("push button", "Log")
line = part("text", "What happened")
line.get_editable_text_iface().insert_text(0, "coffee with Dana at Acme yesterday", 99)
part("push button", "Coffee")
part("push button", "Dana Reed")
assert line.get_component_iface().grab_focus()
Atspi.generate_keyboard_event(RETURN, None, Atspi.KeySynthType.SYM)
undo = part("push button", "Undo")
until(lambda: any(said.startswith("Logged coffee") for said in heard), "the announcement")
undo.get_action_iface().do_action(0)
part("push button", "Redo")
press("push button", "Settings")
press("push button", "Close")
print("done")
