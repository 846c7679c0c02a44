"""A line of the table of people: where they are, what they do there, when we met, how close we are."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from sponsor_app.domain.folding import fold
from sponsor_app.domain.ids import ContactId
from sponsor_app.domain.people import Role
from sponsor_app.domain.person_page import Closeness, PersonRow
from sponsor_app.domain.wording import short_day
from sponsor_app.ui.panels.person_words import role_word
from sponsor_app.ui.people.chips import Quick, chips_of
from sponsor_app.ui.widgets.cell import Cell
from sponsor_app.ui.widgets.language import how_many, number, tr
from sponsor_app.ui.widgets.record_table import Column
from sponsor_app.ui.widgets.states import State, state
from sponsor_app.ui.widgets.theme import Ink

NOTHING = "–"
Words = Callable[["PersonLine"], str]
ROLES = tuple(Role)
WIDE_TABLE = 1240  # px at 100 %, from which titles and counterparts have room


@dataclass(frozen=True, slots=True)
class PersonLine:
    """A person, the folded words they are found by and the chips that count them, so that a key stroke only compares."""

    person: PersonRow
    folded: str
    chips: frozenset[Quick]

    @property
    def key(self) -> ContactId:
        """What tells lines apart."""
        return self.person.row.id


@dataclass(slots=True)
class Around:
    """What all lines share: the day, and how close we are, which comes a moment after the rows."""

    today: date = date.min
    closeness: Closeness | None = None


def lines_of(rows: Iterable[PersonRow], today: date) -> list[PersonLine]:
    """The lines of these people as of a day, in the order of their first column, so that sorting by it is quick."""
    folds = _Folds()
    lines = [PersonLine(one, _folded(one, folds), chips_of(one, today)) for one in rows]
    return sorted(lines, key=lambda line: line.folded)


def sentence(line: PersonLine, around: Around) -> str:
    """All of a line in words."""
    row = line.person.row
    counterpart = tr("counterpart {name}").format(name=row.counterpart) if row.counterpart else ""
    strength = _strength(line, around).text
    parts = (
        row.name,
        row.title or "",
        tr("at {account}").format(account=row.account) if row.account else tr("at no account"),
        role_word(row.role),
        _met_sentence(line, around),
        tr("strength {score}").format(score=strength) if strength else "",
        _known_sentence(line, around),
        counterpart,
    )
    return ", ".join(part for part in parts if part)


def columns(around: Around) -> tuple[Column[PersonLine], ...]:
    """The eight columns; `around` may change under them."""
    return (
        Column[PersonLine](
            tr("Name"),
            lambda line: line.person.row.name,
            lambda line: line.folded,
            lambda line: Cell(line.person.row.name, "medium", "text"),
            lambda line: sentence(line, around),
        ),
        _words(tr("Account"), _account, width=190, ink="text"),
        _words(tr("Title"), _title, width=210, hide_below=1000),
        Column[PersonLine](
            tr("Role"),
            lambda line: role_word(line.person.row.role) or NOTHING,
            lambda line: ROLES.index(line.person.row.role) if line.person.row.role else None,
            lambda line: _or_nothing(role_word(line.person.row.role)),
            lambda line: role_word(line.person.row.role) or tr("role not known"),
            width=96,
            hide_below=760,
        ),
        _words(tr("Counterpart"), _counterpart, width=180, hide_below=WIDE_TABLE),
        *_number_columns(around),
    )


def _number_columns(around: Around) -> tuple[Column[PersonLine], ...]:
    return (
        Column[PersonLine](
            tr("Last met"),
            lambda line: _met(line, around).text,
            lambda line: _days(line, around),
            lambda line: _met(line, around),
            lambda line: _met_sentence(line, around),
            width=172,
            wide=172,
        ),
        Column[PersonLine](
            tr("Strength"),
            lambda line: _strength(line, around).text,
            lambda line: _of(line, around.closeness and around.closeness.strengths),
            lambda line: _strength(line, around),
            lambda line: _strength_sentence(line, around),
            width=76,
            wide=130,
            right=True,
            hide_below=560,
        ),
        Column[PersonLine](
            tr("Known by"),
            lambda line: str(_known(line, around) or ""),
            lambda line: _known(line, around),
            lambda line: _known_cell(line, around),
            lambda line: _known_sentence(line, around),
            width=78,
            wide=96,
            right=True,
            hide_below=640,
        ),
    )


def _words(
    heading: str, text: Words, *, width: int, hide_below: int = 0, ink: Ink = "text2"
) -> Column[PersonLine]:
    return Column[PersonLine](
        heading,
        lambda line: text(line) or NOTHING,
        lambda line: text(line).casefold() or None,
        lambda line: _or_nothing(text(line), ink),
        lambda line: f"{heading}: {text(line) or tr('not known')}",
        width=width,
        hide_below=hide_below,
    )


class _Folds(dict[str, str]):
    """What was folded already: thousands share an account or a title."""

    def __missing__(self, text: str) -> str:
        self[text] = found = fold(text)
        return found


def _folded(one: PersonRow, folds: _Folds) -> str:
    row = one.row
    parts = (row.name, row.account, row.title, role_word(row.role), row.counterpart)
    return " ".join([folds[part] for part in parts if part])


def _account(line: PersonLine) -> str:
    return line.person.row.account or ""


def _title(line: PersonLine) -> str:
    return line.person.row.title or ""


def _counterpart(line: PersonLine) -> str:
    return line.person.row.counterpart or ""


def _or_nothing(words: str, ink: Ink = "text2") -> Cell:
    return Cell(words, ink=ink) if words else Cell(NOTHING, ink="text3")


def _days(line: PersonLine, around: Around) -> int | None:
    last = line.person.row.last_on
    return (around.today - last).days if last else None


def _met(line: PersonLine, around: Around) -> Cell:
    person, days = line.person, _days(line, around)
    if person.is_here(around.today):
        shown = state(person.coverage(around.today))
    else:
        shown = State("history", tr("left"), "idle", quiet=True)
    return Cell(NOTHING if days is None else number(days), "medium", "text", shown)


def _met_sentence(line: PersonLine, around: Around) -> str:
    person, days = line.person, _days(line, around)
    left = person.row.left_on
    if left is not None and not person.is_here(around.today):
        return tr("left on {day}").format(day=short_day(left, around.today))
    word = state(person.coverage(around.today)).word
    if days is None:
        return tr("never met")
    return tr("met {days} ago, {state}").format(days=how_many(days, "day"), state=word)


def _of(line: PersonLine, known: Mapping[ContactId, int] | None) -> int | None:
    return known.get(line.key) if known else None


def _strength(line: PersonLine, around: Around) -> Cell:
    if around.closeness is None:
        return Cell()
    score = around.closeness.strengths.get(line.key)
    return (
        Cell(tr("none"), "meta", "text3") if score is None else Cell(str(score), part=score / 100)
    )


def _strength_sentence(line: PersonLine, around: Around) -> str:
    text = _strength(line, around).text
    return tr("strength {score}").format(score=text) if text else ""


def _known(line: PersonLine, around: Around) -> int | None:
    return _of(line, around.closeness and around.closeness.known_by)


def _known_cell(line: PersonLine, around: Around) -> Cell:
    count = _known(line, around)
    if count is None:
        return Cell(NOTHING, ink="text3") if around.closeness else Cell()
    return Cell(str(count))


def _known_sentence(line: PersonLine, around: Around) -> str:
    if around.closeness is None:
        return ""
    count = _known(line, around)
    return tr("known by {count} of ours").format(count=count) if count else tr("known by nobody")
