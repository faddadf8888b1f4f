"""The picture of the whole machine: data and network on the left, error curves on the right."""

from typing import Any

import numpy as np

from lessonlib import plots
from lessonlib.experiments import lesson7 as experiments
from lessonlib.networks import contributions, forward
from lessonlib.words import Words

_words = Words("figures/lesson7/whole_machine", "playground")
_ERROR_LIMITS = (1e-3, 30.0)
_HEIGHTS = (-2.5, 3.0)
_TIGHT = {"columnspacing": 0.7, "handlelength": 1.4, "handletextpad": 0.4}
_N_UNIT_POINTS = 61  # of each hidden unit's curve: there are up to 50


class MachineDrawing:
    """The artists of the playground."""

    def __init__(self) -> None:
        self.figure, (axes, losses) = plots.new_figure(2, height=3.8)
        self.axes = axes
        axes.set(ylim=_HEIGHTS, xlabel=_words("axis_x"), ylabel=_words("axis_y"))
        self.points = {
            name: plots.draw_points(axes, [], [], name, label=_words.labels[name])
            for name in ("train", "validation")
        }
        units = {"label": _words.labels["units"], "linewidth": 0.8}
        self.units = plots.draw_curve(axes, [], [], "data", **units)
        self.truth = plots.draw_curve(axes, [], [], "truth", label=_words.labels["truth"])
        self.curve = plots.draw_curve(axes, [], [], "network", label=_words.labels["network"])
        self.edges = [
            plots.draw_curve(axes, [], [], "network", linewidth=0.8, label="_") for _ in range(2)
        ]
        self.notice = plots.draw_notice(axes, _words.labels["diverged"])
        shown = [*self.points.values(), self.truth, self.curve, self.units]
        plots.add_legend(axes, shown, **_TIGHT, ncols=3)
        self._draw_losses(losses)

    def _draw_losses(self, axes: Any) -> None:
        axes.set(xlim=(0, experiments.N_STEPS), ylim=_ERROR_LIMITS, yscale="log")
        axes.set(xlabel=_words("axis_steps"), ylabel=_words("axis_loss"))
        self.losses = {
            name: plots.draw_curve(axes, [], [], name, label=_words.labels[name])
            for name in self.points
        }
        fresh = {"label": _words.labels["fresh"], "linewidth": 1.5}
        self.losses["fresh"] = plots.draw_curve(axes, [], [], "test", **fresh)
        self.noise_floor = plots.draw_level(axes, "truth", label=_words.labels["noise_floor"])
        reachable = {"label": _words.labels["reachable"], "linewidth": 1.0, "linestyle": "-"}
        self.reachable = plots.draw_level(axes, "truth", **reachable)
        levels = [self.losses["fresh"], self.noise_floor, self.reachable]
        plots.add_legend(axes, levels, **_TIGHT, ncols=2)
        self.table = _draw_table(axes, list(self.losses))

    def show(self, outcome: experiments.Outcome) -> None:
        """Draw what came of a setting."""
        self._show_fit(outcome)
        self._show_losses(outcome)
        self._show_table(outcome)

    def _show_fit(self, outcome: experiments.Outcome) -> None:
        data, diverged = outcome.data, outcome.diverged_at is not None
        if self.axes.get_xlim() != data.x_limits:
            self.axes.set_xlim(data.x_limits)
        for name, points in self.points.items():
            plots.move_points(points, *data.points[name])
        grid = np.linspace(*data.x_limits, 300)
        y_pred = forward(outcome.weights, grid)
        self.curve.set_data(grid, y_pred)
        for edge, sign in zip(self.edges, (-1, 1), strict=True):
            edge.set_data(grid, y_pred + sign * outcome.setting.tolerance)
            edge.set_visible(not diverged)
        self.curve.set_visible(not diverged)
        self._show_units(outcome)
        self.notice.set_visible(diverged)
        f = data.true_function
        self.truth.set_data(grid, 0 * grid if f is None else f(grid))
        self.truth.set_visible(f is not None)

    def _show_units(self, outcome: experiments.Outcome) -> None:
        self.units.set_visible(outcome.setting.show_units and outcome.diverged_at is None)
        places = np.linspace(*outcome.data.x_limits, _N_UNIT_POINTS)
        self.units.set_data(*plots.as_one_line(places, contributions(outcome.weights, places)))

    def _show_losses(self, outcome: experiments.Outcome) -> None:
        steps, diverged = outcome.steps, outcome.diverged_at is not None
        for name, line in self.losses.items():
            errors = np.clip(outcome.errors[name], *_ERROR_LIMITS)
            if diverged:  # up and out of the picture
                errors = np.append(errors, _ERROR_LIMITS[1])
            line.set_data(np.append(steps, steps[-1] + 1) if diverged else steps, errors)
        noise = outcome.data.noise_floor or 0.0
        self.noise_floor.set_ydata([max(noise, _ERROR_LIMITS[0])] * 2)
        self.noise_floor.set_visible(noise > 0)
        self.reachable.set_ydata([max(outcome.data.reachable, _ERROR_LIMITS[0])] * 2)

    def _show_table(self, outcome: experiments.Outcome) -> None:
        for name, texts in self.table.items():
            numbers = [f"{outcome.errors[name][-1]:.3f}"]
            if name in outcome.accuracies:
                numbers.append(f"{outcome.accuracies[name]:.2f}")
            for text, number in zip(texts, numbers, strict=False):
                text.set_text("–" if outcome.diverged_at is not None else number)


def _draw_table(axes: Any, names: list[str]) -> dict[str, list[Any]]:
    """Write MSE and Acc_ε of both sets into the upper right corner; return the numbers' texts."""

    def write(row: int, column: int, text: str) -> Any:
        x, align = (0.34, 0.78, 0.99)[column], "left" if column == 0 else "right"
        y = 0.94 - 0.08 * row
        return axes.text(x, y, text, transform=axes.transAxes, ha=align, fontsize=10)

    write(0, 1, _words("mse"))
    write(0, 2, _words("accuracy"))
    for row, name in enumerate(names, start=1):
        write(row, 0, _words.labels[name])
    return {
        name: [write(row, column, "") for column in (1, 2)]
        for row, name in enumerate(names, start=1)
    }
