"""The time that a lesson states is the time it takes: all that is read and played with, counted."""

from collections import Counter

import lesson_times
import pytest
from build_notebooks import LESSONS, find_lessons
from lesson_times import Times, times_of

# Lessons whose stated time has been compared.
COUNTED = (1, 2, 3, 4, 5, 6, 7)


@pytest.mark.parametrize("number", COUNTED)
def test_a_lesson_takes_the_time_that_it_states(number):
    lesson = next(path for path in find_lessons(LESSONS) if int(path.name[:2]) == number)
    assert times_of(lesson).troubles() == []


def times(n_minutes, stated, n_sittings=1):
    return Times(Counter(words=200 * n_minutes), stated, n_sittings)


def test_a_time_that_is_too_short_or_too_long_is_found():
    assert times(45, stated=45).troubles() == []
    assert times(45, stated=35).troubles() == []
    assert times(45, stated=30).troubles() == ["states 30 minutes and takes 45"]
    assert times(30, stated=45).troubles() == ["states 45 minutes and takes 30"]
    assert times(50, stated=50).troubles() == ["states 50 minutes a sitting, more than 45"]
    assert times(50, stated=50, n_sittings=2).troubles() == []
    assert times(50, stated=None).troubles() == []


LESSON = """\
# %% [markdown]
# Plan about 5 minutes, for $x$ and
#
# $$y = x$$
#
# | a | b |
# |---|---|

# %% [markdown] slideshow={"slide_type": "notes"}
# Not read.

# %% slideshow={"slide_type": "skip"}
import not_read

# %% [markdown] tags=["exercise"]
# Not counted.

# %%
figures.one()

figures.two(seed=1)
guess = predict.choose("a", "b")
"""


def test_notes_exercises_and_what_is_not_shown_are_not_counted(tmp_path):
    lesson = tmp_path / "00_name.py"
    lesson.write_text(LESSON)
    counts = {"words": 6, "symbols": 1, "formulas": 1, "rows": 1, "code": 3, "figures": 2}
    assert times_of(lesson) == Times(Counter(counts, predictions=1), stated=5)


def test_the_quiz_is_counted(tmp_path):
    lesson = tmp_path / "01_name.py"
    lesson.write_text(LESSON)
    assert times_of(lesson).counts["questions"] == 4
    assert times_of(lesson).counts["words"] > 100


def test_a_line_is_printed_for_each_lesson(capsys):
    lesson_times.main()
    lines = capsys.readouterr().out.splitlines()
    assert len(lines) == 1 + len(find_lessons(LESSONS))
    assert lines[2].startswith("01_dataset_and_splitting")
