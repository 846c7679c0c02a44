"""The key of a store: wrapped by a passphrase or the key store, refused in words, never replaced."""

import json
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sponsor_app.domain.errors import (
    InvalidError,
    KeyStoreError,
    StoreDamagedError,
    StoreLockedError,
)
from sponsor_app.system import key_file
from sponsor_app.system.key_file import Protection
from sponsor_app.system.keystore import KeyStore

WORDS = "correct horse battery staple"


class EmptyKeyStore(KeyStore):
    """A key store that works and holds nothing for anybody: a new account, or an emptied one."""

    def read(self, store_id: str) -> bytes | None:
        return None


@pytest.fixture(scope="module")
def wrapped() -> tuple[bytes, key_file.KeyFile]:
    key = key_file.new_key()
    return key, key_file.wrap_with_passphrase(key, key_file.new_store_id(), WORDS)


def test_the_passphrase_gives_the_key_back(wrapped: tuple[bytes, key_file.KeyFile]) -> None:
    key, found = wrapped
    assert key_file.unwrap(found, passphrase=WORDS, key_store=EmptyKeyStore()) == key


def test_a_wrong_passphrase_is_refused_in_words(wrapped: tuple[bytes, key_file.KeyFile]) -> None:
    with pytest.raises(StoreLockedError, match="passphrase does not open"):
        key_file.unwrap(wrapped[1], passphrase="wrong horse", key_store=EmptyKeyStore())
    with pytest.raises(StoreLockedError, match="protected by a passphrase"):
        key_file.unwrap(wrapped[1], passphrase=None, key_store=EmptyKeyStore())


def test_a_short_passphrase_is_refused_with_advice() -> None:
    with pytest.raises(InvalidError, match="at least 8") as refused:
        key_file.wrap_with_passphrase(bytes(32), key_file.new_store_id(), "short")
    assert "unrelated words" in refused.value.next


def test_composed_and_decomposed_letters_are_the_same_passphrase() -> None:
    salt = bytes(16)
    assert key_file.derive("Bjo\u0308rn wohnt hier", salt) == key_file.derive(
        "Björn wohnt hier", salt
    )


def test_an_emptied_key_store_never_gets_a_new_key_over_an_old_store() -> None:
    found = key_file.KeyFile(key_file.new_store_id(), Protection.KEY_STORE, b"", bytes(60))
    with pytest.raises(KeyStoreError, match="no longer has the key") as refused:
        key_file.unwrap(found, passphrase=None, key_store=EmptyKeyStore())
    assert "no new key is made" in refused.value.message


def test_an_unprotected_store_has_no_key() -> None:
    found = key_file.unprotected(key_file.new_store_id())
    assert key_file.unwrap(found, passphrase=None, key_store=EmptyKeyStore()) is None


def test_the_file_is_only_ours_to_read_and_comes_back(
    tmp_path: Path, wrapped: tuple[bytes, key_file.KeyFile]
) -> None:
    path = tmp_path / "key.json"
    key_file.write(path, wrapped[1])
    assert path.stat().st_mode & 0o777 == 0o600
    assert key_file.read(path) == wrapped[1]
    assert wrapped[0].hex() not in path.read_text("utf-8")


def test_parameters_in_the_file_are_not_read(
    tmp_path: Path, wrapped: tuple[bytes, key_file.KeyFile]
) -> None:
    path = tmp_path / "key.json"
    key_file.write(path, wrapped[1])
    forged = {**json.loads(path.read_text("utf-8")), "memory_kib": 4 << 20, "passes": 4000}
    path.write_text(json.dumps(forged), "utf-8")
    key = key_file.unwrap(key_file.read(path), passphrase=WORDS, key_store=EmptyKeyStore())
    assert key == wrapped[0]


def test_moving_the_wrapped_key_to_another_store_does_not_open_it(
    wrapped: tuple[bytes, key_file.KeyFile],
) -> None:
    found = wrapped[1]
    moved = key_file.KeyFile(key_file.new_store_id(), found.protection, found.salt, found.wrapped)
    with pytest.raises(StoreLockedError):
        key_file.unwrap(moved, passphrase=WORDS, key_store=EmptyKeyStore())


def test_a_missing_or_foreign_key_file_is_said(tmp_path: Path) -> None:
    with pytest.raises(StoreDamagedError, match="missing"):
        key_file.read(tmp_path / "key.json")


@settings(max_examples=60)
@given(
    st.binary(max_size=200)
    | st.builds(
        lambda n: json.dumps(n).encode(), st.dictionaries(st.text(), st.integers() | st.text())
    )
)
def test_no_content_of_a_key_file_raises_anything_but_a_refusal(
    tmp_path: Path, content: bytes
) -> None:
    path = tmp_path / "key.json"
    path.write_bytes(content)
    with pytest.raises(StoreDamagedError, match="not a key file"):
        key_file.read(path)
