"""What a kit's proof tells: to a program that knows its schema, and to nobody else's eyes."""

from __future__ import annotations

import hashlib
import json
import zipfile
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from cobrand import kit
from cobrand.errors import WriteFailed
from cobrand.export.given import given
from cobrand.model.brief import Brief
from cobrand.model.guest import Companion, Guests, Partner, Permission, Photo
from cobrand.model.override import Override
from tests.export.schema import SCHEMA, faults, proof_in
from tests.kit.fakes import LOGO, FakeEngine

READ = replace(LOGO, digest=hashlib.sha256(b"logo").hexdigest())
BRIEF = Brief(
    name="Riverbank",
    logo="/home/anna/private/riverbank.svg",
    reversed="C:\\Users\\anna\\white.svg",
    partners=(Partner("/home/anna/bridges.svg", "Bridges"), Partner("/srv/x/jisr.png", "جسور")),
    companions=(Companion("eu", "/home/anna/flag.svg"),),
    photo=Photo("/home/anna/photo.jpg"),
    permissions=(Permission("Bridges", "Anna Berg", "2026-05-31", "by mail"),),
)
GUESTS = Guests((READ, READ), (READ,), LOGO.sample)


def made(target: Path, brief: Brief = BRIEF, engine: FakeEngine | None = None, **more: Any) -> Path:
    logo = replace(READ, variants=(("reversed", READ),))
    kit.make(engine or FakeEngine(), brief, logo, target, guests=GUESTS, **more)  # type: ignore[arg-type]
    return target


def test_the_schema_is_one() -> None:
    Draft202012Validator.check_schema(SCHEMA)


@pytest.mark.parametrize("language", ["en", "ar", "fr"])
def test_a_proof_is_as_its_schema_says(tmp_path: Path, language: str) -> None:
    folder = made(tmp_path / "kit", replace(BRIEF, language=language), by="Anna")

    assert faults((folder / "proof.json").read_bytes()) == []


def test_every_number_of_a_proof_is_in_its_schema(tmp_path: Path) -> None:
    proof = proof_in(made(tmp_path / "kit"))
    proof["made"] = ""
    measured = proof["files"][0]["measured"]
    measured["marks"] = [
        {"role": "logo-3", "variant": "", "box_px": [0, 0, 9, 9], "stretch": 1.0, "turn": -0.1,
         "contrast": 3.2, "prominence": 1.1, "colours": 0.2, "present": 1.0, "sharp": 0.9,
         "sure": 0.99, "ppi": 310.5},
    ]  # fmt: skip
    measured |= {"x_px": 40.1, "line_px": 2.0, "line_room_px": 39.0, "profile": "sRGB",
                 "text_contrast": 7.2, "text_role": "message"}  # fmt: skip

    assert faults(json.dumps(proof).encode()) == []
    measured["marks"][0]["presents"] = measured["marks"][0].pop("present")
    assert len(faults(json.dumps(proof | {"made": "today"}).encode())) == 3


def test_a_proof_of_a_kit_that_went_wrong_is_too(tmp_path: Path) -> None:
    def refuse(target: Path) -> None:
        if target.suffix == ".png":
            folder = str(target.parent)
            raise WriteFailed("export.not-permitted", name=target.name, folder=folder)

    reasons = (Override("rule.gap", "so it is"), Override("", "all", "Anna"))
    folder = made(tmp_path / "kit", engine=FakeEngine(refuse), overrides=reasons)

    assert faults((folder / "proof.json").read_bytes()) == []
    assert proof_in(folder)["failed"][0]["values"]["folder"] == "kit"


def test_the_schema_holds_a_proof_to_what_it_says(tmp_path: Path) -> None:
    proof = proof_in(made(tmp_path / "kit"))
    proof["files"][0]["brief"]["logo"] = "/home/anna/logo.svg"
    proof["files"][0]["findings"][0]["overridden"] = {"reason": " ", "by": ""}

    assert len(faults(json.dumps(proof).encode())) == 3


