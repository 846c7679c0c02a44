"""Pictures that a person has looked at, and how far another may be from them.

`KEEP_PICTURES=1` keeps new ones after a change that was meant; look at them before they are committed.
"""

import os
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QImage

GRAIN = 8
"""Pictures are compared in squares of 8 px: a letter that is smoothed otherwise is no other letter."""
WORST, MEAN = 40, 1.0
"""How far the grey of one square, and of all on average, may be off, of 255."""


def differences(picture: QImage, kept: Path, shrink: int = 1) -> list[int]:
    """How far each square of 8 px is off from the picture in `kept`, which is kept `shrink` times smaller.

    Nothing when they are alike within the bounds.
    """
    if os.environ.get("KEEP_PICTURES"):
        kept.parent.mkdir(exist_ok=True)
        _smaller(picture, shrink).convertToFormat(QImage.Format.Format_RGB888).save(str(kept))
    agreed = QImage(str(kept))
    assert agreed.size() == picture.size() / shrink
    pairs = zip(_greys(picture, GRAIN), _greys(agreed, GRAIN // shrink), strict=True)
    off = [abs(one - other) for one, other in pairs]
    return off if max(off) > WORST or sum(off) / len(off) > MEAN else []


def _smaller(picture: QImage, times: int) -> QImage:
    smooth = Qt.TransformationMode.SmoothTransformation
    return picture.scaled(picture.size() / times, Qt.AspectRatioMode.IgnoreAspectRatio, smooth)


def _greys(picture: QImage, grain: int) -> list[int]:
    small = _smaller(picture, grain).convertToFormat(QImage.Format.Format_Grayscale8)
    across, down = range(small.width()), range(small.height())
    return [small.pixelColor(x, y).red() for y in down for x in across]
