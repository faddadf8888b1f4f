"""Answers that misbehave: each is told what it did, and nothing of it gets out."""

import json
import resource
import signal
import sys
import threading
from pathlib import Path
from queue import Queue

import hostile
import numpy as np
import pytest
from hostile import ANSWERS, CASES, attack
from jupyter_client.manager import start_new_kernel

from lessonlib.exercises import all_exercises, check, containing, guarding, running
from lessonlib.exercises.judging import judge
from lessonlib.exercises.outcome import Outcome
from lessonlib.exercises.packing import MOST_BYTES, Messages, pack, unpack
from lessonlib.exercises.raised import Raised

linux = pytest.mark.skipif(
    sys.platform != "linux", reason="elsewhere no answer has its own process"
)
OWN_PROCESS = [name for name, one in ANSWERS.items() if one.needs_process]
ANYWHERE = [name for name in ANSWERS if name not in OWN_PROCESS]
IN_THE_MAIN_THREAD = [
    *(name for name in ANYWHERE if ANSWERS[name].endless),
    *["keeps_what_it_catches", "sleeps", "changes_signals", "changes_numpy"],
]
IN_C = ["is_inside_one_call", "is_inside_one_call_of_numpy"]


@pytest.fixture(autouse=True)
def limited(tmp_path, monkeypatch):
    """Keep what gets out all the same from the machine: 512 MB, and a folder of its own."""
    monkeypatch.chdir(tmp_path)
    pages = int(Path("/proc/self/statm").read_text().split()[0])
    before = resource.getrlimit(resource.RLIMIT_AS)
    most = pages * resource.getpagesize() + 2**29
    resource.setrlimit(resource.RLIMIT_AS, (most, before[1]))
    yield
    resource.setrlimit(resource.RLIMIT_AS, before)


def assert_contained(name, report):
    wanted = ANSWERS[name].wanted
    assert report["kind"] in (wanted if isinstance(wanted, tuple) else (wanted,))
    assert report["changed"] == []
    assert report["next"] == [4.0, 16.0]


def test_there_are_enough():
    assert len(ANSWERS) >= 60
    assert len(ANYWHERE) >= 40


@linux
@pytest.mark.parametrize("name", ANSWERS)
def test_in_a_process(name):
    assert_contained(name, attack(name))


@pytest.mark.parametrize("name", ANYWHERE)
def test_in_a_second_thread(name):
    reports = Queue()
    thread = threading.Thread(target=lambda: reports.put(attack(name)))
    thread.start()
    thread.join()
    assert_contained(name, reports.get())


@pytest.mark.parametrize("name", IN_THE_MAIN_THREAD)
def test_without_a_process_of_its_own_the_timer_ends_it(name, monkeypatch):
    monkeypatch.setattr(running, "can_fork", lambda: False)
    assert_contained(name, attack(name))


@pytest.mark.parametrize("name", ["loops", "catches_everything", "changes_numpy", "exits"])
def test_in_a_browser(name, monkeypatch):
    monkeypatch.setattr(sys, "platform", "emscripten")
    monkeypatch.delattr(signal, "setitimer")
    monkeypatch.setattr(hostile, "state", lambda: {"numpy": id(np.mean)})
    assert_contained(name, attack(name))


# In a kernel ---------------------------------------------------------------------------------

ATTACK_ALL = """
import json, sys
sys.path.insert(0, {tests!r})
from lessonlib.figures import lesson2 as figures
import hostile
hostile.attack("exits")  # whatever a kernel makes at the first time
reports = {{name: hostile.attack(name) for name in hostile.ANSWERS}}
"""
GO_ON = """
from IPython.display import display
figures.question()
display("still here")
1 + 1
"""
# All that a kernel gives to an answer: its streams, its messages, its widgets.
TALK = """
import logging, ipywidgets
from lessonlib.exercises import running
out = sys.stdout
def answer(h):
    print("printed")
    print("kept", file=out)
    display("displayed")
    ipywidgets.IntSlider()
    logging.warning("logged")
    get_ipython().run_cell("1 + 1")
    return h
def talk():
    return [one.kind for one in running.run_cases(answer, [(1,)], lambda _, value: value)]
kinds = [kind for _ in range({times}) for kind in talk()]
"""


