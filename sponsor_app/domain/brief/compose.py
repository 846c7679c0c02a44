"""Compose a brief: bad news first, then the room, what changed, what is open, what to say, what nobody knows."""

from collections.abc import Sequence
from datetime import date, timedelta

from sponsor_app.domain.brief.advice import ask_lines, not_known_lines, say_lines
from sponsor_app.domain.brief.citing import (
    line,
    of_commitment,
    of_interaction,
    of_issue,
    of_pulse,
    quoted,
)
from sponsor_app.domain.brief.room import room, room_lines
from sponsor_app.domain.brief.values import Brief, BriefSource, Line, Section, SectionKey
from sponsor_app.domain.commitment import Commitment, Direction
from sponsor_app.domain.devices import Device
from sponsor_app.domain.interaction import Sentiment
from sponsor_app.domain.issue import Issue
from sponsor_app.domain.timeline import Interaction
from sponsor_app.domain.wording import (
    KIND_WORDS,
    PLACE_WORDS,
    STATUS_WORDS,
    TIER_WORDS,
    capital,
    first_sentence,
    full_day,
    near_day,
    sentence,
    span,
)

MOST: dict[SectionKey, int] = {
    SectionKey.BAD_NEWS: 5,
    SectionKey.IN_THE_ROOM: 4,
    SectionKey.SINCE_YOU_MET: 4,
    SectionKey.ALSO_OPEN: 3,
    SectionKey.PROMISES: 4,
    SectionKey.SAY: 3,
    SectionKey.ASK: 1,
    SectionKey.NOT_KNOWN: 3,
}
"""How many lines a section may have so that a normal account fits one A4 page."""

RECENT_DAYS = 60
STALE_DEVICE_DAYS = 1
LOW_PULSE = 6
NAMED = 3


def compose(source: BriefSource) -> Brief:
    """The one page for one reader and one meeting; empty sections vanish."""
    today = source.page.as_of
    people = room(source)
    last = last_met(source, [one.id for one in people])
    since = last.on if last else None
    made = {
        SectionKey.BAD_NEWS: bad_news_lines(source),
        SectionKey.IN_THE_ROOM: room_lines(source, people),
        SectionKey.SINCE_YOU_MET: since_lines(source, since),
        SectionKey.ALSO_OPEN: also_open_lines(source),
        SectionKey.PROMISES: promise_lines(source),
        SectionKey.SAY: say_lines(source, since),
        SectionKey.ASK: ask_lines(source, people),
        SectionKey.NOT_KNOWN: not_known_lines(source, people),
    }
    sections = (
        Section(key, tuple(lines[: MOST[key]]), max(0, len(lines) - MOST[key]))
        for key, lines in made.items()
        if lines
    )
    return Brief(
        source.now,
        source.page.row.account_id,
        source.page.row.account,
        _occasion(source.page.planned, today),
        _standing(source),
        not_in_step(source.devices, source.now.date()),
        tuple(sections),
    )


def bad_news_lines(source: BriefSource) -> list[Line]:
    """Open Sev 1-2 issues, our overdue promises, then bad feeling not older than 60 days."""
    page, today = source.page, source.page.as_of
    lines = [_issue_line(one, today) for one in page.issues if one.is_open and one.severity.severe]
    lines += [
        _late_line(one, source)
        for one in page.commitments
        if one.direction is Direction.OURS and one.days_late(today)
    ]
    recent = today - timedelta(days=RECENT_DAYS)
    lines += [
        line(
            of_pulse(one, today),
            f"Pulse {one.score} of 10.",
            quoted(one.quote) if one.quote else "",
        )
        for one in page.pulses[:1]
        if one.score <= LOW_PULSE and one.on >= recent
    ]
    unhappy = [
        one for one in page.timeline if one.sentiment is Sentiment.NEGATIVE and one.on >= recent
    ]
    lines += [_unhappy_line(one, today) for one in unhappy[:1]]
    return lines


def since_lines(source: BriefSource, since: date | None) -> list[Line]:
    """What others did and heard after the reader last met these people; everything when they never met."""
    page, today = source.page, source.page.as_of
    start = since or today - timedelta(days=RECENT_DAYS)
    changed = [
        (one.on, _held_line(one, today))
        for one in page.timeline
        if one.on > start and one.sentiment is not Sentiment.NEGATIVE
    ]
    for one in page.issues:
        if one.resolved_on and one.resolved_on > start:
            told = "" if one.told_on else " They have not been told."
            text = f"Solved {near_day(one.resolved_on, today)}: {sentence(one.title)}{told}"
            changed.append((one.resolved_on, line(of_issue(one, today), rest=text)))
    for one in page.commitments:
        if one.kept_on and one.kept_on > start:
            whose = "We kept" if one.direction is Direction.OURS else "They kept"
            changed.append(
                (
                    one.kept_on,
                    line(of_commitment(one, today), rest=f"{whose}: {sentence(one.text)}"),
                )
            )
    changed.sort(key=lambda dated: dated[0], reverse=True)
    return [made for _on, made in changed]


