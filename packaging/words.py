"""Collects the program's words into resources/locale/, keeping what translators wrote.

Run `python packaging/words.py` in the project's environment after words have changed: it writes
cobrand.pot and brings every cobrand.po up to date. A new language begins as an empty folder:
resources/locale/xx/LC_MESSAGES/.
"""

from __future__ import annotations

import ast
import re
import sys
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from cobrand.cli import commands, console, lists, overview, portrait  # noqa: E402  after the path is set
from cobrand.messages.catalogue import Entry, entries  # noqa: E402
from cobrand.messages.tables import SENTENCES  # noqa: E402
from cobrand.messages.tables.names import FILES, NAMES, WORDS  # noqa: E402

LOCALE = ROOT / "resources" / "locale"
SPEAKERS = {"ui", "tr", "plural", "count", "ui_plural", "_put", "marked"}
PROPER = {text for text in FILES.values() if text[0].isupper() and " or " not in text}
_GONE = re.compile(r"^(?=msg|\")", re.MULTILINE)
_PLACE = re.compile(r"\{[^}]*\}")
HEAD = (
    "Project-Id-Version: cobrand\n"
    "Content-Type: text/plain; charset=UTF-8\n"
    "Content-Transfer-Encoding: 8bit\n"
)

Source = tuple[str, str]  # (one, many or empty)
Places = dict[Source, list[str]]


def sources() -> Places:
    """Return every source text with the places where it is said."""
    found: Places = {}
    for place, one, many in (*_sentences(), *_tables(), *_calls()):
        if re.search(r"[^\W\d_]", _PLACE.sub("", one)) and one not in PROPER:
            found.setdefault((one, many), []).append(place)
    for one, many in [each for each in found if not each[1]]:
        if any(other[0] == one and other[1] for other in found):
            del found[one, many]  # gettext knows a text with its plural only once
    return found


def _sentences() -> Iterator[tuple[str, str, str]]:
    for code, words in SENTENCES.items():
        yield code, words.title, ""
        yield code, words.text, words.many
        yield code, words.kept, ""
        yield code, words.told, ""


def _tables() -> Iterator[tuple[str, str, str]]:
    for name, text in NAMES.items():
        yield f"name of {name}", text, ""
    tables: Mapping[str, Iterable[str]] = {
        "messages": WORDS,
        "cli/commands": (text for each in commands.COMMANDS for text in each.sources()),
        "cli/commands ": (option.about for option in commands.COMMON),
        "cli/console": (*console.SEVERITIES.values(), *console.STATES.values()),
        "cli/portrait": (*portrait.FACTS, *portrait.TONES.values()),
        "cli/lists": lists.HEADS,
        "cli/overview": (about for _, about in (*overview.CODES, *overview.OPTIONS)),
    }
    for place, texts in tables.items():
        for text in texts:
            yield place.strip(), text, ""


def _calls() -> Iterator[tuple[str, str, str]]:
    for file in sorted((ROOT / "cobrand").rglob("*.py")):
        for node in ast.walk(ast.parse(file.read_text("utf-8"))):
            if isinstance(node, ast.Call) and _name(node.func) in SPEAKERS:
                texts = [_text(each) for each in node.args]
                place = f"{file.relative_to(ROOT / 'cobrand').as_posix()}"
                words = [each for each in texts if each]
                many = _name(node.func) in {"plural", "count", "ui_plural"}
                if many and len(words) == 2:
                    yield place, words[0], words[1]
                elif not many and words:
                    yield place, words[0], ""


def _name(function: ast.expr) -> str:
    return getattr(function, "id", getattr(function, "attr", ""))


def _text(node: ast.AST) -> str:
    return node.value if isinstance(node, ast.Constant) and isinstance(node.value, str) else ""


def merged(found: Places, known: Mapping[str, Entry], head: str, plurals: int) -> str:
    """Return a catalogue of these sources with the translations that are known.

    What is not said any more is kept as a remark at the end: it may be said again.
    """
    parts = [_block([], {"msgid": "", "msgstr": head})]
    for (one, many), places in found.items():
        entry: Entry = {"msgid": one}
        old = known.get(one, {})
        if many:
            entry["msgid_plural"] = many
            for form in range(plurals):
                entry[f"msgstr[{form}]"] = old.get(f"msgstr[{form}]", "")
        else:
            entry["msgstr"] = old.get("msgstr", "")
        parts.append(_block(list(dict.fromkeys(places)), entry))
    said = {one for one, _ in found} | {""}
    old_parts = (_block([], known[one]) for one in known if one not in said)
    parts += [_GONE.sub("#~ ", part) for part in old_parts]
    return "\n".join(parts)


def _block(places: list[str], entry: Entry) -> str:
    lines = [f"#: {', '.join(places)}"] if places else []
    if "{" in entry["msgid"]:
        lines.append("#, python-brace-format")
    for field, text in entry.items():
        pieces = text.splitlines(keepends=True) if "\n" in text else [text]
        if len(pieces) > 1:
            lines.append(f'{field} ""')
            lines += [f'"{_escaped(piece)}"' for piece in pieces]
        else:
            lines.append(f'{field} "{_escaped(text)}"')
    return "\n".join(lines) + "\n"


def _escaped(text: str) -> str:
    return text.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n")


def _translated(entry: Entry) -> bool:
    words = [text for field, text in entry.items() if field.startswith("msgstr")]
    return bool(words) and all(words)


def _plurals(head: str) -> int:
    count = head.partition("nplurals=")[2].partition(";")[0].strip()
    return int(count) if count.isdigit() else 2


def main() -> int:
    """Write the template, and merge it into every language."""
    found = sources()
    (LOCALE / "cobrand.pot").write_text(merged(found, {}, HEAD, 2), "utf-8")
    for folder in sorted(LOCALE.glob("*/LC_MESSAGES")):
        file = folder / "cobrand.po"
        text = file.read_text("utf-8") if file.exists() else ""
        old = [*entries(text.replace("#~ ", "")), *entries(text)]
        known = {each["msgid"]: each for each in old if not each["msgid"] or _translated(each)}
        head = known.get("", {}).get("msgstr", HEAD)
        file.write_text(merged(found, known, head, _plurals(head)), "utf-8")
        done = sum(_translated(known.get(one, {})) for one, _ in found)
        sys.stdout.write(f"{folder.parent.name}: {done} of {len(found)} texts translated\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
