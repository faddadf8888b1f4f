"""Live figure of lesson 4: the network trained at 64 learning rates at once."""

from typing import Any

import numpy as np
from matplotlib.axes import Axes

from lessonlib import plots
from lessonlib.experiments import lesson4 as experiments
from lessonlib.experiments.lesson4 import SWEEP_STEPS, SWEEP_WIDTH
from lessonlib.figures.lesson4.fit import FitPicture
from lessonlib.live import Answer, LiveFigure, LogRange, live
from lessonlib.predict import Prediction
from lessonlib.words import Words

_words = Words("figures/lesson4/all_at_once", "all_rates")
_labels = _words.labels
_LOSS_LIMITS, _TOP = (1e-3, 1e2), 60.0  # diverged trainings stand at the top


def all_rates(prediction: Prediction | None = None) -> LiveFigure:
    """Show the final loss for 64 learning rates at once, and the fit at the reader's.

    Parameters
    ----------
    prediction : Prediction, optional
        What the reader expects of the usable learning rates as H grows.
        Networks wider than ``SWEEP_WIDTH`` stay hidden until it is settled.
    """
    picture = _SweepPicture()
    return live(
        picture.figure,
        picture.show,
        title=_words("title"),
        labels=_labels,
        answer=Answer(prediction, [*picture.ends, *picture.fit.answer], when=_is_wide),
        learning_rate=LogRange(*experiments.RATE_RANGE),
        hidden_width=(1, 50),
        noise_std=(0.0, 0.5),
        n_steps=(1, SWEEP_STEPS),
    )


def _is_wide(hidden_width: int, **_: Any) -> bool:
    return hidden_width > SWEEP_WIDTH


class _SweepPicture:
    """The reader's fit, and the losses at the end against the learning rate."""

    def __init__(self) -> None:
        self.figure, (axes, loss_axes) = plots.new_figure(2, height=3.6)
        self.fit = FitPicture(axes, labels=_labels)
        self._draw_losses(loss_axes)
        self.ends = [self.narrow, self.line, self.diverged, self.limit, self.yours]
        plots.add_legend(loss_axes, self.ends, ncols=3, fontsize=10)

    def _draw_losses(self, axes: Axes) -> None:
        axes.set(xlim=experiments.RATE_RANGE, xscale="log", ylim=_LOSS_LIMITS, yscale="log")
        axes.set(xlabel=_words("axis_rate"), ylabel=_words("axis_last_loss"))

        def draw(role: str, label: str, **look: Any) -> Any:
            nothing = np.full(len(experiments.RATES), np.nan)
            return plots.draw_curve(axes, experiments.RATES, nothing, role, label=label, **look)

        narrow = _words("narrow", hidden_width=SWEEP_WIDTH)
        self.narrow = draw("data", narrow, linewidth=1.2)
        dots = {"marker": "o", "markersize": 3, "linewidth": 1.2}
        self.line = draw("train", _labels["one_training"], **dots)
        dots = {"marker": "o", "markersize": 4, "linestyle": "none"}
        self.diverged = draw("test", _labels["diverged"], **dots)
        self.limit = plots.draw_marker(axes, "truth", label=_labels["limit"])
        self.yours = plots.draw_points(axes, [], [], "network", s=70, label=_labels["yours"])
        self.yours.set_zorder(4)

    def show(
        self,
        learning_rate: float = 0.1,
        hidden_width: int = SWEEP_WIDTH,
        noise_std: float = 0.15,
        n_steps: int = SWEEP_STEPS,
    ) -> str:
        """Show a sweep, that of the narrow network, and the reader's own training."""
        n_samples = experiments.SWEEP_SAMPLES
        yours = experiments.train_network(
            learning_rate, hidden_width, noise_std, n_samples=n_samples, n_steps=n_steps
        )
        sweep = experiments.sweep_rates(hidden_width, noise_std, n_steps)
        narrow = experiments.sweep_rates(SWEEP_WIDTH, noise_std, n_steps)
        self.fit.show(yours, diverged=yours.diverged_at is not None)
        self.narrow.set_ydata(_finite(narrow.losses[-1]))
        self.line.set_ydata(_finite(sweep.losses[-1]))
        self.diverged.set_ydata(np.where(np.isfinite(sweep.losses[-1]), np.nan, _TOP))
        self.limit.set_xdata([sweep.limit] * 2)
        loss = np.clip(yours.losses[-1], _LOSS_LIMITS[0], _TOP)
        plots.move_points(self.yours, [learning_rate], [loss])
        return _say_sweep(sweep, yours)


def _finite(losses: Any) -> Any:
    return np.where(np.isfinite(losses), np.clip(losses, *_LOSS_LIMITS), np.nan)


def _say_sweep(sweep: experiments.Sweep, yours: experiments.NetworkTraining) -> str:
    return _words(
        "sentence",
        yours=_words(
            "yours" if yours.diverged_at is None else "yours_diverged",
            learning_rate=yours.learning_rate,
            last=yours.losses[-1],
            n_steps=len(yours.losses) - 1,
        ),
        best=sweep.best,
        best_loss=sweep.best_loss,
        n_diverged=sweep.n_diverged,
        n_rates=len(experiments.RATES),
        steady=sweep.steady,
        limit=sweep.limit,
    )
