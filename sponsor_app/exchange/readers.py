"""One door for every format: what a file is decides who reads it."""

from collections.abc import Mapping
from pathlib import Path
from typing import Protocol

from sponsor_app.domain.importing import ImportKind
from sponsor_app.exchange.formats import Format
from sponsor_app.exchange.sources import examine
from sponsor_app.exchange.tabular.captive import Flag
from sponsor_app.exchange.tabular.reading import Reading, read_tabular


class Reader(Protocol):
    """Prepares to read a file of one format."""

    def __call__(
        self,
        path: Path,
        *,
        kind: ImportKind | None = None,
        encoding: str | None = None,
        delimiter: str | None = None,
        mapping: Mapping[str, str] | None = None,
        cancel: Flag | None = None,
    ) -> Reading:
        """What `read_file` does, for one format."""
        ...


# A format joins by adding its reader here.
READERS: Mapping[Format, Reader] = {Format.TABLE: read_tabular}


def read_file(
    path: Path,
    *,
    kind: ImportKind | None = None,
    encoding: str | None = None,
    delimiter: str | None = None,
    mapping: Mapping[str, str] | None = None,
    cancel: Flag | None = None,
) -> Reading:
    """Prepare to read a file of any format that has a reader. Raises `FileProblemError` for the others."""
    source = examine(path)
    reader = READERS.get(source.recognised.format) if source.recognised.format else None
    if reader is None:
        raise source.not_read()
    return reader(
        path, kind=kind, encoding=encoding, delimiter=delimiter, mapping=mapping, cancel=cancel
    )
