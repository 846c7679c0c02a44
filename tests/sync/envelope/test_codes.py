"""A code is read from a person's typing, and becomes keys only that file knows."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sponsor_app.domain.errors import InvalidError
from sponsor_app.sync.envelope.codes import ALPHABET, code_keys, grouped, new_code, read_code

SECRETS = st.text(ALPHABET, min_size=20, max_size=20)
FILE = bytes(range(16))


@given(SECRETS)
def test_a_code_is_read_back_however_it_is_typed(secret: str) -> None:
    code = grouped(secret)
    assert [len(group) for group in code.split("-")] == [3] * 7
    for typed in (code, code.lower(), code.replace("-", " "), f"  {code.replace('-', '')}\n"):
        assert read_code(typed) == secret
    assert read_code(code.replace("0", "O").replace("1", "l")) == secret


@given(SECRETS, st.integers(0, 20), st.sampled_from(ALPHABET))
def test_one_wrong_character_is_always_noticed(secret: str, at: int, other: str) -> None:
    code = grouped(secret).replace("-", "")
    typed = code[:at] + other + code[at + 1 :]
    if typed != code:
        with pytest.raises(InvalidError, match="wrong"):
            read_code(typed)


@given(SECRETS, st.integers(0, 20), st.integers(0, 20))
def test_two_characters_that_changed_places_are_always_noticed(
    secret: str, one: int, other: int
) -> None:
    code = list(grouped(secret).replace("-", ""))
    swapped = list(code)
    swapped[one], swapped[other] = code[other], code[one]
    if swapped != code:
        with pytest.raises(InvalidError, match="changed places"):
            read_code("".join(swapped))


@settings(max_examples=50)
@given(st.text(max_size=18))
def test_anything_else_is_refused_in_words(text: str) -> None:
    with pytest.raises(InvalidError, match="Nothing was changed"):
        read_code(text + "!")


def test_a_fresh_code_has_a_hundred_bits_and_its_check() -> None:
    codes = {new_code() for _ in range(100)}
    assert len(codes) == 100
    assert all(len(read_code(code)) == 20 for code in codes)


def test_a_code_gives_the_same_keys_for_one_file_and_others_for_another() -> None:
    code = grouped("ABCDEFGHJKMNPQRSTVWX")
    keys = code_keys(code, FILE)
    assert keys.id == code_keys(code.lower(), FILE).id
    assert keys.id != code_keys(code, FILE[::-1]).id
    assert keys.device.to_bytes().hex() not in repr(keys) + repr(keys.device)
    # What an independent reader must get, from FORMAT.md, 7.
    assert keys.id.hex() == "92effa60f7fb4bf17fb0a8ae4007b9c4"
    assert (
        keys.proof(FILE, bytes(32), bytes(32)).hex()
        == "68cfa252cfe458ad67ab38746fb60e3878a87eaca42865617c0cadc76050f7ca"
    )
