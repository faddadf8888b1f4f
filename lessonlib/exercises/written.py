"""What a reader wrote, looked at without running it."""

import dis
import inspect
from collections.abc import Callable, Iterator
from functools import partial
from types import CodeType
from typing import Any

from lessonlib.exercises.guarding import guarded

_IDLE = {"RESUME", "NOP", "COPY_FREE_VARS", "LOAD_CONST", "RETURN_CONST", "RETURN_VALUE", "POP_TOP"}


def unwrapped(written: Any) -> Any:
    """Return the function or class behind partials and decorators; an object's ``__call__``."""
    for _ in range(20):
        if isinstance(written, partial):
            written = written.func
        elif hasattr(written, "__wrapped__"):
            written = written.__wrapped__
        else:
            break
    if inspect.isclass(written) or inspect.isroutine(written):
        return written
    return type(written).__call__


def functions(written: Any) -> list[Callable[..., Any]]:
    """Return the functions that were written: one, or the methods of a class."""
    inside = unwrapped(written)
    if not inspect.isclass(inside):
        return [inside] if hasattr(inside, "__code__") else []
    return [one for one in vars(inside).values() if inspect.isfunction(one)]


def is_untouched(written: Any) -> bool:
    """Tell whether the body is still nothing but its docstring and ``...``.

    A class is untouched as long as all its methods are.
    """

    def look() -> bool:
        found = functions(written)
        return bool(found) and all(_is_idle(one) for one in found)

    return guarded(look, False)


def names_used(written: Any) -> set[str]:
    """Return the names of globals and attributes that the code uses, in inner functions too."""
    return guarded(
        lambda: {str(n) for one in functions(written) for c in _codes(one) for n in c.co_names},
        set(),
    )


def unused_parameters(written: Any, parameters: tuple[str, ...]) -> list[str]:
    """Return which arguments, of those in ``parameters``, a function never looks at.

    Parameters
    ----------
    written : callable
    parameters : tuple of str
        What the exercise calls them; what the reader calls them may differ.
    """
    return guarded(lambda: _unused(written, parameters), [])


def _unused(written: Any, parameters: tuple[str, ...]) -> list[str]:
    if not inspect.isfunction(written):
        return []
    code = written.__code__
    own = code.co_varnames[: code.co_argcount]
    if len(own) < len(parameters) or {"locals", "vars", "eval", "exec"} & names_used(written):
        return []
    looked_at = set(code.co_cellvars)
    for one in _codes(written):
        looked_at |= {str(name) for step in dis.get_instructions(one) for name in _read_by(step)}
    return [name for name in own[: len(parameters)] if name not in looked_at]


def _read_by(step: dis.Instruction) -> tuple[Any, ...]:
    if "LOAD_FAST" not in step.opname:
        return ()
    names = step.argval if isinstance(step.argval, tuple) else (step.argval,)
    # One instruction may store a name and read another, in this order.
    return names[1:] if step.opname.startswith("STORE_FAST_LOAD") else names


def _codes(function: Callable[..., Any]) -> Iterator[CodeType]:
    waiting = [function.__code__]
    while waiting:
        code = waiting.pop()
        yield code
        waiting += [one for one in code.co_consts if isinstance(one, CodeType)]


def _is_idle(function: Callable[..., Any]) -> bool:
    allowed = (None, Ellipsis, function.__doc__)
    for instruction in dis.get_instructions(function):
        if instruction.opname not in _IDLE:
            return False
        value = instruction.argval
        if instruction.opname.endswith("CONST") and not any(value is one for one in allowed):
            return False
    return True
