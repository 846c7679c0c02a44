"""Events of the example: who was invited, who came, what they said and what became of it."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from sponsor_app.domain.account import AccountStatus
from sponsor_app.domain.event import EventKind, Reply, intent_of
from sponsor_app.domain.ids import link_id
from sponsor_app.domain.interaction import Kind
from sponsor_app.services.demo.accounts import Account, Habit, Person
from sponsor_app.services.demo.dice import Dice, Mint
from sponsor_app.services.demo.stage import Stage
from sponsor_app.services.demo.tales.goodwill import GATHERINGS, Gathering, Said
from sponsor_app.services.demo.team import Colleague
from sponsor_app.services.demo.visits import Touch

Row = tuple[str, str, dict[str, str | int | None]]
FRIDAY = 4
A_TENTH = 10
"""At most so much of all interactions took place at events."""


@dataclass(frozen=True, slots=True)
class Meeting:
    """One event with its guests; `guests` of an event that is held came."""

    id: str
    number: int
    told: Gathering
    on: date
    guests: tuple[tuple[Account, Person], ...]
    absent: tuple[Person, ...]
    ours: tuple[Colleague, ...]

    @property
    def held(self) -> bool:
        """Whether it is over."""
        return self.told.days < 0


def invent_meetings(
    dice: Dice, mint: Mint, stage: Stage, accounts: Iterable[Account], interactions: int
) -> list[Meeting]:
    """The events of a team; what was held adds one interaction an account to those that are wanted."""
    pool = [one for one in accounts if _comes(one)]
    left = interactions // A_TENTH
    found: list[Meeting] = []
    for number, told in enumerate(GATHERINGS, 1):
        wanted = [one for one in dice.some(pool, told.accounts) if _free(one)]
        wanted = wanted if told.days >= 0 else wanted[:left]
        left -= len(wanted) if told.days < 0 else 0
        if not wanted:
            continue
        guests = tuple((one, _free(one)[0]) for one in wanted)
        absent = tuple(_free(one)[1] for one in wanted if len(_free(one)) > 1)
        ours = stage.all_of(wanted[0], told.by)
        on = stage.today + timedelta(days=told.days)
        on -= timedelta(days=max(0, on.weekday() - FRIDAY))
        here = tuple(one for one in ours if not one.me)
        found.append(Meeting(mint.new(), number, told, on, guests, absent, here))
    return found


def touches(meetings: Iterable[Meeting]) -> int:
    """How many interactions the held ones left."""
    return sum(len(one.guests) for one in meetings if one.held)


def meeting_touches(one: Meeting) -> Iterator[tuple[Touch, str]]:
    """The interaction that an event left at each account, and the event."""
    if not one.held:
        return
    intent = intent_of(one.told.kind)
    for account, person in one.guests:
        yield (
            Touch(
                link_id(one.id, account.id),
                account,
                one.on,
                Kind.EVENT.value,
                one.told.place.value,
                intent.value if intent else None,
                [person],
                list(one.ours),
                one.told.title,
            ),
            one.id,
        )


def meeting_rows(one: Meeting, mint: Mint) -> Iterator[Row]:
    """The rows of an event: itself, its invitations, its themes."""
    told = one.told
    host = one.ours[0].id if one.ours else None
    yield (
        "event",
        one.id,
        {
            "number": one.number,
            "title": told.title,
            "kind": told.kind.value,
            "on_day": one.on.isoformat(),
            "place": told.place.value,
            "note": None,
            "host_id": host,
        },
    )
    shares = _shares(len(one.guests), told.kind)
    for (_account, person), share in zip(one.guests, shares, strict=True):
        yield _invited(one, person, Reply.YES, came=True, share=share)
    for place, person in enumerate(one.absent):
        answer = (Reply.NO, None, Reply.MAYBE)[place % 3]
        yield _invited(one, person, answer, came=False, share=None)
    for member in one.ours:
        row = _values(one, Reply.YES, came=True, share=_ours(told.kind, len(one.ours)))
        yield "invitation", link_id(one.id, member.id), {**row, "member_id": member.id}
    for place, said in enumerate(told.said if one.held else ()):
        yield "theme", mint.new(), _theme(one, said, one.guests[place % len(one.guests)][1])


def _comes(one: Account) -> bool:
    cared = one.habit is Habit.WELL and one.status is AccountStatus.CUSTOMER
    return cared and one.planted is None and one.sponsor is not None and bool(_free(one))


def _free(one: Account) -> Sequence[Person]:
    return [person for person in one.people if person.left_on is None]


def _shares(guests: int, kind: EventKind) -> list[int | None]:
    """What each guest spoke, percent: most at a focus group, nobody noted it at a webinar."""
    if kind is EventKind.WEBINAR or not guests:
        return [None] * guests
    return [70 // guests + (place == 0) * (70 % guests) for place in range(guests)]


def _ours(kind: EventKind, members: int) -> int | None:
    return None if kind is EventKind.WEBINAR else 30 // members


def _invited(
    one: Meeting, person: Person, answer: Reply | None, *, came: bool, share: int | None
) -> Row:
    row = _values(one, answer, came=came, share=share)
    return "invitation", link_id(one.id, person.id), {**row, "contact_id": person.id}


def _values(
    one: Meeting, answer: Reply | None, *, came: bool, share: int | None
) -> dict[str, str | int | None]:
    return {
        "event_id": one.id,
        "contact_id": None,
        "member_id": None,
        "reply": answer.value if answer else None,
        "attended": int(came) if one.held else None,
        "speaking_share": share if one.held else None,
    }


def _theme(one: Meeting, said: Said, person: Person) -> dict[str, str | int | None]:
    told = one.on + timedelta(days=said.told) if said.told else None
    return {
        "event_id": one.id,
        "text": said.text,
        "quote": said.quote,
        "contact_id": person.id,
        "issue_id": None,
        "commitment_id": None,
        "did": said.did or None,
        "told_on": told.isoformat() if told else None,
    }
