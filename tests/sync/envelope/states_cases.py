"""States of the team that are none: signed by the wrong one, or saying what cannot be."""

from typing import Any

import msgspec

from sponsor_app.sync.envelope.devices import Card, Role
from sponsor_app.sync.envelope.epochs import HEAD, Head, commit, wrap_bound
from sponsor_app.sync.envelope.limits import NOTHING
from sponsor_app.sync.envelope.people import Settled, remove, set_admin
from sponsor_app.sync.envelope.records import Kind
from sponsor_app.sync.envelope.team import admit
from tests.sync.envelope import rfc9180
from tests.sync.envelope.cases import Told, pair
from tests.sync.envelope.stage import Stage, actor, pack, record


def told() -> list[Told]:
    return [signers(), contents(), wraps(), late_admins()]


def signers() -> Told:
    bad = Told("state")
    stage = pair("signers", "carl")
    carl = actor("carl")
    forged = {
        "by-member": (stage.forge(by=carl), "not_admin 3"),
        "by-stranger": (stage.forge(by=actor("eve")), "stranger 3"),
        "by-newcomer-it-lets-in": (
            stage.forge(
                by=actor("eve"),
                roster=[*stage.tip.roster.values(), actor("eve").card("eve", admin=True)],
            ),
            "stranger 3",
        ),
        "second-genesis": (_genesis(stage, "eve"), "genesis 1"),
        "second-genesis-by-admin": (_genesis(stage, "anna"), "genesis 1"),
        "signature-by-another": (_resigned(stage, "carl"), "signature 3"),
        "epoch-and-previous-differ": (_sealed(stage, epoch=stage.team.genesis), "order 3"),
        "parent-unknown": (_sealed(stage, epoch=b"?" * 32, previous=b"?" * 32), "epoch 3"),
        "number-leaps": (_sealed(stage, number=7), "order 7"),
        "number-stands": (_sealed(stage, number=2), "epoch 2"),
    }
    for name, (state, refusal) in forged.items():
        content = stage.file([*stage.records, state])
        bad.add(
            name,
            f"a state of the team {name.replace('-', ' ')}",
            stage,
            content,
            refused=(refusal,),
        )
    return bad


def contents() -> Told:
    bad = Told("roster")
    stage = pair("contents", "carl")
    stage.remove("carl")
    tip = stage.tip
    cards = list(tip.roster.values())
    anna, bob = cards
    dora = actor("dora").card("dora")
    change = msgspec.structs.replace
    code = {"role": Role.INVITE, "anchor": NOTHING, "proof": NOTHING}
    frozen = dict(tip.frozen)
    wrong: dict[str, tuple[dict[str, Any], str]] = {
        "no-admin": ({"roster": [change(anna, admin=False), bob]}, "roster"),
        "only-a-page-is-admin": (
            {
                "roster": [
                    change(anna, admin=False),
                    bob,
                    change(dora, **code | {"role": Role.RECOVERY, "admin": True}),
                ]
            },
            "roster",
        ),
        "same-laptop-twice": ({"roster": [anna, bob, change(bob, name="bob 2")]}, "wraps"),
        "invite-as-admin": ({"roster": [*cards, change(dora, admin=True, **code)]}, "roster"),
        "code-without-proof": ({"roster": [*cards, change(dora, role=Role.INVITE)]}, "roster"),
        "laptop-with-proof": (
            {"roster": [*cards, change(dora, anchor=NOTHING, proof=NOTHING)]},
            "roster",
        ),
        "short-signing-key": ({"roster": [*cards, change(dora, ed=dora.ed[:31])]}, "roster"),
        "long-name": ({"roster": [*cards, change(dora, name="x" * 201)]}, "roster"),
        "long-member": ({"roster": [*cards, change(dora, member="x" * 201)]}, "roster"),
        "expires-before-time": ({"roster": [*cards, change(dora, expires=-1, **code)]}, "roster"),
        "who-left-comes-back": ({"roster": [*cards, actor("carl").card("carl")]}, "frozen"),
        "past-withheld": ({"keys": {}}, "history"),
        "past-falsified": ({"keys": {tip.id: bytes(32)}}, "history"),
        "short-key": ({"keys": {tip.id: tip.key, b"x" * 32: b"short"}}, "history"),
        "left-forgotten": ({"frozen": {}}, "frozen"),
        "left-rewritten": ({"frozen": {i: Head(5, b"!" * 32) for i in frozen}}, "frozen"),
        "gone-without-a-word": ({"roster": [anna]}, "frozen"),
        "left-with-a-short-hash": ({"frozen": {**frozen, b"y" * 16: Head(1, b"short")}}, "frozen"),
        "left-at-an-impossible-number": (
            {"frozen": {**frozen, b"y" * 16: Head(1 << 60, NOTHING)}},
            "frozen",
        ),
    }
    for name, (fields, reason) in wrong.items():
        content = stage.file([*stage.records, stage.forge(**fields)])
        about = f"an admin's state of the team that cannot be: {name.replace('-', ' ')}"
        bad.add(name, about, stage, content, refused=(f"{reason} 4",))
    untyped = {
        "not-a-map": pack([1, 2]),
        "roster-missing": pack({"number": 4}),
        "roster-of-numbers": pack({"number": 4, "roster": [1, 2]}),
        "unknown-role": pack(
            {"number": 4, "roster": [{"role": "boss", "ed": bytes(32), "x": bytes(32)}]}
        ),
        "text-for-keys": pack({"number": 4, "roster": [{"ed": "a" * 32, "x": "b" * 32}]}),
    }
    for name, plain in untyped.items():
        content = stage.file([*stage.records, _sealed(stage, plain=plain)])
        bad.add(
            name,
            f"an admin's state of the team: {name.replace('-', ' ')}",
            stage,
            content,
            refused=("content 4",),
        )
    return bad


