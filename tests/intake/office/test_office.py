"""The logo of a letterhead or presentation is found, and nothing else is opened."""

from __future__ import annotations

import io
import struct
import zipfile
from collections.abc import Mapping
from pathlib import Path

import docx
import pytest
from PIL import Image

from cobrand.errors import LogoError
from cobrand.intake.door import read
from cobrand.model.finding import note
from cobrand.model.logo import Logo
from tests.intake.files import codes, of_the_file

RELATIONS = "http://schemas.openxmlformats.org/package/2006/relationships"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
SPACES = (
    'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" '
    'xmlns:p="http://schemas.openxmlformats.org/presentationml/2006/main" '
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
    'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" '
    'xmlns:asvg="http://schemas.microsoft.com/office/drawing/2016/SVG/main" '
    'xmlns:v="urn:schemas-microsoft-com:vml" '
    f'xmlns:r="{OFFICE}"'
)
SVG = (
    b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 90 30">'
    b'<path fill="#800080" d="M0 0h90v30h-90z"/></svg>'
)
Parts = Mapping[str, bytes | str]


def png(colour: str, size: tuple[int, int] = (700, 350)) -> bytes:
    out = io.BytesIO()
    picture = Image.new("RGBA", size, colour)
    picture.paste((0, 0, 0, 0), (0, 0, 9, 9))
    picture.save(out, "PNG")
    return out.getvalue()


def packed(parts: Parts) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in parts.items():
            archive.writestr(name, data)
    return out.getvalue()


def links(*said: tuple[str, str, str], extra: str = "") -> str:
    inside = "".join(
        f'<Relationship Id="{name}" Type="{OFFICE}/{kind}" Target="{target}" {extra}/>'
        for name, kind, target in said
    )
    return f'<Relationships xmlns="{RELATIONS}">{inside}</Relationships>'


def shown(
    relation: str, across: int = 900, down: int = 300, inside: str = "", cut: str = ""
) -> str:
    return (
        f'<p:pic><p:blipFill><a:blip r:embed="{relation}">{inside}</a:blip>{cut}</p:blipFill>'
        f'<p:spPr><a:xfrm><a:ext cx="{across}" cy="{down}"/></a:xfrm></p:spPr></p:pic>'
    )


def word(header: str = "", body: str = "", more: Mapping[str, bytes | str] = {}) -> bytes:
    pictures = links(("r1", "image", "media/red.png"), ("r2", "image", "media/blue.png"),
                     ("r3", "image", "media/logo.svg"))  # fmt: skip
    main = links(("h", "header", "header1.xml"), ("r1", "image", "media/red.png"))
    return packed(
        {
            "[Content_Types].xml": "<Types/>",
            "_rels/.rels": links(("d", "officeDocument", "word/document.xml")),
            "word/document.xml": f"<w:document {SPACES}>{body}</w:document>",
            "word/_rels/document.xml.rels": main,
            "word/header1.xml": f"<w:hdr {SPACES}>{header}</w:hdr>",
            "word/_rels/header1.xml.rels": pictures,
            "word/media/red.png": png("red"),
            "word/media/blue.png": png("blue"),
            "word/media/logo.svg": SVG,
        }
        | dict(more)
    )


def slides(slide: str = "", layout: str = "", master: str = "") -> bytes:
    picture = ("r1", "image", "../media/red.png")
    return packed(
        {
            "_rels/.rels": links(("d", "officeDocument", "ppt/presentation.xml")),
            "ppt/presentation.xml": f'<p:presentation {SPACES}><p:sldIdLst><p:sldId id="256" '
            'r:id="s"/></p:sldIdLst></p:presentation>',
            "ppt/_rels/presentation.xml.rels": links(("s", "slide", "slides/slide3.xml")),
            "ppt/slides/slide3.xml": f"<p:sld {SPACES}>{slide}</p:sld>",
            "ppt/slides/_rels/slide3.xml.rels": links(
                picture, ("l", "slideLayout", "../slideLayouts/one.xml")
            ),
            "ppt/slideLayouts/one.xml": f"<p:sldLayout {SPACES}>{layout}</p:sldLayout>",
            "ppt/slideLayouts/_rels/one.xml.rels": links(
                picture, ("m", "slideMaster", "/ppt/slideMasters/one.xml")
            ),
            "ppt/slideMasters/one.xml": f"<p:sldMaster {SPACES}>{master}</p:sldMaster>",
            "ppt/slideMasters/_rels/one.xml.rels": links(picture),
            "ppt/media/red.png": png("red"),
        }
    )


