"""What the browser gets of a live figure, and what it does with it, tried by Node."""

import shutil
import subprocess
from pathlib import Path

import pytest

from lessonlib.live.view import PictureView

SCRIPTS = sorted((Path(__file__).parent / "js").glob("*.test.mjs"))


def test_the_view_brings_its_script_and_its_style():
    view = PictureView(title="t")
    assert "export default" in view._esm
    assert ".live-figure" in view._css


@pytest.mark.parametrize("script", SCRIPTS, ids=lambda path: path.name)
def test_the_scripts_do_what_their_tests_say(script):
    node = shutil.which("node")
    assert node, "Node.js was not found: install it (https://nodejs.org)"
    run = subprocess.run(
        [node, "--test", script], capture_output=True, encoding="utf-8", timeout=60, check=False
    )
    assert run.returncode == 0, run.stdout + run.stderr
    assert "# pass 0" not in run.stdout
