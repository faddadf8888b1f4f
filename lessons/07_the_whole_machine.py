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
# - name the eight parts that the course has put together, and show where each stands in the loop of training
# - tell from error curves whether training is too slow, diverges, overfits or underfits, and which control to turn
# - choose a network on one year of weather, with code of your own, and report one honest number for the next
#
# Plan two sittings of about 20 minutes, the capstone is the second, and as long as you like in the playground.

# %% [markdown] slideshow={"slide_type": "notes"}
# Nothing in this lesson is new; it is all the earlier lessons at once. Leave most of the time to the
# playground and the capstone, and let the class turn the controls. The capstone is a sitting of its own.

# %% slideshow={"slide_type": "skip"}
import numpy as np
from lessonlib import predict, run_order
from lessonlib.datasets import load_seattle_weather, sample_dataset
from lessonlib.exercises import check, hint, mine
from lessonlib.experiments import lesson7 as experiments
from lessonlib.figures import lesson7 as figures
from lessonlib.losses import mean_squared_error
from lessonlib.metrics import tolerance_accuracy_score
from lessonlib.networks import count_parameters, forward, initialize_weights, unpack
from lessonlib.optimizers import minibatches
from lessonlib.quiz import quiz
from lessonlib.splitting import split_indices
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
# Let them argue before anyone commits: near the blue points some of the curves look alike, and the orange points tell
# them apart. Then drag *t* back. Which control is wrong in each, the class says at the end of the playground.

# %% [markdown] slideshow={"slide_type": "slide"}
# ## Summary: eight parts
#
# You have met everything you need to answer it. Here it is in one picture. Training goes round the loop of thick arrows:
# the network answers, the loss says how wrong it is, the gradient says where down is, the step changes the network.
# Each small number is one of the eight points below.

# %% slideshow={"slide_type": "subslide"}
figures.machine()

# %% [markdown] slideshow={"slide_type": "fragment"} tags=["claim:each_turn_of_the_machine_lowers_the_loss"]
# Move $t$ on by one and follow the numbers round. At each turn the loss that the step box promises is the one that the
# loss box shows next, and it is a little smaller.

# %% [markdown] slideshow={"slide_type": "subslide"}
# ### The eight points
#
# Each links to its lesson.

# %% [markdown] slideshow={"slide_type": "fragment"}
# 1. **[Basic problem example for a neural network](01_dataset_and_splitting.ipynb)**: regression. You
#    measure $y_s = f(x_s) + \varepsilon_s$ and want $f$, which you never see.
# 2. **[Basic neural network](02_sum_of_sigmoids.ipynb)**: a sum of $H$ sigmoids, with $P = 3H + 1$ parameters $\mathbf w$.
# 3. **[Dataset](01_dataset_and_splitting.ipynb)**: $S$ pairs. Train fits, validation chooses, test judges once.

# %% [markdown] slideshow={"slide_type": "fragment"}
# 4. **[Loss function](03_loss_and_metrics.ipynb)**: one number for how wrong the network is, with a slope
#    everywhere. Ours is $\mathrm{MSE} = \frac{1}{S}\sum_s (\tilde y_s - y_s)^2$.
# 5. **[Metrics](03_loss_and_metrics.ipynb)**: numbers for people, such as $\mathrm{Acc}_\varepsilon$. Any function
#    may be one, the loss included.

# %% [markdown] slideshow={"slide_type": "fragment"}
# 6. **[Optimization of neural network (learning procedure)](04_gradient_descent.ipynb)**: go downhill,
#    $\mathbf w^{t+1} = \mathbf w^t - \alpha \nabla L(\mathbf w^t)$, not too far at once.
# 7. **[Derivative of a loss function over the network parameters](05_chain_rule.ipynb)**: the chain rule.
#    Multiply along a path, add over paths.
# 8. **[Logistic regression is a neural network too](06_logistic_regression.ipynb)**: one neuron, with
#    a loss and metrics for classes. Switch the picture above to penguins: the loop and the step
#    $\mathbf w - \alpha \nabla L$ stay as they are.

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

