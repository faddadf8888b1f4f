"""Measure the time from a key press on a slider to changed pixels, in JupyterLab in a browser.

Compares four ways to let a matplotlib figure (200 points, a curve, a loss curve) follow a slider:

- ``interact``: a new inline figure for each value, as most courses do
- ``ipympl``: ``%matplotlib widget``, ``set_data`` and ``draw_idle``
- ``live``: this project's live figures
- ``empty``: no figure; the kernel sends one number back (the least that any answer can take)

The browser runs on a virtual screen. Real key presses and mouse moves go in, and the screen's
memory is read: one patch of each picture has a colour that encodes the slider's value, so the
moment at which the value is visible is known. Rounds are interleaved in random order. Needs Linux,
Chromium, Xvfb and requirements-bench.txt. Run it on a quiet machine::

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
from live_latency_techniques import COMMON, MOST, TECHNIQUES
from virtual_screen import HEIGHT, WIDTH, Hand, Screen, virtual_screen


REST = 3  # seconds


class Bench:
    """One browser on the virtual screen, one page a technique."""

    def __init__(self, context, screen: Screen, hand: Hand, server: lab.Server) -> None:
        self.screen, self.hand, self.server, self.context = screen, hand, server, context
        self.pages: dict[str, lab.Notebook] = {}
        self.patch: dict[str, tuple[int, int]] = {}

    def open(self, name: str) -> None:
        """Open the notebook of a technique, run it, and find its patch on the screen."""
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
        self.show(name)
        self.patch[name] = self._find_patch(name)

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
            time.sleep(1.5)
            found = set(self.screen.find(self.value(name)))
            places = found if places is None else places & found
        if not places:
            raise RuntimeError(f"{name}: no patch with the slider's colour on the screen")
        ordered = sorted(places)
        return ordered[len(ordered) // 2]

    def press_keys(self, name: str, n: int) -> list[float]:
        """Return the milliseconds from each of ``n`` key presses to its picture."""
        value, times = self.value(name), []
        for i in range(n):
            key, value = ("Right", value + 1) if value < MOST - 10 else ("Left", value - 1)
            start = time.monotonic()
            self.hand.press(key)
            while self.screen.value(*self.patch[name]) != value:
                if time.monotonic() - start > 6:
                    raise RuntimeError(f"{name}: no picture of {value} after 6 seconds")
                time.sleep(0.0003)
            times.append(1000 * (time.monotonic() - start))
            time.sleep(0.12 + (i * 7 % 13) / 1000)  # not in step with the display
        return times

    def drag(self, name: str, seconds: float = 4) -> tuple[float, int, float]:
        """Drag the handle to and fro at 60 moves a second.

        Returns
        -------
        frames_per_second : float
        stale : int
            Pictures that still came after the last move, before the one that shows it.
        lag : float
            Milliseconds from the last move to the last picture.
        """
        left, y, width = self._track(name)
        places = lambda k: left + width * k / MOST  # noqa: E731
        self.hand.move(places(self.value(name)), y)
        time.sleep(0.2)
        self.hand.button(down=True)
        time.sleep(0.3)
        changes, start, step = [], time.monotonic(), 0
        last = self.screen.value(*self.patch[name])
        while (now := time.monotonic()) < start + seconds + 1.5:
            if now < start + seconds and now >= start + step / 60:
                swing = abs(((now - start) / 1.25) % 2 - 1)  # a triangle: 1.25 s each way
                self.hand.move(places(10 + (MOST - 20) * swing), y)
                step, end = step + 1, now
            shown = self.screen.value(*self.patch[name])
            if shown is not None and shown != last:
                changes.append(time.monotonic())
                last = shown
            time.sleep(0.0004)
        self.hand.button(down=False)
        after = [moment for moment in changes if moment > end]
        lag = 1000 * (after[-1] - end) if after else 0.0
        return (len(changes) - len(after)) / seconds, max(len(after) - 1, 0), lag

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
    for name, source in TECHNIQUES.items():
        notebook = nbformat.v4.new_notebook(metadata={"kernelspec": kernel})
        notebook.cells = [nbformat.v4.new_code_cell(COMMON + source)]
        nbformat.write(notebook, folder / f"{name}.ipynb")


def report(keys: dict[str, list[float]], drags: dict[str, list[tuple[float, int, float]]]) -> None:
    """Print a line a technique, then the ratios."""
    print(f"{'':10s} median ms   p95 ms   frames/s   stale after a drag   lag ms")
    medians = {}
    for name in keys:
        times = sorted(keys[name])
        medians[name] = statistics.median(times)
        rate, stale, lag = (statistics.median(column) for column in zip(*drags[name], strict=True))
        most = max(row[1] for row in drags[name])
        print(
            f"{name:10s} {medians[name]:9.0f} {times[int(0.95 * len(times))]:8.0f} {rate:10.1f}"
            f" {stale:11.0f} (most {most}) {lag:8.0f}"
        )
    return
    print(f"live is {medians['interact'] / medians['live']:.1f} times as fast as interact")
    print(f"live is {medians['ipympl'] / medians['live']:.1f} times as fast as ipympl")
    print(f"live takes {medians['live'] / medians['empty']:.2f} times an empty round trip")


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--rounds", type=int, default=8)
    parser.add_argument("--keys", type=int, default=20, help="key presses a round")
    parser.add_argument("--display", default=":99", help="name of the virtual screen")
    parser.add_argument("--only")
    options = parser.parse_args()
    if not shutil.which("Xvfb"):
        parser.error("Xvfb is missing; on Debian: apt-get install xvfb")
    keys = {name: [] for name in TECHNIQUES}
    drags = {name: [] for name in TECHNIQUES}
    if options.only:
        for name in set(TECHNIQUES) - set(options.only.split(",")):
            del TECHNIQUES[name], keys[name], drags[name]
    with ExitStack() as stack:
        folder = Path(stack.enter_context(tempfile.TemporaryDirectory()))
        write_notebooks(folder)
        screen = stack.enter_context(virtual_screen(options.display, folder))
        server = stack.enter_context(lab.jupyter_lab(folder))
        context = stack.enter_context(lab.browser_on_screen(options.display, f"{WIDTH},{HEIGHT}"))
        bench = Bench(context, screen, Hand(options.display), server)
        for name in TECHNIQUES:
            bench.open(name)
        for _ in tqdm(range(options.rounds), desc="rounds"):
            for name in random.sample(list(TECHNIQUES), len(TECHNIQUES)):
                bench.show(name)
                time.sleep(REST)
                keys[name] += bench.press_keys(name, options.keys)
                drags[name].append(bench.drag(name))
        for name in TECHNIQUES:
            print(
                name,
                bench.pages[name].page.evaluate(
                    "() => [...document.querySelectorAll('.live-picture')].map(e => [e.kept?.counts, e.kept?.size])"
                ),
            )
    print({name: [round(t) for t in times] for name, times in keys.items()})
    report(keys, drags)


if __name__ == "__main__":
    main()
