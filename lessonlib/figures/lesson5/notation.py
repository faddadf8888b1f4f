"""How numbers, products and derivatives of lesson 5 are written."""

from collections.abc import Iterable

from lessonlib.experiments.lesson5 import Edge

SYMBOLS = {
    **{"x": "x", "y": "y", "w1": "w₁", "w2": "w₂", "w3": "w₃", "w4": "w₄"},
    **{"y1": "y₁", "y2": "y₂", "y3": "y₃", "y4": "y₄", "loss": "L"},
}
_FUNCTION = {"y1": "f₁", "y2": "f₂", "y3": "f₃", "y4": "f₄", "loss": "L"}


def say_number(value: float) -> str:
    """Write a number with three digits, or as a power of ten if it is tiny.

    Examples
    --------
    >>> say_number(-0.12345), say_number(2.0), say_number(1e-9)
    ('−0.123', '2', '1e−09')
    """
    tiny = 0 < abs(value) < 0.001
    return (f"{value:.0e}" if tiny else f"{value + 0.0:.3g}").replace("-", "−")


def multiply_words(factors: Iterable[str]) -> str:
    """Write a product; a negative factor that is not the first stands in parentheses.

    Examples
    --------
    >>> multiply_words(["−2", "3", "−1"])
    '−2 · 3 · (−1)'
    """
    first, *rest = factors
    return " · ".join([first, *map(in_parentheses, rest)])


def in_parentheses(number: str) -> str:
    """Put a written number in parentheses if it is negative."""
    return f"({number})" if number.startswith("−") else number


def name_factor(edge: Edge) -> str:
    """Write the local derivative of an edge.

    Examples
    --------
    >>> name_factor(("y1", "y2"))
    '∂f₂/∂y₁'
    """
    parent, child = edge
    return f"∂{_FUNCTION[child]}/∂{SYMBOLS[parent]}"


def name_derivative(node: str) -> str:
    """Write the derivative of the loss by a node.

    Examples
    --------
    >>> name_derivative("w1")
    '∂L/∂w₁'
    """
    return f"∂L/∂{SYMBOLS[node]}"
