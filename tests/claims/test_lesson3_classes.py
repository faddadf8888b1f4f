"""What the second sitting of lesson 3 says: rain at Seattle, its thresholds, ten classes."""

from functools import cache
from itertools import combinations, pairwise

import numpy as np
import pytest

from lessonlib.datasets import load_seattle_weather
from lessonlib.experiments import lesson3
from lessonlib.metrics import precision_score, recall_score, roc_auc_score, roc_curve

CUTS = np.arange(-20.1, -1, 0.5)


@cache
def days():
    weather = load_seattle_weather()
    month = weather.date.astype("datetime64[M]").astype(int) % 12 + 1
    return weather.year, month, *lesson3.rain_scores()


def redrawn(rng, season="all_year", noise_std=0.0):
    """Draw as many days as there are, with replacement."""
    y, score = lesson3.rain_scores(noise_std, season)
    chosen = rng.integers(len(y), size=len(y))
    return y[chosen], score[chosen]


def test_a_small_range_hints_at_rain(claim):
    """Within each month of each year: the season does not do it alone."""
    year, month, y, score = days()

    def effect(part):
        here = (year == part[0]) & (month == part[1])
        small = score[here] > np.median(score[here])
        return y[here][small].mean() - y[here][~small].mean()

    parts = [(one, other) for one in range(2012, 2016) for other in range(1, 13)]
    assert claim.over(parts, effect, at_least=0.9).mean > 0.2


def test_the_rarer_the_rain_the_better_always_dry_looks(claim):
    """In every year summer has less rain; where rain is as frequent as not, it is right on half."""
    year, month, y, _ = days()

    def effect(one):
        dry = [
            np.mean(y[(year == one) & np.isin(month, months)] == 0)
            for months in lesson3.SEASONS.values()
        ]
        whole, winter, summer = dry
        return min(summer - whole, whole - winter)

    claim.over(range(2012, 2016), effect)
    rng = np.random.default_rng(0)
    balanced = np.append(rng.choice(y[y == 1], 300), rng.choice(y[y == 0], 300))
    assert np.mean(balanced == 0) == 0.5
    assert recall_score(y, 0 * y) == 0
    assert round(100 * np.mean(y == 0)) == 57
    assert round(100 * lesson3.call_rain(0.0, 0.0, "summer").always_dry) == 81


def precisions_and_recalls(y, score):
    called = score >= CUTS[:, None]
    return (
        np.array([precision_score(y, one.astype(int)) for one in called]),
        np.array([recall_score(y, one.astype(int)) for one in called]),
    )


def test_recall_can_only_fall(claim):
    def effect(rng):
        return 1e-9 - np.max(np.diff(precisions_and_recalls(*redrawn(rng))[1]))

    claim.over_draws(effect, at_least=1.0)


def test_precision_mostly_rises(claim):
    """At most thresholds it does; that it falls at some is so in nearly every draw."""

    def changes(rng):
        return np.diff(precisions_and_recalls(*redrawn(rng))[0])

    assert claim.over_draws(lambda rng: np.mean(changes(rng) > 0) - 0.5).mean > 0.2
    claim.over_draws(lambda rng: np.mean(changes(rng) < 0))


def test_precision_falls_when_the_days_given_up_were_rainier(claim):
    """At every step: it falls if and only if they were rainier than the days that are kept."""

    def effect(rng):
        y, score = redrawn(rng)
        precision, agreed = precisions_and_recalls(y, score)[0], []
        for k, (low, high) in enumerate(pairwise(CUTS)):
            given_up, kept = (score >= low) & (score < high), score >= high
            if given_up.any() and kept.any():
                were_rainier = y[given_up].mean() > y[kept].mean()
                agreed.append(were_rainier == (precision[k + 1] < precision[k]))
        return np.mean(agreed) - 0.999

    claim.over_draws(effect, at_least=1.0)


def test_noise_mixes_the_two_heaps(claim):
    def effect(seed):
        quiet, noisy = (
            roc_auc_score(*lesson3.rain_scores.__wrapped__(std, "all_year", seed))
            for std in (1.0, lesson3.MOST_NOISE)
        )
        return min(quiet - noisy, noisy - 0.5)

    assert claim.over(claim.seeds, effect).mean > 0.05


def test_a_rare_class_makes_precision_hard(claim):
    """Take winter's days and leave out rainy ones until rain is as rare as in summer.

    The scores of each class stay, so the ROC curve does; precision falls all the same.
    """
    rare, areas = lesson3.rain_scores(0.0, "summer").y.mean(), []

    def effect(rng):
        y, score = redrawn(rng, "winter")
        rainy = np.flatnonzero(y == 1)
        n_left = round(rare / (1 - rare) * np.sum(y == 0))
        left = np.append(np.flatnonzero(y == 0), rng.choice(rainy, n_left, replace=False))
        all_days, few = ((y[part], score[part]) for part in (np.arange(len(y)), left))
        areas.append([roc_auc_score(*all_days), roc_auc_score(*few)])
        return np.subtract(*(precision_score(a, (b >= -8).astype(int)) for a, b in (all_days, few)))

    assert claim.over_draws(effect).mean > 0.15
    before, after = np.mean(areas, axis=0)
    assert after == pytest.approx(before, abs=0.03)
    summer, winter = (lesson3.call_rain(-8.0, 0.0, one) for one in ("summer", "winter"))
    assert summer.precision < winter.precision
    here, whole = (roc_auc_score(*lesson3.rain_scores(0.0, one)) for one in ("summer", "all_year"))
    assert here > whole - 0.02, "the curve is hardly lower"


