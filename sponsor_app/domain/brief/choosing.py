"""Which lines a page has room for: one of every sort first, then the rest in their order."""

from collections.abc import Sequence

from sponsor_app.domain.brief.values import Line


def fair(groups: Sequence[Sequence[Line]], most: int) -> tuple[list[Line], int]:
    """At most `most` lines of `groups` in their order, each group with its first line before any has a second.

    Returns the lines and how many were left out.
    """
    ranked = sorted((place, at) for at, group in enumerate(groups) for place in range(len(group)))
    kept = sorted((at, place) for place, at in ranked[:most])
    return [groups[at][place] for at, place in kept], len(ranked) - len(kept)
