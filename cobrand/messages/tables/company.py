"""Sentences about several organisations in one lock-up, and about marks with rules of their own."""

from __future__ import annotations

from cobrand.messages.tables.sentence import Sentence

COMPANY = {
    "rule.crowded": Sentence(
        "Many organisations for this format",
        "{measured} organisations stand here, and there is room for {limit} at their full size. "
        "Choose a larger format, or name some of them in the words.",
    ),
    "told.prominence_limit": Sentence(
        "Equal prominence, at its limit",
        "Each of these logos looks up to {measured:stronger} than the campaign mark, because "
        "{bound:words}: {name}. Another template or format gives them more room.",
    ),
    "told.permissions": Sentence(
        "Permission",
        "Nobody has noted who allows the use of these marks: {mark}. "
        "Ask their owners, then note who and when.",
    ),
    "rule.order.partners": Sentence(
        "Order of the organisations",
        "The organisations do not stand in their order: the lead first, then the partners, "
        "then the campaign mark. Make the card again.",
        kept="The lead stands first, then the partners in their order, then the campaign mark.",
    ),
    "rule.companion_missing": Sentence(
        "Mark left out",
        "{role:Words} has no room in this format, so it is not there. Where it is owed, "
        "leave this format out, or choose a larger one.",
    ),
    "rule.eu_emblem": Sentence(
        "Size of the EU emblem",
        "The EU emblem has {measured} times the size of the largest mark, and it has to be as high "
        "or as wide as that ({limit}). Choose a template with more room.",
        kept="The EU emblem is as high as the highest mark, or as wide as the widest: {measured} "
        "times; {limit} is needed.",
    ),
    "rule.eu_apart": Sentence(
        "EU emblem apart",
        "The EU emblem is {measured} X from the other marks, and {limit} X are needed: it must not "
        "become part of them. Choose a template with more room.",
        kept="The EU emblem stands by itself, {measured} X from the other marks; "
        "{limit} X are needed.",
    ),
    "rule.eu_proportions": Sentence(
        "Proportions of the EU emblem",
        "The file of the EU emblem is {measured} times as wide as high; the emblem itself is "
        "{limit} times. Take the official file of the emblem alone, without words or a rim.",
        kept="The EU emblem is {measured} times as wide as high, as it has to be.",
    ),
    "rule.eu_statement": Sentence(
        "Statement beside the EU emblem",
        "The words beside the EU emblem have to name “{wanted}” in full, without short forms. "
        "Write the statement anew, or leave it out to have the usual one.",
        kept="The words beside the EU emblem name “{wanted}” in full.",
    ),
    "rule.eu_font": Sentence(
        "Font of the EU statement",
        "The words beside the EU emblem are set in {font}, and the EU's rules name only: {fonts}. "
        "Ask whoever funds you whether that is accepted, before you publish.",
        kept="The words beside the EU emblem are set in {font}; the EU's rules name: {fonts}.",
    ),
    "rule.sdg_line": Sentence(
        "Line before the SDG logo",
        "Between the marks and the SDG logo there has to be a black line of {limit} pt, with X "
        "free on both sides; it is {measured} pt. Choose a template with more room.",
        kept="A black line of {measured} pt stands before the SDG logo; {limit} pt are needed.",
    ),
    "rule.companion_text": Sentence(
        "Sentence with the SDG logo",
        "With the SDG logo there has to be a sentence that names the “{wanted}” in full. "
        "Write it anew, or leave it out to have the usual one.",
        kept="The sentence with the SDG logo names the “{wanted}” in full.",
    ),
    "rule.sdg_ground": Sentence(
        "Ground of the SDG logo",
        "The SDG logo stands on {colour}; it may only stand on white or light grey. "
        "Choose another ground.",
        kept="The SDG logo stands on white or light grey ({colour}).",
    ),
    "words.companion-unreviewed": Sentence(
        "Statement not reviewed",
        "The words beside {role:words} are a translation that no speaker of {language} has "
        "checked. Compare them with what your funder or the United Nations publish.",
    ),
    "rule.equal_prominence.partner": Sentence(
        "Equal prominence",
        "The logo of {name} looks {measured:stronger} than the campaign mark. "
        "Up to {limit:percent} is fine. Choose another template or format.",
        kept="The logo of {name} looks {measured:stronger} than the campaign mark. "
        "Up to {limit:percent} is fine.",
    ),
    "rule.prominence_limit.partner": Sentence(
        "Equal prominence, at its limit",
        "The logo of {name} looks {measured:stronger} than the campaign mark, because "
        "{bound:words}. Another template or format gives it more room.",
    ),
    "rule.letter_px.partner": Sentence(
        "Smallest letters",
        "The smallest letters in the logo of {name} are about {measured:.1} px high; "
        "below {limit:.1} px they are hard to read on a screen. "
        "Ask for a version of it with less small text, or choose a larger format.",
        kept="The smallest letters in the logo of {name} are about {measured:.1} px high; "
        "from {limit:.1} px on they can be read.",
    ),
    "rule.letter_mm.partner": Sentence(
        "Smallest letters",
        "The smallest letters in the logo of {name} are about {measured:.1} mm high; "
        "below {limit:.1} mm they are hard to read on paper. "
        "Ask for a version of it with less small text.",
        kept="The smallest letters in the logo of {name} are about {measured:.1} mm high; "
        "from {limit:.1} mm on they can be read.",
    ),
    "rule.contrast.partner": Sentence(
        "Contrast of a partner's logo",
        "The colours of the logo of {name} are {measured:.1} : 1 against what is behind them, "
        "and {limit} : 1 is needed to be seen by everyone. "
        "Choose another ground, or ask for a darker or lighter version of it.",
        kept="The logo of {name} is {measured:.1} : 1 against what is behind it; "
        "{limit} : 1 is needed.",
    ),
    "rule.logo_disappears.partner": Sentence(
        "Part of a partner's logo disappears",
        "Part of the logo of {name} disappears: {measured} % of it has nearly the colour of what "
        "is behind it. Choose another ground, or ask for a version made for it.",
    ),
    "logo.variant-used.partner": Sentence(
        "A partner's own version used",
        "Here the logo of {name} stands in its own {variant:words}. "
        "If it should be in colour, choose another ground.",
    ),
    "wrong-use.too-many-organisations": Sentence(
        "Too many organisations",
        "A lock-up holds up to {most} organisations, and there are {given}. Leave some out.",
    ),
}
