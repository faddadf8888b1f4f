"""How probable a line makes the labels."""

import numpy as np
import pytest

from lessonlib.experiments import lesson6 as experiments


@pytest.mark.parametrize("judge", experiments.JUDGES)
def test_surprises_add_up_to_minus_the_logarithm_of_the_product(judge):
    likelihood = experiments.judge_labels(judge)
    np.testing.assert_allclose(-np.log(likelihood.products), likelihood.sums, atol=1e-9)
    np.testing.assert_allclose(-np.log(likelihood.probability), likelihood.surprise)
    assert (likelihood.products[0], likelihood.sums[0]) == (1.0, 0.0)


def test_the_mean_surprise_is_the_loss():
    y = experiments.train_set().y
    line = experiments.judge_line(*experiments.BY_HAND)
    assert experiments.judge_labels("line").sums[-1] / len(y) == pytest.approx(line.loss)


def test_the_line_gives_more_to_what_is_true_than_to_what_is_not():
    line, y = experiments.judge_line(*experiments.BY_HAND), experiments.train_set().y
    given = experiments.judge_labels("line").probability
    np.testing.assert_allclose(given[y == 1], line.probability[y == 1])
    np.testing.assert_allclose(given[y == 0], 1 - line.probability[y == 0])
    assert (experiments.judge_labels("coin").probability == 0.5).all()


def test_an_unknown_judge_is_refused():
    with pytest.raises(ValueError, match="judge='dice': expected one of 'line', 'coin'"):
        experiments.judge_labels("dice")
