"""Reads every canary in this process and writes down what Python was asked to open or to reach."""

from __future__ import annotations

import json
import sys
from pathlib import Path

from cobrand.errors import LogoError
from cobrand.intake import eps, office, pdf
from cobrand.intake.door import read
from cobrand.intake.drawing.svg import document
from cobrand.model.geometry import Box
from cobrand.model.logo import Logo, SvgArt
from cobrand.pixels import cairo, svg
from tests.intake.harm.canaries import Cage, corpus, everything
from tests.logos import svg as plain

LOADED = (eps, office, pdf)
"""Rooms that are loaded with the first file of their kinds: that is no logo's doing either."""
REACHING = ("socket", "urllib", "subprocess", "os.system", "os.exec", "os.posix_spawn", "ctypes",
            "http", "ftplib", "os.listdir", "os.scandir", "os.startfile", "webbrowser")  # fmt: skip


def main(port: int, folder: str) -> None:
    events: list[str] = []
    awake: list[bool] = []

    def hear(event: str, values: tuple[object, ...]) -> None:
        if awake and (event == "open" or event.startswith(REACHING)):
            events.append(f"{event} {values[0] if values else ''}")

    cage = Cage(port, Path(folder))
    files = [*corpus(cage), ("everything", everything(cage))]
    _draw(read(plain("wide")))  # what is loaded when first used is no logo's doing
    sys.addaudithook(hear)
    awake.append(True)
    found = [_outcome(name, data) for name, data in files]
    awake.clear()
    print(json.dumps({"events": events, "found": found}))  # noqa: T201 - the test reads it


def _outcome(name: str, data: bytes) -> dict[str, str]:
    try:
        logo = read(data)
    except LogoError as error:
        return {"name": name, "code": error.code, "values": repr(error.values)}
    _draw(logo)
    said = repr([finding.values for finding in logo.findings])
    body = logo.art.body if isinstance(logo.art, SvgArt) else ""
    return {"name": name, "body": body, "values": said}


def _draw(logo: Logo) -> None:
    """Draw it as a card does, and as a PDF does."""
    if isinstance(logo.art, SvgArt):
        page = document(logo.art.body, Box.of(logo.page))
        svg.draw(page, 64, 64)
        if logo.art.press:
            cairo.pressed(page, "svg2pdf")


if __name__ == "__main__":
    main(int(sys.argv[1]), sys.argv[2])
