"""The four clocks of an account: how long since anyone, since face to face, since no ask, since their turf."""

from datetime import date
from enum import StrEnum
from typing import NamedTuple

from sponsor_app.domain.ids import InteractionId
from sponsor_app.domain.interaction import Intent, Kind, Place, is_face_to_face, is_non_selling


class ClockName(StrEnum):
    """What restarts the clock."""

    TOUCH = "touch"
    FACE_TO_FACE = "face_to_face"
    NON_SELLING = "non_selling"
    THEIR_TURF = "their_turf"


class LastTouch(NamedTuple):
    """The interaction that restarted a clock."""

    on: date
    interaction_id: InteractionId
    kind: Kind


class Clocks(NamedTuple):
    """The last touch of each clock; None has never happened, as far as this laptop knows."""

    touch: LastTouch | None = None
    face_to_face: LastTouch | None = None
    non_selling: LastTouch | None = None
    their_turf: LastTouch | None = None

    def last(self, name: ClockName) -> LastTouch | None:
        """The last touch of one clock."""
        return getattr(self, name.value)


def restarts(
    kind: Kind, place: Place | None, intent: Intent | None, *, sponsor_present: bool
) -> frozenset[ClockName]:
    """The clocks that a held interaction restarts."""
    clocks = {ClockName.TOUCH}
    if sponsor_present and is_face_to_face(kind, place):
        clocks.add(ClockName.FACE_TO_FACE)
    if is_non_selling(intent):
        clocks.add(ClockName.NON_SELLING)
    if place is Place.THEIRS:
        clocks.add(ClockName.THEIR_TURF)
    return frozenset(clocks)
