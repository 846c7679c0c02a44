"""References, events and reach-outs in the brief: what must not be asked for, what they are owed, what helps them."""

from collections.abc import Iterator

from sponsor_app.domain.brief.citing import Cited, line
from sponsor_app.domain.brief.phrasing import quoted, statement
from sponsor_app.domain.brief.values import BriefSource, Line, Ref
from sponsor_app.domain.event import EVENT_WORDS, AtEvent, Reply, Theme
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
            who = use.caller or "Somebody"
            said = f"{who} called {name} {near_day(use.on, today)}, and nobody approved it."
            account = Ref("account", source.page.row.account_id)
            lines.append(line((f"call {short_day(use.on, today)}", account), rest=said))
    return lines


def _reference(one: Reference, found: Standing, source: BriefSource) -> Line:
    today = source.page.as_of
    cited: Cited = (f"reference {short_day(one.valid_from, today)}", Ref("reference", one.id))
    if not found.free:
        rest = f"{one.contact}, locked: {statement(found.locks[0].words)} Ask for nothing."
        return line(cited, "Reference:", rest)
    limit = source.page.practice.limits.quarter
    used = f"used {found.this_quarter} of {limit} times this quarter"
    return line(cited, "Reference:", f"{one.contact} for {scope_words(one.scope)}; {used}.")


def owed_words(source: BriefSource) -> list[Line]:
    """You said, we did: tell them; what helps them; who has not answered an invitation yet."""
    return [*_themes(source), *_reach_outs(source), *_invitations(source)]


def _themes(source: BriefSource) -> Iterator[Line]:
    for one in source.page.practice.themes:
        if one.owed and one.did:
            why = (
                f"Because {one.contact or 'they'} said so at {one.event}. {quoted(one.quote or '')}"
            )
            rest = f"Tell them what came of “{one.text}”: {statement(one.did)}"
            yield line(_of_theme(one, source), rest=rest, because=why.strip())


def _of_theme(one: Theme, source: BriefSource) -> Cited:
    return f"event {short_day(one.event_on, source.page.as_of)}", Ref("event", one.event_id)


def _reach_outs(source: BriefSource) -> Iterator[Line]:
    """Nothing of it while something severe is open: then there is one thing to talk about."""
    if any(one.is_open and one.severity.severe for one in source.page.issues):
        return
    for one, target in source.page.practice.reach_outs:
        if target is None or not target.settled:
            ref = Ref("reach_out", one.id)
            made = short_day(one.made_on, source.page.as_of)
            rest = f"Tell them: {statement(one.title)}"
            yield line((f"reach-out {made}", ref), rest=rest, because=statement(one.because))


def _invitations(source: BriefSource) -> Iterator[Line]:
    for one in source.page.practice.events:
        if one.event.on >= source.page.as_of:
            waiting = [who for who in one.invited if who.reply in (None, Reply.MAYBE)]
            if waiting:
                yield _ask_to_come(one, [who.name for who in waiting], source)


def _ask_to_come(one: AtEvent, names: list[str], source: BriefSource) -> Line:
    kind = EVENT_WORDS[one.event.kind] if one.event.kind else "event"
    day = near_day(one.event.on, source.page.as_of)
    cited: Cited = (
        f"event {short_day(one.event.on, source.page.as_of)}",
        Ref("event", one.event.id),
    )
    verb = "has" if len(names) == 1 else "have"
    why = f"Because {listed(names)} {verb} not answered."
    return line(
        cited, rest=f"Ask whether they come to the {kind}, {day}: {one.event.title}.", because=why
    )
