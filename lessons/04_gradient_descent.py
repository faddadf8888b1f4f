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
# # 4 · Gradient descent
#
# **After this lesson you can**
#
# - write down and carry out a step, $\mathbf w^{t+1} = \mathbf w^t - \alpha\,\nabla f(\mathbf w^t)$, and say why it goes downhill
# - read off one number, $1 - \alpha\lambda$, whether it will crawl, converge, zigzag or diverge
# - predict the learning rate $\alpha$ at which it breaks, before you try it
#
# Plan two sittings of about 30 minutes, with a break where the network comes in, and an hour for the exercises.

# %% [markdown] slideshow={"slide_type": "notes"}
# The class needs the network of lesson 2 and the mean squared error of lesson 3. How the gradient of a whole network
# is computed is lesson 5; here it is a function that we call and check.

# %% slideshow={"slide_type": "skip"}
import numpy as np
from lessonlib import predict, run_order
from lessonlib.datasets import sample_dataset
from lessonlib.derivatives import numerical_gradient
from lessonlib.exercises import check, hint
from lessonlib.experiments import lesson4 as experiments
from lessonlib.figures import lesson4 as figures
from lessonlib.losses import mean_squared_error, mean_squared_error_gradient
from lessonlib.networks import forward, initialize_weights, mse_gradient
from lessonlib.optimizers import gradient_descent, largest_stable_learning_rate
from lessonlib.quiz import quiz
from lessonlib.sweeps import mse_hessian
from lessonlib.training import gradient_descent_step, train

run_order.explain_missing_names(4)

# %% [markdown] slideshow={"slide_type": "slide"}
# ## The question
#
# You stand at the large point and want to get to the cross. You cannot see the map: all you feel is the slope under
# your feet.
#
# **Which way is down, and how far do you dare to step?**

# %% slideshow={"slide_type": "-"}
figures.three_steps()

# %% [markdown] slideshow={"slide_type": "notes"}
# All three steps go in the same direction, straight down the slope. Ask which one is best, then point to C: it went
# downhill and still ends up higher. Also note that straight down is not straight to the cross. The lesson ends with
# this picture.

# %% [markdown] slideshow={"slide_type": "subslide"} tags=["ahead"]
# ## The starter kit, part three
#
# | part | what it is for | lesson |
# |---|---|---|
# | architecture | which curves are possible | 2 |
# | loss function | what training makes small | 3 |
# | **optimisation method** | how training makes it small | **this one** |
# | metrics | what people judge by | 3 |
#
# The method of this lesson, gradient descent, is the one that nearly all others are built on.

# %% [markdown] slideshow={"slide_type": "slide"}
# ## All parameters in one column
#
# A network has $P$ parameters. Stack them, and you have one vector. To train is to find a $\mathbf w$ for which some
# number $f(\mathbf w)$ is small. (In lessons 1 to 3, $f$ was the true function. Here, as is usual for this formula,
# $f$ is what we make small; for a network it is the loss.)
#
# $$\mathbf w = \begin{bmatrix} w_0 \\ w_1 \\ \vdots \\ w_{P-1} \end{bmatrix}$$

# %% [markdown] slideshow={"slide_type": "fragment"} tags=["defines:gradient"]
# Ask of each parameter how fast $f$ grows when you turn up that one alone. The answers, stacked in the same order,
# are the **gradient**:
#
# $$\nabla f = \begin{bmatrix} \frac{\partial f}{\partial w_0} \\[2pt] \frac{\partial f}{\partial w_1} \\ \vdots \\
# \frac{\partial f}{\partial w_{P-1}} \end{bmatrix}$$

# %% [markdown] slideshow={"slide_type": "subslide"} tags=["defines:learning_rate"]
# ## One step, then the next
#
# Where the gradient is positive, $f$ grows with that parameter: turn it down. Where it is negative, turn it up. How
# strongly, you choose with the **learning rate** $\alpha$. Begin anywhere, at $\mathbf w^{t=0}$:
#
# $$\mathbf w^{t=1} = \mathbf w^{t=0} - \alpha\,\nabla f(\mathbf w^{t=0})$$

