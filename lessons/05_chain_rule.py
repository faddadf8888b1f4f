# ---
# jupyter:
#   jupytext:
#     text_representation:
#       extension: .py
#       format_name: percent
#   kernelspec:
#     display_name: Python 3
#     language: python
#     name: python3
# ---

# %% [markdown] slideshow={"slide_type": "slide"}
# # 5 · Chain rule
#
# **After this lesson you can**
#
# - follow every path from a weight to the loss, multiply along it, and add up the paths
# - write a computation graph that finds all derivatives by itself, backwards
# - say why one backward pass beats nudging the weights one by one, and by how much
#
# Plan two sittings of about 30 minutes, with a break in the middle, and an hour and a half for the exercises.

# %% [markdown] slideshow={"slide_type": "notes"}
# The first sitting runs on one graph with four weights: draw it on the board and leave it there. The second turns it
# into code, then into the network. The break is where the text has it.

# %% slideshow={"slide_type": "skip"} jupyter={"source_hidden": true}
import numpy as np

from lessonlib import graph, predict, run_order
from lessonlib.activations import sigmoid, sigmoid_derivative
from lessonlib.derivatives import numerical_gradient
from lessonlib.exercises import check, hint, mine
from lessonlib.experiments import lesson5 as experiments
from lessonlib.figures import lesson5 as figures
from lessonlib.losses import mean_squared_error, mean_squared_error_gradient
from lessonlib.networks import forward, hidden_activations, mse_gradient, pack, unpack
from lessonlib.quiz import quiz

run_order.explain_missing_names(5)

# %% [markdown] slideshow={"slide_type": "slide"}
# ## The question
#
# In lesson 4 you met the derivative of the loss by the network's **output**. But you cannot turn the
# output; you can only turn weights, and some of them act a long way before the loss.
#
# **How does a change in one early weight reach the loss?**

# %% slideshow={"slide_type": "-"}
figures.question()

# %% [markdown] slideshow={"slide_type": "slide"}
# ## A computation as a graph
#
# The picture shows one formula:
#
# $$L\left(f_4\left(f_2\left(f_1(x)\right), f_3\left(f_1(x)\right)\right)\right)$$
#
# Each circle is a function, and each square is given: the input $x$, the measured value $y$, and one
# weight for each $f$. Notice that $y_1 = f_1(x)$ is used **twice**. ($y_1, \dots, y_4$ are values inside the graph;
# only the plain $y$ is measured.)
#
# | function | its value | here we choose |
# |---|---|---|
# | $f_1$ | $y_1$ | $w_1 x$ |
# | $f_2$ | $y_2$ | $\mathrm{sigmoid}(w_2 y_1)$ |
# | $f_3$ | $y_3$ | $\mathrm{sigmoid}(w_3 y_1)$ |
# | $f_4$ | $y_4$ | $w_4\, y_2\, y_3$ |
# | $L$ | the loss | $(y_4 - y)^2$ |
#
# In code, each line is one circle, with the numbers of the picture:

# %% slideshow={"slide_type": "subslide"}
x, y = 2.0, 1.0
w1, w2, w3, w4 = 0.6, 1.0, -2.0, 3.0

y1 = w1 * x
y2 = sigmoid(w2 * y1)
y3 = sigmoid(w3 * y1)
y4 = w4 * y2 * y3
loss = (y4 - y) ** 2

print(f"y1 = {y1:.3f}   y2 = {y2:.3f}   y3 = {y3:.3f}   y4 = {y4:.3f}   L = {loss:.3f}")

# %% [markdown] slideshow={"slide_type": "notes"} tags=["claim:every_local_derivative_comes_out_different"]
# The loss is the squared error of a single example. With w2 > 0 and w3 < 0, f4 multiplies a rising and a
# falling sigmoid: a bump, as in lesson 2. The rules below hold for any functions; these were
# chosen because every local derivative comes out different.

# %% [markdown] slideshow={"slide_type": "slide"}
# ## Predict first
#
# Think of the picture, not of formulas: push $w_1$ up a little. What do $y_1$, $y_2$ and $y_3$ do, then $y_4$, then $L$?
# **If you raise $w_1$ a little, what does $L$ do?**

# %% slideshow={"slide_type": "-"}
nudge_guess = predict.choose("it rises", "it falls", "it stays the same", key="lesson5.nudge")
nudge_guess

