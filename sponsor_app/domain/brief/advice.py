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
from sponsor_app.domain.language import tr, trn
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
        question = tr("“What would you need to see to trust us with this again?”")
        return [line(of_issue(severe, page.as_of), rest=question)]
    if not page.details.wants:
        question = tr("“What would make next year a success for you?”")
        return [line((tr("gap: what they want"), account), rest=question)]
    if stranger:
        question = tr("{name}: “What are you proud of this year, apart from us?”").format(
            name=stranger.name
        )
        return [line((tr("gap: no fact"), of_contact(stranger)[1]), rest=question)]
    if not page.details.issue_channel:
        question = tr("“When something goes wrong, whom do you call first, and does that work?”")
        return [line((tr("gap: raising issues"), account), rest=question)]
    if not any(one.role is Role.DECIDES for one in page.contacts):
        question = tr("“Who else has a say when you decide about us?”")
        return [line((tr("gap: who decides"), account), rest=question)]
    question = tr("“What should we stop doing?”")
    return [line((tr("always worth asking"), account), rest=question)]


def not_known(source: BriefSource, people: Sequence[Contact]) -> list[Line]:
    """The gaps that matter in this room."""
    page = source.page
    account = Ref("account", page.row.account_id)
    lines: list[Line] = []
    never = [one for one in people if one.last_on is None]
    if never:
        names = listed([one.name for one in never])
        words = trn(
            "What {names} thinks of us: never met.",
            "What {names} think of us: never met.",
            len(never),
        )
        lines.append(line(of_contact(never[0]), rest=words.format(names=names)))
    if not page.contacts:
        lines.append(
            line((tr("people"), account), rest=tr("Whom we would meet: nobody is on file."))
        )
    elif not any(one.role is Role.DECIDES for one in page.contacts):
        lines.append(line((tr("people"), account), rest=tr("Who decides about us.")))
    lines += [*why_unknown(source), *thread_lines(source)]
    fresh = page.as_of - timedelta(days=FRESH_PULSE_DAYS)
    if not any(one.on >= fresh for one in page.pulses):
        lines.append(
            line(
                (tr("pulse"), account),
                rest=tr("How they feel now: {last_pulse}").format(last_pulse=_last_pulse(source)),
            )
        )
    if page.row.clocks.touch is None:
        lines.append(
            line((tr("timeline"), account), rest=tr("When anyone of ours was last in touch."))
        )
    return lines


def _about_issues(source: BriefSource) -> list[Line]:
    today = source.page.as_of
    severe = [one for one in source.page.issues if one.is_open and one.severity.severe]
    untold = [one for one in source.page.issues if not one.is_open and one.told_on is None]
    lines = [
        line(
            of_issue(one, today),
            rest=tr("Open with it: {title}").format(title=statement(one.title)),
            because=_why_open_with(one, source),
        )
        for one in severe[:1]
    ]
    lines += [
        line(
            of_issue(one, today),
            rest=tr("Tell them it is solved: {title}").format(title=statement(one.title)),
            because=tr("Because nobody has told them."),
        )
        for one in untold
    ]
    return lines


def _why_open_with(one: Issue, source: BriefSource) -> str:
    late = one.days_late(source.page.as_of)
    if late:
        return tr("Because our update is {span} late.").format(span=span(late))
    spread = source.spread.get(one.id)
    if spread and spread.called < spread.heard:
        not_called = spread.heard - spread.called
        return tr(
            "Because {not_called} of {heard} who probably know have not heard from us."
        ).format(not_called=not_called, heard=spread.heard)
    return tr("Because they live with it every day.")


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
        return tr("Give a new day"), tr("Because it is {span} late.").format(span=span(late))
    if one.unowned:
        return tr("Say who will do it"), tr("Because nobody has accepted it yet.")
    if one.kept_on and since and one.kept_on > since:
        return tr("Say that it is done"), tr("Because you have not met since.")
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
    why = tr("Because no touch without an ask is on record.")
    if care and days is not None:
        kind = KIND_WORDS[care.kind]
        words = (
            tr("Because the last touch with no ask was an {kind} {ago}.")
            if kind[0] in "aeiou"
            else tr("Because the last touch with no ask was a {kind} {ago}.")
        )
        why = words.format(kind=tr(kind), ago=ago(days))
    ref = Ref("interaction", care.interaction_id) if care else Ref("account", row.account_id)
    cited: Cited = (tr("clock: no ask"), ref)
    return [line(cited, rest=tr("Ask for nothing today."), because=why)]


def _about_wants(source: BriefSource) -> list[Line]:
    wants = opening(source.page.details.wants or "")
    if not wants:
        return []
    cited: Cited = (tr("story"), Ref("account", source.page.row.account_id))
    why = tr("Because it is what they want now.")
    return [line(cited, rest=tr("Speak to this: {wants}").format(wants=wants), because=why)]


def _about_next_date(source: BriefSource) -> list[Line]:
    if any(one.on > source.page.as_of for one in source.page.planned):
        return []
    cited: Cited = (tr("no next date"), Ref("account", source.page.row.account_id))
    why = tr("Because none is planned.")
    return [line(cited, rest=tr("Leave with a next date."), because=why)]


def _last_pulse(source: BriefSource) -> str:
    if not source.page.pulses:
        return tr("no reading on record.")
    days = (source.page.as_of - max(one.on for one in source.page.pulses)).days
    return tr("the last reading is {span} old.").format(span=span(days))
