"""Two shapes of a figure: axes side by side, and one above the other where there is no room."""

from typing import Any

from matplotlib.figure import Figure


class Shape:
    """Knows how a figure stands when wide, and how to stack its axes.

    Only axes that form one row of one grid are stacked; any other figure is
    left as it is and shrinks with the page.

    Parameters
    ----------
    figure : matplotlib.figure.Figure
        In its wide shape.
    """

    def __init__(self, figure: Figure) -> None:
        self._figure = figure
        self._size = tuple(figure.get_size_inches())
        self._places: list[Any] = [one.get_subplotspec() for one in figure.axes]

    @property
    def can_stack(self) -> bool:
        """Whether the axes are one row of two or more."""
        grids = {place and place.get_gridspec() for place in self._places}
        if len(self._places) < 2 or len(grids) != 1 or None in grids:
            return False
        columns = [place.colspan for place in self._places]
        one_each = all(len(column) == 1 for column in columns)
        return one_each and grids.pop().nrows == 1 and len(set(columns)) == len(columns)

    def set(self, *, narrow: bool) -> None:
        """Stack the axes, or set them side by side again."""
        if not self.can_stack:
            return
        n = len(self._places)
        width, height = self._size
        places = self._places
        if narrow:
            grid = self._figure.add_gridspec(n, 1)
            places = [grid[i] for i in range(n)]
        for axes, place in zip(self._figure.axes, places, strict=True):
            axes.set_subplotspec(place)
        self._figure.set_size_inches(
            (1.15 * width / n, 0.95 * height * n) if narrow else self._size
        )
