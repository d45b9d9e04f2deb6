"""The proof: numbers for machines, sentences for people, nothing that needs a network."""

from __future__ import annotations

import json
import re
from dataclasses import replace
from html.parser import HTMLParser
from pathlib import Path

import pytest

from cobrand.errors import DrawingFailed
from cobrand.export import html, proof, telling, writing
from cobrand.export.dossier import Dossier, LeftOut
from cobrand.export.figures import figures
from cobrand.export.given import Given
from cobrand.export.style import STYLE
from cobrand.export.written import Written
from cobrand.model.brief import Brief
from cobrand.model.colour import Colour, contrast
from cobrand.model.finding import Finding, breach, kept, note, warning
from cobrand.model.guest import Partner
from cobrand.model.override import Override
from tests.export.scenes import make_campaign, order_of

VOID = {"meta", "img", "br", "input"}


@pytest.fixture(scope="module")
def files(tmp_path_factory: pytest.TempPathFactory) -> tuple[Written, ...]:
    folder, order = tmp_path_factory.mktemp("kit"), order_of("png")
    composition = replace(order.composition, findings=(warning("mark.stand-in", "mark"),))
    return tuple(
        writing.write(composition, folder / f"card.{kind}", kind, order.campaign)
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
        (kept("rule.contrast.partner", measured=4.28, limit=3, name="Zug"), ("4.3 : 1", "≥ 3 : 1")),
        (kept("rule.eu_emblem", measured=1.01, limit=1), ("1.01 ×", "≥ 1 ×")),
        (kept("rule.busy_background", measured=3.14, limit=12), ("3.1 L*", "≤ 12 L*")),
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
        kept("rule.align", "lockup"),
        kept("rule.equal_prominence.partner", "logo", measured=1, limit=0.08, name="Zug"),
    )
    composition = replace(order.composition, findings=planned)
    written = writing.write(composition, tmp_path / "card.png", "png", order.campaign)
    codes = [found.code for found in written.findings]

    assert {"rule.gap", "rule.equal_prominence.partner"}.isdisjoint(codes)
    assert {"file.gap", "rule.safe_zone", "rule.align"} <= set(codes)


def worst(files: tuple[Written, ...]) -> tuple[Written, ...]:
    """The same files, the second with a broken rule."""
    broken = breach("file.clear_space", "lockup", measured=0.5, limit=1.0)
    return files[0], replace(files[1], findings=(*files[1].findings, broken))


def test_html_shows_the_worst_file_first(files: tuple[Written, ...]) -> None:
    said = [each for each in Outline(html.page(dossier(worst(files)))).said if "card." in each]
    order = [name for name in said if name.startswith("card.")]

    assert order.index("card.pdf") < order.index("card.png")


def test_html_tells_each_rule_with_its_number_limit_and_verdict(files: tuple[Written, ...]) -> None:
    page = html.page(dossier(worst(files))).decode()
    rows = re.findall(r'<tr class="(\w+)">(.*?)</tr>', page)
    plain = [(tone, re.sub(r"<i .*?</i>|<[^>]+>", "|", row).strip("|")) for tone, row in rows]
    cells = [(tone, [cell for cell in row.split("|") if cell]) for tone, row in plain]

    first = [cell.replace("\u00a0", " ") for cell in cells[0][1]]
    assert (cells[0][0], first) == ("bad", ["1", "Clear space", "0.5 X", "≥ 1 X", "Broken"])
    assert ("ok", ["15", "Drawing in the file", "0\u00a0%", "≤ 2\u00a0%", "Kept"]) in cells


def test_html_draws_boxes_over_each_picture_that_a_reader_can_take_away(
    files: tuple[Written, ...],
) -> None:
    page = html.page(dossier(files)).decode()
    pictures = re.findall(r"<svg viewBox.*?</svg>", page)
    over = [each for each in pictures if "o-ink" in each]

    assert len(over) == 2
    assert all('viewBox="0 0 1080 1080"' in each for each in over)
    assert [each.count('class="o-') for each in over] == [2, 2]  # all of a square is safe
    for kind in ("clear", "safe", "ink"):
        assert f'<input type="checkbox" id="show-{kind}" checked>' in page
        assert f"#show-{kind}:not(:checked)~.files .o-{kind}" in page


def test_the_boxes_are_where_the_marks_were_measured(files: tuple[Written, ...]) -> None:
    over, measured = files[0].overlay, files[0].measured
    assert over is not None
    assert measured.logo is not None
    assert measured.mark is not None

    assert set(over.inks) == {measured.logo, measured.mark}
    pair = measured.logo.union(measured.mark)
    assert over.clear is not None
    assert over.clear.width - pair.width == pytest.approx(measured.mark.height, abs=0.01)


