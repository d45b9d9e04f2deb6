"""Nothing in a logo reaches out, is carried out, or comes through into what is made of it."""

from __future__ import annotations

import io
import json
import selectors
import socket
import subprocess
import sys
import zipfile
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from pypdf import PdfReader

from cobrand import kit
from cobrand.engine import Engine
from cobrand.errors import LogoError
from cobrand.intake.door import read
from cobrand.intake.drawing.svg import document
from cobrand.intake.reader import Reader
from cobrand.library import Library
from cobrand.messages.tables import SENTENCES
from cobrand.model.brief import Brief
from cobrand.model.geometry import Box
from cobrand.model.limits import ORDINARY
from cobrand.model.logo import SvgArt
from cobrand.typeset.setter import QtTypesetter
from tests.intake.files import FILES
from tests.intake.harm import canaries, scan
from tests.intake.harm.canaries import WORD, Cage

ROOT = FILES.parents[2]
Found = list[dict[str, str]]


@pytest.fixture(scope="module")
def cage(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Cage]:
    """A port that nobody may knock at, and files that nobody may read."""
    with socket.create_server(("127.0.0.1", 0)) as listening:
        made = Cage(listening.getsockname()[1], tmp_path_factory.mktemp("cage"))
        made.fill()
        yield made
        with selectors.DefaultSelector() as waiting:
            waiting.register(listening, selectors.EVENT_READ)
            assert waiting.select(0) == [], "somebody knocked"


@pytest.fixture(scope="module")
def heard(cage: Cage) -> dict[str, Found]:
    """What came of reading them all in a process that listens to itself."""
    command = [sys.executable, "-m", "tests.intake.harm.audited", str(cage.port), str(cage.folder)]
    done = subprocess.run(command, cwd=ROOT, check=True, capture_output=True)  # noqa: S603 - this Python
    return json.loads(done.stdout)  # type: ignore[no-any-return]


@pytest.fixture(scope="module")
def bodies(heard: dict[str, Found]) -> dict[str, str]:
    return {each["name"]: each["body"] for each in heard["found"] if each.get("body")}


def test_there_are_many_ways_out(heard: dict[str, Found]) -> None:
    assert len(heard["found"]) > 150


def test_nothing_is_opened_and_nobody_is_called(heard: dict[str, Found]) -> None:
    # the program's own code is loaded when first used; the press takes pictures out of data:
    places = (sys.prefix, sys.base_prefix, ROOT / "cobrand")
    known = [f"{how} {place}" for how in ("open", "os.listdir") for place in places]
    known.append("urllib.Request data:image/")
    strange = [event for event in heard["events"] if not str(event).startswith(tuple(known))]

    assert strange == []


def test_every_outcome_is_a_drawing_or_a_sentence(heard: dict[str, Found]) -> None:
    codes = {each["code"] for each in heard["found"] if "code" in each}

    assert codes <= SENTENCES.keys()


def test_no_drawing_acts_or_names_what_is_outside(bodies: dict[str, str]) -> None:
    page = Box(0, 0, 9, 9)
    harm = {name: scan.harm(document(body, page)) for name, body in bodies.items()}

    assert len(harm) > 120
    assert {name: found for name, found in harm.items() if found} == {}


def test_the_scan_finds_what_it_looks_for(cage: Cage) -> None:
    blind = []
    for name in canaries.bodies(""):
        text = canaries.written(name, cage.addresses[0])
        quiet = any(word in name for word in ("picture", "photograph", "WebP", "text", "words"))
        if not quiet and not scan.harm(text):
            blind.append(name)

    assert blind == []


def test_no_picture_inside_a_drawing_says_a_word(bodies: dict[str, str]) -> None:
    inside = [picture for body in bodies.values() for picture in scan.pictures(body)]

    assert len(inside) > 5
    assert [each for each in inside if WORD.encode() in each or b"<" + b"svg" in each] == []


def test_no_finding_repeats_an_address(heard: dict[str, Found]) -> None:
    repeating = [each for each in heard["found"] if "127.0.0.1" in each["values"]]

    assert repeating == []


