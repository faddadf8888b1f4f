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
# - compute the mean squared error, see it as an area, and say why it squares
# - say why a metric may be any function and a loss may not
# - choose between $\mathrm{Acc}_\varepsilon$, precision, recall, ROC AUC and top N, and read each of them
#
# Plan two sittings of about 25 minutes, with a break in the middle, and as long again for the exercises.

# %% [markdown] slideshow={"slide_type": "notes"}
# The lesson has two halves: curves (a loss to train by, metrics to judge by), then classes (metrics only). Take the
# break where the text does. The hinge of the first half is the picture of flat slopes. Give it time.

# %% slideshow={"slide_type": "skip"} jupyter={"source_hidden": true}
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
# There is no right answer without that. Write the vote down: the last picture of the lesson is this one, with numbers.

# %% [markdown] slideshow={"slide_type": "slide"} tags=["defines:loss_function", "defines:metric", "defines:optimisation_method"]
# ## The starter kit, parts two and four
#
# | part | what it is for | lesson |
# |---|---|---|
# | architecture | which curves are possible | 2 |
# | **loss function** | what training makes small | **this one** |
# | optimisation method | how training makes it small | 4 |
# | **metrics** | what people judge by | **this one** |

# %% [markdown] slideshow={"slide_type": "slide"}
# ## A residual for each example
#
# For an example $(x_s, y_s)$ the network answers $\tilde{y}_s$. The difference
# $\tilde{y}_s - y_s$ is the **residual**: how far off, and to which side. (Lesson 1 subtracted the other way round. Squared, the two are the same;
# this way round, above 0 means too high.)

# %% [markdown] slideshow={"slide_type": "slide"}
# ## One number: the mean squared error
#
# One of the simplest losses squares each residual, so that both sides count as wrong,
# and takes the mean.
#
# $$\mathrm{MSE} = \frac{1}{S} \sum_{s=1}^S
# (\underbrace{\tilde{y}_s}_{\text{network output}} - \underbrace{y_s}_{\text{target value}})^2$$

# %% slideshow={"slide_type": "-"}
x, y, networks = experiments.question_networks()
y_pred = forward(networks["A"], x)
residuals = y_pred - y

print("residuals of network A:", *(f"{one:.2f}" for one in residuals[:4]), "and so on")
print(f"the mean of {len(y)} squares      {np.mean(residuals**2):.4f}")
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

# %% [markdown] slideshow={"slide_type": "slide"} tags=["defines:outlier", "defines:tolerance"]
# ## Predict first: one point goes astray
#
# In the next picture you can drag one red point of twelve away from the curve and back. A point far from all the others is an **outlier**.
#
# Two numbers are computed: MSE, and the share of points that lie within a distance $\varepsilon$ of the curve, the **tolerance**.
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

# %% [markdown] slideshow={"slide_type": "fragment"} tags=["claim:only_mse_follows_a_point_that_goes_astray"]
# Twice as far is four times the area: MSE cares most about the worst point. The share within
# the band counts that point once, as outside, however far it goes.

# %% [markdown] slideshow={"slide_type": "notes"} tags=["claim:one_outlier_pulls_the_curve_towards_itself"]
# Ask: to make MSE smaller without touching the red point, where would you shift the curve? Towards it. This is how one
# outlier bends a fit. Then shift the curve and watch the right-hand picture: the parabola moves smoothly, the box jumps.

# %% [markdown] slideshow={"slide_type": "slide"} tags=["defines:mean_absolute_error"]
# ## Why square?
#
# The absolute value counts both sides as wrong too. The **mean absolute error** is the mean length of the residuals:
#
# $$\frac{1}{S} \sum_{s=1}^S |\tilde{y}_s - y_s|$$
#
# Shift the whole curve up and down, and compare the two tangents. Then drag the red point: which of the two best curves follows it?

# %% slideshow={"slide_type": "-"}
figures.why_square()

