"""Live figures of lesson 6: squared error against cross-entropy."""

import numpy as np

from lessonlib import plots
from lessonlib.experiments import lesson6 as experiments
from lessonlib.figures.lesson6.plane import Plane
from lessonlib.live import Handle, LiveFigure, LogRange, live
from lessonlib.predict import Prediction, hidden_words, recall_words, redraw_when_settled
from lessonlib.words import Words

_words = Words("two_losses")
_ROLES = dict(zip(experiments.LOSSES, ("prediction", "train"), strict=True))
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
            for loss, role in _ROLES.items()
        ]
        curves.append(lines)
        dots.append([plots.draw_points(axes, [], [], role, s=50) for role in _ROLES.values()])
        plots.add_legend(axes, lines)

    @live(
        figure,
        title=_words("one_example_title"),
        handles=[Handle(dots[0][1], x="logit")],
        logit=_Z_LIMITS,
        true_class=[(_words("gentoo"), 1), (_words("adelie"), 0)],
    )
    def update(logit: float = -5.0, true_class: int = 1) -> str:
        everywhere = experiments.compare_losses(true_class, z)
        here = experiments.compare_losses(true_class, [logit])
        for panel, (lines, points) in enumerate(zip(curves, dots, strict=True)):
            for line, point, loss in zip(lines, points, _ROLES, strict=True):
                line.set_ydata(getattr(everywhere, loss)[panel])
                plots.move_points(point, [logit], getattr(here, loss)[panel])
        numbers = {loss: [float(one[0]) for one in getattr(here, loss)] for loss in _ROLES}
        p = float(here.probability[0])
        return _words("one_example", y=true_class, z=logit, p=p, **numbers)

    return update


def saturated(prediction: Prediction | None = None) -> LiveFigure:
    """Start sure and wrong; train by squared error and by cross-entropy, side by side.

    Parameters
    ----------
    prediction : Prediction, optional
        Which loss the reader expects to recover first. All steps but the start stay hidden
        until it is settled.
    """
    penguins = experiments.train_set()
    n_steps = experiments.N_SATURATED_STEPS
    figure, panels = plots.new_figure(3, height=3.1, width_ratios=(5, 5, 4))
    planes, curves = {}, {}
    for axes, (loss, role) in zip(panels, _ROLES.items(), strict=False):
        planes[loss] = Plane(axes, role)
        planes[loss].show_points(*penguins)
        axes.set_title(_words(loss), fontsize=10)
        curves[loss] = plots.draw_curve(panels[2], [], [], role, label=_words(loss))
    panels[1].set(ylabel="")
    panels[2].set(xlim=(0, n_steps), ylim=_NORM_LIMITS, yscale="log")
    panels[2].set(xlabel=_words("axis_step"), ylabel=_words("axis_norm"))
    marker = plots.draw_marker(panels[2], "network")

    @live(
        figure,
        title=_words("saturated_title"),
        step=(0, n_steps),
        learning_rate=LogRange(0.01, 100.0),
        start_steepness=LogRange(1.0, 50.0),
    )
    def update(step: int = 0, learning_rate: float = 1.0, start_steepness: float = 20.0) -> str:
        hidden = hidden_words(prediction)
        step = step if hidden is None else 0
        marker.set_xdata([step] * 2)
        runs = {loss: experiments.escape(loss, learning_rate, start_steepness) for loss in planes}
        for loss, run in runs.items():
            planes[loss].show(run.history[step])
            norms = np.clip(run.norms, *_NORM_LIMITS)
            curves[loss].set_data(np.arange(len(norms)), norms)
            curves[loss].set_visible(hidden is None)
        return hidden or _say_escape(step, runs, prediction)

    redraw_when_settled(update, prediction)
    return update


def _say_escape(
    step: int, runs: dict[str, experiments.Escape], prediction: Prediction | None
) -> str:
    squared, entropy = (runs[loss] for loss in experiments.LOSSES)
    return _words(
        "saturated",
        step=step,
        n=squared.n_examples,
        squared=squared.n_mistakes[step],
        entropy=entropy.n_mistakes[step],
        squared_length=squared.norms[step],
        entropy_length=entropy.norms[step],
        guess=recall_words(prediction),
    )
