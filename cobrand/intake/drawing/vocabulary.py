"""The SVG words that a logo may keep: elements, attributes and properties, as plain tables."""

SVG = "http://www.w3.org/2000/svg"
XLINK = "http://www.w3.org/1999/xlink"
XML = "http://www.w3.org/XML/1998/namespace"

SHAPES = frozenset(("rect", "circle", "ellipse", "line", "polyline", "polygon", "path"))
TEXTS = frozenset(("text", "tspan", "textPath"))
PRIMITIVES = frozenset(
    (
        "feBlend", "feColorMatrix", "feComponentTransfer", "feComposite", "feConvolveMatrix",
        "feDiffuseLighting", "feDisplacementMap", "feDropShadow", "feFlood", "feGaussianBlur",
        "feImage", "feMerge", "feMorphology", "feOffset", "feSpecularLighting", "feTile",
        "feTurbulence",
    )
)  # fmt: skip
ELEMENTS = (
    SHAPES
    | TEXTS
    | PRIMITIVES
    | frozenset(
        (
            "svg", "g", "defs", "symbol", "use", "switch", "image", "clipPath", "mask", "marker",
            "pattern", "linearGradient", "radialGradient", "stop", "filter", "feDistantLight",
            "feFuncA", "feFuncB", "feFuncG", "feFuncR", "feMergeNode", "fePointLight",
            "feSpotLight",
        )
    )
)  # fmt: skip

ANIMATIONS = frozenset(
    ("animate", "animateColor", "animateMotion", "animateTransform", "mpath", "set", "discard")
)
SILENT = frozenset(
    ("title", "desc", "metadata", "style", "view", "cursor", "font", "font-face", "color-profile")
)
"""Elements that leave without a word: they draw nothing."""

PROPERTIES = frozenset(
    (
        "alignment-baseline", "baseline-shift", "clip", "clip-path", "clip-rule", "color",
        "color-interpolation", "color-interpolation-filters", "direction", "display",
        "dominant-baseline", "fill", "fill-opacity", "fill-rule", "filter", "flood-color",
        "flood-opacity", "font-family", "font-size", "font-size-adjust", "font-stretch",
        "font-style", "font-variant", "font-weight", "image-rendering", "isolation",
        "letter-spacing", "lighting-color", "marker-end", "marker-mid", "marker-start", "mask",
        "mask-type", "mix-blend-mode", "opacity", "overflow", "paint-order", "shape-rendering",
        "stop-color", "stop-opacity", "stroke", "stroke-dasharray", "stroke-dashoffset",
        "stroke-linecap", "stroke-linejoin", "stroke-miterlimit", "stroke-opacity",
        "stroke-width", "text-anchor", "text-decoration", "text-rendering", "unicode-bidi",
        "text-transform", "vector-effect", "visibility", "white-space", "word-spacing",
        "writing-mode",
    )
)  # fmt: skip

LETTERED = frozenset(
    (
        "alignment-baseline", "baseline-shift", "direction", "dominant-baseline", "font-family",
        "font-size-adjust", "font-stretch", "font-style", "font-variant", "font-weight",
        "letter-spacing", "lengthAdjust", "method", "side", "spacing", "startOffset",
        "text-anchor", "text-decoration", "text-rendering", "text-transform", "textLength",
        "unicode-bidi", "white-space", "word-spacing", "writing-mode",
        "{http://www.w3.org/XML/1998/namespace}space",
    )
)  # fmt: skip
"""What only text asks about; em and ex ask about `font-size` everywhere."""

GEOMETRY = frozenset(("x", "y", "width", "height", "cx", "cy", "r", "rx", "ry"))
"""Properties only on shapes, pictures and inner drawings."""

ATTRIBUTES = (
    PROPERTIES
    | GEOMETRY
    | frozenset(
        (
            "amplitude", "azimuth", "baseFrequency", "bias", "clipPathUnits", "d",
            "diffuseConstant", "divisor", "dx", "dy", "edgeMode", "elevation", "exponent",
            "filterUnits", "fr", "fx", "fy", "gradientTransform", "gradientUnits", "href", "id",
            "in", "in2", "intercept", "k1", "k2", "k3", "k4", "kernelMatrix",
            "kernelUnitLength", "lengthAdjust", "limitingConeAngle", "markerHeight",
            "markerUnits", "markerWidth", "maskContentUnits", "maskUnits", "method", "mode",
            "numOctaves", "offset", "operator", "order", "orient", "pathLength",
            "patternContentUnits", "patternTransform", "patternUnits", "points", "pointsAtX",
            "pointsAtY", "pointsAtZ", "preserveAspectRatio", "preserveAlpha", "primitiveUnits",
            "radius", "refX", "refY", "result",
            "rotate", "scale", "seed", "side", "slope", "spacing", "specularConstant",
            "specularExponent", "spreadMethod", "startOffset", "stdDeviation", "stitchTiles",
            "surfaceScale", "systemLanguage", "tableValues", "targetX", "targetY", "textLength",
            "transform", "type", "values", "viewBox", "x1", "x2", "xChannelSelector", "y1", "y2",
            "yChannelSelector", "z",
        )
    )
)  # fmt: skip

STYLES = frozenset(("isolation", "mix-blend-mode"))
"""Properties that librsvg knows in a style only, never as attributes."""

COLOURS = frozenset(("color", "fill", "flood-color", "lighting-color", "stop-color", "stroke"))
OPACITIES = frozenset(
    ("fill-opacity", "flood-opacity", "opacity", "stop-opacity", "stroke-opacity")
)
