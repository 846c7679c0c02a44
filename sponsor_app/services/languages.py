"""The languages that the window speaks; whatever is stored stays English."""

from sponsor_app.domain.language import speak
from sponsor_app.system.folders import resources

ENGLISH, SYSTEM = "en", "system"
NAMES = {ENGLISH: "English", "de": "Deutsch", "fr": "Français", "ar": "العربية"}
"""Each in its own language."""


def use(code: str) -> None:
    """Speak a language of `NAMES` in this process from now on."""
    if code == ENGLISH:
        speak(None)
        return
    from sponsor_app.domain.catalogue import Catalogue  # noqa: PLC0415 - English needs none of it

    speak(Catalogue(code, (resources() / "language" / f"{code}.mo").read_bytes()))
