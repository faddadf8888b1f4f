"""What was expected beside what came, drawn on given Axes and said in words.

Nothing here imports matplotlib: a drawing only uses the Axes that it is given.
"""

from collections.abc import Sequence
from typing import Any, Protocol

import numpy as np

from lessonlib.exercises.notation import show
from lessonlib.words import Words

_words = Words("exercises")
INK = "#010203"  # stands for the colour of the text around, light or dark
_EXPECTED = {"color": INK, "linewidth": 1.6, "marker": "o", "markersize": 4.0, "alpha": 0.75}
_GOT = {"color": "#e42536", "linewidth": 2.0, "linestyle": "--", "marker": "x", "markersize": 6.0}
_MOST_ROWS = 8


class Drawing(Protocol):
    """One way to draw the answers to an exercise."""

    def n_points(self, expected: Any) -> int:
        """Return how much there is to see."""

    def words(self, arguments: tuple[Any, ...], expected: Any, got: Any) -> str:
        """Say what the picture shows; raise an error if the answer cannot be drawn."""

    def draw(self, axes: Any, arguments: tuple[Any, ...], expected: Any, got: Any) -> None:
        """Draw both."""


class Curve:
    """One number for each x.

    Parameters
    ----------
    x : int
        Which of the arguments is x.
    label : str
        What x is called.
    """

    def __init__(self, x: int, label: str) -> None:
        self._x, self._label = x, label

    def n_points(self, expected: Any) -> int:
        """Return the number of points of the curve."""
        return int(np.size(expected))

    def words(self, arguments: tuple[Any, ...], expected: Any, got: Any) -> str:
        """Say where both curves run."""
        x, want, came = self._sorted(arguments, expected, got)
        if np.allclose(want, came):
            raise ValueError("both curves are the same: there is nothing to see")
        place = int(np.argmax(np.nan_to_num(np.abs(came - want), nan=np.inf)))
        return _words(
            "picture_curve",
            x=self._label,
            first=show(x[0]),
            last=show(x[-1]),
            expected=_course(want),
            got=_course(came),
            place=show(x[place]),
        )

    def draw(self, axes: Any, arguments: tuple[Any, ...], expected: Any, got: Any) -> None:
        """Draw both curves, each with its name where they are farthest apart."""
        x, want, came = self._sorted(arguments, expected, got)
        axes.plot(x, want, **_EXPECTED)
        axes.plot(x, came, **_GOT)
        place = int(np.argmax(np.nan_to_num(np.abs(came - want), nan=-1.0)))
        above = bool(came[place] > want[place])
        _name(axes, x[place], want[place], "expected", above=not above)
        if np.isfinite(came[place]):
            _name(axes, x[place], came[place], "yours", above=above)
        axes.set_xlabel(self._label)
        axes.margins(x=0.08, y=0.25)

    def _sorted(self, arguments: tuple[Any, ...], expected: Any, got: Any) -> tuple[Any, Any, Any]:
        x = np.asarray(arguments[self._x], dtype=float)
        want, came = (np.asarray(one, dtype=float).reshape(x.shape) for one in (expected, got))
        order = np.argsort(x)
        return x[order], want[order], came[order]


def _course(y: Any) -> str:
    if not np.all(np.isfinite(y)):
        return _words("picture_not_finite")
    y = np.where(np.abs(y) < 1e-6 * np.abs(y).max(), 0.0, y)
    values = {"first": y[0], "last": y[-1], "least": y.min(), "most": y.max()}
    return _words("picture_course", **{name: show(one, 3) for name, one in values.items()})


