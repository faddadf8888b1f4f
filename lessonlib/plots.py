"""Pictures of the course: take arrays, draw on the Axes given, return the artists.

One role has one colour and one line style in all lessons, so that a picture
can be read without its legend, in grey, and by readers who see colours
differently (the palette is matplotlib's ``petroff6``).
"""

from collections.abc import Mapping, Sequence
from typing import Any

import numpy as np
from matplotlib.axes import Axes
from matplotlib.collections import PathCollection
from matplotlib.figure import Figure
from matplotlib.layout_engine import ConstrainedLayoutEngine
from matplotlib.legend import Legend
from matplotlib.lines import Line2D
from matplotlib.text import Text
from numpy.typing import ArrayLike

from lessonlib.arguments import FloatArray

BLUE, ORANGE, RED, MAUVE, GREY, VIOLET = (
    "#5790fc",
    "#f89c20",
    "#e42536",
    "#964a8b",
    "#9c9ca1",
    "#7a21dd",
)
INK = "#000000"

# Each role: colour, line style of its curves, marker size of its points.
ROLES: dict[str, dict[str, Any]] = {
    "train": {"color": BLUE, "linestyle": "-"},
    "validation": {"color": ORANGE, "linestyle": "--"},
    "test": {"color": RED, "linestyle": "-."},
    "truth": {"color": INK, "linestyle": ":"},
    "network": {"color": VIOLET, "linestyle": "-"},
    "data": {"color": GREY, "linestyle": "-"},
    "prediction": {"color": MAUVE, "linestyle": (0, (4, 2, 1, 2, 1, 2))},
}


def new_figure(
    n_axes: int = 1, *, width: float = 8.0, height: float = 3.2, **options: Any
) -> tuple[Figure, Any]:
    """Make a figure with axes side by side, in the size all lessons share.

    Parameters
    ----------
    n_axes : int
        How many axes.
    width, height : float
        Size in inches; a slide is about 13 inches wide at this font size.
    **options : any
        Passed to ``Figure.subplots``, such as ``width_ratios``.

    Returns
    -------
    figure : matplotlib.figure.Figure
    axes : Axes, or ndarray of Axes of shape (n_axes,)
    """
    layout = ConstrainedLayoutEngine(w_pad=0.08, wspace=0.03)
    figure = Figure(figsize=(width, height), layout=layout)
    axes = figure.subplots(1, n_axes, **options)
    for one in np.atleast_1d(axes):
        one.spines[["top", "right"]].set_visible(False)
    return figure, axes


def draw_points(axes: Axes, x: ArrayLike, y: ArrayLike, role: str, **style: Any) -> PathCollection:
    """Draw examples as discs in the colour of their role.

    Parameters
    ----------
    axes : Axes
    x, y : array_like of shape (n_samples,)
    role : str
        A key of ``ROLES``.
    **style : any
        Passed to ``Axes.scatter``.

    Returns
    -------
    PathCollection
    """
    style = {"s": 16, "color": ROLES[role]["color"], "linewidths": 0, "label": role} | style
    return axes.scatter(x, y, **style)


def move_points(points: PathCollection, x: ArrayLike, y: ArrayLike) -> None:
    """Set where the points of :func:`draw_points` stand."""
    points.set_offsets(np.column_stack([x, y]))


def draw_curve(axes: Axes, x: ArrayLike, y: ArrayLike, role: str, **style: Any) -> Line2D:
    """Draw a curve in the colour and line style of its role.

    Parameters
    ----------
    axes : Axes
    x, y : array_like of shape (n_points,)
    role : str
        A key of ``ROLES``.
    **style : any
        Passed to ``Axes.plot``.

    Returns
    -------
    Line2D
    """
    look: dict[str, Any] = {"linewidth": 2, "label": role} | ROLES[role] | style
    (line,) = axes.plot(x, y, **look)
    return line


def draw_marker(axes: Axes, role: str, **style: Any) -> Line2D:
    """Draw a vertical line that marks a setting, such as the reader's choice of H.

    Parameters
    ----------
    axes : Axes
    role : str
        A key of ``ROLES``.
    **style : any
        Passed to ``Axes.axvline``.

    Returns
    -------
    Line2D
    """
    return axes.axvline(np.nan, **({"linewidth": 1.5} | ROLES[role] | style))


def add_legend(axes: Axes, handles: Sequence[Any] | None = None, **options: Any) -> Legend:
    """Add a legend in one row above the axes, where it covers no data."""
    above: dict[str, Any] = {
        "loc": "lower left",
        "bbox_to_anchor": (0.0, 1.0),
        "borderaxespad": 0.2,
    }
    style = {"frameon": False, "fontsize": 9, "ncols": 4, "columnspacing": 1.2}
    options = above | style | options
    return axes.legend(handles=handles, **options) if handles else axes.legend(**options)


def draw_notice(axes: Axes, text: str) -> Text:
    """Write a word across the axes, such as "diverged"; it is hidden at first."""
    return axes.text(
        0.5,
        0.5,
        text,
        transform=axes.transAxes,
        ha="center",
        va="center",
        fontsize=16,
        color=RED,
        visible=False,
    )


def draw_error_curves(
    axes: Axes,
    widths: Sequence[int],
    names: Sequence[str],
    limits: tuple[float, float],
    scale: str = "linear",
    *,
    labels: Mapping[str, str],
) -> dict[str, Line2D]:
    """Draw one error curve a subset against the hidden width; heights are set later.

    Parameters
    ----------
    axes : Axes
    widths : sequence of int
        The hidden widths, along x.
    names : sequence of str
        Keys of ``ROLES``.
    limits : (float, float)
        Range of the errors. What is beyond is cut off.
    scale : {"linear", "log"}
    labels : mapping of str to str
        What each subset is called in the legend.

    Returns
    -------
    dict of str to Line2D
    """
    axes.set(xlim=(widths[0], widths[-1]), ylim=limits, yscale=scale)
    nothing = np.full(len(widths), np.nan)
    return {name: draw_curve(axes, widths, nothing, name, label=labels[name]) for name in names}


def draw_level(axes: Axes, role: str, **style: Any) -> Line2D:
    """Draw a horizontal line that marks a value, such as the noise that no curve can beat."""
    return axes.axhline(np.nan, **({"linewidth": 1.5} | ROLES[role] | style))


def as_one_line(x: FloatArray, columns: FloatArray) -> tuple[FloatArray, FloatArray]:
    """Return x and y of one line that draws every column, with gaps between: quick to draw.

    Parameters
    ----------
    x : ndarray of shape (n_points,)
    columns : ndarray of shape (n_points, n_curves)

    Returns
    -------
    x, y : ndarray of shape ((n_points + 1) * n_curves,)
    """
    gap = np.full((1, columns.shape[1]), np.nan)
    y = np.concatenate([columns, gap]).T.ravel()
    return np.tile(np.append(x, np.nan), columns.shape[1]), y
