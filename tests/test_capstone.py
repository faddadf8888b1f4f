"""The capstone runs on the reader's own code, from split to report, and finds the same numbers."""

import io
import re
from contextlib import redirect_stdout
from pathlib import Path

import build_notebooks
import plain_answers
import pytest

from lessonlib.exercises import check

(LESSON,) = build_notebooks.LESSONS.glob("07_*.py")
PARTS = [
    *["leaking_groups", "standardize", "forward_pass", "mse_loss", "tolerance_accuracy"],
    *["backpropagate", "one_step"],
]


def run_capstone():
    """Run the lesson's imports and its cells that use own functions; return what they print."""
    code = [
        cell.source
        for cell in build_notebooks.read_lesson(LESSON).cells
        if cell.cell_type == "code" and "exercise" not in cell.metadata.get("tags", [])
    ]
    imports, *others = code
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
