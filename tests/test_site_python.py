"""The environment of the site: which Python it takes, and when it is made anew."""

import sys

import pytest
import site_python


@pytest.fixture
def candidates(monkeypatch):
    """Return a function that says which Pythons there are, and their versions."""

    def there_are(**versions):
        monkeypatch.setattr(site_python, "_candidates", lambda: iter(versions))
        monkeypatch.setattr(site_python, "_version", versions.get)

    return there_are


def test_the_first_that_is_new_enough_is_taken(candidates):
    candidates(this=(3, 11), shim=(), other=(3, 12), last=(3, 14))
    assert site_python.find_python() == "other"


def test_without_one_it_is_said_where_it_was_looked_for(candidates):
    candidates(this=(3, 11), shim=())
    with pytest.raises(
        site_python.NoPythonError, match=r"needs Python 3\.12 or later: none on the"
    ):
        site_python.find_python()


def test_a_python_is_asked_for_its_version(tmp_path):
    assert site_python._version(sys.executable) == sys.version_info[:2]
    assert site_python._version(str(tmp_path / "none")) == ()
    broken = tmp_path / "broken"
    broken.write_text("#!/bin/sh\nexit 127\n")
    broken.chmod(0o755)
    assert site_python._version(str(broken)) == ()


def test_an_environment_of_the_same_lock_stays(tmp_path, monkeypatch):
    lock, folder = tmp_path / "lock.txt", tmp_path / "python"
    monkeypatch.setattr(site_python, "LOCK", lock)
    monkeypatch.setattr(site_python, "FOLDER", folder)
    monkeypatch.setattr(site_python, "ROOT", tmp_path)
    monkeypatch.setattr(site_python, "find_python", lambda: "base")
    monkeypatch.setattr(site_python, "_version", lambda _: (3, 13))
    made = []

    def make(base, python):
        made.append(base)
        python.parent.mkdir(parents=True)
        return []

    monkeypatch.setattr(site_python, "_commands", make)
    lock.write_text("a==1")
    assert site_python.environment() == site_python.environment()
    assert made == ["base"]
    lock.write_text("a==2")
    site_python.environment()
    assert made == ["base", "base"]
