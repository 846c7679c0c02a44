"""What a list of duplicates says: pairs, fields, what hangs on a record, what merging does."""

from sponsor_app.domain.account import AccountStatus
from sponsor_app.domain.people import Role
from sponsor_app.domain.twins import Comparison, Difference, Pair, Twin, TwinKind
from sponsor_app.domain.wording import capital, listed
from sponsor_app.ui.panels.person_words import role_word
from sponsor_app.ui.widgets.language import how_many, tr
from sponsor_app.ui.widgets.rows.list_row import ListRow
from sponsor_app.ui.widgets.states import state

LIKELY = 75


def pair_face(pair: Pair) -> ListRow:
    """How a pair looks in the list: both names, why, and how likely."""
    title = tr("{first} = {second}").format(first=pair.first, second=pair.second)
    why = [tr(reason) for reason in pair.reasons]
    where = [tr("at {account}").format(account=pair.place)] if pair.place else []
    reason = " · ".join((*where, ", ".join(why))) if why else " · ".join(where)
    if not pair.score:
        return ListRow(title, reason or tr("chosen by hand"), "", "copy", "text3", "text3")
    score = tr("{score} of 100").format(score=pair.score)
    return ListRow(title, reason, score, "copy", "accent" if pair.score >= LIKELY else "text3")


def apart_face(pair: Pair) -> ListRow:
    """How a pair looks that is said to be two."""
    title = tr("{first} and {second}").format(first=pair.first, second=pair.second)
    return ListRow(title, tr("said not to be the same"), "", "check", "text3", "text3")


def field_words() -> dict[str, str]:
    """Every field that may differ, in the order in which it is shown."""
    return {**_who(), **_where(), **_what()}


def _who() -> dict[str, str]:
    return {
        "name": tr("Name"),
        "alias": tr("Other names"),
        "status": tr("Status"),
        "tier": tr("Tier"),
        "account": tr("Account"),
        "title": tr("Title"),
        "role": tr("Role"),
        "function": tr("Function"),
        "sponsor": tr("Sponsor"),
        "lead": tr("Account lead"),
        "boss": tr("Reports to"),
        "counterpart": tr("Counterpart"),
        "reach": tr("Reached by"),
    }


def _where() -> dict[str, str]:
    return {
        "website": tr("Website"),
        "phone": tr("Phone"),
        "email": tr("E-mail"),
        "address": tr("Address"),
        "postcode": tr("Postcode"),
        "city": tr("City"),
        "country": tr("Country"),
        "region": tr("Region"),
    }


def _what() -> dict[str, str]:
    return {
        "industry": tr("Industry"),
        "employees": tr("Employees"),
        "annual_revenue": tr("Annual revenue"),
        "currency": tr("Currency"),
        "parent": tr("Part of"),
        "customer_since": tr("Customer since"),
        "ideal_days": tr("To be seen every, days"),
        "maximum_days": tr("At the latest after, days"),
        "external_id": tr("Number in other systems"),
        "issue_channel": tr("How they raise an issue"),
        "language": tr("Language"),
        "birthday": tr("Birthday"),
        "left_on": tr("Left on"),
        "story": tr("Story"),
        "wants": tr("What they want now"),
        "lost_because": tr("Why we lost them"),
        "note": tr("Note"),
    }


def value_word(field: str, value: str) -> str:
    """A value as people say it."""
    if field == "status" and value in list(AccountStatus):
        return state(value).word
    if field == "role" and value in list(Role):
        return role_word(Role(value))
    if field in ("tier", "function"):
        return capital(tr(value))
    return " ".join(value.split())


def holds_words(kind: TwinKind, twin: Twin) -> str:
    """`3 people, 14 interactions`: what hangs on a record."""
    said = [_held(table, count) for table, count in twin.holds.items()]
    if said:
        return ", ".join(said)
    return tr("nobody and nothing there yet") if kind is TwinKind.ACCOUNT else tr("nothing yet")


def _held(table: str, count: int) -> str:
    return {
        "contact": how_many(count, "person", "people"),
        "interaction": how_many(count, "interaction"),
        "attendance": how_many(count, "meeting"),
        "issue": how_many(count, "issue"),
        "commitment": how_many(count, "promise"),
        "fact": how_many(count, "fact"),
    }[table]


def why_words(found: Comparison) -> str:
    """What speaks for one, and how much."""
    if not found.reasons:
        return tr("Nothing but your choice says that they are one.")
    why = capital(listed([tr(reason) for reason in found.reasons], len(found.reasons)))
    return tr("{why}: {score} of 100.").format(why=why, score=found.score)


def merge_words(found: Comparison, gone: Twin) -> str:
    """What merging will do, and that it can be taken back."""
    held = holds_words(found.kind, gone)
    moves = tr("{records} move over.").format(records=held) if gone.holds else ""
    kept = tr("What gives way is kept: names stay findable, other values become a fact.")
    back = tr("One step for the whole team, and Ctrl+Z takes it back.")
    return " ".join(part for part in (moves, kept, back) if part)


def sentence(one: Difference) -> str:
    """A difference as one sentence."""
    if one.fills:
        said = tr("{field}: {gone} is taken over")
    elif not one.gone:
        said = tr("{field}: {kept} stays")
    else:
        said = tr("{field}: {kept} in the one that stays, {gone} in the other")
    return said.format(
        field=field_words().get(one.field, one.field),
        kept=value_word(one.field, one.kept),
        gone=value_word(one.field, one.gone),
    )
