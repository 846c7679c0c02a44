"""What a person can do with accounts, people and what happens there; each is named after the use case that writes."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from functools import partial

from sponsor_app.domain.debrief import Debrief
from sponsor_app.domain.drafts import Learned, Promise
from sponsor_app.domain.ids import AccountId
from sponsor_app.domain.interaction import Place
from sponsor_app.domain.issue import Severity
from sponsor_app.domain.people import Point, PointKind
from sponsor_app.domain.suggesting.plan import choice_of
from sponsor_app.domain.twins import TwinKind
from sponsor_app.services import (
    accounts,
    apart,
    calendars,
    commitments,
    contacts,
    debriefs,
    events,
    handing_over,
    history,
    important_dates,
    imports,
    interactions,
    knowledge,
    members,
    merging,
    merging_contacts,
    planning,
    sponsorships,
    suggestions,
    won_and_lost,
)
from sponsor_app.services.imports import Options
from tests.conftest import TODAY
from tests.services.test_imported_meetings import meeting
from tests.services.undoing.world import SOON, YESTERDAY, World

Do = Callable[[], object]
Deeds = Mapping[str, Callable[[World], Do]]


def _merge(w: World, gone: AccountId, kept: AccountId) -> Do:
    w.noted(gone, kept)
    apart.say(w.app, TwinKind.ACCOUNT, gone, w.accounts[2])
    return partial(merging.merge_accounts, w.app, gone, kept)


def _merge_people(w: World, gone: int, kept: int) -> Do:
    event = w.event()
    events.attended(w.app, event, [w.people[gone]])
    w.noted(w.people[gone], w.people[kept])
    return partial(merging_contacts.merge_contacts, w.app, w.people[gone], w.people[kept])


def _won_back(w: World) -> Do:
    won_and_lost.lost(w.app, w.account, "Too dear")
    return partial(won_and_lost.won_back, w.app, w.account, "They missed us")


def _hand_over(w: World) -> Do:
    w.promise()
    w.plan(SOON)
    to = w.colleague
    return partial(handing_over.hand_over, w.app, w.accounts[:2], to, note="Be kind to them")


def _suggestions(w: World) -> Do:
    sponsorships.end(w.app, w.account, YESTERDAY)
    found = suggestions.propose(w.app).proposals
    return partial(suggestions.accept, w.app, [choice_of(one) for one in found])


def _asked_again(w: World) -> Do:
    apart.say(w.app, TwinKind.ACCOUNT, w.account, w.other)
    return partial(apart.forget, w.app, w.account, w.other)


def _import(w: World) -> Do:
    known = accounts.details(w.app, w.account).name
    path = w.file("list.csv", f"Account Name,City\n{known},Rome\nBrand New,Oslo\n")
    return partial(imports.run, w.app, path, Options())


def _refresh(w: World) -> Do:
    contacts.add(w.app, w.account, name="Dana Reed", emails=["dana@acme.example"])
    path = w.file("own.ics", meeting())
    calendars.watch(w.app, path)
    return partial(calendars.refresh, w.app)


def _restore(w: World) -> Do:
    gone = w.held()
    interactions.delete(w.app, gone)
    return partial(history.restore, w.app, gone)


def _remove_point(w: World) -> Do:
    contacts.add_point(w.app, w.people[0], "d@a.example")
    point = Point(PointKind.EMAIL, "d@a.example")
    return partial(contacts.remove_point, w.app, w.people[0], point)


def _forget_fact(w: World) -> Do:
    known = knowledge.add_fact(w.app, w.people[0], "Sails").created[0]
    return partial(knowledge.delete_fact, w.app, known)


def _log(w: World) -> Do:
    draft = replace(
        w.draft(),
        new_contacts=("Dana Reed",),
        promises=(Promise("pricing", due=SOON),),
        facts=(Learned("Sails", new_contact="Dana Reed"),),
        next_on=SOON,
    )
    return partial(interactions.log, w.app, draft)


def _log_plan(w: World) -> Do:
    interactions.cancel(w.app, w.plan(YESTERDAY))
    w.plan()
    return partial(interactions.log, w.app, replace(w.draft(TODAY), summary="Went well"))


def _log_new(w: World) -> Do:
    return partial(interactions.log, w.app, replace(w.draft(), new_account="Newco"))


def _debrief(w: World) -> Do:
    said = Debrief(
        w.plan(),
        came=(w.people[1],),
        also=("Dana Reed",),
        place=Place.THEIRS,
        bad_news="Leaking valve",
        severity=Severity(2),
        promises=(Promise("pricing", due=SOON),),
        next_on=SOON,
        note="Long talk",
    )
    return partial(debriefs.save, w.app, said)


def _accept(w: World) -> Do:
    accounts.change(w.app, w.account, {"lead": "me"})
    promise = w.promise(accepted=False)
    return partial(commitments.accept, w.app, promise, owner=w.colleague)


ACCOUNTS: Deeds = {
    "accounts.add": lambda w: partial(
        accounts.add, w.app, fields={"name": "Newco", "lead": "me", "phone": "1"}, aliases=["N"]
    ),
    "accounts.change": lambda w: partial(
        accounts.change,
        w.app,
        w.account,
        {"name": "Renamed", "city": "Oslo", "phone": "+47 2", "lead": "me", "alias": "Also"},
    ),
    "accounts.change: it was lost": lambda w: partial(
        accounts.change, w.app, w.account, {"status": "lost"}, because="Too dear"
    ),
    "accounts.delete_all": lambda w: partial(accounts.delete_all, w.app, w.accounts[:2]),
    "accounts.delete_all: only one": lambda w: partial(accounts.delete, w.app, w.account),
    "merging.merge_accounts": lambda w: _merge(w, w.account, w.other),
    "merging.merge_accounts: into the older": lambda w: _merge(w, *reversed(w.accounts[:2])),
    "won_and_lost.lost": lambda w: partial(won_and_lost.lost, w.app, w.account, "Too dear"),
    "won_and_lost.won_back": _won_back,
    "sponsorships.set_sponsor": lambda w: partial(
        sponsorships.set_sponsor, w.app, list(w.accounts[:3]), w.colleague
    ),
    "sponsorships.end": lambda w: partial(sponsorships.end, w.app, w.account, reason="Left"),
    "handing_over.hand_over": _hand_over,
    "suggestions.accept": _suggestions,
    "planning.accept": lambda w: partial(
        planning.accept, w.app, planning.propose(w.app, 8).proposals[:3]
    ),
    "apart.say": lambda w: partial(apart.say, w.app, TwinKind.ACCOUNT, w.account, w.other),
    "apart.forget": _asked_again,
    "run._write": _import,
    "refreshing._write": _refresh,
    "history.restore": _restore,
}

PEOPLE: Deeds = {
    "contacts.add": lambda w: partial(
        contacts.add, w.app, w.account, name="Dana", emails=["d@a.example"], phones=["1"]
    ),
    "contacts.add_point": lambda w: partial(contacts.add_point, w.app, w.people[0], "d@a.example"),
    "contacts.remove_point": _remove_point,
    "contacts.change": lambda w: partial(
        contacts.set_fields, w.app, w.people[0], {"title": "CIO", "reports_to": w.people[1]}
    ),
    "contacts.delete": lambda w: partial(contacts.delete, w.app, w.people[0], "Somebody"),
    "merging_contacts.merge_contacts": lambda w: _merge_people(w, 0, 1),
    "merging_contacts.merge_contacts: into the older": lambda w: _merge_people(w, 1, 0),
    "members.add": lambda w: partial(members.add, w.app, name="Newcomer", email="n@us.example"),
    "members.change": lambda w: partial(
        members.change, w.app, w.colleague, {"title": "VP", "left_on": YESTERDAY.isoformat()}
    ),
    "members.rename_me": lambda w: partial(members.rename_me, w.app, "Somebody Else"),
    "knowledge.add_pulse": lambda w: partial(
        knowledge.add_pulse, w.app, w.account, 3, contact=w.people[0], quote="Slow"
    ),
    "knowledge.add_fact": lambda w: partial(
        knowledge.add_fact, w.app, w.people[0], "Sails", source="coffee"
    ),
    "knowledge.delete_fact": _forget_fact,
    "important_dates.add": lambda w: partial(
        important_dates.add, w.app, w.people[0], "Ten years with them", SOON
    ),
}

HAPPENINGS: Deeds = {
    "interactions.log": _log,
    "interactions.log: of what was planned": _log_plan,
    "interactions.log: at a new account": _log_new,
    "interactions._learn": lambda w: partial(
        interactions.log,
        w.app,
        replace(w.draft(), facts=(Learned("Sails", w.people[0]),), only_facts=True),
    ),
    "interactions.move": lambda w: partial(interactions.move, w.app, w.plan(), SOON),
    "interactions._set_state": lambda w: partial(interactions.cancel, w.app, w.plan()),
    "interactions._set_state: held": lambda w: partial(interactions.hold, w.app, w.plan()),
    "interactions.change": lambda w: partial(
        interactions.change, w.app, w.held(), summary="All is well", place=Place.OURS
    ),
    "interactions.delete": lambda w: partial(interactions.delete, w.app, w.held()),
    "debriefs.save": _debrief,
    "commitments.add": lambda w: partial(
        commitments.add, w.app, w.account, text="A spare valve", due=SOON
    ),
    "commitments.accept": _accept,
    "commitments.keep": lambda w: partial(commitments.keep, w.app, w.promise()),
    "commitments.drop": lambda w: partial(
        commitments.drop, w.app, w.promise(), reason="They bought one"
    ),
    "commitments.move": lambda w: partial(commitments.move, w.app, w.promise(), TODAY),
}
