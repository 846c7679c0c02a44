"""Our people and theirs, and what we hear of them: `member`, `contact`, `fact`."""

import argparse

from sponsor_app.cli.documents import of_contact, of_member
from sponsor_app.cli.output import DONE
from sponsor_app.cli.session import Session
from sponsor_app.cli.verbs.adding import Verbs, field_pair, group, verb
from sponsor_app.cli.verbs.knowing import add_knowing
from sponsor_app.cli.verbs.twins import add_twins, looking_like, say_added
from sponsor_app.domain.twins import TwinKind
from sponsor_app.services import (
    contacts,
    knowledge,
    lookup,
    members,
    merging_contacts,
    resembling,
)


def add_verbs(verbs: Verbs, after: argparse.ArgumentParser) -> None:
    """Add `member`, `contact` and `fact`."""
    member = group(verbs, "member", "add and list our people")
    new = verb(member, after, "add", "add one of our people", add_member)
    new.add_argument("name", metavar="NAME")
    new.add_argument("--email")
    new.add_argument("--title")
    new.add_argument("--function")
    new.add_argument("--max-accounts", type=int, metavar="N", help="0: not a sponsor")
    verb(member, after, "list", "list our people", list_members)
    text = "change one of our people, as left_on=2026-11-30 or max_accounts=3"
    edit = verb(member, after, "set", text, set_member)
    edit.add_argument("member", metavar="MEMBER")
    edit.add_argument("fields", metavar="FIELD=VALUE", nargs="+")
    contact = group(verbs, "contact", "add and list people at accounts")
    person = verb(contact, after, "add", "add a person to ACCOUNT", add_contact)
    person.add_argument("account", metavar="ACCOUNT")
    person.add_argument("name", metavar="NAME")
    for option in ("title", "role", "function", "support"):
        person.add_argument(f"--{option}")
    person.add_argument("--email", action="append", default=[])
    person.add_argument("--phone", action="append", default=[])
    person.add_argument("--reports-to", metavar="CONTACT")
    person.add_argument("--counterpart", metavar="MEMBER")
    verb(contact, after, "list", "list contacts", list_contacts).add_argument(
        "account", metavar="ACCOUNT", nargs="?"
    )
    merge = verb(contact, after, "merge", "move everything of FROM to INTO", merge_people)
    merge.add_argument("from_contact", metavar="FROM")
    merge.add_argument("into_contact", metavar="INTO")
    add_knowing(contact, after)
    add_twins(contact, after, TwinKind.CONTACT)
    _add_knowledge(verbs, after)


def _add_knowledge(verbs: Verbs, after: argparse.ArgumentParser) -> None:
    fact = group(verbs, "fact", "record what is worth knowing")
    known = verb(fact, after, "add", "record a fact about CONTACT", add_fact)
    known.add_argument("contact", metavar="CONTACT")
    known.add_argument("text", metavar="TEXT")
    known.add_argument("--source")


def merge_people(session: Session) -> int:
    """`contact merge FROM INTO`."""
    app = session.app
    gone = lookup.contact_id(app, session.options.from_contact)
    kept = lookup.contact_id(app, session.options.into_contact)
    changes, stays = merging_contacts.merge_contacts(app, gone, kept)
    session.printer.answer({"id": stays, "merged": gone}, changes.title)
    return DONE


def add_member(session: Session) -> int:
    """`member add NAME ...`."""
    options = session.options
    alike = looking_like(lambda: resembling.refuse_known_member(session.app, options.name))
    changes = members.add(
        session.app,
        name=options.name,
        email=options.email,
        title=options.title,
        function=options.function,
        max_accounts=options.max_accounts,
    )
    return say_added(session, changes, alike)


def set_member(session: Session) -> int:
    """`member set MEMBER FIELD=VALUE...`."""
    app = session.app
    fields = dict(field_pair(text) for text in session.options.fields)
    if fields.get("manager"):
        fields["manager"] = lookup.member_id(app, fields["manager"])
    member_id = lookup.member_id(app, session.options.member)
    changes = members.change(app, member_id, fields)
    said = changes.title if changes.step else "It was so already."
    session.printer.answer({"id": member_id, "changed": changes.step is not None}, said)
    return DONE


def list_members(session: Session) -> int:
    """`member list`."""
    found = members.listed(session.app)
    lines = [(one.name, one.title, one.function, one.accounts) for one in found]
    documents = [of_member(one) for one in found]
    session.printer.rows(documents, ("Member", "Title", "Function", "Accounts"), lines)
    return DONE


def add_contact(session: Session) -> int:
    """`contact add ACCOUNT NAME ...`."""
    app, options = session.app, session.options
    account_id = lookup.account_id(app, options.account)
    boss = lookup.contact_id(app, options.reports_to, account_id) if options.reports_to else None
    counterpart = lookup.member_id(app, options.counterpart) if options.counterpart else None
    reach = next(iter((*options.email, *options.phone)), "")
    alike = looking_like(
        lambda: resembling.refuse_known_contact(app, account_id, options.name, reach)
    )
    changes = contacts.add(
        app,
        account_id,
        name=options.name,
        title=options.title,
        role=options.role,
        function=options.function,
        support=options.support,
        emails=options.email,
        phones=options.phone,
        reports_to=boss,
        counterpart=counterpart,
    )
    return say_added(session, changes, alike)


def list_contacts(session: Session) -> int:
    """`contact list [ACCOUNT]`."""
    named = session.options.account
    account_id = lookup.account_id(session.app, named) if named else None
    found = contacts.listed(session.app, account_id)
    lines = [(one.name, one.account, one.title, one.role, one.last_on) for one in found]
    documents = [of_contact(one) for one in found]
    headings = ("Contact", "Account", "Title", "Role", "Last met")
    session.printer.rows(documents, headings, lines)
    return DONE


def add_fact(session: Session) -> int:
    """`fact add CONTACT TEXT`."""
    options = session.options
    contact = lookup.contact_id(session.app, options.contact)
    changes = knowledge.add_fact(session.app, contact, options.text, source=options.source)
    session.printer.answer({"id": changes.created[0]}, changes.title)
    return DONE
