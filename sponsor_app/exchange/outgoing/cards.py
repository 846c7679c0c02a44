"""Contacts as address cards (vCard 4.0, RFC 6350) for a telephone: how to reach them, and nothing we think of them."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any, BinaryIO

from sponsor_app.exchange.outgoing.calendars import PRODUCT
from sponsor_app.exchange.outgoing.columns import Row
from sponsor_app.exchange.outgoing.content_lines import line, parameter, text, uri

LABELS = {"work": "work", "main": "work", "home": "home", "private": "home"}
TELEPHONES = {"mobile": "cell", "fax": "fax"}


def write_cards(stream: BinaryIO, rows: Iterable[Row], public: Mapping[str, Sequence[str]]) -> int:
    """Write one card for each contact; returns how many. `public` are the public facts about each, by id."""
    written = 0
    for row in rows:
        stream.write("".join(_card(row, public.get(row["id"], ()))).encode())
        written += 1
    return written


def _card(row: Row, public: Sequence[str]) -> Iterator[str]:
    yield line("BEGIN", "VCARD")
    yield line("VERSION", "4.0")
    yield line("PRODID", PRODUCT)
    yield line("UID", f"urn:uuid:{row['id']}")
    yield line("FN", text(row["name"]))
    yield line("N", ";".join(map(text, name_parts(row["name"]))))
    if row["account"]:
        yield line("ORG", text(row["account"]))
    if row["title"]:
        yield line("TITLE", text(row["title"]))
    yield from (_point(one) for one in row["points"] if one["value"])
    if public:
        yield line("NOTE", text("\n".join(public)))
    yield line("END", "VCARD")


def _point(one: Mapping[str, Any]) -> str:
    label = LABELS.get((one["label"] or "").casefold(), "")
    kind = parameter("TYPE", label) if label else ""
    if one["kind"] == "email":
        return line("EMAIL", text(one["value"]), kind)
    if one["kind"] == "web":
        return line("URL", uri(one["value"]), kind)
    device = TELEPHONES.get("mobile" if one["kind"] == "mobile" else (one["label"] or ""), "voice")
    types = f"{label},{device}" if label else device
    return line("TEL", text(one["value"]), f';TYPE="{types}"' if label else f";TYPE={types}")


def name_parts(name: str) -> tuple[str, str, str, str, str]:
    """Family, given, additional names, prefixes, suffixes of a name of which only the whole is known.

    The last word is the family name: right for most of Europe, wrong for 山田 太郎; programs show FN.
    """
    *given, family = name.split() or [""]
    return (family, given[0] if given else "", " ".join(given[1:]), "", "")