# %% [markdown] slideshow={"slide_type": "fragment"}
# $$\mathbf w^{t=2} = \mathbf w^{t=1} - \alpha\,\nabla f(\mathbf w^{t=1})$$
#
# $$\mathbf w^{t=3} = \mathbf w^{t=2} - \alpha\,\nabla f(\mathbf w^{t=2})$$

# %% [markdown] slideshow={"slide_type": "fragment"} tags=["defines:gradient_descent"]
# $$\dots$$
#
# $$\mathbf w^{T} = \mathbf w^{T-1} - \alpha\,\nabla f(\mathbf w^{T-1})$$
#
# That is all of **gradient descent**. The small $t$ counts steps; it is not a power.

# %% [markdown] slideshow={"slide_type": "slide"} tags=["defines:curvature"]
# ## One dimension first
#
# Take a single parameter and the plainest valley, a parabola of **curvature** $\lambda$: $f = \tfrac12 \lambda w^2$,
# so $\nabla f = \lambda w$. Put it into the step:
#
# $$w^{t+1} = w^t - \alpha \lambda w^t = (1 - \alpha\lambda)\,w^t$$
#
# Every step multiplies the distance from the lowest point by the same **factor**, $1 - \alpha\lambda$. That one number
# decides what you will see.

# %% [markdown] slideshow={"slide_type": "subslide"}
# ## The factor on the number line
#
# Move $\alpha$ and $\lambda$, or drag the dot. Find an $\alpha$ for each way the path can go, then change $\lambda$ and
# find them again.

# %% slideshow={"slide_type": "-"}
figures.one_dimension()

# %% [markdown] slideshow={"slide_type": "subslide"} tags=["claim:the_factor_says_what_is_seen"]
# ## What the factor says
#
# | factor $1 - \alpha\lambda$ | what you see |
# |---|---|
# | just below 1 | it crawls |
# | well between 0 and 1 | it converges, from one side |
# | 0 | one step, and it is there |
# | between −1 and 0 | it zigzags: past the lowest point, but closer each time |
# | −1 | it jumps between two places for ever |
# | below −1 | it diverges: past it, and farther each time |

# %% slideshow={"slide_type": "-"}
learning_rate, curvature, w = 0.6, 2.0, 3.0
factor = 1 - learning_rate * curvature
for t in range(5):
    print(f"t = {t}: w = {w:7.4f}   by the factor: {3.0 * factor**t:7.4f}")
    w = w - learning_rate * curvature * w

# %% [markdown] slideshow={"slide_type": "notes"}
# Let the class say where the dot must stand before you move α. Ask what doubles when λ doubles: at twice the
# curvature the same picture comes with half the α. The line from −1 to 1 comes back twice in this lesson, with two
# dots and with 31.

# %% [markdown] slideshow={"slide_type": "slide"}
# ## Two parameters: a valley to practise in
#
# With two parameters you can still draw it. The valley of the first picture is
#
# $$f(\mathbf w) = \tfrac12 \left(w_0^2 + 10\,w_1^2\right), \qquad
# \nabla f = \begin{bmatrix} w_0 \\ 10\,w_1 \end{bmatrix}$$

# %% slideshow={"slide_type": "-"}
A = np.diag([1.0, 10.0])


def f(w):
    return 0.5 * w @ A @ w


def gradient(w):
    return A @ w


w = np.array([3.5, 1.5])
print("f(w) =", f(w), "  gradient:", gradient(w))

# %% [markdown] slideshow={"slide_type": "subslide"} tags=["claim:two_more_values_for_each_parameter", "defines:numerical_gradient"]
# ## Is that gradient right? Measure it
#
# Nudge one parameter by $\delta$ up and by $\delta$ down, and see how much $f$ changes:
#
# $$\frac{\partial f}{\partial w_p} \approx \frac{f(\mathbf w + \delta\,e_p) - f(\mathbf w - \delta\,e_p)}{2\delta}$$
#
# Here $e_p$ is 1 at place $p$ and 0 elsewhere. This **numerical gradient** is slow, since each parameter needs two
# more values of $f$, but it checks any formula.

# %% slideshow={"slide_type": "-"}
nudge = 1e-6
for p, e in enumerate(np.eye(2)):
    print(f"by w_{p}: {(f(w + nudge * e) - f(w - nudge * e)) / (2 * nudge):.4f}")

