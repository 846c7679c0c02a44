"""Invite everybody of a pasted list: whom we know, once each; whoever is left out is named with the reason."""

import io
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from sponsor_app.domain.changes import Changes
from sponsor_app.domain.folding import fold
from sponsor_app.domain.ids import ContactId, EventId, link_id
from sponsor_app.domain.pasted_list import Entry, Rejected, read_list
from sponsor_app.domain.phones import normal_email
from sponsor_app.exchange.sources import open_source
from sponsor_app.exchange.tabular.encodings import decoded_lines, settle_encoding
from sponsor_app.services import Services
from sponsor_app.store.models import invitation
from sponsor_app.store.queries import events
from sponsor_app.store.store import changes_of


@dataclass(frozen=True, slots=True)
class ListReport:
    """What a pasted list came to; every line is in exactly one of these."""

    invited: int
    already: int
    repeated: tuple[Rejected, ...]
    bad: tuple[Rejected, ...]
    unknown: tuple[Rejected, ...]

    @property
    def left_out(self) -> int:
        """How many were not invited although somebody wanted them to be."""
        return len(self.bad) + len(self.unknown)

    @property
    def words(self) -> str:
        """`1,921 invited, 12 were before; left out: 40 twice in the list, 20 no address, 7 not on file`."""
        said = f"{self.invited:,} invited, {self.already:,} were before"
        parts = (
            (len(self.repeated), "twice in the list"),
            (len(self.bad), "no mail address"),
            (len(self.unknown), "not on file"),
        )
        left = ", ".join(f"{count:,} {why}" for count, why in parts if count)
        return f"{said}; left out: {left}" if left else said


def invite_listed(app: Services, event_id: EventId, text: str) -> tuple[Changes, ListReport]:
    """Invite whom a list of addresses or names means, as one step; nobody is added to the people on file."""
    pasted = read_list(text)
    with app.store.write("Invited a list") as writer:
        connection = writer.connection
        known = events.event_of(connection, event_id)
        addresses = [normal_email(one.address) for one in pasted.entries if one.address]
        names = [fold(one.name) for one in pasted.entries if one.name]
        found = events.contacts_by_address(connection, addresses)
        found |= events.contacts_by_name(connection, names)
        before = events.invited_to(connection, event_id)
        fresh, already, unknown, doubled = _sorted(pasted.entries, found, before)
        rows = {link_id(event_id, who): _row(event_id, who) for who in fresh}
        writer.link_many(invitation, rows)
        writer.title = f"Invited {len(fresh):,} to “{known.title}”"
    repeated = (*pasted.repeated, *doubled)
    report = ListReport(len(fresh), already, repeated, pasted.bad, tuple(unknown))
    return changes_of(writer), report


def _row(event_id: EventId, who: ContactId) -> dict[str, object]:
    return {"event_id": event_id, "contact_id": who}


def _sorted(
    entries: Sequence[Entry], found: Mapping[str, Sequence[ContactId]], before: frozenset[str]
) -> tuple[list[ContactId], int, list[Rejected], list[Rejected]]:
    """Whom to invite, how many were, who is unknown, and who was meant twice under different addresses."""
    fresh: list[ContactId] = []
    already = 0
    unknown: list[Rejected] = []
    doubled: list[Rejected] = []
    taken: dict[ContactId, int] = {}
    for one in entries:
        here = found.get(normal_email(one.address) if one.address else fold(one.name), ())
        if len(here) != 1:
            why = f"fits {len(here)} people on file" if here else "is nobody on file"
            unknown.append(Rejected(one.line, one.said, why))
        elif here[0] in taken:
            why = f"the same person as in line {taken[here[0]]}"
            doubled.append(Rejected(one.line, one.said, why))
        else:
            taken[here[0]] = one.line
            already += here[0] in before
            fresh += [] if here[0] in before else [here[0]]
    return fresh, already, unknown, doubled


def read_file(path: Path) -> str:
    """The text of a list kept in a file, whatever its alphabet; refuses one that is missing or too large."""
    with open_source(path) as stream:
        content = stream.read()
    encoding = settle_encoding(content)
    return "".join(decoded_lines(io.BytesIO(content), encoding))
