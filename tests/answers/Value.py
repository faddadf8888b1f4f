"""Answers to Value, as students write them: most are a right one with one method changed."""

# What a class is called says what must come of it, and a method takes what the right one takes.
# ruff: noqa: N801, ARG002
import heapq
import itertools
import math
from dataclasses import dataclass, field

import numpy as np


def _sigmoid(z):
    return 1 / (1 + math.exp(-z))


class _Base:
    """In the order of the hint; what the others change has a method of its own."""

    def __init__(self, value, parents=(), local_derivatives=()):
        self.value = value
        self.parents = parents
        self.local_derivatives = local_derivatives
        self.derivative = 0.0

    def __add__(self, other):
        return type(self)(self.value + other.value, (self, other), self.by_terms(other))

    def __mul__(self, other):
        return type(self)(self.value * other.value, (self, other), self.by_factors(other))

    def sigmoid(self):
        a = _sigmoid(self.value)
        return type(self)(a, (self,), (self.slope(self.value, a),))

    def by_terms(self, other):
        return 1, 1

    def by_factors(self, other):
        return other.value, self.value

    def slope(self, z, a):
        return a * (1 - a)

    def edges(self):
        return list(zip(self.parents, self.local_derivatives, strict=True))

    def order(self):
        order, seen = [], set()

        def visit(node):
            if id(node) in seen:
                return
            seen.add(id(node))
            for parent in node.parents:
                visit(parent)
            order.append(node)

        visit(self)
        return order

    def backward(self):
        self.derivative = 1
        for node in self.order()[::-1]:
            node.pass_on()

    def pass_on(self):
        for parent, local in self.edges():
            self.arrive(parent, local)

    def arrive(self, parent, local):
        parent.derivative += self.derivative * local


class _Closures:
    """As micrograd does it: every operation keeps a function that passes its derivative on."""

    kind = tuple

    def __init__(self, value, parents=()):
        self.value, self.derivative = value, 0.0
        self.parents, self.pass_on = self.kind(parents), lambda: None

    def __add__(self, other):
        out = type(self)(self.value + other.value, (self, other))
        out.pass_on = lambda: self.after_sum(other, out)
        return out

    def __mul__(self, other):
        out = type(self)(self.value * other.value, (self, other))
        out.pass_on = lambda: self.after_product(other, out)
        return out

    def sigmoid(self):
        out = type(self)(1 / (1 + np.exp(-self.value)), (self,))
        out.pass_on = lambda: self.after_sigmoid(out)
        return out

    def after_sum(self, other, out):
        self.derivative += out.derivative
        other.derivative += out.derivative

    def after_product(self, other, out):
        self.derivative += other.value * out.derivative
        other.derivative += self.value * out.derivative

    def after_sigmoid(self, out):
        self.derivative += out.value * (1 - out.value) * out.derivative

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


# Right ------------------------------------------------------------------------------------------


class right_by_order(_Base):
    pass


class right_closures(_Closures):
    pass


class right_as_micrograd(_Closures):
    kind = set


class right_along_each_path(_Base):
    """Slow on large graphs, and right: every path is walked from end to end."""

    def backward(self, arrived=1.0):
        self.derivative += arrived
        for parent, local in self.edges():
            parent.backward(arrived * local)


class right_by_counting(_Base):
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
            for parent, local in node.edges():
                parent.derivative += node.derivative * local
                children[id(parent)] -= 1
                if children[id(parent)] == 0:
                    ready.append(parent)


class right_slots:
    __slots__ = ("derivative", "local_derivatives", "parents", "value")

    def __init__(self, value, parents=(), local_derivatives=()):
        self.value, self.parents = value, parents
        self.local_derivatives, self.derivative = local_derivatives, 0

    __add__, __mul__, sigmoid = _Base.__add__, _Base.__mul__, _Base.sigmoid
    by_terms, by_factors, slope = _Base.by_terms, _Base.by_factors, _Base.slope

    def backward(self):
        order = []
        right_slots.collect(self, order)
        for node in order:
            node.derivative = 0
        self.derivative = 1
        while order:
            node = order.pop()
            for k, parent in enumerate(node.parents):
                parent.derivative += node.local_derivatives[k] * node.derivative

    def collect(self, order):
        if self not in order:
            for parent in self.parents:
                parent.collect(order)
            order.append(self)


