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
# - tell an honest test error from one that lies, and say why it lies: it has been chosen by, the data were sorted, or something leaked
#
# Plan two sittings of about 25 minutes, and as long again for the exercises. After *Why the test set is opened
# once* is a good place to rest.

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
from lessonlib.losses import mean_squared_error
from lessonlib.networks import forward
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

# %% [markdown] slideshow={"slide_type": "slide"} tags=["ahead"]
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

# %% [markdown] slideshow={"slide_type": "fragment"} tags=["defines:ground_truth"]
# | symbol | what it is | do you ever see it? |
# |---|---|---|
# | $x_s$ | measurement conditions | yes |
# | $y_s$ | measured value | yes |
# | $f$ | ground truth function | no, never |
# | $\varepsilon_s$ | noise | no, never |

# %% [markdown] slideshow={"slide_type": "notes"}
# Dwell on the last column. All we get are the first two rows; the whole difficulty is that noise and truth
# arrive already added up.

# %% [markdown] slideshow={"slide_type": "slide"} tags=["defines:regression"]
# ## Regression
#
# You want a curve that gives a value for every $x$, also where nobody has measured. Finding one from the pairs
# $(x_s, y_s)$ is called **regression**. At $x_s$ the curve gives $\tilde y_s$: its *output*. You hope that it
# comes near $f(x_s)$, and all you have to judge it by is $y_s$.

# %% [markdown] slideshow={"slide_type": "slide"} tags=["defines:residual", "defines:mean_squared_error"]
# ## How far off is a curve?
#
# The **residual** of an example is what the curve leaves over: $y_s - \tilde y_s$. Square all residuals, take the mean,
# and you have the **mean squared error**:
#
# $$\frac{1}{S} \sum_s (y_s - \tilde y_s)^2$$
#
# Here for the eight examples and a very stiff curve, which says 0.5 everywhere. (Why squares? Lesson 3.)

# %% slideshow={"slide_type": "-"}
y_pred = np.full(8, 0.5)
residuals = y - y_pred

print("residuals          ", *(f"{residual:5.2f}" for residual in residuals))
print(f"mean squared error  {np.mean(residuals**2):5.2f}")

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

# %% [markdown] slideshow={"slide_type": "slide"} tags=["defines:noise_floor", "claim:f_itself_scores_the_noise"]
# ## The noise floor
#
# Give the best curve there is, $f$ itself, to the same judge. Its residuals are the noise, and the mean of their
# squares comes out near the variance $\sigma^2 = 0.04$. It is not 0, and no curve can expect less on fresh
# measurements. That is the **noise floor**.

# %% [markdown] slideshow={"slide_type": "fragment"} tags=["claim:fresh_error_is_distance_plus_noise"]
# Any other curve pays for its distance from $f$ besides. On fresh measurements, and on average (that is what
# $\mathrm{E}$ says),
#
# $$\mathrm{E}\,(y - \tilde y)^2 = (f - \tilde y)^2 + \sigma^2$$
#
# Why? Write $y - \tilde y = (f - \tilde y) + \varepsilon$ and square it. The mixed term $2\,(f - \tilde y)\,\varepsilon$ is 0 on
# average, since fresh noise knows nothing of the curve.

# %% slideshow={"slide_type": "-"}
x, y = sample_dataset("sine", n_samples=100_000, noise_std=0.2, rng=np.random.default_rng(1))

for name, y_pred in (("f itself", f(x)), ("half of f", 0.5 * f(x)), ("always 0.5", 0 * x + 0.5)):
    distance = np.mean((f(x) - y_pred) ** 2)
    error = mean_squared_error(y, y_pred)
    print(f"{name:10s}  mean squared error {error:.3f}, distance² + σ² = {distance + 0.2**2:.3f}")

# %% [markdown] slideshow={"slide_type": "subslide"} tags=["claim:a_fit_errs_less_on_its_own_points", "claim:without_noise_a_fit_has_nothing_to_lean_to"]
# ## Where the formula fails
#
# It fails for the very points that a curve was fitted to. Fitting pulls the curve towards them, noise included: here the noise and the
# curve do know each other. The error on these points comes out smaller than the formula says, and often below
# the floor. Take the noise away, and both agree.

