"""Lays out the job that every program gets: logos, words and sizes in a folder."""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from fontpkg_noto_sans import __file__ as fonts

from bench.cards import logos
from bench.cards.logos import Svg
from cobrand.library import Library

FORMATS = ("ig_square", "og_image", "x_post", "li_post", "fb_cover", "ig_portrait", "story")
GRADIENT = ("#0b5258", "#123a5c")


@dataclass(frozen=True, slots=True)
class Job:
    """What is on the cards; paths are absolute, sizes in px, one card a logo and size."""

    logos: tuple[tuple[str, float], ...]
    mark: tuple[str, float]
    formats: tuple[str, ...]
    sizes: tuple[tuple[int, int], ...]
    headline: str
    footer: str
    ground: tuple[str, str]
    bold: str


def write(folder: Path, drawings: list[Svg], formats: int, *, gradient: bool) -> Path:
    """Write the job and return its file."""
    library = Library.shipped()
    campaign = library.campaign("weareale")
    chosen = FORMATS[:formats]
    sizes = (library.format(each).size for each in chosen)
    mark = next(mark for mark in campaign.marks if mark.variant == "colour")
    files = []
    for number, (drawing, aspect) in enumerate(drawings):
        path = folder / f"logo-{number:03}.svg"
        path.write_text(drawing, encoding="utf-8")
        files.append((str(path), aspect))
    (folder / "mark.svg").write_bytes(mark.data)
    vocabulary = campaign.vocabulary("en")
    if vocabulary is None:
        raise SystemExit("The campaign has no English words.")
    job = Job(
        logos=tuple(files),
        mark=(str(folder / "mark.svg"), _aspect(mark.data.decode())),
        formats=chosen,
        sizes=tuple((round(size.width), round(size.height)) for size in sizes),
        headline=vocabulary.messages[0].text.replace("|", " "),
        footer=campaign.endorse_url,
        ground=GRADIENT if gradient else (GRADIENT[0], GRADIENT[0]),
        bold=str(next((Path(fonts).parent / "files").glob("NotoSans[[]*.ttf"))),
    )
    path = folder / "job.json"
    path.write_text(json.dumps(asdict(job)), encoding="utf-8")
    return path


def read(path: str) -> dict[str, Any]:
    """Return the job as the programs read it."""
    job: dict[str, Any] = json.loads(Path(path).read_text(encoding="utf-8"))
    return job


def _aspect(drawing: str) -> float:
    wide, high = logos.size(drawing)
    return wide / high
