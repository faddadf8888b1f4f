"""Points in the colours of their subsets."""

from collections.abc import Mapping, Sequence

from matplotlib.axes import Axes
from matplotlib.collections import PathCollection

from lessonlib import plots
from lessonlib.experiments.lesson1 import SubsetPoints
from lessonlib.splitting import SUBSETS


def draw_subsets(
    axes: Axes, names: Sequence[str] = SUBSETS, size: float = 16, *, labels: Mapping[str, str]
) -> dict[str, PathCollection]:
    """Draw the points of some subsets; :func:`move_subsets` says where they stand."""
    return {
        name: plots.draw_points(axes, [], [], name, label=labels[name], s=size) for name in names
    }


def move_subsets(drawn: dict[str, PathCollection], points: SubsetPoints) -> None:
    """Set where the points of :func:`draw_subsets` stand."""
    for name, artist in drawn.items():
        plots.move_points(artist, *points[name])