def test_scores_that_know_nothing_lie_on_the_diagonal(claim):
    y = lesson3.rain_scores().y

    def effect(rng):
        curve = roc_curve(y, rng.random(len(y)))
        return 0.1 - np.max(np.abs(curve.true_positive_rate - curve.false_positive_rate))

    claim.over_draws(effect)
    known = roc_curve(*lesson3.rain_scores())
    assert np.max(known.true_positive_rate - known.false_positive_rate) > 0.4


def test_the_share_settles(claim):
    """From pair to pair its path grows narrow, around the share of all pairs."""
    area = lesson3.duel(1).area
    shares = np.array([lesson3.duel(lesson3.MOST_PAIRS, 0.0, seed).shares for seed in claim.seeds])
    early, late = (np.abs(shares[:, place] - area) for place in (9, -1))
    assert np.mean(late) < np.mean(early) / 4
    claim.batch(0.04 - late)


def test_the_area_is_the_share_of_all_pairs(claim):
    """With ties, as half; counted as lost, the two differ."""

    def effect(rng):
        y, score = redrawn(rng)
        rainy, dry = score[y == 1][:, None], score[y == 0]
        wins, ties = np.mean(rainy > dry), np.mean(rainy == dry)
        curve = roc_curve(y, score)
        area = np.trapezoid(curve.true_positive_rate, curve.false_positive_rate)
        assert area == pytest.approx(wins + ties / 2, abs=1e-12)
        return abs(area - wins)

    assert claim.over_draws(effect, at_least=1.0).mean > 0.001


def test_auc_judges_only_the_order(claim):
    """Squeezed and stretched, it stays; with the order changed, it does not."""

    def effect(rng):
        y, score = redrawn(rng)
        areas = [roc_auc_score(y, one) for one in (score, np.exp(score / 3), score**3)]
        assert areas == [areas[0]] * 3
        return abs(roc_auc_score(y, np.abs(score + 8)) - areas[0])

    claim.over_draws(effect, at_least=1.0)


def test_nearly_all_misses_are_of_two_kinds(claim):
    """Which of the two is larger differs from year to year; in 2015 it is the neighbours."""
    years = [lesson3.count_misses("all_tenths", year) for year in lesson3.YEARS]

    two = [(found.counts["neighbour"], found.counts["other_half"]) for found in years]
    claim.batch([min(one) / found.n_misses - 0.4 for one, found in zip(two, years, strict=True)])
    claim.batch([sum(one) / found.n_misses - 0.9 for one, found in zip(two, years, strict=True)])
    larger = [neighbour > other_half for neighbour, other_half in two]
    assert larger == [False, True, False, True]
    assert two[-1][0] > years[-1].n_misses / 2


@cache
def accuracy_of_triples(year):
    """Mean accuracy of all choices of three tenths with one pair of a kind, and with none."""
    table, kinds = lesson3.score_table(year), lesson3.kind_of_cells()
    found = {}
    for triple in combinations(range(lesson3.N_CLASSES), 3):
        pairs = [lesson3.KINDS[kinds[pair]] for pair in combinations(triple, 2)]
        misses = lesson3.sort_misses(table, triple)
        key = tuple(sorted(pair for pair in pairs if pair != "rest"))
        found.setdefault(key, []).append(misses.counts["right"] / misses.n_days)
    return {key: np.mean(accuracies) for key, accuracies in found.items()}


def test_each_suspect_costs_days(claim):
    """Of three tenths, guessing finds a third: what differs is the suspects that are there."""

    def effect(year):
        accuracy = accuracy_of_triples(year)
        with_one = max(accuracy["neighbour",], accuracy["other_half", "other_half"])
        with_two = max(accuracy["neighbour", "other_half"], accuracy["neighbour", "neighbour"])
        return min(accuracy[()] - with_one, with_one - with_two)

    assert claim.over(lesson3.YEARS, effect).mean > 0.03


def test_with_both_suspects_gone_three_quarters_are_right(claim):
    def effect(year):
        found = lesson3.count_misses("neither", year)
        return found.counts["right"] / found.n_days - 0.75

    claim.over(lesson3.YEARS, effect)


def test_a_score_turned_round_has_the_rest_of_the_area(claim):
    """What is wrong this reliably is right when turned round; what knows nothing is not."""

    def effect(rng):
        y, score = redrawn(rng)
        upside_down, turned, knows_nothing = (
            roc_auc_score(y, one) for one in (-score, score, rng.random(len(y)))
        )
        assert turned == pytest.approx(1 - upside_down)
        assert abs(knows_nothing - 0.5) < 0.06
        return turned - 0.75

    claim.over_draws(effect)
