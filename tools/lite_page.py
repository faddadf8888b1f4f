"""Lessons of the browser edition in a real browser, for tests, screenshots and benchmarks."""

import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

import lab
from playwright.sync_api import Page

SUB_PATH = "/course"  # a public page seldom has a host of its own
LITE = f"{SUB_PATH}/lite"
START_TIMEOUT = 300.0  # seconds: a bound for a busy machine, not a wait

_READY = """() => ['idle', 'busy'].includes(
  window.jupyterapp?.shell.currentWidget?.sessionContext?.session?.kernel?.status)"""


class Files(ThreadingHTTPServer):
    """A server of files, as fast as one line to the reader.

    Attributes
    ----------
    bytes_sent : int
        Bytes of the files that it has sent so far.
    rate : float
        Bytes a second, all connections together; 0 for no limit.
    """

    bytes_sent, rate = 0, 0.0
    line = threading.Lock()

    def handle_error(self, *_: object) -> None:
        """Say nothing: a page that is left closes its connections."""


class _Handler(SimpleHTTPRequestHandler):
    """Serves the files of a folder below the sub-path, counts bytes and says nothing."""

    server: Files

    def translate_path(self, path: str) -> str:
        if not path.startswith(f"{SUB_PATH}/"):
            return ""  # no file: a site that looks outside its own path finds nothing
        return super().translate_path(path.removeprefix(SUB_PATH))

    def copyfile(self, source, outputfile) -> None:  # type: ignore[no-untyped-def]
        while part := source.read(2**16):
            self.server.bytes_sent += len(part)
            if self.server.rate:
                with self.server.line:
                    time.sleep(len(part) / self.server.rate)
            outputfile.write(part)

    def send_error(self, code: int, *details: Any) -> None:
        """Show the site's own page where there is none, as a public server does."""
        page = Path(self.directory, "404.html")
        if not page.is_file():
            super().send_error(code, *details)
            return
        body = page.read_bytes()
        self.send_response(code)
        self.send_header("Content-Type", "text/html")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(body)

    def log_message(self, *_: object) -> None:
        pass


@contextmanager
def serve(site: Path, rate: float = 0.0) -> Iterator[tuple[lab.Server, Files]]:
    """Serve a built site as any server of static files does.

    Parameters
    ----------
    site : Path
    rate : float
        Bytes a second; 0 for no limit.

    Yields
    ------
    server : lab.Server
        The site is below its :data:`SUB_PATH`.
    files : Files
    """
    files = Files(("127.0.0.1", 0), partial(_Handler, directory=str(site)))
    files.rate = rate
    thread = threading.Thread(target=files.serve_forever, daemon=True)
    thread.start()
    try:
        yield lab.Server(f"http://127.0.0.1:{files.server_port}", ""), files
    finally:
        files.shutdown()
        files.server_close()
        thread.join()


def open_lesson(page: Page, server: lab.Server, name: str) -> lab.Notebook:
    """Open a lesson by its link, and wait until its stored cells show.

    Parameters
    ----------
    page : playwright.sync_api.Page
    server : lab.Server
        From :func:`serve`.
    name : str
        File name of the notebook.
    """
    lesson = lab.Notebook(page, server, name)
    page.goto(f"{server.url}{LITE}/notebooks/index.html?path={name}")
    page.wait_for_selector(".jp-Notebook .jp-Cell", timeout=1000 * START_TIMEOUT)
    return lesson


def wait_for_python(lesson: lab.Notebook) -> None:
    """Wait until Python runs in the page."""
    lesson.page.wait_for_function(_READY, timeout=1000 * START_TIMEOUT, polling=300)
