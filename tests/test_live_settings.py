"""What holds for all live figures."""

import ipywidgets
from matplotlib.figure import Figure

from lessonlib.live import Clock, live, settings
from lessonlib.words import Words


def make():
    return live(Figure(), lambda: "", title="t")


def test_the_texts_may_be_in_another_language(monkeypatch):
    monkeypatch.setattr(settings, "say", "<{}>".format)
    buttons = Clock(ipywidgets.IntSlider(), stride=1).widget.children[1:]
    assert [button.description for button in buttons] == ["<run>", "<one_step>", "<reset>"]


def test_every_figure_gets_the_companions(monkeypatch):
    made = []

    def companion():
        made.append(ipywidgets.Label("a companion"))
        return made[-1]

    monkeypatch.setattr(settings, "companions", (companion,))
    figures = make(), make()
    assert [figure.widget.children[-1] for figure in figures] == made


def test_the_course_has_a_sentence_for_each_text():
    words = Words("live")
    assert all(key in words for key in settings.ENGLISH)
