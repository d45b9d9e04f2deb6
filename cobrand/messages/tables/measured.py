"""Sentences about what was measured in a file after it was written."""

from __future__ import annotations

from cobrand.messages.tables.sentence import Sentence

MEASURED = {
    "file": Sentence(
        "File", "The written file is not as it should be. Make it again.", kept="The file is right."
    ),
    "file.size": Sentence(
        "Size of the file",
        "The file is {width} × {height} {unit}; it should be "
        "{wanted_width} × {wanted_height} {unit}. Make it again.",
        kept="The file is {width} × {height} {unit}, as its format asks.",
    ),
    "file.bytes": Sentence(
        "Weight of the file",
        "The file weighs {measured:size}, and {limit:size} is the most that is taken there. "
        "Photographs weigh least as JPEG or WebP, and calm ones less than busy ones.",
        kept="The file weighs {measured:size}; up to {limit:size} is taken.",
    ),
    "file.pages": Sentence(
        "Pages",
        "The file has {measured} pages instead of {limit}. Make it again.",
        kept="The file has all its pages: {limit}.",
    ),
    "file.boxes": Sentence(
        "Bleed",
        "The PDF has {measured} mm of bleed instead of {limit} mm. Make it again.",
        kept="The PDF has {limit} mm of bleed round its trim.",
    ),
    "file.title": Sentence(
        "Title in the file",
        "The file calls itself “{measured}” instead of “{limit}”. Make it again.",
        kept="The file calls itself “{limit}”.",
    ),
    "file.language": Sentence(
        "Language in the file",
        "The file says that its language is “{measured}” instead of “{limit}”. Make it again.",
        kept="The file says its language: {limit}.",
    ),
    "file.alt": Sentence(
        "Description in the file",
        "The file does not describe itself for screen readers as it should: “{limit}”. "
        "Make it again.",
        kept="The file holds its description for screen readers.",
    ),
    "file.drawing": Sentence(
        "Drawing in the file",
        "{measured} % of the marks look different in the file; up to {limit} % may. "
        "Look at it, and use another kind of file if you see it.",
        kept="The marks look in the file as they were laid out: {measured} % differs; "
        "up to {limit} % may.",
    ),
    "file.clear_space": Sentence(
        "Clear space, in the file",
        "In the file, something is too close to the two marks: {measured} X of the {limit} X "
        "needed. Choose another template.",
        kept="In the file, {measured} X is free round the two marks; at least {limit} X is needed.",
    ),
    "file.gap": Sentence(
        "Gap, in the file",
        "In the file, the marks are {measured} X apart of the {limit} X needed. "
        "Choose another template.",
        kept="In the file, the marks are {measured} X apart; at least {limit} X is needed.",
    ),
    "file.prominence": Sentence(
        "Equal prominence, in the file",
        "In the file, {role:words} reads {measured:stronger} than the campaign mark. "
        "Up to {limit:percent} is fine. The size slider (or --nudge) moves this number by what it "
        "shows: set it nearer to 0.",
        kept="In the file, {role:words} reads {measured:stronger} than the campaign mark. "
        "Up to {limit:percent} is fine.",
    ),
    "file.mark_px": Sentence(
        "Least size, in the file",
        "In the file, the campaign mark is {measured:.0} px high, and at least {limit:.0} px are "
        "needed. Choose a template that gives the marks more room.",
        kept="In the file, the campaign mark is {measured:.0} px high; "
        "at least {limit:.0} px are needed.",
    ),
    "file.mark_mm": Sentence(
        "Least size, in the file",
        "In the file, the campaign mark is {measured:.1} mm high, and at least {limit:.1} mm are "
        "needed. Choose a template that gives the marks more room.",
        kept="In the file, the campaign mark is {measured:.1} mm high; "
        "at least {limit:.1} mm are needed.",
    ),
    "file.safe_zone": Sentence(
        "Safe area, in the file",
        "In the file, the marks reach {measured} px out of the area that everyone sees. "
        "Choose another template.",
        kept="In the file, the marks are inside the area that everyone sees.",
    ),
    "file.contrast": Sentence(
        "Contrast, in the file",
        "In the file, {role:words} is {measured:.1} : 1 against what is behind it, "
        "and {limit} : 1 is needed to be seen by everyone. Choose another ground.",
        kept="In the file, {role:words} is {measured:.1} : 1 against what is behind it; "
        "{limit} : 1 is needed.",
    ),
    "file.unseen": Sentence(
        "Read, not looked at",
        "The form of this EPS file and its box, clear space included, were read and are right. "
        "Its drawing was not looked at: Ghostscript is not installed here, or was too slow.",
    ),
    "file.profile": Sentence(
        "Colours in the file",
        "The file does not say that its colours are {limit}, so two screens may show two colours. "
        "Make it again.",
        kept="The file says that its colours are {limit}.",
    ),
    "file.text_contrast": Sentence(
        "Contrast of the words, in the file",
        "In the file, {role:words} is {measured:.1} : 1 against what is behind it, "
        "and {limit} : 1 is needed to be read by everyone. Choose another ground.",
        kept="In the file, every word is {measured:.1} : 1 or more against what is behind it; "
        "{limit} : 1 is needed.",
    ),
    "file.separator": Sentence(
        "Line, in the file",
        "In the file, the line between the marks is {measured:.1} px wide and {room} px from the "
        "nearest mark; it should be {limit:.1} px wide and touch neither. Make the file again.",
        kept="In the file, the line is {measured:.1} px wide and touches neither mark; "
        "{limit:.1} px are needed.",
    ),
    "file.order": Sentence(
        "Order, in the file",
        "In the file, the campaign mark stands before your logo. Let your logo lead.",
        kept="In the file, your logo stands before the campaign mark.",
    ),
    "file.distortion": Sentence(
        "Proportions, in the file",
        "In the file, {role:words} is stretched by {measured} %; up to {limit} % may be. "
        "Keep its width and height in proportion.",
        kept="In the file, neither mark is stretched: {measured} %; up to {limit} % may be.",
    ),
    "file.turned": Sentence(
        "Turned, in the file",
        "In the file, {role:words} is turned by {measured}°. Set it upright.",
    ),
    "file.effective_ppi": Sentence(
        "Sharpness, in the file",
        "In the file, {role:words} has {measured} pixels per inch of the {limit} needed. "
        "Ask for a larger picture, or for an SVG.",
        kept="In the file, {role:words} has {measured} pixels per inch; {limit} are needed.",
    ),
    "proof": Sentence("Proof", "The proof and the file do not agree. Make the file again."),
    "proof.disagrees": Sentence(
        "Not as laid out",
        "In the file, {role:words} is not as it was laid out. "
        "Make the file again, or use another kind of file.",
    ),
    "proof.other-bytes": Sentence(
        "Changed since it was measured",
        "{name} was changed after it was measured, so its proof no longer holds. "
        "Make the kit again.",
    ),
    "proof.same-bytes": Sentence(
        "Same file as measured",
        "{name} is the file that was measured.",
    ),
}
