"""What the rows of a file are, told by its headings."""

from collections.abc import Iterable, Mapping, Sequence
from collections.abc import Set as AbstractSet

from sponsor_app.domain.folding import words
from sponsor_app.domain.importing import FIELDS, ImportKind
from sponsor_app.exchange.tabular.columns import LOOSE, NAMING, NEEDED, can_name, choose, targets_of
from sponsor_app.exchange.tabular.headings.keys import heading_key, heading_words, word_set
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
        "display_name": 1,
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
    ImportKind.INTERACTIONS: {
        "on": 3,
        "kind": 1,
        "summary": 1,
        "place": 1.5,
        "intent": 1.5,
        "sentiment": 1.5,
        "contact": 0.5,
        "member": 0.5,
        "notes": 0.5,
        "state": 0.5,
        "about": 1,
    },
    ImportKind.ISSUES: {
        "severity": 2.5,
        "subject": 1,
        "opened_on": 0.5,
        "resolved_on": 1,
        "resolution": 1.5,
        "progress": 0.75,
        "detail": 0.5,
        "contact": 0.5,
    },
    ImportKind.DEALS: {
        "amount": 2,
        "stage": 1.5,
        "closes_on": 1.5,
        "won": 1,
        "closed": 1,
        "subject": 0.5,
    },
}
_NAME_WORDS: Mapping[ImportKind, frozenset[str]] = {
    ImportKind.ACCOUNTS: word_set(
        "account company customer organization organisation client firma firmenname unternehmen kunde"
        " kundenname societe entreprise compte business debitor empresa cuenta compania cliente azienda societa"
        " bedrijf klant organisatie conta"
    ),
    ImportKind.CONTACTS: word_set(
        "contact person full ansprechpartner ansprechperson kontakt kontaktperson interlocuteur contacto contatto"
        " contactpersoon contato"
    ),
    ImportKind.MEMBERS: STAFF_WORDS,
    ImportKind.INTERACTIONS: word_set(
        "activity meeting call event interaction appointment termin aktivitat activite"
    ),
    ImportKind.ISSUES: word_set("case ticket issue incident problem vorfall"),
    ImportKind.DEALS: word_set("opportunity deal potential verkaufschance opportunite"),
}
_FILE_WORDS: Mapping[ImportKind, frozenset[str]] = {
    ImportKind.ACCOUNTS: word_set(
        "account accounts company companies customer customers organizations organisations clients"
        " firmen kunden unternehmen entreprises societes comptes empresas cuentas clientes aziende clienti bedrijven"
        " klanten contas"
    ),
    ImportKind.CONTACTS: word_set(
        "contact contacts people persons addressbook adressbuch kontakte ansprechpartner personnes contactos contatti"
        " contacten contactpersonen contatos"
    ),
    ImportKind.MEMBERS: word_set(
        "member members staff team employees users colleagues mitarbeiter mitglieder membres collaborateurs"
    ),
    ImportKind.INTERACTIONS: word_set(
        "interaction interactions activity activities meetings calls events tasks appointments termine aktivitaten"
    ),
    ImportKind.ISSUES: word_set("case cases ticket tickets issue issues incidents vorfalle"),
    ImportKind.DEALS: word_set(
        "deal deals opportunity opportunities pipeline verkaufschancen opportunites"
    ),
}
_ALL_TABLES = frozenset({"table", "recordname", "createdby", "updatedby"})
"""What our own export of everything as one table of text has for headings, and no list of one kind."""
_PROMISES = frozenset({"ataccount", "promise", "direction", "promisedby", "promiseid"})
"""What our own list of promises has for headings."""
_OF_ANYBODY = frozenset({"name", "id", "external_id", "phone", "deleted"})
_LEGAL = word_set(
    "inc incorporated corp corporation co ltd limited llc llp lp plc gmbh ag kg kgaa ohg ug se sa sas sarl sarlu"
    " spa srl bv nv oy oyj ab as asa aps sl slu kk pty bhd sdn sro doo zrt kft eood ooo lda ltda group holding"
    " holdings company bank university gesellschaft stiftung ev eg mbh"
)
_MANY = 0.3
_REASONS = 4
_NAMED = {"name": 2.0, "id": 1.0, "subject": 2.0, "external_id": 2.0, "summary": 1.0, "kind": 1.0}
_NAMED_BY_ANYTHING = frozenset({"name", "title", "number", "nom", "titel"})
_STAFF = 2.0
_FILE = 2.0
_ENOUGH = 2.0
_FOREIGN_ACCOUNT = 3.0
_NAMELESS = 1.5
_PERSON_EACH = 6.0


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
        return None, "No heading tells what these rows are."
    return best, f"Read as {best.value}, because of {', '.join(because)}."


