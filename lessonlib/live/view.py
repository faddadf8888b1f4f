"""The part of a live figure that the browser draws (``live.js``)."""

import re
from dataclasses import dataclass
from pathlib import Path

import anywidget
import traitlets

_HERE = Path(__file__).parent


@dataclass(frozen=True)
class Frame:
    """What one update drew.

    Attributes
    ----------
    words : str
        The picture said in a sentence, with its numbers.
    svg : str or None
        The whole picture, if it had to be drawn again.
    parts : dict of str to str
        The SVG groups, by id, that differ from the last whole picture.
    """

    words: str
    svg: str | None
    parts: dict[str, str]


def _joined(*names: str) -> str:
    """Return scripts as one, which is all that anywidget takes; each may import those before it."""
    texts = [(_HERE / name).read_text("utf-8") for name in names]
    whole = re.sub(r'^import .* from "\./\w+\.js";$', "", "\n".join(texts), flags=re.MULTILINE)
    return whole.replace("\nexport const", "\nconst").replace("\nexport function", "\nfunction")


class PictureView(anywidget.AnyWidget):  # type: ignore[misc]
    """The picture, its sentence and its error, as the browser knows them."""

    _esm = _joined("picture.js", "ahead.js", "live.js")
    _css = _HERE / "live.css"
    title = traitlets.Unicode().tag(sync=True)
    svg = traitlets.Unicode().tag(sync=True)
    frame = traitlets.Dict().tag(sync=True)
    error = traitlets.Unicode().tag(sync=True)
    handles = traitlets.List().tag(sync=True)
    narrow = traitlets.Bool(False).tag(sync=True, echo_update=False)
    dragged = traitlets.Dict().tag(sync=True, echo_update=False)
    watched = traitlets.List().tag(sync=True)
