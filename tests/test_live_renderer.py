"""How matplotlib draws a live figure: markers as one path, texts measured and parsed once."""

import re

import numpy as np
import pytest
from matplotlib.colors import to_hex
from matplotlib.figure import Figure
from matplotlib.path import Path as MarkerPath

from lessonlib.live.picture import SvgPicture


def draw(title, size=(4, 3)):
    """Draw a figure, and return where its axes stand."""
    figure = Figure(figsize=size, layout="constrained")
    axes = figure.subplots()
    axes.set_title(title)
    SvgPicture(figure).draw()
    return axes.get_position().bounds


def test_a_text_is_measured_and_a_formula_parsed_once_for_all_figures_of_a_size(monkeypatch):
    place = draw("$x_{123}$")
    monkeypatch.setattr("matplotlib._mathtext.Parser.parse", None)
    monkeypatch.setattr("matplotlib.backends.backend_agg.RendererAgg._prepare_font", None)
    assert draw("$x_{123}$") == place
    with pytest.raises(TypeError):
        draw("a text that was never measured")
    with pytest.raises(TypeError):
        draw("$x_{1234}$")


def test_texts_are_measured_for_the_size_of_the_figure():
    assert draw("$x$", size=(4, 3)) != draw("$x$", size=(4, 6))


def test_discs_of_a_scatter_are_one_path():
    figure = Figure()
    axes = figure.subplots()
    rng = np.random.default_rng(0)
    points = axes.scatter(rng.normal(size=200), rng.normal(size=200), s=16, linewidths=0)
    picture = SvgPicture(figure)
    picture.draw()
    points.set_offsets(rng.normal(size=(200, 2)) / 2)
    picture.update()
    part = picture.parts[picture.id_of(points)]
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
    part = picture.parts[picture.id_of(points)]
    assert "fill: #ffffff" in part
    assert "stroke: #ff0000" in part


def part_of(figure, artist):
    """Return the SVG of an artist that is drawn alone."""
    picture = SvgPicture(figure)
    picture.draw()
    artist.stale = True
    picture.update()
    return picture.parts[picture.id_of(artist)]


def test_a_disc_is_a_dot_of_its_size_colour_and_transparency():
    figure = Figure()
    (line,) = figure.subplots().plot(
        [1], [1], linestyle="none", marker="o", markersize=10, markeredgewidth=2, color="#ff8000"
    )
    part = part_of(figure, line)
    assert "stroke: #ff8000" in part
    assert "stroke-width: 12" in part, "its edge has the same colour"
    assert "fill: none" in part
    assert "opacity" not in part
    assert "clip-path" in part, "of the axes"
    assert re.search(r'd="M ([\d.]+ [\d.]+)\s*L \1', part), "a stroke of no length"
    line.set_alpha(0.5)
    assert "stroke-opacity: 0.5" in part_of(figure, line)


@pytest.mark.parametrize(
    "look",
    [
        {"markerfacecolor": "none", "markeredgecolor": "red"},
        {"markerfacecolor": "none", "markeredgecolor": "black"},
        {"markerfacecolor": (1, 0, 0, 0.2), "markeredgecolor": "red"},
        {"markerfacecolor": "red", "markeredgecolor": "blue"},
    ],
)
def test_a_ring_is_drawn_as_a_ring(look):
    figure = Figure()
    (line,) = figure.subplots().plot([1], [1], linestyle="none", marker="o", **look)
    part = part_of(figure, line)
    assert "stroke-linecap: round" not in part
    assert part.count("C ") >= 8, "curves, of which a circle is made"
    edge = to_hex(look["markeredgecolor"])
    assert edge == "#000000" or f"stroke: {edge}" in part


def test_small_discs_are_dots_too():
    figure = Figure()
    (line,) = figure.subplots().plot([1], [1], "o", ls="none", markersize=1, markeredgewidth=0)
    assert "stroke-linecap: round" in part_of(figure, line)


def test_a_disc_without_an_edge_may_have_another_colour_there():
    figure = Figure()
    (line,) = figure.subplots().plot(
        [1], [1], "o", color="red", markeredgecolor="blue", markeredgewidth=0, markersize=7
    )
    part = part_of(figure, line)
    assert "stroke: #ff0000" in part
    assert "stroke-width: 7" in part


ELLIPSE = MarkerPath(MarkerPath.unit_circle().vertices * [1, 0.5], MarkerPath.unit_circle().codes)


@pytest.mark.parametrize("marker", ["D", "8", "h", ELLIPSE])
def test_what_is_nearly_a_disc_is_none(marker):
    figure = Figure()
    (line,) = figure.subplots().plot([1], [1], linestyle="none", marker=marker)
    assert "stroke-linecap: round" not in part_of(figure, line)


def test_discs_of_no_size_are_no_fault():
    figure = Figure()
    points = figure.subplots().scatter([0, 1], [0, 1], s=0)
    assert "stroke-linecap: round" not in part_of(figure, points)


def test_points_that_are_not_numbers_are_left_out():
    figure = Figure()
    axes = figure.subplots()
    (line,) = axes.plot([0, np.nan, 2, 3], [0, 1, np.nan, 3], "o", linestyle="none")
    assert part_of(figure, line).count("M ") == 2
    (nothing,) = axes.plot([np.nan], [1], "s", linestyle="none")
    assert "<path" not in part_of(figure, nothing)


@pytest.mark.parametrize(("marker", "n_strokes"), [("s", 3), ("o", 1), ("x", 2)])
def test_many_equal_markers_are_not_simplified(marker, n_strokes):
    figure = Figure()
    (line,) = figure.subplots().plot(np.linspace(0, 1, 3000), np.zeros(3000), marker, ls="none")
    assert part_of(figure, line).count("L ") == 3000 * n_strokes


@pytest.mark.parametrize("marker", ["s", "x", "+", "^", "D"])
def test_other_markers_stand_on_their_own_too(marker):
    figure = Figure()
    (line,) = figure.subplots().plot([0, 1, np.nan], [0, 1, 1], marker)
    picture = SvgPicture(figure)
    # Nothing that another artist needs is lost when this one is drawn again.
    assert "<use" not in picture.draw()
    line.set_ydata([1, 0, 0])
    picture.update()
    part = picture.parts[picture.id_of(line)]
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
    d = re.search(r' d="([^"]*)"', picture.parts[picture.id_of(line)]).group(1)
    drawn = np.array(re.findall(r"[ML] ([\d.]+) ([\d.]+)", d), float)
    x, y = axes.transData.transform([3, 2])
    height = figure.bbox.height
    # matplotlib makes the farthest corner half the size: 5 points. In SVG, y counts downwards.
    expected = [x, height - y] + np.array([(0, -10), (-3, 1), (1, 1)]) / 2
    np.testing.assert_allclose(drawn[:3], expected, atol=1e-4)
