"""Small PDF files made by hand."""

from __future__ import annotations

from collections.abc import Mapping

SQUARE = b"1 0 0 rg 20 30 40 50 re f"
"""A red box, 40 pt wide and 50 high, 20 from the left and 30 from below."""


def stream(said: str, data: bytes) -> bytes:
    """Return a stream object's body."""
    return f"<< {said} /Length {len(data)} >> stream\n".encode() + data + b"\nendstream"


def pdf(
    *contents: bytes,
    page: str = "/MediaBox [0 0 100 200]",
    resources: str = "",
    objects: Mapping[int, bytes] = {},
    root: str = "",
    trailer: str = "",
) -> bytes:
    """Return a document with one page for each content; own objects are numbered from 100."""
    kids = " ".join(f"{10 + 2 * index} 0 R" for index in range(len(contents)))
    parts: dict[int, bytes] = {
        1: f"<< /Type /Catalog /Pages 2 0 R {root} >>".encode(),
        2: f"<< /Type /Pages /Kids [{kids}] /Count {len(contents)} >>".encode(),
    }
    for index, content in enumerate(contents):
        number = 10 + 2 * index
        said = f"<< /Type /Page /Parent 2 0 R {page} /Resources << {resources} >>"
        parts[number] = f"{said} /Contents {number + 1} 0 R >>".encode()
        parts[number + 1] = stream("", content)
    return written(parts | dict(objects), trailer)


def written(parts: Mapping[int, bytes], trailer: str = "") -> bytes:
    """Return numbered objects as a file."""
    out, places = bytearray(b"%PDF-1.7\n"), {}
    for number, part in sorted(parts.items()):
        places[number] = len(out)
        out += f"{number} 0 obj\n".encode() + part + b"\nendobj\n"
    start = len(out)
    out += b"xref\n0 1\n0000000000 65535 f \n"
    for number, place in places.items():
        out += f"{number} 1\n{place:010} 00000 n \n".encode()
    size = max(parts) + 1
    out += f"trailer << /Size {size} /Root 1 0 R {trailer} >>\nstartxref\n{start}\n%%EOF".encode()
    return bytes(out)
