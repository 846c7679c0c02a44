"""Making, opening, copying and restoring a store, with a real passphrase and real files."""

import os
import shutil
import zipfile
from datetime import UTC, datetime
from pathlib import Path

import pytest

from sponsor_app.domain.errors import (
    FileProblemError,
    NoStoreError,
    SponsorError,
    StoreDamagedError,
    StoreError,
    StoreLockedError,
)
from sponsor_app.services import Services, accounts, backups, profiles, stores
from sponsor_app.services.profiles import Clocks, Me, Unlocking
from sponsor_app.store.store import Store
from sponsor_app.system import key_file
from sponsor_app.system.key_file import Protection
from sponsor_app.system.keystore import KeyStore
from tests.conftest import Clock

BY_WORDS = Unlocking(passphrase="correct horse battery staple")


@pytest.fixture
def clocks(clock: Clock) -> Clocks:
    return Clocks(clock.now, clock.today)


@pytest.fixture
def profile(tmp_path: Path) -> profiles.Profile:
    return profiles.profile_at(str(tmp_path / "profile"))


Made = tuple[Path, bytes | None]


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Made:
    """A profile that a passphrase protects, with one account, and the key of its store: unlocking takes a second."""
    clock = Clock(datetime(2026, 11, 18, 8, tzinfo=UTC))
    profile = profiles.profile_at(str(tmp_path_factory.mktemp("made") / "profile"))
    me = Me("Grace Moreau", team="Northwind")
    app = stores.create(profile, me, BY_WORDS, Clocks(clock.now, clock.today))
    accounts.add(app, fields={"name": "Acme"})
    app.store.close()
    found = key_file.read(profile.key_file)
    return profile.root, key_file.unwrap(
        found, passphrase=BY_WORDS.passphrase, key_store=KeyStore()
    )


@pytest.fixture
def mine(made: Made, profile: profiles.Profile, clocks: Clocks) -> Services:
    shutil.copytree(made[0], profile.root)
    store = Store.open(profile.store, made[1], clocks.now)
    return Services(store, profile, clocks.now, clocks.today)


def names(app: Services) -> list[str]:
    return [row.account for row in accounts.listed(app)]


def test_a_store_opens_again_with_its_passphrase_and_with_no_other(
    mine: Services, profile: profiles.Profile, clocks: Clocks
) -> None:
    mine.store.close()
    again = stores.open_profile(profile, BY_WORDS, clocks)
    assert names(again) == ["Acme"]
    assert profiles.protection(profile) is Protection.PASSPHRASE
    again.store.close()
    with pytest.raises(StoreLockedError):
        stores.open_profile(profile, Unlocking(passphrase="another passphrase"), clocks)


def test_plain_text_happens_only_when_asked_for_and_is_remembered(
    profile: profiles.Profile, clocks: Clocks
) -> None:
    made = stores.create(profile, Me("Grace"), Unlocking(unencrypted=True), clocks)
    assert not made.store.encrypted
    assert profiles.protection(profile) is Protection.NOTHING
    assert profile.store.read_bytes().startswith(b"SQLite format 3")
    made.store.close()


def test_a_second_store_in_the_same_place_is_refused(
    mine: Services, profile: profiles.Profile, clocks: Clocks
) -> None:
    with pytest.raises(StoreError, match="already a store"):
        stores.create(profile, Me("Tom"), BY_WORDS, clocks)
    assert names(mine) == ["Acme"]


def test_an_empty_profile_says_how_to_begin(profile: profiles.Profile, clocks: Clocks) -> None:
    with pytest.raises(NoStoreError, match="no store") as refused:
        stores.open_profile(profile, BY_WORDS, clocks)
    assert "init --me" in refused.value.typed


