"""Addresses of servers: read strictly, shown without the password, never weaker than they should be."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sponsor_app.domain.errors import InvalidError
from sponsor_app.sync.sql_hub import authorities
from sponsor_app.sync.sql_hub.place import Place, is_address, read_place
from sponsor_app.sync.sql_hub.schema import script


def test_the_password_is_taken_out_of_the_address() -> None:
    place, password = read_place("postgresql://anna:s%40cret@db.example:5433/team")
    assert password == "s@cret"
    assert place == Place("db.example", "team", "anna", 5433)
    assert place.address == "postgresql://anna@db.example:5433/team"
    assert "cret" not in repr(place)


def test_an_address_without_a_password_has_none() -> None:
    assert read_place("postgres://anna@db.example/team") == (
        Place("db.example", "team", "anna"),
        None,
    )


def test_a_local_socket_and_an_authority_are_kept(tmp_path: Path) -> None:
    file = tmp_path / "ca.crt"
    file.touch()
    text = f"postgresql://anna@/team?host=%2Fvar%2Frun&sslrootcert={file}"
    place, _ = read_place(text)
    assert place.local
    assert place.authority == str(file)
    assert read_place(place.address) == (place, None)


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("/srv/Team.sponsor", "PostgreSQL"),
        ("mysql://anna@db/team", "PostgreSQL"),
        ("postgresql://db.example/team", "lacks"),
        ("postgresql://anna@/team", "lacks"),
        ("postgresql://anna@db.example", "lacks"),
        ("postgresql://anna@one:1,two:2/team", "two servers"),
        ("postgresql://anna@db:x/team", "port"),
        ("postgresql://anna@[::1/team", "no address"),
        ("postgresql://anna@db/team?sslmode=require", "verify-full"),
        ("postgresql://anna@db/team?sslmode=", "verify-full"),
        ("postgresql://anna@db/team?passfile=/etc/passwd", "passfile"),
        ("postgresql://anna@db/team?host=/tmp", "local socket"),
        ("postgresql://anna@db/team?sslrootcert=/no/such.crt", "no file of certificates"),
    ],
)
def test_what_is_unclear_or_unsafe_is_refused_with_words(text: str, why: str) -> None:
    with pytest.raises(InvalidError, match=why) as refused:
        read_place(text)
    assert "Nothing was changed" in refused.value.message
    assert refused.value.next


@given(st.text(max_size=40))
def test_no_text_is_more_than_refused(text: str) -> None:
    for typed in (text, f"postgresql://{text}", f"postgresql://a@b/{text}"):
        try:
            place, _ = read_place(typed)
        except InvalidError:
            continue
        assert read_place(place.address)[0] == place


NAMES = st.text(st.characters(exclude_categories=["C"]), min_size=1, max_size=12)


@given(NAMES, NAMES, NAMES)
def test_any_name_and_any_password_survive_the_address(user: str, word: str, name: str) -> None:
    place = Place("db.example", name, user)
    assert read_place(place.address) == (place, None)


def test_a_file_and_a_server_are_told_apart() -> None:
    assert is_address(" PostgreSQL://anna@db/team")
    assert not is_address("/srv/postgresql/Team.sponsor")


def test_the_systems_certificates_are_found_or_written_for_the_driver() -> None:
    import ssl

    trusted = authorities.system_file()
    assert "BEGIN CERTIFICATE" in Path(trusted).read_text("utf-8", errors="replace")
    known = ssl.create_default_context(cafile=trusted).get_ca_certs(binary_form=True)
    written = Path(authorities.written(known[:2]))
    assert len(ssl.create_default_context(cafile=str(written)).get_ca_certs()) == 2
    written.unlink()


def test_the_administrators_script_holds_the_tables_and_the_rights_of_the_role() -> None:
    text = script("team")
    assert text.count("CREATE TABLE") == 5
    assert "GRANT SELECT" in text
    assert "DELETE" not in text
    assert "UPDATE" not in text
    with pytest.raises(InvalidError, match="plain name"):
        script('team"; DROP TABLE x')
