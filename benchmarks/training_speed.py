"""Compare training with the textbook's loop, with JAX and with scikit-learn.

Prints Markdown tables of ratios. All sides of a table run in turns, in one process, each on one
thread; the lowest of nine counts. That the sides compute the same is checked before they are
timed. Needs ``requirements-bench.txt``; a peer that is not installed is left out::

    .venv/bin/python benchmarks/training_speed.py
"""

import argparse

import interleaved  # first: it sets the number of threads
import numpy as np
import training_peers as peers

from lessonlib.datasets import sample_dataset
from lessonlib.experiments.lesson6.penguins import train_set
from lessonlib.logistic import train_sgd
from lessonlib.networks import initialize_weights
from lessonlib.sweeps import train_many
from lessonlib.training import train

N_STEPS, N_SAMPLES, HIDDEN_WIDTHS = 500, 100, (1, 10, 50, 200)
RATES = np.geomspace(1e-3, 0.3, 64)  # none diverges: that would make ours faster
BATCH_SIZES, N_EPOCHS = (1, 16), 20
AGREEMENT = 1e-12  # largest difference of losses, or of the last parameters


def problem(hidden_width: int) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """Return the start and the train set."""
    x, y = sample_dataset("sine", N_SAMPLES, 0.15, np.random.default_rng(0))
    return initialize_weights(hidden_width, np.random.default_rng(0)), x, y


def check(name: str, ours: np.ndarray, others: np.ndarray) -> None:
    """Raise unless two results are the same to the last digits."""
    apart = float(np.abs(ours - others).max())
    if not apart < AGREEMENT:
        raise SystemExit(f"{name}: the results are {apart:.1e} apart, expected {AGREEMENT:g}")


def widths(rounds: int) -> None:
    """Compare one training, for several numbers of hidden units."""
    rows = []
    for hidden_width in HIDDEN_WIDTHS:
        weights, x, y = problem(hidden_width)
        rate = 0.5 / max(hidden_width, 5)
        run = (weights, x, y, rate, N_STEPS)
        functions = {
            "train": lambda run=run: train(*run).losses[:-1],
            "plain loop": peers.plain_loop(*run),
            "JAX": peers.jax_training(*run),
            "scikit-learn": peers.sklearn_network(hidden_width, x, y, rate, N_STEPS),
        }
        functions = {name: one for name, one in functions.items() if one is not None}
        for name in functions.keys() - {"train", "scikit-learn"}:  # that one starts elsewhere
            check(name, functions["train"](), functions[name]())
        times = interleaved.lowest(functions, rounds)
        ours = times.pop("train")
        row = [str(hidden_width), f"{1e6 * ours / N_STEPS:.1f}"]
        rows.append(row + [f"{1e6 * t / N_STEPS:.1f} ({t / ours:.2f})" for t in times.values()])
    title = f"A step of training, µs, S = {N_SAMPLES} (in brackets: times as long as `train`)"
    interleaved.print_table(title, ["H", "`train`", *times], rows)


def sweep(rounds: int) -> None:
    """Compare a sweep of learning rates."""
    run = (*problem(10), RATES, N_STEPS)
    weights, x, y = run[:3]
    functions = {
        "`train_many`": lambda: train_many(*run)[:-1],
        "JAX, `vmap`": peers.jax_sweep(*run),
        "`train`, one rate after the other": lambda: np.transpose(
            [train(weights, x, y, rate, N_STEPS).losses[:-1] for rate in RATES]
        ),
    }
    functions = {name: one for name, one in functions.items() if one is not None}
    for name, function in functions.items():
        check(name, functions["`train_many`"](), function())
    title = f"{len(RATES)} learning rates, {N_STEPS} steps each, H = 10, S = {N_SAMPLES}"
    _print_ratios(title, interleaved.lowest(functions, rounds), "`train_many`")


def minibatch(rounds: int) -> None:
    """Compare lesson 6's stochastic gradient descent, on its penguins."""
    x, y = train_set()
    for size in BATCH_SIZES:
        run, rate = (size, N_EPOCHS), 0.02 * size
        functions = {
            "`train_sgd`": lambda run=run, rate=rate: train_sgd(
                np.zeros(3), x, y, rate, *run, np.random.default_rng(0)
            ).history[-1],
            "plain loop": peers.plain_minibatches(x, y, rate, *run),
            "scikit-learn, `MLPClassifier`": peers.sklearn_minibatches(x, y, rate, *run),
        }
        if size == 1:
            name = "scikit-learn, `SGDClassifier`, compiled"
            functions[name] = peers.sklearn_one_by_one(x, y, rate, N_EPOCHS)
        functions = {name: one for name, one in functions.items() if one is not None}
        check("plain loop", functions["`train_sgd`"](), functions["plain loop"]())
        title = f"{N_EPOCHS} epochs of SGD on {len(x)} penguins, batches of {size}"
        _print_ratios(title, interleaved.lowest(functions, rounds), "`train_sgd`")


def _print_ratios(title: str, times: dict[str, float], ours: str) -> None:
    rows = [
        [name, f"{1000 * seconds:.2f}", f"{seconds / times[ours]:.2f}"]
        for name, seconds in times.items()
    ]
    interleaved.print_table(title, ["", "ms", f"times as long as {ours}"], rows)


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--rounds", type=int, default=interleaved.ROUNDS)
    rounds = parser.parse_args().rounds
    print(interleaved.describe_machine("numpy", "jax", "scikit-learn"))
    widths(rounds)
    sweep(rounds)
    minibatch(rounds)


if __name__ == "__main__":
    main()
