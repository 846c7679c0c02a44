"""One page for whoever speaks for us: what was agreed, what will never be asked, whom to call."""

from dataclasses import dataclass
from pathlib import Path

from sponsor_app.domain.reference import Use
from sponsor_app.exchange.pages.brief import Inks, Measures
from sponsor_app.exchange.pages.templates import document, render

AGREED: dict[Use, str] = {
    Use.CALL: "A call of up to 30 minutes with somebody who thinks about working with us. We are not on the line.",
    Use.CASE_STUDY: "A case study. You read it before anybody else does, and nothing is printed without your yes.",
    Use.VISIT: "A visit at your place by somebody who wants to see it. You choose the day and what is shown.",
    Use.QUOTE: "A sentence in your words, with your name. It is used as you said it, and nowhere you did not agree to.",
}
NEVER = (
    "We never give your number away before you said yes to that one request.",
    "We never ask you to praise us. Say what is true, what went wrong included.",
    "We do not ask while something serious is open between us: then we have work to do first.",
    "Whether you help has no influence on prices or on how you are served.",
)


@dataclass(frozen=True, slots=True)
class Guideline:
    """What the page says; days in words."""

    contact: str
    account: str
    scope: tuple[Use, ...]
    since: str
    until: str
    quarter: int
    year: int
    ours: str
    printed: str

    @property
    def agreed(self) -> tuple[str, ...]:
        """What they agreed to, a sentence each."""
        return tuple(AGREED[use] for use in self.scope)


def guideline_html(page: Guideline, templates: Path, body: int | None = None) -> str:
    """The page's body, in the HTML that QTextDocument and browsers both draw."""
    size = Measures(body) if body else Measures()
    values = {
        "page": page,
        "never": NEVER,
        "ink": Inks(),
        "body": size.body,
        "meta": size.meta,
        "title": size.title,
    }
    return render(templates, "guideline.html", values)


def guideline_file(page: Guideline, templates: Path) -> str:
    """The page as a self-contained HTML file."""
    return document("Reference guideline", guideline_html(page, templates))
