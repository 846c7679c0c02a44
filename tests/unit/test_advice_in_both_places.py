"""What to do next is shown in the window too: what can only be typed is said on the command line only."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from sponsor_app.cli.output import Printer
from sponsor_app.domain.errors import StoreLockedError

PACKAGE = Path(__file__).parents[2] / "sponsor_app"
SHOWN = ("domain", "services", "store", "system", "exchange")
TYPED = re.compile(r"sponsor-app [a-z]|(^|\s)--[a-z]")
MESSAGE, NEXT = 0, 1


def words(node: ast.expr) -> str:
    """The text of a string or a formatted string, what is filled in left away."""
    texts = (part.value for part in ast.walk(node) if isinstance(part, ast.Constant))
    return "".join(text for text in texts if isinstance(text, str))


def calls() -> Iterator[tuple[Path, ast.Call]]:
    for path in (file for folder in SHOWN for file in (PACKAGE / folder).rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call):
                yield path, node


def sentences() -> Iterator[tuple[str, str]]:
    """(where, text) of every message and next step that an error is made with."""
    for path, call in calls():
        if isinstance(call.func, ast.Name) and call.func.id.endswith("Error"):
            for argument in call.args[MESSAGE : NEXT + 1]:
                yield f"{path.name}:{call.lineno}", words(argument)


def test_no_message_names_what_to_type_without_saying_where() -> None:
    guilty = [
        f"{where}: {text}"
        for where, text in sentences()
        if TYPED.search(text) and "on the command line" not in text
    ]
    assert guilty == []


@pytest.mark.parametrize("as_json", [True, False])
def test_the_command_line_says_what_to_type_and_the_window_does_not(
    as_json: bool, capsys: pytest.CaptureFixture[str]
) -> None:
    error = StoreLockedError("It is locked.", "Give it.", "Give it: --passphrase-file FILE.")
    assert error.next == "Give it."
    Printer(as_json=as_json, quiet=False).refuse(error)
    said = capsys.readouterr()
    assert "--passphrase-file FILE" in (said.out if as_json else said.err)


def test_a_step_that_is_the_same_everywhere_is_said_once() -> None:
    error = StoreLockedError("It is locked.", "Wait.")
    assert (error.next, error.typed) == ("Wait.", "Wait.")
