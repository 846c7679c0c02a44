"""What somebody writes lies open nowhere: not in the store, beside it, in logs, reports, settings, or the shared file.

The files that a person exports are not searched: they are made to be read. All that is written on the way to them is.
"""

import base64
import gzip
import logging
import tempfile
import zlib
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
import zstandard

from sponsor_app.domain.errors import SponsorError
from sponsor_app.domain.importing import ImportKind
from sponsor_app.services import Services, accounts, backups, exports, profiles, searching, stores
from sponsor_app.services.exports import ENDINGS, What
from sponsor_app.services.imports.run import Options, run
from sponsor_app.services.profiles import Me, Unlocking, system_clocks
from sponsor_app.services.sharing import syncing
from sponsor_app.services.sharing.places import Means
from sponsor_app.system.folders import Profile
from tests.leaks.canaries import COUNT, hits, words
from tests.leaks.everywhere import fill
from tests.power.victim import Known
from tests.seeds import first_seed
from tests.sharing.laptops import office
from tests.sync.file_hub.faults import Fault, FaultyDisk, Killed
from tests.sync.file_hub.stage import Hands

SEED = first_seed()


@pytest.fixture
def canaries() -> list[str]:
    print(f"seed {SEED}")
    return words(SEED)


@pytest.fixture(autouse=True)
def own_log() -> Iterator[None]:
    """A process logs to one place: what a test began to write to is let go."""
    log = logging.getLogger("sponsor_app")
    before = list(log.handlers)
    yield
    for handler in [one for one in log.handlers if one not in before]:
        log.removeHandler(handler)
        handler.close()


@pytest.fixture
def temporary(tmp_path: Path) -> Iterator[Path]:
    """Where the system has its temporary files while the test runs."""
    folder = tmp_path / "temporary"
    folder.mkdir()
    before, tempfile.tempdir = tempfile.tempdir, str(folder)
    yield folder
    tempfile.tempdir = before


PLANTED: list[Callable[[bytes], bytes]] = [
    lambda text: text,
    lambda text: text.upper(),
    lambda text: text.decode().encode("utf-16-le"),
    lambda text: text.decode().encode("utf-16-be"),
    lambda text: text.hex().encode(),
    lambda text: text.hex().upper().encode(),
    base64.b64encode,
    lambda text: base64.b64encode(b"x" + text + b"y"),
    lambda text: base64.urlsafe_b64encode(b"xy" + text),
    lambda text: b"noise" + zlib.compress(text),
    lambda text: b"noise" + gzip.compress(text),
    lambda text: b"noise" + zstandard.compress(text),
    lambda text: zlib.compress(base64.b64encode(text)),
]


@pytest.mark.parametrize("plant", PLANTED)
def test_the_search_finds_a_word_in_every_form(
    tmp_path: Path, canaries: list[str], plant: Callable[[bytes], bytes]
) -> None:
    word = canaries[7]
    (tmp_path / "somewhere").write_bytes(b"before " + plant(word.encode()) + b" after")
    found, _files = hits([tmp_path], canaries)
    assert {hit.word for hit in found} == {word}


def test_the_search_finds_a_word_in_the_name_of_a_file(tmp_path: Path, canaries: list[str]) -> None:
    (tmp_path / f"Brief of {canaries[3]}").touch()
    assert hits([tmp_path], canaries)[0]


def live(app: Services, canaries: list[str], folder: Path) -> None:
    """A day's work: write everywhere, read, search, import, export, back up, be refused."""
    assert fill(app, canaries) > COUNT
    for word in canaries[:5]:
        accounts.add(app, fields={"name": word, "story": f"{word} {word}", "city": word})
    searching.find(app, canaries[0])
    sheet = folder / "theirs.csv"
    sheet.write_text(f"Name,City\n{canaries[1]} Ltd,{canaries[2]}\n", "utf-8")
    run(app, sheet, Options(kind=ImportKind.ACCOUNTS))
    for what in What:
        for ending in ENDINGS[what]:
            exports.export(app, what, folder / f"{what}{ending}")
    app.profile.backups.mkdir()
    backups.make(app, app.profile.backups / "asked for.zip")
    with pytest.raises(SponsorError):
        accounts.add(app, fields={"name": canaries[0], "no such field": canaries[1]})


