"""What a form does not take along, so that an export can say it."""

from sponsor_app.domain.importing import LeftOut
from sponsor_app.services.exports.persons import PUBLIC
from sponsor_app.store.queries.everything import Reader

PASSED_ON = "the file may be passed on; .json, .csv and .xlsx hold them"


def staying(reader: Reader, ending: str) -> tuple[LeftOut, ...]:
    """What stays here of the interactions in a calendar, or of the contacts on address cards."""
    counts: dict[str, int] = {}
    if ending == ".ics":
        rows = list(reader.values("interaction", "intent", "sentiment", "quote"))
        names = ("intents", "feelings", "quotes")
        counts = {name: sum(bool(row[at]) for row in rows) for at, name in enumerate(names)}
    elif ending == ".vcf":
        facts = reader.values("fact", "contact_id", "kind")
        counts["facts that are not public"] = sum(
            bool(contact) and kind != PUBLIC for contact, kind in facts
        )
        counts["notes"] = sum(bool(note) for (note,) in reader.values("contact", "note"))
    return tuple(LeftOut(what, count, PASSED_ON) for what, count in counts.items() if count)
