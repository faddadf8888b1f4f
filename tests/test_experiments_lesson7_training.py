"""Training at a setting: its data, its errors; what each preset promises, it shows."""

from dataclasses import replace

import numpy as np
import pytest

from lessonlib.datasets import TRUE_FUNCTIONS, load_seattle_weather, sample_dataset
from lessonlib.experiments.lesson7 import (
    DATASETS,
    N_STEPS,
    PRESETS,
    Setting,
    load_data,
    run,
    run_four,
    training,
)
from lessonlib.metrics import tolerance_accuracy_score
from lessonlib.networks import forward


def end_of(preset):
    setting = Setting(**PRESETS[preset], step=N_STEPS)
    return setting, run(setting)


def test_just_right_comes_near_the_noise_and_stays():
    setting, outcome = end_of("just_right")
    noise = setting.noise_std**2
    assert outcome.errors["train"][-1] < 1.2 * noise
    assert outcome.errors["validation"][-1] < 1.3 * noise
    assert outcome.errors["validation"][-1] < 1.05 * outcome.errors["validation"].min()
    assert outcome.verdict == "right"


def test_too_slow_is_far_from_done_and_still_falling():
    _, outcome = end_of("too_slow")
    assert outcome.errors["train"][-1] > 4 * end_of("just_right")[1].errors["train"][-1]
    assert (np.diff(outcome.errors["train"][:-1]) < 0).all()
    assert outcome.verdict == "slow"


def test_diverges():
    _, outcome = end_of("diverges")
    assert 1 < outcome.diverged_at < 50
    assert outcome.verdict == "diverged"
    assert np.isfinite(outcome.weights).all()


def test_overfits_below_the_noise_on_train_and_ever_worse_on_validation():
    setting, outcome = end_of("overfits")
    train, validation = outcome.errors["train"], outcome.errors["validation"]
    best = np.argmin(validation)
    assert 100 < outcome.steps[best] < 1000
    assert validation[-1] > 1.5 * validation[best]
    assert train[-1] < 0.6 * setting.noise_std**2
    assert outcome.verdict == "overfits"


def test_underfits_settles_far_above_the_noise_on_both():
    setting, outcome = end_of("underfits")
    for errors in outcome.errors.values():
        assert errors[-1] > 4 * setting.noise_std**2
    assert outcome.verdict == "underfits"


def test_batches_of_one_are_restless():
    assert run(Setting(batch_size=1, step=N_STEPS)).verdict == "restless"


def test_before_the_first_steps_there_is_nothing_to_diagnose():
    assert run(Setting(step=0)).verdict == "untrained"


def test_fresh_points_are_those_that_nobody_has_seen():
    """Against 100,000 points drawn; in Seattle, days of 2014 that are not in the validation set."""
    setting = Setting(step=300)
    outcome = run(setting)
    x, y = sample_dataset("sine", 100_000, setting.noise_std, np.random.default_rng(1))
    drawn = np.mean((y - forward(outcome.weights, x)) ** 2)
    assert outcome.errors["fresh"][-1] == pytest.approx(drawn, rel=0.02)
    data = load_data(Setting(dataset="seattle", n_samples=200))
    assert len(data.fresh[0]) == 365 - len(data.points["validation"][0])


def test_no_network_of_the_playground_gets_far_below_what_is_called_reachable():
    for dataset in ("sine", "bump", "step"):
        for width in (5, 10, 20):
            outcome = run(Setting(dataset=dataset, hidden_width=width, step=N_STEPS))
            assert outcome.errors["fresh"].min() > 0.85 * outcome.data.reachable


def test_earlier_steps_can_be_seen_again():
    early = run(Setting(step=33))
    run(Setting(step=400))
    again = run(Setting(step=33))
    np.testing.assert_array_equal(again.weights, early.weights)
    np.testing.assert_array_equal(again.steps, [0, 20, 33])


def test_an_interrupted_training_starts_anew():
    setting = Setting(seed=7, step=100)
    expected = run(setting).weights
    training._start.cache_clear()
    run(Setting(seed=7, step=50))
    begun = training._start(setting.without_view()).training
    # An interrupt in the middle of a step: the weights have moved, the history has not.
    begun._record = lambda: (_ for _ in ()).throw(KeyboardInterrupt)
    with pytest.raises(KeyboardInterrupt):
        run(setting)
    np.testing.assert_array_equal(run(setting).weights, expected)


def test_subsets_have_the_shares_asked_for_and_the_test_set_stays_closed():
    for dataset in DATASETS:
        points = load_data(Setting(dataset=dataset, n_samples=100)).points
        assert {name: len(x) for name, (x, _) in points.items()} == {"train": 50, "validation": 30}


def test_seattle_is_standardised_by_its_train_set_and_split_by_years():
    points = load_data(Setting(dataset="seattle", n_samples=200)).points
    for column in points["train"]:
        assert column.mean() == pytest.approx(0, abs=1e-12)
        assert column.std() == pytest.approx(1)


def test_seattle_trains_on_two_years_and_validates_on_the_next(monkeypatch):
    weather = load_seattle_weather()
    marked = replace(weather, temp_max=weather.year + weather.day_of_year / 1000)
    monkeypatch.setattr(training, "_read_weather", lambda: marked)
    points = load_data(Setting(dataset="seattle", n_samples=200)).points
    # In the scale of the train set, the years are as far apart as they were.
    assert points["train"][1].max() < points["validation"][1].min()
    gap = points["validation"][1].mean() - points["train"][1].mean()
    years = marked.temp_max[weather.year <= 2013]
    assert gap * years.std() == pytest.approx(1.5, abs=0.1)


def test_what_is_known_of_the_truth_comes_with_the_data():
    data = load_data(Setting(dataset="bump", noise_std=0.2))
    assert data.true_function is TRUE_FUNCTIONS["bump"]
    assert data.noise_floor == pytest.approx(0.04)
    data = load_data(Setting(dataset="seattle"))
    assert (data.true_function, data.noise_floor) == (None, None)


def test_accuracies_are_those_of_the_weights_at_the_tolerance_asked_for():
    outcome = run(Setting(step=100, tolerance=0.1))
    for name, (x, y) in outcome.data.points.items():
        accuracy = tolerance_accuracy_score(y, forward(outcome.weights, x), 0.1)
        assert outcome.accuracies[name] == accuracy
    assert run(Setting(step=100, tolerance=1.0)).accuracies["train"] > outcome.accuracies["train"]


@pytest.mark.parametrize(("batch_size", "n_batches"), [("all", 1), (64, 1), (16, 2), (1, 20)])
def test_epochs_are_counted(batch_size, n_batches):
    outcome = run(Setting(batch_size=batch_size, step=100))  # 20 examples train
    assert (outcome.n_batches, outcome.n_epochs) == (n_batches, 100 // n_batches)


def test_best_and_gap_are_read_off_the_curves():
    outcome = run(Setting(**PRESETS["overfits"], step=N_STEPS))
    fresh = outcome.errors["fresh"]
    assert fresh[outcome.best] == fresh.min() < fresh[-1]
    assert outcome.gap == fresh[-1] / outcome.errors["train"][-1]


def test_of_the_four_networks_one_overfits():
    four = run_four(N_STEPS)
    assert list(four.outcomes) == ["A", "B", "C", "D"]
    assert four.overfitting == ["A"]
    assert run_four(0).overfitting == []
