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
# # 3 · Loss and metrics
#
# **After this lesson you can**
#
# - compute the mean squared error, and see it as an area
# - say why a metric may be any function and a loss may not
# - choose between $\mathrm{Acc}_\varepsilon$, precision, recall, ROC AUC and top N, and read each of them
#
# Plan about 45 minutes, and as long again for the exercises.

# %% [markdown] slideshow={"slide_type": "notes"}
# The lesson has two halves: one number to train by (the loss), and several to judge by (the metrics).
# The hinge between them is the picture of flat slopes. Give it time.

# %% slideshow={"slide_type": "skip"}
import numpy as np

from lessonlib import metrics, predict, run_order
from lessonlib.exercises import check, hint
from lessonlib.experiments import lesson3 as experiments
from lessonlib.figures import lesson3 as figures
from lessonlib.losses import mean_squared_error
from lessonlib.networks import forward
from lessonlib.quiz import quiz

run_order.explain_missing_names(3)

# %% [markdown] slideshow={"slide_type": "slide"}
# ## The question
#
# Two networks, the same twenty points. One is always a little wrong. The other is right, except once.
#
# **What number says how wrong the network is, and what number says whether you can use it?**

# %% slideshow={"slide_type": "-"}
figures.two_networks()

# %% [markdown] slideshow={"slide_type": "notes"}
# Vote: who takes A, who takes B? Then ask what the curve is for: the dose of a drug, or the number of ice creams to order?
# There is no right answer without that. We come back to the vote with numbers.

# %% [markdown] slideshow={"slide_type": "slide"}
# ## The starter kit, parts two and four
#
# | part | what it is for | lesson |
# |---|---|---|
# | architecture | which curves are possible | 2 |
# | **loss function** | what training makes small | **this one**, part one |
# | optimisation method | how training makes it small | 4 |
# | **metrics** | what people judge by | **this one**, part two |

# %% [markdown] slideshow={"slide_type": "slide"}
# ## A residual for each example
#
# For an example $(x_s, y_s)$ the network answers $\tilde{y}_s$. The difference
# $\tilde{y}_s - y_s$ is the **residual**: how far off, and to which side.

# %% slideshow={"slide_type": "-"}
x, y, networks = experiments.question_networks()
y_pred = forward(networks["A"], x)

print(" s     y_s  output  residual")
for s in range(4):
    print(f"{s + 1:2d}  {y[s]:6.2f}  {y_pred[s]:6.2f}  {y_pred[s] - y[s]:8.2f}")

# %% [markdown] slideshow={"slide_type": "slide"}
# ## One number: the mean squared error
#
# One of the simplest losses squares each residual, so that both sides count as wrong,
# and takes the mean.

# %% [markdown] slideshow={"slide_type": "fragment"}
# $$\mathrm{MSE} = \frac{1}{S} \sum_{s=1}^S (\tilde{y}_s - y_s)^2$$

# %% [markdown] slideshow={"slide_type": "fragment"}
# The same formula with its parts named:
#
# $$\mathrm{MSE} = \frac{1}{S} \sum_{s=1}^S
# (\underbrace{\tilde{y}_s}_{\text{network output}} - \underbrace{y_s}_{\text{target value}})^2$$

# %% slideshow={"slide_type": "-"}
squares = (y_pred - y) ** 2

print(f"the mean of {len(squares)} squares      {squares.mean():.4f}")
print(f"mean_squared_error(...)   {mean_squared_error(y, y_pred):.4f}")

# %% [markdown] slideshow={"slide_type": "subslide"} tags=["exercise"]
# ### Exercise: the mean squared error
#
# Write `mse_loss` as the formula says. It is one line, and there are a dozen ways to get it slightly wrong.


# %% slideshow={"slide_type": "-"} tags=["exercise"]
def mse_loss(y, y_pred):
    """Return the mean squared error, a float.

    y: array of shape (S,), the target values
    y_pred: array of shape (S,), the network outputs
    """
    ...


# %% slideshow={"slide_type": "skip"} tags=["exercise"]
check(mse_loss)

