"""What a reading comes to, in words that can be kept beside a file."""

from typing import Any

from sponsor_app.sync.envelope.devices import device_from
from sponsor_app.sync.envelope.findings import Refused
from sponsor_app.sync.envelope.reading import Reading, read
from sponsor_app.sync.envelope.team import Team
from tests.sync.envelope.stage import said


def outcome(content: bytes, file_id: bytes, genesis: bytes, secret: bytes) -> dict[str, Any]:
    """What our reader makes of a file."""
    return told(read(content, Team(file_id, genesis), device_from(secret)))


def told(reading: Reading) -> dict[str, Any]:
    tip = reading.team.trunk[-1] if reading.team.trunk else None
    refused = [f for f in reading.findings if isinstance(f, Refused)]
    return {
        "people": [card.name for card in tip.roster.values()] if tip else [],
        "epoch": tip.number if tip else 0,
        "frames": [
            f"{reading.team.cards[f.writer].name} {f.sequence} {said(f.payload)}"
            for f in sorted(reading.frames, key=lambda f: (f.writer, f.sequence, f.hash))
        ],
        "bases": [[said(chunk) for chunk in base.chunks] for base in reading.bases],
        "cards": sorted(card.name for cards in reading.cards.values() for card in cards),
        "refused": sorted(f"{f.reason} {f.sequence}" for f in refused),
        "noticed": sorted({type(f).__name__ for f in reading.findings} - {"Refused"}),
        "writable": reading.writable,
    }
