"""Exposure: which of our functions meet which of theirs, whom to bring next, and who hangs on a single thread."""

from collections import defaultdict
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from enum import StrEnum
from heapq import nsmallest

from sponsor_app.domain.ids import AccountId, ContactId, MemberId
from sponsor_app.domain.language import how_many, later, number, tr, trn
from sponsor_app.domain.member import Function
from sponsor_app.domain.people import Role
from sponsor_app.domain.wording import ago, listed

WINDOW_DAYS = 365
MOST_NEXT, MOST_NAMES = 3, 3
ORDER = (
    Function.EXECUTIVE, Function.ENGINEERING, Function.PRODUCT, Function.SALES, Function.MARKETING,
    Function.FINANCE, Function.OPERATIONS, Function.SUPPORT, Function.LEGAL, Function.HR,
    Function.OTHER, None,
)  # fmt: skip
WEIGHT = (Role.DECIDES, Role.CHAMPION, Role.BLOCKS, Role.INFLUENCES, Role.USES, None)
FUNCTION_WORDS = later(
    {
        Function.ENGINEERING: "Engineering",
        Function.PRODUCT: "Product",
        Function.SALES: "Sales",
        Function.MARKETING: "Marketing",
        Function.FINANCE: "Finance",
        Function.OPERATIONS: "Operations",
        Function.SUPPORT: "Support",
        Function.LEGAL: "Legal",
        Function.HR: "HR",
        Function.EXECUTIVE: "Executive",
        Function.OTHER: "Other",
    }
)


class By(StrEnum):
    """What stands across the top: their functions, or their people one by one."""

    FUNCTION = "function"
    PERSON = "person"


@dataclass(frozen=True, slots=True)
class Ours:
    """One of ours who is here: on which accounts' teams, and how many accounts they own."""

    id: MemberId
    name: str
    function: Function | None
    accounts: int = 0
    room: bool = True
    team_of: Collection[AccountId] = ()


@dataclass(frozen=True, slots=True)
class Theirs:
    """One of theirs who is there."""

    id: ContactId
    account_id: AccountId
    account: str
    name: str
    title: str | None
    function: Function | None
    role: Role | None
    counterpart_id: MemberId | None = None


@dataclass(frozen=True, slots=True)
class Pair:
    """One of ours and one of theirs who met: when last, and how often in the last 365 days."""

    member_id: MemberId
    contact_id: ContactId
    last_on: date
    times: int


@dataclass(frozen=True, slots=True)
class Fit:
    """One of ours who could be brought, and why just them."""

    member_id: MemberId
    name: str
    because: str


@dataclass(frozen=True, slots=True)
class Column:
    """One of their functions, or one of their people."""

    title: str
    words: str
    people: tuple[Theirs, ...]


@dataclass(frozen=True, slots=True)
class Cell:
    """Where one of our functions meets one of their columns.

    `times` counts the last 365 days; `last_on` may be older. `who` are ours who met them, who met last first.
    `fits` are those of ours to bring and `meet` whom they should meet, where nobody met within 365 days.
    """

    ours: Function | None
    column: Column
    last_on: date | None
    times: int
    who: tuple[str, ...]
    accounts: int = 0
    fits: tuple[Fit, ...] = ()
    meet: Theirs | None = None
    next_up: bool = False


@dataclass(frozen=True, slots=True)
class Exposure:
    """The grid as of a day, whom to bring first, and why everything hangs on one thread (empty when it does not)."""

    as_of: date
    functions: tuple[Function | None, ...]
    columns: tuple[Column, ...]
    cells: tuple[tuple[Cell, ...], ...]
    single_thread: str = ""

    @property
    def met(self) -> int:
        """How many cells had a meeting in the last 365 days."""
        return sum(bool(cell.times) for row in self.cells for cell in row)

    @property
    def of(self) -> int:
        """How many cells there are."""
        return len(self.functions) * len(self.columns)

    @property
    def next(self) -> tuple[Cell, ...]:
        """Whom to bring next, most worth it first."""
        return tuple(sorted((c for row in self.cells for c in row if c.next_up), key=_worth))


@dataclass(frozen=True, slots=True)
class Known:
    """What an exposure is made from."""

    ours: Sequence[Ours]
    theirs: Sequence[Theirs]
    pairs: Sequence[Pair]