# %% slideshow={"slide_type": "-"}
for noise_std in (0.2, 0.0):
    x, y = sample_dataset("sine", 20, noise_std, rng=np.random.default_rng(0))
    y_pred = forward(experiments.fit_curve(x, y, hidden_width=6), x)
    formula = np.mean((f(x) - y_pred) ** 2) + noise_std**2
    print(f"σ = {noise_std}: on its own points {mean_squared_error(y, y_pred):.4f}", end=", ")
    print(f"the formula says {formula:.4f}")

# %% [markdown] slideshow={"slide_type": "slide"} tags=["defines:validation", "defines:test"]
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

# %% [markdown] slideshow={"slide_type": "notes"} tags=["claim:four_times_the_points_make_up_for_twice_the_noise"]
# Ask for a guess at the curve before you tick *show f*, with σ at 0.5 and S at 30, then with S at 400. Four times as many
# points make up for twice the noise: a curve fitted to them comes as near to f.

# %% [markdown] slideshow={"slide_type": "slide"} tags=["defines:hidden_width"]
# ## Choosing: predict first
#
# A curve needs a setting for how flexible it is. Ours is a sum of $H$ S-shaped steps
# (lesson 2 is about them); the larger this **hidden width**, the more bends it has room for.
#
# Below are 80 noisy points of a wave; 48 of them train and 16 validate. Drawn anew fifty times, **where
# between $H = 1$ and $30$ will the mean validation error be least?**

# %% slideshow={"slide_type": "-"}
width_guess = predict.choose(
    "1 to 4", "5 to 9", "10 to 15", "16 to 22", "23 to 30", key="lesson1.width_range"
)
width_guess

# %% [markdown] slideshow={"slide_type": "subslide"}
# ## Choosing: now look
#
# Bold: the mean of fifty draws of the data. Thin: the one draw on the left. Dotted: the noise floor $\sigma^2$.
#
# Drag $H$ from one end to the other. **Find the range of $H$ whose mean validation error is within 10 % of the least.**
# Then redraw the data: where does this draw's own validation error choose (the dot)?

# %% slideshow={"slide_type": "-"}
figures.choose_width(prediction=width_guess)

# %% [markdown] slideshow={"slide_type": "subslide"} tags=["defines:overfitting", "claim:the_mean_train_error_falls", "claim:validation_error_falls_then_rises", "claim:the_rise_is_learned_noise"]
# ## What the means say
#
# On average the train error falls as $H$ grows: a flexible curve can creep closer to the points it was
# fitted to. The validation error falls, then rises. From there on the curve is learning the noise. That is
# **overfitting**, and only data that the fit has not seen can show it. Take the noise away ($\sigma = 0$), and the rise
# goes.

# %% [markdown] slideshow={"slide_type": "fragment"} tags=["claim:one_draw_chooses_one_of_many_widths", "claim:the_least_validation_error_is_lucky"]
# One draw is not the mean. On its 16 validation points the error is a sawtooth. In these fifty draws its lowest tooth stands anywhere from
# 3 to 22, and in more than half of the draws it lies below the noise floor, where no curve belongs: the least of thirty
# numbers is partly luck. Choose a range, not a point, and do not believe the number that chose.

# %% [markdown] slideshow={"slide_type": "notes"} tags=["claim:more_data_flatten_the_rise"]
# Set S to 200: up to H = 30 hardly any rise is left, since 120 train points leave less room for noise. Both
# switches, σ and S, are worth a question to the room before you move the slider.

# %% [markdown] slideshow={"slide_type": "slide"}
# ## Why the test set is opened once
#
# Imagine you try network after network, look at the test score of each, and report the best.
# Each look is a ticket in a lottery: sooner or later some network gets lucky on *these* test points.
#
# The figure plays it on a thousand test sets (bold: their mean) and shows one of them (thin). Raise the number of
# looks. Then let a validation set choose instead.

# %% slideshow={"slide_type": "-"}
figures.peeking()

# %% [markdown] slideshow={"slide_type": "fragment"} tags=["claim:a_validation_set_takes_the_flattery"]
# A score that you have chosen by is no longer a measurement. With one look there is no choice, and on average the score is
# fair. With many, it flatters. This is why choosing has a set of its own: the validation set takes the flattery, the
# test set stays honest.

# %% [markdown] slideshow={"slide_type": "notes"} tags=["claim:a_larger_test_set_is_harder_to_fool"]
# Move *test points* from 5 to 100 with 200 looks: a larger test set is harder to fool, but the gap does
# not vanish. The seed draws everything anew.

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

