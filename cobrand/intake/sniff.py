"""Tells what kind of file some bytes are, whatever its name says."""

from __future__ import annotations

import re

from cobrand.errors import LogoUnreadable

DRAWINGS = frozenset(("svg", "svgz", "pdf", "eps"))
PICTURES = frozenset(("png", "jpeg", "webp", "gif", "bmp", "tiff", "avif", "ico"))
DOCUMENTS = frozenset(("docx", "pptx", "odt", "odp"))
READ = DRAWINGS | PICTURES | DOCUMENTS

SIGNATURES: tuple[tuple[str, re.Pattern[bytes]], ...] = (
    ("png", re.compile(rb"\x89PNG\r\n\x1a\n")),
    ("jpeg", re.compile(rb"\xff\xd8\xff")),
    ("webp", re.compile(rb"RIFF....WEBP", re.DOTALL)),
    ("svgz", re.compile(rb"\x1f\x8b")),
    ("gif", re.compile(rb"GIF8[79]a")),
    ("pdf", re.compile(rb"(?s).{0,1024}?%PDF-")),
    ("eps", re.compile(rb"%!PS|\xc5\xd0\xd3\xc6")),
    ("tiff", re.compile(rb"II[*+]\x00|MM\x00[*+]")),
    ("avif", re.compile(rb"(?s)....ftyp(?:avi[fs]|(?:mif1|msf1|miaf).{4}(?:.{4}){0,15}?avi[fs])")),
    ("heic", re.compile(rb"(?s)....ftyp(?:hei[cxms]|hev[cxms]|mif1|msf1)")),
    ("ico", re.compile(rb"\x00\x00[\x01\x02]\x00[^\x00]")),
    ("psd", re.compile(rb"8BPS")),
    ("jpeg2000", re.compile(rb"\x00\x00\x00\x0cjP  |\xff\x4f\xff\x51")),
    ("jpegxl", re.compile(rb"\xff\x0a|\x00\x00\x00\x0cJXL ")),
    ("emf", re.compile(rb"(?s)\x01\x00\x00\x00.{36} EMF")),
    ("wmf", re.compile(rb"\xd7\xcd\xc6\x9a")),
    ("docx", re.compile(rb"(?s)PK\x03\x04.*?word/[\w.-]{1,40}\.xml")),
    ("pptx", re.compile(rb"(?s)PK\x03\x04.*?ppt/[\w.-]{1,40}\.xml")),
    ("office", re.compile(rb"(?s)PK\x03\x04.*?xl/[\w.-]{1,40}\.xml")),
    (
        "odt",
        re.compile(rb"(?s)PK\x03\x04.{26,60}?mimetypeapplication/vnd\.oasis\.opendocument\.text"),
    ),
    (
        "odp",
        re.compile(rb"(?s)PK\x03\x04.{26,60}?mimetypeapplication/vnd\.oasis\.opendocument\.pres"),
    ),
    (
        "locked-office",
        re.compile(rb"(?s)\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1.*?E\0n\0c\0r\0y\0p\0t\0e\0d\0P\0"),
    ),
    ("old-office", re.compile(rb"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1")),
    ("cdr", re.compile(rb"(?s)RIFF....CDR|PK\x03\x04.{26,60}?mimetypeapplication/x-vnd\.corel")),
    ("zip", re.compile(rb"PK\x03\x04")),
    ("bmp", re.compile(rb"(?s)BM.{12}[\x0c\x28\x40\x6c\x7c]\x00\x00\x00")),
    (
        "html",
        re.compile(rb"(?is)\s*+(?:<!--(?>.*?-->)\s*+)*+<(?:!doctype\s+html|html|head|body)\b"),
    ),
)
"""The kinds that are known by their first bytes; the first that fits wins."""

_HEAD = 65_536
_ARCHIVES = (b"PK\x03\x04", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1")
_TOLD_APART = {"old-office": "logo.old-office", "locked-office": "logo.locked"}
_SVG = re.compile(r"<(?:[A-Za-z_][\w.-]*:)?svg[\s>/]")


def kind(data: bytes) -> str:
    """Return the name of the kind, or nothing if the bytes are no known kind."""
    head = data[:_HEAD]
    if head.startswith(_ARCHIVES):  # the list of what is inside may stand at the end
        head += data[-_HEAD:]
    for name, signature in SIGNATURES:
        if signature.match(head):
            return name
    return "svg" if _SVG.search(_as_text(head)) else ""


def readable(data: bytes) -> str:
    """Return the kind if it can be read; else raise what a person should be told."""
    if not data.strip(b"\0 \t\r\n"):
        raise LogoUnreadable("logo.empty")
    found = kind(data)
    if not found:
        raise LogoUnreadable("logo.unreadable")
    if found in _TOLD_APART:
        raise LogoUnreadable(_TOLD_APART[found])
    if found not in READ:
        raise LogoUnreadable("logo.kind-not-read", kind=found)
    return found


def _as_text(head: bytes) -> str:
    wide = head.startswith((b"\xff\xfe", b"\xfe\xff"))
    return head.decode("utf-16" if wide else "latin-1", "replace")
