"""Live figure of lesson 7: the whole machine, with every knob of the course."""

import html
from functools import partial
from inspect import signature
from typing import Any

import ipywidgets
import numpy as np

from lessonlib import plots
from lessonlib.datasets import TRUE_FUNCTIONS
from lessonlib.figures.machine import (
    BATCH_SIZES,
    DATASETS,
    ERROR_LIMITS,
    N_STEPS,
    PRESETS,
    RATES_A_DECADE,
    Outcome,
    Setting,
    diagnose,
    run,
)
from lessonlib.live import LiveFigure, LogRange, live
from lessonlib.live.clock import Clock, pause_all
from lessonlib.live.controls import make_control
from lessonlib.metrics import tolerance_accuracy_score
from lessonlib.networks import forward
from lessonlib.words import Words

_words, _labels = Words("playground"), Words("labels")
_STEPS_A_TICK = 10
_CODE = '<pre style="white-space:pre-wrap;word-break:normal;user-select:all;margin:2px 0">{}</pre>'
_FORMS: dict[str, Any] = {
    "dataset": [(_words(name), name) for name in DATASETS],
    "n_samples": (20, 200),
    "noise_std": (0.0, 0.5),
    "validation_fraction": (0.1, 0.5, 0.05),
    "hidden_width": (1, 50),
    "learning_rate": None,  # a slider of its own
    "batch_size": [(_words("all") if size == "all" else str(size), size) for size in BATCH_SIZES],
    "seed": (0, 20),
    "tolerance": (0.05, 1.0, 0.05),
    "step": (0, N_STEPS),
}


def playground(**setting: Any) -> LiveFigure:
    """Train a network with every knob of the course, and watch.

    Parameters
    ----------
    **setting : any
        Where the controls start: see :class:`lessonlib.figures.machine.Setting`.
        Without them the network is just right, after its first steps.
    """
    start = Setting(**setting)  # an unknown name raises here
    machine = _Machine()

    def update(**values: Any) -> str:
        return machine.show(Setting(**values))

    # The controls are those of a setting, and start where this one stands.
    update.__signature__ = signature(partial(Setting, **setting))  # type: ignore[attr-defined]
    forms = {
        name: _learning_rate_slider(start.learning_rate) if name == "learning_rate" else form
        for name, form in _FORMS.items()
    }
    stage = ("step", "hidden_width")
    title = _words("playground_title")
    figure = live(machine.figure, title=title, on_stage=stage, **forms)(update)
    _disable_noise_of_seattle(figure.controls)
    machine.clock = clock = Clock(figure.controls["step"], _STEPS_A_TICK)
    box, *rest = figure.widget.children
    figure.widget.children = (_presets(figure, clock), box, clock.widget, *rest, machine.code)
    return figure


def _learning_rate_slider(learning_rate: float) -> ipywidgets.FloatLogSlider:
    """Make a slider of few positions: the browser moves a value between two to one of them."""
    slider = make_control("learning_rate", LogRange(0.001, 10.0), learning_rate)
    slider.step = 1 / RATES_A_DECADE
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
        start = Setting(**PRESETS[name], step=0)
        figure.update(**{control: getattr(start, control) for control in _FORMS})
        clock.start()

    buttons = []
    for name in PRESETS:
        button = ipywidgets.Button(description=_words(name), layout={"width": "auto"})
        button.on_click(partial(choose, name))
        buttons.append(button)
    row = ipywidgets.Box([ipywidgets.Label(_words("try")), *buttons])
    row.layout.flex_flow = "row wrap"
    return row


