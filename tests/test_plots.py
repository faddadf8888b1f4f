"""Pictures: what is drawn is what was given."""

import numpy as np

from lessonlib import plots

LABELS = {"train": "learns", "test": "judges"}


def test_points_and_curves_carry_their_data_and_role():
    figure, axes = plots.new_figure()
    points = plots.draw_points(axes, [1, 2], [3, 4], "train")
    curve = plots.draw_curve(axes, [0, 1], [5, 6], "validation", linewidth=3)
    np.testing.assert_array_equal(points.get_offsets(), [[1, 3], [2, 4]])
    np.testing.assert_array_equal(curve.get_xydata(), [[0, 5], [1, 6]])
    assert curve.get_linestyle() == "--"
    assert curve.get_linewidth() == 3
    plots.move_points(points, [0], [9])
    np.testing.assert_array_equal(points.get_offsets(), [[0, 9]])
    assert figure.axes == [axes]


def test_every_role_has_a_look_of_its_own():
    looks = [(role["color"], str(role["linestyle"])) for role in plots.ROLES.values()]
    assert len(set(looks)) == len(looks)
    assert len({color for color, _ in looks}) == len(looks)


def test_axes_stand_side_by_side():
    _, axes = plots.new_figure(3)
    assert len(axes) == 3


def test_error_curves_run_over_the_widths():
    _, axes = plots.new_figure()
    lines = plots.draw_error_curves(
        axes, range(2, 5), ["train", "test"], (0.1, 1), "log", labels=LABELS
    )
    assert list(lines) == ["train", "test"]
    assert [line.get_label() for line in lines.values()] == ["learns", "judges"]
    assert lines["train"].get_xdata().tolist() == [2, 3, 4]
    assert axes.get_yscale() == "log"


def test_legend_stands_above_the_axes():
    figure, axes = plots.new_figure()
    plots.draw_curve(axes, [0, 1], [0, 1], "train")
    legend = plots.add_legend(axes)
    figure.draw_without_rendering()
    assert legend.get_window_extent().y0 >= axes.get_window_extent().y1 - 2


def test_a_notice_is_hidden_at_first():
    _, axes = plots.new_figure()
    assert not plots.draw_notice(axes, "diverged").get_visible()


def test_many_columns_become_one_line_with_gaps():
    x, y = plots.as_one_line(np.array([0.0, 1.0]), np.array([[1.0, 3.0], [2.0, 4.0]]))
    np.testing.assert_array_equal(x, [0, 1, np.nan, 0, 1, np.nan])
    np.testing.assert_array_equal(y, [1, 2, np.nan, 3, 4, np.nan])
