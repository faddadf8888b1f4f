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
# # 6 · Logistic regression
#
# **After this lesson you can**
#
# - turn a line between two classes into a probability, and that into a loss
# - say why that loss is cross-entropy and not the squared error
# - write stochastic gradient descent, choose $\alpha$ and the batch size, and judge the result with the metrics of lesson 3
#
# Plan two sittings of about 30 minutes, with a break in the middle, and as long again for the exercises.

# %% [markdown] slideshow={"slide_type": "notes"}
# Nothing in this lesson is new machinery: sigmoid (2), metrics (3), gradient descent (4), chain rule (5). The
# class should leave with the feeling that they already owned logistic regression. The break stands after the squared
# error has failed; what follows is how to train, and what came of it.

# %% slideshow={"slide_type": "skip"} jupyter={"source_hidden": true}
import numpy as np
from lessonlib import predict, run_order
from lessonlib.activations import sigmoid
from lessonlib.exercises import check, hint, mine
from lessonlib.experiments import lesson6 as experiments
from lessonlib.figures import lesson6 as figures
from lessonlib.logistic import cross_entropy_gradient, logits, predict_probability, train_sgd
from lessonlib.losses import cross_entropy_loss
from lessonlib.metrics import confusion_matrix, precision_score, recall_score, roc_auc_score
from lessonlib.optimizers import minibatches
from lessonlib.quiz import quiz
from lessonlib.splitting import Standardizer, split_indices

run_order.explain_missing_names(6)

# %% [markdown] slideshow={"slide_type": "slide"} tags=["ahead"]
# ## The question
#
# On the left, a line between two kinds of penguin. Statisticians have fitted such lines since long before
# anybody trained a network. On the right, the smallest network there is.
#
# **Is logistic regression a neural network?**

# %% slideshow={"slide_type": "-"}
figures.two_pictures()

# %% [markdown] slideshow={"slide_type": "notes"}
# Take a vote, and ask for reasons. Come back to both pictures at the end: every number in the left one is a
# number in the right one.

# %% [markdown] slideshow={"slide_type": "slide"} tags=["claim:nearly_but_not_perfectly"]
# ## Real penguins
#
# Between 2007 and 2009, researchers measured penguins of three species on islands of the Palmer Archipelago in
# Antarctica. We keep two species and two measurements: the length of the bill and the body mass.
#
# These two are a choice. They tell the species apart well, but not perfectly; at the end of the lesson you will see
# what another choice does.
#
# Field data have gaps. Before you drop anything, look at what you drop, and count.

# %% slideshow={"slide_type": "subslide"}
from lessonlib.datasets import load_penguins

penguins = load_penguins()
of_two = np.isin(penguins.species, ["Adelie", "Gentoo"])
measured = np.column_stack([penguins.bill_length_mm, penguins.body_mass_g])[of_two]
species = penguins.species[of_two]
missing = np.isnan(measured).any(axis=1)
for row in np.flatnonzero(missing):
    print(f"row {row}: {species[row]}, measured {measured[row]}")
print("rows with a missing value:", missing.sum(), "of", len(missing))

measured, species = measured[~missing], species[~missing]
y = (species == "Gentoo").astype(int)
print(f"kept: {np.sum(y == 0)} Adelie (y = 0) and {np.sum(y == 1)} Gentoo (y = 1)")

# %% [markdown] slideshow={"slide_type": "subslide"} tags=["defines:feature"]
# ## Split, then standardise
#
# As in lesson 1: three parts, and the mean and standard deviation of the train set only. $x$ now has two columns,
# one for each measurement, so its shape is $(S, 2)$. Such columns are called **features**.

# %% slideshow={"slide_type": "-"}
split = split_indices(len(y), rng=np.random.default_rng(0))
scaler = Standardizer.fit(measured[split.train])
x = scaler.transform(measured)
x_train, y_train = x[split.train], y[split.train]

print("train, validation, test:", *(len(part) for part in split))
print("shapes:", x_train.shape, y_train.shape)
assert np.array_equal(x_train, experiments.train_set().x)  # as in the figures

# %% [markdown] slideshow={"slide_type": "slide"}
# ## Linear classification: a line
#
# The task is to say for a penguin, from two numbers, which species it is. As with the rain of lesson 3, the value to
# predict is not a quantity but a class, 0 or 1.
#
# The simplest border between two classes is a straight line. A line in the plane is the set of points with
#
# $$w \cdot x + b = w_1 x_1 + w_2 x_2 + b = 0$$
#
# Put in any point: 0 means that it is on the line, and nothing else does.

