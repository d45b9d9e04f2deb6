"""A file beside its proof is measured with the logos that are near, if they are still the same."""

from __future__ import annotations

import hashlib
import json
from pathlib import Path

import pytest

from cobrand.cli import commands, kits, near, verify
from cobrand.engine import Engine
from cobrand.intake import door
from cobrand.library import Library
from cobrand.model.brief import Brief
from cobrand.typeset.setter import QtTypesetter
from tests.cli.conftest import Run, Said


@pytest.fixture(scope="module")
def engine(library: Library, typesetter: QtTypesetter) -> Engine:
    """The real engine; logos are read in this process, which is faster here."""
    return Engine(
        library, typesetter, load=lambda path, care: door.read(path.read_bytes(), care=care)
    )


def codes(said: Said) -> dict[str, str]:
    return {each["code"]: each["severity"] for each in json.loads(said.out)["findings"]}


def lockups(run: Run, logo: Path, engine: Engine, *words: str) -> list[Path]:
    """Make a kit of lock-ups with a partner, whose logo is beside the kit, and return its PNGs."""
    partner = logo.with_name("partner.svg")
    partner.write_text(logo.read_text("utf-8").replace("0A3C78", "7A1FA2"), "utf-8")
    kit = [str(logo), "--out", str(logo.with_name("kit")), "--formats", "lockup", "--json"]
    said = run(commands.KIT, kits.kit, [*kit, "--partner", str(partner), *words], lambda: engine)
    files = [Path(each["file"]) for each in json.loads(said.out)["files"]]
    return [each for each in files if each.suffix == ".png"]


def test_a_changed_file_is_measured_with_the_logos_near_its_proof(
    run: Run, logo: Path, engine: Engine
) -> None:
    files = lockups(run, logo, engine)
    assert any("@2x" in each.name for each in files)
    for file in files[:2]:
        file.write_bytes(file.read_bytes() + b"more")
        found = codes(run(commands.CHECK, verify.check, [str(file), "--json"], lambda: engine))

        assert found["proof.other-bytes"] == "breach"
        assert (found["file.gap"], found["file.size"], found["file.prominence"]) == ("kept",) * 3


def test_a_logo_with_other_bytes_is_not_the_one_of_the_proof(
    run: Run, logo: Path, engine: Engine
) -> None:
    file = lockups(run, logo, engine)[0]
    logo.write_text(logo.read_text("utf-8") + "<!-- new -->", "utf-8")
    said = run(commands.CHECK, verify.check, [str(file), "--json"], lambda: engine)

    assert json.loads(said.out)["measured"] is None
    assert codes(said)["file.gap"] == "kept"


def test_what_was_laid_out_is_still_told_of_the_same_bytes(
    run: Run, logo: Path, engine: Engine
) -> None:
    file = lockups(run, logo, engine)[0]
    told = json.loads((file.parent / "proof.json").read_bytes())["files"]
    known = {each["code"] for entry in told if entry["name"] == file.name
             for each in entry["findings"]}  # fmt: skip
    found = codes(run(commands.CHECK, verify.check, [str(file), "--json"], lambda: engine))

    assert set(found) == known | {"proof.same-bytes"}


@pytest.mark.parametrize("name", ["/etc/hostname", "../../logo.svg", "a/../../logo.svg"])
def test_a_proof_names_no_file_that_is_far_from_it(tmp_path: Path, name: str) -> None:
    (tmp_path / "logo.svg").write_text("x", "utf-8")
    folder = tmp_path / "a" / "b" / "c"
    folder.mkdir(parents=True)
    entry = {"name": "x.png", "brief": json.loads(Brief(logo=name).to_json())}
    digest = hashlib.sha256(b"x").hexdigest()
    said = {"files": [entry], "logos": [{"file": name, "sha256": digest, "role": "logo"}]}
    (folder / "proof.json").write_text(json.dumps(said), "utf-8")
    proof = near.proof_of(folder / "x.png")

    assert proof is not None
    assert near.brief_of(proof) is None