# %% [markdown] slideshow={"slide_type": "fragment"} tags=["claim:just_right_comes_down_to_the_noise"]
# The train error has come down to about the noise, and the validation error is not far above. That was
# network C. (Draw the data anew, and three times out of four the error on fresh points ends below $2\sigma^2$.)

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

# %% [markdown] slideshow={"slide_type": "fragment"} tags=["claim:at_this_rate_batches_of_four_keep_the_error_jumping"]
# The same number of steps, yet a larger error than before: at this $\alpha$, batches of four keep it jumping. (At a
# tenth of it they hardly do.) But each step looked at 4 points, not 20.

# %% [markdown] slideshow={"slide_type": "slide"} tags=["claim:each_preset_shows_what_its_name_says", "defines:underfitting"]
# ## The playground
#
# Every control of the course. *Run* goes on training; one of the five buttons at the top sets all controls,
# and starts at $t = 0$, to show what its name says. (Other seeds mostly say the same.) One name is new: a network
# **underfits** when it has too few units for the data. Turn any control at any time: the network is trained again, up
# to the same step. Thin violet lines are $\tilde y \pm \varepsilon$; grey ones are the hidden units, which add up to $\tilde y - c$.
#
# The red curve only the maker of the data can draw: the error on **fresh points**. Here we know $f$.
# The sentence below goes by it. In earnest you have the orange curve, from a few points.

# %% slideshow={"slide_type": "subslide"}
figures.playground()

# %% [markdown] slideshow={"slide_type": "notes"}
# Press *overfits* and pause when the red curve turns. Then press *diverges* and lower α step by step until it
# does not. If something keeps running, interrupt the kernel: the playground pauses. (In a browser that does nothing:
# restart the kernel.)

# %% [markdown] slideshow={"slide_type": "subslide"} tags=["claim:verdicts_are_right"]
# ## Read the curves
#
# | what you see | what it is | what to turn |
# |---|---|---|
# | both errors large and still falling | too slow | $\alpha$ up, or more steps |
# | the error leaves the picture | it diverges | $\alpha$ down |
# | the error jumps from step to step | restless | $\alpha$ down, or larger batches |
# | the first steps throw it far up, and it stays up | thrown off | $\alpha$ down |
# | train falls, fresh points do not | it overfits | $H$ down, $S$ up, or stop earlier |
# | both have settled, far above the noise | it underfits | $H$ up |
# | both far above, and hardly falling | it stalls | $\alpha$ or $H$ up, or wait long |
# | fresh points near the best that is reachable | just right | nothing |
#
# The sentence under the playground reads them in this way. Is it right? We tried what it advises, for hundreds of
# settings, and measured on 10,000 fresh points: in about 95 of 100 it helps by a tenth at least, or, where it says
# *just right*, nothing helps much. Curves alone do not say more: a network that stalls and one that underfits look alike.

# %% [markdown] slideshow={"slide_type": "subslide"}
# ## Five things to try
#
# - Press *overfits*. Rescue it without touching $H$: by a larger $S$, or by stopping in time. Does less noise alone rescue it?
# - Press *underfits*. Which $H$ is enough?
# - Press *just right*, then lower the batch size to 1. What happens to the curves, and which $\alpha$ calms them?
# - Find the largest $\alpha$ at which the network of *just right* does not diverge.
# - Choose Seattle's temperatures. Which $H$ is enough for one warm season a year?

# %% [markdown] slideshow={"slide_type": "notes"} tags=["claim:the_tasks_have_the_answers_that_the_notes_say"]
# First: at S = 150 it is just right. Less noise alone does not rescue it: at σ = 0.1 it still overfits. Second: six
# units will do. Third: at α = 0.05 and below it is calm, but at t = 2000 its errors are still falling. Fourth: 0.794;
# the slider's next stop is 1. From about 0.4 on, training no longer settles near the noise. Fifth: two sigmoids do,
# one up in spring and one down in autumn, from S = 40 on; one does not, whatever S is.

