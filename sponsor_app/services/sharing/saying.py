"""What a sync noticed, as sentences for a person: what happened, what is safe, what comes next."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from sponsor_app.domain.ids import DeviceId
from sponsor_app.domain.merged import HeldError
from sponsor_app.domain.text import counted
from sponsor_app.services.sharing.standing import Standing
from sponsor_app.services.sharing.taking import Received
from sponsor_app.store.sharing import kept
from sponsor_app.store.sharing.kept import Connection
from sponsor_app.sync.envelope.findings import Excluded, Finding

ENDED = (
    "The code that this laptop joined with does not count any more: two laptops used it, or it was taken back, or it"
    " expired. Nothing is lost; ask for a new one and join with that."
)
WAITING = (
    "This laptop waits until an admin's laptop has synced and lets it in. It can read everything; what you do is saved here"
    " and goes out then."
)
MINUTE = 60_000
WORTH_SAYING = 5 * MINUTE
"""How far a watch may be ahead before anybody is told, in milliseconds."""
UNITS = ((24 * 60 * MINUTE, "day"), (60 * MINUTE, "hour"), (MINUTE, "minute"))


@dataclass(frozen=True)
class Names:
    """What to call whoever signs, and whoever is named in changes."""

    of_signer: Callable[[bytes], str]
    of_laptop: Callable[[DeviceId], str]


def names(connection: Connection, standing: Standing) -> Names:
    """People's names where they are known, else what their laptops are called; to be asked while `connection` lasts."""
    team = standing.team

    def of_signer(device: bytes) -> str:
        card = team.cards.get(device)
        person = kept.member_name(connection, card.member) if card else None
        return person or team.name_of(device)

    def of_laptop(device: DeviceId) -> str:
        card = standing.card_of(device)
        person = kept.member_name(connection, card.member) if card else None
        return person or (card.name if card else "") or "an unknown laptop"

    return Names(of_signer, of_laptop)


def sentences(
    findings: Sequence[Finding],
    received: Received,
    held: HeldError | None,
    called: Names,
    *,
    waits: bool = False,
) -> list[str]:
    """Everything worth saying, each once; `waits` is for a laptop that no admin has let in yet.

    Whoever is out of the team hears that alone: what the others write since is closed to it, and no damage.
    """
    excluded = [one for one in findings if isinstance(one, Excluded) and one.latest]
    findings = excluded or findings
    said = [WAITING] if waits and not excluded else []
    said += [
        ENDED if waits and isinstance(one, Excluded) and one.latest else one.said(called.of_signer)
        for one in findings
    ]
    said += [
        f"What {called.of_signer(writer)} handed in does not belong to whoever signed it, or is not understood;"
        " it was set aside. Everything else was taken in."
        for writer in received.aside
    ]
    said += _ahead(received, called)
    if received.cloned:
        said.append(
            "Another copy of this laptop shares too: it was cloned, or restored from a backup. Nothing is lost; from now"
            " on this one writes under a number of its own."
        )
    if held:
        said.append(f"{held.message} {held.next}")
    return list(dict.fromkeys(said))


def _ahead(received: Received, called: Names) -> Iterator[str]:
    for device, milliseconds in received.taken.ahead.items():
        if milliseconds >= WORTH_SAYING:
            size, unit = next(one for one in UNITS if milliseconds >= one[0])
            yield (
                f"The clock of {called.of_laptop(device)}'s laptop is {counted(round(milliseconds / size), unit)} ahead of this"
                " one's. Nothing is lost; somebody should set the right time."
            )
