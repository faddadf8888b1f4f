"""The playground: its line of Python, its presets, its clock."""

import html
import re

import numpy as np
import pytest

from lessonlib.experiments import lesson7 as experiments
from lessonlib.experiments.lesson7 import N_STEPS, PRESETS, Setting
from lessonlib.figures import lesson7 as figures
from lessonlib.networks import forward
from lessonlib.words import Words


def parts(figure):
    """The row of presets, the controls, the clock's buttons, the picture, the line of code."""
    return figure.widget.children[:5]


def line_of(figure):
    return html.unescape(re.search(r"<pre[^>]*>(.*)</pre>", parts(figure)[-1].value).group(1))


def buttons(box):
    return {one.description: one for one in box.children if one.description}


def drawn(figure):
    """All that is drawn, but not where matplotlib's layout puts the axes: that has a memory."""
    return [
        (
            [axes.get_xlim(), axes.get_ylim()],
            [(np.nan_to_num(one.get_xydata()).tolist(), one.get_visible()) for one in axes.lines],
            [one.get_offsets().tolist() for one in axes.collections],
            [(one.get_text(), one.get_visible()) for one in axes.texts],
        )
        for axes in figure._picture.figure.axes
    ]


def start_clock(figure):
    clock = parts(figure)[2]
    run, play = buttons(clock)["Run"], clock.children[0]
    play.playing, run.value = True, True  # as the browser says it
    return play


@pytest.mark.parametrize(
    "values",
    [
        {},
        {"step": 137, "learning_rate": 0.10471285480509, "batch_size": 4, "seed": 3},
        {"dataset": "seattle", "n_samples": 123, "batch_size": 64, "step": 300},
        {"noise_std": 0.15000000000000002, "validation_fraction": 0.45, "tolerance": 0.55},
        {"learning_rate": 10.0, "step": 1},
    ],
)
def test_the_line_of_python_gives_the_same_picture(values):
    figure = figures.playground()
    figure.update(**values)
    copy = eval(line_of(figure), {"figures": figures})
    assert copy.words == figure.words
    assert drawn(copy) == drawn(figure)
    assert line_of(copy) == line_of(figure)
    figure.update(seed=figure.values["seed"] + 1)
    assert drawn(copy) != drawn(figure)


def test_the_line_is_readable():
    figure = figures.playground(learning_rate=0.10471285480509)
    assert line_of(figure).startswith("figures.playground(dataset='sine', n_samples=40, ")
    assert "learning_rate=0.1, " in line_of(figure)


def test_it_starts_where_it_is_told_to():
    figure = figures.playground(hidden_width=3, seed=5)
    assert figure.values["hidden_width"] == 3
    assert figure.values["seed"] == 5
    assert figure.values["n_samples"] == Setting().n_samples


def test_an_unknown_control_is_named():
    with pytest.raises(TypeError, match="width"):
        figures.playground(width=3)


@pytest.mark.parametrize(
    ("preset", "says"),
    [
        ("too_slow", "still falling"),
        ("diverges", "diverged"),
        ("overfits", "It overfits"),
        ("underfits", "It underfits"),
        ("just_right", "Just right"),
    ],
)
def test_a_preset_sets_everything_and_runs(preset, says):
    figure = figures.playground(dataset="step", seed=9, step=50)
    play = start_clock(figure)
    buttons(parts(figure)[0])[preset.replace("_", " ")].click()
    assert Setting(**figure.values) == Setting(**PRESETS[preset], step=0)
    assert play.playing
    figure.controls["step"].value = N_STEPS
    assert says in figure.words


def test_divergence_stops_the_clock():
    figure = figures.playground(learning_rate=10.0)
    play = start_clock(figure)
    figure.controls["step"].value = 100
    assert not play.playing
    assert "diverged" in figure.words


def test_a_new_playground_pauses_the_older_one():
    old = figures.playground()
    play = start_clock(old)
    new = figures.playground()
    assert not play.playing
    assert new.values["step"] == Setting().step


def test_two_playgrounds_do_not_disturb_each_other():
    first, second = figures.playground(), figures.playground()
    first.update(step=50)
    words = first.words
    second.update(step=400, learning_rate=0.01)
    first.update(step=100)
    assert first.update(step=50).words == words


def test_an_interrupt_in_a_tick_pauses_and_the_next_tick_is_right(monkeypatch):
    figure = figures.playground()
    play = start_clock(figure)

    def interrupted(setting):
        raise KeyboardInterrupt

    monkeypatch.setattr(experiments, "run", interrupted)
    with pytest.raises(KeyboardInterrupt):
        figure.controls["step"].value = 10
    assert not play.playing
    monkeypatch.undo()
    figure.controls["step"].value = 20
    assert figure.words == figures.playground(step=20).words


def test_seattle_has_its_own_noise():
    figure = figures.playground()
    assert not figure.controls["noise_std"].disabled
    figure.update(dataset="seattle")
    assert figure.controls["noise_std"].disabled


def test_batches_change_the_epochs_said():
    assert "100 epochs of one step" in figures.playground(step=100).words
    # 20 train examples, 4 a step.
    assert "20 epochs of 5 steps" in figures.playground(step=100, batch_size=4).words


def test_the_numbers_are_those_of_the_metrics():
    figure = figures.playground(step=100)
    outcome = experiments.run(Setting(step=100))
    assert f"MSE {outcome.errors['train'][-1]:.3f} on train" in figure.words
    assert f"{outcome.errors['validation'][-1]:.3f} on validation" in figure.words


def test_the_hidden_units_add_up_to_the_network():
    figure = figures.playground(step=300)
    axes = figure._picture.figure.axes[0]
    units = next(line for line in axes.lines if line.get_label() == "units")
    x, y = units.get_data()
    gaps = np.flatnonzero(np.isnan(y))
    columns = [one[~np.isnan(one)] for one in np.split(y, gaps)]
    places = np.split(x, gaps)[0]
    weights = experiments.run(Setting(step=300)).weights
    total = sum(columns[:10]) + weights[-1]
    np.testing.assert_allclose(total, forward(weights, places))
    assert units.get_visible()
    figure.update(show_units=False)
    assert not units.get_visible()


def test_every_verdict_has_its_sentence():
    words = Words("figures/lesson7/whole_machine", "playground")
    assert all(f"verdict_{one}" in words for one in experiments.VERDICTS if one != "diverged")
