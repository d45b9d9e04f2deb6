"""SVG files as people and programs really write them, filled in from tests/data/awkward.toml."""

from __future__ import annotations

import base64
import io
import re
import tomllib
from pathlib import Path

from PIL import Image

ROOT = (
    '<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" {}>{}</svg>'
)
BOX = 'viewBox="0 0 100 100"'
STAR = "M50 5 61 39H97L68 60 79 94 50 73 21 94 32 60 3 39H39z"
RING = "M50 5a45 45 0 1 0 .1 0zM50 30a20 20 0 1 0 .1 0z"
MARK = f'<path d="{STAR}" fill="#a50"/><circle cx="20" cy="20" r="12" fill="#05a"/>'
FADE = '<stop stop-color="#fa0"/><stop offset="1" stop-color="#05a" stop-opacity=".6"/>'
DATA = Path(__file__).resolve().parents[2] / "data" / "awkward.toml"
ENCODINGS = ("utf-8-sig", "utf-16", "iso-8859-1", "windows-1252")


def picture(kind: str) -> str:
    """Return a small picture as a data address."""
    out = io.BytesIO()
    Image.frombytes("RGB", (8, 8), bytes(range(192))).save(out, kind)
    return address(f"image/{kind}", out.getvalue())


def address(kind: str, data: bytes) -> str:
    return f"data:{kind};base64,{base64.b64encode(data).decode()}"


def _words() -> dict[str, str]:
    png, drawing = picture("png"), ROOT.format(BOX, MARK).encode()
    plain = {"star": STAR, "ring": RING, "mark": MARK, "fade": FADE}
    cut = {"png-start": png[:60], "png-end": png[60:], "png-as-jpg": png.replace("png", "jpg")}
    pictures = {kind: picture(kind) for kind in ("png", "jpeg", "gif", "webp")}
    return plain | cut | pictures | {"drawing": address("image/svg+xml", drawing)}


def _files() -> dict[str, bytes]:
    words, said = _words(), tomllib.loads(DATA.read_text("utf-8"))
    texts = (
        {f"head-{name}": ROOT.format(head, "@mark@") for name, head in said["heads"].items()}
        | {name: ROOT.format(BOX, body) for name, body in said["bodies"].items()}
        | said["files"]
    )
    filled = {name: _filled(text, words).encode() for name, text in texts.items()}
    mark = ROOT.format(BOX, MARK)
    return filled | {f"in-{encoding}": _encoded(mark, encoding) for encoding in ENCODINGS}


def _filled(text: str, words: dict[str, str]) -> str:
    return re.sub("@([a-z-]+)@", lambda word: words[word[1]], text)


def _encoded(text: str, encoding: str) -> bytes:
    said = encoding.removesuffix("-sig")
    return f'<?xml version="1.0" encoding="{said}"?><!-- é -->{text}'.encode(encoding)


FILES = _files()
