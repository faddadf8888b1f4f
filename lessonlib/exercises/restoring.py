"""Puts back what an answer may have changed of NumPy, Python and this library."""

import gc
import os
import random
import signal
import sys
import threading
import warnings
from collections.abc import Callable
from contextlib import suppress
from types import ModuleType
from typing import Any

import numpy as np

# Of these, and of the public modules inside them, every name is put back.
_KEPT = {
    *{"builtins", "collections", "contextlib", "copy", "functools", "gc", "io", "itertools"},
    *{"json", "lessonlib", "linecache", "math", "numpy", "operator", "os", "posixpath", "random"},
    *{"re", "signal", "statistics", "string", "struct", "sys", "threading", "time", "traceback"},
    *{"types", "warnings"},
}
# How to read a setting, and how to write it. (The trace function is put back by time_limit, and
# what NumPy does at errors by np.errstate.)
_SETTINGS: tuple[tuple[Callable[[], Any], Callable[[Any], Any]], ...] = (
    (sys.getrecursionlimit, sys.setrecursionlimit),
    (sys.getprofile, lambda one: None if sys.getprofile() is one else sys.setprofile(one)),
    (gc.isenabled, lambda on: gc.enable() if on else gc.disable()),
    (random.getstate, random.setstate),
    (np.random.get_state, np.random.set_state),
    (np.get_printoptions, lambda options: np.set_printoptions(**options)),
)


class Before:
    """All that is put back, as it was when this was made.

    Not put back: what an answer changes inside an object that is not its own, such as an entry of
    a list; files; and threads that it began go on.
    """

    def __init__(self) -> None:
        self._modules = dict(sys.modules)
        self._names = [
            _Names(vars(module))
            for name, module in self._modules.items()
            if _is_kept(name) and isinstance(module, ModuleType)
        ]
        self._settings = [(write, read()) for read, write in _SETTINGS]
        lists: tuple[Any, ...] = (sys.path, sys.meta_path, warnings.filters)
        self._lists = [(one, list(one)) for one in lists]
        self._environment = dict(os.environ)
        self._folder = _working_directory()
        self._timers, self._handlers = _timers(), _signal_handlers()

    def restore(self) -> None:
        """Put all of it back."""
        # First the names, builtins among the first of them: the rest needs them.
        for names in self._names:
            names.restore()
        for name, module in self._modules.items():
            if sys.modules.get(name) is not module:
                sys.modules[name] = module
        for write, value in self._settings:
            write(value)
        for one, entries in self._lists:
            one[:] = entries
        if dict(os.environ) != self._environment:
            os.environ.clear()
            os.environ.update(self._environment)
        if self._folder is not None and _working_directory() != self._folder:
            with suppress(OSError):  # removed meanwhile
                os.chdir(self._folder)
        for timer, times in self._timers.items():
            signal.setitimer(timer, *times)
        for number, handler in self._handlers.items():
            if signal.getsignal(number) is not handler:
                signal.signal(number, handler)


_MISSING = object()


class _Names:
    """The names of a module. What is needed to put them back is bound here, not looked up then."""

    def __init__(self, now: dict[str, Any]) -> None:
        self._now, self._before, self._ids = now, dict(now), list(map(id, now.values()))

    def restore(
        self, id: Any = id, list: Any = list, map: Any = map, isinstance: Any = isinstance
    ) -> None:
        """Put back what changed; modules that were imported since then stay."""
        now, before = self._now, self._before
        if list(map(id, now.values())) == self._ids:
            return
        for name, value in before.items():
            if now.get(name, _MISSING) is not value:
                now[name] = value
        for name in now.keys() - before.keys():
            if not isinstance(now[name], ModuleType):
                del now[name]


def _is_kept(name: str) -> bool:
    first, *rest = name.split(".")
    return first in _KEPT and not any(one.startswith("_") for one in rest)


def _working_directory() -> str | None:
    try:
        return os.getcwd()  # noqa: PTH109
    except OSError:  # somebody removed it
        return None


def _timers() -> dict[int, tuple[float, float]]:
    """Return what is left of each timer; only the main thread gets their signals.

    Windows has none; in a browser they can be read, but not set.
    """
    if not hasattr(signal, "setitimer") or not _is_main_thread():
        return {}
    timers = signal.ITIMER_REAL, signal.ITIMER_VIRTUAL, signal.ITIMER_PROF
    return {one: signal.getitimer(one) for one in timers}


def _signal_handlers() -> dict[int, Any]:
    """Return what Python does at each signal; only the main thread may change it."""
    if not _is_main_thread():
        return {}
    handlers = {int(number): signal.getsignal(number) for number in signal.valid_signals()}
    return {number: one for number, one in handlers.items() if one is not None}


def _is_main_thread() -> bool:
    return threading.current_thread() is threading.main_thread()
