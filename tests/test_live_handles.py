"""Dragging a point of the picture moves its sliders."""

import ipywidgets
import numpy as np
import pytest
from matplotlib.figure import Figure

from lessonlib.live import Handle, live
from lessonlib.live.handles import nearest_value


@pytest.fixture
def point_figure():
    figure = Figure(figsize=(4, 3))
    axes = figure.subplots()
    axes.set(xlim=(-2, 2), ylim=(0, 10))
    (point,) = axes.plot([0], [5], "o")

    def show(across=0.0, up=5):
        point.set_data([across], [up])
        return f"{across:.2f} {up}"

    handles = [Handle(point, "across", "up")]
    return live(figure, show, title="t", handles=handles, across=(-2.0, 2.0), up=(0, 10)), axes


def test_a_drag_moves_both_sliders_in_one_drawing(point_figure):
    figure, _ = point_figure
    figure._view.dragged = {"handle": 0, "x": 1.0, "y": 7.4}
    assert figure.values == pytest.approx({"across": 1.0, "up": 7})
    assert figure.words == "1.00 7"


def test_a_drag_shorter_than_a_step_draws_nothing(point_figure):
    figure, _ = point_figure
    figure._view.dragged = {"handle": 0, "x": 1.0, "y": 7.4}
    frame = figure._view.frame
    figure._view.dragged = {"handle": 0, "x": 1.001, "y": 7.3}
    assert figure._view.frame is frame


def test_a_drag_beyond_the_sliders_stops_at_their_ends(point_figure):
    figure, _ = point_figure
    figure._view.dragged = {"handle": 0, "x": 99.0, "y": -99.0}
    assert figure.values == pytest.approx({"across": 2.0, "up": 0})


def test_the_browser_is_told_where_the_axes_stand(point_figure):
    figure, axes = point_figure
    (told,) = figure._view.handles
    x0, y0, x1, y1 = told["picture"]
    place = axes.transData.transform([[-2, 0], [2, 10]])
    height = axes.figure.bbox.height
    np.testing.assert_allclose([x0, height - y0, x1, height - y1], place.ravel())
    assert told["data"] == [-2, 0, 2, 10]
    assert f'id="{told["id"]}"' in figure._view.svg


@pytest.mark.parametrize(
    ("scales", "corners"),
    [
        (("log", "linear"), [-2, 1, 2, 1000]),
        (("linear", "log"), [0.01, 0, 100, 3]),
        (("log", "log"), [-2, 0, 2, 3]),
    ],
)
def test_a_logarithmic_axis_counts_in_powers_of_ten(scales, corners):
    axes = Figure().subplots()
    axes.set(xscale=scales[0], yscale=scales[1], xlim=(0.01, 100), ylim=(1, 1000))
    told = Handle(axes.plot([1], [2], "o")[0], "x").describe("a")
    assert told["log"] == [scale == "log" for scale in scales]
    np.testing.assert_allclose(told["data"], corners)


def test_a_drag_along_one_axis_leaves_the_other_control_alone():
    controls = {"up": ipywidgets.FloatSlider(min=0, max=9)}
    assert Handle(None, y="up").values(controls, 3.0, 4.0) == {"up": 4.0}


@pytest.mark.parametrize(
    ("control", "value", "nearest"),
    [
        (ipywidgets.IntSlider(min=1, max=9), 3.6, 4),
        (ipywidgets.IntSlider(min=1, max=9), -4, 1),
        (ipywidgets.FloatSlider(min=0, max=1, step=0.1), 0.26, 0.3),
        (ipywidgets.FloatLogSlider(min=-2, max=1), 1000, 10),
        (ipywidgets.FloatLogSlider(min=-2, max=1), 0.5, 0.5),
        (ipywidgets.FloatLogSlider(min=-2, max=4, base=2), 3, 3),
        (ipywidgets.FloatLogSlider(min=-2, max=4, base=2), 99, 16),
        (ipywidgets.FloatLogSlider(min=-2, max=1), 0, 0.01),
        (ipywidgets.FloatLogSlider(min=-2, max=1), -5, 0.01),
        (ipywidgets.FloatSlider(min=-1, max=1, step=0.3), 0.1, 0.2),
    ],
)
def test_nearest_value(control, value, nearest):
    assert nearest_value(control, value) == pytest.approx(nearest)
