"""The parts of a contained check, each by itself: limits, clock, messages. None of it forks."""

import contextlib
import os
import signal
import sys
import threading
import time

import numpy as np
import pytest

from lessonlib.exercises import containing, guarding, running, timing
from lessonlib.exercises.containing import can_fork
from lessonlib.exercises.outcome import FINAL, Outcome
from lessonlib.exercises.packing import MOST_BYTES, Messages, cleaned, name_of, pack, unpack
from lessonlib.exercises.raised import Raised
from lessonlib.exercises.timing import TimeUpError, Watch, time_limit

linux = pytest.mark.skipif(sys.platform != "linux", reason="only Linux has these limits")


# Limits ---------------------------------------------------------------------------------------


@pytest.fixture
def set_limits(monkeypatch):
    """Return the limits that are set, by name; nothing is limited."""
    from lessonlib.exercises import limits

    now = dict.fromkeys(("AS", "CPU", "FSIZE", "CORE"), (-1, -1))
    numbers = {getattr(limits.resource, f"RLIMIT_{name}"): name for name in now}
    monkeypatch.setattr(limits.resource, "getrlimit", lambda number: now[numbers[number]])
    monkeypatch.setattr(
        limits.resource, "setrlimit", lambda number, pair: now.update({numbers[number]: pair})
    )
    return now


@linux
def test_memory_time_and_files_of_an_answer_are_limited(set_limits):
    from lessonlib.exercises import limits

    with open("/proc/self/statm") as file:  # noqa: PTH123
        before = int(file.read().split()[0]) * os.sysconf("SC_PAGESIZE")
    limits.limit_process(5.0)
    assert abs(set_limits["AS"][0] - before - 2**29) < 2**26
    assert {name: pair for name, pair in set_limits.items() if name != "AS"} == {
        "CPU": (12, -1),
        "FSIZE": (2**24, -1),
        "CORE": (0, -1),
    }
    assert set_limits["AS"][1] == -1


@linux
def test_a_limit_that_is_lower_already_stays_and_that_of_memory_can_be_lifted(set_limits):
    from lessonlib.exercises import limits

    set_limits.update(CPU=(3, 7), FSIZE=(2**30, 2**31))
    lift = limits.limit_process(5.0)
    assert (set_limits["CPU"], set_limits["FSIZE"]) == ((3, 7), (2**24, 2**31))
    lift()
    assert set_limits["AS"] == (-1, -1)
    limits.resource.setrlimit = lambda *_: (_ for _ in ()).throw(ValueError("lowered"))
    lift()  # an answer may have lowered its own: then it stays


# The clock ------------------------------------------------------------------------------------


def spin(seconds=5.0):
    end = time.perf_counter() + seconds
    while time.perf_counter() < end:
        pass


def test_the_timer_ends_what_takes_too_long_and_is_gone_afterwards():
    before = signal.getsignal(signal.SIGALRM), sys.gettrace()
    with pytest.raises(TimeUpError) as caught, time_limit(0.02):
        spin()
    assert caught.value.line in ("while time.perf_counter() < end:", "pass")
    assert signal.getitimer(signal.ITIMER_REAL) == (0.0, 0.0)
    assert (signal.getsignal(signal.SIGALRM), sys.gettrace()) == before


def test_the_timer_rings_again_and_again_until_the_block_ends():
    rings = []

    def answer():
        end = time.perf_counter() + 5.0
        while time.perf_counter() < end:
            try:
                spin()
            except BaseException as error:
                rings.append(error)
                if len(rings) == 3:
                    return "caught"
        return "not caught"

    with time_limit(0.02) as watch:
        assert answer() == "caught"
    assert not watch.is_open
    start = time.perf_counter()
    del rings[:]  # what was caught is deleted now: nothing is raised any more
    assert time.perf_counter() - start < 1.0


def test_what_is_caught_and_dropped_is_raised_again_at_the_next_line():
    def answer():
        for _ in range(3):
            try:
                spin()
            except BaseException:
                continue
        return "got out"

    with pytest.raises(TimeUpError), time_limit(0.02):
        answer()


def test_a_limit_inside_another_leaves_the_outer_one_in_force():
    def answer():
        with time_limit(1.0):
            time.perf_counter()
        left, _ = signal.getitimer(signal.ITIMER_REAL)
        assert 0 < left <= 0.03
        spin()

    with pytest.raises(TimeUpError), time_limit(0.03):
        answer()


def test_in_a_second_thread_every_line_looks_at_the_clock():
    found = []

    def work():
        with pytest.raises(TimeUpError) as caught, time_limit(0.02):
            spin()
        found.extend((caught.value.line.strip(), sys.gettrace()))

    thread = threading.Thread(target=work)
    thread.start()
    thread.join()
    assert found[0] in ("while time.perf_counter() < end:", "pass")
    assert found[1] is None


def test_a_watch_raises_only_when_time_is_up_and_only_in_an_answer():
    frame = sys._getframe()
    early, late = Watch(100.0), Watch(-1.0)
    assert early.look(frame, "line", None) == early.look
    try:
        late.look(frame, "line", None)
    except TimeUpError:
        late.is_open = False  # or it would be raised again once it is deleted
    assert not late.is_open
    late.is_open = True
    for name in ("lessonlib.exercises.running", timing.__name__, "contextlib"):
        spared = eval("sys._getframe()", {"sys": sys, "__name__": name})
        assert late.look(spared, "line", None) is None
    late.is_open = False
    assert late.look(frame, "line", None) == late.look
    late.stop_at_next_line(frame)  # closed: no trace function is set
    assert frame.f_trace is None or frame.f_trace != late.look


