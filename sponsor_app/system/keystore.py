"""The operating system's key store: one 32-byte secret a profile, and passwords of servers, asked for with a way out."""

import os
import queue
import threading
from collections.abc import Callable
from contextlib import closing
from typing import Any, TypeVar

from sponsor_app.domain.errors import InvalidError, KeyStoreError

SERVICE = "sponsor-app"
SERVER = "sponsor-app server"
SECRET_BYTES = 32
LONGEST_PASSWORD = 512
"""Some key stores hold 2,560 bytes; no server asks for more than this."""
PATIENCE_SECONDS = 30.0
REAL = (
    "keyring.backends.SecretService",
    "keyring.backends.libsecret",
    "keyring.backends.kwallet",
    "keyring.backends.macOS",
    "keyring.backends.Windows",
)
"""Back ends that belong to the operating system; a plain-text or null one is never accepted."""

T = TypeVar("T")
OTHERWISE = "Protect the store with a passphrase instead."
OTHERWISE_TYPED = "Protect the store with a passphrase instead: --passphrase-file FILE."


class KeyStore:
    """Reads and writes the secret that wraps a store's key. Never call it on the window's thread."""

    def __init__(self, patience: float = PATIENCE_SECONDS) -> None:
        self._patience = patience

    def read(self, store_id: str) -> bytes | None:
        """The secret of a store, or None when the key store has none for it."""
        text = self._ask(lambda backend: _text(backend, store_id))
        if text is None:
            return None
        found = _secret(text) or next(iter(self.every(store_id)), None)
        if found is None:
            msg = "The key store answered with something that is not this program's key."
            raise KeyStoreError(msg, "Nothing was changed. Check the entry “sponsor-app” there.")
        return found

    def every(self, store_id: str) -> tuple[bytes, ...]:
        """All secrets under the name of a store: brought-back or copied key rings may have two, of which one is right.

        Only the Secret Service can have more than one; elsewhere this is what `read` answers, or nothing.
        """
        texts = self._ask(lambda backend: _texts(backend, store_id))
        return tuple(found for text in dict.fromkeys(texts) if (found := _secret(text)))

    def make(self, store_id: str) -> bytes:
        """Keep a new secret for a store and prove that it can be read back."""
        secret = os.urandom(SECRET_BYTES)
        self._ask(lambda backend: backend.set_password(SERVICE, store_id, secret.hex()))
        if self.read(store_id) != secret:
            msg = "The key store did not keep what it was given."
            raise KeyStoreError(msg, OTHERWISE, OTHERWISE_TYPED)
        return secret

    def forget(self, store_id: str) -> None:
        """Remove the secret of a store that is no more."""
        if self.read(store_id) is not None:
            self._ask(lambda backend: backend.delete_password(SERVICE, store_id))

    def password(self, server: str) -> str | None:
        """The password for a server (its address without one), or None when the key store has none."""
        return self._ask(lambda backend: backend.get_password(SERVER, server))

    def keep_password(self, server: str, password: str) -> None:
        """Keep the password for a server and prove that it can be read back; refuses an impossible one."""
        if not 0 < len(password) <= LONGEST_PASSWORD or "\0" in password:
            msg = f"A password has 1 to {LONGEST_PASSWORD} characters. Nothing was changed."
            raise InvalidError(msg, "Give the one that the server's administrator gave you.")
        self._ask(lambda backend: backend.set_password(SERVER, server, password))
        if self.password(server) != password:
            msg = "The key store did not keep what it was given."
            raise KeyStoreError(msg, "Nothing was changed. Try again, or share a file instead.")

    def forget_password(self, server: str) -> None:
        """Remove the password for a server that is not used any more."""
        if self.password(server) is not None:
            self._ask(lambda backend: backend.delete_password(SERVER, server))

    def name(self) -> str:
        """The back end in use, for doctor; refuses as `read` would."""
        return self._ask(lambda backend: str(backend.name))

    def _ask(self, call: Callable[[Any], T]) -> T:
        """Ask on a thread of its own: a key store may wait for a prompt for ever."""
        answers: queue.Queue[tuple[bool, Any]] = queue.Queue()

        def ask() -> None:
            try:
                answers.put((True, call(_backend())))
            except Exception as error:  # noqa: BLE001 - handed to the asking thread whole
                answers.put((False, error))

        threading.Thread(target=ask, daemon=True, name="key-store").start()
        try:
            fine, answer = answers.get(timeout=self._patience)
        except queue.Empty:
            msg = f"The key store has not answered for {self._patience:.0f} seconds."
            raise KeyStoreError(
                msg, "Unlock it, or look for a prompt behind other windows; then try again."
            ) from None
        if fine:
            return answer
        raise _explained(answer) from answer


def _backend() -> Any:
    """The operating system's back end; refuses any other."""
    if os.environ.get("PYTHON_KEYRING_BACKEND") == "":
        del os.environ["PYTHON_KEYRING_BACKEND"]
    import keyring  # noqa: PLC0415 - 110 ms, off the window's thread
    from keyring.backends import chainer  # noqa: PLC0415

    chosen: Any = keyring.get_keyring()
    if isinstance(chosen, chainer.ChainerBackend):
        real = [backend for backend in chosen.backends if _is_real(backend)]
        chosen = real[0] if real else None
    if chosen is None or not _is_real(chosen):
        msg = "This computer has no key store that this program can use."
        raise KeyStoreError(msg, OTHERWISE, OTHERWISE_TYPED)
    return chosen


def _secret(text: str) -> bytes | None:
    """The secret in an entry; None when it is none of ours."""
    try:
        found = bytes.fromhex(text)
    except ValueError:
        return None
    return found if len(found) == SECRET_BYTES else None


def _text(backend: Any, store_id: str) -> str | None:
    """What stands under a name; nothing readable when another program put bytes there."""
    try:
        return backend.get_password(SERVICE, store_id)
    except UnicodeDecodeError:
        return ""


def _texts(backend: Any, store_id: str) -> list[str]:
    """What stands under a name, in every collection of a Secret Service that is open."""
    if not hasattr(backend, "get_preferred_collection"):
        text = _text(backend, store_id)
        return [] if text is None else [text]
    import secretstorage  # noqa: PLC0415 - where keyring has it, and only there

    with closing(secretstorage.dbus_init()) as bus:
        found = secretstorage.search_items(bus, {"service": SERVICE, "username": store_id})
        secrets = [item.get_secret() for item in found if not item.is_locked()]
    return [secret.decode("utf-8", "replace") for secret in secrets]


def _is_real(backend: Any) -> bool:
    return type(backend).__module__.startswith(REAL)


def _explained(error: Exception) -> Exception:
    """A sentence for what key stores raise; a `KeyStoreError` is one already."""
    import keyring.errors  # noqa: PLC0415

    if isinstance(error, keyring.errors.KeyringLocked):
        msg = "The key store is locked."
        return KeyStoreError(msg, "Unlock it, then try again. Nothing was changed.")
    if isinstance(error, keyring.errors.KeyringError | OSError | RuntimeError):
        msg = "The key store refused."
        return KeyStoreError(msg, OTHERWISE, OTHERWISE_TYPED)
    if not isinstance(error, KeyStoreError) and type(error).__module__.startswith(
        ("secretstorage", "jeepney", "pywintypes")
    ):
        msg = "The key store could not be reached."
        return KeyStoreError(msg, OTHERWISE, OTHERWISE_TYPED)
    return error
