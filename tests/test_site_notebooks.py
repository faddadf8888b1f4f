"""The lessons as the browser edition serves them."""

import json

from site_notebooks import NOTEBOOKS, read_edition, serve, write_notebooks


def test_lines_are_joined_and_stored_pictures_are_trusted():
    stored = {
        "metadata": {},
        "cells": [
            {
                "cell_type": "code",
                "metadata": {},
                "source": ["a\n", "b"],
                "outputs": [
                    {"output_type": "stream", "text": ["1\n", "2\n"]},
                    {"data": {"text/html": ["<p>\n", "</p>"], "application/json": [1, 2]}},
                ],
            },
            {"cell_type": "markdown", "metadata": {}, "source": "c"},
        ],
    }
    code, prose = serve(stored, "1+a")["cells"]
    assert code["source"] == "a\nb"
    assert code["outputs"][0]["text"] == "1\n2\n"
    assert code["outputs"][1]["data"] == {"text/html": "<p>\n</p>", "application/json": [1, 2]}
    assert code["metadata"] == {"trusted": True}
    assert prose["metadata"] == {}
    assert stored["metadata"]["lessonlib"] == {"edition": "1+a"}


def test_each_lesson_carries_the_edition_that_stands_beside_it(tmp_path):
    names = write_notebooks(tmp_path)
    assert names == sorted(path.name for path in NOTEBOOKS.glob("*.ipynb"))
    served = json.loads((tmp_path / "edition.json").read_text())
    assert list(served) == names
    for name in names:
        carried = json.loads((tmp_path / name).read_text())["metadata"]["lessonlib"]
        assert carried == {"edition": served[name]}


def test_the_edition_changes_with_a_correction_and_not_with_an_output():
    cell = {"cell_type": "code", "source": "1", "outputs": []}
    first = read_edition({"cells": [cell]})
    assert read_edition({"cells": [{**cell, "outputs": [{"text": "1"}]}]}) == first
    assert read_edition({"cells": [{**cell, "source": "2"}]}) != first
