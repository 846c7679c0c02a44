"""Rules that no linter knows; each test is one rule."""

import ast
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
SOURCES = sorted((ROOT / "sponsor_app").rglob("*.py"))
TESTS = sorted((ROOT / "tests").rglob("*.py"))
HERE = Path(__file__)

MAX_FILE, MAX_FUNCTION = 400, 40
VAGUE = re.compile(r"(^|_)(manager|helper|helpers|util|utils|data|info|process)(_|$)")


def functions(path: Path) -> Iterator[ast.FunctionDef | ast.AsyncFunctionDef]:
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            yield node


@pytest.mark.parametrize("path", SOURCES, ids=lambda path: str(path.relative_to(ROOT)))
def test_modules_and_functions_stay_small(path: Path) -> None:
    assert len(path.read_text(encoding="utf-8").splitlines()) <= MAX_FILE
    long = [f.name for f in functions(path) if (f.end_lineno or 0) - f.lineno >= MAX_FUNCTION]
    assert long == []


def test_modules_are_named_for_a_concept() -> None:
    vague = [str(p.relative_to(ROOT)) for p in SOURCES if VAGUE.search(p.stem)]
    assert vague == []


@pytest.mark.parametrize(
    ("pattern", "instead"),
    [
        (r"qtbot\.wait\(", "qtbot.waitUntil or waitSignal"),
        (r"time\.sleep\(", "wait for the condition"),
        (r"@flaky|reruns=", "find the race"),
        (
            r"MagicMock|mocker\.|monkeypatch\.setattr",
            "a fake at the seam, or the real thing on tmp_path",
        ),
        (r"assert True\b", "assert what was seen"),
    ],
)
def test_tests_do_not_sleep_retry_or_mock(pattern: str, instead: str) -> None:
    guilty = [p.name for p in TESTS if p != HERE and re.search(pattern, p.read_text("utf-8"))]
    assert guilty == [], f"use {instead}"


def test_every_test_has_a_sentence_for_a_name() -> None:
    short = [
        f"{path.name}::{function.name}"
        for path in TESTS
        for function in functions(path)
        if function.name.startswith("test_") and function.name.count("_") < 3
    ]
    assert short == []


def test_services_start_without_qt() -> None:
    probe = "import sys, sponsor_app.services; print('PySide6' in sys.modules)"
    out = subprocess.run([sys.executable, "-c", probe], cwd=ROOT, capture_output=True, check=True)
    assert out.stdout.strip() == b"False"


def test_nothing_committed_names_this_workplace_or_a_registry() -> None:
    listed = subprocess.run(
        ["git", "ls-files", "--cached"], cwd=ROOT, capture_output=True, check=False, text=True
    )
    if listed.returncode:
        pytest.skip("not a git checkout")
    lock = ROOT / ".ci" / "requirements.lock"
    assert not re.search(r"https?://|--index|--find-links", lock.read_text("utf-8"))
    paths = [ROOT / name for name in listed.stdout.splitlines()]
    suspects = [
        path.name
        for path in paths
        if path.suffix in {".py", ".md", ".toml", ".sh", ""}
        and path.is_file()
        and path != HERE
        and re.search(r"/(work|root)/\w", path.read_text("utf-8", errors="replace"))
    ]
    assert suspects == []