# %% slideshow={"slide_type": "subslide"}
weights = np.array([2.3, 1.9, -0.6])  # w₁, w₂, b, found by hand
w1, w2, b = weights
for x1, x2 in ((0.0, 0.0), (1.0, -0.5), (-1.0, 1.526)):
    print(f"x = ({x1:4.1f}, {x2:6.3f})   w · x + b = {w1 * x1 + w2 * x2 + b:z5.2f}")
figures.linear_classification("line")

# %% [markdown] slideshow={"slide_type": "subslide"}
# ## Linear classification: which side?
#
# On one side of the line $z = w \cdot x + b$ is positive, on the other negative. The vector $w$ stands at a right angle
# to the line and points to the positive side. So the **sign** of $z$ is an answer.

# %% slideshow={"slide_type": "subslide"}
z = logits(weights, x_train)
for s in range(4):
    print(f"z = {z[s]:5.2f}   answer: {int(z[s] >= 0)}   truth: {y_train[s]}")
figures.linear_classification("sides")

# %% [markdown] slideshow={"slide_type": "subslide"} tags=["defines:logistic_regression"]
# ## Linear classification: from sign to probability
#
# A penguin far from the line is a clear case, one beside the line is not. The sign cannot say that. A sigmoid can:
#
# $$p_s = \sigma(w \cdot x_s + b)$$
#
# It is ½ on the line and goes to 0 and 1 on either side. We read it as the probability of Gentoo. With a loss to fit
# it by, this is **logistic regression**.

# %% [markdown] slideshow={"slide_type": "subslide"} tags=["defines:odds", "defines:log-odds", "defines:logit"]
# ## What $z$ is
#
# Who bets says "9 to 1" for $p = 0.9$. These are the **odds**, $\frac{p}{1-p}$. With $p = \frac{1}{1+e^{-z}}$ they are
# $e^z$, and the other way round
#
# $$z = \log \frac{p}{1-p}$$
#
# So $z$ is the logarithm of the odds, the **log-odds**, and has a name of its own: the **logit**. It may be any number,
# as a sum of products may. A step of 1 in $z$ multiplies the odds by $e \approx 2.7$, wherever you start.

# %% slideshow={"slide_type": "subslide"}
for p in (0.1, 0.5, 0.9):
    z = np.log(p / (1 - p))
    print(f"p = {p}   odds {p / (1 - p):.2f}   z = {z:z5.2f}   σ(z) = {sigmoid(z):.1f}")
figures.linear_classification("probability")

# %% [markdown] slideshow={"slide_type": "subslide"} tags=["exercise"]
# ### Exercise: from line to probability
#
# Write `class_probability`: what the neuron answers to each example. As in the whole course, the bias is the last of
# the weights. You may use `sigmoid`.


# %% slideshow={"slide_type": "-"} tags=["exercise"]
def class_probability(weights, x):
    """Return the probability of class 1 for each example.

    weights: array of shape (n + 1,), one weight per feature, then the bias
    x: array of shape (S, n)
    Returns an array of shape (S,).
    """
    ...


# %% slideshow={"slide_type": "skip"} tags=["exercise"]
check(class_probability)

# %% slideshow={"slide_type": "skip"} tags=["exercise"]
hint("class_probability")

# %% [markdown] slideshow={"slide_type": "slide"}
# ## The neuron
#
# Draw the same sum as a graph: two inputs, a weight on each edge, a bias, one sigmoid. Drag the large penguin across
# the line. Then change the weights: which of them turn the line, and which only shifts it?

# %% slideshow={"slide_type": "-"}
figures.neuron()

# %% [markdown] slideshow={"slide_type": "notes"}
# An edge is as thick as what it adds to z, blue if it speaks for Gentoo and orange if it speaks for Adelie.
# Set w₁ to 0: the line is horizontal, the bill no longer counts. Set both weights to 0: there is no line left,
# the bias alone decides for every penguin.

# %% [markdown] slideshow={"slide_type": "subslide"} tags=["exercise"]
# ### Exercise: draw the line
#
# To draw the border, you need its height $x_2$ above each $x_1$. Write `boundary_height`: there, both classes have
# probability ½. ($w_2$ is not 0; $w_1$ may be.)


# %% slideshow={"slide_type": "-"} tags=["exercise"]
def boundary_height(weights, x1):
    """Return x2 on the border between the classes.

    weights: array of shape (3,): w1, w2, b, with w2 not 0
    x1: array of shape (n,)
    Returns an array of shape (n,).
    """
    ...


# %% slideshow={"slide_type": "skip"} tags=["exercise"]
check(boundary_height)

