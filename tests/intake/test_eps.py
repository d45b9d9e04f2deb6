"""EPS is read by Ghostscript where there is one, shut in, and else says what to do."""

from __future__ import annotations

import json
import os
import struct
import sys
import tempfile
from pathlib import Path

import pytest

from cobrand.errors import LogoError, LogoTooLarge
from cobrand.intake import eps
from cobrand.intake.door import read
from tests.intake.files import data, near
from tests.intake.pdf.pdfs import SQUARE, pdf

HEAD = b"%!PS-Adobe-3.0 EPSF-3.0\n%%BoundingBox: 0 0 100 200\n%%EndComments\n"
DRAWN = b"1 0 0 setrgbcolor 20 30 40 50 rectfill\n"
PLAIN = HEAD + DRAWN + b"showpage\n"


@pytest.fixture(autouse=True)
def patient(monkeypatch: pytest.MonkeyPatch) -> None:
    """Wait as long as a busy computer needs."""
    monkeypatch.setattr(eps, "SECONDS", 60.0)


real = pytest.mark.skipif(eps.ghostscript() is None, reason="Ghostscript is not on this computer")
posix = pytest.mark.skipif(os.name != "posix", reason="a program made of a script")


def binary(program: bytes) -> bytes:
    """Return a program behind a head for DOS, with a preview picture after it."""
    head = struct.pack("<4sIIIIIIH", b"\xc5\xd0\xd3\xc6", 30, len(program), 0, 0,
                       30 + len(program), 8, 0xFFFF)  # fmt: skip
    return head + program + b"II*\0\0\0\0\0"


def stand_in(folder: Path, body: str) -> Path:
    """Put a program called gs into a folder."""
    program = folder / "gs"
    program.write_text(f"#!{sys.executable}\nimport json, os, pathlib, sys, time\n{body}\n")
    program.chmod(0o755)
    return program


def code(eps_data: bytes) -> str:
    with pytest.raises(LogoError) as caught:
        read(eps_data)
    return caught.value.code


@pytest.mark.parametrize("eps_data", [PLAIN, binary(PLAIN), data("really-postscript.png")])
def test_without_ghostscript_it_says_what_to_do(
    monkeypatch: pytest.MonkeyPatch, eps_data: bytes
) -> None:
    monkeypatch.setenv("PATH", "")

    assert code(eps_data) == "logo.eps-needs-ghostscript"


