"""What holds for every test and for every notebook that pytest runs."""

import os
import tempfile

import pytest

# The reader's own progress stays out. The kernels that run the notebooks inherit this folder, and
# it stays empty: a test has a folder of its own (tests/conftest.py), and so has each JupyterLab
# that a test opens (tools/lab_server.py).
os.environ["LESSONLIB_PROGRESS"] = tempfile.mkdtemp(prefix="progress-")


@pytest.hookimpl(tryfirst=True)  # before pytest-xdist reads the marks
def pytest_collection_modifyitems(items):
    """Give what stands in one file to one process, where several share the work.

    The cells of a notebook need one another, and the tests of a module share what is slow to make.
    """
    for item in items:
        if item.get_closest_marker("xdist_group") is None:
            item.add_marker(pytest.mark.xdist_group(str(item.path)))
