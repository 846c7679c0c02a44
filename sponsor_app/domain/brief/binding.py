"""What still binds: open issues that are no bad news, and promises both ways."""

from sponsor_app.domain.brief.bad_news import issue_line, whose
from sponsor_app.domain.brief.citing import line, of_commitment
from sponsor_app.domain.brief.phrasing import late, started, statement
from sponsor_app.domain.brief.values import BriefSource, Line
from sponsor_app.domain.commitment import Commitment, Direction
from sponsor_app.domain.language import tr
from sponsor_app.domain.promise_book import record_of
from sponsor_app.domain.wording import near_day


def also_open(source: BriefSource) -> list[Line]:
    """Open issues below Sev 2, the worst and oldest first."""
    today = source.page.as_of
    return [
        issue_line(one, today)
        for one in source.page.issues
        if one.is_open and not one.severity.severe
    ]


def promises(source: BriefSource) -> list[list[Line]]:
    """Ours, then theirs, soonest due first; ours that are late are bad news already."""
    today = source.page.as_of
    binding = [one for one in source.page.commitments if one.is_open()]
    ours = [
        _line(one, source)
        for one in binding
        if one.direction is Direction.OURS and not one.days_late(today)
    ]
    return [ours, [_line(one, source) for one in binding if one.direction is Direction.THEIRS]]


def kept_words(source: BriefSource) -> str:
    """`7 of 9 of ours kept in a year`; empty when none fell due."""
    record = record_of(source.page.commitments, source.page.as_of)
    return (
        tr("{kept} of {due} of ours kept in a year").format(kept=record.kept, due=record.due)
        if record.due
        else ""
    )


def _line(one: Commitment, source: BriefSource) -> Line:
    today = source.page.as_of
    ours = one.direction is Direction.OURS
    days_late = one.days_late(today)
    said = [
        tr("due {day}").format(day=near_day(one.due_on, today))
        if one.due_on
        else tr("no day given")
    ]
    if days_late:
        said[0] += f", {late(days_late)}"
    if ours:
        said.append(whose(one, source))
    elif one.promised_by:
        said.append(tr("promised by {promised_by}").format(promised_by=one.promised_by))
    rest = f"{statement(one.text)} {started('; '.join(said))}."
    return line(of_commitment(one, today), tr("Ours:") if ours else tr("Theirs:"), rest)
