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
# # 1 · Dataset and splitting
#
# **After this lesson you can**
#
# - say what a measurement tells you and what it hides: $y_s = f(x_s) + \varepsilon_s$
# - split a dataset into train, validation and test, and say what each part is for
# - spot the two commonest ways in which a test error lies
#
# Plan about 40 minutes, and as long again for the exercises.

# %% [markdown] slideshow={"slide_type": "notes"}
# Open with the question on the next slide and let the room vote: which curve would they trust?
# Do not resolve it yet. Everything in this lesson is a way to answer it with a number.

# %% slideshow={"slide_type": "skip"}
import numpy as np

from lessonlib import predict, run_order
from lessonlib.datasets import TRUE_FUNCTIONS, load_seattle_weather, sample_dataset
from lessonlib.exercises import check, hint
from lessonlib.experiments import lesson1 as experiments
from lessonlib.figures import lesson1 as figures
from lessonlib.quiz import quiz
from lessonlib.splitting import Standardizer, split_indices

run_order.explain_missing_names(1)

# %% [markdown] slideshow={"slide_type": "slide"}
# ## The question
#
# Here are twenty measurements and two curves fitted to them.
#
# **How can you tell that a fitted curve will work on data it has not seen?**

# %% slideshow={"slide_type": "-"}
figures.two_fits()

# %% [markdown] slideshow={"slide_type": "slide"}
# ## A dataset is $S$ pairs
#
# Each row is one measurement: the conditions $x_s$ that you set, and the value $y_s$ that you read off.
# $S$ is the number of examples. Here are eight.

# %% slideshow={"slide_type": "-"}
x, y = sample_dataset("sine", n_samples=8, noise_std=0.2, rng=np.random.default_rng(0))

print(" s     x_s     y_s")
for s in range(len(x)):
    print(f"{s + 1:2d}  {x[s]:6.2f}  {y[s]:6.2f}")

# %% [markdown] slideshow={"slide_type": "slide"}
# ## Before anything else: three subsets
#
# The rows are split into three subsets before anybody looks at them: **train**, **validation** and **test**.
# What each is for, and what goes wrong without them, is most of this lesson. First: where do the
# numbers come from?

# %% [markdown] slideshow={"slide_type": "slide"}
# ## Where the values come from
#
# Suppose that nature follows some function $f$. If you could measure perfectly, you would read
#
# $$y_s = f(x_s)$$

# %% [markdown] slideshow={"slide_type": "fragment"}
# No instrument is perfect. Each reading is off by a little noise $\varepsilon_s$:
#
# $$y_s = f(x_s) + \varepsilon_s$$

# %% [markdown] slideshow={"slide_type": "fragment"}
# | symbol | what it is | do you ever see it? |
# |---|---|---|
# | $x_s$ | measurement conditions | yes |
# | $y_s$ | measured value | yes |
# | $f$ | ground truth function | no, never |
# | $\varepsilon_s$ | noise | no, never |

# %% [markdown] slideshow={"slide_type": "notes"}
# Dwell on the last column. Fitting a curve to $(x_s, y_s)$ is called **regression**. All we get are the
# first two rows; the whole difficulty is that noise and truth arrive already added up.

# %% [markdown] slideshow={"slide_type": "slide"}
# ## A peek behind the curtain
#
# In this course the data are sometimes made by us, so for once we can look at what is normally hidden.
# With $f$ known, the noise is what remains: $\varepsilon_s = y_s - f(x_s)$.

# %% slideshow={"slide_type": "-"}
f = TRUE_FUNCTIONS["sine"]
x, y = sample_dataset("sine", n_samples=1000, noise_std=0.2, rng=np.random.default_rng(0))
noise = y - f(x)

print(f"mean of the noise                {noise.mean():6.3f}")
print(f"standard deviation of the noise  {noise.std():6.3f}   (we asked for σ = 0.2)")

# %% [markdown] slideshow={"slide_type": "slide"}
# ## Split it in three
#
# The one honest way to learn how a curve does on unseen data is to keep some data unseen.
#
# - **train** is what the curve is fitted to
# - **validation** is what you choose with: which curve, how flexible, when to stop
# - **test** is opened once, at the very end, to report a number