# %% slideshow={"slide_type": "skip"} tags=["exercise"]
hint("mse_loss")

# %% [markdown] slideshow={"slide_type": "slide"}
# ## Predict first: one point goes astray
#
# In the next picture you can drag one red point of twelve, away from the curve and back.
# Two numbers are computed: MSE, and the share of points that lie within a distance $\varepsilon$ of the curve.
#
# The red point is already outside that band. **You drag it twice as far away. Which number changes?**

# %% slideshow={"slide_type": "-"}
outlier_guess = predict.choose(
    "both", "only MSE", "only the share", "neither", key="lesson3.outlier"
)
outlier_guess

# %% [markdown] slideshow={"slide_type": "subslide"}
# ## Residuals as squares
#
# Each residual is the side of a square. **MSE is their mean area**: the square on the right.
# Drag the red point; move the curve; widen the orange band with $\varepsilon$.

# %% slideshow={"slide_type": "-"}
figures.squares(prediction=outlier_guess)

# %% [markdown] slideshow={"slide_type": "fragment"}
# Twice as far is four times the area, so MSE cares most about the worst point. The share within
# the band counts that point once, as outside, however far it goes.

# %% [markdown] slideshow={"slide_type": "notes"}
# Ask: to make MSE smaller without touching the red point, where would you shift the curve? Towards it. This is how one
# outlier bends a fit. Then shift the curve and watch the right-hand picture: the parabola moves smoothly, the box jumps.

# %% [markdown] slideshow={"slide_type": "slide"}
# ## Metrics: any function will do
#
# A **metric** is a number for people. It may be any function of outputs and targets.
#
# - a loss can be a metric too: report MSE if you like
# - so can the largest error, if one bad miss is what you fear

# %% [markdown] slideshow={"slide_type": "fragment"}
# - for classification: precision, recall, ROC AUC, top N (the second half of this lesson)
# - and the one you have just seen: the fraction of points with a deviation less than a given value

# %% [markdown] slideshow={"slide_type": "slide"}
# ## The share within the band, as a formula
#
# $$\mathrm{Acc}_\varepsilon = \frac{1}{S} \sum_{s=1}^S \big[\, |y_s - \tilde{y}_s| < \varepsilon \,\big]$$
#
# The bracket is 1 if what it says is true and 0 if not. $\varepsilon$ without an index is the
# tolerance that you choose; it is not the noise $\varepsilon_s$ of lesson 1.

# %% slideshow={"slide_type": "-"}
tolerance = 0.25
is_close = np.abs(y - y_pred) < tolerance

print(f"close: {is_close.sum()} of {len(is_close)}")
print(f"Acc_ε                          {is_close.mean():.2f}")
score = metrics.tolerance_accuracy_score(y, y_pred, tolerance)
print(f"tolerance_accuracy_score(...)  {score:.2f}")

# %% [markdown] slideshow={"slide_type": "subslide"} tags=["exercise"]
# ### Exercise: the share that is close enough
#
# Write `tolerance_accuracy`: $\mathrm{Acc}_\varepsilon$ as in the formula. Look twice at its sign of comparison.


# %% slideshow={"slide_type": "-"} tags=["exercise"]
def tolerance_accuracy(y, y_pred, tolerance):
    """Return the share of examples that are close enough, a float from 0 to 1.

    y, y_pred: arrays of shape (S,), targets and outputs
    tolerance: float above 0, the allowed deviation ε
    """
    ...


# %% slideshow={"slide_type": "skip"} tags=["exercise"]
check(tolerance_accuracy)

# %% slideshow={"slide_type": "skip"} tags=["exercise"]
hint("tolerance_accuracy")

# %% [markdown] slideshow={"slide_type": "slide"}
# ## Back to the two networks
#
# Three metrics for both. Which network wins?

# %% slideshow={"slide_type": "-"}
for name, weights in networks.items():
    y_pred = forward(weights, x)
    print(f"network {name}:  MSE {mean_squared_error(y, y_pred):.3f}", end="   ")
    print(f"largest error {metrics.largest_error(y, y_pred):.2f}", end="   ")
    print(f"Acc_ε {metrics.tolerance_accuracy_score(y, y_pred, tolerance):.2f}")

