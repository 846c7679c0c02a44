"""One issue from its opening to today, a line for everything that happened to it."""

from datetime import date

from sponsor_app.domain.issue import Level
from sponsor_app.domain.issue_states import IssueStory, Reopening
from sponsor_app.ui.widgets.day_words import row_day
from sponsor_app.ui.widgets.language import tr

Line = tuple[date, str, str | None]


def level_word(level: Level) -> str:
    """A rung of the ladder."""
    words = {
        Level.ACCOUNT_LEAD: tr("the account lead"),
        Level.SPONSOR: tr("the sponsor"),
        Level.EXECUTIVE_TEAM: tr("the executive team"),
    }
    return words[level]


def story_lines(story: IssueStory, today: date, most: int) -> list[str]:
    """`most` lines, the latest first, and the opening below them."""
    lines: list[Line] = [(one.on, one.text, one.member) for one in story.updates]
    lifted = tr("lifted to {level}: {reason}")
    lines += [
        (
            one.on,
            lifted.format(level=one.to or level_word(one.level), reason=one.reason),
            one.asked_by,
        )
        for one in story.climbs
    ]
    for again in story.reopenings:
        lines += _of_reopening(again)
    told = story.issue.told_on
    lines += [(told, tr("they know"), None)] if told else []
    lines.sort(key=lambda line: line[0], reverse=True)
    said = [
        f"{row_day(on, today)} · {text}{f' · {who}' if who else ''}"
        for on, text, who in lines[:most]
    ]
    return [*said, tr("{day} · opened").format(day=row_day(story.issue.opened_on, today))]


def _of_reopening(again: Reopening) -> list[Line]:
    """That it came back, and below it what had been thought to solve it."""
    lines: list[Line] = [
        (again.on, tr("opened again: {reason}").format(reason=again.reason), again.by)
    ]
    if again.resolved_on:
        words = tr("solved for a time: {text}").format(text=again.resolution or "")
        lines.append((again.resolved_on, words, None))
    return lines
