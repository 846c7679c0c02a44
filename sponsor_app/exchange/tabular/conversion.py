"""The cells of a row become the fields of a record, or the reason why they do not."""

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from sponsor_app.domain.ids import looks_like_id
from sponsor_app.domain.importing import FieldType, FieldValue, ImportKind
from sponsor_app.domain.text import LONGEST_LINE
from sponsor_app.exchange.tabular import addresses, amounts, choices, days
from sponsor_app.exchange.tabular.cells import clean, clean_notes, without_marks
from sponsor_app.exchange.tabular.columns import (
    LABEL,
    NAMING,
    NEEDED,
    PERSON_NAMES,
    WHOM,
    Target,
)
from sponsor_app.exchange.tabular.headings.keys import heading_words
from sponsor_app.exchange.tabular.headings.points import label_of
from sponsor_app.exchange.tabular.html_text import text_of_html
from sponsor_app.exchange.tabular.limits import MAX_VALUE
from sponsor_app.exchange.tabular.mapping import Mapped, field_type
from sponsor_app.exchange.tabular.refusals import Refused

Point = tuple[str, str, str]
Converted = FieldValue | Refused | amounts.Amount
Convert = Callable[[str], Converted]

_TWICE = frozenset({FieldType.WHOLE, FieldType.MONEY, FieldType.DAY})
_HONORIFICS = frozenset(
    (
        "mr",
        "mrs",
        "ms",
        "miss",
        "dr",
        "prof",
        "herr",
        "frau",
        "m",
        "mme",
        "mlle",
        "sir",
        "prof dr",
        "dr ing",
    )
)
_MARKUP = re.compile(
    r"<(?:!doctype|html|body|p|div|span|br|ul|ol|table|h[1-6]|b|strong|font)\b[^<>]*>",
    re.IGNORECASE,
)
_OF_MODULE = "::::"  # `Accounts::::Acme`, as vtiger names the record that another refers to
_KEPT_ANSWERS = frozenset({"won", "closed"})
_FOREMOST = ("", "work", "main", "mobile", "home", "other", "fax")  # which point comes first


@dataclass(frozen=True, slots=True)
class Problem:
    """A value kept out, and of which column."""

    column: str
    refused: Refused


@dataclass(slots=True)
class Draft:
    """What one row has given so far."""

    fields: dict[str, FieldValue]
    points: list[Point]
    problems: list[Problem]
    revenue: Decimal | None = None


@dataclass(frozen=True, slots=True)
class _Column:
    index: int
    name: str
    target: Target
    type: FieldType


