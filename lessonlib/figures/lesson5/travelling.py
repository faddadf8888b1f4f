"""Live figure of lesson 5: a push of w1 travels through the graph to the loss."""

from dataclasses import dataclass
from functools import partial

from lessonlib import plots
from lessonlib.experiments import lesson5 as experiments
from lessonlib.experiments.lesson5 import ARRIVALS, EDGES, Given
from lessonlib.figures.lesson5.diagram import FORWARD, TEXT, Diagram
from lessonlib.figures.lesson5.notation import SYMBOLS
from lessonlib.figures.lesson5.notation import say_number as say
from lessonlib.figures.lesson5.sliders import SLIDER_LABELS, SLIDERS, given_of
from lessonlib.live import Answer, LiveFigure, live
from lessonlib.predict import Prediction
from lessonlib.words import Words

_words = Words("figures/lesson5/travelling", "travel")
_LEGEND = (5.15, -1.75)


@dataclass(frozen=True)
class _Setting(Given):
    """Where the controls of :func:`travel` stand."""

    arrived: int = len(ARRIVALS) - 1
    push: float = 0.1


def travel(prediction: Prediction | None = None) -> LiveFigure:
    """Push w1 by δ and follow the change from node to node, beside derivative times δ.

    Parameters
    ----------
    prediction : Prediction, optional
        What the reader thinks the loss does. All changes stay hidden until it
        is settled.
    """
    diagram = Diagram()
    x, y = _LEGEND
    for down, (key, color) in enumerate((("true", FORWARD), ("predicted", plots.INK))):
        diagram.axes.text(x, y - 0.25 * down, _words.labels[key], fontsize=TEXT, color=color)
    return live(
        diagram.figure,
        partial(_show, diagram),
        title=_words("title"),
        labels={**SLIDER_LABELS, **_words.labels},
        answer=Answer(prediction, diagram.changes),
        start=_Setting(),
        arrived=(0, len(ARRIVALS) - 1),
        push=(-0.5, 0.5, 0.01),
        **SLIDERS,
    )


def _show(diagram: Diagram, setting: _Setting) -> str:
    """Show the changes of the nodes that the push has reached, and say the latest."""
    given = given_of(setting)
    seen = experiments.send_push(setting.push, given)
    reached = [name for names in ARRIVALS[: setting.arrived + 1] for name in names]
    crossed = [edge for edge in EDGES if edge[0] in reached and edge[1] in reached]
    factors = experiments.follow_paths(given).factors
    diagram.write_values(experiments.follow_paths(given).values)
    diagram.write_factors({edge: factors[edge] for edge in crossed})
    diagram.color_edges(dict.fromkeys(crossed, FORWARD))
    diagram.color_nodes(dict.fromkeys(reached, FORWARD))
    changes = {name: seen.changes[name] for name in reached}
    predicted = {name: seen.predicted[name] for name in reached[1:]}
    diagram.write_changes(changes, predicted)
    return _say(setting, seen)


def _say(setting: _Setting, seen: experiments.Travel) -> str:
    names = ARRIVALS[setting.arrived]
    if not setting.arrived:
        return _words("pushed", push=say(setting.push))
    told = [
        _words(
            "arrived_at",
            symbol=SYMBOLS[name],
            change=say(seen.changes[name]),
            rate=say(seen.rates[name]),
            predicted=say(seen.predicted[name]),
        )
        for name in names
    ]
    ending = _words("two_ways") if names == ("y4",) else ""
    return _words("sentence", push=say(setting.push), told=" ".join(told)) + ending
