"""Files by somebody who means no good, outside the team and within it: what they add is refused and named."""

import struct

import zstandard

from sponsor_app.sync.envelope.epochs import Head
from sponsor_app.sync.envelope.limits import NOTHING, SALT_BYTES
from sponsor_app.sync.envelope.records import RECORD_HEADER, Kind, RecordHeader
from sponsor_app.sync.envelope.sealing import INNER, Sealer, padded_size
from sponsor_app.sync.envelope.writing import START, seal_trailer
from tests.sync.envelope.cases import ALL, Told, pair
from tests.sync.envelope.stage import DIGEST, actor, pack, record


def told() -> list[Told]:
    return [spliced(), forged(), unsealed(), after_leaving(), bases_and_ends(), forks()]


def spliced() -> Told:
    bad = Told("spliced")
    stage, other = pair(), pair("other team")
    bad.add(
        "states",
        "the states of another team",
        stage,
        stage.file([*stage.records, *other.records[:2]]),
        refused=("genesis 1", "epoch 2"),
    )
    bad.add(
        "frames",
        "frames of another team",
        stage,
        stage.file([*stage.records, *other.records[2:4]]),
        refused=("epoch 1", "epoch 1"),
    )
    tip = stage.tip
    foreign = Sealer(other.team.file_id, actor("bob").id, actor("bob").signing, stage.chance.draw)
    head = stage.heads[actor("bob").id]
    moved = foreign.seal(Kind.FRAME, tip.id, tip.key, 3, head.hash, pack({"say": "moved"}))
    bad.add(
        "sealed-for-another-file",
        "same people, same keys, another file's id",
        stage,
        stage.file([*stage.records, moved]),
        refused=("signature 3",),
    )
    swapped = bytearray(stage.records[3])
    swapped[41:57] = actor("anna").id
    bad.add(
        "writer-swapped",
        "Bob's frame under Anna's name",
        stage,
        stage.file([*stage.records, bytes(swapped)]),
        refused=("signature 1",),
    )
    grafted = stage.records[4][: RECORD_HEADER.size] + stage.records[2][RECORD_HEADER.size :]
    bad.add(
        "body-swapped",
        "the body of one frame behind the header of another",
        stage,
        stage.file([*stage.records, grafted]),
        refused=("signature 2",),
    )
    tail = stage.records[2][:-64] + stage.records[4][-64:]
    bad.add(
        "signature-swapped",
        "the signature of another frame",
        stage,
        stage.file([*stage.records, tail]),
        refused=("signature 1",),
    )
    bare = stage.records[2][:-64] + bytes(64)
    bad.add(
        "signature-zero",
        "no signature",
        stage,
        stage.file([*stage.records, bare]),
        refused=("signature 1",),
    )
    small = stage.records[2][:-64] + b"\1" + bytes(31) + b"\0" * 32
    bad.add(
        "signature-identity",
        "the neutral point as signature",
        stage,
        stage.file([*stage.records, small]),
        refused=("signature 1",),
    )
    return bad


