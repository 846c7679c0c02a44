"""What a person can do with issues, references, events, reach-outs, reviews and the team's own numbers."""

from functools import partial

from sponsor_app.domain.board import BoardView
from sponsor_app.domain.event import EventKind, Reply
from sponsor_app.domain.reference import Use
from sponsor_app.domain.saved_view import named
from sponsor_app.services import (
    events,
    issues,
    reach_outs,
    references,
    reviews,
    rules,
    saved_views,
    themes,
)
from sponsor_app.services.inviting_by_list import invite_listed
from tests.conftest import TODAY
from tests.services.undoing.about_accounts import Deeds, Do
from tests.services.undoing.world import SOON, YESTERDAY, World


def _did_not_come(w: World) -> Do:
    event = w.event()
    events.attended(w.app, event, [w.people[0]])
    return partial(events.attended, w.app, event, [w.people[0]], came=False)


def _uninvite(w: World) -> Do:
    found = events.page(w.app, w.event()).invitations
    return partial(events.uninvite, w.app, found[0].id)


def _deleted(w: World) -> Do:
    event = w.event()
    events.attended(w.app, event, w.people[:2])
    themes.note(w.app, event, "Too many hotlines")
    return partial(events.delete, w.app, event)


def _noted_again(w: World) -> Do:
    event = w.event()
    themes.note(w.app, event, "Too many hotlines")
    return partial(themes.note, w.app, event, "too many hotlines", did="One number", told=YESTERDAY)


def _note_of_issue(w: World) -> Do:
    return partial(themes.note, w.app, w.event(), "Hotlines", issue_id=w.issue())


def _reached(w: World) -> Do:
    event = w.reach_out()
    reach_outs.skip(w.app, event, w.other, reason="On holiday")
    reach_outs.done(w.app, event, w.account, contact_id=w.people[0])
    return partial(reach_outs.delete, w.app, event)


def _done_although_skipped(w: World) -> Do:
    reason = w.reach_out()
    reach_outs.skip(w.app, reason, w.account, reason="On holiday")
    return partial(
        reach_outs.done, w.app, reason, w.account, outcome="Glad", contact_id=w.people[0]
    )


def _used(w: World) -> Do:
    wish = w.request(approved=True)
    references.used(w.app, wish)
    return partial(references.outcome, w.app, wish, "They bought")


def _finish(w: World) -> Do:
    agreed = reviews.agree(w.app, w.colleague, "Visit them all", SOON)
    [action] = reviews.compose_review(w.app, w.colleague).actions
    assert agreed.created
    return partial(reviews.finish, w.app, action.id)


def _shared_again(w: World) -> Do:
    saved_views.save(w.app, "Mine", BoardView(), shared=True)
    return partial(saved_views.save, w.app, "Mine", BoardView(window=90), shared=True)


def _forget_view(w: World) -> Do:
    saved_views.save(w.app, "Mine", BoardView(), shared=True)
    return partial(saved_views.forget, w.app, named("Mine", BoardView(), shared=True))


def _rule_again(w: World) -> Do:
    key = rules.listed(w.app)[0].key
    rules.change(w.app, key, "11")
    return partial(rules.change, w.app, key, "12")


ISSUES: Deeds = {
    "issues.open_issue": lambda w: partial(
        issues.open_issue, w.app, w.account, title="Leaking", severity=1, raised_by=w.people[0]
    ),
    "issues.update": lambda w: partial(issues.update, w.app, w.issue(), "A part is on its way"),
    "issues.escalate": lambda w: partial(
        issues.escalate, w.app, w.issue(), to=w.colleague, reason="They wait"
    ),
    "issues.resolve": lambda w: partial(issues.resolve, w.app, w.issue(), "New seal"),
    "issues.told": lambda w: partial(issues.told, w.app, w.resolved()),
    "issues.reopen": lambda w: partial(issues.reopen, w.app, w.resolved()),
}

