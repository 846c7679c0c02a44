"""What an invitation says about the meeting: its kind, where it is, and whether it is still ahead."""

import re
from datetime import date, datetime

from sponsor_app.domain.folding import fold
from sponsor_app.domain.interaction import Kind, Place, State

_ONLINE = re.compile(
    r"teams\.microsoft|microsoft teams|teams-besprechung|zoom\.us|\bzoom\b|meet\.google|google meet|webex"
    r"|gotomeeting|goto\.com|whereby\.com|jitsi|bluejeans|skype|chime\.aws|https?://"
)
_WORDS: tuple[tuple[Kind, str], ...] = (
    (Kind.MEAL, r"lunch|dinner|breakfast|mittagessen|abendessen|fruhstuck|dejeuner|diner"),
    (Kind.COFFEE, r"coffee|kaffee|cafe"),
    (Kind.REVIEW, r"qbr|ebr|business review|quarterly review|steering|lenkungsausschuss|revue"),
    (Kind.EVENT, r"webinar|webinaire|conference|konferenz|messe|trade fair|seminar|summit"),
    (Kind.VISIT, r"visit|besuch|visite|on ?site|vor ort|sur place"),
    (Kind.CALL, r"call|phone|telefonat|anruf|telefon|appel|telephone"),
)
_KINDS = tuple((kind, re.compile(rf"\b(?:{words})\b")) for kind, words in _WORDS)


def kind_of_meeting(title: str, location: str, *, online: bool) -> Kind:
    """The kind that the title names; else a video call when it is held online, else a meeting."""
    folded = fold(title)
    named = next((kind for kind, words in _KINDS if words.search(folded)), None)
    if named is not None:
        return named
    return Kind.VIDEO if is_online(location, online=online) else Kind.MEETING


def place_of_meeting(kind: Kind, location: str, *, online: bool) -> Place | None:
    """Remote when it is held online; a calendar does not say whose turf a room is."""
    remote = kind in (Kind.VIDEO, Kind.CALL) or is_online(location, online=online)
    return Place.REMOTE if remote else None


def is_online(location: str, *, online: bool) -> bool:
    """Whether people meet through a screen."""
    return online or _ONLINE.search(fold(location)) is not None


def state_of_meeting(on: date, ends: datetime | None, now: datetime, today: date) -> State:
    """Planned while it is ahead, held once it is over; one without an hour is over when its day is."""
    if on != today:
        return State.PLANNED if on > today else State.HELD
    over = ends is not None and ends <= now
    return State.HELD if over else State.PLANNED


def note_of_meeting(title: str, location: str, notes: str, longest: int) -> str:
    """The note on the timeline: what about, where, and what the invitation says."""
    where = f"Where: {location}" if location and fold(location) not in fold(title) else ""
    head = "\n".join(part for part in (title, where) if part)
    return "\n\n".join(part for part in (head, notes) if part)[:longest]
