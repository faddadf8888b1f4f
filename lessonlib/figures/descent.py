"""Live figures of lesson 4: gradient descent on two bowls, one step at a time and all at once."""

from functools import lru_cache
from typing import Any

import numpy as np
from matplotlib.patches import FancyArrowPatch

from lessonlib import plots
from lessonlib.live import Handle, LiveFigure, LogRange, live
from lessonlib.optimizers import gradient_descent, largest_stable_learning_rate
from lessonlib.predict import Prediction, hidden_words, recall_words, redraw_when_settled
from lessonlib.words import Words

_words, _labels = Words("descent"), Words("labels")
# f(w) = ½ wᵀ A w: by its matrix A of second derivatives, the Hessian.
BOWLS = {"round": np.diag([1.0, 1.0]), "valley": np.diag([1.0, 10.0])}
START = (3.5, 1.5)
N_STEPS = 40
_RATE_RANGE = LogRange(0.01, 10**0.5)
RATES = np.geomspace(*_RATE_RANGE, 101)  # where the slider of α stops
_X_LIMITS, _Y_LIMITS, _VALUE_LIMITS = (-4.5, 4.5), (-3.0, 3.0), (1e-6, 1e4)
_LEVELS = 0.5 * np.arange(0.5, 10.0) ** 2
_RAISED = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")
_FAR = 100.0  # a path is drawn up to the first point that is this far out


def height(bowl: str, w: Any) -> Any:
    """Compute ``f(w) = ½ wᵀ A w`` for one w or for each row of many.

    Parameters
    ----------
    bowl : str
        A key of ``BOWLS``.
    w : ndarray of shape (..., 2)

    Returns
    -------
    ndarray of shape (...)
    """
    return 0.5 * np.sum(w @ BOWLS[bowl] * w, axis=-1)


@lru_cache(maxsize=512)
def descend(bowl: str, learning_rate: float, start: tuple[float, float] = START) -> Any:
    """Make ``N_STEPS`` steps down a bowl.

    Returns
    -------
    ndarray of shape (N_STEPS + 1, 2)
        All w^t.
    """
    return gradient_descent(lambda w: BOWLS[bowl] @ w, start, learning_rate, N_STEPS)


@lru_cache(maxsize=2)
def sweep_heights(bowl: str) -> Any:
    """Compute f(w^T) after ``N_STEPS`` steps for each of ``RATES``.

    Returns
    -------
    ndarray of shape (len(RATES),)
    """
    return np.array([height(bowl, descend(bowl, rate)[-1]) for rate in RATES])


def name_path(bowl: str, path: Any) -> str:
    """Say what a path does: ``"diverges"``, ``"crawls"``, ``"zigzags"`` or ``"converges"``.

    It diverges if it ends higher than it began, and crawls if more than a
    hundredth of the height is left. It zigzags if a step turns back on the one before.
    """
    first, last = height(bowl, path[[0, -1]])
    moves = np.diff(path, axis=0)
    turns_back = np.sum(moves[1:] * moves[:-1], axis=1) < -1e-6
    if last > first:
        return "diverges"
    if turns_back.any():
        return "zigzags"
    return "crawls" if last > first / 100 else "converges"


def three_steps(learning_rates: tuple[float, ...] = (0.02, 0.1, 0.25)) -> LiveFigure:
    """Draw the question of the lesson: one point, one way down, three lengths of step."""
    figure, axes = plots.new_figure(height=3.6, width=6.5)
    _draw_bowl(axes, "valley")
    start = np.array(START)
    gradient = BOWLS["valley"] @ start
    ends = [start - rate * gradient for rate in learning_rates]
    across, up = np.transpose([start, ends[-1]])
    plots.draw_curve(axes, across, up, "network", linewidth=1.5)
    plots.draw_points(axes, across[:1], up[:1], "network", s=70)
    for letter, end in zip("ABC", ends, strict=True):
        plots.draw_points(axes, end[:1], end[1:], "test", s=50, zorder=3)
        axes.annotate(letter, end, xytext=(8, -4), textcoords="offset points", fontsize=12)
    heights = dict(zip("abc", (height("valley", end) for end in ends), strict=True))

    @live(figure, title=_words("three_steps_title"))
    def update() -> str:
        return _words("three_steps", here=height("valley", start), **heights)

    return update