def function_word(function: Function | None) -> str:
    """`Engineering`; `Not known` where nobody said."""
    return FUNCTION_WORDS[function] if function else tr("Not known")


def exposure(known: Known, today: date, by: By = By.FUNCTION) -> Exposure:
    """The grid of one account or of many: every function that we have against everybody there."""
    columns = tuple(_columns(known.theirs, by))
    functions = _functions(known)
    sorted_out = _sorted_out(known)
    met = [_met(sorted_out, column) for column in columns]
    rows = [
        tuple(
            _cell(sorted_out, one, column, there[one])
            for column, there in zip(columns, met, strict=True)
        )
        for one in functions
    ]
    chosen = _chosen([cell for row in rows for cell in row])
    cells = tuple(tuple(_marked(cell, chosen) for cell in row) for row in rows)
    return Exposure(today, functions, columns, cells, single_thread(known))


def single_thread(known: Known) -> str:
    """Why a relationship would end with one person; empty when it would not, or when nobody met at all.

    Counted are the last 365 days, and those who are still here and there.
    """
    lately = [pair for pair in known.pairs if pair.times]
    ours = {pair.member_id for pair in lately}
    theirs = {pair.contact_id for pair in lately}
    if not lately:
        return ""
    if len(theirs) == 1:
        name = next(one.name for one in known.theirs if one.id in theirs)
        return tr("only {name} was met, of {count} there").format(
            name=name, count=len(known.theirs)
        )
    if len(ours) == 1:
        name = next(one.name for one in known.ours if one.id in ours)
        return tr("only {name} of ours met anybody there").format(name=name)
    return ""


def _functions(known: Known) -> tuple[Function | None, ...]:
    here = {one.function for one in known.ours}
    busy = {pair.member_id for pair in known.pairs}
    if not any(one.function is None and one.id in busy for one in known.ours) and len(here) > 1:
        here.discard(None)
    return tuple(one for one in ORDER if one in here)


def _columns(theirs: Sequence[Theirs], by: By) -> Iterator[Column]:
    if by is By.PERSON:
        for one in sorted(theirs, key=_weight):
            yield Column(one.name, one.name, (one,))
        return
    for function in ORDER:
        people = tuple(sorted((one for one in theirs if one.function is function), key=_weight))
        if people:
            yield Column(
                tr(function_word(function)),
                tr("their {function}").format(function=_lower(function)),
                people,
            )


def _weight(one: Theirs) -> tuple[int, str, str]:
    return WEIGHT.index(one.role), one.name.casefold(), one.id


@dataclass(slots=True)
class _SortedOut:
    """The same by function, by person and by account, so that many cells are quick."""

    ours: defaultdict[Function | None, dict[MemberId, Ours]] = field(
        default_factory=lambda: defaultdict(dict)
    )
    functions: dict[MemberId, Function | None] = field(
        default_factory=dict[MemberId, Function | None]
    )
    pairs: defaultdict[ContactId, list[Pair]] = field(default_factory=lambda: defaultdict(list))
    been: defaultdict[AccountId, set[MemberId]] = field(default_factory=lambda: defaultdict(set))


def _sorted_out(known: Known) -> _SortedOut:
    made = _SortedOut()
    for one in known.ours:
        made.ours[one.function][one.id] = one
        made.functions[one.id] = one.function
    at = {one.id: one.account_id for one in known.theirs}
    for pair in known.pairs:
        made.pairs[pair.contact_id].append(pair)
        made.been[at[pair.contact_id]].add(pair.member_id)
    return made


_Met = list[tuple[Pair, AccountId]]


def _met(known: _SortedOut, column: Column) -> defaultdict[Function | None, _Met]:
    """Who of ours met the people of a column, by our function; gone through once for all cells below it."""
    found: defaultdict[Function | None, _Met] = defaultdict(list)
    functions = known.functions
    for one in column.people:
        for pair in known.pairs.get(one.id, ()):
            found[functions[pair.member_id]].append((pair, one.account_id))
    return found


