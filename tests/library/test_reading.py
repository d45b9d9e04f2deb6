"""A bad file is refused with its name, the key and what was probably meant."""

from __future__ import annotations

from pathlib import Path

import pytest

from cobrand.errors import BadResource, UnknownId
from cobrand.library import Library
from cobrand.library.places import shipped

FORMAT = """\
use = "web"
width = "100 px"
height = "50 px"
kinds = ["png"]
source = "a test"
checked = "2026-01-01"
[name]
en = "Small"
"""
TEMPLATE = """\
kind = "card"
grounds = ["brand"]
[name]
en = "Own"
[pair]
campaign_height = 1
height = 2
"""


def write(root: Path, name: str, text: str) -> Library:
    file = root / name
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(text, "utf-8")
    return Library(root, shipped())


def refused(library: Library, kind: str = "format") -> BadResource:
    with pytest.raises(BadResource) as caught:
        getattr(library, kind)("own")
    return caught.value


def test_a_persons_own_format_is_added(tmp_path: Path) -> None:
    library = write(tmp_path, "formats/own.toml", FORMAT)

    assert library.format("own").name("fr") == "Small"
    assert "own" in [each.id for each in library.formats()]


def test_a_persons_own_file_hides_ours(tmp_path: Path) -> None:
    library = write(tmp_path, "formats/story.toml", FORMAT)

    assert library.format("story").size.width == 100
    assert len(library.formats()) == len(Library(shipped()).formats())


@pytest.mark.parametrize("text", ["pair = 3", "slots = 3", "[slots]\nx = 1", "[pair]\nclass = 1"])
def test_a_part_of_another_kind_names_its_file(tmp_path: Path, text: str) -> None:
    library = write(tmp_path, "templates/own.toml", f'extends = "base"\n{text}')

    assert refused(library, "template").values["file"] == "templates/own.toml"


def test_an_own_template_extends_ours(tmp_path: Path) -> None:
    text = 'extends = "message"\n[name]\nen = "Mine"\n[slots.headline]\nweight = 600\n'
    template = write(tmp_path, "templates/own.toml", text).template("own")
    square, wide = template.arrangement("square"), template.arrangement("wide")

    assert square
    assert wide
    assert square.slots[0].weights == (600,)
    assert wide.slots[0].size == 3.7
    assert [slot.id for slot in square.slots] == ["headline", "call", "url"]


def test_own_words_add_a_language(tmp_path: Path) -> None:
    english = Library(shipped()).document("campaigns/weareale/words/en.toml").decode()
    german = english.replace('language = "en"', 'language = "de"').replace("English", "Deutsch")
    library = write(tmp_path, "campaigns/weareale/words/de.toml", german)

    assert ("de", "Deutsch") in library.languages()


def test_an_own_mark_takes_the_place_of_ours(tmp_path: Path) -> None:
    library = write(tmp_path, "campaigns/weareale/mark-colour.svg", "<svg/>")
    mark = library.campaign("weareale").mark("colour")

    assert mark
    assert mark.data == b"<svg/>"


def test_a_listed_hash_makes_a_mark_official(tmp_path: Path) -> None:
    ours = Library(shipped())
    hashes = [mark.sha256 for mark in ours.campaign("weareale").marks]
    text = ours.document("campaigns/weareale/campaign.toml").decode()
    official = text.replace("official_hashes = []", f"official_hashes = {hashes}")
    library = write(tmp_path, "campaigns/weareale/campaign.toml", official)

    assert not library.campaign("weareale").stand_in


@pytest.mark.parametrize(
    ("kind", "wrong", "meant"),
    [
        ("format", "ig_sqare", "ig_square"),
        ("template", "mesage", "message"),
        ("campaign", "weareal", "weareale"),
        ("script", "arabik", "arabic"),
        ("format", "??", ""),
    ],
)
def test_an_unknown_id_asks_what_was_meant(
    library: Library, kind: str, wrong: str, meant: str
) -> None:
    with pytest.raises(UnknownId) as caught:
        getattr(library, kind)(wrong)

    said = caught.value.values
    assert (said["kind"], said["id"], said["did_you_mean"]) == (kind, wrong, meant)
    assert meant in str(said["known"])


@pytest.mark.parametrize(
    ("old", "new", "code", "key", "meant"),
    [
        ('use = "web"', 'use = "web"\nsaef = 1', "unknown-key", "saef", "safe"),
        ('use = "web"', 'use = "web"\nheigth = 1', "unknown-key", "heigth", "height"),
        ('use = "web"', 'use = "wob"', "not-a-choice", "use", "web"),
        ('use = "web"', "", "missing-key", "use", ""),
        ('["png"]', '["pgn"]', "not-a-choice", "kinds", "png"),
        ('["png"]', "[1]", "wrong-type", "kinds", ""),
        ('"100 px"', "100", "length", "width", ""),
        ('"100 px"', '"100 foot"', "length", "width", ""),
        ('"100 px"', '"wide"', "length", "width", ""),
        ('"2026-01-01"', "2026-01-01", "wrong-type", "checked", ""),
        ('use = "web"', 'use = "web"\norder = 1.5', "wrong-type", "order", ""),
        ('use = "web"', 'use = "web"\nbudget = "3 Mb"', "length", "budget", ""),
        ('use = "web"', 'use = "web"\nsafe = "5%"', "wrong-type", "safe", ""),
        ("[name]\nen", "[name]\nfr", "missing-key", "name.en", ""),
        ("[name]", "[safe]\ntopp = '1 px'\n[name]", "unknown-key", "safe.topp", "top"),
    ],
)
def test_a_bad_format_is_refused(
    tmp_path: Path, old: str, new: str, code: str, key: str, meant: str
) -> None:
    error = refused(write(tmp_path, "formats/own.toml", FORMAT.replace(old, new)))

    assert error.code == f"resource.bad.{code}"
    assert error.values["file"] == "formats/own.toml"
    assert error.values["key"] == key
    assert error.values["did_you_mean"] == meant