# %% [markdown] slideshow={"slide_type": "slide"} tags=["defines:chain_rule"]
# ## The rule for a chain
#
# If $x$ acts on $g$, and $g$ acts on $f$, the two rates multiply. This is the **chain rule**:
#
# $$\frac{\partial f(g(x))}{\partial x} = \frac{\partial f}{\partial g} \cdot \frac{\partial g}{\partial x}$$
#
# Below, $x$ moves by a tenth, $g$ by three tenths, and $f$ by twice that: $3 \cdot 2$ tenths.

# %% slideshow={"slide_type": "-"}
for x_now in (1.0, 1.1):
    g = 3 * x_now
    f = 2 * g
    print(f"x = {x_now:.1f}   g = {g:.1f}   f = {f:.1f}")

# %% [markdown] slideshow={"slide_type": "slide"} tags=["defines:local_derivative"]
# ## Local derivatives
#
# Each function needs to know only itself: how does its value react to **its own** inputs, the others held
# fixed? That is its **local derivative**, one number per edge. You can read it off the function's formula.

# %% [markdown] slideshow={"slide_type": "subslide"} tags=["exercise"]
# ### Exercise: the slope from the value
#
# $f_2$ and $f_3$ are sigmoids, $a = \mathrm{sigmoid}(z) = 1/(1 + e^{-z})$. Write `sigmoid_slope`: the slope $da/dz$ where
# you know only the **value** $a$. You are not told $z$, and you do not need it.


# %% slideshow={"slide_type": "-"} tags=["exercise"]
def sigmoid_slope(activation):
    """Return the slope of the sigmoid from its value.

    activation: array of any shape, values of a sigmoid, from 0 to 1
    Returns an array of the same shape.
    """
    ...


# %% slideshow={"slide_type": "skip"} tags=["exercise"]
check(sigmoid_slope)

# %% slideshow={"slide_type": "skip"} tags=["exercise"]
hint("sigmoid_slope")

# %% [markdown] slideshow={"slide_type": "subslide"}
# ## Local derivatives, in numbers
#
# For a sigmoid, the rule for a chain gives
#
# $$\frac{da}{dz} = \frac{e^{-z}}{(1 + e^{-z})^2} = \frac{1}{1 + e^{-z}} \cdot \frac{e^{-z}}{1 + e^{-z}} = a\,(1 - a)$$
#
# These are the local derivatives that we need:

# %% slideshow={"slide_type": "-"}
dloss_dy4 = 2 * (y4 - y)
df4_dy2, df4_dy3 = w4 * y3, w4 * y2
df2_dy1, df2_dw2 = w2 * y2 * (1 - y2), y1 * y2 * (1 - y2)
df3_dy1 = w3 * y3 * (1 - y3)
df1_dw1, df1_dx = x, w1

print(f"∂L/∂y4 = {dloss_dy4:.3f}   ∂f4/∂y2 = {df4_dy2:.3f}   ∂f4/∂y3 = {df4_dy3:.3f}")
print(f"∂f2/∂y1 = {df2_dy1:.3f}   ∂f2/∂w2 = {df2_dw2:.3f}   ∂f3/∂y1 = {df3_dy1:.3f}")
print(f"∂f1/∂w1 = {df1_dw1:.3f}   ∂f1/∂x = {df1_dx:.3f}")

# %% [markdown] slideshow={"slide_type": "notes"}
# The sigmoid's derivative needs only its value. Point out that every formula here uses values
# of the forward pass. That is why a forward pass must come first, and why its values must be kept.

# %% [markdown] slideshow={"slide_type": "slide"} tags=["claim:a_push_is_multiplied_along_edges_and_added_where_ways_meet"]
# ## A push travels
#
# Push $w_1$ by $\delta$ and follow the change, one step at a time. Every edge multiplies what comes along by its local
# derivative. At $y_4$ two changes arrive, one on each way, and they **add**. Blue is the true change; below it,
# derivative times $\delta$.
#
# Make $\delta$ smaller: the two agree better and better. Then set $w_2$ to 0, which closes the way through $y_2$.

# %% slideshow={"slide_type": "subslide"}
figures.travel(prediction=nudge_guess)

