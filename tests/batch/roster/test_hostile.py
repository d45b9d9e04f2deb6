"""A roster that means harm, or is none, costs one clear sentence and little memory."""

from __future__ import annotations

import contextlib
import os
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as some

from cobrand.batch.roster import book, limits
from cobrand.errors import RosterError
from cobrand.messages import say
from tests.batch.roster import books
from tests.batch.roster.conftest import Read
from tests.logos import svg

PNG = b"\x89PNG\r\n\x1a\n" + bytes(100)
LOCKED = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600) + "EncryptedPackage".encode("utf-16-le")
LAUGHS = (
    '<!DOCTYPE x [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;">'
    '<!ENTITY c "&b;&b;&b;&b;&b;&b;&b;&b;&b;&b;">]>'
)


@pytest.mark.usefixtures("here")
@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"", "roster.empty"),
        (b"\0" * 50, "roster.empty"),
        (b"\xef\xbb\xbf \r\n", "roster.empty"),
        (PNG, "roster.not-a-table"),
        (b"%PDF-1.7 x", "roster.not-a-table"),
        (svg("wide"), "roster.not-a-table"),
        (b"<html><table>", "roster.not-a-table"),
        (b"PK\x03\x04 broken", "roster.damaged"),
        (LOCKED, "roster.locked"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(2000), "roster.damaged"),
        (b"Name\nx\0y\n", "roster.not-text"),
        (b"Name\n", "roster.no-rows"),
        (b"Name;x\n;;;\n\n", "roster.no-rows"),
        (b"no;headings\nhere;at all\n", "roster.no-name-column"),
        (b"Name\n" + b"x" * 200_000, "roster.cell-too-long"),
        (b"Name\n" + b"," * 1500 + b"x\n", "roster.too-many-columns"),
        (b'{"name": "x"}\n{"name": \n', "roster.not-json"),
        (b'[{"name": "x"}, 3]', "roster.no-record"),
        (b'{"name": ' + b"[" * 100_000, "roster.not-json"),
        (b'{"a":{"b":{"c":{"d":{"e":{"f":1}}}}}}', "roster.too-deep"),
        (b'{"name": ' + b"9" * 5000 + b"}", "roster.not-json"),
    ],
)
def test_what_is_no_roster_is_said(read: Read, data: bytes, code: str) -> None:
    with pytest.raises(RosterError) as caught:
        read(data)

    assert caught.value.code == code
    assert "…" not in say("en", caught.value)


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="this system has no pipes with names")
def test_pipes_devices_and_folders_are_not_opened(read: Read, tmp_path: Path) -> None:
    pipe, loop = tmp_path / "pipe.csv", tmp_path / "loop.csv"
    os.mkfifo(pipe)
    loop.symlink_to(loop)
    codes = []
    for path in (tmp_path, pipe, Path("/dev/zero"), loop, tmp_path / "none.csv", Path("a\0b")):
        with pytest.raises(RosterError) as caught:
            read(path)
        codes.append(caught.value.code)

    assert codes == [
        "roster.folder",
        *["roster.not-a-file"] * 2,
        *["roster.not-found"] * 3,
    ]


def _bomb(path: Path) -> Path:
    return books.xlsx(path, "", more={"xl/sharedStrings.xml": b" " * (limits._SMALL + 1)})


def _crowd(path: Path) -> Path:
    with zipfile.ZipFile(path, "w") as archive:
        for number in range(51):
            archive.writestr(f"xl/{number}", b"")
    return path


def _secret(path: Path) -> Path:
    data = bytearray(books.xlsx(path, "").read_bytes())
    data[data.index(b"PK\x01\x02") + 8] |= 1
    path.write_bytes(data)
    return path