def test_a_look_that_has_no_end_or_raises_counts_as_nothing(monkeypatch):
    monkeypatch.setattr(guarding, "LONGEST_LOOK", 0.1)
    assert guarding.guarded(spin, "nothing") == "nothing"
    monkeypatch.undo()
    assert guarding.guarded(lambda: sys.exit(), "nothing") == "nothing"
    assert guarding.guarded(lambda: "something", "nothing") == "something"


# Messages -------------------------------------------------------------------------------------


def test_numbers_come_back_as_they_were_up_to_what_fits():
    for value in (0, 2**63 - 1, 1 - 2**63, True, False, None, 1.5, "é"):
        back = unpack(pack(value))
        assert (back, type(back)) == (value, type(value))
    assert unpack(pack(-(2**63))) == "<int>"
    assert np.isnan(unpack(pack(np.nan)))


def nested(depth):
    return (nested(depth - 1),) if depth else 1


def test_tuples_come_back_twenty_deep():
    assert unpack(pack(nested(20))) == nested(20)
    assert "<tuple>" in repr(unpack(pack(nested(21))))


def test_an_outcome_is_cleaned_of_what_an_answer_made():
    class Own(str):
        __slots__ = ()

    outcome = Outcome("value", (np.arange(3), Own("text")), True, [1], "out", "line", True)
    clean = cleaned(outcome)
    assert (clean.kind, clean.warned, clean.printed, clean.line, clean.one_call) == (
        *("value", True, "out", "line"),
        True,
    )
    assert clean.value[0].tolist() == [0, 1, 2]
    assert (clean.value[1], clean.returned) == ("<Own>", "<list>")
    assert cleaned(Outcome("error")) == Outcome("error", None, False, None, "", "", False)
    assert name_of(Own) == "Own"


def test_a_stream_that_announces_too_much_is_refused_at_once():
    def head(n_text, n_numbers):
        return n_text.to_bytes(4, "big") + n_numbers.to_bytes(4, "big")

    assert list(Messages().feed(head(100, 4 * MOST_BYTES - 200))) == []  # it waits for more
    with pytest.raises(ValueError, match="expected at most 67108864 bytes, got 67108865"):
        list(Messages().feed(head(100, 4 * MOST_BYTES - 107)))


def test_arrays_behind_one_another_are_told_apart():
    arrays = (np.arange(3.0), np.array([], bool), np.array(7), np.array([[1.0], [2.0]]))
    back = unpack(pack((arrays[0], (arrays[1], arrays[2]), arrays[3])))
    flat = (back[0], *back[1], back[2])
    for one, other in zip(arrays, flat, strict=True):
        np.testing.assert_array_equal(one, other)
        assert (one.shape, one.dtype) == (other.shape, other.dtype)


# The run --------------------------------------------------------------------------------------


def run_here(function, cases, monkeypatch):
    monkeypatch.setattr(running, "can_fork", lambda: False)
    return running.run_cases(function, cases, lambda _, value: value)


@pytest.mark.parametrize("error", [MemoryError, ValueError, SystemExit, KeyboardInterrupt])
def test_after_one_error_the_other_cases_are_run_unless_it_is_memory(error, monkeypatch):
    def answer(h):
        print("case", h)
        if h == 1:
            raise error("reason")
        return h

    first, second = run_here(answer, [(1,), (2,)], monkeypatch)
    is_memory = error is MemoryError
    assert first.kind == ("memory" if is_memory else "error")
    assert first.value == Raised(error.__name__, "reason", 'raise error("reason")', "Raise")
    assert first.printed == "case 1\n"
    if is_memory:
        assert second == Outcome("not_run")
    else:
        assert (second.kind, second.value.tolist(), second.printed) == ("value", 2, "case 2\n")
    assert {"memory", "timeout", "ended"} == FINAL


def test_what_an_answer_does_to_its_arguments_and_numpy_is_seen(monkeypatch):
    def answer(a, b):
        if b[0] > 1:
            b[0] = 0.0
        return np.array([1.0]) / (a[0] - 1)

    cases = [(np.array([2.0]), np.array([1.0])), (np.array([1.0]), np.array([1.0]))]
    cases += [(np.array([2.0]), np.array([2.0]))]
    fine, warned, changed = run_here(answer, cases, monkeypatch)
    assert (fine.kind, fine.warned) == ("value", False)
    assert (warned.kind, warned.warned) == ("value", True)
    assert (changed.kind, changed.value) == ("mutated", 1)
    assert cases[2][1].tolist() == [2.0]  # it got a copy


def test_what_cannot_be_observed_is_no_error_of_the_answer(monkeypatch):
    monkeypatch.setattr(running, "can_fork", lambda: False)
    (one,) = running.run_cases(lambda h: h, [(1,)], lambda _, value: value.no_such_thing)
    assert (one.kind, one.value, one.returned.tolist()) == ("value", running.UNREADABLE, 1)


def test_only_the_main_thread_forks():
    found = []
    thread = threading.Thread(target=lambda: found.append(can_fork()))
    thread.start()
    thread.join()
    assert found == [False]
    assert can_fork() == (sys.platform == "linux")


def test_a_child_that_cannot_be_made_leaves_no_pipe_open(monkeypatch):
    def refuse():
        raise BlockingIOError("no more processes")

    monkeypatch.setattr(containing.os, "fork", refuse, raising=False)
    with contextlib.suppress(FileNotFoundError):
        before = os.listdir("/proc/self/fd")  # noqa: PTH208
        assert containing.run_in_child(lambda *_: None, print, 1.0) is None
        assert os.listdir("/proc/self/fd") == before  # noqa: PTH208
