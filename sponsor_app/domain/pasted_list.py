"""A list of people pasted from anywhere: mail addresses or names, one a line or between commas and semicolons."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from sponsor_app.domain.errors import InvalidError
from sponsor_app.domain.folding import fold

ADDRESS = re.compile(r"[^\s@<>()\[\],;:\"]+@[a-z0-9-]+(?:\.[a-z0-9-]+)+", re.IGNORECASE)
ANYTHING_AT = re.compile(r"[^\s<>,;\"]*@[^\s<>,;\"]*")
SEPARATORS = re.compile(r"[;\t,]")
MOST_LINES = 20_000
LONGEST = 254
"""The longest address there is (RFC 5321)."""


@dataclass(frozen=True, slots=True)
class Entry:
    """Somebody of the list: an address, or a name where the line has none; `line` counts from 1."""

    line: int
    address: str
    name: str

    @property
    def said(self) -> str:
        """What was pasted, short."""
        return self.address or self.name


@dataclass(frozen=True, slots=True)
class Rejected:
    """What was left out, and why."""

    line: int
    text: str
    why: str


@dataclass(frozen=True, slots=True)
class Pasted:
    """What a list says: each person once, the repeated, and what is no address."""

    entries: tuple[Entry, ...]
    repeated: tuple[Rejected, ...]
    bad: tuple[Rejected, ...]


def read_list(text: str) -> Pasted:
    """Read a pasted list; every line ends up in exactly one of the three. Refuses over 20,000 lines."""
    lines = text.splitlines()
    if len(lines) > MOST_LINES:
        msg = f"The list has {len(lines):,} lines; {MOST_LINES:,} are the most. Nobody was invited."
        raise InvalidError(msg, "Invite them in parts.")
    entries: list[Entry] = []
    repeated: list[Rejected] = []
    bad: list[Rejected] = []
    first: dict[str, int] = {}
    for number, line in enumerate(lines, 1):
        for found in _read_line(number, line):
            if isinstance(found, Rejected):
                bad.append(found)
                continue
            key = found.address.casefold() or fold(found.name)
            if key in first:
                why = f"the same as in line {first[key]}"
                repeated.append(Rejected(number, found.said, why))
                continue
            first[key] = number
            entries.append(found)
    return Pasted(tuple(entries), tuple(repeated), tuple(bad))


def _read_line(number: int, line: str) -> Iterator[Entry | Rejected]:
    """The addresses of a line; without any `@` the line is one name, its first cell."""
    tried = ANYTHING_AT.findall(line)
    if not tried:
        name = " ".join(SEPARATORS.split(line)[0].replace('"', " ").split())
        if name:
            yield Entry(number, "", name[:LONGEST])
        return
    for piece in tried:
        address = piece.strip(".()[]'").removeprefix("mailto:")
        if ADDRESS.fullmatch(address) and len(address) <= LONGEST and ".." not in address:
            yield Entry(number, address, "")
        else:
            yield Rejected(number, piece[:LONGEST], "is no mail address")
