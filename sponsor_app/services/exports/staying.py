"""What a form does not take along, so that an export can say it."""

from sponsor_app.domain.importing import LeftOut
from sponsor_app.domain.language import later
from sponsor_app.services.exports.persons import PUBLIC
from sponsor_app.store.queries.everything import Reader

REASONS = {
    ".ics": "the file may be passed on; .json, .csv and .xlsx hold them",
    ".vcf": "the file may be passed on; an export of everything holds them",
}
OF_MEETINGS = later(("intents", "feelings", "quotes"))
OF_PEOPLE = later(("facts that are not public", "notes"))


def staying(reader: Reader, ending: str) -> tuple[LeftOut, ...]:
    """What stays here of the interactions in a calendar, or of the contacts on address cards."""
    counts: dict[str, int] = {}
    if ending == ".ics":
        rows = list(reader.values("interaction", "intent", "sentiment", "quote"))
        counts = {name: sum(bool(row[at]) for row in rows) for at, name in enumerate(OF_MEETINGS)}
    elif ending == ".vcf":
        facts = reader.values("fact", "contact_id", "kind")
        private = sum(bool(contact) and kind != PUBLIC for contact, kind in facts)
        noted = sum(bool(note) for (note,) in reader.values("contact", "note"))
        counts = dict(zip(OF_PEOPLE, (private, noted), strict=True))
    return tuple(LeftOut(what, count, REASONS[ending]) for what, count in counts.items() if count)
