"""Who of ours meets whom of theirs: `account exposure`."""

import argparse

from sponsor_app.cli.documents import Document
from sponsor_app.cli.output import DONE, table
from sponsor_app.cli.session import Session
from sponsor_app.cli.verbs.adding import Verbs, verb
from sponsor_app.domain.exposure import (
    WINDOW_DAYS,
    By,
    Cell,
    Exposure,
    bring_words,
    cell_words,
    function_word,
)
from sponsor_app.domain.text import counted
from sponsor_app.services import accounts, exposure, lookup


def add_exposure(account: Verbs, after: argparse.ArgumentParser) -> None:
    """Add `account exposure`."""
    shown = verb(
        account, after, "exposure", "our functions x theirs, last met, whom to bring next", show
    )
    shown.add_argument("account", metavar="ACCOUNT", nargs="?", help="without: my portfolio")
    shown.add_argument("--people", action="store_true", help="their people instead of functions")
    shown.add_argument("--sponsor", metavar="MEMBER", help="the portfolio of another sponsor")


def show(session: Session) -> int:
    """`account exposure [ACCOUNT]`."""
    app, options = session.app, session.options
    if options.account is None:
        return _show_portfolio(session)
    account_id = lookup.account_id(app, options.account)
    found = exposure.of_account(app, account_id, By.PERSON if options.people else By.FUNCTION)
    name = accounts.details(app, account_id).name
    thread = [f"Single-threaded: {found.single_thread}."] if found.single_thread else []
    lines = [name, *_grid(found), *thread, *_advice(found)]
    session.printer.show({"account": name, "account_id": account_id, **of(found)}, "\n".join(lines))
    return DONE


def _show_portfolio(session: Session) -> int:
    app, named = session.app, session.options.sponsor
    found = exposure.of_portfolio(app, lookup.member_id(app, named) if named else None)
    threads = [
        {"account_id": one.account_id, "account": one.account, "because": one.because}
        for one in found.threads
    ]
    document = {"accounts": found.of, "single_threads": threads, **of(found.exposure)}
    head = f"{counted(found.of, 'account')}; single-threaded: {len(found.threads)} of {found.of}"
    said = [f"  {one.account}: {one.because}" for one in found.threads]
    grid = _grid(found.exposure) if found.of else []
    session.printer.show(
        document, "\n".join([head, *said, *grid, *_advice(found.exposure, where=True)])
    )
    return DONE


def of(found: Exposure) -> Document:
    """A grid as the JSON that others script against."""
    return {
        "as_of": found.as_of,
        "window_days": WINDOW_DAYS,
        "met": found.met,
        "of": found.of,
        "single_threaded": bool(found.single_thread),
        "because": found.single_thread or None,
        "functions": list(found.functions),
        "columns": [
            {"title": one.title, "people": [who.name for who in one.people]}
            for one in found.columns
        ],
        "cells": [_of_cell(cell) for row in found.cells for cell in row],
    }


def _of_cell(cell: Cell) -> Document:
    return {
        "ours": cell.ours,
        "theirs": cell.column.title,
        "last_met": cell.last_on,
        "times": cell.times,
        "by": list(cell.who),
        "bring_next": cell.next_up,
        "bring": [
            {"member_id": one.member_id, "member": one.name, "because": one.because}
            for one in cell.fits
        ],
        "meet": cell.meet.name if cell.meet else None,
    }


def _grid(found: Exposure) -> list[str]:
    if not found.columns:
        return ["Nobody is known there yet."]
    headings = ("Ours", *(one.title for one in found.columns))
    lines = [
        (function_word(ours), *(_short(cell, found) for cell in row))
        for ours, row in zip(found.functions, found.cells, strict=True)
    ]
    note = f"{found.met} of {found.of} pairs met in {WINDOW_DAYS} days."
    return [table(headings, lines), note]


def _short(cell: Cell, found: Exposure) -> str:
    if cell.last_on is None:
        return "bring next" if cell.next_up else "."
    return f"{(found.as_of - cell.last_on).days} d, {cell.times}x"


def _advice(found: Exposure, *, where: bool = False) -> list[str]:
    return [
        f"{cell_words(cell, found.as_of)} {bring_words(cell, where=where)}" for cell in found.next
    ]
