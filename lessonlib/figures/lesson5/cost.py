"""Live figure of lesson 5: what a whole gradient costs."""

from matplotlib.axes import Axes

from lessonlib import plots
from lessonlib.experiments import lesson5 as experiments
from lessonlib.figures.lesson5.diagram import TEXT
from lessonlib.live import Answer, LiveFigure, live
from lessonlib.networks import count_parameters
from lessonlib.predict import Prediction
from lessonlib.words import Words

_words = Words("figures/lesson5/cost", "gradient_cost")
_labels = _words.labels
_MOST = experiments.WIDTHS[-1]


def gradient_cost(prediction: Prediction | None = None) -> LiveFigure:
    """Draw the operations that a gradient takes against the number of weights.

    Parameters
    ----------
    prediction : Prediction, optional
        How many times cheaper the reader thinks the backward pass is. The
        curves stay hidden until it is settled.
    """
    picture = _CostPicture()
    return live(
        picture.figure,
        picture.show,
        title=_words("title"),
        labels=_labels,
        answer=Answer(prediction, [picture.nudging, picture.backpropagation, picture.gap]),
        hidden_width=(1, _MOST),
        n_samples=(1, 200),
    )


class _CostPicture:
    """A curve for each way to find a gradient, and the line between them at one H."""

    def __init__(self) -> None:
        self.figure, axes = plots.new_figure(height=3.4)
        n_parameters = [count_parameters(width) for width in experiments.WIDTHS]
        _set_up(axes, n_parameters)
        look = {"marker": "o", "markersize": 4}
        self.nudging, self.backpropagation = (
            plots.draw_curve(axes, n_parameters, n_parameters, role, label=_labels[key], **look)
            for key, role in (("nudging", "test"), ("backpropagation", "network"))
        )
        self.gap = plots.draw_curve(axes, [], [], "data", linewidth=1.2, label=None)
        plots.add_legend(axes, [self.nudging, self.backpropagation], fontsize=TEXT)

    def show(self, hidden_width: int = _MOST, n_samples: int = 100) -> str:
        """Show the costs for a number of examples, and say those of one network."""
        costs = [experiments.count_gradient(width, n_samples) for width in experiments.WIDTHS]
        here = experiments.count_gradient(hidden_width, n_samples)
        self.nudging.set_ydata([cost.nudging for cost in costs])
        self.backpropagation.set_ydata([cost.backpropagation for cost in costs])
        self.gap.set_data([here.n_parameters] * 2, [here.nudging, here.backpropagation])
        return _words("sentence", hidden_width=hidden_width, n_samples=n_samples, **here._asdict())


def _set_up(axes: Axes, n_parameters: list[int]) -> None:
    axes.set(xlim=(3, 200), ylim=(10, 1e8), xscale="log", yscale="log")
    axes.set(xlabel=_words("axis_parameters"), ylabel=_words("axis_operations"))
    axes.set_xticks(n_parameters, [str(n) for n in n_parameters])
    axes.minorticks_off()
