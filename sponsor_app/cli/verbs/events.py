"""Where customers talk: `event`."""

import argparse
import sys
from pathlib import Path

from sponsor_app.cli.goodwill_documents import of_event, of_event_page, of_report
from sponsor_app.cli.output import DONE, PARTLY
from sponsor_app.cli.session import Session
from sponsor_app.cli.verbs.adding import Verbs, group, verb
from sponsor_app.domain.account_fields import parse_day
from sponsor_app.domain.errors import InvalidError, NotFoundError
from sponsor_app.domain.event import (
    EVENT_WORDS,
    EventKind,
    EventPage,
    Reply,
    Theme,
    speaking_share,
    told_whom,
)
from sponsor_app.domain.ids import CommitmentId, EventId, IssueId
from sponsor_app.domain.interaction import Place
from sponsor_app.domain.text import counted
from sponsor_app.services import events, lookup, themes
from sponsor_app.services.invitation_lists import export
from sponsor_app.services.inviting_by_list import invite_listed, read_file

HEADINGS = ("No", "Event", "Kind", "On", "Invited", "Yes", "Came", "Themes", "Not told")
STDIN = "-"


def add_verbs(verbs: Verbs, after: argparse.ArgumentParser) -> None:
    """Add `event` with its verbs."""
    event = group(verbs, "event", "focus groups, webinars, boards, visit days")
    new = verb(event, after, "add", "plan an event, or record one that took place", add)
    new.add_argument("title", metavar="TITLE")
    new.add_argument("--kind", required=True, choices=[one.value for one in EventKind])
    new.add_argument("--on", required=True, metavar="DATE")
    new.add_argument("--place", choices=[one.value for one in Place])
    new.add_argument("--host", metavar="MEMBER")
    new.add_argument("--note", metavar="TEXT")
    verb(event, after, "list", "every event, the latest day first", show_all)
    verb(event, after, "show", "one event whole", show).add_argument("id", metavar="ID")
    asked = verb(event, after, "invite", "invite contacts and members", invite)
    _people(asked, needed=False)
    asked.add_argument("--from", dest="file", metavar="FILE|-", help="a list of mail addresses")
    answered = verb(event, after, "reply", "what they answered", reply)
    answered.add_argument("--answer", required=True, choices=[one.value for one in Reply])
    _people(answered)
    came = verb(event, after, "attended", "who came, invited or not", attended)
    _people(came)
    spoke = verb(event, after, "spoke", "how much of the talking was whose", note_share)
    _people(spoke)
    spoke.add_argument("--share", type=int, required=True, metavar="0..100")
    _add_theme(event, after)
    out = verb(event, after, "export", "write the invitation list", write_list)
    out.add_argument("id", metavar="ID")
    out.add_argument("--out", required=True, metavar="FILE.csv|.xlsx|.json")


def _add_theme(event: Verbs, after: argparse.ArgumentParser) -> None:
    said = verb(event, after, "theme", "what they said; the same words again add to it", theme)
    said.add_argument("id", metavar="ID")
    said.add_argument("text", metavar="TEXT")
    said.add_argument("--quote", metavar="TEXT")
    said.add_argument("--by", metavar="CONTACT")
    said.add_argument("--did", metavar="TEXT")
    said.add_argument("--told", metavar="DATE")
    said.add_argument("--whom", metavar="CONTACT", help="whom we told, if not who said it")
    said.add_argument("--issue", metavar="ID")
    said.add_argument("--promise", metavar="ID")


def _people(parser: argparse.ArgumentParser, *, needed: bool = True) -> None:
    parser.add_argument("id", metavar="ID")
    parser.add_argument("people", nargs="+" if needed else "*", metavar="CONTACT")


def add(session: Session) -> int:
    """`event add TITLE --kind KIND --on DATE`."""
    app, options = session.app, session.options
    changes = events.add(
        app,
        title=options.title,
        kind=EventKind(options.kind),
        on=parse_day("date", options.on),
        place=Place(options.place) if options.place else None,
        host=lookup.member_id(app, options.host) if options.host else None,
        note=options.note,
    )
    return _say(session, EventId(changes.created[0]), changes.title)


def show_all(session: Session) -> int:
    """`event list`."""
    found = events.listed(session.app)
    lines = [
        (
            one.number,
            one.title,
            EVENT_WORDS[one.kind] if one.kind else None,
            one.on,
            one.counts.invited,
            one.counts.accepted,
            one.counts.attended,
            one.themes,
            one.owed,
        )
        for one in found
    ]
    session.printer.rows([of_event(one) for one in found], HEADINGS, lines)
    return DONE


def show(session: Session) -> int:
    """`event show ID`."""
    page = events.page(session.app, _event_id(session))
    session.printer.show(of_event_page(page), _text(page))
    return DONE


