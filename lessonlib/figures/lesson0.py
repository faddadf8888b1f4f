"""The live figure of the first page: a network being fitted."""

import numpy as np
from matplotlib.axes import Axes

from lessonlib import plots
from lessonlib.datasets import X_MAX, X_MIN
from lessonlib.experiments.lesson0 import (
    GRID,
    N_SAMPLES,
    N_STEPS,
    SNAPSHOTS,
    TRUTH,
    NoisyFit,
    fit_noisy_sine,
)
from lessonlib.live import LiveFigure, LogRange, live
from lessonlib.words import Words

_words = Words("figures/lesson0", "first_fit")
_labels = _words.labels
_LOSS_LIMITS = (1e-3, 30.0)


def first_fit() -> LiveFigure:
    """Train the 1-H-1 network again at every move of α, H or σ."""
    drawing = _Fit()
    return live(
        drawing.figure,
        drawing.show,
        title=_words("title", n_samples=N_SAMPLES),
        labels=_labels,
        learning_rate=LogRange(0.001, 10.0),
        hidden_width=(1, 50),
        noise_std=(0.0, 0.5),
    )


class _Fit:
    """The points with the network, and its errors beside the noise."""

    def __init__(self) -> None:
        self.figure, (axes, loss_axes) = plots.new_figure(2, height=3.4)
        self._draw_network(axes)
        self._draw_losses(loss_axes)

    def _draw_network(self, axes: Axes) -> None:
        axes.set(xlim=(X_MIN, X_MAX), ylim=(-2.5, 2.5), xlabel="x", ylabel="y")
        self.points = plots.draw_points(axes, [], [], "data", label=_labels["data"])
        plots.draw_curve(axes, GRID, TRUTH, "truth", label=_labels["truth"])
        network = {"label": _labels["network"], "linewidth": 2.5}
        self.curve = plots.draw_curve(axes, GRID, TRUTH, "network", **network)
        plots.add_legend(axes, fontsize=10)
        self.notice = plots.draw_notice(axes, _labels["diverged"])

    def _draw_losses(self, axes: Axes) -> None:
        axes.set(xlim=(0, N_STEPS), ylim=_LOSS_LIMITS, yscale="log")
        axes.set(xlabel=_words("axis_steps"), ylabel=_words("axis_loss"))
        axes.set_yticks([0.001, 0.01, 0.1, 1, 10], ["0.001", "0.01", "0.1", "1", "10"])
        steps = np.arange(N_STEPS + 1)
        self.losses = plots.draw_curve(axes, steps, np.ones(len(steps)), "train")
        self.fresh = plots.draw_curve(axes, [], [], "truth", linestyle="-", linewidth=1.2)
        self.noise_floor = plots.draw_level(axes, "truth", linewidth=2)
        names = ("train_error", "fresh_error", "noise_floor")
        lines = (self.losses, self.fresh, self.noise_floor)
        for line, name in zip(lines, names, strict=True):
            line.set_label(_labels[name])
        plots.add_legend(axes, lines, fontsize=10, columnspacing=0.8, handlelength=1.5)

    def show(
        self, learning_rate: float = 0.1, hidden_width: int = 10, noise_std: float = 0.15
    ) -> str:
        fit = fit_noisy_sine(learning_rate, hidden_width, noise_std)
        plots.move_points(self.points, fit.x, fit.y)
        self.curve.set_ydata(fit.curve)
        self.curve.set_visible(fit.diverged_at is None)
        self.notice.set_visible(fit.diverged_at is not None)
        self.losses.set_ydata(np.clip(fit.losses, *_LOSS_LIMITS))
        self.fresh.set_data(SNAPSHOTS[: len(fit.fresh)], np.clip(fit.fresh, *_LOSS_LIMITS))
        self.noise_floor.set_ydata([fit.noise] * 2)
        return _say(fit)


def _say(fit: NoisyFit) -> str:
    if fit.diverged_at is not None:
        return _words("diverged", step=fit.diverged_at)
    return _words(
        "sentence",
        first=fit.losses[0],
        last=fit.losses[-1],
        n_steps=N_STEPS,
        fresh=fit.fresh[-1],
        noise=fit.noise,
        peak="" if fit.peak is None else _words("peak", peak=fit.peak),
        verdict=_words(f"is_{fit.verdict}", drawn=fit.drawn_noise),
    )
