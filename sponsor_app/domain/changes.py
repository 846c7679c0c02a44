"""What an operation touched, so that views know whether to ask again and undo knows what to name."""

from dataclasses import dataclass, field
from enum import Enum, auto

from sponsor_app.domain.ids import StepId


class Topic(Enum):
    """A kind of record that views listen for."""

    MEMBER = auto()
    ACCOUNT = auto()
    CONTACT = auto()
    SPONSORSHIP = auto()
    INTERACTION = auto()
    ISSUE = auto()
    COMMITMENT = auto()
    PULSE = auto()
    FACT = auto()
    EVENT = auto()
    REFERENCE = auto()
    REACH_OUT = auto()
    POLICY = auto()
    NOTE = auto()
    ATTACHMENT = auto()
    HERE = auto()
    """What only this laptop keeps: reminders, how quiet it is."""


@dataclass(frozen=True, slots=True)
class Changes:
    """The topics one step changed, its title for the toast, and the ids it created, in order.

    `took_back` says that the step took another one back, so that taking it back does that one again; `did_again` that
    it did so. `kept` are the records it left alone, because they were edited or built upon since.
    """

    topics: frozenset[Topic] = frozenset()
    step: StepId | None = None
    title: str = ""
    created: tuple[str, ...] = field(default=())
    took_back: bool = False
    did_again: bool = False
    kept: int = 0

    @staticmethod
    def everything() -> frozenset[Topic]:
        """Every topic: something outside this window wrote."""
        return frozenset(Topic)

    def touch(self, *topics: Topic) -> bool:
        """Whether any of `topics` changed."""
        return not self.topics.isdisjoint(topics)
