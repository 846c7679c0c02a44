"""A record that a line of the brief rests on, as the side panel shows it."""

from dataclasses import dataclass

from sponsor_app.domain.brief import Ref


@dataclass(frozen=True, slots=True)
class Cited:
    """A record for the side panel: what it is, its title, when, their words, and facts by name."""

    ref: Ref
    symbol: str
    kind: str
    title: str
    meta: str = ""
    words: str = ""
    facts: tuple[tuple[str, str], ...] = ()
