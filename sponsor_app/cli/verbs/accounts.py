"""Accounts and who owns them: `account`, `sponsor`."""

import argparse
from datetime import date

from sponsor_app.cli.documents import of_page
from sponsor_app.cli.goodwill_documents import of_practice
from sponsor_app.cli.output import DONE
from sponsor_app.cli.pages import account_text
from sponsor_app.cli.session import Session
from sponsor_app.cli.verbs.adding import Verbs, field_pair, group, verb
from sponsor_app.cli.verbs.attaching import add_attaching
from sponsor_app.cli.verbs.exposing import add_exposure
from sponsor_app.cli.verbs.handing_over import add_hand_over
from sponsor_app.cli.verbs.suggesting import add_suggest
from sponsor_app.cli.verbs.turning import add_turning
from sponsor_app.cli.verbs.twins import add_twins, looking_like, say_added
from sponsor_app.domain.account import AccountStatus, Tier
from sponsor_app.domain.account_fields import parse_choice, parse_day
from sponsor_app.domain.clocks import ClockName
from sponsor_app.domain.coverage import CoverageRow
from sponsor_app.domain.coverage_document import account_line
from sponsor_app.domain.ids import AccountId
from sponsor_app.domain.twins import TwinKind
from sponsor_app.services import accounts, lookup, merging, resembling, sponsorships

FIELD_OPTIONS = (
    "tier",
    "status",
    "industry",
    "region",
    "country",
    "city",
    "website",
    "phone",
    "annual-revenue",
    "currency",
    "parent",
    "lead",
)
CLOCKS = ("Last touch", "Face to face", "No ask", "Their turf")
HEADINGS = ("Account", "Status", "Tier", "Sponsor", "Coverage", *CLOCKS)


def add_verbs(verbs: Verbs, after: argparse.ArgumentParser) -> None:
    """Add `account` and `sponsor`."""
    account = group(verbs, "account", "add, change and look at accounts")
    new = verb(account, after, "add", "add an account", add)
    new.add_argument("name", metavar="NAME")
    for option in FIELD_OPTIONS:
        new.add_argument(f"--{option}")
    new.add_argument("--alias", action="extend", nargs="+", default=[], help="other names")
    change = verb(account, after, "set", "set fields: FIELD=VALUE...", set_fields)
    change.add_argument("account", metavar="ACCOUNT")
    change.add_argument("fields", metavar="FIELD=VALUE", nargs="+")
    listing = verb(account, after, "list", "list accounts", list_accounts)
    listing.add_argument("--tier")
    listing.add_argument("--status")
    listing.add_argument("--sponsor", metavar="MEMBER")
    verb(account, after, "show", "one account, whole", show).add_argument(
        "account", metavar="ACCOUNT"
    )
    add_twins(account, after, TwinKind.ACCOUNT)
    merge = verb(account, after, "merge", "move everything of FROM to INTO", merge_accounts)
    merge.add_argument("from_account", metavar="FROM")
    merge.add_argument("into_account", metavar="INTO")
    add_exposure(account, after)
    add_turning(account, after)
    add_attaching(account, after)
    _add_sponsor(verbs, after)


def _add_sponsor(verbs: Verbs, after: argparse.ArgumentParser) -> None:
    sponsor = group(verbs, "sponsor", "say who owns the relationship")
    begin = verb(sponsor, after, "set", "make MEMBER the sponsor of ACCOUNT", set_sponsor)
    begin.add_argument("account", metavar="ACCOUNT")
    begin.add_argument("member", metavar="MEMBER")
    begin.add_argument("--from", dest="start", metavar="DATE")
    finish = verb(sponsor, after, "end", "end the sponsorship of ACCOUNT", end_sponsor)
    finish.add_argument("account", metavar="ACCOUNT")
    finish.add_argument("--on", metavar="DATE")
    finish.add_argument("--reason", metavar="TEXT")
    add_hand_over(sponsor, after)
    add_suggest(sponsor, after)


