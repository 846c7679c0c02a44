"""Suggest who should own what, and accept it: all, some, none."""

import threading
from collections.abc import Callable, Sequence

from sponsor_app.domain.changes import Changes
from sponsor_app.domain.errors import RefusedError
from sponsor_app.domain.ids import MemberId
from sponsor_app.domain.people import Member
from sponsor_app.domain.suggesting.facts import Situation
from sponsor_app.domain.suggesting.plan import Choice, Plan
from sponsor_app.domain.suggesting.suggest import suggest
from sponsor_app.services import Services
from sponsor_app.services.sponsorships import hand_over
from sponsor_app.store.capture import Writer
from sponsor_app.store.queries import accounts, coverage, people, policy, suggesting
from sponsor_app.store.store import changes_of

Progress = Callable[[str, float | None], None]


def propose(
    app: Services, progress: Progress | None = None, cancel: threading.Event | None = None
) -> Plan:
    """The best assignment there is room for, as of today; nothing is changed. `cancel` stops it."""
    today = app.today()
    with app.store.read() as connection:
        rules = policy.rules(connection)
        rows = coverage.every_row(app.store, connection, today, rules)
        members = people.members(connection, today, [row.sponsor_id for row in rows])
        situation = Situation(
            today,
            rules.load,
            suggesting.colleagues(connection, members),
            suggesting.charges(connection, today, rows),
            suggesting.ties(connection, today),
        )

    def watch(done: int, of: int) -> None:
        if cancel is not None and cancel.is_set():
            msg = "Stopped: nothing is suggested, and nothing was changed."
            raise RefusedError(msg)
        if progress is not None:
            progress(f"Weighing {done:,} of {of:,} accounts", done / of if of else None)

    return suggest(situation, watch)


def accept(app: Services, choices: Sequence[Choice]) -> Changes:
    """Make the chosen proposals true from today, as one step; refuses all when one of them is out of date."""
    if not choices:
        return Changes()
    today = app.today()
    with app.store.write("Accepted suggestions") as writer:
        here = {one.id: one for one in people.members(writer.connection, today)}
        _check(writer, choices, here, app)
        for one in choices:
            hand_over(app, writer, one.account_id, one.member_id, today)
        first = choices[0]
        who = here[first.member_id].name
        only = f"{who} owns {accounts.details(writer.connection, first.account_id).name}"
        writer.title = only if len(choices) == 1 else f"Accepted {len(choices)} suggestions"
    return changes_of(writer)


def _check(
    writer: Writer, choices: Sequence[Choice], here: dict[MemberId, Member], app: Services
) -> None:
    """Refuse when an account has another sponsor than when it was suggested, or a member is gone."""
    ids = [one.account_id for one in choices]
    owned = suggesting.owners(writer.connection, app.today(), ids)
    later = suggesting.coming(writer.connection, app.today(), ids)
    for one in choices:
        member = here.get(one.member_id)
        gone = member is None or (member.left_on is not None and member.left_on <= app.today())
        expected = (one.before,) if one.before else ()
        if gone or one.account_id in later or owned.get(one.account_id, ()) != expected:
            name = accounts.details(writer.connection, one.account_id).name
            msg = f"{name} has changed since this was suggested. Nothing was changed."
            typed = "Ask again: sponsor-app sponsor suggest."
            raise RefusedError(msg, "Suggest again.", typed)
