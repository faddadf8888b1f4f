"""The house rules: floors, imports without effects, sizes, and a test for each module.

Imports go strictly downwards. A unit is a module or a package directly below ``lessonlib``; the
modules of one package may import one another.
"""

import ast
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
LIBRARY = ROOT / "lessonlib"

# From the ground up. Units on one floor do not import one another.
FLOORS = [
    ["arguments", "words", "threads", "platforms"],
    # the maths
    [
        *["datasets", "splitting", "activations", "losses", "metrics", "derivatives", "graph"],
        *["optimizers", "baselines"],
    ],
    ["networks"],
    ["logistic", "fast_steps", "fast_descent"],
    ["training"],
    ["sweeps", "stochastic"],
    ["experiments"],
    # pictures
    ["plots"],
    ["progress", "live"],
    ["predict"],
    ["stage"],
    ["figures"],
    # exercises
    ["exercises", "quiz", "run_order", "setup_check"],
    ["overview"],
]
FLOOR = {unit: number for number, units in enumerate(FLOORS) for unit in units}

# What a unit may import besides the standard library and lower floors.
PURE = {"numpy"}
ALLOWED = {unit: PURE for units in FLOORS[: FLOOR["plots"]] for unit in units} | {
    "threads": {"threadpoolctl"},
    "plots": PURE | {"matplotlib"},
}
# Could be a package of its own: it imports nothing of the library.
ALONE = {"live"}
HEAVY = {"matplotlib", "ipywidgets", "anywidget", "IPython"}
# What loads nothing heavy: all below the pictures, and the checks of exercises.
LIGHT = {*(unit for units in FLOORS[: FLOOR["plots"]] for unit in units), "exercises"}

MOST_MODULE_LINES = 250
MOST_FUNCTION_LINES = 40
BANNED_NAMES = {"utils", "util", "helpers", "helper", "common", "misc"}

MODULES = sorted(path for path in LIBRARY.rglob("*.py"))
SIZED = sorted(
    path
    for folder in (LIBRARY, ROOT / "tools", ROOT / "benchmarks")
    for path in folder.rglob("*.py")
)


def name_of(path):
    """Return the dotted name of a module of the library."""
    parts = path.relative_to(ROOT).with_suffix("").parts
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


def unit_of(name):
    """Return the part of a dotted name that stands directly below ``lessonlib``; '' for itself."""
    return [*name.split("."), ""][1]


def short(path):
    return str(path.relative_to(ROOT))


every_module = pytest.mark.parametrize("path", MODULES, ids=name_of)


def imports(tree, package):
    """Return the dotted names that a module imports, inside functions too."""
    found = []
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            found += [alias.name for alias in node.names]
        elif isinstance(node, ast.ImportFrom):
            above = package.split(".")[: len(package.split(".")) - node.level + 1]
            base = ".".join([*(above if node.level else []), *filter(None, [node.module])])
            # `from lessonlib import plots` names a module, `from numpy import pi` does not.
            found += (
                [f"{base}.{alias.name}" for alias in node.names] if base == "lessonlib" else [base]
            )
    return found


def violations(source, name, package=None):
    """Return a line for each import of a module's source that the floors forbid."""
    unit = unit_of(name)
    bad = []
    for imported in imports(ast.parse(source), package or name.rpartition(".")[0]):
        top = imported.split(".")[0]
        if top == "lessonlib":
            target = unit_of(imported)
            if target and target != unit and FLOOR.get(target, 99) >= FLOOR.get(unit, -1):
                bad.append(f"{name} imports {imported}, which is not on a lower floor")
            elif target and target != unit and unit in ALONE:
                bad.append(f"{name} imports {imported}; {unit} imports nothing of the library")
        elif top not in sys.stdlib_module_names and top not in ALLOWED.get(unit, {top}):
            bad.append(f"{name} imports {top}; {unit} may import {sorted(ALLOWED[unit])}")
    return bad


@every_module
def test_module_is_on_the_map(path):
    unit = unit_of(name_of(path))
    assert unit in {"", *FLOOR}, f"{unit}: add it to the map (FLOORS in {Path(__file__).name})"


@every_module
def test_imports_go_down(path):
    name = name_of(path)
    package = name if path.stem == "__init__" else name.rpartition(".")[0]
    assert violations(path.read_text("utf-8"), name, package) == []


@pytest.mark.parametrize(
    ("module", "source"),
    [
        ("losses", "import matplotlib.pyplot as plt"),
        ("losses", "from lessonlib.metrics import accuracy_score"),
        ("losses", "from lessonlib import metrics"),
        ("losses", "def f():\n    from lessonlib.networks import forward"),
        ("losses", "from . import plots"),
        ("losses", "from .plots import draw"),
        ("networks", "import lessonlib.training"),
        ("training", "import scipy.optimize"),
        ("training", "import threadpoolctl"),
        ("plots", "import ipywidgets"),
        ("live.figure", "from lessonlib.figures import lesson0"),
        ("live.figure", "from lessonlib.words import Words"),
        ("live.figure", "from .. import plots"),
        ("words", "import lessonlib.nowhere"),
    ],
)
def test_a_forbidden_import_is_found(module, source):
    assert len(violations(source, f"lessonlib.{module}")) == 1


