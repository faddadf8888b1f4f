"""Choosing a width, on one data set and on average."""

import numpy as np
import pytest

from lessonlib.experiments import lesson1
from lessonlib.experiments.lesson1 import DRAWS, GRID, WIDTHS
from lessonlib.losses import mean_squared_error
from lessonlib.networks import forward
from lessonlib.splitting import SUBSETS


@pytest.mark.parametrize(("n_samples", "noise_std", "draw"), [(80, 0.3, 1), (200, 0.4, 17)])
def test_errors_and_curves_are_those_of_the_fits_one_by_one(n_samples, noise_std, draw):
    trial = lesson1.try_widths_once(n_samples, noise_std, draw)
    for width in (1, 8, 30):
        fit, here = lesson1.fit_curve(*trial.points["train"], width), WIDTHS.index(width)
        for name, (x, y) in trial.points.items():
            expected = mean_squared_error(y, forward(fit, x))
            assert trial.errors[name][here] == pytest.approx(expected, rel=1e-6)
        fresh = lesson1.error_on_fresh_data(fit, lesson1.TRUE_FUNCTION, noise_std)
        assert trial.fresh[here] == pytest.approx(fresh, rel=1e-6)
        np.testing.assert_allclose(trial.curves[here], forward(fit, GRID), atol=1e-6)


def test_the_means_are_those_of_all_draws():
    draws = lesson1.try_widths(80, 0.3)
    for name in SUBSETS:
        errors = [lesson1.try_widths_once(80, 0.3, draw).errors[name] for draw in DRAWS]
        np.testing.assert_allclose(draws.mean[name], np.mean(errors, axis=0))


def test_the_valley_is_where_the_mean_error_is_near_the_least():
    draws = lesson1.try_widths(80, 0.3)
    low, high = draws.valley
    validation = draws.mean["validation"]
    inside = slice(WIDTHS.index(low), WIDTHS.index(high) + 1)
    assert np.all(validation[inside] <= 1.1 * validation.min())
    outside = [WIDTHS.index(low) - 1, WIDTHS.index(high) + 1]
    assert np.all(validation[outside] > 1.1 * validation.min())


@pytest.mark.parametrize("name", SUBSETS)
def test_the_best_width_has_the_least_error(name):
    trial = lesson1.try_widths_once(80, 0.3, 1)
    assert trial.errors[name][WIDTHS.index(trial.best[name])] == trial.errors[name].min()