# %% [markdown] slideshow={"slide_type": "slide"} tags=["claim:where_y1_is_0_w2_has_no_say"]
# ## One path: $\partial L / \partial w_2$
#
# Walk from the loss back to $w_2$. Each edge that you cross gives one factor: from $L$ back to $y_4$, on to $y_2$, on to
# $w_2$, and you have arrived.
#
# $$\frac{\partial L}{\partial w_2} = \frac{\partial L}{\partial y_4} \cdot \frac{\partial f_4}{\partial y_2} \cdot \frac{\partial f_2}{\partial w_2}$$
#
# In the figure, move *factors shown* from 0 to 3. Then turn $x$ to 0: one factor becomes 0, and the whole product with
# it. It is $\partial f_2/\partial w_2 = y_1\,y_2(1 - y_2)$: where $y_1 = 0$, turning $w_2$ changes nothing.

# %% slideshow={"slide_type": "fragment"}
dloss_dw2 = dloss_dy4 * df4_dy2 * df2_dw2

print(f"∂L/∂w2 = {dloss_dw2:.4f}")

# %% slideshow={"slide_type": "subslide"}
figures.one_path()

# %% [markdown] slideshow={"slide_type": "subslide"} tags=["exercise"]
# ### Exercise: one path
#
# Write `loss_by_w2`: $\partial L/\partial w_2$ at any weights and any example. Compute the values forwards first, then
# the factors. You may use `sigmoid`, and the functions of the table above.


# %% slideshow={"slide_type": "-"} tags=["exercise"]
def loss_by_w2(w1, w2, w3, w4, x, y):
    """Return the derivative of the loss by w2 on the graph of this lesson.

    All arguments are numbers.
    Returns a number.
    """
    ...


# %% slideshow={"slide_type": "skip"} tags=["exercise"]
check(loss_by_w2)

# %% slideshow={"slide_type": "skip"} tags=["exercise"]
hint("loss_by_w2")

# %% [markdown] slideshow={"slide_type": "slide"}
# ## Two ways: predict first
#
# $w_1$ reaches the loss on **two** ways, through $y_2$ and through $y_3$. The commonest mistake with the chain rule is to
# follow one and forget the other. Suppose you forget the one through $y_3$. **At the weights of the first picture,
# your $\partial L/\partial w_1$ is then …**

# %% slideshow={"slide_type": "-"}
forget_guess = predict.choose("too small", "too large", "of the wrong sign", key="lesson5.forget")
forget_guess

# %% [markdown] slideshow={"slide_type": "slide"} tags=["claim:paths_add_even_where_values_multiply"]
# ## When there are two ways
#
# Now suppose that $x$ acts on $f$ in two ways, through $g$ and through $e$. Each way changes $f$ on its
# own account, and **small changes add**:
#
# $$\frac{\partial f(g(x), e(x))}{\partial x} = \frac{\partial f}{\partial g} \cdot \frac{\partial g}{\partial x} + \frac{\partial f}{\partial e} \cdot \frac{\partial e}{\partial x}$$
#
# The $f$ below **multiplies** $g$ and $e$, and still the two paths add. What a function does with its inputs is in its
# local derivatives. How paths combine is always the same: multiply along a path, add over paths.


# %% slideshow={"slide_type": "subslide"}
def f(x):
    g, e = 3 * x, x**2
    return g * e


g, e = 3 * x, x**2  # at x = 2
through_g = e * 3  # ∂f/∂g · ∂g/∂x
through_e = g * 2 * x  # ∂f/∂e · ∂e/∂x
measured = numerical_gradient(lambda at: f(at[0]), [x])[0]

print(f"through g: {through_g:.1f}   through e: {through_e:.1f}   sum: {through_g + through_e:.1f}")
print(f"measured by a nudge: {measured:.4f}")

# %% [markdown] slideshow={"slide_type": "slide"}
# ## Two paths: $\partial L / \partial w_1$
#
# From $L$ to $y_4$ there is one edge. Then the way forks. Take the fork through $y_2$, and on to $y_1$:
#
# $$\frac{\partial L}{\partial w_1} = \frac{\partial L}{\partial y_4} \left[ \frac{\partial f_4}{\partial y_2} \cdot \frac{\partial f_2}{\partial y_1} \cdots \right] \cdots$$
#
# The dots stand for what is still missing.

