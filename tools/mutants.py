"""Make a function wrong in one place, in every way that its source allows.

A mutant is the same function with one small change, as a slip of the hand or of the mind would make
it: another operator, another bound, another axis, a term that is left out, two names exchanged.
"""

import ast
import copy
import inspect
import textwrap
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

from mutations import MOST_CHANGES, changes_of


def mutants(written: Callable[..., Any]) -> list[tuple[str, Callable[..., Any]]]:
    """Return every mutant of a function that can be compiled, each with what was changed.

    Parameters
    ----------
    written : callable
        Written in Python, with no variables of an outer function. Of a class, its methods are
        changed, one at a time; what it inherits is left as it is.
    """
    tree = _tree_of(written)
    if not tree.body or not isinstance(tree.body[0], ast.FunctionDef | ast.ClassDef):
        return []
    definition = tree.body[0]
    definition.decorator_list = []
    for node in ast.walk(tree):
        if isinstance(node, ast.FunctionDef):
            _strip(node)
    original = ast.unparse(tree)
    found, seen = [], {original}
    for changed in _changed_trees(tree):
        source = ast.unparse(ast.fix_missing_locations(changed))
        if source in seen:
            continue
        seen.add(source)
        space = _globals_of(written)
        try:
            exec(compile(source, "<mutant>", "exec"), space)
        except (SyntaxError, TypeError):  # a class is run, not only compiled
            continue
        found.append((_difference(original, source), space[definition.name]))
    return found


def _strip(function: ast.FunctionDef) -> None:
    """Remove what changes nothing: the docstring, and the types."""
    function.returns = None
    for argument in ast.walk(function.args):
        if isinstance(argument, ast.arg):
            argument.annotation = None
    if ast.get_docstring(function) is not None:
        function.body = function.body[1:] or [ast.Pass()]


def _tree_of(written: Any) -> ast.Module:
    """Return a module that holds the definition of a function or class, and nothing else."""
    if not inspect.isclass(written):
        return ast.parse(textwrap.dedent(inspect.getsource(written)))
    # Python finds the source of a class only if its module is imported; that of a method, always.
    whole = ast.parse(Path(methods(written)[0].__code__.co_filename).read_text("utf-8"))
    classes = [one for one in whole.body if isinstance(one, ast.ClassDef)]
    return ast.Module([one for one in classes if one.name == written.__name__], [])


def _globals_of(written: Any) -> dict[str, Any]:
    function = methods(written)[0] if inspect.isclass(written) else written
    return dict(function.__globals__)


def methods(written: type) -> list[Any]:
    """Return the methods that are written in a class itself."""
    functions = [one for one in vars(written).values() if inspect.isfunction(one)]
    return [one for one in functions if not one.__code__.co_filename.startswith("<")]


def _difference(original: str, source: str) -> str:
    old = set(original.splitlines())
    lines = [line.strip() for line in source.splitlines() if line not in old]
    return " | ".join(lines) if lines else "a line less"


def _changed_trees(tree: ast.Module) -> Iterator[ast.Module]:
    """Yield a copy of the tree for each change of each node of its functions."""
    (definition,) = tree.body
    is_class = isinstance(definition, ast.ClassDef)
    functions = definition.body if isinstance(definition, ast.ClassDef) else [definition]
    names_of = {
        id(node): _names_of(function)
        for function in functions
        if isinstance(function, ast.FunctionDef)
        for node in ast.walk(function)
    }
    for i, original in enumerate(ast.walk(tree)):
        names = names_of.get(id(original))
        if names is None and is_class:
            continue  # of a class only what its methods do
        for number in range(min(MOST_CHANGES, len(list(changes_of(original, names or []))))):
            one = copy.deepcopy(tree)
            node = next(n for k, n in enumerate(ast.walk(one)) if k == i)
            if list(changes_of(node, names or []))[number](one, node):
                yield one


def _names_of(function: ast.FunctionDef) -> list[str]:
    """Return the arguments of a function, and the names that it stores."""
    return sorted(
        {one.arg for one in function.args.args}
        | {n.id for n in ast.walk(function) if isinstance(n, ast.Name) and _is_stored(n)}
    )


def _is_stored(node: ast.Name) -> bool:
    return isinstance(node.ctx, ast.Store)
