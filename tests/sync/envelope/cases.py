"""How a vector is told: a file, who reads it, and what must come of it, said beforehand and by hand."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import Any

from tests.sync.envelope.stage import Stage, actor

A1, A2, B1, B2 = "anna 1 one", "anna 2 two", "bob 1 hello", "bob 2 again"
ALL = (A1, B1, A2, B2)


@dataclass(frozen=True)
class Case:
    """One vector; `secret` is the reader's."""

    name: str
    about: str
    content: bytes
    file_id: bytes
    genesis: bytes
    secret: bytes
    expect: dict[str, Any]


@dataclass
class Told:
    """Cases of one chapter."""

    chapter: str
    cases: list[Case] = field(default_factory=list[Case])

    def add(
        self,
        name: str,
        about: str,
        stage: Stage,
        content: bytes,
        *,
        frames: Iterable[str] = ALL,
        refused: Sequence[str] = (),
        noticed: Sequence[str] = (),
        reader: str = "anna",
        **more: Any,
    ) -> None:
        expect: dict[str, Any] = {
            "people": [card.name for card in stage.tip.roster.values()],
            "epoch": stage.tip.number,
            "frames": sorted(frames),
            "bases": [],
            "cards": [],
            "refused": sorted(refused),
            "noticed": sorted(noticed),
            "writable": True,
        }
        expect |= more
        self.cases.append(
            Case(
                f"{self.chapter}-{name}",
                about,
                content,
                stage.team.file_id,
                stage.team.genesis,
                actor(reader).to_bytes(),
                expect,
            )
        )


def pair(word: str = "stage", *more: str) -> Stage:
    """Anna and Bob (and more), with two frames each."""
    stage = Stage("bob", *more, word=word)
    for name, text in (("anna", "one"), ("bob", "hello"), ("anna", "two"), ("bob", "again")):
        stage.say(name, text)
    return stage


def nothing() -> dict[str, Any]:
    """What comes of a file that is none."""
    return {"frames": (), "people": [], "epoch": 0, "writable": False}
