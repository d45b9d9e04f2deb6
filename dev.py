"""Sets the project up from a fresh clone, then runs, tests, measures or shows it.

Needs nothing but Python 3.11 or newer: `python3 dev.py demo`.
"""

from __future__ import annotations

import argparse
import ctypes
import errno
import hashlib
import importlib.util
import os
import platform
import re
import shutil
import subprocess
import sys
import sysconfig
import time
from collections.abc import Callable, Iterable, Mapping, Sequence
from pathlib import Path

ROOT = Path(__file__).resolve().parent
VENV = ROOT / ".venv"
STAMP = VENV / "set-up.txt"
LOCKS = ROOT / "packaging" / "lock"
LINUX = sys.platform.startswith("linux")
WINDOWS = os.name == "nt"
SCRIPTS = VENV / ("Scripts" if WINDOWS else "bin")
PYTHON = SCRIPTS / ("python.exe" if WINDOWS else "python")
SOURCE_ONLY = "pyvips"  # published as source only, but pure Python: nothing is compiled

# a library's file: the Debian package that brings it
DRAWING = {
    "libcairo.so.2": "libcairo2",
    "libEGL.so.1": "libegl1",
    "libGL.so.1": "libgl1",
    "libxkbcommon.so.0": "libxkbcommon0",
    "libdbus-1.so.3": "libdbus-1-3",
    "libfontconfig.so.1": "libfontconfig1",
    "libglib-2.0.so.0": "libglib2.0-0",
}
X_SCREEN = {
    "libX11-xcb.so.1": "libx11-xcb1",
    "libxcb-cursor.so.0": "libxcb-cursor0",
    "libxcb-icccm.so.4": "libxcb-icccm4",
    "libxcb-image.so.0": "libxcb-image0",
    "libxcb-keysyms.so.1": "libxcb-keysyms1",
    "libxcb-randr.so.0": "libxcb-randr0",
    "libxcb-render-util.so.0": "libxcb-render-util0",
    "libxcb-shape.so.0": "libxcb-shape0",
    "libxcb-xkb.so.1": "libxcb-xkb1",
    "libxkbcommon-x11.so.0": "libxkbcommon-x11-0",
}
WAYLAND_SCREEN = {
    "libwayland-client.so.0": "libwayland-client0",
    "libwayland-cursor.so.0": "libwayland-cursor0",
    "libwayland-egl.so.1": "libwayland-egl1",
}


class Stop(Exception):  # noqa: N818  (mostly no error of ours: no network, no permission)
    """The work cannot go on; the text says why, and what to do."""


