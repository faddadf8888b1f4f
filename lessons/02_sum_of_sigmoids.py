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
# # 2 · A network is a sum of sigmoids
#
# **After this lesson you can**
#
# - say what the weight, the bias and the height of a sigmoid do to its curve
# - build a curve out of sigmoids by hand, and say why lines in their place would not do
# - say what such a sum can approximate, in which sense, and where it cannot
# - write the network as a matrix product, and count its parameters: $P = 3H + 1$
#
# Plan about 45 minutes, and as long again for the exercises.

# %% [markdown] slideshow={"slide_type": "notes"}
# No training is explained here; it is only switched on once, as an opponent. The lesson is about what
# the network *can* be. How its parameters are found is the matter of lessons 3 to 5.

# %% slideshow={"slide_type": "skip"}
import numpy as np

from lessonlib import predict, run_order
from lessonlib.activations import sigmoid
from lessonlib.datasets import TRUE_FUNCTIONS
from lessonlib.exercises import check, hint
from lessonlib.experiments import lesson2 as experiments
from lessonlib.figures import lesson2 as figures
from lessonlib.losses import mean_squared_error
from lessonlib.networks import count_parameters, forward, hidden_activations, pack
from lessonlib.quiz import quiz
from lessonlib.training import gradient_descent_step, train

run_order.explain_missing_names(2)

# %% [markdown] slideshow={"slide_type": "slide"} tags=["claim:each_goes_one_way_and_their_sum_both_ways"]
# ## The question
#
# Each curve on the left goes one way only: up, or down. Their sum goes both ways.
#
# **How can a sum of S-shaped curves become any curve?**

# %% slideshow={"slide_type": "-"}
figures.question()

# %% [markdown] slideshow={"slide_type": "slide"} tags=["defines:architecture", "defines:parameter"]
# ## The starter kit
#
# To make a machine that learns from data, you choose four things. The first is
#
# - an **architecture**: which formula turns $x_s$ into the output $\tilde{y}_s$, and which numbers in it, its **parameters**, may
#   be tuned

# %% [markdown] slideshow={"slide_type": "fragment"} tags=["ahead"]
# - a **loss function**: one number that says how wrong the outputs are (lesson 3)
# - a **numerical optimisation method**: how to change the parameters so that the loss falls (lessons 4 and 5)
# - **metrics**: numbers that tell *you* whether the result is good enough to use (lesson 3)
#
# This lesson is about the architecture.

# %% [markdown] slideshow={"slide_type": "slide"} tags=["defines:weight", "defines:bias"]
# ## Start with the input
#
# A neural network for our regression problem takes one number, $x_s$, and returns one number,
# $\tilde{y}_s$. In between stand units that all do the same thing. Here is what one of them does.
#
# First it makes a straight line from its input, with a **weight** $w$ and a **bias** $b$:
#
# $$z = w\,x_s + b$$

# %% [markdown] slideshow={"slide_type": "fragment"} tags=["defines:sigmoid"]
# Then it squashes the line into the interval from 0 to 1 with the **sigmoid** $\sigma$:
#
# $$\sigma(z) = \frac{1}{1 + e^{-z}}$$
#
# (With something in brackets, $\sigma$ is the sigmoid; alone, it is still the noise of lesson 1.)
#
# Last, the result is stretched to a **height** $v$. What the unit adds to the output is
#
# $$v \, \sigma(w\,x_s + b)$$

# %% slideshow={"slide_type": "subslide"}
# one unit, for five inputs
w, b, v = 2.0, -2.0, 1.5
x = np.array([-1.0, 0.0, 1.0, 2.0, 3.0])

print("x             ", x)
print("w x + b       ", w * x + b)
print("σ(w x + b)    ", sigmoid(w * x + b).round(3))
print("v σ(w x + b)  ", (v * sigmoid(w * x + b)).round(3))