@posix
def test_a_program_of_the_working_folder_is_never_run(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    stand_in(tmp_path, "pathlib.Path('ran').touch()")
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("PATH", f".{os.pathsep}{os.pathsep}bin")

    assert code(PLAIN) == "logo.eps-needs-ghostscript"
    assert not (tmp_path / "ran").exists()


@posix
def test_how_ghostscript_is_asked(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    made, seen = tmp_path / "made.pdf", tmp_path / "seen"
    made.write_bytes(pdf(SQUARE))
    stand_in(
        tmp_path,
        f"pathlib.Path({str(seen)!r}).write_text(json.dumps([sys.argv[1:], sorted(os.environ), "
        "os.getcwd(), os.listdir()]))\n"
        f"pathlib.Path('drawing.pdf').write_bytes(pathlib.Path({str(made)!r}).read_bytes())",
    )
    monkeypatch.setenv("PATH", str(tmp_path))
    monkeypatch.setenv("GS_OPTIONS", "-dNOSAFER")

    logo = read(PLAIN)

    asked, environment, folder, files = json.loads(seen.read_text())
    assert (logo.kind, logo.vector) == ("eps", True)
    assert {"-dSAFER", "-dBATCH", "-dNOPAUSE", "-dEPSCrop", "-dNOPLATFONTS"} <= set(asked)
    assert "GS_OPTIONS" not in environment
    assert files == ["drawing.eps"]
    assert Path(folder).parent == Path(tempfile.gettempdir()).resolve()
    assert not Path(folder).exists()


@posix
@pytest.mark.parametrize(
    ("body", "patience", "expected"),
    [
        ("sys.exit(1)", 60, "logo.damaged"),
        ("pass", 60, "logo.damaged"),
        ("pathlib.Path('drawing.pdf').write_bytes(b'%PDF-1.7')", 60, "logo.truncated"),
        ("time.sleep(60)", 0.5, "logo.too-slow"),
        (
            "file = open('drawing.pdf', 'wb')\nfile.truncate(41_000_000)\nfile.close()",
            60,
            "logo.too-large",
        ),
    ],
)
def test_whatever_ghostscript_does_is_a_sentence(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, body: str, patience: float, expected: str
) -> None:
    stand_in(tmp_path, body)
    monkeypatch.setenv("PATH", str(tmp_path))
    monkeypatch.setattr(eps, "SECONDS", patience)

    assert code(PLAIN) == expected


def test_the_program_behind_a_binary_head() -> None:
    assert eps.postscript(binary(PLAIN)) == PLAIN


@pytest.mark.parametrize("length", [4, 20, 60])
def test_a_binary_head_that_promises_more_than_there_is(length: int) -> None:
    assert code(binary(PLAIN)[:length]) == "logo.truncated"


@pytest.mark.parametrize("line", [b"\n", b"\r", b" \r\n"])
def test_files_of_old_illustrators(line: bytes) -> None:
    old = b"%!PS-Adobe-3.0" + line + b"%%Creator: Adobe Illustrator(R) 24.0" + line

    assert code(old + b"%%AI8_CreatorVersion: 24") == "logo.ai-without-pdf"


@real
@pytest.mark.parametrize("eps_data", [PLAIN, binary(PLAIN), HEAD + DRAWN])
def test_outlines_stay_outlines(eps_data: bytes) -> None:
    logo = read(eps_data)

    assert (logo.kind, logo.vector) == ("eps", True)
    assert near(logo.ink, 26.7, 160, 80, 226.7, by=0.5)


@real
@pytest.mark.parametrize("eps_data", [HEAD + b"foo bar", HEAD + DRAWN + b"(abc"])
def test_a_damaged_program(eps_data: bytes) -> None:
    assert code(eps_data) == "logo.damaged"


@real
@pytest.mark.parametrize(
    "deed",
    [
        b"(%(there)s) (r) file pop",
        b"(../../../../../../../..%(there)s) (r) file pop",
        b"(%(there)s) run",
        b"(%(there)s) deletefile",
        b"(%(there)s) (%(there)s.2) renamefile",
        b"(%(there)s.2) (w) file closefile",
        b"(%%pipe%%touch %(there)s.2) (w) file closefile",
        b"(%%pipe%%cat %(there)s) (r) file pop",
        b"systemdict /SAFER false .forceput (%(there)s) (r) file pop",
        b"false (%(there)s*) { pop pop true } 200 string filenameforall not { stop } if",
        b"(%(there)s) status not { stop } if",
    ],
)
def test_a_program_reaches_nothing(tmp_path: Path, deed: bytes) -> None:
    there = tmp_path / "canary"
    there.write_text("{ } pop")
    said = deed % {b"there": str(there).encode()}

    logo = read(
        HEAD + DRAWN + b"{ " + said + b" } stopped { 0 0 1 } { 0 1 0 } ifelse setrgbcolor "
        b"70 100 20 20 rectfill showpage\n"
    )

    assert {colour.hex for colour, _ in logo.traits.palette} == {"#FF0000", "#0000FF"}
    assert [each.name for each in tmp_path.iterdir()] == ["canary"]


@real
def test_an_endless_program_is_stopped(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(eps, "SECONDS", 0.5)

    with pytest.raises(LogoTooLarge) as caught:
        read(HEAD + b"{ } loop")

    assert caught.value.code == "logo.too-slow"
