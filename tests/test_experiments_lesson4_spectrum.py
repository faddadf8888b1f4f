"""The curvatures of the network's loss, and the unit of x."""

import numpy as np
import pytest

from lessonlib.derivatives import numerical_gradient
from lessonlib.experiments import lesson4 as experiments
from lessonlib.networks import forward, mse_gradient

every_unit = pytest.mark.parametrize("units", experiments.UNITS)


def problem(units, seed=0):
    weights, x, y = experiments.make_problem(experiments.SPECTRUM_WIDTH, 0.15, 200, seed)
    return *experiments.in_units(weights, x, units), y


@every_unit
def test_the_network_is_the_same_in_all_units(units):
    weights, x, _ = experiments.make_problem(10, 0.15, 200, 1)
    new_weights, new_x = experiments.in_units(weights, x, units)
    np.testing.assert_allclose(forward(new_weights, new_x), forward(weights, x), atol=1e-9)


def test_the_units_are_what_they_are_called():
    day = problem("days")[1]
    assert day.min() >= 1
    assert day.max() <= 365
    assert np.ptp(day) > 350
    centred, standardised = problem("centred")[1], problem("standardised")[1]
    assert centred.mean() == pytest.approx(0, abs=1e-9)
    assert np.ptp(centred) == pytest.approx(np.ptp(day))
    assert standardised.std() == pytest.approx(1)


@every_unit
def test_the_curvature_of_the_most_curved_direction_is_measured(units):
    weights, x, y = problem(units)
    seen = experiments.look_at_curvatures(0.5, units)
    # The second derivatives, measured from the gradients, have the same largest eigenvalue.
    scale = np.abs(weights) + 1e-3
    rows = [
        numerical_gradient(lambda w, p=p: mse_gradient(w, x, y)[p], weights, 1e-6 * scale.min())
        for p in range(len(weights))
    ]
    assert np.linalg.eigvalsh(np.array(rows))[-1] == pytest.approx(seen.curvatures[-1], rel=1e-2)
    assert seen.limit == pytest.approx(2 / seen.curvatures[-1])


@pytest.mark.parametrize("share", [0.1, 1.0, 1.5])
def test_the_share_of_the_limit_sets_all_factors(share):
    seen = experiments.look_at_curvatures(share)
    assert seen.learning_rate == pytest.approx(share * seen.limit)
    assert seen.factors.min() == pytest.approx(1 - 2 * share)
    np.testing.assert_allclose(seen.factors, 1 - seen.learning_rate * seen.curvatures)
    assert seen.n_crawling == np.sum(np.abs(seen.learning_rate * seen.curvatures) < 0.01)
    assert seen.typical == pytest.approx(np.median(np.abs(seen.curvatures)))


def test_directions_of_heights_are_as_many_as_there_are_heights():
    of_heights = experiments.look_at_curvatures().of_heights
    assert abs(of_heights.sum() - (experiments.SPECTRUM_WIDTH + 1)) <= 2
