"""Workbooks say what they say on the screen, with the pictures in their cells."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.batch.roster import books
from tests.batch.roster.conftest import Read
from tests.logos import svg

pytestmark = pytest.mark.usefixtures("here")
PICTURES = {"xl/media/image1.svg": svg("wide"), "xl/media/image2.svg": svg("round")}


def test_a_sheet_with_a_title_and_a_margin(read: Read, tmp_path: Path) -> None:
    rows = (
        f"<row r='2'>{books.cell('B2', 'Members 2026')}</row>"
        f"<row r='4'>{books.cell('C4', 'Event date')}{books.cell('B4', 'NAME ')}</row>"
        f"<row r='6'>{books.cell('B6', ' River ')}<c r='C6' s='1'><v>46338</v></c></row>"
    )
    style = '<styleSheet xmlns="{}"><cellXfs><xf/><xf numFmtId="14"/></cellXfs></styleSheet>'
    more = {
        "xl/styles.xml": style.format(books.MAIN),
        "xl/_rels/workbook.xml.rels": books.links(
            ("worksheet", "worksheets/sheet1.xml"), ("styles", "styles.xml")
        ),
    }
    made = read(books.xlsx(tmp_path / "a.xlsx", rows, more=more))

    assert [(row.number, row.brief.name) for row in made.rows] == [(6, "River")]
    assert made.rows[0].brief.word("event.date") == "2026-11-12"
    assert ("roster.headings-in", 4) in {(f.code, f.named.get("row")) for f in made.findings}


@pytest.mark.parametrize(
    ("cell", "said"),
    [
        ("<c r='B2'><v>1</v></c>", "1"),
        ("<c r='B2'><v>1.0</v></c>", "1"),
        ("<c r='B2'><v>2.5</v></c>", "2.5"),
        ("<c r='B2' t='b'><v>1</v></c>", "true"),
        ("<c r='B2' t='str'><f>HYPERLINK(\"http://x\")</f><v>kept</v></c>", "kept"),
        ("<c r='B2' t='inlineStr'><is><t>=1+1</t></is></c>", "=1+1"),
        ("<c r='B2'><f>1+1</f></c>", ""),
    ],
)
def test_cells_say_what_was_kept_in_them(read: Read, tmp_path: Path, cell: str, said: str) -> None:
    head = books.table([["Name", "Place"]])
    row = f"<row r='2'>{books.cell('A2', 'River')}{cell}</row>"
    made = read(books.xlsx(tmp_path / "a.xlsx", head + row))

    assert made.rows[0].brief.word("event.place") == said


def test_a_formula_that_came_to_nothing_is_said(read: Read, tmp_path: Path) -> None:
    head = books.table([["Name", "Place"]])
    row = f"<row r='2'>{books.cell('A2', 'River')}<c r='B2' t='e'><v>#REF!</v></c></row>"
    made = read(books.xlsx(tmp_path / "a.xlsx", head + row))

    assert ("roster.error-cell", "event.place") in {
        (found.code, found.named.get("field")) for found in made.rows[0].findings
    }


def test_a_merged_cell_counts_for_all_its_rows(read: Read, tmp_path: Path) -> None:
    rows = books.table([["Name", "Language"], ["River", "French"], ["Hill", ""], ["Dale", ""]])
    after = '<mergeCells><mergeCell ref="B2:B3"/></mergeCells>'
    made = read(books.xlsx(tmp_path / "a.xlsx", rows, after=after))

    assert [row.brief.language for row in made.rows] == ["fr", "fr", "en"]


def test_a_picture_over_a_cell_is_the_logo(read: Read, tmp_path: Path) -> None:
    rows = books.table([["Name", "Logo", "White logo"], ["River", "", ""], ["Hill", "", ""]])
    anchors = books.laid_over(1, 1, "rId1") + books.laid_over(2, 1, "rId2")
    more = {
        **PICTURES,
        "xl/worksheets/_rels/sheet1.xml.rels": books.links(("drawing", "../drawings/d.xml")),
        "xl/drawings/d.xml": books.drawing(anchors + books.laid_over(2, 2, "rId1")),
        "xl/drawings/_rels/d.xml.rels": books.links(
            ("image", "../media/image1.svg"), ("image", "../media/image2.svg")
        ),
    }
    made = read(books.xlsx(tmp_path / "a.xlsx", rows, more=more))

    assert Path(made.rows[0].brief.logo).read_bytes() == svg("wide")
    assert Path(made.rows[1].brief.logo).read_bytes() == svg("round")
    assert made.rows[1].brief.reversed == made.rows[0].brief.logo
    assert Path(made.rows[0].brief.logo).parent == tmp_path / "room"
    assert all(row.sound for row in made.rows)


def test_a_picture_over_a_name_hides_no_name(read: Read, tmp_path: Path) -> None:
    more = {
        **PICTURES,
        "xl/worksheets/_rels/sheet1.xml.rels": books.links(("drawing", "../drawings/d.xml")),
        "xl/drawings/d.xml": books.drawing(books.laid_over(1, 0, "rId1")),
        "xl/drawings/_rels/d.xml.rels": books.links(("image", "../media/image1.svg")),
    }
    rows = books.table([["Name"], ["River"]])
    row = read(books.xlsx(tmp_path / "a.xlsx", rows, more=more)).rows[0]

    assert (row.brief.name, row.sound) == ("River", True)
    assert Path(row.brief.logo).read_bytes() == svg("wide")


def test_a_picture_may_be_a_partners_logo(read: Read, tmp_path: Path) -> None:
    rows = books.table([["Name", "Logo", "Partner logo"], ["River", "", ""]])
    anchors = books.laid_over(1, 1, "rId1") + books.laid_over(1, 2, "rId2")
    more = {
        **PICTURES,
        "xl/worksheets/_rels/sheet1.xml.rels": books.links(("drawing", "../drawings/d.xml")),
        "xl/drawings/d.xml": books.drawing(anchors),
        "xl/drawings/_rels/d.xml.rels": books.links(
            ("image", "../media/image1.svg"), ("image", "../media/image2.svg")
        ),
    }
    row = read(books.xlsx(tmp_path / "a.xlsx", rows, more=more)).rows[0]

    assert Path(row.brief.partners[0].logo).read_bytes() == svg("round")
    assert row.sound


def test_a_picture_in_a_cell_is_the_logo(read: Read, tmp_path: Path) -> None:
    head = books.table([["Name", "Logo"]])
    value = "t='e' vm='{}'><v>#VALUE!</v></c></row>"
    rows = (
        f"<row r='2'>{books.cell('A2', 'River')}<c r='B2' {value.format(2)}"
        f"<row r='3'>{books.cell('A3', 'Hill')}<c r='B3' {value.format(1)}"
    )
    more = {**PICTURES, **books.put_into(["image1.svg", "image2.svg"])}
    made = read(books.xlsx(tmp_path / "a.xlsx", head + rows, more=more))

    assert Path(made.rows[0].brief.logo).read_bytes() == svg("round")
    assert Path(made.rows[1].brief.logo).read_bytes() == svg("wide")
    assert {found.code for found in made.rows[0].findings} == {"roster.logo-in-cell"}


def test_a_picture_by_function_is_the_logo(read: Read, tmp_path: Path) -> None:
    head = books.table([["Name", "Logo"]])
    formula = '<f>_xlfn.DISPIMG("ID_1",1)</f><v>=DISPIMG("ID_1",1)</v>'
    row = f"<row r='2'>{books.cell('A2', 'River')}<c r='B2' t='str'>{formula}</c></row>"
    more = {**PICTURES, **books.by_function("ID_1", "image2.svg")}
    made = read(books.xlsx(tmp_path / "a.xlsx", head + row, more=more))

    assert Path(made.rows[0].brief.logo).read_bytes() == svg("round")


def test_a_picture_that_is_none_costs_its_row_alone(read: Read, tmp_path: Path) -> None:
    rows = books.table([["Name", "Logo"], ["River", ""], ["Hill", ""]])
    more = {
        "xl/media/image1.svg": b"MZ no picture",
        "xl/worksheets/_rels/sheet1.xml.rels": books.links(("drawing", "../drawings/d.xml")),
        "xl/drawings/d.xml": books.drawing(books.laid_over(1, 1, "rId1")),
        "xl/drawings/_rels/d.xml.rels": books.links(("image", "../media/image1.svg")),
    }
    made = read(books.xlsx(tmp_path / "a.xlsx", rows, more=more))

    assert [row.sound for row in made.rows] == [False, False]
    assert "roster.picture-in-cell" in {found.code for found in made.rows[0].findings}
    assert not (tmp_path / "room").exists()


def test_open_document(read: Read, tmp_path: Path) -> None:
    frame = '<draw:frame><draw:image xlink:href="Pictures/a.svg"/></draw:frame>'
    date = 'office:date-value="2026-11-12"'
    rows = (
        books.ods_row(books.ods_cell("Nom"), books.ods_cell("Logo"), books.ods_cell("Date"))
        + books.ods_row("<table:table-cell/>", again=2)
        + books.ods_row(
            books.ods_cell("River"),
            books.ods_cell(inside=frame),
            books.ods_cell("12/11/26", kind="date", value=date),
        )
    )
    made = read(books.ods(tmp_path / "a.ods", rows, {"Pictures/a.svg": svg("wide")}))

    assert [(row.number, row.brief.name) for row in made.rows] == [(4, "River")]
    assert made.rows[0].brief.word("event.date") == "2026-11-12"
    assert Path(made.rows[0].brief.logo).read_bytes() == svg("wide")


def test_a_sheet_by_its_name(read: Read, tmp_path: Path) -> None:
    rows = books.table([["Name"], ["River"]])
    sheets = '<sheet name="S" sheetId="1" r:id="rId1"/><sheet name="T" sheetId="2" r:id="rId2"/>'
    start = f'<workbook xmlns="{books.MAIN}" xmlns:r="{books.OFFICE}">'
    sheet = f'<worksheet xmlns="{books.MAIN}"><sheetData>'
    more = {
        "xl/workbook.xml": f"{start}<sheets>{sheets}</sheets></workbook>",
        "xl/_rels/workbook.xml.rels": books.links(
            ("worksheet", "worksheets/sheet1.xml"), ("worksheet", "worksheets/sheet2.xml")
        ),
        "xl/worksheets/sheet2.xml": sheet
        + books.table([["Name"], ["Hill"]])
        + "</sheetData></worksheet>",
    }
    path = books.xlsx(tmp_path / "a.xlsx", rows, more=more)

    assert read(path).rows[0].brief.name == "River"
    assert "roster.other-sheets" in {found.code for found in read(path).findings}
    assert read(path, sheet="T").rows[0].brief.name == "Hill"
