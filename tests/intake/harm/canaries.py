"""Drawings that try to reach outside, or to carry something out, in every way and spelling."""

from __future__ import annotations

import base64
import gzip
import io
import random
import struct
import zipfile
import zlib
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from html import escape
from pathlib import Path

from PIL import Image

WORD = "canary"
"""What no export may hold: it stands in every address, file name and file content."""
ELEMENT = '<path fill="#a03" d="M5 5h60v60z"/>'
HEAD = (
    '<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" '
    'viewBox="0 0 100 100">'
)


@dataclass(frozen=True)
class Cage:
    """Where a canary would be heard: a listening port, and a folder whose files it would read."""

    port: int
    folder: Path

    @property
    def addresses(self) -> tuple[str, ...]:
        """Name what is outside, as a drawing may."""
        web = f"http://127.0.0.1:{self.port}/{WORD}"
        return (
            f"{web}.svg",
            f"//127.0.0.1:{self.port}/{WORD}.png",
            f"ftp://127.0.0.1:{self.port}/{WORD}",
            (self.folder / f"{WORD}.svg").as_uri(),
            str(self.folder / f"{WORD}.png"),
            f"{WORD}.svg",
            f"../{self.folder.name}/{WORD}.svg",
            f"javascript:fetch('{web}')",
        )

    def fill(self) -> None:
        """Put the files there."""
        self.folder.mkdir(parents=True, exist_ok=True)
        (self.folder / f"{WORD}.svg").write_text(f"{HEAD}<g id='{WORD}'>{ELEMENT}</g></svg>")
        (self.folder / f"{WORD}.txt").write_text(f"{WORD} content")
        Image.new("RGB", (9, 9), "red").save(self.folder / f"{WORD}.png")


