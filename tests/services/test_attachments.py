"""A file at an account is kept in the encrypted store alone, comes out as it went in, and bad files change nothing."""

import os
import stat
import threading
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sponsor_app.domain.attachments import LARGEST, LONGEST_NAME, fitting_name, is_program, together
from sponsor_app.domain.errors import FileProblemError, NotFoundError, StoreDamagedError
from sponsor_app.domain.ids import AccountId
from sponsor_app.services import (
    Services,
    accounts,
    attachments,
    backups,
    history,
    merging,
    profiles,
)
from sponsor_app.store.store import Store
from tests.conftest import KEY, Clock

POSIX = pytest.mark.skipif(os.name != "posix", reason="made of what only POSIX has")


@pytest.fixture
def contract(tmp_path: Path) -> Path:
    path = tmp_path / "Contract.pdf"
    path.write_bytes(b"%PDF- the Quokka clause " * 4000)
    return path


def names(app: Services, record_id: str) -> list[str]:
    return [one.name for one in attachments.listed(app, record_id)]


def test_what_is_attached_is_listed_and_comes_out_as_it_went_in(
    app: Services, acme: AccountId, contract: Path, tmp_path: Path
) -> None:
    before = app.store.latest_change()
    taken = attachments.take(app, acme, [contract])
    [one] = attachments.listed(app, acme)
    assert (one.name, one.size, one.by) == (
        "Contract.pdf",
        contract.stat().st_size,
        "Grace Moreau",
    )
    copy = attachments.save_copy(app, taken.ids[0], tmp_path / "copy.pdf")
    assert copy.read_bytes() == contract.read_bytes()
    assert (app.store.latest_change(), len(history.steps(app))) == (before, 2)
    everything = b"".join(file.read_bytes() for file in tmp_path.glob("store.db*"))
    assert b"Quokka" not in everything


def test_the_same_file_is_attached_once_and_two_of_one_name_are_two(
    app: Services, acme: AccountId, contract: Path
) -> None:
    taken = attachments.take(app, acme, [contract, contract])
    assert (taken.names, taken.twice) == (("Contract.pdf",), ("Contract.pdf",))
    contract.write_bytes(b"another version")
    attachments.take(app, acme, [contract])
    assert names(app, acme) == ["Contract.pdf", "Contract.pdf"]


def test_what_is_removed_can_be_brought_back_for_a_day_and_is_then_forgotten(
    app: Services, acme: AccountId, contract: Path, clock: Clock
) -> None:
    ids = attachments.take(app, acme, [contract]).ids
    attachments.remove(app, ids)
    assert names(app, acme) == []
    attachments.bring_back(app, ids)
    assert names(app, acme) == ["Contract.pdf"]
    attachments.remove(app, ids)
    clock.moment += timedelta(days=2)
    with pytest.raises(NotFoundError, match="not here any more"):
        attachments.bring_back(app, ids)


def test_a_copy_to_open_is_readable_by_nobody_else_and_goes_away(
    app: Services, acme: AccountId, contract: Path
) -> None:
    [file_id] = attachments.take(app, acme, [contract]).ids
    copy = attachments.open_copy(app, file_id)
    assert (copy.name, copy.read_bytes()) == ("Contract.pdf", contract.read_bytes())
    if os.name == "posix":
        assert stat.S_IMODE(copy.stat().st_mode) == 0o400
        assert stat.S_IMODE(copy.parent.stat().st_mode) == 0o700
    assert attachments.open_copy(app, file_id) != copy
    profiles.forget_opened(app.profile)
    assert not copy.parent.parent.exists()


def test_files_of_two_accounts_that_become_one_are_both_there_and_part_again(
    app: Services, acme: AccountId, contract: Path, tmp_path: Path
) -> None:
    bolt = AccountId(accounts.add(app, fields={"name": "Bolt"}).created[0])
    other = tmp_path / "Map.png"
    other.write_bytes(b"\x89PNG")
    attachments.take(app, acme, [contract])
    attachments.take(app, bolt, [other])
    merging.merge_accounts(app, acme, bolt)
    assert sorted(names(app, merging.one_of(acme, bolt))) == ["Contract.pdf", "Map.png"]
    history.undo(app)
    assert (names(app, acme), names(app, bolt)) == (["Contract.pdf"], ["Map.png"])


def test_a_backup_holds_them(app: Services, acme: AccountId, contract: Path, clock: Clock) -> None:
    attachments.take(app, acme, [contract])
    app.store.copy_to(app.profile.root / "copy.db")
    copy = Store(app.profile.root / "copy.db", KEY, clock.now)
    assert names(Services(copy, app.profile, clock.now, clock.today), acme) == ["Contract.pdf"]
    copy.close()
    assert backups.STORE == "store.db"


def test_what_was_damaged_inside_the_store_is_not_opened(
    app: Services, acme: AccountId, contract: Path
) -> None:
    [file_id] = attachments.take(app, acme, [contract]).ids
    with app.store.write_local() as connection:
        connection.exec_driver_sql("UPDATE attached_file SET content = x'00'")
    with pytest.raises(StoreDamagedError, match="not what it was"):
        attachments.open_copy(app, file_id)


