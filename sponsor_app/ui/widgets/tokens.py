"""Every colour, size and duration of the look, by name, and the proof that it can be read."""

from collections.abc import Iterator, Mapping
from typing import Literal, NamedTuple

ThemeName = Literal["light", "dark", "contrast"]
ColorRole = Literal[
    "canvas", "rail", "surface", "sunken", "hover", "line", "edge",
    "text", "text2", "text3", "off", "accent", "accent_hover",
    "primary", "primary_hover", "on_primary", "sel", "sel_text", "sel_text2",
    "toast", "toast_text", "toast_key", "toast_action",
]  # fmt: skip
ToneName = Literal["ok", "warn", "bad", "idle", "info", "solid"]
TypeRole = Literal[
    "display", "title", "figure", "input", "heading", "lead",
    "body", "medium", "strong", "meta", "metaB", "label", "key",
]  # fmt: skip


class ToneHex(NamedTuple):
    """A status tone: ink for words, fill and line for pills and cells, a livelier colour for bars."""

    ink: str
    fill: str
    line: str
    bar: str


class Swatch(NamedTuple):
    """A fill and the ink that is read on it."""

    fill: str
    ink: str


class Theme(NamedTuple):
    """One look: colours by role, as #RRGGBB; `scrim` is red, green, blue, alpha; `shadow` says how dark it is."""

    name: ThemeName
    dark: bool
    high_contrast: bool
    canvas: str
    rail: str
    surface: str
    sunken: str
    hover: str
    line: str
    edge: str
    text: str
    text2: str
    text3: str
    off: str
    accent: str
    accent_hover: str
    primary: str
    primary_hover: str
    on_primary: str
    sel: str
    sel_text: str
    sel_text2: str
    toast: str
    toast_text: str
    toast_key: str
    toast_action: str
    scrim: tuple[int, int, int, int]
    shadow: int
    tones: Mapping[str, ToneHex]
    ramp: tuple[Swatch, Swatch, Swatch]


LIGHT = Theme(
    name="light", dark=False, high_contrast=False,
    canvas="#FBFAF8", rail="#F3F1EC", surface="#FFFFFF", sunken="#F0EEE9", hover="#F4F2EE",
    line="#E6E2DA", edge="#8B867C",
    text="#1C1B19", text2="#4F4C46", text3="#68645C", off="#8B867C",
    accent="#28509E", accent_hover="#1F4184",
    primary="#28509E", primary_hover="#1F4184", on_primary="#FFFFFF",
    sel="#E6ECF7", sel_text="#14284F", sel_text2="#3F5480",
    toast="#1C1B19", toast_text="#FBFAF8", toast_key="#D8D4CC", toast_action="#B9CCF8",
    scrim=(30, 29, 27, 66), shadow=8,
    tones={
        "ok": ToneHex("#14624A", "#E2F0EA", "#A9CFC0", "#2B8465"),
        "warn": ToneHex("#7C4F00", "#FAEDCF", "#DDBE7C", "#AC730A"),
        "bad": ToneHex("#A32817", "#FBE6E1", "#E3A69B", "#C0402E"),
        "idle": ToneHex("#4F4C46", "#F0EEE9", "#8B867C", "#8B867C"),
        "info": ToneHex("#28509E", "#E6ECF7", "#A9BDE3", "#28509E"),
        "solid": ToneHex("#FFFFFF", "#A93020", "#A93020", "#C0402E"),
    },
    ramp=(Swatch("#C3D2EE", "#14284F"), Swatch("#DCE5F5", "#14284F"), Swatch("#EEF2FA", "#2F3E5E")),
)  # fmt: skip

