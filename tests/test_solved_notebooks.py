"""Every lesson with its exercises solved: stubs become references, and every check passes."""

import re

import build_notebooks
import pytest
from solving import run_solved, stub_of

from lessonlib.exercises import all_exercises

LESSONS = build_notebooks.find_lessons(build_notebooks.LESSONS)
EXERCISES = all_exercises()
CHECK = re.compile(r"^check\((\w+)\)", re.MULTILINE)
every_lesson = pytest.mark.parametrize("lesson", LESSONS, ids=lambda path: path.stem)
every_lesson_with_exercises = pytest.mark.parametrize(
    "lesson",
    [path for path in LESSONS if int(path.stem[:2]) in {one.lesson for one in EXERCISES.values()}],
    ids=lambda path: path.stem,
)


def checks_of(notebook):
    code = [cell for cell in notebook.cells if cell.cell_type == "code"]
    return {name: cell for cell in code for name in CHECK.findall(cell.source)}


def hints_of(notebook):
    return re.findall(r'hint\("(\w+)"\)', "\n".join(cell.source for cell in notebook.cells))


def shown(cell):
    return " ".join(
        output["data"]["text/plain"] for output in cell.outputs if "data" in output
    ) + " ".join(output["text"] for output in cell.outputs if "text" in output)


@every_lesson
def test_each_exercise_has_a_stub_a_check_and_hints(lesson):
    notebook = build_notebooks.read_lesson(lesson)
    stubs = dict(filter(None, map(stub_of, notebook.cells)))
    number = int(lesson.stem[:2])
    assert sorted(stubs) == sorted(n for n, one in EXERCISES.items() if one.lesson == number)
    assert list(checks_of(notebook)) == list(stubs)
    assert hints_of(notebook) == list(stubs)
    for name, arguments in stubs.items():
        assert (arguments is None) == (EXERCISES[name].use is not None), name
        if arguments is not None:
            assert EXERCISES[name].parameters == tuple(arguments)
            assert all(len(case) == len(arguments) for case in EXERCISES[name].cases()), name


@pytest.mark.notebook
@every_lesson_with_exercises
def test_solved_lesson_passes_every_check(lesson):
    notebook = run_solved(lesson)
    stubs = [stub[0] for stub in map(stub_of, notebook.cells) if stub]
    verdicts = {name: shown(cell) for name, cell in checks_of(notebook).items()}
    assert list(verdicts) == stubs
    wrong = {name: text for name, text in verdicts.items() if not text.startswith("Right")}
    assert wrong == {}
    assert [name for name, text in verdicts.items() if "Kept: " not in text] == []


@every_lesson
def test_untouched_lesson_says_not_attempted(lesson):
    notebook = build_notebooks.read_lesson(lesson)
    stored = build_notebooks.nbformat.read(
        build_notebooks.NOTEBOOKS / f"{lesson.stem}.ipynb", as_version=4
    )
    texts = {name: shown(cell) for name, cell in checks_of(stored).items()}
    assert list(texts) == list(checks_of(notebook))
    assert [name for name, text in texts.items() if "Not attempted yet" not in text] == []
