"""A kit that is killed at any moment: whole files, no proof of others, nothing left lying about."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from cobrand import errors

ROOT = Path(errors.__file__).parent.parent

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="Windows knows no SIGKILL")


def killed_at_every_moment(folder: Path, name: str) -> list[dict[str, object]]:
    """Return what was found after a kill at each moment, and at last after none."""
    rooms = folder / "rooms", folder / "temporary"
    for room in rooms:
        room.mkdir()
    environ = {**os.environ, "PYTHONPATH": str(ROOT), "TMPDIR": str(rooms[1])}
    command = [sys.executable, "-m", "tests.kit.killed", str(rooms[0]), name]
    done = subprocess.run(  # noqa: S603  our own words
        command, capture_output=True, encoding="utf-8", env=environ, check=False, timeout=120
    )
    assert done.returncode == 0, done.stderr
    assert list(rooms[1].iterdir()) == []
    return [json.loads(line) for line in done.stdout.splitlines()]


@pytest.mark.parametrize("name", ["kit", "kit.zip"])
def test_a_kit_over_an_earlier_one(name: str, tmp_path: Path) -> None:
    found = killed_at_every_moment(tmp_path, name)

    assert len(found) > 8
    assert [each["killed"] for each in found] == [True] * (len(found) - 1) + [False]
    assert all(each["whole"] and each["proved"] for each in found)
    assert {each["left"] for each in found} == {0}
    assert [each for each in found if each["page"] and each["whose"] != [each["page"]]] == []
    assert [each for each in found if each["paper"] and each["whose"] != [each["paper"]]] == []
    assert (found[0]["paper"], found[-1]["paper"]) == ("Old", "New")
    assert (found[0]["page"], found[-1]["page"]) == ("Old", "New")
