"""What the browser gets for a show in JupyterLab; tests/browser tries it there."""

from lessonlib.figures import lesson0
from lessonlib.live.view import PictureView
from lessonlib.stage import StageView


def test_every_figure_of_the_course_brings_it():
    children = lesson0.first_fit().widget.children
    (view,) = (child for child in children if isinstance(child, StageView))
    assert "fitSlides()" in view._esm
    assert ".jp-Deck" in view._css


def test_the_engine_knows_nothing_of_shows_and_quizzes():
    for text in (PictureView._esm, PictureView._css):
        for word in ("deck", "stage", "quiz", "recap", "prediction", "lesson"):
            assert word not in str(text).lower(), word