def bodies(u: str) -> dict[str, str]:
    """Return parts of a drawing that name `u`; what they are, and their markup."""
    style = "<style>{}</style>" + ELEMENT
    painted = f'<path d="M0 0h9v9z" {{}}="{{}}"/>{ELEMENT}'
    return {
        "image": f'<image width="9" height="9" href="{u}"/>{ELEMENT}',
        "image, old": f'<image width="9" height="9" xlink:href="{u}"/>{ELEMENT}',
        "image, both": f'<image width="9" height="9" href="{DOT}" xlink:href="{u}"/>{ELEMENT}',
        "image, other prefix": f'<image xmlns:x="http://www.w3.org/1999/xlink" width="9" '
        f'height="9" x:href="{u}"/>{ELEMENT}',
        "image, other case": f'<image width="9" height="9" HREF="{u}" XLINK:href="{u}"/>{ELEMENT}',
        "image, spaces": f'<image width="9" height="9" href=" \n\t{u} "/>{ELEMENT}',
        "image, base": f'<g xml:base="{u}"><image width="9" height="9" href="x.png"/></g>{ELEMENT}',
        "html image": f'<img xmlns="http://www.w3.org/1999/xhtml" src="{u}"/>{ELEMENT}',
        "use": f'<use href="{u}#{WORD}"/>{ELEMENT}',
        "use, old": f'<use xlink:href="{u}#{WORD}"/>{ELEMENT}',
        "filter picture": f'<filter id="f"><feImage href="{u}"/></filter>'
        f'<g filter="url(#f)">{ELEMENT}</g>{ELEMENT}',
        "gradient": f'<linearGradient id="a" xlink:href="{u}#a"/>'
        f'<path d="M0 0h9v9z" fill="url(#a)"/>{ELEMENT}',
        "pattern": f'<pattern id="a" href="{u}#a"/><path d="M0 0h9" fill="url(#a)"/>{ELEMENT}',
        "text path": f'<text><textPath href="{u}#p">logo</textPath></text>{ELEMENT}',
        "text elsewhere": f'<text><tref xlink:href="{u}#t"/></text>{ELEMENT}',
        "link": f'<a href="{u}" xlink:href="{u}" target="_top" ping="{u}">{ELEMENT}</a>',
        "script": f"<script>fetch('{u}')</script>{ELEMENT}",
        "script elsewhere": f'<script href="{u}" xlink:href="{u}"/>{ELEMENT}',
        "html script": f'<script xmlns="http://www.w3.org/1999/xhtml" src="{u}"/>{ELEMENT}',
        "handlers": f'<g onload="fetch(\'{u}\')" onclick="{WORD}()" OnMouseOver="{u}">'
        f"{ELEMENT}</g>",
        "listener": '<handler xmlns="http://www.w3.org/2001/xml-events" '
        f'event="load">{u}</handler>{ELEMENT}',
        "animated link": f'<use href="#x"><animate attributeName="href" to="{u}"/>'
        f'<set attributeName="xlink:href" to="{u}"/></use>{ELEMENT}',
        "foreign": '<foreignObject width="9" height="9"><iframe '
        f'xmlns="http://www.w3.org/1999/xhtml" src="{u}"/></foreignObject>{ELEMENT}',
        "foreign, nested": f'<g><switch><foreignObject><body xmlns="http://www.w3.org/1999/xhtml">'
        f'<object data="{u}"/><embed src="{u}"/></body></foreignObject>{ELEMENT}</switch></g>',
        "media": f'<video href="{u}"/><audio src="{u}"/><iframe src="{u}"/>{ELEMENT}',
        "inclusion": '<x:include xmlns:x="http://www.w3.org/2001/XInclude" parse="text" '
        f'href="{u}"/>{ELEMENT}',
        "inclusion in text": '<text><xi:include xmlns:xi="http://www.w3.org/2001/XInclude" '
        f'href="{u}" parse="text"><xi:fallback>{u}</xi:fallback></xi:include></text>{ELEMENT}',
        "font": f'<font-face><font-face-src><font-face-uri href="{u}"/></font-face-src>'
        f"</font-face>{ELEMENT}",
        "profile": f'<color-profile name="p" xlink:href="{u}"/>{ELEMENT}',
        "cursor": f'<cursor xlink:href="{u}"/><g cursor="url({u})">{ELEMENT}</g>',
        "style, import": style.format(f"@import '{u}';"),
        "style, import address": style.format(f"@import url({u}) screen;"),
        "style, import escaped": style.format(rf"@\69mport url('{u}');"),
        "style, font": style.format(f"@font-face{{font-family:a;src:url({u})}}"),
        "style, fill": style.format(f"path{{fill:url({u}#a) red}}"),
        "style, escaped": style.format(rf"path{{fill:\75 rl('{u}');mask:u\72l({u})}}"),
        "style, comment": style.format(f"path{{filter:url/**/({u});fill:/*{u}*/red}}"),
        "style, sets": style.format(f"path{{mask:image-set('{u}' 1x);fill:src('{u}')}}"),
        "style, variable": style.format(f"*{{--a:url({u})}}path{{fill:var(--a);mask:attr(d)}}"),
        "style, binding": style.format(f"*{{-moz-binding:url({u});behavior:url({u})}}"),
        "style, unclosed": style.format(f"path{{mask:url({u}"),
        "style, map": style.format(f"path{{fill:red}}/*# sourceMappingURL={u} */"),
        "style, namespace": style.format(f"@namespace url('{u}');*|path{{marker:url('{u}')}}"),
        "style elsewhere": f'<style href="{u}" src="{u}"/><link '
        f'xmlns="http://www.w3.org/1999/xhtml" rel="stylesheet" href="{u}"/>{ELEMENT}',
        "attribute, style": f'<path style="fill:url({u});cursor:url({u}),auto" d="M0 0h9z"/>'
        f"{ELEMENT}",
        "attribute, fill": painted.format("fill", f"url({u}) red"),
        "attribute, stroke": painted.format("stroke", f"URL( &quot;{u}&quot; )"),
        "attribute, mask": painted.format("mask", f"url({u}#m)"),
        "attribute, filter": painted.format("filter", f"blur(3px) url({u}#f)"),
        "attribute, clip": painted.format("clip-path", f"url({u}"),
        "attribute, marker": painted.format("marker-start", f"u\\72l({u})"),
        "attribute, font": f'<text font-family="{u}, {WORD}" y="50">logo</text>{ELEMENT}',
        "attribute, names": f'<g id="{u}" class="{u}" data-u="{u}" role="{u}">{ELEMENT}</g>',
        "attribute, plain": f'<path d="M0 0h9v9z" mode="{u}" result="{u}" in="{u}" seed="{u}" '
        f'systemLanguage="en" requiredFeatures="{u}"/>{ELEMENT}',
        "words": f"<title>{u}</title><desc>{u}</desc><metadata>{u}</metadata>{ELEMENT}",
        "comment": f"<!-- {u.replace('--', '')} --><g>{ELEMENT}<![CDATA[{u}]]></g>",
        "instruction": f"<?{WORD} {u}?>{ELEMENT}",
        "unknown": f'<q:w xmlns:q="{u}" q:href="{u}">{u}{ELEMENT}</q:w>{ELEMENT}',
        "inside, drawing": embedded(
            f'{HEAD}<image width="9" height="9" href="{u}"/>{ELEMENT}</svg>'
        ),
        "inside, packed": f'<image width="9" height="9" href="data:image/svg+xml;base64,'
        f'{b64(gzip.compress(f"{HEAD}<script>{u}</script>{ELEMENT}</svg>".encode()))}"/>{ELEMENT}',
        "inside, plain": '<image width="9" height="9" href="data:image/svg+xml,'
        f'{escape(f"{HEAD}<script>{u}</script></svg>")}"/>{ELEMENT}',
        "inside, twice": embedded(f"{HEAD}{embedded(f'{HEAD}<use href=[{u}]/></svg>')}</svg>"),
        "inside, page": f'<image href="data:text/html,{escape(u)}"/>{ELEMENT}',
        "inside, used": f'<use href="data:image/svg+xml;base64,{b64(HEAD.encode())}#{WORD}"/>'
        f"{ELEMENT}",
        "picture that talks": picture("png", talkative(u)),
        "picture and more": picture("png", dot() + f"<script>{u}</script>".encode()),
        "photograph that talks": picture("jpeg", photograph(u)),
        "photograph and more": picture("jpeg", photograph("") + f"<svg>{u}</svg>".encode()),
        "WebP that talks": picture("webp", webp(u)),
    }


