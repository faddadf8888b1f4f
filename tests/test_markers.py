"""What the markers of tests and the root conftest promise."""

import ast
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

TESTS = Path(__file__).parent
CONTRIBUTING = (TESTS.parent / "CONTRIBUTING.md").read_text("utf-8")


def marked(source, marker):
    """Return the names of a module's functions of which a case at least carries a marker."""
    return [
        node.name
        for node in ast.walk(ast.parse(source))
        if isinstance(node, ast.FunctionDef)
        and any(f"pytest.mark.{marker}" in ast.unparse(one) for one in node.decorator_list)
    ]


def test_contributing_says_what_ci_proves_of_each_exhaustive_test():
    tests = [
        name for path in TESTS.rglob("test_*.py") for name in marked(path.read_text(), "exhaustive")
    ]
    section = CONTRIBUTING.partition("## What takes too long for every day")[2].partition("\n## ")[
        0
    ]
    rows = re.findall(r"^\| `(test_\w+)` \| (.+) \|$", section, flags=re.MULTILINE)
    assert sorted(name for name, _ in rows) == sorted(tests)
    assert all(len(proven.split()) > 5 for _, proven in rows)
    every_test = {
        name
        for path in TESTS.rglob("test_*.py")
        for name in re.findall(r"def (test_\w+)", path.read_text())
    }
    named = set(re.findall(r"`(test_\w+)`", section))
    assert named <= every_test


def test_what_is_marked_slow_is_there(request):
    root = request.config.pluginmanager.get_plugin(str(TESTS.parent / "conftest.py"))
    files = [path.relative_to(TESTS.parent).as_posix() for path in TESTS.rglob("test_*.py")]
    assert [one for one in root.SLOW if not any(file.startswith(one) for file in files)] == []
    assert request.node.get_closest_marker("slow") is None


def test_what_pyodide_runs_is_not_imported():
    """It sets the limits and the folder of all tests of a process that collects it."""
    assert "in_pyodide" not in sys.modules


def test_markers_are_found():
    source = "@pytest.mark.exhaustive\n@pytest.mark.parametrize('a', [1])\ndef test_a(a): ...\n"
    assert marked(source + "def test_b(): ...", "exhaustive") == ["test_a"]
    some = "@pytest.mark.parametrize('a', [pytest.param(1, marks=pytest.mark.exhaustive), 2])\n"
    assert marked(some + "def test_c(a): ...", "exhaustive") == ["test_c"]


@pytest.mark.parametrize("options", [("-p", "no:xdist"), ("-p", "xdist.plugin")])
def test_pytest_runs_without_xdist_too_and_leaves_no_folder_behind(options, tmp_path):
    command = [sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider", *options]
    environment = {**os.environ, "TMPDIR": str(tmp_path), "PYTEST_DISABLE_PLUGIN_AUTOLOAD": "1"}
    plugins = ["-p", "nbval.plugin", "tests/test_covering.py"]
    done = subprocess.run(
        [*command, *plugins], cwd=TESTS.parent, env=environment, capture_output=True, text=True
    )
    assert done.returncode == 0, done.stdout
    assert list(tmp_path.glob("progress-*")) == []
