"""Records from a hub judged like those of a file: same checks, same reading; only what makes a file is missing."""

from collections.abc import Iterable
from dataclasses import replace

from sponsor_app.sync.envelope.chains import Known
from sponsor_app.sync.envelope.devices import DeviceKeys
from sponsor_app.sync.envelope.findings import Cut
from sponsor_app.sync.envelope.reading import Reading, read
from sponsor_app.sync.envelope.records import new_header
from sponsor_app.sync.envelope.team import Team


def believable(
    records: Iterable[bytes], team: Team, me: DeviceKeys, known: Known | None = None
) -> Reading:
    """Everything believable in `records`, in any order. A hub has no end that could be cut off, so none is missed."""
    content = new_header(team.file_id).packed() + b"".join(records)
    reading = read(content, team, me, known)
    found = tuple(finding for finding in reading.findings if not isinstance(finding, Cut))
    return replace(reading, findings=found)
