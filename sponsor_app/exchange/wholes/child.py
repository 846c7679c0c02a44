"""The process that reads a document of everything: records as they were, each with its table."""

import sys
from collections.abc import Iterator, Mapping, Sequence

import msgspec

from sponsor_app.domain.importing import (
    TABLE_FIELD,
    FieldValue,
    ImportedRecord,
    ImportKind,
    Preview,
    Shape,
)
from sponsor_app.exchange.tabular.child import serve
from sponsor_app.exchange.tabular.problems import UnreadableError
from sponsor_app.exchange.tabular.wire import Batch, Closing
from sponsor_app.exchange.tabular.wishes import Wishes

FORMAT, VERSION = "sponsor-app-everything", 1
BATCH = 500


class Document(msgspec.Struct):
    """What `export everything` writes; `counts` says how many records each table should have."""

    format: str
    version: int
    records: dict[str, list[dict[str, FieldValue]]]
    counts: dict[str, int] = {}


class Everything:
    """A document of everything as records."""

    def __init__(self, document: Document) -> None:
        self._records: Mapping[str, Sequence[Mapping[str, FieldValue]]] = document.records
        self._counts = document.counts
        self._all = sum(map(len, document.records.values()))

    @property
    def shape(self) -> Shape:
        """What it is."""
        return Shape(
            format="json",
            kind=ImportKind.EVERYTHING,
            kind_reason="It says that it is everything of a team.",
            encoding="utf-8",
            delimiter="",
            header_line=None,
            columns=(),
            mapped={},
            unmapped=(),
            preview=Preview(),
            unit="record",
        )

    def batches(self) -> Iterator[Batch]:
        """Every record in the order of the file."""
        batch: list[ImportedRecord] = []
        done = 0
        for table, rows in self._records.items():
            for number, row in enumerate(rows, 1):
                fields = {**row, TABLE_FIELD: table}
                batch.append(ImportedRecord(ImportKind.EVERYTHING, f"{table} {number}", fields))
                if len(batch) == BATCH:
                    done += BATCH
                    yield Batch([], [], done, done / self._all, batch)
                    batch = []
        yield Batch([], [], self._all, 1.0, batch)

    @property
    def closing(self) -> Closing:
        """Whether there are as many records as the file says."""
        notes = [
            f"The file counts {said:,} records of {table} and holds {len(self._records.get(table, ())):,}."
            for table, said in self._counts.items()
            if said != len(self._records.get(table, ()))
        ]
        return Closing(self._all, [], [], notes)


def understand(content: bytes, _wishes: Wishes) -> Everything:
    """Read a document of everything. Raises `UnreadableError`."""
    try:
        document = msgspec.json.decode(content, type=Document)
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError) as error:
        broken = UnreadableError(
            "it is damaged, or no export of everything", "Export everything again, as JSON."
        )
        raise broken from error
    if document.format != FORMAT or document.version > VERSION:
        newer = UnreadableError(
            f"it is written as version {document.version} of {document.format[:40]}, and"
            f" version {VERSION} is read here",
            "Update this application, and import the file again.",
        )
        raise newer
    return Everything(document)


def main(arguments: Sequence[str]) -> int:
    """Read the document on standard input."""
    return serve(arguments[0], understand)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
