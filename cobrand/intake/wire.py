"""Turns logos, photographs and errors into messages between a program and its reader, and back."""

from __future__ import annotations

import io
import pickle
import struct
import sys
from pathlib import Path
from typing import Any, BinaryIO

from cobrand.errors import CobrandError
from cobrand.model.bitmap import Bitmap
from cobrand.model.care import Care
from cobrand.model.geometry import Box
from cobrand.model.logo import BitmapArt, Logo, SvgArt, Traits

LENGTH = struct.Struct(">Q")
LARGEST_ANSWER = 256_000_000
"""Bytes: the largest picture that is kept has 64 million, a drawing's markup fewer."""
Request = tuple[Path | None, bytes, Care | None, float]
"""A path, or bytes; how a logo is read, or nothing for a photograph; the seconds it may take."""
Answer = Logo | Bitmap | CobrandError


def send(stream: BinaryIO, message: bytes) -> None:
    """Write one message."""
    stream.write(LENGTH.pack(len(message)))
    stream.write(message)
    stream.flush()


def receive(stream: BinaryIO, most: int = sys.maxsize) -> bytes | None:
    """Read one message, or None when the other side is gone or wants to send more than `most`."""
    head = stream.read(LENGTH.size)
    if len(head) < LENGTH.size:
        return None
    (length,) = LENGTH.unpack(head)
    if length > most:
        return None
    message = stream.read(length)
    return message if len(message) == length else None


def packed(answer: Answer) -> bytes:
    """Return an answer as it goes through the pipe."""
    whole = io.BytesIO()
    pickler = pickle.Pickler(whole, pickle.HIGHEST_PROTOCOL)
    pickler.dispatch_table = {}  # not what libraries teach all of Python: Dask's wraps all errors
    pickler.dump(answer)
    return whole.getvalue()


def unpickled(message: bytes) -> Answer:
    """Return an answer, from which nothing but the model's own records can come."""
    answer = _Unpickler(io.BytesIO(message)).load()
    if isinstance(answer, Logo) and _sound(answer):
        return answer
    if isinstance(answer, CobrandError) or (isinstance(answer, Bitmap) and _whole(answer)):
        return answer
    raise pickle.UnpicklingError


def _sound(logo: Logo) -> bool:
    """Say whether a logo is made of what it should be, and its pictures hold what they say.

    What was unpickled may have anything anywhere, whatever the types say.
    """
    art: object = logo.art
    parts: tuple[tuple[object, type], ...] = (
        (logo.ink, Box),
        (logo.traits, Traits),
        (logo.findings, tuple),
    )
    drawn = isinstance(art, SvgArt) or (isinstance(art, BitmapArt) and _whole(art.bitmap))
    return drawn and _whole(logo.sample) and all(isinstance(*part) for part in parts)


def _whole(picture: object) -> bool:
    return (
        isinstance(picture, Bitmap)
        and min(picture.width, picture.height) > 0
        and len(picture.data) == 4 * picture.width * picture.height
    )


class _Unpickler(pickle.Unpickler):
    """Builds what a logo or an error is made of, and nothing that those modules import."""

    def find_class(self, module: str, name: str) -> Any:
        known = module.startswith("cobrand.model.") or module == "cobrand.errors"
        if known and "." not in name:  # a dotted name would walk on into other modules
            found = super().find_class(module, name)
            if getattr(found, "__module__", "") == module:
                return found
        raise pickle.UnpicklingError(module, name)
