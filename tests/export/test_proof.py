"""The proof: numbers for machines, sentences for people, nothing that needs a network."""

from __future__ import annotations

import json
import re
from dataclasses import replace
from html.parser import HTMLParser
from pathlib import Path

import pytest

from cobrand import export
from cobrand.errors import DrawingFailed
from cobrand.export import Written, html, proof
from cobrand.export.dossier import Dossier, LeftOut
from cobrand.export.figures import figures
from cobrand.export.given import Given
from cobrand.model.brief import Brief
from cobrand.model.finding import Finding, breach, kept, warning
from cobrand.model.override import Override
from tests.export.scenes import make_campaign, order_of

VOID = {"meta", "img", "br", "input"}


@pytest.fixture(scope="module")
def files(tmp_path_factory: pytest.TempPathFactory) -> tuple[Written, ...]:
    folder, order = tmp_path_factory.mktemp("kit"), order_of("png")
    composition = replace(order.composition, findings=(warning("mark.stand-in", "mark"),))
    return tuple(
        export.write(composition, folder / f"card.{kind}", kind, order.campaign)
        for kind in ("png", "pdf")
    )


def dossier(files: tuple[Written, ...], language: str = "en", **more: object) -> Dossier:
    plain: dict[str, object] = {
        "brief": Brief(name="<Riverbank> & Co", language=language),
        "campaign": make_campaign(),
        "given": (Given("logo", "Riverbank", "/home/anna/logo.svg", "svg", "d1ce" * 16, "a" * 64),),
        "files": files,
        "left_out": (LeftOut("instagram-square-event", ("event.title",)),),
        "failed": (("story.png", DrawingFailed()),),
        "made": "2026-11-23T21:00:00+00:00",
        "seconds": 1.25,
        "cancelled": False,
        "language": language,
    }
    return Dossier(**{**plain, **more})  # type: ignore[arg-type]


def test_a_reason_is_shown_in_both_proofs(files: tuple[Written, ...]) -> None:
    given = dossier(files, overrides=(Override("", "The <board> wants it so", "Anna"),))

    told = json.loads(proof.document(given))["overrides"]
    assert told == [{"code": "", "reason": "The <board> wants it so", "by": "Anna"}]
    assert "The &lt;board&gt; wants it so" in html.page(given).decode()
    assert "because" not in html.page(dossier(files)).decode()


def test_json_says_what_was_made_and_measured(files: tuple[Written, ...]) -> None:
    data = json.loads(proof.document(dossier(files)))

    assert data["cobrand_proof"] == 2
    assert data["organisation"] == "<Riverbank> & Co"
    assert data["campaign"]["hashtag"] == "#weareALE"
    assert [file["name"] for file in data["files"]] == ["card.png", "card.pdf"]
    first = data["files"][0]
    assert first["sha256"] == files[0].sha256
    assert first["bytes"] == files[0].path.stat().st_size
    assert first["measured"]["gap_x"] == pytest.approx(2, abs=0.02)
    assert len(first["measured"]["mark_px"]) == 4
    assert data["files"][1]["measured"]["page_boxes_mm"].keys() == {"media", "trim", "bleed"}
    assert data["total"]["seconds_at_1_mbit"] == round(data["total"]["bytes"] * 8 / 1e6, 1)
    assert data["skipped"] == [{"name": "instagram-square-event", "missing": ["event.title"]}]
    assert data["failed"][0]["code"] == "drawing-failed"


def test_json_findings_have_rule_number_and_sentence(files: tuple[Written, ...]) -> None:
    findings = json.loads(proof.document(dossier(files)))["files"][0]["findings"]
    gap = next(each for each in findings if each["code"] == "file.gap")

    assert gap["severity"] == "kept"
    assert gap["values"] == {"measured": 2.0, "limit": 2.0}
    assert gap["title"]
    assert gap["sentence"].endswith(".")


class Outline(HTMLParser):
    """Reads a page as a browser would: which tags are open, what is linked, what is said."""

    def __init__(self, page: bytes) -> None:
        super().__init__()
        self.open: list[str] = []
        self.links: list[str] = []
        self.root: dict[str, str | None] = {}
        self.said: list[str] = []
        self.feed(page.decode())

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag == "html":
            self.root = dict(attrs)
        self.links += [value or "" for name, value in attrs if name in {"src", "href"}]
        if tag not in VOID:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        if self.open and self.open[-1] != "style":
            self.said.append(data)