@pytest.mark.parametrize(
    ("module", "source"),
    [
        ("losses", "import math\nimport numpy as np\nfrom lessonlib.arguments import check_array"),
        ("threads", "from threadpoolctl import ThreadpoolController"),
        ("training", "import numpy.linalg\nfrom lessonlib import networks"),
        ("live.figure", "import anywidget\nfrom lessonlib.live.picture import SvgPicture"),
        ("live.figure", "from .picture import SvgPicture"),
        ("figures.lesson0", "from .. import plots"),
    ],
)
def test_an_allowed_import_is_not_found(module, source):
    assert violations(source, f"lessonlib.{module}") == []


IMPORT_ALL = """
import importlib, sys

def check(condition, what):
    if not condition:
        raise SystemExit(f"import {name}: {what}")

light, heavy, forbidden = (one.split() for one in sys.argv[1:])
for name in light:
    importlib.import_module(name)
    loaded = sorted(set(forbidden) & set(sys.modules))
    check(not loaded, f"loads {loaded}")

import matplotlib, numpy

def settings():
    # To ask for "backend" the usual way would choose one, and load pyplot.
    values = {key: matplotlib.rcParams[key] for key in matplotlib.rcParams if key != "backend"}
    return values | {"backend": matplotlib.get_backend(auto_select=False)}

before, seed = settings(), repr(numpy.random.get_state())
for name in heavy:
    importlib.import_module(name)
    check(settings() == before, "changes rcParams")
    check(repr(numpy.random.get_state()) == seed, "uses or sets numpy's global seed")
    check("matplotlib.pyplot" not in sys.modules, "loads pyplot, which has a state of its own")
"""


def import_all(light, heavy):
    command = [sys.executable, "-W", "error", "-c", IMPORT_ALL]
    lists = [" ".join(names) for names in (light, heavy, sorted(HEAVY))]
    return subprocess.run([*command, *lists], cwd=ROOT, capture_output=True, text=True)


def test_importing_has_no_effects():
    names = sorted(map(name_of, MODULES), key=lambda name: FLOOR.get(unit_of(name), 0))
    light = [name for name in names if unit_of(name) in {"", *LIGHT}]
    done = import_all(light, [name for name in names if name not in light])
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")


def test_an_effect_of_importing_is_found():
    assert "import matplotlib: loads ['matplotlib']" in import_all(["matplotlib"], []).stderr
    assert import_all(["this"], []).stdout.startswith("The Zen of Python")
    assert "loads pyplot" in import_all([], ["matplotlib.pyplot"]).stderr


def test_no_module_has_a_name_that_says_nothing():
    assert [short(path) for path in SIZED if {path.stem, path.parent.name} & BANNED_NAMES] == []


@pytest.mark.parametrize("path", SIZED, ids=short)
def test_sizes(path):
    text = path.read_text("utf-8")
    n_lines = len(text.splitlines())
    assert n_lines <= MOST_MODULE_LINES, f"{n_lines} lines; at most {MOST_MODULE_LINES}"
    sizes = {function.name: n_code_lines(function) for function in functions(ast.parse(text))}
    assert {name: n for name, n in sizes.items() if n > MOST_FUNCTION_LINES} == {}


def functions(tree):
    return [n for n in ast.walk(tree) if isinstance(n, ast.FunctionDef | ast.AsyncFunctionDef)]


def n_code_lines(function):
    """Return the number of lines of a function without its docstring."""
    n_lines = function.end_lineno - function.lineno + 1
    first = function.body[0]
    if ast.get_docstring(function, clean=False) is None:
        return n_lines
    return n_lines - (first.end_lineno - first.lineno + 1)


def test_lines_are_counted_without_the_docstring():
    source = 'def f():\n    """One.\n\n    Two.\n    """\n    return 1\n'
    assert n_code_lines(functions(ast.parse(source))[0]) == 2


def test_every_module_has_its_tests():
    """``lessonlib/a/b.py`` has ``tests/test_a_b.py``, or ``tests/test_a.py`` for all of package a.

    A package's ``__init__.py`` that defines nothing needs no test.
    """
    missing = []
    for path in MODULES:
        name = name_of(path).split(".")[1:]
        if path.stem == "__init__" and not defines_something(path):
            continue
        choices = [f"test_{'_'.join(name[:n])}.py" for n in (len(name), 1)]
        if not any((ROOT / "tests" / choice).exists() for choice in choices):
            missing.append(f"{short(path)}: no tests/{choices[0]}")
    assert missing == []


def defines_something(path):
    body = ast.parse(path.read_text("utf-8")).body
    return any(isinstance(node, ast.FunctionDef | ast.ClassDef) for node in body)
