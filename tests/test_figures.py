"""Every live figure, at every corner of its controls: finite, without warnings, said in words."""

import importlib
import inspect
import itertools
import math
import pkgutil
import re

import ipywidgets
import numpy as np
import pytest

from lessonlib import figures
from lessonlib.live import LiveFigure
from lessonlib.predict import choose, estimate

MODULES = [
    importlib.import_module(module.name)
    for module in pkgutil.walk_packages(figures.__path__, "lessonlib.figures.")
]
# Every combination while these are few; a sample of them, the same each time, when they are many.
MOST_CORNERS = 250


def makers():
    """All functions of the figure modules that make a live figure."""
    for module in MODULES:
        for name, function in inspect.getmembers(module, inspect.isfunction):
            returns = inspect.signature(function).return_annotation
            if returns is LiveFigure and function.__module__ == module.__name__:
                yield pytest.param(function, id=f"{module.__name__.rsplit('.')[-1]}.{name}")


def positions(control):
    """Both ends and the middle of a slider, all choices of other controls."""
    if isinstance(control, ipywidgets.FloatLogSlider):
        middle = (control.min + control.max) / 2
        return [control.base**power for power in (control.min, middle, control.max)]
    if isinstance(control, ipywidgets.IntSlider | ipywidgets.FloatSlider):
        middle = control.min + control.step * round((control.max - control.min) / control.step / 2)
        return [control.min, middle, control.max]
    if isinstance(control, ipywidgets.Dropdown | ipywidgets.ToggleButtons):
        return [value for _, value in control._options_full]
    if isinstance(control, ipywidgets.Checkbox):
        return [False, True]
    raise AssertionError(f"no positions known for {type(control).__name__}")


def corners(figure):
    names = list(figure.controls)
    grid = list(itertools.product(*(positions(figure.controls[name]) for name in names)))
    if len(grid) > MOST_CORNERS:
        chosen = np.random.default_rng(0).choice(len(grid), MOST_CORNERS, replace=False)
        grid = [grid[0], *(grid[i] for i in chosen), grid[-1]]
    return [dict(zip(names, values, strict=True)) for values in grid]


def drawn_numbers(svg):
    return [float(number) for number in re.findall(r"-?\d+\.?\d*(?:e[+-]?\d+)?", svg)]


@pytest.mark.parametrize("make", list(makers()))
def test_every_corner_draws_a_finite_picture(make):
    figure = make()
    for values in corners(figure):
        frame = figure.update(**values)
        text = "".join([frame.svg or "", *frame.parts.values()])
        assert not re.search(r"[\s\"](nan|inf)", text), values
        assert not re.search(r"\b(nan|inf|None)\b", frame.words), (values, frame.words)
        assert len(frame.words) > 20, values
        inside = re.findall(r' d="([^"]*)"', text)
        assert all(math.isfinite(n) for d in inside for n in drawn_numbers(d)), values


@pytest.mark.parametrize("make", list(makers()))
def test_every_control_changes_the_picture(make):
    figure = make()
    for name, control in figure.controls.items():
        seen = set()
        for value in positions(control):
            figure.update(**{name: value})
            seen.add(figure._picture.draw())
        assert len(seen) > 1, f"{name} changes nothing"
        figure = make()


@pytest.mark.parametrize("make", list(makers()))
def test_a_prediction_hides_the_answer_until_it_is_settled(make):
    if "prediction" not in inspect.signature(make).parameters:
        return
    for guess, value in ((choose("a", "b"), "a"), (estimate(1, 30), 7)):
        figure = make(prediction=guess)
        hidden_somewhere = [
            values for values in corners(figure) if "hidden until" in figure.update(**values).words
        ]
        assert hidden_somewhere
        figure.update(**hidden_somewhere[0])
        guess.commit(value)
        assert "hidden until" not in figure.words, "it is drawn again at once"
        assert f"You predicted: {value}" in figure.words
