"""JupyterLab as a server of its own: free port, own settings, nothing left behind."""

import json
import os
import secrets
import socket
import subprocess
import sys
import tempfile
import time
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any, NamedTuple

import psutil

START_TIMEOUT = 90.0  # seconds

# JupyterLab's settings, by plugin: nothing asks, nothing moves, every cell is on the page.
SETTINGS: dict[str, dict[str, Any]] = {
    "@jupyterlab/notebook-extension/tracker": {"windowingMode": "contentVisibility"},
    "@jupyterlab/docmanager-extension/plugin": {"autosave": False},
    "@jupyterlab/apputils-extension/themes": {
        "theme": "JupyterLab Light",
        "adaptive-theme": False,
    },
    "@jupyterlab/apputils-extension/notification": {
        "fetchNews": "false",
        "checkForUpdates": False,
        "doNotDisturbMode": True,
    },
}


class Server(NamedTuple):
    """A running JupyterLab."""

    url: str
    token: str


@contextmanager
def jupyter_lab(folder: Path) -> Iterator[Server]:
    """Run JupyterLab on a free port, with settings of its own.

    Parameters
    ----------
    folder : Path
        The folder that it shows.

    Yields
    ------
    Server

    Raises
    ------
    RuntimeError
        If it does not answer in time; the message has the end of its log.
    """
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as home:
        _write_settings(Path(home) / "settings")
        server = Server(f"http://127.0.0.1:{_free_port()}", secrets.token_hex(16))
        log = Path(home) / "log"
        with log.open("wb") as stream:
            process = subprocess.Popen(
                _command(server, folder),
                env=_environment(server, Path(home)),
                stdin=subprocess.DEVNULL,
                stdout=stream,
                stderr=subprocess.STDOUT,
                start_new_session=True,
            )
        try:
            _wait_until_up(server, process, log)
            yield server
        finally:
            _stop(server, process)


def _command(server: Server, folder: Path) -> list[str]:
    options = [
        "LabApp.expose_app_in_browser=True",
        "LabApp.news_url=None",
        "LabApp.check_for_updates_class=jupyterlab.NeverCheckForUpdate",
        "LabApp.extension_manager=readonly",
        "ServerApp.ip=127.0.0.1",
        f"ServerApp.port={server.url.rsplit(':', 1)[1]}",
        "ServerApp.port_retries=0",
        f"ServerApp.root_dir={folder.resolve()}",
        "ServerApp.open_browser=False",
        "ServerApp.allow_root=True",  # containers often have no other user
    ]
    return [sys.executable, "-m", "jupyterlab", *(f"--{option}" for option in options)]


def _environment(server: Server, home: Path) -> dict[str, str]:
    """Keep the user's own settings, kernels, start-up files and progress out.

    Figures compute nothing ahead unless a notebook says so: here nobody waits for that work.
    """
    folders = {
        "JUPYTER_CONFIG_DIR": "config",
        "JUPYTER_DATA_DIR": "data",
        "JUPYTER_RUNTIME_DIR": "runtime",
        "JUPYTERLAB_SETTINGS_DIR": "settings",
        "JUPYTERLAB_WORKSPACES_DIR": "workspaces",
        "IPYTHONDIR": "ipython",
        "LESSONLIB_PROGRESS": "progress",
    }
    own = {name: str(home / folder) for name, folder in folders.items()}
    ahead = {"LIVE_FRAMES_AHEAD": "off"}
    return {**os.environ, **ahead, **own, "JUPYTER_TOKEN": server.token}


def _write_settings(folder: Path) -> None:
    for plugin, values in SETTINGS.items():
        file = folder / f"{plugin}.jupyterlab-settings"
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(json.dumps(values))


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def _wait_until_up(server: Server, process: subprocess.Popen[bytes], log: Path) -> None:
    end = time.monotonic() + START_TIMEOUT
    while time.monotonic() < end and process.poll() is None:
        with suppress(OSError):
            _request(server, "GET", "api/status")
            return
        time.sleep(0.2)
    raise RuntimeError(f"JupyterLab did not start:\n{log.read_text(errors='replace')[-2000:]}")


def _request(server: Server, method: str, path: str) -> None:
    headers = {"Authorization": f"token {server.token}"}
    request = urllib.request.Request(f"{server.url}/{path}", method=method, headers=headers)
    urllib.request.urlopen(request, timeout=10).close()


def _stop(server: Server, process: subprocess.Popen[bytes]) -> None:
    """Ask the server to end its kernels and itself; end what is left after that."""
    family = []
    with suppress(psutil.NoSuchProcess):
        family = psutil.Process(process.pid).children(recursive=True)
    with suppress(OSError):
        _request(server, "POST", "api/shutdown")
    with suppress(subprocess.TimeoutExpired):
        process.wait(timeout=15)
    if process.poll() is None:
        process.kill()
        process.wait()
    _, left = psutil.wait_procs(family, timeout=3)
    for one in left:
        with suppress(psutil.NoSuchProcess):
            one.kill()
