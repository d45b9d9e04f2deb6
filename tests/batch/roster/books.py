"""Writes small workbooks, part by part, as spreadsheet programs do."""

from __future__ import annotations

import html
import zipfile
from collections.abc import Mapping, Sequence
from pathlib import Path

MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
LINKS = "http://schemas.openxmlformats.org/package/2006/relationships"
DRAWN = 'xmlns:xdr="d" xmlns:a="a" xmlns:etc="e"'
Parts = Mapping[str, str | bytes]


def zipped(path: Path, parts: Parts) -> Path:
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in parts.items():
            archive.writestr(name, data)
    return path


def links(*targets: tuple[str, str]) -> str:
    inside = "".join(
        f'<Relationship Id="rId{place}" Type="{OFFICE}/{kind}" Target="{target}"/>'
        for place, (kind, target) in enumerate(targets, 1)
    )
    return f'<Relationships xmlns="{LINKS}">{inside}</Relationships>'


def cell(place: str, text: str) -> str:
    said = html.escape(text)
    return f'<c r="{place}" t="inlineStr"><is><t xml:space="preserve">{said}</t></is></c>'


def table(rows: Sequence[Sequence[str]], first: int = 1) -> str:
    return "".join(
        f'<row r="{number}">'
        + "".join(cell(f"{chr(65 + column)}{number}", text) for column, text in enumerate(row))
        + "</row>"
        for number, row in enumerate(rows, first)
    )


def xlsx(path: Path, rows: str, *, after: str = "", more: Parts | None = None) -> Path:
    """Write a workbook with one sheet of these rows."""
    sheet = f'<worksheet xmlns="{MAIN}" xmlns:r="{OFFICE}"><sheetData>{rows}</sheetData>{after}'
    book = f'<workbook xmlns="{MAIN}" xmlns:r="{OFFICE}"><sheets>'
    types = "http://schemas.openxmlformats.org/package/2006/content-types"
    return zipped(
        path,
        {
            "[Content_Types].xml": f'<Types xmlns="{types}"/>',
            "_rels/.rels": links(("officeDocument", "xl/workbook.xml")),
            "xl/workbook.xml": book
            + '<sheet name="S" sheetId="1" r:id="rId1"/></sheets></workbook>',
            "xl/_rels/workbook.xml.rels": links(("worksheet", "worksheets/sheet1.xml")),
            "xl/worksheets/sheet1.xml": sheet + "</worksheet>",
            **(more or {}),
        },
    )


def laid_over(row: int, column: int, relation: str) -> str:
    """Return an anchor of a picture over a cell, both counted from 0."""
    corner = f"<xdr:col>{column}</xdr:col><xdr:row>{row}</xdr:row>"
    return (
        f"<xdr:twoCellAnchor><xdr:from>{corner}</xdr:from><xdr:to>{corner}</xdr:to><xdr:pic>"
        f'<xdr:blipFill><a:blip r:embed="{relation}"/></xdr:blipFill></xdr:pic>'
        "</xdr:twoCellAnchor>"
    )


def drawing(anchors: str) -> str:
    return f'<xdr:wsDr {DRAWN} xmlns:r="{OFFICE}">{anchors}</xdr:wsDr>'


def put_into(pictures: Sequence[str]) -> dict[str, str]:
    """Return the parts that make values of pictures: cell's `vm` 1 is the first of them."""
    rich = "http://schemas.microsoft.com/office/spreadsheetml/2017/richdata"
    count = range(len(pictures))
    blocks = "".join(f'<bk><extLst><ext><rvb i="{each}"/></ext></extLst></bk>' for each in count)
    kinds = "".join(f'<bk><rc t="1" v="{each}"/></bk>' for each in count)
    values = "".join(f'<rv s="0"><v>{each}</v><v>5</v></rv>' for each in count)
    related = "".join(f'<rel r:id="rId{each + 1}"/>' for each in count)
    return {
        "xl/metadata.xml": (
            f'<metadata xmlns="{MAIN}"><metadataTypes><metadataType name="XLRICHVALUE"/>'
            f'</metadataTypes><futureMetadata name="XLRICHVALUE">{blocks}</futureMetadata>'
            f"<valueMetadata>{kinds}</valueMetadata></metadata>"
        ),
        "xl/richData/rdrichvalue.xml": f'<rvData xmlns="{rich}">{values}</rvData>',
        "xl/richData/rdrichvaluestructure.xml": (
            f'<rvStructures xmlns="{rich}"><s t="_localImage">'
            '<k n="_rvRel:LocalImageIdentifier" t="i"/><k n="CalcOrigin" t="i"/></s></rvStructures>'
        ),
        "xl/richData/richValueRel.xml": f'<rels xmlns:r="{OFFICE}">{related}</rels>',
        "xl/richData/_rels/richValueRel.xml.rels": links(
            *(("image", f"../media/{name}") for name in pictures)
        ),
    }


def by_function(name: str, picture: str) -> dict[str, str]:
    """Return the parts that DISPIMG names a picture in."""
    return {
        "xl/cellimages.xml": (
            f'<etc:cellImages {DRAWN} xmlns:r="{OFFICE}"><etc:cellImage><xdr:pic><xdr:nvPicPr>'
            f'<xdr:cNvPr name="{name}"/></xdr:nvPicPr><xdr:blipFill><a:blip r:embed="rId1"/>'
            "</xdr:blipFill></xdr:pic></etc:cellImage></etc:cellImages>"
        ),
        "xl/_rels/cellimages.xml.rels": links(("image", f"media/{picture}")),
    }


def ods(path: Path, rows: str, more: Parts | None = None) -> Path:
    """Write an OpenDocument spreadsheet with one sheet of these rows."""
    oasis = "urn:oasis:names:tc:opendocument:xmlns"
    names = (
        f'xmlns:office="{oasis}:office:1.0" xmlns:table="{oasis}:table:1.0" '
        f'xmlns:text="{oasis}:text:1.0" xmlns:draw="{oasis}:drawing:1.0" '
        'xmlns:xlink="http://www.w3.org/1999/xlink"'
    )
    return zipped(
        path,
        {
            "mimetype": "application/vnd.oasis.opendocument.spreadsheet",
            "META-INF/manifest.xml": f'<m:manifest xmlns:m="{oasis}:manifest:1.0"/>',
            "content.xml": (
                f"<office:document-content {names}><office:body><office:spreadsheet>"
                f'<table:table table:name="S">{rows}</table:table></office:spreadsheet>'
                "</office:body></office:document-content>"
            ),
            **(more or {}),
        },
    )


def ods_row(*cells: str, again: int = 1) -> str:
    return (
        f'<table:table-row table:number-rows-repeated="{again}">{"".join(cells)}</table:table-row>'
    )


def ods_cell(text: str = "", inside: str = "", kind: str = "string", value: str = "") -> str:
    said = f"<text:p>{html.escape(text)}</text:p>" if text else ""
    return f'<table:table-cell office:value-type="{kind}" {value}>{said}{inside}</table:table-cell>'
