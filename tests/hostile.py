"""Answers that misbehave, each in a way of its own: what they do, and what is to be told of them.

Each takes a number and, where it returns one at all, returns the right one: three times it, and 1.
They run in a test, in a kernel and in a second thread.
"""

# ruff: noqa: N818, NPY002, SIM105 -- written as somebody who knows nothing of rules would

import builtins
import ctypes
import gc
import itertools
import os
import random
import signal
import sys
import threading
import time
import warnings
from pathlib import Path

import numpy as np

import lessonlib.networks
from lessonlib.exercises import comparing, limits, running

ANSWERS = {}  # by name, each with the kind of outcome, and what is special about it
CASES = [(1,), (5,)]
SHORT = 0.1  # seconds for what has no end
MEMORY = 2**27  # bytes


def kind(wanted, *, endless=False, needs_process=False):
    """Register an answer.

    ``endless`` ones meet a short time limit. ``needs_process`` names the exceptions: what is
    contained only where an answer has a process of its own.
    """

    def register(function):
        function.wanted, function.endless = wanted, endless
        function.needs_process = needs_process
        ANSWERS[function.__name__] = function
        return function

    return register


# Without end ---------------------------------------------------------------------------------


@kind("timeout", endless=True)
def loops(h):
    while True:
        h += 1


@kind("timeout", endless=True)
def catches_everything(h):
    while True:
        try:
            sum(range(100))
        except:  # noqa: E722
            pass


@kind("timeout", endless=True)
def catches_everything_twice(h):
    while True:
        try:
            try:
                h += 1
            except:  # noqa: E722
                h = 0
        except BaseException as error:
            h = len(str(error))


@kind("timeout", endless=True)
def catches_around_an_endless_loop(h):
    for _ in range(50):
        try:
            while True:
                h += 1
        except:  # noqa: E722
            continue
    return 3 * h + 1


@kind("timeout", endless=True, needs_process=True)
def keeps_what_it_catches(h):
    kept = []
    while True:
        try:
            h += 1
        except BaseException as error:
            kept.append(error)


@kind("timeout", endless=True, needs_process=True)
def is_inside_one_call(h):
    return sum(range(10**12))


@kind("timeout", endless=True, needs_process=True)
def is_inside_one_call_of_numpy(h):
    return np.convolve(np.ones(300_000), np.ones(300_000))


@kind("timeout", endless=True, needs_process=True)
def sleeps(h):
    time.sleep(60)


@kind("timeout", endless=True, needs_process=True)
def waits_for_itself(h):
    lock = threading.Lock()
    lock.acquire()
    lock.acquire()


@kind("timeout", endless=True, needs_process=True)
def takes_the_clock_away(h):
    signal.signal(signal.SIGALRM, signal.SIG_IGN)
    signal.setitimer(signal.ITIMER_REAL, 0)
    sys.settrace(None)
    while True:
        h += 1


@kind("timeout", endless=True)
def prints_without_end(h):
    while True:
        print("again and again", h)


@kind("value")
def prints_much(h):
    for i in range(3000):
        print("line", i)
    return 3 * h + 1


@kind("value")
def returns_a_generator_without_end(h):
    return itertools.count(h)


@kind("timeout", endless=True)
def returns_what_never_becomes_a_number(h):
    class Slow:
        def __array__(self, *_args, **_options):
            while True:
                pass

    return Slow()


# Memory and depth ----------------------------------------------------------------------------


@kind("memory", needs_process=True)
def grows(h):
    kept = []
    while True:
        kept.append(np.ones(10**6))


@kind("timeout", endless=True, needs_process=True)
def grows_and_catches_everything(h):
    kept = []
    while True:
        try:
            kept.append(bytearray(10**7))
        except:  # noqa: E722
            pass


@kind("memory")
def asks_for_a_huge_array(h):
    return np.zeros(10**13)


@kind("value")
def returns_an_array_larger_than_memory(h):
    return np.broadcast_to(1.0, (10**6, 10**6))


@kind("error")
def recurses(h):
    return recurses(h) + 1


@kind(("memory", "ended", "timeout"), endless=True, needs_process=True)
def recurses_without_limit(h):
    sys.setrecursionlimit(10**9)
    return recurses(h) + 1


# Ends ----------------------------------------------------------------------------------------


@kind("error")
def exits(h):
    sys.exit()


@kind("error")
def raises_system_exit(h):
    raise SystemExit(3)


@kind("ended", needs_process=True)
def ends_the_process(h):
    os._exit(3)


@kind("ended", needs_process=True)
def kills_itself(h):
    os.kill(os.getpid(), signal.SIGKILL)


@kind("ended", needs_process=True)
def kills_its_group(h):
    os.kill(0, signal.SIGTERM)


@kind("ended", needs_process=True)
def aborts(h):
    os.abort()


@kind("ended", needs_process=True)
def crashes(h):
    ctypes.string_at(0)