class Converter:
    """Reads the rows of one table. `evidence` holds, by column, the cells of numbers and dates."""

    def __init__(self, mapped: Mapped, evidence: Mapping[int, Sequence[str]]) -> None:
        kind = mapped.kind or ImportKind.ACCOUNTS
        self.kind = kind
        self.notes: list[str] = []
        self._plain: list[tuple[int, str, str, bool]] = []
        self._typed: list[tuple[_Column, Convert]] = []
        self._points: list[_Column] = []
        self._labels: dict[str, int] = {}
        self._reach = max(mapped.targets, default=-1) + 1
        for index, target in _in_parts(mapped.targets).items():
            column = _Column(index, mapped.columns[index], target, field_type(kind, target.field))
            self._place(column, evidence.get(index, ()))

    def read(self, cells: Sequence[str]) -> Draft:
        """The fields, e-mails, phones and refused values of one row."""
        draft = Draft({}, [], [])
        count = len(cells)
        if count < self._reach:
            cells = [*cells, *[""] * (self._reach - count)]
        for index, field, name, notes in self._plain:
            cell = cells[index]
            if cell:
                self._plain_value(draft, field, name, cell, notes=notes)
        for column, convert in self._typed:
            cell = cells[column.index]
            if cell:
                self._typed_value(draft, column, convert, cell)
        for column in self._points:
            cell = cells[column.index]
            if cell:
                self._point_values(draft, column, cell, cells)
        _finish(draft, self.kind)
        return draft

    def _place(self, column: _Column, cells: Sequence[str]) -> None:
        target = column.target
        if target.field == LABEL:
            self._labels[target.group] = column.index
        elif column.type in (FieldType.EMAIL, FieldType.PHONE):
            self._points.append(column)
        elif column.type in (FieldType.TEXT, FieldType.NOTES) and target.field not in (
            "title",
            "address_more",
        ):
            notes = column.type is FieldType.NOTES
            self._plain.append((column.index, target.field, column.name, notes))
        else:
            self._typed.append((column, self._convert_for(column, cells)))

    def _convert_for(self, column: _Column, cells: Sequence[str]) -> Convert:
        field = column.target.field
        if column.type is FieldType.CHOICE:
            return lambda text: choices.choice(field, text)
        if column.type is FieldType.DAY:
            order = self._order(column, cells)
            return lambda text: days.day(text, order)
        if column.type in _TWICE:
            return self._number(column, cells)
        return _CONVERSIONS.get(column.type, _job_title if field == "title" else str)

    def _number(self, column: _Column, cells: Sequence[str]) -> Convert:
        mark = amounts.decimal_mark(cells)
        if mark is None:
            self.notes.append(f"“{column.name}” writes decimals with points and with commas.")
        if column.type is FieldType.WHOLE:
            return lambda text: amounts.whole(text, mark)
        currency = amounts.currency_in(heading_words(column.name))
        return lambda text: _money(text, mark, currency)

    def _order(self, column: _Column, cells: Sequence[str]) -> days.DayOrder:
        asked = {"dmy": days.DayOrder.DAY, "mdy": days.DayOrder.MONTH}.get(column.target.option)
        order = asked or days.day_order(cells)
        if order is not days.DayOrder.UNKNOWN and cells:
            self.notes.append(f"Dates in “{column.name}” were read {order.value}.")
        return order

    def _plain_value(self, draft: Draft, field: str, name: str, cell: str, *, notes: bool) -> None:
        most = MAX_VALUE if notes else LONGEST_LINE
        if len(cell) <= MAX_VALUE:
            text = _notes(cell) if notes else clean(cell).rpartition(_OF_MODULE)[2]
            if len(text) <= most:
                if text:
                    draft.fields[field] = text
                return
        draft.problems.append(Problem(name, _too_long(cell, most)))

    def _typed_value(self, draft: Draft, column: _Column, convert: Convert, cell: str) -> None:
        if len(cell) > MAX_VALUE:
            draft.problems.append(Problem(column.name, _too_long(cell, MAX_VALUE)))
            return
        text = without_marks(clean(cell))
        value = convert(text)
        if isinstance(value, Refused):
            draft.problems.append(Problem(column.name, value))
        elif value is not None:
            _store(draft, column.target.field, text, value)

    def _point_values(self, draft: Draft, column: _Column, cell: str, cells: Sequence[str]) -> None:
        if len(cell) > MAX_VALUE:
            draft.problems.append(Problem(column.name, _too_long(cell, MAX_VALUE)))
            return
        read = addresses.emails if column.type is FieldType.EMAIL else addresses.phones
        values, refused = read(without_marks(clean_notes(cell)))
        label = column.target.label or self._label(column.target.group, cells)
        kind = "mobile" if label == "mobile" else column.target.field
        draft.points += [(kind, label, value) for value in values]
        draft.problems += [Problem(column.name, one) for one in refused]

    def _label(self, group: str, cells: Sequence[str]) -> str:
        index = self._labels.get(group)
        return label_of(cells[index]) if index is not None else ""


def _in_parts(targets: Mapping[int, Target]) -> dict[int, Target]:
    """The fields of the columns; beside a month of birth `Birth Day` is the day of it."""
    if all(one.field != "birth_month" for one in targets.values()):
        return dict(targets)
    return {
        index: replace(one, field="birth_day") if one.field == "birthday" else one
        for index, one in targets.items()
    }


def evidence_columns(mapped: Mapped) -> list[int]:
    """The columns whose cells must all be seen before one of them can be read."""
    if mapped.kind is None:
        return []
    kind = mapped.kind
    return [
        index
        for index, target in mapped.targets.items()
        if field_type(kind, target.field) in _TWICE
    ]


def missing_name(draft: Draft, kind: ImportKind) -> str | None:
    """Why a row is no record: nothing names the account or the person; None when something does."""
    fields = draft.fields
    if kind is ImportKind.ACCOUNTS:
        return None if "name" in fields else "the row has no name"
    if kind in NEEDED:
        return _missing_whom_or_what(fields, kind)
    return "the row has no name and no e-mail address" if NAMING.isdisjoint(fields) else None


