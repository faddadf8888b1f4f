"""Live figure of lesson 5: what a whole gradient costs."""

from typing import Any

from lessonlib import plots
from lessonlib.experiments import lesson5 as experiments
from lessonlib.live import LiveFigure, live
from lessonlib.networks import count_parameters
from lessonlib.predict import Prediction, hidden_words, recall_words, redraw_when_settled
from lessonlib.words import Words

_words = Words("chain")
_MOST = experiments.WIDTHS[-1]


def gradient_cost(prediction: Prediction | None = None) -> LiveFigure:
    """Draw the operations that a gradient takes against the number of weights.

    Parameters
    ----------
    prediction : Prediction, optional
        How many times cheaper the reader thinks the backward pass is. The
        curves stay hidden until it is settled.
    """
    figure, axes = plots.new_figure(height=3.4)
    nudging, backpropagation, gap = _draw_costs(axes)

    @live(figure, title=_words("cost_title"), hidden_width=(1, _MOST), n_samples=(1, 200))
    def update(hidden_width: int = _MOST, n_samples: int = 100) -> str:
        hidden = hidden_words(prediction)
        costs = [experiments.count_gradient(width, n_samples) for width in experiments.WIDTHS]
        here = experiments.count_gradient(hidden_width, n_samples)
        nudging.set_ydata([cost.nudging for cost in costs])
        backpropagation.set_ydata([cost.backpropagation for cost in costs])
        gap.set_data([here.n_parameters] * 2, [here.nudging, here.backpropagation])
        for line in (nudging, backpropagation, gap):
            line.set_visible(hidden is None)
        return hidden or _say_cost(hidden_width, n_samples, here, prediction)

    redraw_when_settled(update, prediction)
    return update


def _draw_costs(axes: Any) -> tuple[Any, Any, Any]:
    """Draw a curve for each way to find a gradient, and the line between them at one H."""
    n_parameters = [count_parameters(width) for width in experiments.WIDTHS]
    axes.set(xlim=(3, 200), ylim=(10, 1e8), xscale="log", yscale="log")
    axes.set(xlabel=_words("axis_parameters"), ylabel=_words("axis_operations"))
    axes.set_xticks(n_parameters, [str(n) for n in n_parameters])
    axes.minorticks_off()
    look = {"marker": "o", "markersize": 4}
    nudging, backpropagation = (
        plots.draw_curve(axes, n_parameters, n_parameters, role, label=_words(key), **look)
        for key, role in (("nudging", "test"), ("backpropagation", "network"))
    )
    gap = plots.draw_curve(axes, [], [], "data", linewidth=1.2, label=None)
    plots.add_legend(axes, [nudging, backpropagation])
    return nudging, backpropagation, gap


def _say_cost(
    hidden_width: int,
    n_samples: int,
    cost: experiments.GradientCost,
    prediction: Prediction | None,
) -> str:
    return _words(
        "cost",
        hidden_width=hidden_width,
        n_samples=n_samples,
        guess=recall_words(prediction),
        **cost._asdict(),
    )