# %% [markdown] slideshow={"slide_type": "slide"} tags=["claim:most_of_the_rise_takes_four_over_w"]
# ## Where it stands, and how steep it is
#
# The middle of the S is where $z = 0$, so the curve **stands** at $x = -b/w$. There the sigmoid
# is at one half.
#
# The larger $|w|$, the **steeper** it is: most of the rise, from $z = -2$ to $z = 2$, takes a
# distance of $4/|w|$ along $x$.

# %% slideshow={"slide_type": "-"}
place, width = -b / w, 4 / abs(w)
ends = np.array([place - width / 2, place, place + width / 2])

print("before, at and after the middle: x =", ends)
print("the sigmoid there:                  ", sigmoid(w * ends + b).round(2))

# %% [markdown] slideshow={"slide_type": "slide"}
# ## One sigmoid: predict first
#
# The sigmoid below has $w = 2$ and $b = -2$, so it stands at $x = 1$.
#
# **You double the weight to 4 and leave the bias alone. Where will the curve stand?**

# %% slideshow={"slide_type": "-"}
place_guess = predict.choose("still at 1", "at 0.5", "at 2", key="lesson2.place")
place_guess

# %% [markdown] slideshow={"slide_type": "subslide"}
# ## One sigmoid: now look
#
# Set the weight to 4. Then drag the dot, and see which bias takes it where you want it. Try a negative
# weight, and last a weight of 0: what does the bias do now?

# %% slideshow={"slide_type": "-"}
figures.one_sigmoid(prediction=place_guess)

# %% [markdown] slideshow={"slide_type": "fragment"} tags=["claim:the_weight_moves_the_curve_too"]
# The weight does two things at once: it sets the steepness, and, since $-b/w$ depends on it, it moves the
# curve. To make a curve steeper *in its place*, change the bias by the same factor. A weight below 0 makes
# the curve fall from left to right.

# %% [markdown] slideshow={"slide_type": "notes"} tags=["claim:swapped_weight_and_bias_stand_elsewhere"]
# Swapping weight and bias is the commonest slip when students write this in code. Ask what
# σ(b x + w) would look like for w = 2, b = −4: it falls, and stands at 0.5, not at 2.

# %% [markdown] slideshow={"slide_type": "slide"} tags=["defines:output_bias"]
# ## Add one sigmoid at a time
#
# The output of the network is the sum of what $H$ such units give, plus one constant $c$, the **output bias**:
#
# $$\tilde{y}_s = c + v_1\,\sigma(w_1 x_s + b_1) + v_2\,\sigma(w_2 x_s + b_2) + \dots + v_H\,\sigma(w_H x_s + b_H)$$
#
# $H$ is the **hidden width**. Move the slider and watch the network grow.

# %% slideshow={"slide_type": "-"}
figures.build_up()

# %% [markdown] slideshow={"slide_type": "subslide"} tags=["claim:each_bends_the_sum_where_it_stands"]
# Left of its place, a rising sigmoid adds next to nothing; right of it, the same amount everywhere. So each one
# bends the sum where it stands and shifts all that lies to the right. The next one then starts from there.

# %% [markdown] slideshow={"slide_type": "notes"} tags=["claim:a_part_of_a_good_network_need_not_be_good"]
# The error goes up as well as down on the way: a part of a good network need not be a good
# network. The heights were found by least squares, for all eight at once.

# %% [markdown] slideshow={"slide_type": "slide"} tags=["claim:a_sum_of_lines_is_a_line"]
# ## Why the sigmoid?
#
# Take it out. Then each unit is a line, and the sum of the units is
#
# $$c + \sum_h v_h\,(w_h x_s + b_h) = \Big(\sum_h v_h w_h\Big)\, x_s + \Big(c + \sum_h v_h b_h\Big)$$
#
# **A sum of lines is a line**, however many you add. Take the tick away from *σ in every unit*, and drag $H$.

# %% slideshow={"slide_type": "subslide"}
figures.without_sigmoid()

