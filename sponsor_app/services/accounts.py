"""Accounts: add them, change them, look at one whole."""

from collections.abc import Mapping, Sequence

from sponsor_app.domain.account import AccountStatus, AliasKind, TeamRole
from sponsor_app.domain.account_details import AccountDetails
from sponsor_app.domain.account_fields import field_texts, parse_fields
from sponsor_app.domain.account_page import AccountPage
from sponsor_app.domain.changes import Changes
from sponsor_app.domain.coverage import CoverageRow
from sponsor_app.domain.errors import InvalidError
from sponsor_app.domain.folding import fold
from sponsor_app.domain.ids import AccountId, link_id
from sponsor_app.domain.people import PointKind
from sponsor_app.domain.strength import strength
from sponsor_app.domain.text import clean_line
from sponsor_app.services import Services, lookup
from sponsor_app.services.points import add_points
from sponsor_app.services.turning import keep_change
from sponsor_app.store.capture import Writer
from sponsor_app.store.models import account, account_alias, contact_point, team_member
from sponsor_app.store.queries import (
    accounts,
    coverage,
    linked,
    open_items,
    people,
    policy,
    practice,
    timeline,
    turns,
)
from sponsor_app.store.store import changes_of

TIMELINE = 40
"""How many interactions the page shows before it is asked for more."""


def add(app: Services, *, fields: Mapping[str, str], aliases: Sequence[str] = ()) -> Changes:
    """Add an account from `field -> text`; `name` is needed, `status` is customer unless given."""
    values = parse_fields({"status": AccountStatus.CUSTOMER, **fields})
    links = _links(app, fields)
    name = values.get("name")
    if not name:
        msg = "An account needs a name. Nothing was added."
        raise InvalidError(msg)
    with app.store.write(f"Added {name}") as writer:
        new = writer.insert(account, record_id=app.store.new_id(), **values)
        _keep_special(app, writer, new, fields, links)
        add_aliases(app, writer, new, [(AliasKind.NAME, alias) for alias in aliases])
    return changes_of(writer)


def change(
    app: Services, account_id: AccountId, fields: Mapping[str, str], *, because: str = ""
) -> Changes:
    """Set fields of an account from `field -> text`; empty text clears one.

    Where a new status loses the account or wins it back, `because`, or the reason among the fields, is kept with its day.
    """
    values = parse_fields(fields)
    links = _links(app, fields)
    with app.store.write("Changed an account") as writer:
        known = accounts.details(writer.connection, account_id)
        _refuse_ring(writer, account_id, links.get("parent_id"))
        writer.title = f"Changed {known.name}"
        if values.get("status"):
            why = because or fields.get("lost_because", "")
            keep_change(app, writer, account_id, AccountStatus(str(values["status"])), why)
        if values:
            writer.update(account, account_id, **values)
            _keep_former_name(app, writer, known, str(values.get("name") or known.name))
        _keep_special(app, writer, account_id, fields, links)
    return changes_of(writer)


def delete(app: Services, account_id: AccountId) -> Changes:
    """Remove an account; what happened there stays on record, and undo or Activity brings it back."""
    return delete_all(app, (account_id,))


def delete_all(app: Services, account_ids: Sequence[AccountId]) -> Changes:
    """Remove accounts as one step; at least one is needed."""
    with app.store.write("Deleted an account") as writer:
        known = accounts.details(writer.connection, account_ids[0])
        writer.title = f"Deleted {known.name}"
        if len(account_ids) > 1:
            writer.title = f"Deleted {len(account_ids)} accounts"
        writer.delete_many(account, account_ids)
    return changes_of(writer)


def details(app: Services, account_id: AccountId) -> AccountDetails:
    """What is on file about one account; refuses an unknown id."""
    with app.store.read() as connection:
        return accounts.details(connection, account_id)


def texts(app: Services, account_id: AccountId) -> dict[str, str]:
    """Every plain field of an account as the text that `change` would take."""
    with app.store.read() as connection:
        known = accounts.details(connection, account_id)
        texts = field_texts(linked.row(connection, account, account_id))
    return {**texts, "phone": known.phone or ""}


def add_aliases(
    app: Services, writer: Writer, account_id: str, aliases: Sequence[tuple[AliasKind, str]]
) -> None:
    """Keep other scraps an account is known by."""
    for kind, value in aliases:
        line = clean_line("alias", value)
        writer.insert(
            account_alias,
            record_id=app.store.new_id(),
            account_id=account_id,
            kind=kind,
            value=line,
        )


def listed(app: Services) -> tuple[CoverageRow, ...]:
    """Every account with its sponsor, clocks and coverage, by name."""
    with app.store.read() as connection:
        rules = policy.rules(connection)
        return coverage.every_row(app.store, connection, app.today(), rules)


