"""Live figures of lesson 6: squared error against cross-entropy."""

from functools import lru_cache
from typing import Any

import numpy as np

from lessonlib import plots
from lessonlib.activations import sigmoid, sigmoid_derivative
from lessonlib.figures.boundary import WRONG_WAY, Plane, count_mistakes, train_set
from lessonlib.live import Handle, LiveFigure, LogRange, live
from lessonlib.logistic import (
    cross_entropy_gradient,
    squared_error_gradient,
    train_sgd,
    weights_from_line,
)
from lessonlib.losses import (
    cross_entropy_logit_gradient,
    cross_entropy_per_example,
    mean_squared_error_gradient,
)
from lessonlib.predict import Prediction, hidden_words, recall_words, redraw_when_settled
from lessonlib.words import Words

_words = Words("two_losses")
LOSSES = {"squared_error": "prediction", "cross_entropy": "train"}  # and the role of each
N_SATURATED_STEPS = 200
_NORM_LIMITS, _Z_LIMITS = (1e-4, 10.0), (-10.0, 10.0)


def one_example() -> LiveFigure:
    """Compare both losses of one example, and their slopes, at any logit."""
    figure, panels = plots.new_figure(2, height=3.3)
    z = np.linspace(*_Z_LIMITS, 201)
    curves, dots = [], []
    panels[0].set(ylim=(-0.3, 10.3), ylabel=_words("axis_one_loss"))
    panels[1].set(ylim=(-1.1, 1.1), ylabel=_words("axis_one_slope"))
    for axes in panels:
        axes.set(xlim=_Z_LIMITS, xlabel=_words("axis_logit"))
        lines = [
            plots.draw_curve(axes, z, 0 * z, role, label=_words(loss))
            for loss, role in LOSSES.items()
        ]
        curves.append(lines)
        dots.append([plots.draw_points(axes, [], [], role, s=50) for role in LOSSES.values()])
        plots.add_legend(axes, lines)

    @live(
        figure,
        title=_words("one_example_title"),
        handles=[Handle(dots[0][1], x="logit")],
        logit=_Z_LIMITS,
        true_class=[(_words("gentoo"), 1), (_words("adelie"), 0)],
    )
    def update(logit: float = -5.0, true_class: int = 1) -> str:
        everywhere, here = losses_of_one(true_class, z), losses_of_one(true_class, [logit])
        for panel, (lines, points) in enumerate(zip(curves, dots, strict=True)):
            for line, point, loss in zip(lines, points, LOSSES, strict=True):
                line.set_ydata(everywhere[loss][panel])
                plots.move_points(point, [logit], here[loss][panel])
        numbers = {loss: [float(values[0]) for values in here[loss]] for loss in LOSSES}
        return _words("one_example", y=true_class, z=logit, p=float(sigmoid(logit)), **numbers)

    return update


def losses_of_one(y: int, z: Any) -> dict[str, tuple[Any, Any]]:
    """Compute loss and slope of one example for many logits.

    Returns
    -------
    dict of str to (ndarray, ndarray)
        For each of ``LOSSES``: the loss and its derivative by the logit, at each logit.
    """
    p = sigmoid(z)
    classes, n = np.full(len(p), y), len(p)  # the gradients are those of a mean over n
    squared_slope = n * mean_squared_error_gradient(classes, p) * sigmoid_derivative(p)
    entropy_slope = n * cross_entropy_logit_gradient(classes, p)
    return {
        "squared_error": ((p - classes) ** 2, squared_slope),
        "cross_entropy": (cross_entropy_per_example(classes, p), entropy_slope),
    }


def saturated(prediction: Prediction | None = None) -> LiveFigure:
    """Start sure and wrong; train by squared error and by cross-entropy, side by side.

    Parameters
    ----------
    prediction : Prediction, optional
        Which loss the reader expects to recover first. All steps but the start stay hidden
        until it is settled.
    """
    x, y = train_set()
    figure, panels = plots.new_figure(3, height=3.1, width_ratios=(5, 5, 4))
    planes, curves = {}, {}
    for axes, (loss, role) in zip(panels, LOSSES.items(), strict=False):
        planes[loss] = Plane(axes, role)
        planes[loss].show_points(x, y)
        axes.set_title(_words(loss), fontsize=10)
        curves[loss] = plots.draw_curve(panels[2], [], [], role, label=_words(loss))
    panels[1].set(ylabel="")
    panels[2].set(xlim=(0, N_SATURATED_STEPS), ylim=_NORM_LIMITS, yscale="log")
    panels[2].set(xlabel=_words("axis_step"), ylabel=_words("axis_norm"))
    marker = plots.draw_marker(panels[2], "network")

    @live(
        figure,
        title=_words("saturated_title"),
        step=(0, N_SATURATED_STEPS),
        learning_rate=LogRange(0.01, 100.0),
        start_steepness=LogRange(1.0, 50.0),
    )
    def update(step: int = 0, learning_rate: float = 1.0, start_steepness: float = 20.0) -> str:
        hidden = hidden_words(prediction)
        step = step if hidden is None else 0
        marker.set_xdata([step] * 2)
        mistakes, lengths = {}, {}
        for loss, plane in planes.items():
            history, norms = escape(loss, learning_rate, start_steepness)
            plane.show(history[step])
            curves[loss].set_data(np.arange(len(norms)), np.clip(norms, *_NORM_LIMITS))
            curves[loss].set_visible(hidden is None)
            mistakes[loss] = count_mistakes(history[step], x, y)
            lengths[loss] = norms[step]
        return hidden or _say_escape(step, mistakes, lengths, prediction)

    redraw_when_settled(update, prediction)
    return update


@lru_cache(maxsize=128)
def escape(loss: str, learning_rate: float, start_steepness: float) -> tuple[Any, Any]:
    """Train with all examples from a line that is wrong, and sure of it.

    Returns
    -------
    history : ndarray of shape (N_SATURATED_STEPS + 1, 3)
    norms : ndarray of shape (N_SATURATED_STEPS + 1,)
        Length of the loss's gradient at each.
    """
    x, y = train_set()
    start = weights_from_line(*WRONG_WAY[:2], start_steepness)
    rng = np.random.default_rng(0)
    result = train_sgd(start, x, y, learning_rate, len(y), N_SATURATED_STEPS, rng, loss)
    gradient = {"squared_error": squared_error_gradient, "cross_entropy": cross_entropy_gradient}
    norms = [np.linalg.norm(gradient[loss](weights, x, y)) for weights in result.history]
    return result.history, np.array(norms)


def _say_escape(
    step: int,
    mistakes: dict[str, int],
    lengths: dict[str, float],
    prediction: Prediction | None,
) -> str:
    return _words(
        "saturated",
        step=step,
        n=len(train_set()[1]),
        squared=mistakes["squared_error"],
        entropy=mistakes["cross_entropy"],
        squared_length=lengths["squared_error"],
        entropy_length=lengths["cross_entropy"],
        guess=recall_words(prediction),
    )
