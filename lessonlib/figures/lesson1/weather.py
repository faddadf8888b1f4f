"""Live figure of lesson 1: Seattle's temperatures, split by days or by years."""

import numpy as np

from lessonlib import plots
from lessonlib.experiments.lesson1 import DAYS, SEATTLE_WIDTHS, seattle_fits
from lessonlib.figures.lesson1.subsets import draw_subsets, move_subsets
from lessonlib.live import LiveFigure, live
from lessonlib.predict import Prediction, hidden_words, recall_words, redraw_when_settled
from lessonlib.splitting import SUBSETS
from lessonlib.words import Words

_words, _labels = Words("splitting"), Words("labels")


def seattle(prediction: Prediction | None = None) -> LiveFigure:
    """Fit Seattle's temperatures, split by random days or by whole years.

    Parameters
    ----------
    prediction : Prediction, optional
        Which split the reader expects to promise the smaller test error. The
        errors of whole years stay hidden until it is settled.
    """
    figure, (axes, error_axes) = plots.new_figure(2, width_ratios=(5, 3), height=3.4)
    axes.set(xlim=(0, 366), ylim=(-5, 40))
    axes.set(xlabel=_words("axis_day"), ylabel=_words("axis_temperature"))
    points = draw_subsets(axes, size=5)
    curve = plots.draw_curve(axes, DAYS, 0 * DAYS, "network", label=_labels("network"))
    lines = plots.draw_error_curves(error_axes, SEATTLE_WIDTHS, SUBSETS, (8, 25))
    error_axes.set(xlabel=_words("axis_width"), ylabel=_words("axis_squared_degrees"))
    marker = plots.draw_marker(error_axes, "network")
    plots.add_legend(axes, markerscale=2)

    @live(
        figure,
        title=_words("seattle_title"),
        split_by=[(_words("seattle_days"), "days"), (_words("seattle_years"), "years")],
        hidden_width=(SEATTLE_WIDTHS[0], SEATTLE_WIDTHS[-1]),
    )
    def update(split_by: str = "days", hidden_width: int = 12) -> str:
        fits, here = seattle_fits(split_by), SEATTLE_WIDTHS.index(hidden_width)
        hidden = hidden_words(prediction) if split_by == "years" else None
        move_subsets(points, fits.points)
        curve.set_ydata(fits.curves[here])
        marker.set_xdata([hidden_width, hidden_width])
        for name, line in lines.items():
            shown = fits.errors[name]
            line.set_ydata(shown if hidden is None else np.full_like(shown, np.nan))
        return hidden or _words(
            "seattle",
            split=_words(f"seattle_{split_by}"),
            hidden_width=hidden_width,
            **{name: errors[here] for name, errors in fits.errors.items()},
            best=fits.best_width,
            best_test=fits.best_test,
            guess=recall_words(prediction),
        )

    redraw_when_settled(update, prediction)
    return update