def forged() -> Told:
    bad = Told("forged")
    stage = pair("forged", "carl")
    tip, bob = stage.tip, actor("bob")
    head = stage.heads[bob.id]
    evil = pack({"say": "evil"})
    as_bob = Sealer(stage.team.file_id, bob.id, actor("carl").signing, stage.chance.draw)
    frames = {
        "by-member-as-another": (
            as_bob.seal(Kind.FRAME, tip.id, tip.key, 3, head.hash, evil),
            "signature 3",
        ),
        "by-stranger": (
            stage.sealer("eve").seal(Kind.FRAME, tip.id, tip.key, 1, NOTHING, evil),
            "stranger 1",
        ),
        "unknown-state": (
            stage.sealer("bob").seal(Kind.FRAME, b"?" * 32, tip.key, 3, head.hash, evil),
            "epoch 3",
        ),
        "before-it-was-in": (
            stage.sealer("bob").seal(
                Kind.FRAME, tip.parent, stage.team.trunk[0].key, 3, head.hash, evil
            ),
            "stranger 3",
        ),
        "wrong-predecessor": (
            stage.sealer("bob").seal(Kind.FRAME, tip.id, tip.key, 3, b"!" * 32, evil),
            "chain 3",
        ),
        "first-with-predecessor": (
            stage.sealer("carl").seal(Kind.FRAME, tip.id, tip.key, 1, b"!" * 32, evil),
            "chain 1",
        ),
        "card-by-laptop": (
            stage.sealer("carl").seal(Kind.CARD, tip.id, tip.key, 1, NOTHING, evil),
            "code 1",
        ),
        "unknown-kind-by-stranger": (
            stage.sealer("eve").seal(77, tip.id, tip.key, 1, NOTHING, evil),
            "kind 1",
        ),
        "unknown-kind-unsigned": (as_bob.seal(77, tip.id, tip.key, 3, head.hash, evil), "kind 3"),
    }
    for name, (frame, refusal) in frames.items():
        bad.add(
            name,
            f"a frame {name.replace('-', ' ')}",
            stage,
            stage.file([*stage.records, frame]),
            refused=(refusal,),
        )
    early = stage.sealer("bob").seal(Kind.FRAME, tip.id, tip.key, 9, head.hash, evil)
    bad.add(
        "leaps-ahead",
        "a frame that leaps ahead waits for those between",
        stage,
        stage.file([*stage.records, early]),
        noticed=("Waiting",),
    )
    return bad


def unsealed() -> Told:
    """Signed by a true member, and not sealed as it must be."""
    bad = Told("seal")
    stage = pair("unsealed", "carl")
    carl, tip = stage.sealer("carl"), stage.tip
    me = carl.writer
    good = zstandard.ZstdCompressor(level=3).compress(pack({"say": "x"}))
    big = zstandard.ZstdCompressor(level=3).compress(bytes((8 << 20) + 1))
    streamed = zstandard.ZstdCompressor(level=3, write_content_size=False).compress(b"\xc0")
    claims = bytearray(good)
    claims[5] += 1
    skippable = b"\x50\x2a\x4d\x18" + struct.pack("<I", 4) + b"\xc0\xc0\xc0\xc0"
    inners = {
        "bomb": (_inner(me, big), "packing"),
        "huge-claim": (_inner(me, b"\x28\xb5\x2f\xfd\xe0" + b"\xff" * 8 + good[6:]), "packing"),
        "no-stated-size": (_inner(me, streamed), "packing"),
        "wrong-stated-size": (_inner(me, bytes(claims)), "packing"),
        "two-packings": (_inner(me, good + good), "packing"),
        "bytes-behind": (_inner(me, good + b"\0"), "packing"),
        "skippable": (_inner(me, skippable), "packing"),
        "not-packed": (_inner(me, pack({"say": "x"})), "packing"),
        "nothing-packed": (_inner(me, b""), "packing"),
        "torn-packing": (_inner(me, good[:-1]), "packing"),
        "another-writer": (_inner(actor("bob").id, good), "signer"),
        "size-beyond": (INNER.pack(me, 1 << 31) + bytes(236), "padding"),
        "padding-not-zero": (_inner(me, good)[:-1] + b"\1", "padding"),
        "padding-too-long": (_inner(me, good) + bytes(16), "padding"),
        "empty-content": (_inner(me, _zstd(b"")), "content"),
        "not-messagepack": (_inner(me, _zstd(b"\xc1")), "content"),
        "text": (_inner(me, _zstd(b"just text")), "content"),
        "two-values": (_inner(me, _zstd(b"\xc0\xc0")), "content"),
        "torn-content": (_inner(me, _zstd(b"\x92\xc0")), "content"),
        "endless-list": (_inner(me, _zstd(b"\xdd\xff\xff\xff\xff")), "content"),
        "too-deep": (_inner(me, _zstd(b"\x91" * 100_000)), "content"),
    }
    for name, (inner, reason) in inners.items():
        header = RecordHeader(Kind.FRAME, 0, tip.id, me, 1, NOTHING, carl.draw(SALT_BYTES))
        frame = carl.seal_packed(header, tip.key, inner, b"")
        about = f"a member's frame, signed and sealed, inside: {name.replace('-', ' ')}"
        bad.add(name, about, stage, stage.file([*stage.records, frame]), refused=(f"{reason} 1",))
    plain = _inner(me, good)
    header = RecordHeader(Kind.FRAME, len(plain) + 80, tip.id, me, 1, NOTHING, bytes(32)).packed()
    open_frame = carl.signed(header + plain + bytes(16))
    bad.add(
        "none",
        "a member's frame that is signed and not sealed",
        stage,
        stage.file([*stage.records, open_frame]),
        refused=("seal 1",),
    )
    keys = {"zero-key": bytes(32), "older-key": stage.team.trunk[0].key}
    for name, key in keys.items():
        frame = carl.seal(Kind.FRAME, tip.id, key, 1, NOTHING, pack({"say": "x"}))
        bad.add(
            name,
            f"a frame sealed with another key: {name}",
            stage,
            stage.file([*stage.records, frame]),
            refused=("seal 1",),
        )
    return bad


