"""What was planned begins a log line that is read as it was meant, in every language that the line reads."""

from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta

import pytest

from sponsor_app.domain.ids import AccountId, ContactId, InteractionId
from sponsor_app.domain.interaction import Kind, State
from sponsor_app.domain.language import speak
from sponsor_app.domain.sentence import KnownName, NameKind, parse
from sponsor_app.domain.timeline import Interaction, Person
from sponsor_app.services import languages
from sponsor_app.ui.today.visit_words import READ, log_words

TODAY = date(2026, 11, 18)
NAMES = [
    KnownName(id="a", name="Acme", kind=NameKind.ACCOUNT),
    KnownName(id="c", name="Dana Whitfield", kind=NameKind.CONTACT),
    KnownName(id="d", name="Tom Baker", kind=NameKind.CONTACT),
]


@pytest.fixture(autouse=True)
def english() -> Iterator[None]:
    yield
    speak(None)


@pytest.mark.parametrize("code", sorted({*READ, *languages.NAMES}))
@pytest.mark.parametrize("kind", Kind)
@pytest.mark.parametrize("days", [0, 1, 9])
def test_it_is_read_as_it_was_meant(code: str, kind: Kind, days: int) -> None:
    languages.use(code)
    on = TODAY - timedelta(days=days)
    found = parse(log_words(_plan(kind, on), TODAY), NAMES, TODAY)
    assert (found.on, found.kind) == (on, kind)
    assert {one.text for one in found.contacts} == {"Dana Whitfield", "Tom Baker"}


def _plan(kind: Kind, on: date) -> Interaction:
    people = (
        Person("Dana Whitfield", contact_id=ContactId("c")),
        Person("Tom Baker", contact_id=ContactId("d")),
    )
    return Interaction(
        InteractionId("i"),
        AccountId("a"),
        "Acme",
        kind,
        State.PLANNED,
        on,
        *(None,) * 8,
        contacts=people,
        members=(),
        by=None,
        logged_at=datetime(2026, 11, 1, tzinfo=UTC),
    )
