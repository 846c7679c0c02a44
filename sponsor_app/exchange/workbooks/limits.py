"""How much of a workbook is unpacked and looked at."""

from sponsor_app.exchange.limits import MEBIBYTE

MAX_MEMBERS = 2_000
MAX_DIRECTORY = 1 * MEBIBYTE
MAX_UNPACKED = 512 * MEBIBYTE
MAX_SHARE = 250
"""So many times its packed size nothing grows that a person typed; what does is made to harm."""
HARMLESS = 4 * MEBIBYTE
"""A part this small may grow as it likes."""
GLANCE = 1 << 16
"""Packed bytes of each part that are tried before a child is started."""
MAX_SHEETS = 50
"""Sheets that are looked into; those behind are named without a count of their rows."""
MAX_MERGED = 100_000
