"""What a rule is for, in a few words, for whoever asks "What's this?"."""

from __future__ import annotations

from html import escape

from cobrand.gui.measures import OF_PARTNER
from cobrand.gui.speech import Speech, marked
from cobrand.model.finding import Finding

_EXPLAINED = {
    "rule.equal_prominence": marked(
        "Both marks should be seen as equals. Their size is measured as the eye sees it: "
        "by the room a mark takes, and by how much of it is ink."
    ),
    "rule.clear_space": marked(
        "The two marks need empty room round them, so that nothing else seems to belong to them. "
        "X is half the height of the campaign mark."
    ),
    "rule.gap": marked("Enough room between the two marks keeps each one whole."),
    "rule.separator": marked(
        "A line keeps the marks apart. It is thick enough to be seen, and thin enough not to be "
        "taken for a letter."
    ),
    "rule.min_size": marked("Below its least size, a mark cannot be read where this card is seen."),
    "rule.letter": marked(
        "The smallest letters of your logo must be large enough to read where this card is seen."
    ),
    "rule.effective_ppi": marked(
        "A picture needs enough pixels for the size it is printed at, or it looks soft."
    ),
    "rule.order": marked("Your logo comes first, because the card is yours."),
    "rule.placed": marked(
        "A lock-up is often placed smaller than it was made. Below this size its marks cannot be "
        "read."
    ),
    "rule.orientation": marked("Two wide marks look calmer side by side."),
    "rule.untouched": marked("A logo belongs to its maker: nothing is cut, turned or changed."),
    "rule.align": marked(
        "Marks on one line look calm. Marks that are a little off look like a mistake."
    ),
    "rule.contrast": marked(
        "Your logo must stand out from what is behind it. 1 : 1 is no difference at all, "
        "21 : 1 is black on white."
    ),
    "rule.text_contrast": marked(
        "Words must stand out from their ground, also for people who see less well. "
        "4.5 : 1 is what WCAG asks of ordinary text."
    ),
    "rule.same_mode": marked(
        "Two marks in colour, or two in white, look as if they belong together."
    ),
    "rule.distortion": marked("A logo is never stretched: width and height keep their proportion."),
    "rule.safe_zone": marked(
        "Some programs cover or cut the edges of a picture. What matters stays inside them."
    ),
    "rule.alt_text": marked("People who do not see the picture hear this description instead."),
}
_AT_LIMIT = tuple(f"rule.prominence_limit{held}" for held in ("", "_mm", "_px", "_hull"))
_ALIKE = {
    **dict.fromkeys(_AT_LIMIT, "rule.equal_prominence"),
    "rule.baseline": "rule.align",
    "rule.logo_disappears": "rule.contrast",
}


def explained(tr: Speech, found: Finding) -> str:
    """Return name, purpose, measurement and source as rich text; empty for what is no rule."""
    code = found.code.removesuffix(OF_PARTNER)
    code = _ALIKE.get(code, code)
    words = next((text for key, text in _EXPLAINED.items() if code.startswith(key)), "")
    if not words:
        return ""
    source = tr("The limit is a cobrand default, not a campaign rule.")
    parts = (tr(words), tr.say(found), source)
    direction = "rtl" if tr.mirrored else "ltr"
    body = "".join(f'<p dir="{direction}">{escape(part)}</p>' for part in parts)
    return f'<p dir="{direction}"><b>{escape(tr.title(found))}</b></p>{body}'
