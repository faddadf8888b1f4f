"""What the first sitting of lesson 3 says: losses, metrics, and which of them has a slope."""

import numpy as np
import pytest

from lessonlib.derivatives import numerical_gradient
from lessonlib.experiments import lesson3
from lessonlib.losses import mean_squared_error
from lessonlib.metrics import largest_error, tolerance_accuracy_score
from lessonlib.networks import forward

NUDGE = 1e-6


def fitted(rng, n_samples=20, noise_std=0.2):
    """Draw a dataset with the network that the lesson fits to it; return y and the outputs."""
    seed = int(rng.integers(2**31))
    x, y, weights = lesson3.fitted_network.__wrapped__(n_samples, noise_std, seed)
    return y, forward(weights, x)


def far_out(y, y_pred, distance, point=lesson3.OUTLIER):
    return np.where(np.arange(len(y)) == point, y_pred + distance, y)


def test_only_mse_follows_a_point_that_goes_astray(claim):
    def effect(rng):
        y, y_pred = fitted(rng, 12, 0.35)
        near, far = far_out(y, y_pred, 0.9), far_out(y, y_pred, 1.8)
        areas = [(one - y_pred)[lesson3.OUTLIER] ** 2 for one in (near, far)]
        assert areas[1] == pytest.approx(4 * areas[0])
        shares = [tolerance_accuracy_score(one, y_pred, 0.4) for one in (near, far)]
        gain = mean_squared_error(far, y_pred) - mean_squared_error(near, y_pred)
        return gain if shares[0] == shares[1] else -gain

    assert claim.over_draws(effect, at_least=1.0).mean == pytest.approx(3 * 0.9**2 / 12)


def test_one_outlier_pulls_the_curve_towards_itself(claim):
    """Without the point, and with absolute values in place of squares, nothing is pulled."""

    def effect(rng):
        y, y_pred = fitted(rng, 11, 0.35)
        astray = far_out(y, y_pred, 2.0)
        others = np.delete(y - y_pred, lesson3.OUTLIER)
        best = np.mean(astray - y_pred)
        return min(best - np.mean(others), best - np.median(astray - y_pred))

    assert claim.over_draws(effect).mean > 0.1


def test_mse_is_least_at_the_mean_and_absolute_error_at_the_median(claim):
    def effect(rng):
        y, y_pred = fitted(rng, 11, 0.35)
        passes = far_out(y, y_pred, rng.uniform(-1, 1)) - y_pred
        centres = np.mean(passes), np.median(passes)
        least = [np.argmin(one) for one in lesson3.losses_of_shifts(passes, lesson3.SHIFTS)]
        here = np.abs(lesson3.SHIFTS[least] - centres).max()
        there = np.abs(lesson3.SHIFTS[least] - centres[::-1]).max()
        return min(0.0051 - here, there - here)

    claim.over_draws(effect, at_least=0.9)


def test_the_mean_follows_an_outlier_and_the_median_does_not(claim):
    """Over all places of the point on one side: the mean goes on and on, the median stands."""
    near = lesson3.shift_curve(0.0, 1.0)

    def effect(outlier):
        far = lesson3.shift_curve(0.0, outlier)
        assert far.mean - near.mean == pytest.approx((outlier - 1) / lesson3.N_SHIFTED)
        return (far.mean - near.mean) - 10 * abs(far.median - near.median)

    claim.over(np.arange(1.05, 3.01, 0.05), effect)


def test_mse_is_smooth_and_the_absolute_error_has_kinks(claim):
    """A jump of slope is what does not vanish as the stretch across which it is taken does."""

    def effect(rng):
        y, y_pred = fitted(rng, 11, 0.35)
        passes, width = np.sort(y - y_pred), 1e-5
        around = passes[:, None] + np.array([-2, -1, 1, 2]) * width
        jumps = []
        for values in lesson3.losses_of_shifts(passes, around.ravel()):
            left, _, right = np.diff(values.reshape(around.shape), axis=1).T / width
            jumps.append(np.abs(right - left))
        return np.min(jumps[1]) - 1000 * np.max(jumps[0])

    claim.over_draws(effect, at_least=0.9)


def go_down(slope, start, n_steps=200, rate=0.1):
    places = [start]
    for _ in range(n_steps):
        places.append(places[-1] - rate * slope(places[-1]))
    return np.array(places)


def test_equal_steps_settle_on_mse_and_jump_about_on_absolute_error(claim):
    """It is the kinks that do it: rounded off, the mean absolute error lets them settle too."""

    def effect(rng):
        y, y_pred = fitted(rng, 11, 0.35)
        passes = y - y_pred
        squared = go_down(lambda shift: 2 * np.mean(shift - passes), -0.8)
        absolute = go_down(lambda shift: np.mean(np.sign(shift - passes)), -0.8)
        rounded = go_down(lambda shift: np.mean(np.clip((shift - passes) / 0.2, -1, 1)), -0.8)
        assert abs(squared[-1] - np.mean(passes)) < 1e-6
        assert abs(absolute[-1] - np.median(passes)) < 0.1, "near, but never there"
        return np.ptp(absolute[-4:]) - 1000 * max(np.ptp(one[-4:]) for one in (squared, rounded))

    assert claim.over_draws(effect).mean > 0.005