# %% [markdown] slideshow={"slide_type": "fragment"}
# The first two say A, the third says B. None of them is mistaken: they answer different questions. So choose the
# metric before you see the scores, by asking what a wrong answer will cost.

# %% [markdown] slideshow={"slide_type": "slide"}
# ## Then why not train by $\mathrm{Acc}_\varepsilon$?
#
# If $\mathrm{Acc}_\varepsilon$ is what you want, why make MSE small instead?
#
# Training changes each weight a little, in the direction that helps. To know that direction it needs the **slope**:
# how the number changes when a weight is nudged. Move *its change* and compare the two slopes on the right.

# %% slideshow={"slide_type": "-"}
figures.one_weight()

# %% [markdown] slideshow={"slide_type": "fragment"}
# $\mathrm{Acc}_\varepsilon$ is a staircase. On a stair it is level: nudge a weight by very little and no point crosses the edge
# of the band, so nothing is counted differently. Its slope is zero wherever it exists, and at a jump it does not exist.

# %% [markdown] slideshow={"slide_type": "notes"}
# Two objections will come. "With more data it gets smooth": set S to 400, the stairs get finer, yet each is still level. "With a
# larger δ I do see a slope": yes, a coarse nudge measures across several stairs; make δ small again and it is gone.

# %% [markdown] slideshow={"slide_type": "subslide"}
# ## Measured: the slope by a central difference
#
# Add a number to the output bias $c$: the whole curve moves up by it. Nudge it by $\pm\delta$ and divide the change by $2\delta$.

# %% slideshow={"slide_type": "-"}
x, y, weights = experiments.fitted_network(20)


def mse(change):
    return mean_squared_error(y, forward(weights, x) + change)


def acc(change):
    return metrics.tolerance_accuracy_score(y, forward(weights, x) + change, tolerance=0.3)


def slope(function, place, nudge=1e-6):
    return (function(place + nudge) - function(place - nudge)) / (2 * nudge)


# %% slideshow={"slide_type": "subslide"}
print("change of c   slope of MSE   slope of Acc_ε")
for change in (-0.5, -0.25, 0.25, 0.5):
    print(f"{change:11.2f}   {slope(mse, change):12.3f}   {slope(acc, change):14.3f}")

# %% slideshow={"slide_type": "-"}
places = np.random.default_rng(0).uniform(-1, 1, 1000)

print("Not only at those four. Of 1000 random places, the slope is exactly zero")
print(f"  of MSE    at {sum(slope(mse, place) == 0 for place in places):4d}")
print(f"  of Acc_ε  at {sum(slope(acc, place) == 0 for place in places):4d}")

# %% [markdown] slideshow={"slide_type": "subslide"}
# ## What training would do with it
#
# A first taste of lesson 4: start half a unit too high and take thirty small steps downhill, once on MSE and once on $1 - \mathrm{Acc}_\varepsilon$.

# %% slideshow={"slide_type": "-"}
print("down the slope of   change of c   MSE     Acc_ε")
for name, function in (("MSE", mse), ("1 - Acc_ε", lambda change: 1 - acc(change))):
    change = 0.5
    for _ in range(30):
        change = change - 0.1 * slope(function, change)
    print(f"{name:17s}   {change:+11.3f}   {mse(change):.3f}   {acc(change):5.2f}")

# %% [markdown] slideshow={"slide_type": "fragment"}
# By MSE the bias finds its way, and $\mathrm{Acc}_\varepsilon$ improves with it. By $\mathrm{Acc}_\varepsilon$ itself, nothing moves.
#
# **A loss must have a slope to follow. A metric need not.** So train by the loss, and choose and report by the metric.

