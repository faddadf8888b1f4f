"""Run source as a cell of a notebook is run: its functions know where their source is."""

import linecache
from itertools import count

_numbers = count(1)


def run_cell(source, namespace):
    """Run a cell in a notebook's namespace; IPython too puts the source where Python looks."""
    file = f"<cell {next(_numbers)}>"
    linecache.cache[file] = (len(source), None, source.splitlines(keepends=True), file)
    exec(compile(source, file, "exec"), namespace)
    return namespace


def notebook(*cells):
    """Return the namespace of a notebook in which these cells have been run."""
    namespace = {"__name__": "__main__"}
    for cell in cells:
        run_cell(cell, namespace)
    return namespace
