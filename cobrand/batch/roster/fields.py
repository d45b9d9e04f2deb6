"""Turns one line into the texts of its known fields, cleaned of what nobody can see or set."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass

from cobrand.batch.roster.grid import Line, Place
from cobrand.model.finding import Finding, breach, warning

LONGEST = 5_000
LONGEST_NAME = 500
_ERROR = re.compile(
    r"#(?:N/A|N/D|REF|VALUE|VALOR|VALEUR|NAME\?|DIV/0|NULL|NUM|SPILL|CALC|FIELD|BLOCKED|CONNECT)!?"
    r"|Err:5\d\d"
)
"""What spreadsheet programs write where a formula came to nothing."""
_TURNING = re.compile("[\u202a-\u202e\u2066-\u2069\ufeff]")
"""Signs that turn the letters round them about, and marks of a file's beginning."""
_ONE_LINE = re.compile(r"\s*[\r\n\t\v\f\u2028\u2029]\s*")


@dataclass(frozen=True, slots=True)
class Texts:
    """What a line says, by field, and what is wrong with it."""

    by_field: Mapping[str, str]
    findings: tuple[Finding, ...] = ()


def read(
    line: Line,
    fields: Mapping[int, str],
    errors: frozenset[Place],
    written: Mapping[str, str] | None = None,
) -> Texts:
    """Return a line's texts; empty ones are left out. What is `written`, by field, goes before."""
    said_by = {field: line.cell(column) for column, field in fields.items()}
    wrong = {field for column, field in fields.items() if (line.number, column) in errors}
    own = written or {}
    texts, findings = {}, []
    for field, said in {**said_by, **own}.items():
        if field not in own and (field in wrong or _ERROR.fullmatch(said)):
            findings.append(warning("roster.error-cell", field=field, given=said or "#"))
            continue
        text = _clean(said, field)
        if _TURNING.search(said):
            findings.append(warning("roster.hidden-signs", field=field))
        most = LONGEST_NAME if field == "name" else LONGEST
        if len(text) > most:
            findings.append(breach("roster.text-too-long", field=field, most=most))
            text = text[:most]
        if text:
            texts[field] = text
    return Texts(texts, tuple(findings))


def _clean(said: str, field: str) -> str:
    """Return what is seen of a cell; one with nothing but joiners and blanks is empty."""
    plain = "".join(each for each in _TURNING.sub("", said) if not _control(each))
    one = plain if field == "organisation.contact" else _ONE_LINE.sub(" ", plain)
    seen = any(unicodedata.category(each)[0] not in "CZ" for each in one)
    return one.strip() if seen else ""


def _control(character: str) -> bool:
    return character not in "\t\r\n\v\f" and unicodedata.category(character) in {"Cc", "Cs"}
