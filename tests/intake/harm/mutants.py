"""Good files of every kind, spoilt by a seed: bits, cuts, splices, their formats' own parts."""

from __future__ import annotations

import gzip
import io
import random
import re
import struct
import zlib
from collections.abc import Callable, Iterator

from PIL import Image

from cobrand.intake import sniff
from tests.intake.files import FILES

Chance = random.Random
Spoil = Callable[[bytes, Chance], bytes]
SAVED = {"png": "PNG", "jpeg": "JPEG", "webp": "WEBP", "gif": "GIF", "bmp": "BMP", "tiff": "TIFF",
         "ico": "ICO", "avif": "AVIF"}  # fmt: skip
WILD = (0, 1, 0x7F, 0x80, 0xFF, 0xFFFF, 0x10000, 0x7FFFFFFF, 0x80000000, 0xFFFFFFFF)
NUMBERS = (b"0", b"-1", b"1e38", b"-1e308", b"1e-320", b"NaN", b"inf", b"9" * 400, b"", b"50%",
           b"#", b"url(#a)", b"none", b"calc(1/0)", b"\xff")  # fmt: skip
_PDF = (
    b"%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n"
    b"2 0 obj<</Type/Pages/Count 1/Kids[3 0 R]>>endobj\n3 0 obj<</Type/Page/Parent 2 0 R"
    b"/MediaBox[0 0 99 99]/Contents 4 0 R/Resources<<>>>>endobj\n"
    b"4 0 obj<</Length 38>>stream\n1 0 0 rg 9 9 60 60 re f 0 0 1 rg 9 9 m\nendstream endobj\n"
    b"trailer<</Root 1 0 R>>\n%%EOF\n"
)
_EPS = (
    b"%!PS-Adobe-3.0 EPSF-3.0\n%%BoundingBox: 0 0 99 99\n%%EndComments\n"
    b"1 0 0 setrgbcolor 9 9 60 60 rectfill\nshowpage\n%%EOF\n"
)


def seeds() -> dict[str, list[bytes]]:
    """Return small good files of every kind whose beginning is known, read already or not yet."""
    names = ("illustrator", "mask", "clip", "classes-red", "gradient-href", "shadow", "symbol",
             "text", "percent", "switch")  # fmt: skip
    drawings = [(FILES / f"{name}.svg").read_bytes() for name in names]
    made = {kind: [_saved(kind, mode) for mode in _modes(kind)] for kind in SAVED}
    made |= {"svg": drawings, "svgz": [gzip.compress(each, mtime=0) for each in drawings[:2]]}
    made |= {"pdf": [_PDF], "eps": [_EPS]}
    return {kind: files for kind, files in made.items() if files}


def mutants(count: int, seed: int) -> Iterator[tuple[str, bytes]]:
    """Yield a kind and a spoilt file of it, as many as asked for, every kind in its turn."""
    chance = random.Random(seed)  # noqa: S311 - the same every time is what is wanted
    good = seeds()
    kinds = sorted(good.keys() & sniff.READ) * 3 + sorted(good.keys() - sniff.READ)
    for number in range(count):
        kind = kinds[number % len(kinds)]
        data = chance.choice(good[kind])
        for _ in range(chance.choice((1, 1, 2, 5))):
            data = chance.choice((*PLAIN, *OWN.get(kind, ()), *OWN.get(kind, ())))(data, chance)
        yield kind, data


def flipped(data: bytes, chance: Chance) -> bytes:
    spoilt = bytearray(data)
    for _ in range(chance.choice((1, 3, 20))):
        if spoilt:
            spoilt[chance.randrange(len(spoilt))] ^= 1 << chance.randrange(8)
    return bytes(spoilt)


def cut(data: bytes, chance: Chance) -> bytes:
    return data[: chance.randrange(len(data) + 1)]


def spliced(data: bytes, chance: Chance) -> bytes:
    """Repeat, move or drop a stretch."""
    one, other, place = (chance.randrange(len(data) + 1) for _ in range(3))
    part = data[min(one, other) : max(one, other)][:5000]
    return data[:place] + part * chance.choice((0, 1, 3)) + data[place + chance.choice((0, 9)) :]


def wild(data: bytes, chance: Chance) -> bytes:
    """Write a number that sits at a border over four bytes."""
    place = chance.randrange(len(data) + 1)
    number = struct.pack(chance.choice("<>") + "I", chance.choice(WILD))
    return data[:place] + number + data[place + 4 :]


def chunks(data: bytes, chance: Chance) -> bytes:
    """Take PNG chunks away, double them, spoil them; their check sums stay right."""
    parts = list(_chunks(data))
    if not parts:
        return data
    place = chance.randrange(len(parts))
    name, body = parts[place]
    spoilt = chance.choice((flipped, wild, cut))(body, chance)
    parts[place : place + 1] = chance.choice(
        ([], [parts[place]] * 3, [(name, spoilt)], [(b"tRNS", body), parts[place]])
    )
    return data[:8] + b"".join(_chunk(*part) for part in parts)


def segments(data: bytes, chance: Chance) -> bytes:
    """Lie about the length of a JPEG's segment, or call it something else."""
    places = [match.start() for match in re.finditer(rb"\xff[\xc0-\xfe]", data)]
    if not places:
        return data
    place = chance.choice(places)
    length = struct.pack(">H", chance.choice((0, 1, 2, 3, 0xFFFF)))
    head = bytes((0xFF, chance.randrange(0xC0, 0xFF)))
    return (
        data[:place] + chance.choice((head, data[place : place + 2] + length)) + data[place + 3 :]
    )


def words(data: bytes, chance: Chance) -> bytes:
    """Put another number, name or tag where a drawing or a page has one."""
    found = list(re.finditer(rb"[\d.]+|\"[^\"]*\"|<\w+|</\w+>|\b[a-z-]{3,}\b", data))
    if not found:
        return data
    one, other = chance.choice(found), chance.choice(found)
    new = other[0] if chance.random() < 0.5 else chance.choice(NUMBERS)
    return data[: one.start()] + new + data[one.end() :]


def repacked(data: bytes, chance: Chance) -> bytes:
    """Spoil what is packed and pack it again."""
    try:
        plain = gzip.decompress(data)
    except (OSError, EOFError, zlib.error):
        return data
    return gzip.compress(chance.choice((words, flipped, spliced))(plain, chance), mtime=0)


PLAIN: tuple[Spoil, ...] = (flipped, cut, spliced, wild)
OWN: dict[str, tuple[Spoil, ...]] = {
    "png": (chunks,), "jpeg": (segments,), "svg": (words,), "pdf": (words,), "eps": (words,),
    "svgz": (repacked,),
}  # fmt: skip


def _modes(kind: str) -> tuple[str, ...]:
    return {"jpeg": ("RGB", "L", "CMYK"), "png": ("RGBA", "P", "L", "LA")}.get(kind, ("RGB",))


def _saved(kind: str, mode: str) -> bytes:
    picture = Image.new("RGB", (48, 32), "white")
    picture.paste("red", (9, 7, 30, 20))
    out = io.BytesIO()
    picture.convert(mode).save(out, SAVED[kind])
    return out.getvalue()


def _chunks(data: bytes) -> Iterator[tuple[bytes, bytes]]:
    place = 8
    while place + 12 <= len(data):
        length, name = struct.unpack_from(">I4s", data, place)
        yield name, data[place + 8 : place + 8 + length]
        place += 12 + length


def _chunk(name: bytes, body: bytes) -> bytes:
    return struct.pack(">I", len(body)) + name + body + struct.pack(">I", zlib.crc32(name + body))
