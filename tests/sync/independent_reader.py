"""A second reader of the shared file, written from resources/FORMAT.md alone; it imports nothing of ours.

`read(content, genesis, secret)` gives what counts: people, number of the tip, bases, frames. Numbers in comments are
sections of the specification.
"""

import functools
import hashlib
import struct
from collections import defaultdict
from typing import Any, NamedTuple

import msgspec
import zstandard
from cryptography.exceptions import InvalidSignature, InvalidTag
from cryptography.hazmat.primitives.asymmetric import ed25519, x25519
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.hpke import AEAD, KDF, KEM, Suite
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

ZERO, MARKER = bytes(32), b"\xf7\x9cSR"
EPOCH, CHUNK, BASE, FRAME = 1, 2, 3, 4
WRONG = (
    *(ValueError, KeyError, TypeError, IndexError, AttributeError, RecursionError, struct.error),
    *(InvalidSignature, InvalidTag, msgspec.MsgspecError, zstandard.ZstdError),
)


class R(NamedTuple):
    id: bytes
    kind: int
    epoch: bytes
    writer: bytes
    seq: int
    prev: bytes
    raw: bytes


def sha(content: bytes) -> bytes:
    return hashlib.sha256(content).digest()


def need(holds: object) -> None:
    if not holds:
        raise ValueError


def kdf(key: bytes, salt: bytes, label: str, bound: bytes = b"") -> bytes:  # 1
    return HKDF(SHA256(), 32, salt, b"sponsor 1 " + label.encode() + b"\0" + bound).derive(key)