# %% [markdown] slideshow={"slide_type": "slide"}
# ## Classification: a score and a threshold
#
# Will it rain today? Clouds keep days cool and nights warm, so a small difference between the highest and
# lowest temperature hints at rain. Take minus that difference as the **score**: the higher, the more like rain.
#
# Seattle again, 2012 to 2015; $y_s = 1$ if it rained. The first two days below show that the score alone cannot settle it:

# %% slideshow={"slide_type": "-"}
y, score = experiments.rain_scores()

print(f"{len(y)} days, {y.sum()} with rain, {len(y) - y.sum()} without")
for s in (0, 1, 200):
    print(f"day {s + 1:3d}:  score {score[s]:6.1f} °C   y = {y[s]}")

# %% [markdown] slideshow={"slide_type": "subslide"}
# ## Four kinds of days
#
# A **threshold** turns scores into answers: say "rain" from there up. Two ways to be right, two to be wrong. The table of all
# four is the **confusion matrix**: rows are the truth, columns the answer.

# %% slideshow={"slide_type": "-"}
y_class = (score >= -8).astype(int)
counts = metrics.confusion_matrix(y, y_class)

print("              says dry  says rain")
print("stayed dry   {:9d}  {:9d}".format(*counts[0]))
print("rained       {:9d}  {:9d}".format(*counts[1]))

# %% [markdown] slideshow={"slide_type": "subslide"}
# ## Precision and recall
#
# Call a rainy day that is called rainy a *true positive* (TP), a dry one called rainy a *false positive* (FP), a missed rainy one a
# *false negative* (FN).
#
# $$\text{precision} = \frac{TP}{TP + FP} \qquad \text{recall} = \frac{TP}{TP + FN}$$
#
# Precision: when it says rain, how often is it right? Recall: of all rain, how much does it catch?

# %% slideshow={"slide_type": "-"}
(true_negatives, false_positives), (false_negatives, true_positives) = counts

print(f"precision {true_positives / (true_positives + false_positives):.3f}", end="   ")
print(f"by lessonlib {metrics.precision_score(y, y_class):.3f}")
print(f"recall    {true_positives / (true_positives + false_negatives):.3f}", end="   ")
print(f"by lessonlib {metrics.recall_score(y, y_class):.3f}")

# %% [markdown] slideshow={"slide_type": "subslide"} tags=["exercise"]
# ### Exercise: precision and recall
#
# Write `precision_and_recall`. What if nothing was called positive, or nothing is? Then there is nothing to divide by, and by
# agreement the answer is 0.


# %% slideshow={"slide_type": "-"} tags=["exercise"]
def precision_and_recall(y, y_class):
    """Return two floats: precision, recall. Each is 0 if its denominator is 0.

    y: array of shape (S,), the true classes, 0 or 1 (1 is positive)
    y_class: array of shape (S,), the predicted classes, 0 or 1
    """
    ...


# %% slideshow={"slide_type": "skip"} tags=["exercise"]
check(precision_and_recall)

# %% slideshow={"slide_type": "skip"} tags=["exercise"]
hint("precision_and_recall")

# %% [markdown] slideshow={"slide_type": "slide"}
# ## Predict first: raise the threshold
#
# You raise the threshold step by step, so fewer and fewer days are called rainy.
#
# **Which of the two can never go up on the way?**

# %% slideshow={"slide_type": "-"}
threshold_guess = predict.choose("precision", "recall", "both", "neither", key="lesson3.threshold")
threshold_guess

# %% [markdown] slideshow={"slide_type": "subslide"}
# ## One slider, four pictures of it
#
# Drag the red point. Cells, precision, recall and the point on the curve move together. Near the upper end,
# watch precision closely.

# %% slideshow={"slide_type": "-"}
figures.rain(prediction=threshold_guess)

# %% [markdown] slideshow={"slide_type": "fragment"}
# Recall can only fall: fewer days called rainy catch no more rain. Precision mostly rises, but it need not. It falls
# whenever the days that you give up were rainy more often than those that you keep.

# %% [markdown] slideshow={"slide_type": "notes"}
# Raise σ: a noisier thermometer mixes the two heaps and the curve sinks to the diagonal. Then choose summer: rain is rare there.
# At the same threshold precision drops, though the curve is hardly lower. A rare class makes precision hard.

