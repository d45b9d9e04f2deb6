"""Resolves pyproject.toml into runtime.txt and dev.txt: names, versions, every file's hash."""

from __future__ import annotations

import re
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path

HERE = Path(__file__).resolve().parent
ROOT = HERE.parents[1]
SCRIPTS = "Scripts" if sys.platform == "win32" else "bin"
HEADER = "# Made by `python3 dev.py lock`: names, versions and hashes, for every system.\n"
MANNER = [
    "--universal",
    "--python-version",
    "3.11",
    "--fork-strategy",
    "fewest",
    "--generate-hashes",
    "--no-config",
    "--no-annotate",
    "--no-header",
    "--quiet",
]


def main() -> None:
    """Renew both files; a resolver is installed for this once, in a throw-away folder."""
    with tempfile.TemporaryDirectory() as folder:
        uv = resolver(Path(folder))
        resolve(uv, "runtime", "--group", "build")
        resolve(uv, "dev", "--group", "dev", "--constraints", str(HERE / "runtime.txt"))


def resolver(folder: Path) -> str:
    """Install the tool that resolves for all systems and Pythons at once."""
    demand([sys.executable, "-m", "venv", str(folder)])
    demand([str(folder / SCRIPTS / "python"), "-m", "pip", "install", "uv"])
    return str(folder / SCRIPTS / "uv")


def resolve(uv: str, name: str, *extra: str) -> None:
    """Write one lock, if it holds nothing but names, versions, markers and hashes."""
    text = demand([uv, "pip", "compile", "pyproject.toml", *MANNER, *extra])
    if "://" in text or re.search(r"^-", text, re.MULTILINE):
        sys.exit("The new lock would hold an address or an option; it was not kept.")
    (HERE / f"{name}.txt").write_text(HEADER + text, "utf-8", newline="\n")
    print(f"packaging/lock/{name}.txt: {len(re.findall(r'^[a-z]', text, re.MULTILINE))} packages")


def demand(command: Sequence[str]) -> str:
    """Run a command that must succeed; give what it printed."""
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    if done.returncode:
        sys.exit("The lock could not be renewed:\n" + "\n".join(done.stderr.splitlines()[-6:]))
    return done.stdout


if __name__ == "__main__":
    main()