def read_number(word: str) -> int:
    try:
        return int(word)
    except ValueError as error:
        msg = f"what to do with {word}?"
        raise ValueError(msg) from error


def bug_about(word: str) -> ValueError:
    """An error of ours that quotes somebody's words, with another one behind it."""
    with pytest.raises(ValueError, match="what to do") as caught:
        read_number(word)
    return caught.value


def test_a_laptop_keeps_no_word_in_the_open(
    tmp_path: Path, canaries: list[str], temporary: Path
) -> None:
    profile, out = Profile(tmp_path / "profile"), tmp_path / "out"
    out.mkdir()
    way_in = Unlocking(key_store=Known())
    me = Me(f"Grace {canaries[9]}", title=canaries[10], team=canaries[11])
    app = stores.create(profile, me, way_in, system_clocks())
    live(app, canaries, out)
    log = profiles.log_bug(profile, bug_about(canaries[12]))
    assert "ValueError" in log.read_text("utf-8")
    assert "read_number" in log.read_text("utf-8")
    assert profile.store.with_name("store.db-wal").stat().st_size > 0
    found, files = hits([profile.root, temporary], canaries)
    app.store.close()
    after, _ = hits([profile.root, temporary], canaries)
    print(f"{files} files, {COUNT} words")
    assert files >= 5
    assert found == after == []
    assert list(temporary.iterdir()) == []


def test_an_export_that_is_broken_off_leaves_nothing_on_another_disk(
    tmp_path: Path, canaries: list[str]
) -> None:
    """Nothing on the way to an export asks for a temporary folder of the system."""
    way_in = Unlocking(key_store=Known())
    app = stores.create(Profile(tmp_path / "profile"), Me("Grace"), way_in, system_clocks())
    accounts.add(app, fields={"name": canaries[0]})
    before, tempfile.tempdir = tempfile.tempdir, str(tmp_path / "no such folder")
    try:
        for what in What:
            for ending in ENDINGS[what]:
                exports.export(app, what, tmp_path / f"{what}{ending}")
    finally:
        tempfile.tempdir = before
        app.store.close()


def test_a_team_shares_no_word_in_the_open(tmp_path: Path, canaries: list[str]) -> None:
    """The shared file, a copy of it, what a killed sync leaves beside it, the quarantine, and two stores."""
    with office(tmp_path) as team:
        anna = team.founder()
        invitation = team.invite(anna, canaries[20])
        bob = team.ask("bob", invitation.code)
        team.sync(anna, bob)
        fill(anna, canaries)
        accounts.add(bob, fields={"name": canaries[21]})
        team.sync(anna, bob, anna)
        team.file.with_name("Team (1).sponsor").write_bytes(team.file.read_bytes())
        accounts.add(anna, fields={"name": canaries[22]})
        team.sync(anna)
        accounts.add(anna, fields={"name": canaries[23]})
        dying = FaultyDisk(plan=lambda _, call: Fault.KILL if call == "replace" else None)
        with pytest.raises(Killed):
            syncing.sync(anna, Means(lambda _now: Hands(at=team.clock.moment), lambda: dying))
        left = {path.name for path in team.file.parent.iterdir()}
        assert any(name.endswith(".tmp") for name in left), left
        assert list(tmp_path.glob("*/quarantine/*"))
        code = invitation.code
        looked_for = [*canaries, code.lower(), code.replace("-", "").lower()]
        found, files = hits([tmp_path], looked_for)
        print(f"{files} files, {len(looked_for)} words")
        assert files >= 6
        assert found == []