@dataclass(eq=False)
class right_dataclass(_Base):
    value: float
    parents: tuple = ()
    local_derivatives: tuple = ()
    derivative: float = field(default=0.0, init=False)


class right_with_numbers(_Base):
    def __add__(self, other):
        if not isinstance(other, right_with_numbers):
            other = right_with_numbers(other)
        return super().__add__(other)

    def __mul__(self, other):
        if not isinstance(other, right_with_numbers):
            other = right_with_numbers(other)
        return super().__mul__(other)

    __radd__, __rmul__ = __add__, __mul__


class right_kinds_of_nodes:
    """A subclass for each operation."""

    def __init__(self, value, *parents):
        self.value, self.parents, self.derivative = value, parents, 0.0

    def __add__(self, other):
        return _Sum(self.value + other.value, self, other)

    def __mul__(self, other):
        return _Product(self.value * other.value, self, other)

    def sigmoid(self):
        return _Sigmoid(0.5 * (1 + np.tanh(self.value / 2)), self)

    def locals(self):
        return []

    def backward(self):
        self.derivative = 1.0
        for node in reversed(_Base.order(self)):
            for parent, local in zip(node.parents, node.locals(), strict=True):
                parent.derivative += node.derivative * local


class _Sum(right_kinds_of_nodes):
    def locals(self):
        return [1, 1]


class _Product(right_kinds_of_nodes):
    def locals(self):
        return [one.value for one in self.parents[::-1]]


class _Sigmoid(right_kinds_of_nodes):
    def locals(self):
        return [self.value - self.value**2]


class right_dictionary(_Base):
    def backward(self):
        arrived = {self: 1.0}
        for node in reversed(self.order()):
            for parent, local in node.edges():
                arrived[parent] = arrived.get(parent, 0.0) + arrived[node] * local
        for node, derivative in arrived.items():
            node.derivative = derivative


class right_stack(_Base):
    """No function calls itself: a node is listed when it comes up for the second time."""

    def order(self):
        order, stack, listed = [], [(self, False)], set()
        while stack:
            node, ready = stack.pop()
            if ready and node not in listed:
                order.append(node)
                listed.add(node)
            elif not ready:
                stack.append((node, True))
                stack.extend((parent, False) for parent in node.parents if parent not in listed)
        return order


class right_numbered(_Base):
    """What was made later has a larger number, and goes first."""

    count = itertools.count()

    def __init__(self, *given):
        super().__init__(*given)
        self.number = next(self.count)

    def backward(self):
        self.derivative, waiting, seen = 1, [(-self.number, self)], {self}
        while waiting:
            node = heapq.heappop(waiting)[1]
            node.pass_on()
            for parent in set(node.parents) - seen:
                seen.add(parent)
                heapq.heappush(waiting, (-parent.number, parent))


class right_from_the_children(_Base):
    """Each node knows what was made of it, and asks there."""

    def __init__(self, *given):
        super().__init__(*given)
        self.children = []
        for parent, local in self.edges():
            parent.children.append((self, local))

    def backward(self):
        for node in self.order():
            node.derivative = node.of(self)

    def of(self, last):
        if self is last:
            return 1
        return sum(local * child.of(last) for child, local in self.children)


class right_forwards(_Base):
    """Every node carries its derivatives by all before it."""

    def __init__(self, *given):
        super().__init__(*given)
        self.by = {self: 1.0}
        for parent, local in self.edges():
            for node, derivative in parent.by.items():
                self.by[node] = self.by.get(node, 0) + local * derivative

    def backward(self):
        for node, derivative in self.by.items():
            node.derivative = derivative


class right_arrays(_Base):
    def __init__(self, value, parents=None, local_derivatives=None):
        super().__init__(np.array(value), list(parents or []), list(local_derivatives or []))
        self.derivative = np.zeros(())

    def backward(self):
        super().backward()
        return self.derivative


