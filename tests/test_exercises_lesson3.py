"""The cases of lesson 3's exercises ask what their tasks ask, and keep what these promise."""

import numpy as np

from lessonlib.exercises import all_exercises

CASES = {name: one.cases() for name, one in all_exercises().items() if one.lesson == 3}


def test_the_edge_of_the_band_is_met_exactly_on_both_sides():
    edges = {
        float(np.sign(off))
        for y, y_pred, tolerance in CASES["tolerance_accuracy"]
        for off in (y_pred - y)[np.abs(y_pred - y) == tolerance]
    }
    assert edges == {-1.0, 1.0}


def test_off_the_edge_no_deviation_is_close_enough_to_it_for_rounding_to_decide():
    for y, y_pred, tolerance in CASES["tolerance_accuracy"]:
        distance = np.abs(np.abs(y_pred - y) - tolerance)
        assert np.all((distance == 0) | (distance > 1e-4))


def test_nothing_called_positive_and_nothing_positive_occur_alone_and_together():
    found = {(bool(y.any()), bool(y_class.any())) for y, y_class in CASES["precision_and_recall"]}
    assert found == {(True, True), (True, False), (False, True), (False, False)}


def test_ranking_has_both_classes_and_ties_between_them():
    n_ties = 0
    for y, score in CASES["auc_by_ranking"]:
        assert set(y.tolist()) == {0, 1}
        n_ties += bool(np.any(score[y == 1][:, None] == score[y == 0]))
    assert 3 <= n_ties < len(CASES["auc_by_ranking"])


def test_no_row_of_scores_has_two_equal_numbers():
    exercise = all_exercises()["top_n_accuracy"]
    for seed in range(20):
        for _, scores, n in exercise.make_cases(np.random.default_rng(seed)):
            assert all(len(set(row)) == len(row) for row in scores.tolist())
            assert 1 <= n <= scores.shape[1]