# %% slideshow={"slide_type": "skip"} tags=["exercise"]
hint("boundary_height")

# %% [markdown] slideshow={"slide_type": "slide"}
# ## The network of lesson 2, with one sigmoid
#
# That network computed $\tilde{y} = c + \sum_h v_h\,\sigma(w_h x + b_h)$. Take one sigmoid, with height $v = 1$ and
# output bias $c = 0$: then the output is the sigmoid itself. In the code below, both look at the bill only.
#
# A second measurement adds one product to the sum inside the sigmoid, and nothing else. All parameters still stand in
# one vector, $(w_1, w_2, b)$, so $P = 3$. The output $\tilde{y}_s$ is now called $p_s$.
# (In $w \cdot x + b$, $w$ stands for $(w_1, w_2)$ alone; the bold $\mathbf w$ is, as always, all parameters.)

# %% slideshow={"slide_type": "subslide"}
from lessonlib.networks import forward, pack

bill = x_train[:, 0]
network = forward(pack([2.3], [-0.6], [1.0], 0.0), bill)  # w, b, v, c
logistic = predict_probability([2.3, -0.6], x_train[:, :1])  # w, b

print("network of lesson 2:", network[:4].round(4))
print("logistic regression:", logistic[:4].round(4))
print("the same on all", len(bill), "penguins:", np.array_equal(network, logistic))

# %% [markdown] slideshow={"slide_type": "slide"} tags=["claim:a_product_of_many_is_lost"]
# ## Starter kit, part two: how probable are the labels?
#
# A good line finds probable what is true. Let $q_s$ be the probability that it gives to the true class of penguin $s$:
# $p_s$ for a Gentoo, $1 - p_s$ for an Adelie. One penguin tells nothing about the next, so the probability of all labels
# together is the product
#
# $$q_1 \cdot q_2 \cdots q_S$$
#
# The larger it is, the better the line. But a product of so many numbers below 1 is tiny. With some thousands of them it
# is too small for a computer, which makes it 0, and then all lines look alike.

# %% [markdown] slideshow={"slide_type": "subslide"} tags=["claim:the_same_line_is_best"]
# ## Why a logarithm
#
# The logarithm of a product is a sum, and a sum survives. It rises where the product rises, so the line that is best for the one is
# best for the other. A loss should fall as a line gets better: take minus the logarithm. And divide by $S$, so that the
# number does not grow with the number of penguins.
#
# What is left for one penguin is $-\log q_s$. It measures how surprised the neuron is by the truth: not at all at $q_s = 1$, and
# without limit towards 0.

# %% slideshow={"slide_type": "subslide"}
p = predict_probability(weights, x_train)
q = np.where(y_train == 1, p, 1 - p)
for many in (q, np.tile(q, 100)):
    print(f"{len(many)} labels: product {np.prod(many):.3g}, logarithms {np.log(many).sum():.1f}")
figures.surprise()

# %% [markdown] slideshow={"slide_type": "notes"}
# Draw the slider slowly and let the class say for each new penguin whether the violet curve will make a large step or a
# small one. A coin is surprised by log 2 = 0.693 each time. Ask how many penguins it would take to make the product 0.

# %% [markdown] slideshow={"slide_type": "subslide"} tags=["defines:cross-entropy"]
# ## Cross-entropy
#
# Written with $y_s$ and $p_s$, the loss is
#
# $$L = -\frac{1}{S}\sum_{s=1}^{S} \Big( y_s \log p_s + (1 - y_s) \log (1 - p_s) \Big)$$
#
# It is called the **cross-entropy**. Since $y_s$ is 0 or 1, only one of the two terms is left for each example, and that is
# $-\log q_s$.
#
# At $q_s = 0$ it is infinite, and one such example would spoil the mean. So the code counts a probability as at least
# $10^{-15}$, and the loss of an example as at most 34.5; the formula has no upper limit.

# %% [markdown] slideshow={"slide_type": "subslide"} tags=["exercise"]
# ### Exercise: a loss that survives 0 and 1
#
# Write `cross_entropy`, the mean over all examples. Where $p$ is exactly 0 or 1, it must return a finite number, and nothing may
# become infinite on the way: a probability below $10^{-15}$, of either class, counts as $10^{-15}$. (To silence NumPy's warning
# does not count.)


# %% slideshow={"slide_type": "-"} tags=["exercise"]
def cross_entropy(y, probability):
    """Return the mean cross-entropy.

    y: array of shape (S,), true classes, 0 or 1
    probability: array of shape (S,), of class 1, from 0 to 1
    Returns a number.
    """
    ...


