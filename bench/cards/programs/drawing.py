"""The card as one SVG document, for the programs that draw SVG."""

from __future__ import annotations

import base64
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

from bench.cards.job import read

Box = tuple[float, float, float, float]


def cards(words: list[str]) -> Iterator[tuple[dict[str, Any], Path, int, tuple[int, int]]]:
    """Yield the job, the file to write, the logo's number and the size of every card wanted."""
    job, count, folder = read(words[0]), int(words[1]), Path(words[2])
    for number in range(count):
        size = job["sizes"][number % len(job["sizes"])]
        logo = number // len(job["sizes"]) % len(job["logos"])
        yield job, folder / f"{number:05}.png", logo, (size[0], size[1])


def places(wide: int, high: int, aspect: float, mark: float) -> tuple[Box, Box, Box]:
    """Return the boxes of plate, logo and mark."""
    short = min(wide, high)
    margin, tall = short / 12, short / 4.5
    plate = (margin, high - margin * 2 - tall, wide - 2 * margin, tall)
    room = plate[2] / 2 - margin
    boxes = []
    for ratio, left in ((aspect, plate[0]), (mark, plate[0] + plate[2] / 2)):
        height = min(tall * 0.6, room / ratio)
        width = height * ratio
        top = plate[1] + (tall - height) / 2
        boxes.append((left + (plate[2] / 2 - width) / 2, top, width, height))
    return plate, boxes[0], boxes[1]


def document(job: dict[str, Any], logo: int, size: tuple[int, int]) -> str:
    """Return the card: ground, headline, plate, two marks, footer."""
    (wide, high), (file, aspect) = size, job["logos"][logo]
    plate, one, two = places(wide, high, aspect, job["mark"][1])
    big, small = min(wide, high) / 11, min(wide, high) / 32
    lines = "".join(
        f'<tspan x="{plate[0]}" dy="{big * 1.15}">{line}</tspan>'
        for line in halves(job["headline"])
    )
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" '
        f'width="{wide}" height="{high}" viewBox="0 0 {wide} {high}">'
        f'<defs><linearGradient id="ground" x2="1" y2="1"><stop stop-color="{job["ground"][0]}"/>'
        f'<stop offset="1" stop-color="{job["ground"][1]}"/></linearGradient></defs>'
        f'<rect width="{wide}" height="{high}" fill="url(#ground)"/>'
        f'<text y="{plate[0]}" font-family="Noto Sans" font-weight="700" font-size="{big}" '
        f'fill="#fff">{lines}</text><rect {_box(plate)} rx="16" fill="#fff"/>'
        f"{_image(file, one)}{_image(job['mark'][0], two)}"
        f'<text x="{plate[0]}" y="{high - plate[0]}" font-family="Noto Sans" '
        f'font-size="{small}" fill="#fff">{job["footer"]}</text></svg>'
    )


def halves(headline: str) -> tuple[str, str]:
    """Break a headline in two."""
    words = headline.split()
    return " ".join(words[: len(words) // 2]), " ".join(words[len(words) // 2 :])


def draw(card: Callable[[str, tuple[int, int]], bytes]) -> None:
    """Write every card that the command line asks for."""
    for job, path, logo, size in cards(sys.argv[1:]):
        path.write_bytes(card(document(job, logo, size), size))


def _box(box: Box) -> str:
    return f'x="{box[0]}" y="{box[1]}" width="{box[2]}" height="{box[3]}"'


def _image(file: str, box: Box) -> str:
    data = base64.b64encode(Path(file).read_bytes()).decode()
    return f'<image {_box(box)} xlink:href="data:image/svg+xml;base64,{data}"/>'
