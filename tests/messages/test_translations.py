"""Translations that are there say the same as the English, and keep its manners."""

from __future__ import annotations

import re
import string
import subprocess
import sys
from pathlib import Path

import pytest

from cobrand import errors
from cobrand.errors import LogoNotFound, TargetExists
from cobrand.messages import say, ui
from cobrand.messages.catalogue import Entry, entries, files
from cobrand.messages.tables import SENTENCES
from cobrand.model.finding import kept

ROOT = Path(errors.__file__).parent.parent
LANGUAGES = sorted(files())
ENTRIES = [
    (language, entry)
    for language in LANGUAGES
    for entry in entries(files()[language].read_text("utf-8"))
    if entry["msgid"]
]
PLACE = re.compile(r"\{([^}]*)\}")


def places(text: str) -> set[str]:
    """Return the names that a text wants, however each is written there."""
    return {name for _, name, _, _ in string.Formatter().parse(text) if name}


def words(entry: Entry) -> list[str]:
    return [text for field, text in entry.items() if field.startswith("msgstr") and text]


@pytest.mark.parametrize("language", LANGUAGES)
def test_translations_ask_for_the_values_that_are_given(language: str) -> None:
    wrong = [
        (entry["msgid"], text)
        for tag, entry in ENTRIES
        if tag == language
        for text in words(entry)
        if places(text) - places(entry["msgid"] + entry.get("msgid_plural", ""))
        or (len(words(entry)) == 1 and places(text) != places(entry["msgid"]))
    ]

    assert wrong == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_translations_keep_the_manners(language: str) -> None:
    shouting = [text for tag, entry in ENTRIES if tag == language for text in words(entry)]

    assert [text for text in shouting if "!" in text or text != text.strip()] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_sentence_formats(language: str) -> None:
    for sentence in SENTENCES.values():
        for text in filter(None, sentence):
            assert "{" not in ui(language, text, **dict.fromkeys(places(text), 1))


@pytest.mark.parametrize("language", LANGUAGES)
def test_languages_have_as_many_forms_as_they_say(language: str) -> None:
    head = next(entries(files()[language].read_text("utf-8")))["msgstr"]
    forms = int(re.search(r"nplurals=(\d)", head)[1])  # type: ignore[index]

    plural = [entry for tag, entry in ENTRIES if tag == language and "msgid_plural" in entry]

    assert plural
    assert {len(words(entry)) for entry in plural} <= {0, forms}


@pytest.mark.parametrize(
    ("language", "count", "words"),
    [
        ("es", 1, "Ya hay un archivo"),
        ("es", 5, "5 archivos ya"),
        ("fr", 2, "2 fichiers ont"),
        ("ar", 1, "يوجد ملف باسم"),
        ("ar", 2, "يوجد ملفان"),
        ("ar", 5, "توجد 5 ملفات"),
        ("ar", 12, "يوجد 12 ملفاً"),
    ],
)
def test_plurals(language: str, count: int, words: str) -> None:
    assert say(language, TargetExists(name="a.png", folder="k", count=count)).startswith(words)


def test_names_are_isolated_where_a_sentence_runs_from_the_right() -> None:
    said = say("ar", LogoNotFound(path="logo.svg"))

    assert "\u2068logo.svg\u2069" in said


def test_commands_are_isolated_where_a_sentence_runs_from_the_right() -> None:
    said = say("ar", errors.WrongUse("wrong-use.option-missing", option="--out", command="kit"))

    assert "\u2068--out\u2069" in said
    assert "\u2068cobrand \u2068kit\u2069 --help\u2069" in said


def test_numbers_in_a_sentence_follow_the_language() -> None:
    finding = kept("rule.gap", "lockup", measured=2.25, limit=2.0)

    assert "2,25 X" in say("fr", finding)
    assert "2.25 X" in say("ar", finding)


def test_french_keeps_its_signs_on_the_line() -> None:
    loose = [text for tag, entry in ENTRIES if tag == "fr" for text in words(entry)]

    assert [text for text in loose if re.search(r" [:;?»%]|« ", text)] == []


@pytest.mark.skipif(sys.platform == "win32", reason="a link to a folder needs a permission there")
def test_collecting_words_loses_no_translation(tmp_path: Path) -> None:
    before = {
        language: list(entries(file.read_text("utf-8"))) for language, file in files().items()
    }
    collector = (ROOT / "packaging" / "words.py").read_text("utf-8")
    copy = tmp_path / "packaging" / "words.py"
    copy.parent.mkdir()
    copy.write_text(collector, "utf-8")
    for language, file in files().items():
        there = tmp_path / "resources" / "locale" / language / "LC_MESSAGES" / "cobrand.po"
        there.parent.mkdir(parents=True)
        there.write_text(file.read_text("utf-8"), "utf-8")
    (tmp_path / "cobrand").symlink_to(ROOT / "cobrand")
    done = subprocess.run(  # noqa: S603  our own script
        [sys.executable, str(copy)], capture_output=True, encoding="utf-8", check=False, timeout=60
    )

    assert done.returncode == 0, done.stderr
    for language, known in before.items():
        there = tmp_path / "resources" / "locale" / language / "LC_MESSAGES" / "cobrand.po"
        kept_words = {entry["msgid"]: words(entry) for entry in entries(there.read_text("utf-8"))}
        lost = [
            entry["msgid"]
            for entry in known
            if words(entry) and kept_words.get(entry["msgid"], words(entry)) != words(entry)
        ]
        assert lost == []