# %% slideshow={"slide_type": "skip"} tags=["exercise"]
check(cross_entropy)

# %% slideshow={"slide_type": "skip"} tags=["exercise"]
hint("cross_entropy")

# %% [markdown] slideshow={"slide_type": "slide"}
# ## Steeper and steeper
#
# Keep a good line where it is and multiply $w$ and $b$ by the same number. The line does not move, so the number of
# mistakes stays the same; only the sigmoid rises more steeply across it. How steeply is the length of $w$, written
# $\lVert w\rVert$.
#
# **As it gets steeper and steeper, what does the loss do?**

# %% slideshow={"slide_type": "-"}
steepness_guess = predict.choose(
    "it stays the same",
    "it falls all the way",
    "it falls, then rises",
    "it rises all the way",
    key="lesson6.steepness",
)
steepness_guess

# %% slideshow={"slide_type": "subslide"}
figures.steepness(prediction=steepness_guess)

# %% [markdown] slideshow={"slide_type": "slide"}
# ## Try it: be the optimiser
#
# The length of $w$ matters, so it is learned as well: three numbers in all. Drag one dot to shift the line, the other to
# turn it; the third slider is its steepness. In the middle, each penguin has a stem, the gap between its class and the
# curve, and a dot as large as its loss.
#
# How near can you get to the least possible loss? When you are content, press *Run*: training takes over from your line.

# %% slideshow={"slide_type": "-"}
figures.turn_the_line()

# %% [markdown] slideshow={"slide_type": "notes"}
# Start with a contest: lowest loss in one minute, in pairs. Then let training take over from the winner's line, and from
# a line that is the wrong way round and steep: there the first steps are the slow ones.

# %% [markdown] slideshow={"slide_type": "slide"}
# ## The gradient is $(p - y)\,x$
#
# The loss of one example is $-y \log p - (1-y)\log(1-p)$. Its derivative by $p$ is
# $-\frac{y}{p} + \frac{1-y}{1-p} = \frac{p-y}{p(1-p)}$, and the chain rule of lesson 5 does the rest:
#
# $$\frac{\partial L}{\partial w} = \frac{\partial L}{\partial p}\cdot\frac{\partial p}{\partial z}\cdot\frac{\partial z}{\partial w}
# = \frac{p - y}{p\,(1-p)}\cdot p\,(1-p)\cdot x = (p - y)\,x$$
#
# The slope of the sigmoid cancels. For all examples at once, with shapes:
#
# $$\underset{(2,)}{\frac{\partial L}{\partial w}} = \frac{1}{S}\;\underset{(2,\,S)}{x^\top}\;\underset{(S,)}{(p - y)}
# \qquad \frac{\partial L}{\partial b} = \frac{1}{S} \sum_{s=1}^{S} (p_s - y_s)$$

# %% slideshow={"slide_type": "subslide"}
from lessonlib.derivatives import numerical_gradient

one, truth = x_train[:1], y_train[:1]  # one penguin
p = sigmoid(logits(weights, one))[0]
measured_gradient = numerical_gradient(
    lambda w: cross_entropy_loss(truth, predict_probability(w, one)), weights
)

print("(p - y) x by hand  ", ((p - truth[0]) * one[0]).round(6))
print("lessonlib, w and b ", cross_entropy_gradient(weights, one, truth).round(6))
print("by nudging         ", measured_gradient.round(6))

# %% [markdown] slideshow={"slide_type": "subslide"} tags=["exercise"]
# ### Exercise: its gradient
#
# Write `loss_gradient`: the gradient of the mean cross-entropy by all weights and the bias. You may use
# `predict_probability`.


# %% slideshow={"slide_type": "-"} tags=["exercise"]
def loss_gradient(weights, x, y):
    """Return the gradient of the mean cross-entropy.

    weights: array of shape (n + 1,), one weight per feature, then the bias
    x: array of shape (S, n)
    y: array of shape (S,), true classes, 0 or 1
    Returns an array of shape (n + 1,).
    """
    ...


# %% slideshow={"slide_type": "skip"} tags=["exercise"]
check(loss_gradient)

# %% slideshow={"slide_type": "skip"} tags=["exercise"]
hint("loss_gradient")

# %% [markdown] slideshow={"slide_type": "slide"}
# ## Why not the squared error?
#
# The loss of lesson 3 would be the mean of $(p_s - y_s)^2$, since $\tilde y_s$ is now $p_s$. Its slope keeps the factor
# that cross-entropy loses:
#
# $$\frac{\partial}{\partial z}(p - y)^2 = 2\,(p - y)\,p\,(1-p)$$
#
# Move $z$ far to the left, where a Gentoo penguin is taken for an Adelie beyond doubt. What is left of each slope?

