"""A second reader of the shared file, written from resources/FORMAT.md alone; it imports nothing of ours.

`read(content, genesis, secret)` gives what counts: people, number of the tip, bases, frames. Numbers are sections there.
"""

import hmac
import struct
from collections import defaultdict
from collections.abc import Callable
from contextlib import suppress
from functools import partial, reduce
from hashlib import sha256
from typing import Any, NamedTuple

import zstandard
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey
from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.hpke import AEAD, KDF, KEM, Suite
from msgspec import Raw
from msgspec.msgpack import decode

ZERO, MARKER, HPKE = bytes(32), b"\xf7\x9cSR", Suite(KEM.X25519, KDF.HKDF_SHA256, AEAD.AES_256_GCM)
EPOCH, CHUNK, BASE, FRAME = 1, 2, 3, 4
State = dict[str, Any]
Found = tuple[list[str], int, list[Any], list[Any]]


class Record(NamedTuple):
    id: bytes
    raw: bytes
    kind: int
    epoch: bytes
    writer: bytes
    seq: int
    prev: bytes


def need(*facts: object) -> None:
    assert all(facts)


def kdf(key: bytes, salt: bytes, label: str, bound: bytes) -> bytes:  # 1
    info = b"sponsor 1 " + label.encode() + b"\0" + bound
    return hmac.digest(hmac.digest(salt or ZERO, key, "sha256"), info + b"\1", "sha256")


def device(ed: bytes, x: bytes) -> bytes:
    return sha256(b"sponsor 1 device\0" + ed + x).digest()[:16]


def candidates(d: bytes) -> dict[bytes, Record]:  # 2
    found, at, odd, loose = dict[bytes, Record](), 32, 0, 0
    while 0 <= at < len(d) and odd <= 1000 and loose <= 64:
        end = at
        if d[at : at + 4] == MARKER and len(d) - at >= 129:
            kind, length, *rest = tuple[Any, ...](struct.unpack_from(">BI32s16sQ32s", d, at + 4))
            raw = d[at : at + 129 + length]
            if 336 <= length <= 4194304 and 1 <= rest[2] < 2**53 and len(raw) == 129 + length:
                end, name = at + len(raw), sha256(raw).digest()
                found[name] = Record(name, raw, kind, *rest)
        if end > at and d[end : end + 4] in {MARKER, b""}:
            at = end
        else:
            odd, loose, at = odd + 1, loose + (end > at), d.find(MARKER, at + 4)
    return dict(sorted(found.items(), key=lambda item: item[1].seq))


