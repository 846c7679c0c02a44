"""How much of a table of text is read."""

MAX_LINES = 5_000_000
MAX_COLUMNS = 2_000
MAX_LINE = 2_000_000  # characters of one physical line
MAX_VALUE = 100_000  # characters of one cell: what a note may hold
MAX_DETAILS = 1_000  # single values named one by one in a report; the rest is counted
HEADER_WITHIN = 30  # rows among which the headings are looked for
SAMPLE_ROWS = 200
SAMPLE_CHARACTERS = 1 << 16
PREVIEW_ROWS = 20
PREVIEW_CELL = 200
