"""What happened and what was promised: interactions, issues, commitments, pulses, facts."""

from sqlalchemy import literal_column

from sponsor_app.store.models.columns import (
    day,
    moment,
    ref,
    synced,
    text,
    text_or_none,
    whole,
)

interaction = synced(
    "interaction",
    ref("account_id", alone=False),
    text("kind"),
    text("state"),
    day("happened_on"),
    moment("starts_at", nullable=True),
    moment("ends_at", nullable=True),
    text_or_none("zone"),
    text_or_none("place"),
    text_or_none("city"),
    text_or_none("intent"),
    text_or_none("sentiment"),
    text_or_none("summary"),
    text_or_none("quote"),
    ref("event_id"),
    text_or_none("external_id"),
    indexes={
        ("account_id", "state", "happened_on", "kind", "place", "intent", "id"): None,
        ("happened_on", "account_id"): "state = 'planned'",
        ("created_at", "updated_at"): "updated_at IS NOT NULL",
    },
)

PLANNED = interaction.c.state == literal_column("'planned'")
"""What is planned. Written out, not bound: only then does SQLite see that the index of the planned will do."""

attendance = synced(
    "attendance",
    ref("interaction_id", alone=False),
    ref("contact_id"),
    ref("member_id"),
    indexes={("interaction_id", "contact_id", "member_id"): "interaction_id IS NOT NULL"},
)

issue = synced(
    "issue",
    whole("number", nullable=False),
    ref("account_id"),
    text("title"),
    text_or_none("detail"),
    whole("severity", nullable=False),
    text("status"),
    text("level"),
    ref("owner_id"),
    ref("raised_by_id"),
    day("opened_on"),
    day("next_update_on", nullable=True),
    day("resolved_on", nullable=True),
    text_or_none("resolution"),
    text_or_none("lesson"),
    day("told_on", nullable=True),
    indexes={("status", "severity"): None, ("number",): None},
)

issue_update = synced(
    "issue_update", ref("issue_id"), day("on_day"), text("text"), ref("member_id")
)

escalation = synced(
    "escalation",
    ref("issue_id"),
    text("level"),
    ref("to_id"),
    text("reason"),
    ref("asked_by_id"),
    day("on_day"),
)

commitment = synced(
    "commitment",
    whole("number", nullable=False),
    ref("account_id"),
    ref("interaction_id"),
    text("text"),
    text("direction"),
    ref("promised_by_id"),
    ref("owner_id"),
    day("made_on"),
    day("due_on", nullable=True),
    ref("accepted_by_id"),
    day("accepted_on", nullable=True),
    day("kept_on", nullable=True),
    day("dropped_on", nullable=True),
    text_or_none("drop_reason"),
    indexes={("number",): None},
)

pulse = synced(
    "pulse",
    ref("account_id"),
    ref("contact_id"),
    ref("interaction_id"),
    whole("score", nullable=False),
    text_or_none("quote"),
    text_or_none("source"),
    day("on_day"),
    ref("member_id"),
)

fact = synced(
    "fact",
    ref("contact_id"),
    ref("account_id"),
    text("text"),
    text_or_none("kind"),
    text_or_none("source"),
    day("on_day"),
    text_or_none("recurs"),
)