DARK = Theme(
    name="dark", dark=True, high_contrast=False,
    canvas="#17181B", rail="#121316", surface="#1F2125", sunken="#282A2F", hover="#26282D",
    line="#303238", edge="#7E818A",
    text="#EDECE9", text2="#BDBBB6", text3="#9C9A95", off="#7E818A",
    accent="#A3BCF7", accent_hover="#BCCEFA",
    primary="#3D60B3", primary_hover="#4A6EC4", on_primary="#FFFFFF",
    sel="#26324D", sel_text="#EDF2FF", sel_text2="#B9C7E8",
    toast="#34373D", toast_text="#EDECE9", toast_key="#BDBBB6", toast_action="#A3BCF7",
    scrim=(5, 5, 7, 140), shadow=20,
    tones={
        "ok": ToneHex("#83D0B2", "#17332A", "#2F5F4E", "#5FB797"),
        "warn": ToneHex("#EBC06A", "#392D14", "#6B5522", "#D6A748"),
        "bad": ToneHex("#FFA797", "#45211B", "#7F3D33", "#EE8371"),
        "idle": ToneHex("#BDBBB6", "#282A2F", "#7E818A", "#7E818A"),
        "info": ToneHex("#A3BCF7", "#26324D", "#46598A", "#A3BCF7"),
        "solid": ToneHex("#FFFFFF", "#B03C2C", "#B03C2C", "#EE8371"),
    },
    ramp=(Swatch("#3D5384", "#F1F5FF"), Swatch("#2E3F65", "#E4EBFC"), Swatch("#243048", "#C6D2EE")),
)  # fmt: skip

CONTRAST = Theme(
    name="contrast", dark=True, high_contrast=True,
    canvas="#000000", rail="#000000", surface="#000000", sunken="#000000", hover="#1F1F1F",
    line="#8A8A8A", edge="#FFFFFF",
    text="#FFFFFF", text2="#FFFFFF", text3="#E0E0E0", off="#A0A0A0",
    accent="#FFE14D", accent_hover="#FFF0A0",
    primary="#FFFFFF", primary_hover="#D8D8D8", on_primary="#000000",
    sel="#FFE14D", sel_text="#000000", sel_text2="#000000",
    toast="#000000", toast_text="#FFFFFF", toast_key="#FFFFFF", toast_action="#FFE14D",
    scrim=(0, 0, 0, 200), shadow=0,
    tones={
        "ok": ToneHex("#7DFFBE", "#000000", "#7DFFBE", "#7DFFBE"),
        "warn": ToneHex("#FFD24D", "#000000", "#FFD24D", "#FFD24D"),
        "bad": ToneHex("#FF9C8C", "#000000", "#FF9C8C", "#FF9C8C"),
        "idle": ToneHex("#FFFFFF", "#000000", "#FFFFFF", "#FFFFFF"),
        "info": ToneHex("#9CC4FF", "#000000", "#9CC4FF", "#9CC4FF"),
        "solid": ToneHex("#000000", "#FF9C8C", "#FF9C8C", "#FF9C8C"),
    },
    ramp=(Swatch("#9CC4FF", "#000000"), Swatch("#33507F", "#FFFFFF"), Swatch("#000000", "#FFFFFF")),
)  # fmt: skip

THEMES: Mapping[ThemeName, Theme] = {"light": LIGHT, "dark": DARK, "contrast": CONTRAST}


class TypeSize(NamedTuple):
    """A type role at 100 %: letter height and line height in px, weight, tracking in px."""

    px: int
    line: int
    weight: int
    tracking: float


FAMILY = "Inter"
TYPE: Mapping[TypeRole, TypeSize] = {
    "display": TypeSize(30, 38, 600, -0.6),
    "title": TypeSize(22, 30, 600, -0.35),
    "figure": TypeSize(20, 26, 600, -0.3),
    "input": TypeSize(17, 26, 400, -0.05),
    "heading": TypeSize(15, 22, 600, -0.1),
    "lead": TypeSize(15, 23, 400, 0),
    "body": TypeSize(13, 20, 400, 0),
    "medium": TypeSize(13, 20, 500, 0),
    "strong": TypeSize(13, 20, 600, 0),
    "meta": TypeSize(12, 17, 400, 0),
    "metaB": TypeSize(12, 17, 500, 0),
    "label": TypeSize(11, 16, 600, 0.2),
    "key": TypeSize(11, 16, 500, 0.1),
}


class SPACE:
    """The gaps between things, px at 100 %."""

    X1, X2, X3, X4, X5, X6, X7 = 4, 8, 12, 16, 24, 32, 48


class RADIUS:
    """Corners, px at 100 %."""

    PAPER, SMALL, CELL, CONTROL, CARD, OVERLAY = 3, 4, 5, 6, 10, 14


class ICON:
    """Icon sizes, px at 100 %."""

    CHEVRON, META, ROW, RAIL, EMPTY = 12, 14, 16, 18, 28


