"""What never leaves this laptop: changes and their clocks, steps to undo, what was seen, what can be recomputed."""

from sqlalchemy import (
    Column,
    ForeignKey,
    Index,
    Integer,
    PrimaryKeyConstraint,
    Text,
    UniqueConstraint,
)

from sponsor_app.store.models.columns import (
    blob,
    day,
    local,
    moment,
    text,
    text_or_none,
    whole,
)

setting = local(
    "setting", Column("key", Text, primary_key=True), text("value"), sqlite_with_rowid=False
)

device = local(
    "device",
    Column("id", Integer, primary_key=True),
    text("name"),
    text_or_none("member_id"),
    text_or_none("app_version"),
    moment("last_synced_at", nullable=True),
    whole("mine", nullable=False),
)

step = local(
    "undo",
    Column("step", Integer, primary_key=True),
    moment("at"),
    Column("device", Integer, ForeignKey(device.c.id), nullable=False),
    text("kind"),
    text("title"),
    Column("undoes", Integer, ForeignKey("undo.step")),
    Column("undone_by", Integer, ForeignKey("undo.step")),
    whole("first_change", nullable=False),
    whole("last_change", nullable=False),
)
Index(None, step.c.first_change)
"""One step is one transaction that a person asked for; its changes are one run of `change.seq`."""

shape = local(
    "shape",
    Column("id", Integer, primary_key=True),
    text("table_name"),
    text("names"),
    UniqueConstraint("table_name", "names"),
)
"""Which fields of which table a change carries: names are written once, not in every change."""

change = local(
    "change",
    Column("seq", Integer, primary_key=True),
    whole("clock", nullable=False),
    Column("device", Integer, nullable=False),
    Column("shape", Integer, ForeignKey(shape.c.id), nullable=False),
    text("record_id"),
    text("op"),
    blob("payload"),
    blob("before", nullable=True),
)
"""One edit as it travels, and (`before`, which does not travel) what it replaced here."""
Index(None, change.c.record_id)

cell = local(
    "cell",
    text("record_id"),
    text("field"),
    whole("clock", nullable=False),
    Column("device", Integer, nullable=False),
    PrimaryKeyConstraint("record_id", "field"),
    sqlite_with_rowid=False,
)
"""The stamp of each field edited after its record was created."""

tombstone = local(
    "tombstone",
    Column("record_id", Text, primary_key=True),
    text("table_name"),
    whole("clock", nullable=False),
    Column("device", Integer, nullable=False),
    blob("record"),
    sqlite_with_rowid=False,
)
"""A remembered deletion, with everything the record held."""

import_batch = local(
    "import_batch",
    Column("id", Text, primary_key=True),
    Column("step", Integer, ForeignKey(step.c.step), index=True),
    text("file"),
    text("kind"),
    moment("at"),
    whole("records", nullable=False),
    whole("created", nullable=False),
    whole("updated", nullable=False),
    text("report"),
    sqlite_with_rowid=False,
)

private_note = local(
    "private_note",
    Column("record_id", Text, primary_key=True),
    text("text"),
    moment("updated_at"),
    sqlite_with_rowid=False,
)

attached_file = local(
    "attached_file",
    Column("id", Text, primary_key=True),
    text("name"),
    whole("size", nullable=False),
    text("sha256"),
    moment("added_at"),
    text("added_by"),
    moment("removed_at", nullable=True),
    blob("content"),
)
"""A file as it was when it was attached; once removed, it is kept for a day, so that it can be brought back."""

attached = local(
    "attached",
    text("record_id"),
    Column("file_id", Text, ForeignKey(attached_file.c.id, ondelete="CASCADE"), nullable=False),
    PrimaryKeyConstraint("record_id", "file_id"),
    sqlite_with_rowid=False,
)
"""Which record a file stands at."""
Index(None, attached.c.file_id)

seen = local("seen", Column("what", Text, primary_key=True), moment("at"), sqlite_with_rowid=False)

standing = local(
    "standing",
    Column("account_id", Text, primary_key=True),
    *(
        column
        for clock in ("touch", "non_selling", "their_turf")
        for column in (
            day(f"{clock}_on", nullable=True),
            text_or_none(f"{clock}_id"),
            text_or_none(f"{clock}_kind"),
        )
    ),
    sqlite_with_rowid=False,
)
"""The clocks of each account, recomputed in the transaction that touches them."""

met = local(
    "met",
    Column("contact_id", Text, primary_key=True),
    day("last_on"),
    text("last_id"),
    whole("touches", nullable=False),
    sqlite_with_rowid=False,
)
"""When each contact last took part in anything held, recomputed likewise."""

faced = local(
    "faced",
    text("account_id"),
    text("member_id"),
    day("last_on"),
    text("last_id"),
    text("last_kind"),
    PrimaryKeyConstraint("account_id", "member_id"),
    sqlite_with_rowid=False,
)
"""When each member last sat face to face with each account, recomputed likewise."""
