"""Files and pictures dropped on a window or a part of it: what they are, and who is told."""

from __future__ import annotations

import base64
import binascii
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QEvent, QMimeData, QObject, QTimer, QUrl, Signal
from PySide6.QtGui import QDropEvent, QImage
from PySide6.QtWidgets import QWidget

_AS_FILES = ("image/svg+xml", "image/x-inkscape-svg", "image/png", "image/webp", "image/jpeg")


@dataclass(frozen=True, slots=True)
class Gift:
    """What another program gave: a file, a picture without one, or only the address of one."""

    path: Path | None = None
    data: bytes = b""
    image: QImage | None = None
    address: str = ""


class Drops(QObject):
    """Answers a drop at once; `dropped` tells of it when the other program is free again.

    `take` chooses what of a drop is told, such as the best of it or every file.
    """

    hovering = Signal(bool)
    dropped = Signal(object)

    def __init__(self, area: QWidget, take: Callable[[QMimeData], object] | None = None) -> None:
        super().__init__(area)
        self._take = take or gift
        area.setAcceptDrops(True)
        area.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Take what holds a file or a picture."""
        kind = event.type()
        if kind is QEvent.Type.DragLeave:
            self.hovering.emit(False)
        elif isinstance(event, QDropEvent) and promising(event.mimeData()):
            event.acceptProposedAction()
            self.hovering.emit(kind is not QEvent.Type.Drop)
            if kind is QEvent.Type.Drop and (given := self._take(event.mimeData())):
                QTimer.singleShot(0, self, lambda: self.dropped.emit(given))
            return True
        return False


def gift(data: QMimeData) -> Gift | None:
    """Return the best of what is offered, or None; nothing is fetched from an address."""
    urls = data.urls() if data.hasUrls() else []
    local = [Path(url.toLocalFile()) for url in urls if url.isLocalFile()]
    if local:
        return Gift(path=local[0])
    for kind in _AS_FILES:
        if data.hasFormat(kind) and (raw := bytes(data.data(kind).data())):
            return Gift(data=raw)
    if data.hasImage() and not (image := QImage(data.imageData())).isNull():
        return Gift(image=image)
    words = data.text().strip() if data.hasText() else ""
    if _is_drawing(words):
        return Gift(data=words.encode())
    return _from_addresses([*urls, QUrl(words)] if _is_address(words) else urls)


def gifts(data: QMimeData) -> list[Gift]:
    """Return every file that is offered, else the best of what else there is."""
    local = [Path(url.toLocalFile()) for url in data.urls() if url.isLocalFile()]
    one = gift(data)
    return [Gift(path=path) for path in local] or ([one] if one else [])


def promising(data: QMimeData) -> bool:
    """Say whether there may be a file, without asking the other program for all of it yet."""
    if data.hasUrls() or data.hasImage() or any(data.hasFormat(kind) for kind in _AS_FILES):
        return True
    words = data.text().strip() if data.hasText() else ""
    return _is_drawing(words) or _is_address(words)


def _from_addresses(urls: list[QUrl]) -> Gift | None:
    for url in urls:
        if url.scheme() == "data" and (
            raw := _inside(url.path(QUrl.ComponentFormattingOption.FullyDecoded))
        ):
            return Gift(data=raw)
    return Gift(address=urls[0].toString()) if urls else None


def _inside(address: str) -> bytes:
    """Return the bytes that a data address holds itself, or none."""
    head, _, body = address.partition(",")
    if not head.endswith(";base64"):
        return body.encode() if head.startswith("image/svg+xml") else b""
    try:
        return base64.b64decode(body)
    except binascii.Error:
        return b""


def _is_drawing(words: str) -> bool:
    return words.startswith(("<svg", "<?xml")) and "<svg" in words[:2000]


def _is_address(words: str) -> bool:
    return words.startswith(("http://", "https://", "data:image/")) and not any(
        each.isspace() for each in words
    )
