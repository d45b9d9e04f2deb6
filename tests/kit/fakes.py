"""A small world for kits: two formats, one template, an engine that draws one hand-made card."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from cobrand.errors import CobrandError, UnknownId
from cobrand.export import files, writing
from cobrand.export.dossier import Dossier
from cobrand.export.files import Store
from cobrand.export.written import Written
from cobrand.model.bitmap import Bitmap
from cobrand.model.brief import Brief
from cobrand.model.campaign import Campaign
from cobrand.model.composition import Composition
from cobrand.model.finding import warning
from cobrand.model.format import Format, KitEntry
from cobrand.model.geometry import Box, Size
from cobrand.model.guest import ALONE, Guests
from cobrand.model.logo import Logo, SvgArt, Traits
from cobrand.model.template import Template
from tests.export.scenes import card_scene, make_campaign, make_format

LOGO = Logo("svg", SvgArt("", Size(1, 1)), Box(0, 0, 1, 1), Traits("dark", ()),
            Bitmap(1, 1, bytes(4)), "d1ce")  # fmt: skip
ENTRIES = (
    KitEntry("message", "brand", ("png", "svg")),
    KitEntry("event", "lamp", ("png",), ("event.title",)),
)

MANY = tuple(
    make_format(id=f"post_{n}", names=(("en", f"Post {n}"),), kit=ENTRIES[:1]) for n in range(6)
)  # more files than are ever on their way at once


class FakeLibrary:
    """What a kit asks a library for."""

    def __init__(self, *formats: Format) -> None:
        self._formats = formats or (
            make_format(kit=ENTRIES),
            make_format(id="x_post", names=(("en", "X post"),), kit=ENTRIES[:1]),
        )

    def formats(self) -> tuple[Format, ...]:
        return self._formats

    def format(self, id_: str) -> Format:
        found = [each for each in self._formats if each.id == id_]
        if not found:
            raise UnknownId(kind="format", id=id_)
        return found[0]

    def template(self, id_: str) -> Template:
        names = {"message": "Key message", "event": "Event", "letterhead": "Letterhead"}
        kind = "stationery" if id_ == "letterhead" else "card"
        return Template(id_, kind, (("en", names[id_]),), (), ())  # type: ignore[arg-type]

    def campaign(self, _: str) -> Campaign:
        return make_campaign(rtl="ar")


class FakeEngine:
    """Composes the same card for every brief; `before` may refuse a name before it is written."""

    def __init__(self, before: Callable[[Path], None] = lambda _: None, *formats: Format) -> None:
        self.library = FakeLibrary(*formats)
        self.before = before
        self.refused: dict[str, CobrandError] = {}

    def compose(self, brief: Brief, _: Logo, guests: Guests = ALONE) -> Composition:
        if brief.template in self.refused:
            raise self.refused[brief.template]
        scene = replace(card_scene(), language=brief.language)
        found = (warning("mark.stand-in", "mark"),)
        return Composition(brief, self.library.format(brief.format), (scene,), found)

    def print_proof(self, dossier: Dossier) -> bytes:
        return f"%PDF of {dossier.brief.name}".encode()

    def export(
        self,
        composition: Composition,
        target: Path,
        kind: str,
        *,
        overwrite: bool = False,
        store: Store = files,
    ) -> Written:
        self.before(target)
        campaign = self.library.campaign("")
        return writing.write(composition, target, kind, campaign, overwrite=overwrite, store=store)
