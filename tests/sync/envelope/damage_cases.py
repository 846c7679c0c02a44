"""Files that lost or changed some of their bytes: what is whole comes out, what is not is named."""

from itertools import accumulate

from sponsor_app.sync.envelope.records import FILE_HEADER, RECORD_HEADER, FileHeader, Kind
from tests.sync.envelope.cases import A1, A2, B1, B2, Told, nothing, pair
from tests.sync.envelope.stage import Stage, pack, record

FIELDS = {
    "marker": 0,
    "kind": 4,
    "length": 5,
    "length-low": 8,
    "epoch": 9,
    "writer": 41,
    "sequence": 64,
    "sequence-high": 57,
    "previous": 65,
    "salt": 97,
    "seal": 129,
    "seal-middle": 250,
    "tag": -65,
    "signature": -1,
}
"""Where each field of a record has a byte, counted from its start or its end."""

FLIPPED = {
    "marker": ((), ("Damaged",)),
    "kind": (("code 1",), ()),
    "length": ((), ("Damaged",)),
    "length-low": (("signature 1",), ()),
    "epoch": (("epoch 1",), ()),
    "writer": (("stranger 1",), ()),
    "sequence": ((), ("Damaged",)),
    "sequence-high": ((), ("Damaged",)),
}


def told() -> list[Told]:
    return [
        whole_files(),
        cut_files(),
        flipped_frames(),
        flipped_epochs(),
        flipped_others(),
        mixed_up(),
    ]


def whole_files() -> Told:
    bad = Told("file")
    stage = pair()
    good = stage.file()
    none = nothing()
    foreign = {
        "empty": b"",
        "one-byte": good[:1],
        "magic-only": good[:12],
        "header-short": good[:31],
        "zeros": bytes(len(good)),
        "png": b"\x89PNG\r\n\x1a\n" + good[8:],
        "text-mode": good.replace(b"\r\n", b"\n"),
        "plain-text": b"Sponsor shared file, but not really\n" * 40,
        "moved-by-one": b"\0" + good,
        "upper-bits-lost": bytes(byte & 0x7F for byte in good),
    }
    for name, content in foreign.items():
        bad.add(name, f"no file of ours: {name}", stage, content, noticed=("NotOurs",), **none)
    other = FileHeader(1, 1, b"another team's.. ").packed() + good[FILE_HEADER.size :]
    bad.add("other-team", "the id of another file", stage, other, noticed=("OtherTeam",), **none)
    head = good[: FILE_HEADER.size]
    bad.add("header-only", "a header and nothing else", stage, head, **none)
    bad.add(
        "header-and-zeros",
        "a header and zeros",
        stage,
        head + bytes(500),
        noticed=("Damaged",),
        **none,
    )
    newer = FileHeader(2, 2, stage.team.file_id).packed() + good[FILE_HEADER.size :]
    bad.add(
        "newer",
        "a newer version wrote it: read, never written",
        stage,
        newer,
        noticed=("NewerFormat",),
        writable=False,
    )
    format_only = FileHeader(7, 1, stage.team.file_id).packed() + good[FILE_HEADER.size :]
    bad.add(
        "newer-but-readable", "a newer format that asks for no newer reader", stage, format_only
    )
    junk = good + b"appended by a backup program"
    bad.add("junk-behind", "bytes behind the end", stage, junk, noticed=("Cut", "Damaged"))
    junk = good[: FILE_HEADER.size] + b"put in front" + good[FILE_HEADER.size :]
    bad.add("junk-before", "bytes before the first record", stage, junk, noticed=("Cut", "Damaged"))
    bad.add("no-end", "no trailer", stage, head + b"".join(stage.records), noticed=("Cut",))
    bad.add("all-twice", "the whole file twice", stage, good + good, noticed=("Cut", "Damaged"))
    return bad


def cut_files() -> Told:
    """Cut at the end of every record, and in the middle of each."""
    bad = Told("cut")
    stage = pair()
    good = stage.file()
    ends = list(accumulate((len(r) for r in stage.records), initial=FILE_HEADER.size))
    frames = (A1, B1, A2, B2)
    for count in range(1, len(ends)):
        kept = frames[: max(count - 2, 0)]
        people = {"people": ["anna"], "epoch": 1} if count == 1 else {}
        if count < len(ends) - 1:
            about = f"cut after record {count}"
            bad.add(
                f"after-{count}",
                about,
                stage,
                good[: ends[count]],
                frames=kept,
                noticed=("Cut",),
                **people,
            )
        torn = good[: ends[count] + 200]
        about = f"cut 200 bytes into record {count + 1}"
        bad.add(
            f"within-{count + 1}",
            about,
            stage,
            torn,
            frames=kept,
            noticed=("Cut", "Damaged"),
            **people,
        )
    bad.add(
        "within-1",
        "cut within the first record",
        stage,
        good[: ends[0] + 200],
        noticed=("Damaged",),
        **nothing(),
    )
    bad.add("last-byte", "the last byte is missing", stage, good[:-1], noticed=("Cut", "Damaged"))
    bad.add(
        "first-half-zero",
        "a frame became zeros",
        stage,
        _over(good, ends[2], ends[3], 0),
        frames=(B1, B2),
        noticed=("Damaged", "Waiting"),
    )
    bad.add(
        "frame-ff",
        "a frame became ones",
        stage,
        _over(good, ends[5], ends[6], 0xFF),
        frames=(A1, B1, A2),
        noticed=("Damaged",),
    )
    return bad


