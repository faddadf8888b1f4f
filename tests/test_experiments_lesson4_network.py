"""The network at one learning rate, and at 64 at once."""

import numpy as np
import pytest

from lessonlib.experiments import lesson4 as experiments
from lessonlib.networks import initialize_weights, mse_gradient


@pytest.mark.parametrize(
    ("losses", "name"),
    [
        ([4.0, 2.0, 1.0], "falls"),
        ([4.0, 3.9, 3.8], "crawls"),
        ([4.0, 5.0, 1.0], "jumps"),
        ([4.0, 9.0, np.inf], "diverges"),
        ([1.0, 0.1, 0.1 * (1 + 1e-12)], "falls"),
    ],
)
def test_what_a_training_does_is_named(losses, name):
    assert experiments.name_training(np.array(losses)) == name


def test_falling_is_told_for_each_column():
    losses = np.array([[4.0, 4.0, 4.0], [3.0, 5.0, np.inf]])
    np.testing.assert_array_equal(experiments.falls_throughout(losses), [True, False, False])


def test_wider_networks_need_smaller_rates():
    sweeps = [experiments.sweep_rates(width, 0.15) for width in (5, 10, 20, 50)]
    limits = [sweep.limit for sweep in sweeps]
    assert limits == sorted(limits, reverse=True)
    n_diverged = [int(np.isinf(sweep.losses[-1]).sum()) for sweep in sweeps]
    assert n_diverged == [sweep.n_diverged for sweep in sweeps]
    assert n_diverged == sorted(n_diverged)
    assert n_diverged[0] < n_diverged[-1]


@pytest.mark.parametrize("hidden_width", [5, 10, 20, 50])
def test_the_limit_predicts_where_the_loss_stops_falling(hidden_width):
    sweep = experiments.sweep_rates(hidden_width, 0.15)
    falls = experiments.falls_throughout(sweep.losses)
    edge = experiments.RATES[int(np.argmin(falls))]
    assert edge == pytest.approx(sweep.limit, rel=0.2)


@pytest.mark.parametrize("n_steps", [1, 50])
def test_what_a_sweep_tells_is_that_of_its_losses(n_steps):
    sweep = experiments.sweep_rates(10, 0.15, n_steps)
    np.testing.assert_array_equal(
        sweep.losses, experiments.sweep_rates(10, 0.15).losses[: n_steps + 1]
    )
    best = int(np.argmin(sweep.losses[-1]))
    assert (sweep.best, sweep.best_loss) == (experiments.RATES[best], sweep.losses[-1, best])
    falls = experiments.falls_throughout(sweep.losses)
    edge = list(experiments.RATES).index(sweep.steady)
    assert falls[: edge + 1].all()
    assert not falls[edge + 1]


def test_one_training_is_a_column_of_the_sweep():
    rate = experiments.RATES[30]
    training = experiments.train_network(rate, 10, 0.15, experiments.SWEEP_SAMPLES, n_steps=50)
    sweep = experiments.sweep_rates(10, 0.15, n_steps=50)
    np.testing.assert_allclose(training.losses, sweep.losses[:, 30], rtol=1e-9)
    assert training.verdict == experiments.name_training(sweep.losses[:, 30])
    assert training.diverged_at is None


def test_a_training_fits_its_data_as_its_loss_says():
    training = experiments.train_network(0.1, 10, 0.15)
    fit = np.interp(training.x, experiments.GRID, training.fit)
    assert np.mean((training.y - fit) ** 2) == pytest.approx(training.losses[-1], rel=1e-3)
    assert training.noise_floor == pytest.approx(0.15**2)


def test_the_first_gradient_is_that_of_the_start():
    training = experiments.train_network(0.1, 10, 0.15)
    start = initialize_weights(10, np.random.default_rng(0))
    gradient = mse_gradient(start, training.x, training.y)
    assert training.gradient_norms[0] == pytest.approx(np.linalg.norm(gradient))