# %% [markdown] slideshow={"slide_type": "slide"}
# ## A setting is one line
#
# Below the playground stands the line of Python that makes it as it is now. Paste it into a cell (after
# `from lessonlib.figures import lesson7 as figures`), or send it to a friend: the same numbers come out. This one is
# *overfits*, stopped where its validation error was least.

# %% slideshow={"slide_type": "subslide"}
figures.playground(hidden_width=48, learning_rate=0.158, seed=0, step=160)

# %% [markdown] slideshow={"slide_type": "subslide"} tags=["claim:stopping_in_time_rescues_this_network_and_half_of_the_others", "claim:twelve_points_are_a_matter_of_luck"]
# Compare it with network A. Nothing else differs: the data, $\mathbf w^0$ and all steps up to $t = 160$ are the same.
# Choosing when to stop is choosing by validation, like choosing $H$. But it is no sure rescue: we drew the data twenty
# times anew, and stopping helped in about half of them. Ten units instead of 48 helped in all.
#
# Its validation error is even below $\sigma^2$, while on fresh points no curve can be. That is the luck of twelve
# points: do not read more into it.

# %% [markdown] slideshow={"slide_type": "subslide"}
# ## Put A, B and D right
#
# Now the question of the beginning. Each of the three had one control set wrong; here it is turned, and the error on
# fresh points is printed before and after.

# %% slideshow={"slide_type": "-"}
wrong = {"A": {"hidden_width": 48}, "B": {"learning_rate": 0.002}, "D": {"learning_rate": 1.0}}
right = experiments.run(experiments.Setting(step=2000)).errors["fresh"][-1]

for letter, control in wrong.items():
    outcome = experiments.run(experiments.Setting(**control, step=2000))
    error = "diverged" if outcome.diverged_at else f"{outcome.errors['fresh'][-1]:.3f}"
    print(f"{letter}, with {control}: {error}; put right: {right:.3f}")

# %% [markdown] slideshow={"slide_type": "fragment"} tags=["claim:each_of_the_three_is_put_right_by_its_control"]
# A was too wide for twenty points, B took too short steps, D too long ones. With $H = 10$ and $\alpha = 0.158$ each of
# them is network C.

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
# This is a good place for a break. Then predict the highest temperature of a day from the day of the year, with your
# own code.
#
# - train on 2012 and 2013, choose $H$, $\alpha$ and $T$ on 2014
# - then open 2015, **once**
# - you pass if you beat the **monthly mean** on 2015, in MSE and in $\mathrm{Acc}_\varepsilon$ with $\varepsilon = 3$ °C
#
# One confession: lesson 1 opened 2015 too, to compare ways of splitting. Nothing was chosen by it there, but you
# have seen a number. In earnest you would now wait for 2016.

# %% [markdown] slideshow={"slide_type": "subslide"}
# ## Split
#
# By years: a new year is what the network will meet. `mine` gives you the function that you wrote in an earlier
# lesson; where there is none, it gives you lessonlib's. It says which.

# %% slideshow={"slide_type": "-"}
weather = load_seattle_weather()
day, y = weather.day_of_year.astype(float), weather.temp_max
train = np.flatnonzero(weather.year <= 2013)
validation = np.flatnonzero(weather.year == 2014)

leaking_groups = mine("leaking_groups")
print("years that are in both:", leaking_groups(weather.year, train, validation))

# %% [markdown] slideshow={"slide_type": "subslide"} tags=["defines:baseline"]
# ## What you have to beat
#
# The monthly mean is what anyone would do without a network: for a day in May, say the mean of all
# days of May in the train years. Such a simple rival is called a **baseline**.

# %% slideshow={"slide_type": "-"}
from lessonlib.baselines import GroupMeans

mse_loss, tolerance_accuracy = mine("mse_loss"), mine("tolerance_accuracy")
month = weather.date.astype("datetime64[M]").astype(int) % 12 + 1
monthly_mean = GroupMeans.fit(month[train], y[train])

