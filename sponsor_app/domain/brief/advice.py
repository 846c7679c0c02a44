"""What to say and why, one good question, and what nobody knows."""

from collections.abc import Sequence
from datetime import date, timedelta

from sponsor_app.domain.brief.bringing import bring_lines, thread_lines
from sponsor_app.domain.brief.citing import Cited, line, of_commitment, of_contact, of_issue
from sponsor_app.domain.brief.phrasing import opening, statement
from sponsor_app.domain.brief.practices import owed_words
from sponsor_app.domain.brief.turning import came_back, why_unknown
from sponsor_app.domain.brief.values import BriefSource, Line, Ref
from sponsor_app.domain.commitment import Commitment, Direction
from sponsor_app.domain.coverage import LONG_WITHOUT_CARE_DAYS
from sponsor_app.domain.issue import Issue
from sponsor_app.domain.people import Contact, Role
from sponsor_app.domain.wording import KIND_WORDS, ago, listed, span

FRESH_PULSE_DAYS = 30


def say(source: BriefSource, since: date | None) -> list[list[Line]]:
    """Talking points by sort, each with its reason: issues, promises, no ask, what they want, the next date."""
    return [
        _about_issues(source),
        _about_promises(source, since),
        _about_care(source),
        owed_words(source),
        _about_wants(source),
        bring_lines(source),
        came_back(source),
        _about_next_date(source),
    ]


def ask(source: BriefSource, people: Sequence[Contact]) -> list[Line]:
    """One question: about trust when it is broken, else the one that fills the widest gap."""
    page = source.page
    account = Ref("account", page.row.account_id)
    severe = next((one for one in page.issues if one.is_open and one.severity.severe), None)
    known = {fact.contact_id for fact in page.facts}
    stranger = next((one for one in people if one.id not in known), None)
    if severe:
        question = "“What would you need to see to trust us with this again?”"
        return [line(of_issue(severe, page.as_of), rest=question)]
    if not page.details.wants:
        question = "“What would make next year a success for you?”"
        return [line(("gap: what they want", account), rest=question)]
    if stranger:
        question = f"{stranger.name}: “What are you proud of this year, apart from us?”"
        return [line(("gap: no fact", of_contact(stranger)[1]), rest=question)]
    if not page.details.issue_channel:
        question = "“When something goes wrong, whom do you call first, and does that work?”"
        return [line(("gap: raising issues", account), rest=question)]
    if not any(one.role is Role.DECIDES for one in page.contacts):
        question = "“Who else has a say when you decide about us?”"
        return [line(("gap: who decides", account), rest=question)]
    question = "“What should we stop doing?”"
    return [line(("always worth asking", account), rest=question)]


def not_known(source: BriefSource, people: Sequence[Contact]) -> list[Line]:
    """The gaps that matter in this room."""
    page = source.page
    account = Ref("account", page.row.account_id)
    lines: list[Line] = []
    never = [one for one in people if one.last_on is None]
    if never:
        names = listed([one.name for one in never])
        verb = "thinks" if len(never) == 1 else "think"
        lines.append(line(of_contact(never[0]), rest=f"What {names} {verb} of us: never met."))
    if not page.contacts:
        lines.append(line(("people", account), rest="Whom we would meet: nobody is on file."))
    elif not any(one.role is Role.DECIDES for one in page.contacts):
        lines.append(line(("people", account), rest="Who decides about us."))
    lines += [*why_unknown(source), *thread_lines(source)]
    fresh = page.as_of - timedelta(days=FRESH_PULSE_DAYS)
    if not any(one.on >= fresh for one in page.pulses):
        lines.append(line(("pulse", account), rest=f"How they feel now: {_last_pulse(source)}"))
    if page.row.clocks.touch is None:
        lines.append(line(("timeline", account), rest="When anyone of ours was last in touch."))
    return lines


def _about_issues(source: BriefSource) -> list[Line]:
    today = source.page.as_of
    severe = [one for one in source.page.issues if one.is_open and one.severity.severe]
    untold = [one for one in source.page.issues if not one.is_open and one.told_on is None]
    lines = [
        line(
            of_issue(one, today),
            rest=f"Open with it: {statement(one.title)}",
            because=_why_open_with(one, source),
        )
        for one in severe[:1]
    ]
    lines += [
        line(
            of_issue(one, today),
            rest=f"Tell them it is solved: {statement(one.title)}",
            because="Because nobody has told them.",
        )
        for one in untold
    ]
    return lines


def _why_open_with(one: Issue, source: BriefSource) -> str:
    late = one.days_late(source.page.as_of)
    if late:
        return f"Because our update is {span(late)} late."
    spread = source.spread.get(one.id)
    if spread and spread.called < spread.heard:
        not_called = spread.heard - spread.called
        return f"Because {not_called} of {spread.heard} who probably know have not heard from us."
    return "Because they live with it every day."


def _about_promises(source: BriefSource, since: date | None) -> list[Line]:
    today = source.page.as_of
    ours = [one for one in source.page.commitments if one.direction is Direction.OURS]
    found = ((_point(one, today, since), one) for one in ours)
    return [
        line(of_commitment(one, today), rest=f"{point[0]}: {statement(one.text)}", because=point[1])
        for point, one in found
        if point
    ]


def _point(one: Commitment, today: date, since: date | None) -> tuple[str, str] | None:
    """What to say about a promise of ours, and why; None when there is nothing to say."""
    late = one.days_late(today)
    if late:
        return "Give a new day", f"Because it is {span(late)} late."
    if one.unowned:
        return "Say who will do it", "Because nobody has accepted it yet."
    if one.kept_on and since and one.kept_on > since:
        return "Say that it is done", "Because you have not met since."
    return None


def _about_care(source: BriefSource) -> list[Line]:
    """Nothing to sell today, when every touch since longer than was promised has asked for something."""
    row, today = source.page.row, source.page.as_of
    care, touch = row.clocks.non_selling, row.clocks.touch
    if touch is None or (care and care.on >= touch.on):
        return []
    days = (today - care.on).days if care else None
    longest = row.cadence.maximum if row.cadence else LONG_WITHOUT_CARE_DAYS
    if days is not None and days <= longest:
        return []
    why = "Because no touch without an ask is on record."
    if care and days is not None:
        kind = KIND_WORDS[care.kind]
        article = "an" if kind[0] in "aeiou" else "a"
        why = f"Because the last touch with no ask was {article} {kind} {ago(days)}."
    ref = Ref("interaction", care.interaction_id) if care else Ref("account", row.account_id)
    cited: Cited = ("clock: no ask", ref)
    return [line(cited, rest="Ask for nothing today.", because=why)]


def _about_wants(source: BriefSource) -> list[Line]:
    wants = opening(source.page.details.wants or "")
    if not wants:
        return []
    cited: Cited = ("story", Ref("account", source.page.row.account_id))
    why = "Because it is what they want now."
    return [line(cited, rest=f"Speak to this: {wants}", because=why)]


def _about_next_date(source: BriefSource) -> list[Line]:
    if any(one.on > source.page.as_of for one in source.page.planned):
        return []
    cited: Cited = ("no next date", Ref("account", source.page.row.account_id))
    why = "Because none is planned."
    return [line(cited, rest="Leave with a next date.", because=why)]


def _last_pulse(source: BriefSource) -> str:
    if not source.page.pulses:
        return "no reading on record."
    days = (source.page.as_of - max(one.on for one in source.page.pulses)).days
    return f"the last reading is {span(days)} old."
