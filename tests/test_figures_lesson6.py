"""The figures of lesson 6: what they say, their handles, their stages, their clock."""

import numpy as np
import pytest

from lessonlib.experiments import lesson6 as experiments
from lessonlib.figures import lesson6 as figures
from lessonlib.figures.lesson6.gaps import GapsView
from lessonlib.figures.lesson6.plane import Plane
from lessonlib.figures.lesson6.stages import STAGES
from lessonlib.logistic import boundary_line, predict_probability, weights_from_line
from lessonlib.losses import cross_entropy_loss
from lessonlib.plots import new_figure

# The line by hand --------------------------------------------------------------------------------


def test_turn_the_line_says_the_loss():
    figure = figures.turn_the_line()
    x, y = experiments.train_set()
    weights = weights_from_line(40, 0.2, 3.0)
    words = figure.update(angle=40, offset=0.2, line_steepness=3.0).words
    loss = cross_entropy_loss(y, predict_probability(weights, x))
    mistakes = experiments.count_mistakes(weights, x, y)
    assert f"cross-entropy {loss:.3f}" in words
    assert f"{mistakes} of {len(y)}" in words


@pytest.mark.parametrize("angle", [-170, -60, 0, 45, 130])
@pytest.mark.parametrize("offset", [-1.0, 0.0, 0.5])
def test_a_handle_pulled_to_a_place_on_the_line_changes_nothing(angle, offset):
    figure = figures.turn_the_line()
    figure.update(angle=angle, offset=offset)
    shift, turn = figure._handles
    here = boundary_line(weights_from_line(angle, offset, 1.0), 0.0)[0]
    along = boundary_line(weights_from_line(angle, offset, 1.0), 1.1)[1]
    assert shift.values(figure.controls, *along)["offset"] == pytest.approx(offset)
    assert turn.values(figure.controls, *along)["angle"] == angle
    assert shift.values(figure.controls, *here)["offset"] == pytest.approx(offset)


def test_the_line_follows_its_handles():
    figure = figures.turn_the_line()
    figure.update(angle=30, offset=0.5)
    shift, turn = figure._handles
    figure.update(**turn.values(figure.controls, -0.4, 1.5))
    weights = weights_from_line(figure.values["angle"], 0.5, 1.0)
    assert predict_probability(weights, [[-0.4, 1.5]])[0] == pytest.approx(0.5, abs=0.01)
    figure.update(**shift.values(figure.controls, 1.0, 0.3))
    weights = weights_from_line(figure.values["angle"], figure.values["offset"], 1.0)
    assert predict_probability(weights, [[1.0, 0.3]])[0] == pytest.approx(0.5, abs=0.01)


def test_the_middle_of_the_picture_can_be_grasped():
    figure = figures.turn_the_line()
    for handle in figure._handles:
        for value in handle.values(figure.controls, 0.0, 0.0).values():
            assert np.isfinite(value)


def test_shading_is_the_probability():
    _, axes = new_figure()
    plane = Plane(axes)
    plane.show(weights_from_line(0.0, 0.0, 2.0))
    pixels = np.asarray(plane.image.get_array())
    np.testing.assert_allclose(pixels[:, 0, 0], 0xF8 / 255)  # orange, Adelie, on the left
    np.testing.assert_allclose(pixels[:, -1, 2], 0xFC / 255)  # blue, Gentoo, on the right
    strength = pixels[0, :, 3]
    assert strength.argmin() in (27, 28)  # faint where p = 1/2: at x = 0
    assert strength.max() <= 0.45


# Stages, and the neuron ---------------------------------------------------------------------------


@pytest.mark.parametrize("stage", STAGES)
def test_each_stage_draws(stage):
    assert len(figures.linear_classification(stage).words) > 20


def test_stages_add_to_the_picture():
    sizes = [len(figures.linear_classification(stage)._picture.draw()) for stage in STAGES]
    assert len(set(sizes)) == len(STAGES)


def test_an_unknown_stage_is_refused():
    with pytest.raises(ValueError, match="stage='colours': expected one of 'points', 'line'"):
        figures.linear_classification("colours")


def test_the_neuron_says_its_sum():
    words = figures.neuron().update(
        first_weight=2.0, second_weight=-1.0, bias=-0.5, first_input=1.0, second_input=0.5
    )
    p = predict_probability([2.0, -1.0, -0.5], [[1.0, 0.5]])[0]
    assert "2.00 · 1.00 + (-1.00) · 0.50 + (-0.50) = 1.00" in words.words
    assert f"{p:.3f}: Gentoo" in words.words