def wraps() -> Told:
    bad = Told("wraps")
    stage = pair("wraps", "carl")
    cards = list(stage.tip.roster.values())
    names = sorted(cards, key=lambda card: card.id)
    odd = {
        "one-missing": ([c for c in names if c.name != "bob"], "wraps"),
        "one-too-many": (sorted([*names, actor("eve").card("eve")], key=lambda c: c.id), "wraps"),
        "not-ascending": (names[::-1], "wraps"),
        "twice": (sorted([*names, names[0]], key=lambda c: c.id), "wraps"),
    }
    for name, (wrapped, reason) in odd.items():
        content = stage.file([*stage.records, _sealed(stage, wrapped=wrapped)])
        bad.add(
            name,
            f"keys that are not for exactly the team: {name.replace('-', ' ')}",
            stage,
            content,
            refused=(f"{reason} 3",),
        )
    content = stage.file([*stage.records, _sealed(stage, commitment=bytes(32))])
    bad.add(
        "commitment",
        "a key that is not the one committed to",
        stage,
        content,
        refused=("commitment 3",),
    )
    content = stage.file([*stage.records, _sealed(stage, count=0)])
    bad.add("none", "keys for nobody", stage, content, refused=("wraps 3",))
    content = stage.file([*stage.records, _sealed(stage, count=4097)])
    bad.add("too-many", "a count above the bound", stage, content, refused=("wraps 3",))
    content = stage.file([*stage.records, _sealed(stage, count=60)])
    bad.add("count-beyond", "a count beyond the record", stage, content, refused=("wraps 3",))
    content = stage.file([*stage.records, _sealed(stage, spoil=True)])
    bad.add(
        "mine-does-not-open",
        "a wrapped key that does not open",
        stage,
        content,
        refused=("wraps 3",),
    )
    return bad


def late_admins() -> Told:
    """An admin who lost the right, or left, and states beside the trunk."""
    bad = Told("late")
    stage = pair("late", "carl")
    bob = actor("bob")
    stage.take(set_admin(stage.team, stage.anna, bob.id, admin=True, chance=stage.chance))
    fork = stage.tip
    stage.take(remove(stage.team, stage.anna, [bob.id], Settled(stage.heads), stage.chance))
    late = stage.forge(by=bob, on=fork, roster=[*fork.roster.values(), actor("eve").card("eve")])
    revenge = stage.forge(
        by=bob,
        on=fork,
        roster=[c for c in fork.roster.values() if c.name != "anna"],
        frozen={stage.anna.id: Head(0, NOTHING)},
    )
    longer = _child(stage, late, bob)
    for name, states, noticed, refused in (
        ("removed-admin", [late], (), ("removed 4",)),
        ("removed-admin-longer", [late, longer], (), ("removed 4",)),
        ("removed-admin-removes", [revenge], ("Excluded",), ()),
    ):
        for order, records in (
            ("behind", [*stage.records, *states]),
            ("before", [*states, *stage.records]),
        ):
            about = f"a removed admin changes the team after all, {order} what removed it"
            bad.add(
                f"{name}-{order}",
                about,
                stage,
                stage.file(records),
                noticed=noticed,
                refused=refused,
            )
    return bad


def _child(stage: Stage, parent: bytes, by: Any) -> bytes:
    """A state that follows one nobody took in."""
    team, _ = admit(stage.team, [record(parent)], actor("carl"))
    seen = stage.seen_by("carl")
    team, _ = admit(seen, [record(parent)], actor("carl"))
    return stage.forge(by=by, on=team.epochs[record(parent).hash])


def _genesis(stage: Stage, name: str) -> bytes:
    roster = [actor(name).card(name, admin=True)]
    return _sealed(stage, by=name, number=1, epoch=NOTHING, previous=NOTHING, roster=roster)


def _resigned(stage: Stage, name: str) -> bytes:
    return stage.sealer(name).signed(stage.forge()[:-64])


def _sealed(
    stage: Stage,
    *,
    by: str = "anna",
    number: int | None = None,
    epoch: bytes | None = None,
    previous: bytes | None = None,
    roster: list[Card] | None = None,
    wrapped: list[Card] | None = None,
    commitment: bytes | None = None,
    count: int | None = None,
    plain: bytes | None = None,
    spoil: bool = False,
) -> bytes:
    """A state put together by hand, with any part of it wrong."""
    tip, file_id, keys = stage.tip, stage.team.file_id, actor(by)
    number = tip.number + 1 if number is None else number
    previous = tip.id if previous is None else previous
    cards = list(tip.roster.values()) if roster is None else roster
    key = stage.chance.draw(32)
    said = commit(key, file_id, number, previous) if commitment is None else commitment
    listed = sorted(cards, key=lambda card: card.id) if wrapped is None else wrapped
    clear = HEAD.pack(said, len(listed) if count is None else count)
    for card in listed:
        bound = wrap_bound(file_id, number, previous, card.id, keys.id, said)
        wrap = rfc9180.seal(key, card.x, bound, stage.chance.draw(32))
        clear += card.id + (bytes(80) if spoil else wrap)
    content = {"number": number, "roster": cards, "keys": {previous: tip.key}, "frozen": tip.frozen}
    body = pack(content) if plain is None else plain
    epoch = previous if epoch is None else epoch
    return stage.sealer(by).seal(Kind.EPOCH, epoch, key, number, previous, body, clear)
