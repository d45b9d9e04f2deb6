"""Reads logos and photographs in a process of its own, within limits, and sends them back."""

from __future__ import annotations

import gc
import io
import math
import os
import pickle
import signal
import struct
import sys
import threading
import time
import warnings
from pathlib import Path
from queue import SimpleQueue
from typing import Any, BinaryIO

from cobrand.errors import CobrandError, LogoTooLarge, LogoUnreadable
from cobrand.intake import door, memory, photo, source
from cobrand.model.bitmap import Bitmap
from cobrand.model.care import Care
from cobrand.model.geometry import Box
from cobrand.model.logo import BitmapArt, Logo, SvgArt, Traits
from cobrand.model.text import Typesetter
from cobrand.typeset import LateTypesetter

try:
    import resource
except ImportError:  # Windows: the parent's clock is the only limit
    resource = None  # type: ignore[assignment]  # no module there

COUNTED = resource is not None  # the seconds that the processor takes for a file
LENGTH = struct.Struct(">Q")
LARGEST_ANSWER = 256_000_000
"""Bytes: the largest picture that is kept has 64 million, a drawing's markup fewer."""
Request = tuple[Path | None, bytes, Care | None, float]
"""A path, or bytes; how a logo is read, or nothing for a photograph; the seconds it may take."""
Answer = Logo | Bitmap | CobrandError


def serve() -> None:
    """Answer requests on standard input until it closes; the first line is the memory in MB."""
    asked = sys.stdin.buffer
    answers = os.fdopen(os.dup(1), "wb")
    os.dup2(os.open(os.devnull, os.O_WRONLY), 1)  # a library that prints must not garble answers
    warnings.simplefilter("ignore")
    megabytes = int(asked.readline())
    if not memory.limit(megabytes):
        threading.Thread(target=memory.watch, args=(megabytes,), daemon=True).start()
    requests: SimpleQueue[bytes] = SimpleQueue()
    threading.Thread(target=_listen, args=(asked, requests), daemon=True).start()
    typesetter = LateTypesetter()
    gc.freeze()  # what is loaded stays; only what a file left behind is looked through
    while True:
        path, data, care, seconds = pickle.loads(requests.get())  # noqa: S301 - from the parent
        _limit_time(seconds)
        send(answers, packed(_answer(path, data, care, typesetter)))
        gc.collect()  # errors hold on to the pixels they came from, in circles


def _listen(asked: BinaryIO, requests: SimpleQueue[bytes]) -> None:
    """Pass requests on; when the parent is gone, end at once, in the middle of a file too."""
    while (request := receive(asked)) is not None:
        requests.put(request)
    if hasattr(os, "killpg") and os.getpgrp() == os.getpid():
        os.killpg(0, signal.SIGKILL)  # whatever this worker has started ends with it
    os._exit(0)


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


def _answer(path: Path | None, data: bytes, care: Care | None, typesetter: Typesetter) -> Answer:
    try:
        loaded = data if path is None else source.load(path)
        if care is None:
            return photo.read(loaded)
        return door.read(loaded, care=care, typesetter=typesetter)
    except CobrandError as error:
        return error
    except MemoryError:
        return LogoTooLarge("logo.too-much-memory")
    except Exception:
        return LogoUnreadable("logo.unreadable")


def _limit_time(seconds: float) -> None:
    if resource is not None:
        used = math.ceil(time.process_time() + seconds) + 1
        resource.setrlimit(resource.RLIMIT_CPU, (used, resource.RLIM_INFINITY))
