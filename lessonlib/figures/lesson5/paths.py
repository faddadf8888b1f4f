"""Live figures of lesson 5: the paths from a weight to the loss, factor by factor."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial

from lessonlib.experiments import lesson5 as experiments
from lessonlib.experiments.lesson5 import BRANCHES, FIRST, LAST, PATH_TO_W1, PATH_TO_W2, Edge, Given
from lessonlib.figures.lesson5.contributions import Contributions
from lessonlib.figures.lesson5.diagram import BACKWARD, PATH_2, PATH_3, Diagram
from lessonlib.figures.lesson5.notation import (
    SYMBOLS,
    multiply_words,
    name_derivative,
    name_factor,
    say_number,
)
from lessonlib.figures.lesson5.sliders import SLIDER_LABELS, SLIDERS
from lessonlib.live import LiveFigure, live
from lessonlib.words import Words

_shared = Words("figures/lesson5/paths")
_one_words = Words("figures/lesson5/paths", "one_path")
_two_words = Words("figures/lesson5/paths", "two_paths")
_COLORS = {"y2": PATH_2, "y3": PATH_3}


@dataclass(frozen=True)
class _OnePath(Given):
    """Where the controls of :func:`one_path` stand."""

    n_factors: int = len(PATH_TO_W2)


def one_path() -> LiveFigure:
    """Build ∂L/∂w2 factor by factor along its one path."""
    diagram = Diagram(n_lines=2)
    return live(
        diagram.figure,
        partial(_show_one_path, diagram),
        title=_one_words("title"),
        labels={**SLIDER_LABELS, **_one_words.labels},
        start=_OnePath(),
        n_factors=(0, len(PATH_TO_W2)),
        **SLIDERS,
    )


def _show_one_path(diagram: Diagram, setting: _OnePath) -> str:
    """Show the first factors of the product, and say it once it is whole."""
    paths = experiments.follow_paths(setting)
    shown = PATH_TO_W2[: setting.n_factors]
    _show_edges(diagram, paths, "w2", dict.fromkeys(shown, PATH_2))
    finished = len(shown) == len(PATH_TO_W2)
    result = paths.by_w2 if finished else None
    formula = partial(_multiply, edges=shown)
    _write_formula(diagram, paths, name_derivative("w2"), formula, result)
    if not finished:
        return _shared("unfinished", shown=len(shown), total=len(PATH_TO_W2), symbol="w₂")
    return _one_words("sentence", product=say_number(paths.by_w2))


@dataclass(frozen=True)
class _TwoPaths(Given):
    """Where the controls of :func:`two_paths` stand."""

    path: str = "both"
    n_factors: int = len(PATH_TO_W1)


def two_paths() -> LiveFigure:
    """Build ∂L/∂w1 factor by factor along one of its two paths, or both."""
    diagram = Diagram(n_lines=2)
    return live(
        diagram.figure,
        partial(_show_two_paths, diagram, Contributions(diagram.axes)),
        title=_two_words("title"),
        labels={**SLIDER_LABELS, **_two_words.labels},
        start=_TwoPaths(),
        path=[(_two_words.labels[name], name) for name in ("both", *BRANCHES)],
        n_factors=(0, len(PATH_TO_W1)),
        **SLIDERS,
    )


def _show_two_paths(diagram: Diagram, bars: Contributions, setting: _TwoPaths) -> str:
    """Show the first factors of one product or of the sum, and say it once it is whole."""
    paths, path = experiments.follow_paths(setting), setting.path
    branches = list(BRANCHES) if path == "both" else [path]
    edges = [FIRST, *(edge for name in branches for edge in BRANCHES[name]), LAST]
    shown = edges[: setting.n_factors]
    _show_edges(diagram, paths, "w1", _color_paths(path, branches, shown))
    finished = len(shown) == len(edges)
    bars.show({name: paths.parts[name] for name in branches} if finished else {})
    result = paths.by_w1 if path == "both" else paths.parts[path]
    formula = partial(_multiply_and_add, shown=shown, branches=branches)
    _write_formula(diagram, paths, _name_path(path), formula, result if finished else None)
    if not finished:
        return _shared("unfinished", shown=len(shown), total=len(edges), symbol="w₁")
    return _say_paths(path, paths)


def _color_paths(path: str, branches: Sequence[str], shown: Sequence[Edge]) -> dict[Edge, str]:
    """Return the colour of each edge shown; those of one branch have the branch's own."""
    colors = dict.fromkeys(shown, BACKWARD if path == "both" else _COLORS[path])
    return colors | {e: _COLORS[name] for name in branches for e in BRANCHES[name] if e in shown}


def _show_edges(
    diagram: Diagram, paths: experiments.Paths, weight: str, colors: dict[Edge, str]
) -> None:
    """Show all values, and the local derivatives of the edges that have a colour."""
    diagram.write_values(paths.values)
    diagram.write_factors({edge: paths.factors[edge] for edge in colors})
    diagram.color_edges(colors)
    diagram.color_nodes({weight: BACKWARD, "loss": BACKWARD})


def _multiply(write: Callable[[Edge], str], edges: Sequence[Edge]) -> str:
    return multiply_words([write(edge) for edge in edges]) if edges else "…"


def _multiply_and_add(
    write: Callable[[Edge], str], shown: Sequence[Edge], branches: Sequence[str]
) -> str:
    """Write ``first · [branch + branch] · last``, as far as it is shown."""
    if len(branches) == 1:
        return _multiply(write, shown)
    terms = [[edge for edge in BRANCHES[name] if edge in shown] for name in branches]
    inside = " + ".join(_multiply(write, term) for term in terms if term)
    before, after = ([write(edge)] if edge in shown else [] for edge in (FIRST, LAST))
    pieces = [*before, *([f"[ {inside} ]"] if inside else []), *after]
    return multiply_words(pieces) if pieces else "…"


def _name_path(path: str) -> str:
    if path == "both":
        return name_derivative("w1")
    return _two_words("partial", weight=SYMBOLS["w1"], symbol=SYMBOLS[path])


def _write_formula(
    diagram: Diagram,
    paths: experiments.Paths,
    name: str,
    formula: Callable[[Callable[[Edge], str]], str],
    result: float | None,
) -> None:
    """Write the formula below the graph, in symbols and numbers; dots for what is missing."""
    symbols = formula(name_factor)
    numbers = formula(lambda edge: say_number(paths.factors[edge]))
    missing = " · …" if result is None and symbols != "…" else ""
    end = "" if result is None else f" = {say_number(result)}"
    diagram.lines[0].set_text(f"{name} = {symbols}{missing}")
    diagram.lines[1].set_text(f"{name} = {numbers}{missing}{end}")


def _say_paths(path: str, paths: experiments.Paths) -> str:
    numbers = {name: say_number(part) for name, part in paths.parts.items()}
    total = say_number(paths.by_w1)
    if path == "both":
        both = paths.parts["y2"] * paths.parts["y3"]
        pull = _two_words("against" if both < 0 else "together" if both > 0 else "alone")
        return _two_words("both_paths", total=total, pull=pull, **numbers)
    return _two_words("single_path", symbol=SYMBOLS[path], part=numbers[path], total=total)
