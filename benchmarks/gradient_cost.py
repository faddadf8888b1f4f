"""Compare a gradient by nudging each weight with one by backpropagation.

Prints ratios of medians; all sides of a ratio are measured in turns, in the same run::

    .venv/bin/python benchmarks/gradient_cost.py
"""

import statistics
import time
from collections.abc import Callable

import numpy as np
from tqdm import tqdm

from lessonlib.datasets import sample_dataset
from lessonlib.derivatives import numerical_gradient
from lessonlib.losses import mean_squared_error
from lessonlib.networks import forward, initialize_weights, mse_gradient
from lessonlib.threads import one_thread

HIDDEN_WIDTHS, N_SAMPLES, ROUNDS, N_REPEATS = (1, 10, 50, 200), 200, 9, 20


def measure(name: str, functions: dict[str, tuple[Callable[[], object], int]]) -> dict[str, float]:
    """Time functions in turns; return the median time of one call of each, in ms."""
    times: dict[str, list[float]] = {key: [] for key in functions}
    for _ in tqdm(range(ROUNDS), desc=name, leave=False):
        for key, (function, n_calls) in functions.items():
            start = time.perf_counter()
            for _ in range(n_calls):
                function()
            times[key].append(1000 * (time.perf_counter() - start) / n_calls)
    return {key: statistics.median(values) for key, values in times.items()}


def compare(hidden_width: int) -> None:
    """Print how the two ways compare for a network of this width."""
    x, y = sample_dataset("sine", N_SAMPLES, 0.15, np.random.default_rng(0))
    weights = initialize_weights(hidden_width, np.random.default_rng(0))

    def loss(w: np.ndarray) -> float:
        return mean_squared_error(y, forward(w, x))

    functions: dict[str, tuple[Callable[[], object], int]] = {
        "nudging": (lambda: numerical_gradient(loss, weights), 1),
        "backpropagation": (lambda: mse_gradient(weights, x, y), N_REPEATS),
        "one forward pass": (lambda: loss(weights), N_REPEATS),
    }
    ms = measure(f"H = {hidden_width}", functions)
    in_passes = ms["backpropagation"] / ms["one forward pass"]
    print(
        f"H = {hidden_width}, P = {len(weights)}: nudging {ms['nudging']:.2f} ms, "
        f"backpropagation {ms['backpropagation']:.3f} ms ({in_passes:.1f} forward passes), "
        f"{ms['nudging'] / ms['backpropagation']:.0f} times as fast"
    )


def main() -> None:
    """Measure and print."""
    with one_thread():
        for hidden_width in HIDDEN_WIDTHS:
            compare(hidden_width)


if __name__ == "__main__":
    main()