class Reader:
    def __init__(self, d: bytes, genesis: bytes, secret: bytes) -> None:
        self.fid, self.genesis, self.records = d[16:32], genesis, candidates(d)
        self.x = X25519PrivateKey.from_private_bytes(secret[32:])
        ed = Ed25519PrivateKey.from_private_bytes(secret[:32]).public_key().public_bytes_raw()
        self.me = device(ed, self.x.public_key().public_bytes_raw())
        self.opened, self.states = dict[bytes, State](), dict[bytes, State]()
        self.below, self.held = defaultdict[bytes, int](int), defaultdict[Any, set[bytes]](set)

    def every(self, kind: int, call: Callable[[Record], Any]) -> list[Any]:
        found: list[Any] = []
        for r in self.records.values():
            with suppress(Exception):
                need(r.kind == kind)
                found.append(call(r))
        return found

    def unseal(self, r: Record, key: bytes, clear: int = 0) -> bytes:  # 3
        bound, body = self.fid + r.raw[:129], r.raw[129:-64]
        box = AESGCM(kdf(key, r.raw[97:129], "record", bound))
        inner = box.decrypt(bytes(12), body[clear:], bound + body[:clear])
        size = int.from_bytes(inner[16:20], "big")
        packed, m = inner[20 : 20 + size], max(20 + size, 256)
        step = 1 << (m.bit_length() - 1 - (m.bit_length() - 1).bit_length())
        need(inner == (r.writer + inner[16:20] + packed).ljust(-(-m // step) * step, b"\0"))
        need(0 <= zstandard.frame_content_size(packed) <= 8 << 20)
        plain = zstandard.ZstdDecompressor().decompress(packed, allow_extra_data=False)
        return bytes(decode(plain, type=Raw))

    def open(self, r: Record) -> None:  # 4
        body, place = r.raw[129:-64], self.fid + struct.pack(">Q", r.seq) + r.prev
        info = b"sponsor 1 wrap\0" + place + self.me + r.writer + body[:32]
        n = int.from_bytes(body[32:34], "big")
        wraps = {body[at : at + 16]: body[at + 16 : at + 96] for at in range(34, 34 + 96 * n, 96)}
        need(r.id not in self.opened, len(wraps) == n, 1 <= n <= 4096, list(wraps) == sorted(wraps))
        fits = [s["keys"].get(r.id, b"") for s in self.opened.values()]
        fits = [key for key in fits if kdf(key, b"", "commitment", place) == body[:32]]
        key = fits[0] if fits else HPKE.decrypt(wraps[self.me], self.x, info=info)
        need(kdf(key, b"", "commitment", place) == body[:32])
        s = {"keys": {}, "frozen": {}, "bases": []} | decode(self.unseal(r, key, 34 + 96 * n))
        need(all(len(i) == len(handed) == 32 for i, handed in s["keys"].items()))
        people = {device(card["ed"], card["x"]): card for card in s["roster"]}
        need(len(s["roster"]) == len(people), list(wraps) == sorted(people))
        admins = {i for i, card in people.items() if card.get("admin")}
        self.opened[r.id] = {**s, "r": r, "key": key, "people": people, "admins": admins}

    def possible(self, card: State) -> bool:  # 4
        role, proofs = card.get("role", "device"), (card.get("anchor", b""), card.get("proof", b""))
        need(role in {"device", "recovery"} or (role == "invite" and not card.get("admin")))
        need(
            all(len(one) == 32 * (role != "device") for one in proofs), card.get("expires", 0) >= 0
        )
        need(len(card.get("name", "")) <= 200 >= len(card.get("member", "")))
        return len(card["ed"]) == len(card["x"]) == 32

    def believe(self, r: Record) -> None:
        s, parent = self.opened[r.id], self.states.get(r.prev)
        before = parent or {**s, "number": 0, "frozen": {}}
        people, frozen = s["people"], s["frozen"]
        need(r.epoch == r.prev, parent or (r.prev == ZERO and r.id == self.genesis))
        need(r.seq == s["number"] == before["number"] + 1, r.writer in before["admins"])
        self.signed(r, before["people"][r.writer])
        need(all(map(self.possible, people.values())), not people.keys() & frozen.keys())
        need(any("role" not in people[i] for i in s["admins"]))
        need(all(0 <= seq < 2**53 and len(head) == 32 for seq, head in frozen.values()))
        need(before["people"].keys() - people.keys() <= frozen.keys())
        need(all(frozen[i] == head for i, head in before["frozen"].items()))
        need(not parent or s["keys"][r.prev] == parent["key"])
        self.states[r.id] = s

    def signed(self, r: Record, card: State) -> None:
        message = b"sponsor 1 signature\0" + self.fid + sha256(r.raw[:-64]).digest()
        Ed25519PublicKey.from_public_bytes(card["ed"]).verify(r.raw[-64:], message)

    def path(self, at: bytes) -> list[State]:  # 5
        here = self.states[at]
        branches = [self.path(i) for i, s in self.states.items() if s["r"].prev == at]
        branches.sort(key=partial(self.rank, here), reverse=True)
        return [here, *(reduce(partial(self.better, here), branches) if branches else [])]

    def rank(self, fork: State, path: list[State]) -> tuple[int, bytes]:
        return list(fork["people"]).index(path[0]["r"].writer), path[0]["r"].id

    def better(self, fork: State, a: list[State], b: list[State]) -> list[State]:
        led, signers = fork["admins"], [{s["r"].writer for s in one} for one in (a, b)]
        wins, loses = (led - a[-1]["admins"]) & signers[1], (led - b[-1]["admins"]) & signers[0]
        if bool(wins) != bool(loses):
            return a if wins else b
        return min(a, b, key=lambda one: (0 if wins else -len(one), self.rank(fork, one)))

    def read(self) -> Found:  # 6
        trunk = self.path(self.genesis)
        self.tip = trunk[-1]
        self.counts = {s["r"].id for s in trunk}.union(*(s["keys"] for s in trunk))
        people = [card.get("name", "") for card in self.tip["people"].values()]
        return people, len(trunk), self.every(BASE, self.base), self.every(FRAME, self.frame)

    def plain(self, r: Record) -> bytes:
        card = self.states[r.epoch]["people"][r.writer]
        need(r.epoch in self.counts, "role" not in card)
        self.signed(r, card)
        return self.unseal(r, self.states[r.epoch]["key"])

    def base(self, end: Record) -> list[bytes]:
        content, at, pieces = decode(self.plain(end)), end, list[bytes]()
        need(end.writer in self.tip["people"] or end.id in self.tip["bases"])
        while at.seq > 1:
            at, expected = self.records[at.prev], (CHUNK, end.epoch, end.writer, at.seq - 1)
            need((at.kind, at.epoch, at.writer, at.seq) == expected)
            pieces.insert(0, self.plain(at))
        vector = [(i, seq, head) for i, (seq, head) in content["vector"].items()]
        need(at.prev == ZERO, len(content["digest"]) <= 64)
        need(all(len(i) == 16 and 0 < seq < 2**53 and len(head) == 32 for i, seq, head in vector))
        for i, seq, head in vector:
            self.below[i] = max(seq, self.below[i])
            self.held[i, seq].add(head)
        return pieces

    def frame(self, r: Record) -> tuple[bytes, int, bytes]:
        seq, at = self.tip["frozen"].get(r.writer, (r.seq, r.id))
        while seq > r.seq and at in self.records and self.records[at].seq == seq:
            seq, at = seq - 1, self.records[at].prev
        before = self.held[r.writer, r.seq - 1] if r.seq > 1 else {ZERO}
        need((seq, at) == (r.seq, r.id), r.prev in before or r.seq <= self.below[r.writer])
        found = r.writer, r.seq, self.plain(r)
        self.held[r.writer, r.seq].add(r.id)
        return found


def read(content: bytes, genesis: bytes, secret: bytes) -> Found | None:
    """What counts in a file; None when it is none of ours or its team cannot be opened."""
    if not content.startswith(b"\x89SPONSOR\r\n\x1a\n") or not 32 <= len(content) <= 512 << 20:
        return None
    reader = Reader(content, genesis, secret)
    while reader.every(EPOCH, reader.open):
        pass
    reader.every(EPOCH, reader.believe)
    return reader.read() if genesis in reader.states else None
