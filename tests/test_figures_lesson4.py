"""The pictures of lesson 4."""

import pytest

from lessonlib import predict
from lessonlib.experiments import lesson4 as experiments
from lessonlib.figures import lesson4 as figures


def drag(figure, number, x, y):
    figure._view.dragged = {"handle": number, "x": x, "y": y}


def test_the_three_steps_are_one_short_one_good_one_too_long():
    words = figures.three_steps().words
    here, a, b, c = (
        float(part.split(":")[1].strip(" .;").split(";")[0].split(". ")[0])
        for part in words.replace("After", "; After").replace("after", "; after").split("; ")
        if ":" in part
    )
    assert b < a < here < c


def test_the_three_walks_begin_with_the_three_steps():
    figure = figures.three_walks()
    words = figure.update(step=1).words
    heights = [
        experiments.take_step("valley", rate).next_height
        for rate in experiments.THREE_RATES.values()
    ]
    assert all(f"{height:.3g}" in words for height in heights)
    assert "outside" not in words
    assert "C has been outside the picture since step 2" in figure.update(step=40).words


def test_the_words_work_out_the_step():
    figure = figures.steps()
    words = figure.update(step=1, landscape="valley", learning_rate=0.1).words
    # w¹ = (3.5, 1.5) − 0.1 (3.5, 15) = (3.15, 0), then w² = (2.835, 0)
    assert "t = 1: w² = w¹ − α ∇f(w¹) = (3.15, 0) − 0.1 · (3.15, 0) = (2.83, 0)" in words
    assert "a step of length α‖∇f‖ = 0.315" in words
    assert "outside" not in words


def test_dragging_the_start_moves_the_path():
    figure = figures.steps()
    drag(figure, 0, -2.0, 1.0)
    assert figure.values["start_w0"] == pytest.approx(-2.0, abs=0.05)
    assert "(−2" in figure.words or "(−1.9" in figure.words


def test_the_figure_above_the_prediction_does_not_give_it_away():
    limit = experiments.sweep_bowl("valley").limit
    for make in (figures.one_dimension, figures.directions, figures.steps):
        figure = make()
        bowls = dict(figure.controls)
        if "landscape" in bowls:
            rate = bowls["learning_rate"]
            assert rate.base**rate.max < 0.8 * limit
        if "curvature" in bowls:
            assert bowls["curvature"].max < max(experiments.BOWLS["valley"]) / 2
    # How the limit goes on beyond H = 10 is predicted after the network was trained.
    assert figures.train_network().controls["hidden_width"].max <= experiments.SWEEP_WIDTH


def test_only_moved_artists_of_a_landscape_are_drawn_again():
    figure = figures.steps()
    figure.update(step=3)
    assert figure.update(step=4).svg is None
    assert figure.update(landscape="valley").svg is None
    assert figures.choose_rate().update(bowl="valley", tilt=30).svg is None
    assert figures.one_dimension().update(learning_rate=0.5).svg is None


def test_dragging_the_dot_on_the_number_line_chooses_its_factor():
    figure = figures.one_dimension()
    figure.update(curvature=2.0)
    drag(figure, 0, -0.6, 0.9)
    assert figure.values["learning_rate"] == pytest.approx(0.8)
    assert "1 − αλ = −0.60. It zigzags" in figure.words


@pytest.mark.parametrize(
    ("rate", "said"),
    [
        (0.02, "crawls"),
        (0.2, "converges"),
        (0.5, "first step"),
        (0.9, "zigzags"),
        (1.0, "to and fro"),
        (1.2, "diverges"),
    ],
)
def test_the_parabola_says_what_it_shows(rate, said):
    words = figures.one_dimension().update(learning_rate=rate, curvature=2.0).words
    assert said in words
    assert ("outside" in words) == (rate > 1)


def test_dragging_the_tip_turns_the_step():
    figure = figures.directions()
    seen = experiments.look_around(150.0, 0.5)
    drag(figure, 0, *seen.there)
    assert figure.values["angle"] == 150
    assert figure.values["distance"] == pytest.approx(0.5, rel=0.02)


def test_a_valley_that_is_turned_keeps_its_limit():
    figure = figures.choose_rate()
    for tilt in (0, 40, 90):
        assert "The limit 2/λₘₐₓ is 0.2." in figure.update(bowl="valley", tilt=tilt).words


def test_the_valley_is_hidden_until_the_prediction_and_so_is_the_limit():
    guess = predict.estimate(0.0, 2.5)
    figure = figures.choose_rate(prediction=guess)
    assert "limit" not in figure.update(bowl="round").words
    assert "limit" not in figure.update(bowl="valley", learning_rate=0.19).words
    guess.commit(1.0)
    assert "limit" in figure.words


@pytest.mark.parametrize(
    ("values", "sign"),
    [
        ({"learning_rate": 0.01}, "is still falling"),
        ({"learning_rate": 0.1}, "as low as the noise"),
        ({"learning_rate": 0.4, "seed": 3}, "the loss rises"),
        ({"learning_rate": 2.0}, "diverged at step"),
        ({"learning_rate": 2.0, "step": 2}, "the next step has the length"),
        ({"hidden_width": 1}, "more hidden units"),
    ],
)
def test_training_is_said_in_words(values, sign):
    words = figures.train_network().update(**values).words
    assert sign in words
    assert ("length of the gradient" in words) == ("diverged at step" not in words)


def test_the_clock_leads_through_a_training():
    figure = figures.train_network()
    losses = experiments.train_network(0.1, 10, 0.15).losses
    for step in (0, 7, 250):
        assert f"t = {step}: loss {losses[step]:.3g}" in figure.update(step=step).words
    assert figure.update(step=8).svg is None


def test_a_divergence_can_be_seen_step_by_step():
    figure = figures.train_network()
    seen = [experiments.train_network(1.0, 10, 0.15, step=step) for step in range(7)]
    axes = figure._picture.figure.axes[0]
    for step, one in enumerate(seen[:-1]):
        figure.update(learning_rate=1.0, step=step)
        low, high = axes.get_ylim()
        largest = abs(one.fit).max()
        assert low < one.fit.min() < one.fit.max() < high
        assert high == 2.5 or high <= 2.5 * largest
    assert seen[-1].diverged_at == 6
    assert "diverged at step 6" in figure.update(step=6).words
    assert axes.get_ylim() == (-2.5, 2.5)


@pytest.mark.parametrize("rate", [0.1, 0.4, 0.7, 1.0])
def test_no_loss_lies_above_the_picture(rate):
    figure = figures.train_network()
    figure.update(learning_rate=rate)
    losses = experiments.train_network(rate, 10, 0.15).losses
    top = figure._picture.figure.axes[1].get_ylim()[1]
    assert losses[losses < float("inf")].max() < top
    assert top == (100 if rate == 0.1 else 1e6)


def test_a_unit_of_x_that_is_not_standardised_trains_worse():
    figure = figures.all_curvatures()
    for units in experiments.UNITS:
        last = experiments.look_at_curvatures(0.5, units).losses[-1]
        assert f"the loss is {last:.3g}" in figure.update(units=units).words


def test_the_readers_training_is_one_of_the_sweep():
    rate = experiments.RATES[30]
    figure = figures.all_rates()
    frame = figure.update(learning_rate=rate, n_steps=50)
    loss = experiments.sweep_rates(10, 0.15).losses[50, 30]
    assert f"loss {loss:.3g} after 50 steps" in frame.words


def test_moving_alpha_sends_parts_only():
    figure = figures.all_rates()
    assert figure.update(learning_rate=0.05).svg is None
    assert figure.update(hidden_width=50).svg is None
