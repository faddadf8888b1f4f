"""A browser on a virtual screen, with a page a technique: keys and drags, and when they show."""

import sys
import time
from pathlib import Path
from typing import NamedTuple

from playwright.sync_api import Page

sys.path.insert(0, str(Path(__file__).parents[1] / "tools"))
import lab
from virtual_screen import Hand, Screen


class Drag(NamedTuple):
    """What was seen of a drag.

    Attributes
    ----------
    times : list of float
        Milliseconds from when the mouse reached a value until the picture showed it.
    rate : float
        Pictures a second.
    on_the_way : int
        Pictures that still came after the last move, before the one that shows it.
    stale : int
        Pictures of another position that came after that one; without it, all that came.
    lag : float
        Milliseconds from the last move to the last picture.
    """

    times: list[float]
    rate: float
    on_the_way: int
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
                changes.append((time.monotonic(), shown))
                if shown in reached:
                    times.append(1000 * (changes[-1][0] - reached[shown]))
                last = shown
            time.sleep(0.0004)
        self.hand.button(down=False)
        after = [one for one in changes if one[0] > end]
        lag = 1000 * (after[-1][0] - end) if after else 0.0
        rate = (len(changes) - len(after)) / seconds
        shown_after, place = [shown for _, shown in after], self.value(name)
        right = shown_after.index(place) if place in shown_after else 0
        stale = sum(shown != place for shown in shown_after[right:])
        return Drag(times, rate, right, stale, lag)

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
