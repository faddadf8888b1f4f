"""One turn of the machine: its numbers are those of the parts, and belong together."""

import numpy as np
import pytest

from lessonlib.experiments import lesson7 as experiments
from lessonlib.experiments.lesson7 import N_TURNS, PROBLEMS, Setting, turn


@pytest.mark.parametrize("problem", PROBLEMS)
def test_what_the_step_promises_the_next_turn_has(problem):
    for step in (0, 7, N_TURNS - 1):
        now, then = turn(problem, step), turn(problem, step + 1)
        assert now.next_loss == then.loss
        np.testing.assert_array_equal(now.weights - 0.158 * now.gradient, then.weights)
        assert now.moved == pytest.approx(np.linalg.norm(then.weights - now.weights))


@pytest.mark.parametrize("problem", PROBLEMS)
def test_the_gradient_is_that_of_the_loss(problem):
    """Measured: a step of a millionth along it, both ways."""
    now = turn(problem, 3)
    tiny = 1e-6 / now.norm
    ahead = turn(problem, 3, learning_rate=tiny)
    # At a tiny rate the history is another: compare within it.
    fall = (ahead.loss - ahead.next_loss) / tiny
    assert fall == pytest.approx(ahead.norm**2, rel=1e-4)


def test_the_curve_is_that_of_the_playground():
    now, outcome = turn("curve", 200), experiments.run(Setting(step=200))
    assert now.loss == pytest.approx(outcome.errors["train"][-1])
    assert now.metric == outcome.accuracies["validation"]
    assert now.sizes == (20, 12, 8)
    x, y = outcome.data.points["train"]
    assert (now.x.tolist(), now.y) == ([x[0]], y[0])


def test_one_neuron_tells_penguins_apart():
    assert len(turn("penguins").weights) == 3
    assert turn("penguins").loss == pytest.approx(np.log(2))
    assert turn("penguins", N_TURNS).metric > 0.95


def test_an_unknown_problem_is_named():
    with pytest.raises(ValueError, match="problem='fish'"):
        turn("fish")