# %% slideshow={"slide_type": "-"}
split = split_indices(100, fractions=(0.6, 0.2, 0.2), rng=np.random.default_rng(0))

print("sizes:", len(split.train), len(split.validation), len(split.test))
together = np.concatenate(split)
print("every example in exactly one part:", sorted(together) == list(range(100)))

# %% [markdown] slideshow={"slide_type": "subslide"} tags=["exercise"]
# ### Exercise: split it yourself
#
# Replace the three dots below, run the cell, then run the check. The check says what is wrong and often why.
# Hints unfold one by one. Still stuck? `from lessonlib.exercises import solution`, then `solution("split_three_ways")`.
#
# Write `split_three_ways`: it returns the numbers of the examples for train (60 %), validation (20 %) and test (20 %),
# each example in exactly one part, in random order. Where 60 % or 80 % is no whole number, round.


# %% slideshow={"slide_type": "-"} tags=["exercise"]
def split_three_ways(n_samples, rng):
    """Return three arrays of indices: train, validation, test.

    n_samples: int
    rng: a generator of random numbers, such as np.random.default_rng(0)
    """
    ...


# %% slideshow={"slide_type": "skip"} tags=["exercise"]
check(split_three_ways)

# %% slideshow={"slide_type": "skip"} tags=["exercise"]
hint("split_three_ways")

# %% [markdown] slideshow={"slide_type": "slide"}
# ## Try it: a noisy dataset in three colours
#
# Raise the noise $\sigma$ until you can no longer guess the curve by eye. Then tick *show f*.
# Now raise $S$ instead: what happens to your guess?

# %% slideshow={"slide_type": "-"}
figures.dataset()

# %% [markdown] slideshow={"slide_type": "notes"}
# Ask for a guess at the curve before you tick *show f*. With σ at 0.5 and S at 30 the class will
# disagree; with S at 400 they agree again. More data and less noise buy the same thing.

# %% [markdown] slideshow={"slide_type": "slide"}
# ## Choosing: predict first
#
# A curve needs a setting for how flexible it is. Ours is a sum of $H$ S-shaped steps
# (lesson 2 is about them); the larger $H$, the more bends it has room for.
#
# Below are 80 noisy points of a wiggly curve; 48 of them train. **Which $H$ between 1 and 30 will have the smallest error on
# the validation set?**

# %% slideshow={"slide_type": "-"}
width_guess = predict.estimate(1, 30, key="lesson1.width")
width_guess

# %% [markdown] slideshow={"slide_type": "subslide"}
# ## Choosing: now look
#
# Drag $H$ from one end to the other and watch both errors. Then let *choose H by* pick for you:
# by train error, by validation error, by test error.

# %% slideshow={"slide_type": "-"}
figures.choose_width(prediction=width_guess)

# %% [markdown] slideshow={"slide_type": "fragment"}
# The train error keeps falling: a flexible curve can always creep closer to the points it was fitted to.
# The validation error falls, then rises. From there on the curve is learning the noise. That is
# **overfitting**, and only data that the fit has not seen can show it.

# %% [markdown] slideshow={"slide_type": "notes"}
# Set σ to 0: the rise all but disappears, since there is no noise to learn. Set S to 200: it comes
# later. Both are worth a question to the room before you move the slider.

# %% [markdown] slideshow={"slide_type": "slide"}
# ## Why the test set is opened once
#
# Imagine you try network after network, look at the test score of each, and report the best.
# Each look is a ticket in a lottery: sooner or later some network gets lucky on *these* test points.
#
# Raise the number of looks. The claim (the score) and the truth (the error on fresh data) part ways.

# %% slideshow={"slide_type": "-"}
figures.peeking()

# %% [markdown] slideshow={"slide_type": "fragment"}
# A score that you have chosen by is no longer a measurement. This is why choosing has a set of its own:
# the validation set takes the flattery, the test set stays honest.

# %% [markdown] slideshow={"slide_type": "notes"}
# Move *test points* from 5 to 100 with 200 looks: a larger test set is harder to fool, but the gap does
# not vanish. Change the seed to show that this is not one unlucky draw.

