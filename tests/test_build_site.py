"""The command that builds the site: its options, and what is said when something is missing."""

import build_site
import pytest
import site_lite
import site_python
import site_wheels


def test_the_wheels_come_from_the_option_or_the_variable(tmp_path, monkeypatch):
    monkeypatch.setenv(build_site.WHEELS_SETTING, str(tmp_path))
    assert build_site.WHEELS_SETTING == site_wheels.WHEELS_SETTING
    assert build_site.read_options([]).wheels == tmp_path
    (tmp_path / "own").mkdir()
    assert build_site.read_options(["--wheels", str(tmp_path / "own")]).wheels == tmp_path / "own"
    monkeypatch.delenv(build_site.WHEELS_SETTING)
    assert build_site.read_options([]).wheels is None


def test_a_folder_of_wheels_that_is_not_there_is_named(tmp_path, capsys):
    with pytest.raises(SystemExit):
        build_site.read_options(["--self-contained", "--wheels", str(tmp_path / "none")])
    assert f"{tmp_path / 'none'} is no folder" in capsys.readouterr().err


def test_without_a_python_the_command_says_so(monkeypatch, capsys):
    def fail():
        raise site_python.NoPythonError("the site needs Python")

    monkeypatch.setattr(site_python, "environment", fail)
    assert build_site.main([]) == 1
    assert capsys.readouterr().err == "build_site: the site needs Python\n"


def test_another_jupyterlite_is_noticed(tmp_path):
    page = tmp_path / "index.html"
    page.write_text("<head></head>")
    site_lite._replace(page, "</head>", "<script></script></head>")
    assert page.read_text() == "<head><script></script></head>"
    with pytest.raises(site_lite.LiteError, match=r"index\.html has no 'config'"):
        site_lite._replace(page, "config", "")
