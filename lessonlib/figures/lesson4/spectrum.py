"""Live figure of lesson 4: all curvatures of the network's loss, on the number line."""

from typing import Any

import numpy as np
from matplotlib.axes import Axes

from lessonlib import plots
from lessonlib.experiments import lesson4 as experiments
from lessonlib.experiments.lesson4 import N_STEPS, UNITS
from lessonlib.figures.lesson4.number_line import draw_zones
from lessonlib.live import LiveFigure, live
from lessonlib.networks import count_parameters
from lessonlib.words import Words

_words = Words("figures/lesson4/spectrum", "all_curvatures")
_labels = _words.labels
_FACTORS = (-2.0, 2.0)
_ENDS = ["≤−2", "−1", "0", "1", "≥2"]
_LOSS_LIMITS, _HIGH_LIMITS = (1e-2, 1e2), (1e-2, 1e6)


def all_curvatures() -> LiveFigure:
    """Draw a dot for each direction on the number line, in three units of x, and the training."""
    picture = _Spectrum()
    return live(
        picture.figure,
        picture.show,
        title=_words("title"),
        labels=_labels,
        on_stage=("share", "units"),
        share=(0.1, 1.5, 0.05),
        units=[(_labels[name], name) for name in reversed(UNITS)],
        seed=experiments.SEEDS,
    )


class _Spectrum:
    """The factor in each direction, and the loss step by step."""

    def __init__(self) -> None:
        self.figure, (axes, self.loss_axes) = plots.new_figure(2, height=4.2, width_ratios=(3, 2))
        self._draw_line(axes)
        self._draw_losses(self.loss_axes)

    def _draw_line(self, axes: Axes) -> None:
        draw_zones(axes, _FACTORS)
        axes.set(xlim=_FACTORS, ylim=(-0.02, 1.12), yticks=[])
        axes.set_xticks([-2, -1, 0, 1, 2], labels=_ENDS)
        axes.set(xlabel=_words("axis_factor"), ylabel=_words("axis_direction"))
        n_directions = count_parameters(experiments.SPECTRUM_WIDTH)
        self.places = (np.arange(n_directions) + 0.5) / n_directions
        look: dict[str, Any] = {"s": 34, "zorder": 4}
        self.heights = plots.draw_points(axes, [], [], "network", label=_labels["heights"], **look)
        look |= {"color": plots.ORANGE, "label": _labels["rest"]}
        self.rest = plots.draw_points(axes, [], [], "network", **look)
        plots.add_legend(axes, [self.heights, self.rest], fontsize=10)

    def _draw_losses(self, axes: Axes) -> None:
        axes.set(xlim=(0, N_STEPS), ylim=_LOSS_LIMITS, yscale="log")
        axes.set(xlabel=_words("axis_steps"), ylabel=_words("axis_loss"))
        steps, nothing = np.arange(N_STEPS + 1), np.full(N_STEPS + 1, np.nan)
        self.losses = plots.draw_curve(axes, steps, nothing, "train")
        noise = experiments.SPECTRUM_NOISE**2
        plots.draw_level(axes, "truth").set_ydata([noise] * 2)
        axes.text(8, 0.93 * noise, _words("noise"), ha="left", va="top", fontsize=10.5)
        self.notice = plots.draw_notice(axes, _labels["diverged"])

    def show(self, share: float = 0.5, units: str = "standardised", seed: int = 0) -> str:
        """Show the factors at a share of the limit, and the training with this α."""
        seen = experiments.look_at_curvatures(share, units, seed)
        factors = np.clip(seen.factors, *_FACTORS)[::-1]
        of_heights = seen.of_heights[::-1]
        for points, chosen in ((self.heights, of_heights), (self.rest, ~of_heights)):
            plots.move_points(points, factors[chosen], self.places[chosen])
        losses = np.where(np.isfinite(seen.losses), seen.losses, np.nan)
        limits = _LOSS_LIMITS if np.nanmax(losses) < _LOSS_LIMITS[1] else _HIGH_LIMITS
        if self.loss_axes.get_ylim() != limits:
            self.loss_axes.set_ylim(limits)
        self.losses.set_ydata(losses)
        self.notice.set_visible(not np.isfinite(seen.losses[-1]))
        return _say(seen)


def _say(seen: experiments.Spectrum) -> str:
    diverged = not np.isfinite(seen.losses[-1])
    end = _words("diverged") if diverged else _words("end", n=N_STEPS, last=seen.losses[-1])
    return _words(
        "sentence",
        learning_rate=seen.learning_rate,
        largest=seen.curvatures[-1],
        typical=seen.typical,
        n_crawling=seen.n_crawling,
        n_directions=len(seen.factors),
        least=f"{seen.factors[seen.of_heights].min():.3f}".replace("-", "−"),
        end=end,
    )
