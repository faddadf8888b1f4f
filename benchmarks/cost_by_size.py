"""Fit what a step of training costs against H and S, and draw it.

The model is ``a + b H S + c H + d S`` microseconds: calls of NumPy, numbers of the hidden layer,
parameters, examples. Prints a Markdown table, writes ``cost_by_size.svg`` beside this file. With
``--pyodide`` the same is measured in a browser's Python under Node (see ``in_pyodide.mjs``)::

    .venv/bin/python benchmarks/cost_by_size.py --pyodide
"""

import argparse
import json
import os
import subprocess
import sys
from pathlib import Path

import matplotlib as mpl
import numpy as np
import threadpoolctl
from interleaved import describe_machine, print_table
from matplotlib.figure import Figure

sys.path.insert(0, str(Path(__file__).parents[1] / "tools"))
import npm_packages

HERE = Path(__file__).parent
COLUMNS = ("a, calls", "b, for each of H S", "c, for each of H", "d, for each of S")


def measure(command: list[str], **own: str) -> np.ndarray:
    """Run ``step_costs.py`` in a process of its own; return rows of H, S, microseconds."""
    environment = os.environ | {"PYTHONPATH": str(HERE.parent)} | own
    run = subprocess.run(command, capture_output=True, text=True, env=environment)
    if run.returncode:
        raise SystemExit(f"{' '.join(command)}:\n{run.stderr[-2000:]}")
    return np.array(json.loads(run.stdout.splitlines()[-1]))


def measure_in_pyodide() -> np.ndarray:
    """Return the same of Pyodide, as the site has it, under Node."""
    pyodide = npm_packages.install(HERE.parent / "tools" / "lite") / "pyodide"
    folders = {
        "LESSONLIB_PYODIDE": str(pyodide),
        "LESSONLIB_PURE_PACKAGES": str(Path(threadpoolctl.__file__).parent),
    }
    return measure(["node", str(HERE / "in_pyodide.mjs"), "step_costs.py"], **folders)


def terms(hidden_width: np.ndarray, n_samples: np.ndarray) -> np.ndarray:
    """Return the four terms of the model as columns."""
    ones = np.ones(np.broadcast_shapes(np.shape(hidden_width), np.shape(n_samples)))
    each = (ones, hidden_width * n_samples, hidden_width * ones, n_samples * ones)
    return np.stack(each, axis=-1)


def fit(rows: np.ndarray) -> np.ndarray:
    """Fit the model; relative errors count, so that small sizes do too. No cost is negative."""
    width, n_samples, microseconds = rows.T
    columns, wanted = terms(width, n_samples) / microseconds[:, None], np.ones(len(rows))
    used = list(range(columns.shape[1]))
    while True:
        found = np.linalg.lstsq(columns[:, used], wanted, rcond=None)[0]
        if (found >= 0).all():
            break
        used.pop(int(found.argmin()))
    costs = np.zeros(columns.shape[1])
    costs[used] = found
    return costs


def draw(measured: dict[str, np.ndarray], file: Path) -> None:
    """Draw the points and the fits, against H and against S."""
    figure = Figure(figsize=(9, 3.6), layout="constrained")
    axes = figure.subplots(1, 2, sharey=True)
    for color, (name, rows) in zip(("C0", "C1"), measured.items(), strict=False):
        costs = fit(rows)
        for ax, column, fixed, at in ((axes[0], 0, 1, 100), (axes[1], 1, 0, 10)):
            here = rows[rows[:, fixed] == at]
            line = np.geomspace(here[:, column].min(), here[:, column].max())
            sizes = (
                (line, np.full_like(line, at)) if column == 0 else (np.full_like(line, at), line)
            )
            ax.loglog(here[:, column], here[:, 2], "o", color=color)
            ax.loglog(*(line, terms(*sizes) @ costs), color=color)
            end = (line[-1], (terms(*sizes) @ costs)[-1])
            ax.annotate(name, end, (0, -18), textcoords="offset points", ha="right", color=color)
    for axis in (axes[0].xaxis, axes[0].yaxis, axes[1].xaxis):
        axis.set_major_formatter("{x:g}")
    axes[0].set(xlabel="H hidden units, S = 100 examples", ylabel="a step, µs")
    axes[1].set(xlabel="S examples, H = 10 hidden units")
    with mpl.rc_context({"svg.hashsalt": "cost_by_size", "svg.fonttype": "none"}):
        figure.savefig(file, metadata={"Date": None})


def main() -> None:
    """Measure, print and draw."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--pyodide", action="store_true", help="in Pyodide under Node too")
    options = parser.parse_args()
    measured = {"desktop": measure([sys.executable, str(HERE / "step_costs.py")])}
    if options.pyodide:
        measured["Pyodide"] = measure_in_pyodide()
    print(describe_machine("numpy"))
    rows = []
    for name, times in measured.items():
        width, n_samples, microseconds = times.T
        costs = fit(times)
        off = np.abs(terms(width, n_samples) @ costs / microseconds - 1)
        rows.append([name, *(f"{cost:.4g}" for cost in costs), f"{100 * off.max():.0f} %"])
    print_table("A step, µs: a + b H S + c H + d S", ["", *COLUMNS, "largest miss"], rows)
    if options.pyodide:
        ratio = measured["Pyodide"][:, 2] / measured["desktop"][:, 2]
        print(f"\nPyodide takes {ratio.min():.1f} to {ratio.max():.1f} times as long.")
    draw(measured, HERE / "cost_by_size.svg")


if __name__ == "__main__":
    main()
