"""Turn a dossier into proof.pdf: a page of what is so for all, then a page for each file."""

from __future__ import annotations

import base64
import hashlib
import io
from collections.abc import Iterator
from typing import Any

from pypdf import PdfReader, PdfWriter
from pypdf.generic import (
    ArrayObject,
    BooleanObject,
    ByteStringObject,
    DictionaryObject,
    NameObject,
    create_string_object,
)

from cobrand import __version__
from cobrand.export import overlay, telling
from cobrand.export.dossier import Dossier
from cobrand.export.imprint import GROUNDS, SIGNS, Imprint, limit
from cobrand.export.telling import Remark
from cobrand.export.written import Written
from cobrand.messages import direction, isolated, ui
from cobrand.model.bitmap import Bitmap
from cobrand.model.paper import (
    Chapter,
    Document,
    Paragraph,
    Picture,
    Printed,
    PrintedTable,
    Printer,
    Row,
)
from cobrand.pixels import encode, svg

_WIDTH, _HEIGHT = 74.0, 92.0  # mm that a picture of a file may take
_PIXELS = 560  # of its longer side: lines are sharp, the picture itself has fewer
_SHARES = (0.06, 0.43, 0.16, 0.16, 0.19)
_LISTED = (0.27, 0.16, 0.57)  # a digest stands on one line
_SOURCES = (0.22, 0.18, 0.6)


def pages(dossier: Dossier, printer: Printer) -> bytes:
    """Return the proof as PDF; equal dossiers are equal bytes."""
    heading = " · ".join(isolated(name) for name in telling.names(dossier))
    document = Document(
        title=f"{ui(dossier.language, 'Proof')} · {heading}",
        language=dossier.language,
        direction=direction(dossier.language),
        chapters=(
            Chapter(ui(dossier.language, "Proof"), tuple(_cover(dossier))),
            *(Chapter(file.path.name, tuple(_file(file, dossier))) for file in dossier.worst_first),
            Chapter(ui(dossier.language, "What it was made with"), tuple(_sources(dossier))),
        ),
    )
    told = "\n".join((dossier.made, *(file.sha256 for file in dossier.files)))
    imprint = Imprint(dossier.made, dossier.by or dossier.brief.name, told)
    return printed(document, printer, imprint)


def printed(document: Document, printer: Printer, imprint: Imprint) -> bytes:
    """Return a document as PDF with its facts and a list of contents; the same give the same."""
    return _settled(printer.pages(document), document, imprint)


def _cover(dossier: Dossier) -> Iterator[Paragraph | PrintedTable]:
    language = dossier.language
    yield Paragraph(" · ".join(isolated(name) for name in telling.names(dossier)), "title")
    tone, words = telling.summary(dossier)
    yield Paragraph(f"{SIGNS[tone]}{words}", "heading", GROUNDS.get(tone))
    facts = [*telling.facts(dossier), *((name, n) for _, name, n in telling.counts(dossier))]
    yield from (Paragraph(f"{name}\u2003{isolated(value)}") for name, value in facts)
    found = tuple(telling.general(dossier))
    if found:
        yield Paragraph(ui(language, "For the whole kit"), "heading")
    for each in found:
        yield from _remark(each)
    rows = tuple(_listed(file, dossier) for file in dossier.worst_first)
    heads = (ui(language, "File"), ui(language, "Verdict"), "SHA-256")
    yield PrintedTable(ui(language, "Files"), heads, rows, _LISTED)
    yield Paragraph(telling.limits(language), "small")
    yield Paragraph(isolated(f"cobrand {__version__}"), "small")


def _listed(file: Written, dossier: Dossier) -> Row:
    tone = telling.tone_of(file, dossier)
    verdict = f"{SIGNS[tone]}{telling.file_words(tone, dossier.language)}"
    return Row((isolated(file.path.name), verdict, isolated(file.sha256)), GROUNDS.get(tone))


def _file(file: Written, dossier: Dossier) -> Iterator[Paragraph | PrintedTable | Picture]:
    language = dossier.language
    yield Paragraph(isolated(file.path.name), "heading")
    facts = " · ".join(isolated(each) for each in telling.meta(file, language))
    found = [part for each in telling.remarks(file, dossier) for part in _remark(each)]
    digest = isolated(f"SHA-256 {file.sha256}")
    legend = Paragraph(_legend(language), "small")
    words = (Paragraph(facts), Paragraph(digest, "small"), *found, legend)
    seen = shown(file)
    if seen is None:
        yield from words
    else:
        bitmap, data = seen
        width = min(_WIDTH, _HEIGHT * bitmap.width / bitmap.height)
        yield Picture(data, width, words)
    heads = (
        ui(language, "No."), ui(language, "Rule"), ui(language, "Measured"),
        ui(language, "Limit"), ui(language, "Verdict"),
    )  # fmt: skip
    rows = tuple(
        Row(
            (line.rule, line.title, isolated(line.measured), limit(line.limit, language),
             f"{SIGNS[line.tone]}{line.verdict}"),
            GROUNDS.get(line.tone) if line.tone != "note" else None,
        )
        for line in telling.lines(file, dossier)
    )  # fmt: skip
    yield PrintedTable(ui(language, "The rules, measured"), heads, rows, _SHARES)


