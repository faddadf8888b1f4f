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
# - write down and carry out a step, $\mathbf w^{t+1} = \mathbf w^t - \alpha\,\nabla f(\mathbf w^t)$
# - say what the learning rate $\alpha$ does: crawl, converge, zigzag, diverge
# - predict the $\alpha$ at which it breaks, before you try it
#
# Plan about 45 minutes, and as long again for the exercises.

# %% [markdown] slideshow={"slide_type": "notes"}
# The class needs the network of lesson 2 and the mean squared error of lesson 3. How the gradient of a whole
# network is computed is lesson 5; here it is a function that we call and check.

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
# You stand at the large point and want to get to the cross. You cannot see the map: all you feel is the slope
# under your feet.
#
# **Which way is down, and how far do you dare to step?**

# %% slideshow={"slide_type": "-"}
figures.three_steps()

# %% [markdown] slideshow={"slide_type": "notes"}
# All three steps go in the same direction, straight down the slope. Ask which one is best, then point to C:
# it went downhill and still ends up higher. Also note that straight down is not straight to the cross.

# %% [markdown] slideshow={"slide_type": "slide"}
# ## All parameters in one column
#
# A network has $P$ parameters. Stack them, and you have one vector. To train is to find a $\mathbf w$ for which some number
# $f(\mathbf w)$ is small. (In lessons 1 to 3, $f$ was the true function. Here, as is usual for this formula, $f$ is what we
# make small; for a network it is the loss.)
#
# $$\mathbf w = \begin{bmatrix} w_0 \\ w_1 \\ \vdots \\ w_{P-1} \end{bmatrix}$$

# %% [markdown] slideshow={"slide_type": "fragment"}
# Ask of each parameter how fast $f$ grows when you turn up that one alone. The answers, stacked in the same order, are
# the **gradient**:
#
# $$\nabla f = \begin{bmatrix} \frac{\partial f}{\partial w_0} \\[2pt] \frac{\partial f}{\partial w_1} \\ \vdots \\
# \frac{\partial f}{\partial w_{P-1}} \end{bmatrix}$$

# %% [markdown] slideshow={"slide_type": "subslide"}
# ## A valley to practise in
#
# With two parameters you can draw it. The valley of the first picture is
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

# %% [markdown] slideshow={"slide_type": "subslide"}
# ## Is that gradient right? Measure it
#
# Nudge one parameter by $\delta$ up and by $\delta$ down, and see how much $f$ changes:
#
# $$\frac{\partial f}{\partial w_p} \approx \frac{f(\mathbf w + \delta\,e_p) - f(\mathbf w - \delta\,e_p)}{2\delta}$$
#
# Here $e_p$ is 1 at place $p$ and 0 elsewhere. This **numerical gradient** is slow, since each parameter needs two more values of $f$,
# but it checks any formula.

# %% slideshow={"slide_type": "-"}
nudge = 1e-6
for p, e in enumerate(np.eye(2)):
    print(f"by w_{p}: {(f(w + nudge * e) - f(w - nudge * e)) / (2 * nudge):.4f}")

print("the library's:", numerical_gradient(f, w).round(4))

# %% [markdown] slideshow={"slide_type": "notes"}
# Why both ways and not just up? The one-sided difference is off by something proportional to δ, this one to δ². And
# why not a far smaller δ? Because f(w + δ) and f(w − δ) then agree in all the digits that the computer keeps.

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

# %% [markdown] slideshow={"slide_type": "slide"}
# ## One step, then the next
#
# The gradient points where $f$ grows fastest. So go the other way, for a distance that you choose with the **learning rate**
# $\alpha$. Begin anywhere:
#
# $$\mathbf w^{t=0}$$

# %% [markdown] slideshow={"slide_type": "fragment"}
# $$\mathbf w^{t=1} = \mathbf w^{t=0} - \alpha\,\nabla f(\mathbf w^{t=0})$$

# %% [markdown] slideshow={"slide_type": "fragment"}
# $$\mathbf w^{t=2} = \mathbf w^{t=1} - \alpha\,\nabla f(\mathbf w^{t=1})$$
#
# $$\mathbf w^{t=3} = \mathbf w^{t=2} - \alpha\,\nabla f(\mathbf w^{t=2})$$