# %% slideshow={"slide_type": "subslide"}
figures.one_example()

# %% [markdown] slideshow={"slide_type": "slide"}
# ## From a bad start
#
# Both losses now start from the same line: the wrong way round, and steep, so the neuron is sure of nearly all its
# mistakes. Same data, same $\alpha$, all examples in every step.
#
# **Which one will first have most penguins on the right side?**

# %% slideshow={"slide_type": "-"}
escape_guess = predict.choose(
    "squared error", "cross-entropy", "both at about the same step", key="lesson6.escape"
)
escape_guess

# %% slideshow={"slide_type": "subslide"}
figures.saturated(prediction=escape_guess)

# %% [markdown] slideshow={"slide_type": "subslide"} tags=["claim:the_worse_the_mistake_the_weaker_the_push", "claim:only_cross_entropy_gets_out", "claim:an_unsure_start_lets_both_out"]
# ## A push that is lost
#
# Where the sigmoid is flat, as at this start, it is saturated (lesson 5). There $p\,(1-p)$ is almost 0, and the squared error has almost no slope:
# the worse the mistake, the weaker the push. Cross-entropy pushes with $p - y$, nearly 1 in size.
#
# Drag $t$ to the right. Now make the start less sure, with $\lVert w \rVert = 1$: both get there. And with a larger $\alpha$? The
# squared error does move, but see where it ends up.

# %% [markdown] slideshow={"slide_type": "subslide"} tags=["claim:the_other_flat_place"]
# ## Out of one flat place, into the other
#
# With $\alpha$ from 10 up, the squared error ends with 72 penguins wrong: all Gentoos. It calls everybody an Adelie, and is sure
# of it. More penguins are right than at the start, so the error is lower. But again every sigmoid is flat:
# the Adelies are right and the Gentoos wrong, and hardly any of them has a slope left to pull with.
#
# Is it the loss that holds it there? Change only the loss, and go on.

# %% slideshow={"slide_type": "-"}
stuck = experiments.escape("squared_error", learning_rate=30.0, start_steepness=20.0)
end = experiments.look_where_it_ends(stuck)
print("called Adelie and Gentoo:", end.n_called, " wrong of each species:", end.n_wrong)
print(f"largest p (1 - p) of all penguins: {end.steepest:.3f}")
for loss in experiments.LOSSES:
    rng = np.random.default_rng(0)
    run = train_sgd(stuck.history[-1], x_train, y_train, 1.0, len(y_train), 200, rng, loss)
    wrong = experiments.count_mistakes(run.history[-1], x_train, y_train)
    print(f"200 steps from there with {loss:13s}: {wrong} wrong")

# %% [markdown] slideshow={"slide_type": "slide"} tags=["claim:a_few_tell_roughly_the_way", "defines:stochastic_gradient_descent", "defines:batch", "defines:batch_size", "defines:epoch"]
# ## Optimisation: stochastic gradient descent
#
# *Here you can take a break. If the kernel has been stopped when you come back, click the next cell and choose Run →
# Run All Above Selected Cell.*
#
# Each step of gradient descent so far looked at all $S$ examples. But a few examples already tell roughly which way is
# down. **Stochastic gradient descent** takes a step after each small **batch** of them, $B$:
#
# $$\mathbf w^{t+1} = \mathbf w^t - \alpha\,\nabla L_B(\mathbf w^t)$$
#
# $L_B$ is the loss on the batch alone; how many examples it has is the **batch size**. One pass through all examples is an
# **epoch**. Shuffle before each, deal the examples into batches, and every example is used exactly once per epoch.

# %% slideshow={"slide_type": "-"}
rng = np.random.default_rng(0)
for epoch in (1, 2):
    batches = minibatches(10, 4, rng)
    print(f"epoch {epoch}:", *(batch.tolist() for batch in batches))

# %% [markdown] slideshow={"slide_type": "subslide"} tags=["exercise"]
# ### Exercise: deal the batches
#
# Write `deal_batches`: the batches of several epochs, in one flat list. Each epoch uses every example exactly once, in a random
# order of its own, drawn with `rng`: new groups, not the same ones in another order. All batches have `batch_size` examples, but
# the last of an epoch has what is left. (Do not call `minibatches`.)


# %% slideshow={"slide_type": "-"} tags=["exercise"]
def deal_batches(n_samples, batch_size, n_epochs, rng):
    """Return the indices of the examples in each batch, epoch after epoch.

    n_samples, batch_size, n_epochs: whole numbers
    rng: a generator of random numbers, such as np.random.default_rng(0)
    Returns a list of arrays of whole numbers.
    """
    ...


