"""Live figures: ordinary matplotlib figures that follow their sliders.

A live figure is a function of its sliders. matplotlib draws the figure once,
as SVG. When a slider moves, the function sets the data of some artists; only
these are drawn again, each to a few kilobytes of SVG, and the browser puts
them in the place of the old ones. A new figure is never built.

Examples
--------
>>> import numpy as np
>>> from matplotlib.figure import Figure
>>> x = np.linspace(0, 6, 50)
>>> figure = Figure(figsize=(4, 2))
>>> axes = figure.subplots()
>>> (curve,) = axes.plot(x, np.sin(x))
>>> def show(frequency=1.0):
...     curve.set_ydata(np.sin(frequency * x))
...     return f"{frequency:.1f} waves in 6.28 seconds"
>>> wave = live(figure, show, title="A sine wave", frequency=(0.5, 3.0))
>>> wave.update(frequency=2.0).words
'2.0 waves in 6.28 seconds'
"""

from lessonlib.live.answer import Answer
from lessonlib.live.clock import Clock
from lessonlib.live.controls import LogRange
from lessonlib.live.figure import LiveFigure
from lessonlib.live.handles import Handle
from lessonlib.live.keyboard import keep_keys
from lessonlib.live.making import live
from lessonlib.live.recording import compress, is_recording, record
from lessonlib.live.view import Frame

__all__ = [
    "Answer",
    "Clock",
    "Frame",
    "Handle",
    "LiveFigure",
    "LogRange",
    "compress",
    "is_recording",
    "keep_keys",
    "live",
    "record",
]
