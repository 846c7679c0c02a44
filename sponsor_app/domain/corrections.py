"""What a person corrected in a line before it was saved: the words stay, the chips win."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from enum import StrEnum
from math import inf
from typing import Any

from sponsor_app.domain.sentence import KnownName, Mention, PromiseDraft, Sentence


class Part(StrEnum):
    """What can be corrected; promises, their days and people are followed by which one: `promise:0`."""

    KIND = "kind"
    ON = "on"
    PLACE = "place"
    INTENT = "intent"
    SENTIMENT = "sentiment"
    NEXT = "next_on"
    ACCOUNT = "account"
    NAME = "name"
    STRANGER = "stranger"
    PROMISE = "promise"
    DUE = "due"
    FACT = "fact"


PLAIN = {
    Part.KIND: "kind_guessed",
    Part.ON: "on_guessed",
    Part.PLACE: "place_guessed",
    Part.INTENT: "intent_guessed",
    Part.SENTIMENT: "",
    Part.NEXT: "",
}
"""Fields of a sentence that a correction replaces, and the flag that says they were only guessed."""


@dataclass(frozen=True, slots=True)
class Corrections:
    """Corrected values by part; None is a value (removed). `names` are the records chosen for a mention."""

    values: Mapping[str, Any] = field(default_factory=dict[str, Any])
    names: Mapping[str, KnownName] = field(default_factory=dict[str, KnownName])

    def put(self, part: str, value: object) -> "Corrections":
        """The same with one more part corrected."""
        return replace(self, values={**self.values, part: value})

    def choose(self, mention: str, name: KnownName) -> "Corrections":
        """The same with a record chosen for a mention; it outranks every other."""
        chosen = replace(name, rank=inf)
        return replace(self, names={**self.names, mention: chosen})

    def has(self, part: str) -> bool:
        """Whether a part was corrected."""
        return part in self.values

    def removed(self, part: str) -> bool:
        """Whether a part was taken away."""
        return part in self.values and self.values[part] is None


def corrected(sentence: Sentence, corrections: Corrections) -> Sentence:
    """The sentence with every correction in its place; removed people and promises are gone."""
    changes: dict[str, Any] = {}
    for part, guessed in PLAIN.items():
        if corrections.has(part) and not (part is Part.ON and corrections.removed(part)):
            changes[part.value] = corrections.values[part]
            if guessed:
                changes[guessed] = False
    if Part.ON.value in changes:
        changes["planned"] = False
    home = corrections.values.get(Part.ACCOUNT)
    if isinstance(home, KnownName):
        sure = replace(home, rank=inf)
        changes["account"] = Mention(home.name, 0, 0, (sure,))
        sentence = replace(sentence, unknown_account=None)
    facts = tuple(
        one for one in sentence.facts if not corrections.removed(f"{Part.FACT}:{one.number}")
    )
    return replace(
        sentence,
        **changes,
        facts=facts,
        only_facts=sentence.only_facts and bool(facts) and Part.KIND.value not in changes,
        contacts=tuple(
            one for one in sentence.contacts if not corrections.removed(f"{Part.NAME}:{one.text}")
        ),
        members=tuple(
            one for one in sentence.members if not corrections.removed(f"{Part.NAME}:{one.text}")
        ),
        unknown_people=tuple(
            name
            for name in sentence.unknown_people
            if not corrections.removed(f"{Part.STRANGER}:{name}")
        ),
        unknown_account=None
        if corrections.removed(f"{Part.STRANGER}:{sentence.unknown_account}")
        else sentence.unknown_account,
        promises=tuple(_promises(sentence, corrections)),
    )


def _promises(sentence: Sentence, corrections: Corrections) -> list[PromiseDraft]:
    found: list[PromiseDraft] = []
    for promise in sentence.promises:
        part, due = f"{Part.PROMISE}:{promise.number}", f"{Part.DUE}:{promise.number}"
        if corrections.removed(part):
            continue
        day: date | None = corrections.values[due] if corrections.has(due) else promise.due
        direction = corrections.values.get(part, promise.direction)
        found.append(replace(promise, due=day, direction=direction))
    return found
