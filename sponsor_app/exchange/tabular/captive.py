"""The reading child as its parent holds it: started, listened to, and always ended."""

import os
import queue
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Iterator, Sequence
from contextlib import suppress
from pathlib import Path
from typing import BinaryIO, Protocol, Self

import sponsor_app
from sponsor_app.exchange.tabular.wire import Frame, receive

CHILD_MODULE = "sponsor_app.exchange.tabular.child"
# A frozen application has no interpreter to run a module with: it starts itself with this first argument, and
# its entry point must then call `sponsor_app.exchange.tabular.child.main(arguments after it)` and exit.
CHILD_ARGUMENT = "--read-table"
_LOOK_UP = 0.05  # seconds between looks at the cancel flag
_AHEAD = 4  # frames read before the parent wants them
_PATIENCE = 5.0


class Flag(Protocol):
    """Anything that says whether to stop, such as `threading.Event`."""

    def is_set(self) -> bool:
        """Whether to stop."""
        ...


class SlowError(Exception):
    """The child took longer than it may."""


class StoppedError(Exception):
    """The flag was set."""


class Captive:
    """A child that reads `source` and answers in frames. Use it with `with`, so that it never outlives its use."""

    def __init__(
        self, source: BinaryIO, argument: str, command: Sequence[str] | None = None
    ) -> None:
        self._frames: queue.Queue[Frame | None] = queue.Queue(_AHEAD)
        self._child = _start([*(command or child_command()), argument], source)
        self._listener = threading.Thread(target=self._listen, name="table-reader", daemon=True)
        self._listener.start()

    @property
    def exit_code(self) -> int | None:
        """How the child ended; negative for a signal, None while it runs."""
        return self._child.poll()

    def frames(self, cancel: Flag | None, seconds: float) -> Iterator[Frame]:
        """The frames as they come, until the child ends.

        Only time spent waiting counts against `seconds`: a parent busy with the last batch does not. Raises
        `SlowError` or `StoppedError`.
        """
        left = seconds
        while True:
            if cancel is not None and cancel.is_set():
                raise StoppedError
            asked = time.monotonic()
            try:
                frame = self._frames.get(timeout=min(_LOOK_UP, max(left, 0.001)))
            except queue.Empty:
                left -= time.monotonic() - asked
                if left <= 0:
                    raise SlowError from None
                continue
            left -= time.monotonic() - asked
            if frame is None:
                self._child.wait()
                return
            yield frame

    def close(self) -> None:
        """End the child with all it may have started, and wait until it is gone."""
        _kill(self._child)
        until = time.monotonic() + _PATIENCE
        while self._listener.is_alive() and time.monotonic() < until:
            try:
                self._frames.get(timeout=0.01)
            except queue.Empty:
                self._listener.join(0.01)
        if self._child.stdout is not None and not self._listener.is_alive():
            self._child.stdout.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def _listen(self) -> None:
        out = self._child.stdout
        while out is not None:
            frame = receive(out)
            self._frames.put(frame)
            if frame is None:
                return


def child_command(module: str = CHILD_MODULE, argument: str = CHILD_ARGUMENT) -> list[str]:
    """What starts a reading child: this interpreter with its module, or the frozen application with its argument."""
    if getattr(sys, "frozen", False):
        return [sys.executable, argument]
    # -P: a file called csv.py in the folder one stands in must not become part of the program.
    return [sys.executable, "-P", "-m", module]


def _start(command: Sequence[str], source: BinaryIO) -> "subprocess.Popen[bytes]":
    root = str(Path(sponsor_app.__file__).parents[1])
    found = os.environ.get("PYTHONPATH")
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join([root, found] if found else [root])}
    if sys.platform == "win32":
        flags = subprocess.CREATE_NO_WINDOW | subprocess.CREATE_NEW_PROCESS_GROUP
        return subprocess.Popen(  # noqa: S603 - our own interpreter, a fixed module, no shell
            command,
            stdin=source,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            env=environment,
            creationflags=flags,
        )
    return subprocess.Popen(  # noqa: S603 - our own interpreter, a fixed module, no shell
        command,
        stdin=source,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        env=environment,
        start_new_session=True,
    )


def _kill(child: "subprocess.Popen[bytes]") -> None:
    if child.poll() is None:
        if sys.platform == "win32":
            child.kill()
        else:
            os.killpg(child.pid, signal.SIGKILL)
    with suppress(subprocess.TimeoutExpired):  # stuck in the system, on a share that is gone
        child.wait(_PATIENCE)