# %% [markdown] slideshow={"slide_type": "fragment"}
# $$\dots$$
#
# $$\mathbf w^{T} = \mathbf w^{T-1} - \alpha\,\nabla f(\mathbf w^{T-1})$$
#
# That is all of **gradient descent**. The small $t$ counts steps; it is not a power.

# %% slideshow={"slide_type": "subslide"}
learning_rate = 0.05
for step in range(4):
    print(f"t = {step}: w = {w.round(3)}, f(w) = {f(w):.3f}")
    w = w - learning_rate * gradient(w)

# %% slideshow={"slide_type": "fragment"}
# The library's function does the same, and keeps every w^t.
path = gradient_descent(gradient, [3.5, 1.5], learning_rate=0.05, n_steps=3)
print(path.round(3))

# %% [markdown] slideshow={"slide_type": "subslide"}
# ## Try it: one step at a time
#
# Move $t$ from 0 upwards. The arrow is the next step; the line below the picture works it out. Then choose the long
# valley and go again, and drag the large point to start elsewhere.
#
# Compare the arrow with the lines of equal height. At what angle does it leave them?

# %% slideshow={"slide_type": "-"}
figures.steps()

# %% [markdown] slideshow={"slide_type": "fragment"}
# The arrow always stands at a right angle to the line it starts from: along the line $f$ does not change, so the
# steepest way is straight across. In the round bowl that leads to the lowest point. In the valley it leads mostly to the
# opposite wall.

# %% [markdown] slideshow={"slide_type": "notes"}
# In the valley, count the zigzags together while moving t. Then start from w₁ = 0, on the floor
# of the valley: no zigzag, but a slow walk. Those are the two directions that the lesson comes back to.

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
# Write `descend`: $T$ steps, and the table of all places $\mathbf w^0, \mathbf w^1, \dots, \mathbf w^T$, one per row. You may call your
# `one_step`.


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
# ## What α does: predict first
#
# In the figure on the next slide, the round bowl is open to you now. Find the $\alpha$ from which the path no longer
# comes in but flies out, that is, where it **diverges**.
#
# There the long valley stays hidden until you commit; do not go back to the figure above. It is like the bowl along
# $w_0$, but ten times as curved along $w_1$. **From which $\alpha$ will the path diverge in it?**

# %% slideshow={"slide_type": "-"}
rate_guess = predict.estimate(0.0, 2.5, key="lesson4.rate")
rate_guess

# %% [markdown] slideshow={"slide_type": "subslide"}
# ## What α does: now look
#
# On the left all 40 steps for your $\alpha$; on the right the height at which they end, for every
# $\alpha$ at once. Go slowly from one end to
# the other and name what you see.

# %% slideshow={"slide_type": "-"}
figures.choose_rate(prediction=rate_guess)

# %% [markdown] slideshow={"slide_type": "notes"}
# Have the room find all four behaviours in the valley: it crawls at the left end, converges around 0.05, zigzags between 0.1 and
# the limit, diverges beyond. In the valley, the curve on the right is lowest close to the limit: the best
# rate and the worst are neighbours.

# %% [markdown] slideshow={"slide_type": "slide"}
# ## Why it breaks where it breaks
#
# Look along one direction only, with curvature $\lambda$: $f = \tfrac12 \lambda w^2$, so $\nabla f = \lambda w$. Then a step is
#
# $$w^{t+1} = w^t - \alpha \lambda w^t = (1 - \alpha\lambda)\,w^t$$
#
# Every step multiplies the distance from the lowest point by the same factor, $1 - \alpha\lambda$.

# %% slideshow={"slide_type": "-"}
print("   α    along w_0 (λ = 1)   along w_1 (λ = 10)")
for learning_rate in (0.01, 0.05, 0.1, 0.15, 0.2, 0.25):
    print(f"{learning_rate:.2f} {1 - learning_rate * 1:15.2f} {1 - learning_rate * 10:19.2f}")

# %% [markdown] slideshow={"slide_type": "fragment"}
# | factor $1 - \alpha\lambda$ | what you see |
# |---|---|
# | just below 1 | it crawls |
# | well between 0 and 1 | it converges |
# | 0 | one step, and it is there |
# | between −1 and 0 | it zigzags: past the lowest point, but closer each time |
# | −1 | it jumps between two places for ever |
# | below −1 | it diverges: past it, and farther each time |

