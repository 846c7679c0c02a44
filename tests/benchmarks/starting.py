"""Cold start, the keys in a filter and the memory of the window; and what a verb of the command line costs."""

from pathlib import Path

from tests.benchmarks.timing import Figure, median, milliseconds, p95, process

HERE = Path(__file__).parent
ROUNDS = 9
MEMORY_MB = 250
LONGEST_GAP, JOURNEY = 0.05, 180
OPENS = 0.1
HURRIED, READS_TODAY = 1_500, 8_000
"""For how many milliseconds the first page is read: by somebody in a hurry, and by most."""


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


def gaps(profile: Path) -> list[Figure]:
    """How long the window's loop is held up in each step of a journey: the first time, and again."""
    at_once, later = (
        process([str(HERE / "gaps.py"), str(profile), str(reads)], patience=JOURNEY)
        for reads in (HURRIED, READS_TODAY)
    )
    return [
        _gaps(f"the first time, Today read for {HURRIED / 1000} s", "first-", at_once),
        _gaps(f"the first time, Today read for {READS_TODAY / 1000} s", "first-", later),
        _gaps("again", "again-", later),
    ]


def _gaps(when: str, prefix: str, marks: dict[str, list[float]]) -> Figure:
    seconds = {n.removeprefix(prefix): s[0] for n, s in marks.items() if n.startswith(prefix)}
    worst = max(seconds.values())
    over = [
        f"{name} {milliseconds(found)}"
        for name, found in sorted(seconds.items(), key=lambda one: -one[1])
        if found >= LONGEST_GAP
    ]
    value = f"{milliseconds(worst)} in {len(seconds)} steps"
    value += f"; over it: {', '.join(over)}" if over else ""
    what = f"the event loop's longest gap, each step {when}"
    return Figure(what, value, f"under {LONGEST_GAP * 1000:.0f} ms", worst < LONGEST_GAP)


def views(profile: Path) -> list[Figure]:
    """How long every view takes to open, from its key to the painted screen with its rows: the first time, and again."""
    at_once, later = (
        process([str(HERE / "views.py"), str(profile), str(reads)], patience=JOURNEY)
        for reads in (HURRIED, READS_TODAY)
    )
    return [
        _views(f"the first time, Today read for {HURRIED / 1000} s", "first-", at_once),
        _views(f"the first time, Today read for {READS_TODAY / 1000} s", "first-", later),
        _views("again", "again-", later),
    ]


def _views(when: str, prefix: str, marks: dict[str, list[float]]) -> Figure:
    found = {name.removeprefix(prefix): s for name, s in marks.items() if name.startswith(prefix)}
    seconds = [one for several in found.values() for one in several]
    slow = {name: max(several) for name, several in found.items() if max(several) >= OPENS}
    over = [f"{name} {milliseconds(slow[name])}" for name in sorted(slow, key=lambda n: -slow[n])]
    worst = p95(seconds)
    value = f"p95 {milliseconds(worst)}, median {milliseconds(median(seconds))} of {len(seconds)}"
    value += f"; over it: {', '.join(over)}" if over else ""
    what = f"a view opens, from its key to its painted rows, {when}"
    return Figure(what, value, f"p95 under {OPENS * 1000:.0f} ms", worst < OPENS)


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
