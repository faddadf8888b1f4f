"""Every live figure, at the corners of its controls: finite, without warnings, said in words."""

import importlib
import inspect
import itertools
import math
import pkgutil
import re
from functools import cache
from itertools import islice
from pathlib import Path

import ipywidgets
import numpy as np
import pytest
from covering import covering_sample

from lessonlib import figures
from lessonlib.live import LiveFigure
from lessonlib.live.controls import positions_of
from lessonlib.predict import choose, estimate

MODULES = [
    importlib.import_module(module.name)
    for module in pkgutil.walk_packages(figures.__path__, "lessonlib.figures.")
]
# Figures that are no function of their controls alone: nothing is computed ahead for them.
REMEMBER = {
    "lesson2.handmade.hand_built",
    "lesson7.capstone.seattle",
    "lesson7.whole_machine.playground",
}
MOST_HIDDEN = 4  # corners at which an answer is looked for, before and after
MOST_EXHAUSTIVE = 10_000  # combinations; of a figure with more a random sample of so many


def makers(argument=None):
    """All functions of the figure modules that make a live figure, or that take an argument."""
    for module in MODULES:
        for name, function in inspect.getmembers(module, inspect.isfunction):
            signature = inspect.signature(function)
            is_maker = signature.return_annotation is LiveFigure
            is_own = function.__module__ == module.__name__
            if is_maker and is_own and (argument is None or argument in signature.parameters):
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


def levels(figure):
    return [positions(control) for control in figure.controls.values()]


def settings(figure, rows):
    return [dict(zip(figure.controls, values, strict=True)) for values in rows]


def corners(figure):
    """Settings in which every pair of positions of two controls occurs."""
    return settings(figure, covering_sample(levels(figure)))


def all_corners(figure):
    grid = itertools.product(*levels(figure))
    n_corners = math.prod(map(len, levels(figure)))
    if n_corners > MOST_EXHAUSTIVE:
        chosen = set(np.random.default_rng(0).choice(n_corners, MOST_EXHAUSTIVE, replace=False))
        grid = (values for i, values in enumerate(grid) if i in chosen)
    return settings(figure, grid)


def drawn_numbers(svg):
    return [float(number) for number in re.findall(r"-?\d+\.?\d*(?:e[+-]?\d+)?", svg)]


def check_frame(frame, values):
    text = "".join([frame.svg or "", *frame.parts.values()])
    assert not re.search(r"[\s\"](nan|inf)", text), values
    assert not re.search(r"\b(nan|inf|None)\b", frame.words), (values, frame.words)
    assert len(frame.words) > 20, values
    inside = re.findall(r' d="([^"]*)"', text)
    assert all(math.isfinite(n) for d in inside for n in drawn_numbers(d)), values


@cache
def made(make):
    """Return a figure that tests share; each begins where its controls stand."""
    return make()


@pytest.mark.parametrize("make", list(makers()))
def test_every_corner_draws_a_finite_picture(make):
    figure = made(make)
    sample, start = corners(figure), figure.values
    print(f"{len(sample)} of {math.prod(map(len, levels(figure)))} corners")
    for values in sample:
        check_frame(figure.update(**values), values)
    figure.update(**start)


@pytest.mark.exhaustive
@pytest.mark.parametrize("make", list(makers()))
def test_every_combination_of_corners_draws_a_finite_picture(make):
    figure = make()
    for values in all_corners(figure):
        check_frame(figure.update(**values), values)


def count_looks(figure, name, where):
    """Return how many pictures differ as a control moves through positions.

    Twice: from the second time on each frame has all the parts that the control moves, so that a
    part that was drawn again, and looks as before, is not taken for a change.
    """
    frames = [figure.update(**{name: value}) for value in where * 2][len(where) :]
    return len({(frame.svg, tuple(sorted(frame.parts.items()))) for frame in frames})


@pytest.mark.parametrize("make", list(makers()))
def test_every_control_changes_the_picture(make):
    figure = made(make)
    start = figure.values
    for name, control in figure.controls.items():
        where = positions(control)
        assert bool(figure._view.watched) == (full_name(make) not in REMEMBER)
        if figure._view.watched:
            check_ahead(figure, {**start, name: where[0]})
        tries = ([where[0], where[-1]], where)  # the ends mostly do
        assert any(count_looks(figure, name, one) > 1 for one in tries), f"{name} changes nothing"
        figure.update(**start)


def full_name(make):
    return f"{make.__module__}.{make.__name__}".removeprefix("lessonlib.figures.")


def check_ahead(figure, values):
    """What is computed ahead is what the move draws, and nothing is seen of it before."""
    before = figure.values, figure.words, [widget.get_state() for widget in widgets_of(figure)]
    words, whole, parts = figure._draw_unseen(values)
    after = figure.values, figure.words, [widget.get_state() for widget in widgets_of(figure)]
    assert after == before, values
    drawn = figure.update(**values)
    assert drawn.words == words, values
    if figure._view.svg == whole:  # else the layout was found anew, parts of a pixel off
        assert all(drawn.parts.get(id_, part) == part for id_, part in parts.items()), values


def widgets_of(figure):
    """All widgets of a figure but its picture, and those inside them."""
    found = [figure.widget]
    for box in found:
        found += [one for one in getattr(box, "children", ()) if one is not figure._view]
    return found[1:]


@pytest.mark.exhaustive
@pytest.mark.parametrize("make", list(makers()))
def test_a_frame_that_is_computed_ahead_is_the_one_that_the_move_draws(make):
    figure = make()
    if not figure._view.watched:
        return
    rng = np.random.default_rng(0)
    for name, control in figure.controls.items():
        where = positions_of(control)
        for i in rng.permutation(len(where))[:10]:
            check_ahead(figure, {**figure.values, name: where[i]})


@pytest.mark.parametrize("make", list(makers("prediction")))
def test_a_prediction_hides_the_answer_until_it_is_settled(make):
    hidden = []
    for guess, value in ((estimate(1, 30), 7), (choose("a", "b"), "a")):
        figure = make(prediction=guess)
        # What is hidden does not depend on the kind of guess: of the second one corner will do.
        tried = hidden[-1:] or corners(figure)
        hides = (values for values in tried if "hidden until" in figure.update(**values).words)
        hidden = list(islice(hides, MOST_HIDDEN))
        figure.update(**hidden[-1])
        guess.commit(value)
        assert "hidden until" not in figure.words, "it is drawn again at once"
        assert figure._view.error == ""
        said = " ".join(figure.update(**values).words for values in hidden)
        assert "hidden until" not in said
        assert f"You predicted: {value}" in said


def test_nobody_imports_numbers_from_a_figure():
    """Lessons ask figures for figures alone; no other module of the library asks them anything."""
    root = Path(__file__).parents[1]
    known = {make.values[0].__name__ for make in makers()}
    asked = {
        (path.name, name)
        for path in (root / "lessons").glob("*.py")
        for name in re.findall(r"\bfigures\.(?!lesson\d)(\w+)", path.read_text("utf-8"))
    }
    assert {one for one in asked if one[1] not in known} == set()
    others = [p for p in (root / "lessonlib").rglob("*.py") if "figures" not in p.parts]
    assert [path.name for path in others if "lessonlib.figures" in path.read_text("utf-8")] == []
