"""Runs every program on the job, a whole process at a time, and prints what it took."""

from __future__ import annotations

import argparse
import os
import platform
import resource
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from bench.cards import job, logos

ROOT = Path(__file__).resolve().parents[2]
TAKUMI = Path(__file__).parent / "programs" / "takumi.mjs"
Command = Callable[[Path, int, Path], list[str]]


@dataclass(frozen=True, slots=True)
class Run:
    """What processes took together: seconds, memory of the largest, files and their bytes."""

    cpu: float
    wall: float
    peak: int
    files: int
    bytes: int


def main(words: list[str]) -> None:
    asked = _asked(words)
    with tempfile.TemporaryDirectory(prefix="bench-") as place:
        Bench(asked, Path(place)).report()


class Bench:
    """One job, and the programs that can do it here."""

    def __init__(self, asked: argparse.Namespace, folder: Path) -> None:
        self.asked, self.folder = asked, folder
        self.drawings = logos.found(asked.logos, asked.organisations)
        self.programs = _programs(asked.peers)
        self.job = self._job(2)

    def report(self) -> None:
        cards = 2 * self.asked.organisations
        here = f"{platform.platform()}, {os.cpu_count()} processors"
        print(f"{here}, Python {platform.python_version()}")
        print(
            f"{self.asked.organisations} organisations x 1080x1080 and 1200x630, ground "
            f"{self.asked.ground}; medians of {self.asked.runs} runs, programs in turn"
        )
        self._programs_table(cards)
        self._growth(cards)
        self._formats()

    def _programs_table(self, cards: int) -> None:
        print(
            f"\n{'':28}{'cold':>16}{'steady':>16}{f'x{self.asked.jobs}':>9}{'memory':>9}{'card':>9}"
        )
        heads = ("CPU", "wall", "CPU", "wall", "wall", "MB", "kB")
        widths = (8, 8, 8, 8, 9, 9, 9)
        line = (f"{head:>{width}}" for head, width in zip(heads, widths, strict=True))
        print(f"{'ms a card':28}" + "".join(line))
        once: dict[str, list[Run]] = {name: [] for name in self.programs}
        twice: dict[str, list[Run]] = {name: [] for name in self.programs}
        many: dict[str, list[Run]] = {name: [] for name in self.programs}
        for _ in range(self.asked.runs):
            for name, command in self.programs.items():
                once[name].append(self._run(command, cards))
                twice[name].append(self._run(command, 2 * cards))
                many[name].append(self._run(command, cards, self.asked.jobs))
        for name in self.programs:
            _row(name, once[name], twice[name], many[name])
        print(
            "cold: a process from its start, over the number of cards; steady: what as many cards "
            "again cost;\nreading the logos counts as cold; 'memory' is the largest process's peak"
        )

    def _growth(self, cards: int) -> None:
        counts = [count for count in (10, 100, 1000, 10_000) if count <= self.asked.most]
        print(
            "\nCPU ms a card, by the number of cards" + "".join(f"{count:>9}" for count in counts)
        )
        for name, command in self.programs.items():
            if name.startswith(("cobrand", "takumi")):
                runs = [self._run(command, count) for count in counts]
                print(f"{name:37}" + "".join(f"{1000 * run.cpu / run.files:9.1f}" for run in runs))
                print(f"{'  peak MB':37}" + "".join(f"{run.peak >> 20:9}" for run in runs))

    def _formats(self) -> None:
        counts = [count for count in (1, 2, 4, 7, 14, 30) if count <= len(job.FORMATS)]
        print(
            "\nCPU ms a card, by the number of formats" + "".join(f"{count:>7}" for count in counts)
        )
        for name, command in self.programs.items():
            if name.startswith(("cobrand", "takumi")):
                runs = [self._run(command, 10 * count, given=self._job(count)) for count in counts]
                print(f"{name:39}" + "".join(f"{1000 * run.cpu / run.files:7.1f}" for run in runs))

    def _job(self, formats: int) -> Path:
        folder = self.folder / f"job-{formats}"
        folder.mkdir(exist_ok=True)
        return job.write(folder, self.drawings, formats, gradient=self.asked.ground == "gradient")

    def _run(self, command: Command, cards: int, jobs: int = 1, given: Path | None = None) -> Run:
        with tempfile.TemporaryDirectory(dir=self.folder) as place:
            targets = [Path(place) / str(number) for number in range(jobs)]
            for target in targets:
                target.mkdir()
            begun = time.perf_counter()
            processes = [_start(command(given or self.job, cards, target)) for target in targets]
            ends = [_waited(process) for process in processes]
            wall = time.perf_counter() - begun
            sizes = [file.stat().st_size for file in Path(place).rglob("*.png")]
        cpu = sum(end.ru_utime + end.ru_stime for end in ends)
        peak = max(end.ru_maxrss for end in ends) * (1 if sys.platform == "darwin" else 1024)
        return Run(cpu, wall, peak, len(sizes), sum(sizes))


