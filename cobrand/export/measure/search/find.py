"""Find marks in a picture: where each was promised first, then anywhere."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from cobrand.export.measure.search import sweep
from cobrand.export.measure.search.artwork import Artwork, Pixels, Place
from cobrand.export.measure.search.fit import Fit, How, climb, cut, fit, judged

_SURE = 0.97  # of what is seen is explained: no other place can be better
_SHAPE_COUNTS = 4.0
_EXACT = 0.99  # and it is not turned by a little either
_LEFT = 0.7  # of what is not explained, if it is
_OWN = 0.75  # of what is seen is explained by the mark in its own colours,
_SHAPE = 0.95  # or in any colours;
_SHAPE_NEAR = 0.88  # where it was promised, less will do,
_PRESENT = 0.5  # or, where it was promised, this share of its ink is there
_TURNED = 0.93  # under which a mark may be turned or recoloured
_COARSELY = (1_500, 6_000)  # pixels of the first fits
_TURNS = (0.0, -0.06, 0.06)  # radians from which a turn is tried
_PROMISING = 0.4  # of what is seen is explained coarsely: worth a fine fit
_ANY_TURN, _ANY_COLOUR = How(turning=True), How(recoloured=True)
_SIZES = ((0.0, False), (0.0, True))  # at which a mark is looked for: all, then small ones
_MOST_ASPECT = 1.35  # times its own proportions that a mark is told when it is stretched


@dataclass(frozen=True, slots=True)
class Hit:
    """A mark that was found: `sure` is the share of what is seen that it explains, at most 1.

    `own` is the same for its own colours: much lower, it was recoloured.
    """

    artwork: Artwork
    place: Place
    sure: float
    own: float
    fit: Fit
    present: float

    @property
    def stretch(self) -> float:
        """The scale across over the scale down: 1 where the mark has its own proportions."""
        box, source = self.place.box, self.artwork.source
        return (box.width / source.width) / (box.height / source.height)


def find(
    pixels: Pixels,
    drawings: tuple[Artwork, ...],
    promised: Place | None = None,
    behind: Pixels | None = None,
) -> Hit | None:
    """Return where a mark is in a picture, or None where it is not in it.

    `drawings` are the mark's variants, the expected one first. It is looked for at its promised
    place, then near it, then in the whole picture. `behind` is the picture without marks, where
    that is known.
    """
    if promised is not None:
        near = at_promise(pixels, drawings, promised, behind)
        if near is not None:
            return near
    return anywhere(pixels, drawings, behind)


def anywhere(
    pixels: Pixels,
    drawings: tuple[Artwork, ...],
    behind: Pixels | None = None,
    about: float = 0.0,
) -> Hit | None:
    """Return the mark wherever it stands in the picture, at whatever size; None where it is not.

    `about` is its height in pixels where that is known: it is looked for at such sizes first, then
    at all, at last at those that are hard to see.
    """
    for size, small in ((about, False), *_SIZES) if about else _SIZES:
        best = _anywhere(pixels, drawings, behind, size, small=small)
        if best is not None:
            return _finished(pixels, best, behind)
    return None


def at_promise(
    pixels: Pixels, drawings: tuple[Artwork, ...], promised: Place, behind: Pixels | None = None
) -> Hit | None:
    """Return the mark where it was promised, or near that; None where it is not, or not whole."""
    first = _better([fit(pixels, drawings[0], promised, behind)])
    if first is not None and first.own >= _SURE:
        return first if first.own >= _EXACT else _straightened(pixels, first, behind)
    tries = [climb(pixels, each, promised, behind) for each in drawings]
    near = _better([first.fit if first else None, *tries])
    if near is not None and near.own >= _TURNED:
        return _straightened(pixels, near, behind)
    odd = [
        *(climb(pixels, each, promised, behind, how=_ANY_COLOUR) for each in drawings),
        *_turned(pixels, drawings[0], promised, behind),
    ]
    return _better([near.fit if near else None, *odd], shape=_SHAPE_NEAR)


def upright(
    pixels: Pixels, drawings: tuple[Artwork, ...], near: Place, behind: Pixels | None = None
) -> Hit | None:
    """Return the mark near a place, neither turned nor in other colours; None where it is not."""
    return _better(climb(pixels, each, near, behind) for each in drawings)


def _straightened(pixels: Pixels, hit: Hit, behind: Pixels | None) -> Hit:
    """Return a hit turned by a little, if that explains much of what is still unexplained."""
    turned = fit(pixels, hit.artwork, hit.place, behind, how=_ANY_TURN)
    rest = 1 - hit.own
    return _plain(turned) if turned is not None and 1 - turned.alike < _LEFT * rest else hit


def remains(pixels: Pixels, artwork: Artwork, promised: Place, behind: Pixels | None) -> Hit | None:
    """Return what is left of a mark where it was promised, if that is a good part of it."""
    there = fit(pixels, artwork, promised, behind)
    window = cut(pixels, promised, behind)
    fits = [there, judged(window, artwork, promised) if window else None]
    hits = [_plain(each) for each in fits if each is not None]
    best = max(hits, key=lambda each: each.present, default=None)
    return best if best is not None and best.present >= _PRESENT else None


def _turned(
    pixels: Pixels, artwork: Artwork, start: Place, behind: Pixels | None
) -> Iterator[Fit | None]:
    """Yield the mark as if it were turned somewhat, one way or the other."""
    for turn in _TURNS:
        place = Place(start.box, start.turn + turn)
        coarse = climb(pixels, artwork, place, behind, how=_ANY_TURN, levels=_COARSELY)
        if coarse is not None and coarse.alike > _PROMISING:
            fine = fit(pixels, artwork, coarse.place, behind, how=_ANY_TURN)
            yield fine
            if fine is not None and fine.alike >= _TURNED:
                return


def _anywhere(
    pixels: Pixels, drawings: tuple[Artwork, ...], behind: Pixels | None, about: float,
    *, small: bool,
) -> Hit | None:  # fmt: skip
    best: Hit | None = None
    for artwork in drawings:
        peaks = sweep.peaks(pixels, artwork, about, small=small)
        for start in _starts(pixels, artwork, behind, peaks):
            found = _better([fit(pixels, artwork, start.place, behind)])
            if found is None and start.shape > _PROMISING:
                found = _better([fit(pixels, artwork, start.place, behind, how=_ANY_COLOUR)])
            best = max(filter(None, (best, found)), key=_worth, default=None)
        if best is not None and best.own >= _SURE:
            break
    return best


def _starts(
    pixels: Pixels, artwork: Artwork, behind: Pixels | None, peaks: tuple[sweep.Peak, ...]
) -> Iterator[Fit]:
    """Yield the best of a sweep's peaks after a coarse fit."""
    fits = (climb(pixels, artwork, peak.place, behind, levels=_COARSELY) for peak in peaks)
    yield from sorted(filter(None, fits), key=lambda each: -each.shape)[:3]


