"""The line by hand, its handles, and the penguins that lesson 6 is about."""

import numpy as np
import pytest

from lessonlib.datasets import load_penguins
from lessonlib.figures import boundary
from lessonlib.logistic import (
    boundary_line,
    cross_entropy_gradient,
    predict_probability,
    weights_from_line,
)
from lessonlib.losses import cross_entropy_loss
from lessonlib.plots import new_figure


def test_two_species_are_complete_and_scaled_by_the_train_set():
    x, y, split = boundary.load_two_species()
    penguins = load_penguins()
    of_two = np.isin(penguins.species, boundary.SPECIES)
    missing = np.isnan(penguins.bill_length_mm) | np.isnan(penguins.body_mass_g)
    assert len(y) == (of_two & ~missing).sum() == 274
    assert (of_two & missing).sum() == 2
    assert y.sum() == (penguins.species == "Gentoo").sum() - 1
    np.testing.assert_allclose(x[split.train].mean(axis=0), 0.0, atol=1e-12)
    np.testing.assert_allclose(x[split.train].std(axis=0), 1.0, atol=1e-12)
    assert sorted(np.concatenate(split)) == list(range(274))


def test_the_loss_has_a_minimum_because_no_line_separates_the_species():
    x, y = boundary.train_set()
    weights = np.zeros(3)
    for _ in range(5000):
        weights -= 4.0 * cross_entropy_gradient(weights, x, y)
    assert np.linalg.norm(cross_entropy_gradient(weights, x, y)) < 1e-9
    assert np.linalg.norm(weights) < 10
    assert boundary.count_mistakes(weights, x, y) > 0


def test_mistakes_are_counted():
    x = np.array([[1.0, 0.0], [-1.0, 0.0], [2.0, 0.0]])
    assert boundary.count_mistakes([1.0, 0.0, 0.0], x, np.array([1, 1, 0])) == 2


def test_turn_the_line_says_the_loss():
    figure = boundary.turn_the_line()
    x, y = boundary.train_set()
    weights = weights_from_line(40, 0.2, 3.0)
    words = figure.update(angle=40, offset=0.2, line_steepness=3.0).words
    loss = cross_entropy_loss(y, predict_probability(weights, x))
    mistakes = boundary.count_mistakes(weights, x, y)
    assert f"cross-entropy {loss:.3f}" in words
    assert f"{mistakes} of {len(y)}" in words


@pytest.mark.parametrize("angle", [-170, -60, 0, 45, 130])
@pytest.mark.parametrize("offset", [-1.0, 0.0, 0.5])
def test_a_handle_pulled_to_a_place_on_the_line_changes_nothing(angle, offset):
    figure = boundary.turn_the_line()
    figure.update(angle=angle, offset=offset)
    shift, turn = figure._handles
    here = boundary_line(weights_from_line(angle, offset, 1.0), 0.0)[0]
    along = boundary_line(weights_from_line(angle, offset, 1.0), 1.1)[1]
    assert shift.values(figure.controls, *along)["offset"] == pytest.approx(offset)
    assert turn.values(figure.controls, *along)["angle"] == angle
    assert shift.values(figure.controls, *here)["offset"] == pytest.approx(offset)


def test_the_line_follows_its_handles():
    figure = boundary.turn_the_line()
    figure.update(angle=30, offset=0.5)
    shift, turn = figure._handles
    figure.update(**turn.values(figure.controls, -0.4, 1.5))
    weights = weights_from_line(figure.values["angle"], 0.5, 1.0)
    assert predict_probability(weights, [[-0.4, 1.5]])[0] == pytest.approx(0.5, abs=0.01)
    figure.update(**shift.values(figure.controls, 1.0, 0.3))
    weights = weights_from_line(figure.values["angle"], figure.values["offset"], 1.0)
    assert predict_probability(weights, [[1.0, 0.3]])[0] == pytest.approx(0.5, abs=0.01)


def test_the_middle_of_the_picture_can_be_grasped():
    figure = boundary.turn_the_line()
    for handle in figure._handles:
        for value in handle.values(figure.controls, 0.0, 0.0).values():
            assert np.isfinite(value)


def test_a_steeper_line_is_better_only_up_to_a_point():
    losses = boundary.losses_by_steepness(40)
    best = int(np.argmin(losses))
    assert 10 < best < len(losses) - 10
    assert (np.diff(losses[:best]) < 0).all()
    assert (np.diff(losses[best:]) > 0).all()


def test_shading_is_the_probability():
    _, axes = new_figure()
    plane = boundary.Plane(axes)
    plane.show(weights_from_line(0.0, 0.0, 2.0))
    pixels = np.asarray(plane.image.get_array())
    np.testing.assert_allclose(pixels[:, 0, 0], 0xF8 / 255)  # orange, Adelie, on the left
    np.testing.assert_allclose(pixels[:, -1, 2], 0xFC / 255)  # blue, Gentoo, on the right
    strength = pixels[0, :, 3]
    assert strength.argmin() in (27, 28)  # faint where p = 1/2: at x = 0
    assert strength.max() <= 0.45
