"""Names in the order in which each language lists them."""

import pytest

from cobrand.typeset import alphabet
from cobrand.typeset.alphabet import in_order

LISTS = {
    "en": ["apple", "Apple", "The Bridge", "A Canal", "Éclair", "Fjord"],
    "es": ["Casa 9", "Casa 10", "El Dado", "nube", "ñandú", "oso"],
    "sv": ["Zebra", "Åbo", "Ängel", "Öland"],
    "de": ["Äpfel", "Apfelbaum", "Die Birne", "Öl", "Zebra"],
    "fr": ["L’Arc", "Le Bureau", "cote", "coté", "École", "Les Fleurs"],
    "ar": ["أمل", "البيت", "جسر", "الكتاب"],
    "km": ["កម្ពុជា", "ខ្មែរ", "គ្រូ"],
}


@pytest.mark.parametrize("language", LISTS)
def test_each_language_has_its_own_alphabet(language, typesetter):
    wanted = LISTS[language]
    names = tuple(reversed(wanted))

    assert [names[place] for place in typesetter.in_order(names, language)] == wanted


def test_equal_names_keep_their_order():
    assert in_order(("B", "A", "B", "A"), "en") == (1, 3, 0, 2)


def test_a_name_that_is_only_an_article_stays():
    assert in_order(("The", "Sea", "Up"), "en") == (1, 0, 2)


def test_where_nobody_knows_the_alphabet_accents_do_not_part_letters(monkeypatch):
    monkeypatch.setattr(alphabet, "_knows", lambda collator: False)
    names = ("f", "Zebra", "École", "e", "ñandú", "nube")

    assert [names[place] for place in in_order(names, "es")] == [
        "e", "École", "f", "ñandú", "nube", "Zebra",
    ]  # fmt: skip
