"""What accepting assignments changes in coverage."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from sponsor_app.domain.ids import MemberId
from sponsor_app.domain.language import tr
from sponsor_app.domain.load import LoadLimits, LoadState, assess_load
from sponsor_app.domain.people import Member


@dataclass(frozen=True, slots=True)
class Delta:
    """How the gap lists change; less is better. The words are those of the coverage board."""

    unsponsored: int = 0
    sponsor_left: int = 0
    members_without_account: int = 0
    overloaded: int = 0

    def words(self) -> list[str]:
        """What changes, in words, best first; nothing when no list changes."""
        named = (
            (self.unsponsored, tr("Accounts without a sponsor")),
            (self.sponsor_left, tr("Accounts whose sponsor has left")),
            (self.members_without_account, tr("Executives without an account")),
            (self.overloaded, tr("Overloaded sponsors")),
        )
        return [f"{what}: {count:+d}." for count, what in named if count]


Move = tuple[MemberId | None, MemberId]
"""From whom (None: nobody) to whom."""


def delta(
    moves: Iterable[Move], members: Mapping[MemberId, Member], limits: LoadLimits, today: date
) -> Delta:
    """What moves change together, from the portfolios as they are."""
    shift = Counter[MemberId]()
    nobody = left = 0
    for before, after in moves:
        shift[after] += 1
        if before is None:
            nobody += 1
            continue
        shift[before] -= 1
        left += before in members and _has_left(members[before], today)
    touched = [(members[who], by) for who, by in shift.items() if who in members and by]

    def grown(counts: Mapping[bool, int]) -> int:
        return counts[True] - counts[False]

    idle, over = Counter[bool](), Counter[bool]()
    for one, by in touched:
        for is_after, load in ((False, one.accounts), (True, one.accounts + by)):
            idle[is_after] += load == 0 and one.expected_to_sponsor(today)
            over[is_after] += assess_load(load, limits, one.max_accounts) is LoadState.OVER
    return Delta(-nobody, -left, grown(idle), grown(over))


def _has_left(one: Member, today: date) -> bool:
    return one.left_on is not None and one.left_on <= today