def _missing_whom_or_what(fields: Mapping[str, FieldValue], kind: ImportKind) -> str | None:
    if kind is ImportKind.INTERACTIONS and not str(fields.get("on", "-")).partition("-")[0]:
        return "the row has no date with a year"
    if kind is ImportKind.ISSUES and "subject" not in fields:
        return "the row has no subject"
    return "the row names no account and no contact" if WHOM.isdisjoint(fields) else None


def _finish(draft: Draft, kind: ImportKind) -> None:
    """What follows from several cells of a row."""
    fields = draft.fields
    for field, _, value in sorted(draft.points, key=_foremost) if draft.points else ():
        fields.setdefault("email" if field == "email" else "phone", value)
    if draft.revenue is not None:
        money = "amount" if kind is ImportKind.DEALS else "annual_revenue"
        fields[money] = amounts.minor(draft.revenue, str(fields.get("currency", "EUR")))
    more = fields.pop("address_more", None)
    if more is not None:
        fields["address"] = f"{fields['address']}, {more}" if "address" in fields else more
    if kind in (ImportKind.CONTACTS, ImportKind.MEMBERS):
        _name(fields)
        _birthday(fields)


def _name(fields: dict[str, FieldValue]) -> None:
    """A person whom no column names is called by the parts of the name, as displayed, or by the mail address."""
    displayed = fields.pop("display_name", None)
    if "name" not in fields:
        whole = " ".join(str(fields[part]) for part in PERSON_NAMES if part in fields)
        known = whole or displayed or fields.get("email")
        if known:
            fields["name"] = known
    if "name" in fields and "account" in fields:
        alone = str(fields["name"]).removeprefix(f"{fields['account']}, ")
        fields["name"] = alone or fields["name"]


def _birthday(fields: dict[str, FieldValue]) -> None:
    """A birthday in three columns, as Thunderbird writes it; what is no day is none."""
    day, month, year = (
        fields.pop(name, None) for name in ("birth_day", "birth_month", "birth_year")
    )
    if day and month:
        text = f"{year or '-'}-{str(month).zfill(2)}-{str(day).zfill(2)}"
        found = days.day(text, days.DayOrder.UNKNOWN)
        if isinstance(found, str):
            fields["birthday"] = found


def _foremost(point: Point) -> int:
    return _FOREMOST.index(point[1])


def _store(draft: Draft, field: str, text: str, value: FieldValue | amounts.Amount) -> None:
    """Keep a converted value, and what it says besides."""
    fields = draft.fields
    if field == "id":
        if looks_like_id(text.lower()):
            fields["id"] = text.lower()
        else:
            fields.setdefault("external_id", text)
    elif isinstance(value, amounts.Amount):
        draft.revenue = value.value
        if value.currency:
            fields.setdefault("currency", value.currency)
    elif field == "website":
        fields["website"], fields["domain"] = text, value
    elif field == "address_more" and field in fields:
        fields[field] = f"{fields[field]}, {value}"
    else:
        fields[field] = int(bool(value)) if field in _KEPT_ANSWERS else value


def _money(text: str, mark: str | None, currency: str) -> Converted:
    """An amount; `currency` is what the heading says, for cells that do not."""
    found = amounts.amount(text, mark)
    if isinstance(found, amounts.Amount) and not found.currency:
        return amounts.Amount(found.value, currency)
    return found


def _notes(cell: str) -> str:
    """A note of several lines; one that another system keeps as HTML without its markup."""
    text = clean_notes(cell)
    return text_of_html(text) if _MARKUP.match(text) else text


def _job_title(text: str) -> Converted:
    if " ".join(text.lower().replace(".", " ").split()) in _HONORIFICS:
        return Refused(f"“{text}” is a form of address, not a job title", unknown=True)
    return text


def _too_long(cell: str, most: int) -> Refused:
    return Refused(f"the value has {len(cell):,} characters, and at most {most:,} are kept")


_CONVERSIONS: Mapping[FieldType, Convert] = {
    FieldType.WEB: addresses.web_domain,
    FieldType.CURRENCY: amounts.currency_code,
    FieldType.YES_NO: choices.yes_or_no,
    FieldType.ID: str,
}


def gather(
    rows: Iterable[tuple[int, Sequence[str]]], columns: Sequence[int]
) -> dict[int, list[str]]:
    """The filled cells of `columns`, each different one once."""
    seen: dict[int, dict[str, None]] = {index: {} for index in columns}
    for _, cells in rows:
        for index in columns:
            if index < len(cells) and cells[index]:
                seen[index][cells[index]] = None
    return {index: list(cells) for index, cells in seen.items()}
