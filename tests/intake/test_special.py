"""What looks like a file and is none, what was one a moment ago, what grows while it is read."""

from __future__ import annotations

import errno
import os
import socket
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from cobrand.errors import LogoError
from cobrand.intake import source
from cobrand.intake.reader import Reader
from cobrand.messages import say
from tests.intake.files import data

posix = pytest.mark.skipif(os.name != "posix", reason="special files of POSIX")


def _socket(path: Path) -> None:
    with socket.socket(socket.AF_UNIX) as made:
        made.bind(str(path))


def _sparse(path: Path) -> None:
    with path.open("wb") as made:
        made.truncate(100_000_000_000)


def _nobodys(path: Path) -> None:
    path.write_bytes(data("plain.svg"))
    path.chmod(0)
    if os.access(path, os.R_OK):
        pytest.skip("an administrator may read everything")


MADE: dict[str, tuple[Callable[[Path], object], str]] = {
    "pipe": (os.mkfifo if os.name == "posix" else Path.touch, "logo.not-a-file"),
    "socket": (_socket, "logo.not-a-file"),
    "folder": (Path.mkdir, "logo.folder"),
    "circle": (lambda path: path.symlink_to(path), "logo.not-found"),
    "link to nowhere": (lambda path: path.symlink_to(path.with_name("gone")), "logo.not-found"),
    "nothing": (lambda path: None, "logo.not-found"),
    "nobody's": (_nobodys, "logo.not-permitted"),
    "empty": (Path.touch, "logo.empty"),
    "100 GB of nothing": (_sparse, "logo.too-large"),
    "link to a device": (lambda path: path.symlink_to("/dev/zero"), "logo.not-a-file"),
    "link to a terminal": (lambda path: path.symlink_to("/dev/tty"), "logo.not-a-file"),
    "link to memory": (lambda path: path.symlink_to("/proc/self/mem"), "logo.not-answering"),
    "link to a text": (lambda path: path.symlink_to("/proc/self/status"), "logo.unreadable"),
    "folder of a file": (lambda path: path.parent.joinpath("f").touch(), "logo.not-found"),
}  # fmt: skip


@pytest.fixture(scope="module")
def reader() -> Iterator[Reader]:
    with Reader() as one:
        yield one


@posix
@pytest.mark.parametrize("name", MADE)
def test_each_costs_a_sentence_and_no_time(name: str, tmp_path: Path, reader: Reader) -> None:
    make, code = MADE[name]
    path = tmp_path / "logo.svg"
    make(path)
    if (
        path.is_symlink()
        and str(path.readlink()).startswith(("/proc", "/dev"))
        and not (Path("/proc/self").exists())
    ):
        pytest.skip("not on this system")
    asked = tmp_path / "f" / "logo.svg" if name == "folder of a file" else path
    start = time.monotonic()
    with pytest.raises(LogoError) as caught:
        reader.read(asked)

    assert caught.value.code == code
    assert time.monotonic() - start < 5
    assert "{" not in say("en", caught.value)


@pytest.mark.parametrize("name", ["\0.svg", "a" * 5000, "a/" * 3000])
def test_names_that_cannot_be(name: str, reader: Reader) -> None:
    with pytest.raises(LogoError) as caught:
        reader.read(Path(name))

    assert caught.value.code == "logo.not-found"


@pytest.mark.parametrize("number", [errno.EIO, errno.ESTALE, errno.ENOTCONN])
@pytest.mark.parametrize("when", ["stat", "open", "read"])
def test_a_disk_that_does_not_answer(
    number: int, when: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "logo.svg"
    path.write_bytes(data("plain.svg"))

    def fail(*_: object, **__: object) -> object:
        raise OSError(number, os.strerror(number))

    where = {"stat": (Path, "stat"), "open": (os, "open"), "read": (os, "fdopen")}
    with monkeypatch.context() as patch:
        patch.setattr(*where[when], fail)
        with pytest.raises(LogoError) as caught:
            source.load(path)

    assert caught.value.code == "logo.not-answering"


def test_a_file_that_is_gone_between_two_looks(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "logo.svg"
    path.write_bytes(data("plain.svg"))
    opened = os.open

    def gone(*values: object, **named: object) -> int:
        path.unlink()
        return opened(*values, **named)  # type: ignore[arg-type]  # handed on as they are

    with monkeypatch.context() as patch:
        patch.setattr(os, "open", gone)
        with pytest.raises(LogoError) as caught:
            source.load(path)

    assert caught.value.code == "logo.not-found"


@posix
def test_a_file_that_becomes_a_pipe_between_two_looks(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "logo.svg"
    path.write_bytes(data("plain.svg"))
    opened = os.open

    def swapped(*values: object, **named: object) -> int:
        path.unlink()
        os.mkfifo(path)
        return opened(*values, **named)  # type: ignore[arg-type]  # handed on as they are

    with monkeypatch.context() as patch:
        patch.setattr(os, "open", swapped)
        with pytest.raises(LogoError) as caught:
            source.load(path)

    assert caught.value.code == "logo.not-a-file"


def test_a_file_that_grows_is_read_no_further_than_any_other(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "logo.svg"
    path.write_bytes(data("plain.svg"))
    looked = os.fstat

    def grown(number: int) -> os.stat_result:
        facts = looked(number)
        with path.open("ab") as file:
            file.truncate(source.LARGEST_FILE * 3)
        return facts

    monkeypatch.setattr(os, "fstat", grown)
    read = source.load(path)

    assert len(read) == source.LARGEST_FILE + 1
