"""Exposure in the brief: whom to bring the next time, and whether everything hangs on one thread."""

from sponsor_app.domain.brief.citing import Cited, line
from sponsor_app.domain.brief.values import BriefSource, Line, Ref
from sponsor_app.domain.exposure import cell_words


def bring_lines(source: BriefSource) -> list[Line]:
    """The pair that is most worth making, once anybody of ours has met anybody there."""
    found = source.exposure
    if found is None or not found.met or not found.next:
        return []
    cell = found.next[0]
    if cell.meet is None or not cell.fits:
        return []
    cited: Cited = ("exposure", Ref("contact", cell.meet.id))
    rest = f"Next time bring {cell.fits[0].name} to meet {cell.meet.name}."
    return [line(cited, rest=rest, because=f"Because {_never(cell_words(cell, found.as_of))}")]


def thread_lines(source: BriefSource) -> list[Line]:
    """What would be left if one person went, when that is nothing."""
    found = source.exposure
    if found is None or not found.single_thread:
        return []
    cited: Cited = ("exposure", Ref("account", source.page.row.account_id))
    rest = f"Who else there would speak to us: single-threaded, {found.single_thread}."
    return [line(cited, rest=rest)]


def _never(words: str) -> str:
    """`our finance and their finance never met.`"""
    return words[:1].lower() + words[1:].replace(": ", " ", 1)