print("the library's:", numerical_gradient(f, w).round(4))

# %% [markdown] slideshow={"slide_type": "notes"} tags=["claim:both_ways_is_nearer_than_one", "claim:a_far_smaller_nudge_is_worse"]
# Why both ways and not just up? The one-sided difference is off by something proportional to δ, this one to δ². And
# why not a far smaller δ? Because f(w + δ) and f(w − δ) then agree in nearly all the digits that the computer keeps.

# %% [markdown] slideshow={"slide_type": "subslide"} tags=["exercise"]
# ### Exercise: measure a gradient
#
# Write `measured_gradient`: nudge each parameter by `nudge`, up and down, and divide. Two calls of `function` for
# each parameter, and no formula of its gradient. Leave `weights` as it was: nudge a copy.


# %% slideshow={"slide_type": "-"} tags=["exercise"]
def measured_gradient(function, weights, nudge):
    """Measure the gradient by central differences.

    function: takes an array of shape (P,), returns a number
    weights: array of shape (P,), where to measure
    nudge: a number, δ in the formula
    Returns an array of shape (P,).
    """
    ...


# %% slideshow={"slide_type": "skip"} tags=["exercise"]
check(measured_gradient)

# %% slideshow={"slide_type": "skip"} tags=["exercise"]
hint("measured_gradient")

# %% [markdown] slideshow={"slide_type": "slide"} tags=["claim:a_nudge_changes_f_by_gradient_times_nudge"]
# ## Why against the gradient?
#
# Take a short step $\Delta\mathbf w$ in any direction. Each parameter adds its own share to the change of $f$:
#
# $$\Delta f \approx \nabla f \cdot \Delta\mathbf w = \lVert\nabla f\rVert\,\lVert\Delta\mathbf w\rVert \cos\theta$$
#
# The length being given, only the angle $\theta$ between the two is left to choose.

# %% [markdown] slideshow={"slide_type": "subslide"}
# ## Turn a step around
#
# At which angle does $f$ fall fastest? Drag the end of the violet step around, or move the sliders. Then make the step
# longer.

# %% slideshow={"slide_type": "-"}
figures.directions()

# %% [markdown] slideshow={"slide_type": "subslide"} tags=["claim:against_the_gradient_is_steepest", "claim:along_the_line_f_hardly_changes", "claim:only_a_short_step_is_sure_to_go_down"]
# ## Straight against it, by a short step
#
# At 180°, straight against the gradient; at 90° and 270°, along the line of equal height, $f$ hardly changes. With
# $\Delta\mathbf w = -\alpha\nabla f$:
#
# $$\Delta f \approx -\alpha\,\lVert\nabla f\rVert^2 < 0$$
#
# This holds for short steps. Make the step longer, and the curve leaves the cosine: then straight down may lead up.
# The distance of a step is not $\alpha$ but $\alpha\lVert\nabla f\rVert$: the steeper it is, the farther you go.

# %% slideshow={"slide_type": "subslide"}
steepness = np.linalg.norm(gradient(w))
print("   α   distance   change of f   −α‖∇f‖²")
for learning_rate in (0.001, 0.01, 0.1):
    change = f(w - learning_rate * gradient(w)) - f(w)
    distance, predicted = learning_rate * steepness, -learning_rate * steepness**2
    print(f"{learning_rate:5.3f} {distance:8.3f} {change:11.3f} {predicted:12.3f}")

# %% slideshow={"slide_type": "fragment"}
for step in range(4):
    print(f"t = {step}: w = {w.round(3)}, f(w) = {f(w):.3f}")
    w = w - 0.05 * gradient(w)

print("The library's function keeps every w^t:")
print(gradient_descent(gradient, [3.5, 1.5], learning_rate=0.05, n_steps=3).round(3))

# %% [markdown] slideshow={"slide_type": "subslide"}
# ## Try it: one step at a time
#
# Move $t$ from 0 upwards. The arrow is the next step; the line below the picture works it out. Then choose the long
# valley and go again, and drag the large point to start elsewhere. At what angle does the arrow leave the line of
# equal height?
#
# Last, the shape with two lowest points. Find starts that lead to the one, and starts that lead to the other.

# %% slideshow={"slide_type": "-"}
figures.steps()

