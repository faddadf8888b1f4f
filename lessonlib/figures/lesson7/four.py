"""Live figure of lesson 7: four networks, three of which have one control set wrong."""

from typing import Any

import numpy as np

from lessonlib import plots
from lessonlib.datasets import X_MAX, X_MIN
from lessonlib.experiments import lesson7 as experiments
from lessonlib.live import Answer, LiveFigure, live
from lessonlib.networks import forward
from lessonlib.predict import Prediction
from lessonlib.words import Words

_words = Words("figures/lesson7/four", "four_networks")
_presets = Words("figures/lesson7/whole_machine")


def four_networks(prediction: Prediction | None = None) -> LiveFigure:
    """Draw the four presets after the same number of steps, without their names.

    Parameters
    ----------
    prediction : Prediction, optional
        Which of them the reader thinks overfits. Their names and errors stay
        hidden until it is settled.
    """
    figure, all_axes = plots.new_figure(4, height=2.6, sharey=True)
    panels = {
        letter: _Panel(axes, letter, _presets(f"preset_{preset}"))
        for axes, (letter, preset) in zip(all_axes, experiments.NETWORKS.items(), strict=True)
    }
    all_axes[0].set_ylabel(_words("axis_y"))
    last, every = experiments.N_STEPS, experiments.RECORD_EVERY

    def show(step: int = last) -> str:
        outcomes = experiments.run_four(step).outcomes
        is_named = prediction is None or prediction.is_settled
        for letter, panel in panels.items():
            panel.show(outcomes[letter], is_named=is_named)
        said = " ".join(panel.say(outcomes[letter]) for letter, panel in panels.items())
        return _words("sentence", step=step, networks=said)

    return live(
        figure,
        show,
        title=_words("title"),
        labels=_words.labels,
        answer=Answer(prediction, ()),
        step=(0, last, every),
    )


class _Panel:
    """One of the four networks."""

    def __init__(self, axes: Any, letter: str, name: str) -> None:
        self.letter, self.name = letter, name
        axes.set(xlim=(X_MIN, X_MAX), ylim=(-2.5, 2.5), xlabel=_words("axis_x"))
        points = experiments.load_data(experiments.Setting()).points
        for subset, (x, y) in points.items():
            plots.draw_points(axes, x, y, subset, s=10)
        self.grid = np.linspace(X_MIN, X_MAX, 200)
        self.curve = plots.draw_curve(axes, self.grid, 0 * self.grid, "network")
        self.notice = plots.draw_notice(axes, _words.labels["diverged"])
        self.title = axes.set_title(" ", fontsize=10)

    def show(self, outcome: experiments.Outcome, *, is_named: bool) -> None:
        """Draw the network."""
        diverged = outcome.diverged_at is not None
        self.curve.set_ydata(forward(outcome.weights, self.grid))
        self.title.set_text(f"{self.letter}: {self.name}" if is_named else self.letter)
        self.notice.set_visible(diverged)
        self.curve.set_visible(not diverged)

    def say(self, outcome: experiments.Outcome) -> str:
        """Return what there is to say of the network."""
        which = {"letter": self.letter, "name": self.name}
        if outcome.diverged_at is not None:
            return _words("network_diverged", **which, at=outcome.diverged_at)
        errors = {subset: errors[-1] for subset, errors in outcome.errors.items()}
        return _words("network", **which, **errors)