@kind("ended", needs_process=True)
def closes_every_file(h):
    os.closerange(0, 1000)
    return 3 * h + 1


@kind("ended", needs_process=True)
def writes_into_every_file(h):
    for file in range(3, 64):
        try:
            os.write(file, b"\xff" * 20)
        except OSError:
            pass
    return 3 * h + 1


@kind("value", needs_process=True)
def forks(h):
    for _ in range(5):
        os.fork()
    return 3 * h + 1


@kind("value", needs_process=True)
def starts_a_program(h):
    import subprocess

    subprocess.Popen(["sleep", "60"])
    return 3 * h + 1


@kind("error")
def interrupts(h):
    raise KeyboardInterrupt


# Where the signal is ignored, as in a job that runs in the background, nothing happens.
@kind(("error", "value"), needs_process=True)
def interrupts_by_a_signal(h):
    signal.raise_signal(signal.SIGINT)
    return 3 * h + 1


# Errors that are none ------------------------------------------------------------------------


class Unspeakable(Exception):
    def __str__(self):
        raise KeyboardInterrupt

    __repr__ = __str__


class Endless(Exception):
    def __str__(self):
        while True:
            pass


class Renamed(type):
    @property
    def __name__(cls):
        raise RuntimeError("no name")


class Nameless(Exception, metaclass=Renamed):
    pass


@kind("error")
def raises_what_cannot_be_said(h):
    raise Unspeakable


@kind("timeout", endless=True)
def raises_what_takes_for_ever_to_say(h):
    raise Endless


@kind("error")
def raises_what_has_no_name(h):
    raise Nameless("x" * 10**6)


@kind("error")
def raises_what_no_except_exception_catches(h):
    raise GeneratorExit


@kind("error")
def raises_many_at_once(h):
    raise BaseExceptionGroup("many", [KeyboardInterrupt(), ValueError("one")])


@kind("error")
def asks_a_question(h):
    return int(input("How many? "))


# Results that lie ----------------------------------------------------------------------------


def lying(**methods):
    """Return an object with methods of its own, by name without the underscores."""
    return type("Liar", (), {f"__{name}__": method for name, method in methods.items()})()


def refuse(*_args, **_options):
    raise KeyboardInterrupt("no")


@kind("value")
def returns_what_equals_everything(h):
    return lying(eq=lambda *_: True, hash=lambda _: 0, ne=lambda *_: False)


@kind("value")
def returns_a_false_array(h):
    return lying(array=lambda *_args, **_options: "no array")


@kind("value")
def returns_what_interrupts_as_an_array(h):
    return lying(array=refuse, float=refuse, iter=refuse, len=refuse, index=refuse)


@kind(("value", "timeout", "memory"), endless=True)
def returns_a_false_length(h):
    return lying(len=lambda _: 10**9, getitem=lambda _, i: float(i % 3))


@kind("value")
def returns_a_false_class(h):
    return lying(**{"class": property(lambda _: tuple)})


@kind("value")
def returns_a_false_array_class(h):
    return lying(**{"class": property(lambda _: np.ndarray)})


@kind("value")
def returns_a_text_of_its_own(h):
    return type("Text", (str,), {"__eq__": lambda *_: True, "__hash__": None, "__str__": refuse})()


@kind("value")
def returns_an_array_of_its_own(h):
    class Own(np.ndarray):
        def __eq__(self, other):
            return True

        __hash__ = None

        def __array_finalize__(self, parent):
            if parent is not None and type(parent) is Own:
                raise RuntimeError("no copy")

    return np.ones(3).view(Own)


@kind("value")
def returns_a_list_that_contains_itself(h):
    result = []
    result.append(result)
    return result


@kind("value")
def returns_itself(h):
    return returns_itself


@kind("value")
def returns_a_number_that_is_too_long(h):
    return 10**5000


# What it changes -----------------------------------------------------------------------------


@kind("value")
def changes_numpy(h):
    np.mean = np.array = np.allclose = np.ndarray = lambda *_args, **_options: None
    np.linalg.norm = None
    np.own = 1
    return 3 * h + 1


@kind("value")
def changes_the_random_state(h):
    np.random.seed(0)
    random.seed(0)
    return 3 * h + 1


@kind("value")
def changes_print_options(h):
    np.set_printoptions(precision=1, threshold=2)
    return 3 * h + 1


@kind("value")
def changes_what_numpy_says_of_errors(h):
    np.seterr(all="raise")
    np.seterrcall(print)
    return 3 * h + 1


@kind("value")
def changes_the_folder(h):
    os.chdir("/")
    return 3 * h + 1


@kind("value")
def changes_warnings(h):
    warnings.simplefilter("error")
    warnings.filters.clear()
    warnings.warn = warnings.showwarning = None
    return 3 * h + 1


@kind("value")
def changes_builtins(h):
    builtins.len = builtins.isinstance = builtins.print = builtins.type = None
    del builtins.zip
    return 3 * h + 1


