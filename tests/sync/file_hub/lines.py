"""A laptop that shares a grow-only set of signed lines: small enough to judge by eye, with a file of the real shape."""

import hashlib
import hmac
import secrets
from dataclasses import dataclass, field

from sponsor_app.sync.file_hub.laptop import Composed, Joined, Whose

MAGIC = b"\x89SPONSOR\r\n\x1a\n"
TEAM = b"northwind-team-1"
HEAD = MAGIC + b"\x00\x01\x00\x01" + TEAM
OTHER_HEAD = MAGIC + b"\x00\x01\x00\x01" + b"another-team-999"
KEY = b"the team's key"


def signed(text: str) -> bytes:
    line = text.encode()
    return line + b" " + hmac.digest(KEY, line, "sha256").hex().encode() + b"\n"


def sealed_in(content: bytes) -> set[str]:
    """Everything that is whole and signed, wherever it stands, ends of files too."""
    found: set[str] = set()
    for piece in content[len(HEAD) :].split(b"\n"):
        line, _, seal = piece.rpartition(b" ")
        if hmac.compare_digest(hmac.digest(KEY, line, "sha256").hex().encode(), seal):
            found.add(line.decode())
    return found


def lines_in(content: bytes) -> set[str]:
    """The lines that laptops wrote."""
    return {line for line in sealed_in(content) if not line.startswith("end ")}


def knower(content: bytes) -> str:
    """Who wrote the whole file last, by its end; empty when the end is missing."""
    for piece in reversed(content[len(HEAD) :].split(b"\n")):
        if piece.startswith(b"end "):
            return piece.split(b" ")[1].decode()
    return ""


@dataclass
class Lines:
    """One laptop. What is in `held` survives a kill, as a store does; `mine` is how many of its own it wrote."""

    name: str
    held: set[str] = field(default_factory=set[str])
    mine: int = 0
    joined_copies: list[str] = field(default_factory=list[str])
    writable: bool = True

    def edit(self) -> str:
        self.mine += 1
        line = f"{self.name}-{self.mine}"
        self.held.add(line)
        return line

    def own(self) -> set[str]:
        return {f"{self.name}-{n}" for n in range(1, self.mine + 1)}

    # --- what the hub asks -------------------------------------------------------------------

    def recognises(self, head: bytes) -> Whose:
        if head.startswith(HEAD):
            return Whose.OURS
        return Whose.OTHER_TEAM if head.startswith(MAGIC) and len(head) >= 32 else Whose.UNKNOWN

    def claims(self, content: bytes) -> bool:
        return bool(sealed_in(content))

    def join(self, content: bytes, beside: str = "") -> Joined:
        found = lines_in(content)
        learnt = len(found - self.held)
        self.held |= found
        if beside:
            self.joined_copies.append(beside)
        shows = self._shown(found)
        known = shows if knower(content) not in ("", self.name) else 0
        return Joined(learnt, bool(self.held - found), shows, known, writable=self.writable)

    def compose(self, found: bytes | None) -> Composed:
        held = sorted(self.held | (lines_in(found) if found else set()))
        end = signed(f"end {self.name} {secrets.token_hex(8)}")
        return Composed(HEAD + b"".join(map(signed, held)) + end, self.mine)

    def written(self) -> int:
        return self.mine

    def _shown(self, found: set[str]) -> int:
        number = 0
        while f"{self.name}-{number + 1}" in found:
            number += 1
        return min(number, self.mine)


def digest(laptop: Lines) -> str:
    return hashlib.sha256("\n".join(sorted(laptop.held)).encode()).hexdigest()
