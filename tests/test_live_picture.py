"""The SVG of a figure, whole and in parts."""

import base64
import re
from io import BytesIO, StringIO
from xml.etree import ElementTree

import matplotlib as mpl
import numpy as np
import pytest
from matplotlib.figure import Figure
from PIL import Image

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
    return picture.id_of(artist)


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
    assert all(part.startswith(f'<g id="{id_}">') for id_, part in picture.parts.items())
    after = apply(before, picture.parts)
    whole = ElementTree.fromstring(picture.draw())
    assert paths(after) == paths(whole)
    assert paths(after) != paths(ElementTree.fromstring(before)) or change is change_title


def change_heading(axes, line):
    axes.figure.suptitle("new")


def move_legend_away(axes, line):
    axes.legend_.set_visible(False)


@pytest.mark.parametrize("change", [change_heading, move_legend_away, change_data])
def test_so_do_parts_of_a_figure_with_everything(change):
    figure = Figure(figsize=(6, 3))
    axes, other = figure.subplots(1, 2)
    figure.suptitle("old")
    figure.text(0.1, 0.1, "note")
    (line,) = axes.plot([0, 1, 2], [0, 1, 0], marker="s", label="line")
    axes.fill_between([0, 1], [0, 1], alpha=0.5)
    axes.legend(loc="lower left")
    other.scatter([0, 1], [1, 0])
    picture = SvgPicture(figure)
    before = picture.draw()
    change(axes, line)
    assert picture.update() is None
    after = ElementTree.tostring(apply(before, picture.parts))
    whole = ElementTree.tostring(ElementTree.fromstring(picture.draw()))
    assert plain(after) == plain(whole)
    assert plain(after) != plain(ElementTree.tostring(ElementTree.fromstring(before)))


def plain(svg):
    """Return what is drawn, as text: names, comments and blanks do not count."""
    text = re.sub(rb'<!--.*?-->| id="[^"]*"', b"", svg, flags=re.DOTALL)
    return re.sub(rb"\s+", b"", re.sub(rb"<defs>.*?</defs>|<defs />", b"", text, flags=re.DOTALL))


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
        lambda axes: axes.set_xlim(-3, 3),
        lambda axes: axes.set_xscale("symlog"),
        lambda axes: axes.set_axis_off(),
        lambda axes: axes.set_ylabel("label"),
        lambda axes: axes.set_yticks([0, 1], labels=["no", "yes"]),
        lambda axes: axes.figure.text(0.5, 0.5, "text"),
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


def test_a_picture_is_as_large_as_its_figure_in_points(drawn):
    picture, _, _ = drawn
    svg = ElementTree.fromstring(picture.draw())
    assert (svg.get("width"), svg.get("height")) == ("288pt", "216pt")
    assert svg.get("viewBox") == "0 0 288 216"
    assert "metadata" not in picture.draw()


def test_text_is_text(drawn):
    picture, axes, _ = drawn
    axes.set_title("a title")
    assert re.search("<text[^>]*>a title</text>", picture.draw())


def test_the_same_figure_is_the_same_svg():
    pictures = []
    for _ in range(2):
        figure = Figure()
        figure.subplots().scatter([0, 1], [0, 1], s=[9, 16])
        pictures.append(SvgPicture(figure).draw())
    assert plain(pictures[0].encode()) != b""
    first, second = (re.sub(r"live\d+-|_?[0-9a-f]{10}", "", svg) for svg in pictures)
    assert first == second


def test_images_are_groups_of_their_own():
    figure = Figure()
    axes = figure.subplots()
    images = [axes.imshow(np.eye(2), extent=(x, x + 1, 0, 1)) for x in (0, 1)]
    axes.set_xlim(0, 2)
    picture = SvgPicture(figure)
    whole = ElementTree.fromstring(picture.draw())
    for image in images:
        (group,) = [one for one in whole.iter() if one.get("id") == group_of(picture, image)]
        assert len(list(group.iter(f"{SVG}image"))) == 1
    images[0].set_data(1 - np.eye(2))
    assert picture.update() is None
    part = picture.parts[group_of(picture, images[0])]
    assert part.count("<image") == 1
    image = Image.open(BytesIO(base64.b64decode(re.search(r"base64,([^\"]*)", part).group(1))))
    # Two pixels a point; each image is half as wide as the axes.
    assert image.size == pytest.approx((axes.bbox.width, 2 * axes.bbox.height), abs=2)
    assert group_of(picture, images[1]) not in picture.parts


def test_what_has_been_drawn_alone_is_not_stale_any_more(drawn):
    picture, axes, line = drawn
    for change in (change_data, hide):
        change(axes, line)
        picture.update()
        assert not line.stale


def test_a_figure_draws_itself_as_before(drawn):
    picture, _, line = drawn
    assert "draw" not in vars(line), "what made the groups is gone"
    buffer = StringIO()
    picture.figure.savefig(buffer, format="svg")
    assert "live" not in buffer.getvalue()


def test_an_svg_file_is_the_figure_as_it_is_now(drawn):
    picture, axes, line = drawn
    file = ElementTree.fromstring(picture.svg())
    assert paths(file) == paths(ElementTree.fromstring(picture.whole))
    assert "stroke-linejoin:round" in file.find(f"{SVG}style").text  # as matplotlib draws
    change_data(axes, line)
    picture.update()
    moved = ElementTree.fromstring(picture.svg())
    assert paths(moved) == paths(apply(picture.whole, picture.parts)) != paths(file)


def test_png_is_a_png_and_leaves_the_picture_as_it_was(drawn):
    picture, _, _ = drawn
    before = picture.draw()
    assert picture.png().startswith(b"\x89PNG")
    assert picture.update() is None
    assert paths(ElementTree.fromstring(picture.draw())) == paths(ElementTree.fromstring(before))


def test_png_has_the_size_the_colours_and_the_paper_of_the_figure(drawn):
    picture, _, line = drawn
    line.set(color="red", linewidth=9)
    figure = picture.figure
    image = Image.open(BytesIO(picture.png(100)))
    assert image.size == (400, 300)
    assert Image.open(BytesIO(picture.png())).size == (576, 432)
    colours = {colour for _, colour in image.convert("RGB").getcolors(256)}
    assert {(255, 255, 255), (255, 0, 0)} <= colours
    figure.figimage(np.random.default_rng(0).uniform(size=(200, 200, 3)))
    with mpl.rc_context({"savefig.format": "svg"}):  # whatever the reader saves
        png = picture.png()
    image = Image.open(BytesIO(png))
    assert len(image.getcolors(256)) == 128
    image.save(larger := BytesIO(), format="png")
    assert len(png) < len(larger.getvalue())


def test_png_does_not_move_the_axes():
    figure = Figure(figsize=(8, 3), layout="constrained")
    axes = figure.subplots(1, 2)
    axes[0].set(title="a title", ylabel="label")
    (line,) = axes[1].plot([0, 1])
    picture = SvgPicture(figure)
    picture.draw()
    before = [one.get_position().bounds for one in axes]
    engine = figure.get_layout_engine()
    picture.png()
    assert [one.get_position().bounds for one in axes] == before
    assert figure.get_layout_engine() is engine
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
