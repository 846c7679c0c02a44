"""Files read by a child process, which may hang, crash or be cancelled without harm."""

import os
import sys
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

from sponsor_app.domain.errors import FileProblemError
from sponsor_app.domain.importing import (
    ImportedPoint,
    ImportedRecord,
    ImportKind,
    LeftOut,
    ReadCancelledError,
)
from sponsor_app.domain.people import PointKind
from sponsor_app.exchange.readers import read_file
from sponsor_app.exchange.sources import examine
from sponsor_app.exchange.tabular.captive import CHILD_ARGUMENT, CHILD_MODULE
from sponsor_app.exchange.tabular.reading import Reading, read_all, read_tabular
from sponsor_app.exchange.tabular.wishes import Wishes, wishes_from, wishes_text

MEGABYTE = 1 << 20


def children() -> list[int]:
    """The processes this one has started and that still are, ended ones included until they are waited for."""
    found: list[int] = []
    for status in Path("/proc").glob("[0-9]*/stat"):
        try:
            fields = status.read_text(errors="replace").rpartition(")")[2].split()
        except OSError:
            continue
        if int(fields[1]) == os.getpid():
            found.append(int(status.parent.name))
    return found


@pytest.fixture(autouse=True)
def nothing_left_running() -> Iterator[None]:
    before = children()
    yield
    assert [pid for pid in children() if pid not in before] == []
    assert [one.name for one in threading.enumerate() if one.name == "table-reader"] == []


def reading_with(
    path: Path, program: str, seconds: float = 30.0, cancel: threading.Event | None = None
) -> Reading:
    """A reading whose child runs `program` instead of ours."""
    command = [sys.executable, "-c", program]
    return Reading(examine(path), Wishes(), seconds=seconds, command=command, cancel=cancel)


@pytest.fixture
def accounts(tmp_path: Path) -> Path:
    path = tmp_path / "accounts.csv"
    path.write_text(
        "Account Name,Industry,Phone\nAcme,Mining,030 1234\n,Food,\nBeta,Steel,\n", "utf-8"
    )
    return path


def test_a_file_becomes_records_and_a_report_of_everything_else(accounts: Path) -> None:
    result = read_all(read_file(accounts))
    assert result.records == (
        ImportedRecord(
            ImportKind.ACCOUNTS,
            "line 2",
            {"name": "Acme", "industry": "Mining", "phone": "030 1234"},
            (ImportedPoint(PointKind.PHONE, "", "030 1234"),),
        ),
        ImportedRecord(ImportKind.ACCOUNTS, "line 4", {"name": "Beta", "industry": "Steel"}),
    )
    report = result.report
    assert (report.file, report.format, report.kind) == ("accounts.csv", "csv", ImportKind.ACCOUNTS)
    assert (report.encoding, report.delimiter, report.header_line) == ("utf-8", ",", 1)
    assert (report.rows, report.records) == (3, 2)
    assert [one.at for one in report.rejected_rows] == ["line 3"]
    assert report.mapped == {"Account Name": "name", "Industry": "industry", "Phone": "phone"}
    assert report.unmapped == ()
    assert report.preview.rows[0] == ("Acme", "Mining", "030 1234")
    assert "“Account Name”" in report.kind_reason


def test_wishes_reach_the_child_whatever_letters_they_have(read) -> None:
    text = "Wer;Wo;Geheim\nÄcme;Köln;x\n"
    result = read(
        text.encode("cp850"),
        kind=ImportKind.ACCOUNTS,
        encoding="cp850",
        delimiter=";",
        mapping={"Wer": "name", "Wo": "city", "Geheim": "-"},
    )
    assert [record.fields for record in result.records] == [{"name": "Äcme", "city": "Köln"}]
    wishes = Wishes(ImportKind.MEMBERS, "utf-8", "\t", {"\udc80=ü": "name"}, "x.csv")
    assert wishes_text(wishes).isascii()
    assert wishes_from(wishes_text(wishes)) == wishes