# %% slideshow={"slide_type": "skip"} tags=["exercise"]
check(deal_batches)

# %% slideshow={"slide_type": "skip"} tags=["exercise"]
hint("deal_batches")

# %% [markdown] slideshow={"slide_type": "subslide"} tags=["exercise"]
# ### Exercise: one epoch
#
# Write `one_epoch`: deal all examples into batches, take a step after each batch, and return the weights after the last
# one. The weights that you are given stay as they are. You may use `minibatches` and `cross_entropy_gradient`, or your own
# `deal_batches` and `loss_gradient`.


# %% slideshow={"slide_type": "-"} tags=["exercise"]
def one_epoch(weights, x, y, learning_rate, batch_size, rng):
    """Return the weights after one epoch of stochastic gradient descent.

    weights: array of shape (n + 1,), one weight per feature, then the bias
    x: array of shape (S, n)
    y: array of shape (S,), true classes, 0 or 1
    learning_rate: a number above 0
    batch_size: a whole number from 1 to S
    rng: a generator of random numbers, such as np.random.default_rng(0)
    Returns an array of shape (n + 1,).
    """
    ...


# %% slideshow={"slide_type": "skip"} tags=["exercise"]
check(one_epoch)

# %% slideshow={"slide_type": "skip"} tags=["exercise"]
hint("one_epoch")

# %% slideshow={"slide_type": "subslide"}
epoch_of_training = mine("one_epoch")
w, rng = np.zeros(3), np.random.default_rng(0)
for epoch in range(1, 11):
    w = epoch_of_training(w, x_train, y_train, 1.0, 16, rng)
    if epoch in (1, 3, 10):
        loss = cross_entropy_loss(y_train, predict_probability(w, x_train))
        print(f"after epoch {epoch:2d}: w = {w.round(3)}, loss {loss:.2f}")

# %% [markdown] slideshow={"slide_type": "slide"}
# ## Which batch size? Predict first
#
# In ten epochs each penguin is looked at ten times, whatever the batch size. With batches of 1 that makes 1640 steps, with
# batches of 16 it makes 110, and with all 164 at once only ten. What suits many steps need not suit few, so each batch
# size gets the $\alpha$ that is best for it.
#
# The figure below takes the bill alone: with two parameters, $w$ and $b$, the whole loss fits on a map. **Which batch size ends
# with the lowest loss on the train set?**

# %% slideshow={"slide_type": "-"}
batch_guess = predict.choose(
    "1", "16", "all 164", "they end within a tenth of one another", key="lesson6.batch"
)
batch_guess

# %% [markdown] slideshow={"slide_type": "subslide"}
# ## Three walks: now look
#
# *Run* them, or drag *% of ten epochs*: with one $\alpha$ for all, with *each its own best α*, then over steps.

# %% slideshow={"slide_type": "-"}
figures.walks(prediction=batch_guess)

# %% [markdown] slideshow={"slide_type": "subslide"} tags=["claim:at_one_rate_more_steps_go_farther", "claim:each_with_its_own_rate_ends_alike", "claim:in_steps_all_at_once_is_first", "claim:all_at_once_needs_a_well_met_rate"]
# ## What the walks say
#
# - **At one $\alpha$**, batches of 1 come farthest because they take the most steps: cut all walks after ten steps, and they
#   are about equally far.
# - **Each with its own $\alpha$** arrives within a tenth of the others, usually much nearer.
# - **Counted in examples** none is clearly ahead: two to four epochs bring each near the lowest place. **Counted in
#   steps** all at once are first: 2 steps, with 16 about 30, with 1 about 300.
# - All at once need an $\alpha$ met within a factor of about 2. Smaller batches forgive a factor of 10.

# %% [markdown] slideshow={"slide_type": "subslide"} tags=["claim:a_batch_strays_with_one_over_root_b", "claim:sixteen_for_the_price_of_one", "claim:more_penguins_need_no_more_steps"]
# ## Why batches of 16?
#
# **And not of 1?** With 16 examples a step is the same few calls of NumPy, and takes hardly longer, so an epoch takes far less
# time. And it is a better step: the gradient of a batch strays from that of all by about $1/\sqrt{B}$, with 16 a quarter
# as far as with 1.
#
# **And not all at once?** With 164 penguins, why not: two steps, and nearly there. But think of 100 times as many of the
# same kind. The gradient of all would hardly change, and cost 100 times as much. Batches of 16 would arrive after about as
# many steps as now, long before the first epoch is over.

