"""Live figure of lesson 7: the whole machine, with every knob of the course."""

import html
from collections.abc import Callable
from dataclasses import asdict
from typing import Any

import ipywidgets

from lessonlib.experiments import lesson7 as experiments
from lessonlib.figures.lesson7.machine_drawing import MachineDrawing
from lessonlib.live import Clock, LiveFigure, LogRange, live
from lessonlib.live.clock import pause_all
from lessonlib.live.controls import make_control
from lessonlib.words import Words

_words = Words("figures/lesson7/whole_machine", "playground")
_presets = Words("figures/lesson7/whole_machine")
_STEPS_A_TICK = 10
_CODE = '<pre style="white-space:pre-wrap;word-break:normal;user-select:all;margin:2px 0">{}</pre>'
_FORMS: dict[str, Any] = {
    "dataset": [(_words(f"dataset_{name}"), name) for name in experiments.DATASETS],
    "n_samples": (20, 200),
    "noise_std": (0.0, 0.5),
    "validation_fraction": (0.1, 0.5, 0.05),
    "hidden_width": (1, 50),
    "learning_rate": None,  # a slider of its own, as `step` is
    "batch_size": [
        (_words("all") if size == "all" else str(size), size) for size in experiments.BATCH_SIZES
    ],
    "seed": (0, 20),
    "tolerance": (0.05, 1.0, 0.05),
    "show_units": True,
    "step": None,
}


def playground(**setting: Any) -> LiveFigure:
    """Train a network with every knob of the course, and watch.

    Parameters
    ----------
    **setting : any
        Where the controls start: see :class:`lessonlib.experiments.lesson7.Setting`.
        Without them the network is just right, after its first steps.
    """
    start = experiments.Setting(**setting)  # an unknown name raises here
    drawing, code = MachineDrawing(), ipywidgets.HTML()
    sliders = {
        "learning_rate": _learning_rate_slider(start.learning_rate),
        "step": _make_slider("step", (0, experiments.N_STEPS), start.step),
    }
    clock = Clock(sliders["step"], _STEPS_A_TICK)

    def show(chosen: experiments.Setting) -> str:
        outcome = _run(chosen)
        if outcome.diverged_at is not None:  # there is nothing to see in going on
            clock.pause()
        code.value = _words("reproduce") + _CODE.format(html.escape(_as_code(chosen)))
        drawing.show(outcome)
        return _say(outcome)

    def choose(preset: str) -> None:
        clock.pause()
        figure.update(**asdict(experiments.Setting(**experiments.PRESETS[preset], step=0)))
        clock.start()

    figure = live(
        drawing.figure,
        show,
        title=_words("title"),
        labels=_words.labels,
        on_stage=("step", "hidden_width"),
        remembers=True,  # nothing, but it writes code and pauses the clock
        above=[_row_of_presets(choose)],
        between=[clock.widget],
        below=[code],
        start=start,
        **_FORMS | sliders,
    )
    _disable_noise_of_seattle(figure.controls)
    return figure


def _run(setting: experiments.Setting) -> experiments.Outcome:
    try:
        return experiments.run(setting)
    except KeyboardInterrupt:
        pause_all()
        raise


def _say(outcome: experiments.Outcome) -> str:
    if outcome.diverged_at is not None:
        return _words("diverged", step=outcome.setting.step, at=outcome.diverged_at)
    errors, best, n_batches = outcome.errors, outcome.best, outcome.n_batches
    verdict = _words(
        f"verdict_{outcome.verdict}",
        train=errors["train"][-1],
        fresh=errors["fresh"][-1],
        reachable=outcome.data.reachable,
        best=errors["fresh"][best],
        best_step=outcome.steps[best],
        ratio=outcome.gap,
    )
    return _words(
        "sentence",
        step=outcome.setting.step,
        epochs=outcome.n_epochs,
        n_batches=_words("one_batch" if n_batches == 1 else "many_batches", n=n_batches),
        verdict=verdict,
        train=errors["train"][-1],
        validation=errors["validation"][-1],
        train_accuracy=outcome.accuracies["train"],
        validation_accuracy=outcome.accuracies["validation"],
    )


def _as_code(setting: experiments.Setting) -> str:
    """Return the line of Python that makes the playground with a setting."""
    values = ", ".join(f"{name}={value!r}" for name, value in asdict(setting).items())
    return f"figures.playground({values})"


def _learning_rate_slider(learning_rate: float) -> ipywidgets.FloatLogSlider:
    """Make a slider of few positions: the browser moves a value between two to one of them."""
    slider = _make_slider("learning_rate", LogRange(0.001, 10.0), learning_rate)
    slider.step = 1 / experiments.RATES_A_DECADE
    return slider


def _make_slider(name: str, form: Any, value: float) -> ipywidgets.DOMWidget:
    return make_control(name, form, value, _words.labels[name])


def _disable_noise_of_seattle(controls: dict[str, ipywidgets.DOMWidget]) -> None:
    def follow(_change: object = None) -> None:
        controls["noise_std"].disabled = controls["dataset"].value == "seattle"

    controls["dataset"].observe(follow, "value")
    follow()


def _row_of_presets(choose: Callable[[str], None]) -> ipywidgets.Box:
    """Make a button for each preset, which is passed to ``choose`` when the button is pressed."""
    buttons = []
    for name in experiments.PRESETS:
        label = _presets(f"preset_{name}")
        button = ipywidgets.Button(description=label, layout={"width": "auto"})
        button.on_click(lambda _, name=name: choose(name))
        buttons.append(button)
    row = ipywidgets.Box([ipywidgets.Label(_words("try")), *buttons])
    row.layout.flex_flow = "row wrap"
    return row
