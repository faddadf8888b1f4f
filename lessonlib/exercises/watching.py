"""Arrays that notice when a finite number becomes infinite on its way to a result.

NumPy's own warnings would tell as much, but not everywhere: in a browser there are none. An answer
is judged alike on every machine, so the arrays themselves look on.
"""

from collections.abc import Callable, Iterator
from typing import Any

import numpy as np


class Watched(np.ndarray[Any, Any]):
    """An array whose every operation looks for numbers that are no longer finite.

    Attributes
    ----------
    seen : list of str
        Names of the operations in which it happened; shared by all that is computed from it.
    """

    seen: list[str]

    def __array_finalize__(self, parent: Any) -> None:
        self.seen = getattr(parent, "seen", [])

    def __array_ufunc__(self, ufunc: Any, method: str, *inputs: Any, **options: Any) -> Any:
        """Compute as usual, and look at the result."""
        out = options.pop("out", None)
        bare = [_bare(one) for one in inputs]
        options = {name: _bare(one) for name, one in options.items()}
        if out is not None:
            options["out"] = tuple(_bare(one) for one in out)
        result = getattr(ufunc, method)(*bare, **options)
        if _is_finite(bare) and not _is_finite([result]):
            self.seen.append(ufunc.__name__)
        return out[0] if out is not None else self._watch(result)

    def __array_function__(self, func: Any, types: Any, args: Any, kwargs: Any) -> Any:
        """Keep an eye on what other functions, such as ``np.where``, return."""
        return self._watch(super().__array_function__(func, types, args, kwargs))

    def __getitem__(self, key: Any) -> Any:
        """Return a watched array for a single number too."""
        return self._watch(super().__getitem__(key))

    def __iter__(self) -> Iterator[Any]:
        return (self[i] for i in range(len(self)))

    def __round__(self, n_digits: int | None = None) -> Any:
        return round(float(self), n_digits)

    def _watch(self, value: Any) -> Any:
        if isinstance(value, tuple | list):
            return type(value)(self._watch(one) for one in value)
        if not isinstance(value, np.ndarray | np.generic):
            return value
        return _watched(np.asarray(value), self.seen)


def overflows(function: Callable[..., Any], arguments: tuple[Any, ...]) -> bool:
    """Tell whether a function of arrays lets a finite number become infinite, or no number."""
    seen: list[str] = []
    watched = []
    for one in arguments:
        watched.append(_watched(one, seen) if isinstance(one, np.ndarray) else one)
    function(*watched)
    return bool(seen)


def _watched(array: Any, seen: list[str]) -> Watched:
    watched: Watched = array.view(Watched)
    watched.seen = seen
    return watched


def _bare(value: Any) -> Any:
    return value.view(np.ndarray) if isinstance(value, Watched) else value


def _is_finite(values: list[Any]) -> bool:
    for one in values:
        array = np.asarray(one)
        if array.dtype.kind in "fc" and not np.all(np.isfinite(array)):
            return False
    return True
