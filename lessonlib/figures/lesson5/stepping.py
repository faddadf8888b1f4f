"""Live figures of lesson 5: the graph, and a walk through it forwards and backwards."""

from dataclasses import dataclass
from functools import partial

from lessonlib.experiments import lesson5 as experiments
from lessonlib.experiments.lesson5 import (
    BRANCHES,
    FIRST,
    LAST,
    N_FORWARD,
    N_STEPS,
    PATH_TO_W1,
    Given,
)
from lessonlib.figures.lesson5.contributions import Contributions
from lessonlib.figures.lesson5.diagram import BACKWARD, FORWARD, PATH_2, PATH_3, Diagram
from lessonlib.figures.lesson5.notation import SYMBOLS, in_parentheses, name_factor
from lessonlib.figures.lesson5.notation import say_number as say
from lessonlib.figures.lesson5.sliders import SLIDER_LABELS, SLIDERS
from lessonlib.live import LiveFigure, live
from lessonlib.words import Words

_question_words = Words("figures/lesson5/stepping", "question")
_answer_words = Words("figures/lesson5/stepping", "answer")
_steps_words = Words("figures/lesson5/stepping", "steps")
_PUSH = 0.01  # of w1, in the answer


def question() -> LiveFigure:
    """Draw the question of the lesson: w1 is at one end of the graph, L at the other."""
    diagram = Diagram()
    values = experiments.follow_paths().values
    diagram.write_values(values)
    diagram.color_nodes({"w1": BACKWARD, "loss": BACKWARD})
    diagram.color_edges({})

    def show() -> str:
        return _question_words("sentence", w1=values["w1"], loss=values["loss"])

    return live(diagram.figure, show, title=_question_words("title"))


def answer() -> LiveFigure:
    """Draw the answer into the first picture: both paths, and the derivative at each node."""
    diagram, paths = Diagram(), experiments.follow_paths()
    factors = {edge: paths.factors[edge] for edge in PATH_TO_W1}
    diagram.write_values(paths.values)
    diagram.write_factors(factors)
    diagram.color_nodes({"w1": BACKWARD, "loss": BACKWARD})
    colors = {FIRST: BACKWARD, LAST: BACKWARD}
    for name, color in (("y2", PATH_2), ("y3", PATH_3)):
        colors |= dict.fromkeys(BRANCHES[name], color)
    diagram.color_edges(colors)
    Contributions(diagram.axes).show(paths.parts)
    seen = experiments.nudge_weight("w1", _PUSH)

    def show() -> str:
        return _answer_words(
            "sentence",
            push=_PUSH,
            derivative=say(seen.derivative),
            predicted=say(seen.predicted),
            change=say(seen.change),
        )

    return live(diagram.figure, show, title=_answer_words("title"))


@dataclass(frozen=True)
class _Setting(Given):
    """Where the controls of :func:`steps` stand."""

    step: int = N_FORWARD


def steps() -> LiveFigure:
    """Go through the graph forwards, then backwards, one node at a time."""
    diagram = Diagram()
    return live(
        diagram.figure,
        partial(_show_step, diagram),
        title=_steps_words("title"),
        labels={**SLIDER_LABELS, **_steps_words.labels},
        start=_Setting(),
        step=(0, N_STEPS),
        y=(-1.0, 2.0, 0.1),
        **SLIDERS,
    )


def _show_step(diagram: Diagram, setting: _Setting) -> str:
    """Show what is known after a step, with the edges that it uses, and say the step."""
    now = experiments.walk(setting.step, setting)
    diagram.write_values(now.values)
    diagram.write_factors(now.factors)
    diagram.write_derivatives(now.derivatives, now.unfinished)
    color = FORWARD if setting.step <= N_FORWARD else BACKWARD
    diagram.color_nodes({now.node: color} if now.node else {})
    diagram.color_edges({edge: color for edge in experiments.EDGES if edge[1] == now.node})
    return _say_step(setting.step, now)


def _say_step(step: int, now: experiments.Walk) -> str:
    if now.node is None:
        return _steps_words("step_0", n_forward=N_FORWARD, n_steps=N_STEPS)
    if step > N_FORWARD:
        return _say_step_backwards(step, now.node, now)
    factors = [
        f"{name_factor(edge)} = {say(factor)}"
        for edge, factor in now.factors.items()
        if edge[1] == now.node and edge[0] != "y"
    ]
    return _steps_words(
        "step_forward",
        step=step,
        symbol=SYMBOLS[now.node],
        formula=_steps_words(f"formula_{now.node}"),
        value=say(now.values[now.node]),
        factors=_steps_words("comma").join(factors),
    )


def _say_step_backwards(step: int, node: str, now: experiments.Walk) -> str:
    derivative = say(now.derivatives[node])
    parts = [
        _steps_words(
            "part",
            derivative=derivative,
            factor=in_parentheses(say(now.factors[edge])),
            part=say(part),
            to=SYMBOLS[edge[0]],
        )
        for edge, part in now.parts.items()
        if edge[0] != "y"
    ]
    return _steps_words(
        "step_backward",
        step=step,
        symbol=SYMBOLS[node],
        derivative=derivative,
        parts=_steps_words("comma").join(parts),
        sums="" if now.meeting is None else _say_sum(now.meeting, node, now),
    )


def _say_sum(meeting: str, node: str, now: experiments.Walk) -> str:
    return _steps_words(
        "sum",
        to=SYMBOLS[meeting],
        before=say(now.arrived),
        part=in_parentheses(say(now.parts[meeting, node])),
        total=say(now.derivatives[meeting]),
    )
