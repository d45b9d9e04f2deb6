"""Reads the words of `python -m bench balance`, measures, prints tables and saves sheets."""

from __future__ import annotations

import argparse
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from pathlib import Path

from bench.balance import corpus, invented, soup
from bench.balance.looks import Look, look
from bench.balance.sheet import sheet
from bench.balance.spread import Spread, better, spread
from bench.balance.ways import ways
from cobrand.errors import LogoError
from cobrand.intake import door
from cobrand.library import Library
from cobrand.model.campaign import Campaign, Variant
from cobrand.model.colour import WHITE, Colour
from cobrand.model.logo import Logo
from cobrand.pixels import encode
from cobrand.rules import eye

_SHOWN = 48  # logos on a sheet
_OURS = "cobrand"
Heights = Mapping[str, list[float]]


def run(words: Sequence[str]) -> int:
    """Compare the ways over every corpus that was given; 2 where none was."""
    asked = _parser().parse_args(words)
    if not asked.corpus and not asked.invented:
        print(corpus.INSTALL)
        return 2
    library = Library.shipped()
    campaign = _tried(library.campaign("weareale"), asked.hull)
    for name, logos in _corpora(asked):
        read = tuple(_read(logos))
        print(f"\n{name}: {len(read)} of {len(logos)} logos could be read")
        for ground, variant in ((WHITE, "colour"), (_dark(campaign), "reversed")):
            _compare(read, ground, _mark(campaign, variant), campaign, asked, name)
    return 0


def _tried(campaign: Campaign, hull: float | None) -> Campaign:
    """Return the campaign with other exponents of prominence, if that was asked."""
    if hull is None:
        return campaign
    rules = replace(campaign.rules, hull_exponent=hull, ink_exponent=1 - hull)
    return replace(campaign, rules=rules)


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser("python -m bench balance", description=__doc__)
    add = parser.add_argument
    add("--corpus", type=Path, action="append", help="a folder of SVG, or an icon set as JSON")
    add("--invented", action="store_true", help="take made-up logos")
    add("--most", type=int, default=300, help="how many logos of each; usually 300")
    add("--hull", type=float, help="another exponent of the hull; the ink's is what is left to 1")
    add("--soup", type=Path, help="the folder of the package @sanity-labs/logo-soup")
    add("--sheets", type=Path, help="a folder for contact sheets")
    return parser


def _corpora(asked: argparse.Namespace) -> Iterator[tuple[str, tuple[corpus.Named, ...]]]:
    if asked.invented:
        yield "invented", invented.logos()
    for path in asked.corpus or ():
        name = path.parent.name if path.name in {"icons.json", "icons", "flags"} else path.stem
        yield name, corpus.logos(path, asked.most)


def _read(logos: Sequence[corpus.Named]) -> Iterator[tuple[str, Logo]]:
    for name, data in logos:
        try:
            yield name, door.read(data, name=f"{name}.svg")
        except LogoError:
            continue


def _mark(campaign: Campaign, variant: Variant) -> Logo:
    mark = campaign.mark(variant) or campaign.marks[0]
    return door.read(mark.data, name=mark.name)


def _dark(campaign: Campaign) -> Colour:
    return min((ground.table for ground in campaign.grounds), key=lambda each: each.luminance)


def _compare(
    logos: Sequence[tuple[str, Logo]],
    ground: Colour,
    mark: Logo,
    campaign: Campaign,
    asked: argparse.Namespace,
    name: str,
) -> None:
    rules = campaign.rules
    seen = [
        found
        for called, logo in logos
        if (found := look(called, logo.sample, logo.aspect, ground, rules))
    ]
    if len(seen) < 2:
        return
    heights = _heights(seen, mark, ground, campaign, asked.soup)
    print(f"\n  on {ground.hex}: {len(seen)} logos that are whole there; p95 / p5")
    spreads = {way: spread(seen, sizes) for way, sizes in heights.items()}
    for line in table(spreads):
        print(f"  {line}")
    if asked.sheets:
        _save(asked.sheets, name, seen, heights, ground)


def _heights(
    seen: Sequence[Look], mark: Logo, ground: Colour, campaign: Campaign, package: Path | None
) -> Heights:
    rules = campaign.rules
    presence = eye.look(mark.sample, ground, rules.ink_full)
    made = {way: [size(each) for each in seen] for way, size in ways(presence, rules).items()}
    if package:
        made["logo-soup itself"] = soup.heights(seen, package)
    return made


def table(spreads: Mapping[str, Spread]) -> Iterator[str]:
    """Yield the lines of a table: each way's spreads, and whether cobrand's beats it."""
    yield f"{'':20}{'box':>7}{'hull':>7}{'ink':>7}{'plain ink':>11}   cobrand is better"
    ours = spreads[_OURS]
    for way, each in spreads.items():
        said = "" if way == _OURS else "hull and ink" if better(ours, each) else _half(ours, each)
        yield f"{way:20}{each.box:7.2f}{each.hull:7.2f}{each.ink:7.2f}{each.plain:11.2f}   {said}"


def _half(ours: Spread, other: Spread) -> str:
    return "hull only" if ours.hull < other.hull else "ink only" if ours.ink < other.ink else "no"


def _save(folder: Path, name: str, seen: Sequence[Look], heights: Heights, ground: Colour) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    step = max(1, len(seen) // _SHOWN)
    chosen = range(0, min(len(seen), step * _SHOWN), step)
    for way, sizes in heights.items():
        shown = sheet([seen[at] for at in chosen], [sizes[at] for at in chosen], ground)
        side = "white" if ground == WHITE else "dark"
        file = folder / f"{name}-{side}-{way.replace(',', '').replace(' ', '-')}.png"
        file.write_bytes(encode.encode(shown, "png"))
