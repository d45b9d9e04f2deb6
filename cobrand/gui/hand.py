"""Reads every file of a brief at once: the logo, its guests, a small picture of the photograph."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtGui import QImage

from cobrand.gui.images import image
from cobrand.gui.ports import Maker
from cobrand.model.bitmap import Bitmap
from cobrand.model.brief import Brief
from cobrand.model.care import Care
from cobrand.model.guest import ALONE, Guests, Partner
from cobrand.model.logo import Logo

_SIDE = 900  # px; more than a panel shows of a photograph on the finest screen

Files = tuple[str, Care, str, str]
Source = tuple[tuple[Files, ...], tuple[str, ...], str]


@dataclass(frozen=True, slots=True)
class Hand:
    """What was read for a brief; `digest` is another one as soon as one of the files is.

    `photo` is the photograph for the window, small.
    """

    logo: Logo
    guests: Guests = ALONE
    digest: str = ""
    photo: QImage | None = None


def source(brief: Brief) -> Source:
    """Return which files a brief's marks come from, and how they are read."""
    companions = tuple(each.logo for each in brief.companions)
    photo = brief.photo.file if brief.photo else ""
    organisations = (_files(brief), *(_files(each) for each in brief.partners))
    return organisations, companions, photo


def read(maker: Maker, brief: Brief) -> Hand:
    """Read a brief's files, in the thread that calls; LogoError says what is wrong with one."""
    logo, guests = maker.logo(brief), maker.guests(brief)
    photo = guests.photo
    return Hand(logo, guests, _digest(logo, guests), _small(photo) if photo else None)


def _files(given: Brief | Partner) -> Files:
    return given.logo, given.care, given.reversed, given.mono


def _digest(logo: Logo, guests: Guests) -> str:
    marks = (logo, *guests.partners, *guests.companions)
    parts = [each.digest for each in marks]
    if guests.photo:
        parts.append(hashlib.sha256(guests.photo.data).hexdigest())
    return " ".join(parts)


def _small(photo: Bitmap) -> QImage:
    """Return the photograph as it is shown in a panel: what takes long is done here."""
    whole = image(photo)
    if max(whole.width(), whole.height()) <= _SIDE:
        return whole
    keep, smooth = Qt.AspectRatioMode.KeepAspectRatio, Qt.TransformationMode.SmoothTransformation
    return whole.scaled(_SIDE, _SIDE, keep, smooth)
