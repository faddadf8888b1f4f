"""What fits a notebook's slides to the screen, in JupyterLab with jupyterlab-slideshow."""

from pathlib import Path

import anywidget

_HERE = Path(__file__).parent


class StageView(anywidget.AnyWidget):  # type: ignore[misc]
    """Has nothing to show: it brings the sizes of a show, and what chooses among them.

    It is in the box of every live figure of the course; the first that is shown does the work.
    """

    _esm = _HERE / "stage.js"
    _css = _HERE / "stage.css"
