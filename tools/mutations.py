"""What can be changed of one place of a program: the slips that mutants are made of."""

import ast
from collections.abc import Callable, Iterator
from typing import Any

MOST_CHANGES = 12  # of one place
OTHER_OPERATORS: dict[type, list[type]] = {
    ast.Add: [ast.Sub, ast.Mult],
    ast.Sub: [ast.Add],
    ast.Mult: [ast.Div, ast.Add],
    ast.Div: [ast.Mult],
    ast.MatMult: [ast.Mult],
    ast.FloorDiv: [ast.Div],
    ast.Pow: [ast.Mult],
    ast.Mod: [ast.FloorDiv],
    ast.BitAnd: [ast.BitOr],
    ast.BitOr: [ast.BitAnd],
}
OTHER_COMPARISONS: dict[type, list[type]] = {
    ast.Lt: [ast.LtE, ast.Gt],
    ast.LtE: [ast.Lt, ast.GtE],
    ast.Gt: [ast.GtE, ast.Lt],
    ast.GtE: [ast.Gt, ast.LtE],
    ast.Eq: [ast.NotEq],
    ast.NotEq: [ast.Eq],
    ast.In: [ast.NotIn],
    ast.NotIn: [ast.In],
}
OTHER_NAMES = {
    "mean": ["sum", "median"],
    "sum": ["mean", "max"],
    "max": ["min"],
    "min": ["max"],
    "maximum": ["minimum"],
    "minimum": ["maximum"],
    "argmax": ["argmin"],
    "argmin": ["argmax"],
    "argsort": ["sort"],
    "std": ["var"],
    "any": ["all"],
    "all": ["any"],
    "zeros": ["ones"],
    "ones": ["zeros"],
    "exp": ["log1p"],
    "outer": ["add"],
    "append": ["insert"],
    "intersect1d": ["union1d", "setdiff1d"],
    "permutation": ["integers"],
    "round": ["floor"],
    "abs": ["square"],
    "reversed": ["list"],
}


Change = Callable[[ast.Module, Any], bool]


def changes_of(node: ast.AST, names: list[str]) -> Iterator[Change]:
    """Yield what can be changed of a node: functions that do it, and tell whether they could."""
    if isinstance(node, ast.BinOp):
        for operator in OTHER_OPERATORS.get(type(node.op), []):
            yield _setting("op", operator())
        yield lambda tree, n: _replace(tree, n, n.left)
        yield lambda tree, n: _replace(tree, n, n.right)
        yield _exchanging("left", "right")
    elif isinstance(node, ast.AugAssign):
        for operator in OTHER_OPERATORS.get(type(node.op), []):
            yield _setting("op", operator())
        yield lambda tree, n: _replace(tree, n, ast.Assign([n.target], n.value))
    elif isinstance(node, ast.Compare):
        for operator in OTHER_COMPARISONS.get(type(node.ops[0]), []):
            yield _setting("ops", [operator(), *node.ops[1:]])
    elif isinstance(node, ast.UnaryOp):
        yield lambda tree, n: _replace(tree, n, n.operand)
    elif isinstance(node, ast.Constant):
        for value in _other_values(node.value):
            yield _setting("value", value)
    elif isinstance(node, ast.Attribute):
        for name in OTHER_NAMES.get(node.attr, []):
            yield _setting("attr", name)
    elif isinstance(node, ast.Name) and isinstance(node.ctx, ast.Load):
        for name in OTHER_NAMES.get(node.id, []):
            yield _setting("id", name)
        if node.id in names:
            for name in names:
                if name != node.id:
                    yield _setting("id", name)
    else:
        yield from _of_larger_parts(node)


def _of_larger_parts(node: ast.AST) -> Iterator[Change]:
    if isinstance(node, ast.Call):
        if node.args:
            yield lambda tree, n: _replace(tree, n, n.args[0])
        if len(node.args) > 1:
            yield _setting("args", [*node.args[1::-1], *node.args[2:]])
            yield _setting("args", node.args[:-1])
        for i in range(len(node.keywords)):
            yield _setting("keywords", node.keywords[:i] + node.keywords[i + 1 :])
    elif isinstance(node, ast.Slice):
        for bound in ("lower", "upper"):
            if getattr(node, bound) is not None:
                yield _setting(bound, None)
                one_more = ast.BinOp(getattr(node, bound), ast.Add(), ast.Constant(1))
                yield _setting(bound, one_more)
    elif isinstance(node, ast.Subscript):
        yield lambda tree, n: _replace(tree, n, n.value)
    elif isinstance(node, ast.Tuple | ast.List) and len(node.elts) > 1:
        yield _setting("elts", node.elts[::-1])
        yield _setting("elts", node.elts[:-1])
        yield _setting("elts", node.elts[1:])
    elif isinstance(node, ast.Return) and node.value is not None:
        yield _setting("value", ast.UnaryOp(ast.USub(), node.value))
        yield _setting("value", ast.BinOp(node.value, ast.Mult(), ast.Constant(2)))
    elif isinstance(node, ast.If | ast.IfExp):
        yield _setting("test", ast.UnaryOp(ast.Not(), node.test))
        yield _setting("test", ast.Constant(True))
        yield _setting("test", ast.Constant(False))
    elif isinstance(node, ast.comprehension) and node.ifs:
        yield _setting("ifs", [])
    body = getattr(node, "body", None)
    if isinstance(body, list) and len(body) > 1:
        for i, statement in enumerate(body):
            if not isinstance(statement, ast.Return | ast.FunctionDef):
                yield _setting("body", body[:i] + body[i + 1 :])
        for i in range(len(body) - 2):
            yield _setting("body", [*body[:i], body[i + 1], body[i], *body[i + 2 :]])


def _other_values(value: Any) -> list[Any]:
    if isinstance(value, bool):
        return [not value]
    if isinstance(value, int):
        return [value + 1, value - 1, None] if value == 0 else [value + 1, value - 1]
    if isinstance(value, float):
        return [2 * value, -value, value + 1]
    return []


def _setting(name: str, value: Any) -> Change:
    def change(_tree: ast.Module, node: Any) -> bool:
        setattr(node, name, value)
        return True

    return change


def _exchanging(one: str, other: str) -> Change:
    def change(_tree: ast.Module, node: Any) -> bool:
        a, b = getattr(node, one), getattr(node, other)
        setattr(node, one, b)
        setattr(node, other, a)
        return not isinstance(node.op, ast.Add | ast.Mult)  # it would stay the same

    return change


def _replace(tree: ast.Module, old: ast.AST, new: ast.AST) -> bool:
    """Put one node in the place of another."""
    for parent in ast.walk(tree):
        for name, value in ast.iter_fields(parent):
            if value is old:
                setattr(parent, name, new)
                return True
            if isinstance(value, list) and any(one is old for one in value):
                setattr(parent, name, [new if one is old else one for one in value])
                return True
    return False