# %% [markdown] slideshow={"slide_type": "fragment"} tags=["claim:unshuffled_sorted_data_break_the_test"]
# Untick *shuffle first*. The curve was never shown the right-hand side, so there it goes as it happens to go, in
# each draw elsewhere. The split asked a different question: not "does it fit?" but "can it see
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

# %% [markdown] slideshow={"slide_type": "slide"} tags=["defines:standardising", "claim:networks_learn_faster_from_a_standardised_input"]
# ## Preparing numbers without cheating
#
# Networks learn faster when the input $x$ has mean 0 and standard deviation 1. That is **standardising**:
# subtract a mean, divide by a standard deviation. Whose mean? Only the train set's. Anything computed from
# validation or test data carries news of them into training.

# %% slideshow={"slide_type": "-"}
weather = load_seattle_weather()
split = split_indices(len(weather.day_of_year), rng=np.random.default_rng(0))

scaler = Standardizer.fit(weather.day_of_year[split.train])
for name, part in zip(split._fields, split, strict=True):
    day = scaler.transform(weather.day_of_year[part])
    print(f"{name:10s}  mean {day.mean():z6.3f}   standard deviation {day.std():.3f}")

# %% [markdown] slideshow={"slide_type": "fragment"}
# Exactly 0 and 1 on train, nearly so on the others. That is as it should be: the other two are measured
# with the ruler of the first.

# %% [markdown] slideshow={"slide_type": "subslide"} tags=["defines:condition_number", "claim:standardising_makes_the_bowl_round", "claim:the_targets_scale_does_not_shape_the_bowl"]
# ## What it buys
#
# Training walks down a bowl: the error, over all values that the numbers in a curve can have (lesson 4). Here for the simplest curve, a straight line
# $wx + b$ through the temperatures: over all $w$ and $b$. The **condition number** says how many times as curved the bowl is in its most curved direction as in its
# least; 1 is round. A long valley takes many steps.

# %% slideshow={"slide_type": "-"}
day = weather.day_of_year[split.train].astype(float)
scalings = {"as it is": day, "mean subtracted": day - day.mean(), "divided": day / day.std()}

for name, x in {**scalings, "standardised": scaler.transform(day)}.items():
    bowl = experiments.measure_bowl(x)
    print(f"{name:15s}  condition number {bowl.condition:9.1f}   steps {bowl.n_steps:7,d}")

# %% [markdown] slideshow={"slide_type": "fragment"}
# Both halves of the recipe count. (Steps until 99 % of the way down is done, with the best constant step size.) The target
# $y$ is not scaled here: it does not shape this bowl, and errors stay in °C².

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
# ## Real data: Seattle
#
# The highest temperature of each day, 2012 to 2015: 1,461 days. First the temperature against the **date**, for two of the
# years.

# %% slideshow={"slide_type": "-"}
print("days:", len(weather.temp_max))
print("years:", *np.unique(weather.year))
print(f"coldest and warmest maximum: {weather.temp_max.min()} °C, {weather.temp_max.max()} °C")

# %% [markdown] slideshow={"slide_type": "subslide"}
# ## Random days: predict first
#
# Three quarters of the 730 days train, chosen at random; the others test. You have just seen what happens to a curve with too much room to
# bend. **For which $H$ from 8 to 240 is the test error least?**

# %% slideshow={"slide_type": "-"}
date_guess = predict.choose("8", "30", "60", "240", key="lesson1.date")
date_guess

# %% slideshow={"slide_type": "subslide"}
figures.seattle_dates(prediction=date_guess)

# %% [markdown] slideshow={"slide_type": "fragment"} tags=["defines:leak", "claim:with_random_days_more_bend_errs_less", "claim:a_test_day_has_a_neighbour_in_train", "claim:without_spells_more_bend_errs_more"]
# With random days the error falls to the end: nothing seems to overfit. A test day stands between its yesterday and its
# tomorrow, and nearly always at least one of them trains. Warm spells last for days, so a curve that runs
# through the neighbours knows the answer: it has **leaked**.

# %% [markdown] slideshow={"slide_type": "fragment"} tags=["claim:whole_months_aside_stop_the_leak"]
# Now set *whole months* aside. Same curves, same days, but the neighbours are gone, and the error of the flexible
# curves is many times as large. If you want to know about days whose neighbours nobody has measured, only this second number is
# honest.

