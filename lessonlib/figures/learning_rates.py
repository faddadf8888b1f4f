"""Live figures of lesson 4: the network trained at one learning rate, and at 64 at once."""

from functools import lru_cache
from typing import Any, NamedTuple

import numpy as np

from lessonlib import plots
from lessonlib.datasets import TRUE_FUNCTIONS, X_MAX, X_MIN, sample_dataset
from lessonlib.live import LiveFigure, LogRange, live
from lessonlib.networks import forward, initialize_weights
from lessonlib.predict import Prediction, hidden_words, recall_words, redraw_when_settled
from lessonlib.sweeps import mse_hessian, train_many
from lessonlib.training import TrainingResult, train
from lessonlib.words import Words

_words, _labels = Words("learning_rates"), Words("labels")
_GRID = np.linspace(X_MIN, X_MAX, 300)
N_SAMPLES, N_STEPS = 200, 500
# 64 trainings at every move of a slider: fewer examples and steps, so that they keep up.
SWEEP_SAMPLES, SWEEP_STEPS, SWEEP_WIDTH = 50, 100, 10
RATES = np.geomspace(1e-3, 10.0, 64)
_RATE_RANGE = LogRange(1e-3, 10.0)
_LOSS_LIMITS, _TOP = (1e-3, 1e2), 60.0  # diverged trainings stand at the top


@lru_cache(maxsize=64)
def _problem(hidden_width: int, noise_std: float, n_samples: int) -> tuple[Any, Any, Any]:
    x, y = sample_dataset("sine", n_samples, noise_std, np.random.default_rng(0))
    return initialize_weights(hidden_width, np.random.default_rng(0)), x, y


def train_network() -> LiveFigure:
    """Train the 1-H-1 network again at every move of α, H or σ."""
    figure, (axes, loss_axes) = plots.new_figure(2, height=3.4)
    points, curve = _draw_fit(axes)
    notice = plots.draw_notice(axes, _labels("diverged"))
    loss_axes.set(xlim=(0, N_STEPS), ylim=_LOSS_LIMITS, yscale="log")
    loss_axes.set(xlabel=_words("axis_steps"))
    steps = np.arange(N_STEPS + 1)
    losses = plots.draw_curve(loss_axes, steps, steps + 1, "train", label=_words("loss"))
    norms = plots.draw_curve(
        loss_axes, steps[:-1], steps[1:], "validation", label=_words("norm"), linewidth=1.5
    )
    floor = plots.draw_level(loss_axes, "truth", label=_words("noise_floor"))
    plots.add_legend(loss_axes, [losses, norms, floor])

    @live(
        figure,
        title=_words("train_network_title"),
        learning_rate=_RATE_RANGE,
        hidden_width=(1, 50),
        noise_std=(0.0, 0.5),
    )
    def update(learning_rate: float = 0.1, hidden_width: int = 10, noise_std: float = 0.15) -> str:
        weights, x, y = _problem(hidden_width, noise_std, N_SAMPLES)
        result = train(weights, x, y, learning_rate, N_STEPS)
        _move_fit(points, curve, notice, x, y, result)
        losses.set_ydata(np.clip(result.losses, *_LOSS_LIMITS))
        norms.set_ydata(np.clip(result.gradient_norms, *_LOSS_LIMITS))
        floor.set_ydata([noise_std**2] * 2)
        return _say_training(learning_rate, result)

    return update


def name_training(losses: Any) -> str:
    """Say what a training did: ``"diverges"``, ``"jumps"``, ``"crawls"`` or ``"falls"``.

    It diverges if its loss became infinite, jumps if the loss rose at some
    step, and crawls if more than half of the loss is left.
    """
    if not np.isfinite(losses[-1]):
        return "diverges"
    if not falls_throughout(losses):
        return "jumps"
    return "crawls" if losses[-1] > losses[0] / 2 else "falls"


def falls_throughout(losses: Any) -> Any:
    """Say whether the loss falls at every step, for one training or for each column.

    Parameters
    ----------
    losses : ndarray of shape (n_steps + 1,) or (n_steps + 1, K)

    Returns
    -------
    bool or ndarray of shape (K,)
    """
    # A loss that no longer changes may rise in its last digit.
    return np.all(losses[1:] <= losses[:-1] * (1 + 1e-9), axis=0) & np.isfinite(losses[-1])


def _say_training(learning_rate: float, result: TrainingResult) -> str:
    name = name_training(result.losses)
    if result.diverged_at is not None:
        return _words(name, learning_rate=learning_rate, step=result.diverged_at)
    return _words(
        "train_network",
        learning_rate=learning_rate,
        n_steps=N_STEPS,
        first=result.losses[0],
        last=result.losses[-1],
        first_norm=result.gradient_norms[0],
        last_norm=result.gradient_norms[-1],
        verdict=_words(name),
    )


class Sweep(NamedTuple):
    """One network, trained at each of ``RATES``.

    Attributes
    ----------
    losses : ndarray of shape (SWEEP_STEPS + 1, len(RATES))
    limit : float
        2/λ_max of the loss where training starts.
    """

    losses: Any
    limit: float


@lru_cache(maxsize=256)
def sweep_rates(hidden_width: int, noise_std: float) -> Sweep:
    """Train a network at each of ``RATES``, and predict where they become too large."""
    weights, x, y = _problem(hidden_width, noise_std, SWEEP_SAMPLES)
    largest_curvature = np.linalg.eigvalsh(mse_hessian(weights, x, y))[-1]
    losses = train_many(weights, x, y, RATES, SWEEP_STEPS)
    return Sweep(losses, float(2 / largest_curvature))