# %% [markdown] slideshow={"slide_type": "fragment"}
# Go back to the fork and take the other way, through $y_3$. It reaches $y_1$ too, and both share the last edge, from
# $y_1$ to $w_1$:
#
# $$\frac{\partial L}{\partial w_1} = \frac{\partial L}{\partial y_4} \left[ \frac{\partial f_4}{\partial y_2} \cdot \frac{\partial f_2}{\partial y_1} + \frac{\partial f_4}{\partial y_3} \cdot \frac{\partial f_3}{\partial y_1} \right] \frac{\partial f_1}{\partial w_1}$$
#
# > **If you know the lecture slides:** their last line ends in $\partial f_1/\partial x$. For
# > $\partial L/\partial w_1$ the last factor is $\partial f_1/\partial w_1$. With $\partial f_1/\partial x$ it would be $\partial L/\partial x$.

# %% slideshow={"slide_type": "subslide"}
through_y2 = df4_dy2 * df2_dy1
through_y3 = df4_dy3 * df3_dy1
dloss_dw1 = dloss_dy4 * (through_y2 + through_y3) * df1_dw1
dloss_dx = dloss_dy4 * (through_y2 + through_y3) * df1_dx

print(f"inside the bracket: {through_y2:.4f} + ({through_y3:.4f})")
print(f"∂L/∂w1 = {dloss_dw1:.4f}    ∂L/∂x = {dloss_dx:.4f}")

# %% [markdown] slideshow={"slide_type": "subslide"}
# ## Two paths, lit up
#
# Build the derivative factor by factor, or choose one path alone. The bars are the two contributions; the second begins
# where the first ends. Now move $w_3$ across 0: when do they pull the same way, and when against each other?

# %% slideshow={"slide_type": "-"}
figures.two_paths()

# %% [markdown] slideshow={"slide_type": "notes"}
# Start at 0 factors and let the class call out the next factor before you show it. The bracket factors the
# shared edges out; written out, each path is its own product of four.

# %% [markdown] slideshow={"slide_type": "subslide"} tags=["exercise"]
# ### Exercise: two paths
#
# Write `loss_by_w1`: $\partial L/\partial w_1$ at any weights and any example.


# %% slideshow={"slide_type": "-"} tags=["exercise"]
def loss_by_w1(w1, w2, w3, w4, x, y):
    """Return the derivative of the loss by w1 on the graph of this lesson.

    All arguments are numbers.
    Returns a number.
    """
    ...


# %% slideshow={"slide_type": "skip"} tags=["exercise"]
check(loss_by_w1)

# %% slideshow={"slide_type": "skip"} tags=["exercise"]
hint("loss_by_w1")

# %% [markdown] slideshow={"slide_type": "slide"} tags=["claim:measuring_finds_a_forgotten_path", "defines:gradient_check"]
# ## Forget a path: now look
#
# Your line, answer times $\delta$, should touch the curve at $\delta = 0$. If it cuts across, the derivative is wrong. The
# blue bar is measured by nudging and knows nothing of paths: comparing with it is called a **gradient check**,
# and it finds this mistake at once. Then forget nothing, and the line touches.

# %% slideshow={"slide_type": "subslide"}
figures.forget_path(prediction=forget_guess)

# %% [markdown] slideshow={"slide_type": "notes"}
# Set w3 to a positive value: now both paths have the same sign, and forgetting one "only" makes the step
# too small. Such a bug is hard to see: the steps still go downhill.

# %% [markdown] slideshow={"slide_type": "slide"} tags=["claim:a_tenth_of_the_push_leaves_a_hundredth_of_the_miss"]
# ## How far does it hold?
#
# Derivative times $\delta$ is a straight line. It touches the curve at $\delta = 0$ and leaves it as $\delta$ grows. Drag the
# red point, or move $\delta$. On the right, by how much the derivative misses: both axes are logarithmic, and a tenth of
# a small $\delta$ usually gives about a hundredth of the miss.

# %% slideshow={"slide_type": "subslide"}
figures.nudge(prediction=nudge_guess)

# %% [markdown] slideshow={"slide_type": "subslide"} tags=["exercise"]
# ### Exercise: a gradient check (optional)
#
# Write `gradient_is_right`: measure the gradient with `numerical_gradient`, and compare. Some of the gradients that you
# are shown are right, some are wrong, and some are wrong in one entry only. Call it right if no entry is off by more than $10^{-4}$ of the largest
# measured one.