# %% [markdown] slideshow={"slide_type": "slide"}
# ## The curve on the right
#
# The **ROC curve** shows all thresholds at once. Up: recall, also called the true positive rate. To the right: the false positive rate, the
# share of dry days that get a false alarm. Scores that know nothing lie on the diagonal.

# %% slideshow={"slide_type": "-"}
false_positive_rate, true_positive_rate, cuts = metrics.roc_curve(y, score)

print("threshold   false positive rate   recall")
for k in range(0, len(cuts), 12):
    print(f"{cuts[k]:9.1f}   {false_positive_rate[k]:19.2f}   {true_positive_rate[k]:6.2f}")
area = np.trapezoid(true_positive_rate, false_positive_rate)
print(f"area under the curve, AUC: {area:.4f}")

# %% [markdown] slideshow={"slide_type": "slide"}
# ## Predict first: a duel of two days
#
# Forget thresholds. Draw one rainy day and one dry day at random. The rainy day wins if its score is higher.
#
# **In how many of 100 such pairs does the rainy day win?**

# %% slideshow={"slide_type": "-"}
pairs_guess = predict.estimate(0, 100, key="lesson3.pairs")
pairs_guess

# %% slideshow={"slide_type": "subslide"}
figures.pairs(prediction=pairs_guess)

# %% [markdown] slideshow={"slide_type": "subslide"}
# The share settles at the area under the ROC curve. That is what **AUC** means: the chance that a positive outranks a negative. Not only
# roughly. Take every pair there is, count a tie as half, and the two agree:

# %% slideshow={"slide_type": "-"}
rainy, dry = score[y == 1][:, None], score[y == 0]
wins = (rainy > dry).mean() + (rainy == dry).mean() / 2

print(f"of all {rainy.size * dry.size} pairs, won by the rainy day: {wins:.4f}")
print(f"roc_auc_score:                             {metrics.roc_auc_score(y, score):.4f}")

# %% [markdown] slideshow={"slide_type": "notes"}
# AUC never mentions a threshold: it judges the order of the scores. Squeeze or stretch the scores as you like; as long as the
# order stays, so does the AUC. Ties are where hand-written versions go wrong.

# %% [markdown] slideshow={"slide_type": "subslide"} tags=["exercise"]
# ### Exercise: AUC by ranking
#
# Write `auc_by_ranking`: the share of pairs of a positive and a negative in which the positive has the higher score. A tie counts half.
# You may go through all pairs or use ranks.


# %% slideshow={"slide_type": "-"} tags=["exercise"]
def auc_by_ranking(y, score):
    """Return the area under the ROC curve, a float from 0 to 1.

    y: array of shape (S,), the true classes, 0 or 1; both occur
    score: array of shape (S,), the higher, the more likely positive
    """
    ...


# %% slideshow={"slide_type": "skip"} tags=["exercise"]
check(auc_by_ranking)

# %% slideshow={"slide_type": "skip"} tags=["exercise"]
hint("auc_by_ranking")

# %% [markdown] slideshow={"slide_type": "slide"}
# ## Ten classes: top N
#
# Cut the year into ten equal parts. Given only a day's highest and lowest temperature, which tenth is it from? Each class gets a score: the nearer to its usual weather
# in 2012 to 2014, the higher. Here are two days of 2015 with all ten scores:

# %% slideshow={"slide_type": "-"}
table = experiments.score_table()

for day in (20, 200):
    print(f"{table.date[day]}, true class {table.y[day] + 1}")
    print("  scores", *(f"{value:6.2f}" for value in table.scores[day]))
    print("  the three best classes:", *np.argsort(-table.scores[day])[:3] + 1)

# %% [markdown] slideshow={"slide_type": "fragment"}
# **Top N** asks whether the true class is among the $N$ highest scores, and takes the share of examples where it is. With $N = 1$
# that is the plain share of right answers.

# %% slideshow={"slide_type": "subslide"}
figures.top_n()

