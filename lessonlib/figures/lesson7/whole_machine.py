"""Live figure of lesson 7: the whole machine, with every knob of the course."""

import html
from dataclasses import asdict
from functools import partial
from inspect import signature
from typing import Any

import ipywidgets

from lessonlib.experiments import lesson7 as experiments
from lessonlib.figures.lesson7.machine_drawing import MachineDrawing
from lessonlib.live import LiveFigure, LogRange, live
from lessonlib.live.clock import Clock, pause_all
from lessonlib.live.controls import make_control
from lessonlib.words import Words

_words = Words("playground")
_STEPS_A_TICK = 10
_CODE = '<pre style="white-space:pre-wrap;word-break:normal;user-select:all;margin:2px 0">{}</pre>'
_FORMS: dict[str, Any] = {
    "dataset": [(_words(name), name) for name in experiments.DATASETS],
    "n_samples": (20, 200),
    "noise_std": (0.0, 0.5),
    "validation_fraction": (0.1, 0.5, 0.05),
    "hidden_width": (1, 50),
    "learning_rate": None,  # a slider of its own
    "batch_size": [
        (_words("all") if size == "all" else str(size), size) for size in experiments.BATCH_SIZES
    ],
    "seed": (0, 20),
    "tolerance": (0.05, 1.0, 0.05),
    "step": (0, experiments.N_STEPS),
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
    clock: Clock | None = None  # once there is a slider that it can move

    def update(**values: Any) -> str:
        chosen = experiments.Setting(**values)
        try:
            outcome = experiments.run(chosen)
        except KeyboardInterrupt:
            pause_all()
            raise
        if clock and outcome.diverged_at is not None:  # there is nothing to see in going on
            clock.pause()
        code.value = _words("reproduce") + _CODE.format(html.escape(_as_code(chosen)))
        return drawing.show(outcome)

    # The controls are those of a setting, and start where this one stands.
    update.__signature__ = signature(  # type: ignore[attr-defined]
        partial(experiments.Setting, **setting)
    )
    forms = _FORMS | {"learning_rate": _learning_rate_slider(start.learning_rate)}
    title, stage = _words("playground_title"), ("step", "hidden_width")
    figure = live(drawing.figure, title=title, on_stage=stage, **forms)(update)
    _disable_noise_of_seattle(figure.controls)
    clock = Clock(figure.controls["step"], _STEPS_A_TICK)
    box, *rest = figure.widget.children
    figure.widget.children = (_presets(figure, clock), box, clock.widget, *rest, code)
    return figure


def _as_code(setting: experiments.Setting) -> str:
    """Return the line of Python that makes the playground with a setting."""
    values = ", ".join(f"{name}={value!r}" for name, value in asdict(setting).items())
    return f"figures.playground({values})"


def _learning_rate_slider(learning_rate: float) -> ipywidgets.FloatLogSlider:
    """Make a slider of few positions: the browser moves a value between two to one of them."""
    slider = make_control("learning_rate", LogRange(0.001, 10.0), learning_rate)
    slider.step = 1 / experiments.RATES_A_DECADE
    return slider


def _disable_noise_of_seattle(controls: dict[str, ipywidgets.DOMWidget]) -> None:
    def follow(_change: object = None) -> None:
        controls["noise_std"].disabled = controls["dataset"].value == "seattle"

    controls["dataset"].observe(follow, "value")
    follow()


def _presets(figure: LiveFigure, clock: Clock) -> ipywidgets.Box:
    """Make a button for each preset: it moves all controls, and runs."""

    def choose(name: str, _button: object) -> None:
        clock.pause()
        figure.update(**asdict(experiments.Setting(**experiments.PRESETS[name], step=0)))
        clock.start()

    buttons = []
    for name in experiments.PRESETS:
        button = ipywidgets.Button(description=_words(name), layout={"width": "auto"})
        button.on_click(partial(choose, name))
        buttons.append(button)
    row = ipywidgets.Box([ipywidgets.Label(_words("try")), *buttons])
    row.layout.flex_flow = "row wrap"
    return row
