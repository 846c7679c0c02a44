"""How it stands with an account: a row of parts, each with its day and where it comes from; never one number."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from sponsor_app.domain.account_page import AccountPage
from sponsor_app.domain.commitment import Direction
from sponsor_app.domain.coverage import Coverage
from sponsor_app.domain.language import how_many, number, tr
from sponsor_app.domain.pulse import (
    Blend,
    Mood,
    Trend,
    Voice,
    blend,
    heard,
    is_own_feeling,
    is_stale,
    mood_of,
    trend,
    voice_of,
)
from sponsor_app.domain.reference import standing
from sponsor_app.domain.wording import ago, listed, span


class PartKey(StrEnum):
    """The parts, in their order."""

    PULSE = "pulse"
    FEELING = "feeling"
    SEEN = "seen"
    ISSUES = "issues"
    PROMISES = "promises"
    REFERENCES = "references"


class PartState(StrEnum):
    """What a part says, without weighing it against the others."""

    GOOD = "good"
    WATCH = "watch"
    BAD = "bad"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class HealthPart:
    """One part: what it is about, what it says, and the day it is from (None when nothing is known)."""

    key: PartKey
    state: PartState
    words: str
    on: date | None


OF_MOOD = {Mood.GREEN: PartState.GOOD, Mood.YELLOW: PartState.WATCH, Mood.RED: PartState.BAD}
OF_COVERAGE = {
    Coverage.COVERED: PartState.GOOD,
    Coverage.DUE: PartState.WATCH,
    Coverage.OVERDUE: PartState.BAD,
    Coverage.NEVER_MET: PartState.UNKNOWN,
    Coverage.NO_CADENCE: PartState.UNKNOWN,
}


def health(page: AccountPage) -> tuple[HealthPart, ...]:
    """Every part of which anything can be said; how they feel and who was there always."""
    return tuple(_parts(page))


def voices(page: AccountPage) -> dict[Voice, int]:
    """How many of those asked, by their last reading, promote us, say nothing, warn others."""
    last: dict[str | None, Voice] = {}
    for one in heard(page.pulses, page.as_of):
        last.setdefault(one.contact_id, voice_of(one.score))
    found = list(last.values())
    return {voice: found.count(voice) for voice in Voice}


def blend_words(found: Blend) -> str:
    """`7.2 of 10, 3 asked; our own feeling weighs 15 %`."""
    if found.value is None:
        return tr("nobody asked lately")
    said = tr("{found} of 10, {asked} asked").format(
        found=number(found.value, 1), asked=found.asked
    )
    if found.stale:
        said += tr(", {stale} too long ago").format(stale=found.stale)
    return (
        tr("{said}; our own feeling weighs {feeling_share} %").format(
            said=said, feeling_share=found.feeling_share
        )
        if found.feeling
        else said
    )


def _parts(page: AccountPage) -> Iterator[HealthPart]:
    yield _pulse(page)
    yield from _feeling(page)
    yield _seen(page)
    yield from _issues(page)
    yield from _promises(page)
    yield from _references(page)


def _pulse(page: AccountPage) -> HealthPart:
    said = heard(page.pulses, page.as_of)
    if not said:
        return HealthPart(
            PartKey.PULSE, PartState.UNKNOWN, tr("nobody was asked how they feel"), None
        )
    last, way = said[0], trend(said, page.as_of)
    words = tr("{score} of 10, {voice}").format(score=last.score, voice=tr(voice_of(last.score)))
    if way is Trend.FALLING or way is Trend.RISING:
        words += f", {tr(way.value)}"
    if is_stale(last.score, last.on, page.as_of):
        old = span((page.as_of - last.on).days)
        return HealthPart(
            PartKey.PULSE,
            PartState.UNKNOWN,
            tr("{words}; {old} old, ask again").format(words=words, old=old),
            last.on,
        )
    state = OF_MOOD[mood_of(last.score)]
    if way is Trend.FALLING and state is PartState.GOOD:
        state = PartState.WATCH
    return HealthPart(PartKey.PULSE, state, words, last.on)


def _feeling(page: AccountPage) -> Iterator[HealthPart]:
    felt = [one for one in page.pulses if is_own_feeling(one)]
    if felt:
        last = max(felt, key=lambda one: (one.on, one.id))
        share = blend(page.pulses, page.as_of).feeling_share
        words = tr("{score} of 10, ours; weighs {share} % beside what they said").format(
            score=last.score, share=share
        )
        yield HealthPart(PartKey.FEELING, OF_MOOD[mood_of(last.score)], words, last.on)


def _seen(page: AccountPage) -> HealthPart:
    row = page.row
    touch = row.clocks.touch
    words = tr(row.coverage.value.replace("_", " "))
    if touch is not None:
        words += tr(", last touch {ago}").format(ago=ago((page.as_of - touch.on).days))
    return HealthPart(PartKey.SEEN, OF_COVERAGE[row.coverage], words, touch.on if touch else None)


def _issues(page: AccountPage) -> Iterator[HealthPart]:
    still = [one for one in page.issues if one.is_open]
    severe = [one for one in still if one.severity.severe]
    if severe:
        words = listed(
            [
                tr("Sev {severity} {title}").format(severity=one.severity.value, title=one.title)
                for one in severe
            ],
            2,
        )
        yield HealthPart(PartKey.ISSUES, PartState.BAD, words, severe[0].opened_on)
    elif still:
        issues = how_many(len(still), "issue")
        words = tr("{issues} open, none severe").format(issues=issues)
        yield HealthPart(PartKey.ISSUES, PartState.WATCH, words, still[0].opened_on)
    elif page.issues:
        solved = [one.resolved_on for one in page.issues if one.resolved_on]
        yield HealthPart(PartKey.ISSUES, PartState.GOOD, tr("none open"), max(solved, default=None))


def _promises(page: AccountPage) -> Iterator[HealthPart]:
    ours = [one for one in page.commitments if one.direction is Direction.OURS]
    still = [one for one in ours if one.is_open()]
    late = [one for one in still if one.days_late(page.as_of)]
    if late:
        promises = how_many(len(still), "open promise")
        words = tr("{count} of {promises} of ours late").format(count=len(late), promises=promises)
        yield HealthPart(PartKey.PROMISES, PartState.BAD, words, late[0].due_on)
    elif ours:
        kept = [one.kept_on for one in ours if one.kept_on]
        promises = how_many(len(still), "open promise")
        words = tr("{promises} of ours, none late").format(promises=promises)
        yield HealthPart(PartKey.PROMISES, PartState.GOOD, words, max(kept, default=None))


def _references(page: AccountPage) -> Iterator[HealthPart]:
    practice = page.practice
    for one in practice.references:
        found = standing(one, practice.limits, page.as_of)
        state = PartState.GOOD if found.free else PartState.WATCH
        words = (
            tr("speaks for us")
            if found.free
            else tr("locked: {words}").format(words=found.locks[0].words)
        )
        since = one.valid_from if found.free else found.locks[0].since
        yield HealthPart(PartKey.REFERENCES, state, f"{one.contact} {words}", since)
