"""Sentences about a logo file: what cannot be read, what was found in it, what was mended."""

from __future__ import annotations

from cobrand.messages.tables.sentence import Sentence

LOGO = {
    "logo": Sentence(
        "Logo", "This logo cannot be used. Choose another file, best an SVG or a large PNG."
    ),
    "logo.not-found": Sentence(
        "File not found",
        "There is no file {path} that can be opened. Check the name, or choose another file.",
    ),
    "logo.address": Sentence(
        "An address",
        "This is the address of a picture, not the picture. "
        "Save it on this computer first, then drop the file here.",
    ),
    "logo.nothing-pasted": Sentence(
        "Nothing to paste", "There is no picture to paste. Copy one, or drop a file here."
    ),
    "logo.not-permitted": Sentence(
        "Not permitted",
        "You may not open {path}. Copy it into a folder of your own, or choose another file.",
    ),
    "logo.not-answering": Sentence(
        "Disk does not answer",
        "The disk or the network folder that holds {path} does not answer. "
        "Connect it again, then try once more, or copy the file to this computer.",
    ),
    "logo.folder": Sentence("A folder", "{path} is a folder. Choose the logo file inside it."),
    "logo.not-a-file": Sentence(
        "Not a file", "{path} is not a file that holds a picture. Choose another."
    ),
    "logo.too-slow": Sentence(
        "Took too long",
        "Reading this file took more than {seconds} seconds, so it was stopped. "
        "Nothing is damaged. Ask for a simpler file, or for a PNG.",
    ),
    "logo.too-much-memory": Sentence(
        "Too much memory",
        "Reading this file would take more memory than is allowed, so it was stopped. "
        "Nothing is damaged. Ask for a simpler file, or for a PNG.",
    ),
    "logo.reader-died": Sentence(
        "Could not be read",
        "Something in this file stopped the reading of it. Nothing is damaged. "
        "Ask for another file, best a PNG.",
    ),
    "logo.unreadable": Sentence(
        "Not a picture",
        "This is not a picture that cobrand can read. Ask for an SVG or a large PNG.",
        told="It could not be read: it is no picture of a kind that we can open.",
    ),
    "logo.kind-not-read": Sentence(
        "Kind of file",
        "This is not a picture that cobrand can read. It looks like another kind: {kind:words}. "
        "Ask for an SVG or a large PNG.",
        told="It could not be read: it looks like another kind of file ({kind:words}).",
    ),
    "logo.locked": Sentence(
        "Needs a password",
        "This file opens only with a password. Ask for it without one.",
        told="It opens only with a password.",
    ),
    "logo.no-such-page": Sentence(
        "No such page",
        "There is no page {page} in this file: it has {count} page. Choose another page.",
        "There is no page {page} in this file: it has {count} pages. Choose another page.",
    ),
    "logo.ai-without-pdf": Sentence(
        "Only for Illustrator",
        "Only Illustrator can read this file. Open it there and save it again with "
        "“Create PDF Compatible File” switched on, or as SVG.",
    ),
    "logo.eps-needs-ghostscript": Sentence(
        "EPS needs Ghostscript",
        "EPS files are read with the help of Ghostscript, which is not on this computer. "
        "Ask for the logo as PDF or SVG, or install Ghostscript (ghostscript.com).",
    ),
    "logo.old-office": Sentence(
        "Old office file",
        "This is an old Word, PowerPoint or Excel file. Open it there and save it as DOCX, PPTX "
        "or PDF.",
    ),
    "logo.no-picture-inside": Sentence(
        "No picture inside",
        "There is no picture where this {kind:words} file keeps its logo: in the header and on the "
        "first page, or on the first slide. Save the logo as a picture of its own.",
    ),
    "logo.picture-not-read": Sentence(
        "Kind of picture",
        "The logo inside this file is kept as {kind:words}, which cobrand cannot read. "
        "Open the file, click the logo with the right button, choose “Save as picture”, "
        "and save it as SVG or PNG.",
    ),
    "logo.empty": Sentence(
        "Empty file", "This file is empty. Ask for it again.", told="It arrived empty."
    ),
    "logo.blank": Sentence(
        "Nothing to see",
        "There is nothing to see in this file: all of it is transparent or of one colour. "
        "Ask for the file again.",
        told="There is nothing to see in it: all of it is transparent or of one colour.",
    ),
    "logo.truncated": Sentence(
        "Cut off",
        "This file stops halfway: it was probably cut off when it was sent. Ask for it again.",
        told="It stops halfway: it was probably cut off when it was sent.",
    ),
    "logo.svg-malformed": Sentence(
        "Damaged drawing",
        "This SVG is damaged in line {line}. Ask for it again, or for a PNG.",
    ),
    "logo.too-large": Sentence(
        "Too much to read",
        "Reading this file would take more time or memory than is allowed, so it was stopped. "
        "Nothing is damaged. Ask for a smaller file.",
    ),
    "logo.too-many-pixels": Sentence(
        "Too many pixels",
        "This picture has {width} × {height} pixels, more than can be read. "
        "Save it smaller: 4000 pixels across are plenty.",
    ),
    "logo.too-complex": Sentence(
        "Too complex",
        "This drawing has more parts than a logo needs, so it was not read. "
        "Ask for a simpler file, or for a PNG.",
    ),
    "logo.endless": Sentence(
        "Draws itself",
        "This drawing uses itself and would never end, so it was not read. "
        "Ask for another file, or for a PNG.",
    ),
    "logo.scripts-removed": Sentence(
        "Programs taken out",
        "A small program inside the logo file was taken out. The drawing is the same.",
        "{count} small programs inside the logo file were taken out. The drawing is the same.",
    ),
    "logo.animation-removed": Sentence(
        "Movement taken out",
        "A movement in the logo was taken out: it stands still here.",
        "{count} movements in the logo were taken out: it stands still here.",
    ),
    "logo.foreign-removed": Sentence(
        "Part left out",
        "A part of the logo file that is no drawing was left out. "
        "Look whether anything is missing.",
        "{count} parts of the logo file that are no drawing were left out. "
        "Look whether anything is missing.",
    ),
    "logo.links-removed": Sentence(
        "Link left out",
        "The logo file asks for something outside of it, which was left out. "
        "Look whether anything is missing.",
        "The logo file asks for {count} things outside of it, which were left out. "
        "Look whether anything is missing.",
        told="It asks for something outside of the file.",
    ),
    "logo.picture-removed": Sentence(
        "Picture left out",
        "A picture inside the logo file cannot be read and was left out. "
        "Ask for the logo as outlines.",
        "{count} pictures inside the logo file cannot be read and were left out. "
        "Ask for the logo as outlines.",
    ),
    "logo.picture-inside": Sentence(
        "Picture inside",
        "The logo file holds a picture, so it is sharp only up to the size of that picture.",
        "The logo file holds {count} pictures, so it is sharp only up to their size.",
        told="The drawing holds a picture instead of outlines.",
    ),
    "logo.rare-coding": Sentence(
        "Rare coding",
        "This {kind:words} file is coded in a rare way that cannot be read. "
        "Open it in the program it was made with, and save it as PNG.",
    ),
    "logo.damaged": Sentence(
        "Damaged", "This file is damaged and cannot be opened. Ask for it again."
    ),
    "logo.drawing-refused": Sentence(
        "Cannot be drawn",
        "This file cannot be drawn: something in it is not as its kind asks. "
        "Ask for another SVG, or for a large PNG.",
    ),
    "logo.cmyk": Sentence(
        "Print colours",
        "This picture was made for print (CMYK). Its colours were turned into screen colours; "
        "a main colour moved by {shift} (ΔE; an eye sees a difference from about 3). "
        "Look whether they are right.",
        told="Its colours are made for print (CMYK).",
    ),
    "logo.cmyk-page": Sentence(
        "Print colours",
        "This page is made for print (CMYK). Its colours are shown as a screen can show them; "
        "look whether they are right.",
        told="Its colours are made for print (CMYK).",
    ),
    "logo.profile-ignored": Sentence(
        "Colour profile left out",
        "The colour profile in this picture is damaged or belongs to another kind of picture, so "
        "it was not used. Look whether the colours are right.",
        told="Its colour profile is damaged or of another kind of picture.",
    ),
    "logo.animated": Sentence(
        "First picture only",
        "This file holds {frames} pictures that follow each other. The first one is used.",
        told="It holds {frames} pictures that follow each other.",
    ),
    "logo.several-pages": Sentence(
        "One page of several",
        "This file holds {count} pages. Page {page} is used; choose another if it is not the logo.",
    ),
    "logo.reduced": Sentence(
        "Made smaller",
        "This picture has {width} × {height} pixels, more than any card needs. "
        "It was made smaller here; your file is as it was.",
    ),
    "logo.text": Sentence(
        "Font missing",
        "The words in this logo are meant for a font that is not here ({fonts}). They were turned "
        "into outlines of the program's own font, so they look different. "
        "Ask for a version with the text as outlines.",
        told="Its letters need a font that is not in the file: {fonts}.",
    ),
    "logo.page-as-picture": Sentence(
        "Used as a picture",
        "This page uses something that cannot be kept as outlines, so it is used as a large "
        "picture. It is sharp on every card; for very large prints ask for an SVG.",
    ),
    "logo.found-inside": Sentence(
        "Found inside a file",
        "The logo is the largest picture {place:words} of this {kind:words} file.",
    ),
    "logo.text-outlined": Sentence(
        "Words outlined",
        "The words in this logo were turned into outlines, so that they look the same everywhere.",
    ),
    "logo.text-slanted": Sentence(
        "Italic imitated",
        "This logo has words in italics. The program's own font has none, so upright letters were "
        "slanted. Ask for a version with the text as outlines.",
    ),
    "logo.text-borrowed": Sentence(
        "Borrowed font",
        "Some letters in this logo were taken from a font of this computer ({fonts}), "
        "so they may look different elsewhere. Ask for a version with the text as outlines.",
    ),
    "logo.text-missing": Sentence(
        "Letters missing",
        "No font here has these letters of the logo: {letters}. "
        "Ask for a version with the text as outlines.",
    ),
    "logo.font-inside": Sentence(
        "Font inside not used",
        "The logo file brings a font with it ({fonts}). Fonts from outside are not used here, "
        "for safety. Ask for a version with the text as outlines.",
    ),
    "logo.styles-left": Sentence(
        "Style rule left out",
        "The logo file has a style rule for certain screens or from another file, "
        "which was left out. Look whether the colours are right.",
        "The logo file has {count} style rules for certain screens or from other files, "
        "which were left out. Look whether the colours are right.",
    ),
    "logo.newer": Sentence(
        "Newer than some programs",
        "This logo is written in a way that some programs do not read yet. "
        "Here it is drawn as it is meant; elsewhere it may look different.",
    ),
    "logo.press-differs": Sentence(
        "A picture in PDF",
        "This drawing uses something that PDF files cannot carry as outlines. "
        "In PDF it is placed as a picture of 600 dots per inch.",
        told="It uses something that PDF files cannot carry as outlines.",
    ),
    "logo.normalised-differs": Sentence(
        "Used as a picture",
        "This drawing would change when it is cleaned, so it is used as a large picture. "
        "It is sharp on every card; for very large prints ask for a simpler SVG.",
        told="It is drawn so unusually that it can only be used as a picture.",
    ),
    "logo.slow-drawing": Sentence(
        "Used as a picture",
        "This drawing takes very long to draw, so it is used as a large picture. "
        "It is sharp on every card; for very large prints ask for a simpler SVG.",
        told="It takes very long to draw, so it can only be used as a picture.",
    ),
}