@pytest.mark.parametrize(
    ("more", "code", "key", "meant"),
    [
        ("[slots.a]\nrole = 'a'\nwords = 'a'\nalign = 'top start'", "not-a-choice", "align", ""),
        ("[slots.a]\nrole = 'a'\nwords = 'a'\nsize = '12 mm'", "wrong-type", "size", ""),
        ("[slots.a]\nrole = 'a'\nwords = 'a'\nsiz = 1", "unknown-key", "siz", "size"),
        ("[slots.a]\nrole = 'a'\nwords = 'a'\nweight = 1000", "not-a-choice", "weight", ""),
        (
            "[slots.a]\nrole = 'a'\nwords = 'a'\ncolour = 'acent'",
            "not-a-choice",
            "colour",
            "accent",
        ),
        ("[slots.a]\nrole = 'a'\nwords = 'a'\nbox = [0, 1]", "wrong-type", "box", ""),
        ("[table.class.sqare]\npad = 1", "not-a-choice", "class", "square"),
        ("[qr]\nsize = 1", "unknown-key", "size", "side"),
        ("[slot.a]\nrole = 'a'", "unknown-key", "slot", ""),
    ],
)
def test_a_bad_template_is_refused(
    tmp_path: Path, more: str, code: str, key: str, meant: str
) -> None:
    error = refused(write(tmp_path, "templates/own.toml", f"{TEMPLATE}{more}\n"), "template")

    assert error.code == f"resource.bad.{code}"
    assert str(error.values["key"]).endswith(key)
    assert meant in str(error.values["did_you_mean"])


@pytest.mark.parametrize(
    ("old", "new", "code"),
    [
        ('chalk = "#F7F2E8"', 'chalk = "#F7F2"', "colour"),
        ('chalk = "#F7F2E8"', 'chalk = "chalk"', "colour"),
        ('field = "petrol"', 'field = "petrel"', "not-a-choice"),
        ("least_px = 48", 'least_px = "48"', "wrong-type"),
        ("least_px = 48", "leest_px = 48", "missing-key"),
        ("alt_most = 300", "alt_most = 300.5", "wrong-type"),
        ('"mark-mono.svg"', '"../mark.svg"', "name"),
        ('"mark-mono.svg"', '"mark.svg"', "no-file"),
    ],
)
def test_a_bad_campaign_is_refused(tmp_path: Path, old: str, new: str, code: str) -> None:
    ours = Library(shipped()).document("campaigns/weareale/campaign.toml").decode()
    library = write(tmp_path, "campaigns/weareale/campaign.toml", ours.replace(old, new))

    with pytest.raises(BadResource) as caught:
        library.campaign("weareale")
    assert caught.value.code == f"resource.bad.{code}"


def test_templates_must_not_extend_in_a_circle(tmp_path: Path) -> None:
    write(tmp_path, "templates/other.toml", 'extends = "own"\n')
    error = refused(write(tmp_path, "templates/own.toml", 'extends = "other"\n'), "template")

    assert error.code == "resource.bad.circle"


@pytest.mark.parametrize("text", ["= 1", 'a = "\udc80"', "a = 1\na = 2"])
def test_what_is_not_toml_is_refused(tmp_path: Path, text: str) -> None:
    file = tmp_path / "formats" / "own.toml"
    file.parent.mkdir()
    file.write_bytes(text.encode("utf-8", "surrogateescape"))

    assert refused(Library(tmp_path)).code == "resource.bad.not-toml"


@pytest.mark.parametrize(
    "name", ["../pyproject.toml", "/etc/hostname", "a/../b", "", "C:/x", "a\\b"]
)
def test_names_never_lead_out_of_the_folder(library: Library, name: str) -> None:
    with pytest.raises(BadResource) as caught:
        library.document(name)

    assert caught.value.code == "resource.bad.name"


def test_files_are_read_once(tmp_path: Path) -> None:
    library = write(tmp_path, "formats/own.toml", FORMAT)
    first = library.format("own")
    (tmp_path / "formats" / "own.toml").write_text("broken", "utf-8")

    assert library.format("own") is first


def test_a_bad_file_of_a_person_does_not_hide_the_others(tmp_path: Path) -> None:
    library = write(tmp_path, "formats/own.toml", "broken")

    assert library.format("story").id == "story"


def test_a_folder_that_is_not_there_is_empty(tmp_path: Path) -> None:
    library = Library(tmp_path / "nowhere", shipped())

    assert library.format("story").id == "story"
