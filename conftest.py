"""The reader's own progress stays out of every test and of every notebook that pytest runs."""

import os
import tempfile

# The kernels that run the notebooks inherit this folder. It stays empty: a test has a folder of
# its own (tests/conftest.py), and so has each JupyterLab that a test opens (tools/lab_server.py).
os.environ["LESSONLIB_PROGRESS"] = tempfile.mkdtemp(prefix="progress-")