# %% [markdown] slideshow={"slide_type": "fragment"} tags=["claim:without_the_sigmoid_more_units_do_not_help"]
# With the sigmoid, more units bring the error down. Without it, fifty lines do no better than one. It is
# the sigmoid that lets the sum bend.

# %% [markdown] slideshow={"slide_type": "notes"} tags=["claim:the_bend_need_not_be_a_sigmoid"]
# Any other curve that is not a polynomial would do in the sigmoid's place: today it is often max(0, z), which is two
# straight pieces with a bend.

# %% [markdown] slideshow={"slide_type": "slide"} tags=["claim:two_sigmoids_make_a_bump"]
# ## Two sigmoids make a bump
#
# One goes up, a second, further right, goes down by the same height. Between them the sum stands high;
# outside they cancel.
#
# Drag the dots, or use the sliders. What happens when the two change places? How steep must
# they be to keep a narrow bump as high as one sigmoid?

# %% slideshow={"slide_type": "-"}
figures.bump()

# %% slideshow={"slide_type": "subslide"}
# a bump from −1 to 1, soft and steep
x = np.array([-3.0, -1.0, 0.0, 1.0, 3.0])
for steepness in (2.0, 10.0):
    up = sigmoid(steepness * (x + 1))
    down = -sigmoid(steepness * (x - 1))
    print(f"steepness {steepness:4.0f}:", (up + down).round(3))

# %% [markdown] slideshow={"slide_type": "subslide"} tags=["exercise"]
# ### Exercise: a bump of your own
#
# Write `bump`: a sum of two sigmoids that stands at `height` between `left` and `right` and at 0 far away from them. Both sigmoids
# are as steep as `steepness` says. You may use `sigmoid`.


# %% slideshow={"slide_type": "-"} tags=["exercise"]
def bump(x, left, right, height, steepness):
    """Return a bump at each x, an array of shape (S,).

    x: array of shape (S,)
    left, right: floats, where the sigmoids stand, left < right
    height: float, how high (or, below 0, how deep)
    steepness: float above 0, how steep both sigmoids are
    """
    ...


# %% slideshow={"slide_type": "skip"} tags=["exercise"]
check(bump)

# %% slideshow={"slide_type": "skip"} tags=["exercise"]
hint("bump")

# %% [markdown] slideshow={"slide_type": "slide"}
# ## Many bumps make a staircase
#
# A bump can have any place, any width and any height. So cut the interval into pieces and stand a bump on
# each, as high as the function is in the middle of the piece. Every bump takes two sigmoids.
#
# **With 10 bumps you get some mean squared error. With 20 it will be …**

# %% slideshow={"slide_type": "-"}
stairs_guess = predict.choose(
    "about half of it", "about a quarter of it", "about a tenth of it", key="lesson2.stairs"
)
stairs_guess

# %% slideshow={"slide_type": "subslide"}
figures.staircase(prediction=stairs_guess)

# %% [markdown] slideshow={"slide_type": "subslide"} tags=["claim:twice_as_many_steps_leave_a_quarter"]
# Twice as many steps are half as wide, so the staircase is off by about half as much. Squared, that is a
# quarter. Compute it, for the figure's sine and its steepness:

# %% slideshow={"slide_type": "-"}
previous = np.nan
for n_bumps in (5, 10, 20, 40):
    error = experiments.build_staircase("sine", n_bumps).error
    ratio = "" if np.isnan(previous) else f"   {error / previous:.2f} of the one before"
    print(f"{n_bumps:2d} bumps: mean squared error {error:.5f}{ratio}")
    previous = error

# %% [markdown] slideshow={"slide_type": "notes"} tags=["claim:soft_edges_follow_a_slope", "claim:neighbours_share_an_edge"]
# This is the idea behind the approximation theorem. It is no good recipe: set 20 bumps and lower the steepness to
# about 20, and the same sigmoids do much better, since soft edges follow a slope where a step
# cannot. Neighbouring bumps share an edge, so with N bumps N + 1 sigmoids would do.

