"""What the list of earlier imports shows of one."""

from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True, slots=True)
class DoneImport:
    """An import that was done, and whether it was taken back since."""

    id: str
    file: str
    kind: str
    at: datetime
    records: int
    created: int
    updated: int
    taken_back: bool
