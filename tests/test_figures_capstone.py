"""The capstone: what is measured on which years, and how often the test year was opened."""

import numpy as np
import pytest

from lessonlib.datasets import load_seattle_weather
from lessonlib.figures import capstone
from lessonlib.figures.capstone import Choice, Ledger
from lessonlib.predict import estimate

GOOD = Choice(30, 0.1)


def test_the_split_is_by_years():
    years = load_seattle_weather().year
    assert [sorted(set(years[part])) for part in capstone.load_data().split] == [
        [2012, 2013],
        [2014],
        [2015],
    ]


def test_the_baseline_is_measured_on_the_train_years_only():
    data, weather = capstone.load_data(), load_seattle_weather()
    month = np.array([int(str(day)[5:7]) for day in weather.date])
    means = {m: weather.temp_max[(month == m) & (weather.year < 2014)].mean() for m in range(1, 13)}
    test = weather.year == 2015
    y_pred = np.array([means[m] for m in month[test]])
    scores = capstone.baseline_scores("test")
    assert scores.mse == pytest.approx(np.mean((weather.temp_max[test] - y_pred) ** 2))
    assert scores.accuracy == pytest.approx(np.mean(np.abs(weather.temp_max[test] - y_pred) < 3))
    assert len(data.monthly_mean.means) == 12


def test_scaling_is_by_the_train_years_only():
    data, weather = capstone.load_data(), load_seattle_weather()
    part = weather.year < 2014
    assert data.y_scaler.mean == pytest.approx(weather.temp_max[part].mean())
    assert data.x_scaler.std == pytest.approx(weather.day_of_year[part].std())


@pytest.mark.parametrize("choice", [GOOD, Choice(20, 0.1), Choice(12, 0.1)])
def test_a_good_network_beats_the_monthly_mean_in_both(choice):
    weights = capstone.fit(*choice).weights
    for subset in ("validation", "test"):
        scores = capstone.network_scores(weights, subset)
        assert scores.beats(capstone.baseline_scores(subset)) == 2


def test_a_network_that_was_hardly_trained_does_not():
    scores = capstone.network_scores(capstone.fit(2, 0.03).weights, "test")
    assert scores.beats(capstone.baseline_scores("test")) == 0


def test_every_opening_counts_and_looking_on_does_not():
    ledger = Ledger()
    for choice, is_open in [
        (GOOD, False),
        (GOOD, True),
        (GOOD, True),
        (GOOD, False),
        (Choice(3, 0.1), False),
    ]:
        ledger.look(choice, is_open)
    assert ledger.openings == [GOOD]
    ledger.look(Choice(3, 0.1), True)
    ledger.look(Choice(4, 0.1), True)
    assert len(ledger.openings) == 3


def test_the_first_opening_is_the_result():
    figure = capstone.seattle()
    assert "The test year is closed." in figure.words
    figure.update(hidden_width=12, learning_rate=0.1, open_test=True)
    assert "You opened 2015 once, with H = 12, α = 0.1" in figure.words
    figure.redraw()
    assert "once" in figure.words, "drawing again is not another look"
    figure.update(hidden_width=30)
    assert "opened 2015 2 times. Only the first was a test: H = 12, α = 0.1" in figure.words
    figure.update(open_test=False)
    assert "opened 2015 2 times" in figure.words


def test_what_was_opened_is_remembered_in_each_figure_alone():
    first, second = capstone.seattle(), capstone.seattle()
    first.update(open_test=True)
    assert "closed" in second.words


def test_closed_means_that_nothing_of_the_test_year_is_drawn():
    figure = capstone.seattle()
    closed = figure._picture.draw()
    assert "fill: #e42536" not in closed
    figure.update(open_test=True)
    assert figure._picture.draw() != closed


def test_a_look_before_the_prediction_is_no_opening():
    guess = estimate(5, 40)
    figure = capstone.seattle(prediction=guess)
    figure.update(open_test=True)
    assert "hidden until" in figure.words
    figure.update(open_test=False)
    assert "closed" in figure.words
    figure.update(open_test=True)
    guess.commit(14)
    assert "once" in figure.words
    assert "You predicted: 14" in figure.words


def test_a_diverged_network_is_not_scored():
    figure = capstone.seattle()
    figure.update(hidden_width=30, learning_rate=1.0, open_test=True)
    assert "diverged at step" in figure.words
    assert "closed" in figure.words
