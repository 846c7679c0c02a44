"""The tables that people ask for, column by column."""

from collections.abc import Iterable

from sponsor_app.exchange.outgoing.columns import FIRST, REST, Column, Kind

WIDE, WIDER, NARROW, ID = 28, 48, 11, 38

ACCOUNTS = (
    Column("name", "Account Name", width=WIDE),
    Column("status", "Status", Kind.STATE, NARROW),
    Column("tier", "Tier", width=NARROW),
    Column("sponsor", "Sponsor", width=WIDE),
    Column("lead", "Account Lead", width=WIDE),
    Column("industry", "Industry"),
    Column("region", "Region", width=NARROW),
    Column("country", "Country"),
    Column("city", "City"),
    Column("postcode", "Postcode", width=NARROW),
    Column("address", "Address", width=WIDE),
    Column("website", "Website", width=WIDE),
    Column("employees", "Employees", Kind.WHOLE, NARROW),
    Column("annual_revenue", "Annual Revenue", Kind.MONEY, 18),
    Column("currency", "Currency", width=NARROW),
    Column("parent", "Parent Account", width=WIDE),
    Column("aliases", "Alias", Kind.LIST, WIDE, pick={"kind": "name"}, part=FIRST),
    Column("aliases", "Further Names", Kind.LIST, WIDE, pick={"kind": "name"}, part=REST),
    Column("aliases", "Former Name", Kind.LIST, WIDE, pick={"kind": "former_name"}, part=FIRST),
    Column("aliases", "Names Before", Kind.LIST, WIDE, pick={"kind": "former_name"}, part=REST),
    Column("aliases", "Further Domains", Kind.LIST, WIDE, pick={"kind": "domain"}),
    Column("aliases", "Order Numbers", Kind.LIST, WIDE, pick={"kind": "order_number"}),
    Column("aliases", "Known Elsewhere As", Kind.LIST, WIDE, pick={"kind": "external_id"}),
    Column("ideal_days", "Ideal Days", Kind.WHOLE, NARROW),
    Column("maximum_days", "Maximum Days", Kind.WHOLE, NARROW),
    Column("customer_since", "With Us Since", Kind.DAY, 12),
    Column("story", "Story", width=WIDER),
    Column("wants", "What They Want Now", width=WIDER),
    Column("issue_channel", "How They Raise Issues", width=WIDE),
    Column("lost_because", "Lost Because", width=WIDE),
    Column("external_id", "External ID"),
    Column("id", "Account ID", width=ID),
)
CONTACTS = (
    Column("name", "Full Name", width=WIDE),
    Column("account", "Account Name", width=WIDE),
    Column("title", "Job Title", width=WIDE),
    Column("function", "Function"),
    Column("role", "Role", width=NARROW),
    Column("support", "Support", width=NARROW),
    Column("reports_to", "Reports To", width=WIDE),
    Column("counterpart", "Counterpart", width=WIDE),
    Column("city", "City"),
    Column("country", "Country"),
    Column("language", "Language", width=NARROW),
    Column("birthday", "Birthday", width=12),
    Column("left_on", "Left On", Kind.DAY, 12),
    Column("note", "Notes", width=WIDER),
    Column("external_id", "External ID"),
    Column("id", "Contact ID", width=ID),
    Column("account_id", "Account ID", width=ID),
)
MEMBERS = (
    Column("name", "Member Name", width=WIDE),
    Column("email", "Email", width=WIDE),
    Column("title", "Job Title", width=WIDE),
    Column("function", "Function"),
    Column("manager", "Manager", width=WIDE),
    Column("accounts", "Sponsored Accounts", Kind.WHOLE, NARROW),
    Column("leads", "Led Accounts", Kind.WHOLE, NARROW),
    Column("max_accounts", "Max Accounts", Kind.WHOLE, NARROW),
    Column("city", "City"),
    Column("country", "Country"),
    Column("language", "Language", width=NARROW),
    Column("left_on", "Left On", Kind.DAY, 12),
    Column("id", "Member ID", width=ID),
)
# No heading here names an account or a person to our import: a list of meetings must not be taken for accounts.
INTERACTIONS = (
    Column("date", "Date", Kind.DAY, 12),
    Column("account", "With Account", width=WIDE),
    Column("kind", "Kind", width=NARROW),
    Column("state", "State", width=NARROW),
    Column("contacts", "Contacts", Kind.LIST, WIDE),
    Column("members", "Members", Kind.LIST, WIDE),
    Column("place", "Place", width=NARROW),
    Column("city", "City"),
    Column("intent", "Intent", width=NARROW),
    Column("sentiment", "Sentiment", width=NARROW),
    Column("summary", "Summary", width=WIDER),
    Column("quote", "Quote", width=WIDER),
    Column("starts_at", "Starts At (UTC)", Kind.MOMENT, 18),
    Column("ends_at", "Ends At (UTC)", Kind.MOMENT, 18),
    Column("zone", "Time Zone"),
    Column("by", "Logged By", width=WIDE),
    Column("external_id", "External ID"),
    Column("id", "Interaction ID", width=ID),
    Column("account_id", "Account ID", width=ID),
)
ISSUES = (
    Column("number", "Number", Kind.WHOLE, NARROW),
    Column("account", "At Account", width=WIDE),
    Column("title", "Issue", width=WIDER),
    Column("severity", "Severity", Kind.WHOLE, NARROW),
    Column("status", "Status", width=NARROW),
    Column("level", "Level"),
    Column("owner", "Owner", width=WIDE),
    Column("raised_by", "Raised By", width=WIDE),
    Column("opened", "Opened", Kind.DAY, 12),
    Column("last_update", "Last Update", Kind.DAY, 12),
    Column("last_word", "Last Word", width=WIDER),
    Column("next_update_due", "Next Update Due", Kind.DAY, 16),
    Column("resolved", "Resolved", Kind.DAY, 12),
    Column("resolution", "Resolution", width=WIDER),
    Column("told", "Told", Kind.DAY, 12),
    Column("detail", "Detail", width=WIDER),
    Column("lesson", "Lesson", width=WIDER),
    Column("id", "Issue ID", width=ID),
    Column("account_id", "Account ID", width=ID),
)
PROMISES = (
    Column("number", "Number", Kind.WHOLE, NARROW),
    Column("account", "At Account", width=WIDE),
    Column("text", "Promise", width=WIDER),
    Column("direction", "Direction", width=NARROW),
    Column("state", "State", width=NARROW),
    Column("due", "Due", Kind.DAY, 12),
    Column("promised_by", "Promised By", width=WIDE),
    Column("owner", "Owner", width=WIDE),
    Column("made", "Made", Kind.DAY, 12),
    Column("accepted", "Accepted", Kind.DAY, 12),
    Column("kept", "Kept", Kind.DAY, 12),
    Column("dropped", "Dropped", Kind.DAY, 12),
    Column("reason", "Why Dropped", width=WIDE),
    Column("id", "Promise ID", width=ID),
    Column("account_id", "Account ID", width=ID),
    Column("interaction_id", "Interaction ID", width=ID),
)

