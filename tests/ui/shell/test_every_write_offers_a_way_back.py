"""No action of the window writes without a word: a toast that takes it back, or a question before what nobody can.

What goes through `Operations.command` or `announce` and is a step is told by the toast of the window, with Undo. The
rest is listed here, each with its reason; whatever is new and in no list fails.
"""

from tests.ui.what_writes import HERE, ROOT, STEP, Asked, asked_for, is_sent

ANNOUNCED = {
    "accounts/hand_over.py",
    "imports/importing.py",
    "settings/calendar_watch.py",
}
"""Files that let a step take its time beside the worker, and announce it when it is done."""
HANDED = {"issues/screen.py": "_opening", "promises/screen.py": "_adding"}
"""Functions whose work is handed to `panels/new_at_account.py`, which sends it."""
IS_UNDO = {"history.undo", "history.redo", "imports.run.undo"}
LOOKS_ONLY = {"imports.looking.look"}
"""Goes the way of an import and throws the plan away."""
TOLD = {
    "attachments.bring_back",
    "attachments.remove",
    "attachments.take",
    "calendars.keeping.forget",
    "calendars.keeping.watch_again",
    "calm.remind",
    "important_dates.remind",
    "private_notes.write",
    "saved_views.forget",
    "saved_views.keep_here",
    "saved_views.save",
    "today.put_off_until",
    "today.take_up",
}
"""What only this laptop keeps and somebody may miss: told with the way back, and with the way forth again."""
SHOWS_ITSELF = {
    "calendars.keeping.watch": "the list shows it, with Forget beside it",
    "calendars.online.connect": "the list shows it, with Forget beside it",
    "beginning.protect_by_key_store": "a question of the first run, answered once",
    "beginning.protect_by_passphrase": "a question of the first run, answered once",
    "calm.lock_after": "a switch shows how it stands, and is turned back",
    "calm.want_digest": "a switch shows how it stands, and is turned back",
}
NOBODYS_DEED = {
    "calm.pending": "looks what is due",
    "calm.seen": "a reminder was seen",
    "calm.told": "the digest was told",
    "imports.remembered.remember": "how a list was read, chosen anew with the next",
    "preferences.put": "how a screen was left",
    "searching.remember": "what was found lately",
    "stores.create": "a store begins",
    "stores.open_profile": "a store is opened",
    "today.mark_looked": "the page was seen",
}
OF_THE_TEAM = {
    "sharing.beginning.create",
    "sharing.beginning.forget",
    "sharing.beginning.join",
    "sharing.beginning.join_anew",
    "sharing.beginning.meet_at",
    "sharing.inviting.invite",
    "sharing.inviting.recovery_code",
    "sharing.members.leave",
    "sharing.members.remove",
    "sharing.members.rename",
    "sharing.members.set_admin",
}
"""Signed for everybody, or another place for the file: a form says what it does before, or a question is asked."""
CANNOT_BE_TAKEN_BACK = ("remove", "end_code", "leave", "forget", "set_admin", "take_back", "let_in")
"""Of these the acts of the team that ask first."""


def every(kind: str) -> list[Asked]:
    return [one for one in asked_for() if kind in one.kinds]


def test_every_step_is_announced_so_that_the_toast_offers_undo() -> None:
    silent = [
        (one.place, one.use_case)
        for one in every(STEP)
        if one.use_case not in IS_UNDO | LOOKS_ONLY | OF_THE_TEAM
        and ("query" in one.within or not is_sent(one))
        and one.place not in ANNOUNCED
        and HANDED.get(one.place) != one.function
    ]
    assert silent == []
    assert ".command(" in text_of("panels/new_at_account.py")
    for place in ANNOUNCED:
        assert ".announce(" in text_of(place)


def test_what_only_this_laptop_keeps_is_told_with_the_way_back_or_has_a_reason() -> None:
    steps = {"calendars.refreshing.refresh", "important_dates.add"}
    known = {*TOLD, *SHOWS_ITSELF, *NOBODYS_DEED, *OF_THE_TEAM, *steps}
    assert {one.use_case for one in every(HERE)} <= known
    untold = {one.place for one in every(HERE) if one.use_case in TOLD and not tells(one.place)}
    assert untold == set()


def test_the_lists_name_nothing_that_is_no_longer_there() -> None:
    found = {one.use_case for one in asked_for()}
    assert {
        *IS_UNDO,
        *LOOKS_ONLY,
        *TOLD,
        *SHOWS_ITSELF,
        *NOBODYS_DEED,
        *OF_THE_TEAM,
    } <= found | IS_UNDO


def test_what_cannot_be_taken_back_asks_first() -> None:
    acts = text_of("sharing/acts.py")
    for name in CANNOT_BE_TAKEN_BACK:
        body = acts.partition(f"    def {name}(")[2].partition("\n    def ")[0]
        assert "self._ask(" in body, name


def text_of(place: str) -> str:
    return (ROOT / "sponsor_app" / "ui" / place).read_text("utf-8")


def tells(place: str) -> bool:
    return "desk.tell(" in text_of(place)
