"""What standardising buys."""

import numpy as np
import pytest

from lessonlib.experiments import lesson1
from lessonlib.losses import mean_squared_error


@pytest.mark.parametrize(("mean", "std"), [(0.0, 3.0), (2.0, 1.0), (3.0, 0.5)])
def test_the_steps_are_those_that_gradient_descent_takes(mean, std):
    rng = np.random.default_rng(0)
    x = mean + std * rng.standard_normal(50)
    y = rng.standard_normal(50)
    columns = np.column_stack([x, np.ones(50)])
    hessian = 2 / 50 * columns.T @ columns
    rate = 2 / np.linalg.eigvalsh(hessian).sum()
    least = mean_squared_error(y, columns @ np.linalg.lstsq(columns, y)[0])
    w, above = np.zeros(2), []
    for _ in range(2000):
        above.append(mean_squared_error(y, columns @ w) - least)
        w = w - rate * 2 / 50 * columns.T @ (columns @ w - y)
    n_steps = int(np.argmax(np.array(above) <= 0.01 * above[0]))
    bowl = lesson1.measure_bowl(x)
    assert bowl.n_steps == n_steps
    assert bowl.condition == pytest.approx(np.linalg.cond(hessian))


def test_a_round_bowl_takes_one_step():
    bowl = lesson1.measure_bowl(np.array([-1.0, 1.0]))
    assert bowl == (pytest.approx(1.0), 1)
