"""My day: `today`."""

import argparse

from sponsor_app.cli.day_documents import of_today
from sponsor_app.cli.output import DONE, bold
from sponsor_app.cli.session import Session
from sponsor_app.cli.verbs.adding import Verbs, verb
from sponsor_app.domain.text import counted
from sponsor_app.domain.today import Need, TodayPage
from sponsor_app.domain.wording import near_day
from sponsor_app.services import today


def add_verbs(verbs: Verbs, after: argparse.ArgumentParser) -> None:
    """Add `today`."""
    verb(verbs, after, "today", "what is next, what needs me, who is going cold", show_today)


def show_today(session: Session) -> int:
    """`today`."""
    page = today.page(session.app)
    session.printer.show(of_today(page), _text(page))
    return DONE


def _text(page: TodayPage) -> str:
    visits = [
        f"  {near_day(one.plan.on, page.today)}: {one.plan.kind} with {one.plan.account or 'nobody'}"
        for one in page.visits
    ]
    needs = [f"  {_need(one)}" for one in page.needs]
    cold = [
        f"  {one.row.account}: {one.clock.replace('_', ' ')} {one.state.replace('_', ' ')}"
        for one in page.cold
    ]
    parts = (("Next visits", visits), ("Needs you", needs), ("Going cold", cold))
    shown = ["\n".join([bold(title), *lines]) for title, lines in parts if lines]
    return "\n".join(shown) or "Nothing waits for you."


def _need(one: Need) -> str:
    late = f", {counted(one.days_late, 'day')} late" if one.days_late else ""
    waited = f", nobody accepted it for {counted(one.waited, 'working day')}" if one.waited else ""
    return f"{one.kind}: {one.title} ({one.account}){late}{waited}"