def after_leaving() -> Told:
    bad = Told("left")
    stage = pair("left", "carl")
    for text in ("c1", "c2"):
        stage.say("carl", text)
    old, before = stage.team, list(stage.records)
    first = record(before[-2])
    stage.remove("carl")
    now, stage.team = stage.team, old
    late = stage.utter("carl", pack({"say": "late"}))
    other = stage.utter("carl", pack({"say": "another past"}), after=Head(1, first.hash))
    old_base = stage.base("carl", pack({"say": "rows"}))
    end = seal_trailer(old, actor("carl"), {}, DIGEST, 5, stage.chance.draw)
    stage.team = now
    said = (*ALL, "carl 1 c1", "carl 2 c2")
    extra = {
        "late-frame": ([late], ("removed 3",), said),
        "another-past": ([other], ("removed 2",), said),
        "base": (old_base, ("base 2",), said),
        "own-state": ([stage.forge(by=actor("carl"), on=old.tip)], ("not_admin 3",), said),
        "state-behind-the-tip": ([stage.forge(by=actor("carl"))], ("stranger 4",), said),
    }
    for name, (records, refused, frames) in extra.items():
        content = stage.file([*stage.records, *records])
        bad.add(
            name,
            f"who left adds: {name.replace('-', ' ')}",
            stage,
            content,
            frames=frames,
            refused=refused,
        )
    content = stage.file()
    shorter = content[: -len(end)] if content.endswith(end) else stage.file()
    behind = shorter + end
    bad.add(
        "end",
        "who left writes the end of the file",
        stage,
        behind,
        frames=said,
        refused=("removed 1",),
        noticed=("Cut",),
    )
    holed = [r for r in stage.records if r != before[-2]]
    bad.add(
        "gap-on-the-way",
        "a frame before the last that counts is missing",
        stage,
        stage.file(holed),
        frames=ALL,
        noticed=("Waiting",),
    )
    return bad


