"""Who is in the room: their part, when we last met, how strong it is, and one thing worth knowing."""

from sponsor_app.domain.brief.citing import line, of_contact, of_fact, of_interaction
from sponsor_app.domain.brief.values import BriefSource, Line
from sponsor_app.domain.ids import ContactId
from sponsor_app.domain.people import Contact, Fact, Role
from sponsor_app.domain.timeline import Interaction
from sponsor_app.domain.wording import ROLE_WORDS, ago, days_between, sentence

LIKELY = 3


def room(source: BriefSource) -> list[Contact]:
    """Those named; else those of the next plan; else the three who matter most."""
    page = source.page
    here = [one for one in page.contacts if one.left_on is None or one.left_on > page.as_of]
    named = list(source.attendees) or _invited(page.planned)
    if named:
        return [one for one in page.contacts if one.id in named]
    by_weight = sorted(here, key=lambda one: (one.role is not Role.DECIDES, -(one.strength or 0)))
    return by_weight[:LIKELY]


def room_lines(source: BriefSource, people: list[Contact]) -> list[Line]:
    """One line a person."""
    return [_person(source, one) for one in people]


def _person(source: BriefSource, one: Contact) -> Line:
    today = source.page.as_of
    fact = next((known for known in source.page.facts if known.contact_id == one.id), None)
    met = next(
        (
            held
            for held in source.page.timeline
            if one.id in {person.contact_id for person in held.contacts}
        ),
        None,
    )
    parts = [part for part in (one.title, ROLE_WORDS[one.role] if one.role else "") if part]
    about = f"{', '.join(parts)}." if parts else ""
    rest = " ".join(part for part in (about, _met(source, one, met), _fact(fact)) if part)
    cited = of_fact(fact, today) if fact else of_interaction(met, today) if met else of_contact(one)
    return line(cited, one.name + ("," if parts else ":"), rest)


def _met(source: BriefSource, one: Contact, met: Interaction | None) -> str:
    if one.last_on is None:
        pair = "" if one.counterpart else " No counterpart."
        return f"Never met by anyone of ours.{pair}"
    days = days_between(one.last_on, source.page.as_of)
    ours = met.members if met else ()
    you = source.reader in {person.member_id for person in ours}
    who = "You met" if you else f"{ours[0].name} met" if ours else "Met"
    strength = f"; strength {one.strength}" if one.strength is not None else ""
    return f"{who} {ago(days)}{strength}."


def _fact(fact: Fact | None) -> str:
    return sentence(fact.text) if fact else ""


def _invited(planned: tuple[Interaction, ...]) -> list[ContactId]:
    if not planned:
        return []
    return [person.contact_id for person in planned[0].contacts if person.contact_id]
