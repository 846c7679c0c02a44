"""The brief: one page before a meeting, every line citing its record. Here what it is; `compose` makes one."""

from sponsor_app.domain.brief.values import (
    Brief,
    BriefSource,
    Line,
    Prepared,
    Ref,
    Section,
    SectionKey,
    Spread,
)

__all__ = [
    "Brief",
    "BriefSource",
    "Line",
    "Prepared",
    "Ref",
    "Section",
    "SectionKey",
    "Spread",
]
