"""Asks the real logo-soup for sizes, where Node and the package are there."""

from __future__ import annotations

import json
import math
import shutil
import subprocess
import tempfile
from collections.abc import Sequence
from pathlib import Path

from bench.balance.looks import Look
from cobrand.pixels import bitmap

_PIXELS = 2048  # that logo-soup looks at
_LARGE = 400  # px a unit of height: so large that whole pixels round nothing away
_SCRIPT = Path(__file__).with_name("soup.mjs")


def heights(looks: Sequence[Look], package: Path) -> list[float]:
    """Return the heights that logo-soup gives; RuntimeError says what it stumbled over.

    It reads pictures with a canvas that is not installed everywhere, so it is handed the pixels
    that it would have got: as many as it looks at, of the logo's own box.
    """
    node = shutil.which("node")
    chunks = package / "dist" / "_chunks-es" / "normalize.js"
    if node is None or not chunks.is_file():
        raise RuntimeError(f"Node, or {chunks}, is not there.")
    with tempfile.TemporaryDirectory() as folder:
        asked = [_asked(each, Path(folder) / str(at)) for at, each in enumerate(looks)]
        done = subprocess.run(  # noqa: S603  a program of the person's own
            [node, str(_SCRIPT), chunks.resolve().as_uri()],
            input=json.dumps(asked),
            capture_output=True,
            encoding="utf-8",
            check=False,
        )
    if done.returncode:
        raise RuntimeError(done.stderr.strip()[-400:])
    return [float(each) for each in json.loads(done.stdout)]


def _asked(look: Look, file: Path) -> dict[str, object]:
    """Put a logo's pixels into a file, and return the sizes that go with it."""
    width, height = round(_LARGE * look.aspect), _LARGE
    share = math.sqrt(_PIXELS / (width * height))
    sides = max(1, round(width * share)), max(1, round(height * share))
    file.write_bytes(bitmap.resized(look.sample, *sides).data)
    return {"file": str(file), "width": width, "height": height, "sides": sides}
