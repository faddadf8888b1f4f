"""The live figure without a browser and without a kernel."""

import base64
import re

import ipywidgets
import numpy as np
import pytest
from matplotlib.figure import Figure
from traitlets import TraitError

from lessonlib.live import Handle, LogRange, live, settings


def make(n_axes=1, **forms):
    figure = Figure(figsize=(8, 3))
    axes = np.atleast_1d(figure.subplots(1, n_axes))
    (line,) = axes[0].plot([0, 1], [0, 1])
    axes[0].set_ylim(0, 10)

    def show(height=2, shown=True):
        if height == 5:
            raise ValueError("height=5: expected less")
        line.set_ydata([0, height])
        line.set_visible(shown)
        return f"height {height}"

    return live(figure, show, title="A line", **{"height": (0, 5), "shown": True} | forms), line


def test_update_draws_and_says_what_it_drew():
    figure, line = make()
    frame = figure.update(height=3)
    assert frame.words == figure.words == "height 3"
    assert list(line.get_ydata()) == [0, 3]
    assert frame.svg is None
    assert any("<path" in part for part in frame.parts.values())
    assert figure.values == {"height": 3, "shown": True}


def test_moving_a_control_draws():
    figure, line = make()
    figure.controls["height"].value = 4
    assert list(line.get_ydata()) == [0, 4]
    assert figure._view.frame["words"] == "height 4"


def test_several_values_are_one_drawing():
    calls = []
    picture = Figure()
    picture.subplots()

    def show(a=0, b=0):
        calls.append((a, b))

    figure = live(picture, show, title="t", a=(0, 9), b=(0, 9))
    figure.update(a=3, b=4)
    assert calls == [(0, 0), (3, 4)]


def test_an_error_is_told_in_the_figure_and_goes_away():
    figure, _ = make()
    figure.controls["height"].value = 5
    assert "ValueError: height=5: expected less" in figure._view.error
    figure.controls["height"].value = 1
    assert figure._view.error == ""


def test_update_called_directly_raises():
    figure, _ = make()
    with pytest.raises(ValueError, match="height=5"):
        figure.update(height=5)


def test_unknown_value_names_the_right_ones():
    figure, _ = make()
    with pytest.raises(TypeError, match="width: expected one of height, shown"):
        figure.update(width=3)


def test_its_box_has_the_names_that_the_style_sheet_knows():
    figure, _ = make()
    assert {"live-figure", "keeps-its-keys"} <= set(figure.widget._dom_classes)
    box, view, _guard, *_ = figure.widget.children
    assert "live-controls" in box._dom_classes
    assert box.children == tuple(figure.controls.values())
    assert view.title == figure.title == "A line"


@pytest.mark.parametrize(("stills", "begin"), [("svg", b"<svg "), ("png", b"\x89PNG")])
def test_every_place_finds_a_form_it_can_show(stills, begin, monkeypatch):
    monkeypatch.setattr(settings, "stills", stills)
    figure, _ = make()
    bundle = figure._repr_mimebundle_()
    assert bundle["application/vnd.jupyter.widget-view+json"]["model_id"] == figure.widget.model_id
    assert bundle["text/plain"] == "A line. height 2"
    form = (
        '<figure [^>]*><img alt="A line. height 2" [^>]*><figcaption>height 2</figcaption></figure>'
    )
    assert re.fullmatch(form, bundle["text/html"])
    data = re.search(r"base64,([^\"]+)", bundle["text/html"]).group(1)
    assert base64.b64decode(data).startswith(begin)


def test_words_are_escaped_in_html():
    picture = Figure()
    picture.subplots()
    figure = live(picture, lambda: '"<script>"', title="a < b")
    html = figure._repr_mimebundle_()["text/html"]
    assert "<script>" not in html
    assert "a &lt; b. &quot;&lt;script&gt;&quot;" in html


def test_narrow_figures_stack_their_axes_and_go_back():
    figure, _ = make(n_axes=2)
    axes = figure._picture.figure.axes
    figure._view.narrow = True
    assert axes[0].get_position().y0 > axes[1].get_position().y1
    assert figure._picture.figure.get_size_inches()[0] < 5
    drawn = figure._view.svg
    assert 'width="331' in drawn
    figure._view.narrow = False
    assert figure._view.svg != drawn
    assert axes[0].get_position().y0 == axes[1].get_position().y0
    assert tuple(figure._picture.figure.get_size_inches()) == (8, 3)


def test_one_frame_is_small():
    picture = Figure(figsize=(8, 3))
    axes = picture.subplots()
    x = np.linspace(0, 6, 500)
    (line,) = axes.plot(x, np.sin(x))

    def show(frequency=1.0):
        line.set_ydata(np.sin(frequency * x))

    frame = live(picture, show, title="wave", frequency=(1.0, 3.0)).update(frequency=2.0)
    assert sum(map(len, frame.parts.values())) < 10_000


def test_log_range_makes_a_logarithmic_slider():
    picture = Figure()
    picture.subplots()

    def show(learning_rate=0.1):
        return f"{learning_rate:.3g}"

    figure = live(picture, show, title="t", learning_rate=LogRange(0.001, 10.0))
    control = figure.controls["learning_rate"]
    assert isinstance(control, ipywidgets.FloatLogSlider)
    assert (control.min, control.max, control.value) == (-3, 1, 0.1)


# What goes wrong ---------------------------------------------------------------------------------


def sent_by(figure):
    """Return what the browser is sent, a dict a message."""
    messages = []
    figure._view.send_state = lambda key=None: messages.append(
        {name: getattr(figure._view, name) for name in ([key] if isinstance(key, str) else key)}
    )
    return messages


def test_an_error_on_a_change_of_width_is_told():
    figure, _ = make(n_axes=2)
    figure.controls["height"].value = 5
    figure._view.error = ""
    figure._view.narrow = True
    assert "ValueError: height=5: expected less" in figure._view.error
    figure.controls["height"].value = 3
    assert figure._view.error == ""
    assert figure._view.svg == figure.draw_whole(), "the picture has caught up with the width"


def test_an_error_of_a_drag_is_told():
    picture = Figure()
    (point,) = picture.subplots().plot([0], [0], "o")
    figure = live(picture, lambda: "", title="t", handles=[Handle(point, "nothing")])
    figure._view.dragged = {"handle": 0, "x": 1.0, "y": 2.0}
    assert "KeyError: 'nothing'" in figure._view.error


@pytest.mark.parametrize("redraw", ["a change of width", "a whole drawing", "new limits"])
def test_a_new_picture_and_its_parts_are_one_message(redraw):
    figure, line = make(n_axes=2)
    figure.update(height=3)
    assert figure._view.frame["parts"]
    messages = sent_by(figure)
    if redraw == "a change of width":
        figure._view.narrow = True
    elif redraw == "a whole drawing":
        line.set_color("red")
        figure.draw_whole()
    else:
        line.axes.set_ylim(0, 6)
        figure.update(height=4)
    (message,) = [one for one in messages if "svg" in one]
    assert message["frame"]["parts"] == {}


def test_values_that_cannot_be_set_move_nothing():
    figure, line = make()
    with pytest.raises(TraitError):
        figure.update(height=4, shown="perhaps")
    assert figure.values == {"height": 2, "shown": True}
    assert list(line.get_ydata()) == [0, 2]
    figure.controls["height"].value = 1
    assert figure.words == "height 1", "it still follows"
