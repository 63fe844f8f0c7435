"""A figure as pixels, drawn part by part so that whoever waits for another one need not wait for this one."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from impactapp.charts.sheet import Step

if TYPE_CHECKING:
    from matplotlib.figure import Figure


def draw_pixels(figure: "Figure", step: Step) -> tuple[bytes, int, int]:
    """The figure's RGBA bytes, row by row, with their width and height.

    Only what a sheet puts on its axes is drawn: collections and texts, from below.
    """
    from matplotlib.backends.backend_agg import RendererAgg

    width, height = (int(length) for length in figure.bbox.size)
    make: Callable[[int, int, float], RendererAgg] = RendererAgg
    renderer = make(width, height, figure.dpi)
    figure.patch.draw(renderer)
    for axes in figure.axes:
        for artist in sorted((*axes.collections, *axes.texts), key=lambda artist: artist.get_zorder()):
            step()
            artist.draw(renderer)
    pixels: Callable[[], memoryview] = renderer.buffer_rgba
    return bytes(pixels()), width, height
