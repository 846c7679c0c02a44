"""What gives way when two records of any kind become one."""

from collections.abc import Callable, Iterable, Mapping
from typing import Any

from sponsor_app.domain.text import LONGEST_LINE

SOURCE = "merged"


def lost_words(
    loses: Mapping[str, Any],
    wins: Mapping[str, Any],
    names: Iterable[str],
    said: Callable[[str], str] = lambda name: name.replace("_", " "),
) -> str:
    """`Acme Inc had: city Bergen; tier key`: plain values that gave way to others; nothing when none did."""
    lost = [
        f"{said(name)} {loses[name]}"
        for name in names
        if loses[name] not in (None, "", wins[name]) and wins[name] not in (None, "")
    ]
    return f"{loses['name']} had: {'; '.join(lost)}"[:LONGEST_LINE] if lost else ""
