"""Exposure in the brief: whom to bring the next time, and whether everything hangs on one thread."""

from sponsor_app.domain.brief.citing import Cited, line
from sponsor_app.domain.brief.values import BriefSource, Line, Ref
from sponsor_app.domain.exposure import cell_words
from sponsor_app.domain.language import tr


def bring_lines(source: BriefSource) -> list[Line]:
    """The pair that is most worth making, once anybody of ours has met anybody there."""
    found = source.exposure
    if found is None or not found.met or not found.next:
        return []
    cell = found.next[0]
    if cell.meet is None or not cell.fits:
        return []
    cited: Cited = (tr("exposure"), Ref("contact", cell.meet.id))
    rest = tr("Next time bring {ours} to meet {theirs}.")
    rest = rest.format(ours=cell.fits[0].name, theirs=cell.meet.name)
    because = tr("Because {words}").format(words=_never(cell_words(cell, found.as_of)))
    return [line(cited, rest=rest, because=because)]


def thread_lines(source: BriefSource) -> list[Line]:
    """What would be left if one person went, when that is nothing."""
    found = source.exposure
    if found is None or not found.single_thread:
        return []
    cited: Cited = (tr("exposure"), Ref("account", source.page.row.account_id))
    rest = tr("Who else there would speak to us: single-threaded, {single_thread}.").format(
        single_thread=found.single_thread
    )
    return [line(cited, rest=rest)]


def _never(words: str) -> str:
    """`our finance and their finance never met.`"""
    return words[:1].lower() + words[1:].replace(": ", " ", 1)
