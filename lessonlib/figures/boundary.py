"""Live figures of lesson 6: a line between two species, and the sigmoid across it."""

from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Any, NamedTuple

import numpy as np

from lessonlib import plots
from lessonlib.activations import sigmoid
from lessonlib.datasets import load_penguins
from lessonlib.live import Handle, LiveFigure, LogRange, live
from lessonlib.live.handles import nearest_value
from lessonlib.logistic import boundary_line, logits, predict_probability, weights_from_line
from lessonlib.losses import cross_entropy_loss
from lessonlib.predict import Prediction, hidden_words, recall_words, redraw_when_settled
from lessonlib.splitting import Split, Standardizer, split_indices
from lessonlib.words import Words

_words = Words("boundary")
SPECIES = ("Adelie", "Gentoo")  # class 0 and class 1
STEEPNESSES = np.geomspace(0.1, 50.0, 101)
COLORS = (plots.ORANGE, plots.BLUE)
BY_HAND = (40.0, 0.2, 3.0)  # angle, offset and steepness of a fair line
WRONG_WAY = (-140.0, 0.0, 1.0)  # of one with the species the wrong way round
_X_LIMITS, _Y_LIMITS, _Z_LIMITS = (-2.8, 3.6), (-2.4, 2.8), (-12.0, 12.0)
_LOSS_LIMITS = (0.05, 5.0)
_LEAST_GAP = 0.12  # between the boundary and a line beside it
_GRASP = 1.4  # distance along the line of the point that turns it


class TwoSpecies(NamedTuple):
    """The penguins of lesson 6.

    Attributes
    ----------
    x : ndarray of shape (n_samples, 2)
        Bill length and body mass, standardised with the train set's statistics.
    y : ndarray of int of shape (n_samples,)
        0 for Adelie, 1 for Gentoo.
    split : Split
    """

    x: Any
    y: Any
    split: Split


@cache
def load_two_species() -> TwoSpecies:
    """Take Adelie and Gentoo penguins with both measurements known, split and scaled."""
    penguins = load_penguins()
    x = np.column_stack([penguins.bill_length_mm, penguins.body_mass_g])
    keep = np.isin(penguins.species, SPECIES) & np.isfinite(x).all(axis=1)
    x, y = x[keep], (penguins.species[keep] == SPECIES[1]).astype(int)
    split = split_indices(len(y), rng=np.random.default_rng(0))
    return TwoSpecies(Standardizer.fit(x[split.train]).transform(x), y, split)


def train_set() -> tuple[Any, Any]:
    """Return x and y of the penguins that train."""
    x, y, split = load_two_species()
    return x[split.train], y[split.train]


def count_mistakes(weights: Any, x: Any, y: Any) -> int:
    """Count the examples on the wrong side of the line."""
    return int(np.sum((logits(weights, x) >= 0) != (y == 1)))


class Plane:
    """Two measurements, the examples in the colours of their classes, the boundary and its shading.

    Parameters
    ----------
    axes : Axes
    role : str
        A key of ``plots.ROLES``: the look of the boundary.
    """

    def __init__(self, axes: Any, role: str = "network") -> None:
        self.axes = axes
        extent = (*_X_LIMITS, *_Y_LIMITS)
        self.image = axes.imshow(
            np.zeros((52, 64, 4)), extent=extent, origin="lower", interpolation="none", zorder=0
        )
        axes.set(xlim=_X_LIMITS, ylim=_Y_LIMITS, aspect="equal")
        axes.set(xlabel=_words("axis_bill"), ylabel=_words("axis_mass"))
        self.points = [
            plots.draw_points(axes, [], [], "data", color=color, label=name)
            for name, color in zip(SPECIES, COLORS, strict=True)
        ]
        self.line = plots.draw_curve(axes, [], [], role, label=_words("half"))
        self.bands = [
            plots.draw_curve(axes, [], [], role, linewidth=0.8, linestyle="--", label="_")
            for _ in range(2)
        ]
        height, width = self.image.get_array().shape[:2]
        across = np.linspace(*_X_LIMITS, 2 * width + 1)[1::2]
        up = np.linspace(*_Y_LIMITS, 2 * height + 1)[1::2]
        self.pixels = np.stack(np.meshgrid(across, up), axis=-1).reshape(-1, 2)

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
        self.image.set_data(rgba.reshape(self.image.get_array().shape))

    def show(self, weights: Any) -> None:
        """Set boundary and shading of a neuron."""
        self.show_line(weights)
        self.shade(predict_probability(weights, self.pixels))


@dataclass(frozen=True)
class ShiftHandle(Handle):
    """A point of the line that shifts it; the angle stays."""

    def values(self, controls: Any, x: float, y: float) -> dict[str, Any]:
        """Return the offset of the line through (x, y) at the present angle."""
        angle = np.radians(controls["angle"].value)
        offset = x * np.cos(angle) + y * np.sin(angle)
        return {"offset": nearest_value(controls["offset"], offset)}


@dataclass(frozen=True)
class TurnHandle(Handle):
    """A point of the line that turns it; the distance from the origin stays."""

    def values(self, controls: Any, x: float, y: float) -> dict[str, Any]:
        """Return the angle of the line through (x, y) at the present offset."""
        far = max(np.hypot(x, y), 1e-9)
        between = np.arccos(np.clip(controls["offset"].value / far, -1, 1))
        angle = np.degrees(np.arctan2(y, x) - between)
        return {"angle": nearest_value(controls["angle"], (angle + 180) % 360 - 180)}


