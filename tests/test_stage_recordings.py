"""What an export shows in the place of live figures and predictions."""

import re

from matplotlib.figure import Figure

from lessonlib.live import live
from lessonlib.predict import choose, recap
from lessonlib.stage import MIME_TYPE, show_recordings


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


def test_shown_figures_leave_recordings_and_predictions_are_settled(monkeypatch):
    import IPython

    formatter = Formatter()
    shell = type("Shell", (), {})()
    shell.display_formatter = type("Display", (), {"mimebundle_formatter": formatter})()
    monkeypatch.setattr(IPython, "get_ipython", lambda: shell)
    show_recordings()
    figure, prediction = make_figure(), choose("up", "down")
    bundle = formatter.printers[type(figure)](figure, include=None, exclude=None)
    assert bundle[MIME_TYPE]["frames"][0]["words"] == "height 0"
    assert "<img" in bundle["text/html"]
    bundle = formatter.printers[type(prediction)](prediction, include=None, exclude=None)
    assert prediction.is_settled
    assert "live-prediction" in bundle["text/html"]
    table = recap(("the slope", prediction, "up"))
    bundle = formatter.printers[type(table)](table, include=None, exclude=None)
    assert re.findall(r"<t[dh][^>]*>([^<]*)</t", bundle["text/html"]) == [
        *("question", "it is"),
        *("the slope", "up"),
    ]