class right_sweeps_until_done(_Base):
    """One step back for all nodes at once, as often as there are nodes."""

    def backward(self):
        wave = {self: 1.0}
        while wave:
            further = {}
            for node, arrived in wave.items():
                node.derivative += arrived
                for parent, local in node.edges():
                    further[parent] = further.get(parent, 0) + arrived * local
            wave = further


# The product ------------------------------------------------------------------------------------


class mistake_product_by_itself_1(_Base):
    def by_factors(self, other):
        return [self.value, other.value]


class mistake_product_by_itself_2(_Closures):
    def after_product(self, other, out):
        self.derivative += self.value * out.derivative
        other.derivative += other.value * out.derivative


class mistake_product_by_itself_3(_Base):
    def __mul__(self, other):
        return type(self)(self.value * other.value, (other, self), (other.value, self.value))


class near_product_by_itself_1(_Base):
    def by_factors(self, other):
        return self.value, self.value


class near_product_by_itself_2(_Base):
    def by_factors(self, other):
        return 1, 1


class near_product_by_itself_3(_Base):
    def by_factors(self, other):
        return 2 * (self.value * other.value,)


# The sum ----------------------------------------------------------------------------------------


class mistake_sum_like_product_1(_Base):
    def by_terms(self, other):
        return self.by_factors(other)


class mistake_sum_like_product_2(_Closures):
    def after_sum(self, other, out):
        self.derivative += out.derivative * other.value
        other.derivative += out.derivative * self.value


class near_sum_like_product_1(_Base):
    def by_terms(self, other):
        return self.value, other.value


class near_sum_like_product_2(_Base):
    def by_terms(self, other):
        return 0.5, 0.5


# The sigmoid ------------------------------------------------------------------------------------


class mistake_slope_at_sum_1(_Base):
    def slope(self, z, a):
        return z * (1 - z)


class mistake_slope_at_sum_2(_Closures):
    def after_sigmoid(self, out):
        self.derivative += (self.value - self.value**2) * out.derivative


class near_slope_at_sum_1(_Base):
    def slope(self, z, a):
        return _sigmoid(a) * (1 - _sigmoid(a))


class near_slope_at_sum_2(_Base):
    def slope(self, z, a):
        return a * (1 + a)


class mistake_slope_is_value_1(_Base):
    def slope(self, z, a):
        return a


class mistake_slope_is_value_2(_Closures):
    def after_sigmoid(self, out):
        self.derivative += out.value * out.derivative


class near_slope_is_value_1(_Base):
    def slope(self, z, a):
        return 1 - a


class near_slope_is_value_2(_Base):
    def slope(self, z, a):
        return z


class mistake_no_slope_1(_Base):
    def slope(self, z, a):
        return 1


class mistake_no_slope_2(_Closures):
    def after_sigmoid(self, out):
        self.derivative += out.derivative


class near_no_slope_1(_Base):
    def slope(self, z, a):
        return 0.25


class near_no_slope_2(_Base):
    def slope(self, z, a):
        return 0


# What arrives -----------------------------------------------------------------------------------


class mistake_overwritten_1(_Base):
    def arrive(self, parent, local):
        parent.derivative = self.derivative * local


class mistake_overwritten_2(_Closures):
    def after_sum(self, other, out):
        self.derivative = other.derivative = out.derivative

    def after_product(self, other, out):
        self.derivative = other.value * out.derivative
        other.derivative = self.value * out.derivative

    def after_sigmoid(self, out):
        self.derivative = out.value * (1 - out.value) * out.derivative


class mistake_overwritten_3(_Base):
    def backward(self, arrived=1.0):
        self.derivative = arrived
        for parent, local in self.edges():
            parent.backward(arrived * local)


class mistake_overwritten_4(mistake_overwritten_1):
    """Begins with the second parent where it can, like a set that happens to be so ordered."""

    def __mul__(self, other):
        return type(self)(self.value * other.value, (other, self), (self.value, other.value))


class mistake_overwritten_5(mistake_overwritten_1):
    def __add__(self, other):
        return type(self)(self.value + other.value, (other, self), (1.0, 1.0))


