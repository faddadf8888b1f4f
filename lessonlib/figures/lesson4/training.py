"""Live figure of lesson 4: the network trained at one learning rate, at every step."""

from typing import Any

import numpy as np
from matplotlib.axes import Axes

from lessonlib import plots
from lessonlib.experiments import lesson4 as experiments
from lessonlib.experiments.lesson4 import N_STEPS
from lessonlib.figures.lesson4.fit import FitPicture
from lessonlib.live import Clock, LiveFigure, LogRange, live
from lessonlib.live.controls import make_control
from lessonlib.words import Words

_words = Words("figures/lesson4/training", "train_network")
_labels = _words.labels
# No loss that still counts is above the second limits.
_LOSS_LIMITS, _HIGH_LIMITS = (1e-3, 1e2), (1e-3, 1e6)
_NOTHING = 1e-9  # far below the picture
_STEPS_A_TICK = 5


def train_network() -> LiveFigure:
    """Train the 1-H-1 network again at every move of α, H, σ or its start, and go through it."""
    picture = _TrainingPicture()
    step = make_control("step", (0, N_STEPS), N_STEPS, _labels["step"])
    return live(
        picture.figure,
        picture.show,
        title=_words("title"),
        labels=_labels,
        on_stage=("learning_rate", "step"),
        between=[Clock(step, _STEPS_A_TICK).widget],
        learning_rate=LogRange(*experiments.RATE_RANGE),
        hidden_width=experiments.WIDTHS,
        noise_std=(0.0, 0.5, 0.05),
        seed=experiments.SEEDS,
        step=step,
    )


class _TrainingPicture:
    """The fit at a step, and the loss and the length of the gradient at all of them."""

    def __init__(self) -> None:
        self.figure, (axes, self.loss_axes) = plots.new_figure(2, height=3.6)
        self.fit = FitPicture(axes, labels=_labels)
        self._draw_losses(self.loss_axes)

    def _draw_losses(self, axes: Axes) -> None:
        axes.set_xscale("symlog", linthresh=1, linscale=0.3)
        axes.set(xlim=(0, 1.1 * N_STEPS), ylim=_LOSS_LIMITS, yscale="log")
        axes.set_xticks([0, 1, 10, 100, N_STEPS], labels=["0", "1", "10", "100", str(N_STEPS)])
        axes.set(xlabel=_words("axis_steps"))
        steps = np.arange(N_STEPS + 1)
        self.losses = plots.draw_curve(axes, steps, steps + 1, "train", label=_labels["loss"])
        look: dict[str, Any] = {"label": _labels["norm"], "linewidth": 1.5, "linestyle": "--"}
        self.norms = plots.draw_curve(axes, steps[:-1], steps[1:], "train", **look)
        self.floor = plots.draw_level(axes, "truth", label=_labels["noise_floor"])
        self.points = plots.draw_points(axes, [], [], "network", s=60, zorder=4)
        plots.add_legend(axes, [self.losses, self.norms, self.floor], fontsize=10)

    def show(
        self,
        learning_rate: float = 0.1,
        hidden_width: int = 10,
        noise_std: float = 0.15,
        seed: int = 0,
        step: int = N_STEPS,
    ) -> str:
        """Show a training after some steps, and say it."""
        training = experiments.train_network(
            learning_rate, hidden_width, noise_std, step=step, seed=seed
        )
        gone = training.diverged_at is not None and step >= training.diverged_at
        losses = np.where(np.isfinite(training.losses), training.losses, np.nan)
        limits = _LOSS_LIMITS if np.nanmax(losses) < _LOSS_LIMITS[1] else _HIGH_LIMITS
        if self.loss_axes.get_ylim() != limits:
            self.loss_axes.set_ylim(limits)
        self.fit.show(training, diverged=gone)
        self.losses.set_ydata(np.maximum(losses, _NOTHING))
        norms = np.where(np.isfinite(training.gradient_norms), training.gradient_norms, np.nan)
        self.norms.set_ydata(np.maximum(norms, _NOTHING))
        self.floor.set_ydata([training.noise_floor] * 2)
        here = np.clip([training.losses[training.step], training.norm], *limits)
        plots.move_points(self.points, [training.step] * 2, here)
        return _say_training(training, gone=gone)


def _say_training(training: experiments.NetworkTraining, *, gone: bool) -> str:
    verdict = training.verdict
    if gone:
        now = _words("gone", learning_rate=training.learning_rate, step=training.diverged_at)
    else:
        now = _words(
            "now",
            learning_rate=training.learning_rate,
            step=training.step,
            loss=training.losses[training.step],
            norm=training.norm,
            distance=training.learning_rate * training.norm,
        )
    values: dict[str, Any] = {
        "n_steps": N_STEPS,
        "n_rises": verdict.n_rises,
        "step": training.diverged_at,
    }
    told = [now, _words(f"it_{verdict.way}", **values)]
    if verdict.end:
        values = {
            "last": training.losses[-1],
            "fall": verdict.fall,
            "n_last": round(experiments.LAST * N_STEPS),
        }
        told.append(_words(f"ends_{verdict.end}", **values))
    return " ".join(told)