def steps() -> LiveFigure:
    """Go down a bowl one step at a time, from a start that can be dragged."""
    figure, (axes, value_axes) = plots.new_figure(2, height=3.4, width_ratios=(3, 2))
    bowls = {name: _draw_bowl(axes, name) for name in BOWLS}
    path_line = _draw_path(axes)
    arrow = _draw_arrow(axes)
    start_point = plots.draw_points(axes, [], [], "network", s=90, zorder=4)
    value_axes.set(xlim=(-1, N_STEPS), ylim=_VALUE_LIMITS, yscale="log")
    value_axes.set(xlabel=_words("axis_step"), ylabel=_words("axis_height"))
    values_line = _draw_path(value_axes)

    @live(
        figure,
        title=_words("steps_title"),
        handles=[Handle(start_point, "start_w0", "start_w1")],
        step=(0, N_STEPS),
        learning_rate=_RATE_RANGE,
        bowl=_choose_bowl(),
        start_w0=(*_X_LIMITS, 0.1),
        start_w1=(*_Y_LIMITS, 0.1),
    )
    def update(
        step: int = 0,
        learning_rate: float = float(RATES[50]),
        bowl: str = "round",
        start_w0: float = START[0],
        start_w1: float = START[1],
    ) -> str:
        path = descend(bowl, learning_rate, (start_w0, start_w1))
        _show_only(bowls, bowl)
        _move_path(path_line, path[: step + 1])
        gradient = BOWLS[bowl] @ path[step]
        here, there = path[step], path[step] - learning_rate * gradient
        _move_arrow(arrow, here, there)
        plots.move_points(start_point, [start_w0], [start_w1])
        values_line.set_data(
            np.arange(step + 1), np.clip(height(bowl, path[: step + 1]), *_VALUE_LIMITS)
        )
        return _say_step(step, learning_rate, bowl, here, gradient, there)

    return update


def _say_step(
    step: int, learning_rate: float, bowl: str, here: Any, gradient: Any, there: Any
) -> str:
    return _words(
        "steps",
        step=step,
        now=_words("w", t=str(step).translate(_RAISED)),
        then=_words("w", t=str(step + 1).translate(_RAISED)),
        learning_rate=learning_rate,
        here=_vector(here),
        gradient=_vector(gradient),
        there=_vector(there),
        height=height(bowl, here),
        next_height=height(bowl, there),
        outside="" if _is_inside(there) else _words("outside", following=step + 1),
    )


def choose_rate(prediction: Prediction | None = None) -> LiveFigure:
    """Choose α on a round bowl and on a long valley; see where it diverges.

    Parameters
    ----------
    prediction : Prediction, optional
        The α at which the reader thinks the steps diverge on the long valley.
        The valley stays hidden until it is settled.
    """
    figure, (axes, value_axes) = plots.new_figure(2, height=3.6)
    bowls = {name: _draw_bowl(axes, name) for name in BOWLS}
    path_line = _draw_path(axes)
    value_axes.set(xlim=_RATE_RANGE, xscale="log", ylim=_VALUE_LIMITS, yscale="log")
    value_axes.set(xlabel=_words("axis_rate"), ylabel=_words("axis_last_height", n_steps=N_STEPS))
    curve = plots.draw_curve(value_axes, RATES, RATES, "train", label=_words("all_rates"))
    point = plots.draw_points(value_axes, [], [], "network", s=70, label=_words("your_rate"))
    point.set_zorder(4)
    limit = plots.draw_marker(value_axes, "truth", label=_words("limit"))
    guess = plots.draw_marker(value_axes, "prediction", label=_words("your_guess"))
    shown = [curve, point, limit] + ([] if prediction is None else [guess])
    plots.add_legend(value_axes, shown, ncols=2)

    @live(figure, title=_words("choose_rate_title"), bowl=_choose_bowl(), learning_rate=_RATE_RANGE)
    def update(bowl: str = "round", learning_rate: float = 0.1) -> str:
        hidden = hidden_words(prediction) if bowl == "valley" else None
        path = descend(bowl, learning_rate)
        largest = largest_stable_learning_rate(BOWLS[bowl])
        _show_only(bowls, bowl)
        for artist in (path_line, curve, point):
            artist.set_visible(hidden is None)
        # On the bowl, too, the limit is for the reader to find.
        told = hidden_words(prediction) is None
        limit.set_visible(told)
        _move_path(path_line, path)
        curve.set_ydata(np.clip(sweep_heights(bowl), *_VALUE_LIMITS))
        plots.move_points(point, [learning_rate], np.clip([height(bowl, path[-1])], *_VALUE_LIMITS))
        limit.set_xdata([largest] * 2)
        if prediction is not None and isinstance(prediction.value, int | float):
            guess.set_xdata([prediction.value] * 2)
        return hidden or _say_rate(bowl, learning_rate, path, largest if told else None, prediction)

    redraw_when_settled(update, prediction)
    return update