def documents(u: str) -> dict[str, str]:
    """Return whole drawings whose head names `u`."""
    return {
        "style sheet": f'<?xml-stylesheet href="{u}" type="text/css"?>{HEAD}{ELEMENT}</svg>',
        "transformation": f'<?xml-stylesheet href="{u}" type="text/xsl"?>{HEAD}{ELEMENT}</svg>',
        "definition": f'<!DOCTYPE svg SYSTEM "{u}">{HEAD}{ELEMENT}</svg>',
        "definition, public": f'<!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN" "{u}">'
        f"{HEAD}{ELEMENT}</svg>",
        "entity": f'<!DOCTYPE svg [<!ENTITY x SYSTEM "{u}">]>{HEAD}<text>&x;</text>{ELEMENT}</svg>',
        "entity around": f'<!DOCTYPE svg [<!ENTITY x SYSTEM "{u}">]>{HEAD}&x;{ELEMENT}</svg>',
        "entity of an entity": f'<!DOCTYPE svg [<!ENTITY y SYSTEM "{u}"><!ENTITY x "&y;">]>'
        f"{HEAD}<desc>&x;</desc>{ELEMENT}</svg>",
        "parameter entity": f'<!DOCTYPE svg [<!ENTITY % x SYSTEM "{u}"> %x;]>{HEAD}{ELEMENT}</svg>',
        "unparsed entity": f'<!DOCTYPE svg [<!NOTATION n SYSTEM "{u}"><!ENTITY x SYSTEM "{u}" '
        f"NDATA n>]>{HEAD}{ELEMENT}</svg>",
        "attribute by definition": f'<!DOCTYPE svg [<!ATTLIST path onclick CDATA "{u}" style CDATA '
        f'"fill:url({u})">]>{HEAD}{ELEMENT}</svg>',
        "address in an entity": f'<!DOCTYPE svg [<!ENTITY u "{u}">]>{HEAD}<image width="9" '
        f'height="9" href="&u;"/><path d="M0 0h9" style="fill:url(&u;)"/>{ELEMENT}</svg>',
        "root": HEAD.replace(
            "viewBox", f'onload="{u}" xml:base="{u}" style="mask:url({u})" viewBox'
        )
        + f"{ELEMENT}</svg>",
        "root, prefixed": f'<s:svg xmlns:s="http://www.w3.org/2000/svg" viewBox="0 0 99 99">'
        f'<s:script>{u}</s:script><s:path d="M0 0h60v60z"/><script>{u}</script></s:svg>',
    }