# %% [markdown] slideshow={"slide_type": "subslide"}
# ## By the day of the year
#
# To predict *next* year, the date is no use, but the day of the year is. Two ways to split all four years:
#
# - **random days**: half of all days train, a quarter each validation and test
# - **whole years**: two years train, one is validation, one is test
#
# There are twelve ways to deal out whole years. **Which kind of split will promise the smaller test error, on average?**

# %% slideshow={"slide_type": "-"}
seattle_guess = predict.choose(
    "random days", "whole years", "no real difference", key="lesson1.seattle"
)
seattle_guess

# %% slideshow={"slide_type": "subslide"}
figures.seattle(prediction=seattle_guess)

# %% [markdown] slideshow={"slide_type": "subslide"} tags=["claim:random_days_promise_less_than_whole_years", "claim:the_levels_are_a_part_of_the_gap", "claim:levels_and_spells_are_all_of_the_gap"]
# ## Years differ
#
# One is warmer throughout, and each has warm and cold spells of its own. A split by days hides both:
# every year it is tested on has trained as well. Take out of each year its level, and a part of the gap goes. Deal its spells out
# to random days as well, and hardly any is left. (No forecast can do that; it shows the cause.)

# %% slideshow={"slide_type": "-"}
# H is chosen by validation each time; here are the mean test errors of all twelve splits.
for taken_out in ("nothing", "levels", "spells"):
    days, years = (experiments.split_seattle(kind, taken_out) for kind in ("days", "years"))
    low, high = years.errors["test"].min(), years.errors["test"].max()
    print(f"{taken_out:8s} random days {days.mean_test:.1f} °C²", end=", ")
    print(f"whole years {years.mean_test:.1f} °C² ({low:.1f} to {high:.1f})")

# %% [markdown] slideshow={"slide_type": "fragment"}
# **Split by whatever will be new** when you use the curve. For next year, that is the year. For new patients, it is the
# patient.

# %% [markdown] slideshow={"slide_type": "notes"} tags=["claim:the_coldest_and_the_warmest_year_are_the_dearest"]
# Rotate the test year: the coldest, 2012, and the warmest, 2015, are the dearest to predict. A single split would have
# measured one of the four. Ask for other units: patient, machine, street.

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

# %% [markdown] slideshow={"slide_type": "slide"}
# ## Back to the question
#
# How can you tell that a fitted curve will work on data it has not seen? Show it some. Here are the two curves of
# the beginning, now with $f$ and with fresh points. On the right stands each draw of the twenty points: redraw them, and see
# where you are.

# %% slideshow={"slide_type": "-"}
figures.two_fits_answered()

# %% [markdown] slideshow={"slide_type": "fragment"} tags=["claim:the_stiff_curve_wins_on_fresh_points", "claim:the_flexible_curve_always_wins_on_its_own_points"]
# On its own points the flexible curve is always the better one. On fresh points it nearly always loses. The numbers that you
# could see at the start said the opposite of what you wanted to know.

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
low, high = experiments.try_widths(n_samples=80, noise_std=0.3).valley
dates = experiments.split_dates("days").test.mean(axis=0)
best_date_width = str(experiments.DATE_WIDTHS[np.argmin(dates)])
ratio = np.median(experiments.fit_sorted(shuffle=False).ratios)
days, years = (experiments.split_seattle(kind).mean_test for kind in ("days", "years"))
smaller = "random days" if days < years else "whole years"

# %% slideshow={"slide_type": "-"} tags=["quiz"]
predict.recap(
    ("validation error within 10 % of the least for H =", width_guess, f"{low} to {high}"),
    (
        "sorted, not shuffled: the test error is, in the median,",
        trap_guess,
        f"{ratio:.0f} times as large",
    ),
    ("random days, by date: the least test error for H =", date_guess, best_date_width),
    ("Seattle: the smaller test error is promised by", seattle_guess, smaller),
)

# %% [markdown] slideshow={"slide_type": "slide"}
# ## Recap
#
# - You see $x_s$ and $y_s = f(x_s) + \varepsilon_s$; you never see $f$ or $\varepsilon_s$. No curve can expect less than $\sigma^2$ on fresh data.
# - Train fits, validation chooses, test judges once.
# - Shuffle, scale with train statistics only, and split by whatever will be new.
#
# Next: [2 · A network is a sum of sigmoids](02_sum_of_sigmoids.ipynb). Back to the
# [map of the course](00_start_here.ipynb).
