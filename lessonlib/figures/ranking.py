"""Live figures of lesson 3: metrics that look only at who has the higher score."""

from functools import cache, lru_cache
from typing import Any, NamedTuple

import numpy as np

from lessonlib import plots
from lessonlib.figures.thresholds import HIGHEST, LOWEST, RIGHT, WRONG, load_weather, rain_scores
from lessonlib.live import LiveFigure, live
from lessonlib.metrics import roc_auc_score, top_n_accuracy_score
from lessonlib.predict import Prediction, hidden_words, recall_words, redraw_when_settled
from lessonlib.splitting import Standardizer
from lessonlib.words import Words

_words = Words("thresholds")
N_CLASSES, N_ROWS, MOST_PAIRS = 10, 8, 1000
_PALE = "#cccccc"
_TICKS = np.linspace(LOWEST, HIGHEST, 5)


def pairs(prediction: Prediction | None = None) -> LiveFigure:
    """Draw random pairs of a rainy and a dry day, and count who has the higher score.

    Parameters
    ----------
    prediction : Prediction, optional
        Percent of pairs that the reader thinks the rainy day wins. The
        count stays hidden until it is settled.
    """
    figure, (axes, share_axes) = plots.new_figure(2, width_ratios=(4, 5), height=3.4)
    won, lost = _draw_duels(axes)
    share_line, area_line = _draw_share(share_axes)

    @live(
        figure,
        title=_words("pairs_title"),
        n_pairs=(1, MOST_PAIRS),
        noise_std=(0.0, 8.0, 0.2),
        seed=(0, 20),
    )
    def update(n_pairs: int = 100, noise_std: float = 0.0, seed: int = 0) -> str:
        y, score = rain_scores(noise_std)
        rainy, dry = (part[:n_pairs] for part in draw_pairs(noise_std, seed))
        wins = np.cumsum((np.sign(rainy - dry) + 1) / 2)
        hidden = hidden_words(prediction)
        plots.move_points(won, dry[rainy > dry], rainy[rainy > dry])
        plots.move_points(lost, dry[rainy < dry], rainy[rainy < dry])
        looks = np.arange(1, n_pairs + 1)
        share_line.set_data(looks, wins / looks)
        area = roc_auc_score(y, score)
        area_line.set_ydata([area, area])
        for artist in (won, lost, share_line, area_line):
            artist.set_visible(hidden is None)
        return hidden or _words(
            "pairs",
            n_pairs=n_pairs,
            wins=f"{wins[-1]:g}",
            share=100 * wins[-1] / n_pairs,
            area=area,
            guess=recall_words(prediction),
        )

    redraw_when_settled(update, prediction)
    return update


def _draw_duels(axes: Any) -> tuple[Any, Any]:
    limits = (LOWEST, HIGHEST)
    axes.set(xlim=limits, ylim=limits, aspect="equal", xticks=_TICKS, yticks=_TICKS)
    axes.set(xlabel=_words("axis_dry_score"), ylabel=_words("axis_rainy_score"))
    axes.plot(limits, limits, color=plots.GREY, linewidth=1)
    won = plots.draw_points(axes, [], [], RIGHT, s=14, label=_words("won"))
    lost = plots.draw_points(axes, [], [], WRONG, s=14, label=_words("lost"))
    plots.add_legend(axes)
    return won, lost


def _draw_share(axes: Any) -> tuple[Any, Any]:
    axes.set(xlim=(1, MOST_PAIRS), ylim=(0, 1), xscale="log", xlabel=_words("axis_pairs"))
    axes.set_ylabel(_words("axis_wins"), labelpad=8)
    share = plots.draw_curve(axes, [], [], RIGHT, label=_words("share_won"))
    area = plots.draw_level(axes, "truth", label=_words("area"))
    plots.add_legend(axes, ncols=2)
    return share, area


@lru_cache(maxsize=64)
def draw_pairs(noise_std: float, seed: int) -> tuple[Any, Any]:
    """Draw ``MOST_PAIRS`` scores of rainy and of dry days, with replacement."""
    y, score = rain_scores(noise_std)
    rng = np.random.default_rng(seed)
    return rng.choice(score[y == 1], MOST_PAIRS), rng.choice(score[y == 0], MOST_PAIRS)


class ScoreTable(NamedTuple):
    """The scores of every day of 2015 for ten classes.

    Attributes
    ----------
    date : ndarray of datetime64[D] of shape (365,)
    temp_max, temp_min : ndarray of float of shape (365,)
        In °C.
    y : ndarray of int of shape (365,)
        The tenth of the year, from 0.
    scores : ndarray of shape (365, 10)
    """

    date: Any
    temp_max: Any
    temp_min: Any
    y: Any
    scores: Any