# %% [markdown] slideshow={"slide_type": "subslide"} tags=["claim:the_step_stands_at_a_right_angle", "claim:only_in_the_bowl_does_down_lead_to_the_lowest", "claim:where_you_start_decides_where_you_end", "claim:networks_end_at_different_places"]
# ## Where the arrow leads
#
# The arrow stands at a right angle to the line it starts from. In the round bowl that leads straight to the lowest
# point; in the valley, mostly to the opposite wall.
#
# With two lowest points, the start decides which one you reach. You feel only the slope under your feet, so nothing
# tells you that there is a lower place beyond the ridge. Losses of networks have many such places: another start,
# another end.

# %% [markdown] slideshow={"slide_type": "notes"}
# In the valley, start from w₁ = 0, on the floor: no zigzag, but a slow walk. Then give both numbers of the sentence a
# voice: the arrow shortens although α stays the same. With two lowest points, look for the ridge by dragging the
# start across it.

# %% [markdown] slideshow={"slide_type": "subslide"} tags=["exercise"]
# ### Exercise: one step
#
# Write `one_step`: from $\mathbf w^t$ to $\mathbf w^{t+1}$. The array that you are given must stay as it was.


# %% slideshow={"slide_type": "-"} tags=["exercise"]
def one_step(gradient, weights, learning_rate):
    """Go one step downhill.

    gradient: a function; takes an array of shape (P,), returns one of shape (P,)
    weights: array of shape (P,), where you are
    learning_rate: a number, α
    Returns an array of shape (P,), where you are next.
    """
    ...


# %% slideshow={"slide_type": "skip"} tags=["exercise"]
check(one_step)

# %% slideshow={"slide_type": "skip"} tags=["exercise"]
hint("one_step")

# %% [markdown] slideshow={"slide_type": "subslide"} tags=["exercise"]
# ### Exercise: the whole path
#
# Write `descend`: $T$ steps, and the table of all places $\mathbf w^0, \mathbf w^1, \dots, \mathbf w^T$, one per row.
# You may call your `one_step`. Leave `weights` as it was.


# %% slideshow={"slide_type": "-"} tags=["exercise"]
def descend(gradient, weights, learning_rate, n_steps):
    """Go n_steps steps downhill and keep every place.

    gradient: a function; takes an array of shape (P,), returns one of shape (P,)
    weights: array of shape (P,), the start
    learning_rate: a number, α
    n_steps: int, T
    Returns an array of shape (n_steps + 1, P).
    """
    ...


# %% slideshow={"slide_type": "skip"} tags=["exercise"]
check(descend)

# %% slideshow={"slide_type": "skip"} tags=["exercise"]
hint("descend")

# %% [markdown] slideshow={"slide_type": "slide"}
# ## Two directions, one α: predict first
#
# The long valley has the curvature $\lambda = 1$ along $w_0$ and $\lambda = 10$ along $w_1$, but there is one
# $\alpha$ for both. In the next figure the valley's paths stay hidden until you commit; the round bowl ($\lambda = 1$
# whichever way) is open to you.
#
# **From which $\alpha$ on will the path diverge in the valley?**

# %% slideshow={"slide_type": "-"}
rate_guess = predict.estimate(0.0, 2.5, key="lesson4.rate")
rate_guess

# %% [markdown] slideshow={"slide_type": "subslide"}
# ## Two directions, one α: now look
#
# On the left all 40 steps for your $\alpha$; on the right the height at which they end, for every $\alpha$ at once;
# below, the factor along each direction. Go slowly from one end to the other and name what you see. Then turn the
# valley: what turns with it, and what stays?

# %% slideshow={"slide_type": "-"}
figures.choose_rate(prediction=rate_guess)

# %% [markdown] slideshow={"slide_type": "notes"} tags=["claim:the_best_rate_and_the_worst_are_neighbours"]
# Have the room find all four behaviours in the valley: it crawls at the left end, converges around 0.05, zigzags
# between 0.1 and the limit, diverges beyond. In the valley, the curve on the right is lowest close to the limit: the
# best rate and the worst are neighbours.

