"""Reads logo files through a worker process that is started when first needed and can be lost."""

from __future__ import annotations

import os
import pickle
import signal
import subprocess
import sys
import threading
from pathlib import Path
from queue import Empty, SimpleQueue
from typing import IO, BinaryIO, Self

from cobrand.errors import CobrandError, LogoError, LogoTooLarge
from cobrand.intake import memory, size, wire
from cobrand.model.bitmap import Bitmap
from cobrand.model.care import USUAL, Care
from cobrand.model.limits import ORDINARY, Limits
from cobrand.model.logo import Logo

WORKER_FLAG = "--read-logos"
"""What a frozen program is started with to become a worker: `__main__` answers with `serve`."""

_PACKAGES = str(Path(__file__).resolve().parents[2])
_START = (
    "import sys; sys.path.insert(0, sys.argv[1]); from cobrand.intake.worker import serve; serve()"
)
_PATIENCE = 2.0
_NONSENSE = (pickle.UnpicklingError, EOFError, AttributeError, TypeError, ValueError, IndexError,
             KeyError, MemoryError, RecursionError, OverflowError)  # fmt: skip
"""What comes out of unpickling bytes that are no answer."""
_ALONE = {"VIPS_CONCURRENCY": "1", "OPENBLAS_NUM_THREADS": "1", "OMP_NUM_THREADS": "1"}
_ROOMY = {"MALLOC_MMAP_THRESHOLD_": str(32 << 20), "MALLOC_TRIM_THRESHOLD_": str(64 << 20)}
"""For glibc: what a drawing's layers took is kept for the next. Else each is given back and had
anew, or not, as the heap happens to lie, and the same drawing costs once and four times as much."""


class Reader:
    """One worker process, one logo at a time; safe to call from several threads.

    `patience` is how many times as long as of the processor a file may take by the clock, where
    the system counts that: among many processes the same file then has the same end.
    """

    def __init__(self, limits: Limits = ORDINARY, patience: float = 1.0) -> None:
        self._limits = limits
        self._patience = patience if memory.COUNTED else 1.0
        self._lock = threading.Lock()
        self._process: subprocess.Popen[bytes] | None = None
        self._closed = False
        self._given_up = False

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def read(self, path: Path, care: Care = USUAL) -> Logo:
        """Read a file; whatever is wrong with it comes out as a LogoError with a code."""
        return self._logo((path, b"", care, self._limits.seconds))

    def read_photo(self, path: Path) -> Bitmap:
        """Read a photograph: upright sRGB, opaque; a LogoError's code then starts with `photo`."""
        return self._photo((path, b"", None, self._limits.seconds))

    def read_photo_bytes(self, data: bytes) -> Bitmap:
        """Read a photograph that is no file, as `read_photo` does."""
        size.check(len(data))
        return self._photo((None, data, None, self._limits.seconds))

    def _photo(self, request: wire.Request) -> Bitmap:
        try:
            answer = self._ask(request)
            if isinstance(answer, Logo):
                raise LogoTooLarge("logo.reader-died")
        except LogoError as error:
            raise _of_photographs(error) from error
        return answer

    def read_bytes(self, data: bytes, care: Care = USUAL) -> Logo:
        """Read a logo that is no file: from the clipboard, from inside a document."""
        size.check(len(data))
        return self._logo((None, data, care, self._limits.seconds))

    def stop(self) -> None:
        """Give up what is being read, from any thread: that call ends with `logo.reader-died`."""
        self._given_up = True
        if process := self._process:
            _kill(process)

    def close(self) -> None:
        """End the worker at once, in the middle of a file too; no other is started."""
        self._closed = True
        _end(self._process)

    def _logo(self, request: wire.Request) -> Logo:
        answer = self._ask(request)
        if isinstance(answer, Bitmap):
            raise LogoTooLarge("logo.reader-died")
        return answer

    def _ask(self, request: wire.Request) -> Logo | Bitmap:
        with self._lock:
            self._given_up = False
            answer = self._answer(pickle.dumps(request, pickle.HIGHEST_PROTOCOL))
        if isinstance(answer, CobrandError):
            raise answer
        return answer

    def _answer(self, request: bytes) -> wire.Answer:
        process = self._alive()
        try:
            message = _asked(process, request, self._limits.seconds * self._patience)
        except Empty as error:
            _end(process)
            raise _too_slow(self._limits) from error
        except BaseException:  # the person wants to stop
            _end(process)
            raise
        if message is None:
            raise _death(_end(process), self._limits)
        try:
            return wire.unpickled(message)
        except _NONSENSE as error:
            _end(process)
            raise LogoTooLarge("logo.reader-died") from error

    def _alive(self) -> subprocess.Popen[bytes]:
        if self._process is None or self._process.poll() is not None:
            _end(self._process)
            if not self._closed:
                self._process = _started(self._limits.memory)
            ended = self._closed or self._given_up  # before, or while it was starting
            if self._process is None or ended:
                _end(self._process)
                raise LogoTooLarge("logo.reader-died")
        return self._process