# %% [markdown] slideshow={"slide_type": "subslide"}
# ## The largest α
#
# The factor passes −1 when $\alpha\lambda = 2$. There is one $\alpha$ for all directions, so the most curved one decides:
#
# $$\alpha < \frac{2}{\lambda_{\max}}$$
#
# A quadratic $f$ with a lowest point is a valley, and its axes need not be those of $\mathbf w$. Along each of its axes it
# has one curvature. These $\lambda$ are the **eigenvalues** of its matrix of second derivatives, the **Hessian**; NumPy
# finds them with `np.linalg.eigvalsh`. The Hessian of our valley is `A`. Try a little less and a little more than the limit:

# %% slideshow={"slide_type": "-"}
limit = largest_stable_learning_rate(A)
print("curvatures:", np.linalg.eigvalsh(A), "  2/λ_max =", limit)
for learning_rate in (0.98 * limit, 1.02 * limit):
    path = gradient_descent(gradient, [3.5, 1.5], learning_rate, n_steps=200)
    print(f"α = {learning_rate:.3f}: after 200 steps f = {f(path[-1]):.4g}")

# %% [markdown] slideshow={"slide_type": "subslide"} tags=["exercise"]
# ### Exercise: the limit
#
# Write `largest_rate`: the $\alpha$ from which gradient descent on a quadratic $f$ diverges. You are given the Hessian
# of $f$, any number of parameters.


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

# %% [markdown] slideshow={"slide_type": "subslide"}
# ## What a long valley costs
#
# The most curved direction caps $\alpha$; the flattest one must then make do with it. Take the cautious $\alpha = 1/\lambda_{\max}$
# and count the steps until a hundredth of the distance is left:

# %% slideshow={"slide_type": "-"}
for curvature in (1.0, 10.0, 100.0):
    valley = np.diag([1.0, curvature])
    path = gradient_descent(valley.dot, [3.5, 1.5], 1 / curvature, n_steps=1000)
    distance = np.linalg.norm(path, axis=1)
    n_steps = np.argmax(distance < 0.01 * distance[0])
    print(f"λ = 1 and {curvature:3.0f}: {n_steps} steps")

# %% [markdown] slideshow={"slide_type": "fragment"}
# The number of steps grows like $\lambda_{\max}/\lambda_{\min}$. The losses of networks are valleys with very different
# curvatures, and this is why training takes hundreds of steps and not three.

# %% [markdown] slideshow={"slide_type": "slide"}
# ## From the bowl to the network
#
# Gradient descent can only use a loss that has a gradient. $\mathrm{Acc}_\varepsilon$ was level almost everywhere (lesson 3).
# The mean squared error is **differentiable**:
#
# $$\mathrm{MSE} = \frac1S \sum_{s=1}^{S} (y_s - \tilde y_s)^2$$

# %% [markdown] slideshow={"slide_type": "fragment"}
# $$\frac{\partial}{\partial \tilde y_s} \mathrm{MSE} = -\frac2S\,(y_s - \tilde y_s)$$
#
# Only one term of the sum has this $\tilde y_s$ in it. The 2 comes down from the square; the minus comes from the
# $-\tilde y_s$ inside; the $\frac1S$ stays.

# %% slideshow={"slide_type": "subslide"}
y = np.array([1.0, 2.0, 3.0])
y_pred = np.array([1.5, 1.9, 1.0])

print("by hand, the first:", round(-2 / 3 * (1.0 - 1.5), 4))
print("library: ", mean_squared_error_gradient(y, y_pred).round(4))

measured = numerical_gradient(lambda outputs: mean_squared_error(y, outputs), y_pred)
print("measured:", measured.round(4))

# %% [markdown] slideshow={"slide_type": "fragment"}
# Read it as advice to each output. Too high: positive, so come down. Nearly right: nearly zero, so stay about there. Far too
# low: very negative, so go up a lot.

