"""Measure a step of training for many H and S, and print the times as JSON.

It needs NumPy and lessonlib alone, so that it also runs in a browser's Python
(``in_pyodide.mjs``). ``cost_by_size.py`` starts it and draws the result.
"""

import json

import interleaved
import numpy as np

from lessonlib.datasets import sample_dataset
from lessonlib.networks import initialize_weights
from lessonlib.training import train

HIDDEN_WIDTHS, SAMPLE_SIZES, USUAL = (
    (1, 5, 10, 20, 50, 100, 200),
    (20, 50, 100, 200, 500, 1000),
    100,
)
N_STEPS = 250


def training_of(hidden_width: int, n_samples: int):
    """Return a call that trains."""
    x, y = sample_dataset("sine", n_samples, 0.15, np.random.default_rng(0))
    weights = initialize_weights(hidden_width, np.random.default_rng(0))
    return lambda: train(weights, x, y, 0.5 / max(hidden_width, 5), N_STEPS)


def main() -> None:
    """Measure and print ``[[H, S, microseconds], ...]``."""
    sizes = [(width, USUAL) for width in HIDDEN_WIDTHS]
    sizes += [(10, n_samples) for n_samples in SAMPLE_SIZES]
    sizes += [(50, 20), (50, 500)]
    names = {f"{width},{n_samples}": (width, n_samples) for width, n_samples in sizes}
    times = interleaved.lowest({name: training_of(*size) for name, size in names.items()})
    print(json.dumps([[*names[name], 1e6 * one / N_STEPS] for name, one in times.items()]))


if __name__ == "__main__":
    main()
