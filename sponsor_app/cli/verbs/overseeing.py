"""Oversee: `coverage`, as of any day, by what one likes, compared, listed gap by gap, saved as a view."""

import argparse
from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path

from sponsor_app.cli.coverage_pages import gap_text, report_text, views_table
from sponsor_app.cli.goodwill_documents import of_goodwill
from sponsor_app.cli.output import DONE
from sponsor_app.cli.session import Session
from sponsor_app.cli.verbs.adding import Verbs, verb
from sponsor_app.domain.account import AccountStatus, Tier
from sponsor_app.domain.account_fields import parse_choice, parse_day
from sponsor_app.domain.board import EVERYTHING, NONE, BoardView, By, Choice, Family, check_window
from sponsor_app.domain.coverage_document import coverage_document
from sponsor_app.domain.errors import NotFoundError
from sponsor_app.domain.folding import fold
from sponsor_app.domain.gaps import Gap
from sponsor_app.domain.member import Function
from sponsor_app.services import coverage, goodwill, lookup, saved_views

NOBODY = "none"
"""The value that stands for accounts without any of a family."""


def add_verbs(verbs: Verbs, after: argparse.ArgumentParser) -> None:
    """Add `coverage`."""
    report = verb(verbs, after, "coverage", "who has been seen, who owns nobody", show_coverage)
    report.add_argument("what", nargs="?", choices=["health"], help="health: of the whole program")
    report.add_argument("--out", metavar="FILE.html|.pdf|.xlsx|.csv")
    report.add_argument("--by", choices=[one.value for one in By], help="the columns of the board")
    report.add_argument(
        "--window", type=int, metavar="DAYS", help="count who was seen in 7, 14, 30, 90, 180, 365"
    )
    report.add_argument("--against", metavar="DATE", help="what moved since a day gone by, and why")
    report.add_argument("--gap", metavar="GAP", help=f"list one gap: {', '.join(Gap)}")
    for family, value in (
        (Family.FUNCTION, "FUNCTION"),
        (Family.REGION, "REGION"),
        (Family.INDUSTRY, "INDUSTRY"),
        (Family.TIER, "TIER"),
        (Family.STATUS, "STATUS"),
        (Family.LEAD, "MEMBER"),
    ):
        report.add_argument(
            f"--{family}",
            action="append",
            default=[],
            metavar=value,
            help=f"only these; “{NOBODY}” for those without",
        )
    report.add_argument("--view", metavar="NAME", help="begin with a saved view")
    report.add_argument("--views", action="store_true", help="list the saved views")
    report.add_argument("--save", metavar="NAME", help="keep what was asked for as a view")
    report.add_argument("--share", action="store_true", help="with --save: for the whole team")
    report.add_argument("--forget", metavar="NAME", help="take a saved view away")


def show_coverage(session: Session) -> int:
    """`coverage`."""
    options, app = session.options, session.app
    if options.what:
        return _show_health(session)
    if options.views:
        return _list_views(session)
    if options.forget:
        gone = saved_views.find(app, options.forget)
        done = saved_views.forget(app, gone)
        session.printer.answer({"forgotten": gone.name}, f"{done.title}.")
        return DONE
    view = _view(session)
    day = parse_day("date", options.against) if options.against else None
    gap = parse_choice(Gap, "gap", options.gap) if options.gap else None
    if options.save is not None:
        saved_views.save(app, options.save, view, shared=options.share)
    report = coverage.report(app, view, against=day)
    document = coverage_document(report)
    if options.out:
        path = coverage.write(app, report, Path(options.out).expanduser())
        session.printer.answer({**document, "file": str(path)}, f"Wrote {path}")
    elif gap is not None:
        session.printer.show(document["gaps"][gap.value], gap_text(report, gap))
    else:
        found = goodwill.totals(app)
        text = "\n".join([report_text(report, board=options.by is not None), "", *found.lines])
        session.printer.show({**document, "goodwill": of_goodwill(found)}, text)
    return DONE


def _show_health(session: Session) -> int:
    from sponsor_app.cli.program_documents import of_program  # noqa: PLC0415 - late
    from sponsor_app.domain.leaf import leaf_text  # noqa: PLC0415 - late
    from sponsor_app.domain.program import program_page  # noqa: PLC0415 - late
    from sponsor_app.services import leaves, program  # noqa: PLC0415 - late

    found = program.compose_program(session.app)
    page, document = program_page(found), of_program(found)
    if session.options.out:
        path = leaves.write(session.app, page, Path(session.options.out).expanduser())
        session.printer.answer({**document, "file": str(path)}, f"Wrote {path}")
    else:
        session.printer.show(document, leaf_text(page).rstrip("\n"))
    return DONE


def _list_views(session: Session) -> int:
    found = saved_views.listed(session.app)
    documents = [
        {"name": one.name, "shared": one.shared, "by": one.view.by, "window": one.view.window}
        for one in found
    ]
    session.printer.show(documents, views_table(found))
    return DONE


def _view(session: Session) -> BoardView:
    options = session.options
    begun = saved_views.find(session.app, options.view).view if options.view else EVERYTHING
    choices = frozenset(_choices(session))
    said = {family for family, _ in choices}
    kept = frozenset(choice for choice in begun.choices if choice[0] not in said)
    view = replace(begun, choices=kept | choices)
    if options.by:
        view = replace(view, by=By(options.by))
    if options.window is not None:
        view = replace(view, window=check_window(options.window))
    return view


def _choices(session: Session) -> list[Choice]:
    return [
        (family, NONE if text == NOBODY else _value(session, family, text))
        for family in Family
        for text in getattr(session.options, family.value)
    ]


def _value(session: Session, family: Family, text: str) -> str:
    match family:
        case Family.FUNCTION:
            return parse_choice(Function, "function", text).value
        case Family.TIER:
            return parse_choice(Tier, "tier", text).value
        case Family.STATUS:
            return parse_choice(AccountStatus, "status", text).value
        case Family.LEAD:
            return lookup.member_id(session.app, text)
        case _:
            return _one_of(family, text, coverage.facets_of(session.app)[family])


def _one_of(family: Family, text: str, known: Iterable[str]) -> str:
    """The region or industry that is meant, however it is spelled; refuses one that no account has."""
    wanted = fold(text)
    found = [value for value in known if fold(value) == wanted]
    if not found:
        msg = f"No account has the {family} “{text}”."
        some = ", ".join([value for value in known if value][:8])
        raise NotFoundError(msg, f"There are: {some}." if some else "None has any yet.")
    return found[0]
