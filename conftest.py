"""What holds for every test and for every notebook that pytest runs."""

import os
import re
import tempfile

import pytest
from xdist.scheduler import LoadScopeScheduling

# The reader's own progress stays out. The kernels that run the notebooks inherit this folder, and
# it stays empty: a test has a folder of its own (tests/conftest.py), and so has each JupyterLab
# that a test opens (tools/lab_server.py).
os.environ["LESSONLIB_PROGRESS"] = tempfile.mkdtemp(prefix="progress-")


class ByFile(LoadScopeScheduling):
    """Gives the tests of a file to one process, where several share the work.

    The cells of a notebook need one another, and the tests of a module share what is slow to make.
    Where that is made for each lesson or figure, their tests are apart.
    """

    def _split_scope(self, nodeid):
        parameter = re.search(r"\[(\d\d_\w+|\w+\.\w+)\]", nodeid)
        return nodeid.split("::")[0] + (parameter.group() if parameter else "")


@pytest.hookimpl(optionalhook=True)
def pytest_xdist_make_scheduler(config, log):
    """Share the tests as above, whatever ``--dist`` says."""
    return ByFile(config, log)
