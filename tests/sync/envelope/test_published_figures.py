"""The primitives we call, against the figures published with their RFCs."""

from typing import Any

import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.argon2 import Argon2id
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

from sponsor_app.sync.envelope.epochs import HPKE, hpke_wrap
from sponsor_app.sync.envelope.sealing import padded_size
from tests.sync.envelope import rfc9180

unhex = bytes.fromhex

# The working group's figures for DHKEM(X25519, HKDF-SHA256), HKDF-SHA256, AES-256-GCM, base mode.
INFO = unhex("4f6465206f6e2061204772656369616e2055726e")
SKR = unhex("497b4502664cfea5d5af0b39934dac72242a74f8480451e1aee7d6a53320333d")
PKR = unhex("430f4b9859665145a6b1ba274024487bd66f03a2dd577d7753c68d7d7d00c00c")
SKE = unhex("179d4b53b6365c45b600c4163b61d95cbc2f4d9e36f1695558dce265ab8bab11")
ENC = unhex("6c93e09869df3402d7bf231bf540fadd35cd56be14f97178f0954db94b7fc256")
SHARED = unhex("3101c54c3a4f87439eaac080699ed9bbcc726ffe44e860c0424ccb7e3e2ead7b")
KEY = unhex("f50b0609186798729ed0564b36ef2ef8044f1f9d05636874d1f46c819c7a669f")
NONCE = unhex("151d9929e2449747889bc923")
PLAIN = unhex("4265617574792069732074727574682c20747275746820626561757479")
SEALED = unhex(
    "e5d84cd531cfb583096e7cfa9641bd3079cf3a91cda813c52deb5f512be9931980a41de125a925cdad859d5b7a"
)


def test_the_key_schedule_written_from_rfc_9180_gives_the_published_figures() -> None:
    sender = X25519PrivateKey.from_private_bytes(SKE)
    receiver = X25519PrivateKey.from_private_bytes(SKR)
    dh = sender.exchange(receiver.public_key())
    assert rfc9180.schedule(dh, ENC, PKR, INFO) == (SHARED, KEY, NONCE)
    assert rfc9180.seal(PLAIN, PKR, INFO, SKE, aad=b"Count-0") == ENC + SEALED
    assert rfc9180.open_sealed(ENC + SEALED, SKR, INFO, aad=b"Count-0") == PLAIN


def test_the_wrap_we_call_opens_and_is_opened_by_what_gives_the_published_figures() -> None:
    key = bytes(range(32))
    receiver = X25519PrivateKey.from_private_bytes(SKR)
    assert HPKE.decrypt(rfc9180.seal(key, PKR, INFO, SKE), receiver, info=INFO) == key
    wrapped = hpke_wrap(key, PKR, INFO)
    assert len(wrapped) == 80
    assert rfc9180.open_sealed(wrapped, SKR, INFO) == key


# RFC 8032, 7.1, tests 1 to 3.
SIGNATURES = [
    (
        "9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60",
        "d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a",
        "",
        "e5564300c360ac729086e2cc806e828a84877f1eb8e5d974d873e065224901555fb8821590a33bacc61e39701cf9b46bd25bf5f0595bbe24655141438e7a100b",
    ),
    (
        "4ccd089b28ff96da9db6c346ec114e0f5b8a319f35aba624da8cf6ed4fb8a6fb",
        "3d4017c3e843895a92b70aa74d1b7ebc9c982ccf2ec4968cc0cd55f12af4660c",
        "72",
        "92a009a9f0d4cab8720e820b5f642540a2b27b5416503f8fb3762223ebdb69da085ac1e43e15996e458f3613d0f11d8c387b2eaeb4302aeeb00d291612bb0c00",
    ),
    (
        "c5aa8df43f9f837bedb7442f31dcb7b166d38535076f094b85ce3a2e0b4458f7",
        "fc51cd8e6218a1a38da47ed00230f0580816ed13ba3303ac5deb911548908025",
        "af82",
        "6291d657deec24024827e69c3abe01a30ce548a284743a445e3680d7db5ac3ac18ff9b538d16f290ae67f760984dc6594a7c15e9716ed28dc027beceea1ec40a",
    ),
]


@pytest.mark.parametrize(("secret", "public", "message", "signature"), SIGNATURES)
def test_signatures_are_those_of_rfc_8032(
    secret: str, public: str, message: str, signature: str
) -> None:
    key = Ed25519PrivateKey.from_private_bytes(unhex(secret))
    assert key.public_key().public_bytes_raw().hex() == public
    assert key.sign(unhex(message)).hex() == signature
    key.public_key().verify(unhex(signature), unhex(message))


# RFC 5869, A.1 to A.3: input key, salt, info, output.
DERIVED = [
    (
        "0b" * 22,
        "000102030405060708090a0b0c",
        "f0f1f2f3f4f5f6f7f8f9",
        "3cb25f25faacd57a90434f64d0362f2a2d2d0a90cf1a5a4c5db02d56ecc4c5bf34007208d5b887185865",
    ),
    (
        bytes(range(0x50)).hex(),
        bytes(range(0x60, 0xB0)).hex(),
        bytes(range(0xB0, 0x100)).hex(),
        "b11e398dc80327a1c8e7f78c596a49344f012eda2d4efad8a050cc4c19afa97c59045a99cac7827271cb41c65e590e09da3275600c2f09b8367793a9aca3db71cc30c58179ec3e87c14c01d5c1f3434f1d87",
    ),
    (
        "0b" * 22,
        "",
        "",
        "8da4e775a563c18f715f802a063c5a31b8a11f5c5ee1879ec3454e5f3c738d2d9d201395faa4b61a96c8",
    ),
]


@pytest.mark.parametrize(("key", "salt", "info", "out"), DERIVED)
def test_derived_keys_are_those_of_rfc_5869(key: str, salt: str, info: str, out: str) -> None:
    found = HKDF(SHA256(), len(out) // 2, unhex(salt), unhex(info)).derive(unhex(key))
    assert found.hex() == out


@pytest.mark.parametrize(
    "extras",
    [
        pytest.param(
            (
                {"secret": b"\3" * 8, "ad": b"\4" * 12},
                "0d640df58d78766c08c037a34a8b53c9d01ef0452d75b65eb52520e96b01e659",
            ),
            id="RFC 9106, 5.3",
        ),
        pytest.param(
            ({}, "03aab965c12001c9d7d0d2de33192c0494b684bb148196d73c1df1acaf6d0c2e"),
            id="without secret",
        ),
    ],
)
def test_codes_are_stretched_as_in_rfc_9106(extras: tuple[dict[str, Any], str]) -> None:
    more, out = extras
    kdf = Argon2id(salt=b"\2" * 16, length=32, iterations=3, lanes=4, memory_cost=32, **more)
    assert kdf.derive(b"\1" * 32).hex() == out


@pytest.mark.parametrize(
    ("size", "padded"),
    [
        (0, 256),
        (256, 256),
        (257, 272),
        (1000, 1024),
        (1025, 1088),
        (1 << 20, 1 << 20),
        (1_000_001, 1_015_808),
    ],
)
def test_lengths_are_padded_to_few_sizes(size: int, padded: int) -> None:
    assert padded_size(size) == padded
