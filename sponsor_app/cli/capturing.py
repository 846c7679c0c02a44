"""`capture` as fast as can be: ask the running window before anything heavy is loaded."""

import os
from argparse import ArgumentError, ArgumentParser
from collections.abc import Sequence
from dataclasses import dataclass

from sponsor_app.cli.opening import PASSPHRASE_FILE, PROFILE
from sponsor_app.cli.words import CAPTURE


@dataclass(frozen=True, slots=True)
class Line:
    """What was asked to be captured, and for which profile."""

    text: str
    profile: str | None
    passphrase_file: str | None
    as_json: bool


def line_of(arguments: Sequence[str]) -> Line | None:
    """The line to capture; None for words that only the whole parser can answer, help and mistakes among them."""
    parser = ArgumentParser(prog="sponsor-app", add_help=False, exit_on_error=False)
    parser.add_argument("--profile", default=os.environ.get(PROFILE))
    parser.add_argument("--passphrase-file", default=os.environ.get(PASSPHRASE_FILE))
    parser.add_argument("--json", action="store_true")
    parser.add_argument("--quiet", action="store_true")
    parser.add_argument("verb", choices=(CAPTURE,))
    parser.add_argument("text", nargs="*")
    try:
        found, unknown = parser.parse_known_args(list(arguments))
    except ArgumentError:
        return None
    if unknown:
        return None
    return Line(" ".join(found.text), found.profile, found.passphrase_file, found.json)