class _Machine:
    """The artists of :func:`playground`, and what moves them."""

    def __init__(self) -> None:
        self.clock: Clock | None = None
        self.code = ipywidgets.HTML()
        self.figure, (axes, losses) = plots.new_figure(2, height=3.4)
        self.axes = axes
        axes.set(ylim=(-2.5, 3.0), xlabel=_words("axis_x"), ylabel=_words("axis_y"))
        self.points = {
            name: plots.draw_points(axes, [], [], name, label=_labels(name))
            for name in ("train", "validation")
        }
        self.truth = plots.draw_curve(axes, [], [], "truth", label=_labels("truth"))
        self.curve = plots.draw_curve(axes, [], [], "network", label=_labels("network"))
        self.edges = [
            plots.draw_curve(axes, [], [], "network", linewidth=0.8, label="_") for _ in range(2)
        ]
        self.notice = plots.draw_notice(axes, _labels("diverged"))
        shown = [*self.points.values(), self.truth, self.curve]
        plots.add_legend(axes, shown, columnspacing=0.7, handlelength=1.4, handletextpad=0.4)
        self._draw_losses(losses)

    def _draw_losses(self, axes: Any) -> None:
        axes.set(xlim=(0, N_STEPS), ylim=ERROR_LIMITS, yscale="log")
        axes.set(xlabel=_words("axis_steps"), ylabel=_words("axis_loss"))
        self.losses = {
            name: plots.draw_curve(axes, [], [], name, label=_labels(name)) for name in self.points
        }
        self.noise_floor = plots.draw_level(axes, "truth", label=_words("noise_floor"))
        plots.add_legend(axes, [self.noise_floor])
        self.table = _draw_table(axes, list(self.points))

    def show(self, setting: Setting) -> str:
        """Train up to the setting's step, draw, and say what is drawn."""
        try:
            outcome = run(setting)
        except KeyboardInterrupt:
            pause_all()
            raise
        self.code.value = _words("reproduce") + _CODE.format(html.escape(setting.as_code()))
        self._show_fit(setting, outcome)
        self._show_losses(setting, outcome)
        return self._diverged(setting, outcome) or self._say(setting, outcome)

    def _diverged(self, setting: Setting, outcome: Outcome) -> str | None:
        """Say that it diverged, if so; there is nothing to see in going on."""
        if outcome.diverged_at is None:
            return None
        if self.clock:
            self.clock.pause()
        for texts in self.table.values():
            for text in texts:
                text.set_text("–")
        return _words("diverged", step=setting.step, at=outcome.diverged_at)

    def _show_fit(self, setting: Setting, outcome: Outcome) -> None:
        data, diverged = outcome.data, outcome.diverged_at is not None
        if self.axes.get_xlim() != data.x_limits:
            self.axes.set_xlim(data.x_limits)
        for name, points in self.points.items():
            plots.move_points(points, *data.points[name])
        grid = np.linspace(*data.x_limits, 300)
        y_pred = forward(outcome.weights, grid)
        self.curve.set_data(grid, y_pred)
        for edge, sign in zip(self.edges, (-1, 1), strict=True):
            edge.set_data(grid, y_pred + sign * setting.tolerance)
            edge.set_visible(not diverged)
        self.curve.set_visible(not diverged)
        self.notice.set_visible(diverged)
        f = TRUE_FUNCTIONS.get(setting.dataset)
        self.truth.set_data(grid, 0 * grid if f is None else f(grid))
        self.truth.set_visible(f is not None)

    def _show_losses(self, setting: Setting, outcome: Outcome) -> None:
        steps, diverged = outcome.steps, outcome.diverged_at is not None
        for name, line in self.losses.items():
            errors = np.clip(outcome.errors[name], *ERROR_LIMITS)
            if diverged:  # up and out of the picture
                errors = np.append(errors, ERROR_LIMITS[1])
            line.set_data(np.append(steps, steps[-1] + 1) if diverged else steps, errors)
        noise = setting.noise_std**2
        self.noise_floor.set_ydata([max(noise, ERROR_LIMITS[0])] * 2)
        self.noise_floor.set_visible(setting.dataset != "seattle" and noise > 0)

    def _say(self, setting: Setting, outcome: Outcome) -> str:
        n_train = len(outcome.data.points["train"][0])
        batch_size = n_train if setting.batch_size == "all" else min(setting.batch_size, n_train)
        n_batches = -(-n_train // batch_size)
        said: dict[str, Any] = {}
        for name, (x, y) in outcome.data.points.items():
            error = said[name] = outcome.errors[name][-1]
            y_pred = forward(outcome.weights, x)
            accuracy = tolerance_accuracy_score(y, y_pred, setting.tolerance)
            said[f"{name}_accuracy"] = accuracy
            numbers = (f"{error:.3f}", f"{accuracy:.2f}")
            for text, number in zip(self.table[name], numbers, strict=True):
                text.set_text(number)
        validation = outcome.errors["validation"]
        best = int(np.argmin(validation))
        verdict = _words(
            f"verdict_{diagnose(outcome)}",
            best=validation[best],
            best_step=outcome.steps[best],
            ratio=validation[-1] / outcome.errors["train"][-1],
        )
        n_batches_said = _words("one_batch" if n_batches == 1 else "many_batches", n=n_batches)
        return _words(
            "playground",
            step=setting.step,
            epochs=setting.step // n_batches,
            n_batches=n_batches_said,
            verdict=verdict,
            **said,
        )


def _draw_table(axes: Any, names: list[str]) -> dict[str, list[Any]]:
    """Write MSE and Acc_ε of both sets into the upper right corner; return the numbers' texts."""

    def write(row: int, column: int, text: str) -> Any:
        x, align = (0.34, 0.78, 0.99)[column], "left" if column == 0 else "right"
        y = 0.94 - 0.08 * row
        return axes.text(x, y, text, transform=axes.transAxes, ha=align, fontsize=9)

    write(0, 1, _words("mse"))
    write(0, 2, _words("accuracy"))
    for row, name in enumerate(names, start=1):
        write(row, 0, _labels(name))
    return {
        name: [write(row, column, "") for column in (1, 2)]
        for row, name in enumerate(names, start=1)
    }
