"""Live figures of lesson 1: choosing by validation, and looking at the test set too often."""

from functools import lru_cache
from typing import Any, NamedTuple

import numpy as np

from lessonlib import plots
from lessonlib.datasets import TRUE_FUNCTIONS, X_MAX, X_MIN, sample_dataset
from lessonlib.figures.splitting import SUBSETS, fit_curve
from lessonlib.live import LiveFigure, live
from lessonlib.losses import mean_squared_error
from lessonlib.networks import forward, initialize_weights
from lessonlib.predict import Prediction, hidden_words, recall_words, redraw_when_settled
from lessonlib.splitting import split_indices
from lessonlib.training import fit_output_layer
from lessonlib.words import Words

_words, _labels = Words("splitting"), Words("labels")
_GRID = np.linspace(X_MIN, X_MAX, 300)
TRUE_FUNCTION = "wiggle"
WIDTHS = range(1, 31)
MOST_PEEKS = 200


def choose_width(prediction: Prediction | None = None) -> LiveFigure:
    """Choose the hidden width by train, validation or test error.

    Parameters
    ----------
    prediction : Prediction, optional
        The width that the reader thinks validation will choose. The
        validation curve stays hidden until it is settled.
    """
    drawing = _WidthDrawing()

    @live(
        drawing.figure,
        title=_words("choose_width_title"),
        hidden_width=(WIDTHS[0], WIDTHS[-1]),
        choose_by=[(_words(f"by_{name}"), name) for name in ("slider", *SUBSETS)],
        noise_std=(0.0, 0.5),
        n_samples=(40, 200),
        show_test=False,
    )
    def update(
        hidden_width: int = 3,
        choose_by: str = "slider",
        noise_std: float = 0.15,
        n_samples: int = 80,
        show_test: bool = False,
    ) -> str:
        trial = try_widths(n_samples, noise_std)
        if choose_by != "slider":
            hidden_width = WIDTHS[int(np.argmin(trial.errors[choose_by]))]
        show_test = show_test or choose_by == "test"
        hidden = hidden_words(prediction)
        drawing.show(trial, hidden_width)
        drawing.lines["validation"].set_visible(hidden is None)
        drawing.lines["test"].set_visible(show_test and hidden is None)
        if prediction is not None and prediction.value is not None:
            drawing.guess.set_xdata([prediction.value] * 2)
        return hidden or _say_choice(trial, hidden_width, noise_std, show_test, prediction)

    redraw_when_settled(update, prediction)
    return update


class _WidthDrawing:
    """The artists of :func:`choose_width`."""

    def __init__(self) -> None:
        self.figure, (axes, error_axes) = plots.new_figure(2, height=3.4)
        axes.set(xlim=(X_MIN, X_MAX), ylim=(-2, 2))
        axes.set(xlabel=_words("axis_x"), ylabel=_words("axis_y"))
        self.points = {
            name: plots.draw_points(axes, [], [], name, label=_labels(name)) for name in SUBSETS[:2]
        }
        self.curve = plots.draw_curve(axes, _GRID, 0 * _GRID, "network", label=_labels("network"))
        plots.add_legend(axes)
        self.lines = plots.draw_error_curves(error_axes, WIDTHS, SUBSETS, (1e-3, 10), scale="log")
        error_axes.set(xlabel=_words("axis_width"), ylabel=_words("axis_error"))
        self.marker = plots.draw_marker(error_axes, "network")
        self.guess = plots.draw_marker(error_axes, "prediction")
        plots.add_legend(error_axes, list(self.lines.values()))

    def show(self, trial: "Trial", hidden_width: int) -> None:
        """Set the data of all artists."""
        for name, line in self.lines.items():
            line.set_ydata(trial.errors[name])
        for name, points in self.points.items():
            plots.move_points(points, *trial.points[name])
        self.curve.set_ydata(forward(trial.fits[hidden_width], _GRID))
        self.marker.set_xdata([hidden_width] * 2)


class Trial(NamedTuple):
    """Every width tried on one data set."""

    points: dict[str, tuple[Any, Any]]
    fits: dict[int, Any]
    errors: dict[str, Any]
    fresh: dict[int, float]


@lru_cache(maxsize=64)
def try_widths(n_samples: int, noise_std: float, seed: int = 1) -> Trial:
    """Fit every width in ``WIDTHS`` to the train set and compute all errors.

    Returns
    -------
    Trial
        ``errors`` has an ndarray of shape (len(WIDTHS),) for each subset.
    """
    x, y = sample_dataset(TRUE_FUNCTION, n_samples, noise_std, np.random.default_rng(seed))
    split = split_indices(n_samples, rng=np.random.default_rng(seed))
    points = {name: (x[part], y[part]) for name, part in zip(SUBSETS, split, strict=True)}
    fits = {width: fit_curve(*points["train"], width) for width in WIDTHS}
    errors = {
        name: np.array([mean_squared_error(y, forward(fit, x)) for fit in fits.values()])
        for name, (x, y) in points.items()
    }
    fresh = {
        width: error_on_fresh_data(fit, TRUE_FUNCTION, noise_std) for width, fit in fits.items()
    }
    return Trial(points, fits, errors, fresh)