# %% [markdown] slideshow={"slide_type": "slide"}
# ## Build one by hand
#
# Now you are the optimiser. Each dot below is the middle of a sigmoid: drag it sideways to place it, up and down to set its
# height; the sliders hold the chosen one. Your **score** is the mean squared error. Get it as low as you can.
#
# Only then raise *T steps*: training sets out **from your network**.

# %% slideshow={"slide_type": "-"}
figures.hand_built()

# %% [markdown] slideshow={"slide_type": "fragment"} tags=["claim:three_sigmoids_make_this_sine", "claim:a_good_start_helps_on_wiggle"]
# Try all four targets. *Sine* takes three sigmoids. For *wiggle*, switch on all ten. As they stand, training gets
# stuck for long. Stand a steep one on each rise and each fall, and it gets much further:
# what training finds depends on where it begins.

# %% [markdown] slideshow={"slide_type": "notes"}
# Let two teams compete for the lowest score with H = 3 on *sine*, then let training go on from the
# better one. Ask where training moved the sigmoids (thin blue lines). How training chooses its steps is lesson 4.

# %% [markdown] slideshow={"slide_type": "subslide"} tags=["claim:three_sigmoids_make_this_sine"]
# ## By hand and by training, in code
#
# Our sine falls, rises and falls again. So here are three sigmoids placed by eye: place, steepness and height of
# each. Training takes over from there, for as many steps as the slider above allows.

# %% slideshow={"slide_type": "-"}
x = experiments.SCORE_GRID
y = TRUE_FUNCTIONS["sine"](x)
by_hand = experiments.network_of([(-2, 3, -2), (0, 3, 2), (2, 3, -2)], output_bias=1.0)

trained = by_hand
for _ in range(experiments.MOST_STEPS):
    trained = gradient_descent_step(trained, x, y, experiments.LEARNING_RATE)

print(f"by hand:  {mean_squared_error(y, forward(by_hand, x)):.5f}")
print(f"trained:  {mean_squared_error(y, forward(trained, x)):.5f}")
result = train(by_hand, x, y, experiments.LEARNING_RATE, experiments.MOST_STEPS)
print("the fast loop of the figure agrees:", np.allclose(result.weights, trained))

# %% [markdown] slideshow={"slide_type": "slide"} tags=["defines:approximation_theorem"]
# ## How near can you come?
#
# With enough sigmoids, a sum of them comes as near as you like to any bounded function with a limited number of jumps.
# This is the **approximation theorem**, and the staircase shows why. But near in which sense: by the mean squared error, or by the
# **largest error**, that of the worst point?
#
# The *step* function jumps from −0.5 to 0.5. **As $H$ goes from 5 to 50, the largest error will …**

# %% slideshow={"slide_type": "-"}
jump_guess = predict.choose(
    "fall to almost 0", "fall to about a tenth", "stay where it is", key="lesson2.jump"
)
jump_guess

# %% [markdown] slideshow={"slide_type": "subslide"}
# ## Now look
#
# Drag $H$ for each of the four functions. Thin lines are the single sigmoids, at equal distances: the more there are, the steeper they
# are made, $w = 4H/9$. Only their heights are fitted, to the function itself, without noise.

# %% slideshow={"slide_type": "-"}
figures.approximation(prediction=jump_guess)

# %% [markdown] slideshow={"slide_type": "subslide"} tags=["claim:without_a_jump_both_errors_vanish", "claim:one_more_sigmoid_can_make_it_worse", "claim:only_the_mean_error_falls_at_a_jump"]
# For the smooth functions both errors fall in the long run, though not with every sigmoid: one more moves all the others. For
# *step* the mean squared error falls in the same way, and the largest error does not.

