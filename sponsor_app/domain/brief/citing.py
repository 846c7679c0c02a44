"""The short words in the right margin that say where a line comes from."""

from datetime import date

from sponsor_app.domain.brief.values import Line, Ref
from sponsor_app.domain.commitment import Commitment
from sponsor_app.domain.issue import Issue
from sponsor_app.domain.people import Contact, Fact, Pulse
from sponsor_app.domain.timeline import Interaction
from sponsor_app.domain.wording import KIND_WORDS, short_day

QUOTED = 180


def of_issue(one: Issue, today: date) -> tuple[str, Ref]:
    """`issue 12 Nov`."""
    return f"issue {short_day(one.opened_on, today)}", Ref("issue", one.id)


def of_commitment(one: Commitment, today: date) -> tuple[str, Ref]:
    """`promise 4 Nov`."""
    return f"promise {short_day(one.made_on, today)}", Ref("commitment", one.id)


def of_interaction(one: Interaction, today: date) -> tuple[str, Ref]:
    """`call 17 Nov, Okafor`: by whom it was logged or held."""
    who = one.members[0].name if one.members else one.by
    last_name = f", {who.split()[-1]}" if who else ""
    words = f"{KIND_WORDS[one.kind]} {short_day(one.on, today)}{last_name}"
    return words, Ref("interaction", one.id)


def of_pulse(one: Pulse, today: date) -> tuple[str, Ref]:
    """`pulse 17 Nov`."""
    return f"pulse {short_day(one.on, today)}", Ref("pulse", one.id)


def of_fact(one: Fact, today: date) -> tuple[str, Ref]:
    """`fact 15 Oct`."""
    return f"fact {short_day(one.on, today)}", Ref("fact", one.id)


def of_contact(one: Contact) -> tuple[str, Ref]:
    """`people`."""
    return "people", Ref("contact", one.id)


def line(cited: tuple[str, Ref], lead: str = "", rest: str = "", because: str = "") -> Line:
    """A line with its citation."""
    return Line(lead, rest, because, *cited)


def quoted(text: str) -> str:
    """Their words in quotation marks, shortened at a word."""
    words = " ".join(text.split()).strip("“”\"'„»«")
    if len(words) > QUOTED:
        words = words[:QUOTED].rsplit(" ", 1)[0] + " …"
    return f"“{words}”"