def parse(argv: Sequence[str]) -> argparse.Namespace:
    """Split the words into a command, the folder of wheels, and what is passed on."""
    parser = argparse.ArgumentParser(
        prog="dev.py",
        description=__doc__,
        epilog="commands:\n"
        + "\n".join(f"  {name:7}{does.__doc__}" for name, does in COMMANDS.items()),
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    _offer_wheels(parser, None)
    parser.add_argument("command", choices=COMMANDS, metavar="command", help="see below")
    parser.add_argument("rest", nargs=argparse.REMAINDER, metavar="…", help="passed on")
    words = parser.parse_args(argv)
    if words.command != "run":  # what follows `run` belongs to the program, all of it
        tail = argparse.ArgumentParser(prog=f"dev.py {words.command}", allow_abbrev=False)
        _offer_wheels(tail, words.wheels)
        found, words.rest = tail.parse_known_args(words.rest)
        words.wheels = found.wheels
    return words


def _offer_wheels(parser: argparse.ArgumentParser, default: Path | None) -> None:
    told = "install from this folder alone, without a network"
    parser.add_argument("--wheels", type=Path, metavar="DIR", default=default, help=told)


def has_screen(environ: Mapping[str, str]) -> bool:
    """Tell whether a window can be shown."""
    return not LINUX or bool(environ.get("DISPLAY") or environ.get("WAYLAND_DISPLAY"))


def screen_parts(environ: Mapping[str, str]) -> dict[str, str]:
    """Name what Qt needs for the screen that there is, beyond drawing."""
    if not LINUX:
        return {}
    if environ.get("DISPLAY"):
        return X_SCREEN
    return WAYLAND_SCREEN if environ.get("WAYLAND_DISPLAY") else {}


def loads(library: str) -> bool:
    """Try whether the system finds this library and can load it."""
    try:
        ctypes.CDLL(library)
    except OSError:
        return False
    return True


def missing(parts: Mapping[str, str], has: Callable[[str], bool] = loads) -> list[str]:
    """List the packages whose library does not load."""
    return [package for library, package in parts.items() if not has(library)]


def venv_package() -> list[str]:
    """Name Debian's package of what `venv` needs, where its Python lacks it."""
    whole = importlib.util.find_spec("venv") and importlib.util.find_spec("ensurepip")
    return [] if whole else [f"python3.{sys.version_info[1]}-venv"]


def apt_line(packages: Iterable[str]) -> str:
    """Write the one line that installs these packages."""
    return "sudo apt-get install -y --no-install-recommends " + " ".join(packages)


def provide(parts: Mapping[str, str], *, venv: bool = False) -> None:
    """Install the system packages that are missing, or say how."""
    wanted = [*(venv_package() if venv else []), *missing(parts)]
    if not wanted:
        return
    if shutil.which("apt-get") is None:
        raise Stop(
            "These system packages are missing (by their Debian names): "
            f"{' '.join(wanted)}\nInstall what your system calls them, then run this again."
        )
    if not hasattr(os, "geteuid") or os.geteuid() != 0:
        raise Stop(
            f"Some system packages are missing. Run this line, then try again:\n{apt_line(wanted)}"
        )
    apt_install(wanted)
    importlib.invalidate_caches()
    if left := [*(venv_package() if venv else []), *missing(parts)]:
        raise Stop(f"These system packages were installed, but do not work: {' '.join(left)}")


def apt_install(packages: Sequence[str]) -> None:
    """Install packages as root, renewing apt's lists only if that is needed."""
    print("Installing system packages:", *packages, flush=True)
    install = ["apt-get", "install", "-y", "-qq", "--no-install-recommends", *packages]
    for command in (install, ["apt-get", "update", "-qq"], install):
        done = quietly(command, {**os.environ, "DEBIAN_FRONTEND": "noninteractive"})
        if command is install and done.returncode == 0:
            return
    raise Stop(
        f"apt-get could not install them:\n{last_lines(done.stderr)}\n"
        f"When that is mended, run this again, or first:\n{apt_line(packages)}"
    )


def place() -> str:
    """Describe what an environment is tied to; where it differs, a new one is made."""
    return f"{platform.python_version()} {platform.machine()} {sys.platform} {ROOT}"


def stamp(lock: bytes, where: str) -> str:
    """Write down what an environment was made from, in two lines."""
    return f"{where}\n{hashlib.sha256(lock).hexdigest()}\n"


def prepare(wheels: Path | None, parts: Mapping[str, str] | None = None) -> None:
    """Make everything ready that the commands need; quick when it already is."""
    if wheels and not wheels.is_dir():
        raise Stop(f"There is no folder {wheels}.")
    lock = (LOCKS / "dev.txt").read_bytes()
    wanted = stamp(lock, place())
    found = STAMP.read_text("utf-8") if STAMP.is_file() and PYTHON.exists() else ""
    if found == wanted:
        provide(parts or {})
        return
    started = time.monotonic()
    provide({**(DRAWING if LINUX else {}), **(parts or {})}, venv=True)
    if found.partition("\n")[0] != place():
        make_venv()
    install(lock.decode(), wheels)
    link_checkout()
    STAMP.write_text(wanted, "utf-8")
    print(f"Set up in {time.monotonic() - started:.0f} s.", flush=True)


def make_venv() -> None:
    """Start over with an empty environment."""
    print("Making .venv …", flush=True)
    done = quietly([sys.executable, "-m", "venv", "--clear", str(VENV)])
    if done.returncode:
        raise Stop(f".venv could not be made:\n{last_lines(done.stderr or done.stdout)}")


def link_checkout() -> None:
    """Let the environment import the program straight from this folder."""
    folder = sysconfig.get_path("purelib", "venv", {"base": str(VENV)})
    # a path file is read in the system's own encoding: pure ASCII survives every one
    line = f"import sys; sys.path.append({str(ROOT)!a})\n"
    Path(folder, "cobrand-checkout.pth").write_text(line, "ascii")


def install(lock: str, wheels: Path | None) -> None:
    """Install what the lock names, and nothing that it does not."""
    print("Installing the locked packages (some 160 MB) …", flush=True)
    listed = VENV / "locked.txt"
    home_built = wheel_of(SOURCE_ONLY, wheels)
    if home_built:
        lock = with_hash(lock, SOURCE_ONLY, home_built.read_bytes())
    listed.write_text(entry(lock, "setuptools"), "utf-8")  # it builds the one that has no wheel
    pip(["install", "--only-binary", ":all:", "-r", str(listed)], wheels)
    listed.write_text(lock, "utf-8")
    pip(["install", *built_here(listed, () if home_built else (SOURCE_ONLY,))], wheels)


def built_here(listed: Path, sources: Sequence[str] = (SOURCE_ONLY,)) -> list[str]:
    """Have pip take wheels for all but these, and build those with what is already there."""
    from_source = [f"--no-binary={name}" for name in sources]
    return ["--only-binary=:all:", *from_source, "--no-build-isolation", "-r", str(listed)]


def entry(lock: str, name: str) -> str:
    """Cut one package's lines out of a lock."""
    found = re.search(rf"^{re.escape(name)}==.*\n(?:[ \t].*\n?)*", lock, re.MULTILINE)
    if not found:
        raise Stop(f"packaging/lock/dev.txt does not name {name}. Renew it: python3 dev.py lock")
    return found[0]


def wheel_of(name: str, folder: Path | None) -> Path | None:
    """Find a package's wheel in the folder that the person gave."""
    return next(iter(sorted(folder.glob(f"{name}-*.whl"))), None) if folder else None


def with_hash(lock: str, name: str, wheel: bytes) -> str:
    """Accept one more file for a package: the wheel that the person built."""
    old = entry(lock, name)
    more = f" \\\n    --hash=sha256:{hashlib.sha256(wheel).hexdigest()}\n"
    return lock.replace(old, old.rstrip() + more)


def pip(words: Sequence[str], wheels: Path | None) -> None:
    """Run pip; on failure, stop with a plain sentence."""
    environ = child_environ()
    source: list[str] = []
    if wheels:
        source = ["--no-index", "--find-links", str(wheels.resolve())]
        environ = {k: v for k, v in environ.items() if not k.startswith("PIP_")}
        environ["PIP_CONFIG_FILE"] = os.devnull
    manner = ["--disable-pip-version-check", "--require-hashes", *source]
    if not sys.stdout.isatty():  # progress is for a person, not for a log
        manner.append("--quiet")
    command = [str(PYTHON), "-m", "pip", *words, *manner]
    done = subprocess.run(command, env=environ, stderr=subprocess.PIPE, text=True, check=False)
    if done.returncode:
        raise Stop(why_pip_failed(done.stderr, wheels))


def why_pip_failed(told: str, wheels: Path | None) -> str:
    """Turn pip's last words into a sentence that says what to do."""
    lacking = re.search(r"No matching distribution found for (\S+)", told)
    if "No space left" in told:
        return "The disk is full. Free about 1 GB, then run this again."
    if "DO NOT MATCH THE HASHES" in told:
        return f"A file is not the one that the lock names:\n{last_lines(told)}"
    if wheels and lacking:
        return (
            f"{wheels} has no file of {lacking[1]} that fits this computer. "
            "Where there is a network, fill the folder with: python3 dev.py fetch DIR"
        )
    if re.search(r"Retrying|onnection|resolve host|timed out", told):
        return no_index(told)
    if lacking:
        return f"There is no {lacking[1]} for this system and Python {platform.python_version()}."
    return f"The packages could not be installed:\n{last_lines(told)}"


def no_index(told: str) -> str:
    """Say what stands between this computer and the package index."""
    if "CERTIFICATE_VERIFY_FAILED" in told:
        return (
            "The package index shows a certificate that Python does not know: a company's network "
            "may stand between. Name the file with its certificates in PIP_CERT, for example\n"
            "export PIP_CERT=/etc/ssl/certs/ca-certificates.crt\nand run this again."
        )
    return (
        "No network, or the package index does not answer. Try again later, "
        "or install from a folder: python3 dev.py --wheels DIR …"
    )


def child_environ(**more: str) -> dict[str, str]:
    """Give what we start this environment, less what leads Python elsewhere."""
    kept = {k: v for k, v in os.environ.items() if k not in ("PYTHONPATH", "PYTHONHOME")}
    return {**kept, **more}


def unseen() -> dict[str, str]:
    """Give an environment in which Qt draws without a screen and text is UTF-8."""
    return child_environ(QT_QPA_PLATFORM="offscreen", **({"LC_ALL": "C.UTF-8"} if LINUX else {}))


def quietly(
    command: Sequence[str], environ: Mapping[str, str] | None = None
) -> subprocess.CompletedProcess[str]:
    """Run a command, keeping what it says."""
    return subprocess.run(command, env=environ, capture_output=True, text=True, check=False)


def last_lines(text: str, count: int = 6) -> str:
    """Keep the end of a long complaint."""
    return "\n".join(text.strip().splitlines()[-count:])


def program(*words: str, cwd: Path | None = None) -> int:
    """Run cobrand itself."""
    command = [str(PYTHON), "-m", "cobrand", *words]
    return subprocess.run(command, cwd=cwd, env=child_environ(), check=False).returncode


def tool(name: str, *words: str) -> list[str]:
    """Name a tool of the environment with its arguments."""
    return [str(SCRIPTS / name), *words]


CHECKS = (
    tool("ruff", "format", "--check", "."),
    tool("ruff", "check", "."),
    tool("mypy"),
    tool("mypy", "--strict", "dev.py"),
    tool("lint-imports"),
)


def run_all(steps: Iterable[Sequence[str]]) -> int:
    """Run every step, even after one has failed; give the first failure's exit code."""
    failed: list[tuple[str, int]] = []
    for step in steps:
        shown = " ".join([Path(step[0]).name, *step[1:]])
        print(f"\n$ {shown}", flush=True)
        code = subprocess.run(step, cwd=ROOT, env=unseen(), check=False).returncode
        if code:
            failed.append((shown, code))
    if failed:
        print("\nFailed:", *(f"  {shown}" for shown, _ in failed), sep="\n", flush=True)
    return failed[0][1] if failed else 0


def demo(words: argparse.Namespace) -> int:
    """make the sample organisation's whole kit in out/, then open the window"""
    prepare(words.wheels, screen_parts(os.environ))
    started = time.monotonic()
    if code := program("kit", "--sample", "--out", "out", "--replace", cwd=ROOT):
        return code
    print(f"The kit is in {ROOT / 'out'}, made in {time.monotonic() - started:.1f} s.", flush=True)
    if not has_screen(os.environ):
        print("There is no screen here. Where there is one: python3 dev.py run")
        return 0
    print("Opening the window …", flush=True)
    return program()


def run(words: argparse.Namespace) -> int:
    """run the program: all that follows is passed on; with nothing, the window opens"""
    prepare(words.wheels, None if words.rest else screen_parts(os.environ))
    return program(*words.rest)


def check(words: argparse.Namespace) -> int:
    """look at form, types and the direction of imports"""
    prepare(words.wheels)
    return run_all(CHECKS)


def test(words: argparse.Namespace) -> int:
    """check, then run every test; what follows goes to pytest"""
    prepare(words.wheels)
    return run_all([*CHECKS, tool("pytest", "-n", "auto", *words.rest)])


def bench(words: argparse.Namespace) -> int:
    """repeat the measurements"""
    if not (ROOT / "bench" / "__main__.py").is_file():
        raise Stop("There is nothing to measure yet: no bench/__main__.py.")
    prepare(words.wheels)
    return run_all([tool("python", "-m", "bench", *words.rest)])


def shots(words: argparse.Namespace) -> int:
    """make the pictures of the window and of cards for the guide, in docs/pictures"""
    prepare(words.wheels)
    cards = tool("python", "packaging/cards.py")
    return run_all([tool("python", "-m", "cobrand.gui.shots", "docs/pictures"), cards])


def lock(words: argparse.Namespace) -> int:
    """renew the locked versions and hashes in packaging/lock (needs a network)"""
    provide({}, venv=True)
    return run_all([[sys.executable, str(LOCKS / "renew.py")]])


def fetch(words: argparse.Namespace) -> int:
    """fill a folder with all that --wheels needs on a computer like this one"""
    if len(words.rest) != 1:
        raise Stop("Say which folder: python3 dev.py fetch DIR")
    prepare(words.wheels)
    pip(["download", "-d", words.rest[0], *built_here(LOCKS / "dev.txt")], words.wheels)
    print(f"Filled. On the other computer: python3 dev.py --wheels {words.rest[0]} demo")
    return 0


COMMANDS: dict[str, Callable[[argparse.Namespace], int]] = {
    each.__name__: each for each in (demo, test, run, check, bench, shots, lock, fetch)
}


def plainly(problem: OSError) -> str:
    """Say what the system refused."""
    if problem.errno == errno.ENOSPC:
        return "The disk is full. Free about 1 GB, then run this again."
    where = problem.filename or ROOT
    if isinstance(problem, PermissionError):
        return f"No permission to use {where}."
    return f"{problem.strerror or problem}: {where}"


def main() -> int:
    """Do what was asked; every expected failure is a sentence, never a traceback."""
    if sys.version_info < (3, 11):  # noqa: UP036  (a person may well start it with an older one)
        print(f"dev.py needs Python 3.11 or newer; this is {platform.python_version()}.")
        return 1
    words = parse(sys.argv[1:])
    try:
        return COMMANDS[words.command](words)
    except KeyboardInterrupt:
        return 130
    except (Stop, OSError) as problem:
        print(plainly(problem) if isinstance(problem, OSError) else problem, file=sys.stderr)
        return 1


if __name__ == "__main__":
    sys.exit(main())
