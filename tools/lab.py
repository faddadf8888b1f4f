"""JupyterLab in a real browser, for tests, screenshots and benchmarks.

Examples
--------
Run a notebook and look at what it printed in the browser's console::

    with jupyter_lab(Path("notebooks")) as server, browser() as context:
        notebook = open_notebook(context.new_page(), server, "00_start_here.ipynb")
        notebook.run_all()
        print(notebook.errors(), notebook.problems)
"""

import secrets
from typing import Literal

from lab_browser import NoBrowserError, browser, browser_on_screen, find_browser
from lab_server import Server, jupyter_lab
from playwright.sync_api import ConsoleMessage, Page, Request

__all__ = [
    "NoBrowserError",
    "Notebook",
    "Server",
    "Theme",
    "browser",
    "browser_on_screen",
    "find_browser",
    "jupyter_lab",
    "open_next",
    "open_notebook",
]

Theme = Literal["light", "dark"]

# Milliseconds between two looks at whether something has happened. Playwright's own way is to look
# at each frame of the display: JupyterLab then lays out its page for sixty frames a second.
LOOK_EVERY = 100


class Notebook:
    """A notebook, open in JupyterLab. Made by :func:`open_notebook`.

    Attributes
    ----------
    page : playwright.sync_api.Page
        The browser's page.
    name : str
        The notebook's file name.
    problems : list of str
        What went wrong in the page so far: errors in the console, exceptions, and
        requests to other machines.
    """

    def __init__(self, page: Page, server: Server, name: str) -> None:
        self.page = page
        self.name = name
        self.problems: list[str] = []
        self._server = server
        page.on("console", self._on_console)
        page.on("pageerror", self._on_exception)
        page.on("request", self._on_request)

    def close(self) -> None:
        """End the kernel and close the notebook as it is; its page and JupyterLab stay open."""
        self.page.remove_listener("console", self._on_console)
        self.page.remove_listener("pageerror", self._on_exception)
        self.page.remove_listener("request", self._on_request)
        self.page.evaluate(_CLOSE)

    def _on_exception(self, error: object) -> None:
        self.problems.append(f"exception: {error}")

    def _on_console(self, message: ConsoleMessage) -> None:
        if message.type == "error":
            where = message.location.get("url", "").split("?")[0]
            self.problems.append(f"console: {message.text} ({where})")

    def _on_request(self, request: Request) -> None:
        own = (self._server.url, self._server.url.replace("http", "ws"), "data:", "blob:")
        if not request.url.startswith(own):
            self.problems.append(f"request to another machine: {request.url}")

    def command(self, name: str, **arguments: object) -> None:
        """Execute a command of JupyterLab."""
        self.page.evaluate(
            "([name, all]) => window.jupyterapp.commands.execute(name, all)", [name, arguments]
        )

    def set_theme(self, theme: Theme) -> None:
        """Switch the theme and wait until it shows."""
        self.command("apputils:change-theme", theme=f"JupyterLab {theme.capitalize()}")
        shown = "(light) => document.body.dataset.jpThemeLight === light"
        value = "true" if theme == "light" else "false"
        self.page.wait_for_function(shown, arg=value, polling=LOOK_EVERY)

    def run_all(self, timeout: float = 300) -> None:
        """Run all cells, and wait until the kernel is idle and the widgets are drawn.

        Parameters
        ----------
        timeout : float
            Seconds after which it is an error.
        """
        self.page.evaluate(_RUN_ALL)
        ran = "() => window.allCellsRan"
        self.page.wait_for_function(ran, timeout=1000 * timeout, polling=LOOK_EVERY)
        self.wait_until_idle(timeout)
        drawn = "() => !document.body.innerText.includes('Loading widget')"
        # The text of a long page takes long to gather.
        self.page.wait_for_function(drawn, timeout=60_000, polling=3 * LOOK_EVERY)

    def wait_until_idle(self, timeout: float = 60) -> None:
        """Wait until the kernel has nothing to do."""
        self.page.wait_for_function(
            "() => window.jupyterapp.shell.currentWidget"
            ".sessionContext.session.kernel.status === 'idle'",
            timeout=1000 * timeout,
            polling=LOOK_EVERY,
        )

    def settle_predictions(self) -> None:
        """Answer every question that hides a figure's answer until the reader has predicted."""
        for question in self.page.locator(".live-figure-prediction").all():
            choices = question.locator("input[type=radio]")
            if choices.count():
                choices.first.click()
            question.locator(".jupyter-button:enabled").first.click()
        self.wait_until_idle()

    def errors(self) -> list[str]:
        """Return the last line of each error that a cell has shown."""
        texts = self.page.locator(
            ".jp-RenderedText[data-mime-type$='stderr'], .jp-OutputArea-error"
        )
        return [text.strip().splitlines()[-1] for text in texts.all_inner_texts() if text.strip()]

    def not_run(self) -> list[int]:
        """Return the numbers, from 1, of the code cells with no execution count."""
        return list(self.page.evaluate(_NOT_RUN))


