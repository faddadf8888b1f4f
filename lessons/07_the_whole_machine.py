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
# # 7 · The whole machine
#
# **After this lesson you can**
#
# - name the eight parts that the course has put together, and say what each is for
# - tell from two error curves whether training is too slow, diverges or overfits, and which control to turn
# - choose a network on one year of weather and report one honest number for the next
#
# Plan about 60 minutes.

# %% [markdown] slideshow={"slide_type": "notes"}
# Nothing in this lesson is new; it is all the earlier lessons at once. Leave most of the time to the
# playground and the capstone, and let the class turn the controls.

# %% slideshow={"slide_type": "skip"}
import numpy as np
from lessonlib import predict, run_order
from lessonlib.datasets import load_seattle_weather, sample_dataset
from lessonlib.exercises import check, hint
from lessonlib.experiments import lesson7 as experiments
from lessonlib.figures import lesson7 as figures
from lessonlib.losses import mean_squared_error
from lessonlib.metrics import tolerance_accuracy_score
from lessonlib.networks import count_parameters, forward, initialize_weights
from lessonlib.optimizers import minibatches
from lessonlib.quiz import quiz
from lessonlib.splitting import split_by_group, split_indices
from lessonlib.training import gradient_descent_step

run_order.explain_missing_names(7)

# %% [markdown] slideshow={"slide_type": "slide"}
# ## The question
#
# Four networks were trained on the same blue points, for the same number of steps; the orange points, the validation
# set, none of them has seen. One is just right.
# Each of the other three has **one** control set wrong.
#
# **Can you tell which control, and put it right?**
#
# Begin with this: which of the four overfits?

# %% slideshow={"slide_type": "-"}
overfit_guess = predict.choose("A", "B", "C", "D", key="lesson7.overfit")
overfit_guess

# %% slideshow={"slide_type": "subslide"}
figures.four_networks(prediction=overfit_guess)

# %% [markdown] slideshow={"slide_type": "notes"}
# Let them argue before anyone commits. A and C look alike near the blue points; the orange ones tell
# them apart. Then drag *t* back: A looked like C once. Which control is wrong in A? H, 48 instead of 10.

# %% [markdown] slideshow={"slide_type": "slide"}
# ## Summary: eight parts
#
# You have met everything you need to answer it. Here are the parts, in the order of the slides; each links
# to its lesson.

# %% [markdown] slideshow={"slide_type": "fragment"}
# 1. **[Basic problem example for a neural network](01_dataset_and_splitting.ipynb)**: regression. You
#    measure $y_s = f(x_s) + \varepsilon_s$ and want $f$, which you never see.

# %% [markdown] slideshow={"slide_type": "fragment"}
# 2. **[Basic neural network](02_sum_of_sigmoids.ipynb)**: a sum of $H$ sigmoids, with $P = 3H + 1$ parameters $\mathbf w$.

# %% [markdown] slideshow={"slide_type": "fragment"}
# 3. **[Dataset](01_dataset_and_splitting.ipynb)**: $S$ pairs. Train fits, validation chooses, test judges once.

# %% [markdown] slideshow={"slide_type": "fragment"}
# 4. **[Loss function](03_loss_and_metrics.ipynb)**: one number for how wrong the network is, with a slope
#    everywhere. Ours is $\mathrm{MSE} = \frac{1}{S}\sum_s (\tilde y_s - y_s)^2$.

# %% [markdown] slideshow={"slide_type": "fragment"}
# 5. **[Metrics](03_loss_and_metrics.ipynb)**: numbers for people, such as $\mathrm{Acc}_\varepsilon$. Any function
#    may be one, the loss included.

# %% [markdown] slideshow={"slide_type": "fragment"}
# 6. **[Optimization of neural network (learning procedure)](04_gradient_descent.ipynb)**: go downhill,
#    $\mathbf w^{t+1} = \mathbf w^t - \alpha \nabla L(\mathbf w^t)$, not too far at once.

# %% [markdown] slideshow={"slide_type": "fragment"}
# 7. **[Derivative of a loss function over the network parameters](05_chain_rule.ipynb)**: the chain rule.
#    Multiply along a path, add over paths.

# %% [markdown] slideshow={"slide_type": "fragment"}
# 8. **[Logistic regression is a neural network too](06_logistic_regression.ipynb)**: one neuron, with
#    a loss and metrics for classes. The step $\mathbf w - \alpha \nabla L$ stays as it is.

