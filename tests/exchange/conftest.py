"""Files as other programs write them, read for real."""

from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

from sponsor_app.domain.importing import ImportKind, ReadResult, Rejected
from sponsor_app.exchange.tabular.harvest import Harvest
from sponsor_app.exchange.tabular.reading import read_all, read_tabular
from sponsor_app.exchange.tabular.tables import Table
from sponsor_app.exchange.tabular.wire import Batch, Closing, Row
from sponsor_app.exchange.tabular.wishes import Wishes

SAMPLES = Path(__file__).parents[2] / ".." / "shared" / "data"


class Taken:
    """What a table gave, read in this process."""

    def __init__(self, content: bytes, wishes: Wishes) -> None:
        self.table = Table.understand(content, wishes)
        harvest = Harvest(self.table)
        self.batches: list[Batch] = list(harvest.batches())
        self.closing: Closing = harvest.closing
        self.rows: list[Row] = [row for batch in self.batches for row in batch.rows]
        self.rejected: list[Rejected] = [one for batch in self.batches for one in batch.rejected]

    @property
    def fields(self) -> list[dict[str, str | int | None]]:
        return [fields for _, fields, _ in self.rows]

    @property
    def points(self) -> list[list[tuple[str, str, str]]]:
        return [points for _, _, points in self.rows]

    @property
    def every_row_is_somewhere(self) -> bool:
        left_out = sum(one.count for one in self.closing.left_out if one.whole_rows)
        missing = sum(one.whole_row for one in self.rejected)
        return self.closing.rows_read == len(self.rows) + missing + left_out


Take = Callable[..., Taken]
Read = Callable[..., ReadResult]


@pytest.fixture
def take() -> Take:
    """Read bytes or text as a table, without a child."""

    def take(
        content: bytes | str,
        *,
        kind: ImportKind | None = None,
        encoding: str | None = None,
        delimiter: str | None = None,
        mapping: Mapping[str, str] | None = None,
        name: str = "export.csv",
    ) -> Taken:
        raw = content.encode() if isinstance(content, str) else content
        return Taken(raw, Wishes(kind, encoding, delimiter, mapping or {}, name))

    return take


@pytest.fixture
def read(tmp_path: Path) -> Read:
    """Write bytes or text to a file and read it as the application does."""

    def read(content: bytes | str, *, name: str = "export.csv", **wishes: object) -> ReadResult:
        path = tmp_path / name
        path.write_bytes(content.encode() if isinstance(content, str) else content)
        return read_all(read_tabular(path, **wishes))  # pyright: ignore[reportArgumentType] - passed on as given

    return read


@pytest.fixture(scope="session")
def samples() -> Path:
    """Real exports, which are not part of this repository."""
    if not (SAMPLES / "MANIFEST.tsv").is_file():
        pytest.skip(f"no real exports in {SAMPLES.name} beside the repository")
    return SAMPLES
