"""Reads sample/sample.toml: the invented organisation that the program shows itself with."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from cobrand.errors import BadResource
from cobrand.library.places import Places
from cobrand.library.table import TomlTable


@dataclass(frozen=True, slots=True)
class Sample:
    """An organisation: `words` are (language, ((name, text), …)) for a brief."""

    name: str
    logo: Path
    words: tuple[tuple[str, tuple[tuple[str, str], ...]], ...]

    def words_in(self, language: str) -> tuple[tuple[str, str], ...]:
        """Return the words for a brief in this language, else in English."""
        known = dict(self.words)
        return known.get(language, known["en"])


def read_sample(places: Places) -> Sample:
    """Return the shipped sample organisation."""
    table = TomlTable("sample/sample.toml", places.table("sample/sample.toml"))
    logo = f"sample/{table.text('logo')}"
    path = places.find(logo)
    if path is None:
        raise BadResource("resource.bad.no-file", file=logo)
    words = table.table("words")
    words.table("en")
    sample = Sample(
        name=table.text("name"),
        logo=path,
        words=tuple((key, _texts(words.table(key))) for key in words.heads()),
    )
    table.done()
    return sample


def _texts(table: TomlTable) -> tuple[tuple[str, str], ...]:
    return tuple((key, table.text(key)) for key in table.heads())
