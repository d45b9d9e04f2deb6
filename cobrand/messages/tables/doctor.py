"""Sentences of the logo doctor: what is wrong with a logo, its number, and what to do about it."""

from __future__ import annotations

from cobrand.messages.tables.sentence import Sentence

DOCTOR = {
    "logo.ground-removed": Sentence(
        "Ground removed",
        "The ground round your logo ({colour}) was removed, so that it can stand on any card. "
        "If it belongs to your logo, undo this.",
        told="It came on a ground of {colour} instead of none.",
    ),
    "logo.ground-kept": Sentence(
        "Ground kept",
        "Your logo keeps the ground it was sent on ({colour}), as you wished. "
        "On other colours it will show as a box: mend this to remove it.",
        told="It came on a ground of {colour} instead of none.",
    ),
    "logo.ground-stays": Sentence(
        "Ground cannot be removed",
        "The ground round your logo ({colour}) is drawn together with it and stays. "
        "Ask for a version without a ground.",
        told="The ground {colour} is drawn together with it and cannot be removed.",
    ),
    "logo.ground-shaded": Sentence(
        "Shaded ground",
        "Your logo stands on a ground that runs from {dark} to {light}, which counts as a part of "
        "it. If it is only a ground, ask for a version without one, as SVG or transparent PNG.",
        told="It came on a ground that runs from {dark} to {light}.",
    ),
    "logo.plate": Sentence(
        "Coloured ground",
        "Your logo stands on a ground of one colour ({colour}), which counts as a part of it. "
        "If it is only a ground, it can be removed.",
        told="It came on a ground of one colour, {colour}.",
    ),
    "logo.plate-removed": Sentence(
        "Coloured ground removed",
        "The coloured ground of your logo ({colour}) was removed, as you wished. "
        "If it belongs to your logo, undo this.",
        told="It came on a ground of one colour, {colour}.",
    ),
    "logo.inside": Sentence(
        "Ground inside the logo",
        "Inside your logo there are areas in the colour of the ground, as large as {share:percent} "
        "of the logo. They stay, because they may belong to it. "
        "If they are holes, they can be removed.",
        told="Areas in the colour of the ground, as large as {share:percent} of it, may be holes "
        "or may belong to it.",
    ),
    "logo.inside-removed": Sentence(
        "Ground inside removed",
        "Areas in the colour of the ground were removed inside your logo too, as you wished. "
        "If a part is missing now, undo this.",
    ),
    "logo.specks": Sentence(
        "Specks cleaned",
        "A speck round your logo, as JPEG leaves them, was cleaned away. "
        "If a part of the logo is missing, undo this.",
        "{count} specks round your logo, as JPEG leaves them, were cleaned away. "
        "If a part of the logo is missing, undo this.",
    ),
    "logo.specks-kept": Sentence(
        "Specks kept",
        "A speck round your logo, as JPEG leaves them, stays, as you wished. "
        "Mend this to clean it away.",
        "{count} specks round your logo, as JPEG leaves them, stay, as you wished. "
        "Mend this to clean them away.",
    ),
    "logo.margins": Sentence(
        "Margins trimmed",
        "{share:percent} of the file is empty margin. It was trimmed, so that your logo gets its "
        "full size. If the margin belongs to the logo, undo this.",
        told="{share:percent} of the file is empty margin.",
    ),
    "logo.margins-kept": Sentence(
        "Margins kept",
        "{share:percent} of the file is empty margin. It stays, as you wished, and makes your logo "
        "smaller on cards. Mend this to trim it.",
        told="{share:percent} of the file is empty margin.",
    ),
    "logo.turned": Sentence(
        "Turned upright",
        "The camera's note in this picture says that it lies on its side, so it was turned. "
        "If it is wrong now, undo this.",
        told="The picture lies on its side.",
    ),
    "logo.turned-back": Sentence(
        "Not turned",
        "The camera's note in this picture says that it lies on its side. It is left as it is, "
        "as you wished. Mend this to turn it.",
        told="The picture lies on its side.",
    ),
    "logo.turned-by-hand": Sentence(
        "Turned by you",
        "Your logo was turned, as you wished. If it is wrong now, undo this.",
    ),
    "logo.faint": Sentence(
        "Very faint",
        "Your logo hardly stands out from its own ground: the contrast is {contrast:.2} : 1. "
        "Ask for a version with stronger colours.",
        told="It hardly stands out from its own ground: the contrast is {contrast:.2} : 1.",
    ),
    "logo.faint-on-white": Sentence(
        "Faint on white",
        "On white, your logo's contrast is only {contrast:.2} : 1. Cards put it on a dark strip. "
        "For white paper, give a darker version of it, in colour or in one colour.",
        told="On white its contrast is only {contrast:.2} : 1.",
    ),
    "logo.see-through": Sentence(
        "See-through colours",
        "{share:percent} of your logo is see-through: its colours cover only {opacity:percent}, "
        "so it changes with every ground. Ask for a version in solid colours.",
        told="{share:percent} of it is see-through and covers only {opacity:percent}, so it "
        "changes with every ground.",
    ),
    "logo.hairlines": Sentence(
        "Very thin lines",
        "{share:percent} of your logo is lines only {px:.1} px thick on a card, and {mm:.2} mm in "
        "a letter: they fade there. Ask for a version with stronger lines for small sizes.",
        told="{share:percent} of it is lines that are only {px:.1} px thick on a card, and {mm:.2} "
        "mm in a letter.",
    ),
    "logo.small": Sentence(
        "Small picture",
        "Your logo is only {width} × {height} pixels. In print it is sharp up to {mm} mm wide, on "
        "posters seen from afar up to {large_mm} mm. "
        "Ask for a vector file (SVG), or for a larger picture.",
        told="It is only {width} × {height} pixels, sharp up to {mm} mm wide in print.",
    ),
    "logo.print-size": Sentence(
        "Largest size in print",
        "Your logo is {width} × {height} pixels: sharp up to {mm} mm wide in print, and up to "
        "{large_mm} mm on posters seen from afar. For more, ask for a vector file (SVG).",
        told="It is {width} × {height} pixels, sharp up to {mm} mm wide in print.",
    ),
    "logo.screenshot": Sentence(
        "A screenshot",
        "This looks like a picture of a screen: at its top is a bar, {bar} px high, as windows and "
        "telephones have it. Cut the logo out of it, or better, ask for the logo's own file.",
        told="It is a picture of a screen, with a bar {bar} px high at its top.",
    ),
    "logo.photograph": Sentence(
        "A photograph",
        "This looks like a photograph: it has {colours} different colours and no ground. "
        "Ask for the logo's own file, best an SVG.",
        told="It is a photograph of {colours} different colours.",
    ),
    "logo.variant-used": Sentence(
        "Own version used",
        "Here your logo stands in its own {variant:words}. "
        "If it should be in colour, choose another ground.",
    ),
    "logo.variant-differs": Sentence(
        "Another logo?",
        "The {variant:words} of your logo has other proportions: {measured:percent} off, and up to "
        "{limit:percent} is fine. Look whether it is the same logo; if not, give another file.",
    ),
}
