"""Live figure of lesson 4: the network trained at one learning rate."""

import numpy as np
from matplotlib.axes import Axes

from lessonlib import plots
from lessonlib.experiments import lesson4 as experiments
from lessonlib.figures.lesson4.fit import FitPicture
from lessonlib.live import LiveFigure, LogRange, live
from lessonlib.words import Words

_words = Words("figures/lesson4/training", "train_network")
_labels = _words.labels
_LOSS_LIMITS = (1e-3, 1e2)


def train_network() -> LiveFigure:
    """Train the 1-H-1 network again at every move of α, H or σ."""
    picture = _TrainingPicture()
    return live(
        picture.figure,
        picture.show,
        title=_words("title"),
        labels=_labels,
        learning_rate=LogRange(*experiments.RATE_RANGE),
        hidden_width=(1, 50),
        noise_std=(0.0, 0.5),
    )


class _TrainingPicture:
    """The fit, and the loss and the length of the gradient step by step."""

    def __init__(self) -> None:
        self.figure, (axes, loss_axes) = plots.new_figure(2, height=3.4)
        self.fit = FitPicture(axes, labels=_labels)
        self._draw_losses(loss_axes)

    def _draw_losses(self, axes: Axes) -> None:
        axes.set(xlim=(0, experiments.N_STEPS), ylim=_LOSS_LIMITS, yscale="log")
        axes.set(xlabel=_words("axis_steps"))
        steps = np.arange(experiments.N_STEPS + 1)
        self.losses = plots.draw_curve(axes, steps, steps + 1, "train", label=_labels["loss"])
        look = {"label": _labels["norm"], "linewidth": 1.5}
        self.norms = plots.draw_curve(axes, steps[:-1], steps[1:], "validation", **look)
        self.floor = plots.draw_level(axes, "truth", label=_labels["noise_floor"])
        plots.add_legend(axes, [self.losses, self.norms, self.floor])

    def show(
        self, learning_rate: float = 0.1, hidden_width: int = 10, noise_std: float = 0.15
    ) -> str:
        """Show a training, and say it."""
        training = experiments.train_network(learning_rate, hidden_width, noise_std)
        self.fit.show(training)
        self.losses.set_ydata(np.clip(training.losses, *_LOSS_LIMITS))
        self.norms.set_ydata(np.clip(training.gradient_norms, *_LOSS_LIMITS))
        self.floor.set_ydata([training.noise_floor] * 2)
        return _say_training(training)


def _say_training(training: experiments.NetworkTraining) -> str:
    rate = training.learning_rate
    if training.diverged_at is not None:
        return _words("it_diverges", learning_rate=rate, step=training.diverged_at)
    return _words(
        "sentence",
        learning_rate=rate,
        n_steps=experiments.N_STEPS,
        first=training.losses[0],
        last=training.losses[-1],
        first_norm=training.gradient_norms[0],
        last_norm=training.gradient_norms[-1],
        verdict=_words(f"it_{training.verdict}"),
    )
