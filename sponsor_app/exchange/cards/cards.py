"""The cards of a file: one for each BEGIN:VCARD, closed or not, and the one an AGENT holds."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from sponsor_app.exchange.limits import MAX_ROWS
from sponsor_app.exchange.properties.reading import Property, properties, unescaped
from sponsor_app.exchange.tabular.problems import UnreadableError

_MOST_AGENTS = 5  # an assistant of an assistant of ...
_PROSE = frozenset({"NOTE", "LABEL", "ADR", "FN", "ORG", "TITLE", "ROLE"})
_LARGE = frozenset({"PHOTO", "LOGO", "SOUND", "KEY"})  # counted, and not kept
_VCARD = "VCARD"


@dataclass(slots=True)
class Card:
    """The properties of one card in file order; `boss` is the card whose AGENT it is."""

    line: int
    boss: "Card | None" = None
    properties: list[Property] = field(default_factory=list[Property])
    closed: bool = False

    def all(self, name: str) -> list[Property]:
        """Every property of that name."""
        return [one for one in self.properties if one.name == name]

    def first(self, name: str) -> str:
        """The text of the first property of that name that has any."""
        return next((text for one in self.all(name) if (text := one.text)), "")


@dataclass(slots=True)
class Pile:
    """Takes properties and gives cards; `strays` counts lines that belong to none."""

    strays: int = 0
    count: int = 0
    _open: list[Card] = field(default_factory=list[Card])
    _agent: bool = False

    def cards(self, found: Iterable[Property]) -> Iterator[Card]:
        """Every card, in the order in which they begin. Raises `UnreadableError` beyond the limit of cards."""
        for one in found:
            if one.name == "BEGIN" and one.text.upper() == _VCARD:
                yield self._begin(one)
            elif one.name == "END" and one.text.upper() == _VCARD:
                self._end()
            else:
                yield from self._take(one)

    def _begin(self, one: Property) -> Card:
        self.count += 1
        if self.count > MAX_ROWS:
            many = UnreadableError(
                f"it has more than {MAX_ROWS:,} cards",
                "Split the file, and import the parts one by one.",
            )
            raise many
        if not self._agent or len(self._open) > _MOST_AGENTS:
            self._open.clear()
        card = Card(one.line, self._open[-1] if self._open else None)
        self._open.append(card)
        self._agent = False
        return card

    def _end(self) -> None:
        self._agent = False
        if self._open:
            self._open.pop().closed = True
        else:
            self.strays += 1

    def _take(self, one: Property) -> Iterator[Card]:
        if not self._open:
            self.strays += 1
            return
        card = self._open[-1]
        if one.name == "AGENT" and not one.value.strip():
            self._agent = True
            return
        self._agent = False
        if one.name == "AGENT" and "BEGIN:VCARD" in one.value[:200].upper().decode("latin-1"):
            yield from self._inside(one, card)
        elif one.name:
            one.value = b"" if one.name in _LARGE else one.value
            card.properties.append(one)
        elif card.properties and card.properties[-1].name in _PROSE:
            card.properties[-1].more.append(one.value)
        else:
            self.strays += 1

    def _inside(self, one: Property, boss: Card) -> Iterator[Card]:
        """The card of an assistant, written as the value of a property or on the lines that follow."""
        text = unescaped(one.letters.text(one.value)).strip()
        if "\n" not in text:
            self._agent = True
            yield self._begin(one)
            return
        inner = Pile()
        for card in inner.cards(properties(text.encode("utf-8", "replace"), one.letters)):
            self.count += 1
            card.boss = card.boss or boss
            card.line = one.line
            yield card
        self.strays += inner.strays