# %% [markdown] slideshow={"slide_type": "notes"}
# The deck writes the square once as (ỹ − y)² and once as (y − ỹ)². They are equal; the derivative is the same too.
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
# We cannot turn the outputs, only the weights. How the advice reaches each weight is the chain rule, in lesson 5.
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
# $S = 200$ points, 500 steps, trained again at each move of a slider.
#
# Find an $\alpha$ that crawls, one whose loss falls at every step, one whose loss jumps up on the way, and one that diverges. Then keep
# a good $\alpha$ and move $\sigma$: where does the loss level out? Leave $H$ for the next figure. (*f truth* in the legend is the true
# function of lesson 1.)

# %% slideshow={"slide_type": "-"}
figures.train_network()

# %% [markdown] slideshow={"slide_type": "fragment"}
# The dashed curve is the length of the gradient. A step is $\alpha$ times as long, so as the ground levels out the
# steps shorten by themselves, although $\alpha$ stays the same. When training diverges, it is the other way round: a longer gradient makes a longer
# step, which lands where the gradient is longer still.

# %% [markdown] slideshow={"slide_type": "notes"}
# Set σ to 0.3 and to 0.5: the loss levels out near the dotted line σ², or a little below it, because the network fits
# some of the noise. With σ = 0 there is no line and the loss goes on falling. Then α = 0.4 with
# H = 10: the loss shoots up first and comes down in another place, where the fit is poor.

# %% [markdown] slideshow={"slide_type": "slide"}
# ## Every α at once: predict first
#
# Next, 64 networks are trained side by side, each with a learning rate of its own. They see 50 points and make up to 100 steps, so that
# all of them can follow your hand.
#
# The next figure is open up to $H = 10$. If you go on to $H = 50$, **the largest $\alpha$ that still works will be …**

# %% slideshow={"slide_type": "-"}
width_guess = predict.choose("larger", "about the same", "smaller", key="lesson4.width")
width_guess

# %% [markdown] slideshow={"slide_type": "subslide"}
# ## Every α at once: now look
#
# Each blue dot is one training; those that diverged are red, at the top. The grey line is $H = 10$, for comparison. The dotted line is $2/\lambda_{\max}$,
# computed before the first step.

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
print("        loss falls at every step, at")
print(" H  2/λ_max   0.8 of it   1.5 of it")
for hidden_width in (5, 10, 20, 50):
    start = initialize_weights(hidden_width, np.random.default_rng(0))
    limit = 2 / np.linalg.eigvalsh(mse_hessian(start, x, y))[-1]
    falls = []
    for share in (0.8, 1.5):
        losses = train(start, x, y, share * limit, n_steps=100).losses
        falls.append("yes" if np.all(np.diff(losses) < 0) else "no")
    print(f"{hidden_width:2d}  {limit:7.3f}   {falls[0]:>9s}   {falls[1]:>9s}")

# %% [markdown] slideshow={"slide_type": "fragment"}
# More hidden units, more curvature: all $H$ heights change in one step, and what they do to the output adds up. So our
# network needs a smaller $\alpha$ when it is wider.
#
# One caution. With $\alpha$ beyond $2/\lambda_{\max}$ the loss no longer falls at every step, but it need not diverge: it may jump to a place
# with less curvature and go on from there. That is the gap between the dotted line and the first red dot. The lowest loss
# of all often lies in it, and so do much worse ones: with another start, the same $\alpha$ may be a bad one.

# %% [markdown] slideshow={"slide_type": "slide"}
# ## Choosing α
#
# - Try factors, not differences: 0.01, 0.03, 0.1, 0.3. What matters is the order of magnitude.
# - Watch the loss. If it falls smoothly but slowly, take a larger $\alpha$; if it jumps, a smaller one.
# - Safe is about half of $2/\lambda_{\max}$. A little beyond the limit is often faster, and a gamble.
# - Choose again when you change the network or the scale of the data.

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

# %% [markdown] slideshow={"slide_type": "slide"}
# ## Recap
#
# - $\mathbf w^{t+1} = \mathbf w^t - \alpha\,\nabla f(\mathbf w^t)$: against the gradient, by $\alpha$ times its length.
# - Small $\alpha$ crawls, large $\alpha$ zigzags; beyond $2/\lambda_{\max}$ the most curved direction throws you out.
# - The loss must be differentiable; for the mean squared error the advice to each output is $-\frac2S(y_s - \tilde y_s)$.
#
# Next: [5 · Chain rule](05_chain_rule.ipynb). Back to the [map of the course](00_start_here.ipynb).
