"""Which laptop a change may name, by who signed the frame it came in: nobody writes in somebody else's name.

The number of a laptop in changes is 48 bits of the id that signs its frames and 15 random ones, so that a laptop
that was cloned or restored goes on under a new number with the keys it has.
"""

import secrets
from collections.abc import Callable

from sponsor_app.domain.ids import DeviceId

SIGNER_BYTES = 6
LOT_BITS = 15


def new_number(signer: bytes, lots: Callable[[int], int] = secrets.randbits) -> DeviceId:
    """A number for the laptop whose frames `signer` (a device id of the envelope) signs."""
    return DeviceId(signer_part(signer) << LOT_BITS | lots(LOT_BITS))


def signer_part(signer: bytes) -> int:
    """What every number of this signer's begins with."""
    return int.from_bytes(signer[:SIGNER_BYTES], "big")


def part_of(device: DeviceId) -> int:
    """What the id of whoever signs for this laptop begins with."""
    return device >> LOT_BITS


def may_name(signer: bytes, device: DeviceId) -> bool:
    """Whether a frame by `signer` may hold deeds of `device`."""
    return part_of(device) == signer_part(signer)
