"""Draws the cards with Pillow; it reads no SVG, so CairoSVG draws each mark once for each size."""

from __future__ import annotations

import io
import sys
from functools import cache

import cairosvg
from PIL import Image, ImageColor, ImageDraw, ImageFont

from bench.cards.programs.drawing import Box, cards, halves, places


@cache
def mark(file: str, wide: int, high: int) -> Image.Image:
    drawn = cairosvg.svg2png(url=file, output_width=wide, output_height=high)
    return Image.open(io.BytesIO(drawn)).convert("RGBA")


@cache
def font(file: str, size: int) -> ImageFont.FreeTypeFont:
    return ImageFont.truetype(file, size)


@cache
def ground(wide: int, high: int, first: str, last: str) -> Image.Image:
    along = Image.linear_gradient("L").rotate(45, Image.Resampling.BICUBIC).crop((53, 53, 203, 203))
    one, two = (Image.new("RGB", (wide, high), ImageColor.getrgb(each)) for each in (first, last))
    return Image.composite(two, one, along.resize((wide, high), Image.Resampling.BICUBIC))


def put(card: Image.Image, file: str, box: Box) -> None:
    drawn = mark(file, max(1, round(box[2])), max(1, round(box[3])))
    card.paste(drawn, (round(box[0]), round(box[1])), drawn)


for job, path, logo, size in cards(sys.argv[1:]):
    (wide, high), (file, aspect) = size, job["logos"][logo]
    plate, one, two = places(wide, high, aspect, job["mark"][1])
    big, small = min(size) / 11, min(size) / 32
    card = ground(wide, high, *job["ground"]).copy()
    pen = ImageDraw.Draw(card)
    bold, plain = (font(job["bold"], round(each)) for each in (big, small))
    for number, line in enumerate(halves(job["headline"])):
        pen.text((plate[0], plate[0] + number * big * 1.15), line, "#fff", bold)
    corner = (plate[0] + plate[2], plate[1] + plate[3])
    pen.rounded_rectangle((plate[0], plate[1], *corner), 16, "#fff")
    put(card, file, one)
    put(card, job["mark"][0], two)
    pen.text((plate[0], high - plate[0] - small), job["footer"], "#fff", plain)
    card.save(path)
