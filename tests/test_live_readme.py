"""The engine's own page: its example runs as it stands there."""

import doctest
import importlib
import re
import shutil
import sys

from test_architecture import LIBRARY

PAGE = LIBRARY / "live" / "README.md"


def test_the_example_runs():
    failed, tried = doctest.testfile(
        str(PAGE), module_relative=False, optionflags=doctest.ELLIPSIS, encoding="utf-8"
    )
    assert failed == 0
    assert tried >= 10


def test_a_page_without_a_kernel_has_all_that_the_player_imports():
    text = PAGE.read_text("utf-8")
    named = re.search(r"beside copies of (.+?), and serve", text)[1]
    player = (LIBRARY / "live" / "replay.js").read_text("utf-8")
    imported = re.findall(r'from "\./(.+?)"', player)
    assert sorted(re.findall(r"`(.+?)`", named)) == sorted(["replay.js", "live.css", *imported])


def test_a_copy_runs_in_another_package(tmp_path, monkeypatch):
    """As the page says it: copy the folder, write the other name in its files."""
    copy = tmp_path / "elsewhere" / "live"
    shutil.copytree(LIBRARY / "live", copy, ignore=shutil.ignore_patterns("__pycache__"))
    for path in copy.iterdir():
        path.write_text(path.read_text("utf-8").replace("lessonlib", "elsewhere"), "utf-8")
    monkeypatch.syspath_prepend(tmp_path)
    try:
        live = importlib.import_module("elsewhere.live")
        assert live.__file__.startswith(str(tmp_path))
        failed, tried = doctest.testfile(
            str(copy / "README.md"),
            module_relative=False,
            optionflags=doctest.ELLIPSIS,
            encoding="utf-8",
        )
        assert (failed, tried >= 10) == (0, True)
    finally:
        for name in [name for name in sys.modules if name.startswith("elsewhere")]:
            del sys.modules[name]
