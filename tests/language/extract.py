"""Every text that a person may read, found in the source: what is marked, and what arrives finished from below."""

import ast
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from sponsor_app.store.models import SYNCED

SOURCE = Path(__file__).parents[2] / "sponsor_app"
STAMPS = frozenset({"seq", "id", "created_at", "created_by", "updated_at", "updated_by"})
"""Columns that the history of a record never shows."""
TEMPLATES = SOURCE.parent / "resources" / "templates"
MARKS = frozenset({"tr", "later", "trn", "how_many"})
FINISHED = ("domain", "services", "store", "sync", "system", "exchange")
"""Folders whose errors, titles of steps and reports reach the window as finished English sentences."""
TYPED = re.compile(r"^SELECT |sponsor-app [a-z]|(^|\W)--[a-z]|</?[a-z]")
"""What is only said to whoever works on the command line, and no text at all."""
ENUMS = frozenset(
    {"By", "Coverage", "Direction", "Function", "Trend", "Voice", "Tier", "AccountStatus"}
)
"""Choices whose values are words that are shown as they are."""
KEYS = frozenset({"FIELD_WORTH", "KINDS"})
"""Tables whose keys are."""
NEVER_SHOWN = (
    "services/doctor",
    "exchange/outgoing/",
    "services/demo",
    "domain/sentence",
    "exchange/tabular/headings",
    "store/migrations",
)
ENDS = (".", "?", "!", ".”")
RAISED = re.compile(r"\w*(Error|Trouble|Finding|Refusal|Check|LeftOut)$")
TITLED = frozenset({"write", "rename", "tell", "progress"})
SHORTEST = 4
"""Letters of a text that are certain; with fewer it would fit whatever is said."""
OUR_OWN = re.compile(
    r"^_?[A-Z_]+$|^_?(clause|reason|span|said|what|why|unit|counted|state|kind|kinds|verb)$"
)
"""Names of what is put into a sentence and is itself our own words."""


@dataclass
class Texts:
    """English texts by where they were found first: single ones, those that depend on a number, finished sentences."""

    single: dict[str, str] = field(default_factory=dict[str, str])
    plural: dict[tuple[str, str], str] = field(default_factory=dict[tuple[str, str], str])
    finished: dict[str, str] = field(default_factory=dict[str, str])


def every_text() -> Texts:
    """All texts of the source, in the order of their files."""
    found = Texts()
    for path in sorted(SOURCE.rglob("*.py")):
        place = path.relative_to(SOURCE).as_posix()
        _read(ast.parse(path.read_text(encoding="utf-8")), place, found)
    for table in SYNCED.values():
        for column in set(table.columns.keys()) - STAMPS:
            found.single.setdefault(column.removesuffix("_id").replace("_", " "), "store/models")
    for path in sorted(TEMPLATES.glob("*.html")):
        for text in re.findall(r'\btr\("([^"]+)"\)', path.read_text(encoding="utf-8")):
            found.single.setdefault(text, f"templates/{path.name}")
    found.finished = {
        one: at
        for one, at in found.finished.items()
        if one not in found.single and not TYPED.search(one)
    }
    return found


def _read(tree: ast.Module, place: str, found: Texts) -> None:
    for text in _values(tree):
        found.single.setdefault(text, place)
    for call in (one for one in ast.walk(tree) if isinstance(one, ast.Call)):
        _take(call, place, found)
    if place.startswith(FINISHED) and not place.startswith(NEVER_SHOWN):
        for text in _finished(tree):
            found.finished.setdefault(text, place)


def _take(call: ast.Call, place: str, found: Texts) -> None:
    name = call.func.id if isinstance(call.func, ast.Name) else ""
    if name in ("tr", "later") and call.args:
        for text in _constants(call.args[0]):
            found.single.setdefault(text, place)
    elif name == "trn":
        words = [text for arg in call.args[:2] for text in _constants(arg)]
        if words:
            found.plural.setdefault((words[0], words[1]), place)
    elif name == "how_many":
        words = [text for arg in call.args[1:] for text in _constants(arg)]
        if words:
            many = words[1] if len(words) > 1 else words[0] + "s"
            found.plural.setdefault((f"{{count}} {words[0]}", f"{{count}} {many}"), place)


def _values(tree: ast.Module) -> Iterator[str]:
    """Words that are values of choices, keys of tables, or names of tables of the store."""
    for node in tree.body:
        if isinstance(node, ast.ClassDef) and node.name in ENUMS:
            chosen = [one.value for one in node.body if isinstance(one, ast.Assign)]
        elif isinstance(node, (ast.Assign, ast.AnnAssign)):
            chosen = _keys(node)
        else:
            chosen = []
        for one in chosen:
            yield from (re.sub("[_-]", " ", text) for text in _constants(one))


