"""The capstone: what is measured on which years, and how often the test year was opened."""

import numpy as np
import pytest

from lessonlib.datasets import load_seattle_weather
from lessonlib.experiments import lesson7 as experiments
from lessonlib.experiments.lesson7 import Choice
from lessonlib.networks import initialize_weights
from lessonlib.training import train

GOOD = Choice(30, 0.1, 500)


def test_the_split_is_by_years():
    years = load_seattle_weather().year
    assert [sorted(set(years[part])) for part in experiments.load_seattle().split] == [
        [2012, 2013],
        [2014],
        [2015],
    ]


def test_the_baseline_is_measured_on_the_train_years_only():
    data, weather = experiments.load_seattle(), load_seattle_weather()
    month = np.array([int(str(day)[5:7]) for day in weather.date])
    means = {m: weather.temp_max[(month == m) & (weather.year < 2014)].mean() for m in range(1, 13)}
    test = weather.year == 2015
    y_pred = np.array([means[m] for m in month[test]])
    scores = experiments.baseline_scores("test")
    assert scores.mse == pytest.approx(np.mean((weather.temp_max[test] - y_pred) ** 2))
    assert scores.accuracy == pytest.approx(np.mean(np.abs(weather.temp_max[test] - y_pred) < 3))
    assert len(data.monthly_mean.means) == 12


def test_scaling_is_by_the_train_years_only():
    data, weather = experiments.load_seattle(), load_seattle_weather()
    part = weather.year < 2014
    assert data.y_scaler.mean == pytest.approx(weather.temp_max[part].mean())
    assert data.x_scaler.std == pytest.approx(weather.day_of_year[part].std())


@pytest.mark.parametrize("choice", [GOOD, Choice(20, 0.1, 500), Choice(12, 0.1, 500)])
def test_a_good_network_beats_the_monthly_mean_in_both(choice):
    weights = experiments.try_choice(*choice).weights
    for subset in ("validation", "test"):
        scores = experiments.network_scores(weights, subset)
        assert scores.beats(experiments.baseline_scores(subset)) == 2


def test_a_network_that_was_hardly_trained_does_not():
    scores = experiments.network_scores(experiments.try_choice(2, 0.03, 500).weights, "test")
    assert scores.beats(experiments.baseline_scores("test")) == 0


def test_the_error_is_bias_squared_and_scatter():
    data, weights = experiments.load_seattle(), experiments.try_choice(*GOOD).weights
    part = data.split.validation
    residuals = data.temperature[part] - experiments.predict_temperature(weights, data.day[part])
    scores = experiments.network_scores(weights, "validation")
    assert scores.bias == pytest.approx(residuals.mean())
    assert scores.scatter == pytest.approx(residuals.var())


def test_a_trial_is_judged_beside_the_baseline_on_2014():
    trial = experiments.try_choice(12, 0.1000001, 500)
    assert trial.choice == Choice(12, 0.1, 500), "the control shows three digits"
    assert trial.validation.choice == trial.choice
    assert trial.validation.network == experiments.network_scores(trial.weights, "validation")
    assert trial.validation.baseline == experiments.baseline_scores("validation")
    assert trial.validation.network.beats(trial.validation.baseline) == 2
    on_days = experiments.predict_temperature(trial.weights, experiments.DAYS)
    np.testing.assert_array_equal(trial.temperature, on_days)


def test_steps_are_those_of_plain_training():
    data = experiments.load_seattle()
    part = data.split.train
    x, y = data.x_scaler.transform(data.day[part]), data.y_scaler.transform(data.temperature[part])
    start = initialize_weights(12, np.random.default_rng(3))
    experiments.try_choice(12, 0.1, 300, seed=3)
    weights = experiments.try_choice(12, 0.1, 40, seed=3).weights
    np.testing.assert_allclose(weights, train(start, x, y, 0.1, 40).weights, rtol=1e-9)


def test_the_baseline_of_a_day_is_that_of_its_month():
    means = experiments.load_seattle().monthly_mean.means
    by_day = experiments.load_seattle().predict_daily_baseline()
    assert by_day.shape == experiments.DAYS.shape == (366,)
    assert by_day[[0, 30, 31, 59, 60, 365]].tolist() == means[[0, 0, 1, 1, 2, 11]].tolist()


def test_what_diverged_is_not_judged():
    trial = experiments.try_choice(30, 1.0, 500)
    assert trial.diverged_at is not None
    assert trial.validation is None