# %% slideshow={"slide_type": "-"}
for name in ("sine", "step"):
    for hidden_width in (5, 15, 50):
        fit = experiments.approximate(name, hidden_width)
        print(f"{name}  H = {hidden_width:2d}   mean squared error {fit.mean:.1e}", end="   ")
        print(f"largest {fit.largest:.3f}   off by more than 0.1: {fit.far_off:4.0%} of x")

# %% [markdown] slideshow={"slide_type": "notes"} tags=["claim:an_even_number_has_none_at_the_jump"]
# At an odd H one sigmoid stands at the jump of *step*. At the next even H none does, and the mean squared error is larger.

# %% [markdown] slideshow={"slide_type": "slide"} tags=["claim:half_the_jump_remains"]
# ## Why a jump cannot be matched
#
# The network's curve has no jumps. Just left of 0 and at 0 its output is the same, but the
# function has changed by 1. The two errors add up to at least the jump, so one of them is at least half of it.

# %% slideshow={"slide_type": "-"}
weights = experiments.fit_width("step", 50)
both_sides = np.array([-1e-12, 0.0])
errors = np.abs(TRUE_FUNCTIONS["step"](both_sides) - forward(weights, both_sides))

print("error just left of the jump: ", errors[0].round(3))
print("error just right of the jump:", errors[1].round(3))
print("their sum:                   ", errors.sum().round(3))

# %% [markdown] slideshow={"slide_type": "slide"}
# ## Steeper, and more of them
#
# In the last figure more sigmoids were steeper sigmoids too. Which of the two makes the stretch narrower on which
# the curve is far off? Here they are apart, and one sigmoid always stands at the jump.
#
# Make the one sigmoid steeper. Then go back, and take 49 instead. Do the same for *sine*, and for *step + sine*.

# %% slideshow={"slide_type": "-"}
figures.at_the_jump()

# %% [markdown] slideshow={"slide_type": "subslide"} tags=["claim:steeper_makes_the_stretch_narrower", "claim:at_a_jump_steepness_counts_more", "claim:more_of_them_make_finer_stairs", "claim:a_curve_with_both_needs_both"]
# - **At the jump, steepness counts**: twice as steep, half the stretch. Forty-nine in place of one gain less than one that is four
#   times as steep.
# - **Elsewhere, the number counts**: very steep sigmoids make stairs, and only more of them make the stairs finer.
# - A curve with a jump and slopes needs both: **steeper, and more of them**. Neither makes the worst point better.

# %% [markdown] slideshow={"slide_type": "slide"} tags=["claim:far_out_the_sum_is_flat"]
# ## What “any accuracy” means
#
# You will often read that a network with one hidden layer can approximate *any* function with *any* accuracy. Read it with care:
#
# - It is true of the **mean (squared) error**, on a **bounded interval**, of a bounded function with a limited number of jumps.
# - At a jump, the **largest** error stays at about half the jump, however many sigmoids you take.
# - Without jumps, the largest error can be made as small as you like too (Cybenko, 1989), still on a bounded interval.
#
# Why bounded? Far out, every sigmoid is flat, and so is their sum. A sine is not:

# %% slideshow={"slide_type": "-"}
weights = experiments.fit_width("sine", 50)
for reach in (3, 6, 12):
    x = reach / 3 * experiments.DENSE_GRID
    error = mean_squared_error(TRUE_FUNCTIONS["sine"](x), forward(weights, x))
    print(f"from {-reach:3d} to {reach:2d}: mean squared error {error:.1e}")

# %% [markdown] slideshow={"slide_type": "notes"}
# The theorem says that good parameters exist. It does not say how many sigmoids are needed, nor that
# gradient descent will find them, nor that the curve will be right between the data. Lesson 1 was about
# the last; lesson 4 is about the second.

# %% [markdown] slideshow={"slide_type": "slide"}
# ## The same in code
#
# You know what the sum can do. Now write it down. Three units, as a loop; each row has the weight, bias and height of one unit.