@kind("value")
def changes_the_modules(h):
    del sys.modules["numpy"], sys.modules["lessonlib"]
    sys.modules["random"] = None
    return 3 * h + 1


@kind("value")
def changes_the_path(h):
    sys.path.clear()
    sys.path = ["/nowhere"]
    sys.meta_path.clear()
    return 3 * h + 1


@kind("value")
def changes_the_environment(h):
    os.environ.clear()
    os.environ["LESSONLIB_LANGUAGE"] = "xx"
    return 3 * h + 1


@kind("value")
def changes_the_depth(h):
    sys.setrecursionlimit(10**6)
    return 3 * h + 1


@kind("value", needs_process=True)
def changes_signals(h):
    signal.signal(signal.SIGALRM, signal.SIG_IGN)
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    signal.setitimer(signal.ITIMER_REAL, 0.01)
    signal.setitimer(signal.ITIMER_VIRTUAL, 100)
    return 3 * h + 1


@kind("value")
def traces(h):
    sys.settrace(lambda *_: None)
    sys.setprofile(lambda *_: None)
    return 3 * h + 1


@kind("value")
def changes_the_output(h):
    sys.stdout.close()
    sys.stdout = sys.stderr = None
    sys.displayhook = sys.excepthook = None
    return 3 * h + 1


@kind("value")
def changes_this_library(h):
    lessonlib.networks.count_parameters = lambda *_: 0
    comparing.same = lambda *_: True
    comparing.plain = lambda *_: None
    return 3 * h + 1


@kind("value")
def changes_the_time(h):
    time.monotonic = time.time = lambda: 0.0
    gc.disable()
    return 3 * h + 1


@kind("value", needs_process=True)
def starts_a_thread(h):
    def chatter():
        while True:
            print("still here")

    threading.Thread(target=chatter, daemon=True).start()
    return 3 * h + 1


@kind("error", needs_process=True)
def fills_the_disk(h):
    with Path("filled.tmp").open("wb") as file:
        for _ in range(100):
            file.write(bytes(10**6))


# What there was before -----------------------------------------------------------------------


def state():
    """Return all that must be as before, in values that can be compared."""
    return {
        "numpy": (
            hasattr(np, "own"),
            id(np.mean),
            id(np.array),
            id(np.allclose),
            id(np.linalg.norm),
        ),
        "random": (random.getstate(), np.random.get_state()[1].tolist()),
        "options": (repr(np.get_printoptions()), np.geterr(), np.geterrcall()),
        "folder": Path.cwd(),
        "warnings": (list(warnings.filters), id(warnings.showwarning), id(warnings.warn)),
        "builtins": [
            (name, id(one)) for name, one in sorted(vars(builtins).items()) if name != "_"
        ],
        "modules": (
            id(sys.modules["numpy"]),
            id(sys.modules["random"]),
            "lessonlib" in sys.modules,
        ),
        "path": (list(sys.path), len(sys.meta_path)),
        "environment": dict(os.environ),
        "depth": sys.getrecursionlimit(),
        "signals": [signal.getsignal(one) for one in (signal.SIGALRM, signal.SIGINT)],
        "timers": [signal.getitimer(one) for one in (signal.ITIMER_REAL, signal.ITIMER_VIRTUAL)],
        "tracing": (sys.gettrace(), sys.getprofile(), gc.isenabled()),
        "output": [id(one) for one in (sys.stdout, sys.stderr, sys.displayhook, sys.excepthook)],
        "library": (id(lessonlib.networks.count_parameters), id(comparing.same)),
        "clock": (id(time.monotonic), id(time.time)),
        "threads": threading.active_count(),
        "files": len(os.listdir("/proc/self/fd")),  # noqa: PTH208
        "children": Path("/proc/thread-self/children").read_text(),
    }


def attack(name):
    """Check an answer, and a right one after it; return what came of it, in plain data."""
    answer = ANSWERS[name]
    limit, memory = running.TIME_LIMIT, limits.MEMORY_LIMIT
    running.TIME_LIMIT, limits.MEMORY_LIMIT = SHORT if answer.endless else limit, MEMORY
    before = state()
    start = time.perf_counter()
    try:
        outcomes = running.run_cases(answer, CASES, lambda _, returned: returned)
    finally:
        seconds = time.perf_counter() - start
        running.TIME_LIMIT, limits.MEMORY_LIMIT = limit, memory
    after = state()
    right = running.run_cases(lambda h: 3 * h + 1, CASES, lambda _, returned: returned)
    return {
        "kind": outcomes[0].kind,
        "seconds": seconds,
        "changed": [key for key in before if before[key] != after[key]],
        "next": [float(one.value) for one in right],
        "line": outcomes[0].line,
        "one_call": outcomes[0].one_call,
        "printed": outcomes[0].printed,
    }