y_pred = monthly_mean.predict(month[validation])
print(f"the mean day of May: {monthly_mean.predict([5])[0]:.1f} °C")
print(f"on 2014: MSE {mse_loss(y[validation], y_pred):.2f} °C²,", end=" ")
print(f"Acc_ε {tolerance_accuracy(y[validation], y_pred, 3):.3f}")

# %% [markdown] slideshow={"slide_type": "subslide"}
# ## Standardise, forward
#
# Day and temperature are scaled by the train years. The network's output is turned back into °C.

# %% slideshow={"slide_type": "-"}
standardize, forward_pass = mine("standardize"), mine("forward_pass")
x_train, x_validation = standardize(day[train], day[validation])
y_train, y_validation = standardize(y[train], y[validation])


def predict_celsius(weights, x):
    """Return what the network says, in °C."""
    return y[train].mean() + y[train].std() * forward_pass(x, *unpack(weights))


# %% [markdown] slideshow={"slide_type": "subslide"}
# ## Loss, backpropagate, step
#
# The loop of the picture, with nothing in it that you have not written. The gradient is that of the loss.

# %% slideshow={"slide_type": "-"}
backpropagate, one_step = mine("backpropagate"), mine("one_step")


def learn(hidden_width, learning_rate, n_steps):
    """Train on 2012 and 2013; return the weights."""
    weights = initialize_weights(hidden_width, np.random.default_rng(0))
    for _ in range(n_steps):
        weights = one_step(lambda w: backpropagate(w, x_train, y_train), weights, learning_rate)
    return weights


weights = learn(10, 0.1, 500)
print(f"loss: {mse_loss(y_train, forward_pass(x_train, *unpack(weights))):.3f}")
print(f"on 2014: {mse_loss(y[validation], predict_celsius(weights, x_validation)):.2f} °C²")

# %% [markdown] slideshow={"slide_type": "subslide"}
# ## Predict, then choose
#
# In °C²: **which mean squared error will the network that you choose have on 2015?** You know what the
# monthly mean has on 2014.

# %% slideshow={"slide_type": "-"}
test_guess = predict.estimate(5, 40, key="lesson7.test")
test_guess

# %% [markdown] slideshow={"slide_type": "subslide"}
# ## Choose $H$, $\alpha$ and $T$
#
# Move them as long as you like: 2014 is there to choose by. A dot stays for each network that you have tried. (For the
# slider's sake lessonlib's fast loop trains them; it takes the same steps as yours.)

# %% slideshow={"slide_type": "-"}
figures.seattle()

# %% [markdown] slideshow={"slide_type": "notes"}
# One pair of students, one choice. If each pair opens 2015 for its own network, ask what the best score on the
# board is worth: the class as a whole has then opened it many times.

# %% [markdown] slideshow={"slide_type": "slide"}
# ## One honest search
#
# Here is a search without a hand on the slider. Each line is one training, read at three values of $T$.

# %% slideshow={"slide_type": "-"}
errors = {}
for H in (3, 10, 30):
    for alpha in (0.1, 0.2, 0.4):
        for T in (500, 1000, 2000):
            errors[H, alpha, T] = experiments.try_choice(H, alpha, T).validation.network.mse

print("error on 2014, in °C²     T = 500    1000    2000")
for H, alpha in sorted({(H, alpha) for H, alpha, _ in errors}):
    row = (f"{errors[H, alpha, T]:7.2f}" for T in (500, 1000, 2000))
    print(f"      H = {H:2d}, α = {alpha}       ", *row)

best = min(errors, key=errors.get)
n_ties = sum(error < errors[best] + 0.2 for error in errors.values())
print(f"the least: (H, α, T) = {best}; {n_ties} are within 0.2 °C², itself included")

# %% [markdown] slideshow={"slide_type": "subslide"}
# The best stands at an edge of the table: $T$ is the largest that was tried. Then the table may be too small; look beyond.

