"""The SVG of a figure, whole and in parts."""

import re
from xml.etree import ElementTree

import matplotlib as mpl
import numpy as np
import pytest
from matplotlib.figure import Figure

from lessonlib.live.picture import SvgPicture

SVG = "{http://www.w3.org/2000/svg}"


@pytest.fixture
def drawn():
    figure = Figure(figsize=(4, 3))
    axes = figure.subplots()
    (line,) = axes.plot([0, 1, 2], [0, 1, 0])
    picture = SvgPicture(figure)
    picture.draw()
    return picture, axes, line


def group_of(picture, artist):
    return picture._ids[artist]


def apply(svg, parts):
    """Do what the browser does: put each part in the place of the group with its id."""
    root = ElementTree.fromstring(svg)
    for parent in list(root.iter()):
        for i, child in enumerate(list(parent)):
            if child.get("id") in parts:
                ElementTree.register_namespace("", "http://www.w3.org/2000/svg")
                xlink = 'xmlns:xlink="http://www.w3.org/1999/xlink"'
                group = parts[child.get("id")]
                text = f'<svg xmlns="http://www.w3.org/2000/svg" {xlink}>{group}</svg>'
                parent[i] = ElementTree.fromstring(text)[0]
    return root


def paths(root):
    """What is drawn: every path's data and style, without the clip paths."""
    return [
        (path.get("d"), path.get("style"))
        for path in root.iter(f"{SVG}path")
        if path.get("style") is not None
    ]


def change_data(axes, line):
    line.set_ydata([1, 0, 1])


def change_colour(axes, line):
    line.set_color("red")


def hide(axes, line):
    line.set_visible(False)


def change_title(axes, line):
    axes.set_title("new")


def change_to_points(axes, line):
    line.set(linestyle="none", marker="o")


@pytest.mark.parametrize(
    "change", [change_data, change_colour, hide, change_title, change_to_points]
)
def test_parts_give_what_a_whole_drawing_gives(drawn, change):
    picture, axes, line = drawn
    before = picture.draw()
    change(axes, line)
    assert picture.update() is None, "parts must do"
    after = apply(before, picture.parts)
    whole = ElementTree.fromstring(picture.draw())
    assert paths(after) == paths(whole)
    assert paths(after) != paths(ElementTree.fromstring(before)) or change is change_title


def test_an_update_without_a_change_sends_nothing(drawn):
    picture, _, _ = drawn
    assert picture.update() is None
    assert not any("path" in part for part in picture.parts.values())


def test_parts_add_up_so_that_a_missed_message_does_no_harm(drawn):
    picture, axes, line = drawn
    change_data(axes, line)
    picture.update()
    change_title(axes, line)
    picture.update()
    assert {group_of(picture, line), group_of(picture, axes.title)} <= set(picture.parts)


def test_a_hidden_artist_can_come_back(drawn):
    picture, axes, line = drawn
    hide(axes, line)
    svg = picture.draw()
    assert f'id="{group_of(picture, line)}"' in svg, "an empty group keeps its place"
    line.set_visible(True)
    assert picture.update() is None
    assert "<path" in picture.parts[group_of(picture, line)]


@pytest.mark.parametrize(
    "change",
    [
        lambda axes: axes.set_ylim(-3, 3),
        lambda axes: axes.set_yscale("symlog"),
        lambda axes: axes.set_xticks([0, 2]),
        lambda axes: axes.plot([0, 1], [1, 1]),
        lambda axes: axes.lines[0].remove(),
        lambda axes: axes.set_position([0.2, 0.2, 0.5, 0.5]),
        lambda axes: axes.set_visible(False),
        lambda axes: axes.lines[0].set_zorder(0.5),
        lambda axes: axes.figure.set_size_inches(5, 3),
    ],
)
def test_what_moves_everything_is_drawn_whole(drawn, change):
    picture, axes, _ = drawn
    change(axes)
    svg = picture.update()
    assert svg is not None
    assert svg.startswith("<svg")
    assert picture.parts == {}
    assert picture.update() is None, "and only once"


