"""The part of a live figure that the browser draws (``live.js``)."""

from pathlib import Path

import anywidget
import traitlets

_HERE = Path(__file__).parent


class PictureView(anywidget.AnyWidget):  # type: ignore[misc]
    """The picture, its sentence and its error, as the browser knows them."""

    _esm = _HERE / "live.js"
    _css = _HERE / "live.css"
    title = traitlets.Unicode().tag(sync=True)
    svg = traitlets.Unicode().tag(sync=True)
    frame = traitlets.Dict().tag(sync=True)
    error = traitlets.Unicode().tag(sync=True)
    handles = traitlets.List().tag(sync=True)
    narrow = traitlets.Bool(False).tag(sync=True, echo_update=False)
    dragged = traitlets.Dict().tag(sync=True, echo_update=False)
