"""Lets atheris look for bytes that break the door: anything but a logo or a LogoError is a find.

Atheris is not among the locked dependencies, and pytest does not collect this file. In an
environment of your own that has atheris (Linux or macOS, Python 3.11 to 3.13) and cobrand's
runtime packages (`pip install atheris -r packaging/lock/runtime.txt`), from the project's folder:

    mkdir corpus && cp tests/data/logos/* corpus/
    python tests/fuzz/reading.py corpus -timeout=20 -rss_limit_mb=3000 -max_total_time=600

What it finds is written to `crash-…`, `timeout-…` or `oom-…`: read it again with
`python tests/fuzz/reading.py crash-…`. A Python error found here becomes a test; a native crash, a
slow or a hungry file costs a worker process in the program, and is contained there.
"""

from __future__ import annotations

import gc
import sys
from pathlib import Path

import atheris

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

with atheris.instrument_imports(include=["cobrand", "cssselect2", "tinycss2"]):
    from cobrand.errors import LogoError
    from cobrand.intake.door import read


def one_input(data: bytes) -> None:
    """Read a file; LogoError is a good answer, everything else that is raised is a find."""
    try:
        read(data)
    except LogoError:
        return
    finally:
        gc.collect()  # as a worker does between two files


if __name__ == "__main__":
    gc.freeze()
    atheris.Setup(sys.argv, one_input)
    atheris.Fuzz()