# %% slideshow={"slide_type": "-"}
H, alpha, T = best
beyond = experiments.try_choice(H, alpha, 2 * T).validation.network.mse
print(f"H = {H}, α = {alpha}, T = {2 * T}: {beyond:.2f} °C², against {errors[best]:.2f}")

# %% [markdown] slideshow={"slide_type": "subslide"} tags=["claim:three_units_only_need_more_steps", "claim:the_winner_of_the_search_is_a_tie"]
# Compare $H = 3$, $\alpha = 0.1$ with $H = 30$ after 500 steps: three units look much worse. Most of that is only that
# they learn slowly: with four times the steps, each four times as long, the difference shrinks to a fraction. $T$ is a
# choice like $H$ and $\alpha$.
#
# And there are ties: several networks are within 0.2 °C² of the best. Which of them wins is the luck of the start: of
# twenty seeds for $\mathbf w^0$ more than half choose another one. Say "these are as good as each other", and take
# the one that is cheapest or that you understand best.

# %% [markdown] slideshow={"slide_type": "subslide"}
# ## Report
#
# One line for each rival. The mean squared error is split in two: the **bias**, by how much the days were warmer on
# average than predicted, and the **scatter** around that: $\mathrm{MSE} = \mathrm{bias}^2 + \mathrm{scatter}$.


# %% slideshow={"slide_type": "-"}
def report(name, weights, days):
    """Print how a network and the monthly mean did on some days; return their errors."""
    _, x = standardize(day[train], day[days])
    network, mean = predict_celsius(weights, x), monthly_mean.predict(month[days])
    errors = []
    for rival, y_pred in (("network", network), ("monthly mean", mean)):
        mse, bias = mse_loss(y[days], y_pred), np.mean(y[days] - y_pred)
        parts = f"{mse:5.2f} = {bias**2:.2f} + {mse - bias**2:.2f} °C²"
        accuracy = tolerance_accuracy(y[days], y_pred, 3)
        print(f"{name}  {rival:12s}  {parts}   Acc_ε {accuracy:.3f}")
        errors.append(mse)
    return errors


# %% slideshow={"slide_type": "subslide"}
H, alpha, T = best  # or your own choice
weights = learn(H, alpha, T)
on_train = report("2012-13", weights, train)
on_2014 = report("2014   ", weights, validation)

# %% [markdown] slideshow={"slide_type": "subslide"}
# ## Opened once
#
# This is the only cell of the lesson that looks at 2015. Run it when nothing is left to choose.

# %% slideshow={"slide_type": "-"}
on_2015 = report("2015   ", weights, np.flatnonzero(weather.year == 2015))

# %% [markdown] slideshow={"slide_type": "fragment"} tags=["claim:new_years_tell_the_rivals_apart"]
# Passed: it beats the baseline in both. Now read the six lines together.
#
# On its own train years the network is no better than the monthly mean: the errors are almost equal, and its
# $\mathrm{Acc}_\varepsilon$ is lower. On both later years it is about 2 °C² ahead. How well something fits the days that
# made it says little about new ones. (With other pairs of train years it is ahead on the other years too, by 0.6 to 2.)

# %% [markdown] slideshow={"slide_type": "fragment"} tags=["claim:most_of_the_rise_on_2015_is_the_year"]
# Its error is larger on 2015 than on 2014, and most of the difference is in the bias: 2015 was warmer than the years
# before, and a day of the year does not say which year it is. A better $H$ would not remove that; another $x$ might.
# Using the test year to explain a result is fair; going back to choose by it would not be.

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
    ("MSE on 2015, in °C², of the network that was chosen", test_guess, on_2015[0]),
)

# %% [markdown] slideshow={"slide_type": "slide"}
# ## Recap
#
# - Data, network, loss, metrics, learning procedure and chain rule make a machine that learns; a single
#   neuron will do for the network.
# - Error curves, read beside the noise, tell you which control to turn: more steps, $\alpha$, $H$ or $S$.
# - Choose by validation, compare with a baseline, open the test set once, and report what you see.
#
# This was the last lesson. Back to the [map of the course](00_start_here.ipynb).