# %% slideshow={"slide_type": "subslide"}
rng, full = np.random.default_rng(0), cross_entropy_gradient(weights, x_train, y_train)
for size in (1, 4, 16, 64):
    dealt = [batch for _ in range(50) for batch in minibatches(len(y_train), size, rng)]
    strays = [cross_entropy_gradient(weights, x_train[b], y_train[b]) - full for b in dealt]
    print(
        f"batches of {size:2d} stray by {np.sqrt(np.mean(np.sum(np.square(strays), axis=1))):.3f}"
    )

one, sixteen = (experiments.seconds_of_training(size) for size in (1, 16))
print(
    "in batches of 1 an epoch takes more than four times as long as in batches of 16:",
    one > 4 * sixteen,
)

# %% [markdown] slideshow={"slide_type": "slide"}
# ## Try it: watch it learn
#
# Both measurements again. Press *Run*, or drag *% of training*. Circles mark the last batch. The grey curve is the loss of each batch; the dots
# are the loss of the whole train and validation set after each epoch.
#
# - Raise $\alpha$ at batch size 1: what happens near the end? And with all?
# - Flip three labels in ten: what becomes of the colours?

# %% slideshow={"slide_type": "-"}
figures.train_by_sgd()

# %% [markdown] slideshow={"slide_type": "notes"}
# Validation labels are never flipped. With so little left to hold it, the line turns as well: show it.

# %% [markdown] slideshow={"slide_type": "slide"} tags=["claim:each_penguin_pulls_its_own_way", "claim:flipped_labels_teach_doubt"]
# ## Choose by validation
#
# With batches of 1 and a large $\alpha$ you saw a walk that never comes to rest. Even at the lowest place each penguin pulls
# its own way, and only the mean of all pulls is 0. A smaller $\alpha$ makes the detours smaller, and so do larger batches.
# Flipped labels make the colours pale: a sure neuron would be sure and wrong too often, so $\lVert w \rVert$ shrinks.
#
# $\alpha$ is a setting like $H$ in lesson 1: choose it by the validation set. Here are five, with batches of 16.

# %% slideshow={"slide_type": "subslide"}
x_validation, y_validation = x[split.validation], y[split.validation]
trained, losses = {}, {}
for rate in (0.01, 0.1, 1.0, 10.0, 100.0):
    run = train_sgd(np.zeros(3), x_train, y_train, rate, 16, 20, np.random.default_rng(0))
    trained[rate] = run.history[-1]
    losses[rate] = cross_entropy_loss(
        y_validation, predict_probability(trained[rate], x_validation)
    )
    print(
        f"α = {rate:6.2f}   train loss {run.epoch_losses[-1]:.3f}   validation loss {losses[rate]:.3f}"
    )

best = min(losses, key=losses.get)
print("validation chooses α =", best)

# %% [markdown] slideshow={"slide_type": "subslide"} tags=["claim:so_few_cannot_tell_near_rates_apart"]
# ## The metrics of lesson 3
#
# Two of the rates are all but tied. So few penguins cannot tell them apart: with other splits now the one wins and now the
# other. Either is a fair choice.
#
# The loss was for training. For people: the confusion matrix at the threshold ½, precision, recall, and the area under
# the ROC curve. First on validation; then, when everything is chosen, the line, $\alpha$ and the threshold, on the test set. Once.

# %% slideshow={"slide_type": "-"}
p = predict_probability(trained[best], x_validation)
answer = (p >= 0.5).astype(int)

print("confusion matrix (rows: truth, columns: answer)")
print(confusion_matrix(y_validation, answer))
print(f"precision {precision_score(y_validation, answer):.3f}")
print(f"recall    {recall_score(y_validation, answer):.3f}")
print(f"ROC AUC   {roc_auc_score(y_validation, p):.3f}")

# %% slideshow={"slide_type": "subslide"}
x_test, y_test = x[split.test], y[split.test]
p = predict_probability(trained[best], x_test)
answer = (p >= 0.5).astype(int)

print(
    f"test loss {cross_entropy_loss(y_test, p):.3f}, {np.sum(answer != y_test)} of {len(y_test)} penguins wrong"
)
print(f"precision {precision_score(y_test, answer):.3f}, recall {recall_score(y_test, answer):.3f}")
print(f"ROC AUC   {roc_auc_score(y_test, p):.3f}")

# %% [markdown] slideshow={"slide_type": "notes"}
# The test set holds only some fifty penguins: one more mistake moves precision or recall by several points. Ask how many
# digits of these numbers they would put into a report.

