"""Settings of the whole machine, and its presets."""

from dataclasses import asdict

from lessonlib.experiments.lesson7 import PRESETS, Setting


def test_presets_differ_in_one_control():
    assert PRESETS["just_right"] == {}
    assert [len(change) for name, change in PRESETS.items() if name != "just_right"] == [1, 1, 1, 1]


def test_what_looks_the_same_is_the_same():
    assert Setting(learning_rate=0.10471285480509) == Setting(learning_rate=0.1)
    assert Setting(noise_std=0.15000000000000002) == Setting(noise_std=0.15)


def test_every_preset_is_where_the_slider_can_stand():
    for change in PRESETS.values():
        setting = Setting(**change)
        for name, value in change.items():
            assert getattr(setting, name) == value


OTHERS = {
    "dataset": "bump",
    "n_samples": 41,
    "noise_std": 0.1,
    "validation_fraction": 0.4,
    "hidden_width": 11,
    "learning_rate": 0.1,
    "batch_size": 4,
    "seed": 4,
}


def test_settings_that_train_alike_share_one_without_a_view():
    plain = Setting().without_view()
    assert Setting(step=1500, tolerance=0.7, show_units=False).without_view() == plain
    assert {*OTHERS, "step", "tolerance", "show_units"} == set(asdict(plain))
    for name, value in OTHERS.items():
        assert Setting(**{name: value}).without_view() != plain, name
