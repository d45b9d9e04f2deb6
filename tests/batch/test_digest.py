"""A digest changes with whatever goes into a file, and with nothing else."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from cobrand.batch import digest
from cobrand.batch.digest import Digests
from cobrand.batch.plan import Task
from cobrand.library import Library
from cobrand.model.brief import Brief, Options
from cobrand.model.guest import Partner

BRIEF = Brief(logo="a.svg", name="Bridges", format="og_image", partners=(Partner("p.svg"),))
TASK = Task("bridges/og_image-en.png", "png", BRIEF)
FILES = {"a.svg": "1", "p.svg": "2"}


def of(task: Task, files: dict[str, str], library: Library) -> str:
    return Digests(library).task(task, files)


@pytest.mark.parametrize(
    "changed",
    [
        replace(TASK, kind="pdf"),
        replace(TASK, brief=replace(BRIEF, name="Jisr")),
        replace(TASK, brief=replace(BRIEF, ground="dark")),
        replace(TASK, brief=replace(BRIEF, language="fr")),
        replace(TASK, brief=replace(BRIEF, format="ig_square")),
        replace(TASK, brief=replace(BRIEF, template="endorsement")),
        replace(TASK, brief=replace(BRIEF, words=(("url", "x.org"),))),
        replace(TASK, brief=replace(BRIEF, options=Options(nudge=3))),
        replace(TASK, brief=replace(BRIEF, keep=("trim",))),
    ],
)
def test_what_a_person_wants_changes_it(changed: Task, library: Library) -> None:
    assert of(changed, FILES, library) != of(TASK, FILES, library)


@pytest.mark.parametrize("file", ["a.svg", "p.svg"])
def test_what_is_in_a_file_changes_it(file: str, library: Library) -> None:
    assert of(TASK, {**FILES, file: "3"}, library) != of(TASK, FILES, library)


def test_where_a_file_is_and_what_the_card_is_called_do_not(library: Library) -> None:
    moved = Task("other.png", "png", BRIEF.with_files(lambda file: f"/elsewhere/{file}"))
    there = {f"/elsewhere/{file}": sha for file, sha in FILES.items()}

    assert of(moved, there, library) == of(TASK, FILES, library)


@pytest.mark.parametrize(
    ("file", "text", "by", "changes"),
    [
        ("formats/og_image.toml", '"300 kB"', '"200 kB"', True),
        ("formats/story.toml", '"1 MB"', '"2 MB"', False),
        ("campaigns/weareale/campaign.toml", "clear_space = ", "clear_space = 1", True),
        ("campaigns/weareale/words/en.toml", "lobal", "LOBAL", True),
        ("campaigns/weareale/words/fr.toml", "é", "É", False),
    ],
)
def test_resources_change_what_is_made_of_them(
    file: str, text: str, by: str, changes: bool, tmp_path: Path, library: Library
) -> None:
    own = tmp_path / file
    own.parent.mkdir(parents=True)
    shipped = library.document(file).decode()
    assert text in shipped
    own.write_text(shipped.replace(text, by), "utf-8")
    from_own = Library(tmp_path, *library._places._roots)

    assert (of(TASK, FILES, from_own) != of(TASK, FILES, library)) is changes


def test_a_file_that_cannot_be_read_has_a_digest_of_its_own(tmp_path: Path) -> None:
    assert digest.of_file(tmp_path / "none") == digest.ABSENT
    assert digest.of_file(tmp_path) == digest.ABSENT