@pytest.mark.parametrize("content", [b"", b"\n", b"\xff\xfe\x00"])
def test_a_passphrase_file_that_is_no_text_is_refused(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "pass"
    path.write_bytes(content)
    with pytest.raises(FileProblemError):
        profiles.read_passphrase(path)
    with pytest.raises(FileProblemError):
        profiles.read_passphrase(tmp_path / "none")


def test_a_backup_brings_back_what_was_and_keeps_what_is(
    mine: Services, profile: profiles.Profile, clocks: Clocks, tmp_path: Path
) -> None:
    copy = backups.make(mine, tmp_path / "one.sponsor-backup").path
    accounts.add(mine, fields={"name": "Zenith"})
    mine.store.close()
    kept = stores.restore(profile, copy, BY_WORDS, clocks)
    again = stores.open_profile(profile, BY_WORDS, clocks)
    assert names(again) == ["Acme"]
    again.store.close()
    assert kept is not None
    stores.restore(profile, kept.path, BY_WORDS, clocks)
    again = stores.open_profile(profile, BY_WORDS, clocks)
    assert names(again) == ["Acme", "Zenith"]
    again.store.close()
    assert {one.reason for one in backups.listed(profile)} == {"before a backup was restored"}


def test_a_backup_is_encrypted_and_opens_on_another_laptop_with_the_passphrase(
    mine: Services, clocks: Clocks, tmp_path: Path
) -> None:
    copy = backups.make(mine, tmp_path / "one.sponsor-backup").path
    assert b"Acme" not in copy.read_bytes()
    other = profiles.profile_at(str(tmp_path / "other-laptop"))
    assert stores.restore(other, copy, BY_WORDS, clocks) is None
    there = stores.open_profile(other, BY_WORDS, clocks)
    assert names(there) == ["Acme"]
    there.store.close()


def test_the_copy_of_a_backup_that_was_killed_goes_with_a_later_one(
    mine: Services, tmp_path: Path
) -> None:
    killed, other = (mine.profile.root / f"backup-{number}.tmp" for number in (1, 2))
    for left in (killed, other, killed.with_name(f"{killed.name}-wal")):
        left.write_bytes(b"half a store")
    for left in (killed, killed.with_name(f"{killed.name}-wal")):
        os.utime(left, (0, 0))
    backups.make(mine, tmp_path / "kept.sponsor-backup")
    assert [one.name for one in mine.profile.root.glob("backup-*")] == [other.name]


def test_a_backup_never_replaces_what_is_no_backup(mine: Services, tmp_path: Path) -> None:
    letter = tmp_path / "letter.doc"
    letter.write_text("Dear Dana")
    with pytest.raises(FileProblemError, match="something else"):
        backups.make(mine, letter)
    assert letter.read_text() == "Dear Dana"


@pytest.mark.parametrize("damage", ["text", "cut", "flip", "foreign", "missing"])
def test_a_bad_backup_changes_nothing(
    mine: Services, profile: profiles.Profile, clocks: Clocks, tmp_path: Path, damage: str
) -> None:
    copy = backups.make(mine, tmp_path / "one.sponsor-backup").path
    mine.store.close()
    spoil(copy, damage)
    before = contents(profile.root)
    with pytest.raises(SponsorError, match=r"Nothing was changed|no file"):
        stores.restore(profile, copy, BY_WORDS, clocks)
    assert contents(profile.root) == before


def contents(folder: Path) -> dict[Path, bytes]:
    return {file: file.read_bytes() for file in folder.rglob("*") if file.is_file()}


def spoil(copy: Path, damage: str) -> None:
    content = copy.read_bytes()
    if damage == "text":
        copy.write_text("not a backup")
    elif damage == "cut":
        copy.write_bytes(content[: len(content) // 2])
    elif damage == "flip":
        middle = len(content) // 2
        copy.write_bytes(content[:middle] + bytes(512) + content[middle + 512 :])
    elif damage == "foreign":
        with zipfile.ZipFile(copy, "w") as archive:
            archive.writestr("../../evil", "x")
    else:
        copy.unlink()


def test_a_restore_that_was_cut_off_is_finished_at_the_next_start(
    mine: Services, profile: profiles.Profile, clocks: Clocks, tmp_path: Path
) -> None:
    copy = backups.make(mine, tmp_path / "one.sponsor-backup").path
    accounts.add(mine, fields={"name": "Zenith"})
    mine.store.close()
    pending = profile.root / backups.PENDING
    with zipfile.ZipFile(copy) as archive:
        archive.extractall(pending, ["store.db", "key.json"])
    again = stores.open_profile(profile, BY_WORDS, clocks)
    assert names(again) == ["Acme"]
    assert not pending.exists()
    again.store.close()


def test_a_damaged_key_file_is_said_and_a_backup_is_the_way_back(
    mine: Services, profile: profiles.Profile, clocks: Clocks, tmp_path: Path
) -> None:
    copy = backups.make(mine, tmp_path / "one.sponsor-backup").path
    mine.store.close()
    profile.key_file.write_text("{}")
    with pytest.raises(StoreDamagedError, match="key file"):
        stores.open_profile(profile, BY_WORDS, clocks)
    profile.store.rename(profile.root / "aside.db")
    stores.restore(profile, copy, BY_WORDS, clocks)
    again = stores.open_profile(profile, BY_WORDS, clocks)
    assert names(again) == ["Acme"]
    again.store.close()
