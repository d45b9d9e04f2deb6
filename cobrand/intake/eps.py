"""Turns EPS into PDF by Ghostscript, where a person has it, shut in a folder of its own."""

from __future__ import annotations

import os
import re
import shutil
import struct
import subprocess
import tempfile
import time
from pathlib import Path

from cobrand.errors import LogoTooLarge, LogoUnreadable

try:
    import resource
except ImportError:  # Windows
    resource = None  # type: ignore[assignment]  # no module there

SECONDS = 6.0
LARGEST_PDF = 40_000_000
_NAMES = ("gs", "gswin64c", "gswin32c")
_WINDOWS_NEEDS = ("SYSTEMROOT",)
_BINARY = b"\xc5\xd0\xd3\xc6"
_OLD_ILLUSTRATOR = re.compile(
    rb"%!PS-Adobe-[\d.]+[ \t]*[\r\n].{0,2000}?Adobe Illustrator", re.DOTALL
)
_ILLUSTRATOR, _HEAD = b"Adobe Illustrator", 2_000
_OPTIONS = (
    "-q", "-P-", "-dSAFER", "-dBATCH", "-dNOPAUSE", "-dNOPLATFONTS", "-sFONTPATH=", "-dEPSCrop",
    "-sDEVICE=pdfwrite", "-dAutoRotatePages=/None", "-dAutoFilterColorImages=false",
    "-dAutoFilterGrayImages=false", "-dColorImageFilter=/FlateEncode",
    "-dGrayImageFilter=/FlateEncode", "-dDownsampleColorImages=false",
    "-dDownsampleGrayImages=false", "-dDownsampleMonoImages=false", "-sOutputFile=drawing.pdf",
    "drawing.eps",
)  # fmt: skip


def as_pdf(data: bytes, *, ours: bool = False) -> bytes:
    """Return the drawing as PDF; the program in it can reach no file and no other program.

    A file of `ours` is drawn without the limits that a process gets in a worker of one thread.
    """
    program = postscript(data)
    if _OLD_ILLUSTRATOR.match(program):
        raise LogoUnreadable("logo.ai-without-pdf")
    drawer = ghostscript()
    if drawer is None:
        raise LogoUnreadable("logo.eps-needs-ghostscript")
    with tempfile.TemporaryDirectory(prefix="cobrand-", ignore_cleanup_errors=True) as folder:
        return _converted(drawer, program, Path(folder), limited=not ours)


def postscript(data: bytes) -> bytes:
    """Return the PostScript of a file that may have a binary head and a preview picture."""
    if not data.startswith(_BINARY):
        return data
    if len(data) < 30:
        raise LogoUnreadable("logo.truncated", kind="eps")
    start, length = struct.unpack_from("<II", data, 4)
    if start + length > len(data):
        raise LogoUnreadable("logo.truncated", kind="eps")
    return data[start : start + length]


def _converted(drawer: Path, program: bytes, folder: Path, *, limited: bool) -> bytes:
    (folder / "drawing.eps").write_bytes(program)
    patience = _patience()
    try:
        done = subprocess.run(  # noqa: S603 - an absolute path, no shell, nothing of the person's in it
            [drawer, *_OPTIONS],
            cwd=folder,
            env=_environment(folder),
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            timeout=patience,
            check=False,
            preexec_fn=_limit if limited and os.name == "posix" else None,  # one thread is there
            creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
        )
    except subprocess.TimeoutExpired as error:
        raise LogoTooLarge("logo.too-slow", seconds=round(patience)) from error
    except OSError as error:
        raise LogoUnreadable("logo.eps-needs-ghostscript") from error
    made = folder / "drawing.pdf"
    if done.returncode != 0 or not made.is_file():
        old = _ILLUSTRATOR in program[:_HEAD]  # its own files lean on programs that are not in them
        raise LogoUnreadable("logo.ai-without-pdf" if old else "logo.damaged", kind="eps")
    if made.stat().st_size > LARGEST_PDF:
        raise LogoTooLarge("logo.too-large", limit=LARGEST_PDF // 1_000_000)
    return made.read_bytes()


def ghostscript() -> Path | None:
    """Return the first Ghostscript in the folders of PATH, never one of the working folder."""
    folders = os.environ.get("PATH", "").split(os.pathsep)
    for folder in (Path(each) for each in folders if each):
        for name in _NAMES if folder.is_absolute() else ():
            found = shutil.which(str(folder / name))
            if found:
                return Path(found)
    return None


def _environment(folder: Path) -> dict[str, str]:
    kept = {name: os.environ[name] for name in _WINDOWS_NEEDS if name in os.environ}
    return kept | dict.fromkeys(("TEMP", "TMP", "TMPDIR", "HOME"), str(folder))


def _patience() -> float:
    """Return the seconds Ghostscript may take, so that the worker outlives it and tidies up."""
    if resource is None:
        return SECONDS
    allowed, _ = resource.getrlimit(resource.RLIMIT_CPU)
    if allowed == resource.RLIM_INFINITY:
        return SECONDS
    return max(0.2, min(SECONDS, (allowed - time.process_time() - 2) * 0.6))


def _limit() -> None:
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    resource.setrlimit(resource.RLIMIT_FSIZE, (2 * LARGEST_PDF, 2 * LARGEST_PDF))
    seconds = int(SECONDS) + 1
    resource.setrlimit(resource.RLIMIT_CPU, (seconds, seconds))