class HEIGHT:
    """Heights of parts, px at 100 %."""

    KEY_CAP, PILL, CHIP, BUTTON, COMPACT_ROW = 20, 22, 28, 30, 30
    COLUMN_HEAD, SEARCH, RAIL_ITEM, GAP_ROW, MESSAGE = 32, 32, 34, 34, 34
    TABLE_ROW, SECTION_LINKS, FOOT, PALETTE_ROW, TOAST = 36, 36, 36, 40, 42
    CHANGE_ROW, VISIT, HEAT_ROW, CLOCK_ROW, LIST_ROW, TIMELINE = 46, 48, 48, 50, 52, 62
    CLOCK = 92


class MOTION:
    """Durations in ms; every one is 0 when less motion is wanted. Nothing loops."""

    OVERLAY_IN, OVERLAY_OUT, PEEK, TOAST_IN, TOAST_STAY = 120, 80, 140, 140, 8000


RAIL_WIDTH, RAIL_NARROW = 212, 56
FOCUS_WIDTH = 2
STEP_OUT = 8  # how far hover and selection reach beyond the text edge
TEXT_NEEDS, SHAPE_NEEDS = 4.5, 3.0  # WCAG 2.2, 1.4.3 and 1.4.11


class Pair(NamedTuple):
    """Two colours that meet on a screen and the contrast they need."""

    name: str
    ink: str
    ground: str
    needs: float


def luminance(color: str) -> float:
    """Relative luminance of #RRGGBB, 0 to 1 (WCAG 2.2)."""
    channels = (int(color[at : at + 2], 16) / 255 for at in (1, 3, 5))
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def ratio(one: str, other: str) -> float:
    """Contrast ratio of two colours, 1 to 21 (WCAG 2.2)."""
    dark, light = sorted((luminance(one), luminance(other)))
    return (light + 0.05) / (dark + 0.05)


def pairs(theme: Theme) -> Iterator[Pair]:
    """Every pair of colours the parts put together."""
    yield from _text_pairs(theme)
    yield from _tone_pairs(theme)
    yield from _shape_pairs(theme)


def hexes(theme: Theme) -> dict[str, str]:
    """The colours of `theme` that are one plain #RRGGBB, by role."""
    values = theme._asdict().items()
    return {name: value for name, value in values if str(value).startswith("#")}


def _text_pairs(theme: Theme) -> Iterator[Pair]:
    by_role = hexes(theme)
    met = [
        (ink, ground)
        for ground in ("canvas", "rail", "surface", "sunken", "hover")
        for ink in ("text", "text2", "text3", "accent")
    ]
    met += [("on_primary", "primary"), ("on_primary", "primary_hover")]
    met += [("sel_text", "sel"), ("sel_text2", "sel")]
    met += [("toast_text", "toast"), ("toast_key", "toast"), ("toast_action", "toast")]
    met += [("accent_hover", "canvas"), ("accent_hover", "surface")]
    for ink, ground in met:
        yield Pair(f"{ink} on {ground}", by_role[ink], by_role[ground], TEXT_NEEDS)
    for step, swatch in enumerate(theme.ramp):
        yield Pair(f"ramp {step} ink on its fill", swatch.ink, swatch.fill, TEXT_NEEDS)


def _tone_pairs(theme: Theme) -> Iterator[Pair]:
    by_role = hexes(theme)
    for name, tone in theme.tones.items():
        yield Pair(f"{name} ink on its fill", tone.ink, tone.fill, TEXT_NEEDS)
        if name == "solid":
            continue
        # In high contrast a selected row turns every ink to sel_text, so tones never meet it.
        grounds = ("canvas", "surface", "hover") + (() if theme.high_contrast else ("sel",))
        for ground in grounds:
            yield Pair(f"{name} ink on {ground}", tone.ink, by_role[ground], TEXT_NEEDS)
        for ground in ("canvas", "surface", "sunken"):
            yield Pair(f"{name} bar on {ground}", tone.bar, by_role[ground], SHAPE_NEEDS)


def _shape_pairs(theme: Theme) -> Iterator[Pair]:
    by_role = hexes(theme)
    for ground in ("canvas", "surface"):
        yield Pair(f"off on {ground}", theme.off, by_role[ground], SHAPE_NEEDS)
    for ground in ("canvas", "surface", "rail", "sunken"):
        yield Pair(f"edge on {ground}", theme.edge, by_role[ground], SHAPE_NEEDS)
        yield Pair(f"focus ring on {ground}", theme.accent, by_role[ground], SHAPE_NEEDS)
