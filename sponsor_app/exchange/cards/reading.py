"""A file of address cards: each is a record, rejected with its reason, or left out."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace

from sponsor_app.domain.importing import (
    ImportedRecord,
    ImportKind,
    LeftOut,
    Preview,
    Rejected,
    Shape,
)
from sponsor_app.exchange.cards.cards import Card, Pile
from sponsor_app.exchange.cards.names import is_nobody, is_organisation, kind_of, person_of
from sponsor_app.exchange.cards.people import identity_of, take
from sponsor_app.exchange.properties.letters import letters_of
from sponsor_app.exchange.properties.reading import properties
from sponsor_app.exchange.tabular.cells import shown
from sponsor_app.exchange.tabular.limits import MAX_DETAILS, PREVIEW_ROWS
from sponsor_app.exchange.tabular.losses import Losses
from sponsor_app.exchange.tabular.problems import UnreadableError
from sponsor_app.exchange.tabular.wire import Batch, Closing
from sponsor_app.exchange.tabular.wishes import Wishes

_BATCH = 500
_MORE = "more values like these were rejected"
_COLUMNS = ("Name", "Account", "Title", "E-mail", "Phone")
_SHOWN = ("name", "account", "title", "email", "phone")
_MAPPED = {
    "FN": "name",
    "N": "name",
    "ORG": "account",
    "TITLE": "title",
    "ROLE": "title",
    "EMAIL": "email",
    "TEL": "phone",
    "URL": "website",
    "ADR": "city",
    "BDAY": "birthday",
    "NOTE": "notes",
    "UID": "external_id",
    "X-MS-MANAGER": "reports_to",
    "X-EVOLUTION-MANAGER": "reports_to",
    "X-MANAGER": "reports_to",
}
# What cards say about themselves and their parts.
_FORM = frozenset(
    {
        "VERSION",
        "PRODID",
        "REV",
        "KIND",
        "X-ABLABEL",
        "X-ABSHOWAS",
        "CLASS",
        "SORT-STRING",
        "X-MS-OL-DESIGN",
        "X-ADDRESSBOOKSERVER-KIND",
    }
)
_NAMED = 30
_KINDS = (None, ImportKind.CONTACTS, ImportKind.MEMBERS, ImportKind.ACCOUNTS)


class CardFile:
    """All cards of a file; `closing` is complete when the batches are through."""

    def __init__(self, content: bytes, wishes: Wishes) -> None:
        self._members = _asked(wishes) is ImportKind.MEMBERS
        body, letters, self._encoding, self._notes = letters_of(content, wishes.encoding)
        self._pile = Pile()
        self._cards = list(self._pile.cards(properties(body, letters)))
        if not self._cards:
            nothing = UnreadableError(
                "it holds no address card", "Export the contacts as vCard (.vcf) again."
            )
            raise nothing
        self._shared = _shared_identities(self._cards)
        self._losses = Losses()
        self._details = 0

    @property
    def shape(self) -> Shape:
        """How the file was understood."""
        names = Counter(one.name for card in self._cards for one in card.properties)
        kind = ImportKind.MEMBERS if self._members else ImportKind.CONTACTS
        count = len(self._cards)
        mixed = not self._members and any(map(is_organisation, self._cards))
        reason = f"Read as {kind.value}: it holds {count:,} address cards."
        if mixed:
            reason = f"Read as accounts and contacts: of {count:,} address cards some are those of companies."
        return Shape(
            format="vcf",
            kind=kind,
            kind_reason=reason,
            encoding=self._encoding,
            delimiter="",
            header_line=None,
            columns=tuple(names)[:_NAMED],
            mapped={name: _MAPPED[name] for name in names if name in _MAPPED},
            unmapped=tuple(name for name in names if name not in _MAPPED and name not in _FORM)[
                :_NAMED
            ],
            preview=self._preview(),
            notes=self._notes,
            mixed=mixed,
        )

    def batches(self) -> Iterator[Batch]:
        """The records and rejections in file order."""
        records: list[ImportedRecord] = []
        rejected: list[Rejected] = []
        for number, card in enumerate(self._cards, 1):
            self._take(card, records, rejected)
            if len(records) >= _BATCH or len(rejected) >= _BATCH:
                yield Batch([], rejected, number, number / len(self._cards), records)
                records, rejected = [], []
        yield Batch([], rejected, len(self._cards), 1.0, records)

    @property
    def closing(self) -> Closing:
        """What was left out, and what was noticed."""
        left_out = [*self._losses.left_out, *self._pictures()]
        if self._pile.strays:
            why = "they stand outside every card, or are no properties"
            left_out.append(LeftOut("lines", self._pile.strays, why))
        cut = [card.line for card in self._cards if not card.closed]
        notes = (
            [
                f"Cards without an end: {len(cut):,}, the first on line {cut[0]}; what they say is kept."
            ]
            if cut
            else []
        )
        return Closing(len(self._cards), left_out, [], notes)

    def _take(self, card: Card, records: list[ImportedRecord], rejected: list[Rejected]) -> None:
        if is_nobody(card):
            self._losses.row("cards", f"they are no people but “{kind_of(card)}”", card.line)
            return
        taken = take(card, members=self._members)
        if taken.record is None:
            kept = tuple(shown(one.raw, 200) for one in card.properties[:_NAMED])
            rejected.append(Rejected(f"line {card.line}", "the card names nobody", cells=kept))
            return
        records.append(self._identified(taken.record))
        for one, refused in taken.problems:
            if refused.unknown:
                self._losses.value(one.name, refused.reason, one.line)
            elif self._details < MAX_DETAILS:
                self._details += 1
                reason = f"{one.name}: {refused.reason}; the rest of the card is kept"
                rejected.append(Rejected(f"line {one.line}", reason, one.name))
            else:
                self._losses.value(one.name, _MORE, one.line)

    def _identified(self, record: ImportedRecord) -> ImportedRecord:
        """A card without an identity that cards of other people in the file wear too."""
        if record.fields.get("external_id") not in self._shared:
            return record
        fields = {name: value for name, value in record.fields.items() if name != "external_id"}
        return replace(record, fields=fields)

    def _pictures(self) -> list[LeftOut]:
        pictures = sum(len(card.all("PHOTO")) + len(card.all("LOGO")) for card in self._cards)
        return [LeftOut("photos", pictures, "pictures are not kept")] if pictures else []

    def _preview(self) -> Preview:
        rows: list[tuple[str, ...]] = []
        lines: list[int] = []
        for card in self._cards[:PREVIEW_ROWS]:
            record = take(card, members=self._members).record
            values = [record.fields.get(name) if record else "" for name in _SHOWN]
            rows.append(tuple(shown(str(value or "")) for value in values))
            lines.append(card.line)
        return Preview(_COLUMNS, tuple(rows), tuple(lines))


def _shared_identities(cards: Sequence[Card]) -> set[str]:
    """The identities that a program gave to more than one person by mistake."""
    names: dict[str, str] = {}
    shared: set[str] = set()
    for card in cards:
        identity = identity_of(card)
        if identity and names.setdefault(identity, person_of(card)) != person_of(card):
            shared.add(identity)
    return shared


def _asked(wishes: Wishes) -> ImportKind | None:
    """The kind a person asked for; a card can be somebody of ours or of a customer's, and nothing else."""
    if wishes.kind not in _KINDS:
        other = UnreadableError(
            f"address cards hold no {wishes.kind}",
            "Leave the kind out, or choose contacts or members.",
        )
        raise other
    return wishes.kind
