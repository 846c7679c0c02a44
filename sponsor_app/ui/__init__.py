"""The window. The only package that knows Qt."""

import sys
from types import ModuleType

from PySide6 import QtCore

__all__ = ["QtCore"]


def _wants_snake_case(_module: ModuleType) -> bool:
    """No module here does."""
    return False


_FEATURES = sys.modules.get("shibokensupport.feature")
if _FEATURES is not None:
    # Qt for Python reads the source of every module that is loaded after it, for a sign that it wants names in
    # snake_case, and keeps what it read: a quarter of the time of loading, and 20 MB.
    vars(_FEATURES)["_mod_uses_pyside"] = _wants_snake_case
