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
# # Build a neural network you understand
#
# Run the next cell (Shift + Enter), then drag **α**, **H** and **σ**. A small network learns the grey points
# again at every move. By the end of the course you will have written each part of it, and you will know
# why it sometimes fails.

# %% slideshow={"slide_type": "-"} tags=["ahead"]
from lessonlib.figures import lesson0 as figures

figures.first_fit()

# %% [markdown] slideshow={"slide_type": "fragment"} tags=["claim:the_shortest_steps_only_begin", "claim:the_longest_steps_diverge", "claim:a_wide_network_follows_more_noise", "defines:divergence"]
# Three things to try in the first minute:
#
# 1. **α to its left end.** The steps are so short that the curve only begins to move.
# 2. **α to its right end.** The steps are so long that the error grows beyond all bounds: training **diverges**.
# 3. **H to 50 and σ from 0 to 0.5.** The more noise there is, the more of it the curve takes up.

# %% [markdown] slideshow={"slide_type": "subslide"} tags=["claim:the_first_task_can_be_solved", "defines:train"]
# ## A task
#
# The error is the mean of the squared distances from the points up or down to the curve: on the points that it has learned from
# (*train*), and on *fresh points*, which it has never seen.
#
# Set σ to 0.3. Where you began, the error on fresh points is about 0.115. **Find α and H that bring it below
# 0.11.** (No curve can expect less than σ² = 0.09.)

# %% [markdown] slideshow={"slide_type": "notes"}
# Do not explain; ask what they saw. The task has many solutions: let the room shout theirs, then ask which of the
# two errors they watched, and why.

# %% [markdown] slideshow={"slide_type": "slide"} tags=["ahead"]
# ## What you will be able to do
#
# - predict the learning rate at which training breaks, before you try it
# - write a network, its loss, its gradient and its training loop in a few lines of NumPy
# - tell an honest test score from a flattering one

# %% [markdown] slideshow={"slide_type": "slide"}
# ## What you need
#
# - **Python**: functions, loops, and NumPy arrays with their shapes
# - **mathematics**: the derivative of a function of one variable, the mean, vectors and their dot product. The rest is
#   built up on the way.
# - **time**: about six hours to read and play, and as long again for the exercises. A lesson has one sitting or two.

# %% [markdown] slideshow={"slide_type": "slide"}
# ## Is everything in place?

# %% slideshow={"slide_type": "-"}
from lessonlib.setup_check import check_setup

check_setup()

# %% [markdown] slideshow={"slide_type": "slide"} tags=["ahead"]
# ## The lessons
#
# Take them in order; each builds on the one before.
#
# | | lesson | the question it answers |
# |---|---|---|
# | 1 | [Dataset and splitting](01_dataset_and_splitting.ipynb) | How can you tell that a fitted curve will work on data it has not seen? |
# | 2 | [A network is a sum of sigmoids](02_sum_of_sigmoids.ipynb) | How can a sum of S-shaped curves become any curve? |
# | 3 | [Loss and metrics](03_loss_and_metrics.ipynb) | What number says how wrong the network is, and what number says whether you can use it? |
# | 4 | [Gradient descent](04_gradient_descent.ipynb) | Which way is down, and how far do you dare to step? |
# | 5 | [Chain rule](05_chain_rule.ipynb) | How does a change in one early weight reach the loss? |
# | 6 | [Logistic regression](06_logistic_regression.ipynb) | Is logistic regression a neural network? |
# | 7 | [The whole machine](07_the_whole_machine.ipynb) | Which control is set wrong, and can you put it right? |

# %% [markdown] slideshow={"slide_type": "slide"}
# ## How far you have come
#
# This is read from a small file on your own machine. Nothing leaves it. Run the cell again to see it grow.

# %% slideshow={"slide_type": "-"}
from lessonlib.overview import progress_map

progress_map()

# %% [markdown] slideshow={"slide_type": "-"}
# To begin again: `from lessonlib import progress`, then `progress.reset()`. To hand in a report of exercises
# and quizzes: `progress.export("report.json", name="what you want to be called")`. It contains
# what you passed, how many attempts you took and which mistakes the checks recognised, and nothing else.
#
# To continue on another machine, or in a browser: `progress.export("mine.json", everything=True)` here, and
# `progress.load("mine.json")` there. Nothing that is remembered there gets lost.
