"""The process that reads a file: it may hang, crash or run out of memory without harm to anyone."""

import os
import sys
import traceback
from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress
from pathlib import Path
from types import TracebackType
from typing import BinaryIO, Protocol

from sponsor_app.domain.importing import Shape
from sponsor_app.exchange.limits import MAX_BYTES, MAX_MEMORY, MAX_SECONDS, MEBIBYTE
from sponsor_app.exchange.tabular.harvest import Harvest
from sponsor_app.exchange.tabular.problems import UnreadableError
from sponsor_app.exchange.tabular.tables import Table
from sponsor_app.exchange.tabular.wire import (
    OUT_OF_MEMORY,
    Batch,
    Closing,
    Failure,
    Opening,
    Refusal,
    send,
)
from sponsor_app.exchange.tabular.wishes import Wishes, wishes_from


class Reader(Protocol):
    """What a format does with a file: its records in batches, and then the account of the rest."""

    @property
    def shape(self) -> Shape:
        """How the file was understood."""
        ...

    def batches(self) -> Iterator[Batch]:
        """The records and rejections in file order. Raises `UnreadableError` beyond the limits."""
        ...

    @property
    def closing(self) -> Closing:
        """What was left out, and what was noticed; complete after the last batch."""
        ...


Understand = Callable[[bytes, Wishes], Reader]


def main(arguments: Sequence[str]) -> int:
    """Read the table on standard input as the JSON in the one argument says; write frames to standard output."""
    return serve(arguments[0], lambda content, wishes: Harvest(Table.understand(content, wishes)))


def serve(wishes: str, understand: Understand) -> int:
    """Read the file on standard input in limits; `wishes` are JSON, the frames go to standard output."""
    _limit_this_process()
    out = os.fdopen(1, "wb", closefd=False)
    sys.excepthook = _tell_where(out)
    try:
        with os.fdopen(0, "rb", closefd=False) as source:
            _read(source, wishes_from(wishes), understand, out)
    except UnreadableError as error:
        send(out, Refusal(error.clause, error.next))
    except MemoryError:
        send(out, Failure(OUT_OF_MEMORY))
    except BrokenPipeError:
        os._exit(1)  # nobody listens any more
    return 0


def _read(source: BinaryIO, wishes: Wishes, understand: Understand, out: BinaryIO) -> None:
    try:
        content = source.read(MAX_BYTES + 1)
    except OSError as error:
        broken = UnreadableError(
            f"the system could not read it to the end ({os.strerror(error.errno or 0)})",
            "Copy it to this computer, and try again.",
        )
        raise broken from error
    if len(content) > MAX_BYTES:
        grown = UnreadableError(f"it has more than {MAX_BYTES // MEBIBYTE} MiB", "Split the file.")
        raise grown
    reader = understand(content, wishes)
    send(out, Opening(reader.shape))
    for batch in reader.batches():
        send(out, batch)
    send(out, reader.closing)


def _limit_this_process() -> None:
    """Memory, processor time, no files written: where the system can be asked for that."""
    if sys.platform == "win32":
        return
    import resource  # noqa: PLC0415 - not on Windows

    for limit, value in (
        (resource.RLIMIT_AS, MAX_MEMORY),
        (resource.RLIMIT_CPU, int(MAX_SECONDS) + 1),
        (resource.RLIMIT_FSIZE, 0),
        (resource.RLIMIT_CORE, 0),
    ):
        _, most = resource.getrlimit(limit)
        fair = value if most == resource.RLIM_INFINITY else min(value, most)
        with suppress(
            ValueError, OSError
        ):  # a system that knows a limit may still not let it be set
            resource.setrlimit(limit, (fair, most))


def _tell_where(
    out: BinaryIO,
) -> Callable[[type[BaseException], BaseException, TracebackType | None], None]:
    """Report an error of ours by its kind and place, never by its text, which may quote the file."""

    def hook(kind: type[BaseException], _: BaseException, trace: TracebackType | None) -> None:
        last = traceback.extract_tb(trace)[-1] if trace else None
        where = f"{Path(last.filename).name}:{last.lineno}" if last else ""
        send(out, Failure(kind.__name__, where))

    return hook


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
