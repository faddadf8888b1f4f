"""Live figure of lesson 4: the network trained at one learning rate."""

import numpy as np

from lessonlib import plots
from lessonlib.experiments import lesson4 as experiments
from lessonlib.figures.lesson4.fit import FitPicture
from lessonlib.live import LiveFigure, LogRange, live
from lessonlib.words import Words

_words = Words("learning_rates")
_LOSS_LIMITS = (1e-3, 1e2)


def train_network() -> LiveFigure:
    """Train the 1-H-1 network again at every move of α, H or σ."""
    figure, (axes, loss_axes) = plots.new_figure(2, height=3.4)
    fit = FitPicture(axes)
    loss_axes.set(xlim=(0, experiments.N_STEPS), ylim=_LOSS_LIMITS, yscale="log")
    loss_axes.set(xlabel=_words("axis_steps"))
    steps = np.arange(experiments.N_STEPS + 1)
    losses = plots.draw_curve(loss_axes, steps, steps + 1, "train", label=_words("loss"))
    look = {"label": _words("norm"), "linewidth": 1.5}
    norms = plots.draw_curve(loss_axes, steps[:-1], steps[1:], "validation", **look)
    floor = plots.draw_level(loss_axes, "truth", label=_words("noise_floor"))
    plots.add_legend(loss_axes, [losses, norms, floor])

    @live(
        figure,
        title=_words("train_network_title"),
        learning_rate=LogRange(*experiments.RATE_RANGE),
        hidden_width=(1, 50),
        noise_std=(0.0, 0.5),
    )
    def update(learning_rate: float = 0.1, hidden_width: int = 10, noise_std: float = 0.15) -> str:
        training = experiments.train_network(learning_rate, hidden_width, noise_std)
        fit.show(training)
        losses.set_ydata(np.clip(training.losses, *_LOSS_LIMITS))
        norms.set_ydata(np.clip(training.gradient_norms, *_LOSS_LIMITS))
        floor.set_ydata([training.noise_floor] * 2)
        return _say_training(training)

    return update


def _say_training(training: experiments.NetworkTraining) -> str:
    rate = training.learning_rate
    if training.diverged_at is not None:
        return _words(training.verdict, learning_rate=rate, step=training.diverged_at)
    return _words(
        "train_network",
        learning_rate=rate,
        n_steps=experiments.N_STEPS,
        first=training.losses[0],
        last=training.losses[-1],
        first_norm=training.gradient_norms[0],
        last_norm=training.gradient_norms[-1],
        verdict=_words(training.verdict),
    )
