"""Laptops in processes of their own around one folder: each edits and syncs until it is killed, and is started again.

Arguments: folder, seconds, seed, names. Each laptop notes what its store had committed in `NAME/written`, and up to
which clock the file acknowledged it in `NAME/acknowledged`. Prints how often what was done to them.
"""

import json
import os
import random
import select
import signal
import sys
import time
from collections import Counter
from datetime import UTC, datetime
from pathlib import Path

from sponsor_app.services import Services
from sponsor_app.services.sharing.places import REAL
from sponsor_app.services.sharing.syncing import Visit
from sponsor_app.store.store import Store
from sponsor_app.system.folders import Profile
from tests.conftest import KEY
from tests.sync.stores import add_account
from tests.sync.torture.desks import FILE


def now() -> datetime:
    return datetime.now(UTC)


def keep(path: Path, line: str) -> None:
    with path.open("a", encoding="utf-8") as file:
        file.write(line + "\n")
        file.flush()
        os.fsync(file.fileno())


def race(folder: Path, name: str, until: float) -> None:
    """One laptop: a new account, a sync, and again."""
    mine = folder / name
    store = Store.open(mine / "store.db", KEY, now)
    app = Services(store, Profile(mine), now, lambda: now().date())
    visit = Visit(app, str(folder / "share" / FILE), REAL)
    while time.monotonic() < until:
        called = f"{name} {time.monotonic_ns()}"
        add_account(app, called)
        keep(mine / "written", called)
        before = visit.memory.acknowledged
        visit.sync()
        if visit.memory.acknowledged > before:
            keep(mine / "acknowledged", str(visit.memory.acknowledged))


def started(folder: Path, name: str, until: float) -> int:
    number = os.fork()
    if number == 0:
        race(folder, name, until)
        os._exit(0)
    return number


def disturb(share: Path, lots: random.Random, old: list[bytes]) -> str:
    """What goes wrong between two kills."""
    path, beside = share / FILE, share / ".elsewhere"
    try:
        content = path.read_bytes()
    except FileNotFoundError:
        return "nothing"
    old[:] = [*old[-20:], content]
    kind = lots.choice(["nothing"] * 4 + ["rollback", "cut", "conflicted copy", "deleted"])
    if kind == "conflicted copy":
        (share / f"Team ({lots.randrange(10**6)}).sponsor").write_bytes(lots.choice(old))
    elif kind == "deleted":
        path.unlink(missing_ok=True)
    elif kind != "nothing":
        cut = content[: lots.randrange(len(content))]
        beside.write_bytes(lots.choice(old) if kind == "rollback" else cut)
        beside.replace(path)
    return kind


def main() -> None:
    folder, seconds, lots = Path(sys.argv[1]), float(sys.argv[2]), random.Random(sys.argv[3])
    until = time.monotonic() + seconds
    running = {name: started(folder, name, until) for name in sys.argv[4:]}
    done, old = Counter[str](), list[bytes]()
    while time.monotonic() < until:
        select.select([], [], [], lots.uniform(0.05, 0.4))
        name = lots.choice(list(running))
        os.kill(running[name], signal.SIGKILL)
        os.waitpid(running[name], 0)
        done["kill"] += 1
        done[disturb(folder / "share", lots, old)] += 1
        running[name] = started(folder, name, until)
    for number in running.values():
        assert os.waitpid(number, 0)[1] == 0, "a laptop failed"
    print(json.dumps(done))


if __name__ == "__main__":
    main()
