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
from typing import NamedTuple

import nbformat
from playwright.sync_api import Page
from tqdm import tqdm

sys.path.insert(0, str(Path(__file__).parents[1] / "tools"))
import lab
from live_kernel import (
    cell_times,
    kernel_times,
    memory,
    report_cells,
    report_kernel,
    report_memory,
)
from live_latency_techniques import COMMON, TECHNIQUES, TWO_SLIDERS
from virtual_screen import HEIGHT, WIDTH, Hand, Screen, virtual_screen

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


class Drag(NamedTuple):
    """What was seen of a drag.

    Attributes
    ----------
    times : list of float
        Milliseconds from when the mouse reached a value until the picture showed it.
    rate : float
        Pictures a second.
    stale : int
        Pictures that still came after the last move, before the one that shows it.
    lag : float
        Milliseconds from the last move to the last picture.
    """

    times: list[float]
    rate: float
    stale: int
    lag: float


class Bench:
    """One browser on the virtual screen, one page a technique."""

    def __init__(self, context, screen: Screen, hand: Hand, server: lab.Server) -> None:
        self.screen, self.hand, self.server, self.context = screen, hand, server, context
        self.pages: dict[str, lab.Notebook] = {}
        self.patch: dict[str, tuple[int, int]] = {}

    def open(self, name: str) -> None:
        """Open the notebook of a technique, run it, and find its patch on the screen."""
        self.open_plain(name)
        self.show(name)
        self.patch[name] = self._find_patch(name)

    def open_plain(self, name: str) -> Page:
        """Open a notebook, run it, and show nothing but its output."""
        notebook = lab.open_notebook(self.context.new_page(), self.server, f"{name}.ipynb")
        notebook.page.evaluate(
            "() => { const s = jupyterapp.shell; s.mode = 'single-document'; s.collapseLeft(); }"
        )
        notebook.run_all()
        notebook.page.wait_for_selector(".noUi-handle", timeout=60_000)
        notebook.page.evaluate(
            "() => window.jupyterapp.commands.execute('notebook:hide-all-cell-code')"
        )
        notebook.page.wait_for_timeout(2000)
        self.pages[name] = notebook
        return notebook.page

    def show(self, name: str) -> None:
        """Bring a page to the front with the keyboard on its slider."""
        page = self.pages[name].page
        page.bring_to_front()
        page.wait_for_timeout(400)
        page.focus(".noUi-handle")

    def value(self, name: str) -> int:
        """Return where the slider of a page stands."""
        handle = self.pages[name].page.locator(".noUi-handle").first
        return round(float(handle.get_attribute("aria-valuenow")))

    def _find_patch(self, name: str) -> tuple[int, int]:
        places: set[tuple[int, int]] | None = None
        for _ in range(4):
            self.hand.press("Right")
            time.sleep(3)
            found = set(self.screen.find(self.value(name)))
            places = found if places is None else places & found
        if not places:
            raise RuntimeError(f"{name}: no patch with the slider's colour on the screen")
        ordered = sorted(places)
        return ordered[len(ordered) // 2]

    def press_keys(self, name: str, n: int) -> list[float]:
        """Return the milliseconds from each of ``n`` key presses to its picture."""
        value, times = self.value(name), []
        _, most = self._range(name)
        for i in range(n):
            key, value = ("Right", value + 1) if value < 0.96 * most else ("Left", value - 1)
            start = time.monotonic()
            self.hand.press(key)
            while self.screen.value(*self.patch[name]) != value:
                if time.monotonic() - start > 6:
                    raise RuntimeError(f"{name}: no picture of {value} after 6 seconds")
                time.sleep(0.0003)
            times.append(1000 * (time.monotonic() - start))
            time.sleep(0.12 + (i * 7 % 13) / 1000)  # not in step with the display
        return times

    def drag(self, name: str, seconds: float = 4) -> Drag:
        """Drag the handle to and fro at 60 moves a second."""
        left, y, width = self._track(name)
        least, most = self._range(name)
        place = lambda part: int(left + width * part)  # noqa: E731
        self.hand.move(place((self.value(name) - least) / (most - least)), y)
        time.sleep(0.2)
        self.hand.button(down=True)
        time.sleep(0.3)
        start, step = time.monotonic(), 0
        last, wanted = self.screen.value(*self.patch[name]), None
        changes, reached, times = [], {}, []
        while (now := time.monotonic()) < start + seconds + 1.5:
            if now < start + seconds and now >= start + step / 60:
                swing = abs(((now - start) / 1.25) % 2 - 1)  # a triangle: 1.25 s each way
                x = place(0.04 + 0.92 * swing)
                self.hand.move(x, y)
                value = round(least + (x - left) / width * (most - least))
                if value != wanted:
                    wanted, reached[value] = value, now
                step, end = step + 1, now
            shown = self.screen.value(*self.patch[name])
            if shown is not None and shown != last:
                changes.append(time.monotonic())
                if shown in reached:
                    times.append(1000 * (changes[-1] - reached[shown]))
                last = shown
            time.sleep(0.0004)
        self.hand.button(down=False)
        after = [moment for moment in changes if moment > end]
        lag = 1000 * (after[-1] - end) if after else 0.0
        rate = (len(changes) - len(after)) / seconds
        return Drag(times, rate, max(len(after) - 1, 0), lag)

    def ahead(self, name: str) -> float | None:
        """Return the share of moves that were answered ahead, of a figure that does so."""
        counts = self.pages[name].page.evaluate(
            "() => document.querySelector('.live-picture')?.kept.counts"
        )
        return counts["ahead"] / counts["moves"] if counts and counts["ahead"] else None

    def _range(self, name: str) -> tuple[float, float]:
        handle = self.pages[name].page.locator(".noUi-handle").first
        return tuple(float(handle.get_attribute(f"aria-value{end}")) for end in ("min", "max"))

    def _track(self, name: str) -> tuple[float, float, float]:
        """Return left end, height and width of the slider's track on the screen."""
        page = self.pages[name].page
        page.evaluate(
            "() => addEventListener('mousemove', e => { at = [e.clientX, e.clientY]; }, true)"
        )
        for place in ((640, 500), (600, 480)):
            self.hand.move(*place)
            time.sleep(0.2)
        at = page.evaluate("window.at")
        box = page.locator(".noUi-base").first.bounding_box()
        x, y = box["x"] + 600 - at[0], box["y"] + 480 - at[1]
        return x, y + box["height"] / 2, box["width"]


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
        f"{'':14s} keys: median ms   p95 ms   drag: median ms   pictures/s   stale   lag ms   ahead"
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
            f"{by_drag[name]:17.0f} {rate:12.1f} {max(d.stale for d in drags[name]):7d} "
            f"{lag:8.0f} {share:>7s}"
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
