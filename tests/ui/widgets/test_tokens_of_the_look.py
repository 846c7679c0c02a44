import re
from pathlib import Path

import pytest
from PySide6.QtGui import QColor, QPalette

from sponsor_app.ui.widgets.qt_palette import theme_of
from sponsor_app.ui.widgets.tokens import THEMES, TYPE, Theme, pairs, ratio

KIT = Path(__file__).parents[3] / "sponsor_app" / "ui" / "widgets"
UI = KIT.parent
OURS_TO_HOLD_COLOURS = {"tokens.py"}


@pytest.mark.parametrize("theme", THEMES.values(), ids=list(THEMES))
def test_every_pair_of_colours_can_be_read(theme: Theme) -> None:
    met = list(pairs(theme))
    failing = [
        f"{p.name}: {ratio(p.ink, p.ground):.2f}" for p in met if ratio(p.ink, p.ground) < p.needs
    ]
    assert len(met) > 70
    assert failing == []


def test_contrast_is_counted_as_wcag_counts_it() -> None:
    assert ratio("#000000", "#FFFFFF") == pytest.approx(21)
    assert ratio("#777777", "#FFFFFF") == pytest.approx(4.48, abs=0.005)


@pytest.mark.parametrize(
    ("window", "text", "highlight", "highlighted", "link"),
    [
        ("#FFFAEF", "#3D3D3D", "#903909", "#FFF5E3", "#0063B3"),
        ("#202020", "#FFFFFF", "#8EE3F0", "#263B50", "#75E9FC"),
        ("#2D3236", "#FFFFFF", "#A1BFDE", "#212D3B", "#70EBDE"),
    ],
)
def test_a_system_contrast_theme_keeps_its_own_colours_and_stays_readable(
    window: str, text: str, highlight: str, highlighted: str, link: str
) -> None:
    palette = QPalette()
    role = QPalette.ColorRole
    for where, color in {
        role.Window: window,
        role.WindowText: text,
        role.Highlight: highlight,
        role.HighlightedText: highlighted,
        role.Link: link,
    }.items():
        palette.setColor(where, QColor(color))
    palette.setColor(QPalette.ColorGroup.Disabled, role.WindowText, QColor(text))

    theme = theme_of(palette)

    assert (theme.canvas, theme.text, theme.sel, theme.accent) == (window, text, highlight, link)
    assert [p.name for p in pairs(theme) if ratio(p.ink, p.ground) < p.needs] == []


def test_nothing_is_smaller_than_eleven_pixels() -> None:
    assert min(size.px for size in TYPE.values()) == 11
    assert all(size.line > size.px for size in TYPE.values())


def test_only_the_tokens_hold_colours() -> None:
    guilty = [
        path.name
        for path in KIT.rglob("*.py")
        if path.name not in OURS_TO_HOLD_COLOURS
        and re.search(r"\"#[0-9A-Fa-f]{6}", path.read_text("utf-8"))
    ]
    assert guilty == []


def test_no_part_wears_a_style_sheet_but_a_menu_that_lives_for_one_choice() -> None:
    """One for the whole window makes Qt dress each part anew: a second for a change of colours, half of a first opening."""
    guilty = [p.name for p in UI.rglob("*.py") if "setStyleSheet(" in p.read_text("utf-8")]
    assert guilty == ["menu.py"]
