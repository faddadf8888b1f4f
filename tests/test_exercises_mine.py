"""The reader's own library: what passes is kept, used and shown, and none of it is lost."""

import subprocess
import sys
import threading

import numpy as np
import pytest
from filelock import SoftFileLock
from notebook_cells import notebook, run_cell

from lessonlib import progress
from lessonlib.exercises import all_exercises, check, mine, running
from lessonlib.exercises.mine import Mine
from lessonlib.progress import storage, writing

MSE = "import numpy as np\n\ndef mse_loss(y, y_pred):\n    return np.mean((y - y_pred) ** 2)\n"
LOOP = """
def mse_loss(y, y_pred):
    total = 0.0
    for one, other in zip(y, y_pred):
        total += squared(one - other)
    return total / len(y)

def squared(x):
    return x ** POWER

POWER = 2
"""
ACCURACY = """
import numpy as np

def tolerance_accuracy(y, y_pred, tolerance):
    return np.mean(np.abs(y - y_pred) < tolerance)
"""
STEP = """
def one_step(gradient, weights, learning_rate):
    return weights - learning_rate * gradient(weights)
"""
DESCEND = """
import numpy as np

def descend(gradient, weights, learning_rate, n_steps):
    path = [weights]
    for _ in range(n_steps):
        path.append(one_step(gradient, path[-1], learning_rate))
    return np.array(path)
"""


def passed(name, *cells):
    """Run cells and check a function of theirs; return the verdict's text."""
    verdict = check(notebook(*cells)[name])
    assert verdict.kind == "passed", repr(verdict)
    return repr(verdict)


def use(name, capsys):
    """Return what ``mine`` returns in a notebook that was just opened, and the line it says."""
    capsys.readouterr()
    function = Mine(all_exercises)(name)
    return function, capsys.readouterr().out


def files():
    return sorted(path.name for path in progress.folder().glob("*.py"))


# Nothing written yet ---------------------------------------------------------------------------


@pytest.mark.parametrize("name", list(all_exercises()))
def test_an_untouched_notebook_gets_lessonlibs_function_and_stable_words(name, capsys):
    assert mine(name) is all_exercises()[name].reference
    assert mine(name) is all_exercises()[name].reference
    assert capsys.readouterr().out == 2 * f"{name}: lessonlib's, until you have written yours.\n"
    assert not progress.folder().exists()


def test_nothing_to_show_yet():
    shown = mine.show()
    assert repr(shown) == (
        "Your my_network.py begins with the first check that passes. So far there is none."
    )
    assert shown._repr_mimebundle_() == {"text/markdown": repr(shown), "text/plain": repr(shown)}


def test_an_unknown_name_is_an_error():
    with pytest.raises(ValueError, match="name='backprop': expected the name of an exercise"):
        mine("backprop")


# What passes is kept -----------------------------------------------------------------------------


def test_a_pass_is_kept_and_used(capsys):
    line = passed("mse_loss", MSE).splitlines()[-1]
    assert line.startswith("Kept: mse_loss stands in your my_network.py now. To see it: ")
    line = passed("tolerance_accuracy", ACCURACY).splitlines()[-1]
    assert line == "Kept: tolerance_accuracy stands in your my_network.py now."
    function, line = use("mse_loss", capsys)
    assert line == "mse_loss: yours, from my_network.py.\n"
    assert function is not all_exercises()["mse_loss"].reference
    assert function(np.array([1.0, 2.0]), np.array([1.0, 4.0])) == 2.0
    assert "def mse_loss(y, y_pred):\n    return np.mean" in repr(mine.show())


def test_only_a_pass_is_kept():
    assert (
        check(notebook("def mse_loss(y, y_pred):\n    return 0.0\n")["mse_loss"]).kind != "passed"
    )
    assert check(notebook("def mse_loss(y, y_pred):\n    ...\n")["mse_loss"]).kind != "passed"
    assert progress.read_code() == ""


def test_a_later_pass_replaces_it_and_the_file_as_it_was_is_kept():
    passed("mse_loss", MSE)
    before = progress.read_code()
    assert "your new mse_loss" in passed("mse_loss", LOOP)
    assert progress.read_code().count("def mse_loss") == 1
    assert (progress.folder() / "my_network.backup-1.py").read_text("utf-8") == before
    text = passed("mse_loss", LOOP)
    assert "my_network" not in text  # nothing is new
    assert files() == ["my_network.backup-1.py", "my_network.py"]


