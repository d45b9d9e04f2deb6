"""A picture in memory."""

from dataclasses import dataclass

from cobrand.model.geometry import Size


@dataclass(frozen=True, slots=True)
class Bitmap:
    """Pixels of shape (height, width, 4): 8 bit sRGB, straight alpha, rows from the top."""

    width: int
    height: int
    data: bytes

    @property
    def size(self) -> Size:
        """Width and height in pixels."""
        return Size(self.width, self.height)
