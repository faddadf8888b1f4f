"""Claims of lesson 1 about noise: the floor, the sum above it, two curves through few points."""

import numpy as np

from lessonlib.datasets import TRUE_FUNCTIONS, sample_dataset
from lessonlib.experiments import lesson1 as experiments
from lessonlib.losses import mean_squared_error
from lessonlib.networks import forward, initialize_weights

f = TRUE_FUNCTIONS["sine"]
NOISE_STD = 0.2


def test_f_itself_scores_the_noise(claim):
    def effect(rng):
        x, y = sample_dataset("sine", 1000, NOISE_STD, rng)
        return 0.15 * NOISE_STD**2 - abs(mean_squared_error(y, f(x)) - NOISE_STD**2)

    claim.over_draws(effect)


def test_fresh_error_is_distance_plus_noise(claim):
    """Any curve will do, if it has not seen the points: here that of a random network."""

    def effect(rng):
        weights = initialize_weights(10, rng)
        x, y = sample_dataset("sine", 50_000, NOISE_STD, rng)
        y_pred = forward(weights, x)
        formula = np.mean((f(x) - y_pred) ** 2) + NOISE_STD**2
        return 0.02 * formula - abs(mean_squared_error(y, y_pred) - formula)

    claim.over_draws(effect)


def own_points(noise_std, rng):
    """Return the error of a fit on its own points, and what the formula says."""
    x, y = sample_dataset("sine", 20, noise_std, rng)
    y_pred = forward(experiments.fit_curve(x, y, hidden_width=6), x)
    return mean_squared_error(y, y_pred), np.mean((f(x) - y_pred) ** 2) + noise_std**2


def test_a_fit_errs_less_on_its_own_points(claim):
    def effect(rng):
        error, formula = own_points(NOISE_STD, rng)
        return formula - error

    report = claim.over_draws(effect, at_least=0.95)
    assert report.mean > 0.5 * NOISE_STD**2
    below = [own_points(NOISE_STD, np.random.default_rng(seed))[0] for seed in claim.seeds]
    assert np.mean(np.array(below) < NOISE_STD**2) > 0.5  # "often below the floor"


def test_without_noise_a_fit_has_nothing_to_lean_to(claim):
    def effect(rng):
        error, formula = own_points(0.0, rng)
        return 1e-9 - abs(error - formula)

    claim.over_draws(effect, at_least=1.0)


def distances(n_samples, noise_std, n_draws):
    """Mean squared distance from f of curves that are fitted to redrawn points, H = 8."""
    drawn = [
        sample_dataset("sine", n_samples, noise_std, np.random.default_rng(seed))
        for seed in range(n_draws)
    ]
    x, y = np.moveaxis(drawn, 1, 0)
    heights = experiments.solve_heights(experiments.spread_columns(x, 8), y[..., None])[..., 0]
    curves = heights @ experiments.spread_columns(experiments.GRID, 8).T
    return np.mean((f(experiments.GRID) - curves) ** 2, axis=1)


def test_four_times_the_points_make_up_for_twice_the_noise(claim):
    """Each draw is the mean of 20 data sets; twice the noise alone costs four times as much."""
    n_draws = 20 * len(claim.seeds)
    few, many, noisy = (
        distances(*setting, n_draws).reshape(-1, 20).mean(axis=1)
        for setting in ((80, 0.2), (320, 0.4), (80, 0.4))
    )
    claim.batch(0.6 - np.abs(np.log2(many / few)))
    assert np.mean(noisy / few) > 3


def test_the_stiff_curve_wins_on_fresh_points(claim):
    small, large = experiments.fit_two_widths().fresh
    report = claim.batch(large - small, at_least=0.95)
    assert np.median(large / small) > 2
    assert report.share < 1  # "nearly always"


def test_the_flexible_curve_always_wins_on_its_own_points(claim):
    small, large = experiments.fit_two_widths().errors
    claim.batch(small - large, at_least=1.0)
