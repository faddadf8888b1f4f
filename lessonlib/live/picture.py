"""A matplotlib figure as SVG, whose artists can be drawn again one by one.

Every artist's SVG stands in a group with an id. After a change, the artists
that matplotlib marks as stale are drawn again, alone, by matplotlib itself:
whatever an artist is (line, text, patch, image) and whatever changed (data,
colour, visibility), its new group is right. What moves everything else (axis
limits, ticks, a new artist) makes the whole picture be drawn again.
"""

import re
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from io import BytesIO, StringIO
from itertools import count
from typing import Any

import matplotlib as mpl
from matplotlib.artist import Artist
from matplotlib.backends.backend_svg import RendererSVG
from matplotlib.figure import Figure
from PIL import Image

from lessonlib.live.renderer import MeasuringCanvas, Renderer

_POINTS_PER_INCH = 72
_N_COLORS = 128
# matplotlib begins each SVG with a style for "*", which inside a page would hold for all of the
# page. live.css says the same of live figures only.
_PAGE_WIDE_STYLE = re.compile(r"<defs>\s*<style.*?</style>\s*</defs>\s*", re.DOTALL)
_OWN_STYLE = "<style>*{stroke-linejoin:round;stroke-linecap:butt}</style>"
_serial_number = count()


class SvgPicture:
    """Draw a figure whole, then only what changed.

    Parameters
    ----------
    figure : matplotlib.figure.Figure
        Any figure. Its resolution is set to 72 dots per inch, the unit of
        matplotlib's SVG, so that an artist can be drawn alone without
        touching the others.

    Attributes
    ----------
    whole : str
        The last whole picture, as SVG.
    parts : dict of str to str
        The groups that differ from the last whole picture: id to SVG. Every
        one of them, not only the latest, so that a browser that missed a
        message is right again with the next one.
    """

    def __init__(self, figure: Figure) -> None:
        figure.set_dpi(_POINTS_PER_INCH)
        figure.suppressComposite = True  # each image keeps a group of its own
        MeasuringCanvas(figure)
        self.figure = figure
        self.whole = ""
        self.parts: dict[str, str] = {}
        self._ids: dict[Artist, str] = {}
        self._signature: object = None
        # Ids of clip paths are hashes: with a salt of its own, no figure of a
        # page uses the clip path of another.
        self._salt = f"live{next(_serial_number)}"

    def draw(self) -> str:
        """Return the whole figure as an ``<svg>`` element."""
        self._ids = {artist: f"{self._salt}-{i}" for i, artist in enumerate(self._artists())}
        self.parts = {}
        with self._settings(), _each_in_a_group(self._ids):
            self.whole = self._render(self.figure)
        self._signature = self._layout()
        return self.whole

    def update(self) -> str | None:
        """Bring ``parts`` up to date.

        Returns
        -------
        str or None
            The whole picture, if parts of it could not do.
        """
        if list(self._artists()) != list(self._ids) or self._layout() != self._signature:
            return self.draw()
        with self._settings():
            for artist, id_ in self._ids.items():
                if artist.stale:
                    self.parts[id_] = self._group(artist, id_)
        return None

    def id_of(self, artist: Artist) -> str:
        """Return the id of an artist's group."""
        return self._ids[artist]

    def svg(self) -> bytes:
        """Return the figure as it is now, as an SVG file: mostly it is drawn already."""
        text = self.whole
        if self.parts or not text:
            with self._settings(), self._frozen_layout():
                text = self._render(self.figure)
        start = text.index(">") + 1
        return f"{text[:start]}{_OWN_STYLE}{text[start:]}".encode()

    def png(self, dots_per_inch: int = 144) -> bytes:
        """Return the figure as it is now, as PNG on white; takes longer than a whole drawing."""
        buffer = BytesIO()
        with self._frozen_layout():
            self.figure.canvas.print_figure(buffer, format="png", dpi=dots_per_inch)
        # A palette makes the file a third as large, and the eye does not see it.
        image = Image.open(buffer).convert("RGB").quantize(_N_COLORS)
        small = BytesIO()
        image.save(small, format="png", optimize=True)
        return small.getvalue()

    def _artists(self) -> Iterator[Artist]:
        axes = set(self.figure.axes)
        yield from (a for a in self.figure.get_children() if a not in axes)
        for one in self.figure.axes:
            yield from (a for a in one.get_children() if a not in (one.xaxis, one.yaxis))

    def _layout(self) -> object:
        """Return what moves or covers more than one artist when it changes."""
        size = tuple(self.figure.get_size_inches())
        order = [artist.get_zorder() for artist in self._artists()]
        axes = [
            (
                one.get_visible(),
                one.axison,
                one.get_position().bounds,
                (one.get_xlim(), one.get_xscale(), one.xaxis.stale),
                (one.get_ylim(), one.get_yscale(), one.yaxis.stale),
            )
            for one in self.figure.axes
        ]
        return size, order, axes

    def _group(self, artist: Artist, id_: str) -> str:
        if not artist.get_visible():
            artist.stale = False
            return f'<g id="{id_}"></g>'
        svg = self._render(artist)
        inside = svg[svg.index(">") + 1 : svg.rindex("</svg>")]
        return f'<g id="{id_}">{inside.strip()}</g>'

    def _render(self, artist: Artist | Figure) -> str:
        width, height = self.figure.get_size_inches() * _POINTS_PER_INCH
        buffer = StringIO()
        nothing = dict.fromkeys(["Creator", "Date", "Format", "Type"])
        renderer = Renderer(width, height, buffer, image_dpi=144, metadata=nothing)
        artist.draw(renderer)
        renderer.finalize()
        text = _PAGE_WIDE_STYLE.sub("", buffer.getvalue())
        return text[text.index("<svg") :].strip()

    @contextmanager
    def _frozen_layout(self) -> Iterator[None]:
        """Keep the axes where they stand: at another resolution the layout would move them."""
        engine = self.figure.get_layout_engine()
        self.figure.set_layout_engine("none")
        try:
            yield
        finally:
            self.figure.set_layout_engine(engine)

    @contextmanager
    def _settings(self) -> Iterator[None]:
        with mpl.rc_context({"svg.fonttype": "none", "svg.hashsalt": self._salt}):
            yield


@contextmanager
def _each_in_a_group(ids: dict[Artist, str]) -> Iterator[None]:
    """While a figure is drawn whole, wrap each artist's SVG in a group with its id."""
    for artist, id_ in ids.items():
        artist.draw = partial(_draw_in_group, artist, id_)  # type: ignore[method-assign]
    try:
        yield
    finally:
        for artist in ids:
            del artist.draw


def _draw_in_group(artist: Artist, id_: str, renderer: RendererSVG, *args: Any) -> None:
    renderer.open_group("live", gid=id_)
    type(artist).draw(artist, renderer, *args)
    renderer.close_group("live")
