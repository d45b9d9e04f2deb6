"""Files made to cost as much as possible: each is small, or quickly made, and wild."""

from __future__ import annotations

import base64
import gzip
import struct
import zlib
from collections.abc import Callable

Make = Callable[[], bytes]

HEAD = (
    '<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" '
    'viewBox="0 0 100 100">'
)
INK = '<path fill="#a03" d="M5 5h60v60z"/>'


def drawing(body: str, head: str = HEAD) -> bytes:
    return f"{head}{body}</svg>".encode()


def entities(levels: int, each: int) -> bytes:
    """Entities that hold each other: `each` to the power of `levels`."""
    declared = '<!ENTITY e0 "lol">' + "".join(
        f'<!ENTITY e{level} "{f"&e{level - 1};" * each}">' for level in range(1, levels + 1)
    )
    return f"<!DOCTYPE svg [{declared}]>".encode() + drawing(f"<text>&e{levels};</text>{INK}")


def quadratic(size: int, times: int) -> bytes:
    head = f'<!DOCTYPE svg [<!ENTITY a "{"a" * size}">]>'
    return head.encode() + drawing(f"<text>{'&a;' * times}</text>{INK}")


def uses(levels: int, element: str = "g", shown: str = "use") -> bytes:
    """Twice what was before, that many times."""
    twice = "".join(
        f'<{element} id="u{level}">{f"""<use {{}}="#u{level - 1}"/>""".format("xlink:href") * 2}'
        f"</{element}>"
        for level in range(1, levels + 1)
    )
    first = f'<{element} id="u0">{INK}</{element}>'
    return drawing(f'<defs>{first}{twice}</defs><{shown} xlink:href="#u{levels}"/>{INK}')


def chained(element: str, attribute: str, levels: int, extra: str = "") -> bytes:
    """Patterns in patterns, masks in masks: every one painted by the one before."""
    links = "".join(
        f'<{element} id="k{level}" {extra}>'
        + f'<rect width="90" height="90" {attribute}="url(#k{level - 1})"/>' * 3
        + f"</{element}>"
        for level in range(1, levels + 1)
    )
    first = f'<{element} id="k0" {extra}>{INK}</{element}>'
    shown = f'<path d="M0 0h90v90l-90-90" {attribute}="url(#k{levels})"/>'
    return drawing(f"{first}{links}{shown}{INK}")


def circle(element: str, attribute: str) -> bytes:
    """Something that is painted by itself, through another."""
    return drawing(
        "".join(
            f'<{element} id="{one}" width="9" height="9"><path d="M0 0h9v9z" '
            f'{attribute}="url(#{other})"/></{element}>'
            for one, other in (("a", "b"), ("b", "a"))
        )
        + f'<path d="M0 0h90v90z" {attribute}="url(#a)"/>{INK}'
    )


def gradients(attribute: str) -> bytes:
    return drawing(
        f'<linearGradient id="a" {attribute}="#b"/><linearGradient id="b" {attribute}="#a"/>'
        f'<path d="M0 0h90v90z" fill="url(#a)"/>{INK}'
    )


def filtered(primitives: str, region: str = "", shape: str = INK) -> bytes:
    return drawing(f'<filter id="f" {region}>{primitives}</filter><g filter="url(#f)">{shape}</g>')


def png(width: int, height: int, rows: bytes | None = None, extra: bytes = b"") -> bytes:
    """A PNG that says this size, its rows as given or nothing but a few."""
    packed = zlib.compress(bytes(1000) if rows is None else rows, 9)
    head = chunk(b"IHDR", struct.pack(">IIBBBBB", width, height, 8, 6, 0, 0, 0))
    return b"\x89PNG\r\n\x1a\n" + head + extra + chunk(b"IDAT", packed) + chunk(b"IEND", b"")


def chunk(name: bytes, body: bytes) -> bytes:
    return struct.pack(">I", len(body)) + name + body + struct.pack(">I", zlib.crc32(name + body))


def squeezed(times: int, size: int) -> bytes:
    """Bytes packed again and again."""
    data = bytes(size)
    for _ in range(times):
        data = gzip.compress(data, 9, mtime=0)
    return data


