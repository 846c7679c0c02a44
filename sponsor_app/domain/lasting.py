"""A command that takes long says how far it is, and ends where nobody wants it any more; nobody need pass that on.

Whoever may last calls `report` between two parts of a transaction. Whoever waits for it listens with `heard_by`.
"""

from collections.abc import Callable, Generator
from contextlib import contextmanager
from contextvars import ContextVar

Hears = Callable[[str, float], None]
"""Takes what is being done and how much of it, 0 to 1; raises when it shall end, which leaves everything as it was."""
_hears: ContextVar[Hears | None] = ContextVar("hears", default=None)


@contextmanager
def heard_by(hears: Hears) -> Generator[None]:
    """Whatever is reported within is told to `hears`."""
    before = _hears.set(hears)
    try:
        yield
    finally:
        _hears.reset(before)


def report(what: str, share: float) -> None:
    """Say how far it is; raises what the listener raises."""
    hears = _hears.get()
    if hears is not None:
        hears(what, share)
