"""What a laptop remembers of what it shared and took in; all of it local, most of it derived from changes."""

from sqlalchemy import Column, Index, Integer, PrimaryKeyConstraint, Text

from sponsor_app.store.models.columns import local, moment, text, whole

deed = local(
    "deed",
    Column("step", Integer, primary_key=True),
    whole("device", nullable=False),
    whole("clock", nullable=False),
    whole("previous", nullable=False),
    whole("undoes_clock"),
    whole("undoes_device"),
    moment("came_at", nullable=True),
)
"""The name of a step on every laptop, the deed of its laptop before, and when it came here if it was done elsewhere."""
Index(None, deed.c.device, deed.c.clock)
Index(None, deed.c.undoes_clock, sqlite_where=deed.c.undoes_clock.is_not(None))

known = local(
    "known",
    Column("device", Integer, primary_key=True),
    whole("clock", nullable=False),
)
"""How far the deeds of each laptop are here without a hole."""

clash = local(
    "clash",
    text("record_id"),
    text("field"),
    text("kind"),
    text("table_name"),
    whole("winner_clock", nullable=False),
    whole("winner_device", nullable=False),
    whole("loser_clock", nullable=False),
    whole("loser_device", nullable=False),
    whole("settled", nullable=False),
    PrimaryKeyConstraint("record_id", "field", "loser_clock", "loser_device"),
    sqlite_with_rowid=False,
)
"""What two people did to one record without knowing of each other, told anew whenever the record is joined."""

parked = local(
    "parked",
    Column("record_id", Text, primary_key=True),
    text("table_name"),
    sqlite_with_rowid=False,
)
"""Records of which this version does not understand everything; looked at again after an update."""
