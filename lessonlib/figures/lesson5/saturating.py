"""Live figure of lesson 5: what a sigmoid lets through, and what several in a row do."""

import numpy as np

from lessonlib import plots
from lessonlib.experiments import lesson5 as experiments
from lessonlib.experiments.lesson5 import DEPTHS, LARGEST_SLOPE, SUMS
from lessonlib.figures.lesson5.diagram import TEXT
from lessonlib.figures.lesson5.notation import say_number as say
from lessonlib.live import Handle, LiveFigure, live
from lessonlib.words import Words

_words = Words("figures/lesson5/saturating", "saturation")
_labels = _words.labels
_LEAST_LEFT = 1e-16
_FUNCTIONS = ("sigmoid", "line")


def saturation() -> LiveFigure:
    """Move what goes into a sigmoid; see its slope, and what several in a row let through."""
    picture = _SaturationPicture()
    return live(
        picture.figure,
        picture.show,
        title=_words("title"),
        labels=_labels,
        handles=[Handle(picture.point, "z")],
        z=(-6.0, 6.0, 0.1),
        function=[(_labels[name], name) for name in _FUNCTIONS],
    )


class _SaturationPicture:
    """The sigmoid and its slope along z, and the share that is left behind so many of them."""

    def __init__(self) -> None:
        self.figure, (axes, share_axes) = plots.new_figure(2, height=3.6)
        axes.set(xlim=(SUMS[0], SUMS[-1]), ylim=(-0.15, 1.15))
        axes.set(xlabel=_words("axis_sum"))
        self.value = plots.draw_curve(axes, SUMS, 0 * SUMS, "train", label=_labels["value"])
        self.slope = plots.draw_curve(axes, SUMS, 0 * SUMS, "test", label=_labels["slope"])
        axes.axhline(LARGEST_SLOPE, color=plots.GREY, linewidth=0.8)
        axes.text(SUMS[0] + 0.1, LARGEST_SLOPE + 0.02, _labels["quarter"], fontsize=TEXT)
        self.point = plots.draw_points(axes, [], [], "test", s=80, zorder=4)
        plots.add_legend(axes, [self.value, self.slope], fontsize=TEXT)
        share_axes.set(xlim=(-0.2, DEPTHS[-1] + 0.2), ylim=(_LEAST_LEFT, 10.0), yscale="log")
        share_axes.set(xlabel=_words("axis_depth"), ylabel=_words("axis_left"))
        bound = LARGEST_SLOPE**DEPTHS
        at_most = plots.draw_curve(share_axes, DEPTHS, bound, "data", label=_labels["at_most"])
        here = {"marker": "o", "markersize": 6, "label": _labels["left"]}
        self.left = plots.draw_curve(share_axes, DEPTHS, bound, "test", **here)
        plots.add_legend(share_axes, [at_most, self.left], fontsize=TEXT)

    def show(self, z: float = 4.0, function: str = "sigmoid") -> str:
        """Show a node at z, and say what it lets through."""
        seen = experiments.pass_through(z, function == "sigmoid")
        self.value.set_ydata(seen.values)
        self.slope.set_ydata(seen.slopes)
        plots.move_points(self.point, [z], [seen.slope])
        self.left.set_ydata(np.maximum(seen.left, _LEAST_LEFT))
        if function == "line":
            return _words("without", last=DEPTHS[-1])
        return _words(
            "sentence",
            z=say(z),
            value=say(seen.value),
            slope=say(seen.slope),
            last=DEPTHS[-1],
            left=say(seen.left[-1]),
        )
