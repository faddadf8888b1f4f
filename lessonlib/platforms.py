"""Where Python runs: in a browser some things of the system are missing."""

import sys


def in_browser() -> bool:
    """Tell whether this is Pyodide, Python in a browser.

    There, nothing can be interrupted, there are no locks between pages and no processes, and NumPy
    gives no warnings of floating-point errors.
    """
    return sys.platform == "emscripten"
