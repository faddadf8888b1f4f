"""What a nudge of a weight does to the loss of lesson 5, and what a derivative says of it."""

from dataclasses import replace
from functools import lru_cache
from typing import Any, NamedTuple

import numpy as np

from lessonlib.derivatives import numerical_gradient
from lessonlib.experiments.lesson5.two_paths import START, Given, follow_paths, make_graph

NUDGES = np.linspace(-1.0, 1.0, 41)
SIZES = np.geomspace(1e-3, 1.0, 10)


class Nudge(NamedTuple):
    """A weight moved by δ, and the loss.

    Attributes
    ----------
    derivative : float
        ∂L/∂w, where the weight was.
    change : float
        What the loss really does, ``L(w + δ) - L(w)``.
    predicted : float
        ``∂L/∂w · δ``.
    miss : float
        How far apart these two are.
    verdict : str
        What the loss does: ``"rises"``, ``"falls"`` or ``"stays"``.
    changes, tangent : ndarray of shape (len(NUDGES),)
        The true and the predicted change at each of ``NUDGES``.
    misses : ndarray of shape (len(SIZES),)
        The miss at each of ``SIZES``, to the same side as δ.
    """

    derivative: float
    change: float
    predicted: float
    miss: float
    verdict: str
    changes: Any
    tangent: Any
    misses: Any


def nudge_weight(parameter: str, nudge: float, given: Given = START) -> Nudge:
    """Move one weight, and compare the change of the loss with the derivative.

    Parameters
    ----------
    parameter : str
        Which weight, such as ``"w1"``.
    nudge : float
        By how much, δ.
    given : Given
        Where it starts.

    Returns
    -------
    Nudge
    """
    derivative = _derivative_by(parameter, given)
    change = float(_changes_of_loss(parameter, (nudge,), given)[0])
    side = -1.0 if nudge < 0 else 1.0
    return Nudge(
        derivative,
        change,
        predicted=derivative * nudge,
        miss=abs(change - derivative * nudge),
        verdict="stays" if abs(change) < 1e-12 else "rises" if change > 0 else "falls",
        changes=_curve_of_changes(parameter, given),
        tangent=derivative * NUDGES,
        misses=_misses(parameter, side, given),
    )


def _derivative_by(parameter: str, given: Given) -> float:
    graph = make_graph(given)
    graph.loss.backward()
    return float(graph._asdict()[parameter].derivative)


def _changes_of_loss(parameter: str, nudges: Any, given: Given) -> Any:
    start = getattr(given, parameter)
    moved = [replace(given, **{parameter: start + nudge}) for nudge in nudges]
    return np.array([make_graph(one).loss.value for one in moved]) - make_graph(given).loss.value


@lru_cache(maxsize=256)
def _curve_of_changes(parameter: str, given: Given) -> Any:
    return _changes_of_loss(parameter, NUDGES, given)


@lru_cache(maxsize=256)
def _misses(parameter: str, side: float, given: Given) -> Any:
    derivative = _derivative_by(parameter, given)
    changes = _changes_of_loss(parameter, side * SIZES, given)
    return np.abs(changes - derivative * side * SIZES)


class ForgottenPath(NamedTuple):
    """∂L/∂w1 with and without one of its paths.

    Attributes
    ----------
    answer : float
        What is left when a path is forgotten.
    total : float
        The truth: both paths.
    measured : float
        The truth by central differences: the judge that knows nothing of paths.
    gap : float
        ``answer - total``.
    verdict : str
        ``"no_gap"``, ``"wrong_sign"``, ``"right_sign"``, or ``"zero_answer"``.
    parts : dict of str to float
        The part through ``"y2"`` and through ``"y3"``.
    changes, tangent, wrong_tangent : ndarray of shape (len(NUDGES),)
        The true change of the loss at each of ``NUDGES`` of w1; what the truth
        says of it; what the answer says.
    """

    answer: float
    total: float
    measured: float
    gap: float
    verdict: str
    parts: dict[str, float]
    changes: Any
    tangent: Any
    wrong_tangent: Any


def forget_path(forgotten: str, given: Given = START) -> ForgottenPath:
    """Compute ∂L/∂w1 without the path through ``"y2"`` or ``"y3"``, or without ``"nothing"``."""
    paths = follow_paths(given)
    answer = sum(part for name, part in paths.parts.items() if name != forgotten)
    return ForgottenPath(
        answer,
        paths.by_w1,
        _measure_by_w1(given),
        gap=answer - paths.by_w1,
        verdict=_judge(answer, paths.by_w1),
        parts=paths.parts,
        changes=_curve_of_changes("w1", given),
        tangent=paths.by_w1 * NUDGES,
        wrong_tangent=answer * NUDGES,
    )


def _judge(answer: float, total: float) -> str:
    if abs(answer - total) < 1e-12:
        return "no_gap"
    if answer * total < 0:
        return "wrong_sign"
    return "right_sign" if answer else "zero_answer"


@lru_cache(maxsize=256)
def _measure_by_w1(given: Given) -> float:
    gradient = numerical_gradient(
        lambda w: make_graph(replace(given, w1=float(w[0]))).loss.value, [given.w1]
    )
    return float(gradient[0])
