"""Live figure of lesson 1: looking at the test set too often."""

import numpy as np
from matplotlib.axes import Axes

from lessonlib import plots
from lessonlib.experiments.lesson1 import MOST_PEEKS, N_TEST_SETS, PEEKING_NOISE, Peeks, peek
from lessonlib.live import LiveFigure, live
from lessonlib.words import Words

_words = Words("figures/lesson1/peeking", "peeking")
_labels = _words.labels
_ERRORS = (0.0, 0.3)
_FAIR = 4.0  # percent; a thousand test sets tell no less apart


def peeking() -> LiveFigure:
    """Try many networks, keep the one with the best score, and see what it is worth."""
    drawing = _Peeking()
    return live(
        drawing.figure,
        drawing.show,
        title=_words("title"),
        labels=_labels,
        on_stage=("n_peeks", "choose_by"),
        n_peeks=(1, MOST_PEEKS),
        choose_by=[(_words(f"by_{name}"), name) for name in ("test", "validation")],
        n_test=(5, 100),
        seed=(0, 20),
    )


class _Peeking:
    """The score and the error of the best network look by look, and all networks."""

    def __init__(self) -> None:
        self.figure, (axes, cloud_axes) = plots.new_figure(2, height=3.6)
        self._draw_paths(axes)
        self._draw_cloud(cloud_axes)

    def _draw_paths(self, axes: Axes) -> None:
        axes.set(xlim=(0.9, 1.1 * MOST_PEEKS), ylim=_ERRORS, xscale="log")
        axes.set(xlabel=_words("axis_peeks"), ylabel=_words("axis_error"))
        axes.set_xticks([1, 10, 100], ["1", "10", "100"])
        axes.set_title(_words("paths"), fontsize=10)
        end = {"marker": "o", "markevery": [-1]}
        thin = end | {"linewidth": 0.8, "linestyle": "-", "label": _labels["one_set"]}
        self.once = plots.draw_curve(axes, [], [], "test", **thin)
        bold = end | {"linewidth": 2.8, "label": _labels["test_score"]}
        self.scores = plots.draw_curve(axes, [], [], "test", **bold)
        fresh = end | {"linewidth": 2, "linestyle": "-", "label": _labels["fresh_error"]}
        self.fresh = plots.draw_curve(axes, [], [], "truth", **fresh)
        floor = plots.draw_level(axes, "truth", label=_labels["noise_floor"])
        floor.set_ydata([PEEKING_NOISE**2] * 2)
        lines = [self.fresh, self.scores, self.once, floor]
        options = {"loc": "upper right", "bbox_to_anchor": (1, 1), "ncols": 1, "fontsize": 10}
        plots.add_legend(axes, lines, **options)

    def _draw_cloud(self, axes: Axes) -> None:
        axes.set(xlim=_ERRORS, ylim=_ERRORS)
        axes.set(xlabel=_labels["fresh_error"], ylabel=_labels["one_score"])
        axes.set_title(_words("cloud"), fontsize=10)
        axes.plot([0, 1], [0, 1], color=plots.GREY, linewidth=1)
        self.cloud = plots.draw_points(axes, [], [], "data", s=12)
        self.best = plots.draw_points(axes, [], [], "test", s=60)

    def show(
        self, n_peeks: int = 5, choose_by: str = "test", n_test: int = 15, seed: int = 0
    ) -> str:
        peeks, looks = peek(n_test, seed, choose_by), np.arange(1, n_peeks + 1)
        told, true = peeks.told[:, :n_peeks], peeks.true[:, :n_peeks]
        self.once.set_data(looks, told[0])
        self.scores.set_data(looks, told.mean(axis=0))
        self.fresh.set_data(looks, true.mean(axis=0))
        scores = peeks.scores[0, :n_peeks]
        plots.move_points(self.cloud, peeks.fresh[:n_peeks], scores)
        best = peeks.best[0, n_peeks - 1]
        plots.move_points(self.best, peeks.fresh[[best]], scores[[best]])
        return _say(peeks, n_peeks, n_test)


def _say(peeks: Peeks, n_peeks: int, n_test: int) -> str:
    last, optimism = n_peeks - 1, peeks.optimism[n_peeks - 1]
    beyond = np.maximum(peeks.fresh, peeks.scores[0])[:n_peeks] > _ERRORS[1]
    return _words(
        "sentence",
        n_peeks=n_peeks,
        n_test=n_test,
        n_sets=N_TEST_SETS,
        score=peeks.told[0, last],
        fresh=peeks.true[0, last],
        mean_score=peeks.told[:, last].mean(),
        mean_fresh=peeks.true[:, last].mean(),
        verdict=_words("optimistic" if optimism > _FAIR else "fair", percent=optimism),
        beyond=_words("beyond", n=np.sum(beyond)) if np.any(beyond) else "",
    )
