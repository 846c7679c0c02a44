"""The store's key, wrapped: by a secret of the operating system's key store, or by a passphrase.

The file `key.json` beside the store holds no parameter of any algorithm: those are constants here, so that a
forged file can neither weaken nor stall the unlocking.
"""

import json
import os
import unicodedata
from contextlib import suppress
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from sponsor_app.domain.errors import (
    InvalidError,
    KeyStoreError,
    StoreDamagedError,
    StoreError,
    StoreLockedError,
)
from sponsor_app.domain.ids import looks_like_id
from sponsor_app.system.keystore import KeyStore
from sponsor_app.system.publish import PRIVATE, publish

KEY_BYTES = 32
SALT_BYTES = 16
NONCE_BYTES = 12
LARGEST_FILE = 4096
SHORTEST_PASSPHRASE = 8
# Argon2id (RFC 9106), the second recommended option scaled up: 256 MiB, 3 passes, 4 lanes.
MEMORY_KIB, PASSES, LANES = 256 * 1024, 3, 4


class Protection(StrEnum):
    """What keeps others out."""

    KEY_STORE = "key store"
    PASSPHRASE = "passphrase"  # noqa: S105 - the word, not one
    NOTHING = "nothing"


@dataclass(frozen=True, slots=True)
class KeyFile:
    """What `key.json` says; `wrapped` is a nonce and the sealed key, empty when nothing protects the store."""

    store_id: str
    protection: Protection
    salt: bytes
    wrapped: bytes


def new_store_id() -> str:
    """A fresh name for a store, under which the key store keeps its secret."""
    from uuid import uuid4  # noqa: PLC0415 - the window asks what protects it before it is painted

    return str(uuid4())


def new_key() -> bytes:
    """A fresh key for a store."""
    return os.urandom(KEY_BYTES)


def wrap_with_key_store(key: bytes, store_id: str, key_store: KeyStore) -> KeyFile:
    """Keep a new secret in the key store and seal the key with it."""
    secret = key_store.make(store_id)
    return _sealed(key, store_id, Protection.KEY_STORE, b"", secret)


def wrap_with_passphrase(key: bytes, store_id: str, passphrase: str) -> KeyFile:
    """Seal the key with what a person remembers; refuses less than eight characters."""
    if len(passphrase) < SHORTEST_PASSPHRASE:
        msg = f"A passphrase needs at least {SHORTEST_PASSPHRASE} characters. Nothing was made."
        raise InvalidError(msg, "Four or five unrelated words are easy to keep and hard to guess.")
    salt = os.urandom(SALT_BYTES)
    return _sealed(key, store_id, Protection.PASSPHRASE, salt, derive(passphrase, salt))


def unprotected(store_id: str, key: bytes = b"") -> KeyFile:
    """The record that its owner chose no protection: no key at all, or one that lies open beside the store."""
    return KeyFile(store_id, Protection.NOTHING, b"", key)


def unwrap(found: KeyFile, *, passphrase: str | None, key_store: KeyStore) -> bytes | None:
    """The store's key, or None for an unprotected store. Refuses a wrong or missing way in."""
    if found.protection is Protection.NOTHING:
        return found.wrapped or None
    if found.protection is Protection.PASSPHRASE:
        if passphrase is None:
            msg = "This store is protected by a passphrase."
            raise StoreLockedError(msg, "Give it.", "Give it: --passphrase-file FILE.")
        return _opened(
            found, derive(passphrase, found.salt), "The passphrase does not open this store."
        )
    secret = key_store.read(found.store_id)
    if secret is None:
        msg = (
            "The key store of this account no longer has the key of this store. The store is intact and"
            " stays as it is; no new key is made over it."
        )
        raise KeyStoreError(
            msg,
            "Sign in as the person who made it, bring the entry “sponsor-app” back, or join the team again.",
        )
    refusal = "The key in the key store does not open this store."
    try:
        return _opened(found, secret, refusal)
    except StoreLockedError:
        for other in key_store.every(found.store_id):
            with suppress(StoreLockedError):
                return _opened(found, other, refusal)
        raise


def derive(passphrase: str, salt: bytes) -> bytes:
    """32 bytes from a passphrase (Argon2id); about a second, on purpose."""
    from cryptography.hazmat.primitives.kdf.argon2 import Argon2id  # noqa: PLC0415 - 20 ms

    normal = unicodedata.normalize("NFC", passphrase).encode()
    return Argon2id(
        salt=salt, length=KEY_BYTES, iterations=PASSES, lanes=LANES, memory_cost=MEMORY_KIB
    ).derive(normal)


def write(path: Path, key_file: KeyFile) -> None:
    """Put the key file in its place, readable by its owner only."""
    content = {
        "format": 1,
        "store": key_file.store_id,
        "protection": key_file.protection.value,
        "salt": key_file.salt.hex(),
        "wrapped": key_file.wrapped.hex(),
    }
    publish(path, json.dumps(content, indent=1).encode(), mode=PRIVATE)


def read(path: Path) -> KeyFile:
    """What the key file says; refuses a missing, foreign or damaged one."""
    if not path.exists():
        msg = f"{path.name} is missing: without it nothing opens the store beside it."
        raise StoreDamagedError(msg, "Restore a backup: it carries its own copy of the key file.")
    try:
        if path.stat().st_size > LARGEST_FILE:
            raise ValueError  # noqa: TRY301 - one sentence for every way of not being ours
        return parse(path.read_bytes())
    except OSError as error:
        msg = f"{path.name} cannot be read. Nothing was changed."
        raise StoreError(msg, "Check that it is a file and that it is yours.") from error
    except (ValueError, KeyError, TypeError) as error:
        msg = (
            f"{path.name} is not a key file of this program, or it is damaged. Nothing was changed."
        )
        raise StoreDamagedError(msg, "Restore a backup: it carries its own copy.") from error


def parse(content: bytes) -> KeyFile:
    """The key file's values; raises ValueError, KeyError or TypeError for anything else."""
    found = json.loads(content)
    if found["format"] != 1 or not looks_like_id(found["store"]):
        raise ValueError(found["format"])
    protection = Protection(found["protection"])
    salt, wrapped = bytes.fromhex(found["salt"]), bytes.fromhex(found["wrapped"])
    if protection is Protection.PASSPHRASE and len(salt) != SALT_BYTES:
        raise ValueError(len(salt))
    return KeyFile(found["store"], protection, salt, wrapped)


def _sealed(
    key: bytes, store_id: str, protection: Protection, salt: bytes, secret: bytes
) -> KeyFile:
    from cryptography.hazmat.primitives.ciphers.aead import AESGCM  # noqa: PLC0415

    nonce = os.urandom(NONCE_BYTES)
    sealed = AESGCM(secret).encrypt(nonce, key, _bound_to(store_id, protection))
    return KeyFile(store_id, protection, salt, nonce + sealed)


def _opened(found: KeyFile, secret: bytes, refusal: str) -> bytes:
    from cryptography.exceptions import InvalidTag  # noqa: PLC0415
    from cryptography.hazmat.primitives.ciphers.aead import AESGCM  # noqa: PLC0415

    nonce, sealed = found.wrapped[:NONCE_BYTES], found.wrapped[NONCE_BYTES:]
    try:
        return AESGCM(secret).decrypt(nonce, sealed, _bound_to(found.store_id, found.protection))
    except (InvalidTag, ValueError) as error:
        raise StoreLockedError(refusal, "Nothing was changed. Check it and try again.") from error


def _bound_to(store_id: str, protection: Protection) -> bytes:
    return f"sponsor-app store key 1\n{store_id}\n{protection}".encode()
