"""Live figures of lesson 5: the graph, and a walk through it forwards and backwards."""

from lessonlib.experiments import lesson5 as experiments
from lessonlib.figures.lesson5.diagram import BACKWARD, FORWARD, Diagram
from lessonlib.figures.lesson5.notation import SYMBOLS, in_parentheses, name_factor
from lessonlib.figures.lesson5.notation import say_number as say
from lessonlib.figures.lesson5.sliders import SLIDERS, gather_given
from lessonlib.live import LiveFigure, live
from lessonlib.words import Words

_words = Words("chain")


def question() -> LiveFigure:
    """Draw the question of the lesson: w1 is at one end of the graph, L at the other."""
    diagram = Diagram()
    values = experiments.follow_paths().values
    diagram.write_values(values)
    diagram.color_nodes({"w1": BACKWARD, "loss": BACKWARD})
    diagram.color_edges({})

    @live(diagram.figure, title=_words("question_title"))
    def update() -> str:
        return _words("question", w1=values["w1"], loss=values["loss"])

    return update


def steps() -> LiveFigure:
    """Go through the graph forwards, then backwards, one node at a time."""
    diagram = Diagram()
    controls = {"step": (0, experiments.N_STEPS), "y": (-1.0, 2.0, 0.1), **SLIDERS}

    @live(diagram.figure, title=_words("steps_title"), **controls)
    @gather_given("y", *SLIDERS)
    def update(given: experiments.Given, step: int = experiments.N_FORWARD) -> str:
        now = experiments.walk(step, given)
        diagram.write_values(now.values)
        diagram.write_factors(now.factors)
        diagram.write_derivatives(now.derivatives, now.unfinished)
        color = FORWARD if step <= experiments.N_FORWARD else BACKWARD
        diagram.color_nodes({now.node: color} if now.node else {})
        diagram.color_edges({edge: color for edge in experiments.EDGES if edge[1] == now.node})
        return _say_step(step, now)

    return update


def _say_step(step: int, now: experiments.Walk) -> str:
    if now.node is None:
        return _words("step_0", n_forward=experiments.N_FORWARD, n_steps=experiments.N_STEPS)
    if step > experiments.N_FORWARD:
        return _say_step_backwards(step, now.node, now)
    factors = [
        f"{name_factor(edge)} = {say(factor)}"
        for edge, factor in now.factors.items()
        if edge[1] == now.node and edge[0] != "y"
    ]
    return _words(
        "step_forward",
        step=step,
        symbol=SYMBOLS[now.node],
        formula=_words(f"formula_{now.node}"),
        value=say(now.values[now.node]),
        factors=_words("comma").join(factors),
    )


def _say_step_backwards(step: int, node: str, now: experiments.Walk) -> str:
    derivative = say(now.derivatives[node])
    parts = [
        _words(
            "part",
            derivative=derivative,
            factor=in_parentheses(say(now.factors[edge])),
            part=say(part),
            to=SYMBOLS[edge[0]],
        )
        for edge, part in now.parts.items()
        if edge[0] != "y"
    ]
    return _words(
        "step_backward",
        step=step,
        symbol=SYMBOLS[node],
        derivative=derivative,
        parts=_words("comma").join(parts),
        sums="" if now.meeting is None else _say_sum(now.meeting, node, now),
    )


def _say_sum(meeting: str, node: str, now: experiments.Walk) -> str:
    return _words(
        "sum",
        to=SYMBOLS[meeting],
        before=say(now.arrived),
        part=in_parentheses(say(now.parts[meeting, node])),
        total=say(now.derivatives[meeting]),
    )
