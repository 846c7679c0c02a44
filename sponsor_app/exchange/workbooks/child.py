"""The process that reads a workbook: it may hang, crash or run out of memory without harm to anyone."""

import sys
from collections.abc import Sequence

from sponsor_app.exchange.tabular.child import serve
from sponsor_app.exchange.workbooks.tables import understand


def main(arguments: Sequence[str]) -> int:
    """Read the workbook on standard input as the JSON in the one argument says."""
    return serve(arguments[0], understand)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
