"""The engine's own page: its example runs as it stands there."""

import doctest

from test_architecture import LIBRARY


def test_the_example_runs():
    page = LIBRARY / "live" / "README.md"
    failed, tried = doctest.testfile(
        str(page), module_relative=False, optionflags=doctest.ELLIPSIS, encoding="utf-8"
    )
    assert failed == 0
    assert tried >= 10
