"""Pictures without a file: kept in the person's own folder, so that a kit can use them."""

from __future__ import annotations

import hashlib
import os
from pathlib import Path

from PySide6.QtCore import QBuffer, QIODevice
from PySide6.QtGui import QImage

from cobrand.errors import CobrandError, WriteFailed
from cobrand.gui.dropping import Gift
from cobrand.gui.ports import Maker

_BEGINNINGS = {b"\x89PNG": ".png", b"\xff\xd8": ".jpg", b"RIFF": ".webp", b"<": ".svg"}


def take(maker: Maker, folder: Path, gift: Gift, *, photo: bool = False) -> Path:
    """Give a picture a file; one that is no logo, or no photograph, is not kept.

    Raises LogoError for what cannot be read, WriteFailed where the folder takes no files.
    """
    data = gift.data or (_png(gift.image) if gift.image else b"")
    path = folder / _name(data, "photo" if photo else "logo")
    known = path.is_file()
    if not known:
        _keep(path, data)
    try:
        (maker.photo if photo else maker.load)(path)
    except CobrandError:
        if not known:
            path.unlink(missing_ok=True)
        raise
    return path


def _keep(path: Path, data: bytes) -> None:
    fresh = path.with_name(f".{path.name}.{os.getpid()}.new")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        fresh.write_bytes(data)
        fresh.replace(path)
    except OSError as problem:
        fresh.unlink(missing_ok=True)
        raise WriteFailed(name=path.name, path=str(path)) from problem


def _name(data: bytes, kind: str) -> str:
    """Return the same name for the same picture; without letters that could pass for a name."""
    number = int(hashlib.sha256(data).hexdigest()[:12], 16)
    endings = (end for begin, end in _BEGINNINGS.items() if data.lstrip().startswith(begin))
    return f"{kind}-{number}{next(endings, '.png')}"


def _png(image: QImage) -> bytes:
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    image.save(buffer, "PNG")  # type: ignore[call-overload]  # Qt's stubs know bytes alone
    return bytes(buffer.data().data())
