"""The short words in the right margin that say where a line comes from."""

from datetime import date

from sponsor_app.domain.brief.phrasing import last_name, one_line
from sponsor_app.domain.brief.values import Line, Ref
from sponsor_app.domain.commitment import Commitment
from sponsor_app.domain.issue import Issue
from sponsor_app.domain.language import tr
from sponsor_app.domain.people import Contact, Fact, Pulse
from sponsor_app.domain.timeline import Interaction
from sponsor_app.domain.wording import KIND_WORDS, short_day

Cited = tuple[str, Ref]


def of_issue(one: Issue, today: date) -> Cited:
    """`issue 12 Nov`."""
    return tr("issue {day}").format(day=short_day(one.opened_on, today)), Ref("issue", one.id)


def of_commitment(one: Commitment, today: date) -> Cited:
    """`promise 4 Nov`."""
    return tr("promise {day}").format(day=short_day(one.made_on, today)), Ref("commitment", one.id)


def of_interaction(one: Interaction, today: date) -> Cited:
    """`call 17 Nov, Andersson`: by whom of ours it was held or logged."""
    who = one.members[0].name if one.members else one.by
    by = f", {last_name(who)}" if who else ""
    words = f"{tr(KIND_WORDS[one.kind])} {short_day(one.on, today)}{by}"
    return words, Ref("interaction", one.id)


def of_pulse(one: Pulse, today: date) -> Cited:
    """`pulse 17 Nov`."""
    return tr("pulse {day}").format(day=short_day(one.on, today)), Ref("pulse", one.id)


def of_fact(one: Fact, today: date) -> Cited:
    """`fact 15 Oct`."""
    return tr("fact {day}").format(day=short_day(one.on, today)), Ref("fact", one.id)


def of_contact(one: Contact) -> Cited:
    """`people`."""
    return tr("people"), Ref("contact", one.id)


def line(cited: Cited, lead: str = "", rest: str = "", because: str = "") -> Line:
    """A line with its citation, each part as one line of text."""
    words, ref = cited
    return Line(one_line(lead), one_line(rest), one_line(because), one_line(words), ref)
