"""The language of the window: the system's or the chosen one, put on before anything is painted."""

from PySide6.QtCore import QLibraryInfo, QLocale, Qt, QTranslator
from PySide6.QtWidgets import QApplication

from sponsor_app.services import languages


def language_of(wanted: str) -> str:
    """The language that `wanted` means here: itself, or the first of the system's that the window speaks."""
    if wanted in languages.NAMES:
        return wanted
    of_system = (name.partition("-")[0] for name in QLocale.system().uiLanguages())
    return next((one for one in of_system if one in languages.NAMES), languages.ENGLISH)


def speak(app: QApplication, wanted: str) -> None:
    """Speak it from here on: our words, Qt's own, the direction of reading."""
    code = language_of(wanted)
    if code == languages.ENGLISH:
        return
    languages.use(code)
    translator = QTranslator(app)
    if translator.load(
        f"qtbase_{code}", QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
    ):
        app.installTranslator(translator)
    if QLocale(code).textDirection() == Qt.LayoutDirection.RightToLeft:
        app.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