def frames(count: int) -> bytes:
    """A GIF that says it has this many pictures."""
    head = b"GIF89a" + struct.pack("<HHBBB", 8, 8, 0x80, 0, 0) + b"\0\0\0\xff\xff\xff"
    one = b"\x2c" + struct.pack("<HHHHB", 0, 0, 8, 8, 0) + b"\x02\x02\x44\x01\x00"
    return head + one * count + b";"


def looping_tiff() -> bytes:
    """A TIFF whose list of tags ends where it begins."""
    tags = struct.pack("<HHII", 256, 4, 1, 60_000) + struct.pack("<HHII", 257, 4, 1, 60_000)
    return b"II*\0" + struct.pack("<I", 8) + struct.pack("<H", 2) + tags + struct.pack("<I", 8)


def webp(width: int, height: int) -> bytes:
    body = struct.pack("<I", 0x10) + (width - 1).to_bytes(3, "little")
    body += (height - 1).to_bytes(3, "little")
    chunks = b"VP8X" + struct.pack("<I", len(body)) + body + b"VP8L\x05\0\0\0\x2f\xff\xff\xff\xff\0"
    return b"RIFF" + struct.pack("<I", 4 + len(chunks)) + b"WEBP" + chunks


def avif(width: int, height: int) -> bytes:
    ispe = struct.pack(">I4sIII", 20, b"ispe", 0, width, height)
    ipco = struct.pack(">I4s", 8 + len(ispe), b"ipco") + ispe
    iprp = struct.pack(">I4s", 8 + len(ipco), b"iprp") + ipco
    meta = struct.pack(">I4sI", 12 + len(iprp), b"meta", 0) + iprp
    return struct.pack(">I4s4sI4s", 20, b"ftyp", b"avif", 0, b"avif") + meta


def icons(count: int) -> bytes:
    one = struct.pack("<BBBBHHII", 255, 255, 0, 0, 1, 32, 1 << 30, 6)
    return struct.pack("<HHH", 0, 1, count) + one * count


def bmp(width: int, height: int) -> bytes:
    info = struct.pack("<IiiHHIIiiII", 40, width, height, 1, 32, 0, 0, 0, 0, 0, 0)
    return b"BM" + struct.pack("<IHHI", 54 + 4, 0, 0, 54) + info + bytes(4)


def deep_pdf(levels: int) -> bytes:
    """Pages in pages in pages, and a page that says it is enormous."""
    nodes = "".join(
        f"{level} 0 obj<</Type/Pages/Count 1/Kids[{level + 1} 0 R]>>endobj\n"
        for level in range(2, levels + 2)
    )
    leaf = f"{levels + 2} 0 obj<</Type/Page/MediaBox[0 0 1e9 1e9]>>endobj\n"
    root = "1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n"
    return f"%PDF-1.4\n{root}{nodes}{leaf}trailer<</Root 1 0 R>>\n%%EOF".encode()


def nested_arrays_pdf(levels: int) -> bytes:
    deep = "[" * levels + "]" * levels
    return f"%PDF-1.4\n1 0 obj<</Type/Catalog/Pages {deep}>>endobj\ntrailer<</Root 1 0 R>>".encode()


def looping_pdf() -> bytes:
    """A page that draws a form that draws itself."""
    form = "/Fm Do " * 100
    return (
        "%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n"
        "2 0 obj<</Type/Pages/Count 1/Kids[3 0 R]>>endobj\n"
        "3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 99 99]/Contents 4 0 R"
        "/Resources<</XObject<</Fm 4 0 R>>>>>>endobj\n"
        f"4 0 obj<</Type/XObject/Subtype/Form/BBox[0 0 99 99]/Length {len(form)}"
        f"/Resources<</XObject<</Fm 4 0 R>>>>>>stream\n{form}\nendstream endobj\n"
        "trailer<</Root 1 0 R>>\n%%EOF"
    ).encode()


def sheet(rules: str) -> bytes:
    return drawing(f"<style>{rules}</style>{INK}")


def embedded(data: bytes, kind: str, times: int = 1) -> bytes:
    """A drawing with a picture in it, drawn that many times."""
    address = f"data:image/{kind};base64,{base64.b64encode(data).decode()}"
    one = f'<image id="i" width="90" height="90" xlink:href="{address}"/>'
    return drawing(one + '<use xlink:href="#i"/>' * (times - 1) + INK)


def endless_text(size: int) -> bytes:
    return drawing(f'<text x="5" y="50">{"logo " * (size // 5)}</text>{INK}')


