"""Start the application: ``python -m sponsor_app``, or ``sponsor-app``."""

import sys

from sponsor_app.bootstrap import run


def main() -> int:
    """Run the window or one command; the exit code is the command's."""
    return run(sys.argv[1:])


if __name__ == "__main__":
    sys.exit(main())
