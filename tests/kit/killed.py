"""Makes a kit over an earlier one again and again, killed one moment later each time.

A moment is any call that opens, closes for good, renames or removes something in the kit's folder.
Run as a program, it prints what was found after each kill, a line of JSON for each.
"""

from __future__ import annotations

import hashlib
import io
import itertools
import json
import os
import shutil
import signal
import sys
import time
import zipfile
from collections.abc import Mapping
from pathlib import Path

from cobrand import kit
from cobrand.export import files
from cobrand.export.files import Store
from cobrand.export.written import Measured, Written
from cobrand.model.brief import Brief
from cobrand.model.composition import Composition
from cobrand.model.geometry import Size
from tests.kit.fakes import LOGO, FakeEngine

CALLS = {"open", "os.link", "os.mkdir", "os.remove", "os.rename"}
PROOFS = ("proof.html", "proof.json", "proof.pdf")


class QuickEngine(FakeEngine):
    """Writes the organisation's name instead of a card, so that a kit takes milliseconds."""

    def export(
        self,
        composition: Composition,
        target: Path,
        kind: str,
        *,
        overwrite: bool = False,
        store: Store = files,
    ) -> Written:
        name = composition.brief.name
        store.save(target, f"{name} {target.name}".encode() * 2000, overwrite)
        data = store.read(target)
        facts = Measured(kind, Size(1, 1), "px", len(data))
        digest = hashlib.sha256(data).hexdigest()
        return Written(target, kind, len(data), digest, composition.brief, facts, ())


def make(target: Path, name: str) -> None:
    kit.make(QuickEngine(), Brief(name=name), LOGO, target, overwrite=True)


def make_until(target: Path, moment: int) -> bool:
    """Make a new kit in a process that kills itself at this moment; say whether it came so far."""
    child = os.fork()
    if not child:
        moments = itertools.count()
        fsync = os.fsync

        def watch(event: str, values: tuple[object, ...]) -> None:
            inside = any(str(target.parent) in str(value) for value in values[:2])
            if event in CALLS and inside and next(moments) == moment:
                os.kill(os.getpid(), signal.SIGKILL)

        def settle(handle: int) -> None:
            watch("open", (target.parent,))
            fsync(handle)

        os.fsync = settle
        sys.addaudithook(watch)
        make(target, "New")
        os._exit(0)
    _, status = os.waitpid(child, 0)
    return os.WIFSIGNALED(status) and os.WTERMSIG(status) == signal.SIGKILL


def held(target: Path) -> Mapping[str, bytes]:
    """Return what a kit holds by name, those under no final name left out."""
    if target.suffix != ".zip":
        found = {path.name: path.read_bytes() for path in target.iterdir()}
        return {name: data for name, data in found.items() if not name.startswith(".")}
    with zipfile.ZipFile(io.BytesIO(target.read_bytes())) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def found(target: Path) -> dict[str, object]:
    """Say which kit each file and each proof is of, and whether anything else lies about."""
    inside = held(target)
    made = {name: data for name, data in inside.items() if name not in PROOFS}
    whose = {name: data[:3].decode() for name, data in made.items()}
    proved = json.loads(inside["proof.json"])["files"] if "proof.json" in inside else []
    room = target if target.is_dir() else target.parent
    parts = sum(path.name.startswith(".") for path in room.iterdir())
    return {
        "whole": all(
            data == f"{data[:3].decode()} {n}".encode() * 2000 for n, data in made.items()
        ),
        "whose": sorted(set(whose.values())),
        "page": next((who for who in ("Old", "New") if page_of(inside, who)), ""),
        "paper": inside.get("proof.pdf", b"").decode().rpartition(" ")[2],
        "proved": all(
            hashlib.sha256(made[each["name"]]).hexdigest() == each["sha256"] for each in proved
        ),
        "left": parts - files.sweep(room, now=time.time() + 60),
    }


def page_of(inside: Mapping[str, bytes], name: str) -> bool:
    return f"<bdi>{name}</bdi>".encode() in inside.get("proof.html", b"")


def main(folder: Path, name: str) -> None:
    make(folder / "old" / name, "Old")
    for moment in itertools.count():
        target = folder / str(moment) / name
        shutil.copytree(folder / "old", target.parent)
        killed = make_until(target, moment)
        sys.stdout.write(json.dumps({"killed": killed, **found(target)}) + "\n")
        if not killed:
            return


if __name__ == "__main__":
    main(Path(sys.argv[1]), sys.argv[2])
