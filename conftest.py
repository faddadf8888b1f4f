"""What holds for every test and for every notebook that pytest runs."""

import os
import re
import sys
import tempfile
from pathlib import Path

import pytest

ROOT = Path(__file__).parent
QUICK_START = ROOT / "tests" / "quick_start"  # see what it says itself
# What Pyodide runs is no module to import: it sets limits and folders, and judges 600 answers.
collect_ignore = [str(QUICK_START), str(ROOT / "tests" / "pyodide" / "in_pyodide.py")]
# Dozens of processes load the library, and each would compile it anew where no byte code is kept.
os.environ.pop("PYTHONDONTWRITEBYTECODE", None)
sys.dont_write_bytecode = False
os.environ["PYTHONPATH"] = os.pathsep.join(
    [str(QUICK_START), *filter(None, [os.environ.get("PYTHONPATH")])]
)


# Modules whose tests together take seconds; what they prove, others prove in part.
SLOW = (
    "tests/claims/test_lesson1_seattle.py",
    "tests/claims/test_lesson4_",
    "tests/claims/test_lesson6_",
    "tests/claims/test_lesson7",
    "tests/test_answers.py",
    "tests/test_capstone.py",
    "tests/test_class_report.py",
    "tests/test_exercise_feedback.py",
    "tests/test_exercises_hostile.py",
    "tests/test_exercises_mine.py",
    "tests/test_false_alarms.py",
    "tests/test_figures",
    "tests/test_live_shape.py",
    "tests/test_run_order.py",
)


def pytest_configure(config):
    """Keep the reader's own progress out.

    The kernels that run the notebooks inherit this folder, and it stays empty: a test has a folder
    of its own (tests/conftest.py), and so has each JupyterLab that a test opens (lab_server.py).
    """
    folder = tempfile.TemporaryDirectory(prefix="progress-", ignore_cleanup_errors=True)
    os.environ["LESSONLIB_PROGRESS"] = folder.name
    config.add_cleanup(folder.cleanup)
    if "COURSE_RUNS" not in os.environ:  # the processes of pytest-xdist share that of the first
        runs = tempfile.TemporaryDirectory(prefix="runs-", ignore_cleanup_errors=True)
        os.environ["COURSE_RUNS"] = runs.name  # lessons with their exercises solved
        config.add_cleanup(runs.cleanup)
    config.option.loadscopereorder = False  # of pytest-xdist: what stands first begins first


def pytest_addoption(parser):
    """Add what takes too long for every day, and the table of claims."""
    parser.addoption("--exhaustive", action="store_true", help="run only the exhaustive tests")
    parser.addoption("--draws", type=int, default=20, help="draws for each claim of the course")
    parser.addoption("--claims", action="store_true", help="print the table of claims")


def pytest_collection_modifyitems(config, items):
    """Mark what is a notebook's or slow, and keep the exhaustive tests for their own command."""
    for item in items:
        if item.path.suffix == ".ipynb":
            item.add_marker("notebook")
        if item.nodeid.startswith(SLOW):
            item.add_marker("slow")
    wanted = bool(config.option.exhaustive)
    left_out = [
        one for one in items if (one.get_closest_marker("exhaustive") is not None) != wanted
    ]
    if left_out:
        config.hook.pytest_deselected(items=left_out)
    kept = [one for one in items if one not in set(left_out)]
    place = {scope: i for i, scope in enumerate(in_order({scope_of(one.nodeid) for one in kept}))}
    items[:] = sorted(kept, key=lambda one: place[scope_of(one.nodeid)])


def pytest_terminal_summary(terminalreporter, config):
    """Print for each claim the draws, the share in which it holds, and its effect."""
    if not config.option.claims:
        return
    reports = {  # the last of each test: its fixture writes down the claim when it is taken down
        one.nodeid: one
        for kind in terminalreporter.stats.values()
        for one in kind
        if getattr(one, "when", None) == "teardown"
    }
    properties = [pair for report in reports.values() for pair in report.user_properties]
    rows = [row for key, told in properties if key == "claim" for row in told]
    terminalreporter.section(f"{len({name for name, *_ in rows})} claims")
    terminalreporter.write_line(f"{'claim':<70} draws  share  least effect  mean effect")
    for name, draws, share, least, mean in sorted(rows):
        terminalreporter.write_line(
            f"{name:<70} {draws:5d} {share:6.0%} {least:13.4g} {mean:12.4g}"
        )


# These wait for a browser half of the time; while two of them do, a third process can compute.
WAITING = "tests/browser/test_lab.py"
WAITING_AT_ONCE, BETWEEN = 2, 4
# What takes longest begins first, so that at the end no process works while the others rest.
LONGEST_FIRST = (
    "tests/browser/test_lite.py",
    "tests/browser/test_playground.py",
    "tests/browser/test_slides.py",
    "tests/browser/",
    "notebooks/",
    "tests/test_figures.py",
    "tests/test_build_notebooks.py",
    "tests/test_nbval.py",
)


def in_order(scopes):
    """Return the scopes in the order in which processes are to take them."""
    rank = {prefix: i for i, prefix in enumerate(LONGEST_FIRST)}

    def place(scope):
        return min((rank[one] for one in rank if scope.startswith(one)), default=len(rank)), scope

    waiting = sorted(one for one in scopes if one.startswith(WAITING))
    others = sorted(scopes - set(waiting), key=place)
    mixed = []
    while waiting:
        mixed += waiting[:WAITING_AT_ONCE] + others[:BETWEEN]
        waiting, others = waiting[WAITING_AT_ONCE:], others[BETWEEN:]
    return mixed + others


# One run of a solved lesson is for both.
SAME_RUN = {"tests/test_solved_notebooks.py": "tests/browser/test_slides.py"}


def scope_of(nodeid):
    """Return what a test shares with others, so that one process runs them together.

    The cells of a notebook need one another, and the tests of a module share what is slow to make.
    Where that is made for each lesson or figure, their tests are apart.
    """
    file = nodeid.split("::")[0]
    parameter = re.search(r"\[(\d\d_\w+|\w+\.\w+)\]", nodeid)
    return SAME_RUN.get(file, file) + (parameter.group() if parameter else "")


@pytest.hookimpl(optionalhook=True)
def pytest_xdist_auto_num_workers():
    """Run one process more than there are cores: tests that drive a browser wait now and then."""
    n_cores = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count()
    return (n_cores or 1) + 1


@pytest.hookimpl(optionalhook=True)
def pytest_xdist_make_scheduler(config, log):
    """Share the tests as above, whatever ``--dist`` says."""
    from xdist.scheduler import LoadScopeScheduling  # only where it is installed

    class ByScope(LoadScopeScheduling):
        def _split_scope(self, nodeid):
            return scope_of(nodeid)

    return ByScope(config, log)