def error_on_fresh_data(weights: Any, true_function: str, noise_std: float) -> float:
    """Compute the expected squared error on new measurements: we know f here, for once.

    Notes
    -----
    ``E[(y - ỹ)²] = mean over x of (f(x) - ỹ(x))², plus σ²``.
    """
    truth = TRUE_FUNCTIONS[true_function](_GRID)
    return mean_squared_error(truth, forward(weights, _GRID)) + noise_std**2


def _say_choice(
    trial: Trial,
    hidden_width: int,
    noise_std: float,
    show_test: bool,
    prediction: Prediction | None,
) -> str:
    here = {name: values[hidden_width - WIDTHS[0]] for name, values in trial.errors.items()}
    return _words(
        "choose_width",
        hidden_width=hidden_width,
        train=here["train"],
        validation=here["validation"],
        test=_words("choose_width_test", test=here["test"]) if show_test else "",
        fresh=trial.fresh[hidden_width],
        noise=noise_std**2,
        guess=recall_words(prediction),
    )


def peeking() -> LiveFigure:
    """Try many networks, keep the one with the best test score, and see what it is worth."""
    figure, (axes, cloud_axes) = plots.new_figure(2, height=3.4)
    axes.set(xlim=(1, MOST_PEEKS), ylim=(0, 0.3), xscale="log")
    axes.set(xlabel=_words("axis_peeks"), ylabel=_words("axis_error"))
    axes.set_title(_words("peeking_paths"), fontsize=10)
    score_line = plots.draw_curve(axes, [], [], "test", label=_words("test_score"))
    fresh_line = plots.draw_curve(axes, [], [], "truth", label=_words("fresh_error"))
    plots.add_legend(axes, loc="upper right", bbox_to_anchor=(1, 1), ncols=1)
    cloud_axes.set(xlim=(0, 0.3), ylim=(0, 0.3))
    cloud_axes.set(xlabel=_words("fresh_error"), ylabel=_words("test_score"))
    cloud_axes.set_title(_words("peeking_cloud"), fontsize=10)
    cloud_axes.plot([0, 1], [0, 1], color=plots.GREY, linewidth=1)
    cloud = plots.draw_points(cloud_axes, [], [], "data", s=12)
    best_point = plots.draw_points(cloud_axes, [], [], "test", s=60)

    @live(
        figure,
        title=_words("peeking_title"),
        n_peeks=(1, MOST_PEEKS),
        n_test=(5, 100),
        seed=(0, 20),
    )
    def update(n_peeks: int = 10, n_test: int = 15, seed: int = 0) -> str:
        scores, fresh = (values[:n_peeks] for values in peek(n_test, seed))
        best = best_so_far(scores)
        looks = np.arange(1, n_peeks + 1)
        score_line.set_data(looks, scores[best])
        fresh_line.set_data(looks, fresh[best])
        plots.move_points(cloud, fresh, scores)
        plots.move_points(best_point, fresh[best[-1:]], scores[best[-1:]])
        return _say_peeking(n_peeks, n_test, scores[best[-1]], fresh[best[-1]])

    return update


def best_so_far(scores: Any) -> Any:
    """Return, for each place, the index of the smallest value up to there."""
    return np.maximum.accumulate(
        np.where(scores == np.minimum.accumulate(scores), np.arange(len(scores)), 0)
    )


@lru_cache(maxsize=256)
def peek(n_test: int, seed: int, noise_std: float = 0.3) -> tuple[Any, Any]:
    """Score ``MOST_PEEKS`` networks on one small test set.

    The networks differ in the random places of their sigmoids; all are fitted
    to the same train set.

    Returns
    -------
    scores : ndarray of shape (MOST_PEEKS,)
        Mean squared error of each on the test set.
    fresh : ndarray of shape (MOST_PEEKS,)
        Its expected squared error on new measurements.
    """
    data_rng, test_rng, network_rng = np.random.default_rng(seed).spawn(3)
    x, y = sample_dataset("sine", 40, noise_std, data_rng)
    x_test, y_test = sample_dataset("sine", n_test, noise_std, test_rng)
    fits = [fit_output_layer(initialize_weights(8, network_rng), x, y) for _ in range(MOST_PEEKS)]
    scores = np.array([mean_squared_error(y_test, forward(fit, x_test)) for fit in fits])
    fresh = np.array([error_on_fresh_data(fit, "sine", noise_std) for fit in fits])
    return scores, fresh


def _say_peeking(n_peeks: int, n_test: int, score: float, fresh: float) -> str:
    optimism = 100 * (1 - score / fresh)
    verdict = (
        _words("peeking_optimistic", percent=optimism) if optimism > 0 else _words("peeking_fair")
    )
    return _words(
        "peeking", n_peeks=n_peeks, n_test=n_test, score=score, fresh=fresh, verdict=verdict
    )
