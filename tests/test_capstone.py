"""The capstone runs on the reader's own code, from split to report, and finds the same numbers."""

import io
import re
from contextlib import redirect_stdout
from dataclasses import replace
from pathlib import Path

import build_notebooks
import numpy as np
import plain_answers
import pytest

from lessonlib import datasets
from lessonlib.exercises import check
from lessonlib.experiments.lesson7 import capstone

(LESSON,) = build_notebooks.LESSONS.glob("07_*.py")
PARTS = [
    *["leaking_groups", "standardize", "forward_pass", "mse_loss", "tolerance_accuracy"],
    *["backpropagate", "one_step"],
]


def code_cells():
    """Return the code cells of the lesson but exercises and quiz; the first imports."""
    return [
        cell.source
        for cell in build_notebooks.read_lesson(LESSON).cells
        if cell.cell_type == "code"
        and not {"exercise", "quiz"} & set(cell.metadata.get("tags", []))
    ]


def run_capstone():
    """Run the lesson's imports and its cells that use own functions; return what they print."""
    imports, *others = code_cells()
    variables, output = {}, io.StringIO()
    with redirect_stdout(output):
        for cell in (imports, *(one for one in others if re.search(r'\bmine\("', one))):
            exec(cell, variables)  # the lesson's own code
    return output.getvalue().splitlines()


def test_plain_answers_need_no_library():
    source = Path(plain_answers.__file__).read_text("utf-8")
    assert re.findall(r"^(?:import|from) (\w+)", source, re.MULTILINE) == ["numpy"]


def test_the_training_loop_is_the_readers():
    untouched = run_capstone()
    for name in PARTS:
        assert check(getattr(plain_answers, name)).kind == "passed", name
    own = run_capstone()
    for name in PARTS:
        assert f"{name}: lessonlib's, until you have written yours." in untouched
        assert f"{name}: yours, from my_network.py." in own

    def numbers(lines):
        return [one for one in lines if one.split(":")[0] not in PARTS]

    assert numbers(own) == numbers(untouched)
    assert any(re.fullmatch(r"loss: 0\.\d+", one) for one in own)


@pytest.mark.parametrize("name", PARTS)
def test_the_capstone_uses_every_part(name):
    assert f'mine("{name}")' in LESSON.read_text("utf-8")


@pytest.fixture
def weather_without_2015(monkeypatch):
    """Take the temperatures of 2015 away: whoever computes with one of them fails."""
    real = datasets.load_seattle_weather()
    temp_max = np.where(real.year == 2015, np.nan, real.temp_max)
    for module in (datasets, capstone):
        monkeypatch.setattr(
            module, "load_seattle_weather", lambda: replace(real, temp_max=temp_max)
        )
    caches = (capstone.load_seattle, capstone._start)
    for one in caches:
        one.cache_clear()
    yield
    for one in caches:
        one.cache_clear()


def test_one_cell_opens_the_test_year(weather_without_2015, monkeypatch):
    """All others run, and find the same, when 2015 has not been measured."""
    real, tried = capstone.try_choice, []

    def try_choice(hidden_width, learning_rate, n_steps):  # the same data, a hundredth of the time
        tried.append(real(3, learning_rate, n_steps // 100))
        return tried[-1]

    imports, *others = code_cells()
    (first,) = (i for i, cell in enumerate(others) if "load_seattle_weather()" in cell)
    variables, failed = {}, []
    exec(imports, variables)
    monkeypatch.setattr(variables["experiments"], "try_choice", try_choice)
    for cell in others[first:]:
        if "learn" in variables:
            variables["learn"] = lambda *_: variables["weights"]  # those of the first call
        try:
            with redirect_stdout(io.StringIO()) as output:
                exec(cell, variables)
        except ValueError:
            failed.append(cell)
        else:
            assert "nan" not in output.getvalue()
    assert len(failed) == 1, failed
    assert "weather.year == 2015" in failed[0]
    assert len(tried) >= 28  # the search, and the look beyond its table