# %% [markdown] slideshow={"slide_type": "subslide"}
# Spring and autumn have the same temperatures, so the best class alone is often the wrong one of two. If somebody
# looks through the suggestions, as in a search, top 3 or top 5 tells you more than top 1.

# %% slideshow={"slide_type": "-"}
for N in (1, 3, 5, 10):
    print(f"top {N:2d}: {metrics.top_n_accuracy_score(table.y, table.scores, N):.3f}")

# %% [markdown] slideshow={"slide_type": "subslide"} tags=["exercise"]
# ### Exercise: top N
#
# Write `top_n_accuracy`. No row of `scores` has two equal numbers.


# %% slideshow={"slide_type": "-"} tags=["exercise"]
def top_n_accuracy(y, scores, n):
    """Return the share of examples with their true class among the n highest scores.

    y: array of shape (S,), the true classes, numbered from 0
    scores: array of shape (S, n_classes), the higher, the more likely
    n: int, from 1 to n_classes
    """
    ...


# %% slideshow={"slide_type": "skip"} tags=["exercise"]
check(top_n_accuracy)

# %% slideshow={"slide_type": "skip"} tags=["exercise"]
hint("top_n_accuracy")

# %% [markdown] slideshow={"slide_type": "slide"}
# ## Which metric when
#
# | you ask | metric |
# |---|---|
# | how far off, with large misses weighing most? | MSE |
# | how often close enough? | $\mathrm{Acc}_\varepsilon$ |
# | when it says yes, is it right? | precision |
# | does it find them all? | recall |
# | does it rank well, whatever the threshold? | ROC AUC |
# | is the answer among its first few? | top N |

# %% [markdown] slideshow={"slide_type": "slide"} tags=["quiz"]
# ## Quiz
#
# Work each one out before you press a letter. Every option says why it is right or wrong.

# %% slideshow={"slide_type": "-"} tags=["quiz"]
quiz(3, 1)

# %% slideshow={"slide_type": "subslide"} tags=["quiz"]
quiz(3, 2)

# %% slideshow={"slide_type": "subslide"} tags=["quiz"]
quiz(3, 3)

# %% slideshow={"slide_type": "subslide"} tags=["quiz"]
quiz(3, 4)

# %% [markdown] slideshow={"slide_type": "slide"} tags=["quiz"]
# ## What did you predict?

# %% slideshow={"slide_type": "skip"} tags=["quiz"]
target, near, far = np.zeros(2), np.array([0.1, 0.6]), np.array([0.1, 1.2])
mse_1, mse_2 = (mean_squared_error(target, output) for output in (near, far))
share_1, share_2 = (metrics.tolerance_accuracy_score(target, output, 0.3) for output in (near, far))
y, score = experiments.rain_scores()
answers = [(score >= cut).astype(int) for cut in np.unique(score)]
rises = {
    "precision": np.any(np.diff([metrics.precision_score(y, answer) for answer in answers]) > 0),
    "recall": np.any(np.diff([metrics.recall_score(y, answer) for answer in answers]) > 0),
}

# %% slideshow={"slide_type": "-"} tags=["quiz"]
changes = f"MSE from {mse_1:.2f} to {mse_2:.2f}, the share from {share_1} to {share_2}"
never = " and ".join(name for name, rose in rises.items() if not rose)
predict.recap(
    ("a point moves twice as far out: what changes", outlier_guess, changes),
    ("the threshold rises: what never goes up", threshold_guess, never),
    ("of 100 pairs, won by the rainy day", pairs_guess, 100 * metrics.roc_auc_score(y, score)),
)

# %% [markdown] slideshow={"slide_type": "slide"}
# ## Recap
#
# - MSE is the mean area of the residual squares: smooth, so training can follow its slope.
# - A metric may be any function. A loss may not: $\mathrm{Acc}_\varepsilon$ has slope zero almost everywhere.
# - For classes: a threshold trades precision against recall, AUC judges the order, top N the first few.
#
# Next: [4 · Gradient descent](04_gradient_descent.ipynb). Back to the [map of the course](00_start_here.ipynb).
