"""Handing accounts over to another sponsor: what goes with them, and what it does to the one who takes them."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from sponsor_app.domain.ids import AccountId, MemberId
from sponsor_app.domain.language import how_many, number, tr, trn
from sponsor_app.domain.load import LoadLimits, LoadState, assess_load
from sponsor_app.domain.people import Member
from sponsor_app.domain.wording import listed, short_day

MOST_BRIEFS = 25
"""For how many accounts at once a brief of the old sponsor is composed: it takes a moment each."""


@dataclass(frozen=True, slots=True)
class Parting:
    """One account: who owned it until then (several after laptops disagreed), and what of theirs goes with it.

    `promises` are open ones of ours that they took on, `visits` those planned with them from that day.
    """

    account_id: AccountId
    account: str
    before: tuple[tuple[MemberId, str], ...]
    promises: tuple[str, ...] = ()
    visits: tuple[tuple[str, MemberId], ...] = ()
    boss_of: str = ""


@dataclass(frozen=True, slots=True)
class HandOver:
    """What handing accounts to a member from a day would do; `same` counts those that are theirs already."""

    to: Member
    on: date
    today: date
    limits: LoadLimits
    partings: tuple[Parting, ...]
    same: int = 0

    @property
    def takes(self) -> int:
        """How many accounts the member would own afterwards."""
        return self.to.accounts + len(self.partings)

    @property
    def load(self) -> LoadState:
        """How heavy that is."""
        return assess_load(self.takes, self.limits, self.to.max_accounts)

    @property
    def promises(self) -> int:
        """How many promises go with them."""
        return sum(len(one.promises) for one in self.partings)

    @property
    def visits(self) -> int:
        """How many planned visits go with them."""
        return sum(len({visit for visit, _who in one.visits}) for one in self.partings)

    @property
    def briefs(self) -> int:
        """How many briefs of the old sponsor are kept with it; none when there are too many accounts."""
        owned = sum(bool(one.before) for one in self.partings)
        return owned if len(self.partings) <= MOST_BRIEFS else 0

    @property
    def tells(self) -> bool:
        """Whether there is more to know than whose the account will be."""
        return len(self.partings) > 1 or any(one.before for one in self.partings)


def preview_words(one: HandOver) -> tuple[str, ...]:
    """What would happen, a sentence each; what somebody should think about comes last."""
    return (*_taking(one), *_moving(one), *_warnings(one))


def _taking(one: HandOver) -> Iterator[str]:
    start = (
        "" if one.on == one.today else tr(" from {day}").format(day=short_day(one.on, one.today))
    )
    most = (
        ""
        if one.to.max_accounts is None
        else tr(", may own {max_accounts}").format(max_accounts=one.to.max_accounts)
    )
    if one.partings:
        yield _takes(one, start, most)
    if one.same:
        words = trn(
            "{count} account is theirs already.", "{count} accounts are theirs already.", one.same
        )
        yield words.format(count=number(one.same))
    gives = Counter(name for parting in one.partings for _who, name in parting.before)
    if gives:
        said = [
            tr("{name} gives {count}").format(name=name, count=count)
            for name, count in sorted(gives.items())
        ]
        yield f"{listed(said)}."
    unowned = sum(not parting.before for parting in one.partings)
    if unowned:
        accounts = how_many(unowned, "account")
        yield tr("{accounts} had no sponsor.").format(accounts=accounts)


def _takes(one: HandOver, start: str, most: str) -> str:
    accounts = how_many(len(one.partings), "account")
    takes = tr("{name} takes {accounts}{start}").format(
        name=one.to.name, accounts=accounts, start=start
    )
    owns = tr("owns {accounts} now, {takes} then").format(accounts=one.to.accounts, takes=one.takes)
    return tr("{takes}: {owns}; the target is {target}{most}.").format(
        takes=takes, owns=owns, target=one.limits.target, most=most
    )


def _moving(one: HandOver) -> Iterator[str]:
    if one.promises or one.visits:
        promises = how_many(one.promises, "open promise")
        visits = how_many(one.visits, "planned visit")
        yield tr("{promises} and {visits} go with them.").format(promises=promises, visits=visits)
    if one.briefs:
        words = trn(
            "The old sponsor’s brief stays with the hand-over.",
            "The old sponsor’s {count} briefs stay with the hand-over.",
            one.briefs,
        )
        yield words.format(count=number(one.briefs))
    elif any(parting.before for parting in one.partings):
        yield tr("No brief is kept: there are more than {most_briefs} accounts.").format(
            most_briefs=MOST_BRIEFS
        )


def _warnings(one: HandOver) -> Iterator[str]:
    bosses = [
        f"{parting.account} ({parting.boss_of})" for parting in one.partings if parting.boss_of
    ]
    if bosses:
        yield tr("{name} leads the account lead of {bosses}.").format(
            name=one.to.name, bosses=listed(bosses)
        )
    if one.load is LoadState.OVER:
        yield tr("That is too much for one sponsor: we flag at {flag}.").format(
            flag=one.limits.flag
        )
    elif one.load is LoadState.HIGH:
        yield tr("That is a lot for one sponsor: we warn at {warn}.").format(warn=one.limits.warn)


def kept_note(note: str, brief: str) -> str | None:
    """What is kept with a sponsorship that began by a hand-over: the note, then the old sponsor's brief."""
    parts: Sequence[str] = [part for part in (note.strip(), brief.strip()) if part]
    return "\n\n".join(parts) or None
