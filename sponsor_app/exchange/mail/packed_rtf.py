"""Formatted text as Outlook packs it into a message (MS-OXRTFCP)."""

import struct

_HEAD = struct.Struct("<IIII")  # packed size without itself, unpacked size, kind, checksum
_PACKED, _PLAIN = b"LZFu", b"MELA"
_WINDOW = 4096
_LONGEST = 8_000_000
_KNOWN = (
    rb"{\rtf1\ansi\mac\deff0\deftab720{\fonttbl;}{\f0\fnil \froman \fswiss \fmodern \fscript"
    rb" \fdecor MS Sans SerifSymbolArialTimes New RomanCourier{\colortbl\red0\green0\blue0"
    b"\r\n"
    rb"\par \pard\plain\f0\fs20\b\i\u\tab\tx"
)
"""What the window holds before the first byte: text that most messages share."""


def unpacked(content: bytes) -> bytes:
    """The formatted text in a packed stream, as far as it can be followed; nothing for what is none."""
    if len(content) < _HEAD.size:
        return b""
    kind = content[8:12]
    if kind == _PLAIN:
        return content[_HEAD.size :][:_LONGEST]
    return _inflated(content[_HEAD.size :]) if kind == _PACKED else b""


def _inflated(packed: bytes) -> bytes:
    window = bytearray(_KNOWN.ljust(_WINDOW, b"\0"))
    at, out, place = len(_KNOWN), bytearray(), 0
    while place < len(packed) and len(out) < _LONGEST:
        control = packed[place]
        place += 1
        for bit in range(8):
            if control >> bit & 1:
                if place + 2 > len(packed):
                    return bytes(out)
                where, length = divmod(int.from_bytes(packed[place : place + 2], "big"), 16)
                place += 2
                if where == at:
                    return bytes(out)
                piece = _copied(window, where, at, length + 2)
            else:
                piece = packed[place : place + 1]
                place += 1
                if piece:
                    window[at] = piece[0]
            out += piece
            at = (at + len(piece)) % _WINDOW
    return bytes(out)


def _copied(window: bytearray, where: int, at: int, length: int) -> bytes:
    """Bytes of the window, copied one by one: what was just written may be read again."""
    piece = bytearray()
    for n in range(length):
        byte = window[(where + n) % _WINDOW]
        window[(at + n) % _WINDOW] = byte
        piece.append(byte)
    return bytes(piece)
