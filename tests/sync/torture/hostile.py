"""Bytes that nobody in good faith writes: files damaged below the signature, and contents a member signs all the same."""

import random
from collections.abc import Callable, Iterator
from typing import Any

import msgspec

from sponsor_app.sync.envelope.limits import MARKER

NUMBERS = (
    0,
    -1,
    1,
    1 << 31,
    1 << 47,
    (1 << 62) - 1,
    1 << 62,
    (1 << 63) - 1,
    (1 << 64) - 1,
    -(1 << 63),
)
WORDS = (
    "",
    "*",
    "account",
    "gadget",
    "insert",
    "update",
    "delete",
    "restore",
    "settle",
    "id",
    "name",
)
ODD = (
    "\0",
    "\ud7ff",
    "’" * 70,
    "a" * 5000,
    "DROP TABLE account",
    "../../etc",
    "\u202e",
    "2026-13-40T99:99:99.999Z",
)


def any_value(lots: random.Random) -> Any:
    kinds: tuple[Callable[[], Any], ...] = (
        lambda: lots.choice(NUMBERS),
        lambda: lots.choice((*WORDS, *ODD)),
        lambda: lots.randbytes(lots.choice((0, 1, 16, 32, 300))),
        lambda: lots.choice((None, True, False, 0.0, float("nan"), float("inf"), -0.0)),
        lambda: [any_value(lots) for _ in range(lots.randrange(4))],
        lambda: {lots.choice(WORDS): any_value(lots)},
        lambda: _deep(lots.choice((3, 100, 3000))),
    )
    return lots.choice(kinds)()


def _deep(levels: int) -> bytes:
    """A value that is nested deeply, packed."""
    return b"\x91" * levels + b"\xc0"


def changed(value: Any, lots: random.Random) -> Any:
    """The same value with one part of it replaced, left out or said twice."""
    if isinstance(value, dict) and value and lots.random() < 0.9:
        key = lots.choice(list(value))
        return {**value, key: changed(value[key], lots)}
    if not isinstance(value, list | tuple) or not value or lots.random() < 0.05:
        return any_value(lots)
    found, at = list(value), lots.randrange(len(value))
    match lots.randrange(8):
        case 0:
            del found[at]
        case 1:
            found.insert(at, found[at])
        case 2:
            found[at] = any_value(lots)
        case _:
            found[at] = changed(found[at], lots)
    return found


def packed(plain: bytes, lots: random.Random) -> bytes:
    """The bytes of a content with something wrong in it; now and then they are no content at all."""
    if lots.random() < 0.15:
        return damaged(plain, lots)
    value = msgspec.msgpack.decode(plain)
    for _ in range(lots.choice((1, 1, 1, 2, 5))):
        value = changed(value, lots)
    try:
        return msgspec.msgpack.encode(value)
    except (OverflowError, UnicodeEncodeError, msgspec.MsgspecError):
        return damaged(plain, lots)


def damaged(content: bytes, lots: random.Random) -> bytes:
    """Bytes with something cut out, put in, said twice, moved or flipped."""
    found = bytearray(content)
    for _ in range(lots.choice((1, 1, 2, 8))):
        a, b = sorted(lots.randrange(len(found) + 1) for _ in range(2))
        b = min(b, a + lots.choice((1, 4, 129, 5000)))
        piece = bytes(found[a:b])
        for act in lots.sample(_ACTS, 1):
            act(found, a, b, piece, lots)
    return bytes(found)


def _flip(found: bytearray, a: int, b: int, piece: bytes, lots: random.Random) -> None:
    found[a:b] = bytes(byte ^ (1 << lots.randrange(8)) for byte in piece)


def _cut(found: bytearray, a: int, b: int, piece: bytes, lots: random.Random) -> None:
    del found[a:b]


def _twice(found: bytearray, a: int, b: int, piece: bytes, lots: random.Random) -> None:
    at = lots.randrange(len(found) + 1)
    found[at:at] = piece


def _random(found: bytearray, a: int, b: int, piece: bytes, lots: random.Random) -> None:
    found[a:b] = lots.randbytes(len(piece))


def _marker(found: bytearray, a: int, b: int, piece: bytes, lots: random.Random) -> None:
    kind, length = lots.randrange(256), lots.choice((0, 336, 400, 4 << 20, (1 << 32) - 1))
    found[a:a] = MARKER + bytes([kind]) + length.to_bytes(4, "big")


_ACTS = (_flip, _cut, _twice, _random, _marker)


def endless(content: bytes, lots: random.Random) -> Iterator[bytes]:
    while True:
        yield damaged(content, lots)
