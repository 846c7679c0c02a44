"""Address cards as telephones and mail programs write them: each is a contact, an account, or a named reason."""

import base64
import quopri

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sponsor_app.domain.importing import ImportKind
from sponsor_app.domain.people import PointKind
from sponsor_app.exchange.tabular.problems import UnreadableError
from tests.exchange.documents.texts import card, cards


def only(text: str | bytes) -> dict[str, object]:
    (fields,) = cards(text).fields
    return fields


def test_a_card_gives_name_account_title_place_birthday_and_note() -> None:
    fields = only(
        card(
            "FN:Dana Reed",
            "N:Reed;Dana;;;",
            "ORG:Acme;Sales",
            "TITLE:CIO",
            "ADR;TYPE=HOME:;;Home 1;Hometown;;1;Homeland",
            "ADR;TYPE=WORK:;;Street 1;Bergen;;5003;Norway",
            "BDAY:1980-05-17",
            "NOTE:likes\\, boats\\nand tea",
            "UID:abc-1",
        )
    )
    assert fields == {
        "name": "Dana Reed",
        "account": "Acme",
        "title": "CIO",
        "city": "Bergen",
        "country": "Norway",
        "birthday": "1980-05-17",
        "notes": "likes, boats\nand tea",
        "external_id": "abc-1",
    }


def test_an_old_outlook_card_with_bare_types_and_soft_breaks_keeps_every_letter() -> None:
    note = quopri.encodestring("Grüße aus Köln\r\nzweite Zeile".encode("cp1252")).decode()
    text = card(
        "N:M=FCller;J=F6rg".replace("N:", "N;CHARSET=Windows-1252;ENCODING=QUOTED-PRINTABLE:"),
        "TEL;WORK;VOICE:+49 221 1",
        "TEL;CELL;VOICE:+49 171 2345",
        "TEL;WORK;FAX:+49 221 99",
        "EMAIL;PREF;INTERNET:Joerg@Acme.example",
        f"NOTE;CHARSET=Windows-1252;ENCODING=QUOTED-PRINTABLE:{note}",
        version="2.1",
    )
    (record,) = cards(text).records
    assert record.fields["name"] == "Jörg Müller"
    assert record.fields["notes"] == "Grüße aus Köln\nzweite Zeile"
    assert [(p.kind, p.label, p.value) for p in record.points] == [
        (PointKind.EMAIL, "", "joerg@acme.example"),
        (PointKind.PHONE, "work", "+49 221 1"),
        (PointKind.MOBILE, "mobile", "+49 171 2345"),
        (PointKind.PHONE, "fax", "+49 221 99"),
    ]


@pytest.mark.parametrize("end", ["\n", "\r", "\r\n", "\r\r\n"])
def test_lines_may_end_in_any_way(end: str) -> None:
    text = card("FN:Dana", " Reed", "NOTE:a", "EMAIL:d@acme.example").replace("\r\n", end)
    fields = only(text)
    assert (fields["name"], fields["email"]) == ("DanaReed", "d@acme.example")


@pytest.mark.parametrize(
    ("raw", "name"),
    [
        ("FN:Jörg".encode(), "Jörg"),
        ("FN:Jörg".encode("cp1252"), "Jörg"),
        ("FN;CHARSET=ISO-8859-1:Jörg".encode(), "Jörg"),
        ("FN;CHARSET=Murks:Jörg".encode("cp1252"), "Jörg"),
        ("FN;CHARSET=SHIFT_JIS:山田太郎".encode("cp932"), "山田太郎"),
        (b"FN;CHARSET=ISO-2022-JP:" + "山田".encode("iso2022_jp"), "山田"),
        ("FN:山田太郎".encode(), "山田太郎"),
    ],
)
def test_letters_are_right_also_when_the_charset_is_wrong(raw: bytes, name: str) -> None:
    assert only(b"BEGIN:VCARD\nVERSION:2.1\n" + raw + b"\nEND:VCARD\n")["name"] == name


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "utf-16-le"])
def test_a_whole_file_may_be_wide_or_marked(encoding: str) -> None:
    assert only(card("FN:Zoë", "EMAIL:zoe@acme.example").encode(encoding))["name"] == "Zoë"


def test_a_folded_letter_is_put_together_again() -> None:
    raw = card("FN:Jörg").encode().replace(b"\xc3\xb6", b"\xc3\r\n \xb6")
    assert only(raw)["name"] == "Jörg"


def test_japanese_names_without_a_full_name_begin_with_the_family() -> None:
    assert only(card("N:山田;太郎;;;"))["name"] == "山田 太郎"
    assert only(card("N:Reed;Dana;Q.;Dr.;jr."))["name"] == "Dr. Dana Q. Reed jr."


def test_item_groups_give_their_label_to_the_number() -> None:
    (record,) = cards(
        card(
            "FN:D",
            "item1.TEL:+47 1234",
            "item1.X-ABLabel:_$!<Main>!$_",
            "item2.TEL:+47 5678",
            "item2.X-ABLabel:Yacht",
            "item3.URL:https\\://acme.example",
        )
    ).records
    assert [(p.label, p.value) for p in record.points] == [
        ("main", "+47 1234"),
        ("Yacht", "+47 5678"),
        ("", "https://acme.example"),
    ]