class near_overwritten_1(_Base):
    def arrive(self, parent, local):
        parent.derivative = max(parent.derivative, self.derivative * local)


class near_overwritten_2(_Base):
    """The first stays."""

    def arrive(self, parent, local):
        parent.derivative = parent.derivative or self.derivative * local


class near_overwritten_3(_Base):
    def arrive(self, parent, local):
        parent.derivative -= self.derivative * local


class mistake_no_start_1(_Base):
    def backward(self):
        for node in self.order()[::-1]:
            node.pass_on()


class mistake_no_start_2(_Base):
    def backward(self):
        self.derivative = 1
        order = self.order()
        for node in order:
            node.derivative = 0
        for node in reversed(order):
            node.pass_on()


class mistake_no_start_3(_Base):
    def arrive(self, parent, local):
        parent.derivative *= self.derivative * local


class mistake_no_start_4(_Base):
    """Finds them, and keeps them to itself."""

    def backward(self):
        arrived = {self: 1.0}
        for node in reversed(self.order()):
            for parent, local in node.edges():
                arrived[parent] = arrived.get(parent, 0.0) + arrived[node] * local
        return arrived


class mistake_no_start_5(_Base):
    """No number knows what it was made of."""

    def __init__(self, value, parents=(), local_derivatives=()):
        super().__init__(value)


class near_no_start_1(_Base):
    def __init__(self, *given):
        super().__init__(*given)
        self.derivative = 1.0


class near_no_start_2(_Base):
    def backward(self):
        self.derivative = self.value
        for node in self.order()[::-1]:
            node.pass_on()


class mistake_start_in_each_call_1(_Base):
    def backward(self):
        self.derivative = 1.0
        for parent, local in self.edges():
            parent.derivative += self.derivative * local
            parent.backward()


class mistake_start_in_each_call_2(_Closures):
    def backward(self):
        self.derivative = 1
        self.pass_on()
        for parent in self.parents:
            parent.backward()


near_start_in_each_call_1 = near_no_start_1


class near_start_in_each_call_2(_Base):
    """Gives to a parent only after the parent has passed on."""

    def backward(self):
        self.derivative = 1
        for parent, local in self.edges():
            parent.backward()
            parent.derivative += self.derivative * local


class mistake_no_local_1(_Base):
    def arrive(self, parent, local):
        parent.derivative += self.derivative


class mistake_no_local_2(_Base):
    def backward(self, arrived=1.0):
        self.derivative += arrived
        for parent in self.parents:
            parent.backward(arrived)


class near_no_local_1(_Base):
    def arrive(self, parent, local):
        parent.derivative += self.derivative + local


class near_no_local_2(_Base):
    def arrive(self, parent, local):
        parent.derivative += self.derivative * local**2


class mistake_only_local_1(_Base):
    def arrive(self, parent, local):
        parent.derivative += local


class mistake_only_local_2(_Closures):
    def after_sum(self, other, out):
        self.derivative += 1
        other.derivative += 1

    def after_product(self, other, out):
        self.derivative += other.value
        other.derivative += self.value

    def after_sigmoid(self, out):
        self.derivative += out.value * (1 - out.value)


class mistake_only_local_3(_Base):
    def backward(self):
        for parent, local in self.edges():
            parent.derivative += local
            parent.backward()


class near_only_local_1(_Base):
    def arrive(self, parent, local):
        parent.derivative += self.value * local


class near_only_local_2(_Base):
    def arrive(self, parent, local):
        parent.derivative = local


# Who passes on, and when ------------------------------------------------------------------------


class mistake_only_parents_1(_Base):
    def backward(self):
        self.derivative = 1.0
        for parent, local in self.edges():
            parent.derivative += local


class mistake_only_parents_2(_Base):
    """From the inputs on."""

    def backward(self):
        self.derivative = 1
        for node in self.order():
            node.pass_on()


class mistake_only_parents_3(_Base):
    def backward(self):
        self.derivative = 1.0
        for k in range(len(self.parents)):
            self.parents[k].derivative = self.local_derivatives[k]


