"""Files are read in a process of their own that may be lost without harm."""

from __future__ import annotations

import io
import os
import pickle
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from PIL import Image

from cobrand.errors import LogoError, LogoNotFound, LogoTooLarge, LogoUnreadable
from cobrand.intake import wire
from cobrand.intake.door import read
from cobrand.intake.reader import Reader, read_file
from cobrand.model.limits import Limits
from cobrand.model.logo import SvgArt
from tests.intake.files import FILES, data

posix = pytest.mark.skipif(os.name != "posix", reason="pipes and signals of POSIX")


@pytest.fixture(scope="module")
def reader() -> Iterator[Reader]:
    with Reader() as one:
        yield one


def test_a_file_read_elsewhere_is_the_same_logo(reader: Reader) -> None:
    assert read(data("plain.svg")) == reader.read(FILES / "plain.svg")


def test_bytes_without_a_file(reader: Reader) -> None:
    assert reader.read_bytes(data("clear.png")).kind == "png"


def test_one_worker_reads_many(reader: Reader) -> None:
    reader.read(FILES / "plain.svg")
    first = reader._process
    reader.read(FILES / "clear.png")

    assert first is not None
    assert reader._process is first


@posix
def test_a_reading_can_be_given_up(reader: Reader) -> None:
    reader.read(FILES / "plain.svg")
    process = reader._process
    assert process is not None
    os.kill(process.pid, signal.SIGSTOP)
    stop = threading.Timer(0.05, reader.stop)
    stop.start()

    with pytest.raises(LogoTooLarge, match="reader-died"):
        reader.read(FILES / "clear.png")

    assert reader.read(FILES / "plain.svg").kind == "svg"


@pytest.mark.parametrize("name", ["a\nb.svg", "\u0627\u202eb.svg", "🦉.svg", "x" * 240 + ".svg"])
def test_strange_names(tmp_path: Path, reader: Reader, name: str) -> None:
    (tmp_path / name).write_bytes(data("plain.svg"))

    assert reader.read(tmp_path / name).kind == "svg"


def test_a_missing_file_is_named(tmp_path: Path, reader: Reader) -> None:
    with pytest.raises(LogoNotFound) as caught:
        reader.read(tmp_path / "gone.svg")

    assert (caught.value.code, caught.value.values) == ("logo.not-found", {"path": "gone.svg"})


def test_a_folder_is_no_file(tmp_path: Path, reader: Reader) -> None:
    with pytest.raises(LogoNotFound) as caught:
        reader.read(tmp_path)

    assert caught.value.code == "logo.folder"


@posix
def test_pipes_devices_and_circles_are_refused_at_once(tmp_path: Path, reader: Reader) -> None:
    os.mkfifo(tmp_path / "pipe.svg")
    (tmp_path / "circle.svg").symlink_to(tmp_path / "circle.svg")
    paths = [tmp_path / "pipe.svg", tmp_path / "circle.svg", Path(os.devnull)]
    start = time.monotonic()

    for path in paths:
        with pytest.raises(LogoNotFound):
            reader.read(path)

    assert time.monotonic() - start < 3


@pytest.mark.parametrize("name", ["billion-laughs.svg", "sixty-thousand.png", "cut-off.png"])
def test_errors_cross_the_border_whole(reader: Reader, name: str) -> None:
    with pytest.raises(LogoError) as here:
        read(data(name))
    with pytest.raises(LogoError) as there:
        reader.read(FILES / name)

    assert (type(here.value), here.value.code, here.value.values) == (
        type(there.value), there.value.code, there.value.values,
    )  # fmt: skip


def test_a_slow_file_is_stopped_and_the_next_one_is_read(tmp_path: Path) -> None:
    with Reader(Limits(seconds=0.02)) as hasty:
        with pytest.raises(LogoTooLarge) as caught:
            hasty.read(FILES / "plain.svg")

        assert caught.value.code == "logo.too-slow"
        hasty._limits = Limits(seconds=20)
        assert hasty.read(FILES / "plain.svg").kind == "svg"


@posix
def test_with_patience_a_file_is_not_stopped_because_others_take_the_processor() -> None:
    with Reader(Limits(seconds=0.02), patience=1000) as patient:
        assert patient.read(FILES / "plain.svg").kind == "svg"


@posix
def test_a_worker_that_dies_between_two_files_is_replaced() -> None:
    with Reader() as one:
        one.read(FILES / "plain.svg")
        assert one._process is not None
        os.kill(one._process.pid, signal.SIGKILL)
        one._process.wait()

        assert one.read(FILES / "plain.svg").kind == "svg"


@posix
def test_memory_is_limited() -> None:
    big = b"\x89PNG\r\n\x1a\n"
    from_pillow = _large_png()
    assert from_pillow.startswith(big)

    with Reader(Limits(memory=40)) as poor, pytest.raises(LogoTooLarge):
        poor.read_bytes(from_pillow)


def test_nothing_but_records_comes_back() -> None:
    with pytest.raises(pickle.UnpicklingError):
        wire.unpickled(pickle.dumps(Path("x")))


def test_the_worker_needs_no_window() -> None:
    code = (
        "import sys, cobrand.intake.worker as w; "
        "from PySide6.QtCore import QCoreApplication as Q; "
        "sys.exit('PySide6.QtWidgets' in sys.modules or Q.instance() is not None)"
    )
    done = subprocess.run([sys.executable, "-c", code], check=False, cwd=FILES.parents[2])  # noqa: S603 - this very Python

    assert done.returncode == 0


def test_the_worker_turns_words_into_outlines() -> None:
    art = read_file(FILES / "text.svg").art

    assert isinstance(art, SvgArt)
    assert art.press
    assert "<text" not in art.body
    assert "font" not in art.body


def test_one_file_by_its_path() -> None:
    with pytest.raises(LogoUnreadable):
        read_file(FILES / "words.svg")


def _large_png() -> bytes:
    out = io.BytesIO()
    Image.new("RGB", (7000, 7000), "white").save(out, "PNG")
    return out.getvalue()
