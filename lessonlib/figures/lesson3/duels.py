"""Live figure of lesson 3: random pairs of a rainy and a dry day."""

from typing import Any

import numpy as np
from matplotlib.axes import Axes

from lessonlib import plots
from lessonlib.experiments.lesson3 import (
    HIGHEST,
    LOWEST,
    MOST_NOISE,
    MOST_PAIRS,
    N_SEEDS,
    duel,
    shares_of_all_seeds,
)
from lessonlib.figures.lesson3.band import WIDTH
from lessonlib.live import Answer, LiveFigure, live
from lessonlib.predict import Prediction
from lessonlib.words import Words

_words = Words("figures/lesson3/duels", "pairs")
_labels = _words.labels
# Rain is blue and dry is orange, as in the histogram.
RAIN, DRY = "train", "validation"
_TICKS = (-25, -20, -15, -10, -5, 0, 5)
_EVERY = np.unique(np.geomspace(1, MOST_PAIRS, 120).astype(int)) - 1  # enough for a thin line


def pairs(prediction: Prediction | None = None) -> LiveFigure:
    """Draw random pairs of a rainy and a dry day, and count who has the higher score.

    Parameters
    ----------
    prediction : Prediction, optional
        Percent of pairs that the reader thinks the rainy day wins. The
        count stays hidden until it is settled.
    """
    drawing = _Pairs()
    return live(
        drawing.figure,
        drawing.show,
        title=_words("title"),
        labels=_labels,
        answer=Answer(prediction, drawing.hidden),
        n_pairs=(1, MOST_PAIRS),
        noise_std=(0.0, MOST_NOISE, 0.2),
        seed=(0, N_SEEDS - 1),
    )


class _Pairs:
    """A point for each pair, above the diagonal if the rainy day wins, and the share of these."""

    def __init__(self) -> None:
        sizes: dict[str, Any] = {"width": WIDTH, "height": 3.4, "width_ratios": (4, 5)}
        self.figure, (axes, share_axes) = plots.new_figure(2, **sizes)
        self._draw_duels(axes)
        self._draw_share(share_axes)
        self.hidden = [*self.points.values(), self.share, self.others, self.area]

    def _draw_duels(self, axes: Axes) -> None:
        limits = (LOWEST, HIGHEST)
        axes.set(xlim=limits, ylim=limits, aspect="equal", xticks=_TICKS[1::2], yticks=_TICKS[1::2])
        axes.set(xlabel=_words("axis_dry_score"), ylabel=_words("axis_rainy_score"))
        axes.plot(limits, limits, color=plots.GREY, linewidth=1)
        roles = {"won": RAIN, "lost": DRY, "tied": "data"}
        self.points = {
            name: plots.draw_points(axes, [], [], role, s=14, label=_labels[name])
            for name, role in roles.items()
        }
        plots.add_legend(axes, handletextpad=0.1, columnspacing=0.6)

    def _draw_share(self, axes: Axes) -> None:
        axes.set(xlim=(1, MOST_PAIRS), xscale="log", xlabel=_words("axis_pairs"), ylim=(0, 1.02))
        axes.set_xticks([1, 10, 100, 1000], ["1", "10", "100", "1000"])
        axes.set_ylabel(_words("axis_wins"), labelpad=8)
        thin = {"linewidth": 0.7, "alpha": 0.6, "label": _labels["others"]}
        self.others = plots.draw_curve(axes, [], [], "data", **thin)
        self.area = plots.draw_level(axes, "truth", label=_labels["area"])
        self.share = plots.draw_curve(axes, [], [], RAIN, label=_labels["share_won"])
        plots.add_legend(axes, ncols=2)

    def show(self, n_pairs: int = 100, noise_std: float = 0.0, seed: int = 0) -> str:
        duels = duel(n_pairs, noise_std, seed)
        side = np.sign(duels.rainy - duels.dry)
        for name, sign in (("won", 1), ("lost", -1), ("tied", 0)):
            plots.move_points(self.points[name], duels.dry[side == sign], duels.rainy[side == sign])
        others = shares_of_all_seeds(noise_std)[:, _EVERY]
        self.others.set_data(*plots.as_one_line(_EVERY + 1.0, others.T))
        self.share.set_data(np.arange(1, n_pairs + 1), duels.shares)
        self.area.set_ydata([duels.area, duels.area])
        share = {"wins": f"{duels.n_wins:g}", "share": duels.percent}
        return _words("sentence", n_pairs=n_pairs, **share, area=100 * duels.area)