GOODWILL: Deeds = {
    "references.agree": lambda w: partial(
        references.agree, w.app, w.people[0], scope=(Use.VISIT,), approved_by=w.colleague
    ),
    "references.approve_again": lambda w: partial(
        references.approve_again, w.app, w.reference(), approved_by=w.colleague
    ),
    "references.end": lambda w: partial(references.end, w.app, w.reference()),
    "references.request": lambda w: partial(
        references.request, w.app, w.account, use=Use.CALL, requester="Prospect"
    ),
    "references.approve": lambda w: partial(references.approve, w.app, w.request()),
    "references.decline": lambda w: partial(
        references.decline, w.app, w.request(), reason="Asked too often"
    ),
    "references.hold": lambda w: partial(references.hold, w.app, w.request(approved=True)),
    "references.used": lambda w: partial(
        references.used, w.app, w.request(approved=True), outcome="Warm words"
    ),
    "references.outcome": _used,
    "references.log_call": lambda w: partial(
        references.log_call, w.app, w.people[0], caller="A stranger"
    ),
    "reach_outs.add": lambda w: partial(
        reach_outs.add, w.app, title="New rule", because="It saves a fine", template="Dear you"
    ),
    "reach_outs.change": lambda w: partial(
        reach_outs.change, w.app, w.reach_out(), title="Newer rule"
    ),
    "reach_outs.delete": _reached,
    "reach_outs.done": _done_although_skipped,
    "reach_outs.skip": lambda w: partial(
        reach_outs.skip, w.app, w.reach_out(), w.account, reason="On holiday"
    ),
}

EVENTS: Deeds = {
    "events.add": lambda w: partial(
        events.add, w.app, title="Webinar", kind=EventKind.WEBINAR, on=SOON
    ),
    "events.change": lambda w: partial(
        events.change, w.app, w.event(), title="Square table", on_day=TODAY
    ),
    "events.delete": _deleted,
    "events.invite": lambda w: partial(events.invite, w.app, w.event(), w.people, [w.colleague]),
    "events.uninvite": _uninvite,
    "events.reply": lambda w: partial(
        events.reply, w.app, w.event(), [w.people[0], w.colleague], Reply.YES
    ),
    "events.attended": lambda w: partial(
        events.attended, w.app, w.event(), [w.people[0], w.app.me]
    ),
    "events.attended: did not": _did_not_come,
    "events.spoke": lambda w: partial(
        events.spoke, w.app, w.event(), {w.people[0]: 40, w.app.me: 60}
    ),
    "inviting_by_list.invite_listed": lambda w: partial(
        invite_listed, w.app, w.event(), "\n".join(w.names)
    ),
    "themes.note": lambda w: partial(
        themes.note, w.app, w.event(), "Too many hotlines", by=w.people[0]
    ),
    "themes.note: more of the same": _noted_again,
    "themes.change": lambda w: partial(
        themes.change, w.app, w.theme(), did="One number", told=TODAY, whom=w.people[0]
    ),
    "themes.open_issue": lambda w: partial(themes.open_issue, w.app, w.theme(), 2),
    "themes.promise": lambda w: partial(themes.promise, w.app, w.theme(), "One number", SOON),
    "themes.note: of a known issue": _note_of_issue,
    "themes.delete": lambda w: partial(themes.delete, w.app, w.theme()),
}

TEAM: Deeds = {
    "reviews.agree": lambda w: partial(reviews.agree, w.app, w.colleague, "Visit them all", SOON),
    "reviews.finish": _finish,
    "rules.change": lambda w: partial(rules.change, w.app, rules.listed(w.app)[0].key, "11"),
    "rules.change: once more": _rule_again,
    "saved_views.save": lambda w: partial(
        saved_views.save, w.app, "Mine", BoardView(), shared=True
    ),
    "saved_views.save: in place of another": _shared_again,
    "saved_views.forget": _forget_view,
}
