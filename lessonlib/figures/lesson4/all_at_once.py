"""Live figure of lesson 4: the network trained at 64 learning rates at once."""

from typing import Any

import numpy as np

from lessonlib import plots
from lessonlib.experiments import lesson4 as experiments
from lessonlib.figures.lesson4.fit import FitPicture
from lessonlib.live import LiveFigure, LogRange, live
from lessonlib.predict import Prediction, hidden_words, recall_words, redraw_when_settled
from lessonlib.words import Words

_words, _labels = Words("learning_rates"), Words("labels")
_LOSS_LIMITS, _TOP = (1e-3, 1e2), 60.0  # diverged trainings stand at the top


def all_rates(prediction: Prediction | None = None) -> LiveFigure:
    """Show the final loss for 64 learning rates at once, and the fit at the reader's.

    Parameters
    ----------
    prediction : Prediction, optional
        What the reader expects of the usable learning rates as H grows.
        Networks wider than ``SWEEP_WIDTH`` stay hidden until it is settled.
    """
    figure, (axes, loss_axes) = plots.new_figure(2, height=3.6)
    fit, picture = FitPicture(axes), _SweepPicture(loss_axes)

    @live(
        figure,
        title=_words("all_rates_title"),
        learning_rate=LogRange(*experiments.RATE_RANGE),
        hidden_width=(1, 50),
        noise_std=(0.0, 0.5),
        n_steps=(1, experiments.SWEEP_STEPS),
    )
    def update(
        learning_rate: float = 0.1,
        hidden_width: int = experiments.SWEEP_WIDTH,
        noise_std: float = 0.15,
        n_steps: int = experiments.SWEEP_STEPS,
    ) -> str:
        hidden = hidden_words(prediction) if hidden_width > experiments.SWEEP_WIDTH else None
        yours = experiments.train_network(
            learning_rate, hidden_width, noise_std, experiments.SWEEP_SAMPLES, n_steps
        )
        sweep = experiments.sweep_rates(hidden_width, noise_std, n_steps)
        narrow = experiments.sweep_rates(experiments.SWEEP_WIDTH, noise_std, n_steps)
        fit.show(yours)
        picture.show(sweep, narrow, yours)
        for artist in (*picture.answer, *fit.answer):
            artist.set_visible(artist.get_visible() and hidden is None)
        return hidden or _say_sweep(sweep, yours, prediction)

    redraw_when_settled(update, prediction)
    return update


class _SweepPicture:
    """The losses at the end against the learning rate; a diverged one stands at the top."""

    def __init__(self, axes: Any) -> None:
        axes.set(xlim=experiments.RATE_RANGE, xscale="log", ylim=_LOSS_LIMITS, yscale="log")
        axes.set(xlabel=_words("axis_rate"), ylabel=_words("axis_last_loss"))

        def draw(role: str, label: str, **look: Any) -> Any:
            nothing = np.full(len(experiments.RATES), np.nan)
            return plots.draw_curve(axes, experiments.RATES, nothing, role, label=label, **look)

        narrow = _words("narrow", hidden_width=experiments.SWEEP_WIDTH)
        self.narrow = draw("data", narrow, linewidth=1.2)
        self.line = draw("train", _words("one_training"), marker="o", linewidth=1.2, markersize=3)
        self.diverged = draw(
            "test", _labels("diverged"), marker="o", linestyle="none", markersize=4
        )
        self.limit = plots.draw_marker(axes, "truth", label=_words("limit"))
        self.yours = plots.draw_points(axes, [], [], "network", s=70, label=_words("yours"))
        self.yours.set_zorder(4)
        self.answer = [self.narrow, self.line, self.diverged, self.limit, self.yours]
        plots.add_legend(axes, self.answer, ncols=3)

    def show(
        self,
        sweep: experiments.Sweep,
        narrow: experiments.Sweep,
        yours: experiments.NetworkTraining,
    ) -> None:
        """Show a sweep, that of the narrow network, and the reader's own training."""
        sound = np.isfinite(sweep.losses[-1])
        self.narrow.set_ydata(_finite(narrow.losses[-1]))
        self.line.set_ydata(_finite(sweep.losses[-1]))
        self.diverged.set_ydata(np.where(sound, np.nan, _TOP))
        self.limit.set_xdata([sweep.limit] * 2)
        loss = np.clip(yours.losses[-1], _LOSS_LIMITS[0], _TOP)
        plots.move_points(self.yours, [yours.learning_rate], [loss])
        for artist in self.answer:
            artist.set_visible(True)


def _finite(losses: Any) -> Any:
    return np.where(np.isfinite(losses), np.clip(losses, *_LOSS_LIMITS), np.nan)


def _say_sweep(
    sweep: experiments.Sweep,
    yours: experiments.NetworkTraining,
    prediction: Prediction | None,
) -> str:
    last, n_steps = yours.losses[-1], len(yours.losses) - 1
    key = "all_rates_yours" if yours.diverged_at is None else "all_rates_diverged"
    return _words(
        "all_rates",
        yours=_words(key, learning_rate=yours.learning_rate, last=last, n_steps=n_steps),
        best=sweep.best,
        best_loss=sweep.best_loss,
        n_diverged=sweep.n_diverged,
        n_rates=len(experiments.RATES),
        steady=sweep.steady,
        limit=sweep.limit,
        guess=recall_words(prediction),
    )
