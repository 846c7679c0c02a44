"""Who owns the relationship, from when to when."""

from datetime import date

from sponsor_app.domain.account_details import AccountDetails, Sponsorship
from sponsor_app.domain.changes import Changes
from sponsor_app.domain.errors import InvalidError, RefusedError, SponsorError
from sponsor_app.domain.ids import AccountId, MemberId
from sponsor_app.domain.load import Candidate, assess_load
from sponsor_app.services import Services
from sponsor_app.store.capture import Writer
from sponsor_app.store.models import sponsorship
from sponsor_app.store.queries import accounts, people, policy
from sponsor_app.store.store import changes_of


def set_sponsor(
    app: Services, account_ids: list[AccountId], member_id: MemberId, starts_on: date | None = None
) -> Changes:
    """Make a member the sponsor of accounts from a day on; whoever was before ends that day."""
    start = starts_on or app.today()
    with app.store.write("Set a sponsor") as writer:
        names = {one.id: one for one in people.members(writer.connection, start)}
        who = names.get(member_id)
        if who is None or (who.left_on and who.left_on <= start):
            msg = "This member is not with us on that day. Nothing was changed."
            raise RefusedError(msg, "Choose somebody else.")
        for account_id in account_ids:
            hand_over(app, writer, account_id, member_id, start)
        only = accounts.details(writer.connection, account_ids[0]).name
        what = only if len(account_ids) == 1 else f"{len(account_ids)} accounts"
        writer.title = f"{who.name} owns {what}"
    return changes_of(writer)


def candidates(app: Services) -> list[Candidate]:
    """Everyone of ours who is here, with their load, by name."""
    today = app.today()
    with app.store.read() as connection:
        limits = policy.rules(connection).load
        everyone = people.members(connection, today)
    return [
        Candidate(one, assess_load(one.accounts, limits, one.max_accounts))
        for one in everyone
        if one.left_on is None or one.left_on > today
    ]


def hand_over(
    app: Services, writer: Writer, account_id: AccountId, member_id: MemberId, start: date
) -> None:
    """Begin a sponsorship within a step; whoever else owns the account that day, or later, no longer does."""
    stays = False
    for one in accounts.sponsorships(writer.connection, account_id):
        if one.ends_on is not None and one.ends_on <= start:
            continue
        same = one.member_id == member_id and one.starts_on <= start and one.ends_on is None
        if same and not stays:
            stays = True
        elif one.starts_on >= start:
            writer.delete(sponsorship, one.id)
        else:
            writer.update(sponsorship, one.id, ends_on=start)
    if not stays:
        writer.insert(
            sponsorship,
            record_id=app.store.new_id(),
            account_id=account_id,
            member_id=member_id,
            starts_on=start,
        )


def end(
    app: Services, account_id: AccountId, ends_on: date | None = None, reason: str | None = None
) -> Changes:
    """End the sponsorship of an account that is in force on a day; one that begins later stays."""
    day = ends_on or app.today()
    with app.store.write("Ended a sponsorship") as writer:
        known = accounts.details(writer.connection, account_id)
        current = [one for one in known.sponsorships if _is_in_force(one, day)]
        if not current:
            raise _none_to_end(known, day)
        for one in current:
            writer.update(sponsorship, one.id, ends_on=day, reason=reason)
        writer.title = f"{current[0].member} no longer owns {known.name}"
    return changes_of(writer)


def _is_in_force(one: Sponsorship, day: date) -> bool:
    return one.starts_on <= day and (one.ends_on is None or one.ends_on > day)


def _none_to_end(known: AccountDetails, day: date) -> SponsorError:
    later = [one.starts_on for one in known.sponsorships if one.starts_on > day]
    if later:
        msg = f"This sponsorship began on {min(later)}; it cannot end on {day}."
        return InvalidError(msg, "Nothing was changed. Give a later day.")
    msg = f"{known.name} has no sponsor on {day}. Nothing was changed."
    typed = "Give it one: sponsor-app sponsor set ACCOUNT MEMBER."
    return RefusedError(msg, "Give it one.", typed)