# %% [markdown] slideshow={"slide_type": "notes"}
# The eight bullets are those of the slides, in their order. Ask for one sentence on each from the room
# before it appears.

# %% [markdown] slideshow={"slide_type": "slide"}
# ## The starter kit in four cells: data
#
# First the data, then the four parts of the kit: architecture, optimisation method, loss and metrics.
#
# Forty noisy measurements; half of them train, twelve are for validation. Eight are the test set, and this lesson
# never opens it.

# %% slideshow={"slide_type": "-"}
x, y = sample_dataset("sine", n_samples=40, noise_std=0.3, rng=np.random.default_rng(0))
split = split_indices(40, fractions=(0.5, 0.3, 0.2), rng=np.random.default_rng(0))
x_train, y_train = x[split.train], y[split.train]

print("train, validation, test:", *(len(part) for part in split))

# %% [markdown] slideshow={"slide_type": "subslide"}
# ## The network
#
# Ten sigmoids at random places. All parameters stand in one vector, $\mathbf w^0$.

# %% slideshow={"slide_type": "-"}
weights = initialize_weights(10, np.random.default_rng(0))

print("P =", count_parameters(10), " length of the vector:", len(weights))

# %% [markdown] slideshow={"slide_type": "subslide"}
# ## The learning procedure
#
# One line, repeated. The gradient inside it is the chain rule of lesson 5. ($\alpha = 0.158$ is a stop of the slider in
# the playground below.)

# %% slideshow={"slide_type": "-"}
for _step in range(2000):
    weights = gradient_descent_step(weights, x_train, y_train, learning_rate=0.158)

# %% [markdown] slideshow={"slide_type": "subslide"}
# ## Loss and metrics
#
# Judge it on the points it was fitted to, and on points that it has not seen.

# %% slideshow={"slide_type": "-"}
print("            MSE    Acc_ε  (ε = 0.3)")
for name, part in (("train", split.train), ("validation", split.validation)):
    y_pred = forward(weights, x[part])
    error = mean_squared_error(y[part], y_pred)
    accuracy = tolerance_accuracy_score(y[part], y_pred, tolerance=0.3)
    print(f"{name:10s}  {error:.3f}  {accuracy:.2f}")

print(f"noise, σ²   {0.3**2:.3f}")

# %% [markdown] slideshow={"slide_type": "fragment"}
# The train error has come down to about the noise, and the validation error is not far above. That was
# network C.

# %% [markdown] slideshow={"slide_type": "slide"}
# ## One more control: the batch size
#
# Lesson 6 took each step on a few examples only, a **batch**. The same works here: deal the train set
# into batches, take a step on each, shuffle, and deal again. One round is an epoch.

# %% slideshow={"slide_type": "-"}
rng = np.random.default_rng(0)
weights = initialize_weights(10, rng)
for _epoch in range(400):
    for batch in minibatches(len(x_train), batch_size=4, rng=rng):
        weights = gradient_descent_step(weights, x_train[batch], y_train[batch], 0.158)

print("steps in an epoch:", len(minibatches(len(x_train), 4, rng)))
print(f"train error after 2000 steps: {mean_squared_error(y_train, forward(weights, x_train)):.2f}")

# %% [markdown] slideshow={"slide_type": "fragment"}
# The same number of steps, yet a larger error than before: at this $\alpha$, batches of four keep it jumping. But each
# step looked at 4 points, not 20.

# %% [markdown] slideshow={"slide_type": "slide"}
# ## The playground
#
# Every control of the course. *Run* goes on training; one of the four buttons at the top sets all controls,
# and starts at $t = 0$, to show what its name says. You can turn any control at any time: the network is
# trained again, up to the same step. The thin lines are $\tilde y \pm \varepsilon$; $\mathrm{Acc}_\varepsilon$ is the
# share of points between them.

# %% slideshow={"slide_type": "subslide"}
figures.playground()

# %% [markdown] slideshow={"slide_type": "notes"}
# Press *overfits* and pause when the orange curve turns. Then press *diverges* and lower α step by step until it
# does not. If something keeps running, interrupt the kernel: the playground pauses.

# %% [markdown] slideshow={"slide_type": "subslide"}
# ## Four things to try
#
# - Press *overfits*. Rescue it without touching $H$: by a larger $S$, or by stopping in time. Does less noise alone rescue it?
# - Press *just right*, then lower the batch size to 1. What happens to the two curves, and which $\alpha$ calms them?
# - Find the largest $\alpha$ at which the network of *just right* does not diverge.
# - Choose Seattle's temperatures. Which $H$ is enough for one warm season a year?

