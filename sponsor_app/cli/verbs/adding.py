"""How a verb is added: its parser, its help, its function."""

import argparse
from typing import Any

from sponsor_app.cli.session import Verb
from sponsor_app.domain.errors import InvalidError

Verbs = Any
"""What argparse returns for sub-parsers."""


def verb(
    verbs: Verbs, after: argparse.ArgumentParser, name: str, text: str, run: Verb
) -> argparse.ArgumentParser:
    """Add one verb; the global options may follow it."""
    parser: argparse.ArgumentParser = verbs.add_parser(
        name, help=text, description=text, parents=[after]
    )
    parser.set_defaults(verb=run)
    return parser


def group(verbs: Verbs, name: str, text: str) -> Verbs:
    """Add a verb that has verbs of its own: `account add`."""
    parser = verbs.add_parser(name, help=text, description=text)
    return parser.add_subparsers(metavar="WHAT", required=True, parser_class=type(parser))


def field_pair(text: str) -> tuple[str, str]:
    """The field and the value of `FIELD=VALUE`."""
    name, equals, value = text.partition("=")
    if not equals:
        msg = f"“{text}” is not FIELD=VALUE. Nothing was changed."
        raise InvalidError(msg, "Write it as tier=key.")
    return name.strip().replace("-", "_"), value
