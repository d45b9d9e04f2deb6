"""Sentences about several organisations in one lock-up, and about marks with rules of their own."""

from __future__ import annotations

from cobrand.messages.tables.sentence import Sentence

COMPANY = {
    "rule.crowded": Sentence(
        "Many organisations for this format",
        "{measured} organisations stand here, and there is room for {limit} at their full size. "
        "Choose a larger format, or name some of them in the words.",
    ),
    "rule.order.partners": Sentence(
        "Order of the organisations",
        "The organisations do not stand in their order: the lead first, then the partners, "
        "then the campaign mark. Make the card again.",
        kept="The lead stands first, then the partners in their order, then the campaign mark.",
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
        "Part of the logo of {name} disappears: {measured} % of it is only {contrast:.1} : 1 "
        "against what is behind it. Choose another ground, or ask for a version made for it.",
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
