"""What values that are names in the code are called in the middle of a sentence."""

from __future__ import annotations

LIMITS = {
    "hull": "its size is kept near that of the campaign mark",
    "least": "one of the marks is at its least size",
    "unseen": "nothing of it can be seen here",
}
"""What kept the two marks from being equally prominent: `because …`."""

KEPT_FROM = {
    "no-words": "one of them has no line of words",
    "too-far": "one of them would stand too far from the middle",
    "one-above": "they stand one above the other",
}
"""What kept the words of both marks from one line: `because …`."""

ROLES = {
    "logo": "your logo",
    "logo-2": "the second logo",
    "logo-3": "the third logo",
    "logo-4": "the fourth logo",
    "logo-5": "the fifth logo",
    "logo-6": "the sixth logo",
    "logo-7": "the seventh logo",
    "logo-8": "the eighth logo",
    "mark": "the campaign mark",
    "eu": "the EU emblem",
    "eu-statement": "the statement beside the EU emblem",
    "sdg": "the SDG logo",
    "sdg-line": "the line before the SDG logo",
    "sdg-statement": "the sentence under the SDG logo",
    "lockup": "the pair of marks",
    "separator": "the line between the marks",
    "table": "the strip with the marks",
    "headline": "the headline",
    "headline2": "the second line of the headline",
    "subtitle": "the line under the headline",
    "call": "the call",
    "url": "the web address",
    "qr": "the QR code",
    "numeral": "the day",
    "date": "the date",
    "place": "the place",
    "ornament": "the circle of seats",
    "address": "the address",
    "return_line": "the return line",
    "subject": "the subject",
    "footer_contact": "the contact in the foot",
    "footer_name": "the name in the foot",
    "footer_url": "the web address in the foot",
    "page_name": "the name on the next page",
    "page_number": "the page number",
    "credit": "the photograph's credit",
    "photo": "the photograph",
    "photo.alt": "the photograph's description",
    "photo.credit": "the photograph's credit",
    "plate": "the plate under the marks",
    "scrim": "the darker part of the photograph",
    "message": "the message",
    "name": "the organisation's name",
    "organisation.name": "the organisation's name",
    "organisation.contact": "the contact",
    "event.title": "the event's title",
    "event.date": "the event's date",
    "event.time": "the event's time",
    "event.place": "the event's place",
}

FILES = {
    **{kind: kind.upper() for kind in ("pdf", "eps", "gif", "tiff", "heic", "avif", "ico", "bmp")},
    **{kind: kind.upper() for kind in ("emf", "wmf", "zip", "png", "jpeg", "svg", "docx")},
    "webp": "WebP",
    **{kind: kind.upper() for kind in ("pptx", "odt", "odp", "ai")},
    "office": "Excel",
    "unknown": "an unknown kind",
    "html": "web page",
    "cdr": "CorelDRAW",
    "psd": "Photoshop",
    "jpeg2000": "JPEG 2000",
    "jpegxl": "JPEG XL",
}

GROUNDS = {
    "brand": "campaign colour",
    "lamp": "lamp yellow",
    "paper": "white",
    "photo": "photograph",
}
PLACES_INSIDE = {
    "inside.header": "in the header",
    "inside.page": "on the first page",
    "inside.slide": "on the first slide",
    "inside.layout": "in the layout of the first slide",
    "inside.master": "in the master slide",
}
"""Where in a document a logo was found."""
VARIANTS = {
    "reversed": "version for dark grounds",
    "mono": "version in one colour",
    "colour": "version in colour",
}

DELIMITERS = {"delimiter.tab": "tab"}
"""Signs that part cells and cannot be shown."""

NAMES = {
    **DELIMITERS,
    **FILES,
    **ROLES,
    **LIMITS,
    **KEPT_FROM,
    **GROUNDS,
    **PLACES_INSIDE,
    **VARIANTS,
}

WORDS = (
    "{share} stronger",
    "neither stronger nor weaker",
    "{share} weaker",
    "B",
    "KB",
    "MB",
    "GB",
    "official",
    "reviewed",
    "unreviewed",
    "light",
    "dark",
    "mixed",
    "format",
    "template",
    "campaign",
    "language",
    "ground",
    "key message",
    "script",
    "your words",
)
"""Other words that stand as values: units, states, tones, kinds of things with names."""