def also_open_lines(source: BriefSource) -> list[Line]:
    """Open issues below Sev 2, the worst and oldest first."""
    today = source.page.as_of
    return [
        _issue_line(one, today)
        for one in source.page.issues
        if one.is_open and not one.severity.severe
    ]


def promise_lines(source: BriefSource) -> list[Line]:
    """Promises both ways that still bind and are not bad news already."""
    today = source.page.as_of
    lines: list[Line] = []
    for one in source.page.commitments:
        ours = one.direction is Direction.OURS
        if not one.is_open() or (ours and one.days_late(today)):
            continue
        due = f" by {full_day(one.due_on, today)}" if one.due_on else ", no day given"
        late = f" {span(one.days_late(today)).capitalize()} late." if one.days_late(today) else ""
        owner = f" {_owner(one)}" if ours else ""
        text = f"{one.text}{due}.{late}{owner}"
        lines.append(line(of_commitment(one, today), "Ours:" if ours else "Theirs:", text))
    return lines


def last_met(source: BriefSource, attendees: Sequence[str]) -> Interaction | None:
    """The reader's last interaction with any of these people; with anyone here when nobody is named."""
    wanted = set(attendees)
    for one in source.page.timeline:
        if source.reader not in {person.member_id for person in one.members}:
            continue
        present = {person.contact_id for person in one.contacts}
        if not wanted or not present or present & wanted:
            return one
    return None


def not_in_step(devices: Sequence[Device], today: date) -> str:
    """`2 of 9 laptops not in step: Mia since 14 Nov, Jonas never`; empty when all are, or there is one."""
    others = [one for one in devices if not one.mine]
    behind = [
        one
        for one in others
        if one.last_synced is None or (today - one.last_synced.date()).days > STALE_DEVICE_DAYS
    ]
    if not behind:
        return ""
    named = ", ".join(
        f"{(one.member or one.name).split()[0]} "
        + (f"since {full_day(one.last_synced.date(), today)}" if one.last_synced else "never")
        for one in behind[:NAMED]
    )
    more = f" and {len(behind) - NAMED} more" if len(behind) > NAMED else ""
    return f"{len(behind)} of {len(devices)} laptops not in step: {named}{more}."


def _occasion(planned: Sequence[Interaction], today: date) -> str:
    if not planned:
        return ""
    soonest = planned[0]
    parts = [capital(near_day(soonest.on, today))]
    if soonest.starts_at:
        parts[0] += f" {soonest.starts_at.astimezone():%H:%M}"
    parts.append(KIND_WORDS[soonest.kind])
    if soonest.place:
        parts.append(PLACE_WORDS[soonest.place])
    if soonest.city:
        parts.append(soonest.city)
    return ", ".join(parts) + "."


def _standing(source: BriefSource) -> str:
    row, details = source.page.row, source.page.details
    parts = [STATUS_WORDS[row.status].capitalize()]
    if row.tier:
        parts.append(TIER_WORDS[row.tier])
    if details.customer_since:
        parts.append(f"with us since {details.customer_since.year}")
    sponsor = f"Sponsor {row.sponsor}" if row.sponsor else "No sponsor"
    lead = f", account lead {row.lead}" if row.lead else ""
    return f"{', '.join(parts)}. {sponsor}{lead}."


def _issue_line(one: Issue, today: date) -> Line:
    late = one.days_late(today)
    if late:
        update = f"Our update is {span(late)} late."
    elif one.next_update_due:
        update = f"Update due {near_day(one.next_update_due, today)}."
    else:
        update = ""
    days = one.days_open(today)
    how_long = f"open {span(days)}" if days else "opened today"
    lead = f"Sev {one.severity.value}, {how_long}:"
    return line(of_issue(one, today), lead, f"{sentence(one.title)} {update}".strip())


def _late_line(one: Commitment, source: BriefSource) -> Line:
    today = source.page.as_of
    due = full_day(one.due_on, today) if one.due_on else ""
    who = "We promised"
    rest = f"{one.text} by {due}. {span(one.days_late(today)).capitalize()} late. {_owner(one)}"
    return line(of_commitment(one, today), who, rest.strip())


def _unhappy_line(one: Interaction, today: date) -> Line:
    who = ", ".join(person.name for person in one.contacts) or "They"
    words = quoted(one.quote) if one.quote else first_sentence(one.summary or "")
    return line(of_interaction(one, today), f"{who} left unhappy.", words)


def _held_line(one: Interaction, today: date) -> Line:
    people = " and ".join(person.name for person in one.contacts[:2])
    with_whom = f" with {people}" if people else ""
    said = quoted(one.quote) if one.quote else first_sentence(one.summary or "")
    return line(
        of_interaction(one, today),
        rest=f"{KIND_WORDS[one.kind].capitalize()}{with_whom}. {said}".strip(),
    )


def _owner(one: Commitment) -> str:
    if one.accepted_on is None:
        return "Nobody has accepted it yet."
    return f"{one.owner} has it." if one.owner else ""
