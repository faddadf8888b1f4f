import sys

import pytest

from lessonlib.platforms import in_browser


@pytest.mark.parametrize("platform", ["emscripten", "linux", "darwin", "win32"])
def test_only_emscripten_is_a_browser(monkeypatch, platform):
    monkeypatch.setattr(sys, "platform", platform)
    assert in_browser() == (platform == "emscripten")
