"""Recordings of live figures: what they hold, without a browser."""

import json
import zlib

import ipywidgets
import numpy as np
import pytest
from matplotlib.figure import Figure

from lessonlib.live import LogRange, compress, live, record


def make_figure(on_stage=(), limits=False, **forms):
    """A line whose height is the sum of all numbers that the controls give."""
    picture = Figure(figsize=(3, 2))
    axes = picture.subplots()
    (line,) = axes.plot([0, 1], [0, 0])
    axes.set_ylim(0, 10)

    def update(**values):
        height = float(sum(value for value in values.values() if not isinstance(value, str)))
        line.set_ydata([0, height])
        if limits:
            axes.set_ylim(0, 10 * (1 + height // 2))
        return f"height {height:g}"

    names = list(forms)
    source = f"def made({', '.join(f'{name}=forms[{name!r}][1]' for name in names)}):\n"
    source += f"    return update({', '.join(f'{name}={name}' for name in names)})"
    scope = {"forms": forms, "update": update}
    exec(source, scope)
    controls = {name: form for name, (form, _) in forms.items()}
    return live(picture, scope["made"], title="A line", on_stage=on_stage, **controls)


def words(recording):
    return [frame["words"] for frame in recording["frames"]]


def test_one_slider_gives_a_frame_for_each_position():
    recording = record(make_figure(slope=((0, 4), 1)))
    assert words(recording) == [f"height {height}" for height in range(5)]
    (control,) = recording["controls"]
    assert control["label"] == "slope"
    assert control["kind"] == "slider"
    assert control["positions"] == ["0", "1", "2", "3", "4"]
    assert control["start"] == 1


def test_recording_is_json():
    recording = record(make_figure(slope=((0, 4), 1)))
    assert json.loads(json.dumps(recording)) == json.loads(zlib.decompress(compress(recording)))


def test_two_controls_give_all_combinations_the_first_fastest():
    recording = record(make_figure(a=((0, 2), 1), b=((0, 6, 3), 3)))
    assert words(recording) == [f"height {a + b}" for b in (0, 3, 6) for a in (0, 1, 2)]
    start = [control["start"] for control in recording["controls"]]
    assert start == [1, 1]
    assert words(recording)[start[1] * 3 + start[0]] == "height 4"


def test_figure_names_its_controls():
    figure = make_figure(on_stage=("c", "a"), a=((0, 2), 1), b=((0, 2), 0), c=((0, 2), 1))
    recording = record(figure)
    assert [control["name"] for control in recording["controls"]] == ["c", "a"]
    assert recording["held"] == [["b", "0"]]


def test_first_slider_is_the_main_control_by_default():
    recording = record(make_figure(kind=(["x", "y"], "y"), size=((0, 2), 1), other=((0, 9), 0)))
    assert [control["name"] for control in recording["controls"]] == ["size", "kind"]
    assert recording["controls"][1]["kind"] == "choices"
    assert recording["controls"][1]["positions"] == ["x", "y"]
    assert recording["controls"][1]["start"] == 1


def test_switch_has_two_positions_and_is_said_in_words_when_held():
    switch = record(make_figure(size=((0, 2), 1), on=(True, True)))["controls"][1]
    assert (switch["kind"], switch["start"], len(switch["positions"])) == ("switch", 1, 2)
    held = record(make_figure(on_stage=["size"], size=((0, 2), 1), show=(False, False)))["held"]
    assert held == [["show", "no"]]


def test_it_is_as_fine_as_a_recording_should_be():
    recording = record(make_figure(a=((0, 1000), 0), b=((0, 1000), 0)), most_bytes=10**9)
    assert [len(control["positions"]) for control in recording["controls"]] == [41, 7]
    assert len(recording["frames"]) == 41 * 7
    assert recording["title"] == "A line"


@pytest.mark.parametrize(
    ("start", "positions"),
    [
        (300, [0, 100, 200, 300, 400, 500]),
        (333, [0, 100, 200, 333, 400, 500]),  # in the place of its neighbour
        (95, [0, 95, 200, 300, 400, 500]),
        (499, [0, 100, 200, 300, 400, 499, 500]),  # but not in an end's
        (460, [0, 100, 200, 300, 400, 460, 500]),
        (440, [0, 100, 200, 300, 440, 500]),
        (40, [0, 40, 100, 200, 300, 400, 500]),
        (500, [0, 100, 200, 300, 400, 500]),
    ],
)
def test_positions_are_evenly_spaced_but_for_the_start(start, positions):
    (control,) = record(make_figure(a=((0, 500), start)), most_positions=6)["controls"]
    assert control["positions"] == [str(position) for position in positions]


def test_the_ends_are_always_recorded():
    (control,) = record(make_figure(a=((0, 9), 0)), most_positions=1)["controls"]
    assert control["positions"] == ["0", "9"]


def test_positions_read_as_the_control_shows_them():
    (control,) = record(make_figure(a=((0.0, 1.0, 0.25), 0.5)))["controls"]
    assert control["positions"] == ["0.00", "0.25", "0.50", "0.75", "1.00"]


@pytest.mark.parametrize(("most", "n_recorded"), [(3, 2), (2, 1)])
def test_a_list_is_recorded_whole_or_not_at_all(most, n_recorded):
    figure = make_figure(size=((0, 2), 1), kind=(["x", "y", "z"], "y"))
    recording = record(figure, most_second_positions=most)
    assert len(recording["controls"]) == n_recorded
    assert recording["held"] == ([] if n_recorded == 2 else [["kind", "y"]])


def test_a_list_of_one_is_held():
    recording = record(make_figure(size=((0, 2), 1), kind=(["only"], "only")))
    assert recording["held"] == [["kind", "only"]]


def test_it_is_packed_tightly():
    assert zlib.decompress(compress({"ä": [1, 2]})).decode() == '{"ä":[1,2]}'


@pytest.mark.parametrize("start", [0, 7, 333, 1000])
def test_many_positions_are_thinned_out_but_ends_and_start_stay(start):
    recording = record(make_figure(size=((0, 1000), start)), most_positions=11)
    (control,) = recording["controls"]
    assert 11 <= len(control["positions"]) <= 12
    assert control["positions"][0] == "0"
    assert control["positions"][-1] == "1000"
    assert control["positions"][control["start"]] == str(start)


def test_logarithmic_slider_keeps_a_start_between_its_steps():
    recording = record(make_figure(rate=(LogRange(0.001, 10.0), 0.0123)), most_positions=9)
    (control,) = recording["controls"]
    assert control["positions"][control["start"]] == "0.0123"
    powers = np.log10([float(text) for text in control["positions"]])
    assert powers[0] == pytest.approx(-3)
    assert powers[-1] == pytest.approx(1)
    assert (np.diff(powers) > 0).all()


def test_parts_are_stored_once():
    recording = record(make_figure(a=((0, 2), 1), b=((0, 2), 0)))
    parts = [tuple(part) for part in recording["parts"]]
    assert len(parts) == len(set(parts))
    assert len({json.dumps(frame["parts"]) for frame in recording["frames"]}) == 5  # a + b
    assert len(recording["wholes"]) == 1


def test_frame_says_where_its_part_is():
    figure = make_figure(slope=((0, 4), 1))
    recording = record(figure)
    drawn = figure.update(slope=3)
    stored = dict(recording["parts"][number] for number in recording["frames"][3]["parts"])
    assert stored == drawn.parts
    assert all(f'id="{id_}"' in recording["wholes"][0] for id_ in stored)


def test_change_of_limits_stores_another_whole_picture():
    recording = record(make_figure(limits=True, slope=((0, 4), 1)))
    assert len(recording["wholes"]) > 1
    assert recording["frames"][-1]["whole"] == len(recording["wholes"]) - 1
    assert {frame["whole"] for frame in recording["frames"]} <= set(range(len(recording["wholes"])))
    assert recording["frames"][0]["whole"] != recording["frames"][-1]["whole"]


def test_second_control_is_left_out_where_there_is_no_room():
    figure = make_figure(a=((0, 9), 1), b=((0, 9), 0))
    recording = record(figure, most_bytes=10)
    assert [control["name"] for control in recording["controls"]] == ["a"]
    assert len(recording["frames"]) == 10


def test_figure_without_controls_is_one_frame():
    recording = record(make_figure())
    assert recording["controls"] == []
    assert words(recording) == ["height 0"]


def test_controls_are_back_where_they_were():
    figure = make_figure(a=((0, 9), 4), b=((0, 9), 2))
    record(figure)
    assert figure.values == {"a": 4, "b": 2}
    assert figure.words == "height 6"


def test_controls_are_back_also_when_a_position_cannot_be_drawn():
    figure = make_figure(a=((0, 9), 4))
    show, figure._show = figure._show, lambda a: 1 / (7 - a) and ""
    with pytest.raises(ZeroDivisionError):
        record(figure)
    assert figure.values == {"a": 4}
    figure._show = show


def test_control_given_as_a_widget_is_recorded():
    widget = ipywidgets.ToggleButtons(options=[("one", 1), ("two", 2)], value=2, description="n")
    recording = record(make_figure(on_stage=["n"], n=(widget, 2)))
    assert recording["controls"][0]["positions"] == ["one", "two"]
    assert words(recording) == ["height 1", "height 2"]
