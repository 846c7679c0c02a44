"""What a sponsor and whoever leads the program agreed on in a one-to-one: kept until it is done, seen at the next."""

import json
from dataclasses import dataclass
from datetime import date
from typing import Any

from sponsor_app.domain.ids import MemberId

PREFIX = "review.action."
"""Actions are kept among the team's policies, under keys that begin so; older versions keep them and look away."""


@dataclass(frozen=True, slots=True)
class ReviewAction:
    """Agreed `on` a day, perhaps for a day; `done_on` says when it was done."""

    id: str
    member_id: MemberId
    text: str
    on: date
    due: date | None = None
    done_on: date | None = None

    @property
    def key(self) -> str:
        """Under what it is kept."""
        return f"{PREFIX}{self.id}"

    def is_late(self, today: date) -> bool:
        """Whether its day has passed and it is not done."""
        return self.done_on is None and self.due is not None and self.due < today

    def to_text(self) -> str:
        """As it is kept."""
        days = {"on": self.on, "due": self.due, "done_on": self.done_on}
        kept = {name: day.isoformat() if day else None for name, day in days.items()}
        return json.dumps({"member": self.member_id, "text": self.text, **kept}, ensure_ascii=False)


def read_action(key: str, text: str) -> ReviewAction | None:
    """What was kept; None when it is nothing that a version of ours wrote."""
    try:
        kept: Any = json.loads(text)
        return ReviewAction(
            key.removeprefix(PREFIX),
            MemberId(str(kept["member"])),
            " ".join(str(kept["text"]).split()),
            date.fromisoformat(kept["on"]),
            _day(kept.get("due")),
            _day(kept.get("done_on")),
        )
    except (ValueError, TypeError, KeyError, AttributeError):
        return None


def _day(text: str | None) -> date | None:
    return date.fromisoformat(text) if text else None
