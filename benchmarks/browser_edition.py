"""Measure the course in the browser: how soon it is there, and how quickly its pictures follow.

A lesson is opened by its link, cold (a browser that was never there) and warm (the same browser
again): seconds to its stored pictures, to Python, and to the first live picture when all cells are
run as soon as that is possible; and megabytes. Then a slider is moved by keys, here and in
JupyterLab, in turns. Medians and ratios are of one run; build the site before::

    .venv/bin/python tools/build_site.py --self-contained --only lite
    .venv/bin/python benchmarks/browser_edition.py --rounds 3
    .venv/bin/python benchmarks/browser_edition.py --rounds 1 --megabits 20   # a slow line
"""

import argparse
import shutil
import statistics
import sys
import tempfile
import time
from collections import defaultdict
from contextlib import ExitStack
from pathlib import Path

from tqdm import tqdm

sys.path.insert(0, str(Path(__file__).parents[1] / "tools"))
import lab
import lite_page

ROOT = Path(__file__).parents[1]

# Milliseconds from a key on a slider to the display's next picture after the figure has changed.
_PRESS = """([figure, key]) => new Promise((resolve) => {
  const handle = figure.querySelector('.live-controls .noUi-handle');
  const observer = new MutationObserver(() => {
    observer.disconnect();
    requestAnimationFrame(() => setTimeout(() => resolve(performance.now() - start)));
  });
  observer.observe(figure.querySelector('.live-picture'), {
    subtree: true, childList: true, characterData: true, attributes: true });
  handle.focus();
  const start = performance.now();
  handle.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true }));
  setTimeout(() => resolve(null), 5000);
})"""


def measure_opening(context, server: lab.Server, files: lite_page.Files, name: str) -> dict:
    """Open a lesson and run it until its first live picture; return seconds and megabytes."""
    page = context.new_page()
    start, before = time.monotonic(), files.bytes_sent
    lesson = lite_page.open_lesson(page, server, name)
    page.wait_for_selector(".jp-OutputArea-output :is(img, svg)", timeout=300_000)
    found = {"stored picture, s": time.monotonic() - start}
    lite_page.wait_for_python(lesson)
    found["Python, s"] = time.monotonic() - start
    lesson.command("notebook:run-all-cells")
    page.wait_for_selector(".live-figure .live-picture svg", timeout=300_000)
    found["first live picture, s"] = time.monotonic() - start
    found["megabytes"] = (files.bytes_sent - before) / 1e6
    page.close()
    return found


def find_slider(page):
    """Return the first figure whose slider shows."""
    page.wait_for_selector(".live-controls .noUi-handle", timeout=300_000)
    for figure in page.query_selector_all(".live-figure"):
        handle = figure.query_selector(".live-controls .noUi-handle")
        if handle is not None and handle.is_visible():
            figure.scroll_into_view_if_needed()
            return figure
    raise RuntimeError("no slider: choose another lesson")


def press_keys(page, figure, n: int) -> list[float]:
    """Return the milliseconds from each of some key presses to its picture."""
    keys = ["ArrowRight" if i % 2 == 0 else "ArrowLeft" for i in range(n)]
    times = []
    for key in keys:
        times.append(page.evaluate(_PRESS, [figure, key]))
        page.wait_for_timeout(100)
    return [one for one in times if one is not None]


def measure_sliders(context, browser_page, course: lab.Server, name: str, rounds: int) -> dict:
    """Return the times of key presses in the browser edition and in JupyterLab, in turns."""
    desktop = lab.open_notebook(context.new_page(), course, name)
    desktop.run_all()
    figures = {page: find_slider(page) for page in (browser_page, desktop.page)}
    names = {browser_page: "in the browser", desktop.page: "in JupyterLab"}
    times = defaultdict(list)
    for _ in range(rounds):
        for page, figure in figures.items():
            page.bring_to_front()
            press_keys(page, figure, 2)
            times[names[page]] += press_keys(page, figure, 10)
    return times


def report(openings: dict[str, list[dict]], sliders: dict[str, list[float]]) -> None:
    """Print medians and ratios."""
    medians = {
        kind: {key: statistics.median(one[key] for one in found) for key in found[0]}
        for kind, found in openings.items()
    }
    for key in medians["cold"]:
        cold, warm = medians["cold"][key], medians["warm"][key]
        print(f"{key:24s} cold {cold:7.1f}   warm {warm:7.1f}   warm/cold {warm / cold:.2f}")
    found = {name: statistics.median(times) for name, times in sliders.items()}
    for name, milliseconds in found.items():
        print(f"slider to picture {name}: {milliseconds:.0f} ms ({len(sliders[name])} keys)")
    if len(found) == 2:
        here, there = found["in the browser"], found["in JupyterLab"]
        print(f"in the browser it takes {here / there:.1f} times as long")


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--site", type=Path, default=ROOT / "build" / "site")
    parser.add_argument("--lesson", default="05_chain_rule.ipynb")
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--megabits", type=float, default=0, help="a second, of the line")
    parser.add_argument("--no-sliders", action="store_true")
    options = parser.parse_args()
    if not (options.site / "lite").is_dir():
        parser.error(f"{options.site} has no lite/: run tools/build_site.py --self-contained first")
    openings, sliders = defaultdict(list), {}
    with ExitStack() as stack:
        server, files = stack.enter_context(
            lite_page.serve(options.site, options.megabits * 1e6 / 8)
        )
        context = stack.enter_context(lab.browser())
        for _ in tqdm(range(options.rounds), desc="rounds"):
            reader = context.browser.new_context(viewport={"width": 1280, "height": 800})
            for kind in ("cold", "warm"):
                openings[kind].append(measure_opening(reader, server, files, options.lesson))
            reader.close()
        if not options.no_sliders:
            folder = Path(stack.enter_context(tempfile.TemporaryDirectory()))
            shutil.copytree(ROOT / "notebooks", folder / "notebooks")
            course = stack.enter_context(lab.jupyter_lab(folder / "notebooks"))
            lesson = lite_page.open_lesson(context.new_page(), server, options.lesson)
            lite_page.wait_for_python(lesson)
            lesson.run_all()
            sliders = measure_sliders(context, lesson.page, course, options.lesson, options.rounds)
    report(openings, sliders)


if __name__ == "__main__":
    main()
