"""Claims of lesson 1 about Seattle: the leak by the date, and the years' own levels."""

import numpy as np

from lessonlib.experiments import lesson1 as experiments
from lessonlib.experiments.lesson1 import CHOICES, DATE_WIDTHS, YEARS

HERE = {width: DATE_WIDTHS.index(width) for width in DATE_WIDTHS}


def test_with_random_days_more_bend_errs_less(claim):
    test = experiments.split_dates("days").test
    claim.batch(test[:, HERE[30]] - test[:, HERE[240]], at_least=0.9)
    assert np.argmin(test.mean(axis=0)) == len(DATE_WIDTHS) - 1  # "falls to the end"


def test_a_test_day_has_a_neighbour_in_train(claim):
    def effect(is_train):
        beside = np.convolve(is_train, [1, 0, 1], mode="same") > 0
        return np.mean(beside[~is_train]) - 0.85

    claim.over(experiments.split_dates("days").is_train, effect, at_least=0.9)


def deviations():
    """Seattle's temperatures, as a slow curve through the seasons and what is left over."""
    temperature = experiments.split_dates("days").temperature
    columns = experiments.spread_columns(np.linspace(-3, 3, len(temperature)), 8)
    season = (columns @ experiments.solve_heights(columns, temperature[:, None]))[:, 0]
    return season, temperature - season


def test_without_spells_more_bend_errs_more(claim):
    """The same deviations from the seasons, each on a random day: no spells, and no leak."""
    season, rest = deviations()
    along = [np.corrcoef(rest[:-lag], rest[lag:])[0, 1] for lag in (1, 20)]
    assert along[0] > 0.5 > 3 * abs(along[1])  # "warm spells last for days"

    def effect(rng):
        is_train = experiments.choose_train_days("days", int(rng.integers(1000)))[None]
        test = experiments.fit_dates(season + rng.permutation(rest), is_train).test[0]
        return test[HERE[240]] - test[HERE[8]]

    claim.over_draws(effect)


def test_whole_months_aside_stop_the_leak(claim):
    days, months = (experiments.split_dates(one).test[:, HERE[240]] for one in ("days", "months"))
    claim.batch(months - 3 * days, at_least=0.9)


def errors_of(split_by, taken_out="nothing", seed=0):
    return experiments.split_seattle(split_by, taken_out, seed).errors["test"]


def without_one(values):
    """Means of all but one, leaving out each in turn."""
    return (values.sum() - values) / (len(values) - 1)


def test_random_days_promise_less_than_whole_years(claim):
    gaps = without_one(errors_of("years")) - without_one(errors_of("days"))
    assert claim.batch(gaps, at_least=1.0).mean > 1
    assert np.std(errors_of("years")) > 1.5 * np.std(errors_of("days"))  # "years differ"


def gap(*how):
    """How much less random days promise, in °C²."""
    return errors_of("years", *how).mean() - errors_of("days", *how).mean()


def test_the_levels_are_a_part_of_the_gap(claim):
    parts = without_one(errors_of("years")) - without_one(errors_of("years", "levels"))
    parts = parts - without_one(errors_of("days")) + without_one(errors_of("days", "levels"))
    claim.batch(np.minimum(parts - 0.2 * gap(), 0.6 * gap() - parts), at_least=1.0)


def test_levels_and_spells_are_all_of_the_gap(claim):
    """The spells are dealt out anew in each draw."""
    report = claim.batch([0.5 * gap() - gap("spells", seed) for seed in claim.seeds])
    left = 0.5 * gap() - report.mean
    assert abs(left) < 0.2 * gap()


def test_the_coldest_and_the_warmest_year_are_the_dearest(claim):
    tested = np.array([test for test, _ in CHOICES])
    dear = {year: errors_of("years")[tested == year].mean() for year in YEARS}
    cold, warm = (YEARS[find(experiments.year_levels())] for find in (np.argmin, np.argmax))
    assert (cold, warm) == (2012, 2015)
    claim.over((2013, 2014), lambda year: min(dear[cold], dear[warm]) - dear[year])