def _cell(known: _SortedOut, function: Function | None, column: Column, met: _Met) -> Cell:
    mine = known.ours[function]
    met.sort(key=lambda found: found[0].last_on, reverse=True)
    times = sum(pair.times for pair, _at in met)
    who = tuple(dict.fromkeys(mine[pair.member_id].name for pair, _at in met))
    accounts = {at for pair, at in met if pair.times}
    last = met[0][0].last_on if met else None
    cell = Cell(function, column, last, times, who, len(accounts))
    if times:
        return cell
    meet = column.people[0]
    return replace(cell, fits=tuple(_fits(known, function, meet)), meet=meet)


def _fits(known: _SortedOut, function: Function | None, meet: Theirs) -> Iterator[Fit]:
    """Those of a function who fit, best first: counterpart, team, who was there before, who has room."""
    been = known.been.get(meet.account_id, frozenset[MemberId]())

    def place(one: Ours) -> tuple[int, int, str]:
        return _nearness(one, meet, been), one.accounts, one.name.casefold()

    for one in nsmallest(MOST_NAMES, known.ours[function].values(), key=place):
        yield Fit(one.id, one.name, _reason(one, meet, _nearness(one, meet, been)))


COUNTERPART, TEAM, BEEN, FREE, FULL = range(5)
"""How near one of ours is to somebody of theirs, the nearest first."""


def _nearness(one: Ours, meet: Theirs, been: Collection[MemberId]) -> int:
    if one.id == meet.counterpart_id:
        return COUNTERPART
    if meet.account_id in one.team_of:
        return TEAM
    if one.id in been:
        return BEEN
    return FREE if one.room else FULL


def _reason(one: Ours, meet: Theirs, nearness: int) -> str:
    if nearness == COUNTERPART:
        return tr("counterpart of {name}").format(name=meet.name)
    if nearness == FREE and one.accounts:
        return tr("owns {accounts}").format(accounts=how_many(one.accounts, "account"))
    words = {
        TEAM: tr("on the team"),
        BEEN: tr("was there before"),
        FULL: tr("has a full load"),
        FREE: tr("owns no account"),
    }
    return words[nearness]


def _chosen(cells: Sequence[Cell]) -> list[Cell]:
    """The cells most worth filling: each of their columns and each of our functions at most once."""
    found: list[Cell] = []
    for cell in sorted((one for one in cells if one.fits), key=_worth):
        taken = any(one.column is cell.column or one.ours is cell.ours for one in found)
        if not taken and len(found) < MOST_NEXT:
            found.append(cell)
    return found


def _worth(cell: Cell) -> tuple[bool, int, int, str]:
    """Their like with our like first, then whoever weighs most in what they decide about us."""
    meet, ours = cell.meet, cell.ours
    alike = meet is not None and ours is not None and meet.function is ours
    role = WEIGHT.index(meet.role) if meet else len(WEIGHT)
    return not alike, role, ORDER.index(ours), cell.column.title


def _marked(cell: Cell, chosen: Sequence[Cell]) -> Cell:
    return replace(cell, next_up=True) if any(one is cell for one in chosen) else cell


def cell_words(cell: Cell, today: date) -> str:
    """What a cell says in a sentence: when and how often they met, or that somebody should be brought."""
    head = tr("Our {ours} and {theirs}:").format(ours=_lower(cell.ours), theirs=cell.column.words)
    if cell.last_on is None:
        return tr("{head} never met.").format(head=head)
    when = ago((today - cell.last_on).days)
    if cell.times:
        year = trn("once in 365 days", "{times} times in 365 days", cell.times)
        year = year.format(times=number(cell.times))
    else:
        year = tr("not in 365 days")
    return tr("{head} last met {when}, {year}, by {who}.").format(
        head=head, when=when, year=year, who=listed(list(cell.who), 2)
    )


def bring_words(cell: Cell, *, where: bool = False) -> str:
    """`Bring Lena Okonkwo (on the team) to meet Ruth Okafor, Controller.`; empty where nobody is missing.

    With `where` the account is named too.
    """
    if not cell.fits or cell.meet is None:
        return ""
    names = tr(" or ").join(f"{one.name} ({one.because})" for one in cell.fits)
    whom = ", ".join(part for part in (cell.meet.name, cell.meet.title) if part)
    whom += tr(", at {account}").format(account=cell.meet.account) if where else ""
    return tr("Bring {names} to meet {whom}.").format(names=names, whom=whom)


def _lower(function: Function | None) -> str:
    if function is None:
        return tr("people without a function")
    words = tr(function_word(function))
    return words if function is Function.HR else words.lower()
