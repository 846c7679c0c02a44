"""Our colours as Qt's palette, and the colours of a system contrast theme as ours."""

from PySide6.QtGui import QColor, QPalette

from sponsor_app.ui.widgets.tokens import CONTRAST, Swatch, Theme, ToneHex

Role = QPalette.ColorRole
Group = QPalette.ColorGroup


def palette_of(theme: Theme) -> QPalette:
    """What Qt itself still paints: window ground, text selection, tool tips, menus."""
    tip_ground, tip_text = (
        (theme.surface, theme.text) if theme.high_contrast else (theme.toast, theme.toast_text)
    )
    palette = QPalette()
    for role, color in {
        Role.Window: theme.canvas,
        Role.Base: theme.surface,
        Role.AlternateBase: theme.hover,
        Role.Button: theme.surface,
        Role.WindowText: theme.text,
        Role.Text: theme.text,
        Role.ButtonText: theme.text,
        Role.PlaceholderText: theme.text3,
        Role.Highlight: theme.sel,
        Role.HighlightedText: theme.sel_text,
        Role.Link: theme.accent,
        Role.LinkVisited: theme.accent,
        Role.Accent: theme.accent,
        Role.ToolTipBase: tip_ground,
        Role.ToolTipText: tip_text,
        Role.Light: theme.surface,
        Role.Midlight: theme.line,
        Role.Mid: theme.line,
        Role.Dark: theme.edge,
        Role.Shadow: theme.edge,
    }.items():
        palette.setColor(role, QColor(color))
    for role in (Role.WindowText, Role.Text, Role.ButtonText):
        palette.setColor(Group.Disabled, role, QColor(theme.off))
    return palette


def theme_of(palette: QPalette) -> Theme:
    """The high contrast look in the colours a person chose for a system contrast theme."""

    def of(role: QPalette.ColorRole) -> str:
        return palette.color(Group.Active, role).name().upper()

    ground, text, link = of(Role.Window), of(Role.WindowText), of(Role.Link)
    sel, sel_text = of(Role.Highlight), of(Role.HighlightedText)
    inked = ToneHex(text, ground, text, text)
    return CONTRAST._replace(
        dark=palette.color(Role.Window).lightness() < palette.color(Role.WindowText).lightness(),
        canvas=ground, rail=ground, surface=ground, sunken=ground, hover=ground,
        line=text, edge=text, text=text, text2=text, text3=text,
        off=palette.color(Group.Disabled, Role.WindowText).name().upper(),
        accent=link, accent_hover=link,
        primary=text, primary_hover=text, on_primary=ground,
        sel=sel, sel_text=sel_text, sel_text2=sel_text,
        toast=ground, toast_text=text, toast_key=text, toast_action=link,
        tones={
            "ok": inked, "warn": inked, "bad": inked, "idle": inked, "info": inked,
            "solid": ToneHex(ground, text, text, text),
        },
        ramp=(Swatch(text, ground), Swatch(ground, text), Swatch(ground, text)),
    )  # fmt: skip
