"""Settings, their data and training; what each preset promises, it shows."""

from dataclasses import replace

import numpy as np
import pytest

from lessonlib.datasets import load_seattle_weather
from lessonlib.figures import machine, playground
from lessonlib.figures.machine import N_STEPS, PRESETS, Setting
from lessonlib.predict import choose


def end_of(preset):
    setting = Setting(**PRESETS[preset], step=N_STEPS)
    return setting, machine.run(setting)


def test_presets_differ_in_one_control():
    assert PRESETS["just_right"] == {}
    assert [len(change) for name, change in PRESETS.items() if name != "just_right"] == [1, 1, 1]


def test_just_right_comes_near_the_noise_and_stays():
    setting, outcome = end_of("just_right")
    noise = setting.noise_std**2
    assert outcome.errors["train"][-1] < 1.2 * noise
    assert outcome.errors["validation"][-1] < 1.3 * noise
    assert outcome.errors["validation"][-1] < 1.05 * outcome.errors["validation"].min()
    assert machine.diagnose(outcome) == "settled"


def test_too_slow_is_far_from_done_and_still_falling():
    _, outcome = end_of("too_slow")
    assert outcome.errors["train"][-1] > 4 * end_of("just_right")[1].errors["train"][-1]
    assert (np.diff(outcome.errors["train"][:-1]) < 0).all()
    assert machine.diagnose(outcome) == "falling"


def test_diverges():
    _, outcome = end_of("diverges")
    assert 1 < outcome.diverged_at < 50
    assert machine.diagnose(outcome) == "diverged"
    assert np.isfinite(outcome.weights).all()


def test_overfits_below_the_noise_on_train_and_ever_worse_on_validation():
    setting, outcome = end_of("overfits")
    train, validation = outcome.errors["train"], outcome.errors["validation"]
    best = np.argmin(validation)
    assert 100 < outcome.steps[best] < 1000
    assert validation[-1] > 1.5 * validation[best]
    assert train[-1] < 0.6 * setting.noise_std**2
    assert machine.diagnose(outcome) == "overfits"


def test_one_climb_at_the_start_is_not_restless_and_many_are():
    overfits = Setting(**PRESETS["overfits"], step=160)
    assert machine.diagnose(machine.run(overfits)) == "falling"
    assert machine.diagnose(machine.run(Setting(batch_size=4, step=400))) == "restless"


def test_before_the_first_step_there_is_nothing_to_diagnose():
    assert machine.diagnose(machine.run(Setting(step=0))) == "untrained"


def test_what_looks_the_same_is_the_same():
    assert Setting(learning_rate=0.10471285480509) == Setting(learning_rate=0.1)
    assert Setting(noise_std=0.15000000000000002) == Setting(noise_std=0.15)


def test_earlier_steps_can_be_seen_again():
    early = machine.run(Setting(step=33))
    machine.run(Setting(step=400))
    again = machine.run(Setting(step=33))
    np.testing.assert_array_equal(again.weights, early.weights)
    np.testing.assert_array_equal(again.steps, [0, 20, 33])


def test_an_interrupted_training_starts_anew():
    setting = Setting(seed=7, step=100)
    expected = machine.run(setting).weights
    machine._start.cache_clear()
    machine.run(Setting(seed=7, step=50))
    training = machine._start(("sine", 40, 0.3, 0.3), 10, 0.158, "all", 7)
    # An interrupt in the middle of a step: the weights have moved, the history has not.
    training._record = lambda: (_ for _ in ()).throw(KeyboardInterrupt)
    with pytest.raises(KeyboardInterrupt):
        machine.run(setting)
    np.testing.assert_array_equal(machine.run(setting).weights, expected)


def test_subsets_have_the_shares_asked_for_and_the_test_set_stays_closed():
    for dataset in machine.DATASETS:
        points = machine.load_data(dataset, 100, 0.3, 0.3).points
        assert {name: len(x) for name, (x, _) in points.items()} == {"train": 50, "validation": 30}


def test_seattle_is_standardised_by_its_train_set_and_split_by_years():
    points = machine.load_data("seattle", 200, 0.3, 0.3).points
    for column in points["train"]:
        assert column.mean() == pytest.approx(0, abs=1e-12)
        assert column.std() == pytest.approx(1)


def test_seattle_trains_on_two_years_and_validates_on_the_next(monkeypatch):
    weather = load_seattle_weather()
    marked = replace(weather, temp_max=weather.year + weather.day_of_year / 1000)
    monkeypatch.setattr(machine, "load_seattle_weather", lambda: marked)
    points = machine.load_data.__wrapped__("seattle", 200, 0.3, 0.3).points
    # In the scale of the train set, the years are as far apart as they were.
    assert points["train"][1].max() < points["validation"][1].min()
    gap = points["validation"][1].mean() - points["train"][1].mean()
    years = marked.temp_max[weather.year <= 2013]
    assert gap * years.std() == pytest.approx(1.5, abs=0.1)


def test_four_networks_hides_names_not_curves():
    guess = choose("A", "B", "C", "D")
    figure = machine.four_networks(prediction=guess)
    titles = [axes.get_title() for axes in figure._picture.figure.axes]
    assert titles == ["A", "B", "C", "D"]
    guess.commit("A")
    titles = [axes.get_title() for axes in figure._picture.figure.axes]
    assert titles == ["A: overfits", "B: too slow", "C: just right", "D: diverges"]


def test_learning_rates_are_those_that_the_slider_has():
    slider = playground.playground().controls["learning_rate"]
    for position in np.arange(slider.min, slider.max + 0.01, slider.step):
        rate = Setting(learning_rate=10**position).learning_rate
        assert Setting(learning_rate=rate).learning_rate == rate
        assert rate == pytest.approx(10**position, rel=0.005)


def test_every_preset_is_where_the_slider_can_stand():
    for change in PRESETS.values():
        setting = Setting(**change)
        for name, value in change.items():
            assert getattr(setting, name) == value
