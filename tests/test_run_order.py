"""A cell that is run before those above it says what to do; all other errors stay as they are."""

import contextlib
import io
import sys
import types
from functools import cache

import build_notebooks
import pytest
from IPython.core.interactiveshell import InteractiveShell
from jupyter_client.manager import start_new_kernel
from run_order_table import TABLE, cells_of, made_by
from traitlets.config import Config

from lessonlib.run_order import digest, explain_missing_names, heading_of_maker

LESSONS = build_notebooks.find_lessons(build_notebooks.LESSONS)
WHAT_TO_DO = "Run > Run All Above Selected Cell"


class Figures:
    """In place of the figures, which take longest and need nothing that is missing."""

    def __getattr__(self, name):
        return lambda *_arguments, **_options: None


class Shell:
    """IPython in this process; remembers the errors and pictures that it shows."""

    def __init__(self, folder):
        config = Config()
        config.HistoryManager.enabled = False
        self.ipython = InteractiveShell.instance(
            config=config, ipython_dir=str(folder), user_module=types.ModuleType("notebook")
        )
        self.errors, self.shown = [], []
        self.ipython._showtraceback = lambda _kind, _error, lines: self.errors.append(lines)
        self.ipython.display_pub.publish = lambda data, *_, **__: self.shown.append(data)

    def begin(self, lesson=None, code=""):
        """Start with nothing but some code; with a lesson, missing names are explained."""
        self.ipython.user_ns.clear()
        self.ipython.init_user_ns()
        self.ipython.set_custom_exc((), None)
        assert self.run(code) is None
        if lesson is not None:
            explain_missing_names(lesson)

    def run(self, code):
        """Run a cell, and return its error."""
        self.errors.clear()
        self.shown.clear()
        with contextlib.redirect_stdout(io.StringIO()):
            return self.ipython.run_cell(code).error_in_exec


@pytest.fixture(scope="module")
def shell(tmp_path_factory):
    before = sys.displayhook, sys.excepthook
    yield Shell(tmp_path_factory.mktemp("ipython"))
    InteractiveShell.clear_instance()
    sys.displayhook, sys.excepthook = before


@cache
def code_of(lesson):
    cells = build_notebooks.read_lesson(lesson).cells
    return [one.source for one in cells if one.cell_type == "code" and one.source.strip()]


@pytest.mark.parametrize("lesson", LESSONS, ids=lambda path: path.stem)
def test_every_cell_runs_alone_or_says_what_to_do(shell, lesson):
    imports, *others = code_of(lesson)
    shell.begin(code=imports)  # the lesson itself asks for the help
    names = {**shell.ipython.user_ns, "figures": Figures()}
    for code in others:
        shell.ipython.user_ns.clear()
        shell.ipython.user_ns.update(names)
        error = shell.run(code)
        if error is not None:
            assert isinstance(error, NameError), f"{code}\n\n{error!r}"
            assert WHAT_TO_DO in shell.errors[0][-1], f"{code}\n\n{error!r}"


def test_the_table_is_what_the_lessons_make():
    text = TABLE.read_text(encoding="utf-8")
    assert text == build_notebooks.names_made(), "run tools/build_notebooks.py"


# What is told --------------------------------------------------------------------------------


def test_the_help_names_what_is_missing_and_who_makes_it(shell):
    shell.begin(2)
    error = shell.run("print(by_hand)")
    assert isinstance(error, NameError)
    (lines,) = shell.errors
    assert lines[0].startswith("The name by_hand is not there yet")
    rows = cells_of(build_notebooks.read_lesson(LESSONS[2]))
    (heading,) = {one["heading"] for one in rows if "by_hand" in one["makes"]}
    assert lines[1] == f"The cell under “{heading}” makes it."
    assert WHAT_TO_DO in lines[2]


def test_the_traceback_is_one_click_away(shell):
    shell.begin(2)
    shell.run("if 1 < 2:\n    print(by_hand)")
    (folded,) = shell.shown
    assert folded["text/html"].startswith("<details><summary>")
    assert "if 1 &lt; 2:" in folded["text/html"]
    assert "NameError: name 'by_hand' is not defined" in folded["text/plain"]
    assert "\x1b" not in folded["text/plain"] + folded["text/html"]
    shell.run("%tb")
    assert "NameError" in "".join(shell.errors[0])


def test_a_function_of_the_notebook_gets_the_help_too(shell):
    shell.begin(2, "def f():\n    return by_hand")
    shell.run("f()")
    assert WHAT_TO_DO in shell.errors[0][-1]


OTHER_ERRORS = {
    "another error": "1 / 0",
    "a name that no cell makes": "print(byhand)",
    "a local name": "def f():\n    by_hand += 1\nf()",
    "code of a library": "import types\nexec('by_hand', vars(types.ModuleType('library')))",
    "a name that is there": "by_hand = 1\nraise NameError('own', name='by_hand')",
    "an error raised by hand": "raise NameError('own')",
    "a syntax error": "f(",
}


@pytest.mark.parametrize("code", OTHER_ERRORS.values(), ids=list(OTHER_ERRORS))
def test_other_errors_stay_as_they_are(shell, code):
    shell.begin()
    shell.run(code)
    wanted = [list(lines) for lines in shell.errors]
    shell.begin(2)
    shell.run(code)
    assert shell.errors == wanted
    assert shell.shown == []


def test_the_cell_that_counts_is_the_last_above():
    rows = [
        {"cell": digest("x = 1"), "heading": "A", "makes": ["x"]},
        {"cell": digest("x = 2"), "heading": "B", "makes": ["x"]},
        {"cell": digest("x"), "heading": "C", "makes": []},
        {"cell": digest("x = 3"), "heading": "D", "makes": ["x"]},
    ]
    assert heading_of_maker(rows, "x", "x\n") == "B"
    assert heading_of_maker(rows, "x", "x = 3") == "B"
    assert heading_of_maker(rows, "x", "code of the reader") == "A"
    assert heading_of_maker(rows, "y", "x") is None


def test_names_that_a_cell_makes_are_found():
    source = """
import a.b, c as d
from e import f, g as h
i, (j, *k) = l[m] = 1, (2, 3)
n: int = 4
for o in range(3):
    with p as q:
        r = [s for s in o if (t := s)]
def u(v):
    w = v
class x:
    y = 1
_z = 5
l.m = 6
"""
    assert made_by(source) == ["a", "d", "f", "h", "i", "j", "k", "n", "o", "q", "r", "u", "x"]


def test_an_unknown_lesson_is_an_error():
    with pytest.raises(ValueError, match="lesson=99: expected the number of a lesson"):
        explain_missing_names(99)


def test_outside_of_jupyter_nothing_happens(monkeypatch):
    monkeypatch.delitem(sys.modules, "IPython")
    explain_missing_names(2)


@pytest.mark.notebook
def test_in_a_kernel_the_run_stops_and_the_help_is_shown():
    manager, client = start_new_kernel(kernel_name="python3")
    messages = []
    try:
        for code in (
            "from lessonlib.run_order import explain_missing_names\nexplain_missing_names(2)",
            "print(by_hand)",
        ):
            messages.clear()
            reply = client.execute_interactive(code, output_hook=messages.append, timeout=60)
            contents = [one["content"] for one in messages if "status" not in one["msg_type"]]
    finally:
        client.stop_channels()
        manager.shutdown_kernel(now=True)
    assert reply["content"]["status"] == "error"
    _, error, folded = [one for one in contents if "execution_state" not in one]
    assert error["ename"] == "NameError"
    assert WHAT_TO_DO in error["traceback"][-1]
    assert "<details>" in folded["data"]["text/html"]
