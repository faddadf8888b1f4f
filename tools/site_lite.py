"""The course in the browser: JupyterLite with Pyodide, as files that any server can serve."""

import json
import shutil
import subprocess
import sys
import tempfile
import tomllib
from pathlib import Path
from typing import Any, NamedTuple

import npm_packages
import site_wheels
from site_notebooks import write_notebooks
from site_wheels import read_lock

SOURCES = Path(__file__).parent / "lite"
CORE = ("pyodide.mjs", "pyodide.asm.mjs", "pyodide.asm.wasm", "python_stdlib.zip")
KERNEL = "@jupyterlite/pyodide-kernel-extension:kernel"
APPS = ["lab", "notebooks", "tree"]
FIRST = "notebooks/index.html?path=00_start_here.ipynb"
PACKAGES = "static/packages"  # two folders deep, as static/pyodide is
# Nothing asks, all cells are on the page, and the theme is the reader's.
SETTINGS = {
    "@jupyterlab/notebook-extension:tracker": {"windowingMode": "contentVisibility"},
    "@jupyterlab/apputils-extension:themes": {"adaptive-theme": True},
    "@jupyterlab/apputils-extension:notification": {
        "fetchNews": "false",
        "checkForUpdates": False,
    },
}


class Choice(NamedTuple):
    """What the reader of the command has chosen.

    Attributes
    ----------
    self_contained : bool
        Whether all stands in the site's folder; else Pyodide and compiled wheels are on its CDN.
    wheels : Path or None
        A folder with the compiled wheels.
    address : str
        Where Pyodide's files are; empty for its CDN.
    """

    self_contained: bool = False
    wheels: Path | None = None
    address: str = ""


class LiteError(RuntimeError):
    """The browser edition cannot be built."""


def build_lite(target: Path, choice: Choice) -> None:
    """Write the browser edition into a folder that is replaced.

    Parameters
    ----------
    target : Path
    choice : Choice

    Raises
    ------
    LiteError, site_wheels.NoWheelsError, npm_packages.NoPackagesError
        If something is missing; the message says what.
    """
    pyodide = npm_packages.install(SOURCES) / "pyodide"
    own = read_lock(pyodide)
    version = json.loads((pyodide / "package.json").read_text("utf-8"))["version"]
    address = choice.address or f"https://cdn.jsdelivr.net/pyodide/v{version}/full"
    wheels = [*site_wheels.plain_wheels(), *site_wheels.kernel_wheels()]
    if choice.self_contained:
        wheels += site_wheels.compiled_wheels(own["packages"], choice.wheels, address)
    shutil.rmtree(target, ignore_errors=True)
    with tempfile.TemporaryDirectory() as name:
        print("site: JupyterLite", flush=True)
        _run_jupyterlite(Path(name), target)
        print("site: packages, compiled to byte code", flush=True)
        wheels.append(site_wheels.course_wheel(Path(name)))
        _add_packages(target / PACKAGES, pyodide, wheels, "" if choice.self_contained else address)
    if choice.self_contained:
        (target / "static" / "pyodide").mkdir(parents=True)
        for file in CORE:
            shutil.copyfile(pyodide / file, target / "static" / "pyodide" / file)
        address = "./static/pyodide"
    _configure(target, address)
    _add_words(target)


def _run_jupyterlite(folder: Path, target: Path) -> None:
    write_notebooks(folder / "content")
    build = {"contents": ["content"], "no_sourcemaps": True, "apps": APPS}
    build |= {"output_dir": str(target.resolve()), "cache_dir": str(folder / "cache")}
    _write_json(folder / "jupyter_lite_config.json", {"LiteBuildConfig": build})
    _write_json(folder / "overrides.json", SETTINGS)
    command = [sys.executable, "-m", "jupyter", "lite", "build"]
    run = subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False)
    if run.returncode or not (target / "notebooks" / "index.html").is_file():
        raise LiteError(f"jupyter lite build failed:\n{(run.stdout + run.stderr)[-3000:]}")


def _add_packages(target: Path, pyodide: Path, wheels: list[Path], address: str) -> None:
    """Put the packages into the site, compiled to byte code by the Python that runs them there."""
    target.mkdir(parents=True)
    node = shutil.which("node")
    if node is None:
        raise LiteError("node was not found: install Node.js (https://nodejs.org)")
    with tempfile.TemporaryDirectory() as name:
        for wheel in wheels:
            shutil.copyfile(wheel, Path(name, wheel.name))
        command = [node, str(SOURCES / "compile.mjs"), str(pyodide), name, str(target)]
        run = subprocess.run(command, capture_output=True, text=True, check=False)
    if run.returncode:
        raise LiteError(f"the packages were not compiled:\n{run.stderr[-2000:]}")
    lock = site_wheels.make_lock(read_lock(pyodide), sorted(target.glob("*.whl")), address)
    _write_json(target / "pyodide-lock.json", lock)


def _configure(target: Path, address: str) -> None:
    """Tell JupyterLite where Pyodide and the packages are, and that all are loaded at the start."""
    file = target / "jupyter-lite.json"
    config = json.loads(file.read_text("utf-8"))
    lock = read_lock(target / PACKAGES)
    options = {
        "lockFileURL": f"./{PACKAGES}/pyodide-lock.json",
        # A name that is not in the lock keeps the kernel from starting, and nothing says so.
        "packages": list(lock["packages"]),
    }
    settings: dict[str, Any] = config["jupyter-config-data"]
    settings["appName"] = "Neural networks, live"
    settings["exposeAppInBrowser"] = True
    settings.setdefault("litePluginSettings", {})[KERNEL] = {
        "pyodideUrl": f"{address}/pyodide.mjs",
        "disablePyPIFallback": True,
        "loadPyodideOptions": options,
    }
    _write_json(file, config)


def _add_words(target: Path) -> None:
    """Let each lesson say what it does while Python starts; the first page leads to one."""
    words = tomllib.loads((SOURCES / "words.toml").read_text("utf-8"))
    script = (SOURCES / "boot.js").read_text("utf-8").replace("WORDS", json.dumps(words), 1)
    (target / "boot.js").write_text(script, "utf-8")
    shutil.copyfile(SOURCES / "boot.css", target / "boot.css")
    added = '<link rel="icon" href="./favicon.ico"><link rel="stylesheet" href="../boot.css">'
    added += '<script src="../boot.js" defer></script>'
    _replace(target / "notebooks" / "index.html", "</head>", f"{added}</head>")
    # The rest of the first page is needed: every other reads it.
    _replace(target / "index.html", "await import('./config-utils.js')", f"location = '{FIRST}'")


def _replace(file: Path, old: str, new: str) -> None:
    text = file.read_text("utf-8")
    if old not in text:
        raise LiteError(f"{file} has no {old!r}: this is another JupyterLite than the lock's")
    file.write_text(text.replace(old, new, 1), "utf-8")


def _write_json(file: Path, value: object) -> None:
    file.write_text(json.dumps(value, indent=1) + "\n", "utf-8")