# %% [markdown] slideshow={"slide_type": "subslide"} tags=["claim:the_most_curved_direction_decides", "claim:turning_the_valley_leaves_the_limit", "defines:eigenvalue", "defines:Hessian", "defines:eigenvector"]
# ## The largest α
#
# The factor passes −1 when $\alpha\lambda = 2$. There is one $\alpha$ for all directions, so the most curved one
# decides:
#
# $$\alpha < \frac{2}{\lambda_{\max}}$$
#
# The dashed lines that turned with the valley are its axes. Along each the curvature stayed the same, and so did the
# limit. In the tilted valley they can no longer be read off the formula: its second derivatives form a matrix, the
# **Hessian**, and what you want are that matrix's **eigenvectors** (the axes) and **eigenvalues** (the curvatures).
# NumPy finds them:

# %% slideshow={"slide_type": "subslide"}
tilted = experiments.hessian("valley", tilt=30.0)
print("Hessian of the tilted valley:", *tilted.round(2), sep="\n")
print("curvatures:", np.linalg.eigvalsh(tilted).round(6))
for axis in experiments.axes_of(30.0).T:
    print("along the axis", axis.round(3), "the Hessian only stretches:", (tilted @ axis).round(3))

limit = largest_stable_learning_rate(tilted)
print("2/λ_max =", round(limit, 6))
for learning_rate in (0.98 * limit, 1.02 * limit):
    path = gradient_descent(tilted.dot, [3.5, 1.5], learning_rate, n_steps=200)
    print(f"α = {learning_rate:.3f}: after 200 steps f = {0.5 * path[-1] @ tilted @ path[-1]:.4g}")

# %% [markdown] slideshow={"slide_type": "subslide"} tags=["exercise"]
# ### Exercise: the limit
#
# Write `largest_rate`: the $\alpha$ from which gradient descent on a quadratic $f$ diverges. You are given the
# Hessian of $f$, any number of parameters.


# %% slideshow={"slide_type": "-"} tags=["exercise"]
def largest_rate(hessian):
    """Return the learning rate at which gradient descent begins to diverge.

    hessian: array of shape (P, P), symmetric, all eigenvalues above 0
    Returns a number.
    """
    ...


# %% slideshow={"slide_type": "skip"} tags=["exercise"]
check(largest_rate)

# %% slideshow={"slide_type": "skip"} tags=["exercise"]
hint("largest_rate")

# %% [markdown] slideshow={"slide_type": "subslide"} tags=["claim:steps_grow_like_the_ratio_of_curvatures"]
# ## What a long valley costs
#
# The most curved direction caps $\alpha$; the flattest one must then make do with it. Take the cautious
# $\alpha = 1/\lambda_{\max}$ and count the steps until a hundredth of the distance is left. Their number grows like
# $\lambda_{\max}/\lambda_{\min}$:

# %% slideshow={"slide_type": "-"}
for curvature in (1.0, 10.0, 100.0):
    valley = np.diag([1.0, curvature])
    path = gradient_descent(valley.dot, [3.5, 1.5], 1 / curvature, n_steps=1000)
    distance = np.linalg.norm(path, axis=1)
    n_steps = np.argmax(distance < 0.01 * distance[0])
    print(f"λ = 1 and {curvature:3.0f}: {n_steps} steps")

# %% [markdown] slideshow={"slide_type": "slide"} tags=["defines:differentiable"]
# ## From the bowl to the network
#
# *A good place for a break.* Gradient descent can only use a loss that has a gradient. $\mathrm{Acc}_\varepsilon$ was
# level almost everywhere (lesson 3). The mean squared error is **differentiable**:
#
# $$\mathrm{MSE} = \frac1S \sum_{s=1}^{S} (y_s - \tilde y_s)^2$$

# %% [markdown] slideshow={"slide_type": "fragment"} tags=["claim:advice_to_each_output_lowers_the_loss"]
# $$\frac{\partial}{\partial \tilde y_s} \mathrm{MSE} = -\frac2S\,(y_s - \tilde y_s)$$
#
# Only one term of the sum has this $\tilde y_s$ in it. The 2 comes down from the square; the minus comes from the
# $-\tilde y_s$ inside; the $\frac1S$ stays. Read it as advice to each output. Too high: positive, so come down.
# Nearly right: nearly zero, so stay about there. Far too low: very negative, so go up a lot.

