"""The brief: one page before a meeting, every line citing its record."""

from sponsor_app.domain.brief.compose import compose
from sponsor_app.domain.brief.values import Brief, BriefSource, Line, Ref, Section, SectionKey

__all__ = ["Brief", "BriefSource", "Line", "Ref", "Section", "SectionKey", "compose"]
