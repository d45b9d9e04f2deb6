"""Sentences about the co-branding rules: what was measured, what the limit is, what to do."""

from __future__ import annotations

from cobrand.messages.tables.sentence import Sentence

RULES = {
    "rule": Sentence(
        "Rule",
        "A rule is not kept: {measured}, and the limit is {limit}. "
        "Choose another template or size.",
        kept="{measured}; the limit is {limit}.",
    ),
    "rule.equal_prominence": Sentence(
        "Equal prominence",
        "Your logo reads {measured:stronger} than the campaign mark, by the area and the ink that "
        "an eye takes in. Up to {limit:percent} is fine. The size slider (or --nudge) moves this "
        "number by what it shows: set it nearer to 0.",
        kept="Your logo reads {measured:stronger} than the campaign mark, by the area and the ink "
        "that an eye takes in. Up to {limit:percent} is fine.",
    ),
    "rule.prominence_limit": Sentence(
        "Equal prominence, at its limit",
        "Your logo reads {measured:stronger} than the campaign mark, because {bound:words}. "
        "Another template or format gives it more room.",
    ),
    "rule.prominence_limit_mm": Sentence(
        "Equal prominence, at its limit",
        "The campaign mark is held at its least height of {held:.1} mm, so {role:words} reads "
        "{measured:stronger} than it. A larger format, the other arrangement of the pair, or a "
        "less tall or less wide version of that logo brings them nearer.",
    ),
    "rule.prominence_limit_px": Sentence(
        "Equal prominence, at its limit",
        "The campaign mark is held at its least height of {held:.0} px, so {role:words} reads "
        "{measured:stronger} than it. A larger format, the other arrangement of the pair, or a "
        "less tall or less wide version of that logo brings them nearer.",
    ),
    "rule.prominence_limit_hull": Sentence(
        "Equal prominence, at its limit",
        "{role:Words} is held at {held:percent} of the size at which both outlines are equal, so "
        "it reads {measured:stronger} than the campaign mark. Another ground, or a version of "
        "it with more even colours, brings them nearer.",
    ),
    "rule.clear_space": Sentence(
        "Clear space",
        "Something is too close to the two marks: {measured} X of the {limit} X needed "
        "(X is half the height of the campaign mark). "
        "Shorten the words, or choose another template.",
        kept="{measured} X is free round the two marks; at least {limit} X is needed.",
    ),
    "rule.clear_space_tight": Sentence(
        "Clear space is just enough",
        "{measured} X is free round the two marks. That is enough; {limit} X looks calmer.",
    ),
    "rule.gap": Sentence(
        "Gap between the marks",
        "The marks are too close together: {measured} X of the {limit} X needed. "
        "Leave out the line between them, or choose another template.",
        kept="The marks are {measured} X apart; at least {limit} X is needed.",
    ),
    "rule.separator": Sentence(
        "Line between the marks",
        "The line between the marks is {measured} px wide, and {limit} px are needed; "
        "or it touches a mark, is too short, or has not the colour of the words. "
        "Choose a larger format, or leave the line out.",
        kept="The line is {measured} px wide; at least {limit} px are needed.",
    ),
    "rule.min_size_px": Sentence(
        "Least size",
        "The campaign mark is {measured:.0} px high, and at least {limit:.0} px are needed. "
        "Choose a template that gives the marks more room.",
        kept="The campaign mark is {measured:.0} px high; at least {limit:.0} px are needed.",
    ),
    "rule.min_size_mm": Sentence(
        "Least size",
        "The campaign mark is {measured:.1} mm high, and at least {limit:.1} mm are needed. "
        "Choose a template that gives the marks more room.",
        kept="The campaign mark is {measured:.1} mm high; at least {limit:.1} mm are needed.",
    ),
    "rule.letter_px": Sentence(
        "Smallest letters",
        "The smallest letters in {role:words} are about {measured:.1} px high; "
        "below {limit:.1} px they are hard to read on a screen. "
        "For small formats, use a version with less small text.",
        kept="The smallest letters in {role:words} are about {measured:.1} px high; "
        "from {limit:.1} px on they can be read.",
    ),
    "rule.letter_mm": Sentence(
        "Smallest letters",
        "The smallest letters in {role:words} are about {measured:.1} mm high; "
        "below {limit:.1} mm they are hard to read on paper. "
        "Use a version with less small text.",
        kept="The smallest letters in {role:words} are about {measured:.1} mm high; "
        "from {limit:.1} mm on they can be read.",
    ),
    "rule.effective_ppi": Sentence(
        "Sharpness",
        "{role:Words} has {measured} dots per inch at this size, and {limit} are needed to look "
        "sharp. Ask for a vector file (SVG), or for a larger picture.",
        kept="{role:Words} has {measured} dots per inch at this size; {limit} are needed.",
    ),
    "rule.order": Sentence(
        "Order",
        "The campaign mark leads here. In your own channels your logo comes first: "
        "take “Campaign mark first” out, unless it is meant.",
        kept="Your logo leads, the campaign mark follows.",
    ),
    "rule.align": Sentence(
        "Alignment",
        "The marks do not stand on one middle line: they are {measured:percent} of their height "
        "apart, and up to {limit:percent} is fine. Choose the other arrangement.",
        kept="The marks stand on one middle line, within {measured:percent}; "
        "up to {limit:percent} is fine.",
    ),
    "rule.baseline": Sentence(
        "Alignment",
        "The words of the two marks stand {measured:percent} of their height apart, and up to "
        "{limit:percent} is fine. Make the file again.",
        kept="The words of both marks stand on one line, within {measured:percent}.",
    ),
    "rule.no_baseline": Sentence(
        "No common line for the words",
        "You asked for the words of both marks on one line. The marks are set level at their "
        "middle instead, because {bound:words}.",
    ),
    "rule.orientation": Sentence(
        "Arrangement",
        "Both marks are wide, and there is room for them side by side. "
        "They look calmer so: choose “Beside” or “Auto”.",
        kept="The arrangement suits the proportions of both marks.",
    ),
    "rule.placed": Sentence(
        "Smallest size",
        "This lock-up is {measured_mm:.0} mm wide in print and {measured} px on a screen, so its "
        "marks fall under their least size. Make it at least {least_mm:.0} mm wide for print, or "
        "{limit} px for a screen, clear space included.",
        kept="Place this lock-up no smaller than {least_mm:.0} mm wide in print, and {limit} px "
        "on a screen, clear space included.",
    ),
    "rule.untouched": Sentence(
        "Marks as they are",
        "{role:Words} is not as its maker drew it: a part is cut off, or it is another drawing. "
        "Make the file again from the original logo.",
        kept="Both marks are whole and as their makers drew them; nothing turns or covers them.",
    ),
    "rule.contrast": Sentence(
        "Contrast of your logo",
        "Your logo's colours are {measured:.1} : 1 against what is behind them, "
        "and {limit} : 1 is needed to be seen by everyone. "
        "Choose another ground, or use a darker or lighter version of your logo.",
        kept="Your logo is {measured:.1} : 1 against what is behind it; {limit} : 1 is needed.",
    ),
    "rule.logo_disappears": Sentence(
        "Part of your logo disappears",
        "Part of your logo disappears: {measured} % of it has nearly the colour of what is behind "
        "it. Choose another ground, or use a version of your logo made for it.",
    ),
    "rule.text_contrast": Sentence(
        "Contrast of the words",
        "{role:Words} is {measured:.1} : 1 against its ground, and {limit} : 1 is needed. "
        "Choose another ground.",
        kept="All words are at least {measured:.1} : 1 against their ground; "
        "{limit} : 1 is needed.",
    ),
    "rule.same_mode": Sentence(
        "One look for both marks",
        "One mark is in colour and the other is in white or in one colour. "
        "Give a version of your logo for this ground, or choose another ground.",
        kept="Both marks are in their colours, or both are in white or in one colour.",
    ),
    "rule.distortion": Sentence(
        "Proportions",
        "A mark is stretched by {measured:percent}; up to {limit:percent} is allowed. "
        "Make the file again from the original logo.",
        kept="Nothing is stretched: {measured:percent}; up to {limit:percent} is allowed.",
    ),
    "rule.safe_zone": Sentence(
        "Safe area",
        "{role:Words} reaches {measured} px out of the area that everyone sees. "
        "Shorten the words, or choose another template.",
        kept="Everything that matters is inside the area that everyone sees.",
    ),
    "rule.official_file": Sentence(
        "Official mark",
        "The campaign mark is not the official file. Import the official one.",
        kept="The campaign mark is an official file.",
    ),
    "rule.alt_text": Sentence(
        "Description for screen readers",
        "The description for screen readers has {measured} characters; it needs between 1 and "
        "{limit}. Shorten your words, or add the organisation's name.",
        kept="The description for screen readers has {measured} characters; "
        "up to {limit} are taken.",
    ),
    "rule.alt_language": Sentence(
        "Language of the description",
        "The description for screen readers is not written in the card's language. "
        "Write the words of the card in its language, or choose another language.",
    ),
    "rule.permission": Sentence(
        "Permission",
        "Nobody has noted who allows the use of {mark}. Ask its owner, then note who and when.",
        kept="{by} allowed the use of {mark} ({date}).",
    ),
    "rule.permission_undated": Sentence(
        "Permission without a day",
        "{by} allowed the use of {mark}, but the day is not noted. Note it too.",
    ),
    "mark.stand-in": Sentence(
        "Stand-in campaign mark",
        "The campaign mark is a stand-in. You can export now and remake the kit when you have the "
        "official one.",
    ),
    "ground.other-table": Sentence(
        "Ground changed for your logo",
        "Your logo would not be seen on the usual strip, so the strip has another colour here.",
    ),
    "ground.other-lockup": Sentence(
        "Ground changed for your logo",
        "Your logo would not be seen on the ground that was asked for, so the lock-up has another "
        "one. A version of your logo that is made for that ground can keep it.",
    ),
    "ground.table_companions": Sentence(
        "Ground changed for other marks",
        "The EU emblem and the SDG logo may only stand on white or on a very light ground, "
        "so the marks have one here.",
    ),
    "words.too-long": Sentence(
        "Too long",
        "{role:Words} is too long for this format, even in the smallest letters. "
        "Shorten it, or leave this format out of the kit.",
    ),
    "words.shortened": Sentence(
        "Short form used",
        "The message stands here in its short form, because the long one is too "
        "long for this format.",
    ),
    "words.dropped": Sentence(
        "Left out here",
        "{role:Words} is left out of this format, because there is no room for it.",
    ),
    "words.overlap": Sentence(
        "Words on words",
        "{role:Words} overlaps {other:words}. Shorten the words, or choose another template.",
    ),
    "words.missing-letters": Sentence(
        "Letters missing",
        "No font here has these letters: {letters}. They are shown as boxes. "
        "Install a font that has them, or write the words in another way.",
    ),
    "words.borrowed-font": Sentence(
        "Font of this computer",
        "Some letters come from a font of this computer: {fonts}. "
        "On another computer this card may look different.",
    ),
    "words.unreviewed": Sentence(
        "Not reviewed",
        "This translation has not been checked by a speaker of {language}. "
        "Let one read the card before you publish it, or write your own words.",
    ),
    "words.missing": Sentence(
        "Words missing", "{role:Words} is missing, and this template needs it. Write it."
    ),
    "words.not-a-date": Sentence(
        "Date as you wrote it",
        "“{given}” is not a day that can be read, so it stands on the card as you wrote it. "
        "Write it as 2026-05-31 to have the weekday and the month in the card's language.",
    ),
    "ground.not-in-template": Sentence(
        "Other ground used",
        "This template has no ground “{ground:words}”, so “{used:words}” is used.",
    ),
}