# %% [markdown] slideshow={"slide_type": "slide"}
# ## A trap: sorted data
#
# Data often arrive in order: by date, by size, by name. Suppose you cut the file at 60 % and 80 %
# **without shuffling**. Train on the first part, test on the last.
#
# Compared with the train error, what will the test error be?

# %% slideshow={"slide_type": "-"}
trap_guess = predict.choose(
    "about the same", "about twice as large", "more than ten times as large", key="lesson1.trap"
)
trap_guess

# %% slideshow={"slide_type": "subslide"}
figures.sorted_trap(prediction=trap_guess)

# %% [markdown] slideshow={"slide_type": "fragment"}
# Untick *shuffle first*. The curve was never shown the right-hand side, so there it simply carries on as
# its last sigmoids happen to go. The split asked a different question: not "does it fit?" but "can it see
# beyond its data?"

# %% [markdown] slideshow={"slide_type": "subslide"} tags=["exercise"]
# ### Exercise: shuffle pairs
#
# The cure for sorted data is to shuffle, and there is one way to do it wrong that is hard to see afterwards.
# Write `shuffle_pairs`: it returns `x` and `y` in a new, random order, and what belonged together still does.


# %% slideshow={"slide_type": "-"} tags=["exercise"]
def shuffle_pairs(x, y, rng):
    """Return x and y, shuffled together.

    x, y: arrays of shape (n_samples,)
    rng: a generator of random numbers
    """
    ...


# %% slideshow={"slide_type": "skip"} tags=["exercise"]
check(shuffle_pairs)

# %% slideshow={"slide_type": "skip"} tags=["exercise"]
hint("shuffle_pairs")

# %% [markdown] slideshow={"slide_type": "slide"}
# ## Preparing numbers without cheating
#
# Networks learn better when inputs have mean 0 and standard deviation 1. That is **standardising**:
# subtract a mean, divide by a standard deviation. Whose mean? Only the train set's. Anything computed from
# validation or test data carries news of them into training.

# %% slideshow={"slide_type": "-"}
temperature = load_seattle_weather().temp_max
split = split_indices(len(temperature), rng=np.random.default_rng(0))

scaler = Standardizer.fit(temperature[split.train])
for name, part in zip(split._fields, split, strict=True):
    scaled = scaler.transform(temperature[part])
    print(f"{name:10s}  mean {scaled.mean():z6.3f}   standard deviation {scaled.std():.3f}")

# %% [markdown] slideshow={"slide_type": "fragment"}
# Exactly 0 and 1 on train, nearly so on the others. That is as it should be: the other two are measured
# with the ruler of the first.

# %% [markdown] slideshow={"slide_type": "subslide"} tags=["exercise"]
# ### Exercise: standardise without cheating
#
# Write `standardize`: it scales the train set and the test set. A set may have one column or several; each column is
# scaled for itself.


# %% slideshow={"slide_type": "-"} tags=["exercise"]
def standardize(train, test):
    """Return both sets, scaled so that train has mean 0 and standard deviation 1.

    train: array of shape (n_train,) or (n_train, n_columns)
    test: array of shape (n_test,) or (n_test, n_columns)
    """
    ...


# %% slideshow={"slide_type": "skip"} tags=["exercise"]
check(standardize)

# %% slideshow={"slide_type": "skip"} tags=["exercise"]
hint("standardize")

# %% [markdown] slideshow={"slide_type": "slide"}
# ## Real data: four years in Seattle
#
# The highest temperature of each day, 2012 to 2015: 1,461 days. The task is to predict it from
# the day of the year.

# %% slideshow={"slide_type": "-"}
weather = load_seattle_weather()

print("days:", len(weather.temp_max))
print("years:", *np.unique(weather.year))
print(f"coldest and warmest maximum: {weather.temp_max.min()} °C, {weather.temp_max.max()} °C")

# %% [markdown] slideshow={"slide_type": "subslide"}
# ## Two ways to split
#
# - **random days**: half of all days train, a quarter each validation and test
# - **whole years**: 2012 and 2013 train, 2014 is validation, 2015 is test
#
# Both are about the same size. **Which one will promise the smaller test error?**

# %% slideshow={"slide_type": "-"}
seattle_guess = predict.choose(
    "random days", "whole years", "no real difference", key="lesson1.seattle"
)
seattle_guess

