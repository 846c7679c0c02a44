"""Our people, their accounts, and the people there."""

from sponsor_app.store.models.columns import (
    day,
    ref,
    synced,
    text,
    text_or_none,
    whole,
)

member = synced(
    "member",
    text("name"),
    text_or_none("email"),
    text_or_none("title"),
    text_or_none("function"),
    ref("manager_id"),
    whole("max_accounts"),
    day("left_on", nullable=True),
    text_or_none("city"),
    text_or_none("country"),
    text_or_none("language"),
)

account = synced(
    "account",
    text("name"),
    text("status"),
    text_or_none("tier"),
    text_or_none("industry"),
    text_or_none("region"),
    text_or_none("country"),
    text_or_none("city"),
    text_or_none("postcode"),
    text_or_none("address"),
    text_or_none("website"),
    text_or_none("email"),
    whole("employees"),
    whole("revenue_minor"),
    text_or_none("currency"),
    ref("parent_id"),
    whole("ideal_days"),
    whole("maximum_days"),
    day("customer_since", nullable=True),
    text_or_none("story"),
    text_or_none("wants"),
    text_or_none("issue_channel"),
    text_or_none("lost_because"),
    text_or_none("external_id"),
)

account_alias = synced("account_alias", ref("account_id"), text("kind"), text("value"))

contact = synced(
    "contact",
    ref("account_id"),
    text("name"),
    text_or_none("title"),
    text_or_none("function"),
    text_or_none("role"),
    text_or_none("support"),
    ref("reports_to_id"),
    ref("counterpart_id"),
    text_or_none("city"),
    text_or_none("country"),
    text_or_none("language"),
    text_or_none("birthday"),
    day("left_on", nullable=True),
    text_or_none("note"),
    text_or_none("external_id"),
)

contact_point = synced(
    "contact_point",
    ref("contact_id"),
    ref("account_id"),
    text("kind"),
    text("raw"),
    text("normal"),
    text_or_none("label"),
    indexes={("normal",): None},
)

sponsorship = synced(
    "sponsorship",
    ref("account_id"),
    ref("member_id"),
    day("starts_on"),
    day("ends_on", nullable=True),
    text_or_none("reason"),
    text_or_none("note"),
)

team_member = synced(
    "team_member",
    ref("account_id"),
    ref("member_id"),
    text("role"),
)
