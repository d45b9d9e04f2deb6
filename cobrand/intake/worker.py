"""Reads logos in a process of its own, within limits of memory and time, and sends them back."""

from __future__ import annotations

import io
import math
import os
import pickle
import struct
import sys
import time
import warnings
from importlib import import_module
from pathlib import Path
from typing import Any, BinaryIO

from cobrand.errors import CobrandError, LogoTooLarge, LogoUnreadable
from cobrand.intake import door, source
from cobrand.model.care import Care
from cobrand.model.logo import Logo
from cobrand.model.text import TextLine, TextStyle, Typesetter

try:
    import resource
except ImportError:  # Windows: the parent's clock is the only limit
    resource = None  # type: ignore[assignment]

_TYPESET = "cobrand.typeset"
LENGTH = struct.Struct(">Q")
Request = tuple[Path | None, bytes, Care, float]
Answer = Logo | CobrandError


def serve() -> None:
    """Answer requests on standard input until it closes; the first line is the memory in MB."""
    asked = sys.stdin.buffer
    answers = os.fdopen(os.dup(1), "wb")
    os.dup2(os.open(os.devnull, os.O_WRONLY), 1)  # a library that prints must not garble answers
    warnings.simplefilter("ignore")
    _limit_memory(int(asked.readline()))
    typesetter = LateTypesetter()
    while (request := receive(asked)) is not None:
        path, data, care, seconds = pickle.loads(request)  # noqa: S301 - from the parent process
        _limit_time(seconds)
        send(answers, pickle.dumps(_answer(path, data, care, typesetter), pickle.HIGHEST_PROTOCOL))


class LateTypesetter:
    """The program's own typesetter, made when the first words are met: few logos have any."""

    def __init__(self) -> None:
        self._made: Typesetter | None = None

    def advance(self, words: str, style: TextStyle) -> float:
        """Return the width in px that `words` take on one line."""
        return self._setter().advance(words, style)

    def line(self, words: str, style: TextStyle) -> TextLine:
        """Return `words` shaped as one line."""
        return self._setter().line(words, style)

    def pieces(self, words: str, language: str) -> tuple[str, ...]:
        """Return `words` cut where a line may end."""
        return self._setter().pieces(words, language)

    def _setter(self) -> Typesetter:
        if self._made is None:
            made: Typesetter = import_module(_TYPESET).QtTypesetter()
            self._made = made
        return self._made


def send(stream: BinaryIO, message: bytes) -> None:
    """Write one message."""
    stream.write(LENGTH.pack(len(message)))
    stream.write(message)
    stream.flush()


def receive(stream: BinaryIO) -> bytes | None:
    """Read one message, or None when the other side is gone."""
    head = stream.read(LENGTH.size)
    if len(head) < LENGTH.size:
        return None
    (length,) = LENGTH.unpack(head)
    message = stream.read(length)
    return message if len(message) == length else None


def unpickled(message: bytes) -> Answer:
    """Return an answer, from which nothing but the model's own records can come."""
    answer = _Unpickler(io.BytesIO(message)).load()
    if not isinstance(answer, (Logo, CobrandError)):
        raise pickle.UnpicklingError
    return answer


class _Unpickler(pickle.Unpickler):
    """Builds what a logo or an error is made of, and nothing that those modules import."""

    def find_class(self, module: str, name: str) -> Any:
        known = module.startswith("cobrand.model.") or module == "cobrand.errors"
        if known and "." not in name:  # a dotted name would walk on into other modules
            found = super().find_class(module, name)
            if getattr(found, "__module__", "") == module:
                return found
        raise pickle.UnpicklingError(module, name)


def _answer(path: Path | None, data: bytes, care: Care, typesetter: Typesetter) -> Answer:
    try:
        loaded = data if path is None else source.load(path)
        return door.read(loaded, care=care, typesetter=typesetter)
    except CobrandError as error:
        return error
    except MemoryError:
        return LogoTooLarge("logo.too-much-memory")
    except Exception:
        return LogoUnreadable("logo.unreadable")


def _limit_memory(megabytes: int) -> None:
    if resource is None:
        return
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    taken = _address_space()
    if taken:
        limit = taken + megabytes * 1_000_000
        resource.setrlimit(resource.RLIMIT_AS, (limit, limit))


def _address_space() -> int:
    """Return what the process has mapped already, or 0 where that cannot be known."""
    try:
        return int(Path("/proc/self/statm").read_text().split()[0]) * os.sysconf("SC_PAGE_SIZE")
    except (OSError, ValueError, IndexError):
        return 0


def _limit_time(seconds: float) -> None:
    if resource is not None:
        used = math.ceil(time.process_time() + seconds) + 1
        resource.setrlimit(resource.RLIMIT_CPU, (used, resource.RLIM_INFINITY))