# --- bad input ------------------------------------------------------------------------------------


def large(path: Path) -> None:
    path.touch()
    os.truncate(path, 4 << 30)  # it takes no room


def not_mine(path: Path) -> None:
    path.write_bytes(b"secret")
    path.chmod(0)


def nothing(_path: Path) -> None:
    pass


@POSIX
@pytest.mark.parametrize(
    ("name", "make", "said"),
    [
        ("movie.mp4", large, "4,096 MiB"),
        ("folder", Path.mkdir, "is a folder"),
        ("pipe", os.mkfifo, "a device or a pipe"),
        ("link.pdf", lambda path: path.symlink_to("/dev/zero"), "a device or a pipe"),
        ("link.pdf", lambda path: path.symlink_to("nothing"), "was not found"),
        ("theirs.pdf", not_mine, "may not be read"),
        ("script.pdf", lambda path: path.write_bytes(b"#!/bin/sh"), "is a program"),
        ("Invoice.PDF.exe", lambda path: path.write_bytes(b"hello"), "is a program"),
        ("empty.pdf", Path.touch, "is empty"),
        ("vanished.pdf", nothing, "was not found"),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_a_bad_file_is_said_in_one_sentence_and_the_good_one_beside_it_comes_in(
    name: str,
    make: Callable[[Path], object],
    said: str,
    app: Services,
    acme: AccountId,
    contract: Path,
) -> None:
    if make is not_mine and os.geteuid() == 0:
        pytest.skip("root may read everything")
    path = contract.parent / "from" / name
    path.parent.mkdir()
    make(path)
    taken = attachments.take(app, acme, [path, contract])
    [refused] = taken.refused
    assert said in refused.message
    assert refused.message.endswith("Nothing was changed.")
    assert refused.next
    assert names(app, acme) == ["Contract.pdf"]


def test_one_that_is_cut_while_it_is_read_changes_nothing(
    app: Services, acme: AccountId, tmp_path: Path
) -> None:
    path = tmp_path / "long.mov"
    path.write_bytes(os.urandom(3 << 20))

    def cut(_text: str, _share: float | None) -> None:
        os.truncate(path, 10)

    taken = attachments.take(app, acme, [path], cut)
    assert "changed while it was read" in taken.refused[0].message
    assert names(app, acme) == []


def test_given_up_half_way_nothing_is_there(app: Services, acme: AccountId, tmp_path: Path) -> None:
    path, cancel = tmp_path / "long.mov", threading.Event()
    path.write_bytes(os.urandom(3 << 20))
    shares: list[float | None] = []

    def tell(_text: str, share: float | None) -> None:
        shares.append(share)
        cancel.set()

    taken = attachments.take(app, acme, [path, path], tell, cancel)
    assert (taken.ids, taken.refused, len(shares)) == ((), (), 1)
    assert names(app, acme) == []


def test_ten_megabytes_come_in_and_one_byte_more_does_not(
    app: Services, acme: AccountId, tmp_path: Path
) -> None:
    path = tmp_path / "movie.mp4"
    path.write_bytes(os.urandom(LARGEST))
    assert attachments.take(app, acme, [path]).ids
    with path.open("ab") as file:
        file.write(b"x")
    assert "at most 10 MiB" in attachments.take(app, acme, [path]).refused[0].message


@given(name=st.text(max_size=300))
def test_any_name_becomes_one_that_every_disk_takes(name: str) -> None:
    fit = fitting_name(name)
    assert 0 < len(fit) <= LONGEST_NAME + 1
    assert fit == fit.strip(" .")
    assert fit.isprintable() or any(char in "\u200c\u200d" for char in fit)
    assert not set('<>:"/\\|?*\n\u202e') & set(fit)
    assert fitting_name(fit) == fit


@pytest.mark.parametrize(
    ("name", "fit"),
    [
        ("../../etc/passwd", "etc passwd"),
        ("CON.txt", "CON_.txt"),
        ("a\u202efdp.exe", "afdp.exe"),
        ("...", "attachment"),
        (".bashrc", "bashrc"),
        ("Ärger & Co (1).pdf", "Ärger & Co (1).pdf"),
        ("x" * 300 + ".pdf", "x" * (LONGEST_NAME - 4) + ".pdf"),
    ],
)
def test_names_that_would_lead_elsewhere_stay_here(name: str, fit: str) -> None:
    assert fitting_name(name) == fit


def test_what_hides_its_ending_is_still_a_program() -> None:
    assert is_program(fitting_name("invoice\u202efdp.exe"), b"")
    assert not is_program("notes.txt", b"hello")


def test_many_refusals_are_said_as_one() -> None:
    refused = [FileProblemError(f"“{n}” is empty.", "Wait.") for n in range(5)]
    assert together(refused).message == "“0” is empty. “1” is empty. “2” is empty. So with 2 more."
    assert together(refused[:1]).next == "Wait."
