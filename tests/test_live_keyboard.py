"""Keys for the widget that has the focus: tried in tests/js, and in JupyterLab in tests/browser."""

import ipywidgets

from lessonlib.live import keep_keys


def test_a_box_keeps_its_children_and_gets_one_that_marks_it():
    button = ipywidgets.Button()
    box = ipywidgets.VBox([button])
    keep_keys(box)
    assert box.children[0] is button
    assert len(box.children) == 2
    assert f'".{box._dom_classes[0]}"' in box.children[1]._esm
