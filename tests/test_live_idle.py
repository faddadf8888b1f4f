"""Work in pieces, while the kernel is idle."""

import numpy as np
import pytest
from event_loop import Loop

from lessonlib.live import idle
from lessonlib.live.idle import PAUSE, REST, Idle


@pytest.fixture
def loop(monkeypatch):
    loop = Loop()
    loop.take_place(monkeypatch)
    return loop


def pieces(n_pieces=1000):
    done = []

    def piece():
        done.append("piece")
        return len(done) < n_pieces

    return Idle(piece, lambda: done.append("cell")), done


def test_nothing_is_done_before_it_is_woken(loop):
    _idle, done = pieces()
    loop.run(5)
    assert done == []


def test_pieces_are_done_one_by_one_until_there_are_no_more(loop):
    one, done = pieces(n_pieces=3)
    one.wake()
    loop.run(0.99 * REST)
    assert done == []
    loop.run(0.02 * REST)
    assert done == ["piece"]
    loop.run(PAUSE)
    assert done == ["piece"] * 2
    loop.run(5)
    assert done == ["piece"] * 3
    assert loop.due == []
    one.wake()
    loop.run(REST)
    assert len(done) == 4


def test_whoever_is_woken_makes_all_wait(loop):
    one, done = pieces()
    other, _ = pieces()
    one.wake()
    loop.run(2 * REST)
    n = len(done)
    assert n > 3
    for _ in range(5):
        other.wake()
        loop.run(0.9 * REST)
    assert len(done) == n
    loop.run(REST)
    assert len(done) > n


def test_to_be_woken_twice_is_as_good_as_once(loop):
    one, done = pieces()
    for _ in range(3):
        one.wake()
    loop.run(REST + 9.5 * PAUSE)
    assert len(done) == 10


def test_after_a_long_piece_the_pause_is_long(loop):
    seen = []
    one = Idle(lambda: seen.append(loop.now) or loop.work(1.0), lambda: None)
    one.wake()
    loop.run(10)
    assert np.diff(seen) == pytest.approx(1.5)


def test_while_a_cell_runs_nothing_is_done(loop):
    one, done = pieces()
    one.wake()
    loop.run(REST)
    idle._on_cell_start()
    assert done == ["piece", "cell"]
    loop.run(5)
    assert done == ["piece", "cell"]
    idle._on_cell_end()
    loop.run(0.9 * REST)
    assert done == ["piece", "cell"]
    loop.run(1.5 * REST)
    assert len(done) > 3


def test_without_a_loop_nothing_is_done():
    one, done = pieces()
    one.wake()
    assert done == []


def test_a_loop_that_is_closed_is_left_for_the_one_that_runs(loop, monkeypatch):
    one, done = pieces()
    loop.closed = True
    other = Loop()
    other.take_place(monkeypatch)
    one.wake()
    other.run(REST)
    assert done == ["piece"]
    assert loop.due == []


class Shell:
    """IPython, as far as it tells of cells."""

    def __init__(self):
        self.events, self.listeners = self, {}

    def register(self, event, listener):
        self.listeners.setdefault(event, []).append(listener)


def test_cells_are_watched_once(loop, monkeypatch):
    shell = Shell()
    ipython = type("IPython", (), {"get_ipython": lambda: shell})
    monkeypatch.setitem(idle.sys.modules, "IPython", ipython)
    monkeypatch.setattr(idle, "_watched", [])
    one, done = pieces()
    pieces()
    assert {event: len(all_) for event, all_ in shell.listeners.items()} == {
        "pre_run_cell": 1,
        "post_run_cell": 1,
    }
    one.wake()
    loop.run(5)
    assert done == [], "the cell that makes the figure has not ended"
    shell.listeners["post_run_cell"][0]("result")
    loop.run(5)
    assert done
