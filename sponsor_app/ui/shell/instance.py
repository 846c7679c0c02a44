"""The door at which another start of the program knocks: it brings this window forward or hands it a line."""

from PySide6.QtCore import QLockFile, QObject, QTimer, Signal
from PySide6.QtNetwork import QLocalServer, QLocalSocket

from sponsor_app.services import profiles
from sponsor_app.services.profiles import Profile

MOST_BYTES = 64 * 1024
PATIENCE = 2_000
ANSWER = b"ok\n"


class Instance(QObject):
    """`listen` once the window is painted; what nobody of ours said is dropped without an answer."""

    raised = Signal()
    captured = Signal(str)
    opened = Signal(str)  # the name of an account

    def __init__(self, profile: Profile, parent: QObject) -> None:
        super().__init__(parent)
        self._address = profiles.instance_address(profile)
        self._lock: QLockFile | None = None
        self._server = QLocalServer(self)
        self._server.setSocketOptions(QLocalServer.SocketOption.UserAccessOption)
        self._server.newConnection.connect(self._on_connected)

    def listen(self) -> bool:
        """Be the window that others find; False when another one is, or there is no place to be found at."""
        if self._address is None:
            return False
        lock = QLockFile(f"{self._address}.lock")
        lock.setStaleLockTime(
            0
        )  # one that ended without a word is told by its process, not by its age
        if not lock.tryLock(0):
            return False
        self._lock = lock
        # Nobody holds the lock, so what lies there was left by a window that crashed.
        QLocalServer.removeServer(self._address)
        return self._server.listen(self._address)

    def close(self) -> None:
        """Be found no more."""
        self._server.close()
        if self._lock is not None:
            self._lock.unlock()
            self._lock = None

    def _on_connected(self) -> None:
        while self._server.hasPendingConnections():
            door = self._server.nextPendingConnection()
            door.setReadBufferSize(MOST_BYTES)
            door.readyRead.connect(lambda door=door: self._on_ready(door))
            door.disconnected.connect(door.deleteLater)
            QTimer.singleShot(PATIENCE, door, door.abort)
            self._on_ready(door)

    def _on_ready(self, door: QLocalSocket) -> None:
        if not door.canReadLine():
            if door.bytesAvailable() >= MOST_BYTES:
                door.abort()
            return
        said = profiles.read_call(bytes(door.readLine(MOST_BYTES).data()))
        if said is None:
            door.abort()
            return
        door.write(ANSWER)
        door.flush()
        door.disconnectFromServer()
        self._act(*said)

    def _act(self, act: str, text: str) -> None:
        if act == "capture":
            self.captured.emit(text)
        elif act == "open" and text:
            self.opened.emit(text)
        else:
            self.raised.emit()