def _finished(pixels: Pixels, hit: Hit, behind: Pixels | None) -> Hit:
    """Return a hit as the drawing of the mark that it is, turned if it is."""
    if hit.own >= _TURNED:
        return hit
    again = _better([hit.fit, *_turned(pixels, hit.artwork, hit.place, behind)])
    return again if again is not None and again.own > hit.own + 0.01 else hit


def told_apart(hit: Hit, drawings: Iterable[Artwork]) -> Hit:
    """Return the hit as that of a mark's drawings which suits its pixels best."""
    fits = [judged(hit.fit.window, each, hit.place) for each in drawings]
    best = max([hit.fit, *fits], key=lambda each: each.alike)
    return Hit(best.artwork, hit.place, max(hit.sure, best.shape), best.alike, best, best.present)


def _better(fits: Iterable[Fit | None], shape: float = _SHAPE) -> Hit | None:
    """Return the best of some fits, if it is a mark at all."""
    hits = (_hit(each, shape) for each in fits if each is not None)
    return max(filter(None, hits), key=_worth, default=None)


def _hit(found: Fit, shape: float) -> Hit | None:
    box, own = found.place.box, found.artwork.aspect
    stretch = box.width / box.height / own
    known = found.alike >= _OWN or found.shape >= shape
    if not known or not 1 / _MOST_ASPECT <= stretch <= _MOST_ASPECT:
        return None
    return _plain(found)


def _plain(found: Fit) -> Hit:
    return Hit(found.artwork, found.place, found.shape, found.alike, found, found.present)


def _worth(hit: Hit) -> float:
    """Own colours count, and the shape counts more: a recoloured mark is still the mark."""
    return max(hit.own, 0.0) + _SHAPE_COUNTS * hit.sure