# %% slideshow={"slide_type": "-"}
units = np.array([[2.0, -2.0, 1.0], [5.0, 5.0, -0.5], [-3.0, 1.0, 0.8]])
c = 0.1

x = np.linspace(-3, 3, 5)
y_loop = np.full(len(x), c)
for w_h, b_h, v_h in units:
    y_loop += v_h * sigmoid(w_h * x + b_h)

print("x ", x)
print("ỹ ", y_loop.round(3))

# %% [markdown] slideshow={"slide_type": "slide"} tags=["defines:matrix_form", "defines:forward_pass"]
# ## The matrix form
#
# Write all examples and all units at once. With the shapes below each part:
#
# $$\underset{(S,\,H)}{A} = \sigma\big(\underset{(S,\,1)}{x}\;\underset{(1,\,H)}{w^\top} + \underset{(H,)}{b}\big)
# \qquad
# \underset{(S,)}{\tilde{y}} = \underset{(S,\,H)}{A}\;\underset{(H,)}{v} + c$$
#
# Row $s$ of $A$ belongs to an example, column $h$ to a unit: $A_{sh} = \sigma(w_h x_s + b_h)$. To
# go from $x$ to $\tilde{y}$ in this way is a **forward pass**.

# %% slideshow={"slide_type": "-"}
w, b, v = units.T
A = sigmoid(x[:, None] @ w[None, :] + b)
y_matrix = A @ v + c

print("shapes: x", x[:, None].shape, " w", w[None, :].shape, " A", A.shape, " ỹ", y_matrix.shape)
print("the loop gives the same:", np.allclose(y_matrix, y_loop))

# %% [markdown] slideshow={"slide_type": "subslide"} tags=["exercise"]
# ### Exercise: the forward pass
#
# Write `forward_pass`: the output of the network for all examples. You may use `sigmoid` for the hidden units. Write down the
# shape of each step as you go.


# %% slideshow={"slide_type": "-"} tags=["exercise"]
def forward_pass(x, w, b, v, c):
    """Return the output of the network, an array of shape (S,).

    x: array of shape (S,), the inputs
    w, b: arrays of shape (H,), weight and bias of each hidden unit
    v: array of shape (H,), height of each hidden unit
    c: float, the output bias
    """
    ...


# %% slideshow={"slide_type": "skip"} tags=["exercise"]
check(forward_pass)

# %% slideshow={"slide_type": "skip"} tags=["exercise"]
hint("forward_pass")

# %% [markdown] slideshow={"slide_type": "subslide"}
# ## One vector of parameters
#
# From now on all parameters stand in one vector: first $w_1 \dots w_H$, then $b_1 \dots b_H$, then
# $v_1 \dots v_H$, last $c$. We call that vector **w**, or `weights` in code. `forward` is the matrix form.

# %% slideshow={"slide_type": "-"}
weights = pack(w, b, v, c)

print("weights:", weights)
print("same hidden layer:", np.allclose(hidden_activations(weights, x), A))
print("same output:      ", np.allclose(forward(weights, x), y_matrix))

# %% [markdown] slideshow={"slide_type": "slide"}
# ## How many parameters?
#
# Each unit has a weight, a bias and a height. The output adds one bias for all:
#
# $$P = 3H + 1$$

# %% slideshow={"slide_type": "-"}
print("our three units:", len(weights))
for hidden_width in (1, 3, 10, 50):
    print(f"H = {hidden_width:2d}   P = {count_parameters(hidden_width)}")

# %% [markdown] slideshow={"slide_type": "subslide"} tags=["exercise"]
# ### Exercise: count them
#
# Write `parameter_count`, for a network with one input, one output and any hidden width. Try to do it from a drawing of the network, not
# from the formula above, and see whether the two agree.


# %% slideshow={"slide_type": "-"} tags=["exercise"]
def parameter_count(hidden_width):
    """Return the number of parameters, P, an int.

    hidden_width: int, at least 1
    """
    ...


# %% slideshow={"slide_type": "skip"} tags=["exercise"]
check(parameter_count)

