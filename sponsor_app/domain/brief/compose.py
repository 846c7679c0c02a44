"""Compose a brief: bad news first, then the room, what changed, what is open, what to say, what nobody knows."""

from collections.abc import Mapping, Sequence
from datetime import date

from sponsor_app.domain.brief import advice
from sponsor_app.domain.brief.bad_news import bad_news
from sponsor_app.domain.brief.binding import also_open, kept_words, promises
from sponsor_app.domain.brief.changed import LATELY_DAYS, changed, last_met
from sponsor_app.domain.brief.choosing import fair
from sponsor_app.domain.brief.heading import not_in_step, occasion, standing
from sponsor_app.domain.brief.phrasing import first_name, one_line
from sponsor_app.domain.brief.practices import reference_lines
from sponsor_app.domain.brief.room import is_guessed, room, room_lines
from sponsor_app.domain.brief.values import Brief, BriefSource, Line, Prepared, Section, SectionKey
from sponsor_app.domain.ids import ContactId
from sponsor_app.domain.language import tr
from sponsor_app.domain.people import Contact
from sponsor_app.domain.timeline import Interaction
from sponsor_app.domain.wording import listed, near_day, short_day

MOST: Mapping[SectionKey, int] = {
    SectionKey.BAD_NEWS: 6,
    SectionKey.IN_THE_ROOM: 4,
    SectionKey.SINCE_YOU_MET: 4,
    SectionKey.ALSO_OPEN: 3,
    SectionKey.PROMISES: 4,
    SectionKey.SAY: 3,
    SectionKey.ASK: 1,
    SectionKey.NOT_KNOWN: 3,
}
"""How many lines a section may have so that a normal account fits one A4 page."""


def prepare(source: BriefSource) -> Prepared:
    """The brief with the page it cites and the room it counts on."""
    people = tuple(one.id for one in room(source))
    return Prepared(compose(source), source.page, people, is_guessed(source))


def compose(source: BriefSource) -> Brief:
    """The one page for one reader and one meeting; empty sections vanish."""
    page = source.page
    people = room(source)
    last = last_met(source, [one.id for one in people])
    since = last.on if last else None
    bad = _section(SectionKey.BAD_NEWS, bad_news(source))
    told = {one.record for one in bad.lines}
    guess = tr("a guess") if is_guessed(source) else ""
    heading, note = _since_words(since, page.as_of)
    note += _with_whom(people, last)
    sections = (
        bad,
        _section(SectionKey.IN_THE_ROOM, [room_lines(source, people)], note=guess),
        _section(SectionKey.SINCE_YOU_MET, [changed(source, since, told)], heading, note),
        _section(SectionKey.ALSO_OPEN, [also_open(source), reference_lines(source)]),
        _section(SectionKey.PROMISES, promises(source), note=kept_words(source)),
        _section(SectionKey.SAY, advice.say(source, since)),
        _section(SectionKey.ASK, [advice.ask(source, people)]),
        _section(SectionKey.NOT_KNOWN, [advice.not_known(source, people)]),
    )
    return Brief(
        source.now,
        page.row.account_id,
        page.row.account,
        occasion(source.plans, page.as_of),
        standing(source),
        not_in_step(source.devices, source.now.date()),
        tuple(section for section in sections if section.lines),
    )


def _section(
    key: SectionKey, groups: Sequence[Sequence[Line]], heading: str = "", note: str = ""
) -> Section:
    lines, left_out = fair(groups, MOST[key])
    return Section(key, tuple(lines), left_out, heading, note)


def _with_whom(people: Sequence[Contact], last: Interaction | None) -> str:
    """`, Dana`: those in the room who were there the last time, when that is not all of them."""
    present = {person.contact_id for person in last.contacts} if last else set[ContactId | None]()
    met = [first_name(one.name) for one in people if one.id in present]
    return one_line(f", {listed(met, 1)}") if met and len(met) < len(people) else ""


def _since_words(since: date | None, today: date) -> tuple[str, str]:
    """Heading and note of what changed: since a day, or of late when they never met."""
    if since is None:
        return tr("Last {lately_days} days").format(lately_days=LATELY_DAYS), ""
    days = (today - since).days
    return "", near_day(since, today) if days <= 1 else short_day(since, today)
