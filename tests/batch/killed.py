"""Makes a roster's set, or goes on with it, in a program of its own that may be killed."""

from __future__ import annotations

import sys
from pathlib import Path

from cobrand.batch import make as batches
from cobrand.batch.crew import Processes
from cobrand.batch.plan import Plan
from cobrand.batch.run import How
from cobrand.batch.wish import Wish
from cobrand.library import Library
from tests.batch.fakes import answer, roster

NAMES = tuple(f"bad {n}" if n % 25 == 7 else f"slow {n}" for n in range(60))
WISH = Wish(formats=("ig_square", "og_image"))


def main(logos: Path, out: Path) -> None:
    crew = Processes(answer, 2)
    how = How(out, resume=True, language="en")
    done = batches.make(Plan(Library.shipped(), roster(logos, NAMES), WISH), crew, how)
    crew.close()
    sys.stdout.write(f"{done.result.jobs} {dict(done.result.states)}")


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
