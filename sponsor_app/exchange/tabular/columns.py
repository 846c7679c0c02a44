"""Which column holds which field: by the words of its heading, never by its position."""

import re
from collections.abc import Iterable, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, replace

from sponsor_app.domain.importing import FIELDS, ImportKind
from sponsor_app.exchange.tabular.headings.accounts import ACCOUNT_HEADINGS, ACCOUNT_QUALIFIERS
from sponsor_app.exchange.tabular.headings.happenings import (
    DEAL_HEADINGS,
    DEAL_QUALIFIERS,
    INTERACTION_HEADINGS,
    INTERACTION_QUALIFIERS,
    ISSUE_HEADINGS,
    ISSUE_QUALIFIERS,
)
from sponsor_app.exchange.tabular.headings.keys import heading_key, heading_words
from sponsor_app.exchange.tabular.headings.people import (
    CONTACT_HEADINGS,
    CONTACT_QUALIFIERS,
    MEMBER_HEADINGS,
    MEMBER_QUALIFIERS,
)
from sponsor_app.exchange.tabular.headings.points import (
    label_column,
    labelled_column,
    point_heading,
)
from sponsor_app.exchange.tabular.headings.private import looks_secret

_HEADINGS = {
    ImportKind.ACCOUNTS: (ACCOUNT_HEADINGS, ACCOUNT_QUALIFIERS),
    ImportKind.CONTACTS: (CONTACT_HEADINGS, CONTACT_QUALIFIERS),
    ImportKind.MEMBERS: (MEMBER_HEADINGS, MEMBER_QUALIFIERS),
    ImportKind.INTERACTIONS: (INTERACTION_HEADINGS, INTERACTION_QUALIFIERS),
    ImportKind.ISSUES: (ISSUE_HEADINGS, ISSUE_QUALIFIERS),
    ImportKind.DEALS: (DEAL_HEADINGS, DEAL_QUALIFIERS),
}
LABEL = "label"
PERSON_NAMES = ("first_name", "middle_name", "last_name")
NAMING = frozenset({"name", "display_name", "email", *PERSON_NAMES})
WHOM = frozenset({"account", "account_id", "about", "contact", "email"})
NEEDED = {
    ImportKind.INTERACTIONS: ({"on"}, WHOM, {"summary", "notes", "kind"}),
    ImportKind.ISSUES: ({"subject"}, WHOM),
    ImportKind.DEALS: ({"account", "account_id", "about"}, {"amount", "stage"}),
}
"""Of each of these sets a table of that kind has a field, or its rows say too little."""
REPEATED = frozenset({"email", "phone", "address_more", LABEL})
_AGAIN = re.compile(r"(.+) \(\d+\)")  # what tells a second `Titre` from the first
_NO_NAMES = (["first"], ["last"])  # what is left of `Last Contact`
LOOSE = 100  # the rank of a heading that fits only without its qualifier


@dataclass(frozen=True, slots=True)
class Target:
    """The field of a column. `label` is the kind of a phone or e-mail; `group` ties it to its label column.

    A lower `rank` is the better heading for the field. `option` is what a person added, as in `birthday:dmy`.
    """

    field: str
    rank: int = 0
    label: str = ""
    group: str = ""
    option: str = ""

    @property
    def name(self) -> str:
        """The name under which a report shows the field: `phone_work`."""
        if self.field == LABEL:
            return f"{self.label}_label"
        return f"{self.field}_{self.label}" if self.label else self.field


def targets_of(columns: Sequence[str], kind: ImportKind) -> dict[str, Target]:
    """What each column would be in a table of `kind`; columns that compete for a field are all there."""
    prefix = _common_prefix(columns)
    found: dict[str, Target] = {}
    for column in columns:
        if looks_secret(column):
            continue
        again = _AGAIN.fullmatch(column)
        heading = again[1] if again and again[1] in columns else column
        target = _target(heading, kind) or (
            _target(heading[len(prefix) :], kind) if prefix else None
        )
        if target is not None:
            found[column] = target
    labelled = {target.group for target in found.values() if target.field != LABEL}
    return {
        column: target
        for column, target in found.items()
        if target.field != LABEL or target.group in labelled
    }


def choose(targets: Mapping[str, Target]) -> tuple[dict[str, Target], dict[str, str]]:
    """The best column for each field, and for each column that lost, the one that won."""
    best: dict[str, str] = {}
    for column, target in targets.items():
        rival = best.get(target.field)
        later = (
            target.field == "title"
        )  # `Titre` is the form of address, and further right the job title
        if rival is None or target.rank < targets[rival].rank + later:
            best[target.field] = column
    chosen: dict[str, Target] = {}
    beaten: dict[str, str] = {}
    for column, target in targets.items():
        winner = best[target.field]
        if target.field in REPEATED or winner == column:
            chosen[column] = target
        else:
            beaten[column] = winner
    return chosen, beaten


def with_last_names(chosen: dict[str, Target], kind: ImportKind) -> dict[str, Target]:
    """`Name` beside `Vorname` or `Prénom` is the last name."""
    fields = {target.field: column for column, target in chosen.items()}
    alone = "first_name" in fields and "last_name" not in fields and "name" in fields
    if kind is ImportKind.ACCOUNTS or not alone:
        return chosen
    column = fields["name"]
    if heading_key(column) not in ("name", "nom", "naam"):
        return chosen
    return {**chosen, column: replace(chosen[column], field="last_name")}


def can_name(fields: AbstractSet[str], kind: ImportKind) -> bool:
    """Whether `fields` tell which account or person a row is, or what happened with whom."""
    if kind is ImportKind.ACCOUNTS:
        return "name" in fields
    needed = NEEDED.get(kind)
    if needed is None:
        return not fields.isdisjoint(NAMING)
    return all(not fields.isdisjoint(some) for some in needed)


def secret_columns(columns: Iterable[str]) -> list[str]:
    """The columns that are left alone for what their headings say."""
    return [column for column in columns if looks_secret(column)]


def _target(heading: str, kind: ImportKind) -> Target | None:
    if kind not in _HEADINGS:
        return None
    table, qualifiers = _HEADINGS[kind]
    entry = table.get(heading_key(heading))
    if entry is not None:
        return Target(*entry)
    group = label_column(heading)
    if group is not None:
        return Target(LABEL, label=(point_heading(group) or ("",))[0], group=group)
    point = point_heading(heading, qualifiers)
    if point is not None:
        return _point_target(heading, *point)
    words = heading_words(heading)
    bare = [word for word in words if word not in qualifiers]
    known = 0 < len(bare) < len(words) and bare not in _NO_NAMES
    entry = table.get("".join(bare)) if known else None
    return Target(entry[0], entry[1] + LOOSE) if entry is not None else None


def _point_target(heading: str, field: str, label: str) -> Target:
    labels = next(one.labels for one in FIELDS[ImportKind.ACCOUNTS] if one.name == field)
    group = labelled_column(heading)
    return Target(field, label=label if label in labels else "", group=group)


def _common_prefix(columns: Sequence[str]) -> str:
    """What all headings begin with, up to a `_`, `:` or `.`: a table name says nothing about its columns."""
    if len(columns) < 2:  # noqa: PLR2004 - a single heading shares nothing
        return ""
    first, last = min(columns), max(columns)
    shared = next(
        (i for i, pair in enumerate(zip(first, last, strict=False)) if len(set(pair)) > 1), 0
    )
    cut = max(first.rfind(sign, 0, shared) for sign in "_:. ")
    return first[: cut + 1] if cut > 0 else ""
