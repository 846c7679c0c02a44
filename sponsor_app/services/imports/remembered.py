"""How a list of these columns was read the last time: kind, fields and what it may change."""

import hashlib
import json
from collections.abc import Sequence
from dataclasses import replace

from sponsor_app.domain.done_import import DoneImport
from sponsor_app.domain.importing import ImportKind, UpdatePolicy
from sponsor_app.services import Services, preferences
from sponsor_app.services.imports.run import Options
from sponsor_app.store.queries import imports

MOST = 20


def recall(app: Services, columns: Sequence[str], options: Options) -> Options:
    """`options` with what was chosen for these columns before, wherever they say nothing themselves."""
    text = preferences.get(app, _key(columns))
    if text is None:
        return options
    said = json.loads(text)
    kind = ImportKind(said["kind"]) if said["kind"] else None
    return replace(
        options,
        kind=options.kind or kind,
        mapping={**said["mapping"], **options.mapping},
        policy=UpdatePolicy(said["policy"]),
    )


def remember(app: Services, columns: Sequence[str], options: Options) -> None:
    """Keep how these columns are read, on this laptop."""
    said = {"kind": options.kind, "mapping": dict(options.mapping), "policy": options.policy}
    preferences.put(app, _key(columns), json.dumps(said, ensure_ascii=False))


def done(app: Services) -> list[DoneImport]:
    """The latest imports, the last first."""
    with app.store.read() as connection:
        return imports.done(connection, MOST)


def _key(columns: Sequence[str]) -> str:
    told = "\x1f".join(columns).encode("utf-8", "replace")
    return f"import.{hashlib.blake2b(told, digest_size=12).hexdigest()}"
