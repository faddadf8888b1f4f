"""Two ways in which a split misleads."""

import numpy as np
import pytest

from lessonlib.experiments import lesson1
from lessonlib.splitting import SUBSETS


def test_random_days_promise_less_error_than_whole_years():
    best = {}
    for split_by in ("days", "years"):
        errors = lesson1.seattle_fits(split_by).errors
        best[split_by] = errors["test"][np.argmin(errors["validation"])]
    assert best["days"] < best["years"] - 2


@pytest.mark.parametrize("split_by", ["days", "years"])
def test_the_best_width_is_that_of_the_smallest_validation_error(split_by):
    fits = lesson1.seattle_fits(split_by)
    here = lesson1.SEATTLE_WIDTHS.index(fits.best_width)
    assert fits.errors["validation"][here] == fits.errors["validation"].min()
    assert fits.best_test == fits.errors["test"][here]


def test_a_curve_gives_the_error_that_is_told_of_it():
    fits = lesson1.seattle_fits("years")
    day, temperature = fits.points["test"]
    on_days = fits.curves[7][day.astype(int) - 1]
    assert np.mean((temperature - on_days) ** 2) == pytest.approx(fits.errors["test"][7])


def test_without_shuffling_the_test_set_is_the_end_of_the_interval():
    points = lesson1.fit_sorted(shuffle=False).points
    ends = [(points[name][0].min(), points[name][0].max()) for name in SUBSETS]
    assert np.all(np.diff(np.ravel(ends)) > 0)
