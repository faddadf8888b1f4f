"""Compare the fast training loop with the textbook step, and a sweep of rates with one by one.

Prints ratios of medians; both sides of each ratio are measured in turns, in the same run::

    .venv/bin/python benchmarks/training_speed.py
"""

import statistics
import time
from collections.abc import Callable

import numpy as np
from tqdm import tqdm

from lessonlib.datasets import sample_dataset
from lessonlib.networks import initialize_weights
from lessonlib.sweeps import train_many
from lessonlib.training import gradient_descent_step, train

N_STEPS, N_SAMPLES, ROUNDS = 500, 200, 7


def textbook(weights: np.ndarray, x: np.ndarray, y: np.ndarray) -> None:
    """Train with the step that the lesson shows."""
    for _ in range(N_STEPS):
        weights = gradient_descent_step(weights, x, y, 0.01)


def compare(name: str, slow: Callable[[], object], fast: Callable[[], object]) -> None:
    """Time both in turns and print how many times as fast the second is."""
    times: dict[str, list[float]] = {"slow": [], "fast": []}
    for _ in tqdm(range(ROUNDS), desc=name, leave=False):
        for key, function in (("slow", slow), ("fast", fast)):
            start = time.perf_counter()
            function()
            times[key].append(1000 * (time.perf_counter() - start))
    one, other = (statistics.median(times[key]) for key in ("slow", "fast"))
    print(f"{name}: {one:.0f} ms and {other:.0f} ms, {one / other:.1f} times as fast")


def main() -> None:
    """Measure and print."""
    x, y = sample_dataset("sine", N_SAMPLES, 0.15, np.random.default_rng(0))
    for hidden_width in (10, 50):
        weights = initialize_weights(hidden_width, np.random.default_rng(0))
        compare(
            f"textbook steps and train(), H = {hidden_width}",
            lambda weights=weights: textbook(weights, x, y),
            lambda weights=weights: train(weights, x, y, 0.01, N_STEPS),
        )
    weights = initialize_weights(10, np.random.default_rng(0))
    rates = np.geomspace(1e-3, 0.3, 64)
    compare(
        "64 rates one by one and train_many(), H = 10",
        lambda: [train(weights, x, y, rate, N_STEPS) for rate in rates],
        lambda: train_many(weights, x, y, rates, N_STEPS),
    )


if __name__ == "__main__":
    main()
