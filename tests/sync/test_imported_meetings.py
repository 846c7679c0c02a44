"""Two colleagues who import the same meeting have one meeting, whoever of them changes it."""

from pathlib import Path

from sponsor_app.domain.interaction import State
from sponsor_app.services import Services, contacts, imports, interactions, shared_changes
from sponsor_app.services.imports import Options
from tests.exchange.documents.texts import event
from tests.services.test_imported_meetings import everything
from tests.sync.stores import add_account, assert_agree, laptops, meet

BOARD = event(
    "DTSTART:20261120T090000Z",
    "RRULE:FREQ=WEEKLY;COUNT=3",
    "SUMMARY:Board",
    "ATTENDEE:mailto:dana@acme.example",
)


def bring(app: Services, text: str) -> imports.FileReport:
    path = Path(app.profile.root) / "board.ics"
    path.write_text(text, encoding="utf-8", newline="")
    return imports.run(app, path, Options())


def seen(app: Services) -> list[tuple[str, State, str | None, set[str]]]:
    return [
        (str(one.on), one.state, one.summary, {p.name for p in (*one.contacts, *one.members)})
        for one in everything(app)
    ]


def test_the_same_calendar_on_two_laptops_is_one_series(tmp_path: Path) -> None:
    with laptops(tmp_path, "grace", "tom") as (grace, tom):
        acme = add_account(grace, "Acme")
        contacts.add(grace, acme, name="Dana", emails=["dana@acme.example"])
        meet(grace, tom)
        assert bring(grace, BOARD).created == bring(tom, BOARD).created == 3
        meet(grace, tom)
        assert_agree((grace, tom))
        assert len(seen(grace)) == 3
        assert seen(grace)[0][3] == {"Dana", "Grace", "Tom"}
        assert bring(tom, BOARD).unchanged == 3


def test_one_moves_the_meeting_while_the_other_writes_about_it(tmp_path: Path) -> None:
    with laptops(tmp_path, "grace", "tom") as (grace, tom):
        acme = add_account(grace, "Acme")
        contacts.add(grace, acme, name="Dana", emails=["dana@acme.example"])
        bring(grace, BOARD)
        meet(grace, tom)
        first = everything(tom)[-1]
        interactions.change(tom, first.id, summary="Bring the plan")
        bring(grace, BOARD.replace("T090000Z", "T100000Z").replace("SUMMARY:Board", "SUMMARY:New"))
        meet(grace, tom)
        assert_agree((grace, tom))
        assert [one[1] for one in seen(tom)] == [State.PLANNED] * 3
        told = {one.losing for one in shared_changes.disputes(tom)}
        assert "Bring the plan" in str(told), "the later word counts, and the other is shown"
