"""A screen that nobody sees: real keys and mouse moves go in, and its memory is read."""

import mmap
import struct
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from Xlib import XK, X, display
from Xlib.ext import xtest

WIDTH, HEIGHT = 1280, 900


class Screen:
    """The memory of a virtual screen (Xvfb writes it to a file in X's window dump format)."""

    def __init__(self, file: Path) -> None:
        with file.open("rb") as stream:
            self._memory = mmap.mmap(stream.fileno(), 0, prot=mmap.PROT_READ)
        header = struct.unpack(">25I", self._memory[:100])
        self._line, self._start = header[12], header[0] + 12 * header[19]

    def value(self, x: int, y: int) -> int | None:
        """Return the slider value that the colour at (x, y) encodes; None for other colours."""
        at = self._start + y * self._line + 4 * x
        blue, green, red = self._memory[at : at + 3]
        if red % 32 != 16 or green % 32 != 16 or blue % 64 != 16:
            return None
        return red // 32 + 8 * (green // 32) + 64 * (blue // 64)

    def find(self, value: int) -> list[tuple[int, int]]:
        """Return the places on a coarse grid whose colour encodes ``value``."""
        grid = ((x, y) for y in range(60, HEIGHT, 6) for x in range(60, WIDTH, 6))
        return [place for place in grid if self.value(*place) == value]


class Hand:
    """Presses real keys and moves the real mouse of the virtual screen."""

    def __init__(self, name: str) -> None:
        self._display = display.Display(name)

    def press(self, key: str) -> None:
        """Press and release a key, named as in X."""
        code = self._display.keysym_to_keycode(getattr(XK, f"XK_{key}"))
        self._fake(X.KeyPress, code)
        self._fake(X.KeyRelease, code)

    def move(self, x: float, y: float) -> None:
        """Move the mouse to a place on the screen."""
        self._fake(X.MotionNotify, x=int(x), y=int(y))

    def button(self, *, down: bool) -> None:
        """Press the left button, or let it go."""
        self._fake(X.ButtonPress if down else X.ButtonRelease, 1)

    def _fake(self, kind: int, detail: int = 0, **place: int) -> None:
        xtest.fake_input(self._display, kind, detail, **place)
        self._display.flush()


@contextmanager
def virtual_screen(name: str, folder: Path) -> Iterator[Screen]:
    """Run Xvfb and give access to its memory."""
    size = f"{WIDTH}x{HEIGHT}x24"
    command = ["Xvfb", name, "-screen", "0", size, "-fbdir", str(folder), "-nolisten", "tcp"]
    process = subprocess.Popen(command, stderr=subprocess.DEVNULL)
    try:
        time.sleep(2)
        yield Screen(folder / "Xvfb_screen0")
    finally:
        process.terminate()
        process.wait()