@cache
def score_table() -> ScoreTable:
    """Score each tenth of the year for each day of 2015 by how near its usual weather is.

    Notes
    -----
    Minus the squared distance, in standardised highest and lowest temperature,
    from the class mean of 2012 to 2014.
    """
    weather = load_weather()
    y = (weather.day_of_year - 1) * N_CLASSES // 366
    train = weather.year < 2015
    columns = [
        Standardizer.fit(column[train]).transform(column)
        for column in (weather.temp_max, weather.temp_min)
    ]
    x = np.column_stack(columns)  # (n_days, 2)
    means = np.array([x[train & (y == k)].mean(axis=0) for k in range(N_CLASSES)])  # (10, 2)
    new = ~train
    distance = ((x[new, None] - means) ** 2).sum(axis=2)  # (365, 10)
    return ScoreTable(
        weather.date[new], weather.temp_max[new], weather.temp_min[new], y[new], -distance
    )


def top_n() -> LiveFigure:
    """Draw rows of a ten-class score table with the n highest scores, and top-n accuracy."""
    figure, (axes, accuracy_axes) = plots.new_figure(2, width_ratios=(5, 3), height=3.6)
    table = _Table(axes)
    steps, data = range(1, N_CLASSES + 1), score_table()
    accuracy_axes.set(xlim=(0.5, N_CLASSES + 0.5), ylim=(0, 1.03), xticks=steps)
    accuracy_axes.set(xlabel=_words("axis_n"), ylabel=_words("axis_top_n"))
    accuracies = [top_n_accuracy_score(data.y, data.scores, n) for n in steps]
    curve = plots.draw_curve(accuracy_axes, steps, accuracies, RIGHT, marker="o")
    curve.set_label(_words("model"))
    plots.draw_curve(
        accuracy_axes, steps, np.array(steps) / N_CLASSES, "truth", label=_words("chance")
    )
    marker = plots.draw_marker(accuracy_axes, "network")
    plots.add_legend(accuracy_axes, ncols=2)

    @live(figure, title=_words("top_n_title"), n_highest=(1, N_CLASSES), seed=(0, 20))
    def update(n_highest: int = 1, seed: int = 0) -> str:
        rows = np.sort(np.random.default_rng(seed).choice(len(data.y), N_ROWS, replace=False))
        n_hits = table.move(data, rows, n_highest)
        marker.set_xdata([n_highest, n_highest])
        return _words(
            "top_n",
            n=n_highest,
            n_hits=n_hits,
            n_rows=N_ROWS,
            accuracy=100 * accuracies[n_highest - 1],
            n_days=len(data.y),
            chance=100 * n_highest // N_CLASSES,
        )

    return update


class _Table:
    """Rows of the table: larger discs for higher scores, a ring around the true class."""

    def __init__(self, axes: Any) -> None:
        axes.set(xlim=(-3.6, N_CLASSES + 1.2), ylim=(N_ROWS - 0.3, -0.7))
        axes.set(xticks=range(1, N_CLASSES + 1), yticks=[], xlabel=_words("axis_class"))
        axes.spines["left"].set_visible(False)
        # One artist a rank: a move of N changes the colour of those between.
        self.ranks = [
            plots.draw_points(axes, [], [], RIGHT, s=12 * (N_CLASSES - rank))
            for rank in range(N_CLASSES)
        ]
        self.ranks[0].set_label(_words("chosen"))
        self.truth = axes.scatter([], [], s=190, facecolors="none", edgecolors=plots.INK)
        self.truth.set_label(_words("truth"))
        plots.add_legend(axes, [self.ranks[0], self.truth], ncols=2)
        self.days = [axes.text(-3.6, i, "", va="center", fontsize=8) for i in range(N_ROWS)]
        self.marks = [
            axes.text(N_CLASSES + 0.9, i, "", va="center", ha="center") for i in range(N_ROWS)
        ]

    def move(self, data: ScoreTable, rows: Any, n: int) -> int:
        """Show these rows; return in how many the true class is among the n highest."""
        order = np.argsort(-data.scores[rows], axis=1)  # (N_ROWS, N_CLASSES), best first
        for rank, discs in enumerate(self.ranks):
            plots.move_points(discs, order[:, rank] + 1, np.arange(N_ROWS))
            discs.set_color(plots.ROLES[RIGHT]["color"] if rank < n else _PALE)
        true_class = data.y[rows]
        plots.move_points(self.truth, true_class + 1, np.arange(N_ROWS))
        hits = (order[:, :n] == true_class[:, None]).any(axis=1)
        for i, day in enumerate(rows):
            self.marks[i].set_text("✓" if hits[i] else "✗")
            self.days[i].set_text(
                f"{data.date[day]}  {data.temp_max[day]:.0f} / {data.temp_min[day]:.0f} °C"
            )
        return int(hits.sum())
