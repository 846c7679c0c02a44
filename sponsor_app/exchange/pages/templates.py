"""Our own HTML, filled with other people's words, every one of them escaped."""

from collections.abc import Mapping
from functools import lru_cache
from pathlib import Path
from typing import Any

from sponsor_app.domain.language import code, direction, number, tr
from sponsor_app.domain.text import breakable


def render(templates: Path, name: str, values: Mapping[str, Any]) -> str:
    """The template `name` filled with `values`; autoescaped, an unknown name is an error."""
    turned = {"turned": "dir=rtl" if direction() == "rtl" else ""}
    return _environment(templates).get_template(name).render({**values, **turned})


def prepare(templates: Path, *names: str) -> None:
    """Read these templates before somebody waits for the first of them."""
    for name in names:
        _environment(templates).get_template(name)


@lru_cache(maxsize=4)
def _environment(templates: Path) -> Any:
    """Kept, because reading a template anew costs ten times what filling it does."""
    from jinja2 import Environment, FileSystemLoader, StrictUndefined  # noqa: PLC0415 - 80 ms

    environment: Any = Environment(
        loader=FileSystemLoader(templates),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.filters["breakable"] = breakable
    environment.globals.update(tr=tr, number=number)
    return environment


def document(title: str, body: str) -> str:
    """A self-contained HTML file around a body of ours: no script, nothing loaded from anywhere."""
    from markupsafe import escape  # noqa: PLC0415 - comes with jinja2

    return (
        f'<!doctype html>\n<html lang="{code()}" dir="{direction()}"><head><meta charset="utf-8">'
        '<meta name="viewport" content="width=device-width, initial-scale=1">'
        "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'\">"
        f"<title>{escape(title)}</title>"
        "<style>body{font-family:Inter,system-ui,sans-serif;max-width:698px;margin:32px auto;padding:0 16px;"
        "background:#fff}td{vertical-align:top}p{overflow-wrap:anywhere}</style></head>"
        f"<body>\n{body}\n</body></html>\n"
    )
