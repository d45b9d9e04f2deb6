"""Turns a brief and the logos read for it into the facts of their files: whose, which bytes."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass

from cobrand.model.bitmap import Bitmap
from cobrand.model.brief import Brief
from cobrand.model.campaign import Variant
from cobrand.model.guest import Guests, Partner
from cobrand.model.logo import Art, Logo, SvgArt


@dataclass(frozen=True, slots=True)
class Given:
    """One file that a card was made with.

    `role` is what it is for: `logo`, `partner`, `eu`, `sdg` or `photo`. `file` is its path as the
    brief has it, `sha256` that of its bytes (empty for a photograph, of which only pixels are
    kept), `artwork` that of what was made of it: the normalised drawing, or the pixels.
    """

    role: str
    organisation: str
    file: str
    kind: str
    sha256: str
    artwork: str
    variant: Variant = "colour"


def given(brief: Brief, logo: Logo, guests: Guests) -> tuple[Given, ...]:
    """Return the facts of every file of a brief; what was not read is left out."""
    return tuple(_given(brief, logo, guests))


def _given(brief: Brief, logo: Logo, guests: Guests) -> Iterator[Given]:
    yield from _organisation("logo", brief, logo)
    for partner, read in zip(brief.partners, guests.partners, strict=False):
        yield from _organisation("partner", partner, read)
    for companion, read in zip(brief.companions, guests.companions, strict=False):
        yield _fact(companion.kind, "", companion.logo, read)
    if brief.photo is not None and guests.photo is not None:
        pixels = _pixels(guests.photo)
        yield Given("photo", "", brief.photo.file, "picture", "", pixels)


def _organisation(role: str, source: Brief | Partner, logo: Logo) -> Iterator[Given]:
    yield _fact(role, source.name, source.logo, logo)
    files = {"reversed": source.reversed, "mono": source.mono}
    for variant, drawing in logo.variants:
        yield _fact(role, source.name, files.get(variant, ""), drawing, variant)


def _fact(
    role: str, organisation: str, file: str, logo: Logo, variant: Variant = "colour"
) -> Given:
    return Given(role, organisation, file, logo.kind, logo.digest, _artwork(logo.art), variant)


def _artwork(art: Art) -> str:
    if isinstance(art, SvgArt):
        page = f"{art.page.width:g} {art.page.height:g}\n"
        return hashlib.sha256((page + art.body).encode()).hexdigest()
    return _pixels(art.bitmap)


def _pixels(bitmap: Bitmap) -> str:
    size = f"{bitmap.width} {bitmap.height}\n".encode()
    return hashlib.sha256(size + bitmap.data).hexdigest()
