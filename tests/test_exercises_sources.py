"""A function's source comes with all that it names, and with nothing else."""

import math

import numpy as np
import pytest
from notebook_cells import notebook

from lessonlib.exercises.sources import NoSourceError, collect, names_in


def bundle(name, *cells):
    return collect(name, notebook(*cells)[name])


def runs_alone(found):
    """Run nothing but what was collected."""
    namespace = {}
    for source in (*found.imports.values(), *found.definitions.values()):
        exec(source, namespace)
    return namespace


def test_helpers_and_constants_come_along_and_theirs_too():
    found = bundle(
        "mse_loss",
        "import numpy as np\nSCALE = 2.0\nUNUSED = 3\n",
        "def half(x):\n    return x / SCALE\n\n\ndef other():\n    return UNUSED\n",
        "def square(x):\n    return 4 * half(x) ** 2  # a comment\n",
        "def mse_loss(y, y_pred):\n    return np.mean(square(y - y_pred))\n",
    )
    assert found.imports == {"np": "import numpy as np"}
    assert list(found.definitions) == ["SCALE", "half", "square", "mse_loss"]
    assert found.definitions["SCALE"] == "SCALE = 2.0"
    assert found.definitions["square"].endswith("# a comment")
    assert runs_alone(found)["mse_loss"](np.array([1.0, 3.0]), np.array([0.0, 0.0])) == 5.0


def test_what_is_installed_or_lessonlibs_becomes_an_import():
    found = bundle(
        "f",
        """\
import math
import os.path
import numpy as np
import numpy.linalg as la
from math import sqrt as root
from numpy import exp
from lessonlib.activations import sigmoid
from lessonlib.networks import forward

def f(x):
    return root(x), exp(x), sigmoid(x), forward, la.norm, np.zeros, math.pi, os.sep
""",
    )
    assert found.imports == {
        "math": "import math",
        "os": "import os",
        "np": "import numpy as np",
        "la": "import numpy.linalg as la",
        "root": "from math import sqrt as root",
        "exp": "from numpy import exp",
        "sigmoid": "from lessonlib.activations import sigmoid",
        "forward": "from lessonlib.networks import forward",
    }
    assert list(found.definitions) == ["f"]
    assert runs_alone(found)["f"](4.0)[0] == 2.0


def test_a_class_comes_with_its_bases_decorators_and_defaults():
    found = bundle(
        "Node",
        """\
START = 0.0

def mark(cls):
    return cls

class Base:
    def name(self):
        return type(self).__name__
""",
        """\
@mark
class Node(Base):
    '''A number.'''

    def __init__(self, value=START):
        self.value = value

    @property
    def twice(self):
        return scaled(self.value)


def scaled(x):
    return 2 * x
""",
    )
    assert list(found.definitions) == ["Base", "START", "mark", "scaled", "Node"]
    assert runs_alone(found)["Node"](3.0).twice == 6.0


def test_functions_that_call_one_another_and_themselves():
    found = bundle(
        "even",
        "def even(n):\n    return n == 0 or odd(n - 1)\n",
        "def odd(n):\n    return n != 0 and even(n - 1)\n",
        "def unrelated():\n    return even\n",
    )
    assert sorted(found.definitions) == ["even", "odd"]
    assert runs_alone(found)["even"](10) is True


def test_lambdas_wrapped_and_vectorized_functions():
    found = bundle(
        "f",
        "import functools\nimport numpy as np\ntwice = lambda x: 2 * x\n",
        "@functools.cache\ndef slow(n):\n    return n + 1\n",
        "@np.vectorize\ndef one(x):\n    return twice(x) if x > 0 else 0.0\n",
        "def f(x):\n    return one(x) + slow(1)\n",
    )
    assert found.definitions["twice"] == "twice = lambda x: 2 * x"
    assert found.definitions["slow"].startswith("@functools.cache\ndef slow")
    np.testing.assert_array_equal(runs_alone(found)["f"]([-1.0, 3.0]), [2.0, 8.0])


