"""The parts of a calendar: its events and tasks, its time zones, and what it says of itself."""

from collections.abc import Iterable
from dataclasses import dataclass, field

from sponsor_app.exchange.limits import MAX_ROWS
from sponsor_app.exchange.properties.reading import Property
from sponsor_app.exchange.tabular.problems import UnreadableError

ENTRIES = frozenset({"VEVENT", "VTODO", "VJOURNAL", "VFREEBUSY"})
_ZONE, _RULES = "VTIMEZONE", frozenset({"STANDARD", "DAYLIGHT"})
_PROSE = frozenset({"DESCRIPTION", "SUMMARY", "LOCATION", "COMMENT"})
_UNUSED = frozenset({"ATTACH", "X-ALT-DESC", "IMAGE"})
_DEEPEST = 100


@dataclass(slots=True)
class Component:
    """One part with its properties; `inner` are the rules of a time zone. `method` is that of its calendar."""

    kind: str
    line: int
    properties: list[Property] = field(default_factory=list[Property])
    inner: "list[Component]" = field(default_factory=list["Component"])
    calendar: "Component | None" = None
    _first: dict[str, Property] = field(default_factory=dict[str, Property])

    def add(self, one: Property) -> None:
        """Take a property."""
        self.properties.append(one)
        self._first.setdefault(one.name, one)

    def all(self, name: str) -> list[Property]:
        """Every property of that name."""
        if name not in self._first:
            return []
        return [one for one in self.properties if one.name == name]

    def one(self, name: str) -> Property | None:
        """The first property of that name."""
        return self._first.get(name)

    def text(self, name: str) -> str:
        """The first property of that name as one line of text, or nothing."""
        found = self.one(name)
        return found.text if found else ""

    def long_notes(self, name: str) -> str:
        """The first property of that name as text that may have several lines, or nothing."""
        found = self.one(name)
        return found.notes if found else ""

    def word(self, name: str) -> str:
        """The first word of a property, in capitals."""
        words = self.text(name).split()
        return words[0].upper() if words else ""


@dataclass(slots=True)
class Sheet:
    """Everything a file holds; `strays` counts lines that belong to nothing, `unclosed` parts without an end."""

    entries: list[Component] = field(default_factory=list[Component])
    zones: list[Component] = field(default_factory=list[Component])
    strays: int = 0
    unclosed: int = 0
    deepest: int = 0
    _open: list[Component] = field(default_factory=list[Component])

    def take(self, found: Iterable[Property]) -> None:
        """Take every property. Raises `UnreadableError` beyond the limits."""
        for one in found:
            if one.name == "BEGIN":
                self._begin(one)
            elif one.name == "END":
                self._end(one.text.upper())
            elif not self._open:
                self.strays += 1
            elif one.name in _UNUSED:
                continue
            elif one.name:
                self._open[-1].add(one)
            else:
                self._prose(one)
        self.unclosed += sum(one.kind in ENTRIES for one in self._open)

    def _begin(self, one: Property) -> None:
        kind = one.text.upper()
        if kind in ENTRIES or kind == "VCALENDAR":
            self._close_before(kind)
        if len(self._open) >= _DEEPEST:
            deep = UnreadableError(
                f"its parts lie more than {_DEEPEST} deep in each other", "Export it again."
            )
            raise deep
        part = Component(kind, one.line, calendar=self._calendar())
        if kind in ENTRIES:
            self.entries.append(part)
        elif kind == _ZONE:
            self.zones.append(part)
        elif kind in _RULES and self._open and self._open[-1].kind == _ZONE:
            self._open[-1].inner.append(part)
        if len(self.entries) > MAX_ROWS:
            many = UnreadableError(
                f"it has more than {MAX_ROWS:,} entries",
                "Split the file, and import the parts one by one.",
            )
            raise many
        self._open.append(part)

    def _close_before(self, kind: str) -> None:
        """An event inside another means that the first was never ended."""
        inside = next((n for n, one in enumerate(self._open) if one.kind in ENTRIES), None)
        if kind == "VCALENDAR":
            inside = 0 if self._open else None
        if inside is not None:
            self.unclosed += sum(one.kind in ENTRIES for one in self._open)
            del self._open[inside:]

    def _end(self, kind: str) -> None:
        at = next((n for n in reversed(range(len(self._open))) if self._open[n].kind == kind), None)
        if at is None:
            self.strays += 1
            return
        self.unclosed += sum(one.kind in ENTRIES for one in self._open[at + 1 :])
        del self._open[at:]

    def _calendar(self) -> Component | None:
        return next((one for one in self._open if one.kind == "VCALENDAR"), None)

    def _prose(self, one: Property) -> None:
        own = self._open[-1].properties
        if own and own[-1].name in _PROSE:
            own[-1].more.append(one.value)
        else:
            self.strays += 1
