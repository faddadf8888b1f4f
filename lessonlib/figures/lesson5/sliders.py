"""The sliders that all figures of lesson 5 share: one for each thing given to the graph."""

from collections.abc import Callable
from functools import wraps
from inspect import Parameter, signature
from typing import Any

from lessonlib.experiments.lesson5 import START, WEIGHTS, Given

SLIDERS: dict[str, Any] = dict.fromkeys(("x", *WEIGHTS), (-4.0, 4.0, 0.1))


def gather_given(*names: str) -> Callable[[Callable[..., str]], Callable[..., str]]:
    """Let an update function take one ``given`` in the place of a slider each.

    Parameters
    ----------
    *names : str
        The sliders that ``given`` is made of, attributes of :class:`Given`; they start as in
        ``START``, and what has no slider stays so.

    Returns
    -------
    callable
        A decorator for a function whose first argument is ``given``.

    Examples
    --------
    >>> @gather_given("x", "w1")
    ... def update(given, step=0):
    ...     return f"step {step}: {given.x} {given.w1} {given.w4}"
    >>> update(step=2, x=5.0, w1=6.0)
    'step 2: 5.0 6.0 3.0'
    >>> list(signature(update).parameters)
    ['step', 'x', 'w1']
    """

    def decorate(update: Callable[..., str]) -> Callable[..., str]:
        _, *own = signature(update).parameters.values()
        sliders = [
            Parameter(name, Parameter.KEYWORD_ONLY, default=getattr(START, name)) for name in names
        ]

        @wraps(update)
        def gathered(**values: Any) -> str:
            given = Given(**{name: values.pop(name) for name in names})
            return update(given, **values)

        shown = signature(update).replace(parameters=[*own, *sliders])
        gathered.__signature__ = shown  # type: ignore[attr-defined]
        return gathered

    return decorate
