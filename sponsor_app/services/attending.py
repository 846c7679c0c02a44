"""Who came to an event was touched: one interaction an account, with those who were there."""

from collections import defaultdict

from sponsor_app.domain.event import Event, intent_of
from sponsor_app.domain.ids import link_id
from sponsor_app.domain.interaction import Kind, State
from sponsor_app.services import Services
from sponsor_app.store.capture import Writer
from sponsor_app.store.models import attendance, interaction
from sponsor_app.store.queries import events, timeline


def leave_touches(app: Services, writer: Writer, known: Event) -> None:
    """Bring the interactions of an event in step with who attended; ours who came were there with everybody.

    What somebody wrote into such an interaction since stays.
    """
    theirs, ours = events.who_came(writer.connection, known.id)
    by_account: dict[str, list[str]] = defaultdict(list)
    for who, at in theirs:
        by_account[at].append(who)
    members = ours or [str(known.host_id or app.me)]
    left = events.touches_of(writer.connection, known.id)
    for at, touch in left.items():
        if at not in by_account:
            writer.delete_many(attendance, timeline.attendance_ids(writer.connection, touch))
            writer.delete(interaction, touch)
    for at, people in by_account.items():
        touch = left.get(at) or _touch(writer, known, at)
        _bring_in_step(writer, touch, people, members)


def _touch(writer: Writer, known: Event, account_id: str) -> str:
    touch = link_id(known.id, account_id)
    writer.link(
        interaction,
        touch,
        account_id=account_id,
        kind=Kind.EVENT,
        state=State.HELD,
        happened_on=known.on,
        place=known.place,
        intent=intent_of(known.kind),
        summary=known.title,
        event_id=known.id,
    )
    return touch


def _bring_in_step(writer: Writer, touch: str, people: list[str], members: list[str]) -> None:
    wanted: dict[str, dict[str, object]] = {
        link_id(touch, who): {"interaction_id": touch, side: who}
        for side, those in (("contact_id", people), ("member_id", members))
        for who in those
    }
    here = timeline.attendance_ids(writer.connection, touch)
    writer.delete_many(attendance, [one for one in here if one not in wanted])
    writer.link_many(attendance, wanted)
