"""Catalogues as people edit them (`.po`) and as the window reads them (`.mo`)."""

import ast
import re
import struct
from dataclasses import dataclass, field
from pathlib import Path

from tests.language.extract import Texts

FOLDER = Path(__file__).parents[2] / "resources" / "language"
LANGUAGES = ("de", "fr", "ar")
PLURALS = {
    "de": (2, "n != 1"),
    "fr": (2, "n > 1"),
    "ar": (6, "n==0 ? 0 : n==1 ? 1 : n==2 ? 2 : n%100>=3 && n%100<=10 ? 3 : n%100>=11 ? 4 : 5"),
}
NUMBERS = {"de": (".", ","), "fr": ("\u202f", ","), "ar": (",", ".")}
"""What stands between thousands and before decimals."""
CONTEXT, PLURAL = "\x04", "\x00"
Key = tuple[str, str, str]
"""Context (`phrase` for what arrives finished from below), text, and its plural where it has one."""


@dataclass
class Entries:
    """What a catalogue says for each key: one text, or one for every plural form; empty where nothing yet."""

    said: dict[Key, tuple[str, ...]] = field(default_factory=dict[Key, tuple[str, ...]])
    places: dict[Key, str] = field(default_factory=dict[Key, str])


def wanted(texts: Texts, language: str, before: Entries) -> Entries:
    """A catalogue of exactly these texts, with what was said of each before."""
    found = Entries()
    forms = PLURALS[language][0]
    keys: list[tuple[Key, str]] = [
        *((("", one, ""), at) for one, at in texts.single.items()),
        *((("", one, many), at) for (one, many), at in texts.plural.items()),
        *((("phrase", one, ""), at) for one, at in texts.finished.items()),
    ]
    for key, place in sorted(keys):
        found.places[key] = place
        found.said[key] = before.said.get(key) or ("",) * (forms if key[2] else 1)
    return found


def read(path: Path) -> Entries:
    """The entries of a `.po` file; none when there is no file."""
    found = Entries()
    for block in path.read_text(encoding="utf-8").split("\n\n") if path.exists() else ():
        parts = dict(re.findall(r'^(msg\w+(?:\[\d\])?) (".*")$', block, re.MULTILINE))
        said = {name: ast.literal_eval(text) for name, text in parts.items()}
        key = (said.get("msgctxt", ""), said.get("msgid", ""), said.get("msgid_plural", ""))
        if key[1]:
            found.said[key] = tuple(
                text for name, text in said.items() if name.startswith("msgstr")
            )
    return found


def po_text(entries: Entries, language: str) -> str:
    """The text of a `.po` file, in the order of its texts, so that two people's edits meet seldom."""
    blocks = [f'msgid ""\nmsgstr {_quoted(_head(language))}']
    for (context, one, many), said in entries.said.items():
        lines = [f"#: {entries.places[(context, one, many)]}"]
        lines += [f"msgctxt {_quoted(context)}"] if context else []
        lines.append(f"msgid {_quoted(one)}")
        if many:
            lines.append(f"msgid_plural {_quoted(many)}")
            lines += [f"msgstr[{at}] {_quoted(text)}" for at, text in enumerate(said)]
        else:
            lines.append(f"msgstr {_quoted(said[0])}")
        blocks.append("\n".join(lines))
    return "\n\n".join(blocks) + "\n"


def mo_bytes(entries: Entries, language: str) -> bytes:
    """A `.mo` file of what is translated: the same entries make the same bytes."""
    thousands, decimal = NUMBERS[language]
    texts = {
        "": _head(language),
        f"format{CONTEXT}thousands": thousands,
        f"format{CONTEXT}decimal": decimal,
    }
    for (context, one, many), said in entries.said.items():
        if all(said):
            key = (f"{context}{CONTEXT}" if context else "") + one + (PLURAL + many if many else "")
            texts[key] = PLURAL.join(said)
    pairs = sorted((one.encode(), said.encode()) for one, said in texts.items())
    return _packed(pairs)


def _packed(pairs: list[tuple[bytes, bytes]]) -> bytes:
    keys = 7 * 4
    start = keys + 16 * len(pairs)
    tables: tuple[list[int], list[int]] = ([], [])
    content = b""
    for side in (0, 1):
        for pair in pairs:
            tables[side].extend((len(pair[side]), start + len(content)))
            content += pair[side] + b"\0"
    head = struct.pack("<7I", 0x950412DE, 0, len(pairs), keys, keys + 8 * len(pairs), 0, start)
    numbers = [*tables[0], *tables[1]]
    return head + struct.pack(f"<{len(numbers)}I", *numbers) + content


def _head(language: str) -> str:
    count, rule = PLURALS[language]
    return (
        f"Language: {language}\n"
        "Content-Type: text/plain; charset=UTF-8\n"
        "Content-Transfer-Encoding: 8bit\n"
        f"Plural-Forms: nplurals={count}; plural=({rule});\n"
    )


def _quoted(text: str) -> str:
    escaped = (
        text.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n").replace("\t", "\\t")
    )
    return f'"{escaped}"'
