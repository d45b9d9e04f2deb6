"""Reads companions.toml: what stands with the EU emblem and the SDG logo, in each language."""

from __future__ import annotations

from dataclasses import replace
from typing import get_args

from cobrand.library.table import TomlTable
from cobrand.model.campaign import Campaign, Status, Vocabulary

_USUAL = "en"
_TEXTS = ("eu_statement", "eu_name", "sdg_statement", "sdg_statements", "sdg_name")
_STATUS = "companions_status"

Texts = dict[str, dict[str, str]]  # by language, by key


def read_companions(table: TomlTable) -> Texts:
    """Return the texts by language; English must be there."""
    table.table(_USUAL).filled("eu_statement")
    return {language: _texts(table.table(language)) for language in table.heads()}


def _texts(table: TomlTable) -> dict[str, str]:
    found = {key: table.filled(key) for key in _TEXTS}
    found[_STATUS] = table.choice("status", Status)
    table.done()
    return found


def with_companions(campaign: Campaign, texts: Texts) -> Campaign:
    """Return the campaign whose languages know these texts too; its own of the same name stay.

    A language that has none takes the English ones, as unreviewed.
    """
    return replace(
        campaign, vocabularies=tuple(_with(each, texts) for each in campaign.vocabularies)
    )


def _with(vocabulary: Vocabulary, texts: Texts) -> Vocabulary:
    unreviewed = get_args(Status)[-1]
    given = texts.get(vocabulary.language, texts[_USUAL] | {_STATUS: unreviewed})
    return replace(vocabulary, texts=tuple((given | dict(vocabulary.texts)).items()))
