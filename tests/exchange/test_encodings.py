"""Which characters the bytes of a file stand for."""

# ruff: noqa: RUF001 - letters of other scripts are the point
import codecs
import io

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from sponsor_app.exchange.tabular.encodings import decoded_lines, settle_encoding
from sponsor_app.exchange.tabular.problems import UnreadableError

WESTERN = (
    "Firma,Ort,Kontakt\r\nMüller Käfer,Zürich,François\r\nSociété Générale,Besançon,Hélène\r\n"
)
CENTRAL = "Firma,Ort\r\nŁódź Święty,Kraków\r\nŠkoda Dvořák,Plzeň\r\nGyőr Műszaki,Székesfehérvár\r\n"
RUSSIAN = "Имя,Город\r\nИванов Пётр,Москва\r\nАнна Сергеевна,Новосибирск\r\n"
GREEK = "Όνομα,Πόλη\r\nΓιώργος Παπαδόπουλος,Αθήνα\r\nΕλένη,Θεσσαλονίκη\r\n"
TURKISH = "Ad,Şehir\r\nGökçe Yıldız,İstanbul\r\nIşık Öztürk,Şişli\r\nÇağlar,Müdür\r\n"
JAPANESE = "名前,会社\r\n山田太郎,株式会社トヨタ自動車\r\n佐藤花子,日立製作所\r\n"
CHINESE = "姓名,公司\r\n王伟,华为技术有限公司\r\n李娜,中国银行\r\n"
KOREAN = "이름,회사\r\n김철수,삼성전자\r\n이영희,현대자동차\r\n"


def text_of(content: bytes, wanted: str | None = None) -> str:
    encoding = settle_encoding(content, wanted)
    return "".join(decoded_lines(io.BytesIO(content), encoding))


@pytest.mark.parametrize(
    ("text", "codec"),
    [
        (WESTERN, "cp1252"),
        (WESTERN, "mac_roman"),
        (WESTERN, "cp850"),
        (WESTERN, "iso8859_15"),
        (CENTRAL, "cp1250"),
        (CENTRAL, "iso8859_2"),
        (RUSSIAN, "cp1251"),
        (RUSSIAN, "koi8_r"),
        (RUSSIAN, "cp866"),
        (GREEK, "cp1253"),
        (TURKISH, "cp1254"),
        (JAPANESE, "shift_jis"),
        (JAPANESE, "euc_jp"),
        (JAPANESE, "iso2022_jp"),
        (CHINESE, "gb18030"),
        (KOREAN, "cp949"),
    ],
    ids=lambda value: value if value.isascii() else "",
)
def test_an_encoding_nobody_named_is_told_by_the_words_it_makes(text: str, codec: str) -> None:
    assert text_of(text.encode(codec)) == text


@pytest.mark.parametrize("text", [WESTERN, CENTRAL, RUSSIAN, JAPANESE, "a,b\n1,2\n"])
@pytest.mark.parametrize(
    "codec", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32"]
)
def test_unicode_is_recognised_with_and_without_its_mark(text: str, codec: str) -> None:
    assert text_of(text.encode(codec)).removeprefix("\ufeff") == text


@pytest.mark.parametrize(
    ("mark", "codec"), [(codecs.BOM_UTF16_BE, "utf-16-be"), (codecs.BOM_UTF32_BE, "utf-32-be")]
)
def test_the_mark_of_the_other_byte_order_is_not_part_of_the_text(mark: bytes, codec: str) -> None:
    assert text_of(mark + WESTERN.encode(codec)) == WESTERN


@pytest.mark.parametrize("codec", ["utf-32-be", "utf-32-le"])
def test_utf_32_behind_the_mark_of_utf_16_is_read_and_reported(codec: str) -> None:
    content = codecs.BOM_UTF16_BE + "a,b\nfoo,bar\n".encode(codec)
    encoding = settle_encoding(content)
    assert encoding.name == codec
    assert "marked as UTF-16" in encoding.notes[0]


def test_a_lone_accent_is_western_and_not_central_european() -> None:
    assert settle_encoding(b"a,b,c\n1,2,3\n4,5,\xa9\n").name == "cp1252"


def test_one_line_of_cp1252_in_a_utf_8_file_keeps_both_readable() -> None:
    content = WESTERN.encode() + "Café,Orléans,Zoé\r\n".encode("cp1252")
    assert text_of(content) == WESTERN + "Café,Orléans,Zoé\r\n"
    assert "line 4" in settle_encoding(content).notes[0]


def test_a_zero_byte_does_not_turn_text_into_utf_16() -> None:
    assert settle_encoding(b"a,b,c\n\0,2,3\n").name == "utf-8"


def test_a_named_encoding_wins_over_what_the_bytes_look_like() -> None:
    content = CENTRAL.encode("cp1250")
    assert text_of(content, "windows-1250") == CENTRAL
    assert text_of("é".encode("cp1252"), "mac-roman") == "È"
    assert text_of(WESTERN.encode("utf-16"), "UTF-16") == WESTERN
    assert text_of(b"\xef\xbb\xbfa", "utf-8") == "a"


def test_a_named_encoding_that_does_not_fit_is_refused_with_the_line() -> None:
    with pytest.raises(UnreadableError, match=r"not utf-8: the bytes on line 2"):
        settle_encoding(WESTERN.encode("cp1252"), "utf-8")


@pytest.mark.parametrize("name", ["klingon", "base64", "rot13", "hex", "\0", "ü", "idna\0"])
def test_a_name_that_is_no_encoding_of_text_is_refused(name: str) -> None:
    with pytest.raises(UnreadableError, match="no encoding of text"):
        settle_encoding(b"a,b\n", name)


@given(st.binary(max_size=400))
@example(b"\xff\xfe\x00\x00")
@example(b"\xff\xfe\x00")
@example(b"\x00\xd8" * 9)
@example(b"")
def test_any_bytes_have_some_text(content: bytes) -> None:
    assert isinstance(text_of(content), str)


@given(st.text(st.characters(codec="utf-8", exclude_characters="\0\x1b"), min_size=1))
def test_whatever_is_written_as_utf_8_with_its_mark_is_read_back(text: str) -> None:
    assert text_of(codecs.BOM_UTF8 + text.encode()) == text
    assert text_of(text.encode(), "utf-8").removeprefix("\ufeff") == text.removeprefix("\ufeff")


@given(
    st.lists(
        st.sampled_from(["Müller", "Société", "Peña", "Málaga", "Øresund", "Straße"]), min_size=1
    )
)
def test_western_words_are_never_taken_for_others(words: list[str]) -> None:
    text = "Name\r\n" + "\r\n".join(words)
    assert text_of(text.encode("cp1252")) == text
