"""Turns a logo file into facts: what is in it, what is wrong with it, and a picture of the mark."""

from __future__ import annotations

import base64
from argparse import Namespace
from collections.abc import Callable
from pathlib import Path

from cobrand import render
from cobrand.cli import asked as asking
from cobrand.cli import reading
from cobrand.cli.console import Console, described, described_error
from cobrand.errors import CobrandError, WrongUse
from cobrand.export import files
from cobrand.intake import Readers
from cobrand.messages import number
from cobrand.model.bitmap import Bitmap
from cobrand.model.geometry import Box, Size
from cobrand.model.logo import BitmapArt, Logo
from cobrand.model.scene import Drawing, Picture, Scene
from cobrand.pixels import encode, svg

PICTURE_WIDTH = 1000
Read = Callable[[Path], Logo]


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
    for path, outcome in reading.each(reading.files(names), read, at_once):
        console.progress(path.name)
        try:
            logo = reading.whole(outcome)
            facts = described_logo(console.language, path, logo)
            if asked.picture:
                facts["picture"] = _save_picture(asked, logo)
        except CobrandError as problem:
            facts, logo = _unread(console.language, path, problem), None
            stopped = 1
        _print(console, facts, logo, lone)
    console.clear()
    return stopped


def described_logo(language: str, path: Path, logo: Logo) -> dict[str, object]:
    """Return the facts about a logo as JSON has them."""
    ink, traits = logo.ink, logo.traits
    return {
        "file": str(path),
        "kind": logo.kind,
        "width": round(logo.page.width, 3),
        "height": round(logo.page.height, 3),
        "ink_box": [round(edge, 3) for edge in (ink.left, ink.top, ink.right, ink.bottom)],
        "vector": logo.vector,
        "ground": traits.ground.hex if traits.ground else None,
        "tone": traits.tone,
        "colours": [colour.hex for colour, _ in traits.palette],
        "shares": [round(share, 4) for _, share in traits.palette],
        "sha256": logo.digest,
        "findings": [described(language, each) for each in logo.findings],
    }


def mark_picture(logo: Logo, width: int) -> Bitmap:
    """Return the mark alone, on nothing, as every card draws it."""
    height = max(1, round(width * logo.ink.height / logo.ink.width))
    box = Box.of(Size(width, height))
    art = logo.art
    if isinstance(art, BitmapArt):
        item: Drawing | Picture = Picture(box, art.bitmap, logo.ink, "logo")
    else:
        item = Drawing(box, art, logo.ink, "logo")
    return svg.draw(render.draw(Scene(box.size, None, (item,)), _embed), width, height)


def _consistent(asked: Namespace) -> None:
    if asked.picture and len(asked.files) > 1:
        raise WrongUse("wrong-use.too-many", command="inspect --picture", given=asked.files[1])
    if asked.width is not None and asked.width < 1:
        raise WrongUse(
            "wrong-use.out-of-range", option="--width", given=str(asked.width), least=1, most=32_000
        )


def _save_picture(asked: Namespace, logo: Logo) -> dict[str, object]:
    target = Path(asked.picture).expanduser()
    picture = mark_picture(logo, asked.width or PICTURE_WIDTH)
    files.save(target, encode.encode(picture, "png"), asked.replace)
    return {"file": str(target), "width": picture.width, "height": picture.height}


def _unread(language: str, path: Path, problem: CobrandError) -> dict[str, object]:
    fields = ("kind", "width", "height", "ink_box", "vector", "ground", "tone", "colours")
    facts: dict[str, object] = {"file": str(path), **dict.fromkeys(fields)}
    error = described_error(language, problem)
    return facts | {"findings": [{"severity": "error", **error}], "error": error}


def _print(console: Console, facts: dict[str, object], logo: Logo | None, lone: bool) -> None:
    if console.json:
        console.document(facts, indent=2 if lone else None)
        console.out.flush()
    if logo is None:
        error = facts["error"]
        console.tell(f"{facts['file']}: {error['sentence'] if isinstance(error, dict) else ''}")
    else:
        _show(console, str(facts["file"]), logo)


def _show(console: Console, name: str, logo: Logo) -> None:
    tr, language = console.ui, console.language
    page = " × ".join(number(language, side, 1) for side in (logo.page.width, logo.page.height))
    ink = " × ".join(number(language, side, 1) for side in (logo.ink.width, logo.ink.height))
    ground = logo.traits.ground
    colours = " ".join(colour.hex for colour, _ in logo.traits.palette)
    console.show(name)
    drawn = tr("drawing") if logo.vector else tr("picture")
    console.show(f"  {logo.kind.upper()}, {drawn}, {page} px; {tr('mark')} {ink} px")
    behind = tr("on {colour}", colour=ground.hex) if ground else tr("transparent ground")
    console.show(f"  {tr(logo.traits.tone)}, {behind}; {tr('colours')} {colours}")
    console.findings(logo.findings)


def _embed(bitmap: Bitmap) -> str:
    data = base64.b64encode(encode.encode(bitmap, "png")).decode("ascii")
    return f"data:image/png;base64,{data}"