_CLOSE = """async () => {
  const notebook = window.jupyterapp.shell.currentWidget;
  await notebook.sessionContext.shutdown();
  notebook.dispose();
}"""
_OPEN = """async (path) => {
  const notebook = await window.jupyterapp.commands.execute('docmanager:open', { path });
  await notebook.context.ready;
  await notebook.revealed;
  await notebook.sessionContext.ready;
  window.jupyterapp.shell.activateById(notebook.id);
}"""
_HAS_KERNEL = "() => window.jupyterapp?.shell.currentWidget?.sessionContext?.session?.kernel"
_RUN_ALL = """() => {
  window.allCellsRan = false;
  window.jupyterapp.commands.execute('notebook:run-all-cells')
    .then(() => { window.allCellsRan = true; });
}"""
_NOT_RUN = """() => window.jupyterapp.shell.currentWidget.content.widgets
  .map((cell, i) => [i + 1, cell.model])
  .filter(([, model]) => model.type === 'code' && model.sharedModel.source.trim())
  .filter(([, model]) => model.executionCount === null)
  .map(([number]) => number)"""


def open_notebook(page: Page, server: Server, name: str, theme: Theme = "light") -> Notebook:
    """Open a notebook with nothing beside it, and wait until its kernel is ready.

    Parameters
    ----------
    page : playwright.sync_api.Page
        A new page of :func:`browser`.
    server : Server
        Where JupyterLab runs.
    name : str
        Path of the notebook below the server's folder.
    theme : {"light", "dark"}
        JupyterLab's theme.

    Returns
    -------
    Notebook
    """
    notebook = Notebook(page, server, name)
    workspace = f"w{secrets.token_hex(4)}"  # pages that share one would take it from each other
    page.goto(f"{server.url}/lab/workspaces/{workspace}/tree/{name}?token={server.token}")
    page.wait_for_function(_HAS_KERNEL, timeout=90_000, polling=LOOK_EVERY)
    page.evaluate(
        """async () => {
          const { shell } = window.jupyterapp;
          await window.jupyterapp.restored;
          await shell.currentWidget.revealed;
          await shell.currentWidget.sessionContext.ready;
          shell.mode = 'single-document';
          shell.collapseLeft();
          shell.collapseRight();
        }"""
    )
    notebook.set_theme(theme)  # the server keeps the theme of the last page
    return notebook


def open_next(last: Notebook, name: str) -> Notebook:
    """Open another notebook in the JupyterLab of the last one, which is closed.

    Parameters
    ----------
    last : Notebook
    name : str
        Path of the notebook below the server's folder.

    Returns
    -------
    Notebook
    """
    last.close()
    notebook = Notebook(last.page, last._server, name)
    last.page.evaluate(_OPEN, name)
    last.page.wait_for_function(_HAS_KERNEL, timeout=90_000, polling=LOOK_EVERY)
    return notebook