class Path:
    """A place after each step, a row each; of more than two coordinates the first two."""

    def n_points(self, expected: Any) -> int:
        """Return the number of places, for paths in a plane."""
        return len(expected) if np.ndim(expected) == 2 and np.shape(expected)[1] == 2 else 1

    def words(self, arguments: tuple[Any, ...], expected: Any, got: Any) -> str:
        """Say where both paths begin and end."""
        ends = {}
        for name, path in (("expected", expected), ("got", got)):
            places = _places(path)
            first, last = show(places[0], 3), show(places[-1], 3)
            ends[name] = _words("picture_ends", n=len(places), first=first, last=last)
        return _words("picture_path", **ends)

    def draw(self, axes: Any, arguments: tuple[Any, ...], expected: Any, got: Any) -> None:
        """Draw both paths, each with its name at its end."""
        want, came = _places(expected), _places(got)
        axes.plot(*want.T, **_EXPECTED)
        axes.plot(*came.T, **_GOT)
        above = bool(came[-1, 1] > want[-1, 1])
        _name(axes, want[-1, 0], want[-1, 1], "expected", above=not above)
        _name(axes, came[-1, 0], came[-1, 1], "yours", above=above)
        axes.set(xlabel="$w_1$", ylabel="$w_2$")
        axes.margins(x=0.15, y=0.25)


def _places(path: Any) -> Any:
    places = np.asarray(path, dtype=float)
    if places.ndim != 2 or places.shape[1] != 2 or not np.all(np.isfinite(places)):
        raise ValueError(f"path of shape {places.shape}: expected finite places in a plane")
    return places


class Parts:
    """Which examples are in which part: a row for each part, a dot for each example.

    Parameters
    ----------
    total : int
        Which of the arguments is the number of examples.
    names : sequence of str
        Names of the parts; without, they are numbered.
    """

    def __init__(self, total: int, names: Sequence[str] = ()) -> None:
        self._total, self._given_names = total, names

    def n_points(self, expected: Any) -> int:
        """Return the number of examples in all parts."""
        return sum(int(np.size(one)) for one in expected)

    def words(self, arguments: tuple[Any, ...], expected: Any, got: Any) -> str:
        """Say how large the parts are, and what is missing or there more than once."""
        parts, n_samples = _parts(got), int(arguments[self._total])
        count = np.bincount(np.concatenate(parts), minlength=n_samples)
        if len(count) > n_samples:
            raise ValueError("an example that does not exist")
        n_times = sum(len(one) for one in _parts(expected)) // n_samples
        return _words(
            "picture_parts",
            expected=", ".join(str(len(one)) for one in _parts(expected)[:_MOST_ROWS]),
            got=", ".join(str(len(one)) for one in parts[:_MOST_ROWS]),
            missing=int(np.sum(count < n_times)),
            repeated=int(np.sum(count > n_times)),
        )

    def draw(self, axes: Any, arguments: tuple[Any, ...], expected: Any, got: Any) -> None:
        """Draw the parts that came, and those that were expected below them."""
        ticks, labels = [], []
        both = ((_parts(got), _GOT["color"], "yours"), (_parts(expected), INK, "expected"))
        row = 0
        for parts, color, name in both:
            for number, part in enumerate(parts[:_MOST_ROWS]):
                axes.plot(part, np.full(len(part), row), "|", color=color, markersize=8)
                ticks.append(row)
                labels.append(f"{_words(f'picture_{name}')} {self._name(number)}")
                row -= 1
            row -= 1
        axes.set_yticks(ticks, labels)
        axes.set_xlabel(_words("picture_examples"))
        axes.xaxis.get_major_locator().set_params(integer=True)

    def _name(self, number: int) -> str:
        names = self._given_names
        return names[number] if number < len(names) else str(number)


def _parts(value: Any) -> list[Any]:
    return [np.asarray(one, dtype=np.int64).ravel() for one in value]


def _name(axes: Any, x: float, y: float, name: str, above: bool) -> None:
    color = INK if name == "expected" else _GOT["color"]
    axes.annotate(
        _words(f"picture_{name}"),
        (x, y),
        (0, 7 if above else -7),
        textcoords="offset points",
        ha="center",
        va="bottom" if above else "top",
        color=color,
    )
