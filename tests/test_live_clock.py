"""The clock of a live figure, without a kernel and in one that is interrupted."""

import time

import ipywidgets
import pytest
from jupyter_client.manager import start_new_kernel

from lessonlib.live.clock import Clock, pause_all


def make(value=0):
    slider = ipywidgets.IntSlider(value=value, min=0, max=100)
    return slider, Clock(slider, stride=10)


def buttons(clock):
    return {one.description: one for one in clock.widget.children if hasattr(one, "description")}


def test_the_browser_moves_the_slider():
    slider = ipywidgets.IntSlider(value=20, min=10, max=60)
    clock = Clock(slider, stride=10)
    play, run, *_ = clock.widget.children
    assert (play.value, play.min, play.max, play.step, play.interval) == (20, 10, 60, 10, 60)
    assert [(link.source, link.target) for link in clock.widget.links] == [
        ((play, "value"), (slider, "value")),
        ((play, "playing"), (run, "value")),
    ]
    assert Clock(slider, stride=1, interval=200)._play.interval == 200


def test_its_buttons_are_seen_with_their_signs_and_those_of_play_are_not():
    _, clock = make()
    play, *shown = clock.widget.children
    assert play.layout.display == "none"
    assert [button.icon for button in shown] == ["play", "step-forward", "undo"]
    assert {button.layout.width for button in shown} == {"auto"}
    clock.start()
    assert shown[0].icon == "pause"


def test_the_button_is_down_while_it_runs():
    _, clock = make()
    run = clock.widget.children[1]
    clock.start()
    assert (run.value, clock.is_running) == (True, True)
    clock.pause()
    assert (run.value, clock.is_running) == (False, False)


def test_one_step_pauses_first():
    slider, clock = make()
    clock.start()
    buttons(clock)["One step"].click()
    assert slider.value == 1
    assert not clock.is_running


def test_one_step_at_the_end_stays_there():
    slider, clock = make(value=100)
    clock.step()
    assert slider.value == 100


def test_reset_goes_back_to_the_start_and_pauses():
    slider, clock = make(value=50)
    clock.start()
    buttons(clock)["Reset"].click()
    assert slider.value == 0
    assert not clock.is_running


def test_the_button_says_what_a_click_would_do():
    _, clock = make()
    assert "Run" in buttons(clock)
    clock.start()
    assert "Pause" in buttons(clock)
    clock.pause()
    assert "Run" in buttons(clock)


def test_a_new_clock_pauses_the_older_ones():
    _, old = make()
    old.start()
    _, new = make()
    assert not old.is_running
    assert not new.is_running


def test_one_clock_runs_at_a_time():
    (_, first), (_, second) = make(), make()
    first.start()
    second._play.playing = True  # as the browser says it
    assert second.is_running
    assert not first.is_running
    pause_all()
    assert not second.is_running


START = """
import ipywidgets
from lessonlib.live.clock import Clock
clock = Clock(ipywidgets.IntSlider(), stride=1)
clock.start()
"""


@pytest.fixture(scope="module")
def kernel():
    manager, client = start_new_kernel(kernel_name="python3")
    yield manager, client
    client.stop_channels()
    manager.shutdown_kernel(now=True)


def is_running(client):
    reply = client.execute_interactive(
        "", user_expressions={"running": "clock.is_running"}, timeout=30
    )
    return reply["content"]["user_expressions"]["running"]["data"]["text/plain"] == "True"


def comes_to_rest(client):
    """Say whether the clock stops within ten seconds: an interrupt takes effect a little later."""
    end = time.monotonic() + 10
    while is_running(client) and time.monotonic() < end:
        time.sleep(0.05)
    return not is_running(client)


@pytest.mark.notebook
def test_an_interrupt_of_an_idle_kernel_pauses(kernel):
    manager, client = kernel
    for _ in range(2):  # and again after the cell is run again
        client.execute_interactive(START, timeout=30)
        assert is_running(client)
        manager.interrupt_kernel()
        assert comes_to_rest(client)


@pytest.mark.notebook
def test_an_interrupt_of_a_cell_ends_the_cell_and_pauses(kernel):
    manager, client = kernel
    client.execute_interactive(START, timeout=30)
    # What comes after a cell that failed is run, and not thrown away.
    cell = client.execute("import time; print('begun'); time.sleep(30)", stop_on_error=False)
    while client.get_iopub_msg(timeout=30)["content"].get("text") != "begun\n":
        pass
    manager.interrupt_kernel()
    reply = client.get_shell_msg(timeout=10)
    assert reply["parent_header"]["msg_id"] == cell
    assert reply["content"]["ename"] == "KeyboardInterrupt"
    assert comes_to_rest(client)


@pytest.mark.notebook
def test_an_error_in_a_cell_does_not_pause(kernel):
    _, client = kernel
    client.execute_interactive(START, timeout=30)
    client.execute_interactive("1 / 0", timeout=30, output_hook=lambda _: None)
    assert is_running(client)
