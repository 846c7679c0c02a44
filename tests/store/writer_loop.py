"""Write interactions until killed, saying each one's id after it was committed: the victim of `test_crashes`.

Forks a child a round, so that 200 kills take seconds; prints `round id` lines, which only a committed write does.
"""

import os
import random
import select
import signal
import sys
from datetime import UTC, datetime, timedelta
from pathlib import Path

from sponsor_app.store.models import attendance, commitment, interaction
from sponsor_app.store.store import Store


def write_for_ever(path: Path, key: bytes, pipe: int) -> None:
    start = datetime.now(UTC)
    ticks = iter(range(10**9))
    store = Store.open(path, key, lambda: start + timedelta(milliseconds=next(ticks)))
    while True:
        with store.write("Logged") as writer:
            made = writer.insert(
                interaction,
                record_id=store.new_id(),
                account_id="acme",
                kind="visit",
                state="held",
                happened_on="2026-11-17",
                summary="Walked the yard " * 20,
            )
            member = str(store.identity().member)
            writer.insert(attendance, record_id=f"{made}-me", interaction_id=made, member_id=member)
            writer.insert(
                commitment,
                record_id=f"{made}-promise",
                number=1,
                account_id="acme",
                interaction_id=made,
                text="pricing",
                direction="ours",
                made_on="2026-11-17",
            )
        os.write(pipe, f"{made}\n".encode())


def one_round(path: Path, key: bytes, seconds: float, *, begun: bool) -> list[str]:
    """Let a child write for a while (from its first write on, if `begun`), kill it; return what it acknowledged."""
    reader, writer = os.pipe()
    child = os.fork()
    if child == 0:
        os.close(reader)
        write_for_ever(path, key, writer)
    os.close(writer)
    if begun:
        select.select([reader], [], [])
    select.select([], [], [], seconds)
    os.kill(child, signal.SIGKILL)
    os.waitpid(child, 0)
    with os.fdopen(reader, "rb") as said:
        lines = said.read().decode().split("\n")
    return [line for line in lines[:-1] if line]


def main() -> None:
    path, key, kills, seed = Path(sys.argv[1]), bytes.fromhex(sys.argv[2]), *map(int, sys.argv[3:5])
    dice = random.Random(seed)
    for number in range(kills):
        for made in one_round(path, key, dice.uniform(0.005, 0.06), begun=number % 2 == 0):
            print(number, made)


main()