# %% [markdown] slideshow={"slide_type": "notes"}
# First: S = 150 does. Less noise alone does not: at σ = 0.1 the validation error is still over thirty times the train
# error. Second: about 0.01 calms both curves, but then 2000 steps are too few. At 0.02 it still jumps. Third: 0.794; the
# slider's next stop is 1. Long before, from about 0.4 on, training no longer settles near the noise. Fourth: two or
# three sigmoids do, one up in spring and one down in autumn.

# %% [markdown] slideshow={"slide_type": "subslide"}
# ## Read the two curves
#
# | what you see | what it is | what to turn |
# |---|---|---|
# | both errors large and still falling | too slow | $\alpha$ up, or more steps |
# | the error leaves the picture | it diverges | $\alpha$ down |
# | train falls, validation rises | it overfits | $H$ down, $S$ up, or stop earlier |
# | both settle far above the noise | $H$ too small for this $f$ | $H$ up |
# | both settle near the noise | just right | nothing |

# %% [markdown] slideshow={"slide_type": "slide"}
# ## A setting is one line
#
# Below the playground stands the line of Python that makes it as it is now. Paste it into a cell (after
# `from lessonlib.figures import lesson7 as figures`), or send it to a friend: the same numbers come out. This one is
# *overfits*, stopped where its validation error was least.

# %% slideshow={"slide_type": "subslide"}
figures.playground(hidden_width=48, learning_rate=0.158, seed=0, step=160)

# %% [markdown] slideshow={"slide_type": "fragment"}
# Compare it with network A. Nothing else differs: the data, $\mathbf w^0$ and all steps up to $t = 160$ are the same.
# Choosing when to stop is choosing by validation, like choosing $H$. (Its validation error is even below that of C, and
# below $\sigma^2$. That is the luck of twelve points: do not read more into it.)

# %% [markdown] slideshow={"slide_type": "subslide"} tags=["exercise"]
# ### Exercise: an honest report
#
# Several networks have been trained. You are given the error of each, on the validation set and on the test set. A
# network that diverged has the error infinity.
#
# Write `honest_report`: choose one network by validation, and return its index and its test error.


# %% slideshow={"slide_type": "-"} tags=["exercise"]
def honest_report(validation_errors, test_errors):
    """Return which network you choose, and what you report of it.

    validation_errors: array of shape (n,), one error per network
    test_errors: array of shape (n,), of the same networks
    Returns two numbers: an index from 0 to n - 1, and an error.
    """
    ...


# %% slideshow={"slide_type": "skip"} tags=["exercise"]
check(honest_report)

# %% slideshow={"slide_type": "skip"} tags=["exercise"]
hint("honest_report")

# %% [markdown] slideshow={"slide_type": "slide"}
# ## Capstone: Seattle
#
# Predict the highest temperature of a day from the day of the year.
#
# - train on 2012 and 2013, choose $H$ and $\alpha$ on 2014
# - then open 2015, **once**
# - you pass if you beat the **monthly mean** on 2015, in MSE and in $\mathrm{Acc}_\varepsilon$ with $\varepsilon = 3$ °C
#
# One confession: lesson 1 opened 2015 too, to compare two ways of splitting. Nothing was chosen by it there, but you
# have seen one number. In earnest you would now wait for 2016.

# %% [markdown] slideshow={"slide_type": "subslide"}
# ## What you have to beat
#
# The monthly mean is what anyone would do without a network: for a day in May, say the mean of all
# days of May in the train years. Such a simple rival is called a **baseline**.

# %% slideshow={"slide_type": "-"}
from lessonlib.baselines import GroupMeans

weather = load_seattle_weather()
years = split_by_group(weather.year, validation=[2014], test=[2015])
month = weather.date.astype("datetime64[M]").astype(int) % 12 + 1
baseline = GroupMeans.fit(month[years.train], weather.temp_max[years.train])

y_true, y_pred = weather.temp_max[years.validation], baseline.predict(month[years.validation])
print(f"the mean day of May: {baseline.predict([5])[0]:.1f} °C")
print(f"on 2014: MSE {mean_squared_error(y_true, y_pred):.2f} °C²,", end=" ")
print(f"Acc_ε {tolerance_accuracy_score(y_true, y_pred, tolerance=3):.3f}")

# %% [markdown] slideshow={"slide_type": "subslide"}
# ## Predict, then choose
#
# In °C²: **which mean squared error will the network that you choose have on 2015?** You know what the
# monthly mean has on 2014.

