"""Turns an error that nobody foresaw into one sentence, and on request into a file of details."""

from __future__ import annotations

import platform
import traceback
from collections.abc import Mapping
from datetime import datetime
from pathlib import Path

import platformdirs

from cobrand import __version__
from cobrand.errors import CobrandError, PartMissing

SWITCH = "COBRAND_DEBUG"
_PACKAGES = {  # what a bare Debian or Ubuntu calls the libraries that may be missing
    "libEGL.so.1": "libegl1",
    "libGL.so.1": "libgl1",
    "libcairo.so.2": "libcairo2",
    "libdbus-1.so.3": "libdbus-1-3",
    "libfontconfig.so.1": "libfontconfig1",
    "libglib-2.0.so.0": "libglib2.0-0",
    "libxkbcommon.so.0": "libxkbcommon0",
}


def of(problem: Exception, environ: Mapping[str, str]) -> CobrandError:
    """Return what to say about an error; the details are kept where they were asked for."""
    if isinstance(problem, ImportError):
        return missing(problem)
    if isinstance(problem, MemoryError):
        return CobrandError("error.memory")
    kind = type(problem).__name__
    if not environ.get(SWITCH):
        return CobrandError("error.unforeseen", kind=kind, switch=f"{SWITCH}=1")
    try:
        return CobrandError("error.kept", kind=kind, file=str(_kept(problem)))
    except OSError:
        return CobrandError("error.unforeseen", kind=kind, switch=f"{SWITCH}=1")


def missing(problem: ImportError) -> PartMissing:
    """Return what to say about a library that this computer does not have."""
    part = next((name for name in _PACKAGES if name in str(problem)), "")
    if part:
        return PartMissing("part-missing.library", part=part, package=_PACKAGES[part])
    return PartMissing(part=problem.name or str(problem))


def _kept(problem: Exception) -> Path:
    folder = platformdirs.user_log_path("cobrand", appauthor=False, ensure_exists=True)
    file = folder / f"{datetime.now().astimezone():%Y-%m-%d-%H%M%S}.txt"
    head = f"cobrand {__version__}, Python {platform.python_version()}, {platform.platform()}\n\n"
    file.write_text(head + "".join(traceback.format_exception(problem)), encoding="utf-8")
    return file
