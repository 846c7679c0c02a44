"""What stands on paper can be copied, searched and read aloud: the text comes out as it went in."""

import shutil
import subprocess
import unicodedata
from html import escape
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pypdf import PdfReader
from PySide6.QtGui import QImage

from sponsor_app.exchange.pages import paper
from sponsor_app.exchange.pages.paper import write_fitting, write_pdf
from sponsor_app.system.folders import resources

FONTS = resources() / "fonts"
LETTERS = "".join(map(chr, [*range(0x21, 0x7F), *range(0xA1, 0xAD), *range(0xAE, 0x180)]))
NO_FONT = "OpenType support missing"


def written(path: Path, *paragraphs: str) -> Path:
    html = "".join(f"<p>{one}</p>" for one in paragraphs)
    write_pdf(path, lambda _size: html, fonts=FONTS, title="T", author="Grace")
    return path


def text(path: Path) -> str:
    return "\n".join(page.extract_text() for page in PdfReader(path).pages)


def words(path: Path) -> str:
    return " ".join(text(path).split())


def missing(*families: str) -> bool:
    """Asked without Qt: while tests are collected there is no application yet."""
    tool = shutil.which("fc-list")
    if tool is None:
        return True
    listed = subprocess.run([tool, ":", "family"], capture_output=True, text=True, check=True)
    return not all(family in listed.stdout for family in families)


needs_fallback_fonts = pytest.mark.skipif(
    missing("DejaVu Sans", "Droid Sans Fallback"),
    reason="needs fonts-dejavu-core and fonts-droid-fallback",
)


@pytest.mark.parametrize(
    "said",
    [
        "08:41 and 12:30–13:00",
        "3x4, 3×4, a->b, a=>b, x<-y, (A) [B] {C}, A@B, 10:30-11:00, C:\\D, 1/2, …",
        "difficult office, affiliate, flight, fjord",
        "2 of 9 laptops not in step: Mia since Sat 14 Nov.",
        "✓ covered △ due ▲ overdue ○ never met – no cadence □ no sponsor",
    ],
)
def test_times_dashes_and_signs_survive_in_every_weight(tmp_path: Path, said: str) -> None:
    path = written(
        tmp_path / "t.pdf",
        escape(said),
        f'<span style="font-weight:600;font-size:11px">{escape(said)}</span>',
        f'<span style="font-family:Inter;font-weight:500">{escape(said)}</span>',
    )
    assert words(path) == " ".join([said] * 3)


def test_words_are_parted_by_spaces_and_not_by_tabs(tmp_path: Path) -> None:
    assert "\t" not in text(written(tmp_path / "t.pdf", "Halvorsen Maritime, Oslo"))


def test_a_table_is_read_row_by_row(tmp_path: Path) -> None:
    rows = [("Acme", "11:15", "overdue"), ("Zenith", "–", "due")]
    cells = "".join(f"<tr>{''.join(f'<td>{one}</td>' for one in row)}</tr>" for row in rows)
    path = written(tmp_path / "t.pdf", f'<table width="100%">{cells}</table>')
    assert words(path) == "Acme 11:15 overdue Zenith – due"


@settings(max_examples=25)
@given(st.text(st.sampled_from(LETTERS), min_size=1, max_size=60))
def test_any_latin_text_survives_letter_by_letter(tmp_path: Path, said: str) -> None:
    found = text(written(tmp_path / "t.pdf", escape(said)))
    assert "".join(found.split()) == said


def test_a_very_long_name_survives_its_line_breaks(tmp_path: Path) -> None:
    unbroken, spaced = "Donaudampfschiff" * 30, "Société Générale de Surveillance " * 15
    found = text(written(tmp_path / "t.pdf", unbroken, spaced))
    assert "".join(found.split()) == unbroken + spaced.replace(" ", "")


@needs_fallback_fonts
def test_chinese_japanese_cyrillic_and_greek_survive(tmp_path: Path) -> None:
    said = "株式会社テスト 北京大学 大 Привет Ελλάδα"
    found = text(written(tmp_path / "t.pdf", said))
    assert "".join(found.split()) == said.replace(" ", "")