def all_rates(prediction: Prediction | None = None) -> LiveFigure:
    """Show the final loss for 64 learning rates at once, and the fit at the reader's.

    Parameters
    ----------
    prediction : Prediction, optional
        What the reader expects of the usable learning rates as H grows.
        Networks wider than ``SWEEP_WIDTH`` stay hidden until it is settled.
    """
    figure, (axes, loss_axes) = plots.new_figure(2, height=3.6)
    points, curve = _draw_fit(axes)
    notice = plots.draw_notice(axes, _labels("diverged"))
    artists = _draw_sweep(loss_axes)

    @live(
        figure,
        title=_words("all_rates_title"),
        learning_rate=_RATE_RANGE,
        hidden_width=(1, 50),
        noise_std=(0.0, 0.5),
        n_steps=(1, SWEEP_STEPS),
    )
    def update(
        learning_rate: float = 0.1,
        hidden_width: int = SWEEP_WIDTH,
        noise_std: float = 0.15,
        n_steps: int = SWEEP_STEPS,
    ) -> str:
        hidden = hidden_words(prediction) if hidden_width > SWEEP_WIDTH else None
        weights, x, y = _problem(hidden_width, noise_std, SWEEP_SAMPLES)
        result = train(weights, x, y, learning_rate, n_steps)
        _move_fit(points, curve, notice, x, y, result)
        sweep = sweep_rates(hidden_width, noise_std)
        narrow = sweep_rates(SWEEP_WIDTH, noise_std)
        _move_sweep(artists, sweep, narrow, n_steps, (learning_rate, result.losses[-1]))
        for artist in (*artists.values(), curve, notice):
            artist.set_visible(artist.get_visible() and hidden is None)
        return hidden or _say_sweep(sweep, learning_rate, result, prediction)

    redraw_when_settled(update, prediction)
    return update


def _draw_sweep(axes: Any) -> dict[str, Any]:
    axes.set(xlim=_RATE_RANGE, xscale="log", ylim=_LOSS_LIMITS, yscale="log")
    axes.set(xlabel=_words("axis_rate"), ylabel=_words("axis_last_loss"))
    nothing = np.full(len(RATES), np.nan)
    narrow = _words("narrow", hidden_width=SWEEP_WIDTH)
    artists = {
        "narrow": plots.draw_curve(axes, RATES, nothing, "data", linewidth=1.2, label=narrow),
        "line": plots.draw_curve(
            axes, RATES, nothing, "train", marker="o", markersize=3, linewidth=1.2,
            label=_words("one_training"),
        ),
        "diverged": plots.draw_curve(
            axes, RATES, nothing, "test", marker="o", markersize=4, linestyle="none",
            label=_labels("diverged"),
        ),
        "limit": plots.draw_marker(axes, "truth", label=_words("limit")),
        "yours": plots.draw_points(axes, [], [], "network", s=70, label=_words("yours")),
    }  # fmt: skip
    artists["yours"].set_zorder(4)
    plots.add_legend(axes, list(artists.values()), ncols=3)
    return artists


def _move_sweep(
    artists: dict[str, Any],
    sweep: Sweep,
    narrow: Sweep,
    n_steps: int,
    yours: tuple[float, float],
) -> None:
    """Show the losses after ``n_steps``; a diverged training stands at the top instead."""
    last, rate, loss = sweep.losses[n_steps], *yours
    sound = np.isfinite(last)
    artists["narrow"].set_ydata(_finite(narrow.losses[n_steps]))
    artists["line"].set_ydata(_finite(last))
    artists["diverged"].set_ydata(np.where(sound, np.nan, _TOP))
    artists["limit"].set_xdata([sweep.limit] * 2)
    height = np.clip(loss, _LOSS_LIMITS[0], _TOP)
    plots.move_points(artists["yours"], [rate], [height])
    for artist in artists.values():
        artist.set_visible(True)


def _finite(losses: Any) -> Any:
    return np.where(np.isfinite(losses), np.clip(losses, *_LOSS_LIMITS), np.nan)


def _say_sweep(
    sweep: Sweep, learning_rate: float, result: TrainingResult, prediction: Prediction | None
) -> str:
    n_steps = len(result.losses) - 1
    losses = sweep.losses[: n_steps + 1]
    best = int(np.argmin(losses[-1]))
    n_diverged = int(np.isinf(losses[-1]).sum())
    n_steady = int(np.cumprod(falls_throughout(losses)).sum())
    yours = "all_rates_diverged" if result.diverged else "all_rates_yours"
    return _words(
        "all_rates",
        yours=_words(yours, learning_rate=learning_rate, last=result.losses[-1], n_steps=n_steps),
        best=RATES[best],
        best_loss=losses[-1][best],
        n_diverged=n_diverged,
        n_rates=len(RATES),
        steady=RATES[max(n_steady - 1, 0)],
        limit=sweep.limit,
        guess=recall_words(prediction),
    )


def _draw_fit(axes: Any) -> tuple[Any, Any]:
    axes.set(xlim=(X_MIN, X_MAX), ylim=(-2.5, 2.5), xlabel="x", ylabel="y")
    points = plots.draw_points(axes, [], [], "data", label=_labels("data"))
    truth = TRUE_FUNCTIONS["sine"](_GRID)
    plots.draw_curve(axes, _GRID, truth, "truth", label=_labels("truth"))
    curve = plots.draw_curve(axes, _GRID, truth, "network", label=_labels("network"), linewidth=2.5)
    plots.add_legend(axes)
    return points, curve


def _move_fit(points: Any, curve: Any, notice: Any, x: Any, y: Any, result: TrainingResult) -> None:
    """Show the fit; of a training that diverged only the word."""
    plots.move_points(points, x, y)
    fit = forward(result.weights, _GRID)
    curve.set_ydata(np.clip(fit, -1e3, 1e3))
    curve.set_visible(not result.diverged)
    notice.set_visible(result.diverged)
