"""References, events and reach-outs in the brief: what must not be asked for, what they are owed, what helps them."""

from collections.abc import Iterator

from sponsor_app.domain.brief.citing import Cited, line
from sponsor_app.domain.brief.phrasing import quoted, statement
from sponsor_app.domain.brief.values import BriefSource, Line, Ref
from sponsor_app.domain.event import EVENT_WORDS, AtEvent, Reply, Theme
from sponsor_app.domain.language import tr, trn
from sponsor_app.domain.reference import Reference, Standing, scope_words, standing
from sponsor_app.domain.wording import listed, near_day, short_day

UNASKED_DAYS = 90


def reference_lines(source: BriefSource) -> list[Line]:
    """Whether they speak for us now, and if not why; calls that nobody approved."""
    practice, today = source.page.practice, source.page.as_of
    lines = [
        _reference(one, standing(one, practice.limits, today), source)
        for one in practice.references
    ]
    for name, use in practice.unasked:
        if (today - use.on).days <= UNASKED_DAYS:
            who = use.caller or tr("Somebody")
            said = tr("{who} called {name} {day}, and nobody approved it.").format(
                who=who, name=name, day=near_day(use.on, today)
            )
            account = Ref("account", source.page.row.account_id)
            lines.append(
                line((tr("call {day}").format(day=short_day(use.on, today)), account), rest=said)
            )
    return lines


def _reference(one: Reference, found: Standing, source: BriefSource) -> Line:
    today = source.page.as_of
    cited: Cited = (
        tr("reference {day}").format(day=short_day(one.valid_from, today)),
        Ref("reference", one.id),
    )
    if not found.free:
        rest = tr("{contact}, locked: {words} Ask for nothing.").format(
            contact=one.contact, words=statement(found.locks[0].words)
        )
        return line(cited, tr("Reference:"), rest)
    limit = source.page.practice.limits.quarter
    used = tr("used {this_quarter} of {limit} times this quarter").format(
        this_quarter=found.this_quarter, limit=limit
    )
    return line(
        cited,
        tr("Reference:"),
        tr("{contact} for {scope_words}; {used}.").format(
            contact=one.contact, scope_words=scope_words(one.scope), used=used
        ),
    )


def owed_words(source: BriefSource) -> list[Line]:
    """You said, we did: tell them; what helps them; who has not answered an invitation yet."""
    return [*_themes(source), *_reach_outs(source), *_invitations(source)]


def _themes(source: BriefSource) -> Iterator[Line]:
    for one in source.page.practice.themes:
        if one.owed and one.did:
            why = tr("Because {contact} said so at {event}. {quote}").format(
                contact=one.contact or tr("they"), event=one.event, quote=quoted(one.quote or "")
            )
            rest = tr("Tell them what came of “{text}”: {did}").format(
                text=one.text, did=statement(one.did)
            )
            yield line(_of_theme(one, source), rest=rest, because=why.strip())


def _of_theme(one: Theme, source: BriefSource) -> Cited:
    return tr("event {day}").format(day=short_day(one.event_on, source.page.as_of)), Ref(
        "event", one.event_id
    )


def _reach_outs(source: BriefSource) -> Iterator[Line]:
    """Nothing of it while something severe is open: then there is one thing to talk about."""
    if any(one.is_open and one.severity.severe for one in source.page.issues):
        return
    for one, target in source.page.practice.reach_outs:
        if target is None or not target.settled:
            ref = Ref("reach_out", one.id)
            made = short_day(one.made_on, source.page.as_of)
            rest = tr("Tell them: {title}").format(title=statement(one.title))
            yield line(
                (tr("reach-out {made}").format(made=made), ref),
                rest=rest,
                because=statement(one.because),
            )


def _invitations(source: BriefSource) -> Iterator[Line]:
    for one in source.page.practice.events:
        if one.event.on >= source.page.as_of:
            waiting = [who for who in one.invited if who.reply in (None, Reply.MAYBE)]
            if waiting:
                yield _ask_to_come(one, [who.name for who in waiting], source)


def _ask_to_come(one: AtEvent, names: list[str], source: BriefSource) -> Line:
    kind = tr(EVENT_WORDS[one.event.kind] if one.event.kind else "event")
    day = near_day(one.event.on, source.page.as_of)
    cited: Cited = (
        tr("event {day}").format(day=short_day(one.event.on, source.page.as_of)),
        Ref("event", one.event.id),
    )
    why = trn("Because {names} has not answered.", "Because {names} have not answered.", len(names))
    why = why.format(names=listed(names))
    return line(
        cited,
        rest=tr("Ask whether they come to the {kind}, {day}: {title}.").format(
            kind=kind, day=day, title=one.event.title
        ),
        because=why,
    )
