"""Pictures in memory as images that Qt paints."""

from __future__ import annotations

from PySide6.QtGui import QImage

from cobrand.model.bitmap import Bitmap


def image(bitmap: Bitmap) -> QImage:
    """Return the bitmap as an image of its own memory, ready to be painted fast."""
    straight = QImage(
        bitmap.data,
        bitmap.width,
        bitmap.height,
        4 * bitmap.width,
        QImage.Format.Format_RGBA8888,
    )
    return straight.convertToFormat(QImage.Format.Format_ARGB32_Premultiplied)
