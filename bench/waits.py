"""Times what people wait for, on the shipped sample, and prints medians with their spread."""

from __future__ import annotations

import os
import statistics
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from cobrand import kit
from cobrand.engine import Engine
from cobrand.intake import door
from cobrand.library import Library
from cobrand.model.brief import Brief
from cobrand.typeset.setter import QtTypesetter

RUNS = 7


def timed(work: Callable[[], object]) -> tuple[float, float, float]:
    """Return least, median and most of several runs after one that is not counted, in ms."""
    work()
    runs = []
    for _ in range(RUNS):
        start = time.perf_counter()
        work()
        runs.append(1000 * (time.perf_counter() - start))
    return min(runs), statistics.median(runs), max(runs)


def main(_: list[str]) -> None:
    library = Library.shipped()
    sample = library.sample()
    engine = Engine(library, QtTypesetter())
    logo = engine.load(sample.logo)
    brief = Brief(name=sample.name, format="ig_square", words=sample.words_in("en"))
    card = engine.compose(brief, logo)
    data = sample.logo.read_bytes()

    def new_words() -> object:
        """Compose a card whose words were not set before."""
        return engine.compose(brief.with_word("message", f"Words at {time.perf_counter()}"), logo)

    def whole_kit() -> object:
        with tempfile.TemporaryDirectory() as folder:
            return kit.make(engine, brief, logo, Path(folder) / "kit")

    rows: list[tuple[str, Callable[[], object]]] = [
        ("read a simple SVG logo", lambda: door.read(data, name="logo.svg")),
        ("compose a card again", lambda: engine.compose(brief, logo)),
        ("compose a card with new words", new_words),
        ("draw a preview 640 px wide", lambda: engine.preview(card, 640)),
        ("the sample's whole kit, measured", whole_kit),
    ]
    print(f"{'':36}{'least':>9}{'median':>9}{'most':>9}   ms, {RUNS} runs")
    for name, work in rows:
        least, median, most = timed(work)
        print(f"{name:36}{least:9.1f}{median:9.1f}{most:9.1f}")
