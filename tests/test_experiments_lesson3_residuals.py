"""Two networks for the same points."""

import numpy as np

from lessonlib.experiments import lesson3
from lessonlib.losses import mean_squared_error
from lessonlib.metrics import largest_error, tolerance_accuracy_score
from lessonlib.networks import forward


def test_stretch_scales_and_shifts_the_output():
    x, _, weights = lesson3.fitted_network(12)
    np.testing.assert_allclose(
        forward(lesson3.stretch(weights, 0.5, 2.0), x), 0.5 * forward(weights, x) + 2.0
    )


def test_metrics_disagree_about_the_two_networks():
    x, y, networks = lesson3.question_networks()
    a, b = (forward(networks[name], x) for name in "AB")
    assert mean_squared_error(y, a) < mean_squared_error(y, b)
    assert largest_error(y, a) < largest_error(y, b)
    assert tolerance_accuracy_score(y, a, 0.25) < tolerance_accuracy_score(y, b, 0.25)


def test_each_network_is_judged_by_its_own_outputs():
    x, y, networks = lesson3.question_networks()
    both = lesson3.compare_networks(0.25)
    for name, network in networks.items():
        off = np.abs(y - forward(network, x))
        assert both.n_hits[name] == np.sum(off < 0.25)
        assert both.worst[name] == off.max()
        np.testing.assert_array_equal(both.curves[name], forward(network, lesson3.GRID))