def test_a_tab_separated_file_is_reported_as_such(read) -> None:
    report = read("Account Name\tIndustry\nAcme\tMining\n", name="x.tsv").report
    assert (report.format, report.delimiter, report.records) == ("tsv", "\t", 1)


def test_the_shape_of_a_file_is_known_before_its_rows_are_read(accounts: Path) -> None:
    with read_tabular(accounts) as reading:
        assert reading.shape.kind is ImportKind.ACCOUNTS
        assert reading.shape.preview.columns == ("Account Name", "Industry", "Phone")


def test_progress_grows_to_the_whole_file(tmp_path: Path) -> None:
    path = tmp_path / "many.csv"
    path.write_text("Account Name,Industry\n" + "Acme,Mining\n" * 5_000, "utf-8")
    with read_tabular(path) as reading:
        shares = [reading.share for _ in reading]
    assert shares == sorted(shares)
    assert 0 < shares[0] < 1
    assert (reading.share, reading.rows_read) == (1.0, 5_000)


def test_a_report_is_there_only_when_all_is_read(accounts: Path) -> None:
    with read_tabular(accounts) as reading:
        next(iter(reading))
        with pytest.raises(RuntimeError, match="after the last record"):
            _ = reading.report


def test_leaving_early_ends_the_child(tmp_path: Path) -> None:
    path = tmp_path / "many.csv"
    path.write_text("Account Name,Industry\n" + "Acme,Mining\n" * 90_000, "utf-8")
    with read_tabular(path) as reading:
        rows = iter(reading)
        assert next(rows).at == "line 2"
        assert len(children()) == 1
    assert children() == []


def test_a_reading_that_is_never_used_starts_nothing(accounts: Path) -> None:
    read_tabular(accounts)
    assert children() == []


def test_cancelling_ends_the_child_and_says_that_nothing_was_changed(tmp_path: Path) -> None:
    path = tmp_path / "many.csv"
    path.write_text("Account Name,Industry\n" + "Acme,Mining\n" * 90_000, "utf-8")
    cancel = threading.Event()
    reading = read_tabular(path, cancel=cancel)
    taken = iter(reading)
    next(taken)
    cancel.set()
    with pytest.raises(ReadCancelledError, match=r"“many.csv” was cancelled. Nothing was changed."):
        list(taken)
    assert children() == []


def test_cancelling_does_not_wait_for_a_child_that_hangs(accounts: Path) -> None:
    cancel = threading.Event()
    threading.Timer(0.2, cancel.set).start()
    with pytest.raises(ReadCancelledError):
        list(reading_with(accounts, "import threading; threading.Event().wait()", cancel=cancel))


def test_a_child_that_takes_too_long_is_ended_with_a_sentence(accounts: Path) -> None:
    with pytest.raises(FileProblemError) as slow:
        list(reading_with(accounts, "import threading; threading.Event().wait()", seconds=0.3))
    assert slow.value.message == (
        "“accounts.csv” was not read: it took longer than 0.3 seconds. Nothing was changed."
    )
    assert slow.value.next


def test_what_a_hanging_child_started_is_ended_with_it(accounts: Path, tmp_path: Path) -> None:
    told = tmp_path / "pid"
    program = (
        "import pathlib, subprocess, sys, threading;"
        "p = subprocess.Popen([sys.executable, '-c', 'import threading; threading.Event().wait()']);"
        f"pathlib.Path({str(told)!r}).write_text(str(p.pid)); threading.Event().wait()"
    )
    cancel = threading.Event()
    reading = reading_with(accounts, program, cancel=cancel)
    waiting = threading.Thread(target=_cancel_once, args=(told, cancel))
    waiting.start()
    with pytest.raises(ReadCancelledError):
        list(reading)
    waiting.join()
    _wait_until_gone(Path("/proc") / told.read_text() / "stat")


