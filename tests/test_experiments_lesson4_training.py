"""The network, trained at one learning rate and seen at every step."""

import numpy as np
import pytest

from lessonlib.experiments import lesson4 as experiments
from lessonlib.networks import forward, initialize_weights, mse_gradient
from lessonlib.training import train


@pytest.mark.parametrize("step", [0, 1, 250, 500, None])
def test_what_is_seen_fits_the_data_as_the_loss_says(step):
    seen = experiments.train_network(0.1, 10, 0.15, step=step)
    assert seen.step == (500 if step is None else step)
    fit = np.interp(seen.x, experiments.GRID, seen.fit)
    assert np.mean((seen.y - fit) ** 2) == pytest.approx(seen.losses[seen.step], rel=1e-3)
    if seen.step < 500:
        assert seen.norm == pytest.approx(seen.gradient_norms[seen.step], rel=1e-9)


def test_the_start_is_that_of_the_seed():
    seen = experiments.train_network(0.1, 10, 0.15, step=0, seed=3)
    start = initialize_weights(10, np.random.default_rng(3))
    np.testing.assert_allclose(seen.fit, forward(start, experiments.GRID))
    gradient = mse_gradient(start, seen.x, seen.y)
    assert seen.norm == pytest.approx(np.linalg.norm(gradient))
    assert seen.noise_floor == pytest.approx(0.15**2)


def test_the_measurements_do_not_depend_on_the_seed():
    one, other = (experiments.train_network(0.1, 5, 0.15, seed=seed) for seed in (0, 1))
    np.testing.assert_array_equal(one.y, other.y)
    assert one.losses[0] != other.losses[0]


@pytest.mark.parametrize("step", [0, 2, 3, 100])
def test_a_training_that_diverged_is_seen_up_to_its_last_sound_step(step):
    seen = experiments.train_network(2.0, 10, 0.15, step=step)
    assert seen.diverged_at is not None
    assert seen.step == min(step, seen.diverged_at - 1)
    assert np.isfinite(seen.fit).all()
    assert np.isfinite(seen.losses[seen.step])
    assert seen.verdict.way == "diverges"


def test_a_plateau_is_told_by_ground_that_curves_downwards():
    seen = experiments.train_network(0.25, 2, 0.3, seed=1)
    assert seen.verdict.end == "plateau"
    problem = experiments.make_problem(2, 0.3, len(seen.x), 1)
    longer = train(*problem, 0.25, 5000).losses
    assert longer[-1] < 0.75 * seen.losses[-1]