# %% [markdown] slideshow={"slide_type": "subslide"} tags=["claim:mse_is_least_at_the_mean_and_absolute_error_at_the_median", "claim:the_mean_follows_an_outlier_and_the_median_does_not", "claim:mse_is_smooth_and_the_absolute_error_has_kinks", "claim:equal_steps_settle_on_mse_and_jump_about_on_absolute_error"]
# **Mean against median.** MSE is least where the shift is the mean of the distances to the points, the mean absolute error where it is
# their median. The mean follows one point that goes astray; the median only asks on which side it is.
#
# **Smooth against kinked.** The slope of MSE shrinks to zero at the lowest point. The mean absolute error has a kink wherever
# the curve passes a point, and the same slope up to the next one. Steps of a tenth of the slope settle on MSE;
# on the other they jump to and fro past the lowest point.
#
# Absolute values shrug off an outlier; squares give a smooth way down. This course squares.

# %% [markdown] slideshow={"slide_type": "slide"}
# ## Metrics: any function will do
#
# A **metric** is a number for people. It may be any function of outputs and targets.
#
# - a loss can be a metric too: report MSE if you like
# - the largest error is one, if one bad miss is what you fear
# - for classes there are several more (the second half of this lesson)
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
for name, weights in networks.items():
    y_pred = forward(weights, x)
    is_close = np.abs(y - y_pred) < tolerance
    print(f"network {name}:  MSE {mean_squared_error(y, y_pred):.3f}", end="   ")
    print(f"largest error {metrics.largest_error(y, y_pred):.2f}", end="   ")
    print(f"Acc_ε {is_close.mean():.2f}, {is_close.sum()} of {len(y)} close")

# %% [markdown] slideshow={"slide_type": "fragment"} tags=["claim:the_metrics_disagree_about_such_networks"]
# These are the two networks of the question. MSE and the largest error say A, the share says B. None of them is mistaken: they answer
# different questions. Choose the metric before you see the scores, by asking what a wrong answer will cost.

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
# ## Then why not train by $\mathrm{Acc}_\varepsilon$?
#
# If $\mathrm{Acc}_\varepsilon$ is what you want, why make MSE small instead?
#
# Training changes each weight a little, in the direction that helps. To know that direction it needs the **slope**:
# how the number changes when a weight is nudged. Move *its change* and compare the two tangents. Then try another weight.

# %% slideshow={"slide_type": "-"}
figures.one_weight()

# %% [markdown] slideshow={"slide_type": "fragment"} tags=["claim:the_metric_is_a_staircase"]
# $\mathrm{Acc}_\varepsilon$ is a staircase. On a stair it is level: nudge a weight by very little and no point crosses the edge
# of the band, so nothing is counted differently. Its slope is zero wherever it exists, and at a jump it does not exist.

# %% [markdown] slideshow={"slide_type": "notes"} tags=["claim:more_data_make_finer_stairs_and_each_is_level", "claim:a_coarse_nudge_measures_across_several_stairs"]
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

# %% [markdown] slideshow={"slide_type": "fragment"} tags=["claim:by_mse_the_bias_finds_its_way_and_by_the_metric_nothing_moves"]
# By MSE the bias finds its way, and $\mathrm{Acc}_\varepsilon$ improves with it. By $\mathrm{Acc}_\varepsilon$ itself, nothing moves.
#
# **A loss must have a slope to follow. A metric need not.** Train by the loss; choose and report by the metric.

# %% [markdown] slideshow={"slide_type": "slide"}
# ## Time for a break
#
# So much for curves. You have one number to train by and know why it squares, and several to judge by.
#
# The second sitting is about classes: yes or no, or one of ten. When you come back and the kernel has been stopped, click the next cell and choose
# *Run → Run All Above Selected Cell*.

