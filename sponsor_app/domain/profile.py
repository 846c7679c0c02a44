"""How well we know a person: the things a friend would know, which of them we do, and what to ask to learn the rest."""

from collections.abc import Sequence
from dataclasses import dataclass

from sponsor_app.domain.language import later
from sponsor_app.domain.people import Contact, Fact


@dataclass(frozen=True, slots=True)
class Question:
    """The next thing worth asking somebody, and the gap that it fills."""

    words: str
    gap: str


@dataclass(frozen=True, slots=True)
class Profile:
    """How many of the things worth knowing are known, and for each that is not the question that would tell."""

    known: int
    of: int
    missing: tuple[Question, ...]


def profile(person: Contact, facts: Sequence[Fact], dates: Sequence[object] = ()) -> Profile:
    """What is known of a person, the widest gap first."""
    asked = (
        (
            bool(facts),
            later("What are you proud of this year, apart from us?"),
            later("no fact yet"),
        ),
        (
            person.role is not None,
            later("What is your part when you decide about us?"),
            later("role not known"),
        ),
        (
            person.reports_to_id is not None,
            later("Who would have to agree with you?"),
            later("reports to nobody we know"),
        ),
        (
            bool(person.points),
            later("How do you like to be reached?"),
            later("no way to reach them"),
        ),
        (bool(person.title), later("What do you call your job?"), later("no title")),
        (
            person.function is not None,
            later("Which part of the house do you work in?"),
            later("no function"),
        ),
        (
            person.support is not None,
            later("If it were only up to you, would you choose us again?"),
            later("where they stand is not known"),
        ),
        (
            person.counterpart_id is not None,
            later("Whom of ours would you like to know better?"),
            later("no counterpart"),
        ),
        (
            bool(person.birthday or dates),
            later("Which day of the year should we not forget?"),
            later("no important date"),
        ),
    )
    missing = tuple(Question(words, gap) for known, words, gap in asked if not known)
    return Profile(len(asked) - len(missing), len(asked), missing)
