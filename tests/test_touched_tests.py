"""Which tests a changed file has."""

from pathlib import Path

import pytest
import touched_tests
from touched_tests import HOUSE, find_tests

ROOT = Path(__file__).parents[1]


@pytest.mark.parametrize(
    ("path", "expected"),
    [
        ("lessonlib/losses.py", ["tests/test_losses.py", "lessonlib/losses.py", HOUSE]),
        (
            "lessonlib/live/picture.py",
            ["tests/test_live_picture.py", "lessonlib/live/picture.py", HOUSE],
        ),
        (
            "lessonlib/words/__init__.py",
            ["tests/test_words.py", "lessonlib/words/__init__.py", HOUSE],
        ),
        ("lessonlib/words/en/predict.toml", ["tests/test_predict.py", "tests/test_words.py"]),
        ("tests/test_graph.py", ["tests/test_graph.py"]),
        ("tools/build_notebooks.py", ["tests/test_build_notebooks.py"]),
        ("tests/browser/test_lab.py", []),
        ("tests/covering.py", []),
        ("README.md", []),
        ("data/penguins.csv", []),
        ("lessonlib/gone.py", [HOUSE]),
    ],
)
def test_a_file_has_its_tests(path, expected):
    assert find_tests(path) == expected


@pytest.mark.parametrize("path", ["lessons/04_gradient.py", "notebooks/04_gradient.ipynb"])
def test_a_lesson_has_its_own_case_of_each_test(path):
    found = find_tests(path)
    assert "tests/test_notebooks.py::test_notebook_is_what_the_lesson_makes[04_gradient]" in found
    assert len(found) >= 9
    assert all(one.endswith("[04_gradient]") for one in found)


def test_pytest_is_asked_once_and_its_answer_is_ours(monkeypatch):
    asked = []

    def run(command):
        asked.append(command)
        return type("Done", (), {"returncode": 1})()

    monkeypatch.setattr(touched_tests.subprocess, "run", run)
    assert touched_tests.main(["README.md"]) == 0
    assert asked == []
    assert touched_tests.main(["lessonlib/losses.py", "tests/test_losses.py"]) == 1
    (command,) = asked
    assert command[-3:] == ["lessonlib/losses.py", HOUSE, "tests/test_losses.py"]