# %% slideshow={"slide_type": "-"} tags=["exercise"]
def gradient_is_right(function, gradient, weights):
    """Tell whether a gradient agrees with the measured one.

    function: takes an array of shape (P,), returns a number
    gradient: takes an array of shape (P,), returns one of shape (P,): right or wrong
    weights: array of shape (P,), where to compare
    Returns True or False.
    """
    ...


# %% slideshow={"slide_type": "skip"} tags=["exercise"]
check(gradient_is_right)

# %% slideshow={"slide_type": "skip"} tags=["exercise"]
hint("gradient_is_right")

# %% [markdown] slideshow={"slide_type": "slide"} tags=["claim:a_sigmoid_lets_at_most_a_quarter_through", "claim:a_saturated_sigmoid_closes_its_path", "defines:saturated"]
# ## What a sigmoid lets through
#
# A path through a sigmoid gets the factor $a(1 - a)$. It is never above $\tfrac14$, at $a = \tfrac12$. Where $a$ is close to
# 0 or 1, the sigmoid is flat: it is **saturated**, the factor is close to 0, and the path is almost closed. Several
# sigmoids in a row multiply their factors.
#
# Drag the red point. Then put a line in the sigmoid's place: the paths stay open, but nothing bends any more.

# %% slideshow={"slide_type": "subslide"}
figures.saturation()

# %% [markdown] slideshow={"slide_type": "notes"}
# A good place for a break. In lesson 6 a saturated neuron that is sure and wrong hardly learns, for this reason.

# %% [markdown] slideshow={"slide_type": "slide"} tags=["defines:backpropagation"]
# ## All derivatives in one sweep
#
# *Here you can take a break.*
#
# $\partial L/\partial w_1$ and $\partial L/\partial w_2$ begin with the same factors. Why compute them twice? Go through the graph once,
# backwards. Begin with $\partial L/\partial L = 1$, and let every node do two things:
#
# 1. multiply the derivative that has arrived by each of its local derivatives
# 2. **add** the result to what has arrived at that input
#
# This is **backpropagation**. Drag $t$ from 0. Blue steps go forwards, red ones backwards. Stop at $t = 8$: the derivative at $y_1$ says
# "+ …". What is still missing?

# %% slideshow={"slide_type": "-"}
figures.steps()

# %% [markdown] slideshow={"slide_type": "subslide"}
# ## A number that remembers
#
# A `Node` is a number that keeps what it was made of (its parents) and its local derivative by each. You write the
# formulas as before; the graph builds itself. Every single operation is a node here, so $f_2$ becomes two: a
# product and a sigmoid.

# %% slideshow={"slide_type": "-"}
X, W1, W2, W3, W4 = (graph.Node(value) for value in (x, w1, w2, w3, w4))

Y1 = W1 * X
Y2 = graph.sigmoid(W2 * Y1)
Y3 = graph.sigmoid(W3 * Y1)
Y4 = W4 * Y2 * Y3
loss_node = (Y4 - y) ** 2

print(f"{Y1} was made of {Y1.parents}")
print(f"its local derivatives are {Y1.local_derivatives}")

# %% [markdown] slideshow={"slide_type": "subslide"} tags=["claim:overwriting_spoils_only_what_lies_behind_the_fork", "claim:a_node_that_passes_on_too_early_is_wrong", "defines:topological_order"]
# ## The whole engine
#
# `+=` is the sum over paths; with `=`, the second path would erase the first. And the order matters: a
# node may pass its derivative on only when all of it has arrived. Going backwards through the
# **topological order** (inputs before what is made of them) guarantees that.

# %% slideshow={"slide_type": "-"}
order = graph.topological_order(loss_node)
for node in order:
    node.derivative = 0.0

loss_node.derivative = 1.0
for node in reversed(order):
    for parent, local in zip(node.parents, node.local_derivatives, strict=True):
        parent.derivative += node.derivative * local

for name, node, by_hand in (("w1", W1, dloss_dw1), ("w2", W2, dloss_dw2), ("x ", X, dloss_dx)):
    print(f"∂L/∂{name} = {node.derivative:7.4f}   by hand {by_hand:7.4f}")

# %% [markdown] slideshow={"slide_type": "notes"}
# Replace += by = and run the cell again: only w1 and x change. Ask why w2 survives.