def colours(logo: Logo) -> set[str]:
    return {colour.hex for colour, _ in logo.traits.palette}


def code(data: bytes) -> str:
    with pytest.raises(LogoError) as caught:
        read(data)
    return caught.value.code


def test_the_largest_picture_of_the_header_comes_first() -> None:
    logo = read(word(shown("r1") + shown("r2", 901), shown("r1", 5000)))

    assert (logo.kind, colours(logo)) == ("docx", {"#0000FF"})
    assert of_the_file(logo.findings) == (
        note("logo.found-inside", place="inside.header", kind="docx"),
    )


def test_a_page_without_a_header_picture() -> None:
    late = "<w:p><w:r><w:lastRenderedPageBreak/></w:r></w:p>"

    assert colours(read(word(body=shown("r1")))) == {"#FF0000"}
    assert code(word(body=late + shown("r1"))) == "logo.no-picture-inside"


def test_a_drawing_is_preferred_to_its_pixels() -> None:
    extension = '<a:extLst><a:ext uri="x"><asvg:svgBlip r:embed="r3"/></a:ext></a:extLst>'

    logo = read(word(shown("r1", inside=extension)))

    assert logo.vector
    assert colours(logo) == {"#800080"}


def test_a_cut_picture_is_cut() -> None:
    cut = '<a:srcRect l="50000" b="20000"/>'

    logo = read(word(shown("r1", cut=cut)))

    assert (logo.page.width, logo.page.height) == (350, 280)


def test_pictures_of_old_word() -> None:
    old = '<v:shape style="width:90pt;height:30pt"><v:imagedata r:id="r1"/></v:shape>'

    assert colours(read(word(old))) == {"#FF0000"}


@pytest.mark.parametrize("place", ["slide", "layout", "master"])
def test_slides_then_layout_then_master(place: str) -> None:
    logo = read(slides(**{place: shown("r1")}))

    assert logo.kind == "pptx"
    assert logo.findings[0] == note("logo.found-inside", place=f"inside.{place}", kind="pptx")


@pytest.mark.parametrize(
    ("kind", "part", "place"),
    [("text", "styles.xml", "header"), ("text", "content.xml", "page"),
     ("presentation", "content.xml", "slide"), ("presentation", "styles.xml", "master")],
)  # fmt: skip
def test_open_documents(kind: str, part: str, place: str) -> None:
    frame = (
        '<office:document xmlns:office="o" xmlns:draw="d" xmlns:svg="s" '
        'xmlns:xlink="http://www.w3.org/1999/xlink"><draw:frame svg:width="3cm" svg:height="1cm">'
        '<draw:image xlink:href="Pictures/red.png"/></draw:frame></office:document>'
    )
    empty = '<office:document xmlns:office="o"/>'
    parts = {"content.xml": empty, "styles.xml": empty, "Pictures/red.png": png("red")}
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        archive.writestr("mimetype", f"application/vnd.oasis.opendocument.{kind}")
        for name, data in (parts | {part: frame}).items():
            archive.writestr(name, data)

    logo = read(out.getvalue())

    assert colours(logo) == {"#FF0000"}
    assert dict(logo.findings[0].values)["place"] == f"inside.{place}"


def test_a_letter_written_by_a_word_processor_library(tmp_path: Path) -> None:
    letter = docx.Document()
    letter.sections[0].header.paragraphs[0].add_run().add_picture(io.BytesIO(png("green")))
    letter.save(str(tmp_path / "letter.docx"))

    assert colours(read((tmp_path / "letter.docx").read_bytes())) == {"#008000"}


@pytest.mark.parametrize(
    ("picture", "kind"),
    [
        (b"\x01\0\0\0" + bytes(36) + b" EMF" + bytes(60), "emf"),
        (b"\xd7\xcd\xc6\x9a" + bytes(60), "wmf"),
        (b"words", "unknown"),
        (word(shown("r1")), "docx"),
    ],
)
def test_what_a_document_may_not_hold(picture: bytes, kind: str) -> None:
    with pytest.raises(LogoError) as caught:
        read(word(shown("r1"), more={"word/media/red.png": picture}))

    assert (caught.value.code, caught.value.values) == ("logo.picture-not-read", {"kind": kind})


