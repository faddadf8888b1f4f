"""The live figure of the first page: a network being fitted."""

from typing import Any

import numpy as np

from lessonlib import plots
from lessonlib.datasets import TRUE_FUNCTIONS, X_MAX, X_MIN, sample_dataset
from lessonlib.live import LiveFigure, LogRange, live
from lessonlib.networks import forward, initialize_weights
from lessonlib.training import TrainingResult, train
from lessonlib.words import Words

_words, _labels = Words("start"), Words("labels")
_GRID = np.linspace(X_MIN, X_MAX, 300)
N_SAMPLES, N_STEPS = 100, 500
_LOSS_LIMITS = (1e-3, 30.0)


def first_fit() -> LiveFigure:
    """Train the 1-H-1 network again at every move of α, H or σ."""
    figure, (axes, loss_axes) = plots.new_figure(2, height=3.2)
    axes.set(xlim=(X_MIN, X_MAX), ylim=(-2.5, 2.5), xlabel="x", ylabel="y")
    points = plots.draw_points(axes, [], [], "data", label=_labels("data"))
    truth = TRUE_FUNCTIONS["sine"](_GRID)
    plots.draw_curve(axes, _GRID, truth, "truth", label=_labels("truth"))
    curve = plots.draw_curve(axes, _GRID, truth, "network", label=_labels("network"), linewidth=2.5)
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
        x, y = sample_dataset("sine", N_SAMPLES, noise_std, np.random.default_rng(0))
        weights = initialize_weights(hidden_width, np.random.default_rng(0))
        result = train(weights, x, y, learning_rate, N_STEPS)
        plots.move_points(points, x, y)
        curve.set_ydata(forward(result.weights, _GRID))
        curve.set_visible(not result.diverged)
        notice.set_visible(result.diverged)
        loss_curve.set_ydata(np.clip(result.losses, *_LOSS_LIMITS))
        noise_floor.set_ydata([noise_std**2] * 2)
        return _say(result, noise_std**2)

    return update


def _say(result: TrainingResult, noise: float) -> str:
    if result.diverged:
        return _words("diverged", step=result.diverged_at)
    first, last = result.losses[0], result.losses[-1]
    verdict: Any = "good" if last < 1.5 * noise + 0.003 else "under"
    verdict = "over" if last < 0.9 * noise else verdict
    return _words(
        "first_fit",
        first=first,
        last=last,
        n_steps=N_STEPS,
        verdict=_words(verdict, noise=noise),
    )
