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


QUESTIONS = later(
    (
        ("What are you proud of this year, apart from us?", "no fact yet"),
        ("What is your part when you decide about us?", "role not known"),
        ("Who would have to agree with you?", "reports to nobody we know"),
        ("How do you like to be reached?", "no way to reach them"),
        ("What do you call your job?", "no title"),
        ("Which part of the house do you work in?", "no function"),
        ("If it were only up to you, would you choose us again?", "where they stand is not known"),
        ("Whom of ours would you like to know better?", "no counterpart"),
        ("Which day of the year should we not forget?", "no important date"),
    )
)
"""What would tell, and what is not known; in the order of `profile`."""


def profile(person: Contact, facts: Sequence[Fact], dates: Sequence[object] = ()) -> Profile:
    """What is known of a person, the widest gap first."""
    known = (
        bool(facts),
        person.role is not None,
        person.reports_to_id is not None,
        bool(person.points),
        bool(person.title),
        person.function is not None,
        person.support is not None,
        person.counterpart_id is not None,
        bool(person.birthday or dates),
    )
    missing = tuple(
        Question(*words) for words, is_known in zip(QUESTIONS, known, strict=True) if not is_known
    )
    return Profile(len(known) - len(missing), len(known), missing)