def bases_and_ends() -> Told:
    bad = Told("ends")
    stage = pair("ends", "carl")
    tip = stage.tip
    carl, eve = stage.sealer("carl"), stage.sealer("eve")
    odd = {
        "base-by-stranger": (
            eve.seal(Kind.BASE, tip.id, tip.key, 1, NOTHING, pack({})),
            "stranger 1",
            (),
        ),
        "base-not-a-map": (
            carl.seal(Kind.BASE, tip.id, tip.key, 1, NOTHING, pack([1])),
            "content 1",
            (),
        ),
        "base-without-vector": (
            carl.seal(Kind.BASE, tip.id, tip.key, 1, NOTHING, pack({"digest": b""})),
            "content 1",
            (),
        ),
        "base-long-digest": (
            carl.seal(
                Kind.BASE, tip.id, tip.key, 1, NOTHING, pack({"vector": {}, "digest": bytes(65)})
            ),
            "content 1",
            (),
        ),
        "base-short-id": (
            carl.seal(
                Kind.BASE,
                tip.id,
                tip.key,
                1,
                NOTHING,
                pack({"vector": {b"id": [1, bytes(32)]}, "digest": b""}),
            ),
            "content 1",
            (),
        ),
        "base-first-with-predecessor": (
            carl.seal(
                Kind.BASE, tip.id, tip.key, 1, b"!" * 32, pack({"vector": {}, "digest": b""})
            ),
            "chain 1",
            (),
        ),
    }
    for name, (piece, refusal, noticed) in odd.items():
        content = stage.file([*stage.records, piece])
        bad.add(
            name,
            f"a base that is none: {name[5:].replace('-', ' ')}",
            stage,
            content,
            refused=(refusal,),
            noticed=noticed,
        )
    mine = stage.base("carl", pack({"say": "1"}), pack({"say": "2"}))
    his = stage.base("bob", pack({"say": "3"}), pack({"say": "4"}))
    mixed = [*stage.records, his[0], mine[1], mine[2]]
    bad.add(
        "base-mixed", "pieces of two bases", stage, stage.file(mixed), refused=("base 1", "base 3")
    )
    body = stage.file()
    good = len(body) - len(record(body[32 + sum(map(len, stage.records)) :]).content)
    ends = {
        "length-wrong": (
            {"vector": {}, "digest": b"", "length": 5, "min_reader": 1},
            (),
            ("Cut",),
            True,
        ),
        "asks-for-newer": (
            {"vector": {}, "digest": b"", "length": good, "min_reader": 2},
            (),
            ("NewerFormat",),
            False,
        ),
        "not-a-map": (7, ("content 1",), ("Cut",), True),
        "negative-length": (
            {"vector": {}, "digest": b"", "length": "x", "min_reader": 1},
            ("content 1",),
            ("Cut",),
            True,
        ),
        "wild-vector": (
            {"vector": {b"?": [1, b""]}, "digest": b"", "length": good, "min_reader": 1},
            ("content 1",),
            ("Cut",),
            True,
        ),
    }
    for name, (said, refused, noticed, writable) in ends.items():
        end = carl.seal(Kind.TRAILER, tip.id, tip.key, 1, NOTHING, pack(said))
        bad.add(
            f"end-{name}",
            f"an end of the file: {name.replace('-', ' ')}",
            stage,
            body[:good] + end,
            refused=refused,
            noticed=noticed,
            writable=writable,
        )
    end = eve.seal(Kind.TRAILER, tip.id, tip.key, 1, NOTHING, pack({}))
    bad.add(
        "end-by-stranger",
        "a stranger's end behind the true one",
        stage,
        body + end,
        refused=("stranger 1",),
        noticed=("Cut",),
    )
    bad.add(
        "end-replayed",
        "an older end behind the true one",
        stage,
        body + stage.file(stage.records[:3])[-400:],
        noticed=("Cut", "Damaged"),
    )
    return bad


def forks() -> Told:
    bad = Told("fork")
    stage = pair("forks")
    bob = actor("bob").id
    head = stage.heads[bob]
    one = stage.utter("bob", pack({"say": "this"}))
    behind = stage.utter("bob", pack({"say": "and this"}))
    stage.heads[bob] = head
    other = stage.utter("bob", pack({"say": "that"}))
    stage.heads[bob] = head
    both = (*ALL, "bob 3 this", "bob 3 that")
    bad.add(
        "two-contents",
        "a cloned laptop wrote twice with one number: both count, and it is said",
        stage,
        stage.file([*stage.records, one, other]),
        frames=both,
        noticed=("Forked",),
    )
    bad.add(
        "goes-on",
        "one of the two goes on",
        stage,
        stage.file([*stage.records, other, one, behind]),
        frames=(*both, "bob 4 and this"),
        noticed=("Forked",),
    )
    first = stage.utter("bob", pack({"say": "from the start"}), after=START)
    stage.heads[bob] = head
    bad.add(
        "from-the-start",
        "a restored laptop begins again",
        stage,
        stage.file([*stage.records, first]),
        frames=(*ALL, "bob 1 from the start"),
        noticed=("Forked",),
    )
    base = stage.base("anna", pack({"say": "rows"}), vector={bob: Head(2, b"?" * 32)})
    bad.add(
        "base-says-otherwise",
        "a base names another frame than the one there",
        stage,
        stage.file([*stage.records, *base]),
        noticed=("Forked",),
        bases=[["rows"]],
    )
    return bad


def _zstd(plain: bytes) -> bytes:
    return zstandard.ZstdCompressor(level=3).compress(plain)


def _inner(writer: bytes, packed: bytes) -> bytes:
    inner = INNER.pack(writer, len(packed)) + packed
    return inner.ljust(padded_size(len(inner)), b"\0")
