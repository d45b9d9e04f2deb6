"""Makes the guide's picture of cards on a photograph; the photograph is drawn, and nobody's.

Run `python packaging/cards.py` in the environment: it writes docs/pictures/photograph.jpg.
"""

from __future__ import annotations

import os
import sys
from pathlib import Path

import numpy as np

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))
os.environ["QT_QPA_PLATFORM"] = "offscreen"

from cobrand.engine import Engine  # noqa: E402  after the path is set
from cobrand.library import Library  # noqa: E402
from cobrand.model.bitmap import Bitmap  # noqa: E402
from cobrand.model.brief import Brief  # noqa: E402
from cobrand.model.guest import Guests, Photo  # noqa: E402
from cobrand.pixels import array, encode, svg  # noqa: E402
from cobrand.typeset.setter import QtTypesetter  # noqa: E402

TARGET = ROOT / "docs" / "pictures" / "photograph.jpg"
HEIGHT, AIR = 480, 16
FOCUS = (0.51, 0.48)
EVENT = (("event.title", "Open day at the library"), ("event.date", "2026-11-12"),
         ("event.time", "14:00"), ("event.place", "Library, Port Amber"))  # fmt: skip
CARDS = (
    Brief(format="ig_portrait", template="photograph"),
    Brief(format="ig_portrait", template="event", words=EVENT),
    Brief(format="li_post", template="photograph", language="ar"),
    Brief(format="ig_portrait", template="backdrop"),
)
PEOPLE = ((150, 760, 96, "#5a3a2c", "#7d2f3b"), (470, 690, 110, "#8a5a3c", "#24586b"),
          (840, 640, 124, "#6b4230", "#c98a2b"), (1210, 700, 108, "#3f2a22", "#3b6b4a"),
          (1500, 780, 98, "#94664a", "#4a3a6b"))  # fmt: skip


def photograph() -> Bitmap:
    """Return the drawn photograph: five people under a low sun, with the grain of a camera."""
    people = "".join(
        f'<path fill="{coat}" d="M{x - 2 * r} 1300V{y + 2 * r}q0 {-r} {r} {-r}h{2 * r}'
        f'q{r} 0 {r} {r}V1300z"/><circle cx="{x}" cy="{y}" r="{r}" fill="{skin}"/>'
        for x, y, r, skin, coat in PEOPLE
    )
    drawing = (
        '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1650 1300"><defs>'
        '<linearGradient id="s" x2="0.4" y2="1"><stop stop-color="#9cc4dc"/>'
        '<stop offset=".55" stop-color="#f0d3a4"/><stop offset="1" stop-color="#c98757"/>'
        '</linearGradient></defs><path fill="url(#s)" d="M0 0h1650v1300H0z"/>'
        '<path fill="#7f8f86" d="M0 640q300-180 620-60t520-90 510 60v800H0z" opacity=".7"/>'
        f"{people}</svg>"
    )
    pixels = array.pixels(svg.draw(drawing, 1650, 1300)).astype(np.int16)
    grain = np.random.default_rng(4).normal(0, 5, (*pixels.shape[:2], 1))
    pixels[..., :3] = (pixels[..., :3] + grain).clip(0, 255)
    return array.bitmap(pixels.astype(np.uint8))


def main() -> None:
    """Write the picture: the cards side by side."""
    library, photo = Library.shipped(), photograph()
    sample = library.sample()
    engine = Engine(library, QtTypesetter())
    logo = engine.load(sample.logo)
    strips: list[np.ndarray] = []
    for brief in CARDS:
        asked = Brief(
            logo=str(sample.logo), name=sample.name, format=brief.format, template=brief.template,
            language=brief.language, words=brief.words, photo=Photo("", FOCUS),
        )  # fmt: skip
        card = engine.compose(asked, logo, Guests(photo=photo))
        width = round(HEIGHT * card.scene.size.aspect)
        drawn = array.pixels(engine.preview(card, width))[:HEIGHT]
        strips += [drawn, np.full((HEIGHT, AIR, 4), 255, np.uint8)]
    whole = array.bitmap(np.concatenate(strips[:-1], axis=1))
    TARGET.write_bytes(encode.encode(whole, "jpeg", quality=88))


if __name__ == "__main__":
    main()
