"""Controls from short forms."""

import ipywidgets
import pytest

from lessonlib.live.controls import LogRange, make_control


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


def test_a_float_slider_has_a_hundred_steps():
    assert make_control("noise_std", (0.0, 0.5)).step == pytest.approx(0.005)


def test_a_widget_is_used_as_it_is():
    play = ipywidgets.Play()
    assert make_control("step", play) is play


def test_a_name_without_a_label_is_its_own():
    assert make_control("some_thing", (0, 1)).description == "some thing"


@pytest.mark.parametrize(
    ("form", "value", "error", "message"),
    [
        ("text", None, TypeError, r"hidden_width='text': expected \(low, high\)"),
        ((1, 2, 3, 4), None, TypeError, "expected"),
        ((5, 1), None, ValueError, r"hidden_width=\(5, 1\): expected the lower end first"),
        ((1, 5), 9, ValueError, "hidden_width=9: expected a value from 1 to 5"),
        (LogRange(0, 1), None, ValueError, "expected a range above 0"),
        (LogRange(0.1, 1), 5, ValueError, "expected a value from 0.1 to 1"),
    ],
)
def test_bad_forms_are_named(form, value, error, message):
    with pytest.raises(error, match=message):
        make_control("hidden_width", form, value)
