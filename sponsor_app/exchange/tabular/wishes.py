"""How a person wants a file read; what is not said is recognised."""

import json
from collections.abc import Mapping
from dataclasses import dataclass, field

from sponsor_app.domain.importing import ImportKind


@dataclass(frozen=True, slots=True)
class Wishes:
    """`mapping` is column to field; `name` is the file's, for what it says about its rows.

    `today` is the day around which what repeats is unrolled, as ISO text. `sheet` names one of a workbook;
    `header` is the line of the headings, 0 for none.
    """

    kind: ImportKind | None = None
    encoding: str | None = None
    delimiter: str | None = None
    mapping: Mapping[str, str] = field(default_factory=dict[str, str])
    name: str = ""
    today: str = ""
    sheet: str = ""
    header: int | None = None


def wishes_from(text: str) -> Wishes:
    """What `wishes_text` wrote."""
    said = json.loads(text)
    kind = said.pop("kind")
    return Wishes(kind=ImportKind(kind) if kind else None, **said)


def wishes_text(wishes: Wishes) -> str:
    """Wishes as ASCII, which every system passes on unchanged."""
    said = {
        "kind": wishes.kind,
        "encoding": wishes.encoding,
        "delimiter": wishes.delimiter,
        "mapping": dict(wishes.mapping),
        "name": wishes.name,
        "today": wishes.today,
        "sheet": wishes.sheet,
        "header": wishes.header,
    }
    return json.dumps(said, separators=(",", ":"))
