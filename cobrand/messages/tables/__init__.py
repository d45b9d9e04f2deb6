"""Every code's English sentence, by family; a code without one speaks as its family does."""

from __future__ import annotations

from collections.abc import Mapping

from cobrand.messages.tables.batch import BATCH
from cobrand.messages.tables.company import COMPANY
from cobrand.messages.tables.doctor import DOCTOR
from cobrand.messages.tables.export import EXPORT
from cobrand.messages.tables.logo import LOGO
from cobrand.messages.tables.measured import MEASURED
from cobrand.messages.tables.photo import PHOTO
from cobrand.messages.tables.resource import RESOURCE
from cobrand.messages.tables.roster import ROSTER
from cobrand.messages.tables.rules import RULES
from cobrand.messages.tables.sentence import Sentence
from cobrand.messages.tables.use import USE

SENTENCES: Mapping[str, Sentence] = {
    **LOGO,
    **DOCTOR,
    **RULES,
    **COMPANY,
    **PHOTO,
    **MEASURED,
    **EXPORT,
    **RESOURCE,
    **ROSTER,
    **USE,
    **BATCH,
}


def sentence(code: str) -> Sentence:
    """Return what is said about a code: its own words, else its family's."""
    while code not in SENTENCES and "." in code:
        code = code.rpartition(".")[0]
    return SENTENCES.get(code, SENTENCES["error"])
