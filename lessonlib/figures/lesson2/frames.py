"""Frames of lesson 2 that grow where a curve would leave them."""

import numpy as np
from matplotlib.axes import Axes

from lessonlib.arguments import FloatArray


def fit_frame(axes: Axes, top: float, *curves: FloatArray) -> None:
    """Let the axes reach from ``-top`` to ``top``, or twice, four times as far where curves do.

    In steps, since new limits make a whole redraw.

    Parameters
    ----------
    axes : Axes
    top : float
    *curves : ndarray
        Heights of all that is drawn.
    """
    reach = max(float(np.abs(curve).max()) for curve in curves)
    top *= 2.0 ** max(0, np.ceil(np.log2(max(reach, top) / top)))
    if axes.get_ylim() != (-top, top):
        axes.set_ylim(-top, top)
