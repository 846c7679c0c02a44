"""Read the command line, run one verb, end with the right code."""

import argparse
import io
import sys
from collections.abc import Sequence
from importlib import import_module
from typing import Any, NoReturn

from sponsor_app import __version__
from sponsor_app.cli.output import OUR_BUG, REFUSED, WIDEST, OutputError, Printer
from sponsor_app.cli.session import Session
from sponsor_app.cli.words import GROUPS, OPEN, verb_in
from sponsor_app.domain.errors import SponsorError
from sponsor_app.services import profiles


class Parser(argparse.ArgumentParser):
    """Says usage errors in one line and names the way to help."""

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        self.register("type", int, whole_number)

    def error(self, message: str) -> NoReturn:
        """Exit with 2."""
        self.exit(2, f"{message}. See: {self.prog} --help\n")


def whole_number(text: str) -> int:
    """A whole number; says in words what is none."""
    try:
        return int(text)
    except ValueError:
        msg = f"“{text[:WIDEST]}” is no whole number"
        raise argparse.ArgumentTypeError(msg) from None


def run(arguments: Sequence[str]) -> int:
    """Run one verb; returns its exit code."""
    make_output_safe()
    options = build_parser(arguments).parse_args(arguments)
    printer = Printer(as_json=options.json, quiet=options.quiet)
    session = Session(options, printer, profiles.system_clocks())
    try:
        return options.verb(session)
    except OutputError as error:
        sys.stdout = None  # or the interpreter tries once more to write what could not be
        return printer.refuse(error)
    except SponsorError as error:
        return printer.refuse(error)
    except KeyboardInterrupt:
        print("Stopped. What was not finished was not saved.", file=sys.stderr)
        return REFUSED
    except BrokenPipeError:
        sys.stderr.close()
        return REFUSED
    except Exception as error:  # noqa: BLE001 - the last door: our bug, logged and named, never a bare trace
        return report_bug(session, error)
    finally:
        session.close()


def report_bug(session: Session, error: Exception) -> int:
    """Keep the trace in the log and say where."""
    try:
        where = f"are in {profiles.log_bug(session.profile, error)}"
    except OSError:
        where = f"could not be kept; it was: {type(error).__name__}"
    print(
        "Something went wrong that should not have. What was saved before is safe."
        f" The details {where}",
        file=sys.stderr,
    )
    return OUR_BUG


def make_output_safe() -> None:
    """A console that cannot show a letter shows another one, instead of stopping the verb."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="replace")


def build_parser(arguments: Sequence[str] = ()) -> Parser:
    """The verb that `arguments` name, or every verb, with the global options before or after it."""
    parser = Parser(
        prog="sponsor-app",
        description="Who owns which customer, who has not been seen, and what to know before walking in."
        " Without a verb the window opens; `open ACCOUNT` opens it there.",
    )
    parser.add_argument("--version", action="version", version=f"sponsor-app {__version__}")
    _add_globals(parser, main=True)
    verbs = parser.add_subparsers(metavar="VERB", required=True, parser_class=Parser)
    after = argparse.ArgumentParser(add_help=False)
    _add_globals(after, main=False)
    wanted = verb_in(arguments)
    for name, names in GROUPS.items():
        if wanted in (None, OPEN) or wanted in names:
            import_module(f"sponsor_app.cli.verbs.{name}").add_verbs(verbs, after)
    return parser


def _add_globals(parser: argparse.ArgumentParser, *, main: bool) -> None:
    """Global options; after the verb they default to what was said before it."""
    missing = argparse.SUPPRESS

    def default(value: object) -> object:
        return value if main else missing

    parser.add_argument("--profile", metavar="DIR", default=default(None), help="data folder")
    parser.add_argument(
        "--passphrase-file",
        metavar="FILE",
        default=default(None),
        help="unlock by the passphrase in FILE instead of the key store",
    )
    parser.add_argument(
        "--as-of", metavar="DATE", default=default(None), help="pretend today is DATE"
    )
    parser.add_argument(
        "--json", action="store_true", default=default(False), help="one JSON document on stdout"
    )
    parser.add_argument(
        "--quiet",
        action="store_true",
        default=default(False),
        help="say nothing that is not asked for",
    )