class Kernel:
    """A kernel that runs code, and says what came of it."""

    def __init__(self, client):
        self._client, self.texts = client, []

    def run(self, code, value="None"):
        """Run code, and return the value of an expression."""
        self.texts = []
        expressions = {"value": f"__import__('json').dumps({value})"}
        reply = self._client.execute_interactive(
            code, output_hook=self._hear, user_expressions=expressions, timeout=120
        )["content"]
        assert reply["status"] == "ok", reply
        return json.loads(eval(reply["user_expressions"]["value"]["data"]["text/plain"]))

    def _hear(self, message):
        content = message["content"]
        self.texts.append(content.get("text") or content.get("data", {}).get("text/plain", ""))


@pytest.fixture(scope="module")
def kernel(tmp_path_factory):
    manager, client = start_new_kernel(
        kernel_name="python3", cwd=str(tmp_path_factory.mktemp("kernel"))
    )
    yield Kernel(client)
    client.stop_channels()
    manager.shutdown_kernel(now=True)


@pytest.fixture(scope="module")
def reports(kernel):
    return kernel.run(ATTACK_ALL.format(tests=str(Path(__file__).parent)), "reports")


@linux
@pytest.mark.notebook
@pytest.mark.parametrize("name", ANSWERS)
def test_in_a_kernel(name, reports):
    assert_contained(name, reports[name])


@linux
@pytest.mark.notebook
def test_the_kernel_goes_on(kernel, reports):
    assert kernel.run(GO_ON) is None
    assert "'still here'" in kernel.texts
    assert "2" in kernel.texts


@linux
@pytest.mark.notebook
def test_an_answer_may_use_all_that_a_kernel_gives(kernel, reports):
    assert kernel.run(TALK.format(times=1), "kinds") == ["value"]
    told = "".join(kernel.texts)
    assert "printed" in told
    assert "displayed" in told
    assert "logged" in told
    assert kernel.run(TALK.format(times=20), "kinds") == 20 * ["value"]
    assert kernel.run(GO_ON) is None


# What is told --------------------------------------------------------------------------------


@linux
def test_one_long_call_is_said_as_such():
    for name in IN_C:
        report = attack(name)
        assert report["one_call"]
        assert report["line"].startswith("return ")
        assert report["seconds"] < 25 * hostile.SHORT  # a bound: the machine may be busy
    report = attack("loops")
    assert not report["one_call"]
    assert report["line"] in ("while True:", "h += 1")
    assert attack("sleeps")["line"] == "time.sleep(60)"  # of the reader's, not of a library's


def test_what_is_printed_is_shown_and_cut(capsys):
    attack("prints_much")
    shown = capsys.readouterr().out
    assert shown.startswith("line 0\nline 1\n")
    assert len(shown) < 5000
    assert shown.endswith("(The rest of what it prints is left out.)\n")


@linux
def test_earlier_cases_are_kept_when_time_is_up(monkeypatch):
    monkeypatch.setattr(running, "TIME_LIMIT", 1.0)

    def answer(h):
        print("case", h)
        while h > 1:
            pass
        return h

    first, second, third = running.run_cases(answer, [(1,), (2,), (3,)], lambda _, value: value)
    assert first == Outcome("value", first.value, returned=first.returned, printed="case 1\n")
    assert (second.kind, second.printed) == ("timeout", "case 2\n")
    assert second.line in ("while h > 1:", "pass")
    assert third == Outcome("not_run")


def test_without_a_child_an_answer_runs_here(monkeypatch):
    def refuse():
        raise BlockingIOError("no more processes")

    monkeypatch.setattr(containing.os, "fork", refuse, raising=False)
    outcomes = running.run_cases(lambda h: h, CASES, lambda _, value: value)
    assert [float(one.value) for one in outcomes] == [1.0, 5.0]


@linux
def test_a_check_takes_little_time():
    def used():
        who = (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)
        return sum(sum(resource.getrusage(one)[:2]) for one in who)

    before = used()
    for _ in range(3):
        running.run_cases(lambda h: h, 7 * CASES, lambda _, value: value)
    assert (used() - before) / 3 < 0.3  # of processor time: the machine may be busy


@linux
def test_one_process_is_enough_where_all_cases_are_run_twice(monkeypatch):
    run, seen = running.run_in_child, []
    monkeypatch.setattr(running, "run_in_child", lambda *of: seen.append(of) or run(*of))
    exercise = all_exercises()["stable_sigmoid"]
    assert judge(exercise, lambda z: np.exp(-np.logaddexp(0, -z))).kind == "passed"
    assert len(seen) == 1


@linux
def test_an_interrupt_of_the_reader_ends_the_answer(monkeypatch):
    def take(*_arguments):
        raise KeyboardInterrupt

    monkeypatch.setattr(containing._Child, "_listen", take)
    before = hostile.state()
    with pytest.raises(KeyboardInterrupt):
        running.run_cases(ANSWERS["loops"], CASES, lambda _, value: value)
    after = hostile.state()
    assert after == before


