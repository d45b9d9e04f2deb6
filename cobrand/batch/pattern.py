"""Turns a pattern of names into names that are safe on every system and never leave the folder."""

from __future__ import annotations

import re
import string
import unicodedata
from collections.abc import Mapping
from functools import lru_cache

from cobrand.errors import WrongUse
from cobrand.export import names
from cobrand.model.format import at_scale

FIELDS = (
    "stem", "name", "acronym", "row", "language", "format", "template", "ground", "kind",
    "width", "height",
)  # fmt: skip
OF_THE_ROW = ("stem", "row")
"""Fields that no two rows share."""
_END = ".{kind}"
_EXAMPLE = "{stem}/{format}.{kind}"
_FORBIDDEN = re.compile('[\\\\<>:"|?*\x00-\x1f\x7f]')
_GAPS = re.compile("-{2,}")
_KEPT = ("L", "N", "M")
_RESERVED = re.compile(r"(?i)(?:con|prn|aux|nul|clock\$|conin\$|conout\$|com[0-9¹²³]|lpt[0-9¹²³])")
_MOST_BYTES = 200
_DIRECTIONS = {"Cf", "Cc", "Co", "Cs", "Cn"}


def check(pattern: str) -> str:
    """Return the pattern if it can name files; WrongUse says what is wrong with it."""
    if not pattern.endswith(_END):
        raise WrongUse("wrong-use.pattern-end", given=pattern, ending=_END)
    for literal, field in _parts(pattern):
        if field is not None and field not in FIELDS:
            raise WrongUse(
                "wrong-use.pattern-field", given=field, did_you_mean="", known=", ".join(FIELDS)
            )
        if _FORBIDDEN.search(literal) or any(map(_unseen, literal)):
            raise WrongUse("wrong-use.pattern-letter", given=pattern)
    for part in pattern.split("/"):
        if not part or not part.strip(". ") or part != part.strip() or part.endswith("."):
            raise WrongUse("wrong-use.pattern-folder", given=pattern)
    return pattern


def _parts(pattern: str) -> list[tuple[str, str | None]]:
    """Return (literal, field) pairs; braces that do not fit are refused, and so is what follows."""
    try:
        parsed = list(string.Formatter().parse(pattern))
    except ValueError as problem:
        raise WrongUse("wrong-use.pattern-braces", given=pattern, example=_EXAMPLE) from problem
    if any(spec or conversion for _, _, spec, conversion in parsed):
        raise WrongUse("wrong-use.pattern-braces", given=pattern, example=_EXAMPLE)
    if "{" in "".join(literal for literal, *_ in parsed) or "}" in "".join(p[0] for p in parsed):
        raise WrongUse("wrong-use.pattern-letter", given=pattern)
    return [(literal, field) for literal, field, *_ in parsed]


def folder(pattern: str) -> str:
    """Return the pattern of the folder that files are in, or an empty string."""
    return pattern.rpartition("/")[0]


def of_one_row(pattern: str) -> bool:
    """Say whether a folder of this pattern has the files of one row alone."""
    return any(f"{{{field}}}" in pattern for field in OF_THE_ROW)


def with_field(pattern: str, field: str) -> str:
    """Return the pattern with a field more: after the format, else before the ending."""
    head, slash, last = pattern.rpartition("/")
    more = f"-{{{field}}}"
    if "{format}" in last:
        last = last.replace("{format}", "{format}" + more, 1)
    else:
        last = last.removesuffix(_END) + more + _END
    return head + slash + last


def fill(pattern: str, values: Mapping[str, str]) -> str:
    """Return a name, "/" between its parts; each part is safe, whatever the values hold."""
    safe = {name: _safe(value) for name, value in values.items()}
    parts = [part.format(**safe) for part in pattern.split("/")]
    return "/".join((*map(_part, parts[:-1]), _file(parts[-1])))


def scaled(name: str, kind: str) -> str:
    """Return the name of a picture with more pixels: `@2x` before its ending."""
    _, times = at_scale(kind)
    stem, dot, ending = name.rpartition(".")
    return f"{stem}@{times}x{dot}{ending}" if times > 1 else name


@lru_cache(4096)
def _safe(value: str) -> str:
    """Return letters and digits of any script with their marks; what else there is becomes -."""
    composed = unicodedata.normalize("NFC", value)
    seen = "".join(_letter(letter) for letter in composed if not _unseen(letter))
    return _GAPS.sub("-", seen).strip("-.")


def _letter(letter: str) -> str:
    kept = letter in "_-." or unicodedata.category(letter).startswith(_KEPT)
    return letter if kept else "-"


def _unseen(letter: str) -> bool:
    return unicodedata.category(letter) in _DIRECTIONS


def _part(part: str) -> str:
    """Return one part of a path: never empty, never a device, never too long."""
    part = names.cut(part.strip(". "), _MOST_BYTES).rstrip(". ") or "_"
    stem, dot, rest = part.partition(".")
    return f"{stem}_{dot}{rest}" if _RESERVED.fullmatch(stem.strip()) else part


def _file(name: str) -> str:
    stem, dot, ending = name.rpartition(".")
    return _part(stem) + dot + ending
