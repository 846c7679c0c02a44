"""Every number of the format. None is ever read from a file, so that no file can weaken or stall the reading."""

MAGIC = b"\x89SPONSOR\r\n\x1a\n"
FORMAT = 1
"""What this program writes."""
READER = 1
"""What this program understands: a file that asks for more is joined as far as it goes, and never written."""

MARKER = b"\xf7\x9cSR"
"""The first bytes of every record, by which a reader finds the next one after damage."""

ID_BYTES = 16
HASH_BYTES = 32
KEY_BYTES = 32
SALT_BYTES = 32
TAG_BYTES = 16
SIGNATURE_BYTES = 64
NOTHING = bytes(HASH_BYTES)
"""What stands where there is no record before."""

LARGEST_FILE = 512 << 20
LARGEST_RECORD = 4 << 20
LARGEST_PLAIN = 8 << 20
MOST_RECORDS = 1 << 17
MOST_DEVICES = 4096
MOST_EPOCHS = 1 << 14
MOST_REFUSED = 1000
MOST_DAMAGES = 1000
MOST_LOOSE = 64
LARGEST_SEQUENCE = (1 << 53) - 1
LONGEST_NAME = 200
SMALLEST_PADDED = 256

ZSTD_LEVEL = 3
# Argon2id (RFC 9106), the second recommended option.
CODE_MEMORY_KIB, CODE_PASSES, CODE_LANES = 64 * 1024, 3, 4
CODE_DAYS = 7
