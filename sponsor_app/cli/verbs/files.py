"""Files in and out: `import`, `import-undo`, `export`."""

import argparse

from sponsor_app.cli.verbs.adding import Verbs


def add_verbs(verbs: Verbs, after: argparse.ArgumentParser) -> None:
    """Add `import`, `import-undo` and `export`."""
