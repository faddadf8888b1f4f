"""The plane of two measurements: penguins, a line between their species, and its shading."""

from typing import Any

import numpy as np

from lessonlib import plots
from lessonlib.experiments import lesson6 as experiments
from lessonlib.logistic import boundary_line, predict_probability
from lessonlib.words import Words

_words = Words("figures/lesson6/plane")
COLORS = (plots.ORANGE, plots.BLUE)  # of class 0 and class 1
_X_LIMITS, _Y_LIMITS = (-2.8, 3.6), (-2.4, 2.8)
_SHAPE = (52, 64)  # pixels up and across
_LEAST_GAP = 0.12  # between the boundary and a line beside it


class Plane:
    """Two measurements, the examples in the colours of their classes, the boundary and its shading.

    The examples are the penguins that train, until others are shown.

    Parameters
    ----------
    axes : Axes
    role : str
        A key of ``plots.ROLES``: the look of the boundary.
    """

    def __init__(self, axes: Any, role: str = "network") -> None:
        extent = (*_X_LIMITS, *_Y_LIMITS)
        self.image = axes.imshow(
            np.zeros((*_SHAPE, 4)), extent=extent, origin="lower", interpolation="none", zorder=0
        )
        axes.set(xlim=_X_LIMITS, ylim=_Y_LIMITS, aspect="equal")
        axes.set(xlabel=_words("axis_bill"), ylabel=_words("axis_mass"))
        self.points = [
            plots.draw_points(axes, [], [], "data", color=color, label=name)
            for name, color in zip(experiments.SPECIES, COLORS, strict=True)
        ]
        self.show_points(*experiments.train_set())
        self.line = plots.draw_curve(axes, [], [], role, label=_words("half"))
        self.bands = [
            plots.draw_curve(axes, [], [], role, linewidth=0.8, linestyle="--", label="_")
            for _ in range(2)
        ]
        self.pixels = _middles_of_pixels()

    def show_points(self, x: Any, y: Any) -> None:
        """Set where the examples stand, and their classes."""
        for label, points in enumerate(self.points):
            plots.move_points(points, *x[y == label].T)

    def show_line(self, weights: Any) -> None:
        """Set the boundary, where p = 1/2, and both lines where p = 0.1 and p = 0.9.

        These are left out when they are so close that they would only blur it. Without
        weights there is no boundary.
        """
        steepness = np.hypot(*weights[:2])
        apart = np.log(9.0) > _LEAST_GAP * steepness
        for line, p in zip((self.line, *self.bands), (0.5, 0.1, 0.9), strict=True):
            shifted = weights - np.array([0.0, 0.0, np.log(p / (1 - p))])
            shown = steepness > 1e-9 and (apart or line is self.line)
            line.set_data(*(boundary_line(shifted).T if shown else ([], [])))

    def shade(self, probability: Any) -> None:
        """Colour each pixel by its more probable class: the surer, the stronger."""
        colors = np.array([[int(c[i : i + 2], 16) / 255 for i in (1, 3, 5)] for c in COLORS])
        strength = 0.45 * np.abs(2 * probability - 1)
        rgba = np.column_stack([colors[(probability > 0.5).astype(int)], strength])
        self.image.set_data(rgba.reshape((*_SHAPE, 4)))

    def show(self, weights: Any) -> None:
        """Set boundary and shading of a neuron."""
        self.show_line(weights)
        self.shade(predict_probability(weights, self.pixels))


def _middles_of_pixels() -> Any:
    """Return the middle of each pixel, row by row: an array of shape (n_pixels, 2)."""
    n_up, n_across = _SHAPE
    across = np.linspace(*_X_LIMITS, 2 * n_across + 1)[1::2]
    up = np.linspace(*_Y_LIMITS, 2 * n_up + 1)[1::2]
    return np.stack(np.meshgrid(across, up), axis=-1).reshape(-1, 2)
