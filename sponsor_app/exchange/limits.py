"""How much of any file is read, so that none can hang the application or eat its memory."""

MEBIBYTE = 1 << 20
MAX_BYTES = 50 * MEBIBYTE
MAX_MEMORY = 1 << 30
MAX_SECONDS = 30.0
MAX_ROWS = 100_000