def invite(session: Session) -> int:
    """`event invite ID CONTACT...`, or `--from FILE` with a list of addresses."""
    app, event_id, options = session.app, _event_id(session), session.options
    if not options.file and not options.people:
        msg = "Nobody is named. Nobody was invited."
        raise InvalidError(msg, "Name contacts, or give a list with --from FILE.")
    said: list[str] = []
    if options.people:
        contacts, members = _whom(session)
        said.append(events.invite(app, event_id, contacts, members).title)
    if not options.file:
        return _say(session, event_id, said[0])
    text = sys.stdin.read() if options.file == STDIN else read_file(Path(options.file).expanduser())
    _changes, report = invite_listed(app, event_id, text)
    document = {**of_event(events.page(app, event_id).event), **of_report(report)}
    session.printer.answer(document, "\n".join([*said, report.words]))
    for one in (*report.bad, *report.unknown):
        session.printer.note(f"Line {one.line}: {one.text} {one.why}.")
    return PARTLY if report.left_out else DONE


def reply(session: Session) -> int:
    """`event reply ID CONTACT... --answer yes|no|maybe`."""
    event_id, (contacts, members) = _event_id(session), _whom(session)
    answer = Reply(session.options.answer)
    changes = events.reply(session.app, event_id, (*contacts, *members), answer)
    return _say(session, event_id, changes.title)


def attended(session: Session) -> int:
    """`event attended ID CONTACT...`."""
    event_id, (contacts, members) = _event_id(session), _whom(session)
    changes = events.attended(session.app, event_id, (*contacts, *members))
    return _say(session, event_id, changes.title)


def note_share(session: Session) -> int:
    """`event spoke ID CONTACT... --share PERCENT`."""
    event_id, (contacts, members) = _event_id(session), _whom(session)
    shares = dict.fromkeys((*contacts, *members), session.options.share)
    changes = events.spoke(session.app, event_id, shares)
    return _say(session, event_id, changes.title)


def theme(session: Session) -> int:
    """`event theme ID TEXT [--quote] [--did TEXT] [--told DATE]`."""
    app, event_id, options = session.app, _event_id(session), session.options
    by = lookup.contact_id(app, options.by) if options.by else None
    issue = lookup.numbered_id(app, "issue", options.issue) if options.issue else None
    promise = lookup.numbered_id(app, "promise", options.promise) if options.promise else None
    changes = themes.note(
        app,
        event_id,
        options.text,
        quote=options.quote,
        by=by,
        did=options.did,
        told=parse_day("date", options.told) if options.told else None,
        whom=lookup.contact_id(app, options.whom) if options.whom else None,
        issue_id=IssueId(issue) if issue else None,
        promise_id=CommitmentId(promise) if promise else None,
    )
    return _say(session, event_id, changes.title)


def write_list(session: Session) -> int:
    """`event export ID --out FILE`."""
    event_id = _event_id(session)
    path = Path(session.options.out).expanduser()
    rows = export(session.app, event_id, path)
    said = f"Wrote {counted(rows, 'invitation')} to {path}"
    session.printer.answer({"rows": rows, "file": str(path)}, said)
    return DONE


def _event_id(session: Session) -> EventId:
    return EventId(lookup.numbered_id(session.app, "event", session.options.id))


def _whom(session: Session) -> tuple[list[lookup.ContactId], list[lookup.MemberId]]:
    """Contacts and members by name: a contact first, `me` and one of ours else."""
    contacts: list[lookup.ContactId] = []
    members: list[lookup.MemberId] = []
    for name in session.options.people:
        if name.strip().casefold() == "me":
            members.append(session.app.me)
            continue
        try:
            contacts.append(lookup.contact_id(session.app, name))
        except NotFoundError as nobody:
            try:
                members.append(lookup.member_id(session.app, name))
            except NotFoundError:
                raise nobody from None
    return contacts, members


def _say(session: Session, event_id: EventId, title: str) -> int:
    page = events.page(session.app, event_id)
    session.printer.answer(of_event_page(page), f"{title} (event {page.event.number})")
    return DONE


def _text(page: EventPage) -> str:
    one, counts = page.event, page.event.counts
    kind = EVENT_WORDS[one.kind] if one.kind else "event"
    lines = [
        f"{one.number} {one.title}, {kind} on {one.on}",
        f"{counts.attended} of {counts.invited} invited came, from {counted(counts.accounts, 'account')}",
    ]
    share = speaking_share(page.invitations)
    if share:
        lines.append(
            f"they spoke {share.theirs} %, we {share.ours} %, noted of {share.noted} of {share.came}"
        )
    for said in page.themes:
        lines.append(f"  {said.text}" + (f" “{said.quote}”" if said.quote else ""))
        lines += [f"    {part}" for part in _came_of_it(said, counts.attended)]
    return "\n".join(lines)


def _came_of_it(one: Theme, came: int) -> list[str]:
    parts = [
        f"issue {one.issue}" if one.issue else "",
        f"promise {one.promise}" if one.promise else "",
        f"we did: {one.did}" if one.did else "",
        f"told {told_whom(one, came)} on {one.told_on}" if one.told_on else "",
    ]
    return [part for part in parts if part]