# %% slideshow={"slide_type": "skip"} tags=["exercise"]
hint("parameter_count")

# %% [markdown] slideshow={"slide_type": "subslide"} tags=["exercise"]
# ### Exercise: a sigmoid that survives everything (optional)
#
# The formula $1 / (1 + e^{-z})$ is right on paper. In the computer, $e^{1000}$ is too large to hold. Write `stable_sigmoid`: right for
# every $z$ from −1000 to 1000, and no number on the way may become infinite: to silence NumPy's warning does not count. (Do not call
# `sigmoid`; it is what you are writing.)


# %% slideshow={"slide_type": "-"} tags=["exercise"]
def stable_sigmoid(z):
    """Return the sigmoid of each number, without overflow.

    z: array of shape (n,)
    Returns an array of shape (n,), all from 0 to 1.
    """
    ...


# %% slideshow={"slide_type": "skip"} tags=["exercise"]
check(stable_sigmoid)

# %% slideshow={"slide_type": "skip"} tags=["exercise"]
hint("stable_sigmoid")

# %% [markdown] slideshow={"slide_type": "slide"} tags=["claim:h_sigmoids_join_h_plus_one_levels", "claim:soft_ones_come_nearer_with_fewer"]
# ## The question, once more
#
# **How can a sum of S-shaped curves become any curve?**
#
# Each S carries the sum from one level to the next, at the place where it stands, and leaves it there. Its height says how far
# up or down. So $H$ sigmoids, steep enough, join $H + 1$ levels of your choice: tick *level by level* to see them. Soft ones that
# overlap join the levels by slopes, and come nearer with fewer.

# %% slideshow={"slide_type": "-"}
figures.answer()

# %% [markdown] slideshow={"slide_type": "fragment"} tags=["claim:any_curve_is_followed"]
# This is the picture from the beginning, and its sine was nothing special. Choose other curves: eight sigmoids follow each of them roughly,
# twenty so closely that you cannot see the difference. Where they stand has nothing to do with the curve: only their heights have.

# %% [markdown] slideshow={"slide_type": "slide"} tags=["quiz"]
# ## Quiz
#
# Work each one out before you press a letter. Every option says why it is right or wrong.

# %% slideshow={"slide_type": "-"} tags=["quiz"]
quiz(2, 1)

# %% slideshow={"slide_type": "subslide"} tags=["quiz"]
quiz(2, 2)

# %% slideshow={"slide_type": "subslide"} tags=["quiz"]
quiz(2, 3)

# %% slideshow={"slide_type": "subslide"} tags=["quiz"]
quiz(2, 4)

# %% [markdown] slideshow={"slide_type": "slide"} tags=["quiz"]
# ## What did you predict?

# %% slideshow={"slide_type": "-"} tags=["quiz"]
before, after = (experiments.build_staircase("sine", n_bumps).error for n_bumps in (10, 20))
narrow, wide = (experiments.approximate("step", width).largest for width in (5, 50))

predict.recap(
    ("w = 4, b = −2: the sigmoid stands", place_guess, f"at {2 / 4}"),
    ("20 bumps, not 10: the error is", stairs_guess, f"{after / before:.2f} of it"),
    ("H from 5 to 50: the largest error will", jump_guess, f"go from {narrow:.2f} to {wide:.2f}"),
)

# %% [markdown] slideshow={"slide_type": "slide"}
# ## Recap
#
# - One sigmoid stands at $-b/w$; $|w|$ is its steepness, $v$ its height. The network is a sum of $H$ of them plus $c$: $P = 3H + 1$ parameters.
# - Each carries the sum to its next level: two make a bump, many follow any curve on an interval. Lines could not.
# - The mean error can be made as small as you like; at a jump the largest error stays at half the jump.
#
# Next: [3 · Loss and metrics](03_loss_and_metrics.ipynb). Back to the
# [map of the course](00_start_here.ipynb).