def test_trusted_functions_print_nothing(capsys):
    (outcome,) = running.run_cases(print, [("text",)], lambda _, value: value, trusted=True)
    assert (outcome.printed, outcome.returned) == ("text\n", None)
    assert capsys.readouterr().out == ""


def test_results_of_every_type_come_back():
    values = [True, 3, 2.5, "text", None, np.arange(6).reshape(2, 3), ([1, 2], np.zeros((0, 3)))]
    cases = [(i,) for i in range(len(values))]
    (here, there) = (
        running.run_cases(lambda i: values[i], cases, lambda _, value: value, trusted=trusted)
        for trusted in (True, False)
    )
    for one, other in zip(here, there, strict=True):
        assert one.kind == other.kind == "value"
        np.testing.assert_equal(one.value, other.value)
        assert getattr(one.value, "dtype", None) == getattr(other.value, "dtype", None)


# Plain data ----------------------------------------------------------------------------------


def test_what_is_packed_comes_back():
    outcome = Outcome("error", Raised("TypeError", "é", "f(x)", "f"), True, (1, None), "text")
    data = pack(("outcome", outcome, float("inf"), -(2**40), True))
    assert unpack(data) == ("outcome", outcome, float("inf"), -(2**40), True)
    for dtype in (bool, np.int8, np.float32, np.complex128):
        array = np.array([[0, 1, 2]], dtype)
        back = unpack(pack((array[:, ::2], array)))
        np.testing.assert_array_equal(back[0], array[:, ::2])
        np.testing.assert_array_equal(back[1], array)
        assert back[1].dtype == dtype
        back[1][0, 0] = 1  # a copy of its own


def test_what_is_not_plain_becomes_the_name_of_its_type():
    deep = ()
    for _ in range(100):
        deep = (deep,)
    assert unpack(pack(hostile.returns_what_equals_everything(1))) == "<Liar>"
    assert unpack(pack(np.array(["text"]))) == "<ndarray>"
    assert unpack(pack(2**63)) == "<int>"
    assert "<tuple>" in repr(unpack(pack(deep)))


def test_large_arrays_are_told_by_their_shape():
    large = np.zeros(MOST_BYTES // 8 + 1)
    assert unpack(pack(large)) == f"array of shape {large.shape}"
    whole = unpack(pack((large[:-1], np.zeros(1))))
    assert (whole[0].shape, whole[1]) == ((MOST_BYTES // 8,), "array of shape (1,)")


def test_messages_are_cut_wherever_the_bytes_are():
    data = pack("one") + pack(np.arange(3)) + pack(None)
    for size in (1, 7, len(data)):
        messages = Messages()
        parts = [data[i : i + size] for i in range(0, len(data), size)]
        one, two, three = [value for part in parts for value in messages.feed(part)]
        assert (one, two.tolist(), three) == ("one", [0, 1, 2], None)


NO_PACK = {
    "too large": b"\xff" * 8,
    "no text": b"\0\0\0\2\0\0\0\0{]",
    "unknown": b"\0\0\0\x10\0\0\0\0" + b'{"pickle": [1]} ',
    "objects": pack(np.zeros(2)).replace(b"<f8", b"|O8"),
    "cut": pack(np.zeros(2))[:-1] + b"",
}


@pytest.mark.parametrize("name", [name for name in NO_PACK if name != "cut"])
def test_what_is_no_pack_is_an_error(name):
    with pytest.raises(ValueError):  # noqa: PT011 -- of several kinds
        list(Messages().feed(NO_PACK[name]))


def test_numbers_that_are_missing_are_an_error():
    with pytest.raises(ValueError, match="data: expected 16 bytes of numbers, got 15"):
        unpack(NO_PACK["cut"])


def loop_for_ever():
    while True:
        pass


def interrupt():
    raise KeyboardInterrupt


@pytest.mark.parametrize("does", [loop_for_ever, interrupt, sys.exit])
@pytest.mark.parametrize(
    "attribute", ["__signature__", "__name__", "__code__", "__wrapped__", "__class__"]
)
def test_an_object_that_misbehaves_when_it_is_looked_at(attribute, does, monkeypatch):
    monkeypatch.setattr(guarding, "LONGEST_LOOK", 0.05)

    body = {
        "__call__": lambda self, activation: activation * (1 - activation),
        attribute: property(lambda self: does()),
    }
    Slope = type("Slope", (), body)
    assert check(Slope(), "sigmoid_slope").kind == "passed"
    assert check(Slope()).kind == "unknown"
