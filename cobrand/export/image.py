"""Turn a card into PNG, JPEG or WebP at its exact size, within its byte budget."""

from __future__ import annotations

from dataclasses import replace
from typing import cast

from cobrand.export.excerpt import size_of
from cobrand.export.order import Made, Order
from cobrand.model.colour import WHITE
from cobrand.model.finding import Finding, note
from cobrand.model.scene import Picture, Scene
from cobrand.pixels import encode
from cobrand.pixels.array import Bytes

_PRINT_PPI = 300
_PLAIN_QUALITY = 75  # below this an eye sees what was saved


def picture(order: Order) -> Made:
    """Return the first page as a picture; only JPEG puts a ground under a transparent scene."""
    scene = _grounded(order.scene) if order.kind == "jpeg" else order.scene
    ppi = _PRINT_PPI if order.format.printed else 96
    size = size_of(scene, order.scale * ppi / 96)
    pixels = None
    if order.kind == "png" and (layers := order.easel.layers(scene, *size, order.pen)):
        laid = encode.laid(layers.standing, layers.pieces, ppi=ppi * order.scale)
        if laid is not None:
            return Made(laid.data)
        pixels = layers.standing.picture(layers.pieces)
    if pixels is None:
        pixels = order.easel.draw(scene, *size, order.pen)
    kind = cast("encode.Kind", order.kind)
    photo = any(isinstance(item, Picture) and item.lossy for item in scene.items)
    encoded = encode.within(pixels, kind, order.budget, ppi=ppi * order.scale, photo=photo)
    findings = _said(encoded, order) + _lighter(len(encoded.data), order, pixels, ppi)
    return Made(encoded.data, findings)


def _lighter(weight: int, order: Order, pixels: Bytes, ppi: float) -> tuple[Finding, ...]:
    """Say what a PNG that is too heavy would weigh as JPEG, where that is light enough."""
    if not order.budget or weight <= order.budget or order.kind != "png":
        return ()
    if "jpeg" not in order.format.kinds:
        return ()
    other = len(encode.within(pixels, "jpeg", order.budget, ppi=ppi, photo=True).data)
    light = other <= order.budget
    return (note("export.lighter", bytes=other, kind="JPEG"),) if light else ()


def _grounded(scene: Scene) -> Scene:
    if scene.ground is not None:
        return scene
    return replace(scene, ground=scene.promise.backing if scene.promise else WHITE)


def _said(encoded: encode.Encoded, order: Order) -> tuple[Finding, ...]:
    if encoded.quality >= _PLAIN_QUALITY:
        return ()
    return (note("export.coarse", quality=encoded.quality, budget=order.budget or 0),)