def _wait_until_gone(status: Path) -> None:
    """Return when a killed process is gone, or only waits to be counted; the time limit of the test is ours."""
    tick = threading.Event()
    while status.exists() and status.read_text().rpartition(")")[2].split()[0] not in "ZX":
        tick.wait(0.01)


def _cancel_once(told: Path, cancel: threading.Event) -> None:
    tick = threading.Event()
    while not (told.exists() and told.read_text()):
        tick.wait(0.01)
    cancel.set()


@pytest.mark.parametrize(
    "program",
    [
        "import os; os.abort()",
        "import os, signal; os.kill(os.getpid(), signal.SIGKILL)",
        "print('this is no frame at all')",
        "import sys; sys.stdout.buffer.write(b'\\xff' * 100)",
        "import sys; sys.stdout.buffer.write(b'\\0\\0\\0\\5abc')",
        "raise SystemExit(3)",
        "pass",
    ],
)
def test_a_child_that_dies_or_raves_is_an_error_a_person_can_act_on(
    accounts: Path, program: str
) -> None:
    with pytest.raises(FileProblemError) as failed:
        list(reading_with(accounts, program))
    assert failed.value.message.startswith("“accounts.csv” was not read: ")
    assert failed.value.message.endswith("Nothing was changed.")
    assert "CSV UTF-8" in failed.value.next


def test_a_child_that_stops_in_the_middle_hands_out_no_report(accounts: Path) -> None:
    program = (
        "import sys\n"
        f"import {CHILD_MODULE} as child\n"
        "from sponsor_app.exchange.tabular.harvest import Harvest\n"
        "Harvest.closing = property(lambda self: sys.exit(1))\n"
        "child.main(sys.argv[1:])\n"
    )
    reading = reading_with(accounts, program)
    with pytest.raises(FileProblemError, match="the system ended the reader"):
        list(reading)
    with pytest.raises(RuntimeError):
        _ = reading.report


def test_an_error_of_ours_is_told_by_its_place_and_not_by_what_the_file_says(
    accounts: Path,
) -> None:
    program = (
        "import sys\n"
        f"import {CHILD_MODULE} as child\n"
        "from sponsor_app.exchange.tabular.harvest import Harvest\n"
        "Harvest.batches = lambda self: int('secret of Acme')\n"
        "child.main(sys.argv[1:])\n"
    )
    with pytest.raises(FileProblemError) as failed:
        list(reading_with(accounts, program))
    assert "ValueError" in failed.value.message
    assert "secret" not in failed.value.message


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such limit")
def test_a_child_out_of_memory_says_so(tmp_path: Path) -> None:
    path = tmp_path / "large.csv"
    path.write_bytes(b"Account Name,Industry\n" + (b"x" * 500 + b",y\n") * 90_000)
    program = f"import sys\nimport {CHILD_MODULE} as child\nchild.MAX_MEMORY = 64 << 20\nchild.main(sys.argv[1:])\n"
    with pytest.raises(FileProblemError, match=r"needs more than 1,024 MiB of memory"):
        list(reading_with(path, program))


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such limit")
def test_the_child_has_limits_and_can_write_no_file(accounts: Path) -> None:
    program = (
        "import resource, sys\n"
        f"import {CHILD_MODULE} as child\n"
        "from sponsor_app.exchange.tabular.problems import UnreadableError\n"
        "def look(*_):\n"
        "    names = ('RLIMIT_AS', 'RLIMIT_CPU', 'RLIMIT_FSIZE', 'RLIMIT_CORE')\n"
        "    raise UnreadableError(str([resource.getrlimit(getattr(resource, n))[0] for n in names]))\n"
        "child._read = look\n"
        "child.main(sys.argv[1:])\n"
    )
    with pytest.raises(FileProblemError, match=r"\[1073741824, 31, 0, 0\]"):
        list(reading_with(accounts, program))


