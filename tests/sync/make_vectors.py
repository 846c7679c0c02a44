"""Write tests/sync/vectors anew: `python -m tests.sync.make_vectors`. Refuses a file whose outcome is not the one said.

Every byte comes from a word, so an unchanged format gives unchanged files.
"""

import base64
import json
from pathlib import Path

from tests.sync.envelope import damage_cases, forged_cases, good_cases, states_cases
from tests.sync.envelope.cases import Case
from tests.sync.envelope.outcomes import outcome

ZSTD = (1, 5, 7)
"""Another version of zstd may pack otherwise; it must still read the committed files."""

FOLDER = Path(__file__).parent / "vectors"


def every_case() -> list[Case]:
    chapters = [
        *good_cases.told(),
        *damage_cases.told(),
        *forged_cases.told(),
        *states_cases.told(),
    ]
    return [case for chapter in chapters for case in chapter.cases]


def kept(case: Case) -> str:
    """A vector as it is committed."""
    return json.dumps(
        {
            "about": case.about,
            "file_id": case.file_id.hex(),
            "genesis": case.genesis.hex(),
            "reader": case.secret.hex(),
            "expect": case.expect,
            "file": base64.b64encode(case.content).decode(),
        },
        indent=1,
        ensure_ascii=False,
    )


def wrong(case: Case) -> list[str]:
    found = outcome(case.content, case.file_id, case.genesis, case.secret)
    found["frames"] = sorted(found["frames"])
    return [
        f"{case.name}: {key} is {found[key]}, said was {said}"
        for key, said in case.expect.items()
        if found[key] != (list(said) if isinstance(said, tuple) else said)
    ]


def main() -> None:
    cases = every_case()
    names = [case.name for case in cases]
    assert len(set(names)) == len(names)
    problems = [line for case in cases for line in wrong(case)]
    print("\n".join(problems) or f"{len(cases)} vectors are as said.")
    if problems:
        raise SystemExit(1)
    FOLDER.mkdir(exist_ok=True)
    for old in FOLDER.glob("*.json"):
        old.unlink()
    for case in cases:
        (FOLDER / f"{case.name}.json").write_text(kept(case) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