def test_the_metrics_disagree_about_such_networks(claim):
    """A is always a little off and B once by far, whatever the noise of the points."""

    def effect(rng):
        y, y_pred = fitted(rng, 20, 0.1)
        a, b = y_pred + 0.4, far_out(y_pred, y_pred, -2.0)
        return min(
            mean_squared_error(y, b) - mean_squared_error(y, a),
            largest_error(y, b) - largest_error(y, a),
            tolerance_accuracy_score(y, b, 0.25) - tolerance_accuracy_score(y, a, 0.25),
        )

    claim.over_draws(effect)


def test_the_metrics_disagree_about_the_two_networks(claim):
    both = lesson3.compare_networks(0.25)
    assert both.mse["A"] < both.mse["B"]
    assert both.worst["A"] < both.worst["B"]
    claim.batch([both.accuracy["B"] - both.accuracy["A"]])


def test_acc_changes_its_mind_with_the_tolerance(claim):
    def effect(tolerance):
        accuracy = lesson3.compare_networks(tolerance).accuracy
        says_b = accuracy["B"] - accuracy["A"]
        return says_b if tolerance < 0.5 else -says_b

    claim.over([*np.arange(0.05, 0.41, 0.05), *np.arange(0.6, 1.01, 0.05)], effect)


def share_level(parameter, tolerance, nudge, n_samples):
    values = lesson3.slice_along(parameter, tolerance, nudge, n_samples)
    return np.mean(values.accuracy_slope == 0), np.ptp(values.accuracy), values


SETTINGS = [(one, tolerance) for one in lesson3.PARAMETERS for tolerance in (0.1, 0.2, 0.3)]


def test_the_metric_is_a_staircase(claim):
    """Level at nearly every place, though it changes on the way; MSE is level nowhere."""

    def effect(setting):
        level, change, values = share_level(*setting, 1e-4, 20)
        assert change > 0, "it changes, by jumps"
        return level - 0.95 - np.mean(values.mse_slope == 0)

    claim.over(SETTINGS, effect)


def test_the_metric_is_level_wherever_it_has_a_slope(claim):
    """With a nudge as small as can be: exactly zero at every place, for MSE at none."""

    def effect(rng):
        y, y_pred = fitted(rng)
        levels = []
        for score in (mean_squared_error, lambda y, one: tolerance_accuracy_score(y, one, 0.3)):
            places = rng.uniform(-1, 1, 50)
            slopes = [
                (score(y, y_pred + place + NUDGE) - score(y, y_pred + place - NUDGE)) / (2 * NUDGE)
                for place in places
            ]
            levels.append(np.mean(np.array(slopes) == 0))
        return levels[1] - 0.95 - levels[0]

    claim.over_draws(effect, at_least=1.0)


def test_more_data_make_finer_stairs_and_each_is_level(claim):
    def effect(n_samples):
        few, many = (share_level("output_bias", 0.3, 1e-6, n)[2] for n in (n_samples, 400))
        heights = [np.min(np.diff(np.unique(one.accuracy.round(9)))) for one in (few, many)]
        assert np.mean(many.accuracy_slope == 0) > 0.98
        return heights[0] - 2 * heights[1]

    claim.over((20, 50, 100), effect)


def test_a_coarse_nudge_measures_across_several_stairs(claim):
    """The fine nudge takes the cause away: what it measures is level."""

    def effect(setting):
        fine, coarse = (share_level(*setting, nudge, 400)[0] for nudge in (1e-5, 0.1))
        return fine - coarse

    assert claim.over(SETTINGS, effect).mean > 0.2


def test_by_mse_the_bias_finds_its_way_and_by_the_metric_nothing_moves(claim):
    def effect(rng):
        y, y_pred = fitted(rng)
        shift = go_down(lambda place: 2 * np.mean(y_pred + place - y), 0.5, 30)[-1]
        accuracies = [tolerance_accuracy_score(y, y_pred + one, 0.3) for one in (0.5, shift)]

        def level(place):
            up, down = (
                tolerance_accuracy_score(y, y_pred + place + one, 0.3) for one in (NUDGE, -NUDGE)
            )
            return (down - up) / (2 * NUDGE)

        assert go_down(level, 0.5, 30)[-1] == 0.5, "nothing moves"
        return accuracies[1] - accuracies[0]

    assert claim.over_draws(effect).mean > 0.3


def test_trained_on_the_metric_no_weight_changes(claim):
    """The gradient by all weights is exactly zero; that of MSE is not, for any of them."""

    def effect(rng):
        x, y, weights = lesson3.fitted_network.__wrapped__(20, 0.2, int(rng.integers(2**31)))
        weights = weights + rng.normal(0, 0.1, len(weights))
        gradients = [
            numerical_gradient(score, weights, NUDGE)
            for score in (
                lambda w: tolerance_accuracy_score(y, forward(w, x), 0.3),
                lambda w: mean_squared_error(y, forward(w, x)),
            )
        ]
        return np.all(gradients[0] == 0) * np.min(np.abs(gradients[1]))

    claim.over_draws(effect)
