"""Makes up logos of many proportions, weights and colours: nobody's marks, to show and to test."""

from __future__ import annotations

from itertools import product

_COLOURS = ("#0B2A5B", "#C2452D", "#1E8A5A", "#E7A321", "#7BA7D9", "#202020")
_HEAD = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}">{body}</svg>'


def logos() -> tuple[tuple[str, bytes], ...]:
    """Return two dozen: discs, rings, crests, hairlines, and bars like words in six proportions."""
    shapes = (_disc, _ring, _crest, _rays)
    made = [shape(_COLOURS[at]) for shape, at in product(shapes, (0, 3, 4))]
    made += [_words(aspect, _COLOURS[at]) for aspect, at in product((2, 3, 4, 6, 8, 11), (1, 5))]
    return tuple((f"made-up-{at:02}", each.encode()) for at, each in enumerate(made))


def _document(width: float, height: float, body: str) -> str:
    return _HEAD.format(width=width, height=height, body=body)


def _disc(colour: str) -> str:
    return _document(100, 100, f'<circle cx="50" cy="50" r="50" fill="{colour}"/>')


def _ring(colour: str) -> str:
    ring = f'<circle cx="50" cy="50" r="44" fill="none" stroke="{colour}" stroke-width="12"/>'
    return _document(100, 100, f'{ring}<path d="M38 34h24v32H38z" fill="{colour}"/>')


def _crest(colour: str) -> str:
    shield = f'<path d="M0 0h90v70q0 40-45 60q-45-20-45-60z" fill="{colour}"/>'
    return _document(90, 130, f'{shield}<path d="M20 25h50v14H20zM20 52h50v14H20z" fill="#fff"/>')


def _rays(colour: str) -> str:
    rays = "".join(
        f'<path d="M60 60L60 0" stroke="{colour}" stroke-width="4" '
        f'transform="rotate({turn} 60 60)"/>'
        for turn in range(0, 360, 30)
    )
    return _document(120, 120, rays)


def _words(aspect: float, colour: str) -> str:
    """Set bars like letters in a line: narrow and wide ones, some of them high."""
    width, at, bars = 60 * aspect, 0.0, ""
    for count in range(200):
        wide = 10 + 7 * (count % 3)
        if at + wide > width:
            break
        top = 0 if count % 4 == 0 else 18
        bars += f'<path d="M{at:g} {top}h{wide}V60h-{wide}z" fill="{colour}"/>'
        at += wide + 6
    return _document(width, 60, bars)
