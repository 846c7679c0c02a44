"""Cold start, the keys in a filter and the memory of the window; and what a verb of the command line costs."""

from pathlib import Path

from tests.benchmarks.timing import Figure, median, milliseconds, p95, process

HERE = Path(__file__).parent
ROUNDS = 9
MEMORY_MB = 250


def figures(profile: Path) -> list[Figure]:
    """The window on a large team, in processes of its own, against a bare window in the same run."""
    bare, ours = [], []
    for _ in range(ROUNDS):
        bare.append(process([str(HERE / "bare_window.py")]))
        ours.append(process([str(HERE / "our_window.py"), str(profile)]))
    floor = median([one["painted"][0] for one in bare])
    usable = [one["usable"][0] / base["painted"][0] for one, base in zip(ours, bare, strict=True)]
    filled = median([one["today"][0] for one in ours])
    walked = process([str(HERE / "our_window.py"), str(profile), "walk"])
    memory = walked["memory"][0]
    return [
        Figure(
            "cold start to a window that takes keys",
            f"{median(usable):.2f} x a bare window ({milliseconds(floor)})",
            "at most 2 x",
            median(usable) <= 2,
        ),
        Figure("cold start to Today, filled", milliseconds(filled), ""),
        Figure(
            "a key in the filter of the accounts, to the repaint",
            f"p95 {milliseconds(p95(walked['key']))} of {len(walked['key'])}",
            "p95 under 33 ms",
            p95(walked["key"]) < 0.033,
        ),
        Figure(
            "memory after every screen",
            f"{memory:.0f} MB",
            f"under {MEMORY_MB} MB",
            memory < MEMORY_MB,
        ),
    ]


def verbs(profile: Path) -> list[Figure]:
    """Whole commands, key derivation aside."""
    found = []
    for words in (("find", "north"), ("issue", "list", "--open"), ("promise", "list", "--overdue")):
        runs = [
            process(["-m", "sponsor_app", "--profile", str(profile), *words])["end"][0]
            for _ in range(ROUNDS)
        ]
        name = " ".join(words)
        found.append(
            Figure(
                f"`sponsor-app {name}`",
                milliseconds(median(runs)),
                "under 500 ms",
                median(runs) < 0.5,
            )
        )
    return found
