"""How long a reader waits: what each lesson imports, and its pictures after Run All.

Two tables in Markdown:

- processor time of the imports in each lesson's first cell, against ``import matplotlib.pyplot``
  and ``import ipywidgets``; each in a fresh process, in turns, the lowest counts
- seconds on the clock from the start of a fresh kernel to a lesson's first live picture and to
  its last, when all cells run, against a notebook that only imports matplotlib. No browser is
  part of it: what a browser adds, ``live_latency.py`` measures

For instance::

    .venv/bin/python benchmarks/first_picture.py
    .venv/bin/python benchmarks/first_picture.py 1 --importtime    # what takes how long
"""

import argparse
import ast
import subprocess
import sys
import time
from pathlib import Path

import jupytext
import nbformat
from interleaved import describe_machine, print_table
from nbclient import NotebookClient
from tqdm import tqdm

ROOT = Path(__file__).parents[1]
LESSONS = sorted((ROOT / "lessons").glob("[0-9]*.py"))
BASELINE = "import matplotlib.pyplot\nimport ipywidgets"
CLOCKED = "import time\nbegin = time.process_time()\n{}\nprint(time.process_time() - begin)"


def first_imports(lesson: Path) -> str:
    """Return the import statements of the first code cell of a lesson that has any."""
    for cell in jupytext.read(lesson).cells:
        if cell.cell_type == "code":
            statements = ast.parse(cell.source).body
            found = [one for one in statements if isinstance(one, ast.Import | ast.ImportFrom)]
            if found:
                return "\n".join(map(ast.unparse, found))
    raise SystemExit(f"{lesson.name} imports nothing")


def import_seconds(code: str) -> float:
    """Return the processor time that imports take in a fresh process."""
    command = [sys.executable, "-c", CLOCKED.format(code)]
    run = subprocess.run(command, cwd=ROOT, check=True, capture_output=True, text=True)
    return float(run.stdout.split()[-1])


def imports(lessons: list[Path], rounds: int) -> None:
    """Print what the first cells' imports take."""
    codes = {"matplotlib and ipywidgets": BASELINE}
    codes |= {lesson.stem: first_imports(lesson) for lesson in lessons}
    times: dict[str, list[float]] = {name: [] for name in codes}
    for _ in tqdm(range(rounds), desc="imports", leave=False):
        for name, code in codes.items():
            times[name].append(import_seconds(code))
    lowest = {name: min(values) for name, values in times.items()}
    least = lowest["matplotlib and ipywidgets"]
    rows = [[name, f"{1000 * one:.0f}", f"{one / least:.2f}"] for name, one in lowest.items()]
    print_table("Imports of the first cell", ["", "ms of processor time", "ratio"], rows)


def picture_seconds(notebook: nbformat.NotebookNode) -> tuple[float, float, float]:
    """Run all cells in a fresh kernel.

    Returns
    -------
    tuple of float
        Seconds from the start of the kernel until the first cell was done, until the first live
        picture was there, and until the last was.
    """
    done: dict[int, float] = {}

    def note(cell_index: int, **_: object) -> None:
        done[cell_index] = time.perf_counter() - begin

    client = NotebookClient(notebook, timeout=300, kernel_name="python3", on_cell_executed=note)
    client.resources["metadata"] = {"path": str(ROOT / "notebooks")}
    begin = time.perf_counter()
    client.execute()
    ran = [index for index in done if notebook.cells[index].cell_type == "code"]
    shown = [index for index in ran if _shows_picture(notebook.cells[index])] or ran
    return done[ran[0]], done[shown[0]], done[shown[-1]]


def _shows_picture(cell: nbformat.NotebookNode) -> bool:
    """Say whether a cell of a lesson shows a live figure: a widget, made by ``figures``."""
    views = (one.get("data", {}) for one in cell.outputs)
    widget = any("application/vnd.jupyter.widget-view+json" in data for data in views)
    return widget and "figures." in cell.source


def pictures(lessons: list[Path]) -> None:
    """Print how long each lesson takes to its pictures in a fresh kernel."""
    empty = nbformat.v4.new_notebook(cells=[nbformat.v4.new_code_cell("import matplotlib.pyplot")])
    notebooks = {"matplotlib alone": empty}
    for lesson in lessons:
        built = ROOT / "notebooks" / f"{lesson.stem}.ipynb"
        notebooks[lesson.stem] = nbformat.read(built, as_version=4)
    rows = []
    for name, notebook in tqdm(notebooks.items(), desc="Run All", leave=False):
        rows.append([name, *(f"{one:.1f}" for one in picture_seconds(notebook))])
    header = ["", "first cell done, s", "first live picture, s", "last live picture, s"]
    print_table("Run All in a fresh kernel, without a browser", header, rows)


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("lessons", nargs="*", type=int, help="numbers; all without it")
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--no-kernel", action="store_true", help="the imports alone")
    parser.add_argument("--importtime", action="store_true", help="print each import instead")
    options = parser.parse_args()
    chosen = options.lessons or range(len(LESSONS))
    lessons = [one for one in LESSONS if int(one.name[:2]) in chosen]
    if options.importtime:
        for lesson in lessons:
            command = [sys.executable, "-X", "importtime", "-c", first_imports(lesson)]
            subprocess.run(command, cwd=ROOT, check=True)
        return
    print(describe_machine("matplotlib", "ipywidgets", "anywidget"))
    imports(lessons, options.rounds)
    if not options.no_kernel:
        pictures(lessons)


if __name__ == "__main__":
    main()
