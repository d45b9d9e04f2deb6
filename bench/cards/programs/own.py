"""Makes the cards with cobrand: laid out by its template, reviewed, drawn, encoded and saved.

`drawn` leaves out what happens after the file is saved: opening and measuring it again.
"""

from __future__ import annotations

import os
import sys
from functools import lru_cache
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from bench.cards.job import read
from cobrand.engine import Engine
from cobrand.export import files
from cobrand.intake import door
from cobrand.library import Library
from cobrand.model.brief import Brief
from cobrand.typeset.setter import QtTypesetter


def main(way: str, job_file: str, count: str, target: str) -> None:
    job, folder = read(job_file), Path(target)
    engine = Engine(Library.shipped(), QtTypesetter())
    logo = lru_cache(len(job["logos"]))(lambda path: door.read(Path(path).read_bytes(), name=path))
    for number in range(int(count)):
        format_ = job["formats"][number % len(job["formats"])]
        file = job["logos"][number // len(job["formats"]) % len(job["logos"])][0]
        brief = Brief(name=Path(file).stem, logo=file, format=format_, message="voice")
        card, path = engine.compose(brief, logo(file)), folder / f"{number:05}.png"
        if way == "drawn":
            files.save(path, engine.make(card, "png"))
        else:
            engine.export(card, path, "png")


main(*sys.argv[1:])
