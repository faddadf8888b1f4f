"""A clock for live figures: it moves a slider by itself, so that training can be watched.

The clock ticks in the browser, and each tick is a move of the slider like the reader's own: there
is no thread. One clock runs at a time. A clock stops when another starts or is made (a cell that
is run again makes one), when its slider is at the end, and when the kernel is interrupted.
"""

import signal
import sys
from asyncio import CancelledError
from typing import Any
from weakref import WeakSet

import ipywidgets

from lessonlib.live import settings

_clocks: "WeakSet[Clock]" = WeakSet()


class Clock:
    """Buttons that run, pause, step and reset a slider.

    Parameters
    ----------
    slider : ipywidgets.IntSlider
        A control of a live figure, such as the number of training steps.
    stride : int
        How far a tick moves it.
    interval : int
        Milliseconds from tick to tick. A figure that is slower is not
        queued up: it leaves ticks out.

    Attributes
    ----------
    widget : ipywidgets.Box
        The buttons.

    Examples
    --------
    >>> slider = ipywidgets.IntSlider(max=100)
    >>> clock = Clock(slider, stride=10)
    >>> clock.start()
    >>> clock.is_running
    True
    >>> clock.step()
    >>> slider.value, clock.is_running
    (1, False)
    """

    def __init__(self, slider: ipywidgets.IntSlider, stride: int, interval: int = 60) -> None:
        pause_all()
        self._slider = slider
        self._play = ipywidgets.Play(
            value=slider.value,
            min=slider.min,
            max=slider.max,
            step=stride,
            interval=interval,
            layout={"display": "none"},  # its own buttons have no names for screen readers
        )
        self._run = ipywidgets.ToggleButton(layout={"width": "auto"})
        self._say_what_run_does()
        # Linked in the browser: the kernel may be busy.
        links = [
            ipywidgets.jslink((self._play, "value"), (slider, "value")),
            ipywidgets.jslink((self._play, "playing"), (self._run, "value")),
        ]
        self._play.observe(self._on_playing, "playing")
        buttons = [_button("one_step", "step-forward", self.step)]
        buttons += [_button("reset", "undo", self.reset)]
        self.widget = ipywidgets.Box([self._play, self._run, *buttons])
        self.widget.links = links  # as long as the buttons live
        _clocks.add(self)
        _pause_when_interrupted()

    @property
    def is_running(self) -> bool:
        """Whether the clock ticks."""
        return bool(self._play.playing)

    def start(self) -> None:
        """Run; all other clocks pause."""
        self._play.playing = True
        self._run.value = True

    def pause(self) -> None:
        """Stop where it is."""
        self._play.playing = False
        self._run.value = False

    def step(self) -> None:
        """Pause, and move the slider by one."""
        self.pause()
        self._slider.value = min(self._slider.value + 1, self._slider.max)

    def reset(self) -> None:
        """Pause, and move the slider back to its start."""
        self.pause()
        self._slider.value = self._slider.min

    def _on_playing(self, change: dict[str, Any]) -> None:
        if change["new"]:
            pause_all(but=self)
        self._say_what_run_does()

    def _say_what_run_does(self) -> None:
        name = "pause" if self.is_running else "run"
        with self._run.hold_sync():
            self._run.description, self._run.icon = settings.say(name), name.replace("run", "play")


def _button(name: str, icon: str, action: Any) -> ipywidgets.Button:
    button = ipywidgets.Button(description=settings.say(name), icon=icon, layout={"width": "auto"})
    button.on_click(lambda _: action())
    return button


def pause_all(but: Clock | None = None) -> None:
    """Stop every clock, or every one but one."""
    for clock in list(_clocks):
        if clock is not but and clock.is_running:
            clock.pause()


def _pause_when_interrupted() -> None:
    """Let an interrupt of the kernel stop the clocks, where there is a kernel.

    JupyterLab has the callbacks of widgets run in another thread than the cells,
    which an interrupt does not reach, and an idle kernel ignores interrupts. So we
    listen in two places: while the kernel is idle, and where a cell ends.
    """
    shell = getattr(sys.modules.get("IPython"), "get_ipython", lambda: None)()
    if shell is None:
        return
    shell.events.register("post_run_cell", _on_cell_end)
    kernel: Any = getattr(shell, "kernel", None)
    # What ipykernel sets again once this cell has ended.
    if getattr(kernel, "saved_sigint_handler", None) == signal.SIG_IGN:
        kernel.saved_sigint_handler = lambda *_: pause_all()


def _on_cell_end(result: Any) -> None:
    if isinstance(result.error_in_exec, KeyboardInterrupt | CancelledError):
        pause_all()