def read_file(path: Path, care: Care = USUAL, *, limits: Limits = ORDINARY) -> Logo:
    """Read one file in a worker of its own; for many files keep a `Reader`."""
    with Reader(limits) as reader:
        return reader.read(path, care)


def read_photo(path: Path, *, limits: Limits = ORDINARY) -> Bitmap:
    """Read one photograph in a worker of its own."""
    with Reader(limits) as reader:
        return reader.read_photo(path)


def _started(memory: int) -> subprocess.Popen[bytes]:
    frozen = getattr(sys, "frozen", False)
    command = [WORKER_FLAG] if frozen else ["-P", "-c", _START, _PACKAGES]
    process = subprocess.Popen(  # noqa: S603 - this very program
        [sys.executable, *command],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        env=os.environ | _ALONE | _ROOMY,
        start_new_session=True,  # what it starts can be ended with it, and Ctrl-C is ours alone
        creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
    )
    asked, _ = _pipes(process)
    asked.write(f"{memory}\n".encode())
    return process


def _pipes(process: subprocess.Popen[bytes]) -> tuple[BinaryIO, BinaryIO]:
    if process.stdin is None or process.stdout is None:
        raise EOFError
    return process.stdin, process.stdout  # type: ignore[return-value]  # IO[bytes] is BinaryIO


def _asked(process: subprocess.Popen[bytes], request: bytes, seconds: float) -> bytes | None:
    """Return what a worker answers, nothing if it is gone; raise Empty if it takes too long.

    A thread waits for the pipe: a worker that is stuck in the system never closes its end.
    """
    answers: SimpleQueue[bytes | None] = SimpleQueue()
    threading.Thread(target=_exchange, args=(process, request, answers), daemon=True).start()
    return answers.get(timeout=seconds)


def _exchange(
    process: subprocess.Popen[bytes], request: bytes, answers: SimpleQueue[bytes | None]
) -> None:
    """Ask, and put what comes back; nothing if the worker is gone."""
    try:
        asked, said = _pipes(process)
        wire.send(asked, request)
        answers.put(wire.receive(said, wire.LARGEST_ANSWER))
    except (OSError, EOFError, ValueError, MemoryError):
        answers.put(None)


def _end(process: subprocess.Popen[bytes] | None) -> int | None:
    """Kill a worker with all that it has started; return its exit code if it can be known."""
    if process is None:
        return None
    _kill(process)
    try:
        code = process.wait(_PATIENCE)
    except subprocess.TimeoutExpired:  # it hangs in the system, on a disk that does not answer
        return None
    for pipe in (process.stdin, process.stdout):
        if pipe is not None:
            _shut(pipe)
    return code


def _kill(process: subprocess.Popen[bytes]) -> None:
    try:
        if process.returncode is None and hasattr(os, "killpg"):
            os.killpg(process.pid, signal.SIGKILL)
        else:
            process.kill()
    except OSError:  # gone already
        return


def _death(code: int | None, limits: Limits) -> LogoTooLarge:
    """Return why a worker ended by itself, as far as its exit code tells."""
    if code == memory.EXHAUSTED:
        return LogoTooLarge("logo.too-much-memory")
    if code is not None and code == -getattr(signal, "SIGXCPU", 0):
        return _too_slow(limits)
    return LogoTooLarge("logo.reader-died")


def _too_slow(limits: Limits) -> LogoTooLarge:
    return LogoTooLarge("logo.too-slow", seconds=limits.seconds)


def _shut(pipe: IO[bytes]) -> None:
    try:
        pipe.close()
    except (OSError, ValueError):  # what was still to be written has nobody to read it
        return


def _of_photographs(error: LogoError) -> LogoError:
    """Return an error of reading that speaks of a photograph, not of a logo."""
    return type(error)(f"photo.{error.code.removeprefix('logo.')}", **error.values)
