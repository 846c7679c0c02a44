"""When the command line asks for the window: what to open, and what to do where no window can be shown."""

import os
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from sponsor_app import services
from sponsor_app.cli.words import OPEN
from sponsor_app.services import profiles

DONE, REFUSED = 0, 1
PROFILE = "SPONSOR_APP_PROFILE"
PASSPHRASE_FILE = "SPONSOR_APP_PASSPHRASE_FILE"  # noqa: S105 - the name of a setting
BRIEF = Path("example-brief.pdf")


@dataclass(frozen=True, slots=True)
class Wish:
    """What the window shall show."""

    profile: str | None
    example: bool
    account: str
    passphrase_file: str | None = None


def wish_of(arguments: Sequence[str]) -> Wish | None:
    """The window that is asked for, or None for words that ask for something else."""
    profile, passphrase_file = os.environ.get(PROFILE), os.environ.get(PASSPHRASE_FILE)
    if not arguments:
        return Wish(profile, example=False, account="", passphrase_file=passphrase_file)
    from argparse import ArgumentError, ArgumentParser  # noqa: PLC0415 - a click on the icon needs none

    parser = ArgumentParser(prog="sponsor-app", add_help=False, exit_on_error=False)
    parser.add_argument("--profile", default=profile)
    parser.add_argument("--passphrase-file", default=passphrase_file)
    parser.add_argument("--example", action="store_true")
    parser.add_argument("opening", nargs="?", choices=(OPEN,))
    parser.add_argument("account", nargs="?", default="")
    try:
        found, unknown = parser.parse_known_args(list(arguments))
    except ArgumentError:
        return None  # the verbs say it better
    if unknown:
        return None
    return Wish(found.profile, found.example, found.account, found.passphrase_file)


def without_display(wish: Wish) -> int:
    """Where no window can be shown: for the example, write a brief and say where; else say what to do."""
    if not wish.example:
        print(
            "There is no display to open a window on. Every verb works without one: sponsor-app --help",
            file=sys.stderr,
        )
        return REFUSED
    app = services.beginning.example(profiles.system_clocks())
    try:
        page = services.today.page(app)
        account_id = page.visits[0].plan.account_id if page.visits else page.cold[0].row.account_id
        if account_id is None:
            return REFUSED
        brief = services.briefs.compose_brief(app, account_id)
        path = services.briefs.write(app, brief, BRIEF.resolve())
        print(services.briefs.text(brief))
        print(f"No display, so here is the brief of {brief.account} from the example team: {path}")
    finally:
        services.beginning.end_example(app)
    return DONE
