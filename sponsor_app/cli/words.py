"""The verbs by the file that has them: a command loads only its own, which halves its start."""

GROUPS: dict[str, tuple[str, ...]] = {
    "setup": ("init", "demo", "backup", "restore", "doctor"),
    "files": ("import", "import-undo"),
    "exporting": ("export",),
    "accounts": ("account", "sponsor"),
    "people": ("member", "contact", "pulse", "fact"),
    "happenings": ("log",),
    "open_items": ("issue", "promise"),
    "reading": ("find", "brief", "coverage"),
    "undoing": ("history", "undo", "delete", "bring-back"),
}
VERBS = frozenset(verb for verbs in GROUPS.values() for verb in verbs)
OPEN = "open"
