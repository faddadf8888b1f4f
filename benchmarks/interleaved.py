"""Times that can be compared: all sides in turns, in one process, on one thread.

Import it before NumPy: libraries read how many threads they may use when they are loaded.
"""

import os
import platform
import time
from collections.abc import Callable, Mapping, Sequence
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

for _name in ("OPENBLAS_NUM_THREADS", "OMP_NUM_THREADS", "MKL_NUM_THREADS"):
    os.environ[_name] = "1"
os.environ.setdefault(
    "XLA_FLAGS", "--xla_cpu_multi_thread_eigen=false intra_op_parallelism_threads=1"
)

ROUNDS, CALLS = 9, 3


def lowest(functions: Mapping[str, Callable[[], object]], rounds: int = ROUNDS) -> dict[str, float]:
    """Run all functions in turns, a few calls each, round after round.

    Parameters
    ----------
    functions : mapping of str to callable
    rounds : int

    Returns
    -------
    dict of str to float
        Of each function the lowest processor time of a call, in seconds. On a quiet machine
        that is the time on the clock; on a busy one it leaves out the others' turns.
    """
    times: dict[str, list[float]] = {name: [] for name in functions}
    for _ in range(rounds):
        for name, function in functions.items():
            for _ in range(CALLS):
                begin = time.process_time()
                function()
                times[name].append(time.process_time() - begin)
    return {name: min(values) for name, values in times.items()}


def describe_machine(*packages: str) -> str:
    """Return the processor and the versions of Python and of packages, in one line."""
    try:
        lines = Path("/proc/cpuinfo").read_text("utf-8").splitlines()
        found = [line.split(": ", 1)[1] for line in lines if line.startswith("model name")]
        processor = f"{found[0]}, {len(found)} cores" if found else platform.machine()
    except OSError:
        processor = f"{platform.machine()}, {os.cpu_count()} cores"
    load = f"{os.getloadavg()[0]:.1f}" if hasattr(os, "getloadavg") else "unknown"
    versions = [f"Python {platform.python_version()}"]
    for package in packages:
        try:
            versions.append(f"{package} {version(package)}")
        except PackageNotFoundError:
            versions.append(f"no {package}")
    return f"{processor}; {platform.system()}; {', '.join(versions)}; load {load}"


def print_table(title: str, header: Sequence[str], rows: Sequence[Sequence[str]]) -> None:
    """Print a table as Markdown that also reads well as it is."""
    widths = [max(map(len, column)) for column in zip(header, *rows, strict=True)]
    print(f"\n**{title}**\n")
    for number, row in enumerate([header, *rows]):
        print("| " + " | ".join(map(str.ljust, row, widths)) + " |")
        if number == 0:
            print("|" + "|".join("-" * (width + 2) for width in widths) + "|")