# %% [markdown] slideshow={"slide_type": "slide"} tags=["claim:a_small_range_hints_at_rain", "defines:classification"]
# ## Classification: a score
#
# To say which class an example belongs to is **classification**. Here: did it rain? You are told a day's highest and lowest temperature, nothing else. Clouds keep days cool and nights warm: a small difference
# hints at rain. Take minus that difference as the **score**: the higher, the more like rain.
#
# Seattle again, 2012 to 2015; $y_s = 1$ if it rained. The first two days below show that the score alone cannot settle it:

# %% slideshow={"slide_type": "-"}
y, score = experiments.rain_scores()

print(f"{len(y)} days, {y.sum()} with rain, {len(y) - y.sum()} without")
for s in (0, 1, 200):
    print(f"day {s + 1:3d}:  score {score[s]:6.1f} °C   y = {y[s]}")

# %% [markdown] slideshow={"slide_type": "subslide"} tags=["defines:threshold", "defines:true_positive", "defines:false_positive", "defines:true_negative", "defines:false_negative", "defines:confusion_matrix"]
# ## Four kinds of days
#
# A **threshold** turns scores into answers: say "rain" from there up. Two ways to be right, two to be wrong. Rain is the *positive* class here:
#
# - called rainy and it was: a *true positive* (TP); called rainy and it was not: a *false positive* (FP)
# - called dry and it was: a *true negative* (TN); called dry and it was not: a *false negative* (FN)
#
# The table of all four is the **confusion matrix**: rows are the truth, columns the answer.

# %% slideshow={"slide_type": "-"}
y_class = (score >= -8).astype(int)
counts = metrics.confusion_matrix(y, y_class)
(TN, FP), (FN, TP) = counts

print("              says dry  says rain")
print(f"stayed dry   {TN:6d} TN  {FP:6d} FP")
print(f"rained       {FN:6d} FN  {TP:6d} TP")

# %% [markdown] slideshow={"slide_type": "slide"} tags=["defines:accuracy"]
# ## Accuracy, and what it hides
#
# **Accuracy** is the share of right answers, $(TP + TN)/S$. Compare the threshold with somebody who never looks at the score
# and always says "dry":

# %% slideshow={"slide_type": "-"}
print("            days   with rain   accuracy: always dry   score ≥ -8 °C")
for season in experiments.SEASONS:
    y_part, score_part = experiments.rain_scores(season=season)
    always_dry, by_score = np.mean(y_part == 0), np.mean(y_part == (score_part >= -8))
    print(f"{season:10s}  {len(y_part):4d}   {np.mean(y_part):9.2f}", end="   ")
    print(f"{always_dry:20.2f}   {by_score:13.2f}")

# %% [markdown] slideshow={"slide_type": "slide"} tags=["claim:the_rarer_the_rain_the_better_always_dry_looks", "defines:precision", "defines:recall"]
# ## Precision and recall
#
# "Always dry" is right on 57 % of all days and on 81 % of summer days, there more often than the threshold, and has never announced any rain. The rarer
# the positives, the better it looks. One number for both kinds of mistakes hides which one is made. Ask two questions, each about one kind.
#
# $$\text{precision} = \frac{TP}{TP + FP} \qquad \text{recall} = \frac{TP}{TP + FN}$$
#
# **Precision**: when it says rain, how often is it right? **Recall**: of all rain, how much does it catch?
#
# "Always dry" has recall 0.

# %% slideshow={"slide_type": "-"}
print(f"precision {TP / (TP + FP):.3f}", end="   ")
print(f"by lessonlib {metrics.precision_score(y, y_class):.3f}")
print(f"recall    {TP / (TP + FN):.3f}", end="   ")
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
# You raise the threshold step by step: fewer and fewer days are called rainy.
#
# **Which of the two can never go up on the way?**

# %% slideshow={"slide_type": "-"}
threshold_guess = predict.choose("precision", "recall", "both", "neither", key="lesson3.threshold")
threshold_guess

