"""Lesson 7: choosing for Seattle, and what the report says."""

from functools import cache
from itertools import combinations

import numpy as np

from lessonlib.baselines import GroupMeans
from lessonlib.datasets import load_seattle_weather
from lessonlib.experiments import lesson7 as experiments
from lessonlib.networks import forward, initialize_weights
from lessonlib.splitting import Standardizer
from lessonlib.training import train

TIED = ((10, 0.1, 2000), (10, 0.2, 500), (10, 0.2, 1000), (30, 0.1, 500))


@cache
def error_of(choice, seed):
    judgement = experiments.try_choice(*choice, seed).validation
    return np.inf if judgement is None else judgement.network.mse


def test_three_units_only_need_more_steps(claim):
    """Slow and few steps against large and many: most of what three units lack, they make up."""

    def made_up(seed):
        few, many = error_of((3, 0.1, 500), seed), error_of((3, 0.4, 2000), seed)
        best = min(error_of(choice, seed) for choice in TIED[:3])
        return (few - many) - (many - best)

    claim.batch([made_up(seed) for seed in claim.seeds], at_least=0.8)
    claim.batch(
        [error_of((3, 0.1, 500), s) - error_of((30, 0.1, 500), s) for s in claim.seeds],
        at_least=0.8,
    )


def test_the_winner_of_the_search_is_a_tie(claim):
    def winner(seed):
        return min(TIED, key=lambda choice: error_of(choice, seed))

    assert winner(0) == (10, 0.1, 2000)
    claim.batch([1.0 if winner(s) != winner(0) else -1.0 for s in claim.seeds], at_least=0.5)


@cache
def weather():
    data = load_seattle_weather()
    return data, data.date.astype("datetime64[M]").astype(int) % 12 + 1


@cache
def rivals(train_years, seed):
    """Return the errors of the network and of the monthly mean, on train and on other years."""
    data, month = weather()
    own = np.isin(data.year, train_years)
    x = Standardizer.fit(data.day_of_year[own].astype(float))
    y = Standardizer.fit(data.temp_max[own])
    day = x.transform(data.day_of_year.astype(float))
    start = initialize_weights(10, np.random.default_rng(seed))
    weights = train(start, day[own], y.transform(data.temp_max[own]), 0.2, 1000).weights
    network = y.inverse_transform(forward(weights, day))
    means = GroupMeans.fit(month[own], data.temp_max[own]).predict(month)
    return [
        [np.mean((data.temp_max - said)[part] ** 2) for part in (own, ~own)]
        for said in (network, means)
    ]


def draws(claim):
    """Return every pair of train years, with starts until there are enough draws."""
    pairs = list(combinations((2012, 2013, 2014, 2015), 2))
    return [(pairs[i % len(pairs)], i // len(pairs)) for i in range(max(24, len(claim.seeds)))]


def test_new_years_tell_the_rivals_apart(claim):
    """Whichever two years train: ahead on the others, and more clearly than on its own."""
    ahead = np.array([np.subtract(*rivals(*draw)[::-1]) for draw in draws(claim)])
    report = claim.batch(ahead[:, 1], at_least=0.95)
    assert report.mean > 1
    claim.batch(ahead[:, 1] - ahead[:, 0], at_least=0.75)


def test_most_of_the_rise_on_2015_is_the_year(claim):
    """Twenty starts: of the rise from 2014 to 2015 more than half is bias squared."""

    def share(seed):
        weights = experiments.try_choice(10, 0.2, 1000, seed).weights
        now, new = (experiments.network_scores(weights, part) for part in ("validation", "test"))
        return (new.bias**2 - now.bias**2) - (new.scatter - now.scatter)

    claim.batch([share(seed) for seed in claim.seeds], at_least=0.8)
