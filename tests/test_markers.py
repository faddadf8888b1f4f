"""What the markers of tests promise."""

import ast
import re
from pathlib import Path

TESTS = Path(__file__).parent
CONTRIBUTING = (TESTS.parent / "CONTRIBUTING.md").read_text("utf-8")


def marked(source, marker):
    """Return the names of the functions of a module that carry a marker."""
    return [
        node.name
        for node in ast.walk(ast.parse(source))
        if isinstance(node, ast.FunctionDef)
        and any(ast.unparse(one).startswith(f"pytest.mark.{marker}") for one in node.decorator_list)
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


def test_markers_are_found():
    source = "@pytest.mark.exhaustive\n@pytest.mark.parametrize('a', [1])\ndef test_a(a): ...\n"
    assert marked(source + "def test_b(): ...", "exhaustive") == ["test_a"]