def _cut(path: Path) -> Path:
    data = books.xlsx(path, books.table([["Name"], ["x"]])).read_bytes()
    path.write_bytes(data[: len(data) // 2])
    return path


@pytest.mark.parametrize(
    ("made", "code"),
    [
        (_bomb, "roster.too-much-inside"),
        (_crowd, "roster.too-much-inside"),
        (_secret, "roster.locked"),
        (_cut, "roster.damaged"),
    ],
)
def test_a_workbook_is_judged_before_it_is_unpacked(
    tmp_path: Path, made: Callable[[Path], Path], code: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(limits, "MOST_PARTS", 50)
    with pytest.raises(RosterError) as caught:
        limits.check(made(tmp_path / "a.xlsx"))

    assert caught.value.code == code


def test_a_sheet_with_its_ends_far_apart_ends_its_reader_alone(read: Read, tmp_path: Path) -> None:
    rows = "".join(
        f"<row r='{row}'><c r='{column}{row}'><v>1</v></c></row>"
        for column, row in (("A", 1), ("XFD", 1_048_576))
    )
    with pytest.raises(RosterError) as caught:
        read(books.xlsx(tmp_path / "a.xlsx", rows))

    assert caught.value.code in {"roster.too-much-inside", "roster.too-many-columns"}


def test_a_document_of_another_program_is_no_table(read: Read, tmp_path: Path) -> None:
    letter = books.zipped(tmp_path / "a.xlsx", {"word/document.xml": "<x/>"})
    with pytest.raises(RosterError) as caught:
        read(letter)

    assert caught.value.code == "roster.not-a-table"


def test_entities_are_not_unfolded(tmp_path: Path) -> None:
    head = books.table([["Name"], ["River"]])
    sheet = f'<worksheet xmlns="{books.MAIN}"><sheetData>{head}</sheetData></worksheet>'
    path = books.xlsx(tmp_path / "a.xlsx", "", more={"xl/worksheets/sheet1.xml": LAUGHS + sheet})
    made = book.read(path, "xlsx")

    assert not made.whole
    assert [line.cells for line in made.lines] == [("Name",), ("River",)]


def test_links_that_lead_out_of_a_workbook_are_not_followed(read: Read, tmp_path: Path) -> None:
    rows = books.table([["Name", "Logo"], ["River", ""]])
    outside = (
        f'<Relationships xmlns="{books.LINKS}"><Relationship Id="rId1" TargetMode="External" '
        f'Type="{books.OFFICE}/image" Target="file:///etc/passwd"/></Relationships>'
    )
    more = {
        "xl/worksheets/_rels/sheet1.xml.rels": books.links(("drawing", "../drawings/d.xml")),
        "xl/drawings/d.xml": books.drawing(books.laid_over(1, 1, "rId1")),
        "xl/drawings/_rels/d.xml.rels": outside,
        "xl/vbaProject.bin": b"macro",
    }
    made = read(books.xlsx(tmp_path / "a.xlsx", rows, more=more))

    assert made.rows[0].brief.logo == ""
    assert not (tmp_path / "room").exists()


@pytest.mark.usefixtures("here")
def test_cells_that_stand_for_a_million_are_counted_not_made(read: Read, tmp_path: Path) -> None:
    rows = books.ods_row(books.ods_cell("Name")) + books.ods_row(books.ods_cell("River"))
    empty = '<table:table-cell table:number-columns-repeated="16384"/>'
    made = read(books.ods(tmp_path / "a.ods", rows + books.ods_row(empty, again=1_048_574)))

    assert [row.brief.name for row in made.rows] == ["River"]


NOISE = some.one_of(
    some.binary(max_size=300),
    some.lists(
        some.sampled_from(
            [b"name", b"logo", b";", b",", b"\n", b'"', b"\r", b"\t", b"=1", b"\xe9", b"\xc7\xe1",
             b'{"name":', b"[", b"}", b"1e999", b"\\ud800", b"partner 2 logo", b"../a", b"CON"]
        ),
        max_size=40,
    ).map(b"".join),
)  # fmt: skip


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(NOISE)
def test_whatever_the_bytes_there_is_a_roster_or_a_sentence(read: Read, data: bytes) -> None:
    stems = []
    with contextlib.suppress(RosterError):
        stems = [row.stem for row in read(b"name;logo\n" + data).rows]

    assert len(set(stems)) == len(stems)
