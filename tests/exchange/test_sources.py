"""The checks a file passes before anything reads it."""

import io
import os
import zipfile
from pathlib import Path

import pytest

from sponsor_app.domain.errors import FileProblemError
from sponsor_app.exchange.limits import MAX_BYTES
from sponsor_app.exchange.readers import read_file
from sponsor_app.exchange.tabular.reading import read_tabular


def refusal(path: Path) -> FileProblemError:
    with pytest.raises(FileProblemError) as refused:
        read_tabular(path)
    assert refused.value.message.startswith("“")
    assert refused.value.message.endswith("Nothing was changed.")
    assert refused.value.next
    return refused.value


def zipped(*names: str) -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as archive:
        for name in names:
            archive.writestr(name, "x")
    return stream.getvalue()


def test_a_missing_file_is_refused_before_anything_starts(tmp_path: Path) -> None:
    assert "“nowhere.csv” was not found" in refusal(tmp_path / "nowhere.csv").message
    assert "was not found" in refusal(tmp_path / "x.csv" / "y.csv").message
    assert "was not found" in refusal(tmp_path / ("x" * 400)).message


def test_a_name_no_file_can_have_is_refused(tmp_path: Path) -> None:
    assert "is not the name of a file" in refusal(tmp_path / "a\0b.csv").message


@pytest.mark.skipif(os.name == "nt", reason="Windows has no such names")
def test_a_name_that_is_no_text_can_still_be_shown(tmp_path: Path) -> None:
    path = Path(os.fsdecode(os.fsencode(tmp_path) + b"/m\xfcller.csv"))
    assert "“m?ller.csv” was not found" in refusal(path).message
    path.write_text("Account Name,Industry\nAcme,Mining\n", "utf-8")
    with read_tabular(path) as reading:
        assert len(list(reading)) == 1
        assert reading.report.file == "m?ller.csv"


def test_a_folder_is_refused(tmp_path: Path) -> None:
    assert "is a folder" in refusal(tmp_path).message


@pytest.mark.skipif(os.name == "nt", reason="Windows has no pipes of that kind")
def test_a_pipe_and_a_device_are_refused_without_waiting(tmp_path: Path) -> None:
    pipe = tmp_path / "pipe.csv"
    os.mkfifo(pipe)
    assert "a device or a pipe" in refusal(pipe).message
    assert "a device or a pipe" in refusal(Path(os.devnull)).message


def test_an_empty_file_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "empty.csv"
    path.touch()
    assert "is empty" in refusal(path).message


def test_a_file_over_the_limit_is_refused_with_its_size(tmp_path: Path) -> None:
    path = tmp_path / "large.csv"
    with path.open("wb") as file:
        file.truncate(MAX_BYTES + 1)
    assert "has 50 MiB, and at most 50 MiB are read" in refusal(path).message


@pytest.mark.skipif(
    not hasattr(os, "geteuid") or os.geteuid() == 0, reason="the superuser may read everything"
)
def test_a_file_one_may_not_read_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "private.csv"
    path.write_text("Name\nAcme\n", "utf-8")
    path.chmod(0)
    assert "may not be read by you" in refusal(path).message


def test_a_file_that_vanishes_before_it_is_read_is_reported(tmp_path: Path) -> None:
    path = tmp_path / "accounts.csv"
    path.write_text("Account Name,Industry\nAcme,Mining\n", "utf-8")
    reading = read_tabular(path)
    path.unlink()
    with pytest.raises(FileProblemError, match="was not found"):
        list(reading)


def test_a_file_that_becomes_a_folder_before_it_is_read_is_reported(tmp_path: Path) -> None:
    path = tmp_path / "accounts.csv"
    path.write_text("Account Name,Industry\nAcme,Mining\n", "utf-8")
    reading = read_tabular(path)
    path.unlink()
    path.mkdir()
    with pytest.raises(FileProblemError, match="is a folder"):
        list(reading)


@pytest.mark.skipif(os.name == "nt", reason="Windows keeps an open file where it is")
def test_a_file_that_vanishes_while_it_is_read_is_read_to_its_end(tmp_path: Path) -> None:
    path = tmp_path / "accounts.csv"
    path.write_text("Account Name,Industry\n" + "Acme,Mining\n" * 20_000, "utf-8")
    with read_tabular(path) as reading:
        rows = iter(reading)
        next(rows)
        path.unlink()
        assert sum(1 for _ in rows) == 19_999


