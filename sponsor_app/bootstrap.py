"""Put the pieces together; the only module that knows them all."""

from collections.abc import Sequence


def run(arguments: Sequence[str]) -> int:
    """Run the window or one command."""
    return len(arguments)
