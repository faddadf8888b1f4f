"""What the browser gets of a live figure."""

from lessonlib.live.view import PictureView


def test_the_view_brings_its_script_and_its_style():
    view = PictureView(title="t")
    assert "export default" in view._esm
    assert ".live-figure" in view._css
