"""The EU emblem and the SDG logo on whole pages: beside the lock-up or under it, by their rules."""

import pytest

from cobrand.engine import Engine
from cobrand.library import Library
from cobrand.model.brief import Brief
from cobrand.model.finding import Severity
from cobrand.model.geometry import Box
from cobrand.model.guest import Companion, Guests, Partner
from cobrand.model.scene import Words
from tests.logos import drawn

LIBRARY = Library.shipped()
PLACES = [(each.id, entry.template, entry.ground) for each in LIBRARY.formats()
          for entry in each.kit if not entry.needs]  # fmt: skip
LOGOS = {"eu": drawn("emblem"), "sdg": drawn("ring")}
OWN = ("rule.eu_emblem", "rule.eu_apart", "rule.eu_proportions", "rule.eu_statement",
       "rule.sdg_line", "rule.companion_text", "rule.sdg_ground", "rule.clear_space")  # fmt: skip


@pytest.fixture(scope="module")
def engine(typesetter):
    return Engine(LIBRARY, typesetter, load=drawn)


def compose(engine, kinds, place=PLACES[0], language="en", partners=(), **more):
    format_, template, ground = place
    brief = Brief(
        name="Lead", format=format_, template=template, ground=ground, language=language,
        partners=tuple(Partner(f"{each}.svg", each.title()) for each in partners),
        companions=tuple(Companion(kind, f"{kind}.svg", **more) for kind in kinds),
    )  # fmt: skip
    guests = Guests(tuple(map(drawn, partners)), tuple(LOGOS[kind] for kind in kinds))
    return engine.compose(brief, drawn("blue"), guests)


def text(scene, role):
    (words,) = (item for item in scene.find(role) if isinstance(item, Words))
    return words.block.source


@pytest.mark.parametrize(("partners", "language"), [((), "en"), (("wide", "tall"), "ar")])
@pytest.mark.parametrize("kinds", [("eu",), ("sdg",), ("eu", "sdg")])
@pytest.mark.parametrize("place", PLACES)
def test_companions_keep_their_rules_everywhere(engine, place, kinds, partners, language):
    made = compose(engine, kinds, place, language, partners)
    scene, said = made.scene, {found.code: found.severity for found in made.findings}
    lockup, unit = scene.box("lockup"), scene.promise.unit

    broken = [code for code in OWN if said.get(code, Severity.KEPT) is Severity.BREACH]
    assert broken == []
    for kind in kinds:
        if "rule.companion_missing" in said:
            assert scene.box(kind) is None
            continue
        assert scene.box(kind).distance(lockup) >= unit * 0.99
        assert Box.of(scene.size).holds(scene.box(kind), 0.5)
        assert Box.of(scene.size).holds(scene.box(f"{kind}-statement"), 0.5)


def test_the_emblem_is_as_high_or_as_wide_as_the_largest_mark(engine):
    scene = compose(engine, ("eu", "sdg"), partners=("wide", "round")).scene
    marks = [scene.box(role) for role in ("logo", "logo-2", "logo-3", "mark", "sdg")]
    emblem = scene.box("eu")

    assert emblem.height >= max(box.height for box in marks) or emblem.width >= max(
        box.width for box in marks
    )


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("en", "Co-funded by the European Union"),
        ("es", "Cofinanciado por la Unión Europea"),
        ("fr", "Cofinancé par l’Union européenne"),
        ("ar", "بتمويل مشترك من الاتحاد الأوروبي"),
    ],
)
def test_the_statement_speaks_the_cards_language(engine, language, words):
    made = compose(engine, ("eu",), language=language)
    unreviewed = any(found.code == "words.companion-unreviewed" for found in made.findings)

    assert text(made.scene, "eu-statement") == words
    assert unreviewed is (language != "en")


def test_the_sentence_names_who_supports_the_goals(engine):
    one, three = (compose(engine, ("sdg",), partners=each).scene for each in ((), ("wide", "tall")))
    plain = [text(each, "sdg-statement").replace("\u2068", "").replace("\u2069", "")
             for each in (one, three)]  # fmt: skip

    assert plain == [
        "Lead supports the Sustainable Development Goals",
        "Lead, Tall, Wide support the Sustainable Development Goals",
    ]


def test_own_words_stand_instead_and_are_judged(engine):
    made = compose(engine, ("eu",), statement="Funded by the EU")
    said = {found.code: found.severity for found in made.findings}

    assert text(made.scene, "eu-statement") == "Funded by the EU"
    assert said["rule.eu_statement"] is Severity.BREACH


def test_the_line_lies_between_the_lockup_and_the_goals(engine):
    scene = compose(engine, ("sdg",)).scene
    line, lockup, goals = (scene.box(role) for role in ("sdg-line", "lockup", "sdg"))

    across = min(lockup.right, goals.right) < line.left < max(lockup.left, goals.left)
    assert across or lockup.bottom < line.top < goals.top


def test_on_a_dark_card_companions_stand_on_white(engine):
    scene = compose(engine, ("sdg",), ("og_image", "message", "dark")).scene
    (table,) = scene.find("table")

    assert table.colour.hex.lower() == "#ffffff"
