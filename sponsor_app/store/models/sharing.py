"""What a laptop remembers of what it shared and took in; all of it local, most of it derived from changes."""

from sqlalchemy import (
    Column,
    Index,
    Integer,
    LargeBinary,
    PrimaryKeyConstraint,
    Text,
    UniqueConstraint,
)

from sponsor_app.store.models.columns import blob, local, moment, text, whole

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

team = local(
    "team",
    Column("file_id", LargeBinary, primary_key=True),
    blob("genesis"),
    blob("tip"),
    blob("secret"),
    blob("code", nullable=True),
    whole("upto", nullable=False),
    moment("since"),
    sqlite_with_rowid=False,
)
"""The one team of this laptop: its first state and the one followed last, this laptop's secret keys, those of the code
it waits with until an admin lets it in, and the clock up to which its own deeds are sealed."""

epoch = local(
    "epoch",
    Column("id", LargeBinary, primary_key=True),
    whole("number", nullable=False),
    blob("record"),
    sqlite_with_rowid=False,
)
"""Every state of the team, as it was sealed."""

sealed = local(
    "sealed",
    Column("seq", Integer, primary_key=True),
    blob("hash"),
    whole("kind", nullable=False),
    blob("writer"),
    whole("number", nullable=False),
    blob("base", nullable=True),
    whole("upto"),
    whole("fate", nullable=False),
    blob("content"),
    UniqueConstraint("hash"),
)
"""Records of the shared file as they were sealed, to be put back byte for byte: `upto` is the clock of this laptop's
last own deed in one, `base` the base that a chunk belongs to, `fate` whether it was joined, waits, or is only kept."""

base = local(
    "base",
    Column("id", LargeBinary, primary_key=True),
    blob("vector"),
    blob("digest"),
    sqlite_with_rowid=False,
)
"""How far each writer is in a base that was joined."""

place = local(
    "place",
    Column("address", Text, primary_key=True),
    text("memory"),
    text("report"),
    sqlite_with_rowid=False,
)
"""Where the team meets: a file or a hub, what the hub remembers of it, and what the last sync said."""
