"""How matplotlib draws a live figure: its SVG renderer, and where the layout measures texts."""

from functools import lru_cache
from typing import Any

import numpy as np
from matplotlib.backends.backend_agg import FigureCanvasAgg, RendererAgg
from matplotlib.backends.backend_svg import RendererSVG
from matplotlib.path import Path
from matplotlib.textpath import text_to_path
from matplotlib.transforms import IdentityTransform


class MeasuringCanvas(FigureCanvasAgg):
    """A canvas whose renderer is that of all figures of one size.

    matplotlib remembers the size of a text for each renderer, and makes one for each layout: with
    its own canvas, a figure would measure the same numbers at its ticks again and again.
    """

    def get_renderer(self) -> RendererAgg:
        """Return the renderer of this size."""
        width, height = self.figure.bbox.size
        return _renderer_of(width, height, self.figure.dpi)


@lru_cache(maxsize=8)
def _renderer_of(width: float, height: float, dpi: float) -> RendererAgg:
    return RendererAgg(width, height, dpi)


class Renderer(RendererSVG):
    """matplotlib's SVG renderer, but all markers of an artist are one path.

    matplotlib writes an element a marker, which a browser is slow to replace,
    and stores the marker's form in the first artist that uses it, where the
    others lose it when that artist is drawn again. And a formula in a tick or
    title is parsed once for all pictures, not once for each renderer.
    """

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)  # type: ignore[no-untyped-call]
        self._text2path = text_to_path

    def draw_markers(  # noqa: D102 -- as in matplotlib
        self,
        gc: Any,
        marker_path: Any,
        marker_trans: Any,
        path: Any,
        trans: Any,
        rgbFace: Any = None,
    ) -> None:
        points = trans.transform(path.vertices)
        points = points[np.isfinite(points).all(axis=1)]
        if not len(points):
            return
        marker = marker_path.transformed(marker_trans)
        has_edge = gc.get_linewidth() > 0 and rgbFace != tuple(gc.get_rgb())  # or is more opaque
        if rgbFace is None or has_edge or not _is_disc(marker):
            self.draw_path(gc, _repeated(marker, points), IdentityTransform(), rgbFace)
            return
        # A stroke of no length with round caps is a disc, in the fewest characters.
        pen = self.new_gc()
        pen.copy_properties(gc)
        pen.set_linewidth(float(np.ptp(marker.vertices[:, 0])) + gc.get_linewidth())
        pen.set_capstyle("round")
        pen.set_foreground(rgbFace)
        dot = Path(np.zeros((2, 2)), [Path.MOVETO, Path.LINETO])
        self.draw_path(pen, _repeated(dot, points), IdentityTransform())


def _is_disc(path: Any) -> bool:
    circle = np.asarray(Path.unit_circle().vertices)
    if path.vertices.shape != circle.shape:
        return False
    radius = np.abs(path.vertices).max()
    return radius > 0 and bool(np.allclose(path.vertices / radius, circle))


def _repeated(marker: Any, points: Any) -> Path:
    """Return the marker at each of the points, as one path."""
    first = [Path.MOVETO, *([Path.LINETO] * (len(marker.vertices) - 1))]
    codes = first if marker.codes is None else marker.codes
    vertices = points[:, None, :] + marker.vertices[None, :, :]
    path = Path(vertices.reshape(-1, 2), np.tile(codes, len(points)))
    path.should_simplify = False
    return path
