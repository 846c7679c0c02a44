"""What the rows of a file are, told by its headings."""

from collections.abc import Mapping, Sequence
from collections.abc import Set as AbstractSet

from sponsor_app.domain.folding import words
from sponsor_app.domain.importing import FIELDS, ImportKind
from sponsor_app.exchange.tabular.columns import NAMING, can_name, choose, targets_of
from sponsor_app.exchange.tabular.headings.keys import heading_words, word_set
from sponsor_app.exchange.tabular.headings.people import STAFF_WORDS

# How much a mapped field speaks for a kind.
_WEIGHTS: Mapping[ImportKind, Mapping[str, float]] = {
    ImportKind.ACCOUNTS: {
        "employees": 2,
        "annual_revenue": 2,
        "industry": 2,
        "website": 2,
        "tier": 2,
        "parent": 2,
        "sponsor": 2,
        "former_name": 2,
        "lead": 1,
        "region": 1,
        "alias": 1,
        "postcode": 0.5,
        "phone": 0.5,
        "country": 0.5,
        "city": 0.5,
        "address": 0.5,
    },
    ImportKind.CONTACTS: {
        "first_name": 2,
        "last_name": 2,
        "title": 1.5,
        "account": 1.5,
        "email": 1,
        "phone": 0.5,
        "birthday": 2,
        "reports_to": 2,
        "function": 1,
        "role": 1,
        "account_id": 0.5,
    },
    ImportKind.MEMBERS: {
        "max_accounts": 4,
        "manager": 2,
        "function": 1.5,
        "first_name": 1.5,
        "last_name": 1.5,
        "title": 1,
        "email": 1,
        "active": 0.5,
    },
}
_NAME_WORDS: Mapping[ImportKind, frozenset[str]] = {
    ImportKind.ACCOUNTS: word_set(
        "account company customer organization organisation client firma firmenname unternehmen kunde"
        " kundenname societe entreprise compte business debitor"
    ),
    ImportKind.CONTACTS: word_set(
        "contact person full ansprechpartner ansprechperson kontakt kontaktperson interlocuteur"
    ),
    ImportKind.MEMBERS: STAFF_WORDS,
}
_FILE_WORDS: Mapping[ImportKind, frozenset[str]] = {
    ImportKind.ACCOUNTS: word_set(
        "account accounts company companies customer customers organizations organisations clients"
        " firmen kunden unternehmen entreprises societes comptes"
    ),
    ImportKind.CONTACTS: word_set(
        "contact contacts people persons addressbook adressbuch kontakte ansprechpartner personnes"
    ),
    ImportKind.MEMBERS: word_set(
        "member members staff team employees users colleagues mitarbeiter mitglieder membres collaborateurs"
    ),
}
_REASONS = 4
_NAMED = {"name": 2.0, "id": 1.0}
_STAFF = 2.0
_FILE = 2.0
_ENOUGH = 2.0
_FOREIGN_ACCOUNT = 3.0
_NAMELESS = 1.5


def recognise_kind(
    columns: Sequence[str], wanted: Mapping[str, str], name: str
) -> tuple[ImportKind | None, str]:
    """The kind of a table and the reason as a sentence; None when its headings do not tell.

    `wanted` maps columns to fields as the person asked; `name` is the file's.
    """
    votes = {kind: _vote(kind, columns, wanted, name) for kind in _WEIGHTS}
    best = max(_WEIGHTS, key=lambda kind: votes[kind][0])
    score, because = votes[best]
    named = can_name({*_fields(columns, best), *wanted.values()}, best)
    if score < _ENOUGH or not because or not named:
        return None, "No heading tells whether these are accounts, contacts or members."
    return best, f"Read as {best.value}, because of {', '.join(because)}."


def _vote(
    kind: ImportKind, columns: Sequence[str], wanted: Mapping[str, str], name: str
) -> tuple[float, list[str]]:
    score, because = _asked_for(kind, wanted), [f"“{column}”" for column in wanted]
    fields: dict[str, str] = {}
    for column, target in choose(targets_of(columns, kind))[0].items():
        fields.setdefault(target.field, column)
        if target.field in _NAMED and not _NAME_WORDS[kind].isdisjoint(heading_words(column)):
            score += _NAMED[target.field]
            because.append(f"“{column}”")
    for field, column in fields.items():
        weight = _WEIGHTS[kind].get(field, 0)
        score += weight
        if weight >= 1:
            because.append(f"“{column}”")
    if kind is ImportKind.MEMBERS:
        score += _staff(columns)
    if kind is ImportKind.CONTACTS:
        score += _somebody_somewhere(fields.keys())
    if not _FILE_WORDS[kind].isdisjoint(words(name)):
        score += _FILE
        because.append("the name of the file")
    return score, because[:_REASONS]


def _somebody_somewhere(fields: AbstractSet[str]) -> float:
    """What speaks for contacts: a name beside that of an account; and against them, that nobody is named."""
    if fields & NAMING <= {"email"}:
        return -_NAMELESS
    return 1.0 if {"name", "account"} <= fields else 0.0


def _staff(columns: Sequence[str]) -> float:
    """What speaks for our own people: a word for staff, and no account they could belong to."""
    if "account" in _fields(columns, ImportKind.CONTACTS):
        return -_FOREIGN_ACCOUNT
    headings = [heading_words(column) for column in columns]
    if any(not STAFF_WORDS.isdisjoint(heading) for heading in headings):
        return _STAFF
    return 1.0 if ("function",) in headings else 0.0


def _asked_for(kind: ImportKind, wanted: Mapping[str, str]) -> float:
    """What the person's own mapping says: a field that only one kind has settles it."""
    score = 0.0
    for field in wanted.values():
        plain = field.partition(":")[0]
        having = [one for one in FIELDS if any(plain in known.names for known in FIELDS[one])]
        if kind in having:
            score += {1: 10.0, 2: 2.0}.get(len(having), 0.5)
    return score


def _fields(columns: Sequence[str], kind: ImportKind) -> set[str]:
    return {target.field for target in targets_of(columns, kind).values()}