def turn_the_line() -> LiveFigure:
    """Turn, shift and sharpen a line by hand; the loss follows."""
    x, y = train_set()
    figure, (axes, sigmoid_axes) = plots.new_figure(2, height=3.6, width_ratios=(5, 4))
    plane = Plane(axes)
    plane.show_points(x, y)
    grasps = [plots.draw_points(axes, [], [], "network", s=90, zorder=4) for _ in range(2)]
    plots.add_legend(axes, [*plane.points, plane.line])
    on_curve = _SigmoidView(sigmoid_axes)

    @live(
        figure,
        title=_words("turn_title"),
        handles=[ShiftHandle(grasps[0]), TurnHandle(grasps[1])],
        angle=(-180, 180),
        offset=(-1.8, 1.8, 0.05),
        line_steepness=LogRange(STEEPNESSES[0], STEEPNESSES[-1]),
    )
    def update(angle: int = -60, offset: float = 0.0, line_steepness: float = 1.0) -> str:
        weights = weights_from_line(angle, offset, line_steepness)
        plane.show(weights)
        middle, end = boundary_line(weights, 0.0)[0], boundary_line(weights, _GRASP)[1]
        for grasp, place in zip(grasps, (middle, end), strict=True):
            plots.move_points(grasp, *place[:, None])
        p = predict_probability(weights, x)
        loss = cross_entropy_loss(y, p)
        on_curve.show(logits(weights, x), y, loss)
        mistakes = count_mistakes(weights, x, y)
        w1, w2, b = weights + 0.0
        return _words("turn", w1=w1, w2=w2, b=b, loss=loss, mistakes=mistakes, n=len(y))

    return update


class _SigmoidView:
    """The sigmoid, and each example at its logit and its class: the gap is p - y."""

    def __init__(self, axes: Any) -> None:
        axes.set(xlim=_Z_LIMITS, ylim=(-0.12, 1.12))
        axes.set(xlabel=_words("axis_logit"), ylabel=_words("axis_class"))
        z = np.linspace(*_Z_LIMITS, 200)
        curve = plots.draw_curve(axes, z, sigmoid(z), "network", label=_words("probability"))
        self.points = [plots.draw_points(axes, [], [], "data", color=color) for color in COLORS]
        self.text = axes.text(_Z_LIMITS[0] + 1, 0.8, "", fontsize=12)
        plots.add_legend(axes, [curve])

    def show(self, z: Any, y: Any, loss: float) -> None:
        inside = np.clip(z, *_Z_LIMITS)
        for label, points in enumerate(self.points):
            plots.move_points(points, inside[y == label], y[y == label])
        self.text.set_text(_words("loss", loss=loss))


def steepness(prediction: Prediction | None = None) -> LiveFigure:
    """Keep the line where it is and make the sigmoid steeper.

    Parameters
    ----------
    prediction : Prediction, optional
        What the reader expects of the loss. Its curve stays hidden until it is settled.
    """
    x, y = train_set()
    figure, (axes, loss_axes) = plots.new_figure(2, height=3.6, width_ratios=(5, 4))
    plane = Plane(axes)
    plane.show_points(x, y)
    plots.add_legend(axes, [*plane.points, plane.line])
    loss_axes.set(xlim=STEEPNESSES[[0, -1]], ylim=_LOSS_LIMITS, xscale="log", yscale="log")
    loss_axes.set(xlabel=_words("axis_steepness"), ylabel=_words("axis_loss"))
    curve = plots.draw_curve(loss_axes, STEEPNESSES, 0 * STEEPNESSES + 1, "train")
    point = plots.draw_points(loss_axes, [], [], "network", s=70, zorder=3)

    @live(
        figure,
        title=_words("steepness_title"),
        line_steepness=LogRange(STEEPNESSES[0], STEEPNESSES[-1]),
        angle=(20, 60),
    )
    def update(line_steepness: float = 1.0, angle: int = 40) -> str:
        hidden = hidden_words(prediction)
        weights = weights_from_line(angle, BY_HAND[1], line_steepness)
        plane.show(weights)
        losses = losses_by_steepness(angle)
        here = cross_entropy_loss(y, predict_probability(weights, x))
        curve.set_ydata(losses)
        plots.move_points(point, [line_steepness], [here])
        for artist in (curve, point):
            artist.set_visible(hidden is None)
        best = int(np.argmin(losses))
        return hidden or _words(
            "steepness",
            steepness=line_steepness,
            loss=here,
            best=STEEPNESSES[best],
            least=losses[best],
            mistakes=count_mistakes(weights, x, y),
            guess=recall_words(prediction),
        )

    redraw_when_settled(update, prediction)
    return update


@lru_cache(maxsize=64)
def losses_by_steepness(angle: float) -> Any:
    """Compute the loss of the line at this angle for each of ``STEEPNESSES``."""
    x, y = train_set()
    lines = [weights_from_line(angle, BY_HAND[1], k) for k in STEEPNESSES]
    return np.array([cross_entropy_loss(y, predict_probability(line, x)) for line in lines])