def test_helpers_and_constants_come_along_and_the_file_stands_alone(tmp_path):
    passed("mse_loss", LOOP)
    passed("tolerance_accuracy", ACCURACY)
    passed("descend", STEP, DESCEND.replace("import", STEP + "\nimport"))
    alone = tmp_path / "elsewhere"
    alone.mkdir()
    (alone / "my_network.py").write_text(progress.read_code(), encoding="utf-8")
    script = "import my_network as m; print(m.mse_loss([1.0], [3.0]), m.POWER, m.descend.__name__)"
    done = subprocess.run(
        [sys.executable, "-c", script], cwd=alone, capture_output=True, text=True, check=True
    )
    assert done.stdout == "4.0 2 descend\n"


def test_functions_stand_in_the_order_of_the_course_below_a_word_of_what_this_is():
    passed("descend", STEP + DESCEND)
    passed("mse_loss", MSE)
    passed("one_step", STEP)
    code = progress.read_code()
    assert code.startswith("# my_network.py: ")
    places = [code.index(f"def {name}(") for name in ("mse_loss", "one_step", "descend")]
    assert places == sorted(places)
    assert code.count("def one_step(") == 1
    assert code.count("import numpy as np") == 1


def test_passing_where_nothing_can_be_kept_is_said_in_one_line():
    line = "It is not kept in my_network.py: Python cannot show its source."
    made = eval("lambda y, y_pred: ((y - y_pred) ** 2).mean()")
    made.__name__ = "mse_loss"
    assert repr(check(made)).splitlines()[-1] == line
    text = passed(
        "mse_loss",
        "import numpy as np\nrng = np.random.default_rng(0)\n",
        """
def mse_loss(y, y_pred):
    return np.mean((y - y_pred) ** 2) + 0 * rng.normal()
""",
    )
    assert text.splitlines()[-1] == (
        "It is not kept in my_network.py: it names rng, "
        "which cannot be written into a file of its own."
    )
    assert progress.read_code() == ""


def test_what_passes_only_in_its_notebook_is_not_kept():
    cell = MSE.replace("** 2)", "** 2) + (__name__ != '__main__')")
    text = passed("mse_loss", cell)
    assert text.splitlines()[-1] == (
        "It is not kept in my_network.py: taken out of this notebook, it no longer passes."
    )


def test_helpers_of_one_name_that_do_not_agree():
    passed("mse_loss", LOOP)
    before = progress.read_code()
    text = passed(
        "tolerance_accuracy",
        """
import numpy as np
POWER = 1

def tolerance_accuracy(y, y_pred, tolerance):
    return np.mean(np.abs(y - y_pred) ** POWER < tolerance)
""",
    )
    assert text.splitlines()[-1] == (
        "It is not kept in my_network.py: with its POWER, your mse_loss there would "
        "no longer pass. Give POWER another name and check again."
    )
    assert progress.read_code() == before


def test_a_function_that_another_calls_in_a_way_of_its_own():
    with_more = STEP.replace("learning_rate)", "learning_rate, scale=1.0)").replace(
        "- l", "- scale * l"
    )
    passed("one_step", with_more)
    passed(
        "descend",
        with_more + DESCEND.replace("path[-1], learning_rate", "path[-1], learning_rate, 1.0"),
    )
    text = passed("one_step", STEP)
    assert "your descend there calls it, and would no longer pass" in text
    assert "scale" in progress.read_code()


def test_what_a_function_prints_is_not_printed_again(capsys):
    cell = MSE.replace("    return", "    print('called')\n    return")
    exercise = all_exercises()["mse_loss"]
    check(notebook(cell)["mse_loss"])
    assert capsys.readouterr().out.count("called") <= len(exercise.cases())
    use("mse_loss", capsys)
    assert "called" not in capsys.readouterr().out


def test_a_class_is_kept_like_a_function():
    namespace = notebook(
        """
class backpropagate:
    '''A class in the place of a function.'''

    def __new__(cls, weights, x, y):
        return gradient(weights, x, y)
""",
        "from lessonlib.networks import mse_gradient as gradient\n",
    )
    assert mine.keep("backpropagate", namespace["backpropagate"]) != []
    assert "class backpropagate:" in progress.read_code()
    assert "from lessonlib.networks import mse_gradient as gradient" in progress.read_code()


# The file is the reader's ----------------------------------------------------------------------


