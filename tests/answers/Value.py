"""Answers to Value, as students write them: functions that make an object, as a class does."""

import math

import numpy as np


class _Base:
    def __init__(self, value, parents=(), local_derivatives=()):
        self.value = value
        self.parents = parents
        self.local_derivatives = local_derivatives
        self.derivative = 0.0

    def __add__(self, other):
        return type(self)(self.value + other.value, (self, other), (1, 1))

    def __mul__(self, other):
        return type(self)(self.value * other.value, (self, other), (other.value, self.value))

    def sigmoid(self):
        a = 1 / (1 + math.exp(-self.value))
        return type(self)(a, (self,), (a * (1 - a),))

    def backward(self):
        order, seen = [], set()

        def visit(node):
            if id(node) in seen:
                return
            seen.add(id(node))
            for parent in node.parents:
                visit(parent)
            order.append(node)

        visit(self)
        self.derivative = 1
        for node in order[::-1]:
            for i in range(len(node.parents)):
                node.parents[i].derivative += node.derivative * node.local_derivatives[i]


class _Micrograd:
    """As micrograd does it: every operation keeps a function that passes its derivative on."""

    def __init__(self, value, parents=()):
        self.value, self.derivative = value, 0.0
        self.parents, self.pass_on = set(parents), lambda: None

    def __add__(self, other):
        out = _Micrograd(self.value + other.value, (self, other))

        def pass_on():
            self.derivative += out.derivative
            other.derivative += out.derivative

        out.pass_on = pass_on
        return out

    def __mul__(self, other):
        out = _Micrograd(self.value * other.value, (self, other))

        def pass_on():
            self.derivative += other.value * out.derivative
            other.derivative += self.value * out.derivative

        out.pass_on = pass_on
        return out

    def sigmoid(self):
        out = _Micrograd(1 / (1 + np.exp(-self.value)), (self,))

        def pass_on():
            self.derivative += out.value * (1 - out.value) * out.derivative

        out.pass_on = pass_on
        return out

    def backward(self):
        order = []

        def visit(node):
            if node not in order:
                for parent in node.parents:
                    visit(parent)
                order.append(node)

        visit(self)
        self.derivative = 1.0
        for node in reversed(order):
            node.pass_on()


class _AlongEachPath(_Base):
    """Slow on large graphs, and right: every path is walked from end to end."""

    def backward(self, arrived=1.0):
        self.derivative += arrived
        for parent, local in zip(self.parents, self.local_derivatives, strict=True):
            parent.backward(arrived * local)


class _ByCounting(_Base):
    """Passes on when the last of a node's children has passed on."""

    def backward(self):
        children, waiting = {}, [self]
        while waiting:
            node = waiting.pop()
            for parent in node.parents:
                if id(parent) not in children:
                    waiting.append(parent)
                children[id(parent)] = children.get(id(parent), 0) + 1
        self.derivative, ready = 1.0, [self]
        while ready:
            node = ready.pop()
            for parent, local in zip(node.parents, node.local_derivatives, strict=True):
                parent.derivative += node.derivative * local
                children[id(parent)] -= 1
                if children[id(parent)] == 0:
                    ready.append(parent)


def right_by_order(*given):
    return _Base(*given)


def right_as_micrograd(*given):
    return _Micrograd(*given)


def right_along_each_path(*given):
    return _AlongEachPath(*given)


def right_by_counting(*given):
    return _ByCounting(*given)


class _OwnValues(_Base):
    def __mul__(self, other):
        return type(self)(self.value * other.value, [self, other], [self.value, other.value])


class _SumOfValues(_Base):
    def __add__(self, other):
        return type(self)(self.value + other.value, (self, other), (other.value, self.value))


class _SumByItself(_Base):
    def __add__(self, other):
        return type(self)(self.value + other.value, (self, other), (self.value, other.value))


class _SlopeOfSum(_Base):
    def sigmoid(self):
        z = self.value
        return type(self)(1 / (1 + math.exp(-z)), (self,), (z * (1 - z),))


class _SlopeTwice(_Base):
    def sigmoid(self):
        a = 1 / (1 + math.exp(-self.value))
        again = 1 / (1 + math.exp(-a))
        return type(self)(a, (self,), (again * (1 - again),))


