"""Put the pieces together; the only module that knows them all."""

from collections.abc import Sequence

from sponsor_app.cli.run import run as run_command


def run(arguments: Sequence[str]) -> int:
    """Run the window or one command."""
    return run_command(arguments)