def edit(old, new):
    code = progress.read_code()
    assert old in code
    progress.code_file().write_text(code.replace(old, new), encoding="utf-8")


def test_a_function_is_checked_again_only_when_the_file_has_changed(monkeypatch, capsys):
    passed("mse_loss", MSE)
    passed("tolerance_accuracy", ACCURACY)
    runs = []
    mine_module = sys.modules[Mine.__module__]
    judge = mine_module.judge
    monkeypatch.setattr(mine_module, "judge", lambda *a: runs.append(a[0].name) or judge(*a))
    own = Mine(all_exercises)
    first = own("mse_loss")
    assert own("mse_loss") is first
    own("tolerance_accuracy")
    assert runs == ["mse_loss", "tolerance_accuracy"]
    edit("np.mean((y", "1.0 * np.mean((y")
    assert own("mse_loss") is not first
    assert runs[2:] == ["mse_loss"]


@pytest.mark.parametrize(
    ("broken", "reason"),
    [
        ("def f(:", "SyntaxError"),
        ("raise ZeroDivisionError('mine')", "ZeroDivisionError: mine"),
        ("import no_such_module", "ModuleNotFoundError"),
        ("raise SystemExit", "SystemExit"),
        ("while True: pass", "TimeUpError"),
    ],
)
def test_a_file_that_no_longer_runs_stands_aside(monkeypatch, capsys, broken, reason):
    passed("mse_loss", MSE)
    monkeypatch.setattr(running, "TIME_LIMIT", 0.3)
    code = progress.read_code() + broken + "\n"
    progress.code_file().write_text(code, encoding="utf-8")
    function, line = use("mse_loss", capsys)
    assert function is all_exercises()["mse_loss"].reference
    assert line.startswith("mse_loss: lessonlib's. Your my_network.py could not be run (")
    assert reason in line
    assert line.endswith("). It stands aside as my_network.aside-1.py.\n")
    assert line.count("\n") == 1
    assert (progress.folder() / "my_network.aside-1.py").read_text("utf-8") == code
    assert use("mse_loss", capsys)[1] == "mse_loss: lessonlib's, until you have written yours.\n"
    assert files() == ["my_network.aside-1.py"]


def test_a_pass_beside_a_file_that_no_longer_runs_begins_a_new_one():
    passed("mse_loss", MSE)
    edit("def mse_loss", "def def mse_loss")
    text = passed("tolerance_accuracy", ACCURACY)
    assert "It is kept as my_network.aside-1.py, and a new one begins." in text
    assert "def def" in (progress.folder() / "my_network.aside-1.py").read_text("utf-8")
    assert "tolerance_accuracy" in progress.read_code()


def test_a_function_that_no_longer_passes_stands_aside_and_the_others_stay(capsys):
    passed("mse_loss", MSE)
    passed("tolerance_accuracy", ACCURACY)
    edit("np.mean((y - y_pred) ** 2)", "np.sum((y - y_pred) ** 2)")
    code = progress.read_code()
    function, line = use("mse_loss", capsys)
    assert function is all_exercises()["mse_loss"].reference
    assert line == (
        "mse_loss: lessonlib's. Yours in my_network.py no longer passes its check. "
        "The file as it was stands aside as my_network.aside-1.py.\n"
    )
    assert (progress.folder() / "my_network.aside-1.py").read_text("utf-8") == code
    assert (
        use("tolerance_accuracy", capsys)[1] == "tolerance_accuracy: yours, from my_network.py.\n"
    )
    assert use("mse_loss", capsys)[1] == "mse_loss: lessonlib's, until you have written yours.\n"


def test_what_the_reader_adds_to_the_file_stays():
    passed("mse_loss", MSE)
    edit("def mse_loss", "# I found this one hard.\nNOTE = 1\n\n\ndef mse_loss")
    passed("tolerance_accuracy", ACCURACY)
    assert "# I found this one hard.\nNOTE = 1" in progress.read_code()


def test_own_functions_can_be_checked_and_kept_again(capsys):
    passed("mse_loss", LOOP)
    before = progress.read_code()
    function, _ = use("mse_loss", capsys)
    assert check(function).kind == "passed"
    assert progress.read_code() == before


def test_code_is_shown_as_code_whatever_is_in_it():
    passed("mse_loss", MSE.replace("    return", "    # ```not the end```\n    return"))
    shown = mine.show()._repr_mimebundle_()
    assert str(progress.code_file()) in shown["text/plain"]
    assert "\n````python\n# my_network.py" in shown["text/markdown"]
    assert shown["text/markdown"].endswith("\n````")


