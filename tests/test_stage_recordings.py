"""What an export shows in the place of live figures and predictions."""

import re

import pytest
from matplotlib.figure import Figure

from lessonlib.live import live
from lessonlib.predict import choose, recap
from lessonlib.stage import MIME_TYPE, NARROW_MIME_TYPE, show_recordings


def make_figure():
    picture = Figure(figsize=(3, 2))
    (line,) = picture.subplots().plot([0, 1], [0, 0])

    def show(slope=1):
        line.set_ydata([0, slope])
        return f"height {slope}"

    return live(picture, show, title="A line", slope=(0, 4))


class Formatter:
    def __init__(self):
        self.printers = {}

    def for_type(self, kind, printer):
        self.printers[kind] = printer


@pytest.fixture
def formatter(monkeypatch):
    """What IPython would show things with."""
    import IPython

    formatter = Formatter()
    shell = type("Shell", (), {})()
    shell.display_formatter = type("Display", (), {"mimebundle_formatter": formatter})()
    monkeypatch.setattr(IPython, "get_ipython", lambda: shell)
    return formatter


def test_axes_side_by_side_are_recorded_one_above_the_other_too(formatter):
    picture = Figure(figsize=(4, 2))
    picture.subplots(1, 2)
    figure = live(picture, lambda: "two", title="Two")
    show_recordings()
    show = formatter.printers[type(figure)]
    before = figure.draw_whole()
    bundle = show(figure)
    wide, narrow = (
        [float(one) for one in re.search(r'viewBox="0 0 (\S+) (\S+)"', svg).groups()]
        for svg in (bundle[MIME_TYPE]["wholes"][0], bundle[NARROW_MIME_TYPE]["wholes"][0])
    )
    assert wide[0] > wide[1]
    assert narrow[0] < narrow[1]
    view = re.compile("viewBox[^>]*")
    assert view.search(figure.draw_whole()).group() == view.search(before).group()
    show_recordings(narrow=False)
    assert NARROW_MIME_TYPE not in formatter.printers[type(figure)](figure)


def test_shown_figures_leave_recordings_and_predictions_are_settled(formatter):
    show_recordings()
    figure, prediction = make_figure(), choose("up", "down")
    bundle = formatter.printers[type(figure)](figure, include=None, exclude=None)
    assert bundle[MIME_TYPE]["frames"][0]["words"] == "height 0"
    assert "<img" in bundle["text/html"]
    assert NARROW_MIME_TYPE not in bundle  # its axes have no other shape
    bundle = formatter.printers[type(prediction)](prediction, include=None, exclude=None)
    assert prediction.is_settled
    assert "live-prediction" in bundle["text/html"]
    table = recap(("the slope", prediction, "up"))
    bundle = formatter.printers[type(table)](table, include=None, exclude=None)
    assert re.findall(r"<t[dh][^>]*>([^<]*)</t", bundle["text/html"]) == [
        *("question", "it is"),
        *("the slope", "up"),
    ]
