"""Turns pictures of any colour space into sRGB with straight alpha."""

from __future__ import annotations

import io

import numpy as np
from PIL import Image, ImageCms

_SPACES = {"RGB ": "RGB", "GRAY": "L", "CMYK": "CMYK"}


def to_srgb(picture: Image.Image) -> tuple[Image.Image, str]:
    """Return an 8-bit picture as RGBA in sRGB, and the name of the profile that was obeyed."""
    profile = _profile(picture)
    if profile is None:
        return _plain(picture), ""
    name = (ImageCms.getProfileDescription(profile) or "?").strip()
    if "sRGB" in name and picture.mode != "CMYK":
        return _plain(picture), name
    return _converted(picture, profile, name)


def _converted(
    picture: Image.Image, profile: ImageCms.ImageCmsProfile, name: str
) -> tuple[Image.Image, str]:
    space = _SPACES.get(profile.profile.xcolor_space, "")
    whole = picture if picture.mode == "CMYK" else picture.convert("RGBA")
    flat = whole if whole.mode == "CMYK" else whole.convert("RGB")
    if space == "L":
        flat = flat.convert("L")
    if (
        space != flat.mode
    ):  # a profile of another kind of picture: what it says is not about this one
        return _plain(whole), ""
    try:
        shown = ImageCms.profileToProfile(
            flat, profile, ImageCms.createProfile("sRGB"), outputMode="RGB"
        )
    except ImageCms.PyCMSError:
        return _plain(whole), ""
    if shown is None:
        return _plain(whole), ""
    if whole.mode == "RGBA":
        shown.putalpha(whole.getchannel("A"))
    return shown.convert("RGBA"), name


def _profile(picture: Image.Image) -> ImageCms.ImageCmsProfile | None:
    raw = picture.info.get("icc_profile")
    if not raw:
        return None
    try:
        return ImageCms.ImageCmsProfile(io.BytesIO(raw))
    except (OSError, ImageCms.PyCMSError):
        return None


def eight_bit(picture: Image.Image) -> Image.Image:
    """Bring 16-bit grey down by division: Pillow would clip it to white."""
    if not picture.mode.startswith("I"):
        return picture
    values = np.asarray(picture).clip(0, 65535).astype(np.uint16)
    table = ((np.arange(65536, dtype=np.uint32) + 128) // 257).astype(np.uint8)
    grey = Image.fromarray(table[values], "L")
    clear = picture.info.get("transparency")
    if not isinstance(clear, int):
        return grey
    shown = grey.convert("LA")
    shown.putalpha(Image.fromarray(np.where(values == clear, 0, 255).astype(np.uint8), "L"))
    return shown


def _plain(picture: Image.Image) -> Image.Image:
    """Convert without a profile: the plain formula for CMYK."""
    if picture.mode == "RGBA":
        return picture
    return (picture.convert("RGB") if picture.mode == "CMYK" else picture).convert("RGBA")
