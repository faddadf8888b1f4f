"""The live figure: a matplotlib figure, a function that shows something in it, its controls."""

import base64
import html
from collections.abc import Callable, Sequence
from threading import RLock
from typing import Any

import ipywidgets
from matplotlib.figure import Figure

from lessonlib.live import settings
from lessonlib.live.ahead import Ahead
from lessonlib.live.answer import Answer, Curtain
from lessonlib.live.controls import value_of
from lessonlib.live.handles import Handle
from lessonlib.live.keyboard import keep_keys
from lessonlib.live.picture import SvgPicture
from lessonlib.live.shape import Shape
from lessonlib.live.view import Frame, PictureView

# JupyterLab may run the callbacks of widgets in a thread of their own, and
# matplotlib is not safe to draw from two threads: one drawing at a time.
_one_at_a_time = RLock()


class LiveFigure:
    """A figure that follows its controls. Made by :func:`live`.

    Attributes
    ----------
    controls : dict of str to ipywidgets.DOMWidget
        The controls, by the name of the argument that they set.
    title : str
        What the figure shows, in a few words; part of its alternative text.
    words : str
        What it shows just now, in a sentence.
    on_stage : tuple of str
        The controls that a recording moves; empty to leave the choice to it.

    Examples
    --------
    See the package's docstring.
    """

    def __init__(
        self,
        figure: Figure,
        show: Callable[..., str | None],
        controls: dict[str, ipywidgets.DOMWidget],
        title: str,
        *,
        handles: Sequence[Handle] = (),
        on_stage: Sequence[str] = (),
        answer: Answer | None = None,
        remembers: bool = False,
        above: Sequence[ipywidgets.Widget] = (),
        between: Sequence[ipywidgets.Widget] = (),
        below: Sequence[ipywidgets.Widget] = (),
    ) -> None:
        self.title = title
        self.on_stage = tuple(on_stage)
        self.controls = controls
        self._show = show
        self._curtain = Curtain(answer)
        self._setting = False
        self._handles = handles
        self._picture = SvgPicture(figure)
        self._shape = Shape(figure)
        self._view = PictureView(title=title)
        self._ahead = Ahead(
            controls, self._draw_unseen, self._view, _one_at_a_time, is_on=not remembers
        )
        self.update()
        for control in controls.values():
            control.observe(self._on_control, "value")
        self._view.observe(self._on_width, "narrow")
        self._view.observe(self._on_drag, "dragged")
        if answer is not None and answer.question is not None:
            answer.question.when_settled(self.redraw)
        self.widget = self._arrange(above, between, below)

    @property
    def values(self) -> dict[str, Any]:
        """The values of all controls, by name."""
        return {name: control.value for name, control in self.controls.items()}

    def update(self, **values: Any) -> Frame:
        """Move controls and draw; works with no browser and no kernel.

        Parameters
        ----------
        **values : any
            New values of some controls, by name.

        Returns
        -------
        Frame
            What was drawn.

        Raises
        ------
        TypeError
            If a name is not a control of this figure.
        traitlets.TraitError
            If a value is not one that its control can have; then no control has moved.
        """
        unknown = set(values) - set(self.controls)
        if unknown:
            names = ", ".join(self.controls)
            raise TypeError(f"{sorted(unknown)[0]}: expected one of {names}")
        with _one_at_a_time:
            self._set(values)
            return self._draw()

    def draw_whole(self) -> str:
        """Draw the whole picture as it is now and return its SVG; later frames differ from it."""
        with _one_at_a_time:
            self._draw(whole=True)
            return str(self._view.svg)

    @property
    def can_stack(self) -> bool:
        """Whether it has another shape for where there is no room: axes one above the other."""
        return self._shape.can_stack

    def reshape(self, *, narrow: bool) -> None:
        """Stack the axes, or set them side by side again, and draw."""
        with _one_at_a_time:
            self._shape.set(narrow=narrow)
            self._draw()

    def redraw(self) -> None:
        """Draw again because something other than a control changed."""
        self._react(self._draw)

    def _draw(self, *, whole: bool = False) -> Frame:
        values = {name: value_of(control) for name, control in self.controls.items()}
        self.words = self._curtain.run(self._show, values)
        svg = self._picture.draw() if whole else self._picture.update()
        if self._picture.whole != self._view.svg:  # then it may have been drawn ahead
            svg = self._picture.whole
        frame = Frame(self.words, svg, dict(self._picture.parts))
        # One message: parts belong to their whole picture.
        with self._view.hold_sync():
            if svg is not None:
                self._view.svg = svg
                self._view.handles = [
                    handle.describe(self._picture.id_of(handle.artist)) for handle in self._handles
                ]
            ahead = self._ahead.drawn()
            self._view.frame = {"parts": frame.parts, "words": frame.words, **ahead}
            self._view.error = ""
        return frame

    def _draw_unseen(self, values: dict[str, Any]) -> tuple[str, str, dict[str, str]]:
        """Return what the figure says and draws at other values; the controls stay."""
        words = self._curtain.run(self._show, values)
        self._picture.update()
        return words, self._picture.whole, dict(self._picture.parts)

    def _react(self, do: Callable[[], object]) -> None:
        """Do what the browser asked for, and tell what goes wrong: the reader sees no log."""
        with _one_at_a_time:
            try:
                do()
            except Exception as error:
                self._view.error = settings.say("error", kind=type(error).__name__, error=error)

    def _on_control(self, _change: object) -> None:
        if not self._setting:
            self.redraw()

    def _on_width(self, change: dict[str, Any]) -> None:
        self._react(lambda: self.reshape(narrow=change["new"]))

    def _on_drag(self, change: dict[str, Any]) -> None:
        def follow() -> None:
            number, x, y = (change["new"][key] for key in ("handle", "x", "y"))
            before = self.values
            self._set(self._handles[number].values(self.controls, x, y))
            if self.values != before:  # the mouse may move less than a control can
                self._draw()

        self._react(follow)

    def _set(self, values: dict[str, Any]) -> None:
        """Move controls without drawing at each of them: all of them, or none."""
        before = self.values
        self._setting = True
        try:
            for name, value in values.items():
                self.controls[name].value = value
        except Exception:
            for name in values:
                self.controls[name].value = before[name]
            raise
        finally:
            self._setting = False

    def _arrange(
        self,
        above: Sequence[ipywidgets.Widget],
        between: Sequence[ipywidgets.Widget],
        below: Sequence[ipywidgets.Widget],
    ) -> ipywidgets.VBox:
        box = ipywidgets.Box(list(self.controls.values()))
        box.add_class("live-controls")
        whole = ipywidgets.VBox([*above, box, *between, self._view, *below])
        whole.add_class("live-figure")
        keep_keys(whole)
        whole.children += tuple(make() for make in settings.companions)
        return whole

    def static_html(self) -> str:
        """Return the figure as it is now, as an image with alternative text."""
        self._ahead.stand()
        is_png = settings.stills == "png"
        form, drawn = ("png", self._picture.png) if is_png else ("svg+xml", self._picture.svg)
        data = base64.b64encode(drawn()).decode()
        text = html.escape(f"{self.title}. {self.words}")
        return (
            f'<figure style="margin:0"><img alt="{text}" style="max-width:100%" width="864" '
            f'src="data:image/{form};base64,{data}">'
            f"<figcaption>{html.escape(self.words)}</figcaption></figure>"
        )

    def _repr_mimebundle_(self, **_: object) -> dict[str, Any]:
        """Return the live view, and a picture for every place that cannot run it."""
        bundle: dict[str, Any] = dict(self.widget._repr_mimebundle_())
        with _one_at_a_time:
            bundle["text/html"] = self.static_html()
        bundle["text/plain"] = f"{self.title}. {self.words}"
        return bundle
