"""Turns any bytes into a Logo or into a LogoError with a code."""

from __future__ import annotations

import hashlib
import math

from cobrand.errors import CobrandError, LogoError, LogoTooLarge, LogoUnreadable
from cobrand.intake import doctor, picture, sniff, svg, vector
from cobrand.model.care import USUAL, Care
from cobrand.model.logo import Logo

LARGEST_FILE = 40_000_000


def read(data: bytes, *, name: str = "", care: Care = USUAL) -> Logo:
    """Read a logo in this process; the kind is told by the bytes, never by the name.

    `care` says which page is meant and what is mended.
    """
    if len(data) > LARGEST_FILE:
        raise LogoTooLarge("logo.too-large", limit=LARGEST_FILE // 1_000_000)
    kind = sniff.readable(data)
    digest = hashlib.sha256(data).hexdigest()
    try:
        return doctor.examined(_read(data, kind, digest, care), care)
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


def _read(data: bytes, kind: str, digest: str, care: Care) -> Logo:
    if kind == "svgz":
        data = svg.unpack(data)
        if sniff.kind(data) != "svg":
            raise LogoUnreadable("logo.unreadable")
        return vector.read(data, "svgz", digest, care)
    if kind == "svg":
        return vector.read(data, "svg", digest, care)
    return picture.read(data, kind, digest, care)
