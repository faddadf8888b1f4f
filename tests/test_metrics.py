"""Metrics against scikit-learn, ties included, and what is undefined."""

import warnings

import numpy as np
import pytest
from sklearn import metrics as reference

from lessonlib import metrics

SEEDS = range(20)


def classes_and_scores(seed, n_samples=60):
    """Scores with one decimal: ties within and across the classes."""
    rng = np.random.default_rng(seed)
    y = rng.permutation(np.arange(n_samples) % 3 == 0).astype(int)
    return y, np.round(rng.normal(y, 1.0), 1)


def test_a_deviation_of_exactly_the_tolerance_is_too_large():
    assert metrics.tolerance_accuracy_score([0.0, 0.0], [0.5, -0.5], 0.5) == 0
    assert metrics.tolerance_accuracy_score([0.0, 0.0], [0.5, -0.5], 0.500001) == 1


def test_tolerance_accuracy_is_a_fraction():
    y = np.zeros(10)
    assert metrics.tolerance_accuracy_score(y, np.arange(10.0), 3.5) == pytest.approx(0.4)


def test_largest_error_looks_both_ways():
    assert metrics.largest_error([1.0, 1.0], [0.0, 1.5]) == 1.0
    assert metrics.largest_error([1.0, 1.0], [1.5, 3.0]) == 2.0


@pytest.mark.parametrize("seed", SEEDS)
def test_classification_metrics_agree_with_scikit_learn(seed):
    y, score = classes_and_scores(seed)
    y_class = (score > 0.5).astype(int)
    np.testing.assert_array_equal(
        metrics.confusion_matrix(y, y_class), reference.confusion_matrix(y, y_class)
    )
    for name in ("precision_score", "recall_score"):
        wanted = getattr(reference, name)(y, y_class)
        assert getattr(metrics, name)(y, y_class) == pytest.approx(wanted, abs=1e-15), name


@pytest.mark.parametrize("seed", SEEDS)
def test_roc_agrees_with_scikit_learn(seed):
    y, score = classes_and_scores(seed)
    wanted = reference.roc_curve(y, score, drop_intermediate=False)
    for came, right in zip(metrics.roc_curve(y, score), wanted, strict=True):
        np.testing.assert_allclose(came, right, atol=1e-15)
    area = metrics.roc_auc_score(y, score)
    assert area == pytest.approx(reference.roc_auc_score(y, score), abs=1e-14)
    curve = metrics.roc_curve(y, score)
    assert area == pytest.approx(np.trapezoid(curve[1], curve[0]), abs=1e-14)


@pytest.mark.parametrize("seed", SEEDS)
def test_area_is_the_chance_that_a_positive_outranks_a_negative(seed):
    y, score = classes_and_scores(seed)
    lead = score[y == 1][:, None] - score[y == 0]
    assert metrics.roc_auc_score(y, score) == pytest.approx(np.mean((np.sign(lead) + 1) / 2))


def test_area_of_perfect_reversed_and_constant_scores():
    y = [0, 0, 1, 1]
    assert metrics.roc_auc_score(y, [1, 2, 3, 4]) == 1
    assert metrics.roc_auc_score(y, [4, 3, 2, 1]) == 0
    assert metrics.roc_auc_score(y, [7, 7, 7, 7]) == 0.5


def test_undefined_precision_and_recall_are_zero_without_a_warning():
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        assert metrics.precision_score([0, 1], [0, 0]) == 0
        assert metrics.recall_score([0, 0], [0, 1]) == 0


@pytest.mark.parametrize("n", [1, 2, 5, 9])
def test_top_n_agrees_with_scikit_learn_ties_included(n):
    rng = np.random.default_rng(n)
    y = np.arange(200) % 10
    scores = np.round(rng.normal(size=(200, 10)), 1)
    wanted = reference.top_k_accuracy_score(y, scores, k=n)
    assert metrics.top_n_accuracy_score(y, scores, n) == pytest.approx(wanted)


def test_top_of_all_classes_is_one():
    assert metrics.top_n_accuracy_score([0, 1], [[1.0, 2.0], [2.0, 1.0]], 2) == 1


@pytest.mark.parametrize(
    ("call", "message"),
    [
        (lambda: metrics.tolerance_accuracy_score([1.0], [1.0], 0), "tolerance=0"),
        (lambda: metrics.largest_error([1.0], [1.0, 2.0]), r"len\(y_pred\)=2"),
        (lambda: metrics.confusion_matrix([0, 1], [0, 2]), "y_class holds other numbers"),
        (lambda: metrics.precision_score([-1, 1], [0, 1]), "y holds other numbers"),
        (lambda: metrics.roc_curve([1, 1], [0.1, 0.2]), "only the class 1"),
        (lambda: metrics.roc_auc_score([0, 0], [0.1, 0.2]), "only the class 0"),
        (lambda: metrics.top_n_accuracy_score([0], [[0.1, 0.2]], 3), "n=3"),
        (lambda: metrics.top_n_accuracy_score([2], [[0.1, 0.2]], 1), "0 to 1"),
        (lambda: metrics.top_n_accuracy_score([0, 1], [[0.1, 0.2]], 1), r"len\(scores\)=1"),
    ],
)
def test_errors_name_the_argument(call, message):
    with pytest.raises(ValueError, match=message):
        call()
