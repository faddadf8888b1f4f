"""Claims of lesson 1 about choosing: by validation, by too many looks, from unshuffled data."""

from functools import cache
from itertools import product

import numpy as np

from lessonlib.experiments import lesson1 as experiments
from lessonlib.experiments.lesson1 import MOST_PEEKS, WIDTHS

SETTINGS = list(product((80, 120, 160, 200), (0.05, 0.15, 0.3, 0.5)))


def widths(noise_std=0.3, n_samples=80):
    return experiments.try_widths(n_samples, noise_std)


def rises(noise_std=0.3, n_samples=80):
    """How far the error on fresh data at the largest H is above the least, for each data set."""
    fresh = widths(noise_std, n_samples).fresh
    return fresh[:, -1] - fresh.min(axis=1)


def test_the_mean_train_error_falls(claim):
    def effect(setting):
        train = widths(setting[1], setting[0]).mean["train"]
        steps = [train[WIDTHS.index(width)] for width in (1, 5, 10, 15, 20, 25, 30)]
        return -np.max(np.diff(steps))

    claim.over(SETTINGS, effect)


def test_validation_error_falls_then_rises(claim):
    """In each draw, judged by its error on fresh data, that validation estimates."""
    fresh = widths().fresh
    least = fresh.min(axis=1)
    claim.batch(np.minimum(fresh[:, 0], fresh[:, -1]) - 1.5 * least, at_least=0.9)
    mean = widths().mean["validation"]
    low, high = widths().valley
    assert 1 < low <= high < WIDTHS[-1]
    assert min(mean[0], mean[-1]) > 2 * mean.min()


def test_the_rise_is_learned_noise(claim):
    """Take the noise out of the same data: the rise goes."""
    report = claim.batch(0.2 * rises() - rises(noise_std=0.0), at_least=0.9)
    assert report.mean > 0


def test_more_data_flatten_the_rise(claim):
    claim.batch(rises() - rises(n_samples=200), at_least=0.85)
    assert rises(n_samples=200).mean() < 0.25 * rises().mean()


def test_one_draw_chooses_one_of_many_widths(claim):
    best = [WIDTHS[i] for i in np.argmin(widths().errors["validation"], axis=1)]
    low, high = widths().valley
    assert (min(best), max(best)) == (3, 22)  # "from 3 to 22"
    assert len(set(best)) >= 8
    claim.batch([max(low - one, one - high) for one in best], at_least=0.4)  # outside the valley


def test_the_least_validation_error_is_lucky(claim):
    draws = widths()
    claim.batch(draws.noise - draws.errors["validation"].min(axis=1), at_least=0.5)
    assert np.all(draws.fresh >= draws.noise)


@cache
def optimism(seed, choose_by="test", n_test=15):
    return experiments.peek(n_test, seed, choose_by).optimism


def test_the_best_of_many_looks_flatters(claim):
    claim.batch([optimism(seed)[MOST_PEEKS - 1] - 10 for seed in claim.seeds])


def test_a_score_that_did_not_choose_is_fair(claim):
    """Of one look, without a choice, and of many where another set has chosen."""
    first = [8 - abs(optimism(seed)[0]) for seed in claim.seeds]
    other = [8 - abs(optimism(seed, "validation")[-1]) for seed in claim.seeds]
    claim.batch(np.minimum(first, other))


def test_a_validation_set_takes_the_flattery(claim):
    def effect(seed):
        return 0.3 * optimism(seed)[-1] - abs(optimism(seed, "validation")[-1])

    claim.batch([effect(seed) for seed in claim.seeds])


def test_a_larger_test_set_is_harder_to_fool(claim):
    few, many = (
        np.array([optimism(seed, n_test=n_test)[-1] for seed in claim.seeds]) for n_test in (5, 100)
    )
    claim.batch(few - 2 * many)
    assert np.mean(many > 0) == 1  # "the gap does not vanish"


def test_unshuffled_sorted_data_break_the_test(claim):
    def effect(width):
        shuffled, in_order = (experiments.fit_sorted(one, width).ratios for one in (True, False))
        curves = experiments.fit_sorted(False, width).curves
        assert np.std(curves[:, -1]) > 5 * np.std(curves[:, len(curves[0]) // 4])  # "elsewhere"
        above = np.mean(in_order > 3 * shuffled)
        return min(np.median(in_order) - 10, 3 - np.median(shuffled), above - 0.8)

    claim.over(range(5, 21), effect)
