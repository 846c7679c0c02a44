"""A store that does not open, a full disk, and text that is too long: one clear message, nothing lost, nothing half done."""

import json
import shutil
import sqlite3
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from sponsor_app.store.connection import sqlcipher
from tests.cli.conftest import Verb

WORDS, OTHER_WORDS = "correct horse battery staple\n", "another horse entirely\n"
Contents = dict[str, bytes]
Spoil = Callable[[Path], None]


def contents(folder: Path) -> Contents:
    """Every file below a folder, byte by byte."""
    return {
        str(file.relative_to(folder)): file.read_bytes()
        for file in sorted(folder.rglob("*"))
        if file.is_file()
    }


def names(do: Verb) -> list[str]:
    return [row["account"] for row in do("account", "list", "--json").json]


# --- a store that does not open -------------------------------------------------------------------


def no_database(profile: Path) -> None:
    (profile / "store.db").write_bytes(b"Dear diary, " * 1000)


def empty(profile: Path) -> None:
    (profile / "store.db").write_bytes(b"")


def a_folder(profile: Path) -> None:
    (profile / "store.db").unlink()
    (profile / "store.db").mkdir()


def cut_short(profile: Path) -> None:
    whole = (profile / "store.db").read_bytes()
    (profile / "store.db").write_bytes(whole[: len(whole) // 2])


def cut_to_its_first_bytes(profile: Path) -> None:
    (profile / "store.db").write_bytes((profile / "store.db").read_bytes()[:50])


def overwritten(profile: Path) -> None:
    whole = (profile / "store.db").read_bytes()
    (profile / "store.db").write_bytes(whole[:5000] + b"\xa5" * (len(whole) - 5000))


def newer(profile: Path) -> None:
    connection = sqlite3.connect(profile / "store.db")
    connection.execute("UPDATE alembic_version SET version_num = '9999'")
    connection.commit()
    connection.close()


def another_programs(profile: Path) -> None:
    (profile / "store.db").unlink()
    connection = sqlite3.connect(profile / "store.db")
    connection.execute("CREATE TABLE recipe (name TEXT)")
    connection.close()


def without_key(profile: Path) -> None:
    (profile / "key.json").unlink()


def with_a_damaged_key(profile: Path) -> None:
    (profile / "key.json").write_bytes(b"\xff\xfe\0" * 900)


def with_a_forged_key(profile: Path) -> None:
    known = json.loads((profile / "key.json").read_text("utf-8"))
    (profile / "key.json").write_text(json.dumps(known | {"protection": "passphrase"}), "utf-8")


def with_a_folder_for_a_key(profile: Path) -> None:
    (profile / "key.json").unlink()
    (profile / "key.json").mkdir()


SPOILED: dict[str, tuple[Spoil, str]] = {
    "no database": (no_database, "wrong_key"),
    "empty": (empty, "store_damaged"),
    "a folder": (a_folder, "store"),
    "cut short": (cut_short, "store_damaged"),
    "cut to its first bytes": (cut_to_its_first_bytes, "store_damaged"),
    "overwritten": (overwritten, "store_damaged"),
    "newer": (newer, "store_newer"),
    "another program's": (another_programs, "store_damaged"),
    "without its key": (without_key, "store_damaged"),
    "with a damaged key": (with_a_damaged_key, "store_damaged"),
    "with a forged key": (with_a_forged_key, "store_damaged"),
    "with a folder for a key": (with_a_folder_for_a_key, "store"),
}
RESCUED = [kind for kind in SPOILED if kind not in ("a folder", "newer", "with a folder for a key")]


@pytest.fixture
def passphrases(tmp_path: Path) -> tuple[Path, Path]:
    right, wrong = tmp_path / "right", tmp_path / "wrong"
    right.write_text(WORDS, "utf-8")
    wrong.write_text(OTHER_WORDS, "utf-8")
    return right, wrong


@pytest.mark.parametrize("kind", SPOILED)
def test_a_store_that_does_not_open_is_said_in_one_line_and_stays_as_it_is(
    kind: str, team: Verb, profile: Path
) -> None:
    spoil, code = SPOILED[kind]
    spoil(profile)
    before = contents(profile)
    for words in (("find", "acme"), ("account", "add", "Zenith"), ("doctor",), ("undo",)):
        said = team(*words)
        assert (said.code, said.out, said.err.count("\n")) == (1, "", 1)
        assert "Traceback" not in said.err
        assert team(*words, "--json").json["error"]["code"] == code
    assert contents(profile) == before


@pytest.mark.parametrize("kind", RESCUED)
def test_a_backup_brings_back_a_store_that_does_not_open_and_keeps_what_was_there(
    kind: str, team: Verb, profile: Path
) -> None:
    team("backup", "one.sponsor-backup")
    SPOILED[kind][0](profile)
    before = contents(profile)
    said = team("restore", "one.sponsor-backup", "--json")
    assert said.code == 0
    assert names(team) == ["Acme"]
    assert contents(Path(said.json["kept"])) == before


def test_a_store_with_one_damaged_page_is_found_out_and_replaced_by_a_backup(
    team: Verb, profile: Path
) -> None:
    """It opens, yet cannot be copied whole: what was there is kept as it was."""
    team("backup", "one.sponsor-backup")
    whole = bytearray((profile / "store.db").read_bytes())
    whole[-4096:] = b"\xa5" * 4096
    (profile / "store.db").write_bytes(whole)
    checks = {one["name"]: one for one in team("doctor", "--json").json["checks"]}
    assert not checks["store"]["ok"]
    assert "\n" not in checks["store"]["detail"]
    said = team("restore", "one.sponsor-backup", "--json")
    assert (Path(said.json["kept"]) / "store.db").read_bytes() == bytes(whole)
    assert names(team) == ["Acme"]


def test_a_store_that_cannot_be_decrypted_is_refused_and_no_backup_takes_its_place(
    do: Verb, profile: Path, passphrases: tuple[Path, Path]
) -> None:
    right, wrong = map(str, passphrases)
    do("--passphrase-file", right, "init", "--me", "Grace")
    do("--passphrase-file", right, "backup", "one.sponsor-backup")
    before = contents(profile)
    for words, told in (
        (("find", "acme"), "--passphrase-file"),
        (("--passphrase-file", wrong, "find", "acme"), "does not open this store"),
        (("--passphrase-file", "none", "find", "acme"), "cannot be read"),
        (("--passphrase-file", wrong, "restore", "one.sponsor-backup"), "does not open"),
    ):
        said = do(*words)
        assert (said.code, said.err.count("\n")) == (1, 1)
        assert told in said.err
    assert contents(profile) == before


def test_a_store_under_the_key_of_another_is_refused_and_stays_as_it_is(
    do: Verb, profile: Path, tmp_path: Path, passphrases: tuple[Path, Path]
) -> None:
    by = ("--passphrase-file", str(passphrases[0]))
    do(*by, "init", "--me", "Grace")
    do(*by, "--profile", str(tmp_path / "other"), "init", "--me", "Tom")
    shutil.copy(tmp_path / "other" / "key.json", profile / "key.json")
    before = contents(profile)
    assert do(*by, "find", "acme", "--json").json["error"]["code"] == "wrong_key"
    assert contents(profile) == before


def test_a_store_that_somebody_writes_to_refuses_a_change_and_can_be_read(
    team: Verb, profile: Path
) -> None:
    connection = sqlcipher.connect(str(profile / "store.db"), isolation_level=None)
    connection.execute("BEGIN IMMEDIATE")
    said = team("account", "add", "Zenith", "--json")
    assert said.json["error"]["code"] == "store_busy"
    assert names(team) == ["Acme"]
    connection.execute("ROLLBACK")
    connection.close()
    assert team("account", "add", "Zenith").code == 0


@pytest.mark.parametrize("place", ["file", "file/below"])
def test_a_profile_that_cannot_be_a_folder_is_refused(place: str, do: Verb, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("not a folder", "utf-8")
    said = do("--profile", str(tmp_path / place), "init", "--me", "Grace", "--unencrypted")
    assert (said.code, said.err.count("\n")) == (1, 1)
    assert "cannot be made" in said.err


def test_a_key_whose_store_is_elsewhere_is_kept_when_a_new_store_is_made(
    team: Verb, profile: Path
) -> None:
    key = (profile / "key.json").read_bytes()
    (profile / "store.db").unlink()
    assert team("init", "--me", "Grace", "--unencrypted").code == 0
    [kept] = profile.glob("unopened-*/key.json")
    assert kept.read_bytes() == key


# --- a full disk ------------------------------------------------------------------------------------


def can_mount() -> bool:
    if sys.platform != "linux" or not shutil.which("unshare"):
        return False
    return (
        subprocess.run(["unshare", "-rm", "true"], check=False, capture_output=True).returncode == 0
    )


small_disk = pytest.mark.skipif(not can_mount(), reason="needs a disk of its own to fill")


def on_a_small_disk(folder: Path, size: str, *steps: str, profile: Path | None = None) -> str:
    """What steps say with a disk of `size` mounted over `folder`; `app` is the command line, on a profile there."""
    folder.mkdir()
    command = f"{sys.executable} -u -m tests.cli.steps {profile or folder / 'profile'}"
    run = subprocess.run(
        ["unshare", "-rm", "sh", "-c", f"mount -t tmpfs -o size={size} small {folder}; {command}"],
        check=False,
        input="\n".join(steps),
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        cwd=Path(__file__).parents[2],
    )
    assert "Traceback" not in run.stdout
    return run.stdout


@small_disk
def test_a_store_for_which_there_is_no_room_is_not_half_made(tmp_path: Path) -> None:
    disk = tmp_path / "disk"
    said = on_a_small_disk(
        disk, "64k", "app init --me Grace --unencrypted", f"ls {disk}/profile | wc -l"
    )
    assert "The disk is full. Nothing was changed." in said
    assert said.endswith("=> 1\n0\n")


@small_disk
def test_a_full_disk_refuses_a_change_whole_and_the_store_is_sound_once_there_is_room(
    tmp_path: Path,
) -> None:
    disk = tmp_path / "disk"
    said = on_a_small_disk(
        disk,
        "2m",
        "app init --me Grace --unencrypted",
        "app account add Acme",
        f"cat /dev/zero > {disk}/ballast",
        "app account add Zenith",
        "app log 'coffee at Acme'",
        "app undo",
        f"app export accounts --out {disk}/a.csv",
        f"app brief Acme --out {disk}/b.pdf",
        f"rm {disk}/ballast; ls -A {disk}",
        "app account list",
        "app account add Zenith",
        "app doctor",
    )
    full, fine = said.split("=> 0\n", 2)[2].split("profile\n", 1)
    assert full.count("The disk is full") == full.count("=> 1") == 5
    assert "Acme" in fine
    assert "Added Zenith\n=> 0" in fine
    assert "every page is sound" in fine


@small_disk
def test_a_file_for_which_there_is_no_room_is_not_half_written(
    team: Verb, profile: Path, tmp_path: Path
) -> None:
    disk = tmp_path / "disk"
    said = on_a_small_disk(
        disk,
        "16k",
        f"head -c 16384 /dev/zero > {disk}/ballast",
        f"app export accounts --out {disk}/file.csv",
        f"app export everything --out {disk}/file.json",
        f"app coverage --out {disk}/file.html",
        f"app brief Acme --out {disk}/file.html",
        f"app backup {disk}/b.sponsor-backup",
        f"ls -A {disk}",
        profile=profile,
    )
    assert said.count("The disk is full") == said.count("=> 1") == 5
    assert said.endswith("ballast\n")


# --- text -------------------------------------------------------------------------------------------

LONG = "x" * 200_000
TOO_LONG = [
    ["log", "--kind", "coffee", "--account", "Acme", "--summary", LONG],
    ["log", f"coffee with Dana at Acme yesterday, {LONG}"],
    ["account", "add", LONG],
    ["account", "set", "Acme", f"story={LONG}"],
    ["account", "set", "Acme", f"name={LONG}"],
    ["account", "set", "Acme", f"phone={'1' * 200_000}"],
    ["contact", "add", "Acme", LONG],
    ["contact", "add", "Acme", "Eve", "--phone", "1" * 200_000],
    ["issue", "open", "Acme", LONG, "--severity", "2"],
    ["issue", "open", "Acme", "Late", "--severity", "2", "--detail", LONG],
    ["promise", "add", "Acme", LONG, "--due", "2026-12-01"],
    ["fact", "add", "Dana", LONG],
    ["pulse", "add", "Acme", "5", "--quote", LONG],
    ["brief", LONG],
    ["account", "show", LONG],
    ["history", LONG],
]


@pytest.mark.parametrize("words", TOO_LONG, ids=lambda words: " ".join(words[:4])[:30])
def test_a_text_of_200_000_characters_is_refused_whole_in_a_short_sentence(
    words: list[str], team: Verb
) -> None:
    before = team("account", "show", "Acme", "--json").json
    steps = team("undo", "--list", "--json").json
    said = team(*words)
    assert (said.code, said.out, said.err.count("\n")) == (1, "", 1)
    assert len(said.err) < 500
    assert team("account", "show", "Acme", "--json").json == before
    assert team("undo", "--list", "--json").json == steps


def test_a_pasted_page_is_looked_for_by_its_first_words(team: Verb) -> None:
    assert team("find", "acme " + "word " * 40_000).code == 0
    assert len(team("find", LONG).out) < 200


def test_accounts_called_alike_are_told_apart_by_their_ids(team: Verb) -> None:
    made = team("account", "add", "Acme", "--json").json["id"]
    for words in (
        ("brief", "Acme"),
        ("delete", "Acme"),
        ("contact", "add", "Acme", "Eve"),
        ("log", "coffee at Acme yesterday"),
    ):
        error = team(*words, "--json").json["error"]
        assert error["code"] == "ambiguous"
        assert made in error["message"]
    assert team("brief", made).code == 0
    assert team("log", "--kind", "coffee", "--account", made).code == 0
