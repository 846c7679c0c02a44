"""Files that are as they should be, and what comes out of them."""

from sponsor_app.sync.envelope.codes import code_keys, grouped
from sponsor_app.sync.envelope.devices import Role
from sponsor_app.sync.envelope.epochs import Head
from sponsor_app.sync.envelope.joining import join_card
from sponsor_app.sync.envelope.limits import NOTHING
from sponsor_app.sync.envelope.people import (
    Settled,
    invite,
    print_recovery,
    recover,
    replace_codes,
    reunite,
)
from sponsor_app.sync.envelope.records import record_at
from sponsor_app.sync.envelope.team import admit
from tests.sync.envelope.cases import A1, A2, ALL, B1, B2, Told, pair
from tests.sync.envelope.stage import NOW, Stage, actor, pack, record

CODE, PAGE = grouped("ABCDEFGHJKMNPQRSTVWX"), grouped("00011122233344455566")
SIZES = (0, 1, 180, 220, 240, 260, 300, 500, 1000, 4000)


def told() -> list[Told]:
    return [
        frames(),
        people(),
        codes(),
        pages(),
        bases(),
        covered(),
        orders(),
        races(),
        circles(),
        later_versions(),
    ]


def frames() -> Told:
    good = Told("frames")
    alone = Stage()
    good.add("none", "a team of one that wrote nothing", alone, alone.file(), frames=())
    alone.say("anna", "one")
    good.add("one", "one frame", alone, alone.file(), frames=(A1,))
    stage = pair()
    for reader in ("anna", "bob"):
        about = f"two writers, two frames each, read by {reader}"
        good.add(f"two-writers-{reader}", about, stage, stage.file(), reader=reader)
    for size in SIZES:
        sized = Stage(word=f"size {size}")
        text = "".join(chr(0x4E00 + (i * 7919) % 20000) for i in range(size // 3)) + "x" * (
            size % 3
        )
        sized.say("anna", text)
        about = f"a text of {size} bytes: one of the sizes padding makes"
        good.add(f"size-{size:04}", about, sized, sized.file(), frames=(f"anna 1 {text}",))
    for name, text in (
        ("empty", ""),
        ("emoji", "👩🏽‍🚀 Zoë"),
        ("zeros", "\0" * 64),
        ("marker", "÷œSR"),
    ):
        odd = Stage(word=name)
        odd.say("anna", text)
        good.add(
            f"text-{name}", f"a text that is {name}", odd, odd.file(), frames=(f"anna 1 {text}",)
        )
    many = Stage("bob", "carl")
    for i in range(1, 7):
        for name in ("anna", "bob", "carl"):
            many.say(name, f"{i}")
    said = [f"{n} {i} {i}" for n in ("anna", "bob", "carl") for i in range(1, 7)]
    good.add("three-writers", "three writers, six frames each", many, many.file(), frames=said)
    return good


def people() -> Told:
    good = Told("people")
    late = pair()
    late.add("carl")
    late.say("carl", "new here")
    for reader in ("bob", "carl"):
        about = f"somebody came later and reads the past; read by {reader}"
        good.add(
            f"came-later-{reader}",
            about,
            late,
            late.file(),
            frames=(*ALL, "carl 1 new here"),
            reader=reader,
        )
    long = pair(word="long")
    for name in ("carl", "dora", "emil", "fee"):
        long.add(name)
    good.add(
        "five-states-back",
        "the newest member reads through six states",
        long,
        long.file(),
        reader="fee",
    )
    gone = pair("gone", "carl")
    gone.say("carl", "while here")
    gone.remove("carl")
    gone.say("anna", "after")
    said = (*ALL, "anna 3 after", "carl 1 while here")
    for reader in ("anna", "bob"):
        good.add(
            f"left-{reader}",
            "what somebody wrote before leaving stays",
            gone,
            gone.file(),
            frames=said,
            reader=reader,
        )
    good.add(
        "left-carl",
        "who left reads up to then, and is told so",
        gone,
        gone.file(),
        frames=(*ALL, "carl 1 while here"),
        noticed=("Excluded",),
        reader="carl",
        people=["anna", "bob", "carl"],
        epoch=2,
        writable=False,
    )
    silent = pair("silent", "carl")
    silent.remove("carl")
    good.add("left-silent", "who left had written nothing", silent, silent.file())
    handed = pair("handed")
    handed.amend(
        roster=[handed.tip.roster[actor("anna").id], actor("bob").card("bob", "Bob", admin=True)]
    )
    bob = actor("bob")
    handed.amend(by=bob, roster=[actor("anna").card("anna", "Anna"), handed.tip.roster[bob.id]])
    handed.amend(by=bob, roster=[*handed.tip.roster.values(), actor("carl").card("carl", "Carl")])
    good.add("admin-handed-on", "one admin makes another, who takes over", handed, handed.file())
    renamed = pair("renamed")
    renamed.amend(roster=[renamed.tip.roster[actor("anna").id], bob.card("thinkpad", "Bob")])
    said = (A1, A2, "thinkpad 1 hello", "thinkpad 2 again")
    good.add("renamed", "a laptop got another name", renamed, renamed.file(), frames=said)
    return good


def codes() -> Told:
    good = Told("codes")
    stage = pair("codes")
    stage.take(invite(stage.team, stage.anna, CODE, "for carl", "Carl", NOW, stage.chance))
    good.add("invited", "an invitation nobody used yet", stage, stage.file(), reader="bob")
    code = code_keys(CODE, stage.team.file_id)
    carl = actor("carl")
    stage.records.append(join_card(stage.team, code, carl, "carl", stage.chance))
    stage.heads[code.id] = Head(1, record(stage.records[-1]).hash)
    good.add("asked", "somebody handed in a card", stage, stage.file(), cards=["carl"])
    cards = {code.id: (carl.card("carl", "Carl"),)}
    step = replace_codes(stage.team, stage.anna, cards, Settled(stage.heads), NOW - 1, stage.chance)
    assert step is not None
    stage.take(step)
    stage.say("carl", "thanks")
    said = (*ALL, "carl 1 thanks")
    good.add(
        "joined",
        "the laptop took the code's place; its card is history",
        stage,
        stage.file(),
        frames=said,
    )
    good.add(
        "joined-carl",
        "the new laptop reads everything",
        stage,
        stage.file(),
        frames=said,
        reader="carl",
    )
    return good


def pages() -> Told:
    good = Told("page")
    page = pair("page")
    page.take(print_recovery(page.team, page.anna, PAGE, "recovery page", "Anna", page.chance))
    good.add("recovery", "a recovery page was printed", page, page.file(), reader="bob")
    keys = code_keys(PAGE, page.team.file_id)
    step = recover(
        page.seen_by_code(keys), keys, actor("new"), "new", Settled(page.heads), page.chance
    )
    page.team, _ = admit(page.team, [record(step.record)], page.anna)
    page.records.append(step.record)
    page.say("new", "back")
    for reader in ("bob", "new"):
        about = f"an admin came back with the recovery page; read by {reader}"
        good.add(
            f"recovered-{reader}",
            about,
            page,
            page.file(by="new"),
            frames=(*ALL, "new 1 back"),
            reader=reader,
        )
    ended = pair("ended")
    ended.take(invite(ended.team, ended.anna, CODE, "for carl", "Carl", NOW, ended.chance))
    step = replace_codes(ended.team, ended.anna, {}, Settled({}), NOW + 1, ended.chance)
    assert step is not None
    ended.take(step)
    good.add("expired", "an unused invitation was taken out after its time", ended, ended.file())
    assert all(card.role is Role.DEVICE for card in ended.tip.roster.values())
    return good


def bases() -> Told:
    good = Told("base")
    for count in (0, 1, 3):
        stage = pair(f"base {count}")
        texts = [f"rows {i}" for i in range(count)]
        base = stage.base("bob", *(pack({"say": text}) for text in texts))
        stage.records = [stage.records[0], stage.records[1], *base]
        good.add(
            f"chunks-{count}",
            f"a base of {count} chunks and nothing after",
            stage,
            stage.file(),
            frames=(),
            bases=[texts],
        )
        stage.say("anna", "three")
        good.add(
            f"tail-{count}",
            f"a base of {count} chunks and a frame that goes on from it",
            stage,
            stage.file(),
            frames=("anna 3 three",),
            bases=[texts],
        )
    under = pair("under")
    under.records += under.base("anna", pack({"say": "rows"}))
    good.add(
        "frames-under-it",
        "the frames it covers are there too",
        under,
        under.file(),
        bases=[["rows"]],
    )
    return good


def covered() -> Told:
    good = Told("covered")
    half = pair("half")
    half.records[2:3] = []
    half.records += half.base("anna", pack({"say": "rows"}))
    good.add(
        "frames-under-it-in-part",
        "a covered frame is gone: the later ones need no predecessor",
        half,
        half.file(),
        frames=(A2, B1, B2),
        bases=[["rows"]],
    )
    two = pair("two")
    early = {actor("anna").id: Head(1, record(two.records[2]).hash)}
    two.records += two.base("anna", pack({"say": "early"}), vector=early)
    two.records += two.base("bob", pack({"say": "late"}))
    good.add("two", "two laptops compacted at once", two, two.file(), bases=[["early"], ["late"]])
    left = pair("base left", "carl")
    base = left.base("carl", pack({"say": "rows"}))
    frozen = {actor("carl").id: Head(0, NOTHING)}
    left.amend(roster=left.without("carl"), frozen=frozen, bases=[record(base[-1]).hash])
    left.records = [*left.records[:2], *base, left.records[-1]]
    good.add(
        "writer-left",
        "its writer left, and the admin let it stand",
        left,
        left.file(),
        frames=(),
        bases=[["rows"]],
    )
    old = pair("base old state")
    base = old.base("bob", pack({"say": "rows"}))
    old.add("carl")
    old.records = [*old.records[:2], *base, old.records[-1]]
    good.add(
        "sealed-before",
        "it was sealed before somebody came, who reads it",
        old,
        old.file(),
        frames=(),
        bases=[["rows"]],
        reader="carl",
    )
    return good


def orders() -> Told:
    good = Told("order")
    stage = pair("orders")
    body = stage.records
    shapes = {
        "backwards": body[::-1],
        "frames-first": [*body[2:], *body[:2]],
        "twice": [*body, *body],
        "one-again": [*body, body[2]],
        "shuffled": [body[i] for i in (3, 0, 5, 1, 4, 2)],
    }
    for name, records in shapes.items():
        good.add(name, f"the same records, {name.replace('-', ' ')}", stage, stage.file(records))
    return good


def races() -> Told:
    good = Told("race")
    race = pair("race", "carl")
    race.amend(roster=[*race.without("bob"), actor("bob").card("bob", "Bob", admin=True)])
    fork = race.tip
    mine = race.forge(roster=[*fork.roster.values(), actor("dora").card("dora", "Dora")])
    other = race.forge(
        by=actor("bob"), roster=[*fork.roster.values(), actor("emil").card("emil", "Emil")]
    )
    race.team, _ = admit(race.team, [record(mine), record(other)], race.anna)
    race.records += [other, mine]
    good.add(
        "two-admins",
        "two admins at once: the senior one's state counts, the other waits",
        race,
        race.file(),
        noticed=("Split",),
    )
    lonely = race.seen_by("emil")
    assert actor("emil").id in lonely.tip.roster
    step = reunite(race.team, race.anna, Settled(race.heads), race.chance)
    assert step is not None
    race.take(step)
    for reader in ("anna", "dora", "emil"):
        about = f"an admin brought both together; read by {reader}"
        good.add(f"reunited-{reader}", about, race, race.file(), reader=reader)
    return good


def circles() -> Told:
    """Three admins, each of whom takes the right of the next: every pair has a winner, and the three have none."""
    good = Told("circle")
    ring = pair("circle", "carl", "dora")
    admins = ("bob", "carl", "dora")
    ring.amend(
        roster=[
            c if c.name == "anna" else actor(c.name).card(c.name, admin=True)
            for c in ring.tip.roster.values()
        ]
    )
    fork = ring.tip
    states = [
        ring.forge(
            by=actor(name),
            on=fork,
            roster=[
                actor(c.name).card(c.name) if c.name == loser else c for c in fork.roster.values()
            ],
        )
        for name, loser in zip(admins, (*admins[1:], admins[0]), strict=True)
    ]
    ring.team, _ = admit(ring.team, [record(state) for state in states], ring.anna)
    for name, order in (("one-way", states), ("other-way", states[::-1])):
        about = (
            "three admins take each other’s right: the same one counts in whatever order they come"
        )
        content = ring.file([*ring.records, *order])
        good.add(name, about, ring, content, noticed=("Split",), refused=("removed 4",))
    return good


def later_versions() -> Told:
    good = Told("later")
    newer = pair("newer")
    sealer, tip = newer.sealer("bob"), newer.tip
    newer.records.append(sealer.seal(9, tip.id, tip.key, 1, NOTHING, pack(["later"])))
    good.add(
        "unknown-kind",
        "a record of a later version is kept and not looked into",
        newer,
        newer.file(),
    )
    assert record_at(newer.file(), 32) is not None
    return good
