"""Paths through the network."""

import pytest

from lessonlib.experiments import lesson5 as experiments
from lessonlib.experiments.lesson5 import PARAMETERS, SMALL
from lessonlib.losses import mean_squared_error
from lessonlib.networks import forward, mse_gradient, pack


@pytest.mark.parametrize("parameter", PARAMETERS)
@pytest.mark.parametrize(("n_samples", "width"), [(1, 1), (3, 1), (2, 2), (3, 2)])
def test_paths_add_up_to_the_gradient(parameter, n_samples, width):
    x, y, w, b, v, c = SMALL.part(n_samples, width)
    weights = pack(w, b, v, c)
    seen = experiments.follow_network(parameter, n_samples, width)
    place = PARAMETERS.index(parameter) * width
    assert seen.total == pytest.approx(mse_gradient(weights, x, y)[place], rel=1e-12)
    assert seen.loss == pytest.approx(mean_squared_error(y, forward(weights, x)))
    assert seen.factors.prod(axis=1).tolist() == seen.parts.tolist()
    assert seen.factors.shape == (n_samples, {"w": 4, "b": 3, "v": 2, "c": 1}[parameter])
