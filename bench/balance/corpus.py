"""Turns a folder of SVG files, or an icon set as JSON, into named logos, taken evenly from it."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

INSTALL = """Give a folder of SVG logos, or the icons.json of an icon set, with --corpus PATH, as in
  npm install --prefix /some/folder simple-icons @iconify-json/logos
  python -m bench balance --corpus /some/folder/node_modules/@iconify-json/logos/icons.json
  python -m bench balance --corpus /some/folder/node_modules/simple-icons/icons
The logos are other people's trademarks: they are read for measuring, and not kept."""

Named = tuple[str, bytes]
_SIDE = 16  # of an icon that does not say its size


def logos(path: Path, most: int) -> tuple[Named, ...]:
    """Return at most so many logos, taken evenly from the whole; ValueError if there are none."""
    found = sorted(_of_set(path) if path.is_file() else _of_folder(path))
    if not found:
        raise ValueError(f"There is no SVG in {path}.")
    step = max(1.0, len(found) / most)
    return tuple(found[int(index * step)] for index in range(min(most, len(found))))


def _of_folder(folder: Path) -> Iterator[Named]:
    for file in folder.rglob("*.svg"):
        yield file.relative_to(folder).as_posix(), file.read_bytes()


def _of_set(file: Path) -> Iterator[Named]:
    """Yield the drawings of an icon set: one JSON object with bodies and sizes."""
    said = json.loads(file.read_bytes())
    for name, icon in said["icons"].items():
        sides = [icon.get(side, said.get(side, _SIDE)) for side in ("width", "height")]
        corner = [icon.get(side, said.get(side, 0)) for side in ("left", "top")]
        box = " ".join(str(each) for each in (*corner, *sides))
        head = 'xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink"'
        yield name, f'<svg {head} viewBox="{box}">{icon["body"]}</svg>'.encode()
