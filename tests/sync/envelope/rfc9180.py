"""HPKE base mode, single shot, written from RFC 9180: with a chosen ephemeral key, so that what it seals can be kept."""

import hashlib
import hmac
import struct
from typing import NamedTuple

from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey, X25519PublicKey
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

KEM = b"KEM" + struct.pack(">H", 0x20)
HPKE = b"HPKE" + struct.pack(">HHH", 0x20, 0x01, 0x02)


class Schedule(NamedTuple):
    """What RFC 9180, 5.1 derives."""

    shared_secret: bytes
    key: bytes
    base_nonce: bytes


def seal(plain: bytes, public: bytes, info: bytes, ephemeral: bytes, aad: bytes = b"") -> bytes:
    own = X25519PrivateKey.from_private_bytes(ephemeral)
    enc = own.public_key().public_bytes_raw()
    dh = own.exchange(X25519PublicKey.from_public_bytes(public))
    got = schedule(dh, enc, public, info)
    return enc + AESGCM(got.key).encrypt(got.base_nonce, plain, aad)


def open_sealed(sealed: bytes, secret: bytes, info: bytes, aad: bytes = b"") -> bytes:
    own = X25519PrivateKey.from_private_bytes(secret)
    dh = own.exchange(X25519PublicKey.from_public_bytes(sealed[:32]))
    got = schedule(dh, sealed[:32], own.public_key().public_bytes_raw(), info)
    return AESGCM(got.key).decrypt(got.base_nonce, sealed[32:], aad)


def schedule(dh: bytes, enc: bytes, public: bytes, info: bytes) -> Schedule:
    prk = _extract(KEM, b"", b"eae_prk", dh)
    shared = _expand(KEM, prk, b"shared_secret", enc + public, 32)
    context = (
        b"\0" + _extract(HPKE, b"", b"psk_id_hash", b"") + _extract(HPKE, b"", b"info_hash", info)
    )
    secret = _extract(HPKE, shared, b"secret", b"")
    return Schedule(
        shared,
        _expand(HPKE, secret, b"key", context, 32),
        _expand(HPKE, secret, b"base_nonce", context, 12),
    )


def _extract(suite: bytes, salt: bytes, label: bytes, material: bytes) -> bytes:
    return hmac.digest(salt or bytes(32), b"HPKE-v1" + suite + label + material, "sha256")


def _expand(suite: bytes, key: bytes, label: bytes, info: bytes, length: int) -> bytes:
    info = struct.pack(">H", length) + b"HPKE-v1" + suite + label + info
    block, out = b"", b""
    for number in range(1, length // hashlib.sha256().digest_size + 2):
        block = hmac.digest(key, block + info + bytes([number]), "sha256")
        out += block
    return out[:length]