def _legend(language: str) -> str:
    return ui(
        language,
        "Over the picture: clear space (dashes), safe area (dots), boxes of the marks (lines).",
    )


def _remark(each: Remark) -> Iterator[Paragraph]:
    ground = GROUNDS.get(each.tone)
    yield Paragraph(f"{SIGNS[each.tone]}{each.title}", "strong", ground)
    yield Paragraph(each.words, "text", ground)
    if each.reason:
        yield Paragraph(each.reason, "strong", ground)


def _sources(dossier: Dossier) -> Iterator[Paragraph | PrintedTable]:
    language = dossier.language
    yield Paragraph(ui(language, "What it was made with"), "heading")
    rows = tuple(
        Row((isolated(each.use), isolated(each.file), isolated(each.digest)))
        for each in telling.sources(dossier)
    )
    heads = (ui(language, "Used for"), ui(language, "File"), "SHA-256")
    yield PrintedTable(ui(language, "Files that it was made with"), heads, rows, _SOURCES)
    allowed = tuple(Row((isolated(mark), words)) for mark, words in telling.permissions(dossier))
    columns = (ui(language, "Mark"), ui(language, "Allowed by, and when"))
    caption = ui(language, "Permissions for other people's marks")
    yield PrintedTable(caption, columns, allowed, (0.3, 0.7))


def shown(file: Written) -> tuple[Bitmap, bytes] | None:
    """Return the small picture of a file with its boxes drawn in, or None without either."""
    over = file.overlay
    if over is None or not file.thumbnail:
        return None
    page = over.page
    scale = _PIXELS / max(page.width, page.height)
    unit = _WIDTH / 25.4 * 96 / page.width  # a line is as wide as on a screen
    data = base64.b64encode(file.thumbnail).decode()
    place = f'x="{page.left:g}" y="{page.top:g}" width="{page.width:g}" height="{page.height:g}"'
    drawing = (
        f'<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" '
        f'viewBox="{overlay.view_box(over)}">'
        f'<image {place} preserveAspectRatio="none" xlink:href="data:image/jpeg;base64,{data}"/>'
        f"{overlay.drawn(over, 1 / unit)}</svg>"
    )
    width, height = (max(1, round(side * scale)) for side in (page.width, page.height))
    bitmap = svg.draw(drawing, width, height)
    return bitmap, encode.encode(bitmap, "jpeg", quality=80)


def _name_fonts(book: PdfWriter) -> None:
    """Give each font's part the tag of its place: Qt takes another one on every run."""
    for place, font in enumerate(_fonts(book)):
        outline = font["/DescendantFonts"][0].get_object()["/FontDescriptor"].get_object()
        family = str(outline["/FontName"]).removeprefix("/").rpartition("+")[2]
        name = NameObject(f"/COBR{chr(65 + place // 26)}{chr(65 + place % 26)}+{family}")
        outline[NameObject("/FontName")] = name


def _fonts(book: PdfWriter) -> Iterator[Any]:
    """Yield every font of a book once."""
    found: dict[int, Any] = {}
    for page in book.pages:
        resources: Any = page["/Resources"]
        for font in resources.get("/Font", {}).values():
            found[font.idnum] = font.get_object()
    yield from found.values()


def _settled(pages: Printed, document: Document, imprint: Imprint) -> bytes:
    """Give the PDF its facts and a list of contents; the moment and the id are the imprint's."""
    book = PdfWriter()
    for page in PdfReader(io.BytesIO(pages.data)).pages:
        book.add_page(page)
    moment = "".join(letter for letter in imprint.made[:19] if letter.isdigit())
    book.metadata = {
        "/Title": "".join(each for each in document.title if each.isprintable()),
        "/Author": imprint.author,
        "/Creator": f"cobrand {__version__}",
        "/Producer": f"cobrand {__version__}",
        "/CreationDate": f"D:{moment}Z",
    }
    _name_fonts(book)
    root = book.root_object
    root[NameObject("/Lang")] = create_string_object(document.language)
    root[NameObject("/ViewerPreferences")] = DictionaryObject(
        {
            NameObject("/DisplayDocTitle"): BooleanObject(value=True),
            NameObject("/Direction"): NameObject("/R2L" if document.direction == "rtl" else "/L2R"),
        }
    )
    for chapter, start in zip(document.chapters, pages.starts, strict=True):
        book.add_outline_item(title=chapter.name, page_number=start)
    identity = ByteStringObject(hashlib.sha256(imprint.told.encode()).digest()[:16])
    book._ID = ArrayObject((identity, identity))
    out = io.BytesIO()
    book.write(out)
    return out.getvalue()
