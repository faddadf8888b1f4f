"""The browser edition, built once for all tests of a run, whichever process comes first."""

import os
import subprocess
import sys
from pathlib import Path

import pytest
from filelock import FileLock

ROOT = Path(__file__).parents[2]


@pytest.fixture(scope="session")
def lite_site(tmp_path_factory):
    """Return the folder of the self-contained site; without what it needs, tests are skipped.

    In CI they fail.
    """
    shared = tmp_path_factory.getbasetemp()
    if "PYTEST_XDIST_WORKER" in os.environ:
        shared = shared.parent
    site, log = shared / "site", shared / "site.log"
    with FileLock(shared / "site.lock"):
        if not log.exists():
            command = [sys.executable, str(ROOT / "tools" / "build_site.py"), "--self-contained"]
            with log.open("w") as stream:
                done = subprocess.run(
                    [*command, "--only", "lite", "--output", str(site)],
                    stdout=stream,
                    stderr=subprocess.STDOUT,
                    check=False,
                )
            if done.returncode:
                (shared / "site.failed").touch()
    if (shared / "site.failed").exists():
        message = f"the site was not built:\n{log.read_text()[-2000:]}"
        if os.environ.get("CI") == "true":
            pytest.fail(message)
        pytest.skip(message)
    return site