class _Equals(_Base):
    def backward(self):
        order = []

        def visit(node):
            if node not in order:
                for parent in node.parents:
                    visit(parent)
                order.append(node)

        visit(self)
        self.derivative = 1
        for node in reversed(order):
            for parent, local in zip(node.parents, node.local_derivatives, strict=True):
                parent.derivative = node.derivative * local


class _Unstarted(_Base):
    def backward(self):
        for parent, local in zip(self.parents, self.local_derivatives, strict=True):
            parent.derivative += self.derivative * local
            parent.backward()


class _Recursive(_Base):
    def backward(self):
        if self.derivative == 0:
            self.derivative = 1.0
        for parent, local in zip(self.parents, self.local_derivatives, strict=True):
            parent.derivative += self.derivative * local
            parent.backward()


class _OneLevel(_Base):
    def backward(self):
        self.derivative = 1.0
        for parent, local in zip(self.parents, self.local_derivatives, strict=True):
            parent.derivative += local


class _Flat(_Base):
    def sigmoid(self):
        return type(self)(1 / (1 + math.exp(-self.value)), (self,), (1,))


class _Growing(_Base):
    def sigmoid(self):
        return type(self)(1 / (1 + math.exp(self.value)), (self,), (1,))


class _Averaged(_Base):
    """Where two arrive, their mean."""

    def backward(self):
        super().backward()
        for node in self.parents:
            node.derivative /= max(1, [id(one) for one in self.parents].count(id(node)))


def _order(node):
    found = [one for parent in node.parents for one in _order(parent)]
    return list(dict.fromkeys([*found, node]))


class _FromTheInputs(_Base):
    def backward(self):
        self.derivative = 1
        for node in _order(self):
            for parent, local in zip(node.parents, node.local_derivatives, strict=True):
                parent.derivative += node.derivative * local


class _Unweighted(_Base):
    def backward(self):
        self.derivative = 1
        for node in _order(self)[::-1]:
            for parent in node.parents:
                parent.derivative += node.derivative


class _LocalOnly(_Base):
    def backward(self):
        self.derivative = 1
        for node in _order(self)[::-1]:
            for parent, local in zip(node.parents, node.local_derivatives, strict=True):
                parent.derivative += local


class _ByLevels(_Base):
    def backward(self):
        self.derivative = 1
        queue, done = [self], set()
        while queue:
            node = queue.pop(0)
            if id(node) in done:
                continue
            done.add(id(node))
            for parent, local in zip(node.parents, node.local_derivatives, strict=True):
                parent.derivative += node.derivative * local
                queue.append(parent)


class _ValueAsSlope(_Base):
    def sigmoid(self):
        a = 1 / (1 + math.exp(-self.value))
        return type(self)(a, (self,), (a,))


class _Numbers(_Base):
    def __add__(self, other):
        return self.value + other.value


def mistake_product_by_itself_1(*given):
    return _OwnValues(*given)


def mistake_sum_like_product_1(*given):
    return _SumOfValues(*given)


def near_sum_like_product_1(*given):
    return _SumByItself(*given)


def mistake_slope_at_sum_1(*given):
    return _SlopeOfSum(*given)


def near_slope_at_sum_1(*given):
    return _SlopeTwice(*given)


def mistake_overwritten_1(*given):
    return _Equals(*given)


def mistake_no_start_1(*given):
    return _Unstarted(*given)


def mistake_too_early_1(*given):
    return _Recursive(*given)


def mistake_only_parents_1(*given):
    return _OneLevel(*given)


def mistake_no_slope_1(*given):
    return _Flat(*given)


def near_no_slope_1(*given):
    return _Growing(*given)


def mistake_only_parents_2(*given):
    return _FromTheInputs(*given)


def mistake_no_local_1(*given):
    return _Unweighted(*given)


def mistake_only_local_1(*given):
    return _LocalOnly(*given)


def mistake_not_all_arrived_1(*given):
    return _ByLevels(*given)


def mistake_slope_is_value_1(*given):
    return _ValueAsSlope(*given)


def near_overwritten_1(*given):
    return _Averaged(*given)


def wrong_numbers_for_nodes(*given):
    return _Numbers(*given)
