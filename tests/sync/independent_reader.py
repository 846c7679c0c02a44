"""A second reader of the shared file, written from resources/FORMAT.md alone; it imports nothing of ours.

`read(content, genesis, secret)` gives what counts: people, number of the tip, bases, frames. Numbers in comments are
sections of the specification; whatever does not hold is refused.
"""

import struct
from collections import defaultdict
from collections.abc import Callable
from contextlib import suppress
from functools import partial, reduce
from hashlib import sha256
from typing import Any, NamedTuple

import msgspec
import zstandard
from cryptography.exceptions import InvalidSignature, InvalidTag
from cryptography.hazmat.primitives.asymmetric import ed25519, x25519
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.hpke import AEAD, KDF, KEM, Suite
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

ZERO, MARKER, HPKE = bytes(32), b"\xf7\x9cSR", Suite(KEM.X25519, KDF.HKDF_SHA256, AEAD.AES_256_GCM)
EPOCH, CHUNK, BASE, FRAME = 1, 2, 3, 4
REFUSED = (AssertionError, ValueError, LookupError, TypeError, AttributeError, RecursionError,
           InvalidSignature, InvalidTag, msgspec.MsgspecError, zstandard.ZstdError)  # fmt: skip
State = dict[str, Any]


class R(NamedTuple):
    id: bytes
    raw: bytes
    kind: int
    epoch: bytes
    writer: bytes
    seq: int
    prev: bytes


def kdf(key: bytes, salt: bytes, label: str, bound: bytes) -> bytes:  # 1
    return HKDF(SHA256(), 32, salt, b"sponsor 1 " + label.encode() + b"\0" + bound).derive(key)


def device_id(ed: bytes, x: bytes) -> bytes:
    return sha256(b"sponsor 1 device\0" + ed + x).digest()[:16]


def candidates(d: bytes) -> dict[bytes, R]:  # 2
    found, at, odd, loose = dict[bytes, R](), 32, 0, 0
    while 0 <= at < len(d) and odd <= 1000 and loose <= 64:
        end = at
        if d[at : at + 4] == MARKER and len(d) - at >= 129:
            kind, length, epoch, writer, seq, prev = struct.unpack_from(">BI32s16sQ32s", d, at + 4)
            raw = d[at : at + 129 + length]
            if 336 <= length <= 4194304 and 1 <= seq < 2**53 and len(raw) == 129 + length:
                end, name = at + len(raw), sha256(raw).digest()
                found[name] = R(name, raw, kind, epoch, writer, seq, prev)
        if end > at and (end == len(d) or d[end : end + 4] == MARKER):
            at = end
        else:
            odd, loose, at = odd + 1, loose + (end > at), d.find(MARKER, at + 4)
    return found