def test_what_a_function_closes_over_is_a_constant_of_its_own():
    found = bundle(
        "f", "def make(k):\n    def f(x):\n        return k * x\n    return f\n\nf = make(3)\n"
    )
    assert found.definitions == {"k": "k = 3", "f": "def f(x):\n    return k * x"}


def test_a_function_with_another_name_of_its_own():
    found = collect("mse_loss", notebook("def _mine(y):\n    return y\n")["_mine"])
    assert list(found.definitions) == ["_mine", "mse_loss"]
    assert runs_alone(found)["mse_loss"](3) == 3


def test_a_name_that_is_nothing_yet_is_left_to_python():
    found = bundle("f", "def f(x):\n    return len(x) + undefined_so_far\n")
    assert list(found.definitions) == ["f"]


@pytest.mark.parametrize(
    "value",
    [
        *[3, -1e-15, math.inf, -math.inf, True, None, "a'b", 1 + 2j, (1, 2), [0.5], {"a": 1}],
        *[np.float64(0.1), np.int64(3), np.array([0.1, 0.2]), np.eye(2, dtype=int)],
    ],
)
def test_constants_are_written_as_they_are(value):
    namespace = notebook("def f():\n    return C\n")
    namespace["C"] = value
    found = collect("f", namespace["f"])
    back = runs_alone(found)["f"]()
    np.testing.assert_array_equal(back, value)


@pytest.mark.parametrize(
    ("cell", "name"),
    [
        ("rng = __import__('numpy').random.default_rng(0)\ndef f(): return rng.normal()", "rng"),
        ("big = list(range(10_000))\ndef f(): return big", "big"),
        (
            "import sys\nbeside = type(sys)('beside')\ndef f(): return beside.x",
            "beside",
        ),
        ("f = eval('lambda x: x')", "f"),
        ("f = len", "f"),
        ("own = type('Own', (list,), {})([1])\ndef f(): return own", "own"),
        ("from lessonlib.losses import mean_squared_error as f", "f"),
        ("f = [(lambda x: x), (lambda x: -x)][0]", "f"),
        ("exec('def f(x): return x')", "f"),
    ],
)
def test_what_cannot_be_written_down_is_named(cell, name):
    with pytest.raises(NoSourceError) as caught:
        bundle("f", cell)
    assert caught.value.name == name


class Grenade:
    def __getattr__(self, name):
        raise RuntimeError("boom")

    def __repr__(self):
        raise RuntimeError("boom")


def test_an_object_that_raises_whatever_is_asked_of_it_is_named_too():
    namespace = notebook("def f(): return bad")
    namespace["bad"] = Grenade()
    with pytest.raises(NoSourceError):
        collect("f", namespace["f"])


def test_a_file_that_has_changed_since_it_was_run_is_not_trusted(tmp_path):
    file = tmp_path / "own.py"
    file.write_text("def f(x):\n    return x\n")
    namespace = {}
    exec(compile(file.read_text(), str(file), "exec"), namespace)
    assert "return x" in collect("f", namespace["f"]).definitions["f"]
    file.write_text("# nothing\n# left\n# of it\n")
    with pytest.raises(NoSourceError):
        collect("f", namespace["f"])


def test_only_names_from_outside_are_looked_up():
    source = """
@decorate
def f(a, b=DEFAULT, *, c: Kind = 1):
    local = a + OUTER
    def inner():
        nonlocal local
        local += np.exp(local)
        return [x * SCALE for x in range(3)]
    return inner().append(f)
"""
    found = names_in(source) - {"f", "range"}
    # Python 3.14 looks annotations up only when it is asked for them.
    assert found - {"Kind"} == {"decorate", "DEFAULT", "OUTER", "np", "SCALE"}


def test_wraps_is_followed():
    found = bundle(
        "f",
        """\
import functools

def decorate(function):
    @functools.wraps(function)
    def inner(*arguments):
        return function(*arguments)

    return inner
""",
        "@decorate\ndef f(x):\n    return x + 1\n",
    )
    assert list(found.definitions) == ["decorate", "f"]
    assert found.imports == {"functools": "import functools"}
    assert runs_alone(found)["f"](1) == 2
