"""Which use cases write, and where the window asks for them: read from the source, so that none is forgotten."""

import ast
from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

ROOT = Path(__file__).parents[2]
PACKAGE = "sponsor_app"
SERVICES = f"{PACKAGE}.services"
STEP, HERE = "step", "here"
"""A step of the history, and what only this laptop keeps."""
OPENS = {"store.write": STEP, "store.write_local": HERE}

Function = ast.FunctionDef


@dataclass(frozen=True)
class Source:
    """A module with what it imports by name, and above each part the parts that hold it."""

    place: str
    name: str
    nodes: tuple[ast.AST, ...]
    imported: Mapping[str, str]
    above: Mapping[ast.AST, ast.AST]

    def meant(self, node: ast.AST) -> str | None:
        """The full name of what a name or a dotted name stands for, if it was imported or is a function here."""
        names: list[str] = []
        while isinstance(node, ast.Attribute):
            names.insert(0, node.attr)
            node = node.value
        if not isinstance(node, ast.Name):
            return None
        known = self.imported.get(node.id, f"{self.name}.{node.id}")
        return ".".join((known, *names))

    def holders(self, node: ast.AST) -> Iterator[ast.AST]:
        """What holds a part, the nearest first."""
        while node in self.above:
            node = self.above[node]
            yield node

    def functions(self) -> Iterator[Function]:
        return (one for one in self.nodes if isinstance(one, Function))


@dataclass(frozen=True)
class Asked:
    """Where the window asks for a use case that writes: the file, and the outermost function around it."""

    place: str
    use_case: str
    kinds: frozenset[str]
    within: tuple[str, ...]
    function: str


@cache
def sources(folder: str) -> tuple[Source, ...]:
    return tuple(
        _source(path)
        for path in sorted((ROOT / PACKAGE / folder).rglob("*.py"))
        if not {"demo", "widgets"} & set(path.parts)
    )


def _source(path: Path) -> Source:
    parts = path.relative_to(ROOT).with_suffix("").parts
    nodes = tuple(ast.walk(ast.parse(path.read_text("utf-8"))))
    imported = {
        one.asname or one.name: f"{node.module}.{one.name}"
        for node in nodes
        if isinstance(node, ast.ImportFrom)
        for one in node.names
    }
    above = {child: node for node in nodes for child in ast.iter_child_nodes(node)}
    name = ".".join(parts).removesuffix(".__init__")
    return Source("/".join(parts[2:]) + ".py", name, nodes, imported, above)


@cache
def writing() -> Mapping[str, frozenset[str]]:
    """Every function of the services that writes, itself or by another, with the kinds of what it writes."""
    kinds: dict[str, set[str]] = defaultdict(set)
    uses: dict[str, set[str]] = {}
    for source in sources("services"):
        for function in source.functions():
            name = f"{source.name}.{function.name}"
            named = (n for n in ast.walk(function) if isinstance(n, ast.Name | ast.Attribute))
            uses.setdefault(name, set()).update(filter(None, map(source.meant, named)))
            for call in (one for one in ast.walk(function) if isinstance(one, ast.Call)):
                said = ast.unparse(call.func)
                kinds[name].update(kind for end, kind in OPENS.items() if said.endswith(end))
    size = -1
    while size != (size := sum(map(len, kinds.values()))):
        for name, used in uses.items():
            for one in used:
                kinds[name] |= kinds.get(real(one), set())
    return {name: frozenset(found) for name, found in kinds.items() if found}


@cache
def _handed_on() -> Mapping[str, str]:
    """What the packages of the services offer under a name of their own."""
    return {
        f"{source.name}.{name}": meant
        for source in sources("services")
        for name, meant in source.imported.items()
        if meant.startswith(SERVICES) and meant != f"{source.name}.{name}"
    }


def real(name: str) -> str:
    """Where something is defined that may be handed on."""
    while name in _handed_on():
        name = _handed_on()[name]
    return name


@cache
def asked_for() -> tuple[Asked, ...]:
    """Every place of the window that asks for a use case that writes."""
    return tuple(_asked_for())


def _asked_for() -> Iterator[Asked]:
    for source in sources("ui"):
        if not any(one.startswith(SERVICES) for one in source.imported.values()):
            continue
        for node in source.nodes:
            whole = not isinstance(source.above.get(node), ast.Attribute)
            if isinstance(node, ast.Name | ast.Attribute) and whole:
                name = real(source.meant(node) or "")
                if name in writing():
                    yield _asked(source, node, name)


def _asked(source: Source, node: ast.AST, name: str) -> Asked:
    holders = list(source.holders(node))
    calls = [one.func for one in holders if isinstance(one, ast.Call)]
    named = tuple(_last(one) for one in calls)
    functions = [one.name for one in holders if isinstance(one, Function)]
    use_case = name.removeprefix(f"{SERVICES}.")
    return Asked(source.place, use_case, writing()[name], named, functions[-1])


@dataclass(frozen=True)
class Part:
    """A function of the window: its arguments, what it calls and what it names."""

    place: str
    name: str
    given: frozenset[str]
    calls: frozenset[str]
    names: frozenset[str]


@cache
def parts() -> tuple[Part, ...]:
    """Every function of the window."""
    return tuple(
        _part(source.place, function) for source in sources("ui") for function in source.functions()
    )


def _part(place: str, function: Function) -> Part:
    inner = list(ast.walk(function))
    given = {one.arg for one in (*function.args.args, *function.args.kwonlyargs)}
    called = {_last(one.func) for one in inner if isinstance(one, ast.Call)}
    return Part(
        place, function.name, frozenset(given), frozenset(called), frozenset(map(_last, inner))
    )


def _last(node: ast.AST) -> str:
    return getattr(node, "attr", getattr(node, "id", ""))


@cache
def senders() -> frozenset[str]:
    """Names of functions of the window that let a write be announced: `command`, and what is handed a `work` for it."""
    found = {"command"}
    size = 0
    while size != (size := len(found)):
        found |= {one.name for one in parts() if one.given & {"work", "verb"} and one.calls & found}
    return frozenset(found)


def is_sent(asked: Asked) -> bool:
    """Whether the function around it, or one that names that function, sends what it is given."""
    return any(
        one.calls & senders()
        for one in parts()
        if (one.place, one.name) == (asked.place, asked.function) or asked.function in one.names
    )
