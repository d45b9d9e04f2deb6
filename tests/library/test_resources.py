"""What is shipped loads, hangs together and says what the call to action says."""

from __future__ import annotations

import re

import pytest

from cobrand.library import Library
from cobrand.model.campaign import Campaign, Ground
from cobrand.model.colour import Colour, contrast
from cobrand.model.format import Format, KitEntry, at_scale
from cobrand.model.template import Template

SHIPPED = Library.shipped()
FORMATS = SHIPPED.formats()
TEMPLATES = SHIPPED.templates()
CAMPAIGN = SHIPPED.campaign("weareale")
KIT = [(each, entry) for each in FORMATS for entry in each.kit]

MESSAGES = {
    "We are ale unites organisations to make adult learning and education seen, understood and "
    "valued all around the world",
    "Speaking with one voice to make ale seen, understood and valued",
    "Global voice for adult learning and education",
    "Connecting globally for ale",
    "We are ale - uniting for justice, well-being and change!",
}


def test_every_format_of_the_first_kit_is_there() -> None:
    sizes = {
        each.id: (each.size.width, each.size.height) for each in FORMATS if each.use != "print"
    }

    assert sizes == {
        "lockup": (1200, 400),
        "ig_square": (1080, 1080),
        "ig_portrait": (1080, 1350),
        "story": (1080, 1920),
        "og_image": (1200, 630),
        "x_post": (1600, 900),
        "li_post": (1200, 627),
        "fb_cover": (1640, 924),
        "web_billboard": (970, 250),
    }


def test_paper_is_measured_in_its_own_unit() -> None:
    a4, us = SHIPPED.format("letterhead_a4"), SHIPPED.format("letterhead_us")

    assert (a4.size.width, a4.size.height) == pytest.approx((793.70, 1122.52), abs=0.01)
    assert (us.size.width, us.size.height) == (816, 1056)
    assert (a4.unit, us.unit) == ("mm", "in")


def test_a_story_keeps_clear_of_the_app() -> None:
    safe = SHIPPED.format("story").safe

    assert (safe.left, safe.top, safe.right, safe.bottom) == (65, 269, 65, 384)


def test_budgets_are_bytes() -> None:
    assert SHIPPED.format("og_image").budget == 300_000
    assert SHIPPED.format("letterhead_a4").budget is None


def test_the_first_kind_is_what_a_kit_makes() -> None:
    assert {each.id: each.kinds[0] for each in FORMATS if each.kinds[0] != "png"} == {
        "lockup": "svg",
        "letterhead_a4": "pdf",
        "letterhead_us": "pdf",
    }


@pytest.mark.parametrize(("format_", "entry"), KIT, ids=lambda each: getattr(each, "template", ""))
def test_every_card_of_the_kit_can_be_made(format_: Format, entry: KitEntry) -> None:
    template = SHIPPED.template(entry.template)

    assert entry.ground in template.grounds
    assert CAMPAIGN.ground(entry.ground)
    assert {at_scale(kind)[0] for kind in entry.kinds} <= set(format_.kinds)
    assert template.arrangement(format_.aspect_class)
    assert set(entry.needs) >= {need for need in template.needs if need.startswith("event.")}


def test_the_kit_alternates_grounds() -> None:
    grounds = [entry.ground for format_, entry in KIT if entry.template == "message"]

    assert {"brand", "light", "dark"} <= set(grounds)


@pytest.mark.parametrize("template", TEMPLATES, ids=lambda each: each.id)
def test_templates_name_only_what_there_is(template: Template) -> None:
    for _, arrangement in template.arrangements:
        names, roles = {slot.id for slot in arrangement.slots}, {s.role for s in arrangement.slots}
        for slot in arrangement.slots:
            assert {slot.above, slot.beside} <= {"", *names}
            assert slot.same in {"", *roles}
            assert slot.least <= slot.size
    assert all(CAMPAIGN.ground(ground) for ground in template.grounds)
    if template.follows:
        assert SHIPPED.template(template.follows).follows == ""


def test_a_following_page_is_not_offered_by_itself() -> None:
    assert [each.id for each in TEMPLATES] == [
        "backdrop",
        "endorsement",
        "event",
        "letterhead",
        "letterhead_us",
        "lockup",
        "message",
        "photograph",
    ]
    assert SHIPPED.template("letterhead_following").follows == ""


def test_the_letter_is_measured_on_paper() -> None:
    letter = SHIPPED.template("letterhead").arrangement("portrait")

    assert letter
    assert letter.pair.campaign_height == pytest.approx(12 * 96 / 25.4)
    assert [round(y * 25.4 / 96, 1) for y, _ in letter.marks] == [105, 148.5, 210]
    assert letter.slots[0].size == pytest.approx(7 * 96 / 72)


def test_names_are_there_in_every_language() -> None:
    languages = {language for language, _ in SHIPPED.languages()}

    assert languages == {"en", "es", "fr", "ar"}
    for names in (*(each.names for each in FORMATS), *(each.names for each in TEMPLATES)):
        assert dict(names).keys() == languages
        assert all(name for _, name in names)


