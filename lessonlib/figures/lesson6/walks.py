"""Live figure of lesson 6: walks of stochastic gradient descent, each batch size its own."""

from collections.abc import Mapping
from typing import Any

import numpy as np
from matplotlib.colors import to_rgb
from matplotlib.ticker import NullLocator

from lessonlib import plots
from lessonlib.experiments import lesson6 as experiments
from lessonlib.live import Answer, Clock, LiveFigure, LogRange, live
from lessonlib.live.controls import make_control
from lessonlib.predict import Prediction
from lessonlib.words import Words

_words = Words("figures/lesson6/walks", "walks")
_LOOKS: dict[int, dict[str, Any]] = {
    1: {"color": plots.RED, "linestyle": "-", "linewidth": 0.8},
    16: {"color": plots.VIOLET, "linestyle": "-", "linewidth": 1.6},
    164: {"color": plots.INK, "linestyle": "--", "linewidth": 1.6},
}
_BIAS_LIMITS, _WEIGHT_LIMITS = (-4.0, 3.0), (-2.5, 8.5)
_LEVELS = np.array([0.16, 0.18, 0.21, 0.26, 0.35, 0.5, 0.75, 1.0, 1.5, 2.0, 3.0])
_LOSS_LIMITS, _STEP_LIMITS = (0.13, 8.0), (0.8, 2000.0)
_LOSS_TICKS = (0.15, 0.2, 0.3, 0.5, 1, 2, 4, 8)
_MOST_POINTS = 500  # of a walk, as it is drawn
_SIZES: dict[str, tuple[int, ...]] = {
    "three": (1, 16, 164),
    "one_and_all": (1, 164),
    "sixteen_and_all": (16, 164),
    "all": (164,),
}


def walks(prediction: Prediction | None = None) -> LiveFigure:
    """Walk downhill with batches of 1, of 16 and of all, over the lines of equal loss.

    Parameters
    ----------
    prediction : Prediction, optional
        Which walk the reader expects to end lowest. All stay hidden until it is settled.
    """
    drawing = _WalksDrawing()
    slider = make_control("progress", (0, 100), 10, _words.labels["progress"])

    def show(
        progress: int = 10,
        learning_rate: float = 0.1,
        own_rates: bool = False,
        sizes: str = "three",
        axis: str = "epochs",
        seed: int = 0,
    ) -> str:
        rates = experiments.OWN_RATES if own_rates else dict.fromkeys(_LOOKS, learning_rate)
        epoch = progress / 100 * experiments.WALK_EPOCHS
        walked = {b: experiments.walk_downhill(b, rates[b], seed).until(epoch) for b in _LOOKS}
        drawing.show({b: walked[b] for b in _SIZES[sizes]}, axis)
        return _say(epoch, walked)

    return live(
        drawing.figure,
        show,
        title=_words("title"),
        labels=_words.labels,
        answer=Answer(prediction, drawing.moving),
        on_stage=("progress", "own_rates"),
        between=[Clock(slider, stride=1).widget],
        progress=slider,
        learning_rate=LogRange(0.01, 100.0),
        own_rates=False,
        sizes=[(_words(f"sizes_{one}"), one) for one in _SIZES],
        axis=[(_words(f"axis_{one}"), one) for one in ("epochs", "steps")],
        seed=(0, 19),
    )