class near_only_parents_1(_Base):
    """Two steps back."""

    def backward(self):
        self.derivative = 1
        self.pass_on()
        for parent in set(self.parents):
            parent.pass_on()


class near_only_parents_2(_Base):
    """Only the first of the parents passes on."""

    def backward(self):
        self.derivative, node = 1, self
        while node.parents:
            node.pass_on()
            node = node.parents[0]


class mistake_too_early_1(_Base):
    def backward(self):
        if self.derivative == 0:
            self.derivative = 1.0
        for parent, local in self.edges():
            parent.derivative += self.derivative * local
            parent.backward()


class mistake_too_early_2(_Base):
    def backward(self):
        self.derivative, queue = 1, [self]
        while queue:
            node = queue.pop(0)
            node.pass_on()
            queue.extend(node.parents)


class mistake_too_early_3(_Base):
    def backward(self):
        self.derivative, stack = 1, [self]
        while stack:
            node = stack.pop()
            node.pass_on()
            stack += node.parents


class mistake_too_early_4(_Base):
    """Visits a node as often as it is used."""

    def order(self):
        return [one for parent in self.parents for one in parent.order()] + [self]


class mistake_too_early_5(_Closures):
    def backward(self):
        self.derivative = 1.0

        def go(node):
            node.pass_on()
            for parent in node.parents:
                go(parent)

        go(self)


class near_too_early_1(_Base):
    """What is used twice in one operation counts four times."""

    def arrive(self, parent, local):
        parent.derivative += self.derivative * local * self.parents.count(parent)


class near_too_early_2(_Base):
    """A number that is used twice passes on a half of what has arrived."""

    def backward(self):
        order = self.order()
        used = [id(parent) for node in order for parent in node.parents]
        self.derivative = 1
        for node in reversed(order):
            for parent, local in node.edges():
                parent.derivative += node.derivative * local / max(1, used.count(id(node)))


class mistake_not_all_arrived_1(_Base):
    def backward(self):
        self.derivative = 1
        queue, done = [self], set()
        while queue:
            node = queue.pop(0)
            if node not in done:
                done.add(node)
                node.pass_on()
                queue.extend(node.parents)


class mistake_not_all_arrived_2(_Base):
    """Lists a node before its parents, and goes through the list from its beginning."""

    def backward(self):
        order = []

        def visit(node):
            if node not in order:
                order.append(node)
                for parent in node.parents:
                    visit(parent)

        visit(self)
        self.derivative = 1
        for node in order:
            node.pass_on()


class mistake_not_all_arrived_3(_Base):
    def backward(self):
        self.derivative = 1
        stack, done = [self], []
        while stack:
            node = stack.pop()
            if node in done:
                continue
            done.append(node)
            for parent, local in node.edges():
                parent.derivative += node.derivative * local
                stack.append(parent)


class near_not_all_arrived_1(_Base):
    """Waits, and passes on only what has arrived last."""

    def backward(self):
        self.derivative = self.last = 1
        for node in self.order()[::-1]:
            for parent, local in node.edges():
                parent.last = node.last * local
                parent.derivative += parent.last


class near_not_all_arrived_2(_Base):
    """A number that is used twice passes nothing on."""

    def backward(self):
        order = self.order()
        used = [id(parent) for node in order for parent in node.parents]
        self.derivative = 1
        for node in reversed(order):
            if used.count(id(node)) < 2:
                node.pass_on()


# Wrong in other ways ----------------------------------------------------------------------------


class wrong_numbers_for_nodes(_Base):
    def __add__(self, other):
        return self.value + other.value


class wrong_growing_and_flat(_Base):
    def sigmoid(self):
        return type(self)(1 / (1 + math.exp(self.value)), (self,), (1,))


class wrong_two_at_once(mistake_product_by_itself_1, mistake_overwritten_1):
    pass


class wrong_both_by_itself(_Base):
    by_terms = by_factors = near_sum_like_product_1.by_terms


class wrong_sum_for_product(_Base):
    __mul__ = _Base.__add__


class wrong_slope_for_value(_Base):
    def sigmoid(self):
        a = _sigmoid(self.value)
        return type(self)(a * (1 - a), (self,), (a * (1 - a),))