def test_no_weights_no_line():
    figure = figures.neuron()
    words = figure.update(first_weight=0.0, second_weight=0.0, bias=0.0).words
    assert "p = σ(z) = 0.500" in words
    assert "-0.00" not in words
    figure.update(first_weight=0.0, second_weight=0.0, bias=1.0)
    assert np.isfinite(figure.values["bias"])


# Surprises, walks, and what stays hidden ---------------------------------------------------------


def artist(figure, label):
    """Return the curve with a label."""
    lines = [one for axes in figure._picture.figure.axes for one in axes.lines]
    return next(one for one in lines if one.get_label() == label)


def test_training_takes_over_from_the_line():
    figure = figures.turn_the_line()
    hand = figure.update(angle=20, offset=0.1, line_steepness=2.0).words
    trained = figure.update(training_steps=100).words
    takeover = experiments.take_over(20, 0.1, 2.0)
    assert f"cross-entropy {takeover.losses[0]:.3f}" in hand
    assert f"cross-entropy {takeover.losses[-1]:.3f}" in trained
    assert f"your own line has {takeover.losses[0]:.3f}" in trained
    assert f"least loss that a line can have is {experiments.least_loss(0.0):.3f}" in hand


def test_stems_are_the_gaps_and_dots_are_as_large_as_the_loss():
    _, axes = new_figure()
    view = GapsView(axes)
    line = experiments.judge_line(40, 0.2, 3.0)
    view.show(line)
    y = experiments.train_set().y
    gentoo = line.probability[y == 1]
    stems = np.reshape(view.stems[1].get_ydata(), (-1, 3))[:, :2]
    np.testing.assert_allclose(np.diff(stems).ravel(), gentoo - 1)
    sizes = view.dots[1].get_sizes()
    np.testing.assert_allclose((sizes - 5) / 25, -np.log(gentoo))
    assert view.beyond.get_text() == ""
    view.show(experiments.judge_line(40, 0.2, 50.0))
    assert "beyond" in view.beyond.get_text()


def test_surprises_say_what_multiplied_and_added_up():
    words = figures.surprise().update(n_penguins=100).words
    line = experiments.judge_labels("line")
    assert f"{line.products[100]:.2g} by the line" in words
    assert f"{line.sums[100]:.2f} and 69.31" in words


def test_a_walk_is_drawn_up_to_now():
    figure = figures.walks()
    figure.update(progress=0, axis="steps")
    for progress, n in ((0, 0), (50, 55), (100, 110)):
        words = figure.update(progress=progress).words
        assert f"batches of 16 (α = 0.1) at step {n}: loss" in words
        assert artist(figure, "batches of 16").get_xdata()[-1] == max(n, 0.8)


def test_each_walk_can_have_its_own_rate():
    words = figures.walks().update(own_rates=True, progress=100).words
    for rate in experiments.OWN_RATES.values():
        assert f"(α = {rate:.3g}) at step" in words


def test_a_walk_that_leaves_the_map_is_told():
    assert "leaves the map" in figures.walks().update(learning_rate=10.0, progress=100).words
    assert "leaves the map" not in figures.walks().update(learning_rate=0.1, progress=100).words


def test_walks_that_are_not_chosen_are_not_drawn():
    figure = figures.walks()
    figure.update(sizes="all", progress=100)
    assert len(artist(figure, "batches of 1").get_xdata()) == 0
    assert len(artist(figure, "all 164").get_xdata()) == 11


def test_losses_of_training_are_drawn_up_to_now():
    figure = figures.train_by_sgd()
    for progress, n_ends in ((0, 1), (50, 6), (100, 11)):
        figure.update(progress=progress)
        assert len(artist(figure, "validation").get_xdata()) == n_ends
        assert artist(figure, "batch").get_xdata().max(initial=0) <= progress / 10


# Training, and two losses -------------------------------------------------------------------------


def test_the_slider_shows_the_state_at_its_step():
    figure = figures.train_by_sgd()
    x, y = experiments.train_set()
    result = experiments.train_on_penguins(0.1, 16, 10).result
    for progress, step in ((0, 0), (50, 55), (100, 110)):
        words = figure.update(progress=progress).words
        loss = cross_entropy_loss(y, predict_probability(result.history[step], x))
        assert f"Step {step} of 110" in words
        assert f"train loss {loss:.3f}" in words


def test_the_clock_runs_the_slider():
    figure = figures.train_by_sgd()
    play, run, reset = figure.widget.children[1].children
    assert (play.value, play.min, play.max, play.step) == (10, 0, 100, 1)
    figure.update(progress=70)
    reset.click()
    assert figure.values["progress"] == 0
    assert not run.value


def test_the_words_hold_the_numbers():
    words = figures.one_example().update(logit=0.0, true_class=1).words
    assert "loss 0.25, slope -0.25" in words
    assert "loss 0.69, slope -0.5" in words