# %% [markdown] slideshow={"slide_type": "subslide"} tags=["exercise"]
# ### Exercise: the engine, on plain lists
#
# Write `backward` without any class: number the nodes $0, 1, 2, \dots$ in topological order, the loss last, and let each edge be
# a tuple `(parent, node, local)`. The edges come in the order of the forward pass. Leave `edges` as they are.


# %% slideshow={"slide_type": "-"} tags=["exercise"]
def backward(n_nodes, edges):
    """Return the derivative of the last node by every node.

    n_nodes: how many there are; parents have smaller numbers than what is made of them
    edges: list of (parent, node, local derivative), sorted by node
    Returns a list of n_nodes numbers.
    """
    ...


# %% slideshow={"slide_type": "skip"} tags=["exercise"]
check(backward)

# %% slideshow={"slide_type": "skip"} tags=["exercise"]
hint("backward")

# %% [markdown] slideshow={"slide_type": "subslide"} tags=["exercise"]
# ### Exercise: a number that knows its derivatives
#
# Now write the class itself. `Value(2.0)` is an input. `a + b`, `a * b` and `a.sigmoid()` each make a new `Value`, with its parents and its
# local derivatives. `loss.backward()` then fills in `derivative` for everything that `loss` was made of. (Do not use `Node`; it is what you are writing.)


# %% slideshow={"slide_type": "-"} tags=["exercise"]
class Value:
    """A number that remembers what it was made of."""

    def __init__(self, value, parents=(), local_derivatives=()): ...

    def __add__(self, other): ...

    def __mul__(self, other): ...

    def sigmoid(self): ...

    def backward(self): ...


# %% slideshow={"slide_type": "skip"} tags=["exercise"]
check(Value)

# %% slideshow={"slide_type": "skip"} tags=["exercise"]
hint("Value")

# %% [markdown] slideshow={"slide_type": "subslide"} tags=["claim:paths_double_and_edges_do_not"]
# ## Many paths, few edges
#
# Below, each step uses the node before it twice. The number of paths doubles with every step; no one
# could follow them one by one. The sweep crosses each edge once. `node.backward()` is the loop of *The whole engine*.

# %% slideshow={"slide_type": "-"}
start = graph.Node(1.0)
node = start
for _ in range(100):
    node = 0.5 * node + 0.5 * node
node.backward()

n_edges = sum(len(one.parents) for one in graph.topological_order(node))
print(f"paths: {2**100:.1e}   edges: {n_edges}   derivative: {start.derivative}")

# %% [markdown] slideshow={"slide_type": "slide"} tags=["claim:a_parameter_has_a_path_through_every_example"]
# ## From the graph to the network
#
# The network of lesson 2 is a graph as well, only a larger one:
#
# $$a_{sh} = \mathrm{sigmoid}(w_h x_s + b_h) \qquad \tilde y_s = \sum_{h=1}^H v_h\, a_{sh} + c \qquad L = \frac1S \sum_{s=1}^S (\tilde y_s - y_s)^2$$
#
# Begin with one example and one unit. Then add examples: $w_1$ gets a path through **every one** of them. Then add a
# unit: the paths of $w_1$ stay as many, for it acts on its own unit only. Below the graph, the paths are added up.

# %% slideshow={"slide_type": "subslide"}
figures.network_graph()

# %% [markdown] slideshow={"slide_type": "subslide"}
# ## One example, one unit
#
# One path, and each line is one edge, walked from the loss back to $w_1$. These are the numbers of the figure.

# %% slideshow={"slide_type": "-"}
x, y, w, b, v, c = experiments.SMALL  # 3 examples, 2 units

a = sigmoid(w[0] * x[0] + b[0])
y_pred = v[0] * a + c

d_output = -2 * (y[0] - y_pred)  # ∂L/∂ỹ, from lesson 4, with S = 1
d_activation = d_output * v[0]  # times ∂ỹ/∂a = v
d_sum = d_activation * a * (1 - a)  # times the slope of the sigmoid
d_w = d_sum * x[0]  # times ∂(w x + b)/∂w = x
print(f"∂L/∂w1 = {d_w:.4f}")

# %% [markdown] slideshow={"slide_type": "subslide"}
# ## $S$ examples, one unit
#
# $S$ paths, so a sum over $s$. The loop below adds one product an example. Arrays do the same without a loop: every
# name that had one number now holds $S$ of them, and `@ x` multiplies and adds up.

