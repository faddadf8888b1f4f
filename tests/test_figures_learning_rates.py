"""The network at one learning rate, and at 64 at once."""

import numpy as np
import pytest

from lessonlib.figures import learning_rates


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
    assert learning_rates.name_training(np.array(losses)) == name


def test_falling_is_told_for_each_column():
    losses = np.array([[4.0, 4.0, 4.0], [3.0, 5.0, np.inf]])
    np.testing.assert_array_equal(learning_rates.falls_throughout(losses), [True, False, False])


@pytest.mark.parametrize(
    ("values", "sign"),
    [
        ({"learning_rate": 0.001}, "more than half"),
        ({"learning_rate": 0.1}, "falls at every step."),
        ({"learning_rate": 0.4}, "the loss rises"),
        ({"learning_rate": 2.0, "hidden_width": 50}, "diverged at step"),
    ],
)
def test_training_is_said_in_words(values, sign):
    assert sign in learning_rates.train_network().update(**values).words


def test_wider_networks_need_smaller_rates():
    sweeps = [learning_rates.sweep_rates(width, 0.15) for width in (5, 10, 20, 50)]
    limits = [sweep.limit for sweep in sweeps]
    assert limits == sorted(limits, reverse=True)
    n_diverged = [int(np.isinf(sweep.losses[-1]).sum()) for sweep in sweeps]
    assert n_diverged == sorted(n_diverged)
    assert n_diverged[0] < n_diverged[-1]


@pytest.mark.parametrize("hidden_width", [5, 10, 20, 50])
def test_the_limit_predicts_where_the_loss_stops_falling(hidden_width):
    sweep = learning_rates.sweep_rates(hidden_width, 0.15)
    falls = learning_rates.falls_throughout(sweep.losses)
    edge = learning_rates.RATES[int(np.argmin(falls))]
    assert edge == pytest.approx(sweep.limit, rel=0.2)


def test_the_readers_training_is_one_of_the_sweep():
    rate = learning_rates.RATES[30]
    figure = learning_rates.all_rates()
    frame = figure.update(learning_rate=rate, n_steps=50)
    loss = learning_rates.sweep_rates(10, 0.15).losses[50, 30]
    assert f"loss {loss:.3g} after 50 steps" in frame.words


def test_moving_alpha_sends_parts_only():
    figure = learning_rates.all_rates()
    assert figure.update(learning_rate=0.2).svg is None
    assert figure.update(hidden_width=50).svg is None
