"""Live figure of lesson 7: the machine as a loop, with the numbers of each turn."""

from typing import Any, NamedTuple

import numpy as np
from matplotlib.patches import FancyArrowPatch, FancyBboxPatch

from lessonlib import plots
from lessonlib.experiments import lesson7 as experiments
from lessonlib.live import Clock, LiveFigure, LogRange, live
from lessonlib.live.controls import make_control
from lessonlib.words import Words

_words = Words("figures/lesson7/machine", "machine")
_WIDTH, _HEIGHT = 8.0, 3.4
_BOX = (2.26, 1.24)
_PAPER = "#ffffff"
_NUMBERS = ("y", "y_pred", "loss", "moved", "next_loss", "metric")


class _Place(NamedTuple):
    """Where a part stands, its colour, and which of the eight points of the summary it is."""

    x: float
    y: float
    color: str
    points: tuple[int, ...]


_PARTS = {
    "data": _Place(1.2, 2.6, plots.GREY, (1, 3)),
    "network": _Place(4.0, 2.6, plots.VIOLET, (2, 8)),
    "loss": _Place(6.8, 2.6, plots.BLUE, (4,)),
    "metrics": _Place(1.2, 0.8, plots.ORANGE, (5,)),
    "step": _Place(4.0, 0.8, plots.BLUE, (6,)),
    "gradient": _Place(6.8, 0.8, plots.BLUE, (7,)),
}
_LOOP = (("network", "loss"), ("loss", "gradient"), ("gradient", "step"), ("step", "network"))
_BESIDE = (("data", "network"), ("data", "metrics"), ("network", "metrics"))


def machine() -> LiveFigure:
    """Draw the loop of training, with the numbers of one turn."""
    drawing = _Drawing()
    slider = make_control("step", (0, experiments.N_TURNS), 0, _words.labels["step"])
    rate = make_control(
        "learning_rate", LogRange(0.01, 0.5012), 0.158, _words.labels["learning_rate"]
    )
    rate.step = 1 / experiments.RATES_A_DECADE  # the playground's positions

    def show(problem: str = "curve", step: int = 0, learning_rate: float = 0.158) -> str:
        turn = experiments.turn(problem, step, learning_rate)
        numbers = _numbers(turn)
        drawing.show(problem, numbers)
        return _words(f"sentence_{problem}", step=step, **numbers)

    return live(
        drawing.figure,
        show,
        title=_words("title"),
        labels=_words.labels,
        on_stage=("step", "problem"),
        between=[Clock(slider, stride=1).widget],
        problem=[(_words(f"problem_{name}"), name) for name in experiments.PROBLEMS],
        step=slider,
        learning_rate=rate,
    )


class _Drawing:
    """The artists of :func:`machine`."""

    def __init__(self) -> None:
        self.figure, axes = plots.new_figure(width=_WIDTH, height=_HEIGHT)
        axes.set(xlim=(0, _WIDTH), ylim=(0, _HEIGHT), aspect="equal")
        axes.axis("off")
        for pair in _BESIDE:
            _draw_arrow(axes, pair, color=plots.GREY, linewidth=1.4)
        for pair in _LOOP:
            _draw_arrow(axes, pair, color=plots.INK, linewidth=2.4)
        self.lines = {name: _draw_part(axes, name, place) for name, place in _PARTS.items()}

    def show(self, problem: str, numbers: dict[str, Any]) -> None:
        """Write the numbers of a turn into the parts."""
        for name, text in self.lines.items():
            is_own = f"{problem}_{name}" in _words
            said = _words(f"{problem}_{name}" if is_own else f"any_{name}", **numbers)
            if text.get_text() != said:
                text.set_text(said)


def _numbers(turn: experiments.Turn) -> dict[str, Any]:
    """Return all that is written somewhere in the picture, or said below it."""
    n_train, n_validation, n_test = turn.sizes
    return {
        "n_samples": sum(turn.sizes),
        "n_train": n_train,
        "n_validation": n_validation,
        "n_test": n_test,
        "x": _words("comma").join(f"{value:.2f}" for value in turn.x),
        "n_parameters": len(turn.weights),
        "weights": _first(turn.weights),
        "gradient": _first(turn.gradient),
        "norm": turn.norm,
        **{name: getattr(turn, name) for name in _NUMBERS},
    }


def _first(vector: Any) -> str:
    shown = _words("comma").join(f"{value:.2f}" for value in vector[: 3 if len(vector) <= 3 else 2])
    return shown if len(vector) <= 3 else _words("and_more", shown=shown)


def _draw_part(axes: Any, name: str, place: _Place) -> Any:
    """Draw a box with its name and the numbers of its points; return the text inside."""
    width, height = _BOX
    left, top = place.x - width / 2, place.y + height / 2
    axes.add_patch(
        FancyBboxPatch(
            (left, top - height),
            width,
            height,
            boxstyle="round,pad=0,rounding_size=0.12",
            facecolor=_PAPER,
            edgecolor=place.color,
            linewidth=2.0,
            zorder=3,
        )
    )
    look: dict[str, Any] = {"va": "top", "zorder": 4}
    axes.text(left + 0.1, top - 0.1, _words(f"part_{name}"), fontsize=11, weight="bold", **look)
    for i, point in enumerate(reversed(place.points)):
        axes.text(
            left + width - 0.2 - 0.3 * i,
            top - 0.19,
            str(point),
            fontsize=10,
            ha="center",
            va="center",
            zorder=4,
            bbox={"boxstyle": "circle,pad=0.25", "facecolor": _PAPER, "edgecolor": plots.GREY},
        )
    return axes.text(left + 0.1, top - 0.42, "", fontsize=10.5, linespacing=1.35, **look)


def _draw_arrow(axes: Any, pair: tuple[str, str], **look: Any) -> None:
    start, end = (_PARTS[name] for name in pair)
    shape: dict[str, Any] = {"arrowstyle": "-|>", "mutation_scale": 14, "shrinkA": 2, "shrinkB": 2}
    tail, head = _edge(start, end), _edge(end, start)
    axes.add_patch(FancyArrowPatch(tail, head, zorder=2, **shape, **look))


def _edge(here: _Place, there: _Place) -> tuple[float, float]:
    """Return where an arrow meets a box: on the side, or at the corner, where the other stands."""
    x, y = (int(np.sign(b - a)) for a, b in zip(here[:2], there[:2], strict=True))
    return here.x + x * _BOX[0] / 2, here.y + y * _BOX[1] / 2