SPELLINGS: dict[str, Callable[[str], bytes]] = {
    "plain": str.encode,
    "UTF-16": lambda text: text.encode("utf-16"),
    "UTF-16, big": lambda text: b"\xfe\xff" + text.encode("utf-16-be"),
    "packed": lambda text: gzip.compress(text.encode(), mtime=0),
    "a mark before": lambda text: b"\xef\xbb\xbf\n" + text.encode(),
}


def papers(u: str) -> dict[str, bytes]:
    """Return documents that hold a mark and name `u`; until they are read, they are refused."""
    deed = f"<</S/URI/URI({u})>>"
    deeds = {
        "page, opened": f"/OpenAction {deed}",
        "page, script": f"/OpenAction<</S/JavaScript/JS(app.launchURL('{u}'))>>",
        "page, launched": f"/OpenAction<</S/Launch/F({u})>>",
        "page, elsewhere": f"/OpenAction<</S/GoToR/F({u})/D[0/Fit]>>",
        "page, closed": f"/AA<</WC {deed}>>",
        "page, attached": f"/Names<</EmbeddedFiles<</Names[(a)<</F({u})/EF<</F 5 0 R>>>>]>>>>",
    }
    return {name: _pdf(told, u) for name, told in deeds.items()} | {"letter": _docx(u)}


def _pdf(told: str, u: str) -> bytes:
    note = f"<</Type/Annot/Subtype/Link/Rect[0 0 99 99]/A<</S/URI/URI({u})>>>>"
    drawn = "1 0 0 rg 9 9 60 60 re f"
    return (
        f"%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R{told}>>endobj\n"
        "2 0 obj<</Type/Pages/Count 1/Kids[3 0 R]>>endobj\n3 0 obj<</Type/Page/Parent 2 0 R"
        f"/MediaBox[0 0 99 99]/Contents 4 0 R/Annots[{note}]/Resources<<>>>>endobj\n"
        f"4 0 obj<</Length {len(drawn)}>>stream\n{drawn}\nendstream endobj\n"
        f"5 0 obj<</Length {len(u)}>>stream\n{u}\nendstream endobj\n"
        "trailer<</Root 1 0 R>>\n%%EOF\n"
    ).encode()


def _docx(u: str) -> bytes:
    """A letter whose header's picture is outside, with another inside that talks."""
    space = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    outside = f'<Relationship Id="r{{}}" Type="{space}/image" Target="{escape(u)}" {{}}/>'
    inside = f'<Relationship Id="r9" Type="{space}/image" Target="media/a.png"/>'
    links = "".join(outside.format(n, how) for n, how in enumerate(('TargetMode="External"', "")))
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as book:
        book.writestr("[Content_Types].xml", f'<!DOCTYPE a SYSTEM "{escape(u)}"><a/>')
        book.writestr("word/document.xml", "<w/>")
        for part in ("document", "header1"):
            told = f"<Relationships>{links}{inside}</Relationships>"
            book.writestr(f"word/_rels/{part}.xml.rels", told)
        book.writestr("word/media/a.png", talkative(u))
    return out.getvalue()


