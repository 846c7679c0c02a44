"""How they feel: the last reading, how far it moved and in what time, and their words."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import timedelta

from sponsor_app.domain.brief import phrasing
from sponsor_app.domain.brief.citing import line, of_pulse
from sponsor_app.domain.brief.values import BriefSource, Line
from sponsor_app.domain.language import tr
from sponsor_app.domain.people import Pulse

LOW_PULSE = 6
MOVED = 2
RECENT_DAYS = 60
LOOK_BACK_DAYS = 365


@dataclass(frozen=True, slots=True)
class Mood:
    """The last reading, and where the way down or up to it began, asked of how many people."""

    last: Pulse
    turn: Pulse | None
    asked: int

    @property
    def is_low(self) -> bool:
        """Whether it is bad, or fell."""
        return self.last.score <= LOW_PULSE or (self.turn or self.last).score > self.last.score

    @property
    def words(self) -> str:
        """`Pulse fell from 7 to 4 in five weeks.`"""
        if self.turn is None:
            return tr("Pulse {score} of 10.").format(score=self.last.score)
        took = phrasing.lapse((self.last.on - self.turn.on).days)
        of_whom = (
            tr(", {people} asked").format(people=phrasing.people(self.asked))
            if self.asked > 1
            else ""
        )
        words = (
            tr("Pulse fell from {first} to {last} in {took}{of_whom}.")
            if self.last.score < self.turn.score
            else tr("Pulse rose from {first} to {last} in {took}{of_whom}.")
        )
        return words.format(first=self.turn.score, last=self.last.score, took=took, of_whom=of_whom)


def mood(source: BriefSource) -> Mood | None:
    """How they feel by the newest reading; None when it is too old to be news.

    One person's readings are compared with each other; with other people's only when there are none, and then
    the page says how many were asked.
    """
    recent = source.page.as_of - timedelta(days=RECENT_DAYS)
    newest = sorted(source.page.pulses, key=lambda one: (one.on, one.id), reverse=True)
    last = next((one for one in newest if one.on >= recent), None)
    if last is None:
        return None
    oldest = last.on - timedelta(days=LOOK_BACK_DAYS)
    earlier = [one for one in newest if oldest <= one.on <= last.on and one.id != last.id]
    theirs = [one for one in earlier if one.contact_id == last.contact_id]
    run = theirs if _turn(last, theirs) else earlier
    turn = _turn(last, run)
    asked = {last.contact_id, *(one.contact_id for one in run if turn and one.on >= turn.on)}
    return Mood(last, turn, len(asked))


def mood_line(source: BriefSource, found: Mood) -> Line:
    """The reading with their words."""
    words = phrasing.quoted(found.last.quote or "")
    who = f"{found.last.contact}: " if found.last.contact and words else ""
    return line(of_pulse(found.last, source.page.as_of), found.words, f"{who}{words}")


def _turn(last: Pulse, earlier: Sequence[Pulse]) -> Pulse | None:
    """Where the run of ever higher, or ever lower, readings before the last one ends; `earlier` newest first.

    None when it moved by less than two: that is no news.
    """
    turn: Pulse | None = None
    for one in earlier:
        if turn is None:
            turn = one if one.score != last.score else None
        elif (one.score - turn.score) * (turn.score - last.score) > 0:
            turn = one
        else:
            break
    return turn if turn and abs(turn.score - last.score) >= MOVED else None