# %% [markdown] slideshow={"slide_type": "subslide"} tags=["defines:false_positive_rate"]
# ## One slider, four pictures of it
#
# Drag the red point: right of it, days are called rainy. Blue days had rain, orange ones stayed dry; full colour is called right, pale
# wrong. The histogram *is* the confusion matrix. Below it stand precision and recall; watch precision near the upper end. Last, recall over the
# **false positive rate**, the share of dry days that get a false alarm.

# %% slideshow={"slide_type": "-"}
figures.rain(prediction=threshold_guess)

# %% [markdown] slideshow={"slide_type": "subslide"} tags=["claim:recall_can_only_fall", "claim:precision_mostly_rises", "claim:precision_falls_when_the_days_given_up_were_rainier"]
# Recall can only fall: fewer days called rainy catch no more rain. Precision mostly rises, but it need not. It falls
# whenever the days that you give up were rainy more often than those that you keep.

# %% [markdown] slideshow={"slide_type": "notes"} tags=["claim:noise_mixes_the_two_heaps", "claim:a_rare_class_makes_precision_hard"]
# Raise σ: a noisier thermometer mixes the two heaps and the curve sinks towards the diagonal. Then choose summer: rain is rare there.
# At the same threshold precision drops, though the curve is hardly lower. A rare class makes precision hard.

# %% [markdown] slideshow={"slide_type": "slide"} tags=["claim:scores_that_know_nothing_lie_on_the_diagonal", "defines:ROC_curve", "defines:true_positive_rate"]
# ## The curve on the right
#
# The last of these pictures is the **ROC curve**. It shows all thresholds at once: up, recall, also called the **true positive rate**; to the
# right, the false positive rate. Scores that know nothing lie on the diagonal.

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

# %% [markdown] slideshow={"slide_type": "subslide"} tags=["claim:the_share_settles", "claim:the_area_is_the_share_of_all_pairs", "defines:AUC"]
# The share settles, whichever pairs are drawn. Now take every pair there is, count a tie as half, and compare with the **area under the ROC curve**, **AUC**
# for short. They are the same number: AUC is the chance that a positive outranks a negative.

# %% slideshow={"slide_type": "-"}
rainy, dry = score[y == 1][:, None], score[y == 0]
wins = (rainy > dry).mean() + (rainy == dry).mean() / 2

print(f"of all {rainy.size * dry.size} pairs, won by the rainy day: {wins:.4f}")
false_positive_rate, true_positive_rate, _ = metrics.roc_curve(y, score)
area = np.trapezoid(true_positive_rate, false_positive_rate)
print(f"area under the ROC curve:                  {area:.4f}")
print(f"roc_auc_score:                             {metrics.roc_auc_score(y, score):.4f}")

# %% [markdown] slideshow={"slide_type": "notes"} tags=["claim:auc_judges_only_the_order"]
# AUC never mentions a threshold: it judges the order of the scores. Squeeze or stretch the scores as you like; while the
# order stays, the AUC stays. Ties are where hand-written versions go wrong.

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

# %% [markdown] slideshow={"slide_type": "slide"} tags=["defines:top_N"]
# ## Ten classes: top N
#
# Cut the year into ten equal parts. Given only a day's highest and lowest temperature, which tenth is it from? Each class gets a score: the nearer to its usual weather
# in 2012 to 2014, the higher.
#
# **Top N** asks whether the true class is among the $N$ highest scores, and takes the share of examples where it is. With $N = 1$
# that is the plain share of right answers. If somebody looks through the suggestions, as in a search, top 3 or top 5 tells you more than top 1.

# %% slideshow={"slide_type": "-"}
table = experiments.score_table()

for day in (20, 200):
    print(f"{table.date[day]}, true class {table.y[day] + 1}")
    print("  scores", *(f"{value:6.2f}" for value in table.scores[day]))
    print("  the three best classes:", *np.argsort(-table.scores[day])[:3] + 1)

# %% slideshow={"slide_type": "subslide"}
figures.top_n()

