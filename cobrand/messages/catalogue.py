"""Turns `resources/locale/*/LC_MESSAGES/cobrand.po` into translations, read as they are.

Nothing is compiled ahead: a few hundred entries read in milliseconds, and so the file that a
translator edits is the file that speaks, with no second copy that could be out of date.
"""

from __future__ import annotations

import re
import struct
from collections.abc import Iterator, Mapping
from functools import cache
from gettext import GNUTranslations, NullTranslations
from io import BytesIO
from pathlib import Path

DOMAIN = "cobrand"
SOURCE = "en"
_ROOM = Path(__file__).resolve().parent
_PLACES = (_ROOM.parents[1] / "resources/locale", _ROOM.parent / "resources/locale")
_LINE = re.compile(r'(?:(msgctxt|msgid|msgid_plural|msgstr(?:\[\d\])?)\s+)?"(.*)"\s*')
_ESCAPE = re.compile(r"\\(.)")
_ESCAPED = {"n": "\n", "t": "\t"}

Entry = dict[str, str]


def files() -> Mapping[str, Path]:
    """Return the translators' files by language: beside the package, or inside it."""
    place = next((each for each in _PLACES if each.is_dir()), _PLACES[0])
    found = sorted(place.glob(f"*/LC_MESSAGES/{DOMAIN}.po"))
    return {file.parts[-3]: file for file in found}


@cache
def translations(language: str) -> NullTranslations:
    """Return the words of a language; those of the source where there are none."""
    file = files().get(language)
    if file is None:
        return NullTranslations()
    return read(file)


def read(file: Path) -> NullTranslations:
    """Return what a file says; a file that cannot be read leaves the source's words."""
    try:
        return GNUTranslations(BytesIO(_compiled(entries(file.read_text("utf-8")))))
    except (OSError, ValueError):
        return NullTranslations()


def entries(text: str) -> Iterator[Entry]:
    """Yield the entries of a .po file, field by field; those marked fuzzy are left out."""
    entry: Entry = {}
    field = ""
    for line in [*text.splitlines(), ""]:
        match = _LINE.fullmatch(line.strip())
        keyword = match[1] if match else ""
        if "msgid" in entry and _ends(entry, line, keyword):
            if "fuzzy" not in entry:
                yield entry
            entry = {}
        if line.startswith("#,") and "fuzzy" in line:
            entry["fuzzy"] = ""
        elif match:
            field = keyword or field
            entry[field] = entry.get(field, "") + _ESCAPE.sub(_unescaped, match[2])


def _ends(entry: Entry, line: str, keyword: str | None) -> bool:
    begins = keyword in ("msgctxt", "msgid") or line.startswith("#") or not line.strip()
    return begins and any(field.startswith("msgstr") for field in entry)


def _unescaped(match: re.Match[str]) -> str:
    return _ESCAPED.get(match[1], match[1])


def _compiled(found: Iterator[Entry]) -> bytes:
    """Return the entries in the binary form that gettext reads."""
    pairs = sorted(pair for entry in found if (pair := _pair(entry))[1])
    start = 7 * 4 + 2 * 8 * len(pairs)
    tables: tuple[list[int], list[int]] = ([], [])
    blob = bytearray()
    for side, table in enumerate(tables):
        for pair in pairs:
            table.extend((len(pair[side]), start + len(blob)))
            blob += pair[side] + b"\0"
    head = (0x950412DE, 0, len(pairs), 28, 28 + 8 * len(pairs), 0, start)
    return struct.pack(f"<{len(head) + 4 * len(pairs)}I", *head, *tables[0], *tables[1]) + blob


def _pair(entry: Entry) -> tuple[bytes, bytes]:
    sources = [entry["msgid"], *([entry["msgid_plural"]] if "msgid_plural" in entry else [])]
    context = entry["msgctxt"] + "\4" if "msgctxt" in entry else ""
    words = [entry[field] for field in sorted(entry) if field.startswith("msgstr")]
    if not all(words):
        return b"", b""
    return (context + "\0".join(sources)).encode(), "\0".join(words).encode()
