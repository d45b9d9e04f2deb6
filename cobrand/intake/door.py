"""Turns any bytes into a Logo or into a LogoError with a code."""

from __future__ import annotations

import hashlib
import math
from dataclasses import replace
from importlib import import_module
from types import ModuleType

from cobrand.errors import CobrandError, LogoError, LogoTooLarge, LogoUnreadable
from cobrand.intake import doctor, drawing, picture, size, sniff
from cobrand.intake.drawing import svg
from cobrand.model.care import USUAL, Care
from cobrand.model.finding import Value, note
from cobrand.model.logo import Logo
from cobrand.model.text import Typesetter

LONGEST_TOLD = 120


def read(
    data: bytes, *, name: str = "", care: Care = USUAL, typesetter: Typesetter | None = None
) -> Logo:
    """Read a logo in this process; the kind is told by the bytes, never by the name.

    `care` says which page is meant and what is mended. `typesetter` turns live text into outlines;
    without one it stays text, which the vector press does not draw.
    """
    size.check(len(data))
    kind = sniff.readable(data)
    digest = hashlib.sha256(data).hexdigest()
    try:
        return _brief(doctor.examined(_read(data, kind, digest, care, typesetter), care))
    except LogoError:
        raise
    except RecursionError as error:
        raise LogoTooLarge("logo.too-complex") from error
    except MemoryError as error:
        raise LogoTooLarge("logo.too-much-memory") from error
    except CobrandError as error:
        raise LogoUnreadable("logo.drawing-refused") from error


def ppi(logo: Logo, width: float) -> float:
    """Return the pixels per inch of a mark whose ink is set `width` px (96 to the inch) wide."""
    return math.inf if logo.vector else logo.ink.width / width * 96


def _brief(logo: Logo) -> Logo:
    """Keep short what a finding repeats from the file: names of fonts, of colour profiles."""
    findings = tuple(
        replace(each, values=tuple((name, _told(value)) for name, value in each.values))
        for each in logo.findings
    )
    return replace(logo, findings=findings)


def _told(value: Value) -> Value:
    if not isinstance(value, str):
        return value
    plain = "".join(letter if letter.isprintable() else " " for letter in value).strip()
    return plain if len(plain) <= LONGEST_TOLD else plain[: LONGEST_TOLD - 1] + "…"


def _read(data: bytes, kind: str, digest: str, care: Care, typesetter: Typesetter | None) -> Logo:
    if kind == "svgz":
        data = svg.unpack(data)
        if sniff.kind(data) != "svg":
            raise LogoUnreadable("logo.unreadable")
        return drawing.read(data, "svgz", digest, care, typesetter)
    if kind == "svg":
        return drawing.read(data, "svg", digest, care, typesetter)
    if kind == "pdf":
        return _pdf(data, digest, care)
    if kind == "eps":
        return replace(_pdf(_room("eps").as_pdf(data), digest, care), kind="eps")
    if kind in sniff.DOCUMENTS:
        return _inside(data, kind, digest, care, typesetter)
    return picture.read(data, kind, digest, care)


def _pdf(data: bytes, digest: str, care: Care) -> Logo:
    logo: Logo = _room("pdf").read(data, digest, care)
    return logo


def _room(name: str) -> ModuleType:
    """Load what reads a rare kind when the first comes: most readers never meet one."""
    return import_module(f"cobrand.intake.{name}")


def _inside(data: bytes, kind: str, digest: str, care: Care, typesetter: Typesetter | None) -> Logo:
    """Read the picture that a document holds; a document in a document is not opened."""
    office = _room("office")
    found = office.find(data, kind)
    inner = sniff.kind(found.data)
    if inner not in sniff.READ - sniff.DOCUMENTS:
        raise LogoUnreadable("logo.picture-not-read", kind=inner or "unknown")
    cropped = office.cropped(found, inner)
    logo = _read(cropped, sniff.kind(cropped), digest, replace(care, page=1), typesetter)
    where = note("logo.found-inside", place=found.place, kind=kind)
    return replace(logo, kind=kind, findings=(where, *logo.findings))
