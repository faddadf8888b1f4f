"""Live figure of lesson 1: Seattle's temperatures, split by days or by years."""

from lessonlib import plots
from lessonlib.experiments.lesson1 import DAYS, SEATTLE_WIDTHS, SeattleFits, seattle_fits
from lessonlib.figures.lesson1.subsets import draw_subsets, move_subsets
from lessonlib.live import Answer, LiveFigure, live
from lessonlib.predict import Prediction
from lessonlib.splitting import SUBSETS
from lessonlib.words import Words

_words = Words("figures/lesson1/weather", "seattle")
_labels = _words.labels


def seattle(prediction: Prediction | None = None) -> LiveFigure:
    """Fit Seattle's temperatures, split by random days or by whole years.

    Parameters
    ----------
    prediction : Prediction, optional
        Which split the reader expects to promise the smaller test error. The
        errors of whole years stay hidden until it is settled.
    """
    drawing = _Seattle()
    errors = drawing.lines.values()
    return live(
        drawing.figure,
        drawing.show,
        title=_words("title"),
        labels=_labels,
        answer=Answer(prediction, errors, when=lambda split_by, **_: split_by == "years"),
        split_by=[(_words("by_days"), "days"), (_words("by_years"), "years")],
        hidden_width=(SEATTLE_WIDTHS[0], SEATTLE_WIDTHS[-1]),
    )


class _Seattle:
    """The temperatures with the curve of one width, and the errors of all widths."""

    def __init__(self) -> None:
        self.figure, (axes, error_axes) = plots.new_figure(2, width_ratios=(5, 3), height=3.4)
        axes.set(xlim=(0, 366), ylim=(-5, 40))
        axes.set(xlabel=_words("axis_day"), ylabel=_words("axis_temperature"))
        self.points = draw_subsets(axes, size=5, labels=_labels)
        network = _labels["network"]
        self.curve = plots.draw_curve(axes, DAYS, 0 * DAYS, "network", label=network)
        self.lines = plots.draw_error_curves(
            error_axes, SEATTLE_WIDTHS, SUBSETS, (8, 25), labels=_labels
        )
        error_axes.set(xlabel=_words("axis_width"), ylabel=_words("axis_error"))
        self.marker = plots.draw_marker(error_axes, "network")
        plots.add_legend(axes, markerscale=2)

    def show(self, split_by: str = "days", hidden_width: int = 12) -> str:
        fits, here = seattle_fits(split_by), SEATTLE_WIDTHS.index(hidden_width)
        move_subsets(self.points, fits.points)
        self.curve.set_ydata(fits.curves[here])
        self.marker.set_xdata([hidden_width, hidden_width])
        for name, line in self.lines.items():
            line.set_ydata(fits.errors[name])
        return _say(fits, split_by, hidden_width)


def _say(fits: SeattleFits, split_by: str, hidden_width: int) -> str:
    here = SEATTLE_WIDTHS.index(hidden_width)
    return _words(
        "sentence",
        split=_words(f"by_{split_by}"),
        hidden_width=hidden_width,
        **{name: errors[here] for name, errors in fits.errors.items()},
        best=fits.best_width,
        best_test=fits.best_test,
    )