def test_a_folder_that_cannot_be_used_stops_nothing(monkeypatch, tmp_path, capsys):
    (tmp_path / "file").write_text("in the way")
    monkeypatch.setenv("LESSONLIB_PROGRESS", str(tmp_path / "file" / "progress"))
    text = passed("mse_loss", MSE)
    assert text.count("mse_loss") < 4
    assert "could not be" in text
    function, line = use("mse_loss", capsys)
    assert function is all_exercises()["mse_loss"].reference
    assert line.startswith("mse_loss: lessonlib's.")
    assert "could not be read" in repr(mine.show())


def test_trouble_with_the_disk_is_told_once(monkeypatch):
    def refuse(*_arguments):
        raise PermissionError("refused")

    monkeypatch.setattr(storage.Path, "replace", refuse)
    assert passed("mse_loss", MSE).count("could not be saved: refused") == 1


# Other notebooks, other places -----------------------------------------------------------------

KEEP_MANY = """
import sys
sys.path.insert(0, sys.argv[1])
from notebook_cells import notebook
from lessonlib.exercises import check

name, cell, n = sys.argv[2], sys.argv[3], int(sys.argv[4])
for number in range(n):
    namespace = notebook(cell.replace("return", f"number = {number}\\n    return"))
    verdict = check(namespace[name])
    assert verdict.kind == "passed" and "Kept: " in repr(verdict), verdict
"""


def test_two_notebooks_that_pass_at_once_lose_nothing(request):
    tests = str(request.path.parent)
    n_passes = 8
    both = [
        subprocess.Popen(
            [sys.executable, "-c", KEEP_MANY, tests, name, cell, str(n_passes)],
            stderr=subprocess.PIPE,
        )
        for name, cell in (("mse_loss", MSE), ("tolerance_accuracy", ACCURACY))
    ]
    errors = [process.communicate(timeout=120)[1] for process in both]
    assert errors == [b"", b""]
    code = progress.read_code()
    assert code.count(f"number = {n_passes - 1}\n") == 2
    assert code.count("def ") == 2
    assert len(files()) == 1 + 2 * (n_passes - 1)


IN_IPYTHON = """
from traitlets.config import Config
from IPython.core.interactiveshell import InteractiveShell

shell = InteractiveShell(config=Config({"HistoryManager": {"enabled": False}}))
cells = [
    "from lessonlib.exercises import check, mine",
    "class Square:\\n    def of(self, x):\\n        return x ** 2",
    "%pwd\\ndef mse_loss(y, y_pred):\\n    return Square().of(y - y_pred).mean()",
    "print(check(mse_loss))",
    "print(mine('mse_loss') is not mse_loss)",
]
for cell in cells:
    shell.run_cell(cell).raise_error()
"""


def test_cells_of_ipython_have_their_source(monkeypatch, tmp_path):
    monkeypatch.setenv("IPYTHONDIR", str(tmp_path / "ipython"))
    done = subprocess.run(
        [sys.executable, "-c", IN_IPYTHON], capture_output=True, text=True, timeout=60
    )
    assert "Kept: mse_loss" in done.stdout, done.stdout + done.stderr
    assert done.stdout.endswith("mse_loss: yours, from my_network.py.\nTrue\n")
    assert "class Square:" in progress.read_code()


def test_it_works_where_there_are_no_locks_and_no_signals(monkeypatch, capsys):
    """As in a browser: a lock is a file, and what limits the time is no timer of the system."""
    monkeypatch.setattr(writing, "FileLock", SoftFileLock)
    lines = []

    def work():
        lines.append(passed("mse_loss", MSE))
        lines.append(use("mse_loss", capsys)[1])

    thread = threading.Thread(target=work)
    thread.start()
    thread.join()
    assert "Kept: mse_loss" in lines[0]
    assert lines[1] == "mse_loss: yours, from my_network.py.\n"


def test_a_cell_that_is_run_again_is_kept_as_it_is_now():
    namespace = notebook(MSE)
    check(namespace["mse_loss"])
    run_cell(MSE.replace("np.mean", "2 * np.mean").replace("** 2)", "** 2) / 2"), namespace)
    assert "your new mse_loss" in repr(check(namespace["mse_loss"]))
    assert "2 * np.mean" in progress.read_code()