def test_html_is_well_formed_and_needs_nothing_else(files: tuple[Written, ...]) -> None:
    page = html.page(dossier(files))
    outline = Outline(page)

    assert outline.open == []
    assert len(outline.links) == 2
    assert b"<script" not in page
    assert all(link.startswith("data:image/jpeg;base64,") for link in outline.links)
    assert not re.search(rb"https?://|url\(|@import", page)


def test_html_says_it_in_words(files: tuple[Written, ...]) -> None:
    said = " ".join(Outline(html.page(dossier(files))).said)

    assert "<Riverbank> & Co  ·  #weareALE" in said
    assert "Limits are cobrand defaults, not campaign rules." in said
    assert "stand-in" in said
    assert "card.png" in said
    assert "the event's title" in said
    assert "event.title" not in said
    assert "story.png" in said


def test_html_escapes_what_people_wrote(files: tuple[Written, ...]) -> None:
    page = html.page(dossier(files))

    assert b"<Riverbank>" not in page


def test_html_runs_from_the_right_in_arabic(files: tuple[Written, ...]) -> None:
    root = Outline(html.page(dossier(files, "ar"))).root

    assert (root["lang"], root["dir"]) == ("ar", "rtl")


def test_html_says_when_a_rule_is_broken(files: tuple[Written, ...]) -> None:
    broken = replace(
        files[0], findings=(breach("file.clear_space", "lockup", measured=0.5, limit=1),)
    )
    page = html.page(dossier((broken, files[1])))

    assert b'class="verdict bad"' in page
    assert b"0.5 X" in page


def test_html_leads_from_a_broken_rule_to_its_file(files: tuple[Written, ...]) -> None:
    broken = replace(files[1], findings=(breach("file.clear_space", measured=0.5, limit=1.0),))
    page = html.page(dossier((files[0], broken))).decode()

    assert re.search(r'<dt>Clear space</dt><dd><a href="#file-1">.*card\.pdf', page)
    assert page.count('id="file-1"') == 1
    assert "#file-" not in html.page(dossier(files)).decode()


def test_html_keeps_name_and_hashtag_apart(files: tuple[Written, ...]) -> None:
    named = dossier(files, brief=Brief(name="جمعية الجسور"))

    assert "<h1><bdi>جمعية الجسور</bdi> · <bdi>#weareALE</bdi></h1>" in html.page(named).decode()


def test_html_of_nothing_is_still_a_page() -> None:
    assert Outline(html.page(dossier((), cancelled=True))).open == []


@pytest.mark.parametrize(
    ("finding", "expected"),
    [
        (kept("file.clear_space", measured=1.234, limit=1.0), ("1.23 X", "≥ 1 X")),
        (kept("file.prominence", measured=0.972, limit=0.08), ("−2.8 %", "± 8 %")),
        (kept("file.bytes", measured=31_000, limit=1_000_000), ("31 KB", "≤ 1 MB")),
        (kept("file.contrast", measured=4.28, limit=3), ("4.3 : 1", "≥ 3 : 1")),
        (kept("rule.order"), None),
        (kept("file.title", measured="a", limit="b"), None),
    ],
)
def test_figures(finding: Finding, expected: tuple[str, str] | None) -> None:
    found = figures(finding, "en")

    assert (found and tuple(text.replace("\u00a0", " ") for text in found)) == expected


def test_what_the_file_says_replaces_what_was_planned(tmp_path: Path) -> None:
    order = order_of("png")
    planned = (
        kept("rule.gap", "lockup", measured=2, limit=2),
        breach("rule.safe_zone", "lockup", measured=9, limit=0),
        kept("rule.order", "lockup"),
    )
    composition = replace(order.composition, findings=planned)
    written = export.write(composition, tmp_path / "card.png", "png", order.campaign)
    codes = [found.code for found in written.findings]

    assert "rule.gap" not in codes
    assert {"file.gap", "rule.safe_zone", "rule.order"} <= set(codes)
