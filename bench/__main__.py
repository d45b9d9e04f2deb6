"""Runs one of the measurements of this folder: `python -m bench cards --help`."""

from __future__ import annotations

import importlib
import sys
from pathlib import Path

USUAL = "cards"


def names() -> list[str]:
    """Return what can be measured: each a module or a folder here with a `main`."""
    here = Path(__file__).parent
    found = (path.stem for path in here.iterdir() if path.suffix == ".py" or path.is_dir())
    return sorted(name for name in found if not name.startswith("_"))


def main(words: list[str]) -> int:
    name = words.pop(0) if words and not words[0].startswith("-") else USUAL
    if name not in names():
        print(f"There is no measurement called {name}. There are: {', '.join(names())}.")
        return 2
    return importlib.import_module(f"bench.{name}").main(words) or 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
