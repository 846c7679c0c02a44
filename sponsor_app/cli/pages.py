"""An account as a person reads it in a terminal: what is on file, then what happened and what is open."""

from collections.abc import Iterable, Iterator

from sponsor_app.cli.documents import of_details
from sponsor_app.cli.output import cell
from sponsor_app.domain.account_page import AccountPage
from sponsor_app.domain.coverage_document import account_line
from sponsor_app.domain.health import health
from sponsor_app.domain.reference import standing
from sponsor_app.domain.timeline import Interaction

LABEL = 20
LATEST = 10
"""How many interactions are shown; `--json` has them all."""


def account_text(page: AccountPage) -> str:
    """The page of `account show`; what is empty is left out."""
    known = {**account_line(page.row), **of_details(page.details)}
    lines = [
        f"{name.replace('_', ' '):{LABEL}}{cell(value)}"
        for name, value in known.items()
        if value is not None and not isinstance(value, list) and name != "name"
    ]
    if page.strength:
        parts = ", ".join(f"{one.name} {one.points}" for one in page.strength.factors)
        lines.append(f"{'strength':{LABEL}}{page.strength.score} of 100 ({parts})")
    for title, rows in _lists(page):
        shown = [f"  {' '.join(row.split())}" for row in rows]
        lines += [f"{title}:", *shown] if shown else []
    return "\n".join(lines)


def _lists(page: AccountPage) -> Iterator[tuple[str, Iterable[str]]]:
    details, more = page.details, page.timeline_total - LATEST
    yield "also known as", (f"{one.value} ({_spaced(one.kind)})" for one in details.aliases)
    yield "team", (f"{one.name}, {_spaced(one.role)}" for one in details.team)
    yield (
        "sponsors",
        (
            f"{one.member}, from {one.starts_on}" + (f" until {one.ends_on}" if one.ends_on else "")
            for one in details.sponsorships
        ),
    )
    yield "contacts", (_joined(one.name, one.title, one.role) for one in page.contacts)
    yield "planned", map(_happened, page.planned)
    yield (
        f"interactions, {page.timeline_total}" + (f", the latest {LATEST}" if more > 0 else ""),
        map(_happened, page.timeline[:LATEST]),
    )
    yield (
        "issues",
        (
            f"{one.number}, Sev {one.severity.value}, {one.status}: {one.title}"
            for one in page.issues
        ),
    )
    yield (
        "promises",
        (
            _joined(f"{one.number}, {one.direction}", one.state(page.as_of), one.due_on)
            + f": {one.text}"
            for one in page.commitments
        ),
    )
    yield "readings", (_joined(one.on, f"{one.score} of 10", one.quote) for one in page.pulses)
    yield from _practices(page)
    yield (
        "won and lost",
        (f"{one.on}, {_spaced(one.turning)}: {one.because}" for one in page.turns),
    )
    yield "facts", (_joined(one.contact, one.text) for one in page.facts)


def _practices(page: AccountPage) -> Iterator[tuple[str, Iterable[str]]]:
    yield "health", (_joined(part.words, part.on) for part in health(page))
    practice = page.practice
    yield (
        "references",
        (
            _joined(one.contact, *standing(one, practice.limits, page.as_of).why)
            for one in practice.references
        ),
    )
    yield "events", (_joined(one.event.title, one.event.on) for one in practice.events)
    yield "reach-outs", (one.title for one, _target in practice.reach_outs)


def _happened(one: Interaction) -> str:
    names = ", ".join(person.name for person in one.contacts)
    return _joined(one.on, one.kind, one.place, names) + (f": {one.summary}" if one.summary else "")


def _joined(*parts: object) -> str:
    return ", ".join(str(part) for part in parts if part)


def _spaced(word: str) -> str:
    return word.replace("_", " ")
