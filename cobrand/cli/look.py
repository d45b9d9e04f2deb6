"""Turns a logo file into facts: what is in it, what is wrong with it, and mended files of it."""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TypeGuard

from cobrand.cli import asked as asking
from cobrand.cli import facts, reading
from cobrand.cli.console import Console, described_error, said
from cobrand.cli.parser import ALL
from cobrand.cli.portrait import show
from cobrand.errors import CobrandError, LogoError, LogoNotFound, WrongUse
from cobrand.export import files, mark, request
from cobrand.intake.readers import Readers
from cobrand.model.care import AS_SENT, Care
from cobrand.model.logo import Logo, SvgArt
from cobrand.pixels import encode

PICTURE_WIDTH = 1000
Read = Callable[[Path, Care], Logo]
_WRITTEN = ("picture", "out", "report")
_ROUNDS = 4
"""Readings after which nothing new is found to mend: one for each mending that may be offered."""


def inspect(asked: Namespace, console: Console, read: Read | None = None) -> int:
    """Say what is in every file; a file that cannot be read is said and does not stop the rest."""
    _consistent(asked)
    at_once = reading.jobs(asked)
    if read is None:  # the same few worker processes read them all
        with Readers(reading.limits(asked), at_once) as readers:
            return inspect(asked, console, readers.read)
    names = [asking.path(name) for name in asked.files]
    lone = len(names) == 1 and not reading.is_folder(names[0])
    stopped = 0
    for path, outcome in reading.each(reading.files(names), partial(_read, asked, read), at_once):
        console.progress(path.name)
        try:
            logo = reading.whole(outcome)
            told = facts.of_logo(console.language, path, logo)
            told |= _written(asked, console.language, path, logo, read)
        except WrongUse:
            raise
        except CobrandError as problem:
            told, logo = _unread(console.language, path, problem), None
            console.tell(f"{path}: {said(console.language, problem)}")
            if asked.report and _by_its_maker(problem):
                told["report"] = _complain(asked, console.language, path, problem)
            stopped = 1
        _print(console, told, logo, lone)
    console.clear()
    return stopped


def _read(asked: Namespace, read: Read, path: Path) -> Logo:
    """Read a file with the care that was asked for, or with every mending that it offers."""
    care = asking.care(asked)
    logo = read(path, care)
    if ALL not in (asked.fix or ()):
        return logo
    for _ in range(_ROUNDS):
        before = care
        for each in logo.findings:
            offered = each.mending is not None and each.mending.state == "offered"
            if each.mending and offered and each.mending.id not in (asked.keep or ()):
                care = care.with_mending(each.mending.id)
        if care == before:
            break
        logo = read(path, care)
    return logo


def _written(
    asked: Namespace, language: str, path: Path, logo: Logo, read: Read
) -> dict[str, object]:
    """Write what was asked for, and return where it is."""
    made: dict[str, object] = {}
    if asked.picture:
        made["picture"] = _save_picture(asked, logo)
    if asked.out:
        made["out"] = _save_mended(asked, logo)
    if asked.report:
        sent = read(path, Care(page=asking.care(asked).page, keep=AS_SENT.keep))
        page = request.page(request.Arrived(path.name, logo, sent), language)
        made["report"] = str(_save(asked, asked.report, page))
    return made


def _by_its_maker(problem: CobrandError) -> TypeGuard[LogoError]:
    """Say whether somebody else has to mend this: the file is there, and is not as it should be."""
    ours = isinstance(problem, LogoNotFound) or problem.code == "logo.no-such-page"
    return isinstance(problem, LogoError) and not ours


def _complain(asked: Namespace, language: str, path: Path, problem: LogoError) -> str:
    page = request.page(request.Arrived(path.name, problem=problem), language)
    return str(_save(asked, asked.report, page))


def _save(asked: Namespace, name: str, data: bytes) -> Path:
    return files.save(Path(name).expanduser(), data, asked.replace)


def _save_picture(asked: Namespace, logo: Logo) -> dict[str, object]:
    drawn = mark.picture(logo, asked.width or PICTURE_WIDTH)
    target = _save(asked, asked.picture, encode.encode(drawn, "png"))
    return {"file": str(target), "width": drawn.width, "height": drawn.height}


def _save_mended(asked: Namespace, logo: Logo) -> str:
    """Write the mark alone: a drawing as SVG, and as PNG where the name says so."""
    ending = Path(asked.out).suffix.lower()
    if ending == ".png":
        return str(_save(asked, asked.out, mark.as_png(logo)))
    if not isinstance(logo.art, SvgArt):
        raise WrongUse("wrong-use.not-a-drawing", name=Path(asked.out).name)
    return str(_save(asked, asked.out, mark.as_svg(logo.art, logo.ink)))


def _consistent(asked: Namespace) -> None:
    for option in _WRITTEN:
        several = len(asked.files) > 1 or reading.is_folder(asking.path(asked.files[0]))
        if getattr(asked, option) and several:
            given = asked.files[-1]
            raise WrongUse("wrong-use.too-many", command=f"inspect --{option}", given=given)
    if asked.out and Path(asked.out).suffix.lower() not in (".svg", ".png"):
        raise WrongUse("wrong-use.not-a-mark-file", name=Path(asked.out).name)
    if asked.width is not None and asked.width < 1:
        raise WrongUse(
            "wrong-use.out-of-range", option="--width", given=str(asked.width), least=1, most=32_000
        )


def _unread(language: str, path: Path, problem: CobrandError) -> dict[str, object]:
    fields = ("kind", "width", "height", "ink_box", "vector", "ground", "tone", "colours")
    told: dict[str, object] = {"file": str(path), **dict.fromkeys(fields)}
    error = described_error(language, problem)
    return told | {"findings": [{"severity": "error", **error}], "error": error}


def _print(console: Console, told: dict[str, object], logo: Logo | None, lone: bool) -> None:
    if console.json:
        console.document(told, indent=2 if lone else None)
        console.out.flush()
    if logo is not None:
        show(console, str(told["file"]), logo)
    for option in _WRITTEN:
        if option in told and not console.json:
            made = told[option]
            console.show(str(made["file"] if isinstance(made, dict) else made))
