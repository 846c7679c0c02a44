"""Two records of one organisation become one: everything moves, nothing is lost, one step takes it back."""

from collections.abc import Sequence
from typing import Any

from sponsor_app.domain.account import AliasKind, TeamRole
from sponsor_app.domain.account_details import AccountDetails
from sponsor_app.domain.account_fields import field_texts
from sponsor_app.domain.changes import Changes
from sponsor_app.domain.errors import InvalidError
from sponsor_app.domain.folding import fold
from sponsor_app.domain.ids import AccountId, link_id
from sponsor_app.domain.phones import domain_of
from sponsor_app.services import Services, apart
from sponsor_app.services.accounts import add_aliases, set_lead
from sponsor_app.services.merging_parts import SOURCE, lost_words
from sponsor_app.store.capture import Writer
from sponsor_app.store.joining import NAMES_ACCOUNT, above, drop_doubles, move_rows, remember
from sponsor_app.store.models import (
    account,
    account_alias,
    contact_point,
    fact,
    sponsorship,
    team_member,
)
from sponsor_app.store.queries import accounts, linked
from sponsor_app.store.store import changes_of

GAPS = (
    "tier",
    "industry",
    "region",
    "country",
    "city",
    "postcode",
    "address",
    "website",
    "email",
    "employees",
    "revenue_minor",
    "currency",
    "ideal_days",
    "maximum_days",
    "customer_since",
    "issue_channel",
)
"""Fields that the kept account takes over where it has none of its own."""

NOTES = ("story", "wants", "lost_because")
"""Texts of which both stay."""

TOLD = (
    "status",
    *(one for one in GAPS if one not in ("website", "revenue_minor")),
    "annual_revenue",
)
"""What is kept as a fact where the other value stays; names, web addresses and ids are kept as aliases."""

DOUBLES = ((contact_point, ("kind", "normal")), (account_alias, ("kind", "value")))
"""What both may have, and by what it is the same."""

OWN = ("name", "status", "external_id")
"""Fields that are those of the kept account whatever stood in the other."""


def merge_accounts(
    app: Services, gone: AccountId, kept: AccountId
) -> tuple[Changes, dict[str, int]]:
    """Make one account of two, with the values of `kept` before those of `gone`; returns how many records moved.

    It is always the older id that stays (`one_of`), so that two laptops which merge a pair in opposite directions
    do not each delete what the other kept.
    """
    if gone == kept:
        msg = "These are the same account. Nothing was changed."
        raise InvalidError(msg)
    stays, goes = one_of(gone, kept), max(gone, kept)
    with app.store.write("Merged two accounts") as writer:
        old = accounts.details(writer.connection, gone)
        new = accounts.details(writer.connection, kept)
        _end_second_sponsor(app, writer, old, new)
        loses = linked.row(writer.connection, account, gone)
        wins = linked.row(writer.connection, account, kept)
        _move_team(writer, *((old, new) if stays == kept else (new, old)), leads=stays != kept)
        apart.carry(writer, goes, stays)
        for table, same in DOUBLES:
            drop_doubles(writer, table, "account_id", same, goes, stays)
        moved = move_rows(writer, goes, stays, NAMES_ACCOUNT)
        _write_values(writer, stays, wins, loses)
        add_aliases(app, writer, stays, _lost_names(old, new))
        _keep_what_lost(app, writer, stays, wins, loses)
        writer.delete(account, goes)
        remember(writer, goes, stays)
        writer.title = f"Merged {old.name} into {new.name}"
    return changes_of(writer), moved


def one_of(one: AccountId, other: AccountId) -> AccountId:
    """Whose id an account has that was made of two: that of the older."""
    return min(one, other)


def _end_second_sponsor(
    app: Services, writer: Writer, old: AccountDetails, new: AccountDetails
) -> None:
    """Two current sponsors become one: that of the kept account."""
    if not any(one.ends_on is None for one in new.sponsorships):
        return
    for one in old.sponsorships:
        if one.ends_on is None:
            day = max(app.today(), one.starts_on)
            writer.update(sponsorship, one.id, ends_on=day, reason=f"merged into {new.name}")


def _move_team(writer: Writer, old: AccountDetails, new: AccountDetails, *, leads: bool) -> None:
    """Team links have ids made of what they link, so they are made anew; `leads`: the lead of `old` prevails."""
    has_lead = not leads and any(one.role is TeamRole.LEAD for one in new.team)
    for one in old.team:
        writer.delete(team_member, link_id(old.id, one.member_id, one.role))
        if one.role is TeamRole.LEAD:
            if not has_lead:
                set_lead(writer, new.id, one.member_id)
            continue
        writer.link(
            team_member,
            link_id(new.id, one.member_id, one.role),
            account_id=new.id,
            member_id=one.member_id,
            role=one.role,
        )


def _write_values(
    writer: Writer, stays: AccountId, wins: dict[str, Any], loses: dict[str, Any]
) -> None:
    values = {name: loses[name] if wins[name] is None else wins[name] for name in GAPS}
    values.update({name: wins[name] for name in OWN})
    values["parent_id"] = above(writer, account, "parent_id", (wins, loses))
    for name in NOTES:
        texts = dict.fromkeys(text for text in (wins[name], loses[name]) if text)
        values[name] = "\n\n".join(texts) or None
    writer.update(account, stays, **values)


def _keep_what_lost(
    app: Services, writer: Writer, stays: str, wins: dict[str, Any], loses: dict[str, Any]
) -> None:
    """What stood in the other account and does not stand in the one that is left, as a fact of it."""
    words = lost_words(field_texts(loses), field_texts(wins), TOLD)
    if words:
        new = app.store.new_id()
        values = {"account_id": stays, "text": words, "source": SOURCE, "on_day": app.today()}
        writer.insert(fact, record_id=new, **values)


def _lost_names(old: AccountDetails, new: AccountDetails) -> Sequence[tuple[AliasKind, str]]:
    """What the gone account was known by and the kept one is not."""
    known = {fold(new.name), *(fold(one.value) for one in (*new.aliases, *old.aliases))}
    lost: list[tuple[AliasKind, str]] = []
    if fold(old.name) not in known:
        lost.append((AliasKind.NAME, old.name))
    domain = domain_of(old.website)
    if domain and new.website and domain != domain_of(new.website) and domain not in known:
        lost.append((AliasKind.DOMAIN, domain))
    if old.external_id and old.external_id != new.external_id:
        lost.append((AliasKind.EXTERNAL_ID, old.external_id))
    return lost