class _WalksDrawing:
    """The artists of :func:`walks`."""

    def __init__(self) -> None:
        self.figure, (axes, self._loss_axes) = plots.new_figure(2, height=3.7)
        _draw_contours(axes)
        self._paths = {b: axes.plot([], [], **look)[0] for b, look in _LOOKS.items()}
        self._ends = {b: self._draw_end(axes, look["color"]) for b, look in _LOOKS.items()}
        self._loss_axes.set(ylim=_LOSS_LIMITS, yscale="log", ylabel=_words("axis_loss"))
        self._loss_axes.set_yticks(_LOSS_TICKS, [f"{tick:g}" for tick in _LOSS_TICKS])
        self._loss_axes.yaxis.set_minor_locator(NullLocator())
        least = experiments.lowest_place()[1]
        plots.draw_level(self._loss_axes, "truth", label=_words("least")).set_ydata([least] * 2)
        self._losses = {
            b: self._loss_axes.plot([], [], label=_words(f"batch_{b}"), **look)[0]
            for b, look in _LOOKS.items()
        }
        plots.add_legend(self._loss_axes, ncols=2)
        self._axis = ""
        self.show({}, "epochs")

    @staticmethod
    def _draw_end(axes: Any, color: str) -> Any:
        return plots.draw_points(axes, [], [], "data", s=45, color=color, zorder=4)

    @property
    def moving(self) -> list[Any]:
        """What shows how far a walk has come."""
        drawn = (self._paths, self._ends, self._losses)
        return [artist for artists in drawn for artist in artists.values()]

    def show(self, walked: Mapping[int, experiments.Walk], axis: str) -> None:
        self._set_axis(axis)
        for b in _LOOKS:
            walk = walked.get(b)
            weight, bias, far, losses = np.empty((4, 0))
            if walk is not None:
                chosen = _choose(len(walk.losses))
                weight, bias = walk.path[chosen].T
                far = walk.epochs[chosen] if axis == "epochs" else chosen
                losses = np.clip(walk.losses[chosen], *_LOSS_LIMITS)
            self._paths[b].set_data(bias, weight)
            plots.move_points(self._ends[b], bias[-1:], weight[-1:])
            self._losses[b].set_data(np.maximum(far, self._loss_axes.get_xlim()[0]), losses)

    def _set_axis(self, axis: str) -> None:
        if axis == self._axis:
            return
        self._axis = axis
        if axis == "epochs":
            self._loss_axes.set(xscale="linear", xlim=(0, experiments.WALK_EPOCHS))
        else:
            self._loss_axes.set(xscale="log", xlim=_STEP_LIMITS)
        self._loss_axes.set_xlabel(_words(f"axis_{axis}"))


def _choose(n: int) -> Any:
    """Return which steps of a long walk are drawn: the last always, others evenly."""
    return np.unique(np.linspace(0, n - 1, min(n, _MOST_POINTS)).astype(int))


def _draw_contours(axes: Any) -> None:
    bias, weight = np.linspace(*_BIAS_LIMITS, 71), np.linspace(*_WEIGHT_LIMITS, 111)
    places = np.stack(np.meshgrid(weight, bias, indexing="ij"), axis=-1)
    losses = experiments.loss_of_bill(places)
    depths = np.linspace(0.45, 0.0, len(_LEVELS) + 1)
    shades = [(*to_rgb(plots.GREY), depth) for depth in depths]
    axes.contourf(bias, weight, losses, [0.0, *_LEVELS, 99.0], colors=shades, zorder=0)
    lines = axes.contour(bias, weight, losses, _LEVELS, colors=plots.GREY, linewidths=0.7)
    axes.clabel(lines, _LEVELS[4::2], fontsize=9, fmt="%.3g", colors=plots.INK)
    axes.set(xlim=_BIAS_LIMITS, ylim=_WEIGHT_LIMITS)
    axes.set(xlabel=_words("axis_bias"), ylabel=_words("axis_weight"))
    (weight, bias), _ = experiments.lowest_place()
    axes.plot([bias], [weight], "+", color=plots.INK, markersize=10, zorder=3)
    place = experiments.WALK_START[::-1]  # bias, weight
    axes.annotate(_words("start"), place, (-4, -12), textcoords="offset points", ha="right")


def _say(epoch: float, walked: Mapping[int, experiments.Walk]) -> str:
    places = np.concatenate([walk.path for walk in walked.values()])
    (low_w, high_w), (low_b, high_b) = _WEIGHT_LIMITS, _BIAS_LIMITS
    outside = ((places < (low_w, low_b)) | (places > (high_w, high_b))).any()
    told = "; ".join(
        _words(
            "walk",
            name=_words(f"batch_{b}"),
            rate=walk.learning_rate,
            steps=len(walk.losses) - 1,
            loss=walk.losses[-1],
        )
        for b, walk in walked.items()
    )
    least = experiments.lowest_place()[1]
    more = _words("outside") if outside else ""
    return _words("sentence", epoch=epoch, walks=told, least=least, more=more)