# %% slideshow={"slide_type": "-"}
n_samples = len(x)
total = 0.0
for s in range(n_samples):
    a = sigmoid(w[0] * x[s] + b[0])
    y_pred = v[0] * a + c
    total += -2 / n_samples * (y[s] - y_pred) * v[0] * a * (1 - a) * x[s]

a = sigmoid(w[0] * x + b[0])  # (S,)
d_output = -2 / n_samples * (y - (v[0] * a + c))  # (S,)
d_w = (d_output * v[0] * a * (1 - a)) @ x  # (S,) @ (S,) = one number
print(f"loop {total:.4f}   arrays {d_w:.4f}")

# %% [markdown] slideshow={"slide_type": "subslide"} tags=["claim:without_the_transpose_shapes_fit_only_where_they_mislead"]
# ## $S$ examples, $H$ units
#
# One such sum for each unit $h$:
#
# $$\frac{\partial L}{\partial w_h} = \sum_{s=1}^S -\frac2S (y_s - \tilde y_s)\; v_h\; a_{sh}(1 - a_{sh})\; x_s$$
#
# Now $a$ has a row an example and a column a unit: shape $(S, H)$. Every derivative has the shape of the thing it belongs
# to, and the sum over $s$ is a matrix product. Without the transpose, the shapes do not fit, unless $S = H$: then they
# fit, and the numbers are wrong. So try your code with $S \neq H$.

# %% slideshow={"slide_type": "subslide"}
weights = pack(w, b, v, c)  # (3 H + 1,)
w, b, v, c = unpack(weights)  # and back
a = hidden_activations(weights, x)  # (S, H)

d_output = mean_squared_error_gradient(y, a @ v + c)  # (S,)
d_sum = np.outer(d_output, v) * sigmoid_derivative(a)  # (S, H)

d_w = d_sum.T @ x  # (H, S) @ (S,) = (H,)
d_b = d_sum.sum(axis=0)  # (H,)
d_v = a.T @ d_output  # (H, S) @ (S,) = (H,)
d_c = d_output.sum()  # one number

gradient = np.concatenate([d_w, d_b, d_v, [d_c]])
print(f"∂L/∂w1 = {d_w[0]:.4f}   ∂L/∂w2 = {d_w[1]:.4f}")
print("same as mse_gradient:", np.allclose(gradient, mse_gradient(weights, x, y)))

# %% [markdown] slideshow={"slide_type": "notes"}
# Cover the code, write only the shapes on the board, and let the class place each transpose.

# %% [markdown] slideshow={"slide_type": "subslide"} tags=["exercise"]
# ### Exercise: backpropagation
#
# Write `backpropagate`: the whole gradient of the mean squared error, for any $S$ and $H$. Try it from the shapes,
# without looking at the cell above; `unpack(weights)` and `hidden_activations(weights, x)` are yours to use. (Do not call `mse_gradient`; it is what you are writing.)


# %% slideshow={"slide_type": "-"} tags=["exercise"]
def backpropagate(weights, x, y):
    """Return the gradient of the mean squared error by all parameters.

    weights: array of shape (3 * H + 1,): hidden weights, hidden biases,
        output weights, output bias
    x, y: arrays of shape (S,)
    Returns an array of shape (3 * H + 1,), in the same order.
    """
    ...


# %% slideshow={"slide_type": "skip"} tags=["exercise"]
check(backpropagate)

# %% slideshow={"slide_type": "skip"} tags=["exercise"]
hint("backpropagate")

# %% [markdown] slideshow={"slide_type": "subslide"} tags=["claim:arrays_graph_and_nudging_agree"]
# ## Three answers to one question
#
# The arrays, the graph (one number at a time) and nudging each weight must agree.

# %% slideshow={"slide_type": "-"}
nodes = [graph.Node(weight) for weight in weights]
graph.network_loss(nodes, x, y).backward()
by_graph = np.array([node.derivative for node in nodes])

by_nudging = numerical_gradient(lambda w: mean_squared_error(y, forward(w, x)), weights)

print("largest difference from the arrays")
print("  graph below 1e-12:  ", np.abs(by_graph - gradient).max() < 1e-12)
print("  nudging below 1e-8: ", np.abs(by_nudging - gradient).max() < 1e-8)