# %% slideshow={"slide_type": "-"}
test_guess = predict.estimate(5, 40, key="lesson7.test")
test_guess

# %% [markdown] slideshow={"slide_type": "subslide"}
# ## Choose $H$ and $\alpha$
#
# Move them as long as you like: each network is trained for 500 steps, and 2014 is there to choose by. A
# dot stays for each one that you have tried. When you are content, open the test year. The figure counts how often
# you do.

# %% slideshow={"slide_type": "-"}
figures.seattle(prediction=test_guess)

# %% [markdown] slideshow={"slide_type": "notes"}
# One pair of students, one opening; write the results on the board. If someone opens it twice, the
# figure says so. Ask why the class as a whole has now opened it many times, and what the best score on the
# board is worth.

# %% [markdown] slideshow={"slide_type": "slide"}
# ## One honest search
#
# Here is a search without a hand on the slider: twelve networks, chosen between by 2014 alone.

# %% slideshow={"slide_type": "-"}
choices = [(H, alpha) for H in (3, 10, 30) for alpha in (0.05, 0.1, 0.2, 0.4)]
trials = {choice: experiments.try_choice(*choice) for choice in choices}
errors = {choice: trial.validation.network.mse for choice, trial in trials.items()}
best = min(errors, key=errors.get)

for (H, alpha), error in errors.items():
    print(f"H = {H:2d}, α = {alpha:.2f}: {error:5.2f} °C²", "  ← chosen" * ((H, alpha) == best))

# %% [markdown] slideshow={"slide_type": "fragment"}
# The best of them stands inside the table. Had it stood at an edge, the table would have been too small.

# %% [markdown] slideshow={"slide_type": "subslide"}
# ## Opened once
#
# The chosen network and the baseline, on the year that neither was fitted to or chosen by:

# %% slideshow={"slide_type": "-"}
judgement = experiments.judge(trials[best].choice, "test")
network, rival = judgement.network, judgement.baseline

print("on 2015         MSE     Acc_ε")
print(f"network       {network.mse:6.2f}    {network.accuracy:.3f}")
print(f"monthly mean  {rival.mse:6.2f}    {rival.accuracy:.3f}")
print(f"the network's MSE is {100 * (1 - network.mse / rival.mse):.0f} % lower, and it is", end=" ")
print(f"within 3 °C on {365 * (network.accuracy - rival.accuracy):.0f} more days")

# %% [markdown] slideshow={"slide_type": "fragment"}
# It beats the baseline in both. But both mean squared errors are larger than they were on 2014, the
# baseline's too. Whose fault is that?

# %% slideshow={"slide_type": "fragment"}
for year, part in ((2014, years.validation), (2015, years.test)):
    y_pred = experiments.predict_temperature(trials[best].weights, weather.day_of_year[part])
    print(f"{year}: {np.mean(weather.temp_max[part] - y_pred):.1f} °C warmer than the network says")

# %% [markdown] slideshow={"slide_type": "fragment"}
# It is the weather. Both years were warmer than those it was trained on, 2015 more so, and a day of the
# year says nothing about which year it is. A better $H$ would not remove it; another $x$ might. Using
# the test year to explain a result is fair; going back to choose by it would not be.

# %% [markdown] slideshow={"slide_type": "slide"} tags=["quiz"]
# ## Quiz
#
# Work each one out before you press a letter. Every option says why it is right or wrong.

# %% slideshow={"slide_type": "-"} tags=["quiz"]
quiz(7, 1)

# %% slideshow={"slide_type": "subslide"} tags=["quiz"]
quiz(7, 2)

# %% slideshow={"slide_type": "subslide"} tags=["quiz"]
quiz(7, 3)

# %% [markdown] slideshow={"slide_type": "slide"} tags=["quiz"]
# ## What did you predict?

# %% slideshow={"slide_type": "-"} tags=["quiz"]
four = experiments.run_four(step=2000)

predict.recap(
    ("the network that overfits", overfit_guess, *four.overfitting),
    ("MSE on 2015, in °C², of the network that the search chose", test_guess, network.mse),
)

# %% [markdown] slideshow={"slide_type": "slide"}
# ## Recap
#
# - Data, network, loss, metrics, learning procedure and chain rule make a machine that learns; a single
#   neuron will do for the network.
# - Two curves, train and validation, tell you which control to turn.
# - Choose by validation, compare with a baseline, open the test set once, and report what you see.
#
# This was the last lesson. Back to the [map of the course](00_start_here.ipynb).
