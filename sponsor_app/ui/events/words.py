"""How events, invitations and themes are said."""

from datetime import date

from sponsor_app.domain.event import (
    EVENT_WORDS,
    Event,
    EventPage,
    Invitation,
    Reply,
    Theme,
    speaking_share,
    told_whom,
)
from sponsor_app.domain.wording import PLACE_WORDS, capital, full_day, short_day
from sponsor_app.ui.widgets.day_words import row_day
from sponsor_app.ui.widgets.language import how_many, number, tr
from sponsor_app.ui.widgets.rows.list_row import ListRow
from sponsor_app.ui.widgets.states import State
from sponsor_app.ui.widgets.typography import one_line

AHEAD, HELD, OWED = "ahead", "held", "owed"
FILTERS = ("all", AHEAD, HELD, OWED)


def filter_word(key: str) -> str:
    """The word on a filter."""
    words = {
        "all": tr("All"),
        AHEAD: tr("Ahead"),
        HELD: tr("Held"),
        OWED: tr("Not told yet"),
    }
    return words[key]


def fits(one: Event, key: str, today: date) -> bool:
    """Whether an event passes a filter."""
    tests = {AHEAD: one.on >= today, HELD: one.on < today, OWED: one.owed > 0}
    return tests.get(key, True)


def kind_word(one: Event) -> str:
    """`focus group`."""
    return tr(EVENT_WORDS[one.kind]) if one.kind else tr("event")


def group_of(one: Event, today: date) -> str:
    """The head it stands under."""
    return tr("Ahead") if one.on >= today else tr("Held")


def face_of(one: Event, today: date | None) -> ListRow:
    """An event in the list: when, who comes or came, and what is still owed."""
    if today is None:
        return ListRow(one.title)
    counts = one.counts
    if one.on >= today:
        who = tr("{invited} invited, {yes} yes, {no} no").format(
            invited=number(counts.invited), yes=counts.accepted, no=counts.declined
        )
    else:
        who = tr("{came} of {invited} came, from {accounts}").format(
            came=number(counts.attended),
            invited=number(counts.invited),
            accounts=how_many(counts.accounts, "account", "accounts"),
        )
    parts = [capital(kind_word(one)), who]
    if one.themes:
        parts.append(how_many(one.themes, "theme", "themes"))
    day = row_day(one.on, today)
    verdict: str | State = day
    if one.owed:
        words = tr("{count} not told").format(count=one.owed)
        verdict = State("megaphone", words, "warn")
        parts.insert(0, day)
    return ListRow(one.title, " · ".join(parts), verdict, "calendar-days", "text2")


def list_line(found: list[Event], today: date) -> str:
    """`4 events, 1 ahead. 38 people came, 3 themes wait to be told.`"""
    ahead = sum(one.on >= today for one in found)
    words = tr("{events}, {ahead} ahead. {came} came, {owed} not told what we did.")
    return words.format(
        events=how_many(len(found), "event", "events"),
        ahead=ahead,
        came=how_many(sum(one.counts.attended for one in found), "person", "people"),
        owed=how_many(sum(one.owed for one in found), "theme is", "themes are"),
    )


def head_line(page: EventPage) -> str:
    """`Focus group · Tue 10 Nov · our site · held by Grace`."""
    one = page.event
    host = tr("held by {name}").format(name=one.host) if one.host else ""
    place = tr(PLACE_WORDS[one.place]) if one.place else ""
    parts = (capital(kind_word(one)), full_day(one.on, page.as_of), place, host)
    return " · ".join(part for part in parts if part)


def count_line(page: EventPage) -> str:
    """Who was invited, answered and came, and who did the talking."""
    counts = page.event.counts
    words = tr("{invited} invited, {yes} yes, {no} no; {came} came from {accounts}.")
    said = words.format(
        invited=number(counts.invited),
        yes=counts.accepted,
        no=counts.declined,
        came=counts.attended,
        accounts=how_many(counts.accounts, "account", "accounts"),
    )
    share = speaking_share(page.invitations)
    if share is None:
        return said
    spoke = tr("They did {theirs} % of the talking, we {ours} %; noted of {noted} of {came}.")
    return f"{said} " + spoke.format(
        theirs=share.theirs, ours=share.ours, noted=share.noted, came=share.came
    )


def invitation_face(one: Invitation) -> ListRow:
    """Somebody invited."""
    where = tr("ours") if one.ours else one.account or ""
    share = tr("{share} % of the talking").format(share=one.share) if one.share is not None else ""
    reason = " · ".join(part for part in (where, one.title or "", share) if part)
    return ListRow(one.name, reason, _answer(one), "user-round", "text3")


def _answer(one: Invitation) -> str | State:
    if one.attended is not None:
        came = State("circle-check", tr("came"), "ok", quiet=True)
        return came if one.attended else State("x", tr("did not come"), "idle", quiet=True)
    words = {
        Reply.YES: State("check", tr("yes"), "ok", quiet=True),
        Reply.NO: State("x", tr("no"), "idle", quiet=True),
        Reply.MAYBE: State("circle-help", tr("maybe"), "warn"),
    }
    return words[one.reply] if one.reply else tr("no answer")


def theme_face(one: Theme, today: date | None) -> ListRow:
    """What they said, and how far it went."""
    quote = f"“{one_line(one.quote)}”" if one.quote else ""
    reason = " · ".join(part for part in (one.contact or "", quote) if part)
    return ListRow(one.text, reason, _came_of_it(one, today), "message-square", "text3")


def _came_of_it(one: Theme, today: date | None) -> str | State:
    if one.told_on is not None and today is not None:
        words = tr("told {day}").format(day=short_day(one.told_on, today))
        return State("check", words, "ok", quiet=True)
    if one.did is not None:
        return State("megaphone", tr("tell them"), "warn")
    if one.issue is not None:
        return tr("issue {number}").format(number=one.issue)
    if one.promise is not None:
        return tr("promise {number}").format(number=one.promise)
    return tr("nothing yet")


def story_of(one: Theme, came: int, today: date) -> str:
    """You said, we did, we told you: the whole of it in lines."""
    lines = [f"“{one.quote}”" if one.quote else ""]
    if one.did:
        lines.append(tr("We did: {did}").format(did=one.did))
    if one.told_on:
        whom, day = told_whom(one, came), short_day(one.told_on, today)
        lines.append(tr("We told {whom} on {day}.").format(whom=whom, day=day))
    return "\n".join(line for line in lines if line)