@pytest.mark.parametrize(
    ("name", "content", "what", "advice"),
    [
        ("a.zip", zipped("accounts.csv"), "a zip archive", "Unpack"),
        ("a.pdf", b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n", "a PDF document", "CSV"),
        ("a.csv", b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", "a picture (PNG)", "CSV"),
        ("a.csv", b"\xff\xd8\xff\xe0\0\x10JFIF", "a picture (JPEG)", "CSV"),
        ("a.csv.gz", b"\x1f\x8b\x08\0\0\0", "gzip", "Unpack"),
        ("a.csv", b"SQLite format 3\0" + b"\0" * 80, "a database", "CSV"),
        ("a.csv", bytes(range(256)) * 8, "bytes of some program", "CSV"),
        ("a.csv", b"\0" * 5000, "bytes of some program", "CSV"),
        ("a.xls", b"<html><table><tr><td>Name</td></tr></table></html>", "a web page", "CSV UTF-8"),
        ("a.xls", b'\xef\xbb\xbf <?xml version="1.0"?><Workbook/>', "an XML file", "CSV"),
        ("a.json", b'[{"name": "Acme"}]', "a JSON file", "CSV"),
        ("a.json", b'["vcard",[["version",{},"text","4.0"]]]', "a JSON file", "CSV"),
        ("a.txt", b"MECARD:N:Reed,Dana;TEL:+1 415;;", "a QR code", "phone"),
        ("a.ldif", b"dn: cn=Dana Reed\nmail: d@x\n", "LDIF", "vCard"),
        ("a.numbers", zipped("Index/Document.iwa"), "Apple Numbers", "Excel or CSV"),
        ("a.pst", b"!BDN" + bytes(99), "Outlook", "as CSV"),
        ("a.json", b'{"name": "Acme"}', "a JSON file", "CSV"),
        ("a.rtf", b"{\\rtf1\\ansi", "RTF", "CSV"),
    ],
)
def test_what_is_no_table_is_named_by_what_it_is_with_what_to_export(
    tmp_path: Path, name: str, content: bytes, what: str, advice: str
) -> None:
    path = tmp_path / name
    path.write_bytes(content)
    refused = refusal(path)
    assert what in refused.message
    assert advice in refused.next
    with pytest.raises(FileProblemError) as same:
        read_file(path)
    assert same.value.message == refused.message


@pytest.mark.parametrize(
    ("name", "content", "what", "form"),
    [
        ("a.vcf", b"BEGIN:VCARD\r\nVERSION:3.0\r\n", "an address card", "vcf"),
        ("a.txt", "BEGIN:VCARD\r\nVERSION:3.0\r\n".encode("utf-16"), "an address card", "vcf"),
        ("a.ics", b"BEGIN:VCALENDAR\r\n", "a calendar", "ics"),
        ("a", b"BEGIN:VEVENT\r\nUID:1\r\n", "a calendar", "ics"),
        ("a.vcs", b"begin:vcalendar\r\n", "a calendar", "ics"),
        ("a.eml", b"From: Dana <d@acme.example>\r\n\r\nHi", "a mail message", "eml"),
        ("a.txt", b"Received: from x by y\r\n\r\nHi", "a mail message", "eml"),
    ],
)
def test_a_document_is_no_table_and_is_read_by_a_reader_of_its_own(
    tmp_path: Path, name: str, content: bytes, what: str, form: str
) -> None:
    path = tmp_path / name
    path.write_bytes(content)
    assert what in refusal(path).message
    with read_file(path) as reading:
        list(reading)
    assert reading.report.format == form


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("export.xls", b"Account Name\tIndustry\nAcme\tMining\n"),
        ("accounts", b"Account Name,Industry\nAcme,Mining\n"),
        ("accounts.dat", "Account Name;Industry\nAcme;Mining\n".encode("utf-16")),
        ("nul.csv", b"Account Name,Industry\n\0Acme,Mi\0ning\n"),
        ("bracket.csv", b"Account Name,Industry\n[Acme],{Mining}\n"),
    ],
)
def test_a_table_of_text_is_read_whatever_it_is_called(
    tmp_path: Path, name: str, content: bytes
) -> None:
    path = tmp_path / name
    path.write_bytes(content)
    with read_file(path) as reading:
        assert [str(record.fields["name"]).strip("[]") for record in reading] == ["Acme"]
