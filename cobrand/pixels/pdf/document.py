"""Opens PDF bytes for one caller at a time."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from threading import Lock

import pypdfium2
from pypdfium2 import PdfDocument, raw

from cobrand.errors import DrawingFailed, LogoUnreadable

_ONE_AT_A_TIME = Lock()  # PDFium may not be called from two threads, not even for two documents
_LOCKED = frozenset((raw.FPDF_ERR_PASSWORD, raw.FPDF_ERR_SECURITY))


@contextmanager
def opened(data: bytes) -> Iterator[PdfDocument]:
    """Open a document; nothing in it is run, followed or unpacked to a file.

    Raises DrawingFailed when PDFium does not know it, LogoUnreadable when it wants a password.
    """
    with _ONE_AT_A_TIME, nested(data) as document:
        yield document


@contextmanager
def nested(data: bytes) -> Iterator[PdfDocument]:
    """Open another document while one is open."""
    document = _document(data)
    try:
        yield document
    finally:
        document.close()


def _document(data: bytes) -> PdfDocument:
    try:
        return PdfDocument(data)
    except pypdfium2.PdfiumError as error:
        if error.err_code in _LOCKED:
            raise LogoUnreadable("logo.locked") from error
        raise DrawingFailed("drawing-failed.pdf") from error
