"""The set-up check says in words what is wrong."""

from importlib.metadata import PackageNotFoundError

import pytest

from lessonlib import setup_check
from lessonlib.setup_check import SetupReport, check_setup


def test_this_machine_is_ready():
    report = check_setup()
    assert report.problems == []
    assert repr(report).startswith("Everything is in place")


def test_an_old_python_is_named():
    (problem,) = setup_check._check_python((3, 9))
    assert "This is Python 3.9" in problem


def test_a_missing_package_is_named(monkeypatch):
    def no_version(name):
        raise PackageNotFoundError(name)

    monkeypatch.setattr(setup_check, "version", no_version)
    assert any("anywidget is missing" in problem for problem in setup_check._check_packages())


def test_an_old_package_is_named(monkeypatch):
    monkeypatch.setattr(setup_check, "version", lambda _: "0.1")
    problems = setup_check._check_packages()
    assert any("numpy is 0.1; the course needs >=2.4" in problem for problem in problems)


def test_an_environment_without_lessonlib_is_named():
    (problem,) = setup_check._check_packages("no-such-package")
    assert "no-such-package is not installed" in problem


def test_unreadable_data_are_named(monkeypatch):
    def unreadable():
        raise FileNotFoundError("data/penguins.csv is missing")

    monkeypatch.setattr(setup_check, "load_penguins", unreadable)
    (problem,) = check_setup().problems
    assert "data/penguins.csv is missing" in problem


@pytest.mark.parametrize("kind", ["text/html", "text/plain"])
def test_problems_are_listed(kind):
    shown = SetupReport(["one < two", "three"])._repr_mimebundle_()[kind]
    assert "three" in shown
    assert ("one &lt; two" in shown) == (kind == "text/html")
