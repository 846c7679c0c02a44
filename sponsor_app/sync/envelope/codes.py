"""Codes that stand for a laptop: an invitation, a second laptop, the printed recovery page.

20 characters of Crockford's base32 (100 bits) and one check character over GF(32) that notices every single wrong
character and every two that changed places; shown as seven groups of three.
"""

import hmac
import secrets
from dataclasses import dataclass
from functools import cached_property, reduce

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey
from cryptography.hazmat.primitives.kdf.argon2 import Argon2id

from sponsor_app.domain.errors import InvalidError
from sponsor_app.sync.envelope.devices import Card, DeviceKeys, Role
from sponsor_app.sync.envelope.limits import (
    CODE_LANES,
    CODE_MEMORY_KIB,
    CODE_PASSES,
    KEY_BYTES,
)
from sponsor_app.sync.envelope.sealing import derive

ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
MISREAD = str.maketrans("OIL", "011")
SECRET_LENGTH = 20
GROUP = 3
_FIELD, _CARRY = 0b100101, 0b100000


@dataclass(frozen=True, eq=False)
class CodeKeys:
    """What a code becomes for one file: a laptop's keys, and a key only those have who know the code."""

    device: DeviceKeys
    proving: bytes

    def __repr__(self) -> str:
        return f"CodeKeys({self.device.id.hex()})"

    @cached_property
    def id(self) -> bytes:
        """The device id of the code."""
        return self.device.id

    def card(
        self, role: Role, name: str, member: str, expires: int, anchor: bytes, proof: bytes
    ) -> Card:
        """The line the roster gets; a recovery code is an admin, an invitation never."""
        own = self.device.card(name, member)
        return Card(
            role=role,
            name=name,
            member=member,
            ed=own.ed,
            x=own.x,
            admin=role is Role.RECOVERY,
            expires=expires,
            anchor=anchor,
            proof=proof,
        )

    def proof(self, file_id: bytes, genesis: bytes, anchor: bytes) -> bytes:
        """What convinces the holder of the code that this is the inviter's team, as of the epoch `anchor`."""
        bound = b"sponsor 1 invitation\x00" + file_id + genesis + anchor
        return hmac.digest(self.proving, bound, "sha256")


def new_code() -> str:
    """A fresh code, grouped for reading aloud."""
    return grouped("".join(secrets.choice(ALPHABET) for _ in range(SECRET_LENGTH)))


def grouped(secret: str) -> str:
    """The 20 characters with their check, in seven groups of three."""
    code = secret + ALPHABET[_times_x(_remainder(secret))]
    return "-".join(code[at : at + GROUP] for at in range(0, len(code), GROUP))


def read_code(typed: str) -> str:
    """The 20 characters of what a person typed: case, spaces, dashes, and O for 0 do not matter.

    Refuses with words anything that is not a code, before any work is done with it.
    """
    code = "".join(c for c in typed.upper() if c.isalnum()).translate(MISREAD)
    if len(code) != SECRET_LENGTH + 1 or set(code) - set(ALPHABET):
        msg = f"A code has {SECRET_LENGTH + 1} letters and digits in seven groups; this has {len(code)}. Nothing was changed."
        raise InvalidError(msg, "Copy the whole code again.")
    if _remainder(code):
        msg = "A character of this code is wrong, or two changed places. Nothing was changed."
        raise InvalidError(msg, "Compare it group by group.")
    return code[:SECRET_LENGTH]


def code_keys(code: str, file_id: bytes) -> CodeKeys:
    """The keys of a typed code for one file (Argon2id, 64 MiB, 3 passes, 4 lanes); a tenth of a second, on purpose."""
    seed = Argon2id(
        salt=file_id,
        length=KEY_BYTES,
        iterations=CODE_PASSES,
        lanes=CODE_LANES,
        memory_cost=CODE_MEMORY_KIB,
    ).derive(read_code(code).encode())
    signing = Ed25519PrivateKey.from_private_bytes(derive(seed, b"", "code signing"))
    opening = X25519PrivateKey.from_private_bytes(derive(seed, b"", "code opening"))
    return CodeKeys(DeviceKeys(signing, opening), derive(seed, b"", "code proving"))


def _times_x(value: int) -> int:
    """Multiply by x in GF(32), modulo x^5 + x^2 + 1."""
    value <<= 1
    return value ^ _FIELD if value & _CARRY else value


def _remainder(code: str) -> int:
    """0 for a code with its right check character at the end."""
    return reduce(lambda total, c: _times_x(total) ^ ALPHABET.index(c), code, 0)
