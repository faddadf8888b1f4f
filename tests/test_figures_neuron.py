"""The build-up from points to a neuron."""

import numpy as np
import pytest

from lessonlib.figures import neuron
from lessonlib.logistic import predict_probability


@pytest.mark.parametrize("stage", neuron.STAGES)
def test_each_stage_draws(stage):
    assert len(neuron.linear_classification(stage).words) > 20


def test_stages_add_to_the_picture():
    sizes = [len(neuron.linear_classification(stage)._picture.draw()) for stage in neuron.STAGES]
    assert len(set(sizes)) == len(neuron.STAGES)


def test_an_unknown_stage_is_refused():
    with pytest.raises(ValueError, match="stage='colours': expected one of 'points', 'line'"):
        neuron.linear_classification("colours")


def test_the_neuron_says_its_sum():
    words = neuron.neuron().update(
        first_weight=2.0, second_weight=-1.0, bias=-0.5, first_input=1.0, second_input=0.5
    )
    p = predict_probability([2.0, -1.0, -0.5], [[1.0, 0.5]])[0]
    assert "2.00 · 1.00 + (-1.00) · 0.50 + (-0.50) = 1.00" in words.words
    assert f"{p:.3f}: Gentoo" in words.words


def test_no_weights_no_line():
    figure = neuron.neuron()
    words = figure.update(first_weight=0.0, second_weight=0.0, bias=0.0).words
    assert "p = σ(z) = 0.500" in words
    assert "-0.00" not in words
    figure.update(first_weight=0.0, second_weight=0.0, bias=1.0)
    assert np.isfinite(figure.values["bias"])
