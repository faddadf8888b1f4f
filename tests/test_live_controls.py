"""Controls from short forms."""

import ipywidgets
import numpy as np
import pytest

from lessonlib.live.controls import LogRange, make_control, positions_of, value_of


@pytest.mark.parametrize(
    ("form", "value", "kind", "start"),
    [
        ((1, 50), None, ipywidgets.IntSlider, 25),
        ((1, 50), 10, ipywidgets.IntSlider, 10),
        ((0.0, 1.0), None, ipywidgets.FloatSlider, 0.5),
        ((0.0, 1.0, 0.25), 0.25, ipywidgets.FloatSlider, 0.25),
        (LogRange(0.01, 1.0), None, ipywidgets.FloatLogSlider, 0.1),
        (["a", "b"], None, ipywidgets.Dropdown, "a"),
        ([("one", 1), ("two", 2)], 2, ipywidgets.Dropdown, 2),
        (True, False, ipywidgets.Checkbox, False),
    ],
)
def test_short_forms(form, value, kind, start):
    control = make_control("hidden_width", form, value, "H hidden width")
    assert type(control) is kind
    assert control.value == (pytest.approx(start) if isinstance(start, float) else start)
    assert control.description == "H hidden width"


@pytest.mark.parametrize(
    ("form", "low", "high", "step", "middle"),
    [
        ((1, 50), 1, 50, 1, 25),
        ((1, 50, 7), 1, 50, 7, 25),
        ((0.5, 1.0), 0.5, 1.0, 0.005, 0.75),
        ((0, 0.5), 0, 0.5, 0.005, 0.25),
        ((0.0, 0.5, 0.1), 0, 0.5, 0.1, 0.25),
        (LogRange(0.01, 100), -2, 2, 0.04, 1),
        (LogRange(0.1, 1000), -1, 3, 0.04, 10),
    ],
)
def test_a_slider_has_its_range_and_a_hundred_steps_unless_they_are_whole(
    form, low, high, step, middle
):
    slider = make_control("noise_std", form)
    assert (slider.min, slider.max) == (low, high)
    assert (slider.step, slider.value) == pytest.approx((step, middle))


@pytest.mark.parametrize("form", [(1, 5), (0.5, 2.5), LogRange(0.01, 1.0)])
def test_a_slider_may_start_at_its_ends(form):
    for end in form[:2]:
        assert make_control("noise_std", form, end).value == pytest.approx(end)


def test_controls_look_alike():
    forms = [(1, 5), (0.5, 2.5), LogRange(0.01, 1.0), ["a"], True]
    widths = {make_control("noise_std", form).style.description_width for form in forms}
    assert widths == {"10em"}
    assert make_control("rate", LogRange(0.01, 1.0)).readout_format == ".3g"
    assert make_control("shown", True).indent is False


def test_a_widget_is_used_as_it_is():
    play = ipywidgets.Play()
    assert make_control("step", play) is play


def test_a_name_without_a_label_is_its_own():
    assert make_control("some_thing", (0, 1)).description == "some thing"


@pytest.mark.parametrize(
    ("form", "value", "error", "message"),
    [
        ("text", None, TypeError, r"hidden_width='text': expected \(low, high\)"),
        ("text", None, TypeError, "a list of choices, True, False or a widget$"),
        ((1, 2, 3, 4), None, TypeError, "expected"),
        ((5, 1), None, ValueError, r"hidden_width=\(5, 1\): expected the lower end first$"),
        ((3, 3), None, ValueError, r"hidden_width=\(3, 3\): expected the lower end first$"),
        ((1, 5), 9, ValueError, "hidden_width=9: expected a value from 1 to 5"),
        (LogRange(0, 1), None, ValueError, r"high=1\): expected a range above 0$"),
        (LogRange(0.1, 1), 5, ValueError, "expected a value from 0.1 to 1"),
    ],
)
def test_bad_forms_are_named(form, value, error, message):
    with pytest.raises(error, match=message):
        make_control("hidden_width", form, value)


@pytest.mark.parametrize(
    ("control", "value"),
    [
        (ipywidgets.FloatSlider(0.1 + 0.2), 0.3),
        (ipywidgets.FloatSlider(1.4e-16), 0.0),
        (ipywidgets.FloatLogSlider(2.0), 2.0),
        (ipywidgets.FloatLogSlider(1.0000000000000002e-9, min=-10), 1e-9),
        (ipywidgets.IntSlider(3), 3),
        (ipywidgets.Checkbox(True), True),
        (ipywidgets.Dropdown(options=[("one", 1 / 3)]), 1 / 3),
    ],
)
def test_values_come_without_the_last_digits_of_the_browsers_arithmetic(control, value):
    assert value_of(control) == value
    assert type(value_of(control)) is type(value)


def test_other_positions_are_told_the_nearest_first():
    slider = ipywidgets.FloatSlider(0.5, min=0, max=1, step=0.25)
    assert positions_of(slider) == [0.25, 0.75, 0.0, 1.0]
    slider.value = 0.6  # between two: the browser moves to one of them
    assert positions_of(slider) == [0.5, 0.25, 0.75, 0.0, 1.0]
    powers = ipywidgets.FloatLogSlider(2.0, base=10, min=np.log10(2), max=np.log10(20), step=0.5)
    assert positions_of(powers) == pytest.approx([2 * 10**0.5, 20.0])
    assert positions_of(ipywidgets.Dropdown(options=["a", "b", "c"], value="c")) == ["b", "a"]
    assert positions_of(ipywidgets.Checkbox(False)) == [True]
    assert positions_of(ipywidgets.IntText(3)) == []