def test_the_key_messages_are_the_call_to_actions_own_words() -> None:
    english = CAMPAIGN.vocabulary("en")

    assert english
    assert {each.text.replace("|", " ") for each in english.messages} == MESSAGES
    assert {each.status for each in english.messages} == {"official"}


def test_addresses_and_handles_are_the_call_to_actions_own() -> None:
    assert CAMPAIGN.hashtag == "#weareALE"
    assert CAMPAIGN.url == "www.we-are-ale.org"
    assert CAMPAIGN.endorse_url == "https://www.we-are-ale.org"
    assert [handle for _, handle in CAMPAIGN.handles] == ["@weareALE", "@weareALE", "@weareale2025"]


def test_translations_say_that_nobody_checked_them() -> None:
    others = [words for words in CAMPAIGN.vocabularies if words.language != "en"]

    assert {words.status for words in others} == {"unreviewed"}
    assert {each.status for words in others for each in words.messages} == {"unreviewed"}


def test_all_languages_say_the_same_things() -> None:
    english, *others = sorted(CAMPAIGN.vocabularies, key=lambda words: words.language != "en")
    places = re.compile(r"\{\w+\}")
    for words in others:
        assert [each.id for each in words.messages] == [each.id for each in english.messages]
        assert [bool(each.short) for each in words.messages] == [
            bool(each.short) or each.id == "connecting" for each in english.messages
        ]
        assert dict(words.texts).keys() == dict(english.texts).keys()
        for key, text in english.texts:
            assert set(places.findall(words.text(key))) == set(places.findall(text)), key
            assert words.text(key).count("|") == text.count("|"), key


def test_months_and_weekdays_are_complete() -> None:
    for words in CAMPAIGN.vocabularies:
        assert len(words.text("months").split("|")) == 12
        assert len(words.text("weekdays").split("|")) == 7


def test_isolates_are_not_in_the_data() -> None:
    for words in CAMPAIGN.vocabularies:
        texts = [each.text for each in words.messages] + [text for _, text in words.texts]

        assert not set("".join(texts)) & set("\u2066\u2067\u2068\u2069")


def test_every_language_has_its_script() -> None:
    for words in CAMPAIGN.vocabularies:
        script = SHIPPED.script(words.script)

        assert script.tracked == (words.direction == "ltr")


def test_the_mark_is_a_stand_in_and_says_so() -> None:
    assert CAMPAIGN.stand_in
    assert [mark.variant for mark in CAMPAIGN.marks] == ["colour", "reversed", "mono"]
    for mark in CAMPAIGN.marks:
        assert b"not the campaign's official artwork" in mark.data
        assert b"<text" not in mark.data


def _least_contrasts(ground: Ground) -> list[tuple[str, Colour, Colour, float]]:
    lit = ground.lit or ground.accent
    return [
        ("text", ground.text, ground.field, 7),
        ("accent", ground.accent, ground.field, 4.5),
        ("secondary", ground.secondary, ground.field, 4.5),
        ("lit seat", lit, ground.field, 3),
        ("table text", ground.table_text, ground.table, 7),
        ("table secondary", ground.table_secondary, ground.table, 4.5),
    ]


@pytest.mark.parametrize("ground", CAMPAIGN.grounds, ids=lambda ground: ground.id)
def test_grounds_keep_their_contrasts(ground: Ground) -> None:
    for what, colour, behind, least in _least_contrasts(ground):
        assert contrast(colour, behind) >= least, what


@pytest.mark.parametrize(
    ("ground", "promised"),
    [
        ("light", (14.3, 8.1, 5.4)),
        ("dark", (16.2, 10.3, 9.3)),
        ("brand", (9.0, 5.7, 6.7)),
        ("lamp", (10.1, 5.7, 6.9)),
    ],
)
def test_contrasts_are_as_the_visual_language_says(
    ground: str, promised: tuple[float, ...]
) -> None:
    found = CAMPAIGN.ground(ground)

    assert found
    colours = (found.text, found.accent, found.secondary)
    assert [contrast(each, found.field) for each in colours] == pytest.approx(promised, abs=0.06)


def test_the_rules_are_those_of_the_rule_book() -> None:
    rules = CAMPAIGN.rules

    assert (rules.unit, rules.gap_with_line, rules.gap_without_line) == (0.5, 2.0, 1.5)
    assert (rules.least_mm, rules.least_px, rules.ratio_ok, rules.ratio_warn) == (
        12,
        48,
        0.08,
        0.15,
    )


def test_every_rule_number_is_said_to_be_ours(library: Library) -> None:
    text = library.document("campaigns/weareale/campaign.toml").decode()
    numbers = text.split("[rules]")[1].strip().splitlines()

    assert all("cobrand default, not a campaign rule" in line for line in numbers)


def test_the_sample_has_everything_a_kit_can_use() -> None:
    sample = SHIPPED.sample()

    assert sample.logo.read_bytes().startswith(b"<svg")
    for language, _ in SHIPPED.languages():
        words = dict(sample.words_in(language))
        for _, entry in KIT:
            assert all(words.get(need) for need in entry.needs)
    assert sample.words_in("xx") == sample.words_in("en")


def test_the_campaign_is_found_among_all() -> None:
    found: tuple[Campaign, ...] = SHIPPED.campaigns()

    assert [each.id for each in found] == ["weareale"]
