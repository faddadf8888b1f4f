"""What is remembered: attempts at exercises, answers to quizzes, predictions."""

from typing import Any

from lessonlib.progress.storage import change, read


def attempts(name: str) -> int:
    """Return how often an exercise was really attempted."""
    return int(read()["exercises"].get(name, {}).get("attempts", 0))


def prediction(key: str) -> str | int | float | None:
    """Return the last prediction of that key, or None."""
    kept: dict[str, str | int | float] = read()["predictions"]
    return kept.get(key)


def record_attempt(name: str, kind: str, mistake: str = "") -> str:
    """Remember an attempt at an exercise.

    Parameters
    ----------
    name : str
        Name of the exercise.
    kind : str
        What the check found; ``"passed"`` is never forgotten.
    mistake : str
        The mistake that it looked like, if any.

    Returns
    -------
    str
        A line for the reader if it could not be remembered; else empty.
    """

    def count_it(everything: dict[str, Any]) -> None:
        one = everything["exercises"].setdefault(
            name, {"attempts": 0, "passed": False, "mistakes": {}}
        )
        one["attempts"] += 1
        one["passed"] = one["passed"] or kind == "passed"
        if mistake:
            one["mistakes"][mistake] = one["mistakes"].get(mistake, 0) + 1

    return change(count_it)


def record_answer(question: str, letter: str, right: bool) -> str:
    """Remember an answer to a quiz question, until it has been answered right.

    Parameters
    ----------
    question : str
        Name of the question, such as ``"lesson1.peeking"``.
    letter : str
        The option that was chosen.
    right : bool
        Whether it is the right one.

    Returns
    -------
    str
        As :func:`record_attempt`.
    """

    def count_it(everything: dict[str, Any]) -> None:
        one = everything["quiz"].setdefault(question, {"answers": 0, "right": False, "wrong": {}})
        if one["right"]:
            return
        one["answers"] += 1
        one["right"] = right
        if not right:
            one["wrong"][letter] = one["wrong"].get(letter, 0) + 1

    return change(count_it)


def record_prediction(key: str, value: object) -> str:
    """Remember a prediction, a text or a number; returns as :func:`record_attempt`."""
    plain = value if isinstance(value, str | int | float) else str(value)
    return change(lambda everything: everything["predictions"].update({key: plain}))