def flipped_frames() -> Told:
    """One bit in each field of Anna's first frame; her second waits for it."""
    bad = Told("flip-frame")
    stage = pair()
    for name, offset in FIELDS.items():
        refused, noticed = FLIPPED.get(name, (("signature 1",), ()))
        flipped = stage.file(
            [*stage.records[:2], _flip(stage.records[2], offset), *stage.records[3:]]
        )
        bad.add(
            name,
            f"one bit of a frame's {name}",
            stage,
            flipped,
            frames=(B1, B2),
            refused=refused,
            noticed=sorted({*noticed, "Waiting"}),
        )
    changed = bytearray(stage.records[2])
    changed[4] = Kind.TRAILER
    content = stage.file([*stage.records[:2], bytes(changed), *stage.records[3:]])
    about = "a frame that became an end of the file: never lost in silence"
    refused, noticed = ("signature 1",), ("Waiting",)
    bad.add("to-end", about, stage, content, frames=(B1, B2), refused=refused, noticed=noticed)
    return bad


def flipped_epochs() -> Told:
    """One bit in each part of the second state of the team: whoever it lets in is then unknown."""
    bad = Told("flip-state")
    stage = pair()
    last = {"marker", "length", "sequence-high"}
    offsets = {
        **FIELDS,
        "commitment": 129,
        "count": 162,
        "wrapped-for": 163,
        "wrap": 190,
        "seal": 600,
    }
    for name, offset in offsets.items():
        flipped = stage.file(
            [stage.records[0], _flip(stage.records[1], offset), *stage.records[2:]]
        )
        refused = ["epoch 1", "epoch 1", "epoch 1", "epoch 2", "epoch 2"]
        noticed = {"Cut"}
        if name in last:
            noticed.add("Damaged")
        elif name == "kind":
            refused.append("kind 2")
        elif name == "length-low":
            refused.append("signature 2")
        else:
            refused.append(
                {
                    "epoch": "order 2",
                    "writer": "stranger 2",
                    "sequence": "order 3",
                    "previous": "order 2",
                }.get(name, "signature 2")
            )
        bad.add(
            name,
            f"one bit of a state's {name}",
            stage,
            flipped,
            frames=(),
            refused=refused,
            noticed=sorted(noticed),
            people=["anna"],
            epoch=1,
        )
    return bad


def flipped_others() -> Told:
    bad = Told("flip")
    stage = pair("based")
    base = stage.base("bob", pack({"say": "rows 1"}), pack({"say": "rows 2"}))
    for number, piece in enumerate(base, 1):
        for name in ("salt", "seal", "signature"):
            pieces = [_flip(p, FIELDS[name]) if p is piece else p for p in base]
            flipped = stage.file([*stage.records, *pieces])
            broken = "signature" if number == len(base) else "base"
            about = (
                f"one bit of the {name} of piece {number} of a base: it counts whole or not at all"
            )
            bad.add(f"base-{number}-{name}", about, stage, flipped, refused=(f"{broken} 3",))
    missing = stage.file([*stage.records, base[0], base[2]])
    bad.add(
        "base-piece-missing", "a piece of a base is missing", stage, missing, refused=("base 3",)
    )
    open_end = stage.file([*stage.records, *base[:2]])
    bad.add(
        "base-end-missing", "the end of a base is missing", stage, open_end, refused=("base 1",)
    )
    good = stage.file()
    at = len(good) - len(record_tail(stage, good))
    for name in ("writer", "salt", "seal", "signature"):
        flipped = good[:at] + _flip(good[at:], FIELDS[name])
        reason = "stranger 1" if name == "writer" else "signature 1"
        bad.add(
            f"end-{name}",
            f"one bit of the trailer's {name}",
            stage,
            flipped,
            refused=(reason,),
            noticed=("Cut",),
        )
    return bad


def mixed_up() -> Told:
    bad = Told("mixed")
    stage = pair()
    body = stage.records
    dropped = {
        "first": (2, (B1, B2), ("Waiting",)),
        "second": (4, (A1, B1, B2), ()),
        "of-bob": (3, (A1, A2), ("Waiting",)),
    }
    for name, (at, frames, noticed) in dropped.items():
        content = stage.file([r for i, r in enumerate(body) if i != at])
        bad.add(
            f"dropped-{name}",
            "a frame is missing; what stands on it waits",
            stage,
            content,
            frames=frames,
            noticed=noticed,
        )
    bad.add(
        "no-genesis",
        "the first state is missing",
        stage,
        stage.file(body[1:]),
        refused=("epoch 2",),
        **nothing(),
    )
    inside = body[2][: RECORD_HEADER.size + 50] + body[3] + body[2][RECORD_HEADER.size + 50 :]
    content = stage.file([*body[:2], inside, *body[4:]])
    bad.add(
        "frame-inside-frame",
        "a frame was written into another",
        stage,
        content,
        frames=(B1, B2),
        refused=("signature 1",),
        noticed=("Damaged", "Waiting"),
    )
    return bad


def record_tail(stage: Stage, content: bytes) -> bytes:
    """The trailer of a file of the stage."""
    start = FILE_HEADER.size + sum(len(r) for r in stage.records)
    return record(content[start:]).content


def _flip(content: bytes, offset: int) -> bytes:
    changed = bytearray(content)
    changed[offset] ^= 1
    return bytes(changed)


def _over(content: bytes, start: int, end: int, byte: int) -> bytes:
    return content[:start] + bytes([byte]) * (end - start) + content[end:]
