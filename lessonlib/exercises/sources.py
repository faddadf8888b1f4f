"""The source of what a reader has written, with all that it names: enough for a file of its own."""

import ast
import inspect
import linecache
import math
import symtable
import sys
import textwrap
from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import PurePath
from types import FunctionType, ModuleType
from typing import Any, NamedTuple

import numpy as np

from lessonlib.exercises.guarding import guarded

MOST_LETTERS = 2000  # of a constant
_PLAIN = (bool, int, float, complex, str, bytes, tuple, list, dict, set, type(None))
_Table = symtable.SymbolTable


class NoSourceError(Exception):
    """Something cannot be written into a file.

    Attributes
    ----------
    name : str
        What: the function itself, or something that it names.
    """

    def __init__(self, name: str) -> None:
        super().__init__(name)
        self.name = name


class Bundle(NamedTuple):
    """What a file needs for a function.

    Attributes
    ----------
    imports : dict of str to str
        Lines by the name that they import.
    definitions : dict of str to str
        Sources by the name that they define; last the function itself, before it what it names.
    """

    imports: dict[str, str]
    definitions: dict[str, str]


def collect(name: str, value: Any) -> Bundle:
    """Return the source of a function or a class, and of all that it names, and so on.

    Functions and constants of the reader are taken along; what comes from the standard library, an
    installed package or lessonlib becomes an import.

    Parameters
    ----------
    name : str
        What it is to be called in the file.
    value : function or class

    Returns
    -------
    Bundle

    Raises
    ------
    NoSourceError
        If something has no source: a builtin, what ``eval`` made, an object that is no constant.
    """
    bundle = Bundle({}, {})
    missing = guarded(lambda: _missing(name, value, bundle), name)
    if missing:
        raise NoSourceError(missing)
    if name not in bundle.definitions:
        raise NoSourceError(name)  # it is not the reader's own
    return bundle


def _missing(name: str, value: Any, bundle: Bundle) -> str:
    """Add a value to the bundle; return the name of what has no source, an empty text if all has.

    It may raise anything: it looks at objects of the reader's.
    """
    try:
        _take(name, value, bundle, set())
    except NoSourceError as error:
        return error.name
    return ""


@cache
def names_in(source: str) -> frozenset[str]:
    """Return the names that a piece of source looks up outside of itself, builtins included.

    Examples
    --------
    >>> sorted(names_in("def f(x): return np.exp(x) * SCALE"))
    ['SCALE', 'np']
    """

    def walk(table: _Table) -> Iterator[str]:
        for one in table.get_symbols():
            if one.is_global() and one.is_referenced():
                yield one.get_name()
        for child in table.get_children():
            yield from walk(child)

    return frozenset(walk(symtable.symtable(source, "<source>", "exec")))


def _take(name: str, value: Any, bundle: Bundle, seen: set[str]) -> None:
    """Add a value to the bundle under a name, behind all that it names."""
    if name in seen:
        return
    seen.add(name)
    if line := _import_line(name, value):
        bundle.imports[name] = line
        return
    found = _find_definition(name, value)
    if found is None:
        bundle.definitions[name] = f"{name} = {_as_literal(name, value)}"
        if isinstance(value, np.ndarray):
            bundle.imports.setdefault("np", "import numpy as np")
        return
    own_name, source, namespace = found
    seen.add(own_name)
    for other in sorted(names_in(source) & namespace.keys()):
        if not other.startswith("__"):  # as __name__ is: every file has its own
            _take(other, namespace[other], bundle, seen)
    bundle.definitions[own_name] = source
    if own_name != name:
        bundle.definitions[name] = f"{name} = {own_name}"