def test_a_busy_parent_does_not_use_up_the_time_of_the_child(tmp_path: Path) -> None:
    path = tmp_path / "many.csv"
    path.write_text("Account Name,Industry\n" + "Acme,Mining\n" * 20_000, "utf-8")
    reading = Reading(examine(path), Wishes(), seconds=2.0)
    tick = threading.Event()
    with reading:
        for number, _ in enumerate(reading):
            if number == 10:
                tick.wait(2.5)
    assert reading.report.records == 20_000


def test_a_folder_with_a_module_of_the_same_name_is_not_run(
    accounts: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (accounts.parent / "csv.py").write_text("raise SystemExit('run')", "utf-8")
    monkeypatch.chdir(accounts.parent)
    assert read_all(read_tabular(accounts)).report.records == 2


def test_a_frozen_application_starts_itself_with_a_private_argument(
    accounts: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.__dict__, "frozen", True)
    monkeypatch.setitem(sys.__dict__, "executable", "/nowhere/sponsor-app")
    with pytest.raises(FileProblemError, match="the reader could not be started"):
        list(read_tabular(accounts))
    assert CHILD_ARGUMENT.startswith("--")


@pytest.mark.parametrize(
    ("wishes", "message", "advice"),
    [
        ({"encoding": "klingon"}, "“klingon” is no encoding of text", "utf-8"),
        ({"delimiter": "ab"}, "“ab” cannot stand between cells", "tab"),
        ({"mapping": {"Town": "city"}}, "it has no column “Town”", "Account Name, Industry, Phone"),
        ({"mapping": {"Phone": "fone"}}, "“fone” is no field of accounts", "phone_work"),
        ({"mapping": {"x" * 40_000: "name"}}, "too many columns were mapped at once", "fewer"),
    ],
)
def test_a_wish_that_makes_no_sense_is_refused_with_what_would(
    accounts: Path, wishes: dict[str, object], message: str, advice: str
) -> None:
    with pytest.raises(FileProblemError) as refused:
        list(read_tabular(accounts, **wishes))  # pyright: ignore[reportArgumentType] - passed on as given
    assert refused.value.message == f"“accounts.csv” was not read: {message}. Nothing was changed."
    assert advice in refused.value.next


def test_more_rows_than_the_limit_are_refused_as_a_whole(tmp_path: Path) -> None:
    path = tmp_path / "accounts.csv"
    path.write_text("Account Name,Industry\n" + "Acme,x\n" * 100_001, "utf-8")
    with pytest.raises(FileProblemError, match="more than 100,000 rows"):
        list(read_tabular(path))


def test_exactly_as_many_rows_as_the_limit_are_read(tmp_path: Path) -> None:
    path = tmp_path / "accounts.csv"
    path.write_text("Account Name,Industry\n" + "Acme,x\n" * 100_000, "utf-8")
    with read_tabular(path) as reading:
        assert sum(1 for _ in reading) == 100_000


def test_a_whole_file_on_one_line_is_refused_with_its_length(tmp_path: Path) -> None:
    path = tmp_path / "line.csv"
    path.write_bytes(b"ab," * (49 * MEGABYTE // 3))
    with pytest.raises(FileProblemError, match="one of its first lines has 51,380,223 characters"):
        list(read_tabular(path))


def test_a_file_of_one_blank_line_after_another_is_refused_quickly(tmp_path: Path) -> None:
    path = tmp_path / "blank.csv"
    path.write_bytes(b"\n" * 49 * MEGABYTE)
    with pytest.raises(FileProblemError, match="it holds no rows"):
        list(read_tabular(path))


def test_left_out_rows_are_part_of_the_account(read) -> None:
    report = read("a,b\n1,2\n").report
    assert report.left_out == (
        LeftOut(
            "rows",
            1,
            "no heading tells what these rows are; choose accounts, contacts, members, interactions, issues or deals,"
            " first on line 2",
            whole_rows=True,
        ),
    )
