"""What a person is likely to open next is loaded while nothing happens; making it is left to the first opening."""

from collections.abc import Callable
from importlib import import_module

LIKELY = (
    "accounts.page_screen",
    "brief.screen",
    "interactions.log_line",
    "shell.palette",
    "accounts.list_screen",
    "people.list_screen",
    "issues.screen",
    "promises.screen",
    "coverage.screen",
    "activity.screen",
    "references.screen",
    "events.screen",
    "reach_outs.screen",
    "sharing.screen",
    "settings.panel",
    "reviews.screen",
    "duplicates.screen",
)
"""The likeliest first."""


def load(stopped: Callable[[], bool]) -> None:
    """Import them one by one, in a thread that is not the window's, until `stopped`."""
    for name in LIKELY:
        if stopped():
            return
        import_module(f"sponsor_app.ui.{name}")
