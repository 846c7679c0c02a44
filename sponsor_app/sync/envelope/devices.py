"""Laptops as the envelope knows them: two key pairs, an id that commits to both, and a card for others."""

from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property
from hashlib import sha256

import msgspec
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey

from sponsor_app.sync.envelope.limits import ID_BYTES, KEY_BYTES, LONGEST_NAME


class Role(StrEnum):
    """What a card stands for: a laptop, or a code that may become one."""

    DEVICE = "device"
    INVITE = "invite"
    RECOVERY = "recovery"


def device_id(ed: bytes, x: bytes) -> bytes:
    """16 bytes that commit to both public keys."""
    return sha256(b"sponsor 1 device\x00" + ed + x).digest()[:ID_BYTES]


class Card(msgspec.Struct, frozen=True, kw_only=True, dict=True, omit_defaults=True):
    """What the team knows of a laptop; `expires` is Unix seconds or 0; `anchor` and `proof` are for codes only."""

    role: Role = Role.DEVICE
    name: str = ""
    member: str = ""
    ed: bytes
    x: bytes
    admin: bool = False
    expires: int = 0
    anchor: bytes = b""
    proof: bytes = b""

    @cached_property
    def id(self) -> bytes:
        """The device id, from the keys themselves."""
        return device_id(self.ed, self.x)

    @property
    def possible(self) -> bool:
        """Whether keys, names and role fit together."""
        wanted = 0 if self.role is Role.DEVICE else KEY_BYTES
        sized = len(self.ed) == len(self.x) == KEY_BYTES
        proven = len(self.anchor) == len(self.proof) == wanted
        named = len(self.name) <= LONGEST_NAME and len(self.member) <= LONGEST_NAME
        modest = not (self.role is Role.INVITE and self.admin)
        return sized and proven and named and modest and self.expires >= 0


@dataclass(frozen=True, eq=False)
class DeviceKeys:
    """The private half of a laptop, or of a code."""

    signing: Ed25519PrivateKey
    opening: X25519PrivateKey

    def __repr__(self) -> str:
        return f"DeviceKeys({self.id.hex()})"

    @cached_property
    def id(self) -> bytes:
        """The device id others know it by."""
        return device_id(*self._public)

    @property
    def _public(self) -> tuple[bytes, bytes]:
        return (
            self.signing.public_key().public_bytes_raw(),
            self.opening.public_key().public_bytes_raw(),
        )

    def card(self, name: str, member: str = "", *, admin: bool = False) -> Card:
        """What to hand to the team."""
        ed, x = self._public
        return Card(name=name, member=member, ed=ed, x=x, admin=admin)

    def to_bytes(self) -> bytes:
        """64 secret bytes to keep under the store's key."""
        return self.signing.private_bytes_raw() + self.opening.private_bytes_raw()


def new_device() -> DeviceKeys:
    """Fresh keys for this laptop."""
    return DeviceKeys(Ed25519PrivateKey.generate(), X25519PrivateKey.generate())


def device_from(secret: bytes) -> DeviceKeys:
    """The laptop whose 64 secret bytes these are; ValueError for any other length."""
    return DeviceKeys(
        Ed25519PrivateKey.from_private_bytes(secret[:KEY_BYTES]),
        X25519PrivateKey.from_private_bytes(secret[KEY_BYTES:]),
    )
