"""Knowing people well: `contact show`, `contact set`, `contact date`, `contact map`."""

import argparse

from sponsor_app.cli.documents import Document, of_contact, of_fact
from sponsor_app.cli.output import DONE
from sponsor_app.cli.session import Session
from sponsor_app.cli.verbs.adding import Verbs, verb
from sponsor_app.domain.account_fields import parse_choice, parse_day
from sponsor_app.domain.errors import InvalidError
from sponsor_app.domain.important_dates import ImportantDate
from sponsor_app.domain.moments import Remind
from sponsor_app.domain.people_map import MapRow, people_map
from sponsor_app.domain.person_page import PersonPage, next_question
from sponsor_app.domain.wording import SUPPORT_WORDS
from sponsor_app.services import contacts, important_dates, lookup, people

NOT_AT_ALL = "off"


def add_knowing(contact: Verbs, after: argparse.ArgumentParser) -> None:
    """Add what is done with one person."""
    shown = verb(contact, after, "show", "one person, whole, and what to ask next", show)
    shown.add_argument("contact", metavar="CONTACT")
    change = verb(contact, after, "set", "set fields: FIELD=VALUE...", set_fields)
    change.add_argument("contact", metavar="CONTACT")
    change.add_argument("fields", metavar="FIELD=VALUE", nargs="+")
    chart = verb(contact, after, "map", "who reports to whom at ACCOUNT", show_map)
    chart.add_argument("account", metavar="ACCOUNT")
    dated = verb(contact, after, "date", "keep a day that matters to them", add_date)
    dated.add_argument("contact", metavar="CONTACT")
    dated.add_argument("text", metavar="TEXT")
    dated.add_argument("--on", metavar="DATE", help="without: only change the reminder")
    dated.add_argument("--once", action="store_true", help="it does not come back every year")
    dated.add_argument("--remind", metavar="week|evening|morning|off", help="default: week")


def show(session: Session) -> int:
    """`contact show CONTACT`."""
    page = people.page(session.app, lookup.contact_id(session.app, session.options.contact))
    session.printer.answer(_of_page(page), "\n".join(_text(page)))
    return DONE


def set_fields(session: Session) -> int:
    """`contact set CONTACT FIELD=VALUE...`."""
    app = session.app
    contact_id = lookup.contact_id(app, session.options.contact)
    fields: dict[str, str] = {}
    for text in session.options.fields:
        name, equals, value = text.partition("=")
        if not equals:
            msg = f"“{text}” is not FIELD=VALUE. Nothing was changed."
            raise InvalidError(msg, "Write it as role=decides.")
        fields[name.strip().replace("-", "_")] = value.strip()
    at = people.page(app, contact_id).person.account_id
    if fields.get("reports_to"):
        fields["reports_to"] = lookup.contact_id(app, fields["reports_to"], at)
    if fields.get("counterpart"):
        fields["counterpart"] = lookup.member_id(app, fields["counterpart"])
    changes = contacts.set_fields(app, contact_id, fields)
    said = changes.title if changes.step else "It was so already."
    session.printer.answer({"id": contact_id, "changed": changes.step is not None}, said)
    return DONE


def show_map(session: Session) -> int:
    """`contact map ACCOUNT`."""
    app = session.app
    found = people_map(
        contacts.listed(app, lookup.account_id(app, session.options.account)), app.today()
    )
    document = {
        "rows": [
            {**of_contact(row.person), "depth": row.depth, "reports": row.reports}
            for row in found.rows
        ],
        "rings": [list(names) for names in found.rings],
    }
    session.printer.answer(document, "\n".join(map(_map_line, found.rows)))
    if found.ring_words:
        session.printer.note(found.ring_words)
    return DONE


def add_date(session: Session) -> int:
    """`contact date CONTACT TEXT --on DATE`."""
    app, options = session.app, session.options
    contact_id = lookup.contact_id(app, options.contact)
    how = options.remind and options.remind != NOT_AT_ALL
    remind = parse_choice(Remind, "reminder", options.remind) if how else None
    if options.on:
        day = parse_day("date", options.on)
        changes = important_dates.add(app, contact_id, options.text, day, yearly=not options.once)
        date_id = changes.created[0]
    else:
        date_id = important_dates.one(app, contact_id, options.text).id
    if options.remind or not options.on:
        important_dates.remind(app, date_id, remind)
    known = next(one for one in important_dates.of_contact(app, contact_id) if one.id == date_id)
    session.printer.answer(_of_date(known, session), _date_line(known, session))
    return DONE


def _of_page(page: PersonPage) -> Document:
    question, known = next_question(page), page.profile
    return {
        **of_contact(page.person),
        "facts": [of_fact(one) for one in page.facts],
        "dates": [
            {"id": one.id, "text": one.text, "on": one.on, "next": one.next_on(page.as_of)}
            for one in page.dates
        ],
        "known_by": [
            {"member": one.name, "touches": one.touches, "last": one.last_on}
            for one in page.known_by
        ],
        "profile": {
            "known": known.known,
            "of": known.of,
            "missing": [one.gap for one in known.missing],
        },
        "ask": {"question": question.words, "gap": question.gap},
    }


def _text(page: PersonPage) -> list[str]:
    one, question, known = page.person, next_question(page), page.profile
    support = SUPPORT_WORDS[one.support] if one.support else None
    parts = (one.title, one.account, one.role, support)
    lines = [", ".join((one.name, *(part for part in parts if part)))]
    lines += [f"  {fact.text} ({fact.source or fact.on})" for fact in page.facts]
    lines += [f"  {day.text}: {day.next_on(page.as_of) or day.on}" for day in page.dates]
    missing = "; ".join(gap.gap for gap in known.missing)
    lines.append(
        f"known: {known.known} of {known.of}" + (f"; missing: {missing}" if missing else "")
    )
    return [*lines, f"ask next: “{question.words}” ({question.gap})"]


def _map_line(row: MapRow) -> str:
    one = row.person
    support = SUPPORT_WORDS[one.support] if one.support else None
    pair = f"with {one.counterpart}" if one.counterpart else None
    parts = (one.name, one.title, one.role, support, pair)
    return "   " * row.depth + ", ".join(part for part in parts if part)


def _of_date(one: ImportantDate, session: Session) -> Document:
    return {
        "id": one.id,
        "contact": one.contact,
        "text": one.text,
        "on": one.on,
        "yearly": one.yearly,
        "next": one.next_on(session.app.today()),
        "remind": one.remind,
    }


def _date_line(one: ImportantDate, session: Session) -> str:
    coming = one.next_on(session.app.today()) or one.on
    remind = f", reminder: {one.remind}" if one.remind else ", no reminder"
    return f"{one.contact}: {one.text}, {coming}{remind}"