# %% [markdown] slideshow={"slide_type": "slide"} tags=["defines:backward_pass"]
# ## If nudging works, why not just nudge?
#
# Nudging needs no chain rule, only a loss that you can compute. But every weight is nudged both ways, and each nudge is
# a whole forward pass: $2P$ of them for one gradient. The **backward pass** crosses each edge of the graph once. What it
# does there, one multiply-and-add, counts as one operation, like each operation of the forward pass.
#
# Take $H = 50$, so $P = 3H + 1$ weights, and $S = 100$ examples. **Nudging each weight both ways takes how many times
# as many operations as one forward and one backward pass?**

# %% slideshow={"slide_type": "-"}
cost_guess = predict.estimate(1, 300, key="lesson5.cost")
cost_guess

# %% slideshow={"slide_type": "subslide"}
figures.gradient_cost(prediction=cost_guess)

# %% [markdown] slideshow={"slide_type": "notes"}
# These are counted operations, not times; the counting runs through the lesson's own graph. For times
# on your own machine run `benchmarks/gradient_cost.py`. On real arrays the ratio is another, but it still grows with P.

# %% [markdown] slideshow={"slide_type": "slide"} tags=["claim:backpropagation_costs_three_passes_at_any_width", "claim:your_gradient_trains_the_network"]
# ## Train with it
#
# Nudging costs $2P$ forward passes. Backpropagation costs about as much as three, **whatever $P$ is**. So the advantage
# grows with the network, and today's have billions of weights. Nudging keeps one job: checking.
#
# Now the loop of lesson 4 runs on your own function. `mine` gives you the `backpropagate` that you wrote; if it has not
# passed its check yet, it gives you lessonlib's, and says so.

# %% slideshow={"slide_type": "-"}
backpropagate = mine("backpropagate")

x, y, weights = experiments.learning_problem()
print(f"before the first step: loss {mean_squared_error(y, forward(weights, x)):.3f}")

for _step in range(1000):
    weights = weights - 0.1 * backpropagate(weights, x, y)

print(f"after 1000 steps:      loss {mean_squared_error(y, forward(weights, x)):.3f}")

# %% slideshow={"slide_type": "subslide"}
figures.train_with(backpropagate)

# %% [markdown] slideshow={"slide_type": "slide"} tags=["claim:the_change_is_the_derivative_times_the_push"]
# ## The question, once more
#
# How does a change in one early weight reach the loss? Along every path that leads there: multiplied by a local derivative
# on every edge, and added up where paths meet. Here is the first picture again, with its answer.

# %% slideshow={"slide_type": "-"}
figures.answer()

# %% [markdown] slideshow={"slide_type": "slide"} tags=["quiz"]
# ## Quiz
#
# Work each one out before you press a letter. Every option says why it is right or wrong.

# %% slideshow={"slide_type": "-"} tags=["quiz"]
quiz(5, 1)

# %% slideshow={"slide_type": "subslide"} tags=["quiz"]
quiz(5, 2)

# %% slideshow={"slide_type": "subslide"} tags=["quiz"]
quiz(5, 3)

# %% slideshow={"slide_type": "subslide"} tags=["quiz"]
quiz(5, 4)

# %% [markdown] slideshow={"slide_type": "slide"} tags=["quiz"]
# ## What did you predict?

# %% slideshow={"slide_type": "-"} tags=["quiz"]
by_one_path, by_both = dloss_dy4 * through_y2 * df1_dw1, dloss_dw1
size = "too small" if abs(by_one_path) < abs(by_both) else "too large"
mistake = "of the wrong sign" if by_one_path * by_both < 0 else size
cost = experiments.count_gradient(hidden_width=50, n_samples=100)

predict.recap(
    ("w1 a little larger: L …", nudge_guess, "it falls" if by_both < 0 else "it rises"),
    ("one path forgotten: ∂L/∂w1 comes out", forget_guess, mistake),
    ("H = 50: nudging takes, times as many operations", cost_guess, cost.ratio),
)

# %% [markdown] slideshow={"slide_type": "slide"}
# ## Recap
#
# - Multiply local derivatives along a path; add over all paths.
# - Backpropagation does it for all weights in one sweep backwards, each edge once, with `+=`.
# - It costs about three forward passes at any $P$; check it by nudging.
#
# Next: [6 · Logistic regression](06_logistic_regression.ipynb). Back to the
# [map of the course](00_start_here.ipynb).
