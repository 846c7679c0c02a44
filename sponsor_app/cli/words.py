"""The verbs by the file that has them: a command loads only its own, which halves its start."""

from collections.abc import Sequence

GROUPS: dict[str, tuple[str, ...]] = {
    "setup": ("init", "demo", "backup", "restore", "doctor"),
    "files": ("import", "import-undo"),
    "calendars": ("calendar",),
    "exporting": ("export",),
    "accounts": ("account", "sponsor"),
    "people": ("member", "contact", "fact"),
    "noting": ("note",),
    "reminding": ("remind",),
    "happenings": ("log",),
    "issues": ("issue",),
    "promises": ("promise",),
    "pulses": ("pulse",),
    "references": ("reference",),
    "events": ("event",),
    "reach_outs": ("reach-out",),
    "my_day": ("today",),
    "debriefing": ("debrief",),
    "finding": ("find",),
    "briefing": ("brief",),
    "overseeing": ("coverage",),
    "reviewing": ("review",),
    "planning": ("plan",),
    "sharing": ("share",),
    "syncing": ("sync", "conflicts"),
    "capturing": ("capture",),
    "undoing": ("history", "undo", "delete", "bring-back"),
}
VERBS = frozenset(verb for verbs in GROUPS.values() for verb in verbs)
OPEN, CAPTURE = "open", "capture"
TAKE_A_VALUE = frozenset({"--profile", "--passphrase-file", "--as-of"})
"""The global options whose value may be a word that is also a verb: a folder called `demo`."""


def verb_in(arguments: Sequence[str]) -> str | None:
    """The verb that a command line asks for, `open` included; None when it names none."""
    before = ("", *arguments)
    named = (
        word
        for last, word in zip(before, arguments, strict=False)
        if last not in TAKE_A_VALUE and (word in VERBS or word == OPEN)
    )
    return next(named, None)
