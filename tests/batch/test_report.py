"""Reports: every row once, safe to open, and still small when there are thousands."""

from __future__ import annotations

import csv
import io
import json
from dataclasses import replace
from html.parser import HTMLParser
from pathlib import Path

import pytest

from cobrand.batch import run as runs
from cobrand.batch.manifest import Manifest
from cobrand.batch.plan import Plan
from cobrand.batch.report import account, document, page, paper, printing, sheet, table
from cobrand.batch.report.account import Told
from cobrand.batch.report.cell import Cell
from cobrand.batch.report.write import sheets
from cobrand.batch.run import How, Run
from cobrand.batch.wish import Wish
from cobrand.library import Library
from cobrand.model.paper import Document, PrintedTable
from cobrand.pixels import bitmap
from tests.batch.fakes import Here, roster
from tests.squares import SquareTypesetter

NAMES = ("Bridges", "=HYPERLINK(1)", "bad <b>one</b>", "broken", "جسر")


@pytest.fixture
def told(tmp_path: Path):
    rows = roster(tmp_path / "logos", tuple(f"row {n}" for n, _ in enumerate(NAMES)))
    named = tuple(
        replace(row, brief=replace(row.brief, name=name))
        for row, name in zip(rows.rows, NAMES, strict=True)
    )
    Path(named[2].brief.logo).write_text("bad", "utf-8")
    plan = Plan(Library.shipped(), replace(rows, rows=named), Wish(formats=("og_image",)))
    how = How(tmp_path / "out", language="en")
    with Manifest(how.folder) as manifest:
        runs.prepare(plan, manifest, how)
        result = Run(plan, Here(), manifest, how, lambda _: None, lambda: False).run()
        yield Told(manifest, result, account.totals(manifest), "roster.csv", "en", ("old/x.png",))


def test_the_document_has_every_row_with_its_files_and_sentences(told: Told) -> None:
    found = json.loads("".join(document.pieces(told)))

    assert [row["state"] for row in found["rows"]] == ["made", "made", "failed", "made", "made"]
    assert found["rows"][0]["files"][0]["name"] == "row-0/og_image-en.png"
    assert found["rows"][2]["failed"][0]["code"] == "logo.unreadable"
    assert found["rows"][3]["findings"][0]["severity"] == "breach"
    assert found["total"]["rows_that_break_a_rule"] == 1
    assert found["orphans"] == ["old/x.png"]


def test_the_table_opens_as_text_in_any_spreadsheet(told: Told) -> None:
    text = "".join(table.pieces(told))
    rows = list(csv.reader(io.StringIO(text.removeprefix(table.MARK))))

    assert text.startswith(table.MARK)
    assert [row[1] for row in rows[1:]] == ["Bridges", "'=HYPERLINK(1)", *NAMES[2:]]


class Tags(HTMLParser):
    """Counts what a browser would see."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.seen: list[str] = []
        self.links: list[str] = []
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.seen.append(tag)
        self.links += [str(value) for name, value in attrs if name in {"href", "src"}]


def test_the_page_has_every_row_and_asks_nobody_for_anything(told: Told) -> None:
    text = "".join(page.pieces(told))
    tags = Tags(text)

    assert tags.seen.count("tr") == 1 + len(NAMES)
    assert "script" not in tags.seen
    assert "b" not in tags.seen
    assert "&lt;b&gt;one&lt;/b&gt;" in text
    assert "row-0/og_image-en.png" in tags.links
    assert not [link for link in tags.links if "//" in link]
    assert 'href="#r4"' in text
    assert 'href="#r5"' in text


def test_old_pages_of_the_contact_sheet_go(told: Told, tmp_path: Path) -> None:
    out = tmp_path / "out"
    pages = out / "contact-sheet"
    pages.mkdir()
    told.manifest.plan(["contact-sheet/page-002.jpg"])
    (pages / "page-002.jpg").write_bytes(b"old")
    (pages / "page-900.jpg").write_bytes(b"mine")
    made = sheets(told, out, lambda cells: str(len(cells)).encode())

    assert [path.read_bytes() for path in made] == [b"4"]
    assert sorted(path.name for path in pages.iterdir()) == ["page-001.jpg", "page-900.jpg"]


def test_a_contact_sheet_shows_each_picture_with_its_name() -> None:
    cells = tuple(Cell(f"{n} · Organisation {n}", b"\xff\xd8") for n in range(7))
    drawn = bitmap.size(sheet.drawn(cells, SquareTypesetter()), "jpeg")

    assert (drawn.width, drawn.height) == (sheet.WIDTH, round(2 * 195.25 + 16 + 2 * 40))


def _plain(cell: str) -> str:
    return cell.translate({0x2068: None, 0x2069: None, 0xA0: " "})


def tables(proof: Document) -> list[list[tuple[str, ...]]]:
    """Return the cells of every table, less what parts directions and keeps lines whole."""
    blocks = (block for chapter in proof.chapters for block in chapter.blocks)
    return [
        [tuple(map(_plain, row.cells)) for row in block.rows]
        for block in blocks
        if isinstance(block, PrintedTable)
    ]


def test_the_proof_on_paper_counts_each_rule_and_has_every_row(told: Told) -> None:
    proof, _ = paper.document(told)
    rules, rows, sources = tables(proof)
    kept = told.manifest.entries("row-0")["row-0/proof.json"].sha256

    assert rules[0] == ("2", "Gap between the marks", "1 X", "at least 2 X", "", "", "", "1")
    assert rules[1][5] == "3"  # files with the other mark's stand-in
    assert [row[0] for row in rows] == ["2", "3", "4", "5", "6"]
    assert rows[0] == ("2", "Bridges", "Rules kept", kept)
    assert [row[2] for row in rows[2:4]] == ["× failed", "× Rule broken"]
    assert sources[0][:2] == ("Roster", "roster.csv")
    assert [chapter.name for chapter in proof.chapters][1:3] == [
        "These rows need a look",
        "Rows 2–6",
    ]


@pytest.mark.usefixtures("qapp")
def test_the_proof_on_paper_is_a_pdf_of_its_moment(told: Told) -> None:
    moment = replace(told, made="2026-11-25T12:00:00+00:00")
    one, same = (printing.pages(*paper.document(moment)) for _ in range(2))
    later = printing.pages(*paper.document(replace(told, made="2026-11-26T12:00:00+00:00")))

    assert one.startswith(b"%PDF-")
    assert one == same
    assert one != later
