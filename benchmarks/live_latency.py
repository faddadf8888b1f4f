"""Measure the time from a key press on a slider to changed pixels, in JupyterLab in a browser.

Compares ways to let a matplotlib figure (200 points, a curve, a loss curve) follow a slider:

- ``interact``: a new inline figure for each value, as most courses do
- ``ipympl``: ``%matplotlib widget``, ``set_data`` and ``draw_idle``
- ``live``: this project's live figures, after a rest of three seconds in which they compute ahead
- ``live-trip``: the same with nothing computed ahead: each move goes to the kernel and back
- ``retrain``, ``retrain-trip``: the same for a figure that trains a network at each move
  (H = 10, S = 100, 500 steps)
- ``heaviest-trip``: the figure of the course that takes longest to draw, nothing computed ahead
- ``empty``: no figure; the kernel sends one number back (the least that any answer can take)

The browser runs on a virtual screen. Real key presses and mouse moves go in, and the screen's
memory is read: one patch of each picture has a colour that encodes the slider's value, so the
moment at which the value is visible is known. Rounds are interleaved in random order. After that:
where the time of a move goes, how long cells wait while frames are computed, and the memory of
kernel and tab. Needs Linux, Chromium, Xvfb and requirements-bench.txt. Run it on a quiet machine::

    .venv/bin/python benchmarks/live_latency.py --rounds 8
"""

import argparse
import random
import shutil
import statistics
import sys
import tempfile
import time
from contextlib import ExitStack
from pathlib import Path

import nbformat
from tqdm import tqdm

sys.path.insert(0, str(Path(__file__).parents[1] / "tools"))
import lab
from live_bench import Bench, Drag
from live_kernel import (
    cell_times,
    kernel_times,
    memory,
    report_cells,
    report_kernel,
    report_memory,
)
from live_latency_techniques import COMMON, TECHNIQUES, TWO_SLIDERS
from virtual_screen import HEIGHT, WIDTH, Hand, virtual_screen

RATIOS = [
    ("live", "empty"),
    ("interact", "live"),
    ("ipympl", "live"),
    ("live-trip", "live"),
    ("live-trip", "empty"),
    ("interact", "live-trip"),
    ("retrain", "empty"),
    ("retrain-trip", "empty"),
    ("retrain-trip", "retrain"),
    ("heaviest-trip", "empty"),
]
REST = 3  # seconds, before anything is measured


def write_notebooks(folder: Path) -> None:
    """Write one notebook a technique."""
    kernel = {"name": "python3", "display_name": "Python 3", "language": "python"}
    for name, source in {**TECHNIQUES, "memory": TWO_SLIDERS}.items():
        notebook = nbformat.v4.new_notebook(metadata={"kernelspec": kernel})
        notebook.cells = [nbformat.v4.new_code_cell(COMMON + source)]
        nbformat.write(notebook, folder / f"{name}.ipynb")


def report(
    keys: dict[str, list[float]], drags: dict[str, list[Drag]], ahead: dict[str, float | None]
) -> dict[str, float]:
    """Print a line a technique, then the ratios; return the medians of the keys."""
    print(
        f"{'':14s} keys: median ms   p95 ms   drag: median ms   pictures/s   on the way   stale   "
        "lag ms   ahead"
    )
    by_key = {name: statistics.median(times) for name, times in keys.items()}
    by_drag = {
        name: statistics.median([one for drag in all_ for one in drag.times] or [float("nan")])
        for name, all_ in drags.items()
    }
    for name, times in keys.items():
        rate, lag = (
            statistics.median(getattr(d, of) for d in drags[name]) for of in ("rate", "lag")
        )
        share = "" if ahead[name] is None else f"{ahead[name]:.0%}"
        print(
            f"{name:14s} {by_key[name]:15.0f} {sorted(times)[int(0.95 * len(times))]:8.0f} "
            f"{by_drag[name]:17.0f} {rate:12.1f} {max(d.on_the_way for d in drags[name]):12d} "
            f"{max(d.stale for d in drags[name]):7d} {lag:8.0f} {share:>7s}"
        )
    for one, other in RATIOS:
        if one in keys and other in keys:
            print(
                f"{one} takes {by_key[one] / by_key[other]:.2f} times {other} by keys, "
                f"{by_drag[one] / by_drag[other]:.2f} times in a drag"
            )
    return by_key


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--rounds", type=int, default=8)
    parser.add_argument("--keys", type=int, default=20, help="key presses a round")
    parser.add_argument("--moves", type=int, default=2000, help="after which memory is looked at")
    parser.add_argument("--only", nargs="+", choices=list(TECHNIQUES), default=list(TECHNIQUES))
    parser.add_argument("--display", default=":99", help="name of the virtual screen")
    options = parser.parse_args()
    if not shutil.which("Xvfb"):
        parser.error("Xvfb is missing; on Debian: apt-get install xvfb")
    with ExitStack() as stack:
        folder = Path(stack.enter_context(tempfile.TemporaryDirectory()))
        write_notebooks(folder)
        screen = stack.enter_context(virtual_screen(options.display, folder))
        server = stack.enter_context(lab.jupyter_lab(folder))
        context = stack.enter_context(lab.browser_on_screen(options.display, f"{WIDTH},{HEIGHT}"))
        bench = Bench(context, screen, Hand(options.display), server)
        measure(bench, options)


def measure(bench: Bench, options: argparse.Namespace) -> None:
    """Measure all, round by round, and print it."""
    names = options.only
    keys, drags = {name: [] for name in names}, {name: [] for name in names}
    for name in names:
        bench.open(name)
    for _ in tqdm(range(options.rounds), desc="rounds"):
        for name in random.sample(names, len(names)):
            bench.show(name)
            time.sleep(REST)
            keys[name] += bench.press_keys(name, options.keys)
            time.sleep(REST)
            drags[name].append(bench.drag(name))
    medians = report(keys, drags, {name: bench.ahead(name) for name in names})
    pairs = [name for name in ("live", "retrain") if {name, f"{name}-trip"} <= set(names)]
    pages = {name: bench.pages[name].page for name in pairs}
    report_kernel({name: kernel_times(page) for name, page in pages.items()}, medians)
    for name, page in pages.items():
        report_cells(name, *cell_times(page))
    if options.moves:
        report_memory(memory(bench.open_plain("memory"), options.moves))


if __name__ == "__main__":
    main()