@pytest.fixture(scope="module")
def made(
    cage: Cage, typesetter: QtTypesetter, tmp_path_factory: pytest.TempPathFactory
) -> dict[str, bytes]:
    """Files of every kind, made from one logo that tries everything."""
    logo = cage.folder / "logo.svg"
    logo.write_bytes(canaries.everything(cage))
    library = Library.shipped()
    brief = Brief(name="Bridges", logo=str(logo))
    jobs = kit.plan(library, brief, formats=["lockup", "letterhead_a4"])
    target = tmp_path_factory.mktemp("made") / "kit"
    with Reader(replace(ORDINARY, seconds=60)) as reader:
        engine = Engine(library, typesetter, reader.read)
        kit.make(engine, brief, engine.load(logo), target, jobs=jobs)
    return {
        f"{file.name}/{name}": data
        for file in target.iterdir()
        for name, data in _inside(file.read_bytes())
    }


def _inside(data: bytes) -> Iterator[tuple[str, bytes]]:
    """Yield a file, and what is packed in it."""
    yield "", data
    if data.startswith(b"PK"):
        with zipfile.ZipFile(io.BytesIO(data)) as book:
            yield from ((name, book.read(name)) for name in book.namelist())
    if data.startswith(b"%PDF"):
        pdf = PdfReader(io.BytesIO(data))
        for number in range(1, len(pdf.xref[0]) + 1):
            each = pdf.get_object(number)
            yield str(number), each.get_data() if hasattr(each, "get_data") else repr(each).encode()


def test_no_file_holds_an_address_of_the_logo(made: dict[str, bytes], cage: Cage) -> None:
    marks = [b"127.0.0.1", b"javascript:", cage.folder.name.encode() + b"/" + WORD.encode(),
             f"{WORD} content".encode(), f"id='{WORD}'".encode()]  # fmt: skip
    leaking = [name for name, data in made.items() if any(mark in data for mark in marks)]

    assert {Path(name).parts[0].rpartition(".")[2] for name in made} >= {
        "svg", "png", "pdf", "docx", "html", "json",
    }  # fmt: skip
    assert leaking == []


def test_no_pdf_asks_for_anything_to_be_done(made: dict[str, bytes]) -> None:
    deeds = (b"/JavaScript", b"/JS", b"/Launch", b"/GoToR", b"/EmbeddedFile", b"/OpenAction",
             b"/SubmitForm", b"/URI")  # fmt: skip
    pages = {name: data for name, data in made.items() if ".pdf/" in name}

    assert pages
    assert [name for name, data in pages.items() if any(deed in data for deed in deeds)] == []


def test_no_letter_points_outside(made: dict[str, bytes]) -> None:
    links = {name: data for name, data in made.items() if name.endswith(".rels")}

    assert links
    assert [name for name, data in links.items() if b"External" in data] == []


def test_the_drawing_that_is_handed_on_is_harmless(made: dict[str, bytes]) -> None:
    drawings = [data.decode() for name, data in made.items() if name.endswith(".svg/")]

    assert len(drawings) == 1
    assert scan.harm(drawings[0]) == []


@pytest.mark.parametrize("kind", ["png", "jpeg", "webp"])
def test_a_picture_that_talks_is_silent_in_the_file(kind: str, cage: Cage) -> None:
    words = {"png": canaries.talkative, "jpeg": canaries.photograph, "webp": canaries.webp}
    with Reader() as reader:
        logo = reader.read_bytes(words[kind](cage.addresses[0]))

    assert WORD not in repr(logo.findings)
    assert not isinstance(logo.art, SvgArt)
    assert WORD.encode() not in logo.art.bitmap.data


def test_a_fonts_name_is_told_in_brief() -> None:
    fonts = "".join(f'<text font-family="{letter * 900}&#10;&#x202e;">a</text>' for letter in "abc")
    text = f"{canaries.HEAD}{fonts}{canaries.ELEMENT}</svg>"

    said = [finding for finding in read(text.encode()).findings if "fonts" in finding.named]

    assert len(str(said[0].named["fonts"])) <= 200
    assert str(said[0].named["fonts"]).isprintable()


def test_a_logo_error_is_brief_too() -> None:
    with pytest.raises(LogoError) as caught:
        read(b"<svg " + b"x" * 90_000)

    assert len(repr(caught.value.values)) < 200
