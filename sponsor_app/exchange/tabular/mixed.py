"""Lists that mix companies and people: what says of each row which it is, and what its cells then mean."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from sponsor_app.domain.folding import fold
from sponsor_app.domain.importing import KIND_OF_ROW, MIXED, FieldValue, ImportKind, field_names
from sponsor_app.exchange.tabular import choices
from sponsor_app.exchange.tabular.cells import clean, is_nothing, shown
from sponsor_app.exchange.tabular.columns import NAMING, Target
from sponsor_app.exchange.tabular.headings.keys import heading_key
from sponsor_app.exchange.tabular.headings.mixed import (
    COMPANY_WORDS,
    KIND_HEADINGS,
    PERSON_WORDS,
    SHARED_MAILBOXES,
)
from sponsor_app.exchange.tabular.kinds import recognise_kind
from sponsor_app.exchange.tabular.mapping import Mapped, asked_for, left_alone, map_columns
from sponsor_app.exchange.tabular.refusals import Refused
from sponsor_app.exchange.tabular.wishes import Wishes

ACCOUNTS, CONTACTS = MIXED
_SAYING = tuple(one.name for one in KIND_OF_ROW)
_ELSEWHERE = {ACCOUNTS: "parent", CONTACTS: "account"}
"""Where the company stands that a row belongs to, beside its own name."""
_NAMED_BY = {ACCOUNTS: frozenset({"name"}), CONTACTS: NAMING}
_NAMES = NAMING - {"email"}
_FIELDS = (*_SAYING, "says")
Rows = Iterable[Sequence[str]]


@dataclass(frozen=True, slots=True)
class KindColumn:
    """The column that says of each row what it is: in words, or with yes where that is what `field` asks."""

    index: int
    heading: str
    field: str

    @property
    def name(self) -> str:
        """The field as a person would map it."""
        return self.field if self.field in _SAYING else _SAYING[0]

    def kind_of(self, cells: Sequence[str]) -> ImportKind | Refused | None:
        """What a row is; None where it does not say."""
        text = clean(cells[self.index]) if self.index < len(cells) else ""
        if not text or is_nothing(text):
            return None
        word = heading_key(text)
        if word in COMPANY_WORDS or word in PERSON_WORDS:
            return ACCOUNTS if word in COMPANY_WORDS else CONTACTS
        yes = choices.yes_or_no(text) if self.field in _SAYING else None
        if not isinstance(yes, bool):
            return Refused(f"“{shown(text)}” says neither company nor person", unknown=True)
        return ACCOUNTS if yes is (self.field == "is_company") else CONTACTS


@dataclass(frozen=True, slots=True)
class NamesAlone:
    """Among people a row that names nobody but a company is that company, as an address card is.

    Somebody is named by the columns of `names`, or by an address in those of `emails` unless it is everybody's there.
    """

    names: tuple[int, ...]
    emails: tuple[int, ...]
    company: int

    def kind_of(self, cells: Sequence[str]) -> ImportKind:
        """What a row is."""
        if any(cells[index].strip() for index in self.names if index < len(cells)):
            return CONTACTS
        if self.company >= len(cells) or not cells[self.company].strip():
            return CONTACTS
        addresses = (cells[index].strip() for index in self.emails if index < len(cells))
        own = any(one and not _is_everybodys(one) for one in addresses)
        return CONTACTS if own else ACCOUNTS


@dataclass(frozen=True, slots=True)
class Mixture:
    """A list of both: its columns as those of an account and as those of a contact, and what tells them apart.

    A row that does not say what it is becomes what is `usual`.
    """

    told: KindColumn | NamesAlone
    mapped: Mapping[ImportKind, Mapped]
    usual: ImportKind
    reason: str

    @property
    def heading(self) -> str:
        """The column that says what a row is, if one does."""
        return self.told.heading if isinstance(self.told, KindColumn) else ""

    @property
    def together(self) -> Mapped:
        """The columns of both in one, for the report."""
        accounts, contacts = self.mapped[ACCOUNTS], self.mapped[CONTACTS]
        told = self.told
        saying = {told.index: Target(told.name)} if isinstance(told, KindColumn) else {}
        return replace(
            self.mapped[self.usual],
            kind_reason=self.reason,
            targets={**accounts.targets, **contacts.targets, **saying},
            notes=tuple(dict.fromkeys((*contacts.notes, *accounts.notes))),
        )


def told_by_a_column(
    columns: tuple[str, ...], wishes: Wishes, sample: Rows, rows: Callable[[], Rows]
) -> Mixture | Mapped | None:
    """How to read a list of which a column says what each row is: as a mixture, or as the one kind it always says.

    None when no column does, or another kind of rows was asked for. `sample` are the first rows, `rows` all.
    """
    asked = asked_for(columns, wishes.mapping)
    candidates = list(_candidates(columns, asked, list(sample)))
    if not candidates:
        return None
    likely = wishes.kind or recognise_kind(columns, asked, wishes.name)[0]
    if likely not in (None, *MIXED):
        return None
    said = [(one, _kinds(one, rows())) for one in candidates]
    both = next((one for one, kinds in said if len(kinds) > 1 or one.heading in asked), None)
    if both is not None:
        reason = f"Read as accounts and contacts: “{both.heading}” says of each row which it is."
        others = {one.heading: "-" for one in candidates}  # they say the same, and nothing else
        mixture = _mixture(columns, {**others, **asked}, both, wishes.kind or CONTACTS, reason)
        return mixture if any(one.gives_names for one in mixture.mapped.values()) else None
    always = next(((one, kinds[0]) for one, kinds in said if kinds), None)
    if always is None or wishes.kind or always[1] is likely:
        return None
    column, kind = always
    mapped = map_columns(columns, kind=kind, wanted=wishes.mapping)
    reason = f"Read as {kind.value}: “{column.heading}” says so of every row."
    return replace(mapped, kind_reason=reason) if mapped.gives_names else None


def companies_among(mapped: Mapped, wishes: Wishes, rows: Callable[[], Rows]) -> Mixture | None:
    """How to read people of whom some rows name nobody but a company; None when there are none such."""
    company = next((i for i, one in mapped.targets.items() if one.field == "account"), None)
    names = tuple(i for i, one in mapped.targets.items() if one.field in _NAMES)
    emails = tuple(i for i, one in mapped.targets.items() if one.field == "email")
    if mapped.kind is not CONTACTS or company is None or not names:
        return None
    told = NamesAlone(names, emails, company)
    if not any(told.kind_of(cells) is ACCOUNTS for cells in rows()):
        return None
    asked = asked_for(mapped.columns, wishes.mapping)
    reason = "Read as contacts; rows that name nobody but a company are accounts."
    return _mixture(mapped.columns, asked, told, CONTACTS, reason)


def settled(fields: dict[str, FieldValue], kind: ImportKind) -> None:
    """A row that nothing else names is called as its company; and nobody belongs to itself."""
    elsewhere = _ELSEWHERE[kind]
    company = fields.get(elsewhere)
    if company and fields.keys().isdisjoint(_NAMED_BY[kind]):
        fields["name"] = company
    if company and fold(str(company)) == fold(str(fields.get("name", ""))):
        del fields[elsewhere]


def _is_everybodys(address: str) -> bool:
    return address.partition("@")[0].casefold() in SHARED_MAILBOXES


def _candidates(
    columns: tuple[str, ...], asked: Mapping[str, str], sample: Sequence[Sequence[str]]
) -> Iterator[KindColumn]:
    """The columns that may say it: the one a person names, or else those whose cells all do, the best heading first."""
    named = [column for column, field in asked.items() if field in _SAYING]
    if named:
        yield KindColumn(columns.index(named[0]), named[0], asked[named[0]])
        return
    known = {
        column: KIND_HEADINGS[heading_key(column)]
        for column in columns
        if column not in asked and heading_key(column) in KIND_HEADINGS
    }
    for column in sorted(known, key=lambda one: (_FIELDS.index(known[one][0]), known[one][1])):
        found = KindColumn(columns.index(column), column, known[column][0])
        if not any(isinstance(found.kind_of(cells), Refused) for cells in sample):
            yield found


def _kinds(column: KindColumn, rows: Rows) -> list[ImportKind]:
    """The kinds that a column names: no further than to the first row of the second."""
    found: list[ImportKind] = []
    for cells in rows:
        kind = column.kind_of(cells)
        if isinstance(kind, ImportKind) and kind not in found:
            found.append(kind)
        if len(found) == len(MIXED):
            break
    return found


def _mixture(
    columns: tuple[str, ...],
    asked: Mapping[str, str],
    told: KindColumn | NamesAlone,
    usual: ImportKind,
    reason: str,
) -> Mixture:
    """Read the columns as those of both: a company is called as a person is, and its company is its parent."""
    wanted = {one: field for one, field in asked.items() if field not in _SAYING}
    if isinstance(told, KindColumn):
        wanted[told.heading] = "-"
    people = _read_as(CONTACTS, columns, wanted, {})
    companies = _read_as(ACCOUNTS, columns, wanted, {})
    at, parent = _heading(people, "account"), _heading(companies, "parent")
    if parent and not at:
        people = _read_as(CONTACTS, columns, wanted, {parent: "account"})
    name = _heading(people, "name") or _heading(people, "display_name")
    if name:
        meant = {name: "name", at or parent: "parent"}
        companies = _read_as(ACCOUNTS, columns, wanted, meant)
    return Mixture(told, {ACCOUNTS: companies, CONTACTS: people}, usual, reason)


def _heading(mapped: Mapped, field: str) -> str:
    """The column that gives a field; empty when none does."""
    found = (index for index, one in mapped.targets.items() if one.field == field)
    return next((mapped.columns[index] for index in found), "")


def _read_as(
    kind: ImportKind, columns: tuple[str, ...], wanted: Mapping[str, str], meant: Mapping[str, str]
) -> Mapped:
    """The columns as those of a kind; some as they are `meant`, where a person wants nothing else of them."""
    more = {
        column: field
        for column, field in meant.items()
        if column and column not in wanted and field not in wanted.values()
    }
    return map_columns(columns, kind=kind, wanted={**_fitting(wanted, kind), **more})


def _fitting(wanted: Mapping[str, str], kind: ImportKind) -> dict[str, str]:
    """What a person wants of a column, unless only the other kind has such a field."""
    (other,) = set(MIXED) - {kind}
    return {
        column: field
        for column, field in wanted.items()
        if left_alone(field) or _has(kind, field) or not _has(other, field)
    }


def _has(kind: ImportKind, field: str) -> bool:
    return field.partition(":")[0] in field_names(kind)
