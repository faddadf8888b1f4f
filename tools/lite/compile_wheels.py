"""Compile wheels to byte code. Runs inside Pyodide, see compile.mjs.

Python's own import then finds what it would have to compile at each start. The course keeps its
sources too, since readers look at them; of the others only the byte code is passed on.
"""

import importlib.util
import marshal
import sys
import warnings
import zipfile
from pathlib import Path, PurePosixPath

WITH_SOURCES = "lessonlib-"
# Parts of paths. matplotlib reads all its fonts at each start, so those that only PDF files with
# special settings need are left out. Without jedi, which has thousands of files, IPython completes
# by itself; the kernel asks for a package of this name, and gets one with nothing in it.
LEFT_OUT = {"tests", "sample_data", "afm", "pdfcorefonts", "jedi"}
# Seldom imported, and large: these stay as they are, which saves most of the time that this takes.
SELDOM = (
    *("fontTools/", "pygments/lexers/", "pygments/styles/", "wcwidth/table_"),
    *("numpy/f2py/", "numpy/typing/", "matplotlib/sphinxext/", "prompt_toolkit/contrib/"),
)
# What the flags of a .pyc say: made from a source that nobody compares with.
_UNCHECKED = (1).to_bytes(4, "little") + bytes(8)


def compile_all(source: str, target: str) -> None:
    """Compile each wheel of a folder into another."""
    for wheel in sorted(Path(source).glob("*.whl")):
        compile_wheel(wheel, Path(target, wheel.name))


def compile_wheel(old: Path, new: Path) -> None:
    """Compile the modules of a wheel; all else in it stays."""
    keep = old.name.startswith(WITH_SOURCES)
    with zipfile.ZipFile(old) as source, zipfile.ZipFile(new, "w", zipfile.ZIP_DEFLATED) as target:
        for item in source.infolist():
            place = PurePosixPath(item.filename)
            if LEFT_OUT & set(place.parts):
                continue
            data = source.read(item)
            wanted = place.suffix == ".py" and not item.filename.startswith(SELDOM)
            code = compile_module(data, place) if wanted else b""
            if keep or not code:
                target.writestr(item.filename, data)
            if code:
                target.writestr(str(code_file(place) if keep else place.with_suffix(".pyc")), code)


def compile_module(source: bytes, place: PurePosixPath) -> bytes:
    """Return the byte code of a module as a file; empty where it is no Python, as templates are."""
    path = f"/lib/python3.{sys.version_info.minor}/site-packages/{place}"
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        try:
            code = compile(source, path, "exec", dont_inherit=True)
        except (SyntaxError, ValueError):
            return b""
    return importlib.util.MAGIC_NUMBER + _UNCHECKED + marshal.dumps(code)


def code_file(place: PurePosixPath) -> PurePosixPath:
    """Return where Python looks for the byte code of a module whose source is there too."""
    tag = sys.implementation.cache_tag
    return place.parent / "__pycache__" / f"{place.stem}.{tag}.pyc"
