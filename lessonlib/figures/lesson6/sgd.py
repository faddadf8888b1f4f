"""Live figure of lesson 6: stochastic gradient descent on penguins."""

from typing import Any

import ipywidgets
import numpy as np

from lessonlib import plots
from lessonlib.experiments import lesson6 as experiments
from lessonlib.figures.lesson6.plane import Plane
from lessonlib.live import Clock, LiveFigure, LogRange, live
from lessonlib.live.controls import make_control
from lessonlib.words import Words

_words = Words("figures/lesson6/sgd", "train_by_sgd")
_LOSS_LIMITS = (1e-2, 40.0)
_MOST_POINTS = 300  # of the curve of all steps


def train_by_sgd() -> LiveFigure:
    """Replay training step by step: the boundary moves, the losses follow."""
    drawing = _TrainingDrawing()
    sizes: list[Any] = [(str(size), size) for size in (1, 4, 16, 64)]
    slider = make_control("progress", (0, 100), 10, _words.labels["progress"])

    def show(
        progress: int = 10,
        learning_rate: float = 0.1,
        batch_size: int = 16,
        n_epochs: int = 10,
        label_noise: float = 0.0,
    ) -> str:
        training = experiments.train_on_penguins(learning_rate, batch_size, n_epochs, label_noise)
        moment = experiments.moment_of(training, progress)
        drawing.show(training, moment)
        return _say(training, moment)

    return live(
        drawing.figure,
        show,
        title=_words("title"),
        labels=_words.labels,
        between=[_clock_of(slider)],
        progress=slider,
        learning_rate=LogRange(0.001, 100.0),
        batch_size=[*sizes, (_words("all"), len(experiments.train_set().y))],
        n_epochs=(1, experiments.MOST_EPOCHS),
        label_noise=(0.0, 0.4, 0.05),
    )


def _clock_of(slider: ipywidgets.IntSlider) -> ipywidgets.Box:
    """Return buttons that run the slider and reset it; one step of it is not one of training."""
    buttons = Clock(slider, stride=1).widget
    play, run, _, reset = buttons.children
    buttons.children = (play, run, reset)
    return buttons


class _TrainingDrawing:
    """The artists of :func:`train_by_sgd`."""

    def __init__(self) -> None:
        self.figure, (axes, loss_axes) = plots.new_figure(2, height=3.7, width_ratios=(5, 4))
        self.plane = Plane(axes)
        ring = {"facecolors": "none", "edgecolors": plots.INK, "linewidths": 1.0}
        self.batch = axes.scatter([], [], s=45, label=_words.labels["batch"], **ring)
        plots.add_legend(axes, [*self.plane.points, self.batch])
        self._draw_losses(loss_axes)

    def _draw_losses(self, axes: Any) -> None:
        axes.set(xlim=(0, experiments.MOST_EPOCHS), ylim=_LOSS_LIMITS, yscale="log")
        axes.set(xlabel=_words("axis_epochs"), ylabel=_words("axis_loss"))
        labels = _words.labels
        self.steps = plots.draw_curve(axes, [], [], "data", linewidth=0.8, label=labels["per_step"])
        # Not in the usual colours of these sets: beside it they are the species'.
        looks = {"train": {}, "validation": {"color": plots.INK, "linestyle": "--"}}
        self.curves = {
            name: plots.draw_curve(axes, [], [], "network", marker=".", label=labels[name], **look)
            for name, look in looks.items()
        }
        self.least = plots.draw_level(axes, "truth", label=labels["least"])
        self.marker = plots.draw_marker(axes, "data")
        plots.add_legend(axes, [self.steps, *self.curves.values(), self.least], ncols=2)

    def show(self, training: experiments.Training, moment: experiments.Moment) -> None:
        """Set the data of all artists to a moment of a training."""
        x, _ = experiments.train_set()
        self.plane.show_points(x, training.y)
        self.plane.show(moment.weights)
        is_part = len(moment.batch) < len(x)  # a ring around each penguin would say nothing
        plots.move_points(self.batch, *x[moment.batch if is_part else []].T)
        self.marker.set_xdata([moment.epoch] * 2)
        self._show_losses(training, moment)

    def _show_losses(self, training: experiments.Training, moment: experiments.Moment) -> None:
        """Draw the losses until now: the end is not seen before the beginning."""
        result, per_epoch = training.result, moment.n_steps // training.n_epochs
        drawn = np.arange(0, moment.step, -(-moment.n_steps // _MOST_POINTS))
        self.steps.set_data(drawn / per_epoch, np.clip(result.step_losses[drawn], *_LOSS_LIMITS))
        n_ends = int(moment.epoch) + 1
        losses = (result.epoch_losses, training.validation_losses)
        for curve, values in zip(self.curves.values(), losses, strict=True):
            curve.set_data(np.arange(n_ends), np.clip(values[:n_ends], *_LOSS_LIMITS))
        self.least.set_ydata([training.least] * 2)


def _say(training: experiments.Training, moment: experiments.Moment) -> str:
    at_end = moment.step == moment.n_steps
    return _words(
        "sentence",
        step=moment.step,
        n_steps=moment.n_steps,
        epoch=moment.epoch,
        train=moment.train_loss,
        validation=moment.validation_loss,
        mistakes=moment.n_mistakes,
        n=moment.n_validation,
        verdict=_words(f"verdict_{training.verdict}", least=training.least) if at_end else "",
    )
