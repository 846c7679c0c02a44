"""Who speaks for us, and who asked for it: `reference`."""

import argparse
from pathlib import Path

from sponsor_app.cli.goodwill_documents import of_answer, of_list, of_reference, of_request
from sponsor_app.cli.output import DONE
from sponsor_app.cli.session import Session
from sponsor_app.cli.verbs.adding import Verbs, group, verb
from sponsor_app.domain.account_fields import parse_day
from sponsor_app.domain.changes import Changes
from sponsor_app.domain.errors import AmbiguousError, NotFoundError
from sponsor_app.domain.folding import fold
from sponsor_app.domain.ids import ContactId, ReferenceId, RequestId
from sponsor_app.domain.reference import RequestState, parse_scope, scope_words
from sponsor_app.domain.text import counted
from sponsor_app.services import lookup, references

HEADINGS = ("Reference", "Account", "Agreed to", "State", "Because", "Quarter", "Until")
WISHES = ("Asked", "Reference", "Account", "For", "Requester", "Deal", "State", "Id")
OVER = frozenset({RequestState.DECLINED, RequestState.USED})
KINDS = "requests"


def add_verbs(verbs: Verbs, after: argparse.ArgumentParser) -> None:
    """Add `reference` with its verbs."""
    reference = group(verbs, "reference", "who speaks for us, within what was agreed")
    new = verb(reference, after, "set", "put down what CONTACT agreed to, or approve anew", agree)
    new.add_argument("contact", metavar="CONTACT")
    new.add_argument("--scope", required=True, metavar="call,case-study,visit,quote")
    new.add_argument("--from", dest="start", metavar="DATE")
    new.add_argument("--until", metavar="DATE")
    new.add_argument("--approved-by", required=True, metavar="MEMBER")
    new.add_argument("--note", metavar="TEXT")
    ended = verb(reference, after, "end", "take CONTACT off the list", end)
    ended.add_argument("contact", metavar="CONTACT")
    verb(reference, after, "list", "every reference, what locks it, how often it was used", show)
    _add_requests(reference, after)
    called = verb(reference, after, "log-call", "somebody asked them and nobody approved", log_call)
    called.add_argument("contact", metavar="CONTACT")
    called.add_argument("--caller", required=True, metavar="TEXT")
    called.add_argument("--outcome", metavar="TEXT")
    paper = verb(reference, after, "guideline", "the page to give to the reference", guideline)
    paper.add_argument("contact", metavar="CONTACT")
    paper.add_argument("--out", required=True, metavar="FILE.pdf|.html")


def _add_requests(reference: Verbs, after: argparse.ArgumentParser) -> None:
    wish = verb(reference, after, "request", "ask for a reference from ACCOUNT", request)
    wish.add_argument("account", metavar="ACCOUNT")
    wish.add_argument("--use", required=True, metavar="call|case-study|visit|quote")
    wish.add_argument("--requester", required=True, metavar="NAME")
    wish.add_argument("--deal", metavar="TEXT")
    wish.add_argument("--contact", metavar="CONTACT")
    verb(reference, after, "requests", "who asked for what, the latest first", list_requests)
    for name, text, run in (
        ("approve", "let the requester use it", approve),
        ("decline", "refuse a request", decline),
        ("hold", "the requester knows that it is locked", hold),
        ("used", "they spoke for us", used),
        ("outcome", "what came of it", outcome),
    ):
        parser = verb(reference, after, name, text, run)
        parser.add_argument("id", metavar="REQUEST")
        if run is decline:
            parser.add_argument("--reason", required=True, metavar="TEXT")
        elif run is used:
            parser.add_argument("--outcome", metavar="TEXT")
        elif run is outcome:
            parser.add_argument("text", metavar="TEXT")


def agree(session: Session) -> int:
    """`reference set CONTACT --scope ... --until DATE --approved-by MEMBER`."""
    app, options = session.app, session.options
    scope = parse_scope(options.scope)
    start = parse_day("date", options.start) if options.start else None
    until = parse_day("date", options.until) if options.until else None
    contact_id = lookup.contact_id(app, options.contact)
    approver = lookup.member_id(app, options.approved_by)
    changes = references.agree(
        app,
        contact_id,
        scope=scope,
        approved_by=approver,
        start=start,
        until=until,
        note=options.note,
    )
    known = references.one(app, _reference_of(session, contact_id))
    said = changes.title or f"{known[0].contact} is a reference as before"
    why = "; ".join(known[1].why)
    session.printer.answer(of_reference(*known), f"{said}. Locked: {why}" if why else said)
    return DONE


def end(session: Session) -> int:
    """`reference end CONTACT`."""
    contact_id = lookup.contact_id(session.app, session.options.contact)
    reference_id = _reference_of(session, contact_id)
    changes = references.end(session.app, reference_id)
    session.printer.answer({"id": reference_id}, changes.title)
    return DONE


