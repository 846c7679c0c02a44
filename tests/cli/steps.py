"""Steps from standard input, one a line: `app WORDS` is a command on a profile, in this one process; the rest is the shell's.

Usage: ``python -u -m tests.cli.steps PROFILE``.
"""

import shlex
import subprocess
import sys

from sponsor_app.cli.run import run

for step in sys.stdin:
    words = shlex.split(step)
    if words[0] == "app":
        print(f"=> {run(['--profile', sys.argv[1], *words[1:]])}")
    else:
        subprocess.run(step, shell=True, check=False)
