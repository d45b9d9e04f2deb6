"""A translator's file speaks as it is: plurals, several lines, fuzzy entries, damage."""

from __future__ import annotations

from pathlib import Path

from cobrand.messages.catalogue import entries, read

PO = r"""
# header
msgid ""
msgstr ""
"Content-Type: text/plain; charset=UTF-8\n"
"Plural-Forms: nplurals=3; plural=(n==1 ? 0 : n==2 ? 1 : 2);\n"
"X-Language-Name: Test\n"

#: cobrand/gui/app.py:1
msgid "Open"
msgstr "Ouvrir"
#, fuzzy
msgid "Close"
msgstr "Guessed"

msgid ""
"two "
"lines"
msgstr ""
"deux \"lignes\"\n"
"et \\ un"

msgid "1 file"
msgid_plural "{n} files"
msgstr[0] "un"
msgstr[1] "deux"
msgstr[2] "{n} beaucoup"

msgid "Later"
msgstr ""

#~ msgid "Gone"
#~ msgstr "Parti"
"""


def written(folder: Path, text: str) -> Path:
    file = folder / "cobrand.po"
    file.write_text(text, "utf-8")
    return file


def test_words_and_head(tmp_path: Path) -> None:
    words = read(written(tmp_path, PO))

    assert words.gettext("Open") == "Ouvrir"
    assert words.gettext("two lines") == 'deux "lignes"\net \\ un'
    assert words.info()["x-language-name"] == "Test"


def test_plurals(tmp_path: Path) -> None:
    words = read(written(tmp_path, PO))

    said = [words.ngettext("1 file", "{n} files", count) for count in (1, 2, 3)]

    assert said == ["un", "deux", "{n} beaucoup"]


def test_what_is_fuzzy_empty_or_gone_stays_english(tmp_path: Path) -> None:
    words = read(written(tmp_path, PO))

    assert [words.gettext(text) for text in ("Close", "Later", "Gone")] == [
        "Close",
        "Later",
        "Gone",
    ]


def test_entries_need_no_empty_line_between() -> None:
    found = list(entries('msgid "a"\nmsgstr "1"\nmsgid "b"\nmsgstr "2"'))

    assert found == [{"msgid": "a", "msgstr": "1"}, {"msgid": "b", "msgstr": "2"}]


def test_a_damaged_file_leaves_english(tmp_path: Path) -> None:
    damaged = (
        'msgid ""\nmsgstr "Plural-Forms: nplurals=2; plural=__import__(1);\\n"\n',
        "\x00\x01 nonsense",
        'msgid "unfinished',
        "",
    )
    for text in damaged:
        assert read(written(tmp_path, text)).gettext("Open") == "Open"
    assert read(tmp_path / "missing.po").gettext("Open") == "Open"
