"""A JupyterLab that a test opens has a home of its own."""

from pathlib import Path

import lab_server


def test_what_is_predicted_in_a_test_is_not_remembered_for_the_next(tmp_path):
    environment = lab_server._environment(lab_server.Server("", ""), tmp_path)
    for name in ("LESSONLIB_PROGRESS", "IPYTHONDIR", "JUPYTER_CONFIG_DIR"):
        assert Path(environment[name]).is_relative_to(tmp_path)