@pytest.mark.parametrize(
    "relations",
    [
        links(("r1", "image", "https://example.org/x.png"), extra='TargetMode="External"'),
        links(("r1", "image", "file:///etc/passwd"), extra='TargetMode="External"'),
        links(("r1", "image", "../../../../../etc/passwd")),
        links(("r1", "image", "https://example.org/x.png")),
        links(("r1", "image", "")),
        links(),
    ],
)
def test_links_that_lead_outside_are_not_followed(relations: str) -> None:
    letter = word(shown("r1"), more={"word/_rels/header1.xml.rels": relations})

    assert code(letter) == "logo.no-picture-inside"


def test_names_that_lead_outside_are_only_names() -> None:
    tricky = word(shown("r1"), more={"../../outside.png": b"x", "/etc/outside": b"y"})

    assert colours(read(tricky)) == {"#FF0000"}


def encrypted(data: bytes) -> bytes:
    """Mark every part of an archive as locked."""
    out = bytearray(data)
    for head, place in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        at = out.find(head)
        while at >= 0:
            out[at + place] |= 1
            at = out.find(head, at + 4)
    return bytes(out)


def endless(data: bytes) -> bytes:
    """Say that the list of parts is longer than any document's."""
    at = data.rindex(b"PK\x05\x06")
    return data[: at + 12] + struct.pack("<I", 2**31) + data[at + 16 :]


OLD = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
ENTITIES = '<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;">]><x>&b;</x>'
OUTSIDE = '<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]><x>&a;</x>'


@pytest.mark.parametrize(
    ("data", "expected"),
    [
        (encrypted(word(shown("r1"))), "logo.locked"),
        (endless(word(shown("r1"))), "logo.too-complex"),
        (word(shown("r1"))[:-30], "logo.truncated"),
        (word(shown("r1"), more={"word/media/red.png": bytes(60_000_000)}), "logo.too-large"),
        (word(shown("r1"), more={"word/header1.xml": b" " * 20_000_000}), "logo.too-large"),
        (word(shown("r1"), more={"word/header1.xml": ENTITIES}), "logo.damaged"),
        (word(shown("r1"), more={"word/header1.xml": OUTSIDE}), "logo.damaged"),
        (word(shown("r1"), more={"word/header1.xml": "<x>" * 90_000}), "logo.damaged"),
        (word(more={f"x/{n}": b"" for n in range(5_001)}), "logo.too-complex"),
        (OLD + bytes(600), "logo.old-office"),
        (OLD + bytes(90_000) + "EncryptedPackage".encode("utf-16-le"), "logo.locked"),
        (packed({"xl/workbook.xml": "<x/>"}), "logo.kind-not-read"),
        (packed({"readme.txt": "hello"}), "logo.kind-not-read"),
        (packed({"word/document.xml": "<x/>"}), "logo.no-picture-inside"),
    ],
)  # fmt: skip
def test_a_bad_document_costs_a_code(data: bytes, expected: str) -> None:
    assert expected == code(data)


def test_a_presentation_that_points_at_itself() -> None:
    circle = packed(
        {
            "_rels/.rels": links(("d", "officeDocument", "ppt/presentation.xml")),
            "ppt/presentation.xml": f'<p:sldIdLst {SPACES}><p:sldId r:id="s"/></p:sldIdLst>',
            "ppt/_rels/presentation.xml.rels": links(
                ("s", "slide", "presentation.xml"), ("l", "slideLayout", "presentation.xml"),
                ("m", "slideMaster", "presentation.xml"),
            ),
        }
    )  # fmt: skip

    assert code(circle) == "logo.no-picture-inside"


def test_a_damaged_picture_inside() -> None:
    letter = word(shown("r1"), more={"word/media/red.png": png("red")[:200]})

    assert codes_of(letter) == {"logo.truncated"}


def codes_of(data: bytes) -> set[str]:
    try:
        return codes(read(data).findings)
    except LogoError as error:
        return {error.code}