# %% slideshow={"slide_type": "subslide"}
figures.seattle(prediction=seattle_guess)

# %% [markdown] slideshow={"slide_type": "subslide"}
# ## The difference, measured
#
# Choose $H$ by validation, as one should, and open the test set once for each way of splitting:

# %% slideshow={"slide_type": "-"}
for split_by in ("days", "years"):
    errors = experiments.seattle_fits(split_by).errors
    best = np.argmin(errors["validation"])
    width, test_error = experiments.SEATTLE_WIDTHS[best], errors["test"][best]
    print(f"random {split_by}" if split_by == "days" else f"whole {split_by} ", end=": ")
    print(
        f"H = {width:2d}, test error {test_error:.1f} °C², typically off by {test_error**0.5:.1f} °C"
    )

# %% [markdown] slideshow={"slide_type": "fragment"}
# With random days, a test day sits between its own yesterday and its own tomorrow, and usually at least
# one of them is in the train set. Warm spells last for days, so the answer has **leaked**. Worse, the leak rewards flexible
# curves, and validation leaks in the same way, so it picks a larger $H$.
#
# Ask what you will do with the curve. To predict *next* year, test on a year that it has not seen.

# %% [markdown] slideshow={"slide_type": "notes"}
# Part of the gap is that 2015 was an unusually warm year in Seattle. That is the point, not an excuse:
# years differ, and a split by days hides it. The rule for the class: split by the unit that will be new
# when you use the model (year, patient, machine, street).

# %% [markdown] slideshow={"slide_type": "subslide"} tags=["exercise"]
# ### Exercise: find the leak
#
# Every example belongs to a group: its year, its patient, its street. Write `leaking_groups`: it returns the groups that
# have examples in the train set *and* in the test set, each once. An honest split by groups gives an empty answer.


# %% slideshow={"slide_type": "-"} tags=["exercise"]
def leaking_groups(groups, train, test):
    """Return the groups that are in both subsets, sorted.

    groups: array of shape (n_samples,), the group of each example
    train: array of shape (n_train,), indices of examples
    test: array of shape (n_test,), indices of examples
    """
    ...


# %% slideshow={"slide_type": "skip"} tags=["exercise"]
check(leaking_groups)

# %% slideshow={"slide_type": "skip"} tags=["exercise"]
hint("leaking_groups")

# %% [markdown] slideshow={"slide_type": "slide"} tags=["quiz"]
# ## Quiz
#
# Work each one out before you press a letter. Every option says why it is right or wrong.

# %% slideshow={"slide_type": "-"} tags=["quiz"]
quiz(1, 1)

# %% slideshow={"slide_type": "subslide"} tags=["quiz"]
quiz(1, 2)

# %% slideshow={"slide_type": "subslide"} tags=["quiz"]
quiz(1, 3)

# %% slideshow={"slide_type": "subslide"} tags=["quiz"]
quiz(1, 4)

# %% [markdown] slideshow={"slide_type": "slide"} tags=["quiz"]
# ## What did you predict?

# %% slideshow={"slide_type": "skip"} tags=["quiz"]
best_width = experiments.try_widths(n_samples=80, noise_std=0.15).best["validation"]
days, years = (experiments.seattle_fits(split_by).best_test for split_by in ("days", "years"))
smaller = "random days" if days < years else "whole years"
ratio = experiments.fit_sorted(shuffle=False).ratio

# %% slideshow={"slide_type": "-"} tags=["quiz"]
predict.recap(
    ("H with the smallest validation error", width_guess, best_width),
    ("sorted, not shuffled: the test error is", trap_guess, f"{ratio:.0f} times as large"),
    ("Seattle: the smaller test error is promised by", seattle_guess, smaller),
)

# %% [markdown] slideshow={"slide_type": "slide"}
# ## Recap
#
# - You see $x_s$ and $y_s = f(x_s) + \varepsilon_s$; you never see $f$ or $\varepsilon_s$.
# - Train fits, validation chooses, test judges once.
# - Shuffle, scale with train statistics only, and split by whatever will be new.
#
# Next: [2 · A network is a sum of sigmoids](02_sum_of_sigmoids.ipynb). Back to the
# [map of the course](00_start_here.ipynb).
