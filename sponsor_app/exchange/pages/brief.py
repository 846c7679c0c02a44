"""The brief as text, Markdown and HTML: one value, one order, on screen, on paper and in the clipboard."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple

from sponsor_app.domain.brief import Brief, Line, Section, SectionKey
from sponsor_app.domain.brief.phrasing import one_line
from sponsor_app.domain.language import how_many, tr, trn
from sponsor_app.domain.wording import full_day
from sponsor_app.exchange.pages.templates import document, render

BODY_PX = 14
TEXT_WIDTH = 78
MARKS = "\\`*_{}[]<>#|~&!"
LIST_MARK = re.compile(r"^([-+]|\d+[.)])(?= |$)")


class Inks(NamedTuple):
    """The colours of a page."""

    text: str = "#1C1B19"
    soft: str = "#4F4C46"
    faint: str = "#68645C"
    line: str = "#E6E2DA"
    bad: str = "#A32817"


@dataclass(frozen=True, slots=True)
class Measures:
    """Sizes in px of a page at one body size."""

    body: int = BODY_PX

    @property
    def meta(self) -> int:
        """Small words: labels and citations."""
        return max(9, self.body - 2)

    @property
    def title(self) -> int:
        """The account's name."""
        return self.body * 26 // BODY_PX

    @property
    def gap(self) -> int:
        """Air above and below a section."""
        return max(5, self.body * 9 // BODY_PX)


def brief_html(
    brief: Brief,
    templates: Path,
    inks: Inks | None = None,
    measures: Measures | None = None,
    *,
    linked: bool = True,
) -> str:
    """The brief's body, in the HTML that QTextDocument and browsers both draw.

    `linked` makes every citation a link to `record:KIND/ID`, which only a view of ours can follow.
    """
    size = measures or Measures()
    values = {
        "brief": brief,
        "as_of": _as_of(brief),
        "not_in_step": brief.not_in_step,
        "ink": inks or Inks(),
        "body": size.body,
        "meta": size.meta,
        "title": size.title,
        "gap": size.gap,
        "linked": linked,
    }
    return render(templates, "brief.html", values)


def week_html(briefs: Sequence[Brief], templates: Path, body: int = BODY_PX) -> str:
    """The first sheet of a pack of briefs: whom, when, and the worst that is open there."""
    first = briefs[0]
    worst = [_worst(one) for one in briefs]
    bad = sum(bool(one) for one in worst)
    words = trn(
        "{bad} of {all} opens with bad news. One page for each follows.",
        "{bad} of {all} open with bad news. One page for each follows.",
        bad,
    )
    visits = how_many(len(briefs), "visit")
    values = {
        "briefs": briefs,
        "worst": worst,
        "as_of": tr("As of {day}.").format(day=as_of_words(first)),
        "not_in_step": first.not_in_step,
        "title": tr("{visits} in the next 7 days").format(visits=visits),
        "summary": words.format(bad=bad, all=len(briefs)),
        "body": body,
    }
    return render(templates, "week.html", values)


def _worst(brief: Brief) -> str:
    """The first line of the bad news; empty where there is none."""
    found = next((one for one in brief.sections if one.key is SectionKey.BAD_NEWS), None)
    return found.lines[0].text if found else ""


def brief_file(brief: Brief, templates: Path) -> str:
    """The brief as a self-contained HTML file."""
    return document(
        tr("Brief: {account}").format(account=brief.account),
        brief_html(brief, templates, linked=False),
    )


def brief_text(brief: Brief) -> str:
    """The brief for a terminal or a mail: headings, statements, citations in brackets."""
    head = [one_line(brief.account), one_line(f"{_as_of(brief)} {brief.not_in_step}")]
    head += [one_line(line) for line in (brief.occasion, brief.standing) if line]
    parts = ["\n".join(head)]
    for section in brief.sections:
        lines = [_wrapped(line) for line in section.lines]
        if section.more:
            lines.append(f"  … {section.more}")
        parts.append("\n".join([_title(section).upper(), *lines]))
    return "\n\n".join(parts) + "\n"


def brief_markdown(brief: Brief) -> str:
    """The brief as Markdown; what people wrote cannot become markup."""
    parts = [
        f"# {_literal(brief.account)}",
        f"*{_as_of(brief)}* {_literal(brief.not_in_step)}".strip(),
    ]
    parts += [_literal(line) for line in (brief.occasion, brief.standing) if line]
    for section in brief.sections:
        lines = [_bullet(line) for line in section.lines]
        if section.more:
            lines.append(f"- … {section.more}")
        parts += [f"## {_literal(_title(section))}", "\n".join(lines)]
    return "\n\n".join(parts) + "\n"


def as_of_words(brief: Brief) -> str:
    """`Wed 18 Nov 2026, 08:48`."""
    day = brief.as_of.date()
    words = tr("{day} {year}, {time}")
    return words.format(day=full_day(day, day), year=day.year, time=f"{brief.as_of:%H:%M}")


def _as_of(brief: Brief) -> str:
    return tr("Brief as of {day}.").format(day=as_of_words(brief))


def _title(section: Section) -> str:
    return f"{section.title}, {section.note}" if section.note else section.title


def _bullet(line: Line) -> str:
    lead = f"**{_literal(line.lead)}** " if line.lead else ""
    because = f" *{_literal(line.because)}*" if line.because else ""
    return f"- {lead}{_literal(line.rest)}{because} ({_literal(line.citation)})"


def _literal(text: str) -> str:
    line = "".join(f"\\{c}" if c in MARKS else c for c in one_line(text))
    return LIST_MARK.sub(lambda mark: mark[1][:-1] + "\\" + mark[1][-1], line)


def _wrapped(line: Line) -> str:
    words, lines, current = f"{one_line(line.text)} [{line.citation}]".split(), list[str](), ""
    for word in words:
        if current and len(current) + 1 + len(word) > TEXT_WIDTH - 4:
            lines.append(current)
            current = word
        else:
            current = f"{current} {word}".strip()
    lines.append(current)
    return "\n".join(("  - " if i == 0 else "    ") + text for i, text in enumerate(lines))
