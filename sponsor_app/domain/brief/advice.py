"""What to say and why, one good question, and what nobody knows."""

from collections.abc import Sequence
from datetime import date, timedelta

from sponsor_app.domain.brief.citing import line, of_commitment, of_contact, of_issue
from sponsor_app.domain.brief.values import BriefSource, Line, Ref
from sponsor_app.domain.commitment import Direction
from sponsor_app.domain.people import Contact, Role
from sponsor_app.domain.wording import first_sentence, listed, sentence, span

FRESH_PULSE_DAYS = 30
LONG_WITHOUT_CARE_DAYS = 180


def say_lines(source: BriefSource, since: date | None) -> list[Line]:
    """Talking points, the most pressing first, each with its reason."""
    return [
        *_about_issues(source),
        *_about_promises(source, since),
        *_about_care(source),
        *_about_wants(source),
        *_about_next_date(source),
    ]


def ask_lines(source: BriefSource, people: Sequence[Contact]) -> list[Line]:
    """One question that fills the widest gap."""
    page = source.page
    account = Ref("account", page.row.account_id)
    known = {fact.contact_id for fact in page.facts}
    stranger = next((one for one in people if one.id not in known), None)
    if not page.details.wants:
        question = "“What would make next year a success for you?”"
        return [line(("gap: what they want", account), rest=question)]
    if stranger:
        question = f"Ask {stranger.name}: “What are you proud of this year, apart from us?”"
        return [line(("gap: no fact", of_contact(stranger)[1]), rest=question)]
    if not page.details.issue_channel:
        question = "“When something goes wrong, whom do you call first, and does that work?”"
        return [line(("gap: how to raise issues", account), rest=question)]
    if not any(one.role is Role.DECIDES for one in page.contacts):
        question = "“Who else has a say when you decide about us?”"
        return [line(("gap: who decides", account), rest=question)]
    question = "“What should we stop doing?”"
    return [line(("always worth asking", account), rest=question)]


def not_known_lines(source: BriefSource, people: Sequence[Contact]) -> list[Line]:
    """The gaps that matter in this room."""
    page = source.page
    account = Ref("account", page.row.account_id)
    lines: list[Line] = []
    never = [one for one in people if one.last_on is None]
    if never:
        names = listed([one.name for one in never])
        lines.append(line(of_contact(never[0]), rest=f"What {names} thinks of us: never met."))
    if not page.contacts:
        lines.append(line(("people", account), rest="Whom we would meet: nobody is on file."))
    elif not any(one.role is Role.DECIDES for one in page.contacts):
        lines.append(line(("people", account), rest="Who decides about us."))
    fresh = page.as_of - timedelta(days=FRESH_PULSE_DAYS)
    if not any(one.on >= fresh for one in page.pulses):
        lines.append(line(("pulse", account), rest=f"How they feel now: {_last_pulse(source)}"))
    if page.row.clocks.touch is None:
        lines.append(line(("timeline", account), rest="When anyone of ours was last in touch."))
    return lines


def _about_issues(source: BriefSource) -> list[Line]:
    today = source.page.as_of
    lines: list[Line] = []
    for one in source.page.issues:
        if one.is_open and one.severity.severe:
            late = one.days_late(today)
            why = (
                f"Because our update is {span(late)} late."
                if late
                else "Because they live with it every day."
            )
            lines.append(
                line(of_issue(one, today), rest=f"Open with it: {sentence(one.title)}", because=why)
            )
        elif not one.is_open and one.told_on is None:
            text = f"Tell them it is solved: {sentence(one.title)}"
            lines.append(
                line(of_issue(one, today), rest=text, because="Because nobody has told them.")
            )
    return lines[:2]


def _about_promises(source: BriefSource, since: date | None) -> list[Line]:
    today = source.page.as_of
    lines: list[Line] = []
    for one in source.page.commitments:
        if one.direction is not Direction.OURS:
            continue
        if one.days_late(today):
            text, why = (
                f"Give a new day for: {sentence(one.text)}",
                f"Because it is {span(one.days_late(today))} late.",
            )
        elif one.unowned:
            text, why = (
                f"Say who will do it: {sentence(one.text)}",
                "Because nobody has accepted it yet.",
            )
        elif one.kept_on and since and one.kept_on > since:
            text, why = (
                f"Mention that it is done: {sentence(one.text)}",
                "Because you have not met since.",
            )
        else:
            continue
        lines.append(line(of_commitment(one, today), rest=text, because=why))
    return lines[:2]


def _about_care(source: BriefSource) -> list[Line]:
    row, today = source.page.row, source.page.as_of
    care = row.clocks.non_selling
    if row.clocks.touch is None:
        return []
    days = (today - care.on).days if care else None
    if days is not None and days <= LONG_WITHOUT_CARE_DAYS:
        return []
    how_long = (
        f"the last visit with no ask was {span(days)} ago"
        if days
        else "no visit without an ask is on record"
    )
    ref = Ref("interaction", care.interaction_id) if care else Ref("account", row.account_id)
    return [
        line(("clock: no ask", ref), rest="Ask for nothing today.", because=f"Because {how_long}.")
    ]


def _about_wants(source: BriefSource) -> list[Line]:
    wants = source.page.details.wants
    if not wants:
        return []
    ref = Ref("account", source.page.row.account_id)
    text = f"Speak to what they want now: {sentence(first_sentence(wants))}"
    return [line(("story", ref), rest=text, because="Because it is in their words.")]


def _about_next_date(source: BriefSource) -> list[Line]:
    today = source.page.as_of
    if any(one.on > today for one in source.page.planned):
        return []
    ref = Ref("account", source.page.row.account_id)
    return [
        line(
            ("no next date", ref),
            rest="Leave with a next date.",
            because="Because none is planned.",
        )
    ]


def _last_pulse(source: BriefSource) -> str:
    if not source.page.pulses:
        return "no reading on record."
    days = (source.page.as_of - source.page.pulses[0].on).days
    return f"the last reading is {span(days)} old."
