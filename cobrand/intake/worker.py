"""Reads logos and photographs in a process of its own, within limits, and sends them back."""

from __future__ import annotations

import gc
import math
import os
import pickle
import signal
import sys
import threading
import time
import warnings
from pathlib import Path
from queue import SimpleQueue
from typing import BinaryIO

from cobrand.errors import CobrandError, LogoTooLarge, LogoUnreadable
from cobrand.intake import door, memory, photo, source, wire
from cobrand.model.care import Care
from cobrand.model.text import Typesetter
from cobrand.typeset import setter
from cobrand.typeset.late import LateTypesetter

try:
    import resource
except ImportError:  # Windows: the parent's clock is the only limit
    resource = None  # type: ignore[assignment]  # no module there


_BEFOREHAND = (setter,)
"""Loaded before this process is limited: what Qt takes is not the file's."""


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
        wire.send(answers, wire.packed(_answer(path, data, care, typesetter)))
        gc.collect()  # errors hold on to the pixels they came from, in circles


def _listen(asked: BinaryIO, requests: SimpleQueue[bytes]) -> None:
    """Pass requests on; when the parent is gone, end at once, in the middle of a file too."""
    while (request := wire.receive(asked)) is not None:
        requests.put(request)
    if hasattr(os, "killpg") and os.getpgrp() == os.getpid():
        os.killpg(0, signal.SIGKILL)  # whatever this worker has started ends with it
    os._exit(0)


def _answer(
    path: Path | None, data: bytes, care: Care | None, typesetter: Typesetter
) -> wire.Answer:
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
