"""Reads logo files through a worker process that is started when first needed and can be lost."""

from __future__ import annotations

import os
import pickle
import subprocess
import sys
import threading
from pathlib import Path
from types import TracebackType
from typing import IO, BinaryIO, Self

from cobrand.errors import CobrandError, LogoTooLarge
from cobrand.intake import worker
from cobrand.model.care import USUAL, Care
from cobrand.model.logo import Logo

WORKER_FLAG = "--read-logos"
"""What a frozen program is started with to become a worker: `__main__` answers with `serve`."""

_PACKAGES = str(Path(__file__).resolve().parents[2])
_START = (
    "import sys; sys.path.insert(0, sys.argv[1]); from cobrand.intake.worker import serve; serve()"
)
_ONE_THREAD = {"VIPS_CONCURRENCY": "1", "OPENBLAS_NUM_THREADS": "1", "OMP_NUM_THREADS": "1"}


class Reader:
    """One worker process, one logo at a time; safe to call from several threads."""

    def __init__(self, *, seconds: float = 10, memory_mb: int = 1024) -> None:
        self._seconds = seconds
        self._memory = memory_mb
        self._lock = threading.Lock()
        self._process: subprocess.Popen[bytes] | None = None

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()

    def read(self, path: Path, care: Care = USUAL) -> Logo:
        """Read a file; whatever is wrong with it comes out as a LogoError with a code."""
        return self._ask((path, b"", care, self._seconds))

    def read_bytes(self, data: bytes, care: Care = USUAL) -> Logo:
        """Read a logo that is no file: from the clipboard, from inside a document."""
        return self._ask((None, data, care, self._seconds))

    def stop(self) -> None:
        """Give up what is being read, from any thread: that call ends with `logo.reader-died`."""
        if process := self._process:
            process.kill()

    def close(self) -> None:
        """End the worker."""
        with self._lock:
            self._end()

    def _ask(self, request: worker.Request) -> Logo:
        with self._lock:
            answer = self._answer(pickle.dumps(request, pickle.HIGHEST_PROTOCOL))
        if isinstance(answer, CobrandError):
            raise answer
        return answer

    def _answer(self, request: bytes) -> worker.Answer:
        process = self._alive()
        late = threading.Event()
        clock = threading.Timer(self._seconds, _stop, (process, late))
        clock.daemon = True
        clock.start()
        try:
            return self._exchange(process, request)
        except (OSError, EOFError, pickle.UnpicklingError) as error:
            self._end()
            if late.is_set():
                raise LogoTooLarge("logo.too-slow", seconds=self._seconds) from error
            raise LogoTooLarge("logo.reader-died") from error
        finally:
            clock.cancel()

    def _exchange(self, process: subprocess.Popen[bytes], request: bytes) -> worker.Answer:
        asked, answers = _pipes(process)
        worker.send(asked, request)
        message = worker.receive(answers)
        if message is None:
            raise EOFError
        return worker.unpickled(message)

    def _alive(self) -> subprocess.Popen[bytes]:
        if self._process is None or self._process.poll() is not None:
            self._end()
            self._process = _started(self._memory)
        return self._process

    def _end(self) -> None:
        process, self._process = self._process, None
        if process is None:
            return
        process.kill()
        process.wait()
        for pipe in (process.stdin, process.stdout):
            if pipe is not None:
                _shut(pipe)


def read_file(
    path: Path, care: Care = USUAL, *, seconds: float = 10, memory_mb: int = 1024
) -> Logo:
    """Read one file in a worker of its own; for many files keep a `Reader`."""
    with Reader(seconds=seconds, memory_mb=memory_mb) as reader:
        return reader.read(path, care)


def _started(memory: int) -> subprocess.Popen[bytes]:
    frozen = getattr(sys, "frozen", False)
    command = [WORKER_FLAG] if frozen else ["-P", "-c", _START, _PACKAGES]
    process = subprocess.Popen(  # noqa: S603 - this very program
        [sys.executable, *command],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        env=os.environ | _ONE_THREAD,
        creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
    )
    asked, _ = _pipes(process)
    asked.write(f"{memory}\n".encode())
    return process


def _pipes(process: subprocess.Popen[bytes]) -> tuple[BinaryIO, BinaryIO]:
    if process.stdin is None or process.stdout is None:
        raise EOFError
    return process.stdin, process.stdout  # type: ignore[return-value]  # IO[bytes] is BinaryIO


def _stop(process: subprocess.Popen[bytes], late: threading.Event) -> None:
    late.set()
    process.kill()


def _shut(pipe: IO[bytes]) -> None:
    try:
        pipe.close()
    except OSError:  # what was still to be written has nobody to read it
        return
