"""Keys for the widget that has the focus.

JupyterLab's command mode takes letters and arrow keys from the buttons and
sliders of an output: "a" on a quiz's button would insert a cell, and arrow
keys would move between cells and not along a slider. Keys that are pressed
with Ctrl, Alt or Cmd stay JupyterLab's, such as those that save. And who goes
to a slider with keys alone must hear which it is: ipywidgets does not name it.
"""

from pathlib import Path

import anywidget
import ipywidgets

_CLASS = "keeps-its-keys"


class _Guard(anywidget.AnyWidget):  # type: ignore[misc]
    """Lets whatever is focused in its box keep the keys that are pressed, and names sliders."""

    _esm = Path(__file__).parent / "keyboard.js"


def keep_keys(box: ipywidgets.Box) -> None:
    """Let the widgets of a box have the keys that are pressed in it, and its sliders their names.

    Parameters
    ----------
    box : ipywidgets.Box
        Gets one more child, which is not seen.
    """
    box.add_class(_CLASS)
    box.children = (*box.children, _Guard())
