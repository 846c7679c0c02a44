"""Real cards and calendars: as many entries as somebody else counted, and what two other libraries read."""

import warnings
from collections import Counter
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from icalendar import Calendar

from sponsor_app.exchange.tabular.problems import UnreadableError
from tests.corpus.samples import MANIFEST, Sample, samples
from tests.exchange.documents.texts import Read, calendar, cards, mail

pytestmark = pytest.mark.skipif(
    not MANIFEST.exists(), reason="the shared real files are not beside the repository"
)
# Where we find more than the manifest counts, and why that is right.
JUSTIFIED = {
    "big_bad_calendar.ics": "its calendar has no end; the manifest's reader gave up",
    "small_bad_calendar.ics": "its calendar has no end; the manifest's reader gave up",
    "pr_480_summary_with_colon.ics": "its calendar has no end; both of its events are there",
}
REFUSED = {"Index_Error.ics", "Empty.vcf"}


def read(sample: Sample) -> Read | None:
    content = sample.path.read_bytes()
    try:
        return cards(content) if sample.kind == "vcf" else calendar(content)
    except UnreadableError:
        return None


def test_every_card_and_every_entry_is_a_record_rejected_or_left_out() -> None:
    found = {sample: read(sample) for sample in samples("vcf", "ics")}
    assert len(found) > 220
    assert {sample.path.name for sample, one in found.items() if one is None} == REFUSED
    lost = [s.path.name for s, one in found.items() if one and not one.every_entry_is_somewhere]
    differ = {
        sample.path.name
        for sample, one in found.items()
        if one is not None and one.closing.rows_read != sample.records
    }
    assert lost == []
    assert differ == JUSTIFIED.keys()


def test_every_real_card_with_a_name_becomes_somebody() -> None:
    rejected: Counter[str] = Counter()
    for sample in samples("vcf"):
        found = read(sample)
        rejected.update(
            [sample.path.name] if found and any(r.whole_row for r in found.rejected) else []
        )
    assert rejected == {"Photo Outlook v2.vcf": 1}


def library(path: Path) -> list[tuple[str, datetime]]:
    """(title, start in UTC) of the events that a library reads, where it reads all."""
    try:
        with warnings.catch_warnings(action="ignore"):
            calendars: list[Any] = list(Calendar.from_ical(path.read_bytes(), multiple=True))
    except ValueError:
        return []
    found: list[tuple[str, datetime]] = []
    for one in calendars:
        for event in one.walk("VEVENT"):
            start = event.get("DTSTART")
            moment = getattr(start, "dt", None)
            if "RRULE" in event or event.errors or not isinstance(moment, datetime):
                continue  # of a series we keep what is near today
            if moment.tzinfo is not None:
                found.append((str(event.get("SUMMARY", "")), moment.astimezone(UTC)))
    return found


def test_events_begin_when_another_library_says() -> None:
    compared = 0
    for sample in samples("ics"):
        ours = read(sample)
        if sample.broken or ours is None:
            continue
        starts = {str(one.fields.get("starts_at")) for one in ours.records}
        known = {str(one.fields.get("title", "")) for one in ours.records}
        for title, moment in library(sample.path):
            if title in known:
                assert moment.isoformat() in starts, f"{sample.path.name}: {title} {moment}"
                compared += 1
    assert compared > 40


def test_every_real_mail_is_a_note_with_somebody() -> None:
    found = [mail(s.path.read_bytes()) for s in samples("mail") if s.path.suffix == ".eml"]
    assert len(found) == 10
    assert all(len(one.records) == 1 and one.records[0].people for one in found)
    assert all(one.fields[0].get("title") for one in found)