# %% [markdown] slideshow={"slide_type": "slide"} tags=["claim:without_a_mistake_w_never_stops"]
# ## Why these two measurements?
#
# Take the depth of the bill and the length of the flipper instead. Now a line can separate the two species without a single
# mistake. With no mistake to hold it back, surer is always better: the loss has no lowest point, and $w$ grows for as long as you
# train. That is not a fault of the program. On data like these, stop early, and do not read the probabilities as if
# 0.9999 meant something. Watch the length of $w$:

# %% slideshow={"slide_type": "-"}
other = np.column_stack([penguins.bill_depth_mm, penguins.flipper_length_mm])[of_two][~missing]
other = Standardizer.fit(other[split.train]).transform(other[split.train])

run = train_sgd(np.zeros(3), other, y_train, 1.0, 16, 1000, np.random.default_rng(0))
steps_per_epoch = len(run.batches) // 1000
for epoch in (1, 10, 100, 1000):
    w = run.history[epoch * steps_per_epoch]
    wrong = experiments.count_mistakes(w, other, y_train)
    print(
        f"epoch {epoch:4d}: {wrong} wrong, loss {run.epoch_losses[epoch]:.5f}, length of w {np.linalg.norm(w[:2]):5.1f}"
    )

# %% [markdown] slideshow={"slide_type": "slide"}
# ## So, is it a neural network?
#
# | starter kit | network of lessons 2 to 5 | logistic regression |
# |---|---|---|
# | architecture | sum of $H$ sigmoids | one sigmoid |
# | loss | mean squared error | cross-entropy |
# | optimiser | gradient descent | stochastic gradient descent |
# | metrics | $\mathrm{Acc}_\varepsilon$ | precision, recall, ROC AUC |
#
# Yes: a network of one neuron. What tells it apart are settings of the same kit, and you could swap each of them. Look once
# more at the two pictures: $w_1$, $w_2$ and $b$ are the line on the left and the three edges on the right.

# %% slideshow={"slide_type": "subslide"}
figures.two_pictures(answered=True)

# %% [markdown] slideshow={"slide_type": "slide"} tags=["quiz"]
# ## Quiz
#
# Work each one out before you press a letter. Every option says why it is right or wrong.

# %% slideshow={"slide_type": "-"} tags=["quiz"]
quiz(6, 1)

# %% slideshow={"slide_type": "subslide"} tags=["quiz"]
quiz(6, 2)

# %% slideshow={"slide_type": "subslide"} tags=["quiz"]
quiz(6, 3)

# %% slideshow={"slide_type": "subslide"} tags=["quiz"]
quiz(6, 4)

# %% [markdown] slideshow={"slide_type": "slide"} tags=["quiz"]
# ## What did you predict?

# %% slideshow={"slide_type": "skip"} tags=["quiz"]
sweep = experiments.sweep_steepness(40)

first = {}
for loss in experiments.LOSSES:
    at = experiments.escape(loss, learning_rate=1.0, start_steepness=20.0).escaped_at
    never = f"not in {experiments.N_SATURATED_STEPS} steps"
    first[loss] = never if at is None else f"at step {at}"

# %% slideshow={"slide_type": "skip"} tags=["quiz"]
ends = {
    size: experiments.walk_downhill(size, rate).losses[-1]
    for size, rate in experiments.OWN_RATES.items()
}
apart = max(ends.values()) / min(ends.values()) - 1
reached = ", ".join(f"{size}: {loss:.4f}" for size, loss in ends.items())

# %% slideshow={"slide_type": "-"} tags=["quiz"]
predict.recap(
    (
        "steeper and steeper: the loss",
        steepness_guess,
        f"first {sweep.begins}, at the end {sweep.ends}",
    ),
    (
        "most on the right side",
        escape_guess,
        f"cross-entropy {first['cross_entropy']}, squared error {first['squared_error']}",
    ),
    ("lowest train loss after ten epochs", batch_guess, f"{apart:.1%} apart ({reached})"),
)

# %% [markdown] slideshow={"slide_type": "slide"}
# ## Recap
#
# - $w \cdot x + b$ says which side of a line; a sigmoid makes it a probability. That is one neuron.
# - Cross-entropy is minus the logarithm of the labels' probability, for one example. It has the gradient $(p - y)\,x$: it pushes hardest where the neuron is sure and wrong.
# - Stochastic gradient descent steps after each batch; an epoch uses every example once, in a new order. Each batch size
#   has an $\alpha$ of its own.
#
# Next: [7 · The whole machine](07_the_whole_machine.ipynb). Back to the
# [map of the course](00_start_here.ipynb).
