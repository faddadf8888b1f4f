"""Live figure of lesson 5: a network learns by the reader's own gradient."""

import numpy as np

from lessonlib import plots
from lessonlib.experiments import lesson5 as experiments
from lessonlib.experiments.lesson5 import Gradient
from lessonlib.figures.lesson5.diagram import TEXT
from lessonlib.live import LiveFigure, live
from lessonlib.networks import mse_gradient
from lessonlib.words import Words

_words = Words("figures/lesson5/learning", "train_with")
_labels = _words.labels


def train_with(gradient: Gradient = mse_gradient) -> LiveFigure:
    """Train a network with any gradient; go through the steps, from the start to the last.

    Parameters
    ----------
    gradient : callable
        Takes weights of shape (3 * H + 1,) and x and y of shape (n_samples,), returns an array
        like the weights.
    """
    picture = _LearningPicture(experiments.learn(gradient))
    return live(
        picture.figure,
        picture.show,
        title=_words("title"),
        labels=_labels,
        step=(0, experiments.N_TRAINING_STEPS, experiments.EVERY),
    )


class _LearningPicture:
    """The fit at a step, and the loss up to there."""

    def __init__(self, run: experiments.Learning) -> None:
        self.run = run
        self.figure, (axes, loss_axes) = plots.new_figure(2, height=3.5)
        axes.set(xlim=(experiments.GRID[0], experiments.GRID[-1]), ylim=(-2.0, 2.0))
        axes.set(xlabel="x", ylabel="y")
        examples = plots.draw_points(axes, run.x, run.y, "train", label=_labels["examples"])
        grid = experiments.GRID
        self.fit = plots.draw_curve(axes, grid, 0 * grid, "network", label=_labels["fit"])
        plots.add_legend(axes, [examples, self.fit], fontsize=TEXT)
        loss_axes.set(xlim=(0, experiments.N_TRAINING_STEPS), ylim=(1e-3, 10.0), yscale="log")
        loss_axes.set(xlabel=_words("axis_step"), ylabel=_words("axis_loss"))
        self.losses = plots.draw_curve(loss_axes, [], [], "train", label=None)
        self.point = plots.draw_points(loss_axes, [], [], "train", s=60, clip_on=False)

    def show(self, step: int = experiments.N_TRAINING_STEPS) -> str:
        """Show the network after so many steps, and say its loss."""
        run, at = self.run, min(step, len(self.run.losses) - 1)
        self.fit.set_ydata(run.fits[min(at // experiments.EVERY, len(run.fits) - 1)])
        shown = np.clip(run.losses[: at + 1], 1e-3, 10.0)
        self.losses.set_data(np.arange(at + 1), shown)
        plots.move_points(self.point, [at], [shown[-1]])
        if run.has_diverged:
            return _words("diverged", step=len(run.losses))
        return _words("sentence", step=at, loss=run.losses[at], first=run.losses[0])
