"""What the practices say about one account: its references, the events it came to, what it should hear, who starts."""

from dataclasses import dataclass, field

from sponsor_app.domain.event import AtEvent, Theme
from sponsor_app.domain.reach_out import Ratio, ReachOut, Target
from sponsor_app.domain.reference import Reference, ReferenceUse, UseLimits


@dataclass(frozen=True, slots=True)
class Practice:
    """Beside the account's page; `unasked` are calls to somebody with whom nothing was agreed."""

    limits: UseLimits = field(default_factory=UseLimits)
    references: tuple[Reference, ...] = ()
    unasked: tuple[tuple[str, ReferenceUse], ...] = ()
    events: tuple[AtEvent, ...] = ()
    themes: tuple[Theme, ...] = ()
    reach_outs: tuple[tuple[ReachOut, Target | None], ...] = ()
    ratio: Ratio = field(default_factory=Ratio)
