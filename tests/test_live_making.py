"""How a live figure is made."""

from dataclasses import dataclass
from functools import partial

import ipywidgets
import pytest
from matplotlib.figure import Figure

from lessonlib.live import Answer, LogRange, live
from lessonlib.predict import choose


@dataclass(frozen=True)
class Setting:
    n_steps: int = 3
    learning_rate: float = 0.1
    seed: int = 7


def new_figure():
    figure = Figure(figsize=(3, 2))
    figure.subplots()
    return figure


def test_controls_start_at_the_defaults_of_the_function():
    def show(height=2, shown=True):
        return f"{height} {shown}"

    figure = live(new_figure(), show, title="t", height=(0, 5), shown=True)
    assert isinstance(figure.controls["height"], ipywidgets.IntSlider)
    assert figure.values == {"height": 2, "shown": True}
    assert figure.words == "2 True"


def test_a_figure_may_say_nothing():
    assert live(new_figure(), lambda: None, title="t").words == ""


def test_controls_and_arguments_must_agree():
    def wave(a=0):
        return ""

    message = r"^{} takes \['a'\] but has controls for \['b'\]$"
    with pytest.raises(TypeError, match=message.format("wave")):
        live(new_figure(), wave, title="t", b=(0, 1))
    with pytest.raises(TypeError, match=message.format("show")):
        live(new_figure(), partial(wave), title="t", b=(0, 1))


def test_controls_have_their_labels_or_their_names():
    def show(learning_rate=1, n_steps=2):
        return ""

    labels = {"learning_rate": "α rate"}
    figure = live(
        new_figure(), show, title="t", labels=labels, learning_rate=(0, 5), n_steps=(0, 5)
    )
    assert [one.description for one in figure.controls.values()] == ["α rate", "n steps"]


def test_a_setting_says_where_the_controls_start_and_is_what_the_function_gets():
    seen = []
    figure = live(
        new_figure(),
        seen.append,
        title="t",
        start=Setting(n_steps=4, seed=9),
        n_steps=(0, 5),
        learning_rate=LogRange(0.01, 1.0),
    )
    assert figure.values == {"n_steps": 4, "learning_rate": 0.1}
    figure.update(n_steps=5)
    assert seen == [Setting(4, 0.1, 9), Setting(5, 0.1, 9)]


def test_conditions_of_an_answer_get_the_setting_too():
    seen = []
    answer = Answer(
        choose("up", "down"),
        [],
        when=lambda setting: setting.n_steps > 4,
        recall_when=lambda setting: bool(seen.append(setting)),
    )
    figure = live(
        new_figure(), lambda _: "", title="t", answer=answer, start=Setting(), n_steps=(0, 5)
    )
    assert (figure.words, seen) == ("", [Setting()])
    assert "hidden" in figure.update(n_steps=5).words


def test_a_control_without_a_field_is_named():
    fields = "n_steps, learning_rate, seed"
    with pytest.raises(
        TypeError, match=f"^width: expected one of the fields of Setting: {fields}$"
    ):
        live(new_figure(), print, title="t", start=Setting(), width=(0, 5))


@pytest.mark.parametrize("start", [Setting, {"n_steps": 3}, 3])
def test_a_start_that_is_no_setting_is_refused(start):
    with pytest.raises(TypeError, match=r"^start=.*[^X]: expected an instance of a dataclass$"):
        live(new_figure(), print, title="t", start=start, n_steps=(0, 5))


def test_a_start_outside_its_control_is_named():
    with pytest.raises(ValueError, match="n_steps=9: expected a value from 0 to 5"):
        live(new_figure(), print, title="t", start=Setting(n_steps=9), n_steps=(0, 5))


def test_widgets_stand_above_the_controls_between_and_below_the_picture():
    above, between, below = map(ipywidgets.Label, ("above", "between", "below"))
    figure = live(
        new_figure(), lambda: "", title="t", above=[above], between=[between], below=[below]
    )
    children = figure.widget.children
    assert children[0] is above
    assert "live-controls" in children[1]._dom_classes
    assert children[2:5] == (between, figure._view, below)