def show(session: Session) -> int:
    """`reference list`."""
    found = references.listed(session.app)
    lines: list[tuple[object, ...]] = []
    for one in found.references:
        state = found.standing(one)
        lines.append(
            (
                one.contact,
                one.account,
                scope_words(one.scope),
                "free" if state.free else "locked",
                "; ".join(state.why) or None,
                f"{state.this_quarter} of {found.limits.quarter}",
                one.valid_until or state.approve_by,
            )
        )
    session.printer.rows(of_list(found), HEADINGS, lines)
    for known, wish in references.warned(found):
        session.printer.note(f"Tell {wish.requester}: {known.contact} is locked.")
    if found.beyond:
        every = counted(len(found.references), "reference")
        session.printer.note(
            f"A laundry list is a liability: nobody keeps {len(found.beyond)} of {every} happy."
        )
    return DONE


def request(session: Session) -> int:
    """`reference request ACCOUNT --use KIND --requester NAME --deal TEXT`."""
    app, options = session.app, session.options
    use = parse_scope(options.use)[0]
    account_id = lookup.account_id(app, options.account)
    contact = lookup.contact_id(app, options.contact, account_id) if options.contact else None
    changes = references.request(
        app,
        account_id,
        use=use,
        requester=options.requester,
        deal=options.deal,
        contact_id=contact,
    )
    return _answer(session, RequestId(changes.created[0]), changes)


def list_requests(session: Session) -> int:
    """`reference requests`."""
    found = references.every_request(session.app)
    lines = [
        (
            one.on,
            one.contact,
            one.account,
            one.use,
            one.requester,
            one.deal,
            one.state.replace("_", " "),
            one.id,
        )
        for one in found
    ]
    session.printer.rows([of_request(one) for one in found], WISHES, lines)
    return DONE


def approve(session: Session) -> int:
    """`reference approve REQUEST`."""
    wish = _request_id(session)
    return _answer(session, wish, references.approve(session.app, wish))


def decline(session: Session) -> int:
    """`reference decline REQUEST --reason TEXT`."""
    wish = _request_id(session)
    changes = references.decline(session.app, wish, reason=session.options.reason)
    return _answer(session, wish, changes)


def hold(session: Session) -> int:
    """`reference hold REQUEST`."""
    wish = _request_id(session)
    return _answer(session, wish, references.hold(session.app, wish))


def used(session: Session) -> int:
    """`reference used REQUEST`."""
    wish = _request_id(session)
    changes = references.used(session.app, wish, outcome=session.options.outcome)
    return _answer(session, wish, changes)


def outcome(session: Session) -> int:
    """`reference outcome REQUEST TEXT`."""
    wish = _request_id(session)
    return _answer(session, wish, references.outcome(session.app, wish, session.options.text))


def log_call(session: Session) -> int:
    """`reference log-call CONTACT --caller TEXT`."""
    app, options = session.app, session.options
    contact_id = lookup.contact_id(app, options.contact)
    changes = references.log_call(app, contact_id, caller=options.caller, outcome=options.outcome)
    session.printer.answer({"id": changes.created[0]}, changes.title)
    return DONE


def guideline(session: Session) -> int:
    """`reference guideline CONTACT --out FILE`."""
    app, options = session.app, session.options
    reference_id = _reference_of(session, lookup.contact_id(app, options.contact))
    path = references.write_guideline(app, reference_id, Path(options.out).expanduser())
    session.printer.answer({"id": reference_id, "file": str(path)}, f"Wrote {path}")
    return DONE


def _answer(session: Session, request_id: RequestId, changes: Changes) -> int:
    wish = references.one_request(session.app, request_id)
    known, found = (
        references.one(session.app, wish.reference_id) if wish.reference_id else (None, None)
    )
    said = f"{changes.title}: {wish.state.replace('_', ' ')}"
    if wish.state is RequestState.LOCKED and found:
        said += f", because {'; '.join(found.why)}"
    session.printer.answer(of_answer(wish, known, found), said)
    return DONE


def _reference_of(session: Session, contact_id: ContactId) -> ReferenceId:
    for one in references.listed(session.app).references:
        if one.contact_id == contact_id:
            return one.id
    msg = f"“{session.options.contact}” is no reference. Nothing was changed."
    raise NotFoundError(msg, "Agree on one first.", "Agree on one: sponsor-app reference set")


def _request_id(session: Session) -> RequestId:
    """The request given by its id, or by a scrap of who asked, whom, where or for which deal."""
    text = session.options.id
    found = references.every_request(session.app)
    exact = [one for one in found if one.id == text.lower()]
    words = fold(text).split()
    near = [
        one
        for one in found
        if one.state not in OVER
        and all(
            word in fold(f"{one.requester} {one.contact} {one.account} {one.deal}")
            for word in words
        )
    ]
    meant = exact or near
    if not meant:
        msg = f"There is no open request “{text}”. Nothing was changed."
        raise NotFoundError(msg, "Look at the list.", "List them: sponsor-app reference requests")
    if len(meant) > 1:
        named = [f"{one.requester} at {one.account} [{one.id}]" for one in meant]
        raise AmbiguousError(KINDS, text, named)
    return meant[0].id
