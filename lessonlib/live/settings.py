"""What holds for all live figures, and may be set once by whoever uses them.

Examples
--------
>>> from lessonlib.live import settings
>>> settings.say("run")
'Run'
"""

import os
from collections.abc import Callable
from typing import Any

import ipywidgets

ENGLISH = {
    # Where the picture cannot be drawn.
    "error": "This picture could not be drawn: {kind}: {error}. "
    "The one above is the last that could.",
    # The buttons of a clock.
    "run": "Run",
    "pause": "Pause",
    "one_step": "One step",
    "reset": "Reset",
    # A switch that a recording does not move.
    "on": "yes",
    "off": "no",
}


def say_in_english(key: str, /, **values: Any) -> str:
    """Return what a live figure says of itself: one of the texts above."""
    return ENGLISH[key].format(**values)


# How a live figure says it; another language is another function.
say: Callable[..., str] = say_in_english

# Widgets that the box of every figure gets besides its own: functions that make one.
companions: tuple[Callable[[], ipywidgets.Widget], ...] = ()

# Whether figures compute frames ahead while the kernel is idle (ahead.py). A server that many
# share can say no for all of its kernels, by the environment variable.
frames_ahead = os.environ.get("LIVE_FRAMES_AHEAD", "on") != "off"
SECONDS_AHEAD = 10.0  # of computing, at each place where a figure rests
BYTES_AHEAD = 4_000_000  # of SVG that kernel and browser keep, for each figure

# What a notebook keeps of a figure, for where nothing runs: "svg" is drawn already, "png" takes as
# long again as the figure, and every viewer of notebooks shows it.
stills = os.environ.get("LIVE_STILLS", "svg")