def test_html_can_be_read_without_eyes_for_colour(files: tuple[Written, ...]) -> None:
    page = html.page(dossier(worst(files))).decode()
    images = re.findall(r"<img [^>]*>", page)

    assert all('alt="Riverbank &amp; #weareALE. Global voice"' in each for each in images)
    assert page.count("<table") == page.count("<caption>") == 4
    assert page.count("<h1>") == 1
    assert page.count('<th scope="row">') > 20
    assert all(row.removesuffix("</td>").endswith(("Broken", "Kept", "To look at", "To know"))
               for row in re.findall(r'<tr class="\w+">(.*?)</tr>', page))  # fmt: skip


def test_words_of_the_page_stand_off_their_grounds() -> None:
    tones = dict(re.findall(r"--(\w+):(#[0-9a-f]{3,6})", STYLE))
    colours = {name: Colour.parse(_six(value)) for name, value in tones.items()}
    pairs = [("ink", each) for each in ("paper", "sunk", "warns", "bads", "notes", "oks")]
    pairs += [("soft", "paper"), ("soft", "sunk"), ("soft", "warns"), ("soft", "bads")]
    pairs += [("ok", "oks"), ("warn", "warns"), ("bad", "bads")]
    pairs += [("paper", each) for each in ("ok", "warn", "bad", "note")]

    faint = {pair for pair in pairs if contrast(*(colours[each] for each in pair)) < 4.5}
    assert faint == set()


def _six(value: str) -> str:
    return value if len(value) == 7 else "#" + "".join(2 * digit for digit in value[1:])


def test_html_of_very_many_files_stays_small(files: tuple[Written, ...]) -> None:
    many = tuple(replace(files[0], path=Path(f"card-{n}.png")) for n in range(1000))
    page = html.page(dossier((*many, worst(files)[1]))).decode()

    assert page.count("<article") == html.MOST_SHOWN
    assert page.index("card.pdf") < page.index("card-0.png")
    assert all(f'id="file-{place}"' in page for place in range(1001))
    assert len(page) < 3_000_000


def test_html_says_who_made_it_and_with_what(files: tuple[Written, ...]) -> None:
    given = dossier(files, by="Anna <Berg>")
    page = html.page(given).decode()

    assert "Anna &lt;Berg&gt;" in page
    assert "d1ce" * 16 in page
    assert '<bdi dir="ltr">logo.svg</bdi>' in page
    assert "/home/anna" not in page
    assert "not recorded" in page


def test_html_shows_why_a_broken_rule_was_let_stand(files: tuple[Written, ...]) -> None:
    reasons = (Override("rule.clear_space", "The board wants it", "Anna"),)
    page = html.page(dossier(worst(files), overrides=reasons)).decode()

    assert page.count("Let stand by Anna, because: The board wants it") == 2
    assert "Broken, let stand</td>" in page


def test_a_running_head_cannot_end_the_style_sheet(files: tuple[Written, ...]) -> None:
    evil = dossier(files, brief=Brief(name='"}</style><script>alert(1)</script>'))
    page = html.page(evil).decode()

    assert "<script" not in page
    assert page.count("</style>") == 1


def test_a_rule_of_a_partner_s_logo_names_the_partner(files: tuple[Written, ...]) -> None:
    partners = (Partner("alba.svg", "Alba"), Partner("zug.svg", "Zug"))
    shown = replace(
        files[0],
        brief=replace(files[0].brief, partners=partners),
        findings=(
            kept("rule.equal_prominence", "logo", measured=1.0, limit=0.08),
            kept("rule.equal_prominence.partner", "logo-2", measured=1.0, limit=0.08, name="Alba"),
            kept("file.contrast", "logo-3", measured=5.0, limit=3.0),
        ),
    )
    titles = {line.title for line in telling.lines(shown, dossier((shown,)))}

    assert titles == {
        "Equal prominence",
        "Equal prominence · \u2068Alba\u2069",
        "Contrast of a partner's logo · \u2068Zug\u2069",
    }


def test_what_is_so_for_several_marks_is_said_once(files: tuple[Written, ...]) -> None:
    missing = [note("rule.permission", mark=name, by="", date="") for name in ("Alba", "Zug")]
    shown = replace(files[0], findings=tuple(missing))

    assert [each.title for each in telling.remarks(shown, dossier((shown,)))] == ["Permission"]


@pytest.mark.parametrize(
    ("language", "rule", "file"),
    [
        ("en", "Kept", "Rules kept"),
        ("fr", "Respectée", "Règles respectées"),
        ("es", "Se cumple", "Reglas cumplidas"),
        ("ar", "روعيت", "القواعد مُراعاة"),
    ],
)
def test_a_verdict_agrees_with_what_it_is_about(language: str, rule: str, file: str) -> None:
    assert telling.verdict_words("ok", language) == rule
    assert telling.file_words("ok", language) == file
