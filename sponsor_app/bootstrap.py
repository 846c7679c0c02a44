"""Put the pieces together; the only module that knows them all."""

import gc
from collections.abc import Sequence

from sponsor_app.cli.words import CAPTURE, VERBS, verb_in

READ_TABLE = "--read-table"
READ_WORKBOOK = "--read-workbook"
READ_DOCUMENT = "--read-document"
READ_EVERYTHING = "--read-everything"
COLLECT_AFTER = 50_000
"""New objects before garbage is looked for: the rows of a large team are not garbage, and looking takes a third of their time."""
COLLECT_LATE = 500_000
"""The same for a verb, which is over before most of what it made is garbage."""
HELP = frozenset({"-h", "--help", "--version"})


def run(arguments: Sequence[str]) -> int:
    """Run the window, one command, or (in a frozen application) the child that reads a file."""
    if arguments[:1] == [READ_TABLE]:
        from sponsor_app.exchange.tabular.child import main  # noqa: PLC0415 - the child needs nothing else

        return main(arguments[1:])
    if arguments[:1] == [READ_WORKBOOK]:
        from sponsor_app.exchange.workbooks.child import main  # noqa: PLC0415 - likewise

        return main(arguments[1:])
    if arguments[:1] == [READ_DOCUMENT]:
        from sponsor_app.exchange.documents.child import main  # noqa: PLC0415 - likewise

        return main(arguments[1:])
    if arguments[:1] == [READ_EVERYTHING]:
        from sponsor_app.exchange.wholes.child import main  # noqa: PLC0415 - likewise

        return main(arguments[1:])
    gc.set_threshold(COLLECT_AFTER, 20, 20)
    if verb_in(arguments) == CAPTURE and not HELP.intersection(arguments):
        return _capture(arguments)
    if verb_in(arguments) in VERBS or HELP.intersection(arguments):
        return _command(arguments)
    return _window(arguments)


def _command(arguments: Sequence[str]) -> int:
    gc.set_threshold(COLLECT_LATE, 20, 20)
    from sponsor_app.cli.run import run as run_command  # noqa: PLC0415 - each way loads only its own

    code = run_command(arguments)
    gc.freeze()  # what is left goes with the process, unsearched
    return code


def _capture(arguments: Sequence[str]) -> int:
    """Hand the line to the window that runs, before anything heavy is loaded; else open one."""
    from sponsor_app.cli.capturing import line_of  # noqa: PLC0415
    from sponsor_app.services import profiles  # noqa: PLC0415

    line = line_of(arguments)
    if line is None or not profiles.has_display():
        return _command(arguments)
    profile = profiles.profile_at(line.profile)
    if profiles.call_instance(profile, CAPTURE, line.text):
        if line.as_json:
            print('{"handed": true}')  # noqa: T201 - as the verb itself says it
        return 0
    from sponsor_app.ui.shell.application import run_window  # noqa: PLC0415 - Qt

    return run_window(
        (),
        profile,
        profiles.system_clocks(),
        passphrase_file=line.passphrase_file,
        capture=line.text,
    )


def _window(arguments: Sequence[str]) -> int:
    from sponsor_app.cli.opening import wish_of, without_display  # noqa: PLC0415
    from sponsor_app.services import profiles  # noqa: PLC0415

    wish = wish_of(arguments)
    if wish is None:
        return _command(arguments)
    if not profiles.has_display():
        return without_display(wish)
    profile = profiles.profile_at(wish.profile)
    act = "open" if wish.account else "raise"
    if not wish.example and profiles.call_instance(profile, act, wish.account):
        return 0
    from sponsor_app.ui.shell.application import run_window  # noqa: PLC0415 - Qt

    return run_window(
        (),
        profile,
        profiles.system_clocks(),
        example=wish.example,
        account=wish.account,
        passphrase_file=wish.passphrase_file,
    )