def _say_rate(
    bowl: str, learning_rate: float, path: Any, largest: float | None, prediction: Prediction | None
) -> str:
    first, last = height(bowl, path[[0, -1]])
    outside = [step for step, w in enumerate(path) if not _is_inside(w)]
    return _words(
        "choose_rate",
        learning_rate=learning_rate,
        bowl=_words(bowl),
        n_steps=N_STEPS,
        first=first,
        last=last,
        verdict=_words(name_path(bowl, path)),
        outside=_words("outside", following=outside[0]) if outside else "",
        limit="" if largest is None else _words("limit_told", largest=largest),
        guess=recall_words(prediction),
    )


def _choose_bowl() -> list[tuple[str, str]]:
    return [(_words(name), name) for name in BOWLS]


def _vector(w: Any) -> str:
    return "(" + ", ".join(f"{number:.3g}" for number in w).replace("-", "−") + ")"


def _is_inside(w: Any) -> bool:
    (left, right), (low, high) = _X_LIMITS, _Y_LIMITS
    return bool(left <= w[0] <= right and low <= w[1] <= high)


def _draw_bowl(axes: Any, bowl: str) -> Any:
    """Draw the contours of a bowl once; they are shown or hidden afterwards."""
    axes.set(xlim=_X_LIMITS, ylim=_Y_LIMITS, xlabel="w₀", ylabel="w₁", aspect="equal")
    across, up = np.linspace(*_X_LIMITS, 91), np.linspace(*_Y_LIMITS, 121)
    places = np.stack(np.meshgrid(across, up), axis=-1)
    axes.plot(0, 0, "+", color=plots.INK, markersize=9)
    return axes.contour(
        across, up, height(bowl, places), _LEVELS, colors=plots.GREY, linewidths=0.8
    )


def _show_only(bowls: dict[str, Any], bowl: str) -> None:
    for name, contours in bowls.items():
        contours.set_visible(name == bowl)


def _draw_path(axes: Any) -> Any:
    return plots.draw_curve(
        axes, [], [], "network", marker="o", markersize=4, linewidth=1.2, zorder=3
    )


def _move_path(line: Any, path: Any) -> None:
    """Show a path up to its first step far outside the picture."""
    far = np.abs(path).max(axis=1) > _FAR
    end = int(np.argmax(far)) + 1 if far.any() else len(path)
    line.set_data(*np.clip(path[:end], -10 * _FAR, 10 * _FAR).T)


def _draw_arrow(axes: Any) -> FancyArrowPatch:
    look: dict[str, Any] = {"arrowstyle": "-|>", "mutation_scale": 14, "linewidth": 2}
    arrow = FancyArrowPatch((0, 0), (1, 1), color=plots.RED, shrinkA=0, shrinkB=0, **look)
    arrow.set_zorder(5)
    axes.add_patch(arrow)
    return arrow


def _move_arrow(arrow: FancyArrowPatch, tail: Any, head: Any) -> None:
    """Point from one w to the next, unless the step is too short or too far out to be seen."""
    arrow.set_visible(bool(np.abs(head - tail).max() > 0.02 and np.abs(tail).max() < _FAR))
    if arrow.get_visible():
        arrow.set_positions(tuple(tail), tuple(np.clip(head, -_FAR, _FAR)))
