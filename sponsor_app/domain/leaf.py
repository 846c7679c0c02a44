"""A page of lines under headings, the same on screen, in a terminal and on one sheet of paper."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from sponsor_app.domain.text import counted

WIDTH = 78


@dataclass(frozen=True, slots=True)
class LeafLine:
    """One statement: what it is about, what is said, why or what of it, and at the right edge a verdict.

    `tone` is `bad`, `warn` or empty; `ref` the record it rests on as `KIND/ID`, empty for none.
    """

    lead: str
    text: str = ""
    because: str = ""
    verdict: str = ""
    tone: str = ""
    ref: str = ""


@dataclass(frozen=True, slots=True)
class LeafSection:
    """Lines under a heading; `note` stands beside it, `more` says how many lines were left out."""

    title: str
    note: str
    lines: tuple[LeafLine, ...]
    more: int = 0


@dataclass(frozen=True, slots=True)
class Leaf:
    """The whole page; `standing` is said once below the title."""

    title: str
    as_of: str
    standing: str
    sections: tuple[LeafSection, ...]


def shortened(leaf: Leaf, most: int) -> Leaf:
    """The page with at most so many lines a section, each saying how many it leaves out."""
    return replace(leaf, sections=tuple(_shortened(one, most) for one in leaf.sections))


def _shortened(one: LeafSection, most: int) -> LeafSection:
    left = len(one.lines) - most
    return replace(one, lines=one.lines[:most], more=one.more + left) if left > 0 else one


def leaf_text(leaf: Leaf) -> str:
    """The page for a terminal or a mail."""
    return "\n".join(_text_lines(leaf)) + "\n"


def _text_lines(leaf: Leaf) -> Iterator[str]:
    yield _plain(leaf.title)
    yield _plain(f"{leaf.as_of}. {leaf.standing}".strip())
    for section in leaf.sections:
        yield ""
        yield _plain(f"{section.title}, {section.note}" if section.note else section.title).upper()
        for line in section.lines:
            said = ": ".join(part for part in (line.lead, line.text) if part)
            because = f" ({line.because})" if line.because else ""
            verdict = f" · {line.verdict}" if line.verdict else ""
            yield from _wrapped(_plain(f"{said}{because}{verdict}"))
        if section.more:
            yield f"  … {counted(section.more, 'more line')}"


def _plain(text: str) -> str:
    return " ".join(text.split())


def _wrapped(text: str) -> Iterator[str]:
    lead, current = "  - ", ""
    for word in text.split():
        if current and len(current) + 1 + len(word) > WIDTH - len(lead):
            yield lead + current
            lead, current = "    ", word
        else:
            current = f"{current} {word}".strip()
    yield lead + current
