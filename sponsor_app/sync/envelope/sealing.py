"""Pack, pad, seal, sign, and the same backwards; the only module that calls a cipher or a signature.

MessagePack -> zstd 3 -> Padme -> AES-256-GCM under a key of its own per record (HKDF-SHA-256 of the epoch's key, 32
random bytes and the header), with all that is visible as associated data; then Ed25519 over all of it.
"""

import os
import struct
from collections.abc import Callable
from hashlib import sha256

import msgspec
import zstandard
from cryptography.exceptions import InvalidSignature, InvalidTag
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

from sponsor_app.domain.errors import InvalidError
from sponsor_app.sync.envelope.limits import (
    ID_BYTES,
    KEY_BYTES,
    LARGEST_PLAIN,
    LARGEST_RECORD,
    SALT_BYTES,
    SIGNATURE_BYTES,
    SMALLEST_PADDED,
    TAG_BYTES,
    ZSTD_LEVEL,
)
from sponsor_app.sync.envelope.records import RECORD_HEADER, Record, RecordHeader
from sponsor_app.sync.envelope.refusals import Reason, Unbelievable, demand

Draw = Callable[[int], bytes]
"""So many bytes that nobody can foresee."""

NONCE = bytes(12)
INNER = struct.Struct(f">{ID_BYTES}sI")


def derive(key: bytes, salt: bytes, label: str, *bound: bytes) -> bytes:
    """32 bytes from `key` (HKDF-SHA-256, RFC 5869) for one purpose, bound to the values named."""
    purpose = b"sponsor 1 " + label.encode() + b"\x00" + b"".join(bound)
    return HKDF(SHA256(), KEY_BYTES, salt, purpose).derive(key)


def padded_size(size: int) -> int:
    """How long `size` bytes become: Padme (Nikitin et al., PURBs, 2019), 12 % at most, and 256 at least."""
    size = max(size, SMALLEST_PADDED)
    exponent = size.bit_length() - 1
    mask = (1 << (exponent - exponent.bit_length())) - 1
    return (size + mask) & ~mask


def pack(plain: bytes, writer: bytes) -> bytes:
    """The plaintext of a seal: writer, packed size, packed bytes, zeros. Refuses more than a record can hold."""
    packed = zstandard.ZstdCompressor(level=ZSTD_LEVEL).compress(plain)
    size = padded_size(INNER.size + len(packed))
    if len(plain) > LARGEST_PLAIN or size + TAG_BYTES + SIGNATURE_BYTES > LARGEST_RECORD:
        msg = "This is too much for one piece of the shared file. Nothing was shared; all is saved here."
        raise InvalidError(msg, "Report it: the program should have split it.")
    return (INNER.pack(writer, len(packed)) + packed).ljust(size, b"\0")


def unpack(padded: bytes, writer: bytes) -> bytes:
    """The plaintext inside a seal; refuses another writer, other padding and more than 8 MiB before unpacking."""
    inside, size = INNER.unpack_from(padded)
    demand(inside == writer, Reason.SIGNER)
    end = INNER.size + size
    demand(end <= len(padded) == padded_size(end), Reason.PADDING)
    demand(not padded[end:].strip(b"\0"), Reason.PADDING)
    return inflate(padded[INNER.size : end])


def inflate(packed: bytes) -> bytes:
    """One zstd frame that says its size, and exactly that."""
    try:
        size = zstandard.frame_content_size(packed)
        demand(0 <= size <= LARGEST_PLAIN, Reason.PACKING)
        plain = zstandard.ZstdDecompressor(max_window_size=LARGEST_PLAIN).decompress(
            packed, max_output_size=size, allow_extra_data=False
        )
    except zstandard.ZstdError as error:
        raise Unbelievable(Reason.PACKING) from error
    demand(len(plain) == size, Reason.PACKING)
    return plain


def well_formed(plain: bytes) -> bytes:
    """`plain`, when it is exactly one MessagePack value; nothing of it is built."""
    try:
        msgspec.msgpack.decode(plain, type=msgspec.Raw)
    except (msgspec.MsgspecError, RecursionError) as error:
        raise Unbelievable(Reason.CONTENT) from error
    return plain


class Sealer:
    """One writer's hand for one file: its id, its signing key, and where its random bytes come from."""

    def __init__(
        self, file_id: bytes, writer: bytes, key: Ed25519PrivateKey, draw: Draw = os.urandom
    ) -> None:
        self.file_id = file_id
        self.writer = writer
        self.draw = draw
        self._key = key

    def seal(  # noqa: PLR0917 - the parts of a record, in their order
        self,
        kind: int,
        epoch: bytes,
        key: bytes,
        sequence: int,
        previous: bytes,
        plain: bytes,
        clear: bytes = b"",
    ) -> bytes:
        """A whole record: packed, padded, sealed under `key`, signed. `clear` stands before the seal, bound to it."""
        return self.seal_packed(
            RecordHeader(kind, 0, epoch, self.writer, sequence, previous, self.draw(SALT_BYTES)),
            key,
            pack(plain, self.writer),
            clear,
        )

    def seal_packed(self, header: RecordHeader, key: bytes, padded: bytes, clear: bytes) -> bytes:
        """A record around bytes that are packed and padded already; its length is filled in."""
        length = len(clear) + len(padded) + TAG_BYTES + SIGNATURE_BYTES
        visible = header._replace(length=length).packed()
        cipher = AESGCM(record_key(key, self.file_id, visible))
        sealed = cipher.encrypt(NONCE, padded, self.file_id + visible + clear)
        return self.signed(visible + clear + sealed)

    def signed(self, unsigned: bytes) -> bytes:
        """`unsigned` and the signature over it."""
        return unsigned + self._key.sign(signed_bytes(self.file_id, unsigned))


def record_key(key: bytes, file_id: bytes, visible: bytes) -> bytes:
    """The key of one record: random salt and header make it unique, so that the nonce may be zero."""
    return derive(key, visible[-SALT_BYTES:], "record", file_id, visible)


def signed_bytes(file_id: bytes, unsigned: bytes) -> bytes:
    """What a signature is over."""
    return b"sponsor 1 signature\x00" + file_id + sha256(unsigned).digest()


def check_signature(record: Record, file_id: bytes, public: bytes) -> None:
    """Refuse a record that the owner of `public` did not sign for this file."""
    unsigned, signature = record.content[:-SIGNATURE_BYTES], record.content[-SIGNATURE_BYTES:]
    try:
        Ed25519PublicKey.from_public_bytes(public).verify(
            signature, signed_bytes(file_id, unsigned)
        )
    except (InvalidSignature, ValueError) as error:
        raise Unbelievable(Reason.SIGNATURE) from error


def open_seal(record: Record, file_id: bytes, key: bytes, clear_size: int = 0) -> bytes:
    """What a record holds, well formed; refuses anything not sealed under `key` for this file and place."""
    visible = record.content[: RECORD_HEADER.size]
    clear, sealed = record.body[:clear_size], record.body[clear_size:]
    demand(len(sealed) >= SMALLEST_PADDED + TAG_BYTES, Reason.SIZE)
    try:
        padded = AESGCM(record_key(key, file_id, visible)).decrypt(
            NONCE, sealed, file_id + visible + clear
        )
    except InvalidTag as error:
        raise Unbelievable(Reason.SEAL) from error
    return well_formed(unpack(padded, record.header.writer))