def test_the_preferred_address_comes_first() -> None:
    (record,) = cards(
        card("FN:D", "EMAIL:b@x.example", "EMAIL;TYPE=pref:a@x.example", "EMAIL;PREF=1:z@x.example")
    ).records
    assert [p.value for p in record.points] == ["z@x.example", "a@x.example", "b@x.example"]


@pytest.mark.parametrize(
    "lines",
    [
        ("FN:Acme Ltd", "ORG:Acme Ltd", "X-ABShowAs:COMPANY"),
        ("FN:Acme Ltd", "KIND:org"),
        ("FN:Acme Ltd", "N:;;;;", "ORG:Acme Ltd;"),
        ("ORG:Acme Ltd",),
    ],
)
def test_a_company_card_is_an_account(lines: tuple[str, ...]) -> None:
    (record,) = cards(card(*lines, "URL:https://acme.example", "TEL:+47 1234")).records
    assert record.kind is ImportKind.ACCOUNTS
    assert record.fields["name"] == "Acme Ltd"
    assert record.fields["website"] == "https://acme.example"


def test_an_assistant_inside_a_card_is_a_person_of_the_same_company() -> None:
    nested = card("FN:Boss", "ORG:Acme", "AGENT:", card("FN:Aide").strip(), "TITLE:CEO")
    found = cards(nested)
    assert [one["name"] for one in found.fields] == ["Boss", "Aide"]
    assert found.fields[0]["title"] == "CEO"
    assert (found.fields[1]["account"], found.fields[1]["reports_to"]) == ("Acme", "Boss")
    inline = card("FN:Boss", "AGENT:BEGIN:VCARD\\nVERSION:3.0\\nFN:Aide\\nEND:VCARD", "TITLE:CEO")
    assert [one["name"] for one in cards(inline).fields] == ["Boss", "Aide"]


def test_a_card_that_is_cut_off_keeps_what_it_says_and_the_next_is_whole() -> None:
    text = card("FN:First").replace("END:VCARD\r\n", "") + card("FN:Second", "TITLE:CIO")
    found = cards(text)
    assert [one["name"] for one in found.fields] == ["First", "Second"]
    assert "Cards without an end: 1" in found.closing.notes[0]


def test_a_card_that_names_nobody_is_a_named_reason() -> None:
    found = cards(card("TEL:+47 1234") + card("FN:Team", "KIND:group") + card("EMAIL:d@x.example"))
    assert [(one.at, one.reason) for one in found.rejected] == [("line 1", "the card names nobody")]
    assert found.fields[0]["name"] == "d@x.example"
    assert found.every_entry_is_somewhere


def test_pictures_are_counted_and_not_kept() -> None:
    picture = base64.encodebytes(bytes(3000)).decode().strip().replace("\n", "\r\n")
    unfolded = card("FN:D", f"PHOTO;ENCODING=BASE64;JPEG:{picture}", "", "TITLE:CIO", version="2.1")
    found = cards(unfolded)
    assert found.fields == [{"name": "D", "title": "CIO"}]
    assert found.left_out == {"pictures are not kept": 1}


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("BDAY:19800517", "1980-05-17"),
        ("BDAY:1980-05-17T00:00:00Z", "1980-05-17"),
        ("BDAY:--0517", "--05-17"),
        ("BDAY;VALUE=date:--05-17", "--05-17"),
        ("BDAY;X-APPLE-OMIT-YEAR=1604:1604-05-17", "--05-17"),
    ],
)
def test_birthdays_with_and_without_a_year_are_read(written: str, read: str) -> None:
    assert only(card("FN:D", written))["birthday"] == read


def test_a_wrong_value_is_reported_and_the_rest_of_the_card_kept() -> None:
    found = cards(card("FN:D", "BDAY:19723101", "TEL:private", "EMAIL:nobody", "TITLE:CIO"))
    assert found.fields == [{"name": "D", "title": "CIO"}]
    assert sorted(one.column for one in found.rejected) == ["BDAY", "EMAIL", "TEL"]
    assert not any(one.whole_row for one in found.rejected)


def test_an_identity_that_several_people_wear_is_none() -> None:
    found = cards(card("FN:A", "UID:1") + card("FN:B", "UID:1") + card("FN:C", "UID:2"))
    assert [one.get("external_id") for one in found.fields] == [None, None, "2"]


def test_cards_of_our_people_can_be_asked_for_and_tables_cannot() -> None:
    (record,) = cards(card("FN:Tom", "ORG:Us"), kind=ImportKind.MEMBERS).records
    assert record.kind is ImportKind.MEMBERS
    with pytest.raises(UnreadableError, match="hold no interactions"):
        cards(card("FN:Tom"), kind=ImportKind.INTERACTIONS)


def test_a_text_without_a_card_is_refused() -> None:
    with pytest.raises(UnreadableError, match="no address card"):
        cards("FN:Dana\nEMAIL:d@acme.example\n")


@given(
    st.lists(st.text(min_size=1, max_size=80), min_size=1, max_size=6), st.sampled_from("n,;\\:")
)
@settings(max_examples=150)
def test_any_text_in_any_property_gives_a_card_or_a_reason(values: list[str], sign: str) -> None:
    names = ("FN", "N", "ORG", "NOTE;ENCODING=QUOTED-PRINTABLE", "TEL;TYPE=", "item1.URL")
    lines = [f"{name}:{value}{sign}" for name, value in zip(names, values, strict=False)]
    assert cards(card(*lines).encode("utf-8", "replace")).every_entry_is_somewhere
