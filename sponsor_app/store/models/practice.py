"""The sponsor's practice: events, references, reach-outs, and what the team decides for itself."""

from sponsor_app.store.models.columns import (
    day,
    ref,
    synced,
    text,
    text_or_none,
    whole,
)

event = synced(
    "event",
    whole("number", nullable=False),
    text("title"),
    text("kind"),
    day("on_day"),
    text_or_none("place"),
    text_or_none("note"),
    ref("host_id"),
)

invitation = synced(
    "invitation",
    ref("event_id"),
    ref("contact_id"),
    ref("member_id"),
    text_or_none("reply"),
    whole("attended"),
    whole("speaking_share"),
)

theme = synced(
    "theme",
    ref("event_id"),
    text("text"),
    text_or_none("quote"),
    ref("contact_id"),
    ref("issue_id"),
    ref("commitment_id"),
    text_or_none("did"),
    day("told_on", nullable=True),
    later=(ref("told_id"),),
)

reference = synced(
    "reference",
    ref("account_id"),
    ref("contact_id"),
    text("scope"),
    ref("approved_by_id"),
    day("valid_from"),
    day("valid_until", nullable=True),
    text_or_none("note"),
)

reference_request = synced(
    "reference_request",
    ref("reference_id"),
    ref("account_id"),
    text("kind"),
    text("requester"),
    text_or_none("deal"),
    text("state"),
    day("on_day"),
    text_or_none("outcome"),
)

reference_use = synced(
    "reference_use",
    ref("reference_id"),
    ref("request_id"),
    ref("contact_id"),
    text_or_none("caller"),
    day("on_day"),
    text_or_none("outcome"),
    whole("approved"),
)

reach_out = synced(
    "reach_out", text("title"), text("because"), text_or_none("criteria"), text_or_none("template")
)

reach_out_target = synced(
    "reach_out_target",
    ref("reach_out_id"),
    ref("account_id"),
    day("done_on", nullable=True),
    day("skipped_on", nullable=True),
    text_or_none("outcome"),
    ref("member_id"),
)

policy = synced("policy", text("key"), text("value"))

tag = synced("tag", ref("record_id"), text("name"))

custom_field = synced("custom_field", text("applies_to"), text("name"), text("kind"))

custom_value = synced("custom_value", ref("field_id"), ref("record_id"), text_or_none("value"))

attachment = synced(
    "attachment",
    ref("record_id"),
    text("name"),
    text_or_none("media_type"),
    whole("size", nullable=False),
    text("sha256"),
)