@pytest.mark.parametrize("name", ["kit", "kit.zip"])
def test_no_folder_of_a_person_is_in_any_proof(tmp_path: Path, name: str) -> None:
    target = made(tmp_path / "sent" / name)
    if name == "kit":
        texts = [path.read_bytes() for path in target.glob("proof.*")]
    else:
        with zipfile.ZipFile(target) as archive:
            texts = [archive.read(each) for each in archive.namelist() if "proof" in each]

    assert len(texts) == 3
    for text in texts:
        assert not any(
            word in text for word in (b"anna", b"/srv", b"private", str(tmp_path).encode())
        )


def test_a_file_beside_the_kit_can_be_found_from_its_proof(tmp_path: Path) -> None:
    inside, beside = tmp_path / "kit" / "logos" / "a.svg", tmp_path / "b.svg"
    brief = Brief(name="Riverbank", logo=str(inside), reversed=str(beside), mono="/elsewhere/c.svg")
    entry = proof_in(made(tmp_path / "kit", brief))["files"][0]["brief"]

    assert (entry["logo"], entry["reversed"], entry["mono"]) == ("logos/a.svg", "../b.svg", "c.svg")


def test_the_brief_in_a_proof_makes_the_file_again(tmp_path: Path) -> None:
    entry = proof_in(made(tmp_path / "kit"))["files"][0]
    brief = Brief.from_json(json.dumps(entry["brief"]))

    expected = BRIEF.with_files(lambda file: file.replace("\\", "/").rpartition("/")[2])
    card = replace(expected, format=entry["format"], template=entry["template"], ground="brand")
    assert brief == card


def test_every_logo_is_there_with_the_digest_of_its_bytes(tmp_path: Path) -> None:
    logos = proof_in(made(tmp_path / "kit"))["logos"]
    files = [(each["role"], each["organisation"], each["file"]) for each in logos]

    assert files == [
        ("logo", "Riverbank", "riverbank.svg"),
        ("logo", "Riverbank", "white.svg"),
        ("partner", "Bridges", "bridges.svg"),
        ("partner", "جسور", "jisr.png"),
        ("eu", "", "flag.svg"),
        ("photo", "", "photo.jpg"),
    ]
    assert {each["sha256"] for each in logos[:5]} == {hashlib.sha256(b"logo").hexdigest()}
    assert logos[1]["variant"] == "reversed"


def test_another_artwork_is_another_digest() -> None:
    bitmap = replace(LOGO.sample, data=b"\x01\x02\x03\x04")
    photos = [given(BRIEF, LOGO, Guests(photo=each))[-1] for each in (LOGO.sample, bitmap)]

    assert photos[0].artwork != photos[1].artwork


def test_the_numbers_of_the_rules_are_there_with_their_digest(tmp_path: Path) -> None:
    campaign = proof_in(made(tmp_path / "kit"))["campaign"]
    text = json.dumps(campaign["rules"], sort_keys=True, separators=(",", ":"))

    assert hashlib.sha256(text.encode()).hexdigest() == campaign["rules_sha256"]


def test_permissions_are_told_for_every_mark_of_somebody_else(tmp_path: Path) -> None:
    told = proof_in(made(tmp_path / "kit"))["permissions"]

    assert [each["mark"] for each in told] == ["#weareALE", "Bridges", "جسور", "EU"]
    assert [each["recorded"] for each in told] == [False, True, False, False]
    assert told[1] | {} == {
        "mark": "Bridges", "recorded": True, "by": "Anna Berg", "date": "2026-05-31",
        "note": "by mail",
    }  # fmt: skip


def test_a_finding_has_its_rule_and_its_unit(tmp_path: Path) -> None:
    findings = proof_in(made(tmp_path / "kit"))["files"][0]["findings"]
    gap = next(each for each in findings if each["code"] == "file.gap")

    assert gap["rule"] == {"number": 2, "id": "gap"}
    assert (gap["measured"], gap["limit"], gap["unit"]) == (2.0, 2.0, "X")


def test_letters_that_are_none_do_no_harm_in_what_people_say(tmp_path: Path) -> None:
    folder = made(
        tmp_path / "kit", replace(BRIEF, logo="lo\udcffgo.svg"), by="An\x00na",
        overrides=(Override("", "so\udcff"),),
    )  # fmt: skip
    proof = proof_in(folder)

    assert proof["by"] == "An\N{REPLACEMENT CHARACTER}na"
    assert proof["files"][0]["brief"]["logo"] == "lo\udcffgo.svg"
