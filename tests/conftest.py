"""No test, and no notebook that a test runs, may touch the reader's own progress."""

import os
import tempfile

import pytest

_FOLDER = tempfile.mkdtemp(prefix="progress-")
os.environ["LESSONLIB_PROGRESS"] = _FOLDER  # the kernels of notebooks inherit it


@pytest.fixture(autouse=True)
def own_progress(request, monkeypatch, tmp_path):
    """Give each test an empty record of its own."""
    if "lessonlib" in getattr(request.node, "nodeid", ""):
        return
    monkeypatch.setenv("LESSONLIB_PROGRESS", str(tmp_path / "progress"))
