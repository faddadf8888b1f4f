"""Claims of lesson 1 about standardising."""

import numpy as np

from lessonlib.experiments import lesson1 as experiments
from lessonlib.losses import mean_squared_error
from lessonlib.networks import initialize_weights, pack, unpack
from lessonlib.splitting import Standardizer
from lessonlib.sweeps import train_many


def draw_days(rng, n_samples=200):
    """Some days of the year and their temperatures."""
    weather = experiments.load_weather()
    rows = rng.permutation(len(weather.temp_max))[:n_samples]
    return weather.day_of_year[rows].astype(float), weather.temp_max[rows]


def test_standardising_makes_the_bowl_round(claim):
    def effect(rng):
        day, _ = draw_days(rng)
        plain, scaled = (
            experiments.measure_bowl(x) for x in (day, Standardizer.fit(day).transform(day))
        )
        assert scaled.condition < 1 + 1e-9
        return min(plain.condition - 1e4, plain.n_steps - 1e4 * scaled.n_steps)

    claim.over_draws(effect, at_least=1.0)
    half = [
        experiments.measure_bowl(x).condition
        for x in (np.arange(366.0) - 182.5, np.arange(366) / 106)
    ]
    assert min(half) > 5  # one half of the recipe is not enough


def test_the_targets_scale_does_not_shape_the_bowl(claim):
    """Second differences of the error itself, for y and for ten times y."""

    def effect(rng):
        day, y = draw_days(rng)
        x = Standardizer.fit(day).transform(day)
        shapes = [curvatures(x, scale * y) for scale in (1, 10)]
        return 1e-6 - np.max(np.abs(shapes[0] - shapes[1]))

    claim.over_draws(effect, at_least=1.0)


def curvatures(x, y):
    """Second derivatives of the mean squared error of w x + b by w and b; it is a parabola."""
    steps = np.eye(2)

    def error(w, b):
        return mean_squared_error(y, w * x + b)

    return np.array(
        [[error(*(p + q)) - error(*p) - error(*q) + error(0.0, 0.0) for q in steps] for p in steps]
    )


def test_networks_learn_faster_from_a_standardised_input(claim):
    """Both start from the same curve, and each has the best of 24 rates."""

    def effect(rng):
        day, y = draw_days(rng, 60)
        scaler = Standardizer.fit(day)
        start = initialize_weights(4, rng)
        w, b, v, c = unpack(start)
        same_curve = pack(w / scaler.std, b - w * scaler.mean / scaler.std, v, c)
        rates = np.logspace(-6, 0, 24)
        scaled = train_many(start, scaler.transform(day), y, rates, 200)
        plain = train_many(same_curve, day, y, rates, 200)
        np.testing.assert_allclose(plain[0], scaled[0])
        return plain[-1].min() - 1.5 * scaled[-1].min()

    claim.over_draws(effect, at_least=0.9)