# %% slideshow={"slide_type": "subslide"}
y = np.array([1.0, 2.0, 3.0])
y_pred = np.array([1.5, 1.9, 1.0])

print("by hand, the first:", round(-2 / 3 * (1.0 - 1.5), 4))
print("library: ", mean_squared_error_gradient(y, y_pred).round(4))

measured = numerical_gradient(lambda outputs: mean_squared_error(y, outputs), y_pred)
print("measured:", measured.round(4))

# %% [markdown] slideshow={"slide_type": "notes"}
# Lesson 3 writes the square as (ỹ − y)², this one as (y − ỹ)². They are equal; the derivative is the same too.
# Let someone derive the sign for both ways of writing it.

# %% [markdown] slideshow={"slide_type": "subslide"} tags=["exercise"]
# ### Exercise: advice to each output
#
# Write `output_gradient`: the derivative of the mean squared error by each output of the network.


# %% slideshow={"slide_type": "-"} tags=["exercise"]
def output_gradient(y, y_pred):
    """Return the derivative of the mean squared error by each output.

    y: array of shape (S,), measured values
    y_pred: array of shape (S,), outputs of the network
    Returns an array of shape (S,).
    """
    ...


# %% slideshow={"slide_type": "skip"} tags=["exercise"]
check(output_gradient)

# %% slideshow={"slide_type": "skip"} tags=["exercise"]
hint("output_gradient")

# %% [markdown] slideshow={"slide_type": "slide"}
# ## Down to every weight
#
# We cannot turn the outputs, only the weights. How the advice reaches each weight is lesson 5.
# Here `mse_gradient` does it, and we know how to check a gradient, however it was made. (`initialize_weights` draws a
# random start.)

# %% slideshow={"slide_type": "-"}
x, y = sample_dataset("sine", n_samples=200, noise_std=0.15, rng=np.random.default_rng(0))
weights = initialize_weights(10, np.random.default_rng(0))

exact = mse_gradient(weights, x, y)
measured = numerical_gradient(lambda w: mean_squared_error(y, forward(w, x)), weights)
print("parameters:", len(weights))
print("formula  of the first three:", exact[:3].round(5))
print("measured of the first three:", measured[:3].round(5))
print("all agree:", np.allclose(exact, measured, rtol=0, atol=1e-7))

# %% [markdown] slideshow={"slide_type": "subslide"}
# ## Training is the same loop
#
# Nothing is new but the number of parameters:

# %% slideshow={"slide_type": "-"}
w = weights
for _ in range(500):
    w = w - 0.1 * mse_gradient(w, x, y)

print(f"loss before: {mean_squared_error(y, forward(weights, x)):.4f}")
print(f"loss after:  {mean_squared_error(y, forward(w, x)):.4f}")
print(
    "one step as in the library:",
    np.allclose(weights - 0.1 * exact, gradient_descent_step(weights, x, y, 0.1)),
)
print("all steps as in `train`:   ", np.allclose(w, train(weights, x, y, 0.1, 500).weights))

# %% [markdown] slideshow={"slide_type": "slide"}
# ## Try it: train the network
#
# $S = 200$ points and 500 steps, trained again at each move of $\alpha$, $H$, $\sigma$ or the start. Press Run, or
# move $t$: see the curve bend towards the data.
#
# Find an $\alpha$ that crawls, one whose loss falls at every step, one whose loss jumps up on the way, and one that
# diverges; go through the few steps of the divergence one by one. Then keep a good $\alpha$. Move $\sigma$: where
# does the loss level out? Take another start: what changes? (*f truth* is the true function of lesson 1; the axis of
# $t$ counts in factors of ten, and where the fit flies out, the axis of $y$ follows it.)

# %% slideshow={"slide_type": "-"}
figures.train_network()

# %% [markdown] slideshow={"slide_type": "subslide"} tags=["claim:steps_shorten_by_themselves", "claim:steps_of_one_length_never_settle"]
# ## The steps shorten by themselves
#
# The dashed curve is the length of the gradient. A step is $\alpha$ times as long, so as the ground levels out the
# steps shorten by themselves, although $\alpha$ stays the same. (In the round bowl, steps of one fixed length would
# never settle.) When training diverges, it is the other way round: a longer gradient makes a longer step, which lands
# where the gradient is longer still.