# %% [markdown] slideshow={"slide_type": "subslide"}
# ## Why is the best class alone so often wrong?
#
# Two suspects: neighbouring tenths have nearly the same weather, and a tenth of spring has that of one in autumn. Each disc stands for days:
# its row is their true tenth, its column the best one. Then tell apart only three tenths: with one suspect, with the other, with neither.

# %% slideshow={"slide_type": "-"}
figures.misses()

# %% [markdown] slideshow={"slide_type": "fragment"} tags=["claim:nearly_all_misses_are_of_two_kinds", "claim:each_suspect_costs_days", "claim:with_both_suspects_gone_three_quarters_are_right"]
# Both are at it. Of the 270 misses of 2015 more than half are the neighbouring tenth, most others a tenth of the other half of the year. (In 2012 and
# 2014 the second part is the larger.) With both suspects gone, more than three quarters of the days are right, where guessing finds a third.

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
# | how often right, if all classes are about as frequent? | accuracy |
# | when it says yes, is it right? | precision |
# | does it find them all? | recall |
# | does it rank well, whatever the threshold? | ROC AUC |
# | is the answer among its first few? | top N |

# %% [markdown] slideshow={"slide_type": "slide"}
# ## The answer, with the first picture
#
# **How wrong is the network?** The *loss* says it: MSE, smooth, made to be trained by.
# **Can you use it?** A *metric* says it, chosen by what a wrong answer costs.
#
# Here are A and B once more. Drag the tolerance $\varepsilon$ to the right.

# %% slideshow={"slide_type": "-"}
figures.two_networks_judged()

# %% [markdown] slideshow={"slide_type": "fragment"} tags=["claim:acc_changes_its_mind_with_the_tolerance"]
# For the dose of a drug, one miss is too many: look at the largest error, take A. For ice creams, count the days on which you ordered about the right
# number. Within 0.25 that says B; if 0.6 is near enough, it says A. The number answers, but you ask.

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

# %% slideshow={"slide_type": "skip"} tags=["quiz"] jupyter={"source_hidden": true}
target, near, far = np.zeros(2), np.array([0.1, 0.6]), np.array([0.1, 1.2])
mse_1, mse_2 = (mean_squared_error(target, output) for output in (near, far))
share_1, share_2 = (metrics.tolerance_accuracy_score(target, output, 0.3) for output in (near, far))
y, score = experiments.rain_scores()
answers = [(score >= cut).astype(int) for cut in np.unique(score)]
rises = {
    "precision": np.any(np.diff([metrics.precision_score(y, answer) for answer in answers]) > 0),
    "recall": np.any(np.diff([metrics.recall_score(y, answer) for answer in answers]) > 0),
}

# %% slideshow={"slide_type": "-"} tags=["quiz"] jupyter={"source_hidden": true}
changes = f"MSE from {mse_1:.2f} to {mse_2:.2f}, the share from {share_1} to {share_2}"
never = " and ".join(name for name, rose in rises.items() if not rose)
predict.recap(
    ("a point moves twice as far out: what changes", outlier_guess, changes),
    ("the threshold rises: what never goes up", threshold_guess, never),
    ("of 100 pairs, won by the rainy day", pairs_guess, 100 * metrics.roc_auc_score(y, score)),
)

# %% [markdown] slideshow={"slide_type": "slide"} tags=["claim:mse_is_smooth_and_the_absolute_error_has_kinks", "claim:the_metric_is_a_staircase", "claim:recall_can_only_fall", "claim:precision_mostly_rises", "claim:auc_judges_only_the_order"]
# ## Recap
#
# - MSE is the mean area of the residual squares: smooth, with a slope that training can follow.
# - A metric may be any function. A loss may not: $\mathrm{Acc}_\varepsilon$ has slope zero almost everywhere.
# - For classes: a threshold trades precision against recall, AUC judges the order, top N the first few.
#
# Next: [4 · Gradient descent](04_gradient_descent.ipynb). Back to the [map of the course](00_start_here.ipynb).