def test_discs_of_a_scatter_are_one_path():
    figure = Figure()
    axes = figure.subplots()
    rng = np.random.default_rng(0)
    points = axes.scatter(rng.normal(size=200), rng.normal(size=200), s=16, linewidths=0)
    picture = SvgPicture(figure)
    picture.draw()
    points.set_offsets(rng.normal(size=(200, 2)) / 2)
    picture.update()
    part = picture.parts[group_of(picture, points)]
    assert part.count("<path") == 1
    assert "<use" not in part
    assert part.count("M ") == 200
    assert "stroke-linecap: round" in part
    assert float(re.search(r"stroke-width: ([\d.]+)", part).group(1)) == pytest.approx(4.0)


def test_discs_keep_an_edge_of_another_colour():
    figure = Figure()
    points = figure.subplots().scatter([0, 1], [0, 1], s=16, color="white", edgecolors="red")
    picture = SvgPicture(figure)
    picture.draw()
    points.set_offsets([[1, 0], [0, 1]])
    picture.update()
    part = picture.parts[group_of(picture, points)]
    assert "fill: #ffffff" in part
    assert "stroke: #ff0000" in part


@pytest.mark.parametrize("marker", ["s", "x", "+", "^", "D"])
def test_other_markers_stand_on_their_own_too(marker):
    figure = Figure()
    (line,) = figure.subplots().plot([0, 1, np.nan], [0, 1, 1], marker)
    picture = SvgPicture(figure)
    # Nothing that another artist needs is lost when this one is drawn again.
    assert "<use" not in picture.draw()
    line.set_ydata([1, 0, 0])
    picture.update()
    part = picture.parts[group_of(picture, line)]
    assert part.count("<path") == 1
    strokes = 2 if marker in "x+" else 1
    assert part.count("M ") == 2 * strokes


def test_a_marker_that_is_not_symmetric_stands_the_right_way_up():
    figure = Figure()
    axes = figure.subplots()
    corners = [(0, 10), (-3, -1), (1, -1)]
    (line,) = axes.plot([3], [2], linestyle="none", marker=corners, markersize=10)
    picture = SvgPicture(figure)
    picture.draw()
    line.stale = True
    picture.update()
    d = re.search(r' d="([^"]*)"', picture.parts[group_of(picture, line)]).group(1)
    drawn = np.array(re.findall(r"[ML] ([\d.]+) ([\d.]+)", d), float)
    x, y = axes.transData.transform([3, 2])
    height = figure.bbox.height
    # matplotlib makes the farthest corner half the size: 5 points. In SVG, y counts downwards.
    expected = [x, height - y] + np.array([(0, -10), (-3, 1), (1, 1)]) / 2
    np.testing.assert_allclose(drawn[:3], expected, atol=1e-4)


def test_no_style_leaks_into_the_page(drawn):
    picture, _, _ = drawn
    assert "<style" not in picture.draw()


def test_two_figures_share_no_id():
    ids = []
    for _ in range(2):
        figure = Figure()
        figure.subplots().plot([0, 1])
        picture = SvgPicture(figure)
        svg = picture.draw()
        ids.append(set(re.findall(r'id="(live[^"]+|p[0-9a-f]{10})"', svg)))
    assert ids[0]
    assert not ids[0] & ids[1]


def test_png_is_a_png_and_leaves_the_picture_as_it_was(drawn):
    picture, _, _ = drawn
    before = picture.draw()
    assert picture.png().startswith(b"\x89PNG")
    assert picture.update() is None
    assert paths(ElementTree.fromstring(picture.draw())) == paths(ElementTree.fromstring(before))


def test_png_does_not_move_the_axes():
    figure = Figure(figsize=(8, 3), layout="constrained")
    axes = figure.subplots(1, 2)
    axes[0].set(title="a title", ylabel="label")
    (line,) = axes[1].plot([0, 1])
    picture = SvgPicture(figure)
    picture.draw()
    before = [one.get_position().bounds for one in axes]
    picture.png()
    assert [one.get_position().bounds for one in axes] == before
    line.set_ydata([1, 0])
    assert picture.update() is None


def test_drawing_changes_no_setting_of_matplotlib(drawn):
    picture, axes, line = drawn
    before = settings()
    change_data(axes, line)
    picture.update()
    assert settings() == before


def settings():
    # The backend is looked up when it is first read: reading it is not changing it.
    return {name: value for name, value in mpl.rcParams.items() if name != "backend"}