# %% [markdown] slideshow={"slide_type": "notes"} tags=["claim:the_loss_levels_out_near_the_noise"]
# Set σ to 0.3 and to 0.5: the loss levels out near the dotted line σ², and mostly a little below it, because the network fits
# some of the noise. With σ = 0 there is no line and the loss goes on falling. Then α = 0.4 with H = 10: the loss
# shoots up first and comes down in another place.

# %% [markdown] slideshow={"slide_type": "slide"}
# ## Every α at once: predict first
#
# Next, 64 networks are trained side by side, each with a learning rate of its own. They see 50 points and make up to
# 100 steps, so that all of them can follow your hand.
#
# The next figure is open up to $H = 10$. If you go on to $H = 50$, **the largest $\alpha$ that still works will be
# …**

# %% slideshow={"slide_type": "-"}
width_guess = predict.choose("larger", "about the same", "smaller", key="lesson4.width")
width_guess

# %% [markdown] slideshow={"slide_type": "subslide"}
# ## Every α at once: now look
#
# Each blue dot is one training; those that diverged are red, at the top. The grey line is $H = 10$, for comparison.
# The dotted line is $2/\lambda_{\max}$, computed before the first step.

# %% slideshow={"slide_type": "-"}
figures.all_rates(prediction=width_guess)

# %% [markdown] slideshow={"slide_type": "notes"}
# Move H slowly from 1 to 50: dotted line and red dots move left together. Then move T from 100 down to 1: with few
# steps, only the rates next to the dotted line get anywhere. Most of the axis is either too slow or broken.

# %% [markdown] slideshow={"slide_type": "subslide"}
# ## The same law, in a network
#
# A network's loss is not a quadratic, but near any $\mathbf w$ it looks like one. Its Hessian there has a largest
# eigenvalue. (Some others are below 0: there it curves downwards. The limit asks only for the largest.)

# %% slideshow={"slide_type": "-"}
print("       loss falls at every step, at     2/λ_max if the sum")
print(" H  2/λ_max   0.8 of it   1.5 of it    is divided by √H")
for H in (5, 10, 20, 50):
    start = initialize_weights(H, np.random.default_rng(0))
    hessian = mse_hessian(start, x, y)
    limit = 2 / np.linalg.eigvalsh(hessian)[-1]
    losses = [train(start, x, y, share * limit, n_steps=100).losses for share in (0.8, 1.5)]
    falls = ["yes" if np.all(np.diff(one) < 0) else "no" for one in losses]

    scale = np.ones(3 * H + 1)
    scale[2 * H : -1] = H**-0.5  # the heights
    divided = 2 / np.linalg.eigvalsh(scale[:, None] * hessian * scale)[-1]
    print(f"{H:2d} {limit:8.3f} {falls[0]:>11s} {falls[1]:>11s} {divided:17.3f}")

# %% [markdown] slideshow={"slide_type": "subslide"} tags=["claim:every_unit_adds_curvature", "claim:beyond_the_limit_a_training_may_come_back", "claim:the_lowest_loss_often_lies_beyond_the_limit"]
# ## Wider, and beyond the limit
#
# More hidden units, more curvature: all $H$ heights change in one step, and what they do to the output adds up. So
# our network needs a smaller $\alpha$ when it is wider. The last column takes the cause away: divide the sum of all
# units by $\sqrt H$, and the limit stays.
#
# One caution. Beyond $2/\lambda_{\max}$ the loss no longer falls at every step, but it need not diverge: it may jump
# to a place with less curvature and go on from there. That is the gap between the dotted line and the first red dot.
# For more than three starts in four the lowest loss of all lies in it, and so do much worse ones.

# %% [markdown] slideshow={"slide_type": "slide"}
# ## All curvatures on the number line
#
# The network has 31 parameters, so there are 31 directions, each with a curvature of its own. One dot for each: the
# same line from −1 to 1.
#
# Move $\alpha$ from a tenth of the limit to beyond it: which dot leaves the line, and where are all the others? Then
# change the unit of $x$. The network, its start and its data stay the same; only $x$ is counted in days of a year
# instead of standardised (lesson 1).

# %% slideshow={"slide_type": "-"}
figures.all_curvatures()

