"""What we still owe an account, whether it is a customer or long gone: promises, issues, answers."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from sponsor_app.domain.account_page import AccountPage
from sponsor_app.domain.commitment import Direction
from sponsor_app.domain.language import tr


@dataclass(frozen=True, slots=True)
class Owed:
    """One thing they may expect of us: the record's kind and id, what it is, by when, and who has it in hand."""

    kind: str
    id: str
    text: str
    due: date | None
    owner: str | None
    late: bool = False


def still_owed(page: AccountPage) -> tuple[Owed, ...]:
    """Every open promise of ours, every open issue, every solution and answer they were not told; latest first."""
    today = page.as_of
    found = [*_promises(page), *_issues(page), *_answers(page)]
    return tuple(sorted(found, key=lambda one: (not one.late, one.due or today, one.kind, one.id)))


def _promises(page: AccountPage) -> Iterator[Owed]:
    for one in page.commitments:
        if one.direction is Direction.OURS and one.is_open():
            late = bool(one.days_late(page.as_of))
            yield Owed("commitment", one.id, one.text, one.due_on, one.owner, late)


def _issues(page: AccountPage) -> Iterator[Owed]:
    for one in page.issues:
        if one.is_open:
            late = bool(one.days_late(page.as_of))
            yield Owed(
                "issue",
                one.id,
                tr("Solve: {title}").format(title=one.title),
                one.next_update_due,
                one.owner,
                late,
            )
        elif one.told_on is None:
            yield Owed(
                "issue",
                one.id,
                tr("Tell them it is solved: {title}").format(title=one.title),
                None,
                one.owner,
            )


def _answers(page: AccountPage) -> Iterator[Owed]:
    for one in page.practice.themes:
        if one.owed and one.did:
            yield Owed(
                "event",
                one.event_id,
                tr("Tell them what came of “{text}”").format(text=one.text),
                None,
                None,
            )
