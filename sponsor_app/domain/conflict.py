"""What two people changed without knowing of each other, as a person sees and settles it."""

from dataclasses import dataclass
from datetime import datetime

from sponsor_app.domain.merged import ClashKind, Value

MINE, THEIRS = "mine", "theirs"
DELETED, EDITED = "deleted", "edited"
"""What the sides of a clash about a deletion say instead of a value."""


@dataclass(frozen=True, slots=True)
class Conflict:
    """One clash: `mine` is what this laptop's person did, `theirs` the other; `stands` says which of them counts now.

    When neither is mine, `mine` is what counts now. `before` is what stood there until then. `merged` is both texts in
    one where they can be, and `pieces` are its parts: agreed text, or (before, mine, theirs) where both rewrote it.
    `when` and `who` are of the other side. `message` says the whole matter where the field alone would not.
    """

    id: str
    kind: ClashKind
    table: str
    record_id: str
    record: str
    field: str
    mine: Value
    theirs: Value
    before: Value
    merged: str | None
    pieces: tuple[str | tuple[str, str, str], ...]
    stands: str
    when: datetime
    who: str
    message: str = ""