def _keys(node: ast.Assign | ast.AnnAssign) -> list[ast.expr]:
    target = node.targets[0] if isinstance(node, ast.Assign) else node.target
    if isinstance(node.value, ast.Dict) and getattr(target, "id", "") in KEYS:
        return [key for key in node.value.keys if key is not None]
    if isinstance(node.value, ast.Call) and getattr(node.value.func, "id", "") == "synced":
        return [node.value.args[0]]
    return []


def _constants(node: ast.expr) -> Iterator[str]:
    """The texts of a marked expression: itself, both sides of a choice, the values of a table."""
    if isinstance(node, ast.Constant) and isinstance(node.value, str) and node.value:
        yield node.value
    parts: list[ast.expr] = []
    if isinstance(node, ast.IfExp):
        parts = [node.body, node.orelse]
    elif isinstance(node, (ast.Dict, ast.BoolOp)):
        parts = node.values
    elif isinstance(node, (ast.Tuple, ast.List)):
        parts = node.elts
    for part in parts:
        yield from _constants(part)


# --- finished sentences -----------------------------------------------------------------------------


def _finished(tree: ast.Module) -> Iterator[str]:
    left_out = _left_out(tree)
    asked = _asked(tree)
    for node in ast.walk(tree):
        if id(node) not in left_out and isinstance(node, (ast.Constant, ast.JoinedStr)):
            text = template(node)
            if text and (id(node) in asked or _is_sentence(text)):
                yield text


def _left_out(tree: ast.Module) -> set[int]:
    """Docstrings, parts of a larger text, and what is marked already."""
    found: set[int] = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant):
            found.add(id(node.value))
        elif isinstance(node, ast.JoinedStr):
            found |= {id(part) for part in ast.walk(node) if part is not node}
        elif isinstance(node, ast.Call) and getattr(node.func, "id", "") in MARKS:
            found |= {id(part) for part in ast.walk(node)}
    return found


def _asked(tree: ast.Module) -> set[int]:
    """What an error or a step is made of, although it is no whole sentence."""
    found: set[int] = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.Call):
            name = getattr(node.func, "attr", "") or getattr(node.func, "id", "")
            if name in TITLED or RAISED.match(name):
                found |= {id(part) for arg in node.args for part in _choices(arg)}
        elif isinstance(node, (ast.Assign, ast.AnnAssign, ast.AugAssign)) and node.value:
            target = node.targets[0] if isinstance(node, ast.Assign) else node.target
            name = target.attr if isinstance(target, ast.Attribute) else getattr(target, "id", "")
            if name in ("title", "verb", "msg", "message"):
                found |= {id(part) for part in _choices(node.value)}
        elif isinstance(node, ast.FunctionDef) and "title" in node.name:
            returned = (one.value for one in ast.walk(node) if isinstance(one, ast.Return))
            found |= {id(part) for one in returned if one for part in _choices(one)}
    return found


def _choices(node: ast.expr) -> Iterator[ast.expr]:
    if isinstance(node, ast.IfExp):
        yield from _choices(node.body)
        yield from _choices(node.orelse)
    else:
        yield node


def _is_sentence(text: str) -> bool:
    fixed = re.sub(r"\{\w+\}", "", text)
    return (
        fixed.rstrip().endswith(ENDS)
        and " " in text.strip()
        and re.search(r"[a-z]{3}", fixed) is not None
        and re.match(r"[A-Z“{0-9]", text) is not None
    )


def template(node: ast.expr) -> str:
    """A text with a named hole for each thing that is put into it; empty for what is no prose."""
    if isinstance(node, ast.Constant):
        text = node.value if isinstance(node.value, str) else ""
    else:
        assert isinstance(node, ast.JoinedStr)
        text = _with_holes(node)
    fixed = re.sub(r"\{\w+\}", "", text)
    is_prose = " " in text.strip() or text[:1].isupper()
    return text if is_prose and len(re.findall(r"[A-Za-z]", fixed)) >= SHORTEST else ""


def _with_holes(node: ast.JoinedStr) -> str:
    made, names = "", dict[str, str]()
    for part in node.values:
        if isinstance(part, ast.Constant):
            made += str(part.value)
        elif isinstance(part, ast.FormattedValue):
            said, name = ast.unparse(part.value), _name(part.value)
            name = name.upper() if OUR_OWN.match(name) else name.lower()
            taken, number = name, 2
            while names.get(name, said) != said:
                name, number = f"{taken}{number}", number + 1
            names[name] = said
            made += f"{{{name}}}"
    return made


def _name(node: ast.expr) -> str:
    if isinstance(node, ast.Name):
        return node.id.strip("_")
    if isinstance(node, ast.Attribute):
        return _name(node.value) if node.attr in ("value", "name") else node.attr
    if isinstance(node, ast.Call):
        called = _name(node.func)
        return _name(node.args[0]) if called in ("len", "str", "shown", "_shown") else called
    if isinstance(node, ast.Subscript):
        return _name(node.value)
    if isinstance(node, (ast.IfExp, ast.BoolOp)):
        return _name(node.body if isinstance(node, ast.IfExp) else node.values[0])
    return "part"
