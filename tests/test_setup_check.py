"""The set-up check says in words what is wrong."""

import json
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


# In a browser ------------------------------------------------------------------------------------


@pytest.fixture
def lessons(monkeypatch, tmp_path):
    """Make this a browser that has kept a folder of lessons; the site serves edition 2 of some."""
    monkeypatch.setattr(setup_check, "in_browser", lambda: True)
    monkeypatch.setattr(setup_check, "_LESSONS", tmp_path)
    served = ("00_start_here", "03_loss_and_metrics", "04_gradient_descent")
    editions = json.dumps({f"{name}.ipynb": "2" for name in served})
    (tmp_path / "edition.json").write_text(editions)
    save(tmp_path / "00_start_here.ipynb", {"lessonlib": {"edition": "2"}})
    save(tmp_path / "my_own.ipynb", {})
    return tmp_path


def save(path, metadata):
    path.write_text(json.dumps({"cells": [], "metadata": metadata}))


def test_lessons_of_the_served_edition_need_no_word(lessons):
    report = check_setup()
    assert report.problems == []
    (note,) = report.notes
    assert "Restart Kernel" in note


def test_a_saved_copy_of_an_earlier_edition_is_named_with_what_to_do(lessons):
    save(lessons / "03_loss_and_metrics.ipynb", {"lessonlib": {"edition": "1"}})
    save(lessons / "04_gradient_descent.ipynb", {"lessonlib": {"edition": "1"}})
    save(lessons / "09_of_another_course.ipynb", {"lessonlib": {"edition": "1"}})
    report = check_setup()
    assert report.problems == [], "to be told is no reason to be stopped"
    assert "03_loss_and_metrics.ipynb, 04_gradient_descent.ipynb. They hide" in report.notes[0]
    assert "rename your copy" in repr(report)


def test_a_copy_that_was_renamed_hides_nothing(lessons):
    save(lessons / "03_loss_and_metrics.ipynb", {"lessonlib": {"edition": "2"}})
    for name in ("03_loss_and_metrics_old.ipynb", "old.ipynb"):
        save(lessons / name, {"lessonlib": {"edition": "1"}})
    assert len(check_setup().notes) == 1


@pytest.mark.parametrize("text", ["", "[1]", '{"metadata": 3}', '{"metadata": {"lessonlib": 1}}'])
def test_files_that_are_no_notebooks_stop_nothing(lessons, text):
    (lessons / "05_chain_rule.ipynb").write_text(text)
    assert len(check_setup().notes) == 1
    (lessons / "edition.json").write_text(text)
    assert len(check_setup().notes) == 1


def test_where_nothing_is_kept_it_is_said(lessons, monkeypatch):
    monkeypatch.setattr(setup_check.progress, "forgetful", lambda: "Nothing is kept.")
    assert "Nothing is kept." in repr(check_setup())


def test_a_browser_needs_no_pip(lessons, monkeypatch):
    monkeypatch.setattr(setup_check, "version", lambda _: "0.1")
    problems = check_setup().problems
    assert problems
    assert not any("pip" in problem for problem in problems)
    assert all("Reload the page" in problem for problem in problems)
