"""The network at 64 learning rates at once."""

import numpy as np
import pytest

from lessonlib.experiments import lesson4 as experiments


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
    assert sweep.n_diverged == np.isinf(sweep.losses[-1]).sum()


@pytest.mark.parametrize("seed", [0, 4])
def test_one_training_is_a_column_of_the_sweep(seed):
    rate = experiments.RATES[30]
    training = experiments.train_network(
        rate, 10, 0.15, seed=seed, n_samples=experiments.SWEEP_SAMPLES, n_steps=50
    )
    sweep = experiments.sweep_rates(10, 0.15, n_steps=50, seed=seed)
    np.testing.assert_allclose(training.losses, sweep.losses[:, 30], rtol=1e-9)
    assert training.diverged_at is None