def unseal(r: R, fid: bytes, key: bytes, clear: int = 0) -> bytes:  # 3
    visible, body = r.raw[:129], r.raw[129:-64]
    box = AESGCM(kdf(key, visible[97:], "record", fid + visible))
    inner = box.decrypt(bytes(12), body[clear:], fid + visible + body[:clear])
    size = int.from_bytes(inner[16:20], "big")
    packed, m = inner[20 : 20 + size], max(20 + size, 256)
    e = m.bit_length() - 1
    step = 1 << (e - e.bit_length())
    assert inner == (r.writer + inner[16:20] + packed).ljust(-(-m // step) * step, b"\0")
    assert 0 <= (stated := zstandard.frame_content_size(packed)) <= 8 << 20
    plain = zstandard.ZstdDecompressor().decompress(packed, allow_extra_data=False)
    assert len(plain) == stated
    msgspec.msgpack.decode(plain, type=msgspec.Raw)
    return plain


class Reader:
    def __init__(self, fid: bytes, genesis: bytes, secret: bytes, records: dict[bytes, R]) -> None:
        self.fid, self.genesis, self.records = fid, genesis, records
        self.x = x25519.X25519PrivateKey.from_private_bytes(secret[32:])
        ed = ed25519.Ed25519PrivateKey.from_private_bytes(secret[:32]).public_key()
        self.me = device_id(ed.public_bytes_raw(), self.x.public_key().public_bytes_raw())
        self.opened, self.states = dict[bytes, State](), dict[bytes, State]()
        self.vector, self.held = dict[bytes, tuple[int, bytes]](), defaultdict[Any, set[bytes]](set)

    def every(self, kind: int, call: Callable[[R], Any]) -> list[Any]:
        found: list[Any] = []
        for r in self.records.values():
            with suppress(*REFUSED):
                if r.kind == kind:
                    found.append(call(r))
        return found

    def open(self, r: R) -> bytes:  # 4
        assert r.id not in self.opened
        body, place = r.raw[129:-64], self.fid + struct.pack(">Q", r.seq) + r.prev
        n = int.from_bytes(body[32:34], "big")
        ids = [body[at : at + 16] for at in range(34, 34 + 96 * n, 96)]
        assert 1 <= n <= 4096
        assert ids == sorted(set(ids))
        fits = [s["keys"].get(r.id, b"") for s in self.opened.values()]
        fits = [key for key in fits if kdf(key, b"", "commitment", place) == body[:32]]
        if not fits:
            at = 50 + 96 * ids.index(self.me)
            info = b"sponsor 1 wrap\0" + place + self.me + r.writer + body[:32]
            fits = [HPKE.decrypt(body[at : at + 80], self.x, info=info)]
            assert kdf(fits[0], b"", "commitment", place) == body[:32]
        s = msgspec.msgpack.decode(unseal(r, self.fid, fits[0], 34 + 96 * n))
        assert all(len(i) == len(key) == 32 for i, key in s.setdefault("keys", {}).items())
        people = {device_id(card["ed"], card["x"]): card for card in s["roster"]}
        self.opened[r.id] = {
            "frozen": {},
            "bases": [],
            **s,
            "r": r,
            "key": fits[0],
            "ids": ids,
            "people": people,
        }
        return r.id

    def believe(self, r: R) -> None:
        s, parent = self.opened[r.id], self.states.get(r.prev)
        people, frozen = s["people"], s["frozen"]
        assert r.epoch == r.prev
        assert parent or (r.prev == ZERO and r.id == self.genesis)
        assert r.seq == s["number"] == (parent["number"] if parent else 0) + 1
        signer = (parent or s)["people"][r.writer]
        self.signed(r, signer)
        assert signer.get("admin")
        assert len(s["roster"]) == len(people)
        assert s["ids"] == sorted(people)
        assert all(map(possible, people.values()))
        assert any(card.get("admin") and "role" not in card for card in people.values())
        assert all(0 <= seq < 2**53 and len(head) == 32 for seq, head in frozen.values())
        assert not people.keys() & frozen.keys()
        if parent:
            assert s["keys"][r.prev] == parent["key"]
            assert all(frozen[i] == head for i, head in parent["frozen"].items())
            assert parent["people"].keys() - people.keys() <= frozen.keys()
        self.states[r.id] = s

    def signed(self, r: R, card: dict[str, Any]) -> None:
        message = b"sponsor 1 signature\0" + self.fid + sha256(r.raw[:-64]).digest()
        ed25519.Ed25519PublicKey.from_public_bytes(card["ed"]).verify(r.raw[-64:], message)

    def path(self, at: bytes) -> list[State]:  # 5
        here = self.states[at]
        branches = [self.path(i) for i, s in self.states.items() if s["r"].prev == at]
        branches.sort(key=partial(rank, here), reverse=True)
        return [here, *(reduce(partial(better, here), branches) if branches else [])]

    def read(self) -> State:  # 6
        trunk = self.path(self.genesis)
        self.tip = trunk[-1]
        self.counts = {s["r"].id for s in trunk}.union(*(s["keys"] for s in trunk))
        bases = self.every(BASE, self.base)
        for writer, (seq, head) in self.vector.items():
            self.held[writer, seq].add(head)
        people = [card.get("name", "") for card in self.tip["people"].values()]
        frames = self.every(FRAME, self.frame)
        return {"people": people, "epoch": len(trunk), "bases": bases, "frames": frames}

    def plain(self, r: R, check: bool = True) -> bytes:
        assert r.epoch in self.counts
        card = self.states[r.epoch]["people"][r.writer]
        assert "role" not in card
        if check:
            self.signed(r, card)
        return unseal(r, self.fid, self.states[r.epoch]["key"])

    def base(self, end: R) -> list[bytes]:
        assert end.writer in self.tip["people"] or end.id in self.tip["bases"]
        content, at, pieces = msgspec.msgpack.decode(self.plain(end)), end, list[bytes]()
        while at.seq > 1:
            at, seq = self.records[at.prev], at.seq
            assert (at.kind, at.epoch, at.writer, at.seq) == (CHUNK, end.epoch, end.writer, seq - 1)
            pieces.insert(0, self.plain(at, check=False))
        assert at.prev == ZERO
        assert len(content["digest"]) <= 64
        vector = {i: (seq, head) for i, (seq, head) in content["vector"].items()}
        assert all(len(i) == 16 and len(head) == 32 for i, (_, head) in vector.items())
        assert all(1 <= seq < 2**53 for seq, _ in vector.values())
        self.vector |= {i: max(head, self.vector.get(i, head)) for i, head in vector.items()}
        return pieces

    def frame(self, r: R) -> tuple[bytes, int, bytes]:
        assert r.writer not in self.tip["frozen"] or self.on_the_way(r)
        before = self.held[r.writer, r.seq - 1] if r.seq > 1 else {ZERO}
        assert r.prev in before or r.seq <= self.vector.get(r.writer, (0, b""))[0]
        found = r.writer, r.seq, self.plain(r)
        self.held[r.writer, r.seq].add(r.id)
        return found

    def on_the_way(self, r: R) -> bool:
        seq, at = self.tip["frozen"][r.writer]
        while at != r.id and at in self.records and self.records[at].seq == seq:
            seq, at = seq - 1, self.records[at].prev
        return at == r.id and r.seq == seq


def possible(card: dict[str, Any]) -> bool:  # 4
    role, proofs = card.get("role", "device"), (card.get("anchor", b""), card.get("proof", b""))
    assert role in {"device", "invite", "recovery"}
    assert len(card.get("name", "")) <= 200 >= len(card.get("member", ""))
    assert all(len(one) == (0 if role == "device" else 32) for one in proofs)
    assert card.get("expires", 0) >= 0
    return len(card["ed"]) == len(card["x"]) == 32 and not (role == "invite" and card.get("admin"))


def rank(fork: State, path: list[State]) -> tuple[int, bytes]:  # 5
    return list(fork["people"]).index(path[0]["r"].writer), path[0]["r"].id


def better(fork: State, a: list[State], b: list[State]) -> list[State]:
    wins, loses = (
        any(
            fork["people"].get(s["r"].writer, {}).get("admin")
            and not one[-1]["people"].get(s["r"].writer, {}).get("admin")
            for s in other
        )
        for one, other in ((a, b), (b, a))
    )
    if wins != loses:
        return a if wins else b
    if not wins and len(a) != len(b):
        return max(a, b, key=len)
    return min(a, b, key=partial(rank, fork))


def read(content: bytes, genesis: bytes, secret: bytes) -> State | None:
    """What counts in a file; None when it is none of ours or its team cannot be opened."""
    if not content.startswith(b"\x89SPONSOR\r\n\x1a\n") or not 32 <= len(content) <= 512 << 20:
        return None
    records = dict(sorted(candidates(content).items(), key=lambda item: item[1].seq))
    reader = Reader(content[16:32], genesis, secret, records)
    while reader.every(EPOCH, reader.open):
        pass
    reader.every(EPOCH, reader.believe)
    return reader.read() if genesis in reader.states else None