def pad(n: int) -> int:
    m = max(n, 256)
    e = m.bit_length() - 1
    step = 1 << (e - e.bit_length())
    return -(-m // step) * step


def device_id(ed: bytes, x: bytes) -> bytes:
    return sha(b"sponsor 1 device\0" + ed + x)[:16]


def candidate(d: bytes, at: int) -> R | None:  # 2
    if d[at : at + 4] != MARKER or len(d) - at < 129:
        return None
    kind, length, epoch, writer, seq, prev, _ = struct.unpack_from(">BI32s16sQ32s32s", d, at + 4)
    raw = d[at : at + 129 + length]
    if not (336 <= length <= 4194304 and 1 <= seq < 2**53 and len(raw) == 129 + length):
        return None
    return R(sha(raw), kind, epoch, writer, seq, prev, raw)


def candidates(d: bytes) -> list[R]:
    found: dict[bytes, R] = {}
    at, odd, loose = 32, 0, 0
    while at < len(d) and odd <= 1000 and loose <= 64:
        r = candidate(d, at)
        if r:
            found[r.id] = r
            at += len(r.raw)
            if at == len(d) or d[at : at + 4] == MARKER:
                continue
            at, loose = at - len(r.raw), loose + 1
        odd, at = odd + 1, d.find(MARKER, at + 4)
        if at < 0:
            break
    return list(found.values())


def unseal(r: R, fid: bytes, key: bytes, clear: int = 0) -> Any:  # 3
    visible, body = r.raw[:129], r.raw[129:-64]
    box = AESGCM(kdf(key, visible[97:129], "record", fid + visible))
    inner = box.decrypt(bytes(12), body[clear:], fid + visible + body[:clear])
    size = int.from_bytes(inner[16:20], "big")
    need(inner[:16] == r.writer and len(inner) == pad(20 + size) and not any(inner[20 + size :]))
    packed = inner[20 : 20 + size]
    need(0 <= (stated := zstandard.frame_content_size(packed)) <= 8 << 20)
    plain = zstandard.ZstdDecompressor().decompress(packed, allow_extra_data=False)
    need(len(plain) == stated)
    msgspec.msgpack.decode(plain, type=msgspec.Raw)
    return plain


def signed(r: R, fid: bytes, ed: bytes) -> None:
    message = b"sponsor 1 signature\0" + fid + sha(r.raw[:-64])
    ed25519.Ed25519PublicKey.from_public_bytes(ed).verify(r.raw[-64:], message)


class Team:  # 4 and 5
    def __init__(self, fid: bytes, genesis: bytes, secret: bytes) -> None:
        self.fid, self.genesis = fid, genesis
        self.x = x25519.X25519PrivateKey.from_private_bytes(secret[32:])
        ed = ed25519.Ed25519PrivateKey.from_private_bytes(secret[:32])
        own = self.x.public_key().public_bytes_raw()
        self.me = device_id(ed.public_key().public_bytes_raw(), own)
        self.states: dict[bytes, dict[str, Any]] = {}

    def learn(self, records: list[R]) -> None:
        opened: dict[bytes, tuple[bytes, dict[str, Any]]] = {}
        handed: dict[bytes, set[bytes]] = defaultdict(set)
        for _ in records:
            before = len(opened)
            for r in sorted(records, key=lambda r: -r.seq):
                if r.id not in opened:
                    self.open(r, handed, opened)
            if len(opened) == before:
                break
        for r in sorted(records, key=lambda r: r.seq):
            try:
                self.believe(r, *opened[r.id])
            except WRONG:
                continue

    def open(self, r: R, handed: Any, opened: Any) -> None:
        body = r.raw[129:-64]
        try:
            n = int.from_bytes(body[32:34], "big")
            ids = [body[at : at + 16] for at in range(34, 34 + 96 * n, 96)]
            need(1 <= n <= 4096 and ids == sorted(set(ids)))
            place = self.fid + struct.pack(">Q", r.seq) + r.prev
            fits = [k for k in handed[r.id] if kdf(k, b"", "commitment", place) == body[:32]]
            if not fits:
                at = 50 + 96 * ids.index(self.me)
                info = b"sponsor 1 wrap\0" + place + self.me + r.writer + body[:32]
                hpke = Suite(KEM.X25519, KDF.HKDF_SHA256, AEAD.AES_256_GCM)
                fits = [hpke.decrypt(body[at : at + 80], self.x, info=info)]
                need(kdf(fits[0], b"", "commitment", place) == body[:32])
            state = msgspec.msgpack.decode(unseal(r, self.fid, fits[0], 34 + 96 * n))
            opened[r.id] = fits[0], {**state, "ids": ids}
            for i, key in state.get("keys", {}).items():
                handed[i].add(key)
        except WRONG:
            return

    def believe(self, r: R, key: bytes, state: dict[str, Any]) -> None:
        roster = {device_id(c["ed"], c["x"]): c for c in state["roster"]}
        keys, frozen = state.get("keys", {}), state.get("frozen", {})
        parent = self.states.get(r.prev)
        need(r.epoch == r.prev and (parent or (r.prev == ZERO and r.id == self.genesis)))
        need(r.seq == state["number"] == (parent["number"] if parent else 0) + 1)
        signer = (parent["people"] if parent else roster)[r.writer]
        signed(r, self.fid, signer["ed"])
        need(signer.get("admin"))
        need(len(roster) == len(state["roster"]) and sorted(roster) == state["ids"])
        need(all(possible(card) for card in roster.values()))
        need(any(c.get("admin") and "role" not in c for c in roster.values()))
        need(all(len(i) == len(k) == 32 for i, k in keys.items()))
        need(all(0 <= s < 2**53 and len(h) == 32 for s, h in frozen.values()))
        need(not roster.keys() & frozen.keys())
        if parent:
            need(keys[r.prev] == parent["key"])
            need(all(frozen[i] == head for i, head in parent["gone"].items()))
            need(parent["people"].keys() - roster.keys() <= frozen.keys())
        own = {"id": r.id, "parent": r.prev, "number": r.seq, "signer": r.writer, "key": key}
        past = {"keys": keys, "gone": frozen, "bases": state.get("bases", [])}
        self.states[r.id] = {**own, **past, "people": roster}

    def path(self, at: bytes) -> list[dict[str, Any]]:
        here = self.states[at]
        branches = [self.path(i) for i, s in self.states.items() if s["parent"] == at]
        branches.sort(key=functools.partial(rank, here), reverse=True)
        meet = functools.partial(better, here)
        return [here, *(functools.reduce(meet, branches) if branches else [])]


def admins(state: dict[str, Any]) -> set[bytes]:
    return {i for i, card in state["people"].items() if card.get("admin")}


def rank(fork: dict[str, Any], path: Any) -> tuple[int, bytes]:
    return list(fork["people"]).index(path[0]["signer"]), path[0]["id"]


def better(fork: dict[str, Any], a: Any, b: Any) -> Any:
    wins, loses = (
        any(s["signer"] in admins(fork) - admins(one[-1]) for s in other)
        for one, other in ((a, b), (b, a))
    )
    if wins != loses:
        return a if wins else b
    if not wins and len(a) != len(b):
        return max(a, b, key=len)
    return min(a, b, key=functools.partial(rank, fork))


def possible(card: dict[str, Any]) -> bool:
    role, extra = card.get("role", "device"), (card.get("anchor", b""), card.get("proof", b""))
    need(role in {"device", "invite", "recovery"} and card.get("expires", 0) >= 0)
    need(len(card.get("name", "")) <= 200 and len(card.get("member", "")) <= 200)
    need(all(len(e) == (0 if role == "device" else 32) for e in extra))
    return len(card["ed"]) == len(card["x"]) == 32 and not (role == "invite" and card.get("admin"))


def read(content: bytes, genesis: bytes, secret: bytes) -> dict[str, Any] | None:
    """What counts in a file; None when it is none of ours or its team cannot be opened."""
    if not content.startswith(b"\x89SPONSOR\r\n\x1a\n") or not 32 <= len(content) <= 512 << 20:
        return None
    fid, records = content[16:32], candidates(content)
    team = Team(fid, genesis, secret)
    team.learn([r for r in records if r.kind == EPOCH])
    if genesis not in team.states:
        return None
    trunk = team.path(genesis)
    counts = {s["id"] for s in trunk}.union(*(s["keys"] for s in trunk))
    reader = Contents(team, trunk[-1], counts)
    bases = reader.bases(records)
    people = [card.get("name", "") for card in trunk[-1]["people"].values()]
    frames = reader.frames([r for r in records if r.kind == FRAME])
    return {"people": people, "epoch": len(trunk), "bases": bases, "frames": frames}


class Contents:  # 6
    def __init__(self, team: Team, tip: dict[str, Any], counts: set[bytes]) -> None:
        self.team, self.tip, self.counts = team, tip, counts
        self.vector: dict[bytes, tuple[int, bytes]] = {}

    def plain(self, r: R, check: bool = True) -> bytes:
        need(r.epoch in self.counts)
        state = self.team.states[r.epoch]
        need("role" not in state["people"][r.writer])
        if check:
            signed(r, self.team.fid, state["people"][r.writer]["ed"])
        return unseal(r, self.team.fid, state["key"])

    def bases(self, records: list[R]) -> list[list[bytes]]:
        chunks, found = {r.id: r for r in records if r.kind == CHUNK}, []
        for end in (r for r in records if r.kind == BASE):
            try:
                need(end.writer in self.tip["people"] or end.id in self.tip["bases"])
                content, at, pieces = msgspec.msgpack.decode(self.plain(end)), end, list[bytes]()
                while at.seq > 1:
                    before = chunks[at.prev]
                    need(before[2:4] == end[2:4] and before.seq == at.seq - 1)
                    at = before
                    pieces.insert(0, self.plain(at, check=False))
                need(at.prev == ZERO and len(content["digest"]) <= 64)
                vector = {i: (s, h) for i, (s, h) in content["vector"].items()}
                need(all(len(i) == 16 and 1 <= s < 2**53 for i, (s, _) in vector.items()))
                need(all(len(h) == 32 for _, h in vector.values()))
            except WRONG:
                continue
            found.append(pieces)
            for i, head in vector.items():
                self.vector[i] = max(head, self.vector.get(i, head))
        return found

    def frames(self, records: list[R]) -> list[tuple[bytes, int, bytes]]:
        by_id, held = {r.id: r for r in records}, defaultdict(set[bytes])
        found: list[tuple[bytes, int, bytes]] = []
        for writer, (seq, head) in self.vector.items():
            held[writer, seq].add(head)
        for r in sorted(records, key=lambda r: (r.writer, r.seq)):
            try:
                need(r.writer not in self.tip["gone"] or self.on_the_way(r, by_id))
                covered = r.seq <= self.vector.get(r.writer, (0, b""))[0]
                before = held[r.writer, r.seq - 1] if r.seq > 1 else {ZERO}
                need(covered or r.prev in before)
                found.append((r.writer, r.seq, self.plain(r)))
                held[r.writer, r.seq].add(r.id)
            except WRONG:
                continue
        return found

    def on_the_way(self, r: R, by_id: dict[bytes, R]) -> bool:
        seq, at = self.tip["gone"][r.writer]
        while at in by_id and by_id[at].seq == seq:
            if at == r.id:
                return True
            seq, at = seq - 1, by_id[at].prev
        return False