def add(session: Session) -> int:
    """`account add NAME ...`."""
    options = session.options
    fields = {"name": options.name}
    for option in FIELD_OPTIONS:
        text = getattr(options, option.replace("-", "_"))
        if text is not None:
            fields[option.replace("-", "_")] = text
    alike = looking_like(lambda: resembling.refuse_known_account(session.app, fields))
    changes = accounts.add(session.app, fields=fields, aliases=options.alias)
    return say_added(session, changes, alike)


def set_fields(session: Session) -> int:
    """`account set ACCOUNT FIELD=VALUE...`."""
    fields = dict(field_pair(text) for text in session.options.fields)
    account_id = lookup.account_id(session.app, session.options.account)
    changes = accounts.change(session.app, account_id, fields)
    said = changes.title if changes.step else "It was so already."
    session.printer.answer({"id": account_id, "changed": changes.step is not None}, said)
    return DONE


def list_accounts(session: Session) -> int:
    """`account list`."""
    options = session.options
    rows = accounts.listed(session.app)
    if options.tier:
        tier = parse_choice(Tier, "tier", options.tier)
        rows = [row for row in rows if row.tier is tier]
    if options.status:
        status = parse_choice(AccountStatus, "status", options.status)
        rows = [row for row in rows if row.status is status]
    if options.sponsor:
        sponsor = lookup.member_id(session.app, options.sponsor)
        rows = [row for row in rows if row.sponsor_id == sponsor]
    lines = [_line(row) for row in rows]
    session.printer.rows([account_line(row) for row in rows], HEADINGS, lines)
    return DONE


def show(session: Session) -> int:
    """`account show ACCOUNT`."""
    account_id = lookup.account_id(session.app, session.options.account)
    page = accounts.page(session.app, account_id, limit=None)
    session.printer.show({**of_page(page), **of_practice(page)}, account_text(page))
    return DONE


def merge_accounts(session: Session) -> int:
    """`account merge FROM INTO`."""
    app = session.app
    gone = lookup.account_id(app, session.options.from_account)
    kept = lookup.account_id(app, session.options.into_account)
    changes, moved = merging.merge_accounts(app, gone, kept)
    stays, goes = merging.one_of(gone, kept), max(gone, kept)
    session.printer.answer({"id": stays, "merged": goes, "moved": moved}, changes.title)
    return DONE


def set_sponsor(session: Session) -> int:
    """`sponsor set ACCOUNT MEMBER`."""
    app, options = session.app, session.options
    account_id = lookup.account_id(app, options.account)
    member_id = lookup.member_id(app, options.member)
    start = parse_day("date", options.start) if options.start else app.today()
    sponsorships.set_sponsor(app, [account_id], member_id, start)
    return _say_sponsorship(session, account_id, None)


def end_sponsor(session: Session) -> int:
    """`sponsor end ACCOUNT`."""
    app, options = session.app, session.options
    account_id = lookup.account_id(app, options.account)
    day = parse_day("date", options.on) if options.on else None
    sponsorships.end(app, account_id, day, options.reason)
    return _say_sponsorship(session, account_id, day or app.today())


def _say_sponsorship(session: Session, account_id: AccountId, ended: date | None) -> int:
    """The sponsorship that was just made, or the one that ends on a day."""
    details = accounts.details(session.app, account_id)
    meant = [one for one in details.sponsorships if one.ends_on == ended]
    latest = max(meant, key=lambda one: one.starts_on)
    document = {
        "account": details.name,
        "member": latest.member,
        "from": latest.starts_on,
        "to": latest.ends_on,
    }
    until = f" until {latest.ends_on}" if latest.ends_on else ""
    owns = "will own" if latest.starts_on > session.app.today() else "owns"
    said = f"{latest.member} {owns} {details.name} from {latest.starts_on}{until}."
    session.printer.answer(document, said)
    return DONE


def _line(row: CoverageRow) -> tuple[object, ...]:
    clocks = (row.clocks.last(name) for name in ClockName)
    days = (last.on if last else None for last in clocks)
    return (row.account, row.status, row.tier, row.sponsor, row.coverage, *days)
