"""Live figures of lesson 6: squared error against cross-entropy."""

from collections.abc import Mapping
from typing import Any

import numpy as np

from lessonlib import plots
from lessonlib.experiments import lesson6 as experiments
from lessonlib.figures.lesson6.plane import Plane
from lessonlib.live import Answer, Handle, LiveFigure, LogRange, live
from lessonlib.predict import Prediction
from lessonlib.words import Words

_one = Words("figures/lesson6/two_losses", "one_example")
_saturated = Words("figures/lesson6/two_losses", "saturated")
_ROLES = dict(zip(experiments.LOSSES, ("test", "network"), strict=True))
_NORM_LIMITS, _Z_LIMITS = (1e-4, 10.0), (-10.0, 10.0)
_Z = np.linspace(*_Z_LIMITS, 201)


def one_example() -> LiveFigure:
    """Compare both losses of one example, and their slopes, at any logit."""
    figure, (left, right) = plots.new_figure(2, height=3.3)
    left.set(ylim=(-0.3, 10.3), ylabel=_one("axis_loss"))
    right.set(ylim=(-1.1, 1.1), ylabel=_one("axis_slope"))
    losses, slopes = _Panel(left), _Panel(right)

    def show(logit: float = -5.0, true_class: int = 1) -> str:
        everywhere = experiments.compare_losses(true_class, _Z)
        here = experiments.compare_losses(true_class, [logit])
        for loss in _ROLES:
            losses.show(loss, getattr(everywhere, loss).loss, logit, getattr(here, loss).loss)
            slopes.show(loss, getattr(everywhere, loss).slope, logit, getattr(here, loss).slope)
        numbers = {loss: [float(one[0]) for one in getattr(here, loss)] for loss in _ROLES}
        p = float(here.probability[0])
        return _one("sentence", y=true_class, z=logit, p=p, **numbers)

    return live(
        figure,
        show,
        title=_one("title"),
        labels=_one.labels,
        handles=[Handle(losses.dots["cross_entropy"], x="logit")],
        logit=_Z_LIMITS,
        true_class=[(_one("gentoo"), 1), (_one("adelie"), 0)],
    )


class _Panel:
    """A curve for each loss against the logit, and a dot on it where the example is."""

    def __init__(self, axes: Any) -> None:
        axes.set(xlim=_Z_LIMITS, xlabel=_one("axis_logit"))
        self.curves = {
            loss: plots.draw_curve(axes, _Z, 0 * _Z, role, label=_one.labels[loss])
            for loss, role in _ROLES.items()
        }
        self.dots = {
            loss: plots.draw_points(axes, [], [], role, s=50) for loss, role in _ROLES.items()
        }
        plots.add_legend(axes, list(self.curves.values()))

    def show(self, loss: str, everywhere: Any, logit: float, here: Any) -> None:
        self.curves[loss].set_ydata(everywhere)
        plots.move_points(self.dots[loss], [logit], here)


def saturated(prediction: Prediction | None = None) -> LiveFigure:
    """Start sure and wrong; train by squared error and by cross-entropy, side by side.

    Parameters
    ----------
    prediction : Prediction, optional
        Which loss the reader expects to recover first. All steps but the start stay hidden
        until it is settled.
    """
    drawing = _EscapeDrawing()

    def show(step: int = 0, learning_rate: float = 1.0, start_steepness: float = 20.0) -> str:
        step = step if prediction is None or prediction.is_settled else 0
        runs = {loss: experiments.escape(loss, learning_rate, start_steepness) for loss in _ROLES}
        drawing.show(step, runs)
        return _say_escape(step, runs)

    return live(
        drawing.figure,
        show,
        title=_saturated("title"),
        labels=_saturated.labels,
        answer=Answer(prediction, drawing.norms.values()),
        step=(0, experiments.N_SATURATED_STEPS),
        learning_rate=LogRange(0.01, 100.0),
        start_steepness=LogRange(1.0, 50.0),
    )


class _EscapeDrawing:
    """The artists of :func:`saturated`."""

    def __init__(self) -> None:
        self.figure, (*panels, axes) = plots.new_figure(3, height=3.1, width_ratios=(5, 5, 4))
        self.planes, self.norms = {}, {}
        for panel, (loss, role) in zip(panels, _ROLES.items(), strict=True):
            name = _saturated.labels[loss]
            self.planes[loss] = Plane(panel, role)
            panel.set_title(name, fontsize=10)
            self.norms[loss] = plots.draw_curve(axes, [], [], role, label=name)
        panels[1].set(ylabel="")
        axes.set(xlim=(0, experiments.N_SATURATED_STEPS), ylim=_NORM_LIMITS, yscale="log")
        axes.set(xlabel=_saturated("axis_step"), ylabel=_saturated("axis_norm"))
        self.marker = plots.draw_marker(axes, "data")

    def show(self, step: int, runs: Mapping[str, experiments.Escape]) -> None:
        self.marker.set_xdata([step] * 2)
        for loss, run in runs.items():
            self.planes[loss].show(run.history[step])
            norms = np.clip(run.norms, *_NORM_LIMITS)
            self.norms[loss].set_data(np.arange(len(norms)), norms)


def _say_escape(step: int, runs: Mapping[str, experiments.Escape]) -> str:
    squared, entropy = (runs[loss] for loss in experiments.LOSSES)
    return _saturated(
        "sentence",
        step=step,
        n=squared.n_examples,
        squared=squared.n_mistakes[step],
        entropy=entropy.n_mistakes[step],
        squared_length=squared.norms[step],
        entropy_length=entropy.norms[step],
    )
