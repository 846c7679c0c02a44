"""One order for edits of laptops whose clocks disagree: hybrid logical clocks.

A clock value is 48 bits of Unix milliseconds and a 16-bit counter (Kulkarni et al., "Logical Physical
Clocks", 2014). Values compare as (clock, device).
"""

from typing import NamedTuple

from sponsor_app.domain.ids import DeviceId

COUNTER_BITS = 16


class Stamp(NamedTuple):
    """When and by which laptop a field got its value; later stamps win."""

    clock: int
    device: DeviceId


def tick(last: int, milliseconds: int) -> int:
    """The next clock value after `last`, never behind the wall clock and never repeating."""
    return max(last + 1, milliseconds << COUNTER_BITS)


def milliseconds(clock: int) -> int:
    """The Unix milliseconds inside a clock value."""
    return clock >> COUNTER_BITS