# %% slideshow={"slide_type": "subslide"}
print("unit of x       largest λ   median |λ|    2/λ_max   loss after 500 steps at α = 0.5/λ_max")
for units in experiments.UNITS:
    seen = experiments.look_at_curvatures(share=0.25, units=units)
    largest, last = seen.curvatures[-1], seen.losses[-1]
    print(f"{units:12s} {largest:12.4g} {seen.typical:12.2g} {seen.limit:10.2g} {last:12.4f}")

own = experiments.steps_with_own_rates(*experiments.in_units(weights, x, units), y, last)
print(f"standardised, with an α of its own in each direction: as low after {own} steps")

# %% [markdown] slideshow={"slide_type": "fragment"} tags=["claim:curvatures_of_a_network_are_very_different", "claim:different_curvatures_make_training_long", "claim:standardising_evens_out_the_curvatures"]
# A network's loss is a valley with very different curvatures: the most curved direction sets $\alpha$, and in most
# others a step changes hardly anything. This is why training takes hundreds of steps and not a handful. Take the
# cause away, and a handful it is: the last line gives each direction an $\alpha$ of its own, about $1/|\lambda|$.
# (With a million parameters nobody computes that Hessian: it has a million million entries.)
#
# In days, the steepness of the sigmoids sets $\alpha$, and the heights crawl. Standardising takes that curvature
# away, so that $\alpha$ may be larger.

# %% [markdown] slideshow={"slide_type": "slide"} tags=["claim:half_of_the_limit_is_safe", "claim:a_little_beyond_is_often_faster", "claim:the_advice_on_alpha_is_right"]
# ## Choosing α
#
# - Try factors, not differences: 0.01, 0.03, 0.1, 0.3. What matters is the order of magnitude.
# - Watch the loss. If it falls smoothly but slowly, take a larger $\alpha$; if it jumps, a smaller one.
# - Safe is about half of $2/\lambda_{\max}$. A little beyond the limit is often faster, and a gamble.
# - Choose again when you change the network or the scale of the data.

# %% [markdown] slideshow={"slide_type": "slide"} tags=["claim:a_crawls_b_arrives_c_flies_out"]
# ## The question, answered
#
# Which way is down? Against the gradient. How far do you dare to step? As far as the most curved direction allows. Go
# on with the three learning rates of the first picture:

# %% slideshow={"slide_type": "-"}
figures.three_walks()

# %% [markdown] slideshow={"slide_type": "slide"} tags=["quiz"]
# ## Quiz
#
# Work each one out before you press a letter. Every option says why it is right or wrong.

# %% slideshow={"slide_type": "-"} tags=["quiz"]
quiz(4, 1)

# %% slideshow={"slide_type": "subslide"} tags=["quiz"]
quiz(4, 2)

# %% slideshow={"slide_type": "subslide"} tags=["quiz"]
quiz(4, 3)

# %% slideshow={"slide_type": "subslide"} tags=["quiz"]
quiz(4, 4)

# %% [markdown] slideshow={"slide_type": "slide"} tags=["quiz"]
# ## What did you predict?

# %% slideshow={"slide_type": "-"} tags=["quiz"]
limits = [experiments.sweep_rates(width, noise_std=0.15).limit for width in (10, 50)]

predict.recap(
    ("α from which the long valley diverges", rate_guess, largest_stable_learning_rate(A)),
    (
        "H = 50: the largest α will be",
        width_guess,
        "smaller" if limits[1] < limits[0] else "larger",
    ),
)

# %% [markdown] slideshow={"slide_type": "slide"} tags=["quiz"]
# ## Recap
#
# - $\mathbf w^{t+1} = \mathbf w^t - \alpha\,\nabla f(\mathbf w^t)$: straight against the gradient, by $\alpha\lVert\nabla f\rVert$.
# - Along each direction a step multiplies by $1 - \alpha\lambda$; beyond $2/\lambda_{\max}$ the most curved direction throws you out.
# - The loss must be differentiable; for the mean squared error the advice to each output is $-\frac2S(y_s - \tilde y_s)$.
#
# Next: [5 · Chain rule](05_chain_rule.ipynb). Back to the [map of the course](00_start_here.ipynb).
