"""Forty words that stand nowhere by chance, and every form in which one may lie in a file."""

import base64
import io
import random
import re
import zipfile
import zlib
from collections.abc import Iterable, Iterator
from contextlib import suppress
from pathlib import Path
from typing import NamedTuple

import zstandard

COUNT = 40
SYLLABLES = ("zwi", "kro", "qua", "vex", "dro", "pfu", "xan", "thy", "gry", "blo", "jun", "wöl")
LARGEST = 8 << 20
STREAMS = re.compile(rb"\x78[\x01\x5e\x9c\xda]|\x1f\x8b\x08|\x28\xb5\x2f\xfd")


class Hit(NamedTuple):
    """A word that lies open."""

    file: str
    word: str
    form: str


def words(seed: int) -> list[str]:
    dice = random.Random(seed)
    made: set[str] = set()
    while len(made) < COUNT:
        made.add("".join(dice.choice(SYLLABLES) for _ in range(5)).capitalize())
    return sorted(made)


def forms(word: str) -> dict[str, bytes]:
    """Everything to look for; all letters are small, and what is searched is made small where that keeps its meaning."""
    small = word.lower()
    found = {
        "UTF-8": small.encode(),
        "UTF-16 LE": small.encode("utf-16-le"),
        "UTF-16 BE": small.encode("utf-16-be"),
        "without accents": small.replace("ö", "o").encode(),
    }
    for spelling in (word, small):
        found[f"hexadecimal of {spelling}"] = spelling.encode().hex().encode()
        for shift in range(3):
            whole = base64.b64encode(bytes(shift) + spelling.encode())
            inner = whole[(shift * 4 + 2) // 3 + bool(shift) : -4]  # what no neighbour changes
            found[f"base64 of {spelling}, shifted by {shift}"] = inner
    return found


def inside(content: bytes) -> Iterator[bytes]:
    """The bytes, and whatever was packed in them: zip, gzip, zlib and Zstandard, wherever it begins."""
    yield content
    with suppress(zipfile.BadZipFile), zipfile.ZipFile(io.BytesIO(content)) as archive:
        for name in archive.namelist():
            yield name.encode() + archive.read(name)
    for found in STREAMS.finditer(content):
        rest = content[found.start() :]
        with suppress(zlib.error):
            yield zlib.decompressobj(zlib.MAX_WBITS | 32).decompress(rest, LARGEST)
        with suppress(zstandard.ZstdError):
            yield zstandard.ZstdDecompressor().decompressobj().decompress(rest)


def hits_in(name: str, content: bytes, looked_for: Iterable[str]) -> Iterator[Hit]:
    for part in inside(content):
        small = part.lower()
        for word in looked_for:
            for form, piece in forms(word).items():
                where = part if form.startswith("base64") else small
                if piece in where:
                    yield Hit(name, word, form)


def hits(folders: Iterable[Path], looked_for: Iterable[str]) -> tuple[list[Hit], int]:
    """Every word that lies open below some folders, in names of files too; and how many files were searched."""
    found: list[Hit] = []
    files = [path for folder in folders for path in sorted(folder.rglob("*")) if path.is_file()]
    for path in files:
        found += hits_in(str(path), path.name.encode() + b"\n" + path.read_bytes(), looked_for)
    return found, len(files)