def _start(command: list[str]) -> subprocess.Popen[bytes]:
    return subprocess.Popen(command, cwd=ROOT)  # noqa: S603  the programs of this folder


def _waited(process: subprocess.Popen[bytes]) -> resource.struct_rusage:
    """Wait for a process; return what it and its children took."""
    _, status, usage = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        raise SystemExit(f"{process.args} stopped with {process.returncode}.")
    return usage


def _row(name: str, once: list[Run], twice: list[Run], many: list[Run]) -> None:
    cards = once[0].files

    def cost(runs: list[float]) -> str:
        return f"{1000 * statistics.median(runs) / cards:8.1f}"

    pairs = list(zip(once, twice, strict=True))
    print(
        f"{name:28}{cost([run.cpu for run in once])}{cost([run.wall for run in once])}"
        f"{cost([two.cpu - one.cpu for one, two in pairs])}"
        f"{cost([two.wall - one.wall for one, two in pairs])}"
        f"{1000 * statistics.median(run.wall / run.files for run in many):9.1f}"
        f"{max(run.peak for run in twice) >> 20:9}{once[0].bytes / cards / 1000:9.1f}"
    )


def _programs(peers: Path | None) -> dict[str, Command]:
    def python(name: str, *words: str) -> Command:
        module = f"bench.cards.programs.{name}"
        return lambda given, cards, to: [
            sys.executable, "-m", module, *words, str(given), str(cards), str(to)
        ]  # fmt: skip

    programs = {
        "cobrand": python("own", "drawn"),
        "cobrand, measured": python("own", "measured"),
        "cobrand, the others' card": python("same"),
        "CairoSVG": python("cairosvg_"),
        "pyvips": python("vips"),
        "Pillow": python("pillow"),
    }
    node = shutil.which("node")
    if peers is None or node is None or not (peers / "@takumi-rs" / "core").is_dir():
        print("takumi is left out: give --peers the node_modules that hold @takumi-rs/core.")
        return programs
    takumi: Command = lambda given, cards, to: [  # noqa: E731
        node, str(TAKUMI), str(peers.resolve()), str(given), str(cards), str(to)
    ]  # fmt: skip
    return {"takumi": takumi, **programs}


def _asked(words: list[str]) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="bench cards", description=__doc__)
    add = parser.add_argument
    add("--peers", type=Path, metavar="DIR", help="the node_modules that hold @takumi-rs/core")
    add(
        "--logos",
        type=Path,
        metavar="PATH",
        help="a folder of SVG files or an Iconify JSON",
    )
    add("--organisations", type=int, default=50, metavar="N", help="50 if not said")
    add(
        "--ground",
        choices=("gradient", "flat"),
        default="gradient",
        help="of the others",
    )
    add("--runs", type=int, default=3, metavar="N", help="3 if not said")
    add("--jobs", type=int, default=os.cpu_count() or 1, metavar="N", help="processes at once")
    add(
        "--most",
        type=int,
        default=1000,
        metavar="N",
        help="in the longest run: 1000",
    )
    return parser.parse_args(words)