def corpus(cage: Cage, seed: int = 8) -> Iterator[tuple[str, bytes]]:
    """Yield every way once plainly, and once more in a spelling and with an address by chance."""
    chance = random.Random(seed)  # noqa: S311 - the same every time is what is wanted
    addresses = cage.addresses
    names = [*bodies(""), *documents("")]
    for u in addresses:
        yield from ((f"{name}, {u[:9]}", data) for name, data in papers(u).items())
    for name in names:
        yield name, written(name, addresses[0]).encode()
        u = chance.choice(addresses[1:])
        spelling = chance.choice(list(SPELLINGS))
        trick = chance.choice(TRICKS)
        text = written(name, trick(escape(u)))
        yield f"{name}, {trick.__name__}, {spelling}, {u[:9]}", SPELLINGS[spelling](text)


def everything(cage: Cage) -> bytes:
    """Return one drawing with all of it."""
    parts = "".join(body for u in cage.addresses for body in bodies(escape(u)).values())
    return f"{HEAD}<g>{parts}</g></svg>".encode()


def written(name: str, u: str) -> str:
    """Return one way as a whole drawing."""
    inside = bodies(u).get(name)
    return documents(u)[name] if inside is None else f"{HEAD}{inside}</svg>"


def as_it_is(u: str) -> str:
    return u


def in_capitals(u: str) -> str:
    scheme, colon, rest = u.partition(":")
    return scheme.upper() + colon + rest


def by_numbers(u: str) -> str:
    return "".join(f"&#x{ord(letter):x};" if letter in "h:/fj" else letter for letter in u)


def torn(u: str) -> str:
    return f"{u[:2]}&#10;&#9;{u[2:]}"


def spaced(u: str) -> str:
    return f"&#32;&#1;{u}".replace("&#1;", "&#13;")


TRICKS = (as_it_is, in_capitals, by_numbers, torn, spaced)


def b64(data: bytes) -> str:
    return base64.b64encode(data).decode()


def embedded(text: str) -> str:
    """Return a drawing inside a picture element."""
    address = f"data:image/svg+xml;base64,{b64(text.encode())}"
    return f'<image width="9" height="9" href="{address}"/>{ELEMENT}'


def picture(kind: str, data: bytes) -> str:
    return f'<image width="9" height="9" href="data:image/{kind};base64,{b64(data)}"/>{ELEMENT}'


def dot() -> bytes:
    out = io.BytesIO()
    Image.new("RGB", (8, 8), "red").save(out, "PNG")
    return out.getvalue()


DOT = f"data:image/png;base64,{b64(dot())}"


def talkative(u: str) -> bytes:
    """A PNG with words in it."""
    said = b"".join(
        struct.pack(">I", len(body)) + name + body + struct.pack(">I", zlib.crc32(name + body))
        for name, body in ((b"tEXt", b"Comment\0" + u.encode()), (b"eXIf", u.encode()),
                           (b"caNv", u.encode()))
    )  # fmt: skip
    data = dot()
    return data[:33] + said + data[33:]


def photograph(u: str) -> bytes:
    """A JPEG with words in it."""
    out = io.BytesIO()
    exif = Image.Exif()
    exif[0x010E] = u
    Image.new("RGB", (16, 16), "red").save(out, "JPEG", comment=u.encode(), exif=exif)
    return out.getvalue()


def webp(u: str) -> bytes:
    out = io.BytesIO()
    Image.new("RGB", (16, 16), "red").save(out, "WEBP", xmp=u.encode(), exif=u.encode())
    return out.getvalue()