def are_listed(app: Services) -> bool:
    """Whether `listed` has its answer from before, and need not read ten thousand accounts for it."""
    with app.store.read() as connection:
        return app.store.is_kept(connection, coverage.EVERY_ROW, app.today())


def first_by_name(app: Services, limit: int) -> tuple[CoverageRow, ...]:
    """The first so many rows of `listed`, in the time that these few take."""
    with app.store.read() as connection:
        first = accounts.first_by_name(connection, limit)
        rules = policy.rules(connection)
        return tuple(coverage.coverage_rows(connection, app.today(), rules, first))


def strengths(app: Services) -> dict[str, int]:
    """The relationship strength of every account that has one."""
    with app.store.read() as connection:
        return coverage.strengths(connection, app.today())


def page(app: Services, account_id: AccountId, *, limit: int | None = TIMELINE) -> AccountPage:
    """Everything on one account's page."""
    today = app.today()
    with app.store.read() as connection:
        rules = policy.rules(connection)
        details = accounts.details(connection, account_id)
        recent, first = timeline.touches(connection, account_id, today)
        only = (account_id,)
        row = coverage.coverage_rows(connection, today, rules, only)[0]
        return AccountPage(
            as_of=today,
            row=row,
            details=details,
            strength=strength(recent, details.customer_since or first, today),
            contacts=tuple(people.contacts(connection, today, only)),
            timeline=tuple(timeline.timeline(connection, account_id, today, limit)),
            timeline_total=timeline.timeline_total(connection, account_id, today),
            planned=tuple(timeline.planned(connection, today, only)),
            issues=tuple(open_items.issues(connection, rules, today, account_ids=only)),
            commitments=tuple(open_items.commitments(connection, account_ids=only)),
            pulses=tuple(people.pulses(connection, account_id)),
            facts=tuple(people.facts(connection, account_id)),
            practice=practice.practice_at(connection, today, rules, row),
            turns=tuple(turns.turns(connection, account_id)),
        )


def _links(app: Services, fields: Mapping[str, str]) -> dict[str, str | None]:
    """What `parent` and `lead` refer to; looked up before anything is written."""
    links: dict[str, str | None] = {}
    if "parent" in fields:
        text = fields["parent"].strip()
        links["parent_id"] = lookup.account_id(app, text) if text else None
    if "lead" in fields:
        text = fields["lead"].strip()
        links["lead_id"] = lookup.member_id(app, text) if text else None
    return links


def _refuse_ring(writer: Writer, account_id: str, parent: str | None) -> None:
    """An account may not stand above itself, neither directly nor through its parents."""
    passed: set[str] = set()
    while parent and parent not in passed:
        if parent == account_id:
            msg = "An account cannot be its own parent, nor that of an account above it."
            raise InvalidError(msg, "Nothing was changed. Clear the other parent first.")
        passed.add(parent)
        parent = accounts.parent_of(writer.connection, parent)


def _keep_special(
    app: Services,
    writer: Writer,
    account_id: str,
    fields: Mapping[str, str],
    links: Mapping[str, str | None],
) -> None:
    if "parent_id" in links:
        writer.update(account, account_id, parent_id=links["parent_id"])
    if "lead_id" in links:
        set_lead(writer, account_id, links["lead_id"])
    if "phone" in fields:
        _replace_phone(app, writer, account_id, fields["phone"])
    if fields.get("alias"):
        add_aliases(app, writer, account_id, [(AliasKind.NAME, fields["alias"])])


def set_lead(writer: Writer, account_id: str, member_id: str | None) -> None:
    """Make one member the account lead, or nobody."""
    before = accounts.details(writer.connection, account_id).team
    for one in before:
        if one.role is TeamRole.LEAD and one.member_id != member_id:
            writer.delete(team_member, link_id(account_id, one.member_id, TeamRole.LEAD))
    if member_id:
        writer.link(
            team_member,
            link_id(account_id, member_id, TeamRole.LEAD),
            account_id=account_id,
            member_id=member_id,
            role=TeamRole.LEAD,
        )


def _replace_phone(app: Services, writer: Writer, account_id: str, text: str) -> None:
    writer.delete_many(contact_point, accounts.phone_ids(writer.connection, account_id))
    if text.strip():
        add_points(writer, app.store.new_id, [(PointKind.PHONE, text)], account_id=account_id)


def _keep_former_name(app: Services, writer: Writer, known: AccountDetails, name: str) -> None:
    """Let an account that was `known` so far, and now has another name, be found by the old one."""
    old, new = fold(known.name), fold(name)
    if old == new:
        return
    if old not in {fold(one.value) for one in known.aliases}:
        add_aliases(app, writer, known.id, [(AliasKind.FORMER_NAME, known.name)])
    before = accounts.former_names(writer.connection, known.id)
    writer.delete_many(account_alias, [i for i, value in before if fold(value) == new])
