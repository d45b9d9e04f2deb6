"""Turns names on the command line into files, and many files into logos, in order and in time."""

from __future__ import annotations

from argparse import Namespace
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from pathlib import Path

from cobrand import settings
from cobrand.errors import CobrandError, WrongUse
from cobrand.intake.readers import processors
from cobrand.model.limits import LEAST, MOST, Limits
from cobrand.model.logo import BitmapArt, Logo

Outcome = Logo | CobrandError
MOST_JOBS = 64
_AHEAD = 8
"""Files a worker that may be read before it is their turn: one slow file does not stop the rest."""
_MOST_HELD = 100_000_000
"""Bytes of pictures that may wait for their turn."""


def limits(asked: Namespace) -> Limits:
    """Return what reading a file may cost: as asked, else as this person's settings say."""
    kept = settings.read(settings.default_file()).limits
    return Limits(
        _within("--limit-seconds", asked.limit_seconds, int(LEAST.seconds), int(MOST.seconds))
        or kept.seconds,
        _within("--limit-memory", asked.limit_memory, LEAST.memory, MOST.memory) or kept.memory,
    )


def jobs(asked: Namespace) -> int:
    """Return how many files are read at once."""
    return _within("--jobs", asked.jobs, 1, MOST_JOBS) or min(processors(), MOST_JOBS)


def files(names: Sequence[Path]) -> Iterator[Path]:
    """Yield every file that is named, and whatever is no folder inside every folder, in order.

    What is hidden is left out; links to folders are not followed. A folder that cannot be looked
    into is yielded itself: reading it says what is wrong.
    """
    for name in names:
        yield from _inside(name) if is_folder(name) else (name,)


def is_folder(path: Path) -> bool:
    """Say whether this is a folder, as far as the system tells."""
    try:
        return path.is_dir()
    except OSError:  # a name that is too long, a disk that does not answer
        return False


def each(
    paths: Iterable[Path], read: Callable[[Path], Logo], at_once: int
) -> Iterator[tuple[Path, Outcome]]:
    """Yield every file's logo, or what is wrong with it, in the order of the paths.

    So many are read at once, and a few ahead of their turn: the memory this takes does not grow
    with their number.
    """
    waiting: deque[tuple[Path, Future[Outcome]]] = deque()
    pool = ThreadPoolExecutor(at_once, thread_name_prefix="reading")
    try:
        for path in paths:
            waiting.append((path, pool.submit(_outcome, read, path)))
            while len(waiting) > _AHEAD * at_once or (_held(waiting) > _MOST_HELD):
                yield _done(waiting)
        while waiting:
            yield _done(waiting)
    finally:
        pool.shutdown(wait=False, cancel_futures=True)


def whole(outcome: Outcome) -> Logo:
    """Return the logo, or raise what is wrong with it."""
    if isinstance(outcome, CobrandError):
        raise outcome
    return outcome


def _outcome(read: Callable[[Path], Logo], path: Path) -> Outcome:
    try:
        return read(path)
    except CobrandError as problem:
        return problem


def _done(waiting: deque[tuple[Path, Future[Outcome]]]) -> tuple[Path, Outcome]:
    path, future = waiting.popleft()
    return path, future.result()


def _held(waiting: deque[tuple[Path, Future[Outcome]]]) -> int:
    return sum(_weight(future.result()) for _, future in waiting if future.done())


def _weight(outcome: Outcome) -> int:
    if isinstance(outcome, CobrandError):
        return 0
    art = outcome.art
    return len(art.bitmap.data) if isinstance(art, BitmapArt) else len(art.body)


def _inside(folder: Path) -> Iterator[Path]:
    try:
        found = sorted(each for each in folder.iterdir() if not each.name.startswith("."))
    except OSError:
        yield folder
        return
    for path in found:
        if is_folder(path) and not path.is_symlink():
            yield from _inside(path)
        else:
            yield path


def _within(option: str, given: int | None, least: int, most: int) -> int | None:
    if given is not None and not least <= given <= most:
        raise WrongUse(
            "wrong-use.out-of-range", option=option, given=str(given), least=least, most=most
        )
    return given