TURBULENCE = '<feTurbulence baseFrequency="{0}" numOctaves="{1}"/>'
BLUR = '<feGaussianBlur stdDeviation="{0}"/>'
EVERYWHERE = 'x="-1e9" y="-1e9" width="2e9" height="2e9" filterUnits="userSpaceOnUse"'

BOMBS: dict[str, Make] = {
    "billion laughs": lambda: entities(30, 10),
    "laughs that are few": lambda: entities(9, 2),
    "quadratic entities": lambda: quadratic(100_000, 100_000),
    "parameter entities": lambda: (
        b'<!DOCTYPE svg [<!ENTITY % a "bbbb"><!ENTITY % b "%a;%a;">]>' + drawing(INK)
    ),
    "uses to the power of 30": lambda: uses(30),
    "symbols to the power of 30": lambda: uses(30, "symbol"),
    "uses to the power of 16": lambda: uses(16),
    "patterns in patterns": lambda: chained(
        "pattern", "fill", 20, 'width="9" height="9" patternUnits="userSpaceOnUse"'
    ),
    "masks in masks": lambda: chained("mask", "mask", 20),
    "clips in clips": lambda: chained("clipPath", "clip-path", 20),
    "markers in markers": lambda: chained("marker", "marker-mid", 20),
    "filters in filters": lambda: drawing(
        '<filter id="f"><feGaussianBlur stdDeviation="9"/></filter>'
        + '<g filter="url(#f)">' * 100
        + INK
        + "</g>" * 100
    ),
    "layers in layers": lambda: drawing('<g opacity=".99">' * 140 + INK + "</g>" * 140),
    "blended layers": lambda: drawing(
        '<g style="mix-blend-mode:multiply;isolation:isolate">' * 140 + INK + "</g>" * 140
    ),
    "a pattern of itself": lambda: circle("pattern", "fill"),
    "a mask of itself": lambda: circle("mask", "mask"),
    "a clip of itself": lambda: circle("clipPath", "clip-path"),
    "a marker of itself": lambda: circle("marker", "marker-start"),
    "gradients in a circle": lambda: gradients("xlink:href"),
    "gradients in a plain circle": lambda: gradients("href"),
    "a filter picture of itself": lambda: drawing(
        f'<filter id="f"><feImage href="#g"/></filter><g id="g" filter="url(#f)">{INK}</g>'
    ),
    "text on its own path": lambda: drawing(
        f'<text id="t"><textPath xlink:href="#t">logo</textPath></text>{INK}'
    ),
    "100,000 groups side by side": lambda: drawing("<g/>" * 100_000 + INK),
    "100,000 groups in each other": lambda: drawing("<g>" * 100_000 + INK + "</g>" * 100_000),
    "a million elements": lambda: drawing("<path/>" * 1_000_000),
    "40,000 curves": lambda: drawing('<path d="M0 0c9 9 3 90 90 9z" opacity=".5"/>' * 40_000),
    "10 million segments": lambda: drawing(f'<path d="M0 0{"l1 1" * 10_000_000}"/>'),
    "2 million segments": lambda: drawing(f'<path stroke="#000" d="M0 0{"h9v9" * 1_000_000}"/>'),
    "arcs without end": lambda: drawing(
        f'<path stroke="#000" d="M0 0{"a1e9 1e-9 3 1 1 9 9" * 100_000}"/>'
    ),
    "the finest dashes": lambda: drawing(
        '<path d="M0 0h90v90" stroke="#000" stroke-dasharray="1e-9 1e-9"/>'
    ),
    "fine dashes": lambda: drawing(
        '<path d="M0 0h90v90" stroke="#000" stroke-width="9" stroke-dasharray="1e-4"/>'
    ),
    "fine dashes by percent": lambda: drawing(
        '<path d="M0 0h90v90" stroke="#000" stroke-width="9" stroke-dasharray="0.0001%"/>'
    ),
    "fine dashes on a scaled path": lambda: drawing(
        '<g transform="scale(1e-4)"><path d="M0 0h900000v900000" stroke="#000" '
        'stroke-width="90000" stroke-dasharray="1 1"/></g>'
    ),
    "a huge stroke": lambda: drawing(f'<g stroke="#000" stroke-width="1e38">{INK}</g>'),
    "a huge miter": lambda: drawing(
        '<path d="M0 0l50 1e-9l-50 0" stroke="#000" stroke-width="9" stroke-miterlimit="1e38"/>'
    ),
    "numbers beyond numbers": lambda: drawing(f'<path d="M1e400 -1e400h1e999"/>{INK}'),
    "digits without end": lambda: drawing(f'<path d="M0 0h{"9" * 1_000_000}"/>{INK}'),
    "a smallest view": lambda: drawing(INK, HEAD.replace("0 0 100 100", "0 0 1e-30 1e-30")),
    "a largest view": lambda: drawing(INK, HEAD.replace("0 0 100 100", "0 0 1e30 1e30")),
    "a view that is no number": lambda: drawing(INK, HEAD.replace("100 100", "NaN inf")),
    "a view too small for numbers": lambda: drawing(INK, HEAD.replace("100 100", "1e-320 1e-320")),
    "a view far away": lambda: drawing(INK, HEAD.replace("0 0 100", "1e300 -1e300 1e300")),
    "a page beyond numbers": lambda: drawing(
        INK, HEAD.replace("viewBox", 'width="1e999" height="1e999px" viewBox')
    ),
    "a page like a thread": lambda: drawing(
        INK, HEAD.replace("viewBox", 'width="1e9" height="1e-9" viewBox')
    ),
    "a view like a thread": lambda: drawing(INK, HEAD.replace("100 100", "1e9 1e-3")),
    "no size, far away": lambda: drawing(
        '<path d="M1e30 1e30h1e30v9z"/>', HEAD.replace('viewBox="0 0 100 100"', "")
    ),
    "transforms beyond numbers": lambda: drawing(
        '<g transform="scale(1e300)">' * 9 + INK + "</g>" * 9 + INK
    ),
    "a transform of nothing": lambda: drawing(f'<g transform="matrix(0 0 0 0 0 0)">{INK}</g>{INK}'),
    "transforms without end": lambda: drawing(
        f'<g transform="{"rotate(1) " * 1_000_000}">{INK}</g>'
    ),
    "percent without end": lambda: drawing(
        f'<rect width="1e300%" height="1e300%" rx="1e300%"/>{INK}'
    ),
    "a huge filter region": lambda: filtered(BLUR.format(3), EVERYWHERE),
    "a huge blur": lambda: filtered(BLUR.format("1e30"), EVERYWHERE),
    "octaves": lambda: filtered(TURBULENCE.format("0.01", 1_000_000_000)),
    "octaves everywhere": lambda: filtered(TURBULENCE.format("1e-9", 250), EVERYWHERE),
    "fine noise": lambda: filtered(TURBULENCE.format("1e30", 9) * 250, EVERYWHERE),
    "a huge kernel": lambda: filtered(
        f'<feConvolveMatrix order="10000" kernelMatrix="{"1 " * 10_000}"/>'
    ),
    "a kernel as it is allowed": lambda: filtered(
        f'<feConvolveMatrix order="25" kernelMatrix="{"1 " * 625}"/>' * 200
    ),
    "a huge brush": lambda: filtered('<feMorphology radius="1e9"/>'),
    "a brush as it is allowed": lambda: filtered('<feMorphology radius="2000"/>' * 200, EVERYWHERE),
    "lights": lambda: filtered(
        '<feSpecularLighting specularExponent="128" surfaceScale="1e30">'
        '<fePointLight x="1e30" y="3" z="-1e30"/></feSpecularLighting>' * 250
    ),
    "steps without end": lambda: filtered(
        f'<feComponentTransfer><feFuncR type="table" tableValues="{"0 1 " * 1_000_000}"/>'
        "</feComponentTransfer>"
    ),
    "300 kept results": lambda: filtered(
        "".join(f'<feFlood result="r{n}"/>' for n in range(290))
        + "<feMerge>"
        + "".join(f'<feMergeNode in="r{n}"/>' for n in range(290))
        + "</feMerge>",
        EVERYWHERE,
    ),
    "a million selectors": lambda: sheet(",".join(f".c{n}" for n in range(1_000_000)) + "{r:1}"),
    "5,000 slow selectors": lambda: drawing(
        "<style>"
        + "".join(f"g g g g :not(:nth-child({n}n+1)) ~ path{{fill:red}}" for n in range(4900))
        + "</style>"
        + "<g>" * 100
        + INK * 400
        + "</g>" * 100
    ),
    "brackets without end": lambda: sheet("a{fill:" + "(" * 1_000_000),
    "nested rules": lambda: sheet("@media all{" * 100_000),
    "selectors that ask deeply": lambda: sheet(
        ":not(" * 20_000 + "a" + ")" * 20_000 + "{fill:red}"
    ),
    "attribute brackets": lambda: drawing(f'<path d="M0 0h9v9z" fill="{"url(" * 500_000}"/>{INK}'),
    "a style of a million words": lambda: drawing(f'<path style="{"fill:red;" * 500_000}"/>{INK}'),
    "fonts without end": lambda: drawing(f'<text style="font:{" 9px " * 50_000}">logo</text>{INK}'),
    "10 MB of text": lambda: endless_text(10_000_000),
    "as much text as is allowed": lambda: endless_text(19_000),
    "huge letters": lambda: drawing('<text font-size="1e30">logo</text>' + INK),
    "large letters": lambda: drawing('<text y="90" font-size="9000">logo</text>' * 200 + INK),
    "spaced letters": lambda: drawing(
        f'<text y="90" rotate="{"9 " * 9000}" dx="{"1e9 " * 9000}">{"logo" * 2000}</text>{INK}'
    ),
    "combining marks": lambda: drawing(f'<text y="50">a{"&#x301;" * 15_000}</text>{INK}'),
    "a long comment": lambda: drawing(f"<!--{'-' * 20_000_000}x-->{INK}"),
    "a long name": lambda: drawing(f"<{'a' * 9_000_000}/>{INK}"),
    "100,000 attributes": lambda: drawing(
        f"<g {' '.join(f'a{n}=' + chr(34) * 2 for n in range(100_000))}>{INK}</g>"
    ),
    "100,000 namespaces": lambda: drawing(
        f"<g {' '.join(f'xmlns:a{n}=' + chr(34) + 'b' + chr(34) for n in range(100_000))}>{INK}</g>"
    ),
    "instructions": lambda: b"<?a b?>" * 500_000 + drawing(INK),
    "a drawing of 40 MB, packed": lambda: gzip.compress(
        HEAD.encode() + b" " * 40_000_000 + INK.encode() + b"</svg>", 9
    ),
    "packed twice": lambda: squeezed(2, 20_000_000),
    "packed four times": lambda: squeezed(4, 10_000_000),
    "a packed drawing, packed": lambda: gzip.compress(gzip.compress(drawing(INK))),
    "many packed parts": lambda: gzip.compress(b"") * 100_000 + gzip.compress(drawing(INK)),
    "60,000 by 60,000": lambda: png(60_000, 60_000),
    "8,000 by 8,000, as it says": lambda: png(8000, 8000, bytes(8000 * (1 + 4 * 8000))),
    "a line of 20 million": lambda: png(20_000_000, 1, bytes(1 + 80_000_000)),
    "more rows than said": lambda: png(9, 9, bytes(60_000_000)),
    "a text of 100 MB": lambda: png(
        9, 9, extra=chunk(b"zTXt", b"a\0\0" + zlib.compress(bytes(100_000_000), 9))
    ),
    "a profile of 100 MB": lambda: png(
        9, 9, extra=chunk(b"iCCP", b"a\0\0" + zlib.compress(bytes(100_000_000), 9))
    ),
    "100,000 chunks": lambda: png(9, 9, extra=chunk(b"tEXt", b"a\0b") * 100_000),
    "a huge picture inside": lambda: embedded(png(60_000, 60_000), "png"),
    "a large picture many times": lambda: embedded(
        png(6000, 6000, bytes(6000 * (1 + 4 * 6000))), "png", 500
    ),
    "a GIF of a million pictures": lambda: frames(1_000_000),
    "a TIFF that ends where it begins": looping_tiff,
    "a WebP of 16,384 by 16,384": lambda: webp(16_384, 16_384),
    "an AVIF of 65,535 by 65,535": lambda: avif(65_535, 65_535),
    "65,535 icons": lambda: icons(65_535),
    "a BMP beyond numbers": lambda: bmp(2**31 - 1, 2**31 - 1),
    "a PDF of 100,000 floors": lambda: deep_pdf(100_000),
    "a PDF of brackets": lambda: nested_arrays_pdf(500_000),
    "a PDF that draws itself": looping_pdf,
}
