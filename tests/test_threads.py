"""What many threads would slow down is computed on one."""

import numpy as np
import pytest
import threadpoolctl

from lessonlib.datasets import sample_dataset
from lessonlib.logistic import train_sgd
from lessonlib.networks import initialize_weights
from lessonlib.stochastic import TrainingRun
from lessonlib.sweeps import mse_hessian, train_many
from lessonlib.threads import one_thread
from lessonlib.training import fit_output_layer, train

X, Y = sample_dataset("sine", 40, 0.2, np.random.default_rng(0))
START = initialize_weights(6, np.random.default_rng(0))
PLANE, CLASSES = np.column_stack([X, Y]), (X > 0).astype(float)
RNG = np.random.default_rng(0)

WORK = {
    "train": lambda: train(START, X, Y, 0.1, 3),
    "TrainingRun": lambda: TrainingRun(START, X, Y, 0.1, 8, RNG).weights_at(3),
    "train_many": lambda: train_many(START, X, Y, [0.1, 1.0], 3),
    "mse_hessian": lambda: mse_hessian(START, X, Y),
    "fit_output_layer": lambda: fit_output_layer(START, X, Y),
    "train_sgd": lambda: train_sgd(
        np.zeros(3), PLANE, CLASSES, 0.1, 8, 3, np.random.default_rng(0)
    ),
}


def threads():
    """Return how many threads NumPy's pools have; other packages may have brought theirs since."""
    pools = threadpoolctl.threadpool_info()
    return {pool["num_threads"] for pool in pools if "numpy" in pool["filepath"]}


@pytest.fixture
def seen(monkeypatch):
    """How many threads there are whenever NumPy multiplies matrices or solves."""
    found = set()

    class Watched(np.ndarray):
        def __matmul__(self, other):
            found.update(threads())
            return super().__matmul__(other)

        def __rmatmul__(self, other):
            found.update(threads())
            return super().__rmatmul__(other)

    def watch(module, name):
        original = getattr(module, name)

        def watched(*arguments, **options):
            found.update(threads())
            return original(*arguments, **options)

        monkeypatch.setattr(module, name, watched)

    def stack(name):
        original = getattr(np, name)
        monkeypatch.setattr(np, name, lambda arrays: original(arrays).view(Watched))

    watch(np, "dot")
    watch(np, "matmul")
    watch(np.linalg, "lstsq")
    stack("hstack")
    stack("column_stack")
    with threadpoolctl.threadpool_limits(2):
        yield found


@pytest.mark.parametrize("work", WORK.values(), ids=WORK)
def test_matrices_are_multiplied_on_one_thread(work, seen):
    work()
    assert seen == {1}


def test_the_number_of_threads_comes_back():
    with threadpoolctl.threadpool_limits(2):
        with one_thread():
            assert threads() == {1}
        assert threads() == {2}