def _vote(
    kind: ImportKind, columns: Sequence[str], wanted: Mapping[str, str], name: str
) -> tuple[float, list[str]]:
    score, because = _asked_for(kind, wanted), [f"“{column}”" for column in wanted]
    chosen = choose(targets_of(columns, kind))[0]
    said = {field.partition(":")[0] for field in wanted.values()}
    if kind in NEEDED and not can_name({*(one.field for one in chosen.values()), *said}, kind):
        return 0.0, []
    fields: dict[str, str] = {}
    for column, target in chosen.items():
        fields.setdefault(target.field, column)
        if target.field in _NAMED and not _NAME_WORDS[kind].isdisjoint(heading_words(column)):
            score += _NAMED[target.field]
            because.append(f"“{column}”")
    for field, column in fields.items():
        weight = _weight(kind, field, column)
        score += weight
        if weight >= 1:
            because.append(f"“{column}”")
    score += _of_the_whole(kind, columns, fields)
    if not _FILE_WORDS[kind].isdisjoint(words(name)):
        score += _FILE
        because.append("the name of the file")
    return score, (because or [f"“{column}”" for column in chosen])[:_REASONS]


def _weight(kind: ImportKind, field: str, column: str) -> float:
    """How much a field speaks for a kind; a subject or summary that is just a name says nothing."""
    if field in ("subject", "summary") and heading_key(column) in _NAMED_BY_ANYTHING:
        return 0
    return _WEIGHTS[kind].get(field, 0)


def _of_the_whole(kind: ImportKind, columns: Sequence[str], fields: Mapping[str, str]) -> float:
    """What all columns together say for a kind."""
    if kind is ImportKind.ACCOUNTS:
        return _no_person_has(columns, fields)
    if kind is ImportKind.MEMBERS:
        return _staff(columns)
    return _somebody_somewhere(fields.keys()) if kind is ImportKind.CONTACTS else 0.0


def _no_person_has(columns: Sequence[str], fields: Mapping[str, str]) -> float:
    """For accounts: beside a name something that no person has, `name,tier`. Against: somebody's name in every row."""
    persons = targets_of(columns, ImportKind.CONTACTS)
    if {"first_name", "last_name"} <= {one.field for one in persons.values() if one.rank < LOOSE}:
        return -_PERSON_EACH
    others = fields.keys() - _OF_ANYBODY
    if not others or "name" not in fields or "email" in fields:
        return 0.0
    theirs = {persons[column].field for column in columns if column in persons} - _OF_ANYBODY
    return 0.0 if theirs else _ENOUGH


def holds_all_tables(columns: Sequence[str]) -> bool:
    """Whether it is our own export of everything as one table, whose rows are of many kinds."""
    return {heading_key(column) for column in columns} >= _ALL_TABLES


def holds_promises(columns: Sequence[str]) -> bool:
    """Whether it is our own list of promises, which has nothing that an import takes."""
    return {heading_key(column) for column in columns} >= _PROMISES


def names_of_organisations(names: Iterable[str]) -> bool:
    """Whether many of the names end as those of companies do: `Acme GmbH`, `Zenith Inc.`."""
    said = [words(name) for name in names if name]
    legal = sum(1 for name in said if len(name) > 1 and not _LEGAL.isdisjoint(name[-2:]))
    return legal >= max(2, _MANY * len(said))


def _somebody_somewhere(fields: AbstractSet[str]) -> float:
    """What speaks for contacts: a name beside that of an account; and against them, that nobody is named."""
    if fields & NAMING <= {"email"}:
        return -_NAMELESS
    return 1.0 if "account" in fields and fields & {"name", "display_name"} else 0.0


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
        rivals = FIELDS if kind in NEEDED else [one for one in FIELDS if one not in NEEDED]
        having = [one for one in rivals if any(plain in known.names for known in FIELDS[one])]
        if kind in having:
            score += {1: 10.0, 2: 2.0}.get(len(having), 0.5)
    return score


def _fields(columns: Sequence[str], kind: ImportKind) -> set[str]:
    return {target.field for target in targets_of(columns, kind).values()}
