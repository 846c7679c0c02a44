"""A line between a laptop and the server that hangs, breaks or changes a word; only over the local socket, without TLS."""

import selectors
import socket
import tempfile
from collections.abc import Generator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from pathlib import Path
from threading import Event, Thread


@dataclass
class Line:
    """Carries bytes both ways. `room` is how many the server may still send before the line is cut; -1 for any number."""

    folder: Path
    target: Path
    room: int = -1
    carried: int = 0
    cuts: int = 0
    connections: int = 0
    change: tuple[bytes, bytes] = (b"", b"")
    hanging: Event = field(default_factory=Event)
    closing: Event = field(default_factory=Event)
    threads: list[Thread] = field(default_factory=list[Thread])

    def serve(self, door: socket.socket) -> None:
        door.settimeout(0.05)
        while not self.closing.is_set():
            with suppress(TimeoutError):
                client, _ = door.accept()
                self.connections += 1
                self._thread(self._carry, client)

    def start(self, door: socket.socket) -> None:
        self._thread(self.serve, door)

    def _thread(self, work: object, *arguments: object) -> None:
        thread = Thread(target=work, args=arguments, daemon=True)  # type: ignore[arg-type]
        self.threads.append(thread)
        thread.start()

    def _carry(self, client: socket.socket) -> None:
        server = socket.socket(socket.AF_UNIX)
        with client, server, suppress(OSError):
            server.connect(str(self.target))
            ends = {client: server, server: client}
            with selectors.DefaultSelector() as waiting:
                for end in ends:
                    waiting.register(end, selectors.EVENT_READ)
                while not self.closing.is_set():
                    for key, _ in waiting.select(0.05):
                        source = key.fileobj
                        assert isinstance(source, socket.socket)
                        if not self.hanging.is_set() and not self._pass(source, server, ends):
                            return

    def _pass(
        self, source: socket.socket, server: socket.socket, ends: dict[socket.socket, socket.socket]
    ) -> bool:
        content = source.recv(65536).replace(*self.change)
        if source is server:
            if 0 <= self.room < self.carried + len(content):
                ends[source].sendall(content[: self.room - self.carried])
                self.cuts += 1
                self.room = -1
                return False
            self.carried += len(content)
        ends[source].sendall(content)
        return bool(content)


@contextmanager
def line_to(folder: Path, port: int) -> Generator[Line]:
    """A local socket in a folder of its own that leads to the server's."""
    own = Path(tempfile.mkdtemp(prefix="line"))
    line = Line(own, folder / f".s.PGSQL.{port}")
    door = socket.socket(socket.AF_UNIX)
    door.bind(str(own / f".s.PGSQL.{port}"))
    door.listen(64)
    line.start(door)
    try:
        yield line
    finally:
        line.closing.set()
        for thread in line.threads:
            thread.join()
        door.close()
        (own / f".s.PGSQL.{port}").unlink()
        own.rmdir()
