"""The live figure of the first page: a network being fitted."""

import numpy as np

from lessonlib import plots
from lessonlib.datasets import TRUE_FUNCTIONS, X_MAX, X_MIN
from lessonlib.experiments.lesson0 import GRID, N_STEPS, NoisyFit, fit_noisy_sine
from lessonlib.live import LiveFigure, LogRange, live
from lessonlib.words import Words

_words, _labels = Words("start"), Words("labels")
_LOSS_LIMITS = (1e-3, 30.0)


def first_fit() -> LiveFigure:
    """Train the 1-H-1 network again at every move of α, H or σ."""
    figure, (axes, loss_axes) = plots.new_figure(2, height=3.2)
    axes.set(xlim=(X_MIN, X_MAX), ylim=(-2.5, 2.5), xlabel="x", ylabel="y")
    points = plots.draw_points(axes, [], [], "data", label=_labels("data"))
    truth = TRUE_FUNCTIONS["sine"](GRID)
    plots.draw_curve(axes, GRID, truth, "truth", label=_labels("truth"))
    curve = plots.draw_curve(axes, GRID, truth, "network", label=_labels("network"), linewidth=2.5)
    plots.add_legend(axes)
    notice = plots.draw_notice(axes, _labels("diverged"))
    loss_axes.set(xlim=(0, N_STEPS), ylim=_LOSS_LIMITS, yscale="log")
    loss_axes.set(xlabel=_words("axis_steps"), ylabel=_words("axis_loss"))
    loss_curve = plots.draw_curve(loss_axes, np.arange(N_STEPS + 1), np.ones(N_STEPS + 1), "train")
    noise_floor = plots.draw_level(loss_axes, "truth", label=_words("noise_floor"))
    plots.add_legend(loss_axes, [noise_floor])

    @live(
        figure,
        title=_words("first_fit_title"),
        learning_rate=LogRange(0.001, 10.0),
        hidden_width=(1, 50),
        noise_std=(0.0, 0.5),
    )
    def update(learning_rate: float = 0.1, hidden_width: int = 10, noise_std: float = 0.15) -> str:
        fit = fit_noisy_sine(learning_rate, hidden_width, noise_std)
        plots.move_points(points, fit.x, fit.y)
        curve.set_ydata(fit.curve)
        curve.set_visible(fit.diverged_at is None)
        notice.set_visible(fit.diverged_at is not None)
        loss_curve.set_ydata(np.clip(fit.losses, *_LOSS_LIMITS))
        noise_floor.set_ydata([fit.noise] * 2)
        return _say(fit)

    return update


def _say(fit: NoisyFit) -> str:
    if fit.diverged_at is not None:
        return _words("diverged", step=fit.diverged_at)
    return _words(
        "first_fit",
        first=fit.losses[0],
        last=fit.losses[-1],
        n_steps=N_STEPS,
        verdict=_words(fit.verdict, noise=fit.noise),
    )