@needs_fallback_fonts
def test_every_arabic_letter_survives_as_the_letter_people_type(tmp_path: Path) -> None:
    """Qt writes from the first letter to the last; readers that expect the order of the page turn words round."""
    said = "شركة النفط العربية"
    found = words(written(tmp_path / "t.pdf", said)).split()
    assert [sorted(word) for word in found] == [sorted(word) for word in said.split()]
    assert not [c for c in "".join(found) if unicodedata.decomposition(c).startswith("<")]


@needs_fallback_fonts
@pytest.mark.skipif(shutil.which("pdftotext") is None, reason="needs poppler-utils")
def test_arabic_and_hebrew_come_in_reading_order_from_a_reader_that_knows_it(
    tmp_path: Path,
) -> None:
    path = written(tmp_path / "t.pdf", "شركة النفط العربية", "עברית שלום", "08:41")
    out = subprocess.run(["pdftotext", str(path), "-"], capture_output=True, check=True).stdout
    plain = "".join(c for c in out.decode() if unicodedata.category(c) != "Cf")
    assert " ".join(plain.split()) == "شركة النفط العربية עברית שלום 08:41"


@pytest.mark.qt_log_ignore(NO_FONT)
def test_letters_that_no_font_has_are_attached_and_the_page_says_so(tmp_path: Path) -> None:
    said = "Account हिन्दी and 𓀀 end"
    path = written(tmp_path / "t.pdf", said)
    reader = PdfReader(path)
    assert reader.attachments["text.txt"] == [said.encode()]
    assert "U+0939" in words(path)
    assert "attached: text.txt" in words(path)


def test_letters_that_are_all_drawn_attach_nothing(tmp_path: Path) -> None:
    path = written(tmp_path / "t.pdf", "Müller & Søn, 08:41")
    assert not list(PdfReader(path).attachments)
    assert "attached" not in words(path)


def test_a_letter_beyond_the_basic_plane_is_attached_even_when_a_font_has_it(
    tmp_path: Path,
) -> None:
    path = written(tmp_path / "t.pdf", "well \U0001f600 done")
    assert PdfReader(path).attachments["text.txt"] == ["well \U0001f600 done".encode()]


@pytest.mark.parametrize("escaped", [True, False])
def test_a_picture_that_is_named_is_not_opened(tmp_path: Path, escaped: bool) -> None:
    paper.ready(FONTS)
    secret = QImage(321, 123, QImage.Format.Format_RGB32)
    assert secret.save(str(tmp_path / "secret.png"))
    for address in ((tmp_path / "secret.png").as_uri(), str(tmp_path / "secret.png")):
        said = f'<img src="{address}">'
        path = written(tmp_path / "t.pdf", escape(said) if escaped else said)
        assert b"/Width 321" not in path.read_bytes()
        assert "".join(text(path).split()) == (said.replace(" ", "") if escaped else "")


def test_the_first_attempt_that_fits_one_page_is_drawn(tmp_path: Path) -> None:
    tried: list[int] = []

    def attempts() -> object:
        for lines in (400, 300, 20, 10):
            tried.append(lines)
            yield "".join(f"<p>line {n}</p>" for n in range(lines)), 11

    path = tmp_path / "t.pdf"
    made = attempts()
    assert write_fitting(path, made, fonts=FONTS, title="T", author="G") == 1  # pyright: ignore[reportArgumentType]
    assert tried == [400, 300, 20]
    assert words(path).endswith("line 19")


def test_what_fits_no_page_takes_several_and_loses_nothing(tmp_path: Path) -> None:
    html = "".join(f"<p>line {n}</p>" for n in range(200))
    path = tmp_path / "t.pdf"
    pages = write_pdf(path, lambda _size: html, fonts=FONTS, title="T", author="G")
    assert pages == len(PdfReader(path).pages) > 1
    assert words(path) == " ".join(f"line {n}" for n in range(200))
