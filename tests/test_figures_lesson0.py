"""The figure of the first page."""

from lessonlib.figures import lesson0


def test_divergence_is_named_and_explained():
    frame = lesson0.first_fit().update(learning_rate=10.0, hidden_width=50)
    assert "divergence" in frame.words
    assert "Make α smaller" in frame.words


def test_first_fit_says_the_loss_that_it_draws():
    figure = lesson0.first_fit()
    loss_axes = figure._picture.figure.axes[1]
    drawn = loss_axes.lines[0].get_ydata()
    assert f"{drawn[-1]:.4f} after" in figure.words
    assert f"{drawn[0]:.3f} before" in figure.words
