"""The figure of the first page."""

import pytest

from lessonlib.figures import lesson0


def test_divergence_is_named_and_explained():
    frame = lesson0.first_fit().update(learning_rate=10.0, hidden_width=50)
    assert "divergence" in frame.words
    assert "Make α smaller" in frame.words


def test_first_fit_says_the_errors_that_it_draws():
    figure = lesson0.first_fit()
    losses, fresh, floor = figure._picture.figure.axes[1].lines
    assert f"{losses.get_ydata()[-1]:.4f} after" in figure.words
    assert f"{losses.get_ydata()[0]:.3f} before" in figure.words
    assert f"fresh points: {fresh.get_ydata()[-1]:.4f}" in figure.words
    assert f"σ² = {floor.get_ydata()[0]:.4f}" in figure.words


@pytest.mark.parametrize("noise_std", [0.0, 0.15, 0.5])
def test_no_curve_is_said_to_expect_less_than_the_noise(noise_std):
    figure = lesson0.first_fit()
    figure.update(noise_std=noise_std, hidden_width=50)
    fresh = figure._picture.figure.axes[1].lines[1]
    assert min(fresh.get_ydata()) >= noise_std**2
