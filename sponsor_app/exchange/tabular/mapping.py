"""Columns become fields: what the headings say, corrected by what the person says."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from sponsor_app.domain.importing import (
    FIELDS,
    FieldType,
    ImportField,
    ImportKind,
    LeftOut,
    field_names,
)
from sponsor_app.exchange.tabular.cells import clean
from sponsor_app.exchange.tabular.columns import (
    NEEDED,
    REPEATED,
    Target,
    can_name,
    choose,
    secret_columns,
    targets_of,
    with_last_names,
)
from sponsor_app.exchange.tabular.headings.keys import heading_key
from sponsor_app.exchange.tabular.kinds import recognise_kind
from sponsor_app.exchange.tabular.problems import UnreadableError

_IGNORED = frozenset({"", "-", "ignore", "skip"})
_ORDERS = frozenset({"dmy", "mdy"})
_COLUMNS_SHOWN = 40


@dataclass(frozen=True, slots=True)
class Mapped:
    """The kind of a table and the field of each of its columns, by the column's place."""

    kind: ImportKind | None
    kind_reason: str
    columns: tuple[str, ...]
    targets: Mapping[int, Target]
    notes: tuple[str, ...] = ()
    left_out: tuple[LeftOut, ...] = ()

    @property
    def shown(self) -> dict[str, str]:
        """Column to field, for the report."""
        return {self.columns[index]: target.name for index, target in self.targets.items()}

    @property
    def gives_names(self) -> bool:
        """Whether any column could name the records."""
        fields = {target.field for target in self.targets.values()}
        return self.kind is not None and can_name(fields, self.kind)

    @property
    def why_no_records(self) -> str:
        """Why the rows of a table without a name to go by cannot be read."""
        if self.kind is None:
            return "no heading tells what these rows are; choose accounts, contacts, members, interactions, issues or deals"
        needed = NEEDED.get(self.kind)
        if needed is None:
            return "no column gives the name; map one to name"
        fields = {target.field for target in self.targets.values()}
        missing = next(some for some in needed if fields.isdisjoint(some))
        return f"no column gives the {min(missing).replace('_', ' ')}; map one to it"

    @property
    def unmapped(self) -> tuple[str, ...]:
        """The columns nothing was taken from."""
        return tuple(c for index, c in enumerate(self.columns) if index not in self.targets)


def map_columns(
    columns: tuple[str, ...],
    *,
    kind: ImportKind | None = None,
    wanted: Mapping[str, str] | None = None,
    name: str = "",
) -> Mapped:
    """Decide kind and fields. `wanted` maps column to field, `-` to leave one out, `birthday:dmy` for its order.

    Raises `UnreadableError`, naming what there is, for a column or a field that does not exist.
    """
    asked = asked_for(columns, wanted or {})
    reason = "Read as asked." if kind else ""
    if kind is None:
        kind, reason = recognise_kind(columns, asked, name)
    secrets = [column for column in secret_columns(columns) if column not in asked]
    left_out = _secrets_left_out(secrets)
    if kind is None:
        return Mapped(None, reason, columns, {}, (), left_out)
    given = {
        column: _given_target(field, kind)
        for column, field in asked.items()
        if not left_alone(field)
    }
    _refuse_doubles(given)
    found = _without_rivals(targets_of(columns, kind), asked, given)
    chosen, beaten = choose(found)
    fields = {**with_last_names(chosen, kind), **given}
    targets = {index: fields[column] for index, column in enumerate(columns) if column in fields}
    notes = tuple(
        f"“{column}” was not used: “{winner}” gives the {fields[winner].name.replace('_', ' ')}."
        for column, winner in beaten.items()
    )
    return Mapped(kind, reason, columns, targets, notes, left_out)


def asked_for(columns: Sequence[str], wanted: Mapping[str, str]) -> dict[str, str]:
    """What a person wants of each column, under its own name. Raises `UnreadableError` for one that is not there."""
    return {_column(columns, column): field.strip().lower() for column, field in wanted.items()}


def left_alone(field: str) -> bool:
    """Whether a person wants nothing of a column."""
    return field in _IGNORED


def field_type(kind: ImportKind, field: str) -> FieldType:
    """How the cells of a field are read."""
    return next((one.type for one in FIELDS[kind] if one.name == field), FieldType.TEXT)


def _column(columns: Sequence[str], wanted: str) -> str:
    plain = clean(wanted)
    same = [column for column in columns if column == plain]
    alike = [column for column in columns if column.casefold() == plain.casefold()]
    akin = [column for column in columns if heading_key(column) == heading_key(plain) != ""]
    for candidates in (same, alike, akin):
        if len(candidates) == 1:
            return candidates[0]
    shown = ", ".join(columns[:_COLUMNS_SHOWN]) + (", ..." if len(columns) > _COLUMNS_SHOWN else "")
    unknown = UnreadableError(f"it has no column “{plain}”", f"Its columns are: {shown}.")
    raise unknown


def _given_target(wanted: str, kind: ImportKind) -> Target:
    name, _, option = wanted.partition(":")
    plain = name.strip().replace(" ", "_").replace("-", "_")
    field = next((one for one in FIELDS[kind] if plain in one.names), None)
    if field is None:
        unknown = UnreadableError(
            f"“{name}” is no field of {kind.value}",
            f"A column can be mapped to: {', '.join(field_names(kind))}; or to - to leave it out.",
        )
        raise unknown
    _check_option(field, option)
    return Target(field.name, -1, plain[len(field.name) + 1 :], option=option)


def _check_option(field: ImportField, option: str) -> None:
    if option and (field.type is not FieldType.DAY or option not in _ORDERS):
        odd = UnreadableError(
            f"“:{option}” means nothing for {field.name}",
            "A date may be followed by :dmy or :mdy, such as birthday:dmy.",
        )
        raise odd


def _refuse_doubles(given: Mapping[str, Target]) -> None:
    first: dict[str, str] = {}
    for column, target in given.items():
        other = first.setdefault(target.field, column)
        if other != column and target.field not in REPEATED:
            double = UnreadableError(
                f"“{other}” and “{column}” are both mapped to {target.name}", "Choose one of them."
            )
            raise double


def _without_rivals(
    found: Mapping[str, Target], asked: Mapping[str, str], given: Mapping[str, Target]
) -> dict[str, Target]:
    """What the headings say about columns nobody decided, for fields nobody gave away."""
    taken = {target.field for target in given.values()} - REPEATED
    return {
        column: target
        for column, target in found.items()
        if column not in asked and target.field not in taken
    }


def _secrets_left_out(secrets: Sequence[str]) -> tuple[LeftOut, ...]:
    if not secrets:
        return ()
    names = ", ".join(f"“{column}”" for column in secrets[:_COLUMNS_SHOWN])
    return (
        LeftOut(
            "columns that look like secrets",
            len(secrets),
            f"{names} were not read: map a column to take it",
        ),
    )