COLUMNS = {
    "accounts": ACCOUNTS,
    "contacts": CONTACTS,
    "members": MEMBERS,
    "interactions": INTERACTIONS,
    "issues": ISSUES,
    "promises": PROMISES,
}
STATUS_TONES = {"at_risk": "bad", "lost": "idle", "former": "idle"}

POINT_HEADINGS = {
    ("email", ""): "Email",
    ("email", "work"): "Work Email",
    ("email", "home"): "Home Email",
    ("email", "other"): "Other Email",
    ("phone", ""): "Phone",
    ("phone", "work"): "Work Phone",
    ("phone", "mobile"): "Mobile Phone",
    ("phone", "home"): "Home Phone",
    ("phone", "main"): "Main Phone",
    ("phone", "fax"): "Fax",
    ("phone", "other"): "Other Phone",
    ("web", ""): "Profile",
}
ALWAYS = frozenset({("email", ""), ("phone", "")})


def spoken_label(kind: str, label: str | None) -> tuple[str, str]:
    """The kind and label under which a heading is known: a mobile is a phone, `Assistant` is `other`."""
    if kind == "mobile":
        return "phone", "mobile"
    if kind not in ("email", "phone"):
        return "web", ""
    known = (kind, (label or "").casefold())
    return known if known in POINT_HEADINGS else (kind, "other")


def with_points(
    columns: Iterable[Column], used: Iterable[tuple[str, str]], after: str
) -> tuple[Column, ...]:
    """The columns with those for addresses and numbers, of kinds in use, behind the column `after`."""
    wanted = ALWAYS.union(used)
    points = [
        Column("points", heading, Kind.LIST, WIDE, pick={"kind": kind, "label": label})
        for (kind, label), heading in POINT_HEADINGS.items()
        if (kind, label) in wanted
    ]
    found: list[Column] = []
    for column in columns:
        found.append(column)
        if column.key == after:
            found += points
    return tuple(found)
