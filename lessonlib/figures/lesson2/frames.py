"""What the pictures of lesson 2 share: frames that grow with their curves, and legends."""

from typing import Any

import numpy as np
from matplotlib.axes import Axes
from matplotlib.legend import Legend

from lessonlib import plots
from lessonlib.arguments import FloatArray

TEXT = 10  # points: 11 pixels on a page of 800
_STEP = 1.5


def fit_frame(axes: Axes, top: float, *curves: FloatArray) -> None:
    """Let the axes reach from ``-top`` to ``top``, or further where curves do.

    In steps, which keeps whole redraws few: new limits make one.

    Parameters
    ----------
    axes : Axes
    top : float
    *curves : ndarray
        Heights of all that is drawn.
    """
    reach = max(float(np.abs(curve).max()) for curve in curves)
    top *= _STEP ** max(0, np.ceil(np.log(max(reach, top) / top) / np.log(_STEP)))
    if axes.get_ylim() != (-top, top):
        axes.set_ylim(-top, top)


def add_legend(axes: Axes, handles: list[Any] | None = None, **options: Any) -> Legend:
    """Add a legend that can be read on a narrow page; see :func:`lessonlib.plots.add_legend`."""
    return plots.add_legend(axes, handles, fontsize=TEXT, **options)