def _import_line(name: str, value: Any) -> str:
    """Return the line that imports a value under a name; empty if it is the reader's own."""
    if isinstance(value, ModuleType):
        if not _is_installed(value.__name__):
            raise NoSourceError(name)
        return f"import {value.__name__}" + _renamed(value.__name__, name)
    own_name = getattr(value, "__name__", None)
    home = getattr(value, "__module__", None) or ("numpy" if isinstance(value, np.ufunc) else "")
    if not isinstance(own_name, str) or not isinstance(home, str) or not _is_installed(home):
        return ""
    parts = home.split(".")
    for n in range(1, len(parts) + 1):  # the shortest address that it has: it is the public one
        module = ".".join(parts[:n])
        if getattr(sys.modules.get(module), own_name, None) is value:
            return f"from {module} import {own_name}" + _renamed(own_name, name)
    return ""


def _renamed(own_name: str, name: str) -> str:
    return "" if name == own_name else f" as {name}"


def _is_installed(module: str) -> bool:
    """Tell whether a module can be imported from anywhere, not only beside a notebook."""
    top = module.partition(".")[0]
    if top == "lessonlib" or top in sys.stdlib_module_names:
        return top != "__main__"
    file = getattr(sys.modules.get(top), "__file__", None) or ""
    return bool({"site-packages", "dist-packages"} & set(PurePath(file).parts))


def _find_definition(name: str, value: Any) -> tuple[str, str, Mapping[str, Any]] | None:
    """Return a definition's name, its source and what its names mean; None if there is none."""
    for function in _functions_of(value):
        file = function.__code__.co_filename
        linecache.checkcache(file)
        lines = linecache.getlines(file, function.__globals__)
        try:
            node = _find_node(ast.parse("".join(lines)), value, function)
        except (SyntaxError, ValueError):  # it has changed since it ran
            continue
        if node is None:
            continue
        meaning = {**function.__globals__, **inspect.getclosurevars(function).nonlocals}
        if isinstance(node, ast.Lambda):
            return name, f"{name} = {ast.unparse(node)}", meaning
        first = min([node.lineno, *(one.lineno for one in node.decorator_list)])
        source = textwrap.dedent("".join(lines[first - 1 : node.end_lineno])).rstrip("\n")
        return node.name, source, meaning
    return None


def _functions_of(value: Any) -> list[FunctionType]:
    """Return the functions whose code stands in a value's definition: a class has several."""
    if isinstance(value, type):
        members = [getattr(one, "__func__", one) for one in vars(value).values()]
        members = [getattr(one, "fget", one) for one in members]
    else:
        inner = inspect.unwrap(value) if callable(value) else value
        members = [inner.pyfunc if isinstance(inner, np.vectorize) else inner]
    return [one for one in members if isinstance(one, FunctionType)]


def _find_node(
    tree: ast.AST, value: Any, function: FunctionType
) -> ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef | ast.Lambda | None:
    """Return the definition in which a function's code stands."""
    code = function.__code__
    found: list[Any] = []
    for node in ast.walk(tree):
        if isinstance(value, type):
            if isinstance(node, ast.ClassDef) and node.name == value.__name__:
                end = node.end_lineno or node.lineno
                found += [node] if node.lineno <= code.co_firstlineno <= end else []
        elif isinstance(node, ast.Lambda):
            is_it = code.co_name == "<lambda>" and node.lineno == code.co_firstlineno
            found += [node] if is_it else []
        elif isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef) and node.name == code.co_name:
            first = min([node.lineno, *(one.lineno for one in node.decorator_list)])
            found += [node] if first == code.co_firstlineno else []
    return found[0] if len(found) == 1 else None


def _as_literal(name: str, value: Any) -> str:
    """Write a constant down."""
    if isinstance(value, np.ndarray) and value.dtype.kind in "biuf":
        return f"np.array({_as_literal(name, value.tolist())}, dtype={value.dtype.name!r})"
    if isinstance(value, np.generic):
        value = value.item()
    if isinstance(value, float) and not math.isfinite(value):
        return f'float("{value}")'
    text = repr(value) if type(value) in _PLAIN else ""
    try:
        is_written = len(text) <= MOST_LETTERS and ast.literal_eval(text) == value
    except (SyntaxError, TypeError, ValueError, RecursionError):
        is_written = False
    if not is_written:
        raise NoSourceError(name)
    return text
